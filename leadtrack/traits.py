"""What of a lead can be compared: its values folded to the form in which two writings of one thing are alike.

Placeholders ("n/a", "test", 555-5555, noreply@) are left out, and so is everything that says nothing about who a lead
is: dates of creation, status, rating, source, what an import noted for itself.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations
from typing import Any, NamedTuple

from leadtrack.folding import REMEMBERED, fold, folds, skeleton
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
# Numbers that people type instead of one.
SERIES = ("1234567", "2345678", "3456789", "4567890")
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
_marks = Pattern(r"[._-]+")
_number_and_letters = Pattern(r"(\d+)([a-z])?\Z")
_GENERATIONS = {"jr": 2, "jnr": 2, "junior": 2, "sr": 1, "snr": 1, "senior": 1, "ii": 2, "iii": 3, "iv": 4}


# A longer custom text is prose.
LONGEST_CUSTOM = 200
Values = Mapping[str, Any]


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
    line: str = ""  # the further lines of the address

    def lines(self) -> frozenset[str]:
        """Custom values in words, as the streets they may be."""
        texts = [*self.custom.values(), self.line]
        return frozenset([_skeleton(text) for text in texts if not text.isdigit()])


def traits(values: Values) -> Traits:
    """A lead's traits. `values` are cleaned canonical fields and under "custom" a dict of the others."""
    return all_traits(1, {field: [value] for field, value in values.items()})[0]


def all_traits(leads: int, columns: Mapping[str, Sequence[Any]], custom: Collection[str] | None = None) -> list[Traits]:
    """The traits of so many leads, of their values field by field, None (or "") where one has none.

    "custom" is JSON text or a dict of each. `custom`: the custom columns that matter; all of them without it.
    """

    nothing = [""] * leads

    def column(field: str) -> Sequence[str]:
        cells = columns.get(field, nothing)
        return [cell or "" for cell in cells] if None in cells else cells

    def folded(field: str) -> list[str]:
        return folds(column(field)) if any(columns.get(field, ())) else nothing

    parts = [said_name(*names) for names in zip(folded("first_name"), folded("last_name"), strict=True)]
    mails = [mail(text).partition("@") if text else ("", "", "") for text in column("email")]
    firsts, furthers = zip(*[lines(text) if "," in text else (text, "") for text in column("street")], strict=True)
    doors = [street_parts(text) if text else ("", "") for text in firsts]
    phones, mobiles = ([phone(text) if text else "" for text in column(field)] for field in ("phone", "mobile"))
    rows = zip(
        column("full_name"),
        [fold(text) if text else "" for text in furthers],
        *_customs(leads, columns.get("custom"), custom),
        parts,
        mails,
        doors,
        phones,
        mobiles,
        firms(column("company")) if any(columns.get("company", ())) else nothing,
        [web(text, path=True) if text else "" for text in column("linkedin")],
        [web(text, path=False) if text else "" for text in column("website")],
        all_said(folded("city")),
        all_said(_code(text) for text in column("postal_code")),
        all_said(folded("state")),
        folded("title"),
        strict=True,
    )
    found = []
    for (
        full, further, others, generation, (first, last), (local, _, domain), (number, street), line, mobile, company,
        linkedin, website, city, code, state, title,
    ) in rows:  # fmt: skip
        if full and not first and not last:
            first, last = full_name(full)
        if " " in last and not generation and (tail := last.rpartition(" "))[2] in _GENERATIONS:
            generation, last = _GENERATIONS[tail[2]], tail[0]
        given, _, middle = first.partition(" ")
        found.append(
            Traits(
                given, middle, last, generation, company, f"{local}@{domain}" if local else "", local, domain,
                local in ROLES, (line, mobile) if line and mobile else (line,) if line else (mobile,) if mobile else (),
                mobile, linkedin, website, number, street, city, code, state, title, others,
                further,
            )
        )  # fmt: skip
    return found


def _customs(
    leads: int, cells: Sequence[Any] | None, wanted: Collection[str] | None
) -> tuple[list[dict[str, str]], list[int]]:
    """The custom columns of each lead, as they are compared, and the generation that one of them tells."""
    told: list[dict[str, str]] = [{} for _ in range(leads)]
    generations = [0] * leads
    if not cells or not any(cells):
        return told, generations
    rows = customs(cells)
    names = dict.fromkeys(chain.from_iterable(rows))
    for name in names if wanted is None else [name for name in wanted if name in names]:
        if name == "Suffix" or not tells(name):
            continue
        texts = custom_values([str(row.get(name, "")) for row in rows])
        for others, text in zip(told, texts, strict=True):
            if text:
                others[name] = text
    if "Suffix" in names:
        for place, suffix in enumerate(row.get("Suffix") for row in rows):
            if suffix:
                folded = fold(str(suffix)).split()
                generations[place] = next((_GENERATIONS[word] for word in folded if word in _GENERATIONS), 0)
    return told, generations


def customs(cells: Sequence[Any]) -> list[dict[str, Any]]:
    """The custom columns of each of many leads, which are JSON text, a dict or nothing."""
    if set(map(type, cells)) <= {str, type(None)}:
        read: list[dict[str, Any]] = json.loads(f"[{','.join([cell or '{}' for cell in cells])}]")
        return read
    return [(json.loads(cell) if isinstance(cell, str) else cell) if cell else {} for cell in cells]


def _code(text: str) -> str:
    return text.casefold().replace(" ", "").replace("-", "")


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


def full_name(text: str) -> tuple[str, str]:
    """First and last name of both in one, folded: the last word is the last name."""
    first, _, last = _said(fold(text)).rpartition(" ")
    return said_name(first, last)


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
    if len(digits) < 6 or len(set(digits[-7:])) < 3 or digits[-7:] in SERIES:
        return ""
    return digits[-10:]


def firms(texts: Sequence[str]) -> list[str]:
    """Names of companies without their legal form: "The Acme Co., Inc." -> "acme"."""
    folded = folds(texts)
    words = " \n ".join(folded).split(" ")
    text = " ".join([word for word in words if word not in _LEGAL_FORMS]).replace(" \n ", "\n")
    names = text.split("\n")
    if "" in names or " \n" in text or "\n " in text:
        # a name that is nothing but legal forms stays
        names = [name.strip() or whole for name, whole in zip(names, folded, strict=True)]
    return all_said(names)


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


def street_parts(text: str) -> tuple[str, str]:
    """("12", "oak st") of "12 Oak Street, Apt 3": the first number is the house's."""
    text = lines(text)[0]
    head, _, rest = text.partition(" ")
    head = head.removesuffix(",")
    if rest and head.isdecimal() and head.isascii():
        return head, _street(rest, True)[1]
    return _street(text, False)


def lines(text: str) -> tuple[str, str]:
    """The first line of an address, and what stands behind it; a number alone is none ("12, Oak St", "Rua X, 12")."""
    first, comma, rest = text.partition(",")
    if not comma or not any(map(str.isalpha, first)) or not any(map(str.isalpha, rest)):
        return text, ""
    return first, rest.strip()


@lru_cache(REMEMBERED)
def _street(text: str, numbered: bool) -> tuple[str, str]:
    """House number and street; where the number was taken off, all is street."""
    number = ""
    kept = []
    for word in fold(text).split():
        if not numbered and not number and word[0].isdigit() and _number_and_letters.match(word):
            number = word
        else:
            kept.append(_STREET_WORDS.get(word, word))
    return number, _said(" ".join(kept))


@lru_cache(REMEMBERED)
def _skeleton(text: str) -> str:
    return skeleton(street_parts(text)[1])


def street_token(folded: str) -> str:
    """The word of a street that tells it from others: its longest one that is not "street", "road", "apt", ..."""
    best = ""
    for word in folded.split():
        if len(word) > len(best) and word not in _GENERIC_STREET:
            best = word
    return best


@lru_cache(1)
def parts_of_placeholders() -> frozenset[str]:
    """Whatever stands in a placeholder: a text of which a word is none of these is none."""
    return frozenset(text[start:end] for text in PLACEHOLDERS for start, end in combinations(range(len(text) + 1), 2))


def custom_values(texts: Sequence[str]) -> list[str]:
    """Custom cells as they are compared, of a column that tells; "" where one says nothing about who the lead is."""
    return all_said("" if len(folded) > LONGEST_CUSTOM else folded for folded in folds(texts))


@lru_cache(1024)
def tells(column: str) -> bool:
    """Whether a custom column may say who a lead is, by its name."""
    return column.casefold().replace(" ", "").replace("_", "") not in ROW_COLUMNS and not _OWN_COLUMN.search(column)


def all_said(folded: Iterable[str]) -> list[str]:
    """Each without placeholders."""
    return ["" if text.replace(" ", "") in PLACEHOLDERS else text for text in folded]


def _said(folded: str) -> str:
    return "" if folded.replace(" ", "") in PLACEHOLDERS else folded
