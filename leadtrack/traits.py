"""What of a lead can be compared: its values folded to the form in which two writings of one thing are alike.

Placeholders ("n/a", "test", 555-5555, noreply@) are left out, and so is everything that says nothing about who a lead
is: dates of creation, status, rating, source, what an import noted for itself.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from leadtrack.nicknames import full_form
from leadtrack.patterns import Pattern
from leadtrack.texts import words

# What people type where they have nothing to say.
PLACEHOLDERS = words(
    """na none null nil nan unknown unbekannt test testing tester tbd tba tbc xx xxx xxxx xyz abc asdf asdfasdf qwerty
    foo bar foobar dummy sample example blank empty noname nobody anonymous notavailable notapplicable notprovided
    notgiven donotuse delete deleteme x nomail noemail nophone noname"""
)
# Words that are placeholders in a cell of their own, but somebody's last name too.
ALSO_NAMES = words("null nil nan bar na xx abc")
NOBODYS_MAILBOX = words(
    """noreply donotreply noemail nomail none na nobody unknown test testing tester asdf xxx xx x null abc example email
    mail@mail fake dummy notprovided notavailable dontreply"""
)
# Mailboxes of a firm, not of a person.
ROLES = words(
    """info sales office contact admin support hello mail team service accounts accounting billing marketing hr jobs
    kontakt buero vertrieb einkauf reception enquiries inquiries inquiry customerservice orders help post webmaster
    purchasing procurement administration general postmaster contato ventas contacto bonjour hallo verkauf"""
)
FREE_MAIL = words(
    """gmail.com googlemail.com yahoo.com hotmail.com outlook.com aol.com icloud.com live.com msn.com comcast.net me.com
    verizon.net att.net sbcglobal.net gmx.de gmx.net web.de t-online.de mail.com ymail.com proton.me protonmail.com
    yahoo.co.uk hotmail.co.uk btinternet.com yahoo.fr hotmail.fr orange.fr free.fr wanadoo.fr mail.ru yandex.ru qq.com
    163.com cox.net bellsouth.net charter.net mac.com rocketmail.com live.co.uk yahoo.de yahoo.com.au bigpond.com
    optusnet.com.au hotmail.de outlook.de freenet.de libero.it laposte.net sfr.fr rogers.com shaw.ca sympatico.ca"""
)
_LEGAL_FORMS = words(
    """inc incorporated llc llp lp ltd limited corp corporation co company gmbh ag kg ohg ug mbh se sa sas sarl srl spa
    bv nv ab as oy aps plc pty pvt ltda the and und et group holding holdings international intl cie"""
)
_STREET_WORDS = {
    "street": "st", "strasse": "str", "straße": "str", "avenue": "ave", "av": "ave", "road": "rd", "boulevard": "blvd",
    "drive": "dr", "lane": "ln", "court": "ct", "place": "pl", "crescent": "cres", "circuit": "cct", "highway": "hwy",
    "parkway": "pkwy", "square": "sq", "terrace": "ter", "terr": "ter", "circle": "cir", "suite": "ste",
    "apartment": "apt", "floor": "fl", "north": "n", "south": "s", "east": "e", "west": "w", "close": "cl",
    "mount": "mt", "saint": "st", "fort": "ft", "trail": "trl", "way": "way", "unit": "unit", "room": "rm",
}  # fmt: skip
_GENERIC_STREET = frozenset(_STREET_WORDS) | frozenset(_STREET_WORDS.values())
# Columns that an import makes of what it could not read or took off.
_OWN_COLUMN = Pattern(r"\((?:as typed|unreadable|range|filled|\d+)\)(?: \(\d+\))?\Z")
# Custom columns that are about the row and not about who the lead is.
ROW_COLUMNS = words(
    """created updated modified timestamp date notes note comment comments remarks tags tag prefix salutation anrede
    lastmodified lastactivity lastcontacted createddate modifieddate createdate updatedat createdat score leadscore"""
)
_words = Pattern(r"[^\W_]+")
_marks = Pattern(r"[._-]+")
_number_and_letters = Pattern(r"(\d+)([a-z])?\Z")
_GENERATIONS = {"jr": 2, "jnr": 2, "junior": 2, "sr": 1, "snr": 1, "senior": 1, "ii": 2, "iii": 3, "iv": 4}

# Values repeat from lead to lead, and each is folded for its key and again for being compared.
_REMEMBERED = 1 << 16
_VOWELS = str.maketrans("", "", "aeiouyhw")


_NO_LINES: frozenset[str] = frozenset()


class Traits(NamedTuple):
    """One lead, ready to be compared; "" and empty where it says nothing."""

    first: str  # folded first given name
    middle: str  # the others
    last: str
    generation: int  # 0 none, 1 senior, 2 junior or II, ...
    company: str
    email: str
    local: str  # of the e-mail, without dots and what follows a plus
    domain: str
    role: bool  # the e-mail is a firm's mailbox
    phones: tuple[str, ...]
    mobile: str  # the one of them that a person alone answers
    linkedin: str
    website: str
    number: str  # of the house
    street: str  # without the house number
    city: str
    postal_code: str
    state: str
    title: str
    custom: dict[str, str]
    lines: frozenset[str]  # custom values in words, as the streets they may be


@lru_cache(_REMEMBERED)
def fold(text: str) -> str:
    """Lower case without accents, all but letters and digits as blanks: "O'Néill-Smith" is "o neill smith"."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = text.casefold()
    return text if text.isalnum() else " ".join(_words.findall(text))


@lru_cache(_REMEMBERED)
def skeleton(folded: str) -> str:
    """The letters that survive most slips: blanks, vowels, h, w and doubled letters go, except at the beginning."""
    text = folded.replace(" ", "")
    if not text.isalpha():
        return text
    rest = text[1:].translate(_VOWELS)
    if len(rest) < 2:
        return text
    kept = text[0]
    for letter in rest:
        if letter != kept[-1]:
            kept += letter
    return kept.replace("ph", "f").replace("ck", "k")


def traits(values: Mapping[str, Any]) -> Traits:
    """A lead's traits. `values` are cleaned canonical fields and under "custom" a dict of the others."""
    get = values.get
    first, last = name_parts(values)
    given, _, middle = first.partition(" ")
    email = mail(get("email") or "")
    local, _, domain = email.partition("@")
    number, street = street_parts(get("street") or "")
    custom_fields = get("custom") or {}
    custom = {}
    generation = 0
    for name, text in custom_fields.items():
        if name == "Suffix":
            generation = next((_GENERATIONS[word] for word in fold(str(text)).split() if word in _GENERATIONS), 0)
        elif folded := custom_value(name, text):
            custom[name] = folded
    if last and not generation and (tail := last.rpartition(" "))[0] and tail[2] in _GENERATIONS:
        generation, last = _GENERATIONS[tail[2]], tail[0]
    return Traits(
        first=given,
        middle=middle,
        last=last,
        generation=generation,
        company=firm(get("company") or ""),
        email=email,
        local=local,
        domain=domain,
        role=local in ROLES,
        phones=tuple(number for field in ("phone", "mobile") if (number := phone(get(field) or ""))),
        mobile=phone(get("mobile") or ""),
        linkedin=web(get("linkedin") or "", path=True),
        website=web(get("website") or "", path=False),
        number=number,
        street=street,
        city=_said(fold(get("city") or "")),
        postal_code=_said(str(get("postal_code") or "").casefold().replace(" ", "").replace("-", "")),
        state=_said(fold(get("state") or "")),
        title=fold(get("title") or ""),
        custom=custom,
        lines=frozenset([skeleton(street_parts(text)[1]) for text in custom.values() if not text.isdigit()])
        if custom
        else _NO_LINES,
    )


def name_parts(values: Mapping[str, Any]) -> tuple[str, str]:
    """First and last name, folded; of a full name only, its last word is the last name. Placeholders are ""."""
    first, last = fold(values.get("first_name") or ""), fold(values.get("last_name") or "")
    if not first and not last and (full := values.get("full_name")):
        first, _, last = fold(full).rpartition(" ")
    return said_name(first, last)


def said_name(first: str, last: str) -> tuple[str, str]:
    """The same without placeholders: "test test", "x", "n/a" are no names, "Null" is one beside a first name."""
    if first == "x" and last.replace(" ", "") not in PLACEHOLDERS and last:
        return first, last
    if first.replace(" ", "") in PLACEHOLDERS or not first.replace(" ", "").strip("0123456789"):
        first = ""
    bare = last.replace(" ", "")
    if bare in PLACEHOLDERS and not (first and bare in ALSO_NAMES):
        last = ""
    return first, last


def mail(text: str) -> str:
    """An address as it is compared: no +tag, no dots in Gmail's; "" for nobody's mailbox."""
    local, at, domain = text.casefold().partition("@")
    if not at:
        return ""
    if "+" in local:
        local = local.partition("+")[0] or local
    if domain in ("gmail.com", "googlemail.com"):
        local, domain = local.replace(".", ""), "gmail.com"
    if local in NOBODYS_MAILBOX or (not local.isalnum() and _marks.sub("", local) in NOBODYS_MAILBOX):
        return ""
    return f"{local}@{domain}"


def phone(text: str) -> str:
    """The last ten digits; "" for a number that nobody has (555-5555, 1234567, too few)."""
    text = text.partition(";")[0]
    digits = text[1:] if text[1:].isdigit() and text[0] == "+" else "".join(c for c in text if c.isdigit())
    if len(digits) < 6 or len(set(digits[-7:])) < 3 or digits[-7:] in ("1234567", "2345678", "3456789", "4567890"):
        return ""
    return digits[-10:]


@lru_cache(_REMEMBERED)
def firm(text: str) -> str:
    """A company's name without its legal form: "The Acme Co., Inc." -> "acme"."""
    folded = fold(text)
    kept = [word for word in folded.split() if word not in _LEGAL_FORMS]
    return _said(" ".join(kept) or folded)


def web(text: str, *, path: bool) -> str:
    """The host of an address on the web without www., with its path if asked for; "" when empty."""
    rest = text.casefold().partition("://")[2] or text.casefold()
    host, _, behind = rest.partition("/")
    host = host.removeprefix("www.")
    behind = behind.partition("?")[0].strip("/")
    if path:
        # linkedin.com/in/jane is Jane's; linkedin.com alone is nobody's
        return behind.removeprefix("in/").removeprefix("pub/") or (host if "." not in host else "")
    return host if "." in host else ""


@lru_cache(_REMEMBERED)
def street_parts(text: str) -> tuple[str, str]:
    """("12", "oak st apt 3") of "12 Oak Street, Apt 3": the first number is the house's."""
    number = ""
    kept = []
    for word in fold(text).split():
        if not number and word[0].isdigit() and _number_and_letters.match(word):
            number = word
        else:
            kept.append(_STREET_WORDS.get(word, word))
    return number, _said(" ".join(kept))


def street_token(folded: str) -> str:
    """The word of a street that tells it from others: its longest one that is not "street", "road", "apt", ..."""
    best = ""
    for word in folded.split():
        if len(word) > len(best) and word not in _GENERIC_STREET:
            best = word
    return best


def custom_value(name: str, text: object) -> str:
    """A custom cell as it is compared; "" when it or its column says nothing about who the lead is."""
    if not _tells(name):
        return ""
    folded = fold(str(text))
    return "" if len(folded) > 200 else _said(folded)


@lru_cache(1024)
def _tells(column: str) -> bool:
    return column.casefold().replace(" ", "").replace("_", "") not in ROW_COLUMNS and not _OWN_COLUMN.search(column)


def name_token(folded_first: str) -> str:
    """The skeleton of a first name's full form: "bob", "rob" and "robert" have one."""
    return skeleton(full_form(folded_first.partition(" ")[0]))


def _said(folded: str) -> str:
    return "" if folded.replace(" ", "") in PLACEHOLDERS else folded
