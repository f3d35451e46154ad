"""Which places a lead lies in, smallest first, and what that rests on.

The address itself goes before what its ZIP says, and that before weaker evidence, which is only asked where there is
no ZIP: the city, then the area code of the telephone.
"""

from typing import NamedTuple

from leadtrack.elsewhere import UNKNOWN
from leadtrack.places import Place, fold_city, fold_county, split_zip
from leadtrack.postal import prefixes, province
from leadtrack.territory import Atlas, Lies, Unit


class Where(NamedTuple):
    """The address of a lead as far as territories go; "" where unknown. `area` is the telephone's area code.

    A `country` that is elsewhere.UNKNOWN is not to be taken for the team's.
    """

    country: str
    state: str
    county: str
    city: str
    postal_code: str
    area: str = ""

    def __str__(self) -> str:
        place = " ".join(part for part in (self.state, self.postal_code) if part)
        told = ", ".join(part for part in (self.city, place, self.country) if part)
        return told or (f"no address, area code {self.area}" if self.area else "no address")


def lying(where: Where, *, home: str, atlas: Atlas) -> list[Lies]:
    """The units that a lead lies in, smallest first; without a country it lies in `home`, without anything nowhere.

    Where a country is UNKNOWN, so is all the rest: a city of that name says no more than a ZIP.
    """
    if not any(where) or where.country == UNKNOWN:
        return []
    country = where.country or home
    if country != "US":
        return _abroad(where, country)
    split = split_zip(where.postal_code) if where.postal_code else None
    return _by_zip(where, split[0], atlas) if split else _without_zip(where, atlas)


def _by_zip(where: Where, code: str, atlas: Atlas) -> list[Lies]:
    place = atlas.zip(code)
    state, doubt = where.state, ""
    if place is None:
        doubt = f"there is no ZIP {code}"
        states = atlas.zip3_states(code[:3])
        state = state or (next(iter(states)) if len(states) == 1 else "")
    elif not state:
        state = place.state
    elif state != place.state:
        doubt = f"the ZIP lies in {place.state}, the address says {state}"
    found = [Lies(Unit("US", "zip", code), doubt), Lies(Unit("US", "zip3", code[:3]), doubt)]
    city = where.city or (place.city if place and place.state == state else "")
    if city and state:
        found.append(Lies(Unit("US", "city", f"{city}, {state}"), doubt))
    own = place.county if place and place.county and place.state == state else ""
    if state and (where.county or own):
        other = where.county and own and fold_county(where.county) != fold_county(own)
        found.append(
            Lies(
                Unit("US", "county", f"{where.county or own}, {state}"),
                f"the address says so, the ZIP is counted to {own}" if other else doubt,
            )
        )
    if state:
        found.append(Lies(Unit("US", "state", state), doubt))
    return [*found, Lies(Unit("US", "country", "US"), doubt)]


def _without_zip(where: Where, atlas: Atlas) -> list[Lies]:
    state, why = where.state, ""
    if not state and where.city and len(states := atlas.city_states(where.city)) == 1:
        state, why = next(iter(states)), f"by the city {where.city}, as there is no ZIP and no state"
    if not state and where.area and len(states := atlas.area_code_states(where.area)) == 1:
        state, why = next(iter(states)), f"by the area code {where.area}, as there is no ZIP and no state"
    found: list[Lies] = []
    county, told = where.county, why
    if where.city and state:
        by_city = why or f"by the city {where.city}, as there is no ZIP"
        places = _of_city(where.city, state, atlas)
        zips = {place.zip for place in places}
        zip3s = {code[:3] for code in zips}
        counties = {place.county or "" for place in places}
        if len(zips) == 1:
            found.append(Lies(Unit("US", "zip", zips.pop()), by_city))
        if len(zip3s) == 1:
            found.append(Lies(Unit("US", "zip3", zip3s.pop()), by_city))
        found.append(Lies(Unit("US", "city", f"{where.city}, {state}"), why))
        if not county and len(counties) == 1:
            county, told = counties.pop(), by_city
    if county and state:
        found.append(Lies(Unit("US", "county", f"{county}, {state}"), told))
    if where.area:
        found.append(Lies(Unit("US", "area", where.area), "as there is no ZIP"))
    if state:
        found.append(Lies(Unit("US", "state", state), why))
    return [*found, Lies(Unit("US", "country", "US"))]


def _of_city(city: str, state: str, atlas: Atlas) -> list[Place]:
    """The ZIPs of a city: those that bear its name first, since many more accept it."""
    places = [place for code in atlas.city_zips(city, state) if (place := atlas.zip(code))]
    folded = fold_city(city)
    own = [place for place in places if fold_city(place.city) == folded] or places
    return [place for place in own if place.kind == "standard"] or own


def _abroad(where: Where, country: str) -> list[Lies]:
    code, state, why = where.postal_code.upper(), where.state, ""
    if country == "CA" and code and not state:
        state, why = province(code), "by the postal code's first letter"
    found = [Lies(Unit(country, "zip", code))] if code else []
    found += [Lies(Unit(country, "zip3", prefix)) for prefix in prefixes(country, code)]
    if where.city:
        found.append(Lies(Unit(country, "city", f"{where.city}, {state}" if state else where.city)))
        found += [Lies(Unit(country, "city", where.city))] if state else []
    if where.county and state:
        found.append(Lies(Unit(country, "county", f"{where.county}, {state}")))
    if where.area and country == "CA" and not code:
        found.append(Lies(Unit(country, "area", where.area), "as there is no postal code"))
    if state:
        found.append(Lies(Unit(country, "state", state), why))
    return [*found, Lies(Unit(country, "country", country))]
