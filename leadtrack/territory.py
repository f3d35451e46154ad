"""Who covers a place: the smallest unit that anybody covers wins.

A lead lies in a ZIP, which lies in a 3-digit ZIP, a city, a county, a state and a country (locating.py tells which). A
claim is a rep's hold on one such unit, or the exception of one from a larger that the rep holds.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from leadtrack.addresses import british_code, canadian_code
from leadtrack.countries import country_code, state_code
from leadtrack.errors import BadRequest
from leadtrack.places import Place, fold_city, fold_county, split_zip
from leadtrack.postal import prefixes, squeezed
from leadtrack.state_names import STATE_NAMES

# smallest first: the order in which a lead's place is looked up
UNITS = ("zip", "zip3", "city", "county", "area", "state", "country")

LABELS = {
    "zip": "ZIP", "zip3": "ZIP3", "city": "city", "county": "county", "area": "area code", "state": "state",
    "country": "country",
}  # fmt: skip

# A unit lies wholly in every unit of a higher rank, but not in those of its own.
_RANKS = {"zip": 0, "zip3": 1, "city": 1, "county": 1, "area": 1, "state": 2, "country": 3}


class Atlas(Protocol):
    """What must be known of the United States (geography.Gazetteer is one): see there."""

    def zip(self, code: str) -> Place | None: ...
    def zip3_states(self, prefix: str) -> frozenset[str]: ...
    def county(self, name: str, state: str) -> str | None: ...
    def city_zips(self, city: str, state: str | None = None) -> tuple[str, ...]: ...
    def city_states(self, city: str) -> frozenset[str]: ...
    def area_code_states(self, code: str) -> frozenset[str]: ...


class Unit(NamedTuple):
    """One place that can be covered. `value` in the form that territories are stored in (see `unit`)."""

    country: str
    kind: str
    value: str

    def __str__(self) -> str:
        if self.kind == "country":
            return f"country {self.value}"
        if self.country == "US":
            return self.value if self.kind in ("county", "city") else f"{LABELS[self.kind]} {self.value}"
        if self.kind == "zip3":
            return f"postal codes {self.value}…, {self.country}"
        label = {"zip": "postal code ", "county": "", "city": ""}.get(self.kind, f"{LABELS[self.kind]} ")
        return f"{label}{self.value}, {self.country}"


class Claim(NamedTuple):
    """A rep's hold on a unit; `joined` is the batch since which. An `excluded` one says where the rep does not work."""

    rep: int
    name: str
    joined: int
    excluded: bool = False


class Lies(NamedTuple):
    """A unit that a place lies in; `because` tells what this rests on where it is less than the address itself."""

    unit: Unit
    because: str = ""


class Cover(NamedTuple):
    """The smallest unit of a place that anybody covers, and who does; `because` as in Lies."""

    unit: Unit
    claims: list[Claim]
    because: str


Coverage = dict[Unit, list[Claim]]


def unit(country: str, kind: str, value: str, *, atlas: Atlas) -> Unit:
    """A unit as a person writes it, in the form that is stored. Raises BadRequest with the mend."""
    code = country_code(country)
    if code is None:
        raise BadRequest(f"there is no country {country!r}; write its two letters, for example US")
    kind = kind_named(kind)
    value = " ".join(value.split())
    if not value:
        raise BadRequest(f"a {LABELS[kind]} is missing its value")
    return _FORMS[kind](code, value, atlas)


_KINDS = {
    "province": "state", "prefix": "zip3", "3digitzip": "zip3", "zipprefix": "zip3", "fsa": "zip3", "outward": "zip3",
    "postalcode": "zip", "postcode": "zip", "zipcode": "zip", "areacode": "area",
}  # fmt: skip


def kind_named(text: str) -> str:
    """What people call a unit, as one of UNITS. Raises BadRequest."""
    word = "".join(letter for letter in text.casefold() if letter.isalnum())
    kind = _KINDS.get(word, word)
    if kind not in UNITS:
        raise BadRequest(f"{text.strip()!r} is no unit; choose one of {', '.join(reversed(UNITS))}")
    return kind


def _country(code: str, value: str, atlas: Atlas) -> Unit:
    named = country_code(value)
    if named is None:
        raise BadRequest(f"there is no country {value!r}; write its two letters, for example US")
    return Unit(named, "country", named)


def _state(code: str, value: str, atlas: Atlas) -> Unit:
    return Unit(code, "state", _state_of(value, code, f"there is no state {value!r} in {code}; write its short form"))


def _state_of(text: str, country: str, complaint: str) -> str:
    state = state_code(text.strip(), country)
    if state is None:
        raise BadRequest(f"{complaint}, for example MA" if country == "US" else complaint)
    return state


def _county(code: str, value: str, atlas: Atlas) -> Unit:
    name, comma, state_name = value.rpartition(",")
    if not comma:
        raise BadRequest(f"the county {value!r} needs its state: write it as 'Suffolk County, MA'")
    state = _state_of(state_name, code, f"there is no state {state_name.strip()!r} in {code}; write it in short")
    full = atlas.county(name.strip(), state) if code == "US" else name.strip()
    if full is None:
        raise BadRequest(f"there is no county {name.strip()!r} in {state}")
    return Unit(code, "county", f"{full}, {state}")


def _city(code: str, value: str, atlas: Atlas) -> Unit:
    name, comma, state_name = value.rpartition(",")
    if code not in STATE_NAMES and not comma:
        return Unit(code, "city", value)
    if comma:
        state = _state_of(state_name, code, f"there is no state {state_name.strip()!r} in {code}; write it in short")
    else:
        states = atlas.city_states(value) if code == "US" else frozenset()
        if len(states) != 1:
            raise BadRequest(f"the city {value!r} needs its state: write it as 'Boston, MA'")
        name, state = value, next(iter(states))
    if code == "US" and not atlas.city_zips(name, state):
        raise BadRequest(f"there is no city {name.strip()!r} in {state}")
    return Unit(code, "city", f"{name.strip()}, {state}")


def _area(code: str, value: str, atlas: Atlas) -> Unit:
    digits = "".join(letter for letter in value if letter.isdigit())
    if code not in ("US", "CA") or len(digits) != 3 or digits[0] in "01":
        raise BadRequest(f"{value!r} is no area code of the US or Canada; write its three digits, for example 617")
    return Unit(code, "area", digits)


def _zip3(code: str, value: str, atlas: Atlas) -> Unit:
    value = value.upper().replace(" ", "").rstrip("*X-…") if code == "US" else squeezed(value).rstrip("*…")
    # a spreadsheet eats the zeros that the North-East's ZIPs begin with
    value = value.zfill(3) if code == "US" and value.isdigit() else value
    if code == "US" and not (len(value) == 3 and value.isdigit()):
        raise BadRequest(f"{value!r} is no 3-digit ZIP; write for example 021")
    if not value:
        raise BadRequest("the beginning of a postal code is missing its value")
    return Unit(code, "zip3", value)


def _zip(code: str, value: str, atlas: Atlas) -> Unit:
    value = value.upper()
    if code == "US":
        value = value.partition("-")[0].strip()
        value = value.zfill(5) if value.isdigit() and 3 <= len(value) < 5 else value
        if not (len(value) == 5 and value.isdigit()):
            raise BadRequest(f"{value!r} is no ZIP; write its five digits, for example 02110")
        return Unit(code, "zip", value)
    whole = {"CA": canadian_code, "GB": british_code}.get(code, str)(value)
    # a forward sortation area or an outward code alone is the beginning of many codes
    return Unit(code, "zip", whole) if whole else Unit(code, "zip3", squeezed(value).rstrip("*…"))


_FORMS: dict[str, Callable[[str, str, Atlas], Unit]] = {
    "country": _country, "state": _state, "county": _county, "zip3": _zip3, "zip": _zip, "city": _city, "area": _area,
}  # fmt: skip


def key(claimed: Unit) -> Unit:
    """The form in which units are compared: without the word County, case and accents; foreign codes without blanks."""
    country, kind, value = claimed
    if kind == "county" or kind == "city":
        name, comma, state = value.rpartition(", ")
        folded = (fold_county if kind == "county" else fold_city)(name if comma else value)
        return Unit(country, kind, f"{folded}, {state}" if comma else folded)
    if kind == "zip" and country != "US":
        return Unit(country, kind, squeezed(value))
    return claimed


def coverage(claims: Iterable[tuple[Unit, Claim]]) -> Coverage:
    """Claims by the unit they are on, in its `key` form."""
    table: Coverage = {}
    for place, claim in claims:
        table.setdefault(key(place), []).append(claim)
    return table


def covering(lies_in: Sequence[Lies], coverage: Coverage) -> Cover | None:
    """The smallest unit of the place that anybody covers, and who does.

    Where a rep is excepted, none of the rep's claims counts but those on a place that lies wholly inside the exception.
    """
    return next(coverings(lies_in, coverage), None)


def coverings(lies_in: Sequence[Lies], coverage: Coverage) -> Iterator[Cover]:
    """The same of every unit of the place that anybody covers, smallest first."""
    here = [(lies, claims) for lies in lies_in if (claims := coverage.get(key(lies.unit)))]
    for lies, claims in here:
        free = [claim for claim in claims if not claim.excluded and not excepted(claim.rep, lies.unit, here)]
        if free:
            yield Cover(lies.unit, free, lies.because)


def excepted(rep: int, place: Unit, here: Sequence[tuple[Lies, list[Claim]]]) -> Unit | None:
    """The place that is excepted from the rep's claim on `place`, of the claims `here`."""
    for lies, claims in here:
        if any(claim.excluded and claim.rep == rep for claim in claims) and not _inside(place, lies.unit):
            return lies.unit
    return None


def _inside(small: Unit, large: Unit) -> bool:
    """Whether `small` lies wholly in `large`, both being units of one address."""
    if small.kind == large.kind == "zip3":
        return len(small.value) > len(large.value)
    return _RANKS[small.kind] < _RANKS[large.kind]


def larger(place: Unit, *, atlas: Atlas) -> list[Unit]:
    """The units that a unit lies in wholly, smallest first: what a claim on it is set against."""
    country, kind, value = place
    found: list[Unit] = []
    if kind == "zip":
        found += [Unit(country, "zip3", prefix) for prefix in prefixes(country, value)]
        known = atlas.zip(value) if country == "US" and split_zip(value) else None
        if known:
            found += [Unit("US", "county", f"{known.county}, {known.state}")] if known.county else []
            found.append(Unit("US", "state", known.state))
    elif kind == "zip3":
        states = atlas.zip3_states(value) if country == "US" else frozenset()
        found += [Unit("US", "state", state) for state in states] if len(states) == 1 else []
        found += [Unit(country, "zip3", prefix) for prefix in prefixes(country, value)] if country != "US" else []
    elif kind in ("county", "city") and ", " in value:
        found.append(Unit(country, "state", value.rpartition(", ")[2]))
    return found if kind == "country" else [*found, Unit(country, "country", country)]
