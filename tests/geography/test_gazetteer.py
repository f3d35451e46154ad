import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack.errors import LeadtrackError
from leadtrack.geography import MANY, Gazetteer, GeographyMissing, load
from leadtrack.geography.corrections import COUNTY_NICKNAMES
from leadtrack.places import KINDS, Place, fold_county


def test_a_zip_code_tells_city_county_state_position_and_time_zone(gazetteer: Gazetteer) -> None:
    cambridge = Place("02139", "Cambridge", "MA", "Middlesex County", 42.3647, -71.1042, "America/New_York", "standard")
    assert gazetteer.zip("02139") == cambridge
    assert gazetteer.zip("02139-4307") == cambridge
    assert gazetteer.zip(" 02139 ") is gazetteer.zip("02139")


@pytest.mark.parametrize("code", ["", "2139", "00000", "N8N 3N2", "\ud800", "0213\x00"])
def test_what_is_no_zip_code_has_no_place(gazetteer: Gazetteer, code: str) -> None:
    assert gazetteer.zip(code) is None
    assert gazetteer.time_zone(code) is None


def test_all_zip_codes_resolve_to_themselves(gazetteer: Gazetteer) -> None:
    places = list(gazetteer.zips())
    assert len(places) == 42_789
    assert places == sorted(places, key=lambda place: place.zip)
    assert [gazetteer.zip(place.zip) for place in places] == places


def test_zip_codes_are_the_same_before_and_after_all_of_them_were_read_at_once() -> None:
    gazetteer = load()
    places = list(gazetteer.zips())[: MANY + 50]
    assert [gazetteer.zip(place.zip) for place in places] == places
    assert [gazetteer.zip(place.zip) for place in places[:5]] == places[:5]
    assert gazetteer.zip("00000") is gazetteer.zip("99999") is None
    assert gazetteer.zip("02139-4307") == load().zip("02139")


def test_everything_but_military_zip_codes_has_a_time_zone_that_exists(gazetteer: Gazetteer) -> None:
    zones = available_timezones()
    for place in gazetteer.zips():
        assert place.kind in KINDS
        if place.kind == "military":
            assert (place.county, place.latitude, place.longitude, place.time_zone) == (None, None, None, None)
        else:
            assert place.time_zone in zones, place


def test_the_counts_that_the_documentation_states(gazetteer: Gazetteer) -> None:
    with closing(sqlite3.connect(gazetteer.path)) as database:
        (zoned,) = database.execute("SELECT count(*) FROM places WHERE active AND time_zone IS NOT NULL").fetchone()
        (countyless,) = database.execute(
            "SELECT count(*) FROM places WHERE active AND county IS NULL AND kind <> 'military'"
        ).fetchone()
    # The source has a zone for 41,084 and no county for 141; corrections.py says why six and 27 fewer.
    assert (zoned, countyless) == (41_078, 114)


def test_every_state_and_the_district_have_all_their_counties(gazetteer: Gazetteer) -> None:
    # Census Bureau, 2020: 3,143 counties and equivalents, 78 municipios in Puerto Rico
    states = {place.state for place in gazetteer.zips()}
    assert sum(len(gazetteer.counties(state)) for state in states - {"PR"}) == 3_143
    counts = {state: len(gazetteer.counties(state)) for state in ("TX", "VA", "GA", "DE", "DC", "PR", "GU")}
    assert counts == {"TX": 254, "VA": 133, "GA": 159, "DE": 3, "DC": 1, "PR": 78, "GU": 0}


def test_each_county_answers_to_its_own_name(gazetteer: Gazetteer) -> None:
    for state in {place.state for place in gazetteer.zips()}:
        for name in gazetteer.counties(state):
            assert gazetteer.county(name, state) == name
            assert gazetteer.county(fold_county(name).upper(), state.lower()) == name


@pytest.mark.parametrize(
    ("name", "state", "county"),
    [
        ("Suffolk", "NY", "Suffolk County"),
        ("SUFFOLK COUNTY", "ny", "Suffolk County"),
        ("Suffolk", "VA", "Suffolk city"),
        ("Saint Louis city", "MO", "St. Louis city"),
        ("st louis", "MO", "St. Louis County"),
        ("Baltimore", "MD", "Baltimore County"),
        ("BALTIMORE CITY", "MD", "Baltimore city"),
        ("City of Baltimore", "MD", "Baltimore city"),
        ("Richmond", "VA", "Richmond County"),
        ("Richmond City", "VA", "Richmond city"),
        ("Fairfax", "VA", "Fairfax County"),
        ("Fairfax City", "VA", "Fairfax city"),
        ("Franklin city", "VA", "Franklin city"),
        ("Roanoke city", "VA", "Roanoke city"),
        ("Alexandria", "VA", "Alexandria city"),
        ("James City", "VA", "James City County"),
        ("Carson City", "NV", "Carson City"),
        ("Orleans", "LA", "Orleans Parish"),
        ("Manhattan", "NY", "New York County"),
        ("Dade", "FL", "Miami-Dade County"),
        ("Bayamón", "PR", "Bayamon Municipio"),
        ("Washington", "DC", "District of Columbia"),
        ("Suffolk", "CA", None),
        ("", "NY", None),
        ("Suffolk", "\ud800", None),
    ],
)
def test_a_county_is_found_however_it_is_written(
    gazetteer: Gazetteer, name: str, state: str, county: str | None
) -> None:
    assert gazetteer.county(name, state) == county


def test_every_nickname_leads_to_its_county(gazetteer: Gazetteer) -> None:
    for (state, name), county in COUNTY_NICKNAMES.items():
        assert gazetteer.county(name, state) == county


def test_baltimore_city_and_county_are_two_places(gazetteer: Gazetteer) -> None:
    city, towson = gazetteer.zip("21201"), gazetteer.zip("21204")
    assert city and towson
    assert (city.county, towson.county) == ("Baltimore city", "Baltimore County")


def test_seven_prefixes_lie_in_several_states_and_all_others_in_one(gazetteer: Gazetteer) -> None:
    prefixes = {place.zip[:3] for place in gazetteer.zips()}
    several = {prefix: gazetteer.zip3_states(prefix) for prefix in prefixes if len(gazetteer.zip3_states(prefix)) != 1}
    assert several == {
        "063": {"NY", "CT"},
        "205": {"MD", "VA", "DC"},
        "726": {"AR", "MO"},
        "739": {"TX", "OK"},
        "834": {"ID", "WY"},
        "967": {"HI", "AS"},
        "969": {"GU", "MP", "FM", "MH", "PW"},
    }
    assert len(prefixes) == 933
    assert gazetteer.zip3_states("000") == gazetteer.zip3_states("") == frozenset()


def test_a_prefix_has_a_middle_among_its_zip_codes(gazetteer: Gazetteer) -> None:
    assert gazetteer.zip3_centre("021") == pytest.approx((42.33, -71.07), abs=0.05)
    assert gazetteer.zip3_centre("969") == pytest.approx((13.5, 146.0), abs=3)
    assert gazetteer.zip3_centre("090") is None
    assert gazetteer.zip3_centre("000") is None


def test_a_city_is_found_by_any_of_its_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.city_zips("springfield", "ma")[:3] == ("01101", "01102", "01103")
    assert "10001" in gazetteer.city_zips("NYC", "NY")
    assert gazetteer.city_zips("St. Davids", "PA") == gazetteer.city_zips("Saint Davids", "PA") != ()
    assert set(gazetteer.city_zips("Springfield", "MA")) < set(gazetteer.city_zips("Springfield"))
    assert gazetteer.city_states("LaJolla") == {"CA"}
    assert {"MA", "IL", "MO", "OH"} < gazetteer.city_states("SPRINGFIELD")
    assert gazetteer.city_zips("Atlantis on Sea") == ()
    assert gazetteer.city_states("") == frozenset()


def test_every_zip_code_is_among_those_of_its_city(gazetteer: Gazetteer) -> None:
    for place in list(gazetteer.zips())[::97]:
        assert place.zip in gazetteer.city_zips(place.city, place.state)


def test_an_area_code_tells_its_state_and_time_zones(gazetteer: Gazetteer) -> None:
    assert gazetteer.area_code_states("201") == {"NJ"}
    assert gazetteer.area_code_states("787") == {"PR"}
    assert gazetteer.area_code_time_zones("212") == ("America/New_York",)
    assert gazetteer.area_code_time_zones("850") == ("America/Chicago", "America/New_York")


@pytest.mark.parametrize("code", ["800", "416", "204", "999", "", "é12"])
def test_toll_free_canadian_and_unknown_area_codes_lie_nowhere(gazetteer: Gazetteer, code: str) -> None:
    assert gazetteer.area_code_states(code) == frozenset()
    assert gazetteer.area_code_time_zones(code) == ()


def test_the_time_zone_follows_the_zip_code_and_not_the_state(gazetteer: Gazetteer) -> None:
    assert gazetteer.time_zone("32501") == "America/Chicago"
    assert gazetteer.time_zone("33101") == "America/New_York"
    assert gazetteer.time_zone("09001") is None


@given(st.text(max_size=20), st.text(max_size=3))
def test_no_text_whatever_makes_a_question_fail(name: str, code: str) -> None:
    gazetteer = load()
    for ask in (gazetteer.zip, gazetteer.zip3_states, gazetteer.zip3_centre, gazetteer.counties, gazetteer.city_states):
        ask(name)
    gazetteer.county(name, code)
    gazetteer.city_zips(name, code)
    gazetteer.area_code_states(code)


def test_the_table_says_where_it_comes_from(gazetteer: Gazetteer) -> None:
    about = gazetteer.about()
    assert (about["source"], about["version"], about["date"]) == ("zipcodes 3.0.0", "3.0.0", "2026-06-14")
    assert "MIT" in about["licence"]


def test_a_missing_table_names_the_mend(tmp_path: Path) -> None:
    with pytest.raises(GeographyMissing, match=r"is missing.*pip install \.") as failure:
        Gazetteer(tmp_path / "places.sqlite").zip("02139")
    assert isinstance(failure.value, LeadtrackError)


def test_a_damaged_table_names_the_mend(tmp_path: Path) -> None:
    damaged = tmp_path / "places.sqlite"
    damaged.write_bytes(b"no database at all" * 1000)
    with pytest.raises(GeographyMissing, match=r"cannot be read.*pip install \."):
        Gazetteer(damaged).counties("NY")


def test_a_table_of_another_format_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "places #1.sqlite"
    with closing(sqlite3.connect(other)) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(GeographyMissing, match=r"format 99"):
        Gazetteer(other).city_states("Boston")


def test_importing_geography_opens_nothing() -> None:
    program = (
        "import sys, leadtrack.geography as g; g.load(); print({'sqlite3', 'importlib.resources'} & set(sys.modules))"
    )
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "set()\n"
    )
