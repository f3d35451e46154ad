"""The day of a rep: notes, contact attempts, stage moves and reminders."""

from datetime import UTC, datetime, timedelta
from typing import Any

from leadtrack import activity
from leadtrack.actions import Office, finding
from leadtrack.errors import BadRequest, NotFound
from leadtrack.instants import from_iso, iso


def note(office: Office, text: str, words: str, at: str | None = None) -> dict[str, Any]:
    lead = finding.lead(office, text)
    if not words.strip():
        raise BadRequest("the note is empty; write what is to be remembered")
    return _record(office, "note", lead, kind="note", direction="out", outcome=None, text=words.strip(), at=at)


def log(
    office: Office, text: str, kind: str, *, outcome: str | None, incoming: bool, words: str | None, at: str | None
) -> dict[str, Any]:
    """Record a contact: an attempt, or with `incoming` what came from the lead."""
    lead = finding.lead(office, text)
    return _record(
        office,
        "log",
        lead,
        kind=activity.kind(kind),
        direction="in" if incoming else "out",
        outcome=activity.outcome(outcome) if outcome else None,
        text=(words or "").strip() or None,
        at=at,
    )


def _record(office: Office, command: str, lead: int, *, at: str | None, **what: Any) -> dict[str, Any]:
    happened = _past(office, at)
    rep = _whose(office, lead)
    with office.batch(command) as batch:
        number = office.store.activities.add(batch, lead, rep=rep, at=happened, **what)
        batch.summary = f"lead {lead}: {what['kind']}" + (f", {what['outcome']}" if what["outcome"] else "")
    return {"batch": batch.id, "lead": lead, "activity": number, "at": office.local(happened)}


def move(office: Office, text: str, to: str, *, why: str | None, at: str | None) -> dict[str, Any]:
    """Move a lead to another stage; moving it to where it is changes nothing."""
    lead, stage = finding.lead(office, text), finding.stage(office, to)
    now = office.store.leads.standing(lead) or {}
    happened = _past(office, at)
    names = {row["id"]: row["name"] for row in office.store.stages.all()}
    told = {"lead": lead, "stage": stage["name"], "from": names.get(now["stage_id"])}
    if now["stage_id"] == stage["id"]:
        return {"batch": None, **told}
    with office.batch("stage") as batch:
        office.store.stages.move(batch, lead, now["stage_id"], stage["id"], happened, (why or "").strip() or None)
        batch.summary = f"lead {lead}: {told['from']} to {stage['name']}"
    return {"batch": batch.id, **told}


def remind(office: Office, text: str, when: str, words: str, rep: str | None) -> dict[str, Any]:
    """Promise something for a later time. Raises BadRequest for a time that has passed."""
    from leadtrack.dates import parse

    lead = finding.lead(office, text)
    due = parse(when, now=office.now, zone=office.zone)
    if not words.strip():
        raise BadRequest("the reminder is empty; write what is to be done")
    if due.at < (_today(office) if due.whole_day else office.now):
        raise BadRequest(f"{when!r} has passed ({due_text(office, iso(due.at), due.whole_day)}); give a time to come")
    whose = finding.rep(office, rep)["id"] if rep else _whose(office, lead)
    with office.batch("remind") as batch:
        number = office.store.reminders.add(
            batch, lead, rep=whose, due_at=iso(due.at), whole_day=due.whole_day, text=words.strip()
        )
        batch.summary = f"lead {lead}: {words.strip()[:60]}"
    return {"batch": batch.id, "reminder": number, "lead": lead, "due": due_text(office, iso(due.at), due.whole_day)}


def done(office: Office, number: int) -> dict[str, Any]:
    """Tick a reminder off; ticking it twice changes nothing."""
    reminder = office.store.reminders.get(number)
    if reminder is None:
        raise NotFound(f"there is no reminder {number}; leadtrack remind --due week lists them")
    if reminder["done_at"] is not None:
        return {"batch": None, "reminder": number, "lead": reminder["lead_id"], "text": reminder["text"]}
    with office.batch("remind") as batch:
        office.store.reminders.done(batch, number, batch.at)
        batch.summary = f"reminder {number} done"
    return {"batch": batch.id, "reminder": number, "lead": reminder["lead_id"], "text": reminder["text"]}


def due(office: Office, window: str, rep: str | None) -> list[dict[str, Any]]:
    """Open reminders that are due in a window (dates.due_window), soonest first.

    reminder, lead, name, company, phone, rep, due (a day, or a UTC instant), text, overdue.
    """
    from leadtrack.dates import due_window

    start, end = due_window(window, now=office.now, zone=office.zone)
    whose = finding.rep(office, rep)["id"] if rep else None
    today, now = iso(_today(office)), iso(office.now)
    rows = office.store.reminders.due(iso(start) if start else None, iso(end), whose)
    for row in rows:
        row["overdue"] = row["due_at"] < (today if row["whole_day"] else now)
        due_at, whole_day = row.pop("due_at"), row.pop("whole_day")
        row["due"] = due_text(office, due_at, whole_day) if whole_day else due_at
    if window.strip().casefold() == "overdue":
        rows = [row for row in rows if row["overdue"]]  # a promise for some time today is not overdue yet
    return rows


def as_of(office: Office, day: str | None) -> Office:
    """The same office on another day: at that instant, or at the day's first."""
    if day is None:
        return office
    from leadtrack.dates import parse

    return office.on(parse(day, now=office.now, zone=office.zone, past=True).at)


def due_text(office: Office, at: str, whole_day: bool | int) -> str:
    """When a reminder is due, in the team's zone: "2026-03-31", or "2026-03-31T09:00:00-04:00"."""
    local = from_iso(at).astimezone(office.zone)
    return local.date().isoformat() if whole_day else local.isoformat()


def _today(office: Office) -> datetime:
    """The first instant of today in the team's zone."""
    return office.now.astimezone(office.zone).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


def _past(office: Office, at: str | None) -> str:
    """When something happened, in UTC; now when nothing is said. Raises BadRequest for a time to come."""
    if at is None:
        return iso(office.now)
    from leadtrack.dates import parse

    when = parse(at, now=office.now, zone=office.zone, past=True)
    if when.at > office.now:
        raise BadRequest(f"{at!r} has not come yet; what is still to be done is a reminder: leadtrack remind")
    # of a day alone its noon is taken: midnight would lie before everything else that happened on that day
    return iso(min(when.at + timedelta(hours=12), office.now) if when.whole_day else when.at)


def _whose(office: Office, lead: int) -> int | None:
    """Who did it, or is to do it: the acting rep, else the lead's own."""
    if office.rep:
        return int(office.rep["id"])
    standing = office.store.leads.standing(lead) or {}
    return standing.get("rep_id")
