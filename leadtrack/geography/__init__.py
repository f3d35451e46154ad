"""Where a place lies: ZIP -> city, county, state, time zone, position, all offline.

The gazetteer reads places.sqlite, which is made when the package is built (see build.py). Nothing is opened before
the first question.
"""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leadtrack.errors import LeadtrackError
from leadtrack.places import KINDS, Place, fold_city, fold_county, split_zip

if TYPE_CHECKING:
    import sqlite3

#: The name of the table's file, beside this one.
FILE = "places.sqlite"

#: Grows whenever the tables change; a file of another format is refused.
FORMAT = 1

#: After so many different ZIP codes all of them are read at once, which is faster than one by one.
MANY = 1_000

_MEND = "install leadtrack anew (pip install .)"

_PLACE = """
SELECT z.zip, z.city, z.state, c.name, z.latitude / 10000.0, z.longitude / 10000.0, t.name, z.kind
FROM zips z LEFT JOIN counties c ON c.id = z.county LEFT JOIN time_zones t ON t.id = z.time_zone
"""
# The same without the names, which takes a third of the time.
_ALL = "SELECT zip, city, state, county, latitude, longitude, time_zone, kind FROM zips"


class GeographyMissing(LeadtrackError):
    """The place table is not there, or not one this version can read."""


class Gazetteer:
    """Answers where ZIP codes, counties, cities and area codes lie in the United States.

    States are two-letter codes. Upper and lower case are the same everywhere, names are compared by
    `places.fold_county` and `places.fold_city`. What is not known is None or empty, never an error; a missing or
    unreadable table raises GeographyMissing at the first question.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Read the table at `path`, by default the one that came with the package."""
        # Not importlib.resources: it costs 19 ms to import, and SQLite needs a real file in any case.
        self.path = path or Path(__file__).with_name(FILE)
        self._known: dict[str, Place | None] = {}
        self._all: dict[str, tuple[Any, ...]] = {}  # once many were asked for: the table as it stands

    @cached_property
    def _database(self) -> "sqlite3.Connection":
        import sqlite3

        if not self.path.is_file():
            raise GeographyMissing(f"The place table {self.path} is missing: {_MEND}")
        database = None
        try:
            uri = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
            database = sqlite3.connect(uri, uri=True, check_same_thread=False)
            (found,) = database.execute("PRAGMA user_version").fetchone()
        except sqlite3.Error as error:
            if database is not None:
                database.close()
            raise GeographyMissing(f"The place table {self.path} cannot be read ({error}): {_MEND}") from error
        if found != FORMAT:
            database.close()
            raise GeographyMissing(f"The place table {self.path} is of format {found}, not {FORMAT}: {_MEND}")
        return database

    def _rows(self, question: str, *values: str) -> list[tuple[Any, ...]]:
        return self._database.execute(question, values).fetchall()

    def about(self) -> dict[str, str]:
        """Where the data comes from: source, address, version, date, licence, and the digest of its inputs."""
        return dict(self._rows("SELECT key, value FROM meta"))

    def zip(self, code: str) -> Place | None:
        """The place of a ZIP or ZIP+4 code; None when there is no such code. Answers are kept."""
        try:
            return self._known[code]
        except KeyError:
            pass
        split = split_zip(code)
        if split is None:
            return None
        code = split[0]
        if code not in self._known:
            if len(self._known) == MANY and not self._all:
                self._all = {row[0]: row for row in self._rows(_ALL)}
            if self._all:
                return self._out_of_all(code)
            row = self._database.execute(f"{_PLACE} WHERE z.zip = ?", (code,)).fetchone()
            self._known[code] = _place(row) if row else None
        return self._known[code]

    def _out_of_all(self, code: str) -> Place | None:
        row = self._all.get(code)
        if row is None:
            return None
        zip_code, city, state, county, latitude, longitude, zone, kind = row
        counties, zones = self._names
        place = Place(
            zip_code,
            city,
            state,
            counties.get(county),
            None if latitude is None else latitude / 10000.0,
            None if longitude is None else longitude / 10000.0,
            zones.get(zone),
            KINDS[kind],
        )
        self._known[code] = place
        return place

    @cached_property
    def _names(self) -> tuple[dict[int, str], dict[int, str]]:
        """Counties and time zones by their numbers."""
        return dict(self._rows("SELECT id, name FROM counties")), dict(self._rows("SELECT id, name FROM time_zones"))

    def zips(self) -> Iterator[Place]:
        """All ZIP codes, those no longer in use too, in ascending order."""
        return map(_place, self._database.execute(f"{_PLACE} ORDER BY z.zip"))

    def homes(self) -> Iterator[tuple[str, str, str | None]]:
        """All ZIP codes with their state and county alone, which takes a quarter of the time."""
        return iter(
            self._database.execute("SELECT z.zip, z.state, c.name FROM zips z LEFT JOIN counties c ON c.id = z.county")
        )

    def towns(self) -> Iterator[tuple[str, str, str, str]]:
        """The same with their city: state, ZIP, county, city; without those that lie in no county."""
        return iter(
            self._database.execute(
                "SELECT z.state, z.zip, c.name, z.city FROM zips z CROSS JOIN counties c ON c.id = z.county"
            )
        )

    def time_zone(self, code: str) -> str | None:
        """The time zone of a ZIP code."""
        place = self.zip(code)
        return place.time_zone if place else None

    def zip3_states(self, prefix: str) -> frozenset[str]:
        """The states in which the ZIP codes with these first three digits lie: nearly always one."""
        return frozenset(state for (states,) in self._zip3("states", prefix) for state in states.split())

    def zip3s(self) -> list[tuple[str, str, float | None, float | None]]:
        """Every three first digits: (digits, states with blanks between, latitude, longitude of the middle)."""
        return self._rows("SELECT prefix, states, latitude, longitude FROM zip3 ORDER BY prefix")

    def zip3_centre(self, prefix: str) -> tuple[float, float] | None:
        """(latitude, longitude) of the middle of the ZIP codes with these first three digits, in degrees."""
        for latitude, longitude in self._zip3("latitude, longitude", prefix):
            return None if latitude is None else (latitude, longitude)
        return None

    def _zip3(self, columns: str, prefix: str) -> list[tuple[Any, ...]]:
        return self._rows(f"SELECT {columns} FROM zip3 WHERE prefix = ?", _plain(prefix))  # noqa: S608 - two callers

    def county(self, name: str, state: str) -> str | None:
        """The Census Bureau's spelling of a county: "suffolk" in NY is "Suffolk County".

        "Baltimore" is Baltimore County, "Baltimore city" the city; where no county has the name, the independent city
        of that name answers ("Alexandria" in VA is "Alexandria city").
        """
        rows = self._rows(
            "SELECT c.name FROM county_names n JOIN counties c ON c.id = n.county WHERE n.state = ? AND n.folded = ?",
            _state(state),
            fold_county(name),
        )
        return rows[0][0] if rows else None

    def counties(self, state: str) -> list[str]:
        """All counties of a state in alphabetical order; none for the territories but Puerto Rico."""
        rows = self._rows("SELECT name FROM counties WHERE state = ? ORDER BY name", _state(state))
        return [name for (name,) in rows]

    def city_zips(self, city: str, state: str | None = None) -> tuple[str, ...]:
        """The ZIP codes of a city in ascending order, also by its alternative names ("NYC"), in all states or one."""
        wanted = _state(state) if state else None
        found = self._city(city)
        return tuple(sorted(code for home, zips in found if wanted in (None, home) for code in zips.split()))

    def city_states(self, city: str) -> frozenset[str]:
        """The states that have a city of this name."""
        return frozenset(state for state, _ in self._city(city))

    def _city(self, city: str) -> list[tuple[Any, ...]]:
        return self._rows("SELECT state, zips FROM cities WHERE name = ?", fold_city(city))

    def area_code_states(self, code: str) -> frozenset[str]:
        """The state a telephone area code belongs to; empty for toll-free, Canadian and unknown ones."""
        return frozenset(state for state, _ in self._area_code(code))

    def area_code_time_zones(self, code: str) -> tuple[str, ...]:
        """The time zones of an area code, the one with most ZIP codes first."""
        return tuple(zone for _, zone in self._area_code(code))

    def _area_code(self, code: str) -> list[tuple[Any, ...]]:
        question = "SELECT state, time_zone FROM area_codes WHERE code = ? ORDER BY zips DESC, time_zone"
        return self._rows(question, _plain(code))


def load() -> Gazetteer:
    """The gazetteer of the table that came with the package."""
    return Gazetteer()


def _place(row: tuple[Any, ...]) -> Place:
    return Place._make((*row[:-1], KINDS[row[-1]]))


def _plain(text: str) -> str:
    """Without blanks around it; codes are ASCII, so anything else is no code (and may be no valid text for SQLite)."""
    return text.strip() if text.isascii() else ""


def _state(state: str) -> str:
    return _plain(state).upper()
