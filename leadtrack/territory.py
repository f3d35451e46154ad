"""Who covers a place: the smallest unit that anybody covers wins.

A lead lies in a ZIP, which lies in a 3-digit ZIP, a county, a state and a country. A claim is a rep's hold on one such
unit. What is known of a place (which county a ZIP lies in) comes in as a function.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from leadtrack.countries import country_code, state_code
from leadtrack.errors import BadRequest
from leadtrack.places import Place, fold_county

# smallest first: the order in which a lead's place is looked up
UNITS = ("zip", "zip3", "county", "state", "country")

LABELS = {"zip": "ZIP", "zip3": "ZIP3", "county": "county", "state": "state", "country": "country"}

Locate = Callable[[str], Place | None]
County = Callable[[str, str], str | None]


class Unit(NamedTuple):
    """One place that can be covered. `value` in the form that territories are stored in (see `unit`)."""

    country: str
    kind: str
    value: str

    def __str__(self) -> str:
        place = self.value if self.kind == "country" or self.country == "US" else f"{self.value}, {self.country}"
        return place if self.kind == "county" else f"{LABELS[self.kind]} {place}"


class Claim(NamedTuple):
    """A rep's hold on a unit; `joined` is the batch since which."""

    rep: int
    name: str
    joined: int


class Where(NamedTuple):
    """The address of a lead as far as territories go; "" where unknown."""

    country: str
    state: str
    county: str
    city: str
    postal_code: str

    def __str__(self) -> str:
        place = " ".join(part for part in (self.state, self.postal_code) if part)
        told = ", ".join(part for part in (self.city, place, self.country) if part)
        return told or "no address"


Coverage = dict[Unit, list[Claim]]


def unit(country: str, kind: str, value: str, *, county: County) -> Unit:
    """A unit as a person writes it, in the form that is stored.

    `county(name, state)` gives a US county's full name, or None where there is none. Raises BadRequest with the mend.
    """
    code = country_code(country)
    if code is None:
        raise BadRequest(f"there is no country {country!r}; write its two letters, for example US")
    kind = kind.strip().lower().replace(" ", "")
    if kind not in UNITS:
        raise BadRequest(f"{kind!r} is no unit; choose one of {', '.join(reversed(UNITS))}")
    value = " ".join(value.split())
    if not value:
        raise BadRequest(f"a {LABELS[kind]} is missing its value")
    return _FORMS[kind](code, value, county)


def _country(code: str, value: str, county: County) -> Unit:
    named = country_code(value)
    if named is None:
        raise BadRequest(f"there is no country {value!r}; write its two letters, for example US")
    return Unit(named, "country", named)


def _state(code: str, value: str, county: County) -> Unit:
    state = state_code(value, code)
    if state is None:
        raise BadRequest(f"there is no state {value!r} in {code}; write its short form, for example MA")
    return Unit(code, "state", state)


def _county(code: str, value: str, county: County) -> Unit:
    name, comma, state_name = value.rpartition(",")
    if not comma:
        raise BadRequest(f"the county {value!r} needs its state: write it as 'Suffolk County, MA'")
    state = state_code(state_name.strip(), code)
    if state is None:
        raise BadRequest(f"there is no state {state_name.strip()!r} in {code}; write a county as 'Suffolk County, MA'")
    full = county(name.strip(), state) if code == "US" else name.strip()
    if full is None:
        raise BadRequest(f"there is no county {name.strip()!r} in {state}")
    return Unit(code, "county", f"{full}, {state}")


def _zip3(code: str, value: str, county: County) -> Unit:
    value = value.upper().replace(" ", "").rstrip("*X-")
    # a spreadsheet eats the zeros that the North-East's ZIPs begin with
    value = value.zfill(3) if code == "US" and value.isdigit() else value
    if code == "US" and not (len(value) == 3 and value.isdigit()):
        raise BadRequest(f"{value!r} is no 3-digit ZIP; write for example 021")
    return Unit(code, "zip3", value)


def _zip(code: str, value: str, county: County) -> Unit:
    value = value.upper()
    if code == "US":
        value = value.partition("-")[0].strip()
        value = value.zfill(5) if value.isdigit() and 3 <= len(value) < 5 else value
        if not (len(value) == 5 and value.isdigit()):
            raise BadRequest(f"{value!r} is no ZIP; write its five digits, for example 02110")
    return Unit(code, "zip", value)


_FORMS: dict[str, Callable[[str, str, County], Unit]] = {
    "country": _country, "state": _state, "county": _county, "zip3": _zip3, "zip": _zip,
}  # fmt: skip


def key(claimed: Unit) -> Unit:
    """The form in which units are compared: counties without the word County, case and accents."""
    if claimed.kind != "county":
        return claimed
    name, _, state = claimed.value.rpartition(", ")
    return claimed._replace(value=f"{fold_county(name)}, {state}")


def units(where: Where, *, home: str, locate: Locate) -> list[Unit]:
    """The units that a lead lies in, smallest first.

    What the address leaves out is taken from its ZIP (`locate`); without a country it lies in `home`, the team's own;
    without anything it lies nowhere.
    The address's own state and county win over the ZIP's.
    """
    if not any(where):
        return []
    country = where.country or home
    place = locate(where.postal_code) if country == "US" and where.postal_code else None
    state = where.state or (place.state if place else "")
    county = where.county or (place.county if place and place.state == state else "") or ""
    found = []
    if where.postal_code:
        found.append(Unit(country, "zip", where.postal_code.upper()))
        found.append(Unit(country, "zip3", where.postal_code.upper().replace(" ", "")[:3]))
    if county and state:
        found.append(Unit(country, "county", f"{county}, {state}"))
    if state:
        found.append(Unit(country, "state", state))
    if country:
        found.append(Unit(country, "country", country))
    return found


def covering(lies_in: Sequence[Unit], coverage: Coverage) -> tuple[Unit, list[Claim]] | None:
    """The smallest unit of the place that anybody covers, and who does."""
    for place in lies_in:
        if claims := coverage.get(key(place)):
            return place, claims
    return None


def coverage(claims: Iterable[tuple[Unit, Claim]]) -> Coverage:
    """Claims by the unit they are on, in its `key` form."""
    table: Coverage = {}
    for place, claim in claims:
        table.setdefault(key(place), []).append(claim)
    return table
