"""Merging leads on which people worked: promises, temperatures, answers to campaigns, and what is purged."""

import contextlib
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from running import Program

WORKED = ("activities", "reminders", "temperatures", "targets")


@pytest.fixture
def twins(team: Program, sheet: Callable[..., str]) -> Program:
    """The team, and lead 4, who is Ann Archer (lead 1) once more, came from a list of targets, and was worked."""
    listed = sheet([("Name", "E-mail", "Phone"), ("Anne Archer", "anne@archer.example", "617-555-0150")], "list.csv")
    team.ok("target", "import", listed, "--campaign", "Spring")
    team.ok("target", "answered", 1, "--note", "wants a visit")
    team.ok("log", 4, "call", "--outcome", "answered", "--duration", "3m", "--subject", "offer")
    team.ok("remind", 4, "every monday", "ask again")
    team.ok("remind", "--done", 1)
    team.ok("temperature", 4, "hot", "--why", "wants it")
    return team


def worked(program: Program) -> dict[str, list[tuple[Any, ...]]]:
    return {table: program.rows(f"SELECT * FROM {table} ORDER BY id") for table in WORKED}  # noqa: S608 - the names


def owners(program: Program) -> dict[str, set[int]]:
    return {
        table: {row[0] for row in program.rows(f"SELECT lead_id FROM {table} WHERE removed_by IS NULL")}  # noqa: S608
        for table in WORKED
    }


def test_what_was_done_goes_to_the_kept_lead_and_back(twins: Program):
    before, shown = worked(twins), twins.json("show", 4)
    told = twins.json("merge", 1, 4, "--keep", 1)
    assert told["moved"] == {"activities": 2, "reminders": 2, "temperatures": 1, "origins": 0, "targets": 1}
    assert owners(twins) == {table: {1} for table in WORKED}
    lead = twins.json("show", 1)
    assert (lead["temperature"], lead["temperature_by"]) == ("hot", shown["temperature_by"])
    assert [row["subject"] for row in lead["activities"]] == [None, "offer"]
    assert [row["repeats"] for row in lead["reminders"]] == ["every monday"] * 2
    assert [row["lead"] for row in twins.json("target", "list", "--answered")] == [1]
    twins.ok("unmerge", 4)
    assert worked(twins) == before
    assert twins.json("show", 4) == shown


def test_the_next_of_a_series_that_was_done_since_the_merge_stays_and_is_said(twins: Program):
    twins.ok("merge", 1, 4, "--keep", 1)
    twins.ok("remind", "--done", 2)
    twins.ok("temperature", 1, "cold")
    answer = twins.ok("unmerge", 4)
    assert "stays with lead 1: 1 reminder, 1 temperature" in answer.err
    assert twins.json("show", 4)["temperature"] == "hot"
    assert twins.json("show", 1)["temperature"] == "cold"


def test_a_call_to_the_old_number_is_one_to_the_kept_lead(twins: Program, sheet: Callable[..., str]):
    twins.ok("merge", 1, 4, "--keep", 1, "--field", "phone=1")
    log = sheet([("Date", "To", "Duration"), ("2026-01-05 10:00", "617-555-0150", "60")], "calls.csv")
    assert twins.json("activities", "import", log)["added"] == 1
    assert owners(twins)["activities"] == {1}


def test_the_answer_stays_an_answer_while_its_lead_stands(twins: Program):
    answered = next(row["batch"] for row in twins.json("history") if row["command"] == "target answered")
    twins.ok("merge", 1, 4, "--keep", 1)
    taken = twins("undo", answered)
    assert taken.code == 3
    assert "target 1 Anne Archer (it answered and is lead 1)" in taken.err
    assert twins.json("target", "list", "--answered")[0]["answered"] is not None
    twins.ok("unmerge", 4)


def test_a_stage_that_a_merged_lead_was_in_is_not_taken_back(twins: Program):
    made = twins.json("stages", "add", "demo given")["batch"]
    twins.ok("stage", 4, "demo given")
    twins.ok("merge", 1, 4, "--keep", 1)
    twins.ok("stage", 1, "contacted")
    assert twins("undo", made).code == 3
    twins("unmerge", 4)
    assert twins.json("show", 4)["stage"] == "demo given"


def test_the_story_has_both_ways_in_and_what_the_other_said(twins: Program):
    twins.ok("stage", 4, "qualified")
    twins.ok("merge", 1, 4, "--keep", 1)
    what = [line["what"] for line in twins.json("show", 1)["story"]]
    assert "lead 4 answered, and became a lead" in what
    assert any(line.startswith("was given lead 4: ") or line.startswith("lead 4 moved from new") for line in what)
    (merge,) = (line for line in what if line.startswith("merged lead 4"))
    assert "E-mail anne@archer.example" in merge


# -- purging -----------------------------------------------------------------------------------------------------------


def dangling(program: Program) -> list[Any]:
    with contextlib.closing(sqlite3.connect(program.db)) as connection:
        return connection.execute("PRAGMA foreign_key_check").fetchall()


def purged(program: Program, lead: int) -> Program:
    """The same team, 100 days after the lead was thrown away and half a minute after it was purged."""
    for reminder in [row["reminder"] for row in program.json("show", lead)["reminders"] if row["done_at"] is None]:
        program.ok("remind", "--drop", reminder)
    program.ok("junk", lead)
    later = Program(program.db, datetime.now(UTC) + timedelta(days=100))
    assert later.json("purge", "--junk", "--older-than", "90d")["leads"] == 1
    return later


def test_a_purged_winner_takes_along_who_was_merged_into_it_and_the_archive_tells_of_both(twins: Program):
    merge = twins.json("merge", 1, 4, "--keep", 1)["batch"]
    later = purged(twins, 1)
    assert dangling(later) == []
    assert later.rows("SELECT id FROM leads ORDER BY id") == [(2,), (3,)]
    assert later.rows("SELECT count(*) FROM changes WHERE table_name = 'leads' AND row_id IN (1, 4)") == [(0,)]
    text = Path(later.rows("SELECT archive FROM purges")[0][0]).read_text("utf-8")
    assert "merged lead 4" in text
    assert "anne@archer.example" in text
    assert "deleted for good" in later.refused("undo", merge)


@pytest.mark.parametrize("lead", [1, 4])
def test_a_merge_that_was_taken_back_is_not_brought_again_when_one_of_them_is_gone(twins: Program, lead: int):
    twins.ok("merge", 1, 4, "--keep", 1)
    parted = twins.json("unmerge", 4)["batch"]
    later = purged(twins, lead)
    assert dangling(later) == []
    assert "deleted for good" in later.refused("undo", parted)
    assert [row["lead"] for row in later.json("leads")] == [n for n in (1, 2, 3, 4) if n != lead]
