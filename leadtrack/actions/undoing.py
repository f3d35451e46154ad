"""Taking back, and telling what happened."""

import json
from collections.abc import Mapping
from typing import Any

from leadtrack.actions import Office, finding, timing
from leadtrack.errors import BadRequest, NotFound


def undo(office: Office, number: int | None) -> dict[str, Any]:
    """Take a batch back: the one of that number, or the actor's last.

    What somebody touched since is spared and named in `spared`. Undoing an undo brings the batch back. Raises
    BadRequest where a later merge built on it.
    """
    batches = office.store.batches
    if number is None:
        number = batches.last_of(office.actor)
        if number is None:
            raise BadRequest(f"there is nothing of {office.actor} to take back; leadtrack history lists all batches")
    return take_back(office, number, "undo")


def take_back(office: Office, number: int, command: str, summary: str | None = None) -> dict[str, Any]:
    """The same of the batch of that number, as `command`."""
    target = office.store.batches.get(number)
    if target is None:
        raise NotFound(f"there is no batch {number}; leadtrack history lists them")
    if target["undone_by"]:
        raise BadRequest(
            f"batch {number} was taken back by batch {target['undone_by']}; "
            f"leadtrack undo {target['undone_by']} brings it again"
        )
    if target["command"] == "purge" and (gone := office.store.purging.of(number)):
        raise BadRequest(
            f"batch {number} deleted for good, which nothing takes back; what it deleted is in {gone['archive']}: "
            + (f"leadtrack import {gone['archive']}" if gone["leads"] else f"leadtrack target import {gone['archive']}")
        )
    with office.batch(command, undoes=number, keep_empty=True) as batch:
        _stop_at_later_merge(office, target)
        torn = office.store.merges.torn()
        spared = office.store.undo.take_back(batch, target)
        _stop_at_torn(office, torn)
        batch.summary = summary or f"batch {number} ({target['command']})"
    return {
        "batch": batch.id, "undone": number, "command": target["command"],
        "taken_back": batch.touched, "spared": spared,
    }  # fmt: skip


def _stop_at_later_merge(office: Office, target: Mapping[str, Any]) -> None:
    """Of merges that built on each other the later one is taken back first; what is gone for good joins nothing."""
    merges = office.store.merges
    if gone := merges.purged(target["id"]):
        told = f"lead {gone[0]} was" if gone[0] else "what was merged was"
        raise BadRequest(
            f"batch {target['id']} ({target['command']}) cannot be taken back: {told} deleted for good since"
        )
    later = merges.later(target["id"]) if merges.concerned(target["id"]) else None
    if later is not None:
        lead = merges.merged_by(later)[-1]
        raise BadRequest(
            f"batch {target['id']} ({target['command']}) cannot be taken back yet: lead {lead} was merged into "
            f"lead {merges.into(lead)} since; leadtrack unmerge {lead} comes first"
        )


def _stop_at_torn(office: Office, before: Mapping[int, Any]) -> None:
    """Nothing is brought back to a lead that is merged into another: nobody would find it there."""
    for lead, found in office.store.merges.torn().items():
        if lead in before:
            continue
        if found["why"] == "gone":
            raise BadRequest(
                f"lead {lead} would be merged into lead {found['into']}, which does not stand on its own any more; "
                f"nothing was changed"
            )
        raise BadRequest(
            f"lead {lead} would be merged into lead {found['into']} and have a story of its own all the same: "
            f"leadtrack merge {found['into']} {lead} joins all of it, leadtrack unmerge {lead} parts them"
        )


def history(office: Office, limit: int) -> list[dict[str, Any]]:
    """The team's batches, newest first."""
    rows = office.store.batches.all(limit)
    for row in rows:
        row["undone"] = bool(row["undone"])
    return rows


def lead_history(office: Office, text: str) -> list[dict[str, Any]]:
    """Everything that happened to a lead, oldest first: at, actor, batch, what, details."""
    lead = finding.lead(office, text)
    events = _events(office, lead)
    for merged in office.store.merges.of(lead):
        events += [{**event, "details": f"lead {merged}: {event['details']}"} for event in _events(office, merged)]
    return sorted(events, key=lambda event: (event["at"], event["batch"]))


def _events(office: Office, lead: int) -> list[dict[str, Any]]:
    """What happened to one lead, without those that were merged into it."""
    store = office.store
    made = store.leads.made_by(lead) or {}
    events = [_event(made, "made", f"by {made['command']}" + (f" ({made['summary']})" if made["summary"] else ""))]
    for row in store.leads.origin(lead):
        events.append(_event(row, "read", f"from {row['file']}, row {row['row']}"))
    for row in store.leads.changes(lead):
        if row["field"] == "merged_into":
            parted, joined = row["old"], row["new"]
            told = "merged" if joined else "unmerged"
            events.append(_event(row, told, f"into lead {joined}" if joined else f"from lead {parted}"))
        elif row["field"] != "name_key":
            events.append(_event(row, "changed", f"{row['field']}: {_told(row['old'])} -> {_told(row['new'])}"))
    for row in store.undo.events(lead):
        told = row["what"] + (f" (taken back by batch {row['removed_by']})" if row["removed_by"] else "")
        due = f"for {timing.due_text(office, row['due_at'], row['whole_day'])}: " if row["due_at"] else ""
        events.append(_event(row, told, due + (row["details"] or "")))
    return events


def imports(office: Office) -> list[dict[str, Any]]:
    """Every file that was taken in, newest first, with its counts."""
    rows = office.store.batches.imports()
    for row in rows:
        row["undone"] = bool(row["undone"])
    return rows


def _event(row: dict[str, Any], what: str, details: str) -> dict[str, Any]:
    return {"at": row["at"], "actor": row["actor"], "batch": row["batch"], "what": what, "details": details}


def _told(value: Any) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)
