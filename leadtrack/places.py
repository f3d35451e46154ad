"""Words for places in the United States: what a ZIP code says, and the one spelling under which names are compared.

Names are written in many ways ("St. Louis City", "SAINT LOUIS CITY", "City of St Louis"); the folds below map all of
them to one key. A key is for comparing, never for showing.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

#: What the Postal Service uses a ZIP code for.
KINDS = ("standard", "po box", "unique", "military")


class Place(NamedTuple):
    """A ZIP code and where it lies.

    `state` is the two-letter postal code, `county` the Census Bureau's spelling ("Suffolk County", "Baltimore city"),
    the position is in degrees (north and east positive), `time_zone` an IANA name, `kind` one of KINDS. What is not
    known is None: military ZIP codes have neither county, position nor time zone. A ZIP code that lies in several
    counties stands with the one its source names.
    """

    zip: str
    city: str
    state: str
    county: str | None
    latitude: float | None
    longitude: float | None
    time_zone: str | None
    kind: str


_ZIP = re.compile(r"([0-9]{5})(?:[-–—\s]?([0-9]{4}))?")

# What a county is called, the longest first, since "city and borough" ends in "borough".
_COUNTY_KINDS = tuple(
    tuple(kind.split())
    for kind in (
        "city and borough",
        "city and county",
        "census area",
        "county",
        "parish",
        "borough",
        "municipality",
        "municipio",
        "cnty",
        "cty",
        "co",
    )
)
_CITY_OF = ("city", "of")
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_PARTICLES = frozenset({"d", "de", "del", "du", "la", "le", "mc", "o"})

_SILENT = re.compile(r"['’‘`´.]")
_BREAK = re.compile(r"[\W_]+")


def split_zip(text: str) -> tuple[str, str | None] | None:
    """Take "02139-4307", "02139 4307" or "021394307" apart into ("02139", "4307"), "02139" into ("02139", None).

    None when the text is no ZIP code. Whether the code exists only the gazetteer knows.
    """
    match = _ZIP.fullmatch(text.strip())
    return (match[1], match[2]) if match else None


@lru_cache(maxsize=1 << 14)
def fold_county(name: str) -> str:
    """The key under which county names are compared: "St. Mary's Parish" and "SAINT MARYS" are "saint marys".

    The kind of county falls away (County, Parish, Borough, Census Area, Municipality, Municipio), "city" stays: the
    independent city of Baltimore ("baltimore city") is another place than Baltimore County ("baltimore"), and so it is
    with St. Louis, Richmond, Fairfax, Franklin and Roanoke. "City of Baltimore" is the city, "City and County of
    Denver" the county.
    """
    words = _words(name)
    city = False
    while (rest := _without_kind(words)) != words or (words[:2] == _CITY_OF and len(words) > 2):
        if rest != words:
            words = rest
        else:
            words, city = words[2:], True
    if city and words[-1] != "city":
        words = (*words, "city")
    return " ".join(_spelled_out(words))


@lru_cache(maxsize=1 << 14)
def fold_city(name: str) -> str:
    """The key under which city names are compared: "St. Paul" and "Saint Paul", "LaJolla" and "La Jolla" are one."""
    return " ".join(_spelled_out(_words(name)))


def _words(name: str) -> tuple[str, ...]:
    """Lower case, without accents and punctuation."""
    text = name.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return tuple(_BREAK.sub(" ", _SILENT.sub("", text.replace("&", " and "))).split())


def _without_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    """Take one "County" off the end or one "County of" off the front, but never the whole name."""
    for kind in _COUNTY_KINDS:
        length = len(kind)
        if len(words) > length and words[-length:] == kind:
            return words[:-length]
        if len(words) > length + 1 and words[: length + 1] == (*kind, "of"):
            return words[length + 1 :]
    return words


def _spelled_out(words: tuple[str, ...]) -> list[str]:
    """Write abbreviations out ("St." = Saint) and glue a leading particle ("De Kalb" = DeKalb)."""
    spelled = [_ABBREVIATIONS.get(word, word) for word in words]
    if len(spelled) > 1:
        spelled[0] = _DIRECTIONS.get(spelled[0], spelled[0])
    while len(spelled) > 1 and spelled[0] in _PARTICLES:
        spelled[:2] = [spelled[0] + spelled[1]]
    return spelled
