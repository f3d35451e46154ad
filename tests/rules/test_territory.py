"""Who covers a place: the smallest unit wins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack.errors import BadRequest
from leadtrack.geography import load
from leadtrack.locating import Where, lying
from leadtrack.territory import UNITS, Claim, Lies, Unit, coverage, covering, unit

ATLAS = load()


def located(
    country: str = "", state: str = "", county: str = "", city: str = "", zip: str = "", area: str = ""
) -> list[Lies]:
    return lying(Where(country, state, county, city, zip, area), home="US", atlas=ATLAS)


def lies_in(*where: str, **more: str) -> list[str]:
    return [str(lies.unit) for lies in located(*where, **more)]


def doubts(*where: str, **more: str) -> set[str]:
    return {lies.because for lies in located(*where, **more)} - {""}


@pytest.mark.parametrize(
    ("kind", "value", "stored"),
    [
        ("state", "Massachusetts", Unit("US", "state", "MA")),
        ("state", " ma ", Unit("US", "state", "MA")),
        ("State", "MA", Unit("US", "state", "MA")),
        ("county", "suffolk,  ma", Unit("US", "county", "Suffolk County, MA")),
        ("county", "Suffolk County, Massachusetts", Unit("US", "county", "Suffolk County, MA")),
        ("zip3", "021", Unit("US", "zip3", "021")),
        ("zip3", "021xx", Unit("US", "zip3", "021")),
        ("ZIP 3", "021", Unit("US", "zip3", "021")),
        ("zip", "2110", Unit("US", "zip", "02110")),
        ("zip", "02110-1234", Unit("US", "zip", "02110")),
        ("country", "Germany", Unit("DE", "country", "DE")),
    ],
)
def test_places_are_stored_in_one_form(kind: str, value: str, stored: Unit):
    assert unit("US", kind, value, atlas=ATLAS) == stored


@pytest.mark.parametrize(
    ("country", "kind", "value"),
    [
        ("US", "town", "Boston"), ("US", "state", "Atlantis"), ("US", "state", " "), ("US", "county", "Suffolk"),
        ("US", "county", "Nowhere, MA"), ("US", "county", "Suffolk, Atlantis"), ("US", "zip3", "0211"),
        ("US", "zip3", "abc"),
        ("US", "zip", "021100"), ("US", "zip", "Boston"), ("Atlantis", "state", "MA"), ("US", "country", "Atlantis"),
    ],
)  # fmt: skip
def test_what_is_no_place_is_refused(country: str, kind: str, value: str):
    with pytest.raises(BadRequest):
        unit(country, kind, value, atlas=ATLAS)


def test_a_lead_lies_in_units_smallest_first():
    assert lies_in("US", "MA", "Suffolk County", "Boston", "02110") == [
        "ZIP 02110", "ZIP3 021", "Boston, MA", "Suffolk County, MA", "state MA", "country US",
    ]  # fmt: skip


def test_what_the_address_leaves_out_follows_from_the_zip():
    assert lies_in(zip="02110") == lies_in("US", "MA", "Suffolk County", "", "02110")


def test_the_addresss_own_state_goes_before_the_zips():
    """A ZIP of Boston with NY: the state stands, and the ZIP's county, being of another state, does not."""
    assert lies_in("US", "NY", zip="02110") == ["ZIP 02110", "ZIP3 021", "state NY", "country US"]
    assert doubts("US", "NY", zip="02110") == {"the ZIP lies in MA, the address says NY"}


def test_without_an_address_a_lead_lies_nowhere():
    assert lies_in() == []


def test_a_foreign_postal_code_is_not_looked_up_here():
    assert lies_in("DE", zip="10001") == [
        "postal code 10001, DE", "postal codes 1000…, DE", "postal codes 100…, DE", "postal codes 10…, DE",
        "postal codes 1…, DE", "country DE",
    ]  # fmt: skip


def test_counties_are_one_however_they_are_written():
    claims = [(Unit("US", "county", "Suffolk County, MA"), Claim(1, "Rita", 1))]
    found = covering(located("US", "MA", "SUFFOLK"), coverage(claims))
    assert found is not None
    assert found.claims == [Claim(1, "Rita", 1)]


places = st.sampled_from(
    [
        Unit("US", "zip", "02110"),
        Unit("US", "zip3", "021"),
        Unit("US", "county", "Suffolk County, MA"),
        Unit("US", "state", "MA"),
        Unit("US", "country", "US"),
        Unit("US", "state", "NY"),
    ]
)


@given(st.lists(st.tuples(places, st.integers(1, 3))))
def test_no_smaller_unit_is_passed_over(claimed: list[tuple[Unit, int]]):
    table = coverage((place, Claim(rep, f"Rep {rep}", 1)) for place, rep in claimed)
    found = covering(located("US", "MA", "Suffolk County", "Boston", "02110"), table)
    kinds = [UNITS.index(place.kind) for place, _ in claimed if place.value != "NY"]
    assert (found is None) == (not kinds)
    if found is not None:
        assert UNITS.index(found.unit.kind) == min(kinds)
