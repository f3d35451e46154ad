"""Places as people write them: lists, ranges, whole regions, and a text that does not say what kind of place it is."""

from typing import NamedTuple

from leadtrack.addresses import british_code, canadian_code
from leadtrack.countries import country_code, state_anywhere, state_code
from leadtrack.errors import BadRequest
from leadtrack.patterns import Pattern
from leadtrack.postal import span
from leadtrack.territory import UNITS, Atlas, Unit, kind_named, unit

# The regions and divisions of the Census Bureau, and what salespeople call them.
_REGIONS = {
    "new england": "CT ME MA NH RI VT",
    "mid atlantic": "NJ NY PA",
    "northeast": "CT ME MA NH RI VT NJ NY PA",
    "east north central": "IL IN MI OH WI",
    "great lakes": "IL IN MI OH WI",
    "west north central": "IA KS MN MO NE ND SD",
    "midwest": "IL IN MI OH WI IA KS MN MO NE ND SD",
    "south atlantic": "DE DC FL GA MD NC SC VA WV",
    "east south central": "AL KY MS TN",
    "west south central": "AR LA OK TX",
    "south": "DE DC FL GA MD NC SC VA WV AL KY MS TN AR LA OK TX",
    "mountain": "AZ CO ID MT NV NM UT WY",
    "pacific": "AK CA HI OR WA",
    "west": "AZ CO ID MT NV NM UT WY AK CA HI OR WA",
}

_range = Pattern(r"(\w[\w ]*?)\s*(?:-|–|—|\.\.+|\bto\b|\bthru\b|\bthrough\b)\s*(\w[\w ]*)\Z")
_plus4 = Pattern(r"\d{5}-\d{4}\Z")
_apart = {"county": Pattern(r"[;\n|]"), "city": Pattern(r"[;\n|]"), "": Pattern(r"[;\n|]")}
_commas = Pattern(r"[,;\n|]")
_blanks = Pattern(r"[\s,;|]+")
_codes = Pattern(r"(?:\d{3,5}(?:-\d{3,5})?[\s,;|]*)+\Z")
_named = Pattern(r"([A-Za-z][\w -]{1,11}?)\s*:\s*(.+)\Z")
_fsa = Pattern(r"[ABCEGHJ-NPRSTVXY]\d[A-Z]\Z")
_zip3 = Pattern(r"(\d{3})(?:[xX*]{1,2}|…)?\Z")
_says_county = Pattern(r"(?i)\b(?:county|parish|borough|census area|municipio)\b")


class Meant(NamedTuple):
    """The units that a text names, and what is worth telling of how it was read."""

    units: list[Unit]
    notes: list[str]


def listed(country: str, kind: str, text: str, *, atlas: Atlas) -> Meant:
    """Every place in a list: "94100-94199,94301" as zip, "Suffolk, MA; Essex, MA" as county, "New England" as state.

    Places part by commas, semicolons or line breaks; counties and cities, which hold commas, only by the latter. A kind
    of "" is told from each text (`guessed`). Raises BadRequest with the mend.
    """
    kind = kind and kind_named(kind)
    meant = Meant([], [])
    for part in parts(kind, text) or [""]:
        more = _one(country, kind, part, atlas) if kind else guessed(part, country=country, atlas=atlas)
        meant.units.extend(more.units)
        meant.notes.extend(more.notes)
    return Meant(list(dict.fromkeys(meant.units)), meant.notes)


def parts(kind: str, text: str) -> list[str]:
    """The places of a list, each as it is written."""
    text = text.strip()
    if kind in ("zip", "zip3", "area", "") and _codes.match(text):
        found = _blanks.split(text)
    elif kind == "" and "," in text and ";" not in text and all(_plain(part) for part in text.split(",")):
        found = text.split(",")  # "MA, NH, 021"
    else:
        found = _apart.get(kind, _commas).split(text)
    return [part.strip() for part in found if part.strip()]


def _plain(part: str) -> bool:
    """Whether a text between commas is a place by itself."""
    part = part.strip()
    return bool(_zip3.match(part) or part.isdigit() or _range.match(part) or state_code(part, "US")) or (
        part.casefold() in _REGIONS
    )


def _one(country: str, kind: str, text: str, atlas: Atlas) -> Meant:
    code = country_code(country) or country
    if kind == "state" and code == "US" and (states := _REGIONS.get(_folded(text))):
        return Meant([Unit("US", "state", state) for state in states.split()], [f"{text} is {states}"])
    if kind in ("zip", "zip3") and not _plus4.match(text) and (ends := _range.match(text)):
        return _span(code, kind, ends[1], ends[2], atlas)
    if kind == "zip" and code == "US" and (short := _zip3.match(text)) and not atlas.zip(short[1].zfill(5)):
        return Meant([unit(code, "zip3", short[1], atlas=atlas)], [f"{text} is no ZIP, and was taken for a ZIP3"])
    found = unit(country, kind, text, atlas=atlas)
    return Meant([found], _unknown(found, atlas))


def _unknown(found: Unit, atlas: Atlas) -> list[str]:
    if found.country != "US":
        return []
    missing = (found.kind == "zip" and atlas.zip(found.value) is None) or (
        found.kind == "zip3" and not atlas.zip3_states(found.value)
    )
    return [f"there is no {found}; it is kept all the same"] if missing else []


def _span(country: str, kind: str, low: str, high: str, atlas: Atlas) -> Meant:
    if country == "US" and len(high) < len(low) and low.isdigit() and len(low) == 5:
        high = low[: 5 - len(high)] + high  # 94100-199
    pieces = span(country, low, high)
    if country != "US":
        whole = len(low.replace(" ", "").replace("-", ""))
        return Meant(
            [unit(country, "zip" if len(p) == whole and kind == "zip" else "zip3", p, atlas=atlas) for p in pieces], []
        )
    units = [
        Unit("US", "zip3" if len(piece) == 3 else "zip", piece)
        for piece in pieces
        if (atlas.zip3_states(piece) if len(piece) == 3 else atlas.zip(piece))
    ]
    if not units:
        raise BadRequest(f"there is no {'ZIP' if kind == 'zip' else 'ZIP3'} from {low} to {high}")
    whole3 = [found.value for found in units if found.kind == "zip3"]
    single = len(units) - len(whole3)
    told = [f"the ZIP3 {whole3[0]}" if len(whole3) == 1 else f"{len(whole3)} whole ZIP3s"] if whole3 else []
    told += [f"{single} ZIPs"] if single else []
    return Meant(units, [f"{low}-{high} is {' and '.join(told)}"])


def _folded(text: str) -> str:
    words = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
    return " ".join(word for word in words if word != "the")


def guessed(text: str, *, country: str, atlas: Atlas) -> Meant:
    """What place a text names that does not say its kind: "02110", "021", "94100-94199", "Suffolk County, MA", "Ohio".

    "zip: 02110" says it. `country` is the team's own. Raises BadRequest with the mend.
    """
    text = " ".join(text.split())
    if said := _named.match(text):
        kind = said[1].casefold()
        if "".join(kind.split()) in UNITS:
            return listed(country, kind, said[2], atlas=atlas)
    code = text.upper()
    if canadian_code(code) or _fsa.match(code):
        return _one("CA", "zip", code, atlas)
    if british_code(code):
        return _one("GB", "zip", code, atlas)
    if short := _zip3.match(text):
        return _one(country, "zip3", short[1], atlas)
    if text and (text[0].isdigit() or _range.match(text)) and any(letter.isdigit() for letter in text):
        return _one(country, "zip", text, atlas)
    if _folded(text) in _REGIONS and country == "US":
        return _one(country, "state", text, atlas)
    if state := state_code(text, country):
        return Meant([Unit(country, "state", state)], [])
    if named := country_code(text):
        return Meant([Unit(named, "country", named)], [])
    if anywhere := state_anywhere(text):
        return Meant([Unit(anywhere[0], "state", anywhere[1])], [])
    return Meant([_county_or_city(text, country, atlas)], [])


def _county_or_city(text: str, country: str, atlas: Atlas) -> Unit:
    name, comma, state_name = text.rpartition(",")
    state = state_code(state_name.strip(), country) if comma else None
    county = bool(state and country == "US" and atlas.county(name, state))
    if state and (_says_county.search(name) or (county and not atlas.city_zips(name, state))):
        return unit(country, "county", text, atlas=atlas)
    try:
        return unit(country, "city", text, atlas=atlas)
    except BadRequest:
        raise BadRequest(
            f"there is no place {text!r}; write a ZIP, ZIP3, 'Suffolk County, MA', 'Boston, MA', a state or a country"
        ) from None
