"""What a header says about permission to write or to call: "Email Opt Out", "Do Not Call", "Accepts Marketing".

These are read first and by themselves, word by word in seven languages, since to read an opt-out the wrong way round is
the worst mistake that an import can make. Whatever is not clear stays a custom column.
"""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache

from leadtrack.plain import normalise


class _Any:
    """One of several words or phrases; compiled when first asked, since most commands never read a header."""

    def __init__(self, *alternatives: str) -> None:
        self.alternatives = alternatives

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(r"\b(?:" + "|".join(self.alternatives) + r")\b").search


_REFUSED = _Any(
    r"opt(?:ed|s|ing)? ?outs?", r"optouts?", r"opted ?out", r"unsubscri\w*", r"unsub", r"dnc", r"dne", r"dnd",
    r"do ?not ?call",
    r"withdr\w+", r"revoked?", r"suppress\w*", r"abbestell\w*", r"abgemeldet", r"abmeld\w*", r"widerspr\w*",
    r"widerruf\w*",
    r"desinscri\w*", r"desabonn\w*", r"desuscri\w*", r"descadastr\w*", r"cancelou", r"disiscri\w*", r"uitgeschreven",
    r"afgemeld\w*", r"robinson\w*", r"lista negra", r"werbesperre", r"kontaktsperre", r"mailsperre",
)  # fmt: skip
_NOT = _Any(
    r"do ?not", r"dont", r"never", r"not", r"(?<![a-z] )no", r"no longer", r"stop", r"block(?:ed)?",
    r"exclude[sd]?", r"without",
    r"nicht", r"kein\w*", r"sperr\w*", r"gesperrt", r"ne pas", r"ne plus", r"pas de", r"refus\w*", r"oppos\w*", r"baja",
    r"nao", r"non", r"niet", r"geen", r"declin\w*", r"verboten", r"untersagt", r"interdit\w*",
    r"prohibid[oa]s?", r"verboden", r"vietat[oa]", r"proibid[oa]", r"denied", r"deny", r"sin", r"sem",
    r"senza",
)  # fmt: skip
_GIVEN = _Any(
    r"opt(?:ed|s|ing)? ?ins?", r"optins?", r"double opt ?in", r"subscribed?", r"consent\w*", r"permission\w*",
    r"permitted",
    r"consens\w*", r"gdpr", r"dsgvo", r"rgpd", r"avg toestemming", r"tcpa", r"einwillig\w*", r"einverstand\w*",
    r"zustimm\w*", r"\w+einwilligung",
    r"toestemming\w*", r"abonne", r"suscrito", r"inscrito", r"iscritto", r"ingeschreven", r"abonniert",
    r"subscribe to \w+",
)  # fmt: skip
_ALLOWED = _Any(
    r"accept\w*", r"erlaubt\w*", r"gestattet", r"permitid[oa]s?", r"consentit[oa]", r"toegestaan", r"agrees?",
    r"agreed", r"allow\w*", r"ok", r"okay", r"can", r"may", r"receives?", r"wants?",
    r"autori[sz]\w*",
    r"acept\w*", r"aceita\w*", r"accett\w*", r"acconsent\w*", r"darf", r"peut", r"mag", r"puede", r"pode",
    r"happy", r"yes",
)  # fmt: skip
_BY_PHONE = _Any(
    r"phones?", r"call\w*", r"telephone\w*", r"tel", r"dial", r"dnc", r"anruf\w*", r"telefon\w*", r"appel\w*",
    r"llam\w*",
    r"ligar", r"ligacoes", r"chiam\w*", r"bellen", r"gebeld", r"telefoon\w*", r"donotcall", r"telemarket\w*",
    r"voice", r"solicit\w*",
)  # fmt: skip
_BY_EMAIL = _Any(
    r"emails?", r"emailed", r"newsletters?", r"nieuwsbrief\w*", r"mailen", r"marketing", r"mailings?", r"bulk",
    r"correos?", r"courriels?", r"mail", r"mails",
    r"werbung", r"publicidad", r"promo\w*", r"pubblicita", r"comunica\w*", r"communications?", r"offers?", r"e mails?",
)  # fmt: skip
_BY_ANY = _Any(
    r"contact\w*",
    r"contattar\w*",
    r"contatar",
    r"kontakt\w*",
    r"disturb",
    r"sollicit\w*",
    r"approach\w*",
    r"market(?:ed)?",
)
_ELSEWHERE = _Any(
    r"fax\w*", r"sms", r"text\w*", r"whats ?app", r"post", r"postal", r"letters?", r"direct mail", r"brief\w*",
    r"courrier",
    r"print", r"mms", r"push",
)  # fmt: skip
_POSTAL_MAIL = _Any(r"(?:do ?not|dont|no|never|not|not allow|stop) (?:send )?mails?")
_ABOUT = _Any(
    r"dates?", r"datum", r"fecha", r"data de", r"data", r"time", r"(?:at|on)$", r"when", r"since", r"reason",
    r"mode", r"ip", r"source",
    r"id", r"version", r"wording", r"method", r"url", r"link", r"count", r"number of", r"grund", r"motif", r"motivo",
    r"bounced?", r"quarantined?", r"terms?", r"privacy", r"conditions?", r"cookies?", r"datenschutz",
    r"history", r"by", r"page",
    r"last", r"expir\w*", r"legal", r"basis", r"form", r"campaign", r"type", r"level", r"why", r"notes?", r"comments?",
)  # fmt: skip
_NUMBER_DOT = re.compile(r"\b(?:no|n)[.°º]|\bno of\b|\b(?:no|number)\s*$", re.IGNORECASE)


_GLUED = re.compile(
    r"^(|is|has|email|phone|call|mail|marketing|newsletter|sms|fax)"
    r"(optedout|optout|optin|optedin|unsubscribed?|donotcall|donotemail|donotcontact|donotmail|donotfax|dnc|dne)"
    r"(|flag|email|phone|call|mail|date|fax|sms|list|indicator|yn)$"
)


_DNC = _Any(r"dnc", r"dne", r"dnd", r"do ?not ?call")
_CHANNEL_NEAR = 4


@lru_cache(maxsize=4096)
def permission(header: str) -> str | None:
    """What a header says about permission: "consent", "opt_out_email", "opt_out_phone"; None: it does not speak of it.

    "" where it does, but not of e-mail or calls (fax, text messages, the date or reason of it), or not clearly: such
    columns are kept as they are and never become a field.
    """
    normal = " ".join(_GLUED.sub(r"\1 \2 \3", word).strip() for word in normalise(header).split())
    if not normal or len(normal) > 160:
        return None
    refused, given = _REFUSED.search(normal), _GIVEN.search(normal)
    no_number = _NUMBER_DOT.search(header.strip().lstrip("*"))
    negated = None if no_number else _NOT.search(normal)
    by_phone, by_email, by_any = _BY_PHONE.search(normal), _BY_EMAIL.search(normal), _BY_ANY.search(normal)
    elsewhere = _ELSEWHERE.search(normal) or (negated and _POSTAL_MAIL.search(normal) and not by_phone)
    channel = bool(by_phone or by_email or by_any or elsewhere)
    only_news = normal in ("newsletter", "newsletters", "newsletter subscription", "marketing")
    if not (refused or given or only_news or (channel and (negated or _ALLOWED.search(normal)))):
        return None
    if negated and not (refused or given) and not _is_refusal(normal, negated):
        return None
    if _ABOUT.search(normal) and not re.search(r"\bi agree\b|\bok to\b", normal):
        return ""
    if (refused and given) or (refused and negated and not _DNC.search(normal)):
        return "opt_out_email" if given and re.search(r"\b(?:withdr|revoke|widerruf|widerspr)", normal) else ""
    if elsewhere and not by_phone and not (by_email and by_email.group() not in ("mail", "mails", "marketing")):
        return ""
    if refused or negated:
        return "opt_out_phone" if by_phone and not by_email else "opt_out_email"
    return "consent"


def closes_all(header: str) -> bool:
    """Whether an opt-out forbids every channel: "Do Not Contact", and not only e-mail ("Unsubscribed")."""
    normal = normalise(header)
    named = _BY_PHONE.search(normal) or _BY_EMAIL.search(normal) or _ELSEWHERE.search(normal)
    return permission(header) == "opt_out_email" and bool(_BY_ANY.search(normal)) and not named


def _is_refusal(normal: str, negated: re.Match[str]) -> bool:
    """Whether the "not" belongs to a channel: "Do not call" does, "Status if no answer to call" does not."""
    before = normal[: negated.start()].split()
    after = normal[negated.end() :].split()
    words = " ".join([*before[-2:], *after[:_CHANNEL_NEAR]])
    near = any(pattern.search(words) for pattern in (_BY_PHONE, _BY_EMAIL, _BY_ANY, _ELSEWHERE))
    return near and len(before) + len(after) <= 6
