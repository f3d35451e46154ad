"""The assignments of a batch are found by where they begin and end, without an index."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadtrack.store import Store
from leadtrack.store.batches import assignments_of
from leadtrack.store.migrations import STEPS, migrate

NOW = "2026-03-31T14:00:00Z"


def opened(path: Path) -> Store:
    """A file with one rep and one lead."""
    store = Store(path, now=NOW, settings={"time_zone": "UTC", "country": "US"}, durable=False)
    with store.batch("add", actor="test", now=NOW) as batch:
        batch.insert("reps", {"name": "Rita"})
        batch.insert("leads", {"full_name": "Ann", "created_at": NOW, "entered_stage_id": 1})
    return store


def give(store: Store, times: int) -> None:
    with store.batch("assign", actor="test", now=NOW, keep_empty=True) as batch:
        for _ in range(times):
            store.assignments.hand(batch, 1, 1, "test")


def found(store: Store, batch: int, which: str) -> list[int]:
    sql = f"SELECT a.id FROM assignments a WHERE {which} ORDER BY a.id"  # noqa: S608 - the test's own
    return [row[0] for row in store.connection.execute(sql, {"batch": batch})]


# how many a batch makes, or (negative) how many of the newest are deleted for good
@given(st.lists(st.integers(-4, 4), max_size=12))
@settings(max_examples=30, deadline=None)
def test_they_are_all_found_and_no_others(tmp_path_factory, steps: list[int]):
    store = opened(tmp_path_factory.mktemp("file") / "leads.db")
    for step in steps:
        if step < 0:
            store.connection.execute(
                "DELETE FROM assignments WHERE id IN (SELECT id FROM assignments ORDER BY id DESC LIMIT ?)", [-step]
            )
        give(store, max(step, 0))
    batches = [row[0] for row in store.connection.execute("SELECT id FROM batches")]
    assert len(batches) == len(steps) + 2
    for number in batches:
        assert found(store, number, assignments_of(":batch")) == found(store, number, "a.batch_id = :batch")
    store.close()


def test_those_of_an_older_file_are_found_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path, step = tmp_path / "old.db", STEPS.index("0028_in_their_order.sql")
    with (
        monkeypatch.context() as earlier,
        contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection,
    ):
        earlier.setattr("leadtrack.store.migrations.STEPS", STEPS[:step])
        earlier.setattr("leadtrack.store.migrations.SCHEMA", step)
        migrate(connection, now=NOW, settings={"time_zone": "UTC", "country": "US"})
        connection.execute("INSERT INTO reps (name, batch_id) VALUES ('Rita', 1)")
        connection.execute(
            "INSERT INTO leads (full_name, created_at, entered_stage_id, batch_id) VALUES ('Ann', ?, 1, 1)", [NOW]
        )
        for batch, many in ((2, 0), (3, 2), (4, 0), (5, 3)):
            connection.execute("INSERT INTO batches (id, at, actor, command) VALUES (?, ?, 'test', 'x')", [batch, NOW])
            for _ in range(many):
                connection.execute(
                    """INSERT INTO assignments (lead_id, rep_id, at, rule, reason, batch_id)
                       VALUES (1, 1, ?, 'hand', 'test', ?)""",
                    [NOW, batch],
                )
    store = Store(path, now=NOW, settings={})
    give(store, 1)
    assert [found(store, batch, assignments_of(":batch")) for batch in range(1, 7)] == [
        [],
        [],
        [1, 2],
        [],
        [3, 4, 5],
        [6],
    ]
    store.close()


def test_no_other_assignment_is_looked_at(tmp_path: Path):
    store = opened(tmp_path / "leads.db")
    give(store, 2)
    give(store, 3)
    sql = f"SELECT a.id FROM assignments a WHERE {assignments_of(':batch')}"  # noqa: S608 - constants
    plan = store.connection.execute(f"EXPLAIN QUERY PLAN {sql}", {"batch": 3}).fetchall()
    assert "SEARCH a USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" in [row[3] for row in plan]
    assert not [row[3] for row in plan if row[3].startswith("SCAN")]
    store.close()
