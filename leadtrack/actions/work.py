"""The day of a rep: notes, contacts, and what follows from them."""

from typing import Any

from leadtrack import activity, stages
from leadtrack.actions import Office, finding, promises, timing
from leadtrack.errors import BadRequest
from leadtrack.instants import iso
from leadtrack.stages import Visit
from leadtrack.store.batches import Batch

_TEXT = 100_000  # characters


def note(office: Office, text: str, words: str, at: str | None = None, *, step: bool = False) -> dict[str, Any]:
    """Write a note; with `step` it says that the next written step of the lead's stage is done."""
    lead = finding.lead(office, text)
    if not words.strip():
        raise BadRequest("the note is empty; write what is to be remembered")
    happened = timing.past(office, at)
    ticked = fulfilled(office, lead, "note", happened) if step else None
    if step and ticked is None:
        raise BadRequest(f"lead {lead} has no written step to be done in its stage; leave --step out")
    with office.batch("note") as batch:
        number = _record(
            office, batch, lead, at=happened, kind="note", direction="out", outcome=None, text=_said(words),
            stage_action_id=ticked and ticked["id"],
        )  # fmt: skip
        batch.summary = f"lead {lead}: note"
    return {
        "batch": batch.id, "lead": lead, "activity": number, "at": office.local(happened),
        "action": ticked and ticked["text"],
    }  # fmt: skip


def log(
    office: Office,
    text: str,
    kind: str,
    *,
    outcome: str | None,
    incoming: bool,
    words: str | None,
    at: str | None,
    nature: str | None = None,
    duration: str | None = None,
    subject: str | None = None,
    remind: str | None = None,
) -> dict[str, Any]:
    """Record a contact: an attempt, or with `incoming` what came from the lead; with `remind` promise the next step.

    It ticks off the first action of its kind that is to be done in the lead's stage. `proposal` is the command that the
    outcome calls for. Raises BadRequest; then nothing is written, neither contact nor reminder.
    """
    lead = finding.lead(office, text)
    own = own_outcomes(office) if outcome else {}
    name = activity.outcome(outcome, own) if outcome else None
    way = activity.kind(kind)
    what: dict[str, Any] = {
        "kind": way,
        "direction": "in" if incoming else "out",
        "outcome": name,
        "text": _said(words),
        "nature": activity.nature(nature) if nature else None,
        "seconds": activity.seconds(duration) if duration else None,
        "subject": _said(subject),
    }
    if nature and not incoming:
        raise BadRequest(f"{what['nature']} is the nature of what comes in; say --in, too")
    happened = timing.past(office, at)
    due = promises.to_come(office, remind) if remind else None
    ticked = None if incoming else fulfilled(office, lead, way, happened)
    promised: dict[str, Any] = {"reminder": None, "due": None}
    with office.batch("log") as batch:
        number = _record(office, batch, lead, at=happened, stage_action_id=ticked and ticked["id"], **what)
        if due:
            task = what["text"] or f"{way} again" + (f" ({name})" if name else "")
            promised = promises.promise(office, batch, lead, due, task, finding.whose(office, lead))
        batch.summary = f"lead {lead}: {what['kind']}" + (f", {name}" if name else "")
    return {
        "batch": batch.id, "lead": lead, "activity": number, "at": office.local(happened),
        "kind": what["kind"], "outcome": name, "action": ticked and ticked["text"], "next": open_action(office, lead),
        **promised, "proposal": None if due else _proposal(office, lead, name, own),
    }  # fmt: skip


def done(office: Office, *, since: str | None, until: str | None, rep: str | None) -> list[dict[str, Any]]:
    """What was done and what came in, oldest first; without a period, today."""
    from leadtrack.dates import period

    start, end = period(
        since or (None if until else "today"), until, now=office.now, zone=office.zone, week=office.week
    )
    whose = finding.rep(office, rep)["id"] if rep else None
    rows = office.store.activities.between(iso(start) if start else "", iso(end) if end else "~", whose)
    return [{**row, "at": office.local(row["at"]), "told": activity.told(row)} for row in rows]


def own_outcomes(office: Office) -> dict[str, str]:
    """The team's own outcomes: name -> the shipped one that it is like."""
    return {row["name"]: row["like"] for row in office.store.outcomes.all()}


def stay(office: Office, lead: int, at: str | None = None) -> Visit:
    """The stay in a stage in which an instant falls; without one the present."""
    way = stages.visits(*office.store.stages.way(lead))
    return stages.visit_at(way, at) if at else way[-1]


def fulfilled(office: Office, lead: int, kind: str, at: str) -> dict[str, Any] | None:
    """The stage action that a contact of a kind ticks off: the first of that kind not done when it happened."""
    visit = stay(office, lead, at)
    done = _done(office, lead, visit)
    return stages.first_open(office.store.stages.actions([visit.stage]), done, visit.since, kind)


def open_action(office: Office, lead: int) -> dict[str, Any] | None:
    """What is next to be done for a lead in its present stage: kind, text, from (local; when its wait is over)."""
    visit = stay(office, lead)
    done = _done(office, lead, visit)
    found = stages.first_open(office.store.stages.actions([visit.stage]), done, visit.since)
    return found and {"kind": found["kind"], "text": found["text"], "from": office.local(found["from_at"])}


def _done(office: Office, lead: int, visit: Visit) -> dict[int, str]:
    """What was ticked off during a stay; what happened before the lead was written down belongs to its first one."""
    first = visit == stages.visits(*office.store.stages.way(lead))[0]
    return office.store.stages.done(lead, "" if first else visit.since, visit.until)


def _record(office: Office, batch: Batch, lead: int, **what: Any) -> int:
    return office.store.activities.add(batch, lead, rep=finding.whose(office, lead), **what)


def _said(words: str | None) -> str | None:
    text = (words or "").strip() or None
    if text and len(text) > _TEXT:
        raise BadRequest(f"the text has {len(text):,} characters; {_TEXT:,} are the most, keep the rest in a document")
    return text


def _proposal(office: Office, lead: int, outcome: str | None, own: dict[str, str]) -> str | None:
    """The command that an outcome calls for; moving on is proposed from the first stage only, where it is plain."""
    means = activity.meaning(outcome, own)
    if means is None or means.calls_for is None:
        return None
    way_on = [stage for stage in office.store.stages.all() if stage["kind"] == "open"]
    here = stay(office, lead).stage
    if "{next}" in means.calls_for and not (len(way_on) > 1 and way_on[0]["id"] == here):
        return None
    following = way_on[1]["name"] if len(way_on) > 1 else ""
    return means.calls_for.format(lead=lead, next=repr(following) if " " in following else following)
