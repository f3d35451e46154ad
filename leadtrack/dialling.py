"""Telephone numbers whose first digits stand in a column of their own: "Country Code" +44 beside "Phone" 7911 123456.

Without them a number would be read as one of the team's own country, and be somebody else's.
"""

from collections.abc import Mapping, Sequence

from leadtrack.evidence import Evidence
from leadtrack.patterns import Pattern
from leadtrack.plain import normalise
from leadtrack.valued import Reading

# What such columns are used for, beside being kept, before the name of the field: "country:phone", "area:mobile".
COUNTRY, AREA = "country", "area"
_COUNTRY_HEADER = Pattern(
    r"\b(?:(?:country|intl|international|phone|mobile|telephone|cell)"
    r"(?: (?:country|calling|dial|dialling|dialing|phone|tel|intl))* (?:code|cd|prefix)|"
    r"(?:dial|dialling|dialing|calling|isd) ?(?:code|prefix)?|indicatif|(?:lander|landes|internationale )vorwahl|"
    r"prefijo(?: (?:telefonico|pais|internacional))?|prefisso(?: (?:internazionale|telefonico|paese))?|"
    r"codigo (?:do |de |del )?pais|ddi|landnummer)\b"
)
_AREA_HEADER = Pattern(r"\b(?:area ?code|vorwahl|ortsvorwahl|ddd|std(?: code)?|netnummer|lada|prefisso)\b")
_COUNTRY_CODE = Pattern(r"(?:[^\W\d_ ]{2,20} ?)?\(?(?:\+|00)?(?P<digits>[1-9]\d{0,2})(?:\.0)?\)?\Z")
_AREA_CODE = Pattern(r"\(?(?P<digits>0?[1-9]\d{1,4})(?:\.0)?\)?\Z")
_KINDS = ((COUNTRY, _COUNTRY_HEADER, _COUNTRY_CODE), (AREA, _AREA_HEADER, _AREA_CODE))
_MOST = 0.9
# A number of more digits may have its area code already.
_LONGEST_LOCAL = 9
_LONGEST = 40


def prefixes(headers: Sequence[str | None], looks: Sequence[Evidence], chosen: Mapping[int, Reading]) -> dict[int, str]:
    """The columns of such digits: position -> what for, as "country:phone"."""
    phones = {
        position: reading.field
        for position, reading in chosen.items()
        if reading.field in ("phone", "mobile") and reading.joins is None
    }
    found: dict[int, str] = {}
    for position, header in enumerate(headers):
        values = looks[position].values
        if position in chosen or not values or not phones:
            continue
        for kind, speaks, written in _KINDS:
            if not speaks.search(normalise(header or "")):
                continue
            fitting = sum(len(value) <= _LONGEST and bool(written.match(value.strip())) for value in values)
            if fitting >= _MOST * len(values):
                nearest = min(phones, key=lambda place: (abs(place - position), place < position))
                found[position] = f"{kind}:{phones[nearest]}"
                break
    return found


def joined(kind: str, code: str, number: str) -> str:
    """The number with the digits before it, unless it has them."""
    match = (_COUNTRY_CODE if kind == COUNTRY else _AREA_CODE).match(code.strip())
    number = number.strip().removesuffix(".0")
    if match is None or number.startswith(("+", "00")):
        return number
    if kind == COUNTRY:
        return f"+{match['digits']} {number}"
    digits = "".join(filter(str.isdigit, number))
    whole = digits.startswith(match["digits"]) and len(digits) > _LONGEST_LOCAL
    return number if whole else f"{match['digits']} {number}"
