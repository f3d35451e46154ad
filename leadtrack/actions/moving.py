"""Leads through the pipeline: moved, given up, put off, opened again."""

from typing import Any

from leadtrack import stages
from leadtrack.actions import Office, finding, promises, timing
from leadtrack.errors import BadRequest
from leadtrack.store.batches import Batch


def move(office: Office, text: str, to: str, *, why: str | None, at: str | None) -> dict[str, Any]:
    """Move a lead to another stage; moving it to where it is (or was, with `at`) changes nothing.

    `open_reminders` are the promises left over where the stage closes the lead.
    """
    lead, stage = finding.lead(office, text), finding.stage(office, to)
    happened = timing.past(office, at)
    told = _moved(office, "stage", lead, stage["id"], happened, _why(why))
    return {**told, "open_reminders": [] if stage["kind"] in stages.ALIVE else _promised(office, lead)}


def disqualify(office: Office, text: str, *, reason: str, at: str | None) -> dict[str, Any]:
    """Give a lead up: it goes to the first stage of the kind lost. `open_reminders` are the promises left over."""
    return _closed(office, "disqualify", text, "lost", _needed(reason, "disqualify"), at)


def junk(office: Office, text: str, *, reason: str | None, at: str | None) -> dict[str, Any]:
    """Put a lead aside that never was one: to the first stage of the kind junk."""
    return _closed(office, "junk", text, "junk", _why(reason), at)


def nurture(office: Office, text: str, *, until: str, reason: str | None, at: str | None = None) -> dict[str, Any]:
    """Put a lead off until a day: to the first stage of the kind nurture, with a reminder for then."""
    lead = finding.lead(office, text)
    stage = stages.of_kind(office.store.stages.all(), "nurture")
    due = promises.to_come(office, until)
    why = _why(reason)
    happened = timing.past(office, at)
    told = _told(office, lead, stage["id"], happened)
    with office.batch("nurture") as batch:
        if told["from"] != told["stage"]:
            _write(office, batch, lead, stage["id"], happened, why)
        words = "ask again" + (f": {why}" if why else "")
        promised = promises.promise(office, batch, lead, due, words, finding.whose(office, lead))
        batch.summary = f"lead {lead}: until {promised['due'][:10]}"
    return {"batch": batch.id, **told, **promised}


def reopen(office: Office, text: str, *, reason: str, to: str | None, at: str | None) -> dict[str, Any]:
    """Open a lead again that was closed or put off: to the open stage it was in last, or `to` another open one."""
    lead = finding.lead(office, text)
    why = _needed(reason, "reopen")
    happened = timing.past(office, at)
    pipeline = office.store.stages.all()
    way = stages.visits(*office.store.stages.way(lead))
    kinds = {stage["id"]: stage["kind"] for stage in office.store.stages.all(removed=True)}
    here = stages.visit_at(way, happened)
    if kinds[here.stage] == "open":
        if to is None:
            return {"batch": None, **_told(office, lead, here.stage, happened)}
        raise BadRequest(f"lead {lead} is open already; to move it: leadtrack stage {lead} STAGE")
    target = finding.stage(office, to) if to else stages.way_back(way[: way.index(here) + 1], pipeline)
    if target["kind"] != "open":
        raise BadRequest(f"{target['name']} is no open stage (its kind is {target['kind']}); choose one that is")
    return _moved(office, "reopen", lead, target["id"], happened, why)


def _closed(office: Office, command: str, text: str, kind: str, reason: str | None, at: str | None) -> dict[str, Any]:
    lead = finding.lead(office, text)
    happened = timing.past(office, at)
    pipeline = office.store.stages.all(removed=True)
    here = stages.visit_at(stages.visits(*office.store.stages.way(lead)), happened).stage
    closed = {stage["id"] for stage in pipeline if stage["kind"] == kind}
    to = here if here in closed else stages.of_kind([row for row in pipeline if not row["removed"]], kind)["id"]
    told = _moved(office, command, lead, to, happened, reason)
    return {**told, "open_reminders": _promised(office, lead)}


def _promised(office: Office, lead: int) -> list[int]:
    """The reminders of a lead that are open."""
    return [row["reminder"] for row in office.store.reminders.of(lead) if row["done_at"] is None]


def _moved(office: Office, command: str, lead: int, to: int, at: str, why: str | None) -> dict[str, Any]:
    told = _told(office, lead, to, at)
    if told["from"] == told["stage"]:
        return {"batch": None, **told}
    with office.batch(command) as batch:
        _write(office, batch, lead, to, at, why)
        batch.summary = f"lead {lead}: {told['from']} to {told['stage']}"
    return {"batch": batch.id, **told}


def _write(office: Office, batch: Batch, lead: int, to: int, at: str, why: str | None) -> None:
    """Write the move: from where the lead was just before that instant, which is not always where it is now."""
    here = stages.visit_at(stages.visits(*office.store.stages.way(lead)), at).stage
    office.store.stages.move(batch, lead, here, to, at, why)


def _told(office: Office, lead: int, to: int, at: str) -> dict[str, Any]:
    """lead, stage (where it goes), from (where it is at that instant)."""
    names = {stage["id"]: stage["name"] for stage in office.store.stages.all(removed=True)}
    here = stages.visit_at(stages.visits(*office.store.stages.way(lead)), at).stage
    return {"lead": lead, "stage": names[to], "from": names[here]}


def _why(text: str | None) -> str | None:
    return (text or "").strip() or None


def _needed(text: str, command: str) -> str:
    why = _why(text)
    if why is None:
        raise BadRequest(f"why? leadtrack {command} LEAD --reason TEXT")
    return why
