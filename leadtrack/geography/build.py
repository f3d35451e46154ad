"""Makes places.sqlite, the table the gazetteer reads, from the package `zipcodes`.

It runs when leadtrack itself is packaged or installed (hatch_build.py) and by hand:
`python -m leadtrack.geography.build`. The same input gives the same content, byte for byte with the same SQLite.
Look-up tables are kept apart from the ZIP codes, positions are whole ten-thousandths of a degree: this halves the
file. The view `places` shows them together.
"""

import hashlib
import os
import sqlite3
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from importlib import import_module, metadata
from pathlib import Path
from typing import Any, NamedTuple

from leadtrack import places
from leadtrack.geography import FILE, FORMAT
from leadtrack.geography.corrections import (
    AREA_CODES_OF_CANADA,
    CITIES_WITHOUT_ZIP,
    COUNTIES,
    COUNTIES_OF_ZIPS,
    COUNTY_NICKNAMES,
    INDEPENDENT_CITY_STATES,
    MILITARY_CITIES,
    POSITIONS,
    TIME_ZONES,
)
from leadtrack.places import KINDS, fold_city, fold_county

#: When the versions of `zipcodes` that were looked at came out; the table says so, to show how old the data is.
RELEASED = {"3.0.0": "2026-06-14"}

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE kinds (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE time_zones (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE counties (id INTEGER PRIMARY KEY, state TEXT NOT NULL, name TEXT NOT NULL) STRICT;
-- every folded name a county answers to
CREATE TABLE county_names (
    state TEXT, folded TEXT, county INTEGER NOT NULL REFERENCES counties, PRIMARY KEY (state, folded)
) STRICT, WITHOUT ROWID;
CREATE TABLE zips (
    zip TEXT PRIMARY KEY,
    city TEXT NOT NULL,
    state TEXT NOT NULL,
    county INTEGER REFERENCES counties,
    latitude INTEGER,
    longitude INTEGER,
    time_zone INTEGER REFERENCES time_zones,
    kind INTEGER NOT NULL REFERENCES kinds,
    active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- folded city names, alternative ones too; zips is a list with blanks between
CREATE TABLE cities (name TEXT, state TEXT, zips TEXT NOT NULL, PRIMARY KEY (name, state)) STRICT, WITHOUT ROWID;
-- the first three digits; states is a list with blanks between, the position the middle of their ZIP codes in degrees
CREATE TABLE zip3 (
    prefix TEXT PRIMARY KEY, states TEXT NOT NULL, latitude REAL, longitude REAL
) STRICT, WITHOUT ROWID;
CREATE TABLE area_codes (
    code TEXT, time_zone TEXT, state TEXT NOT NULL, zips INTEGER NOT NULL, PRIMARY KEY (code, time_zone)
) STRICT, WITHOUT ROWID;
CREATE VIEW places AS
    SELECT z.zip, z.city, z.state, c.name AS county,
           z.latitude / 10000.0 AS latitude, z.longitude / 10000.0 AS longitude,
           t.name AS time_zone, k.name AS kind, z.active
    FROM zips z JOIN kinds k ON k.id = z.kind
    LEFT JOIN counties c ON c.id = z.county LEFT JOIN time_zones t ON t.id = z.time_zone;
"""


class Entry(NamedTuple):
    """One ZIP code of the source, corrected."""

    zip: str
    city: str
    state: str
    county: str | None
    latitude: int | None
    longitude: int | None
    time_zone: str | None
    kind: int
    active: bool
    cities: tuple[str, ...]
    area_codes: tuple[str, ...]


def entries(records: Iterable[Mapping[str, Any]]) -> list[Entry]:
    """Read records as `zipcodes.list_all()` gives them, in order of ZIP code, with the known mistakes mended."""
    found = sorted((_entry(record) for record in records), key=lambda entry: entry.zip)
    spelling = _spellings(found)
    return [
        entry._replace(county=spelling[entry.state, fold_county(entry.county)]) if entry.county else entry
        for entry in found
    ]


def _entry(record: Mapping[str, Any]) -> Entry:
    code, city, state = record["zip_code"], record["city"], record["state"]
    kind = record["zip_code_type"].lower()
    if code.startswith("09") and city in MILITARY_CITIES:
        kind, state = "military", "AE"
    military = kind == "military"
    position = POSITIONS.get(code, (record["lat"], record["long"]))
    latitude, longitude = (round(float(degrees) * 10_000) for degrees in position)
    placed = not military and (latitude, longitude) != (0, 0)
    return Entry(
        zip=code,
        city=city,
        state=state,
        county=None if military else _county(COUNTIES_OF_ZIPS.get(code, record["county"]), state),
        latitude=latitude if placed else None,
        longitude=longitude if placed else None,
        time_zone=None if military else TIME_ZONES.get(record["timezone"], record["timezone"]) or None,
        kind=KINDS.index(kind),
        active=record["active"],
        cities=(city, *record["acceptable_cities"], *record["unacceptable_cities"]),
        area_codes=tuple(record["area_codes"]),
    )


def _county(name: str, state: str) -> str | None:
    """The name as the Census Bureau writes it, as far as one name alone tells."""
    name = COUNTIES.get((state, name), name)
    if state in INDEPENDENT_CITY_STATES and name.endswith(" City"):
        return name.removesuffix(" City") + " city"
    if state == "PR" and name and not name.endswith(" Municipio"):
        return name + " Municipio"
    return name or None


def _spellings(found: Iterable[Entry]) -> dict[tuple[str, str], str]:
    """For each county (state, folded name) the spelling most ZIP codes use ("DeKalb County", not "Dekalb County")."""
    votes: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for entry in found:
        if entry.county:
            votes[entry.state, fold_county(entry.county)][entry.county] += 1
    return {key: max(names, key=lambda name: (names[name], name)) for key, names in votes.items()}


def _county_names(counties: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Every (state, folded name) a county answers to; "Alexandria" is the city, as Virginia has no such county."""
    known = {(state, fold_county(name)): name for state, name in counties}
    bare = {(state, key.removesuffix(" city")): name for (state, key), name in known.items() if key.endswith(" city")}
    nicknames = {
        (state, fold_county(name)): county
        for (state, name), county in COUNTY_NICKNAMES.items()
        if (state, fold_county(county)) in known
    }
    return bare | nicknames | known


def _cities(found: Iterable[Entry]) -> Iterator[tuple[str, str, str]]:
    zips: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in found:
        for name in entry.cities:
            if key := fold_city(name):
                zips[key, entry.state].add(entry.zip)
    for (name, state), codes in sorted(zips.items()):
        yield name, state, " ".join(sorted(codes))


def _prefixes(found: Iterable[Entry]) -> Iterator[tuple[str, str, float | None, float | None]]:
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in found:
        groups[entry.zip[:3]].append(entry)
    for prefix, group in sorted(groups.items()):
        spots = [(e.latitude, e.longitude) for e in group if e.latitude is not None and e.longitude is not None]
        latitude, longitude = (
            (round(sum(axis) / len(spots) / 10_000, 4) for axis in zip(*spots, strict=True)) if spots else (None, None)
        )
        yield prefix, " ".join(sorted({entry.state for entry in group})), latitude, longitude


def _area_codes(found: Iterable[Entry]) -> Iterator[tuple[str, str, str, int]]:
    """An area code lies in one state; the source also names it for ZIP codes across the border, which are left out."""
    zones: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for entry in found:
        for code in entry.area_codes:
            if entry.time_zone and code not in AREA_CODES_OF_CANADA:
                zones[code][entry.state][entry.time_zone] += 1
    for code, states in sorted(zones.items()):
        home = max(states, key=lambda state: (states[state].total(), state))
        for zone, count in sorted(states[home].items()):
            yield code, zone, home, count


def write(path: Path, records: Iterable[Mapping[str, Any]], meta: Mapping[str, str]) -> None:
    """Make the table at `path`; what stood there is replaced in one step, when the new one is whole."""
    found = entries(records)
    counties = sorted({(entry.state, entry.county) for entry in found if entry.county}.union(CITIES_WITHOUT_ZIP))
    county_ids = {county: number for number, county in enumerate(counties, 1)}
    names = _county_names(counties)
    zones = sorted({entry.time_zone for entry in found if entry.time_zone})
    zone_ids = {zone: number for number, zone in enumerate(zones, 1)}

    handle, draft = tempfile.mkstemp(prefix=path.name, suffix=".draft", dir=path.parent)
    os.close(handle)
    try:
        with closing(sqlite3.connect(draft)) as database:
            database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA user_version = {FORMAT}; BEGIN; {SCHEMA}")
            insert = database.executemany
            insert("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
            insert("INSERT INTO kinds VALUES (?, ?)", enumerate(KINDS))
            insert("INSERT INTO time_zones VALUES (?, ?)", enumerate(zones, 1))
            insert("INSERT INTO counties VALUES (?, ?, ?)", ((n, *county) for county, n in county_ids.items()))
            insert(
                "INSERT INTO county_names VALUES (?, ?, ?)",
                ((state, key, county_ids[state, name]) for (state, key), name in sorted(names.items())),
            )
            insert(
                "INSERT INTO zips VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        *(e.zip, e.city, e.state, county_ids[e.state, e.county] if e.county else None),
                        *(e.latitude, e.longitude, zone_ids[e.time_zone] if e.time_zone else None, e.kind, e.active),
                    )
                    for e in found
                ),
            )
            insert("INSERT INTO cities VALUES (?, ?, ?)", _cities(found))
            insert("INSERT INTO zip3 VALUES (?, ?, ?, ?)", _prefixes(found))
            insert("INSERT INTO area_codes VALUES (?, ?, ?, ?)", _area_codes(found))
            database.commit()
            database.execute("VACUUM")
        draft_file = Path(draft)
        draft_file.chmod(0o644)
        draft_file.replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)


def inputs(version: str) -> str:
    """A digest of everything the table is made from: the version of `zipcodes` and the code that reads it."""
    here = Path(__file__)
    digest = hashlib.sha256(version.encode())
    for source in (here, here.with_name("corrections.py"), Path(places.__file__)):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def is_current(path: Path) -> bool:
    """Whether the table at `path` is whole and made from today's inputs; without `zipcodes` its own version will do."""
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            meta = dict(database.execute("SELECT key, value FROM meta"))
    except sqlite3.DatabaseError:
        return False
    version = _installed() or meta.get("version", "")
    return bool(meta.get("inputs") == inputs(version))


def ensure(path: Path) -> bool:
    """Make the table at `path` unless it is up to date; true when it was made, from the package `zipcodes`."""
    if is_current(path):
        return False
    # by name: the package is there when the table is built, and need not be when the program runs
    records: list[dict[str, Any]] = import_module("zipcodes").list_all()
    version = _installed() or "unknown"
    meta = {
        "source": f"zipcodes {version}",
        "address": "https://github.com/seanpianka/zipcodes",
        "version": version,
        "date": RELEASED.get(version, "unknown"),
        "licence": "MIT; positions from GeoNames, CC BY 4.0",
        "inputs": inputs(version),
    }
    write(path, records, meta)
    return True


def _installed() -> str | None:
    """The version of `zipcodes` that is installed."""
    try:
        return metadata.version("zipcodes")
    except metadata.PackageNotFoundError:
        return None


if __name__ == "__main__":
    target = Path(__file__).with_name(FILE)
    made = ensure(target)
    sys.stderr.write(f"{target}: {'made' if made else 'is up to date'}, {target.stat().st_size:,} bytes\n")
