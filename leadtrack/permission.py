"""What a header says about permission to write or to call: "Email Opt Out", "Do Not Call", "Accepts Marketing".

These are read first and by themselves, word by word in seven languages, since to read an opt-out the wrong way round is
the worst mistake that an import can make. Whatever is not clear stays a custom column.
"""

import re
from functools import lru_cache

from leadtrack import permission_words as said
from leadtrack.plain import normalise

_NUMBER_DOT = re.compile(r"\b(?:no|n)[.°º]|\bno of\b|\b(?:no|number)\s*$", re.IGNORECASE)


_GLUED = re.compile(
    r"^(|is|has|have|had|email|e|phone|call|mail|marketing|newsletter|sms|fax)"
    r"(optedout|optsout|optout|optin|optedin|unsubscribed?|donotcall|donotemail|donotbulkemail|donotphone|"
    r"donotcontact|donotmail|donotfax|donotpostalmail|donotsendmm|donotallow|dnc|dne)"
    r"(?:of|from|for|to)?(|flag|emails?|phone|calls?|mail|date|fax|sms|list|indicator|ind|yn|marketing|"
    r"newsletter|contact|all)$"
)
_EITHER_WAY = re.compile(
    r"\bopt ?in (?:or |and )?(?:opt )?out\b|\bopt ?out (?:or |and )?(?:opt )?in\b|"
    r"\b(?:altas?|inscri\w+|iscri\w+|suscri\w+|anmeld\w+|angemeldet|an|aan|aangemeld|aanmeld\w+|in|ingeschreven|"
    r"inschrijving|abonn\w+|cadastr\w+|subscribed?)"
    r" (?:(?:or|and|o|y|e|ou|et|oder|und|of|en) )?"
    r"(?:bajas?|des(?:inscri|uscri|abonn|cadastr)\w+|disiscri\w+|abmeld\w+|abgemeldet|afmeld\w+|afgemeld|uitgeschreven|"
    r"uitschrijv\w+|unsubscribed?)\b|"
    r"\b(?:nicht|niet|keine?|geen|not) (?:\w+ )?(?:unerwunscht|ongewenst|unwanted)\w*"
)
_YES_OR_NO = re.compile(r" (?:yes no|y n|ja nein|j n|ja nee|oui non|o n|si no|s n|sim nao|ja|yes|oui|si|sim)$")
_YOU_SEND = re.compile(r"\b(?:can|could|will|would) you (?:please )?(?:send|email|mail|call|share)\b")
_TO_BE_CALLED = re.compile(r"\bbe (?:called|phoned|rung)\b")
_RUN_ON = re.compile(r"\bdonot([a-z]+)")
_ON_IT = frozenset({"inscrit", "inscrito", "iscritto", "ingeschreven", "suscrito", "abonne"})
_NEWS_WORDS = """
newsletter, newsletters, newsletter subscription, newsletter subscriptions, marketing, e newsletter, enewsletter,
mailing list, email list, newsletter list, nieuwsbrief, boletin, infolettre, rundbrief, marketing emails, newsletter
subscriber, abonnement newsletter
"""
_NEWS = frozenset(word.strip() for word in _NEWS_WORDS.split(","))
# "Mailing ja/nee"
_MAILINGS = frozenset({"mailing", "mailings", "emailing", "emailings", "email marketing", "werbung", "publicidad"})
_CHANNEL_NEAR = 4
_SHORT = 4
_ASKING = re.compile(
    r"^(?:where|which|what|whats|how|who|when|why|wo|wie|ou|donde|onde|dove|waar|wann|quand|cuando|quando|wanneer)\b"
)


@lru_cache(maxsize=4096)
def permission(header: str) -> str | None:
    """What a header says about permission: "consent", "opt_out_email", "opt_out_phone"; None: it does not speak of it.

    "" where it does, but not of e-mail or calls (fax, text messages, the date or reason of it), or not clearly: such
    columns are kept as they are and never become a field.
    """
    normal = " ".join(_GLUED.sub(r"\1 \2 \3", word).strip() for word in normalise(header).split())
    plain, normal = normal, _YES_OR_NO.sub("", normal)
    normal = _RUN_ON.sub(r"do not \1", normal).replace("bulkemail", "bulk email")
    normal = _TO_BE_CALLED.sub("contact by phone", normal)
    if not normal or len(normal) > 160 or _ASKING.match(normal) or _YOU_SEND.search(normal):
        return None
    refused, given = said.REFUSED.search(normal), said.GIVEN.search(normal)
    no_number = _NUMBER_DOT.search(header.strip().lstrip("*"))
    negated = None if no_number else said.NOT.search(normal)
    by_phone, by_email, by_any = said.BY_PHONE.search(normal), said.BY_EMAIL.search(normal), said.BY_ANY.search(normal)
    elsewhere = said.ELSEWHERE.search(normal) or (negated and said.POSTAL_MAIL.search(normal) and not by_phone)
    if not by_email and said.OFFERS.search(normal) and said.HAVING.search(normal):
        by_email = said.OFFERS.search(normal)
    channel = bool(by_phone or by_email or by_any or elsewhere)
    only_news = normal in _NEWS or (normal != plain and normal in _MAILINGS)
    if not given and not refused and said.NEWSLETTER.search(normal):
        refused = said.UNSIGNING.search(normal)
        given = None if refused else said.SIGNING.search(normal)
    if refused and given and given.group() in _ON_IT and said.REGISTER.search(normal):
        given = None
    if refused and given and said.LAW.search(given.group()):
        given = None
    if not (refused or given or only_news or (channel and (negated or said.ALLOWED.search(normal)))):
        return None
    if negated and not (refused or given) and not _is_refusal(normal, negated):
        return None
    if said.ABOUT.search(normal) and not re.search(r"\bi agree\b|\bok to\b", normal):
        return ""
    besides = refused and said.NOT.search(f"{normal[: refused.start()]}|{normal[refused.end() :]}")
    if besides and refused and said.REGISTER.search(refused.group()) and said.REFUSING.search(besides.group()):
        besides = None
    if not (refused or negated or given) and said.CALLED_BACK.search(normal) and said.WISHED.search(normal):
        return ""
    withdrawn = given and not (negated and not refused) and said.WITHDRAWN.search(normal)
    if (refused and given) or besides or withdrawn or _EITHER_WAY.search(normal):
        return "opt_out_email" if withdrawn and not besides else ""
    if elsewhere and not by_phone and not said.BY_EMAIL.search(said.ADVERTISED.without(normal)):
        return ""
    no = refused or negated
    if no and not given and said.LIFTED.search(f"{normal[: no.start()]}|{normal[no.end() :]}"):
        return ""
    if no:
        return (
            "opt_out_phone" if by_phone and not said.BY_EMAIL.search(said.WAYLESS.without(normal)) else "opt_out_email"
        )
    return "" if said.DOUBT.search(normal) or _is_strange(normal) else "consent"


def _is_strange(normal: str) -> bool:
    """Whether a short permission holds a word of which nobody knows what it says: "Consent (paused)"."""
    if len(normal.split()) > _SHORT:
        return False
    for known in (said.GIVEN, said.ALLOWED, said.BY_PHONE, said.BY_EMAIL, said.BY_ANY, said.SIGNING, said.OFFERS,
                  said.HAVING, said.LAW, said.NEWSLETTER):  # fmt: skip
        normal = known.without(normal)
    return not said.BESIDE.issuperset(normal.split())


def closes_all(header: str) -> bool:
    """Whether an opt-out forbids every channel: "Do Not Contact", "No calls or e-mails", and not only e-mail
    ("Unsubscribed")."""
    if permission(header) != "opt_out_email":
        return False
    normal = normalise(header)
    by_phone, by_email = said.BY_PHONE.search(normal), said.BY_EMAIL.search(normal)
    named = by_phone or by_email or said.ELSEWHERE.search(normal)
    return bool(by_phone and by_email) or bool(said.BY_ANY.search(normal) and not named)


_DAY = re.compile(
    r"(?:^|[ _.(])(?:date|time|timestamp|dt|ts|datum|zeitpunkt|fecha|data|at|on|am|le|el|il|em|op|of|d[ue])"
    r"(?=$|[ _.)])",
    re.IGNORECASE,
)


def refused_on_a_day(header: str) -> str | None:
    """The opt-out of which a header tells the day: "UNSUB_TIME", "Opt-out date"; None of any other header."""
    bare = _DAY.sub(" ", _DAY.sub(" ", header))
    if bare == header or permission(header) != "":
        return None
    field = permission(bare)
    return field if field in ("opt_out_email", "opt_out_phone") else None


_TEXTS = re.compile(r"(?:\b|(?<=_))(?:sms|texts?|txts?|text messages?|txt msgs?)(?:\b|(?=_))", re.IGNORECASE)


def refuses_texts(header: str) -> bool:
    """Whether an opt-out is one of text messages: "SMS opt-out", "No texts"."""
    calls = _TEXTS.sub("calls", header)
    return calls != header and permission(header) == "" and permission(calls) == "opt_out_phone"


def _is_refusal(normal: str, negated: re.Match[str]) -> bool:
    """Whether the "not" belongs to a channel: "Do not call" does, "Status if no answer to call" does not."""
    if said.NO_REFUSAL.search(normal):
        return False
    before = normal[: negated.start()].split()
    after = normal[negated.end() :].split()
    words = " ".join([*before[-2:], *after[:_CHANNEL_NEAR]])
    if said.HAVING.search(words) and said.OFFERS.search(words):
        return True
    near = any(pattern.search(words) for pattern in (said.BY_PHONE, said.BY_EMAIL, said.BY_ANY, said.ELSEWHERE))
    return near and len(before) + len(after) <= 6
