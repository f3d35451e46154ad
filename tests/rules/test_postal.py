"""The beginnings of postal codes, ranges of them, and places as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack.errors import BadRequest
from leadtrack.geography import load
from leadtrack.place_texts import guessed, listed
from leadtrack.postal import prefixes, span

ATLAS = load()


def meant(kind: str, text: str, country: str = "US") -> list[str]:
    return [str(unit) for unit in listed(country, kind, text, atlas=ATLAS).units]


def told(text: str, country: str = "US") -> list[str]:
    return [str(unit) for unit in guessed(text, country=country, atlas=ATLAS).units]


@pytest.mark.parametrize(
    ("country", "code", "beginnings"),
    [
        ("US", "02110", ["021"]),
        ("CA", "M5V 3A8", ["M5V", "M5", "M"]),
        ("GB", "SW1A 1AA", ["SW1A", "SW1", "SW"]),
        ("GB", "M11 2AB", ["M11", "M"]),
        ("DE", "80331", ["8033", "803", "80", "8"]),
    ],
)
def test_a_code_begins_as_its_country_parts_it(country: str, code: str, beginnings: list[str]):
    assert prefixes(country, code) == beginnings


def test_a_british_area_of_one_letter_is_not_that_of_two():
    assert "M" not in prefixes("GB", "ME4 6TL")
    assert "M1" not in prefixes("GB", "M11 2AB")


@given(st.integers(0, 99_999), st.integers(0, 3_000))
def test_a_range_is_taken_apart_into_exactly_its_codes(low: int, width: int):
    high = min(99_999, low + width)
    found: list[int] = []
    for piece in span("DE", f"{low:05}", f"{high:05}"):
        size = 10 ** (5 - len(piece))
        found += range(int(piece) * size, (int(piece) + 1) * size)
    assert found == list(range(low, high + 1))


@pytest.mark.parametrize(
    ("kind", "text", "units"),
    [
        ("zip", "94301, 02110-1234", ["ZIP 94301", "ZIP 02110"]),
        ("zip", "94100-94199,94301", ["ZIP3 941", "ZIP 94301"]),
        ("zip", "02108-02110", ["ZIP 02108", "ZIP 02109", "ZIP 02110"]),
        ("zip", "2108 to 2109", ["ZIP 02108", "ZIP 02109"]),
        ("zip", "021", ["ZIP3 021"]),
        ("zip3", "021-023", ["ZIP3 021", "ZIP3 022", "ZIP3 023"]),
        ("zip3", "021 022\n023", ["ZIP3 021", "ZIP3 022", "ZIP3 023"]),
        ("state", "New England", [f"state {state}" for state in ("CT", "ME", "MA", "NH", "RI", "VT")]),
        ("county", "Suffolk, MA; Essex County, MA", ["Suffolk County, MA", "Essex County, MA"]),
        ("city", "Boston, MA", ["Boston, MA"]),
        ("area", "617, 857", ["area code 617", "area code 857"]),
    ],
)
def test_lists_ranges_and_regions(kind: str, text: str, units: list[str]):
    assert meant(kind, text) == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("02110", ["ZIP 02110"]), ("021", ["ZIP3 021"]), ("021xx", ["ZIP3 021"]), ("94100-94199", ["ZIP3 941"]),
        ("Suffolk County, MA", ["Suffolk County, MA"]), ("Suffolk, MA", ["Suffolk County, MA"]),
        ("Boston, MA", ["Boston, MA"]), ("ohio", ["state OH"]), ("Germany", ["country DE"]), ("ON", ["state ON, CA"]),
        ("M5V", ["postal codes M5V…, CA"]), ("M5V 3A8", ["postal code M5V 3A8, CA"]),
        ("zip: 02110", ["ZIP 02110"]), ("county: Suffolk, MA", ["Suffolk County, MA"]),
        ("SW1A 1AA", ["postal code SW1A 1AA, GB"]),
    ],
)  # fmt: skip
def test_a_text_that_does_not_say_its_kind_is_understood(text: str, units: list[str]):
    assert told(text) == units


@pytest.mark.parametrize("text", ["Xanadu Cove", "Springfield", "Nowhere, MA", "", "00001-00002", "94199-94100"])
def test_what_is_no_place_or_several_is_refused(text: str):
    with pytest.raises(BadRequest):
        told(text)
