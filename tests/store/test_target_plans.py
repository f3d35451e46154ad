"""What is asked of a long list of targets is looked up, and never read through."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadtrack.store import Store

NOW = "2026-03-31T14:00:00Z"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = Store(tmp_path / "leads.db", now=NOW, settings={"time_zone": "UTC", "country": "US"})
    row = {"full_name": "Tia", "email": "tia@example.com", "phone": "+1", "mobile": "+2", "name_key": "tia"}
    found.targets.wait([(1, "Spring", row)])
    with found.batch("target import", actor="tester", now=NOW) as batch:
        found.campaigns.campaign(batch, "Spring")
        assert found.targets.judge() == {"new": 1}
        assert found.targets.publish(batch) == 1
    yield found
    found.close()


def scans(store: Store, statements: list[str]) -> list[str]:
    """The steps of the plans that read a whole table of the file."""
    found = []
    for statement in statements:
        if not re.match(r"\s*(SELECT|INSERT|UPDATE|WITH)", statement) or "EXPLAIN" in statement:
            continue
        for *_, step in store.connection.execute(f"EXPLAIN QUERY PLAN {statement}"):
            if re.match(r"SCAN (x|t|i|l|f|leads|targets|facts)\b", step):
                found.append(f"{step}: {' '.join(statement.split())[:120]}")
    return found


def test_a_new_lead_finds_its_target_by_an_index(store: Store):
    statements: list[str] = []
    with store.batch("add", actor="tester", now=NOW) as batch:
        stage = store.stages.all()[0]["id"]
        values = {"full_name": "Tia", "email": "tia@example.com", "created_at": NOW, "name_key": "tia"}
        store.leads.add(batch, store.leads.stored(batch, values), stage)
        store.connection.set_trace_callback(statements.append)
        assert store.targets.answered_in(batch) == 1
        store.connection.set_trace_callback(None)
        steps = [step for step in scans(store, statements) if "SELECT EXISTS" not in step]  # ends at the first
        assert steps == []


def test_a_target_is_found_by_number_and_address_at_once(store: Store):
    statements: list[str] = []
    store.connection.set_trace_callback(statements.append)
    assert store.targets.answering("1", None, 5)
    assert store.targets.answering("tia@example.com", None, 5)
    store.connection.set_trace_callback(None)
    assert len(statements) == 2
    assert scans(store, statements) == []


def test_a_list_is_judged_row_by_row_and_not_against_whole_tables(store: Store):
    statements: list[str] = []
    store.targets.wait([(1, "Spring", {"email": "tia@example.com", "name_key": ""})])
    store.connection.set_trace_callback(statements.append)
    assert store.targets.judge() == {"known": 1}
    store.connection.set_trace_callback(None)
    steps = [step for step in scans(store, statements) if not step.startswith("SCAN i")]  # i: the rows that wait
    assert steps == []
    assert not any("targets_campaign" in str(step) for step in plans(store, statements))


def plans(store: Store, statements: list[str]) -> list[str]:
    return [
        step
        for statement in statements
        if statement.lstrip().startswith("UPDATE")
        for *_, step in store.connection.execute(f"EXPLAIN QUERY PLAN {statement}")
    ]
