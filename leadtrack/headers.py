"""What a header says, word by word: "E-mail 1 - Value" is the first e-mail address, "Mum email" is somebody else's.

A header is normalised to plain words, the words are looked up in the lexicon (`spellings.py`), and the meanings
together name a field, or none. Headers that speak of permission to write or to call are read first and by
themselves (`permission`), since reading one the wrong way round is the worst mistake that an import can make.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from leadtrack import spellings

_ZERO_WIDTH = re.compile("[\ufeff\u200b-\u200f\u202a-\u202e\u2060\xad]")
_API_SUFFIX = re.compile(r"__(?:c|pc|r)$", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[^\W_\d])(?=\d)|(?<=\d)(?=[^\W_\d])")
_POSSESSIVE = re.compile(r"['’`´]s\b|(?<=n)['’`´](?=t\b)", re.IGNORECASE)
_APART = re.compile(r"[^a-z0-9]+")
_NOTE = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_EITHER = re.compile(r"\s*[/|,;&+]\s*|\s+(?:and|or|und|oder|et|ou)\s+", re.IGNORECASE)
_MAIL_WORD = re.compile(r"\be[-_ ]?mail", re.IGNORECASE)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def normalise(header: str) -> str:
    """Plain lower-case words: "E-Mail Adresse:" -> "e mail adresse", "LeadSource__c" -> "lead source".

    CamelCase and digits are taken apart, accents folded, a byte order mark, stars and question marks dropped.
    """
    text = _API_SUFFIX.sub("", _ZERO_WIDTH.sub("", header).strip())
    text = _MAIL_WORD.sub(" email", text)
    text = _POSSESSIVE.sub(lambda found: "" if found.group()[-1] in "sS" else "", text)
    text = text.replace("#", " number ").replace("№", " number ").replace("%", " percent ")
    return _APART.sub(" ", _fold(_CAMEL.sub(" ", unicodedata.normalize("NFC", text)))).strip()


@dataclass(frozen=True, slots=True)
class Meaning:
    """A header read: the field that it names (None: none of ours), and how sure its words are.

    `settled` says that the words are understood and the answer stands, also when it is "none of our fields";
    `which` is "home", "work", ... or "", `ordinal` the number in "Phone 2" (1 where there is none), `line` whether that
    number counts lines of one address ("Address 2") and not addresses; `parts` the fields in "City / State".
    """

    field: str | None
    confidence: float = 0.0
    why: str = ""
    settled: bool = False
    which: str = ""
    ordinal: int = 1
    line: bool = False
    parts: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()


@cache
def lexicon() -> Mapping[str, str]:
    """Each known word or phrase, folded -> its meaning ("whose", "filler", "which:home" among them)."""
    words: dict[str, str] = {}

    def add(meaning: str, listed: str) -> None:
        for word in listed.split(","):
            spelled = {word, word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")}
            for one in spelled:
                words.setdefault(normalise(one), meaning)

    for meaning, listed in spellings.LEXICON.items():
        add(meaning, listed)
    for which, (listed, _) in spellings.WHICH.items():
        add(f"which:{which}", listed)
    add("whose", spellings.WHOSE)
    add("filler", spellings.FILLERS)
    return words


@cache
def patterns() -> Mapping[frozenset[str], tuple[str, float]]:
    """Sets of meanings -> (field, confidence)."""
    found: dict[frozenset[str], tuple[str, float]] = {}
    for field, listed in spellings.PATTERNS.items():
        for pattern in listed.split("|"):
            meanings, _, confidence = pattern.strip().partition(":")
            found.setdefault(frozenset(meanings.split()), (field, float(confidence or 0.95)))
    return found


@cache
def _longest_phrase() -> int:
    return max(phrase.count(" ") + 1 for phrase in lexicon())


_SHORT_PARTS = frozenset("id no nr nm cd st".split())


@lru_cache(maxsize=4096)
def unglue(word: str) -> tuple[str, ...]:
    """A word glued of known ones, taken apart in as few as can be: "custname" -> ("cust", "name"); () if it is not."""
    words = lexicon()
    best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    best[0] = ()
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - 16), end - 1):
            before, part = best[start], word[start:end]
            if before is None or (len(part) < 3 and (part not in _SHORT_PARTS or start == 0)) or part not in words:
                continue
            if words[part] == "filler" and len(part) < 4:
                continue
            known = best[end]
            if known is None or len(before) + 1 < len(known):
                best[end] = (*before, part)
    return best[-1] or ()


_HEADS = ("email", "phone", "mobile", "telefon")


def _tokens(normal: str) -> list[tuple[str, str]]:
    """(word or phrase, meaning); meaning is "" for a word that nobody knows and "1".."99" for a number."""
    words, limit = lexicon(), _longest_phrase()
    left = normal.split()
    if not normal.isascii() or not left:
        return []
    found: list[tuple[str, str]] = []
    position = 0
    while position < len(left):
        for length in range(min(limit, len(left) - position), 0, -1):
            phrase = " ".join(left[position : position + length])
            if phrase in words:
                found.append((phrase, words[phrase]))
                position += length
                break
        else:
            word = left[position]
            position += 1
            if word.isdigit():
                found.append((word, word))
            elif len(word) >= 5 and (parts := unglue(word)):
                found.extend((part, words[part]) for part in parts)
            elif head := next((head for head in _HEADS if word.endswith(head) and len(word) > len(head) + 2), None):
                found.extend([(word.removesuffix(head), ""), (head, words[head])])
            else:
                found.append((word, ""))
    return found


def read(header: str, *, correct: Mapping[str, str] | None = None) -> Meaning:
    """The meaning of one header. `correct` maps words that nobody knows to the known word that they are typos of."""
    bare = _NOTE.sub(" ", header)
    normal = normalise(bare if normalise(bare) else header)
    if correct:
        normal = " ".join(correct.get(word, word) for word in normal.split())
    allowed = permission(header)
    if allowed is not None:
        return Meaning(allowed or None, 0.95 if allowed else 0.0, "known spelling" if allowed else "", settled=True)
    sides = [side for side in _EITHER.split(bare) if normalise(side)]
    if len(sides) > 1 and normal not in lexicon():
        combined = _either(sides)
        if combined is not None:
            return combined
    return _read_words(normal)


def _either(sides: list[str]) -> Meaning | None:
    """ "City, State ZIP" and "Name / Company": several things in one column; None where all sides say one thing."""
    read_sides = [_read_words(normalise(side)) for side in sides]
    fields = {side.field for side in read_sides if side.field}
    if len(fields) < 2 or fields == {"state", "county"} or fields <= {"country", "state"}:
        return None
    parts = frozenset(fields)
    if fields == {"phone", "mobile"}:
        return Meaning("phone", 0.85, "known words", settled=True, parts=parts)
    if fields == {"first_name", "last_name"}:
        return Meaning("full_name", 0.9, "first and last name", settled=True, parts=parts)
    if fields <= {"city", "state", "postal_code", "country"} and "city" in fields:
        return Meaning("city", 0.85, "city and state in one", settled=True, parts=parts)
    if "street" in fields and fields <= {"street", "city", "state", "postal_code", "country"}:
        return Meaning("street", 0.85, "a whole address", settled=True, parts=parts)
    return Meaning(None, settled=True, parts=parts)


_CITY_AND = frozenset({"city", "state", "zip", "country", "region", "county"})


@lru_cache(maxsize=4096)
def _read_words(normal: str) -> Meaning:
    if normal in spellings.ALONE:
        field = spellings.ALONE[normal]
        return Meaning(field, 0.95 if field else 0.0, "known spelling" if field else "", settled=True)
    concepts, unknown, which, ordinal, last_number, whose = set[str](), list[str](), "", 1, -1, False
    tokens = _tokens(normal)
    for place, (word, meaning) in enumerate(tokens):
        if meaning.isdigit():
            ordinal, last_number = int(meaning), place
        elif meaning.startswith("which:"):
            which = which or meaning.removeprefix("which:")
        elif meaning == "whose":
            whose = True
        elif not meaning:
            unknown.append(word)
        elif meaning != "filler":
            concepts.add(meaning)
    if ordinal > 1 and {"email", "phone", "address", "web"} & concepts or "ordinal" in concepts:
        concepts.discard("ordinal")
    if last_number >= 0 and "value" in concepts and {"email", "phone", "web", "address"} & concepts:
        concepts.discard("value")
    if "business" in concepts and not concepts <= {"business", "name", "company", "industry"}:
        concepts.discard("business")
        which = which or "work"
    if "deal" in concepts and not concepts <= {"deal", "title", "name", "number", "date"}:
        concepts.discard("deal")
    meanings = frozenset(concepts)
    loss = spellings.WHICH[which][1] if which else 0.0
    loss += 0.15 if ordinal == 2 else 0.2 if ordinal > 2 else 0.0
    line = bool(meanings & {"street", "address", "line"}) and last_number == len(tokens) - 1
    found = patterns().get(meanings)
    if found is None and not unknown and {"city"} < meanings <= _CITY_AND:
        return Meaning("city", 0.85, "city and state in one", True, which, parts=frozenset({"city", "state"}), concepts=meanings)
    common = {"which": which, "ordinal": ordinal, "line": line}
    if "unit" in meanings and len(meanings) == 1 and not unknown:
        return Meaning("street", 0.6, "part of the address", True, which, 2, True, concepts=meanings)
    if unknown or found is None:
        field, confidence = found if found else (None, 0.0)
        soft = 0.55 if field == "notes" else 0.4
        known_badly = bool(unknown) and field is not None
        return Meaning(
            field if known_badly else None,
            min(confidence - loss, soft) if known_badly else 0.0,
            "one word of it is known" if known_badly else "",
            settled=not unknown and bool(meanings),
            concepts=meanings,
            unknown=tuple(unknown),
            which=which,
            ordinal=ordinal,
            line=line,
        )
    field, confidence = found
    if meanings == {"name"} and whose:
        confidence = 0.93
    return Meaning(field, confidence - loss, "known spelling", settled=True, concepts=meanings, **common)  # type: ignore[arg-type]


def words_unknown(header: str) -> tuple[str, ...]:
    """The words of a header that are in no lexicon: what may be a typo."""
    return _read_words(normalise(_NOTE.sub(" ", header))).unknown


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")\b")


_REFUSED = _any(
    r"opt(?:ed|s|ing)? ?outs?", r"optouts?", r"opted ?out", r"unsubscri\w*", r"unsub", r"dnc", r"dne", r"dnd", r"do ?not ?call",
    r"withdr\w+", r"revoked?", r"suppress\w*", r"abbestell\w*", r"abgemeldet", r"abmeld\w*", r"widerspr\w*", r"widerruf\w*",
    r"desinscri\w*", r"desabonn\w*", r"desuscri\w*", r"descadastr\w*", r"cancelou", r"disiscri\w*", r"uitgeschreven",
    r"afgemeld\w*", r"robinson\w*", r"lista negra", r"werbesperre", r"kontaktsperre", r"mailsperre",
)  # fmt: skip
_NOT = _any(
    r"do ?not", r"dont", r"never", r"not", r"no", r"no longer", r"stop", r"block(?:ed)?", r"exclude[sd]?", r"without",
    r"nicht", r"kein\w*", r"sperr\w*", r"gesperrt", r"ne pas", r"ne plus", r"pas de", r"refus\w*", r"oppos\w*", r"baja",
    r"nao", r"non", r"niet", r"geen", r"declin\w*", r"denied", r"deny", r"sin", r"sem", r"senza",
)  # fmt: skip
_GIVEN = _any(
    r"opt(?:ed|s|ing)? ?ins?", r"optins?", r"double opt ?in", r"subscribed?", r"consent\w*", r"permission\w*", r"permitted",
    r"consens\w*", r"gdpr", r"dsgvo", r"rgpd", r"avg toestemming", r"tcpa", r"einwillig\w*", r"einverstand\w*", r"zustimm\w*", r"\w+einwilligung",
    r"toestemming\w*", r"abonne", r"suscrito", r"inscrito", r"iscritto", r"ingeschreven", r"abonniert", r"subscribe to \w+",
)  # fmt: skip
_ALLOWED = _any(
    r"accept\w*", r"agrees?", r"agreed", r"allow\w*", r"ok", r"okay", r"can", r"may", r"receives?", r"wants?", r"autori[sz]\w*",
    r"acept\w*", r"aceita\w*", r"accett\w*", r"acconsent\w*", r"darf", r"peut", r"mag", r"puede", r"pode", r"happy", r"yes",
)  # fmt: skip
_BY_PHONE = _any(
    r"phones?", r"call\w*", r"telephone\w*", r"tel", r"dial", r"dnc", r"anruf\w*", r"telefon\w*", r"appel\w*", r"llam\w*",
    r"ligar", r"ligacoes", r"chiam\w*", r"bellen", r"gebeld", r"donotcall", r"telemarketing", r"voice", r"solicit\w*",
)  # fmt: skip
_BY_EMAIL = _any(
    r"emails?", r"emailed", r"newsletters?", r"marketing", r"mailings?", r"bulk", r"correos?", r"courriels?", r"mail", r"mails",
    r"werbung", r"publicidad", r"promo\w*", r"pubblicita", r"comunica\w*", r"communications?", r"offers?", r"e mails?",
)  # fmt: skip
_BY_ANY = _any(r"contact\w*", r"kontakt\w*", r"disturb", r"sollicit\w*", r"approach\w*", r"market(?:ed)?")
_ELSEWHERE = _any(
    r"fax\w*", r"sms", r"text\w*", r"whats ?app", r"post", r"postal", r"letters?", r"direct mail", r"brief\w*", r"courrier",
    r"print", r"mms", r"push",
)  # fmt: skip
_POSTAL_MAIL = _any(r"(?:do ?not|dont|no|never|not|not allow|stop) (?:send )?mails?")
_ABOUT = _any(
    r"dates?", r"datum", r"fecha", r"data de", r"data", r"time", r"at", r"on", r"when", r"since", r"reason", r"mode", r"ip", r"source",
    r"id", r"version", r"wording", r"method", r"url", r"link", r"lists?", r"count", r"number of", r"grund", r"motif", r"motivo",
    r"bounced?", r"quarantined?", r"terms?", r"privacy", r"conditions?", r"cookies?", r"datenschutz", r"history", r"by", r"page",
    r"last", r"expir\w*", r"legal", r"basis", r"form", r"campaign", r"type", r"level", r"why", r"notes?", r"comments?",
)  # fmt: skip
_NUMBER_DOT = re.compile(r"\b(?:no|n)[.°º]|\bno of\b|\b(?:no|number)\s*$", re.IGNORECASE)


_GLUED = re.compile(
    r"^(|is|has|email|phone|call|mail|marketing|newsletter|sms|fax)(optedout|optout|optin|optedin|unsubscribed?|donotcall|donotemail|"
    r"donotcontact|donotmail|donotfax|dnc|dne)(|flag|email|phone|call|mail|date|fax|sms|list|indicator|yn)$"
)


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


_DNC = _any(r"dnc", r"dne", r"dnd", r"do ?not ?call")
_CHANNEL_NEAR = 4


def _is_refusal(normal: str, negated: re.Match[str]) -> bool:
    """Whether the "not" belongs to a channel: "Do not call" does, "Status if no answer to call" does not."""
    before = normal[: negated.start()].split()
    after = normal[negated.end() :].split()
    words = " ".join([*before[-2:], *after[:_CHANNEL_NEAR]])
    near = any(pattern.search(words) for pattern in (_BY_PHONE, _BY_EMAIL, _BY_ANY, _ELSEWHERE))
    return near and len(before) + len(after) <= 6
