"""`leadtrack territory`: ranges, exceptions, weaker evidence, sheets of any shape, who, check and the map."""

import xml.etree.ElementTree as ElementTree
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadtrack.actions import assigning

ADDRESS = ["Name", "E-mail", "City", "State", "ZIP", "County", "Phone"]
NOW = datetime(2026, 3, 31, 14, tzinfo=UTC)


def reps(cli, *names: str) -> None:
    for name in names:
        cli.ok("rep", "add", name)


def leads(sheet, *places: tuple[str, str, str, str, str], name: str = "places.csv") -> str:
    """A sheet with one lead per place (city, state, ZIP, county, phone)."""
    rows = [[f"Lead {n:03}", f"lead{n}@example.com", *place] for n, place in enumerate(places, 1)]
    return sheet([ADDRESS, *rows], name)


def claims(cli) -> set[tuple[str, str, str, bool]]:
    return {(row["rep"], row["unit"], row["value"], row["excluded"]) for row in cli.json("territory", "list")}


def given_to(cli) -> list[str | None]:
    return [lead["rep"] for lead in cli.json("leads")]


# -- places ------------------------------------------------------------------------------------------------------------


def test_ranges_become_whole_zip3s_and_zips_and_it_is_said(cli):
    reps(cli, "Rita")
    shown = cli.ok("territory", "add", "Rita", "--zip", "94100-94199,94301").err
    assert "94100-94199 is the ZIP3 941" in shown
    assert claims(cli) == {("Rita", "zip3", "941", False), ("Rita", "zip", "94301", False)}


def test_a_whole_region_of_the_country(cli):
    reps(cli, "Rita")
    told = cli.json("territory", "add", "Rita", "--state", "New England")
    assert len(told["added"]) == 6
    assert told["notes"] == ["New England is CT ME MA NH RI VT"]


def test_an_excepted_place_goes_to_nobody_else_and_smaller_claims_inside_it_hold(cli, sheet):
    reps(cli, "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA", "--except", "Suffolk County, MA", "--zip", "02108")
    cli.ok("import", leads(
        sheet, ("Salem", "MA", "01970", "", ""), ("Boston", "MA", "02110", "", ""), ("Boston", "MA", "02108", "", "")
    ), "--assign")  # fmt: skip
    assert given_to(cli) == ["Rita", None, "Rita"]
    told = cli.json("territory", "who", "02110")
    assert told["rep"] is None
    assert any("Rita does not work in Suffolk County, MA" in (row["note"] or "") for row in told["looked"])


def test_an_exception_leaves_the_place_to_whoever_covers_more(cli, sheet):
    reps(cli, "Rita", "Sam")
    cli.ok("territory", "add", "Rita", "--zip3", "021", "--except", "Suffolk County, MA")
    cli.ok("territory", "add", "Sam", "--country", "US")
    cli.ok("import", leads(sheet, ("Boston", "MA", "02110", "", ""), ("Cambridge", "MA", "02139", "", "")), "--assign")
    assert given_to(cli) == ["Sam", "Rita"]


def test_covering_a_place_and_being_excepted_from_it_is_refused(cli):
    reps(cli, "Rita")
    assert "MA" in cli.refused("territory", "add", "Rita", "--state", "MA", "--except", "MA")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    assert "territory remove" in cli.refused("territory", "add", "Rita", "--except", "Massachusetts")


def test_a_thin_address_goes_by_its_city_then_by_its_area_code_and_the_reason_says_so(cli, sheet):
    reps(cli, "Rita", "Sam", "Tom")
    cli.ok("territory", "add", "Rita", "--county", "Suffolk County, MA")
    cli.ok("territory", "add", "Sam", "--state", "MA")
    cli.ok("territory", "add", "Tom", "--area-code", "212")
    cli.ok("import", leads(
        sheet, ("Boston", "MA", "", "", ""), ("", "", "", "", "617-555-0101"), ("", "", "", "", "212-555-0102")
    ), "--assign")  # fmt: skip
    assert given_to(cli) == ["Rita", "Sam", "Tom"]
    reasons = [cli.json("show", str(n))["assignments"][0]["reason"] for n in (1, 2, 3)]
    assert reasons == [
        "covers Suffolk County, MA (by the city Boston, as there is no ZIP)",
        "covers state MA (by the area code 617, as there is no ZIP and no state)",
        "covers area code 212 (as there is no ZIP)",
    ]


def test_a_city_is_smaller_than_its_county(cli, sheet):
    reps(cli, "Rita", "Sam")
    cli.ok("territory", "add", "Rita", "--city", "Chelsea, MA")
    cli.ok("territory", "add", "Sam", "--county", "Suffolk County, MA")
    cli.ok("import", leads(sheet, ("Chelsea", "MA", "02150", "", ""), ("Boston", "MA", "02110", "", "")), "--assign")
    assert given_to(cli) == ["Rita", "Sam"]


def test_a_zip_that_contradicts_its_state_is_told_in_the_reason(cli, sheet):
    reps(cli, "Rita")
    cli.ok("territory", "add", "Rita", "--zip", "02110")
    cli.ok("import", leads(sheet, ("New York", "NY", "02110", "", "")), "--assign")
    (row,) = cli.json("show", "1")["assignments"]
    assert row["reason"] == "covers ZIP 02110 (the ZIP lies in MA, the address says NY)"


def test_the_address_decides_about_a_zip_in_two_counties(cli, sheet):
    reps(cli, "Rita")
    cli.ok("territory", "add", "Rita", "--county", "Norfolk County, MA")
    cli.ok("import", leads(sheet, ("Boston", "MA", "02110", "Norfolk County", "")), "--assign")
    (row,) = cli.json("show", "1")["assignments"]
    assert "the ZIP is counted to Suffolk County" in row["reason"]


@pytest.mark.parametrize(
    ("country", "territory", "code", "covered"),
    [
        ("Canada", "M5V", "M5V 3A8", True), ("Canada", "M", "M5V 3A8", True), ("Canada", "K", "M5V 3A8", False),
        ("United Kingdom", "SW1", "SW1A 1AA", True), ("United Kingdom", "M", "ME4 6TL", False),
        ("Germany", "80", "80331", True),
    ],
)  # fmt: skip
def test_the_beginnings_of_foreign_codes(cli, country: str, territory: str, code: str, covered: bool):
    reps(cli, "Rita")
    cli.ok("territory", "add", "Rita", "--country", country, "--prefix", territory)
    told = cli.json("add", "--full-name", "Ann Archer", "--country", country, "--postal-code", code)
    assert told["rep"] == ("Rita" if covered else None)


def test_ending_territories_and_undoing_it(cli):
    reps(cli, "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA,NH", "--zip", "10001")
    before = claims(cli)
    assert cli.json("territory", "remove", "Rita", "--state", "NH", "--dry-run")["ended"] == ["state NH"]
    assert claims(cli) == before
    cli.ok("territory", "remove", "Rita", "--state", "NH")
    assert len(claims(cli)) == 2
    assert len(cli.json("territory", "remove", "Rita", "--all")["ended"]) == 2
    assert "does not cover state MA" in cli.refused("territory", "remove", "Rita", "--state", "MA")
    cli.ok("undo")
    cli.ok("undo")
    assert claims(cli) == before


def test_a_dry_run_of_add_changes_nothing(cli):
    reps(cli, "Rita")
    before = cli.dump()
    assert cli.json("territory", "add", "Rita", "--state", "MA", "--dry-run")["added"] == ["state MA"]
    assert cli.dump() == before


def test_a_region_has_a_manager(cli):
    reps(cli, "Mia", "Rita")
    assert cli.json("region", "add", "West", "--manager", "mia")["manager"] == "Mia"
    assert cli.json("region", "list") == [{"region": "West", "reps": 0, "manager": "Mia"}]
    assert cli.json("region", "add", "West")["batch"] is None
    cli.ok("undo")
    assert "Nobody" in cli.refused("region", "add", "West", "--manager", "Nobody")


# -- sheets ------------------------------------------------------------------------------------------------------------

SHAPES = {
    "lists": [["Rep", "States", "ZIPs"], ["Rita Ruiz", "MA; NH", "10001"], ["Sam Stone", "NY", ""]],
    "rows": [["Rep", "State", "ZIP"], ["Rita Ruiz", "MA", ""], ["Rita Ruiz", "NH", ""], ["Rita Ruiz", "NY", "10001"],
             ["Sam Stone", "NY", ""]],
    "guessed": [["Territory", "Salesperson"], ["MA", "Rita Ruiz"], ["New Hampshire", "Rita Ruiz"],
                ["10001", "Rita Ruiz"], ["NY", "Sam Stone"]],
    "matrix": [["Place", "Rita Ruiz", "Sam Stone"], ["MA", "x", ""], ["NH", "x", ""], ["NY", "", "x"],
               ["10001", "x", ""]],
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_every_shape_of_sheet_says_the_same(cli, sheet, shape: str, ending: str):
    reps(cli, "Rita Ruiz", "Sam Stone")
    file = sheet(SHAPES[shape], f"{shape}.{ending}")
    before = cli.dump()
    told = cli.json("territory", "import", file, "--dry-run")
    assert (told["added"], told["batch"]) == (4, None)
    assert told["understood"]
    assert cli.dump() == before
    cli.ok("territory", "import", file)
    assert claims(cli) == {
        ("Rita Ruiz", "state", "MA", False), ("Rita Ruiz", "state", "NH", False),
        ("Rita Ruiz", "zip", "10001", False), ("Sam Stone", "state", "NY", False),
    }  # fmt: skip


def test_a_sheet_without_a_heading_and_reps_by_their_first_names(cli, sheet):
    reps(cli, "Rita Ruiz", "Sam Stone")
    cli.ok("territory", "import", sheet([["Rita Ruiz", "MA"], ["Sam Stone", "NY"]], "bare.csv"))
    cli.ok("territory", "import", sheet([["ZIP", "Rita", "Sam"], ["02110", "", "x"]], "first.csv"))
    assert claims(cli) == {
        ("Rita Ruiz", "state", "MA", False), ("Sam Stone", "state", "NY", False), ("Sam Stone", "zip", "02110", False),
    }  # fmt: skip


def test_several_reps_in_a_cell_share_the_place(cli, sheet):
    reps(cli, "Rita", "Sam")
    cli.ok("territory", "import", sheet([["State", "Reps"], ["MA", "Rita; Sam"]]))
    assert claims(cli) == {("Rita", "state", "MA", False), ("Sam", "state", "MA", False)}


def test_replacing_ends_what_the_sheet_does_not_name(cli, sheet):
    reps(cli, "Rita", "Sam")
    cli.ok("territory", "add", "Rita", "--state", "MA,NH")
    told = cli.json("territory", "import", sheet([["State", "Rep"], ["MA", "Rita"], ["NH", "Sam"]]), "--replace")
    assert (told["added"], told["known"], told["ended"]) == (1, 1, 1)
    assert claims(cli) == {("Rita", "state", "MA", False), ("Sam", "state", "NH", False)}


def test_what_was_exported_is_imported_again_unchanged(cli, fresh, tmp_path):
    cli.ok("rep", "add", "Rita", "--region", "East")
    cli.ok("territory", "add", "Rita", "--state", "MA", "--zip", "02108-02110", "--city", "Salem, MA",
           "--county", "Essex County, MA", "--area-code", "617", "--except", "Suffolk County, MA")  # fmt: skip
    cli.ok("territory", "add", "Rita", "--country", "CA", "--prefix", "M5V")
    file = tmp_path / "out.csv"
    cli.ok("territory", "export", "--output", file)
    before = cli.dump()
    assert cli.json("territory", "import", file)["added"] == 0
    assert cli.dump() == before
    other = fresh()
    other.ok("rep", "add", "Rita")
    other.ok("territory", "import", file)
    assert claims(other) == claims(cli)


# -- who, check, map ---------------------------------------------------------------------------------------------------


def test_who_covers_a_place_or_a_lead(team):
    told = team.json("territory", "who", "Boston, MA")
    assert (told["rep"], told["why"]) == ("Rita Ruiz", "covers state MA")
    assert team.json("territory", "who", "10001")["rep"] == "Sam Stone"
    assert team.json("territory", "who", "1")["lead"] == 1
    assert team.json("territory", "who", "cyd@corp.example")["rep"] is None
    assert "nobody covers" in team.ok("territory", "who", "60601").err
    assert "Xanadu Cove" in team.refused("territory", "who", "Xanadu Cove")


def test_who_tells_a_place_whose_rep_is_away_from_one_that_nobody_covers(team):
    team.ok("rep", "add", "Tom Tell")
    team.ok("territory", "add", "Tom Tell", "--state", "WY")
    team.ok("rep", "away", "Tom Tell")
    assert "Tom Tell, but nobody can take a lead now: Tom Tell is away" in team.ok("territory", "who", "WY").err
    assert "nobody covers state UT" in team.ok("territory", "who", "UT").err


def test_who_tells_what_lies_within_a_place(team):
    team.ok("territory", "add", "Sam", "--zip", "02110")
    assert team.json("territory", "who", "MA")["within"] == [{"unit": "ZIP 02110", "rep": "Sam Stone"}]


def findings(cli) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for row in cli.json("territory", "check"):
        found.setdefault(row["finding"], []).append(row)
    return found


def test_check_weighs_gaps_by_the_leads_that_fell_into_them(cli, sheet):
    reps(cli, "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    cli.ok("import", leads(sheet, *[("Chicago", "IL", "60601", "", "")] * 2, ("Chicago", "IL", "60614", "", ""),
                           ("Austin", "TX", "78701", "", "")))  # fmt: skip
    gaps = [(row["place"], row["leads"]) for row in findings(cli)["gap"]]
    assert gaps[:2] == [("606xx, IL", 3), ("787xx, TX", 1)]
    assert "4 of 4 leads of the last 90 days" in cli.ok("territory", "check").err


def test_check_finds_overlaps_doublings_ghosts_and_idle_exceptions(cli):
    reps(cli, "Rita", "Sam")
    cli.ok("territory", "add", "Rita", "--state", "MA", "--zip", "02110,00002", "--except", "NY")
    cli.ok("territory", "add", "Sam", "--state", "MA", "--zip3", "021")
    found = findings(cli)
    assert [(row["place"], row["reps"]) for row in found["overlap"]] == [("state MA", "Rita, Sam")]
    assert [row["place"] for row in found["no place"]] == ["ZIP 00002"]
    assert ("ZIP 02110 in ZIP3 021", "Rita / Sam") in {(row["place"], row["reps"]) for row in found["inside"]}
    assert [row["place"] for row in found["idle"]] == ["except state NY"]


def test_check_finds_territories_of_a_rep_who_left(cli):
    reps(cli, "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    cli.write("UPDATE reps SET removed_by = 1")
    (row,) = findings(cli)["no rep"]
    assert (row["place"], row["reps"]) == ("state MA", "Rita")
    assert "nobody else covers it" in row["told"]


def test_check_of_an_empty_file_finds_nothing(cli):
    assert cli.json("territory", "check") == []


@pytest.mark.parametrize("kind", ["html", "svg"])
def test_the_map_is_whole_and_needs_nobody(team, tmp_path, kind: str):
    team.ok("rep", "add", "<script>alert(1)</script>")
    team.ok("territory", "add", "<script>", "--state", "TX")
    before = team.dump()
    file = tmp_path / f"map.{kind}"
    team.ok("territory", "map", "--output", file)
    text = file.read_text("utf-8")
    assert team.dump() == before
    assert "<script" not in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "").replace("http-equiv", "")
    assert text.count("<clipPath") == 52
    if kind == "svg":
        ElementTree.fromstring(text)
    assert "60601"[:3] in text


def test_a_map_is_drawn_in_two_forms_only(team, tmp_path):
    team.refused("territory", "map", "--output", tmp_path / "map.png", code=2)


# -- in bulk -----------------------------------------------------------------------------------------------------------

PLACES = [
    ("Boston", "MA", "02110", "", ""), ("", "", "02110", "", ""), ("Boston", "NY", "02110", "", ""),
    ("Boston", "MA", "02110", "Norfolk County", ""), ("Salem", "MA", "01970", "", ""), ("Boston", "MA", "", "", ""),
    ("", "", "99999", "", ""), ("", "TX", "", "", ""), ("", "", "", "", "617-555-0101"),
    ("Chelsea", "MA", "02150", "", ""),
]  # fmt: skip
CLAIMS = st.lists(
    st.tuples(
        st.sampled_from(["Rita", "Sam"]),
        st.sampled_from([
            ("--zip", "02110"), ("--zip3", "021"), ("--county", "Suffolk County, MA"), ("--state", "MA"),
            ("--country", "US"), ("--city", "Chelsea, MA"), ("--area-code", "617"), ("--state", "NY"),
        ]),
    ),
    max_size=6,
)  # fmt: skip
EXCEPT = st.lists(
    st.tuples(st.sampled_from(["Rita", "Sam"]), st.sampled_from(["02150", "Essex County, MA"])), max_size=2
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(CLAIMS, EXCEPT)
def test_in_bulk_everybody_gets_what_they_would_get_one_by_one(fresh, sheet, claimed, excepted):
    told = []
    for bulk in (1, 1_000_000):
        cli = fresh()
        cli.now = NOW
        reps(cli, "Rita", "Sam")
        for rep, place in claimed:
            cli.ok("territory", "add", rep, *place)
        for rep, place in excepted:
            cli.ok("territory", "add", rep, "--except", place)
        cli.ok("import", leads(sheet, *PLACES))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(assigning, "BULK", bulk)
            answer = cli.json("assign")
        kept = cli.rows("SELECT lead_id, rep_id, reason, turn, score, temperature FROM assignments ORDER BY lead_id")
        told.append((kept, {**answer, "batch": None}, cli.rows("SELECT * FROM facts ORDER BY lead_id")))
    assert told[0] == told[1]


def test_in_bulk_each_batch_of_leads_has_waited_as_long_as_it_did(fresh, sheet, monkeypatch):
    told = []
    for bulk in (1_000_000, 1):
        cli = fresh()
        monkeypatch.setattr(assigning, "BULK", bulk)
        reps(cli, "Rita")
        cli.ok("territory", "add", "Rita", "--zip", "02110")
        for hours in (5, 3, 2):  # those of the first have a rep, and had another before, when the others come
            cli.now = NOW - timedelta(hours=hours)
            rows = [
                [f"Lead {hours}-{n}", f"lead{hours}{n}@example.com", *PLACES[place]]
                for n, place in enumerate((0, 4, 0))
            ]
            cli.ok("import", sheet([ADDRESS, *rows], f"{hours}.csv"))
            if hours == 5:
                cli.ok("assign")
                cli.ok("unassign", "1", "--why", "holiday")
        cli.now = NOW
        cli.ok("assign")
        told.append(cli.rows("SELECT * FROM facts ORDER BY lead_id"))
        waited = cli.rows("SELECT given_after FROM facts ORDER BY lead_id")
        assert waited == [(0,), (None,), (0,), (10800,), (None,), (10800,), (7200,), (None,), (7200,)]
    assert told[0] == told[1]


def test_who_lies_where_nobody_covers_is_told_again_in_bulk_and_nothing_is_written(cli, sheet, monkeypatch):
    monkeypatch.setattr(assigning, "BULK", 1)
    reps(cli, "Rita")
    cli.ok("territory", "add", "Rita", "--zip", "02110")
    cli.ok("import", leads(sheet, *PLACES[:5], *PLACES[4:5]))
    made = set(cli.rows("SELECT type, name, sql FROM sqlite_master"))
    first = cli.json("assign")
    assert set(cli.rows("SELECT type, name, sql FROM sqlite_master")) == made, "what was put aside is there again"
    assert (first["assigned"], first["unassigned"]) == (4, 2)
    assert first["unassigned_places"] == [{"place": "Salem, MA 01970, US", "leads": 2}]
    before = cli.dump()
    again = cli.json("assign")
    assert {**again, "assigned": 4, "by_rep": first["by_rep"], "batch": first["batch"]} == first
    assert cli.dump() == before


def test_a_cell_may_say_what_it_leaves_out(cli, sheet):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "import", sheet([["Rep", "States"], ["Rita", "NY, CA except 94301"]]))
    assert cli.json("territory", "who", "94301")["rep"] is None
    assert cli.json("territory", "who", "94302")["rep"] == cli.json("territory", "who", "10001")["rep"] == "Rita"


def test_all_who_are_no_reps_are_named_at_once(cli, sheet):
    cli.ok("rep", "add", "Rita")
    rows = [["State", "Rep"], ["MA", "Rita"], ["NH", "Zed"], ["VT", "Quentin"]]
    said = cli.refused("territory", "import", sheet(rows))
    assert "row 3: there are no reps 'Zed', 'Quentin'; make them first: leadtrack rep add 'Zed'" in said
