"""Reports and `leadtrack info`: who did what, in every format."""

import csv
import io
import re
from datetime import UTC, datetime

import pytest

MORNING = datetime(2026, 3, 31, 13, 0, tzinfo=UTC)
KEPT = ("rep", "region", "assigned", "untouched", "attempts", "median_response", "overdue", "won")
NOON = datetime(2026, 3, 31, 16, 0, tzinfo=UTC)


@pytest.fixture
def monday(cli, people: str):
    """Assigned at 9:00; Ann was called at 9:30 and 10:00 and won, Bob was never called and his reminder is overdue."""
    cli.now = MORNING
    cli.ok("rep", "add", "Rita Ruiz", "--region", "East")
    cli.ok("rep", "add", "Sam Stone")
    cli.ok("territory", "add", "Rita Ruiz", "--state", "MA")
    cli.ok("territory", "add", "Sam Stone", "--state", "NY")
    cli.ok("import", people, "--assign")
    cli.ok("remind", "2", "today 11:00", "call him")
    cli.now = NOON
    cli.ok("log", "1", "call", "--at", "today 9:30")
    cli.ok("log", "1", "email", "--at", "today 10:00")
    cli.ok("stage", "1", "qualified")
    cli.ok("stage", "1", "won")
    cli.ok("stage", "3", "lost")
    return cli


def test_reps_tells_who_did_what(monday):
    report = monday.json("report", "reps")
    assert list(report) == ["title", "columns", "rows", "notes"]
    assert [{key: row[key] for key in KEPT} for row in report["rows"]] == [
        {
            "rep": "Rita Ruiz", "region": "East", "assigned": 1, "untouched": 0, "attempts": 2, "median_response": 1800,
            "overdue": 0, "won": 1,
        },
        {
            "rep": "Sam Stone", "region": None, "assigned": 1, "untouched": 1, "attempts": 0, "median_response": None,
            "overdue": 1, "won": 0,
        },
    ]  # fmt: skip


def test_funnel_counts_how_far_leads_came(monday):
    rows = {row["stage"]: row for row in monday.json("report", "funnel")["rows"]}
    assert [(name, row["leads"]) for name, row in rows.items()] == [
        ("new", 3), ("contacted", 1), ("qualified", 1), ("proposal", 1), ("won", 1),
        ("nurture", 0), ("lost", 1), ("junk", 0),
    ]  # fmt: skip
    assert rows["contacted"]["conversion"] == pytest.approx(1 / 3)
    assert rows["won"]["share"] == pytest.approx(1 / 3)
    assert rows["won"]["conversion"] == 1
    assert rows["new"]["conversion"] is None


@pytest.mark.parametrize("asked", [("--by", "rep"), ("--by", "source"), ("--by", "rep", "--source", "web")])
def test_of_those_never_touched_the_ones_that_lie_longest_are_named(cli, asked: tuple[str, ...]):
    cli.now = MORNING
    cli.ok("rep", "add", "Rita Ruiz")
    cli.ok("territory", "add", "Rita Ruiz", "--country", "US")

    def add(name: str, day: str) -> None:
        cli.ok("add", "--full-name", name, "--state", "MA", "--source", "web", "--created-at", f"2026-03-{day}")

    for name, day in (("Promised One", "01"), ("Tried One", "02"), *((f"Lead {n}", f"1{n}") for n in (4, 2, 6, 0))):
        add(name, day)
    cli.ok("log", "Tried One", "call")
    cli.ok("remind", "Promised One", "in 2 days", "call her")
    cli.ok("stage", "Lead 6", "contacted")
    cli.ok("stage", "Lead 2", "lost")
    assert named(cli, asked) == ["Lead 0", "Lead 4", "Lead 6", "Promised One"]
    add("Lead 3", "13")
    add("Lead 1", "11")
    assert named(cli, asked) == ["Lead 0", "Lead 1", "Lead 3", "Lead 4", "Lead 6"]


def named(cli, asked: tuple[str, ...]) -> list[str]:
    """The names in the second table of report reps."""
    told = cli.ok("report", "reps", *asked).out.partition("Never touched, by name")[2]
    return re.findall(r"(?:Lead \d|\w+ One)", told)


@pytest.mark.parametrize("name", ["funnel", "reps"])
@pytest.mark.parametrize("format", ["table", "csv", "json", "md", "html"])
def test_reports_come_in_every_format(monday, name: str, format: str):
    out = monday.ok("report", name, "--format", format).out
    assert ("qualified" if name == "funnel" else "Rita Ruiz") in out


@pytest.mark.parametrize("name", ["funnel", "reps"])
def test_reports_come_as_a_workbook(monday, name: str, tmp_path):
    import openpyxl

    monday.ok("report", name, "--format", "xlsx", "--output", tmp_path / "report.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "report.xlsx").active
    words = {cell for row in sheet.iter_rows(values_only=True) for cell in row}
    assert ("qualified" if name == "funnel" else "Rita Ruiz") in words
    piped = monday("report", name, "--format", "xlsx")
    assert (piped.code, piped.bytes[:2]) == (0, b"PK")


def test_csv_and_json_say_the_same(monday):
    rows = list(csv.DictReader(io.StringIO(monday.ok("report", "reps", "--format", "csv").out)))
    assert [row["Assigned"] for row in rows] == ["1", "1"]
    assert [row["Median response"] for row in rows] == ["1800", ""]


def test_totals_are_for_people_and_no_rows(monday):
    assert "Team" in monday.ok("report", "reps").out
    assert [row["rep"] for row in monday.json("report", "reps")["rows"]] == ["Rita Ruiz", "Sam Stone"]


def test_reports_know_periods(monday):
    assert monday.json("report", "reps", "--since", "2026-04-01")["rows"][0]["assigned"] == 0
    assert monday.json("report", "reps", "--since", "90d")["rows"][0]["assigned"] == 1
    assert monday.json("report", "funnel", "--until", "2026-03-30")["rows"][0]["leads"] == 0
    assert monday.json("report", "funnel")["rows"][0]["leads"] == 3


def test_reports_of_nothing_are_no_error(cli):
    assert cli.json("report", "reps")["rows"] == []
    assert [row["share"] for row in cli.json("report", "funnel")["rows"]] == [None] * 8
    assert cli("report", "funnel").code == 0


def test_reports_are_listed_and_unknown_ones_refused(monday):
    assert {"funnel", "reps"} <= {row["report"] for row in monday.json("report")}
    assert "funnel" in monday.refused("report", "sales")
    monday.refused("report", "funnel", "--since", "someday")
    monday.refused("report", "funnel", "--since", "2026-04-01", "--until", "2026-03-01")


def test_an_unassigned_lead_is_told_under_the_report(cli, people: str):
    cli.ok("import", people)
    assert "3 open leads have no rep" in " ".join(cli.json("report", "reps")["notes"])


def test_a_response_is_counted_from_each_reps_own_assignment(monday):
    monday.now = datetime(2026, 3, 31, 17, 0, tzinfo=UTC)
    monday.ok("assign", "1", "--to", "Sam Stone", "--why", "holiday")
    monday.now = datetime(2026, 3, 31, 18, 0, tzinfo=UTC)
    monday.ok("log", "1", "call", acting="sam stone")
    rows = {row["rep"]: row for row in monday.json("report", "reps")["rows"]}
    assert rows["Sam Stone"]["median_response"] == 3600
    # and she is charged for the time in which she had it
    assert rows["Rita Ruiz"]["median_response"] == 1800
    assert (rows["Rita Ruiz"]["assigned"], rows["Rita Ruiz"]["taken_back"]) == (0, 1)
    assert rows["Rita Ruiz"]["taken_untried"] == 0


def test_info_tells_where_the_file_is_and_what_it_holds(monday):
    told = monday.json("info")
    assert list(told) == [
        "file", "size", "schema", "leads", "reps", "regions", "territories", "activities", "reminders", "batches",
    ]  # fmt: skip
    assert told["file"] == str(monday.db.resolve())
    assert told["size"] == monday.db.stat().st_size
    assert (told["leads"], told["reps"], told["regions"], told["territories"]) == (3, 2, 1, 2)
    assert (told["activities"], told["reminders"], told["batches"]) == (2, 1, 11)


def test_looking_changes_nothing(monday):
    monday.ok("leads")
    before = monday.db.read_bytes()
    for arguments in (
        ("leads",), ("show", "1"), ("report", "reps"), ("report", "funnel"), ("history",), ("history", "1"), ("info",),
        ("remind", "--due", "today"), ("rep", "list"), ("territory", "list"), ("assign", "--explain"), ("imports",),
    ):  # fmt: skip
        monday.ok(*arguments)
    assert monday.db.read_bytes() == before
