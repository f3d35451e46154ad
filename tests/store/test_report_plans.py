"""How SQLite goes about what reports ask: the plans of their statements on a furnished file."""

import sqlite3
from datetime import UTC, datetime

import pytest
from running import Program

from leadtrack.actions import Office, reporting
from leadtrack.store import Store

NOW = datetime(2026, 3, 31, 16, 0, tzinfo=UTC)
REPORTS = (
    "funnel", "reps", "fairness", "response", "sources", "campaigns", "wasted", "stale", "activity", "quality",
    "referrals", "reopened", "score",
)  # fmt: skip


def plans(team: Program, name: str, **asked: object) -> dict[str, list[str]]:
    """Every statement that a report sends to the file, with the lines of its plan."""
    store = Store(team.db, now="2026-03-31T16:00:00Z", settings={})
    sent: list[str] = []
    try:
        store.connection.set_trace_callback(sent.append)
        reporting.report(Office(store, NOW, "tester"), name, **asked)  # type: ignore[arg-type]
        store.connection.set_trace_callback(None)
        return {sql: plan(store.connection, sql) for sql in sent if sql.lstrip().upper().startswith(("SELECT", "WITH"))}
    finally:
        store.close()


def plan(connection: sqlite3.Connection, sql: str) -> list[str]:
    return [row[-1] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]


def lines(found: dict[str, list[str]]) -> str:
    return "\n".join(line for plan in found.values() for line in plan)


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_reads_all_activities_row_by_row(team: Program, name: str):
    assert "SCAN v\n" not in f"{lines(plans(team, name))}\n"


@pytest.mark.parametrize("name", ["funnel", "reps", "fairness", "sources", "campaigns", "wasted", "stale"])
def test_what_is_asked_of_every_lead_is_told_by_the_facts_alone(team: Program, name: str):
    found = {
        sql: plan
        for sql, plan in plans(team, name).items()
        if "FROM facts f" in sql and "stage_moves" not in sql and " LIMIT 5" not in sql
    }
    assert found
    for sql, plan in found.items():
        assert not any(line.startswith(("SCAN l ", "SEARCH l ", "SCAN k ", "SEARCH k ")) for line in plan), sql


def test_the_funnel_is_counted_in_the_order_of_its_index(team: Program):
    (plan,) = [plan for sql, plan in plans(team, "funnel").items() if sql.startswith("SELECT f.furthest_stage_id")]
    assert plan == ["SCAN f USING COVERING INDEX facts_way"]


def test_medians_are_read_from_the_middle_of_an_index(team: Program):
    team.ok("log", "1", "call")
    found = plans(team, "reps")
    told = lines({sql: plan for sql, plan in found.items() if "answered_after" in sql or "worked_after" in sql})
    assert "COVERING INDEX facts_answered (rep_id=?" in told
    assert "COVERING INDEX facts_worked (rep_id=?" in told
    (late,) = [plan for sql, plan in found.items() if "FROM reminders d" in sql]
    assert "USING INDEX reminders_" in late[0]


def test_answers_are_read_in_the_order_of_an_index(team: Program):
    told = lines(plans(team, "response"))
    assert "COVERING INDEX facts_answers" in told
    assert "COVERING INDEX facts_tried" in told


def test_what_was_done_is_added_up_in_the_order_of_an_index(team: Program):
    found = plans(team, "activity")
    (done,) = [plan for sql, plan in found.items() if "FROM activities v" in sql and "stage_actions" not in sql]
    assert done[0].startswith("SCAN v USING INDEX activities_done") or "COVERING INDEX activities_done" in done[0]
    assert not any("TEMP B-TREE" in line for line in done)
    (skipped,) = [plan for sql, plan in found.items() if "stage_actions" in sql]
    assert any("activities_action" in line for line in skipped)


def test_who_lost_a_lead_is_found_without_looking_at_every_lead(team: Program):
    (plan,) = [plan for sql, plan in plans(team, "reps").items() if "AS until" in sql]
    assert any("facts_handed_on" in line for line in plan)


def test_who_was_never_touched_is_named_without_looking_at_every_lead(team: Program):
    (plan,) = [plan for sql, plan in plans(team, "reps").items() if " LIMIT 5" in sql]
    assert any(line.startswith("SEARCH x USING") and "facts_queue (rep_id=?" in line for line in plan)
    assert not any(line.startswith(("SCAN f", "SCAN l", "SCAN x", "SCAN first")) for line in plan), plan
