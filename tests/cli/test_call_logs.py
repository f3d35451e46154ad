"""Whole call logs: matched by number or address, taken in once, and nothing lost."""

from datetime import UTC, datetime

import pytest
from running import read_csv

NOW = datetime(2026, 3, 31, 14, 30, tzinfo=UTC)
HEAD = ("Start time", "Direction", "From", "To", "Duration", "Result", "Agent", "Notes")
OURS = "(617) 555-9999"


@pytest.fixture(autouse=True)
def that_tuesday(cli) -> None:
    cli.now = NOW


def call(
    at: str, number: str, result: str = "", agent: str = "", notes: str = "", length: str = "30"
) -> tuple[str, ...]:
    return (at, "Outbound", OURS, number, length, result, agent, notes)


def take_in(team, sheet, rows, *options: str, code: int = 0):
    return team.json("activities", "import", sheet([HEAD, *rows], "calls.csv"), *options, code=code)


def test_each_row_goes_to_the_lead_that_has_the_number(team, sheet):
    told = take_in(
        team, sheet,
        [
            call("2026-03-30 09:00", "617-555-0101", "Left Voicemail", "Rita Ruiz", length="0:45"),
            call("2026-03-30 11:00", "+1 212 555 0102", "Connected", "sam", "wants a price"),
            ("2026-03-31 08:00", "Inbound", "(617) 555-0101", OURS, "3:25", "Answered", "", "calls back"),
        ],
    )  # fmt: skip
    assert told == {
        "batch": told["batch"], "file": told["file"], "rows": 3, "added": 3, "known": 0, "rejected": 0,
        "rejects_file": None, "leads": 2, "done": 2, "unknown_reps": [], "do_not_call": [],
    }  # fmt: skip
    first, second = team.json("show", "1")["activities"]
    assert (first["outcome"], first["seconds"], first["rep"], first["direction"]) == (
        "voicemail",
        45,
        "Rita Ruiz",
        "out",
    )
    assert first["at"] == "2026-03-30T09:00:00-04:00"
    assert first["action"] == "Call within five minutes"
    assert (second["direction"], second["seconds"], second["text"]) == ("in", 205, "calls back")
    assert team.json("show", "2")["activities"][0]["rep"] == "Sam Stone"


def test_the_same_log_again_adds_nothing(team, sheet):
    rows = [call("2026-03-30 09:00", "617-555-0101", "busy")] * 2 + [call("2026-03-30 10:00", "617-555-0101", "busy")]
    assert take_in(team, sheet, rows)["added"] == 3, "two equal rows are two calls"
    before = team.dump()
    told = take_in(team, sheet, rows)
    assert (told["batch"], told["added"], told["known"]) == (None, 0, 3)
    assert team.dump() == before
    more = take_in(team, sheet, [*rows, call("2026-03-30 11:00", "617-555-0101", "busy")])
    assert (more["added"], more["known"]) == (1, 3)


def test_a_log_that_was_taken_back_can_be_taken_in_again(team, sheet):
    rows = [call("2026-03-30 09:00", "617-555-0101")]
    take_in(team, sheet, rows)
    team.ok("undo")
    assert team.json("show", "1")["activities"] == []
    assert take_in(team, sheet, rows)["added"] == 1


def test_what_cannot_be_placed_is_rejected_and_nothing_is_lost(team, sheet):
    rows = [
        call("2026-03-30 09:00", "617-555-0101"),
        call("2026-03-30 09:00", "503-555-0000"),
        call("2026-03-30 09:00", "617-555-0101", "Superb"),
        call("someday", "617-555-0101"),
        call("2026-04-30 09:00", "617-555-0101"),
        call("2026-03-30 09:00", "n/a"),
        call("2026-03-30 09:10", "617-555-0101", length="long"),
    ]
    answer = team("activities", "import", sheet([HEAD, *rows], "calls.csv"))
    assert answer.code == 3
    assert "no lead has +15035550000" in answer.err
    path = answer.err.split("see ")[1].split(";")[0]
    kept = read_csv(path)
    assert [line[-1].partition(";")[0] for line in kept[1:]] == [
        "no lead has +15035550000",
        "nobody knows the outcome 'Superb'",
        "cannot read 'someday' as a day and time",
        "'2026-04-30 09:00' has not come yet",
        "no telephone number or e-mail address can be read in 'n/a'",
        "'long' is no duration",
    ]
    team.ok("outcomes", "add", "Superb", "--like", "interested")
    team.ok("add", "--full-name", "Flo Fox", "--phone", "503-555-0000")
    told = team.json("activities", "import", path, code=3)
    assert (told["added"], told["rejected"]) == (2, 4)


def test_a_dry_run_writes_nothing(team, sheet, tmp_path):
    before = team.dump()
    told = take_in(
        team, sheet, [call("2026-03-30 09:00", "617-555-0101"), call("x", "1")], "--dry-run", code=3
    )  # fmt: skip
    assert (told["batch"], told["added"], told["rejected"], told["rejects_file"]) == (None, 1, 1, None)
    assert team.dump() == before
    assert not list(tmp_path.glob("*.rejected.csv"))


def test_mails_are_matched_by_address(team, sheet):
    path = sheet(
        [("Date", "E-mail", "Type", "Subject"), ("3/30/2026", "ANN@acme.example", "Sent email", "Offer")], "mails.csv"
    )
    assert team.json("activities", "import", path)["added"] == 1
    (row,) = team.json("show", "1")["activities"]
    assert (row["kind"], row["subject"], row["at"]) == ("email", "Offer", "2026-03-30T12:00:00-04:00")


def test_of_several_leads_at_one_number_the_open_one_is_meant(team, sheet):
    team.ok("add", "--full-name", "Abe Archer", "--phone", "617-555-0101")
    rows = [call("2026-03-30 09:00", "617-555-0101")]
    answer = take_in(team, sheet, rows, code=3)
    assert answer["rejected"] == 1
    team.ok("junk", "1")
    assert take_in(team, sheet, rows)["added"] == 1
    assert len(team.json("show", "4")["activities"]) == 1


def test_agents_that_are_no_reps_are_named(team, sheet):
    told = take_in(team, sheet, [call("2026-03-30 09:00", "617-555-0101", agent="Zoe Zorn")])
    assert told["unknown_reps"] == [{"rep": "Zoe Zorn", "rows": 1}]
    assert team.json("show", "1")["activities"][0]["rep"] is None


def test_who_asked_not_to_be_called_is_said(team, sheet):
    told = take_in(team, sheet, [call("2026-03-30 09:00", "617-555-0101", "Do not call")])
    assert told["do_not_call"] == [1]
    assert team.json("show", "1")["activities"][0]["outcome"] == "not interested"


@pytest.mark.parametrize(
    ("head", "words"),
    [(("Name", "Date"), "call one Phone"), (("Phone", "Result"), "no column says when")],
    ids=["who", "when"],
)
def test_a_sheet_that_is_no_call_log_is_refused(team, sheet, head: tuple[str, ...], words: str):
    assert words in team.refused("activities", "import", sheet([head, ("x", "y")], "calls.csv"))


def test_what_was_done_is_listed(team):
    team.ok("log", "1", "call", "--outcome", "busy", "--at", "yesterday 9:00", acting="rita")
    team.ok("note", "2", "likes tea", acting="sam")
    assert [row["kind"] for row in team.json("activities", "list")] == ["note"]
    rows = team.json("activities", "list", "--since", "yesterday")
    assert [(row["name"], row["kind"], row["rep"]) for row in rows] == [
        ("Ann Archer", "call", "Rita Ruiz"), ("Bob Baker", "note", "Sam Stone"),
    ]  # fmt: skip
    assert team.json("activities", "list", "--since", "yesterday", "--rep", "sam") == rows[1:]
    assert "called: busy" in team.ok("activities", "list", "--since", "yesterday").out
