"""A large batch does without the log; whatever comes between, the file has it again, and nobody is in the way."""

from pathlib import Path

import pytest

from leadtrack.store import Store

NOW = "2026-03-31T14:00:00Z"


def opened(path: Path) -> Store:
    return Store(path, now=NOW, settings={"time_zone": "UTC", "country": "US"})


def mode(store: Store) -> str:
    return str(store.connection.execute("PRAGMA journal_mode").fetchone()[0])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "leads.db"


def touch(store: Store, *, logged: bool) -> str:
    """How the pages were written of a batch that made a rep."""
    with store.batch("test", actor="me", now=NOW, logged=logged) as batch:
        batch.insert("reps", {"name": f"Rep {batch.id}"})
        return mode(store)


def test_a_large_batch_does_without_the_log_and_the_next_has_it_again(path: Path):
    store = opened(path)
    before = store.connection.execute("PRAGMA secure_delete").fetchone()
    assert [touch(store, logged=logged) for logged in (True, False, True)] == ["wal", "delete", "wal"]
    assert store.connection.execute("PRAGMA secure_delete").fetchone() == before
    assert len(store.reps.all()) == 3
    store.close()


def test_it_stays_with_the_log_where_another_has_the_file_open(path: Path):
    store, other = opened(path), opened(path)
    assert other.reps.all() == []
    assert touch(store, logged=False) == "wal"
    assert len(other.reps.all()) == 1
    store.close()
    other.close()


def test_who_opens_the_file_meanwhile_reads_what_was_and_then_what_is(path: Path):
    store = opened(path)
    with store.batch("test", actor="me", now=NOW, logged=False) as batch:
        batch.insert("reps", {"name": "Ann"})
        other = opened(path)
        assert other.reps.all() == []
    assert [row["name"] for row in other.reps.all()] == ["Ann"]
    other.close()
    store.close()
    after = opened(path)
    assert mode(after) == "wal"
    after.close()


def test_a_large_batch_that_fails_leaves_nothing_but_the_log(path: Path):
    store = opened(path)
    with pytest.raises(ZeroDivisionError), store.batch("test", actor="me", now=NOW, logged=False) as batch:
        batch.insert("reps", {"name": "Ann"})
        raise ZeroDivisionError
    assert store.reps.all() == []
    assert mode(store) == "wal"
    store.close()


def test_a_file_whose_large_batch_was_cut_off_has_its_log_again(path: Path):
    store = opened(path)
    assert store.connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    store.close()
    again = opened(path)
    assert mode(again) == "wal"
    again.close()
