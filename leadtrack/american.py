"""Whether the rows of a sheet lie in the United States, for a team that does not.

"(617) 555-0111" has as many digits as a telephone number of Dresden, and 3/4/2025 is another day there. What tells is
that a ZIP lies in its row's city and state: a postal code of another country does so only by chance.
"""

from collections.abc import Iterable, Mapping, Sequence

from leadtrack.addresses import undressed, zip_parts
from leadtrack.countries import country_code, state_code
from leadtrack.elsewhere import elsewhere
from leadtrack.gathering import Mapped
from leadtrack.localities import CityZips, PlaceOf, city_agrees
from leadtrack.texts import tidy

# So many of the rows with a postal code that name no country.
_MOST = 0.6
_LONGEST = 200


def american(columns: Sequence[Mapped], rows: Iterable[Sequence[str]], *, place: PlaceOf, city_zips: CityZips) -> bool:
    """Whether most rows of a sample lie where their ZIP does. The headers of other countries speak against it."""
    positions = {
        column.field: column.position
        for column in columns
        if column.field in ("postal_code", "city", "state", "country") and column.use != "join"
    }
    if "postal_code" not in positions or elsewhere(columns):
        return False
    agreeing = asked = 0
    for row in rows:
        said = {field: tidy(row[at][:_LONGEST]) for field, at in positions.items() if field and at < len(row)}
        if said.get("postal_code") and country_code(said.get("country", "")) is None:
            asked += 1
            agreeing += _lies_there(said, place, city_zips)
    return agreeing > 0 and agreeing >= _MOST * asked


def _lies_there(said: Mapping[str, str], place: PlaceOf, city_zips: CityZips) -> bool:
    code = zip_parts(undressed(said["postal_code"]))
    found = place(code[0]) if code else None
    if found is None:
        return False
    state, city = said.get("state"), said.get("city")
    if state and state_code(state, "US") != found.state:
        return False
    return city_agrees(city, found, city_zips) if city else bool(state)
