import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from leadtrack.geography import Gazetteer, build


def record(code: str, city: str, state: str, county: str, **other: Any) -> dict[str, Any]:
    """One ZIP code in the shape `zipcodes.list_all()` gives it."""
    return {
        "zip_code": code,
        "zip_code_type": "STANDARD",
        "active": True,
        "city": city,
        "acceptable_cities": [],
        "unacceptable_cities": [],
        "state": state,
        "county": county,
        "timezone": "America/New_York",
        "area_codes": [],
        "lat": "40.8154",
        "long": "-73.0451",
        **other,
    }


def made(folder: Path, *records: Mapping[str, Any]) -> Gazetteer:
    build.write(folder / "table.sqlite", records, {"source": "a test"})
    return Gazetteer(folder / "table.sqlite")


def test_a_county_gets_the_spelling_most_zip_codes_use(tmp_path: Path) -> None:
    gazetteer = made(
        tmp_path,
        record("30002", "Avondale Estates", "GA", "DeKalb County"),
        record("30021", "Clarkston", "GA", "DeKalb County"),
        record("30030", "Decatur", "GA", "Dekalb County"),
    )
    assert gazetteer.counties("GA") == ["DeKalb County"]
    assert {place.county for place in gazetteer.zips()} == {"DeKalb County"}


def test_an_independent_city_is_written_as_the_census_writes_it(tmp_path: Path) -> None:
    gazetteer = made(
        tmp_path,
        record("22030", "Fairfax", "VA", "Fairfax City"),
        record("23090", "Lightfoot", "VA", "James City"),
        record("89701", "Carson City", "NV", "Carson City"),
    )
    assert [place.county for place in gazetteer.zips()] == ["Fairfax city", "James City County", "Carson City"]


def test_a_military_post_office_in_new_jersey_is_put_right(tmp_path: Path) -> None:
    gazetteer = made(tmp_path, record("09905", "Apo", "NJ", "", zip_code_type="PO BOX", lat="0", long="0"))
    (place,) = gazetteer.zips()
    assert (place.state, place.kind, place.time_zone, place.latitude) == ("AE", "military", None, None)


def test_a_position_survives_exactly_and_zero_is_no_position(tmp_path: Path) -> None:
    gazetteer = made(
        tmp_path,
        record("00501", "Holtsville", "NY", "Suffolk County", lat="40.8154", long="-73.0451"),
        record("11805", "Hicksville", "NY", "Nassau County", lat="0.0000", long="0"),
    )
    assert [(place.latitude, place.longitude) for place in gazetteer.zips()] == [(40.8154, -73.0451), (None, None)]
    assert gazetteer.zip3_centre("005") == (40.8154, -73.0451)
    assert gazetteer.zip3_centre("118") is None


def test_an_area_code_belongs_to_the_state_with_most_of_its_zip_codes(tmp_path: Path) -> None:
    gazetteer = made(
        tmp_path,
        record("07001", "Avenel", "NJ", "Middlesex County", area_codes=["201"]),
        record("07002", "Bayonne", "NJ", "Hudson County", area_codes=["201"]),
        record("10901", "Suffern", "NY", "Rockland County", area_codes=["201", "519"]),
    )
    assert gazetteer.area_code_states("201") == {"NJ"}
    assert gazetteer.area_code_states("519") == frozenset()


def test_the_same_input_gives_the_same_file(tmp_path: Path) -> None:
    records = [record("07002", "Bayonne", "NJ", "Hudson County"), record("07001", "Avenel", "NJ", "Middlesex County")]
    build.write(tmp_path / "one", records, {"a": "b", "c": "d"})
    build.write(tmp_path / "other", reversed(records), {"c": "d", "a": "b"})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "other"]


def test_a_table_is_made_only_when_its_inputs_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zipcodes = pytest.importorskip("zipcodes")
    monkeypatch.setattr(zipcodes, "list_all", lambda: [record("07002", "Bayonne", "NJ", "Hudson County")])
    table = tmp_path / "places.sqlite"
    assert [build.ensure(table), build.ensure(table)] == [True, False]
    monkeypatch.setattr(build, "inputs", lambda version: f"other code, {version}")
    assert build.ensure(table)
    table.write_bytes(b"damaged")
    assert build.ensure(table)
    assert Gazetteer(table).city_states("Bayonne") == {"NJ"}


def test_without_the_source_package_the_table_at_hand_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "places.sqlite"
    meta = {"version": "3.0.0", "inputs": build.inputs("3.0.0")}
    build.write(table, [record("07002", "Bayonne", "NJ", "Hudson County")], meta)
    monkeypatch.setattr(build, "_installed", lambda: None)
    assert not build.ensure(table)


def test_a_failure_leaves_the_old_table_and_no_draft(tmp_path: Path) -> None:
    gazetteer = made(tmp_path, record("07002", "Bayonne", "NJ", "Hudson County"))
    twice = record("07001", "Avenel", "NJ", "Middlesex County")
    with pytest.raises(sqlite3.IntegrityError):
        build.write(gazetteer.path, [twice, twice], {})
    assert [path.name for path in tmp_path.iterdir()] == ["table.sqlite"]
    assert gazetteer.city_states("Bayonne") == {"NJ"}


def test_the_packaged_table_is_small_and_whole(gazetteer: Gazetteer) -> None:
    assert gazetteer.path.stat().st_size < 3_500_000
    with closing(sqlite3.connect(gazetteer.path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
