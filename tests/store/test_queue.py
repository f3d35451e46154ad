"""The queue reads the ends of indexes, however many leads there are."""

import pytest

from leadtrack.store import Store
from leadtrack.store.queue import DUE, EDGES, OF_A_REP

GIVEN = {"rep": 1, "stage": 1, "most": 10, "until": "2026-04-01", "now": "2026-03-31"}


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "leads.db", now="2026-03-31T14:00:00Z", settings={"time_zone": "UTC", "country": "US"})
    yield opened
    opened.close()


def plan(store: Store, sql: str) -> list[str]:
    return [row[3] for row in store.connection.execute(f"EXPLAIN QUERY PLAN {sql}", GIVEN)]


@pytest.mark.parametrize("edge", EDGES)
def test_an_edge_is_read_off_the_index_without_sorting(store: Store, edge: str):
    (step,) = plan(store, EDGES[edge])
    assert "SEARCH f USING " in step
    assert "INDEX facts_queue (rep_id=? AND stage_id=? AND next_reminder_at" in step
    assert edge == "promised" or "AND <expr>=?" in step


@pytest.mark.parametrize("which", OF_A_REP)
def test_what_a_rep_has_of_a_kind_is_read_off_its_index(store: Store, which: str):
    (step,) = plan(store, OF_A_REP[which])
    assert "USING COVERING INDEX facts_" in step
    assert "(rep_id=? AND " in step


def test_due_promises_are_read_off_the_index_of_the_rep(store: Store):
    steps = plan(store, DUE)
    assert steps[0].startswith("SEARCH d USING INDEX reminders_rep_due (rep_id=? AND due_at<?")
    assert not [step for step in steps if "SCAN" in step or "B-TREE" in step]


def test_no_other_question_uses_the_index_of_the_queue(store: Store):
    """An index on the rep makes a report over all leads of all reps many times slower (it reads them at random)."""
    steps = plan(store, "SELECT rep_id, count(*), sum(attempts) FROM facts WHERE rep_id IS NOT NULL GROUP BY rep_id")
    assert not [step for step in steps if "facts_queue" in step]
