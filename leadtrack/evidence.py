"""What the values of a column look like, whatever its header says: shares of e-mails, phones, ZIP codes ...

Only the first different values are looked at (`SAMPLE`), which is enough to tell a column of telephone numbers from a
column of names, and keeps wide sheets fast.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from leadtrack.answers import IN, OUT
from leadtrack.countries import country_code, state_code
from leadtrack.given_names import GIVEN_NAMES
from leadtrack.names import is_company
from leadtrack.typical_values import typical

SAMPLE = 40
ENOUGH = 0.6

_EMAIL = re.compile(r"(?:mailto:)?<?[^\s@,;<>()]+(?:@|\(at\)| at |\[at\])[^\s@,;<>()]+\.\w{2,}>?", re.IGNORECASE)
_HALF_EMAIL = re.compile(r"\S+@\S+")
_URL = re.compile(r"(?:https?://|www\.)\S+|(?:[a-z0-9-]+\.)+(?:com|net|org|io|co|de|fr|es|it|nl|eu|uk|us|ca|au|biz|info|br|ai|za|in|ch|at|be)(?:/\S*)?", re.IGNORECASE)  # fmt: skip  # noqa: E501 (one alternative a thing)
_PHONE = re.compile(r"(?:p:|tel:)?['’]?[+(]?\d[\d\s().+/–-]{5,22}\d(?:\s*(?:x|ext\.?|#)\s*\d{1,6})?", re.IGNORECASE)
# Tax ids of Brazil and the like: 12.345.678/0001-90, 123.456.789-09, 12345678/0001
_TAX_NUMBER = re.compile(r"\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}|\d{3}\.\d{3}\.\d{3}-\d{2}|\d{6,9}/\d{4,7}-?\d*")
_MONEY = re.compile(
    r"(?:[$€£¥₹]|R\$|US\$|USD|EUR|GBP|CHF|INR)\s?[\d.,' ]*\d\s?(?:k|m|mn|bn|l|cr)?|"
    r"[\d.,' ]*\d\s?(?:[$€£₹]|USD|EUR|GBP|CHF|Lakhs?|Crores?|k|m|mn|bn)",
    re.IGNORECASE,
)
# "$10k-$25k", "under_$10k", "5.000 - 10.000 €", "$50k+": a range of money, or its one end
_MONEY_RANGE = re.compile(
    r"(?:(?:under|over|up to|more than|less than|about|bis|über|unter|ab|ca\.?|moins de|plus de|jusqu'à|hasta|más de|"
    r"menos de|até|mais de|fino a|oltre|tot|meer dan)[\s_]*)?(?=[^$€£¥₹]*[$€£¥₹])"
    r"[<>≤≥~$€£¥₹R ]*\d[\d.,' ]*(?:k|m|mn|bn|mio|mil)?\s?[€£$]?"
    r"(?:\s?(?:-|–|to|bis|a|à|tot|_)\s?[$€£¥₹R ]*\d[\d.,' ]*(?:k|m|mn|bn|mio|mil)?\s?[€£$]?)?"
    r"\s?\+?(?:\s?(?:/|per )\s?\w+)?|\d{1,4}\s?(?:-|–|to)\s?\d{1,4}\s?(?:k|mio|mil)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+]?\d[\d.,' ]*")
# A day as a spreadsheet counts it (1954 to 2064), or a moment as computers do.
_SERIAL = re.compile(r"[2-5]\d{4}(?:[.,]\d+)?|1\d{9}(?:\d{3})?")
_RANGE = re.compile(r"[<>≥≤]?\s?\d[\d,.]*\s?(?:-|–|to|bis)\s?\d[\d,.]*|[<>]\s?\d[\d,.]*|\d[\d,.]*\+", re.IGNORECASE)
_DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d.*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?:,?\s.*)?|"
    r"\d{1,2}(?:st|nd|rd|th|\.)?[- ][^\W\d]{3,10}\.?,?[- ]\d{2,4}(?:,?\s.*)?|"
    r"[^\W\d]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}.*|"
    r"1[0-9]{12}|(?:0?[1-9]|1[0-2])/(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])[./](?:0[1-9]|1[0-2])\.?",
)
_COMPACT_DATE = re.compile(r"20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
# A school year or season, which is as long as a telephone number.
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-/–]\s?(?:19|20)\d\d")
_CENTS = re.compile(r"\d[\d.,' ]*[.,]\d\d")
# What stands for an empty cell.
_EMPTY_WORDS = "? ?? ??? - -- --- n/a #n/a tbd tba tbc k.a. ."
_NOTHING = frozenset(_EMPTY_WORDS.split())
_ZIP = re.compile(
    r"z:\d{4,5}.*|'?\d{5}(?:-\d{4})?|\d{5}-?\d{3}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\d{4}\s?[A-Z]{2}|\d{3}\s\d{2}",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?=[\w -]{2,10}$)[A-Za-z]{0,2}[- ]?\d[\w -]*")
_SALUTATIONS = """
mr mrs ms miss mx dr prof sir madam herr frau fräulein hr fr herrn m mme mlle monsieur madame sr sra srta señor señora
sig sig.ra signora signor dott dott.ssa dhr mevr mevrouw meneer dr.med ing rev fam
"""
_SALUTATION = frozenset(_SALUTATIONS.split())
_ANSWERS = """
yes no y n s true false t f x 1 0 ja nein nee j oui non si sí sì sim não nao on off granted denied checked unchecked ok
opted-in opted-out opt-in opt-out subscribed unsubscribed
"""
_YES_NO = frozenset(_ANSWERS.split()) | {"opted in", "opted out", "opt in", "opt out", "not subscribed", "no consent"}
_WISHES = """
allow allowed disallow disallowed do_not_allow don't_allow not_allowed blocked permitted accepted declined refused
agreed confirmed given withdrawn registered not_registered unregistered active inactive pending cleaned ticked selected
do_not_call do_not_email do_not_contact do_not_mail dnc aan uit waar onwaar wahr falsch vrai faux verdadero falso
verdadeiro vero ✓ ✔ ✗ ✘ ☑ ☐
"""
_WISH = frozenset(wish.replace("_", " ") for wish in _WISHES.split())
_STREET = re.compile(
    r"\d+[\w/-]*\s+\S+.*|p\.?\s?o\.?\s?box\b.*|.*\D\s\d+\s?[-/]?\s?\d*[a-z]?|(?:via|viale|rue|rua|calle|av|avda|c/|corso|piazza)\b.*",
    re.IGNORECASE,
)
_STATE_END = re.compile(r"^(?P<city>\D*?[^\W\d]\D*?)(?P<gap>,\s*|\s*/\s*|\s+-\s+|\s+)(?P<state>[^\W\d][^,\d/]*?)[\s,]*(?P<zip>\d{5}(?:-\d{4})?|\d{4}|[A-Z]\d[A-Z] ?\d[A-Z]\d)?(?:,\s*(?P<country>[^,\d]+))?$")  # fmt: skip  # noqa: E501 (one pattern)
_PERSON = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+){1,3}[^\W\d_][\w'’.-]*|[^\W\d_][\w'’-]+,\s*[^\W\d_][\w'’. -]+")


_STATES_OF = ("US", "CA", "AU", "DE", "GB", "BR", "IN", "MX", "AT", "CH")


@lru_cache(maxsize=4096)
def _is_state(text: str) -> bool:
    """Whether some country has a state of that name; a code of two letters counts in capitals only ("OR", not "or")."""
    text = text.strip()
    if len(text) < 2 or (len(text) < 4 and not text.isupper()):
        return False
    return any(state_code(text, country) for country in _STATES_OF)


@lru_cache(maxsize=8192)
def kinds(text: str) -> tuple[str, ...]:
    """What one value may be: "email", "phone", "url", "linkedin", "date", "money", "number", "range", "zip", "code",
    "yes/no", "wish", "state", "country", "salutation", "company", "person", "given", "street", "address",
    "city state", "text", and what `typical_values` knows.
    """
    value = text.strip()
    lower = value.casefold()
    found: list[str] = []
    if lower in _YES_NO:
        found.append("yes/no")
    elif lower in _WISH:
        found.append("wish")
    elif lower in OUT or lower in IN:
        found.append("permission")
    if "@" in value or "(at)" in lower or " at " in lower or "[at]" in lower:
        first = re.split(r"[;,/|]\s*|\s{2,}|\s+(?=\S+@)", value)[0].strip()
        if _EMAIL.fullmatch(first) or (_HALF_EMAIL.fullmatch(first) and first.count("@") == 1):
            return ("email",)
    digits = sum(map(str.isdigit, value))
    if not digits:
        return (*found, *_of_words(value, lower))
    if "." in value and _URL.fullmatch(value):
        return ("url", "linkedin") if "linkedin." in lower else ("url",)
    if _DATE.fullmatch(value):
        found.append("date")
    elif len(value) == 8 and _COMPACT_DATE.fullmatch(value):
        found += ["date", "phone"]
    elif _TAX_NUMBER.fullmatch(value):
        found.append("code")
    elif (7 <= digits <= 17 and not _YEARS.fullmatch(value)) or value[:1] == "+":
        first_number = re.split(r"\s*(?:[;,|]|\s/\s|\sor\s)\s*", value)[0]
        if _PHONE.fullmatch(first_number) and 7 <= sum(character.isdigit() for character in first_number) <= 19:
            found.append("phone")
            if not value.isdigit() and not value.replace(".", "", 1).isdigit():
                found.append("written phone")
    if _MONEY.fullmatch(value) or _MONEY_RANGE.fullmatch(value):
        found.append("money")
    if _NUMBER.fullmatch(value):
        found.append("number")
        if _CENTS.fullmatch(value):
            found.append("cents")
        if _SERIAL.fullmatch(value):
            found.append("serial")
    elif _RANGE.fullmatch(value):
        found.append("range")
    if _ZIP.fullmatch(value):
        found.append("zip")
    if _CODE.fullmatch(value):
        found.append("code")
    if not found or "zip" in found:
        found.extend(_of_places(value))
    if not found and is_company(value):
        found.append("company")
    return tuple(found) or ("text",)


def _of_places(value: str) -> list[str]:
    pieces = [piece.strip() for piece in value.replace("\n", ",").split(",") if piece.strip()]
    if len(pieces) >= 2 and _STREET.fullmatch(pieces[0]) and any(character.isdigit() for character in pieces[0]):
        return ["street", "address"] if _has_place_end(pieces[1:]) else ["street"]
    if (ending := _STATE_END.match(value)) and _is_state(ending["state"].strip()):
        return ["city state"]
    return ["street"] if len(value) <= 80 and _STREET.fullmatch(value) else []


def _has_place_end(pieces: list[str]) -> bool:
    """Whether what follows the street is a place: "Springfield, IL 62704", "75001 Paris", "Bath BA1 1AA"."""
    last = pieces[-1]
    if country_code(last) and len(pieces) > 1:
        return True
    words = last.split()
    ending = _STATE_END.match(last) if len(words) > 1 else None
    if any(_ZIP.fullmatch(word) for word in words) or _ZIP.fullmatch(last) or _ZIP.fullmatch(" ".join(words[-2:])):
        return True
    first_word = words[0] if words else ""
    return bool(_is_state(last) or (ending and _is_state(ending["state"])) or _is_state(first_word))


def _of_words(value: str, lower: str) -> tuple[str, ...]:
    """The kinds of a text without digits."""
    found = list(typical(lower))
    if "." in value and not found and _URL.fullmatch(value):
        return ("url", "linkedin") if "linkedin." in lower else ("url",)
    if lower.rstrip(".") in _SALUTATION or lower in _SALUTATION:
        found.append("salutation")
    if len(value) <= 40:
        if _is_state(value):
            found.append("state")
        if country_code(value):
            found.append("country")
        ending = _STATE_END.match(value)
        if ending and len(ending["city"]) > 2 and (state := ending["state"].strip()) and _is_state(state):
            shown = "," in ending["gap"] or "/" in ending["gap"] or (state.isupper() and len(state) <= 3)
            found += ["city state"] if shown else []
    if is_company(value):
        return (*found, "company")
    words = lower.replace(",", " ").split()
    if len(words) == 1 and words[0] in GIVEN_NAMES:
        found.append("given")
    elif 2 <= len(words) <= 4 and _PERSON.fullmatch(value):
        found += ["name-like"]
        if words[0] in GIVEN_NAMES or words[1] in GIVEN_NAMES or words[0].rstrip(".") in _SALUTATION:
            found.append("person")
    return (*found, "text")


class Evidence:
    """The shares (0 to 1) of each kind among the different filled values of a column; `count` says how many there are,
    `filled` among how many filled cells."""

    __slots__ = ("count", "filled", "shares", "values")

    def __init__(self, cells: Iterable[str]) -> None:
        seen: dict[str, None] = {}
        self.filled = 0
        for cell in cells:
            if cell and not cell.isspace() and cell.strip().casefold() not in _NOTHING:
                self.filled += 1
                seen[cell] = None
                if len(seen) == SAMPLE:
                    break
        self.values = tuple(seen)
        self.count = len(seen)
        shares: dict[str, int] = {}
        for value in seen:
            for kind in kinds(value[:120]):
                shares[kind] = shares.get(kind, 0) + 1
        self.shares = {kind: number / self.count for kind, number in shares.items()}

    def share(self, *named: str) -> float:
        """The largest share of the kinds named; 0 where the column is empty."""
        return max((self.shares.get(kind, 0.0) for kind in named), default=0.0)

    def mostly(self, *named: str) -> bool:
        """Whether one of these kinds is what the column holds."""
        return self.share(*named) >= ENOUGH

    @property
    def words(self) -> float:
        """The mean number of words of a value."""
        return sum(len(value.split()) for value in self.values) / self.count if self.count else 0.0
