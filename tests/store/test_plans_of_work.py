"""What a rep does a hundred times a day asks an index each time: no statement of it reads a whole table that grows."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leadtrack.actions import Office, calls, moving, story, work
from leadtrack.instants import iso
from leadtrack.store import Store

NOW = datetime(2026, 3, 31, 14, 30, tzinfo=UTC)

# what a team has dozens of at most (of pauses: one), what is read of one lead only, and what is no table
SMALL = {
    "CONSTANT",
    "settings",
    "stages",
    "outcomes",
    "o",
    "ideals",
    "requirements",
    "calling_hours",
    "reps",
    "r",
    "m",
    "pauses",
}


@pytest.fixture
def office(tmp_path: Path):
    store = Store(tmp_path / "leads.db", now=iso(NOW), settings={"time_zone": "America/New_York", "country": "US"})
    made = Office(store, NOW, "tester")
    with made.batch("add") as batch:
        for name in ("Ann Archer", "Bob Baker"):
            store.leads.add(batch, {"full_name": name, "phone": "+16175550101", "created_at": iso(NOW)}, 1)
    yield made
    store.close()


def plans(office: Office, *done: Callable[[], object]) -> list[tuple[str, str]]:
    """(what the plan says of a scan, the statement) of everything that was asked meanwhile."""
    asked: list[str] = []
    connection = office.store.connection
    connection.set_trace_callback(asked.append)
    for each in done:
        each()
    connection.set_trace_callback(None)
    found = []
    for statement in dict.fromkeys(asked):
        if re.match(r"\s*(WITH|SELECT|INSERT|UPDATE|DELETE)\b", statement):
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}"):
                table = re.match(r"SCAN (\w+)", row[3])
                if table and table[1] not in SMALL:
                    found.append((row[3], statement))
    assert len(asked) > len(done)
    return found


def test_the_verbs_of_the_day_read_no_whole_table(office: Office):
    def log(**more: str) -> object:
        return work.log(office, "1", "call", outcome="later", incoming=False, words="x", at=None, **more)

    assert (
        plans(
            office,
            lambda: work.note(office, "1", "likes tea"),
            log,
            lambda: log(remind="in 6 months"),
            lambda: moving.move(office, "1", "contacted", why=None, at=None),
            lambda: moving.disqualify(office, "1", reason="no", at=None),
            lambda: moving.reopen(office, "1", reason="yes", to=None, at=None),
            lambda: moving.nurture(office, "1", until="in 6 months", reason=None),
            lambda: story.show(office, "1"),
            lambda: office.store.stages.open_actions([1, 2]),
        )
        == []
    )


def test_a_call_log_asks_an_index_for_every_row(office: Office, tmp_path: Path):
    log = tmp_path / "calls.csv"
    log.write_text("Phone,Date\n617-555-0199,2026-03-30\n", "utf-8")
    assert plans(office, lambda: calls.take_in(office, str(log), rejects=None, dry_run=True)) == []
