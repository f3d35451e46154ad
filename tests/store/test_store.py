"""The team's file: made once, brought up to date, and refusing what the program should never write."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from leadtrack.errors import StoreError
from leadtrack.stages import read_pipeline
from leadtrack.store import Store
from leadtrack.store.migrations import APPLICATION_ID, SCHEMA, STANDARD, STEPS, migrate

NOW = "2026-03-31T14:00:00Z"
SETTINGS = {"time_zone": "America/New_York", "country": "US"}
USUAL_WEEK = {"working_days": "mon-fri", "working_hours": "none", "holidays": "none"}


@pytest.fixture
def store(tmp_path: Path):
    opened = Store(tmp_path / "leads.db", now=NOW, settings=SETTINGS)
    yield opened
    opened.close()


def batch(store: Store, command: str = "test"):
    return store.batch(command, actor="tester", now=NOW)


def one_lead(store: Store) -> int:
    with batch(store) as open_batch:
        stage = store.stages.all()[0]["id"]
        return store.leads.add(open_batch, {"full_name": "Ann Archer", "created_at": NOW}, stage)


# -- the file ----------------------------------------------------------------------------------------------------------


def test_a_new_file_is_a_leadtrack_file_of_the_present_schema(store: Store):
    assert store.schema == SCHEMA == len(STEPS)
    assert store.connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert store.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    standard = read_pipeline(STANDARD.read_text("utf-8"))["stages"]
    assert [row["name"] for row in store.stages.all()] == [stage["name"] for stage in standard]
    assert store.settings.all() == SETTINGS | USUAL_WEEK


def test_a_file_that_is_up_to_date_is_opened_without_a_write(store: Store):
    before = store.connection.execute("PRAGMA data_version").fetchone()
    Store(store.path, now=NOW, settings={}).close()
    assert store.connection.execute("PRAGMA data_version").fetchone() == before
    assert store.settings.all() == SETTINGS | USUAL_WEEK


@pytest.mark.parametrize("step", range(1, SCHEMA))
def test_a_file_of_an_earlier_schema_is_brought_up_to_date_and_keeps_what_it_holds(
    tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "old.db"
    with (
        monkeypatch.context() as earlier,
        contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection,
    ):
        earlier.setattr("leadtrack.store.migrations.STEPS", STEPS[:step])
        earlier.setattr("leadtrack.store.migrations.SCHEMA", step)
        migrate(connection, now=NOW, settings=SETTINGS)
        connection.execute("INSERT INTO regions (name, batch_id) VALUES ('East', 1)")
    store = Store(path, now=NOW, settings={})
    fresh = Store(tmp_path / "fresh.db", now=NOW, settings=SETTINGS)
    schema = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    assert store.connection.execute(schema).fetchall() == fresh.connection.execute(schema).fetchall()
    assert [row["name"] for row in store.reps.regions()] == ["East"]
    store.close()
    fresh.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def failing(connection: sqlite3.Connection, **given: object) -> None:
        connection.execute("CREATE TABLE half (id INTEGER)")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("leadtrack.store.sqlite.migrate", failing)
    with pytest.raises(StoreError, match="disk is full"):
        Store(tmp_path / "leads.db", now=NOW, settings=SETTINGS)
    with contextlib.closing(sqlite3.connect(tmp_path / "leads.db")) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_tables_are_strict_and_references_hold(store: Store):
    tables = store.connection.execute(
        """SELECT name, strict FROM pragma_table_list
           WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'"""
    ).fetchall()
    assert {name for name, strict in tables if not strict} == set()
    nouns = """leads reps regions territories stages activities reminders stage_moves assignments campaigns sources
               batches changes facts imports origins settings"""
    assert set(nouns.split()) <= {name for name, _ in tables}
    assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_table_that_points_at_another_says_so(store: Store):
    """So that Datasette and sqlite-utils can follow: every *_id, and removed_by, is a foreign key."""
    for (table,) in store.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        pointing = {row[3] for row in store.connection.execute(f"PRAGMA foreign_key_list({table})")}
        columns = {row[1] for row in store.connection.execute(f"PRAGMA table_info({table})")}
        wanted = {name for name in columns if (name.endswith("_id") and name != "row_id") or name == "removed_by"}
        assert wanted <= pointing, table


@pytest.mark.parametrize(("view", "rows"), [("lead_overview", 3), ("rep_overview", 2)])
def test_the_views_answer(team, view: str, rows: int):
    assert len(team.rows(f"SELECT * FROM {view}")) == rows  # noqa: S608 - the two names above


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO activities (lead_id, at, kind, batch_id) VALUES (1, 'now', 'fax', 1)",
        "INSERT INTO activities (lead_id, at, kind, direction, batch_id) VALUES (1, 'now', 'call', 'up', 1)",
        "INSERT INTO activities (lead_id, at, kind, batch_id) VALUES (99, 'now', 'call', 1)",
        "INSERT INTO territories (rep_id, country, unit, value, batch_id) VALUES (1, 'US', 'town', 'Boston', 1)",
        "INSERT INTO reps (name, batch_id) VALUES ('', 1)",
        "INSERT INTO reps (name, batch_id) VALUES ('rita ruiz', 1)",
        "INSERT INTO leads (created_at, entered_stage_id, batch_id) VALUES (NULL, 1, 1)",
        "INSERT INTO leads (created_at, entered_stage_id, batch_id, custom) VALUES ('2026-03-31', 1, 1, 'no json')",
        "INSERT INTO leads (created_at, entered_stage_id, batch_id, employees) VALUES ('2026-03-31', 1, 1, 'many')",
        "INSERT INTO leads (created_at, entered_stage_id, batch_id, consent) VALUES ('2026-03-31', 1, 1, 2)",
        "INSERT INTO campaigns (name, cost, batch_id) VALUES ('Expo', -1, 1)",
        "INSERT INTO reminders (lead_id, due_at, text, batch_id) VALUES (1, '2026-03-31', NULL, 1)",
        "UPDATE leads SET source_id = 99 WHERE id = 1",
    ],
)
def test_the_database_refuses_what_the_program_should_never_write(team, sql: str):
    with contextlib.closing(sqlite3.connect(team.db)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError), connection:
            connection.execute(sql)


# -- batches -----------------------------------------------------------------------------------------------------------


def test_a_batch_that_fails_leaves_nothing(store: Store):
    with pytest.raises(ZeroDivisionError), batch(store) as open_batch:
        store.reps.add(open_batch, "Rita", None, None)
        raise ZeroDivisionError
    assert store.reps.all() == []
    assert store.batches.all(10) == []


def test_a_batch_that_touches_nothing_leaves_no_trace(store: Store):
    with batch(store):
        pass
    assert store.batches.all(10) == []
    with store.batch("import", actor="tester", now=NOW, keep_empty=True):
        pass
    assert [row["command"] for row in store.batches.all(10)] == ["import"]


def test_a_row_carries_its_batch_and_a_change_its_old_value(store: Store):
    lead = one_lead(store)
    with batch(store, "edit") as open_batch:
        assert store.leads.change(open_batch, lead, {"city": "Boston", "full_name": "Ann Archer"}) == ["city"]
    (change,) = store.leads.changes(lead)
    assert (change["field"], change["old"], change["new"], change["command"]) == ("city", None, "Boston", "edit")
    assert [row["touched"] for row in store.batches.all(10)] == [1, 1]


def test_a_name_that_is_no_column_reaches_no_statement(store: Store):
    lead = one_lead(store)
    with pytest.raises(AssertionError), batch(store) as open_batch:
        open_batch.update("leads", lead, {"city = 'x' --": 1})
    with pytest.raises(AssertionError), batch(store) as open_batch:
        open_batch.insert("batches", {"at": NOW})


def test_facts_change_with_their_cause(store: Store):
    lead = one_lead(store)
    standing = store.leads.standing(lead)
    assert standing is not None
    assert (standing["attempts"], standing["last_touch_at"], standing["rep_id"]) == (0, None, None)
    with batch(store) as open_batch:
        store.activities.add(
            open_batch, lead, rep=None, at="2026-03-30T10:00:00Z", kind="call", direction="out", outcome=None, text=None
        )
        store.reminders.add(open_batch, lead, rep=None, due_at="2026-04-01T04:00:00Z", whole_day=True, text="call")
    standing = store.leads.standing(lead)
    assert standing is not None
    assert (standing["attempts"], standing["first_attempt_at"], standing["next_reminder_at"]) == (
        1, "2026-03-30T10:00:00Z", "2026-04-01T04:00:00Z",
    )  # fmt: skip
