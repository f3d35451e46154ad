"""Addresses: postal codes in their country's form, and one cell that holds several parts taken apart.

A part is recognised by its form (a ZIP, a state's name, a comma), from the end of the cell to its beginning; what
cannot be told apart stays together.
"""

import re

from leadtrack.countries import country_code, state_anywhere, state_code
from leadtrack.patterns import Pattern
from leadtrack.texts import words

# States and territories whose ZIP codes begin with 0, which spreadsheets drop.
ZERO_STATES = words("MA RI NH ME VT CT NJ PR VI")

_zip = Pattern(r"(\d{5})(?:[-–\s]?(\d{4}))?\Z", re.ASCII)
_short_zip = Pattern(r"\d{3,4}\Z", re.ASCII)
_short_plus4 = Pattern(r"(\d{3,4})-(\d{4})\Z", re.ASCII)
_zip_label = Pattern(r"\A(?:z|zip|zip ?code|postal ?code|plz|p)\s*[:=]\s*", re.IGNORECASE)
_whole_decimal = Pattern(r"(\d{1,9})[.,]0{1,2}\Z", re.ASCII)
_canadian = Pattern(r"([ABCEGHJ-NPRSTVXY]\d[A-Z])[ -]?(\d[A-Z]\d)\Z", re.IGNORECASE | re.ASCII)
_british = Pattern(
    r"((?:[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPS-UW]|[A-HK-Y]\d[ABEHMNPRV-Y]))|GIR)\s?(\d[ABD-HJLNP-UW-Z]{2}|0AA)\Z",
    re.IGNORECASE | re.ASCII,
)
_code_at_end = Pattern(
    r"(?:\A|[\s,]+)"
    r"(\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4}|\d{6})\Z",
    re.IGNORECASE,
)
_code_in_front = Pattern(r"\A(?:[A-Z]{1,2}-)?(\d{4,5})\s+(?=[^\W\d_])", re.IGNORECASE | re.ASCII)
_house_number = Pattern(
    r"\A\d+[\w-]*\s|\b\d+\s?[a-zA-Z]?\Z|\b(?:p\.? ?o\.? box|postfach|suite|ste|apt|unit|floor|#)", re.IGNORECASE
)
_several_blanks = Pattern(r"\s*[\n\r;|]+\s*")


def zip_parts(text: str) -> tuple[str, str] | None:
    """("02110", "1234") of an American code that is whole, ("02110", "") without a +4; None of any other."""
    found = _zip.match(text)
    return (found[1], found[2] or "") if found else None


def undressed(text: str) -> str:
    """A postal code's cell without a label ("z:01960") and without the decimals a spreadsheet gave it ("2110.0")."""
    text = _zip_label.sub("", text).strip("' ") or text
    whole = _whole_decimal.match(text)
    return whole[1] if whole else text


# The letters of a country before a postal code, with the digits that its codes have; DE is Delaware, too.
_LETTERS = {
    "D": ("DE", 5), "A": ("AT", 4), "AT": ("AT", 4), "CH": ("CH", 4), "F": ("FR", 5), "FR": ("FR", 5), "B": ("BE", 4),
    "BE": ("BE", 4), "NL": ("NL", 4), "L": ("LU", 4), "LU": ("LU", 4), "I": ("IT", 5), "IT": ("IT", 5), "E": ("ES", 5),
    "ES": ("ES", 5), "DK": ("DK", 4), "N": ("NO", 4), "NO": ("NO", 4), "FIN": ("FI", 5), "FI": ("FI", 5),
}  # fmt: skip
_lettered = Pattern(r"([A-Z]{1,3})\s?[-–]\s?((\d{4,5})(?: ?[A-Z]{2})?)\Z", re.ASCII)


def lettered(text: str) -> tuple[str, str] | None:
    """("DE", "10115") of "D-10115": the country that stands before a postal code; None where none does."""
    found = _lettered.match(text)
    country, digits = _LETTERS.get(found[1], ("", 0)) if found else ("", 0)
    return (country, found[2]) if found and len(found[3]) == digits else None


def short_zip(text: str) -> tuple[str, str] | None:
    """("1960", "") of a ZIP that lost its zeros, with its +4 if any ("8014-1234")."""
    if _short_zip.match(text):
        return text, ""
    found = _short_plus4.match(text)
    return (found[1], found[2]) if found else None


def canadian_code(text: str) -> str | None:
    """ "N8N 3N2" for "n8n3n2"."""
    found = _canadian.match(text)
    return f"{found[1]} {found[2]}".upper() if found else None


def british_code(text: str) -> str | None:
    """ "GL15 1XD" for "gl151xd"."""
    found = _british.match(text)
    return f"{found[1]} {found[2]}".upper() if found else None


def split_city_state(text: str, country: str | None) -> dict[str, str]:
    """The parts of "Boston, MA", "Boston, MA 02110", "Mumbai/Maharashtra", "Liverpool NSW"; {"city": text} when one
    part.

    `country` is the lead's own, else the team's: whose states are looked for first.
    """
    parts: dict[str, str] = {}
    text = text.strip(" ,;/")
    pieces = [piece.strip() for piece in re.split(r"[,;/|\n]", text) if piece.strip()]
    if len(pieces) > 2 and (code := country_code(pieces[-1])) and not state_code(pieces[-1], country or ""):
        parts["country"] = pieces.pop()
        country = code
    if (
        len(pieces) > 1
        and country_code(pieces[-1])
        and not _is_state(pieces[-1], country)
        and not _code_at_end.search(pieces[-1])
    ):
        parts["country"] = pieces.pop()
    rest = ", ".join(pieces)
    if found := _code_at_end.search(rest):
        parts["postal_code"] = found[1]
        rest = rest[: found.start()].strip(" ,")
    elif found := _code_in_front.match(rest):
        parts["postal_code"] = found[1]
        rest = rest[found.end() :].strip(" ,")
    city, comma, state = rest.rpartition(", ")
    if comma and _is_state(state, country):
        parts.update(city=city, state=state)
    elif comma and not _house_number.search(state) and len(pieces) == 2 and "postal_code" not in parts:
        # two places with a comma between are a city and what it lies in, known or not
        parts.update(city=city, state=state)
    else:
        words = rest.split()
        for size in (3, 2, 1):
            tail = " ".join(words[-size:])
            if len(words) > size and _is_state(tail, country) and (size > 1 or tail.isupper()):
                parts.update(city=" ".join(words[:-size]), state=tail)
                break
        else:
            if rest:
                parts["city"] = rest
    return parts


def _is_state(text: str, country: str | None) -> bool:
    return bool((country and state_code(text, country)) or state_anywhere(text))


def split_address(text: str, country: str | None) -> dict[str, str]:
    """The parts of a whole address in one cell; {"street": text} when it has only one.

    Read from the end: country, state and code, city; what stands before them is the street.
    """
    flat = _several_blanks.sub(", ", text.strip(" ,;\n\r"))
    pieces = [piece.strip() for piece in flat.split(",") if piece.strip()]
    parts: dict[str, str] = {}
    if len(pieces) > 1 and (code := country_code(pieces[-1])) and not _is_state(pieces[-1], country):
        parts["country"] = pieces.pop()
        country = code
    if len(pieces) < 2:
        return {"street": text}
    tail: list[str] = []
    # "... , City, ST 12345" and "... , City, ST, 12345" and "... , 12345 City"
    if (_code_at_end.search(pieces[-1]) or _is_state(pieces[-1], country)) and not _house_number.search(
        pieces[-1].rstrip("0123456789- ")
    ):
        tail.insert(0, pieces.pop())
        if len(pieces) > 1 and tail[0] and _code_only(tail[0]) and _is_state(pieces[-1], country):
            tail.insert(0, pieces.pop())
        bare = _code_at_end.search(tail[0])
        before_code = tail[0][: bare.start()].strip() if bare else tail[0]
        if len(pieces) > 1 and (not before_code or _is_state(before_code, country)):
            tail.insert(0, pieces.pop())
    elif _code_in_front.match(pieces[-1]) or ("country" in parts and len(pieces) > 1):
        tail.insert(0, pieces.pop())
    if not tail or not pieces:
        return {"street": text}
    parts.update(split_city_state(", ".join(tail), country))
    parts["street"] = ", ".join(pieces)
    return parts


def _code_only(text: str) -> bool:
    found = _code_at_end.search(text)
    return bool(found and found.start() == 0)
