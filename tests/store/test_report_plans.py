"""How SQLite goes about what reports ask: the plans of their statements on a furnished file."""

import sqlite3
from datetime import UTC, datetime, timedelta

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


def reads_all_leads(found: dict[str, list[str]]) -> bool:
    return any("SCAN f" in plan for sql, plan in found.items() if "FROM facts f" in sql)


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_reads_all_activities_row_by_row(team: Program, name: str):
    found = {sql: plan for sql, plan in plans(team, name).items() if "tallies_of_activities" not in sql}
    assert "SCAN v\n" not in f"{lines(found)}\n"


@pytest.mark.parametrize("name", ["funnel", "sources", "campaigns", "wasted"])
def test_what_is_counted_already_is_not_counted_again(team: Program, name: str):
    found = plans(team, name)
    assert any("FROM tallies_by_" in sql for sql in found)
    for sql in found:
        assert "FROM facts f" not in sql, sql


@pytest.mark.parametrize("name", ["reps", "stale"])
def test_what_is_asked_of_every_lead_is_told_by_the_facts_alone(team: Program, name: str):
    found = {sql: plan for sql, plan in plans(team, name).items() if "FROM facts f" in sql and "json_each" not in sql}
    assert found
    for sql, plan in found.items():
        assert not any(line.startswith(("SCAN l ", "SEARCH l ", "SCAN k ", "SEARCH k ")) for line in plan), sql


def test_a_period_is_counted_lead_by_lead(team: Program):
    found = plans(team, "sources", since="2026-01-01")
    assert any("FROM facts f" in sql for sql in found)
    assert not any("tallies_by_" in sql for sql in found)


def test_who_lies_is_told_by_the_ends_of_an_index_of_each_reps_leads(team: Program):
    for name in ("reps", "stale"):
        (plan,) = [plan for sql, plan in plans(team, name).items() if "resting" in sql]
        found = [line for line in plan if line.startswith("SEARCH f ")]
        assert len(found) == 4
        assert all("facts_queue (rep_id=? AND stage_id=? AND next_reminder_at" in line for line in found), found


def test_how_good_the_data_is_is_counted_already_and_who_is_there_twice_found_by_an_index(team: Program):
    found = plans(team, "quality")
    assert any("FROM tallies_of_known f" in sql for sql in found)
    told = lines({sql: plan for sql, plan in found.items() if "FROM facts f" in sql})
    assert "SCAN f" not in told
    for field in ("email", "phone"):
        assert f"SEARCH l USING COVERING INDEX leads_{field}" in told


def test_who_still_waits_is_only_looked_for_where_anybody_does(team: Program):
    def asked() -> bool:
        return reads_all_leads(plans(team, "response"))

    assert asked()
    for lead in (1, 2, 3):
        team.ok("log", lead, "call")
    assert not asked()


@pytest.mark.parametrize("name", ["reps", "fairness"])
def test_medians_are_read_from_the_middle_of_an_index(team: Program, name: str):
    team.now = datetime.now(UTC) + timedelta(days=7)  # some of it is working time
    team.ok("log", "1", "call")
    found = plans(team, name)
    told = lines({sql: plan for sql, plan in found.items() if "answered_after >= " in sql or "worked_after >= " in sql})
    assert "COVERING INDEX facts_answered (rep_id=? AND answered_after>?)" in told
    assert "SCAN" not in told
    if name == "reps":
        assert "COVERING INDEX facts_worked (rep_id=? AND worked_after>?)" in told
        (late,) = [plan for sql, plan in found.items() if "FROM reminders" in sql]
        assert any("USING INDEX reminders_due (due_at<?)" in line for line in late)


def test_how_soon_leads_were_tried_is_counted_already(team: Program):
    for lead in (1, 2, 3):
        team.ok("log", lead, "call")
    found = plans(team, "response")
    assert any("FROM tallies_of_lengths" in sql for sql in found)
    assert any("FROM tallies_of_tries" in sql for sql in found)
    assert not reads_all_leads(found)


def test_which_scores_won_is_counted_already(team: Program):
    (sql,) = [sql for sql in plans(team, "score") if "score" in sql]
    assert "FROM tallies_of_scores f" in sql


def test_what_was_done_is_counted_already(team: Program):
    found = plans(team, "activity")
    assert any("FROM tallies_of_activities v" in sql for sql in found)
    (done,) = [plan for sql, plan in found.items() if "stage_action_id" in sql]
    assert any("activities_action" in line for line in done)
    (of_a_day,) = [
        plan for sql, plan in plans(team, "activity", since="2026-01-01").items() if "FROM activities v" in sql
        and "stage_action_id" not in sql
    ]  # fmt: skip
    assert "activities_done" in of_a_day[0]


def test_who_lost_a_lead_is_found_without_looking_at_every_lead(team: Program):
    (plan,) = [plan for sql, plan in plans(team, "reps").items() if "AS until" in sql]
    assert any("facts_handed_on" in line for line in plan)


def test_who_was_never_touched_is_named_without_looking_at_every_lead(team: Program):
    found = [plan for sql, plan in plans(team, "reps").items() if " LIMIT 5" in sql]
    assert len(found) == 2  # those without a promise, and the promised ones
    for plan in found:
        assert any("INDEX facts_queue (rep_id=? AND stage_id=? AND next_reminder_at" in line for line in plan), plan
        assert not any(line.startswith(("SCAN f", "SCAN l")) or "B-TREE FOR ORDER" in line for line in plan), plan
