"""Promises: put off, handed over, given up, coming again, and taken in from another program."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from running import read_csv

from leadtrack.store import reminders

# a Tuesday, 10:30 in New York, summer time
NOW = datetime(2026, 3, 31, 14, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def that_tuesday(cli) -> None:
    cli.now = NOW


def listed(cli, *arguments: str) -> list[tuple[str, str]]:
    return [(row["text"], row["due"]) for row in cli.json("remind", "--due", *(arguments or ("2099-12-31 0:00",)))]


def facts(cli) -> list[tuple[object, ...]]:
    return cli.rows("SELECT lead_id, next_reminder_at FROM facts WHERE next_reminder_at IS NOT NULL")


def test_what_matters_more_stands_first_on_its_day(team):
    team.ok("remind", "1", "tomorrow 9:00", "first of the day")
    team.ok("remind", "1", "tomorrow 15:00", "urgent", "--priority", "high")
    team.ok("remind", "2", "tomorrow", "some time", "--priority", "low")
    team.ok("remind", "2", "2026-04-02 8:00", "the day after", "--priority", "HIGH")
    rows = team.json("remind", "--due", "week")
    assert [(row["text"], row["priority"]) for row in rows] == [
        ("urgent", "high"), ("first of the day", "normal"), ("some time", "low"), ("the day after", "high"),
    ]  # fmt: skip
    assert "! urgent" in team.ok("remind", "--due", "week").out
    assert "choose one of high, normal, low" in team.refused("remind", "1", "tomorrow", "x", "--priority", "very")


def test_a_reminder_is_put_off(team):
    team.ok("remind", "1", "today 17:00", "call")
    told = team.json("remind", "--snooze", "1", "tomorrow 9:00")
    assert told == {
        "batch": told["batch"], "reminder": 1, "lead": 1, "due": "2026-04-01T09:00:00-04:00",
        "from": "2026-03-31T17:00:00-04:00", "text": "call",
    }  # fmt: skip
    assert facts(team) == [(1, "2026-04-01T13:00:00Z")]
    assert team.json("remind", "--snooze", "1", "tomorrow 9:00")["batch"] is None, "nothing was changed"
    assert "has passed" in team.refused("remind", "--snooze", "1", "yesterday")
    assert "comes again" in team.refused("remind", "--snooze", "1", "every monday")
    team.ok("undo")
    assert facts(team) == [(1, "2026-03-31T21:00:00Z")]


def test_a_reminder_is_handed_over(team):
    team.ok("remind", "1", "tomorrow", "call")
    told = team.json("remind", "--give", "1", "sam")
    assert (told["rep"], told["from"]) == ("Sam Stone", "Rita Ruiz")
    assert listed(team, "tomorrow", "--rep", "sam") == [("call", "2026-04-01")]
    assert listed(team, "tomorrow", "--rep", "rita") == []
    assert team.json("remind", "--give", "1", "sam")["batch"] is None
    assert team.json("show", "1")["rep"] == "Rita Ruiz", "the lead stays where it is"
    team.ok("undo")
    assert listed(team, "tomorrow", "--rep", "rita") == [("call", "2026-04-01")]


def test_a_reminder_is_given_up(team):
    team.ok("remind", "1", "tomorrow", "call")
    told = team.json("remind", "--drop", "1")
    assert (told["text"], told["next"]) == ("call", None)
    assert listed(team) == []
    assert facts(team) == []
    assert [row["dropped"] for row in team.json("show", "1")["reminders"]] == [True]
    assert team.json("remind", "--drop", "1")["batch"] is None
    assert "given up" in team.refused("remind", "--snooze", "1", "tomorrow")
    team.ok("undo")
    assert listed(team) == [("call", "2026-04-01")]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--done", "1", "--snooze", "1", "tomorrow"), 2),
        (("1", "tomorrow", "call", "--dry-run"), 2),
        (("1", "tomorrow", "call", "--ics"), 2),
        (("--snooze", "1"), 2),
        (("--give", "1"), 2),
        (("--give", "1", "sam", "now"), 2),
        (("--done", "1", "1"), 2),
        (("--done", "1", "--due", "today"), 2),
        (("1", "tomorrow", "call", "--due", "today"), 2),
        (("--snooze", "99", "tomorrow"), 1),
        (("--give", "1", "Nobody"), 1),
        (("--drop", "99999999999999999999"), 1),
        (("--snooze", "1", "someday"), 1),
        (("1", "every blue moon", "call"), 1),
        (("1", "every monday until yesterday", "call"), 1),
        (("import", "nowhere.csv"), 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_is_refused(team, arguments: tuple[str, ...], code: int):
    team.ok("remind", "1", "tomorrow", "call")
    team.refused("remind", *arguments, code=code)


# -- what comes again --------------------------------------------------------------------------------------------------


def test_ticking_off_what_comes_again_makes_the_next(team):
    told = team.json("remind", "1", "every monday 9:00", "weekly call", "--priority", "high")
    assert (told["due"], told["repeats"]) == ("2026-04-06T09:00:00-04:00", "every monday")
    team.now = datetime(2026, 4, 6, 14, 0, tzinfo=UTC)
    done = team.json("remind", "--done", "1")
    assert (done["next"], done["next_due"], done["passed"]) == (2, "2026-04-13T09:00:00-04:00", 0)
    (row,) = team.json("remind", "--due", "2026-04-14 0:00")
    assert (row["reminder"], row["priority"], row["repeats"], row["rep"]) == (2, "high", "every monday", "Rita Ruiz")
    assert facts(team) == [(1, "2026-04-13T13:00:00Z")]
    before = team.json("history")[0]["batch"]
    assert team.json("remind", "--done", "1")["batch"] is None, "the same one once more changes nothing"
    assert team.json("history")[0]["batch"] == before


def test_undoing_takes_the_next_back_and_opens_this_one_again(team):
    team.ok("remind", "1", "every monday", "weekly call")
    team.ok("remind", "--done", "1")
    undone = team.json("undo")
    assert undone["spared"] == []
    assert listed(team) == [("weekly call", "2026-04-06")]
    team.ok("undo", str(undone["batch"]))
    assert listed(team) == [("weekly call", "2026-04-13")]


def test_missed_ones_are_passed_over_and_counted_but_not_todays(team):
    team.ok("remind", "1", "every monday", "weekly call")
    team.now = datetime(2026, 4, 27, 14, 0, tzinfo=UTC)  # a Monday three weeks later
    told = team.json("remind", "--done", "1")
    assert (told["next_due"], told["passed"]) == ("2026-04-27", 2)


def test_putting_one_off_leaves_the_series_as_it_was(team):
    team.ok("remind", "1", "every 2 weeks on monday", "call")
    team.ok("remind", "--snooze", "1", "2026-04-08")
    team.now = datetime(2026, 4, 8, 14, 0, tzinfo=UTC)
    assert team.json("remind", "--done", "1")["next_due"] == "2026-04-20"
    team.ok("remind", "--snooze", "2", "2026-04-10")
    assert team.json("remind", "--done", "2")["next_due"] == "2026-05-04", "also when it was put forward"


def test_a_series_ends(team):
    team.ok("remind", "1", "every monday, 2 times", "call")
    assert team.json("remind", "--done", "1")["next_due"] == "2026-04-13"
    assert team.json("remind", "--done", "2")["next"] is None
    assert listed(team) == []
    team.ok("remind", "2", "every day", "call")
    assert team.json("remind", "--drop", "3")["next"] is None
    assert listed(team) == []


def test_the_clocks_and_the_leap_day_do_not_move_a_series(team):
    team.now = datetime(2027, 12, 30, 12, 0, tzinfo=UTC)
    team.ok("remind", "1", "every month on the 31st at 2:30", "call")
    due = [team.json("remind", "--done", number)["next_due"] for number in range(1, 5)]
    assert due == [f"2028-{day}T02:30:00{offset}" for day, offset in [
        ("01-31", "-05:00"), ("02-29", "-05:00"), ("03-31", "-04:00"), ("04-30", "-04:00"),
    ]]  # fmt: skip


def test_working_days_keep_to_the_settings(team):
    team.ok("settings", "holidays", "US-MA, 2026-04-02")
    team.ok("settings", "working_days", "sunday to thursday")
    assert team.json("remind", "1", "in 2 working days", "call")["due"] == "2026-04-05"
    assert team.json("remind", "1", "every working day from 2026-04-19", "call")["due"] == "2026-04-19"
    assert team.json("remind", "--done", "2")["next_due"] == "2026-04-21", "the 20th is Patriots' Day"
    team.ok("settings", "working_hours", "8-16")
    assert team.json("remind", "1", "in 6 working hours", "call")["due"] == "2026-04-01T08:30:00-04:00"


# -- time zones --------------------------------------------------------------------------------------------------------


def test_on_the_other_side_of_the_world_days_are_theirs(team):
    team.ok("settings", "time_zone", "Pacific/Kiritimati")  # 14 hours ahead: there it is 1 April, 4:30
    assert team.json("remind", "1", "today", "call")["due"] == "2026-04-01"
    assert team.json("remind", "1", "tomorrow 9:00", "call")["due"] == "2026-04-02T09:00:00+14:00"
    assert "has passed" in team.refused("remind", "1", "2026-03-31", "call")
    assert listed(team, "today") == [("call", "2026-04-01")]
    team.now += timedelta(hours=20)
    assert [row["overdue"] for row in team.json("remind", "--due", "overdue")] == [True]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"])
def test_a_promised_day_stays_that_day_when_the_team_moves(team, zone: str):
    team.ok("remind", "1", "2026-04-15", "on the day")
    team.ok("remind", "1", "2026-04-15 9:00", "at the hour")
    team.ok("remind", "2", "every month on the 20th", "every time")
    team.ok("settings", "time_zone", "Europe/Berlin")
    team.ok("settings", "time_zone", zone)
    rows = {row["text"]: row["due"] for row in team.json("remind", "--due", "2099-12-31 0:00")}
    assert (rows["on the day"], rows["every time"]) == ("2026-04-15", "2026-04-20")
    assert datetime.fromisoformat(rows["at the hour"]) == datetime(2026, 4, 15, 13, 0, tzinfo=UTC)
    assert team.json("remind", "--done", "3")["next_due"] == "2026-05-20"
    team.ok("undo")
    team.ok("undo")
    team.ok("undo")
    assert listed(team)[0] == ("on the day", "2026-04-15")
    assert dict(facts(team))[1] == "2026-04-15T04:00:00Z"


# -- from another program ----------------------------------------------------------------------------------------------


OLD = (
    ("E-mail", "Due Date", "Task", "Owner", "Completed", "Priority"),
    ("ann@acme.example", "03/14/2025", "send brochure", "Sam Stone", "yes", ""),
    ("ann@acme.example", "12/24/2026 9:30 AM", "wish merry christmas", "", "", "high"),
    ("bob@bolt.example", "01/02/2026", "old and open", "", "no", "low"),
    ("nobody@x.example", "12/24/2026", "who?", "", "", ""),
    ("bob@bolt.example", "someday", "when?", "", "", ""),
    ("bob@bolt.example", "12/24/2026", "", "", "", ""),
    ("bob@bolt.example", "12/24/2026", "by whom?", "Nobody", "", ""),
    ("Bob Baker", "every monday", "again and again", "", "", ""),
    ("ann@acme.example", "03/14/2025", "send brochure", "Sam Stone", "yes", ""),
)


def test_old_reminders_are_taken_in(team, sheet, tmp_path: Path):
    file = sheet(OLD, "old.csv")
    told = team.json("remind", "import", file, code=3)
    assert {key: told[key] for key in ("rows", "created", "known", "rejected")} == {
        "rows": 9, "created": 4, "known": 1, "rejected": 4,
    }  # fmt: skip
    assert [(row["text"], row["due"], row["rep"], row["priority"], bool(row["done_at"])) for row in (
        *team.json("show", "1")["reminders"], *team.json("show", "2")["reminders"]
    )] == [
        ("send brochure", "2025-03-14", "Sam Stone", "normal", True),
        ("wish merry christmas", "2026-12-24T09:30:00-05:00", "Rita Ruiz", "high", False),
        ("old and open", "2026-01-02", "Sam Stone", "low", False),
        ("again and again", "2026-04-06", "Sam Stone", "normal", False),
    ]  # fmt: skip
    assert [row["text"] for row in team.json("remind", "--due", "overdue")] == ["old and open"]
    rejected = read_csv(told["rejects_file"])
    assert [row[-3:-1] for row in rejected[1:]] == [
        ["5", "E-mail"], ["6", "Due Date"], ["7", "Task"], ["8", "Owner"],
    ]  # fmt: skip


def test_the_same_sheet_of_reminders_again_adds_nothing(team, sheet):
    file = sheet(OLD, "old.csv")
    assert team.json("remind", "import", file, "--dry-run", code=3)["created"] == 4
    assert team.json("history")[0]["command"] == "import", "a dry run writes nothing"
    team("remind", "import", file)
    team.ok("remind", "--snooze", "2", "2026-12-27")
    team.ok("remind", "--done", "4")
    before = team.dump()
    again = team.json("remind", "import", file, code=3)
    assert (again["batch"], again["created"], again["known"]) == (None, 0, 5)
    assert team.dump() == before
    assert team.json("undo", "--format", "json", code=0)["command"] == "remind"


def test_taken_in_reminders_can_be_taken_back(team, sheet):
    before = team.json("show", "1"), team.json("show", "2")
    team("remind", "import", sheet(OLD, "old.csv"))
    team.ok("undo")
    assert (team.json("show", "1"), team.json("show", "2")) == before


def test_a_sheet_without_the_columns_is_refused_with_them(team, sheet):
    message = team.refused("remind", "import", sheet([("Name", "Task"), ("Ann", "x")], "bad.csv"))
    assert "no column due" in message


# -- how it is looked up -----------------------------------------------------------------------------------------------


def test_the_due_lists_are_looked_up_by_an_index(team):
    with sqlite3.connect(team.db) as connection:
        for question, index in ((reminders.DUE_OF_ALL, "reminders_due"), (reminders.DUE_OF_REP, "reminders_rep_due")):
            plan = connection.execute(
                f"EXPLAIN QUERY PLAN {question}", {"since": "", "until": "2026-04-01T04:00:00Z", "rep": 1}
            ).fetchall()
            steps = [row[3] for row in plan]
            assert any(f"INDEX {index}" in step for step in steps), steps
            assert not any(step.startswith("SCAN") for step in steps), steps
