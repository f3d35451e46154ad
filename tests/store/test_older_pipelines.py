"""A file from before the pipeline was the team's own gets rests and actions for the stages that it began with."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from leadtrack.store import Store
from leadtrack.store.migrations import STEPS, migrate

NOW = "2026-03-31T14:00:00Z"
SETTINGS = {"time_zone": "America/New_York", "country": "US"}


@pytest.fixture(params=(2, 3))
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A file of the second or third step, in which one stage was renamed and one lead moved on.

    In the third there is a lead 3 that was merged into lead 1, and a pair that waits.
    """
    path = tmp_path / "leads.db"
    with (
        monkeypatch.context() as earlier,
        contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection,
    ):
        earlier.setattr("leadtrack.store.migrations.STEPS", STEPS[: request.param])
        earlier.setattr("leadtrack.store.migrations.SCHEMA", request.param)
        migrate(connection, now=NOW, settings=SETTINGS)
        connection.executescript(
            """UPDATE stages SET name = 'offer' WHERE name = 'proposal';
               INSERT INTO leads (id, full_name, created_at, entered_stage_id, batch_id)
               VALUES (1, 'Ann', '2026-03-01T10:00:00Z', 1, 1), (2, 'Bob', '2026-03-01', 1, 1);
               INSERT INTO stage_moves (lead_id, from_stage_id, to_stage_id, at, batch_id)
               VALUES (1, 1, 2, '2026-03-02T10:00:00Z', 1), (1, 2, 2, '2026-03-03T10:00:00Z', 1);
               INSERT INTO facts (lead_id, stage_id, furthest_stage_id, created_at)
               VALUES (1, 2, 2, '2026-03-01T10:00:00Z'), (2, 1, 1, '2026-03-01');"""
        )
        if request.param == 3:
            connection.executescript(
                """INSERT INTO leads (id, full_name, created_at, entered_stage_id, batch_id, merged_into)
                   VALUES (3, 'Anne', '2026-03-01T10:00:00Z', 1, 1, 1);
                   INSERT INTO stage_moves (lead_id, from_stage_id, to_stage_id, at, batch_id)
                   VALUES (3, 1, 3, '2026-03-02T10:00:00Z', 1);
                   INSERT INTO pairs (lead_id, other_id, verdict, score, batch_id) VALUES (1, 2, 'maybe', 0.6, 1);"""
            )
    return path


def test_it_gets_rests_and_something_to_do(older: Path):
    store = Store(older, now=NOW, settings={})
    rests = {row["name"]: row["rest_days"] for row in store.stages.all()}
    assert (rests["new"], rests["contacted"], rests["offer"], rests["won"]) == (1, 5, None, None)
    assert store.stages.actions([1])[0]["text"] == "Call within five minutes"
    store.close()


def test_what_waited_for_review_waits(older: Path):
    store = Store(older, now=NOW, settings={})
    waiting = store.connection.execute("SELECT other_id FROM pairs").fetchall()
    assert [store.qualifying.alike(lead) for (lead,) in waiting] == [1] * len(waiting)
    assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    store.close()


def test_its_leads_know_since_when_they_are_where_they_are(older: Path):
    store = Store(older, now=NOW, settings={})
    told = "SELECT lead_id, stage_since FROM facts ORDER BY lead_id"
    migrated = store.connection.execute(told).fetchall()
    assert migrated == [(1, "2026-03-02T10:00:00Z"), (2, "2026-03-01")]
    store.connection.execute("BEGIN")
    store.facts.refresh([1, 2, 3])
    assert store.connection.execute(told).fetchall() == migrated
    store.connection.execute("ROLLBACK")
    store.close()
