"""Sheets of territories in the shapes that teams keep them in."""

import pytest

from leadtrack.territory_sheets import Sheet, read

REPS = {"ann reyes", "ben okafor"}
STATES = {"MA", "NH", "NY"}


def claims(*rows: list[str]) -> list[tuple[str, str, str]]:
    sheet = understood(*rows)
    return [(entry.rep, entry.kind, f"not {entry.text}" if entry.excluded else entry.text) for entry in sheet.entries]


def understood(*rows: list[str]) -> Sheet:
    head, *body = rows
    found = read(
        head,
        list(enumerate(body, 2)),
        is_rep=lambda text: text.casefold() in REPS,
        is_place=lambda text: text in STATES,
    )
    assert isinstance(found, Sheet), found
    return found


def test_a_place_per_row_with_its_unit():
    assert claims(["rep", "unit", "value"], ["Ann Reyes", "state", "MA"]) == [("Ann Reyes", "state", "MA")]


def test_a_place_per_row_of_which_the_smallest_counts():
    rows = [
        ["ZIP", "City", "State", "Sales Rep"],
        ["02110", "Boston", "MA", "Ann Reyes"],
        ["", "Salem", "MA", "Ben Okafor"],
        ["", "", "NH", "Ben Okafor"],
    ]
    assert claims(*rows) == [
        ("Ann Reyes", "zip", "02110"), ("Ben Okafor", "city", "Salem, MA"), ("Ben Okafor", "state", "NH"),
    ]  # fmt: skip


def test_a_county_beside_its_state():
    assert claims(["State", "County", "Owner"], ["MA", "Suffolk", "Ann Reyes"]) == [
        ("Ann Reyes", "county", "Suffolk, MA")
    ]


def test_a_rep_per_row_with_lists():
    rows = [["Rep", "States", "ZIPs", "Except"], ["Ann Reyes", "MA, NH", "10001-10010, 11201", "Suffolk County, MA"]]
    assert claims(*rows) == [
        ("Ann Reyes", "zip", "10001-10010, 11201"), ("Ann Reyes", "state", "MA, NH"),
        ("Ann Reyes", "", "not Suffolk County, MA"),
    ]  # fmt: skip


def test_counties_in_a_list_lie_in_the_rows_only_state():
    rows = [["Rep", "State", "Counties"], ["Ann Reyes", "MA", "Suffolk, Essex"], ["Ben Okafor", "NH", ""]]
    assert claims(*rows) == [("Ann Reyes", "county", "Suffolk, MA; Essex, MA"), ("Ben Okafor", "state", "NH")]


def test_a_range_per_row():
    rows = [["From ZIP", "To ZIP", "Rep"], ["02100", "02199", "Ann Reyes"], ["10001", "", "Ben Okafor"]]
    assert claims(*rows) == [("Ann Reyes", "zip", "02100-02199"), ("Ben Okafor", "zip", "10001")]


def test_a_matrix_of_places_and_reps():
    rows = [["State", "Ann Reyes", "Ben Okafor"], ["MA", "x", ""], ["NY", "x", "X"]]
    assert claims(*rows) == [
        ("Ann Reyes", "state", "MA"), ("Ann Reyes", "state", "NY"), ("Ben Okafor", "state", "NY"),
    ]  # fmt: skip
    assert understood(*rows).understood == "a matrix, places down and reps across"


def test_a_matrix_of_reps_and_places():
    rows = [["Rep", "MA", "NH", "NY"], ["Ann Reyes", "yes", "no", ""], ["Ben Okafor", "", "1", "1"]]
    assert claims(*rows) == [("Ann Reyes", "", "MA"), ("Ben Okafor", "", "NH"), ("Ben Okafor", "", "NY")]


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([["First Name", "ZIP"], ["Ann", "02110"]], "no column tells the rep"),
        ([["Rep", "Colour"], ["Ann Reyes", "blue"]], "unit"),
        ([["State", "Ann Reyes", "Ben Okafor"], ["MA", "maybe", ""]], "'maybe' is no mark"),
    ],
)
def test_what_is_no_sheet_of_territories_says_what_is_missing(rows: list[list[str]], named: str):
    head, *body = rows
    found = read(
        head,
        list(enumerate(body, 2)),
        is_rep=lambda text: text.casefold() in REPS,
        is_place=lambda text: text in STATES,
    )
    assert isinstance(found, str)
    assert named in found
