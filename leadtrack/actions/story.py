"""A lead and its story."""

import json
from typing import Any

from leadtrack.actions import Office, finding, work
from leadtrack.fields import FIELDS


def show(office: Office, text: str) -> dict[str, Any]:
    """A whole lead with its history, oldest first: activities, reminders, assignments, moves and origins; and the leads
    that were merged into it, as they were, with the assignments and moves that were their own."""
    lead = finding.lead(office, text)
    store = office.store
    whole = store.leads.get(lead) or {}
    return whole | {
        "created_at": office.local(whole["created_at"]),
        "activities": _local(office, store.activities.of(lead)),
        "reminders": [_reminder(office, row) for row in store.reminders.of(lead)],
        "assignments": _local(office, store.assignments.of(lead)),
        "moves": _local(office, store.stages.moves(lead)),
        "origins": [
            {key: row[key] for key in ("at", "actor", "batch", "file", "row")} | _cells(row)
            for row in _local(office, store.leads.origin(lead))
        ],
        "merged": [_merged(office, number) for number in store.merges.of(lead)],
    }


def _merged(office: Office, lead: int) -> dict[str, Any]:
    """A lead that was merged: when, by whom, with which batch, the fields it had, and its own way until then."""
    store = office.store
    record = store.merges.record(lead)
    fields = {name: record[name] for name in FIELDS if record[name] is not None}
    return {
        "lead": lead,
        "at": record["at"] and office.local(record["at"]),
        "actor": record["actor"],
        "batch": record["batch"],
        "fields": fields | {"created_at": office.local(fields["created_at"])},
        "custom": json.loads(record["custom"]) if record["custom"] else {},
        "assignments": _local(office, store.assignments.of(lead)),
        "moves": _local(office, store.stages.moves(lead)),
    }


def _local(office: Office, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same rows with `at` in the team's zone."""
    return [{**row, "at": office.local(row["at"])} for row in rows]


def _cells(row: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """`cells`: the non-empty cells of an imported row under their headers, and `fields`: what each of them filled.

    Columns of the same or no name are numbered; a field is None where the cell was kept as it is, or left out.
    """
    cells: dict[str, str] = {}
    fields: dict[str, str | None] = {}
    read = [field for field, *_ in json.loads(row["columns"])["columns"]]
    for position, (header, cell, field) in enumerate(
        zip(json.loads(row["headers"]), json.loads(row["cells"]), read, strict=False), start=1
    ):
        if cell:
            name = (header or "").strip() or f"Column {position}"
            name = name if name not in cells else f"{name} (column {position})"
            cells[name], fields[name] = cell, field
    return {"cells": cells, "fields": fields}


def _reminder(office: Office, row: dict[str, Any]) -> dict[str, Any]:
    done = row["done_at"] and office.local(row["done_at"])
    return {"due": work.due_text(office, row.pop("due_at"), row.pop("whole_day")), **row, "done_at": done}
