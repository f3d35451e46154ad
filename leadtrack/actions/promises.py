"""Promises: reminders are made, put off, handed over, ticked off and listed."""

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any, NamedTuple

from leadtrack import reminders
from leadtrack.actions import Office, finding, timing
from leadtrack.errors import BadRequest, NotFound
from leadtrack.instants import from_iso, iso
from leadtrack.periods import begins, day_of
from leadtrack.store.batches import Batch

if TYPE_CHECKING:
    from leadtrack.repeats import Repeat


class Due(NamedTuple):
    """When a promise is due, in UTC; of a whole day its first instant. `repeats`: how it comes again."""

    at: datetime
    whole_day: bool
    repeats: "Repeat | None" = None


def remind(
    office: Office, text: str, when: str, words: str, rep: str | None, priority: str = "normal"
) -> dict[str, Any]:
    """Promise something for a later time, once or again and again. Raises BadRequest for a time that has passed."""
    lead = finding.lead(office, text)
    due = to_come(office, when)
    whose = finding.rep(office, rep)["id"] if rep else finding.whose(office, lead)
    with office.batch("remind") as batch:
        made = promise(office, batch, lead, due, words, whose, priority)
        batch.summary = f"lead {lead}: {words.strip()[:60]}"
    return {"batch": batch.id, "reminder": made["reminder"], "lead": lead, "due": made["due"],
            "repeats": made["repeats"]}  # fmt: skip


def to_come(office: Office, when: str) -> Due:
    """Read when a promise is due. Raises BadRequest for a time that has passed."""
    due = read_due(office, when)
    if reminders.overdue(due.at, due.whole_day, office.now, office.zone):
        told = timing.due_text(office, iso(due.at), due.whole_day)
        raise BadRequest(f"{when!r} has passed ({told}); give a time to come")
    return due


def read_due(office: Office, when: str) -> Due:
    """Read when a promise is or was due: a date, or something that comes again. Raises BadRequest."""
    from leadtrack.dates import comes_again, parse

    if comes_again(when):
        from leadtrack import repeat_words
        from leadtrack.hours import USUAL

        series = repeat_words.read(when, now=office.now, zone=office.zone, week=office.week or USUAL)
        return Due(series.at(series.first, office.zone), series.clock is None, series)
    return Due(*parse(when, now=office.now, zone=office.zone, week=office.week))


def promise(
    office: Office, batch: Batch, lead: int, due: Due, words: str, rep: int | None, priority: str = "normal"
) -> dict[str, Any]:
    """Write a reminder within a batch that does more than that, too; gives reminder (its number), due and repeats."""
    if not words.strip():
        raise BadRequest("the reminder is empty; write what is to be done")
    at, series = iso(due.at), due.repeats
    number = office.store.reminders.add(
        batch, lead, rep=rep, due_at=at, whole_day=due.whole_day, text=words.strip(),
        priority=reminders.priority(priority), repeats=series and series.words, occurs_at=at if series else None,
    )  # fmt: skip
    return {
        "reminder": number, "due": timing.due_text(office, at, due.whole_day), "repeats": series and series.short,
    }  # fmt: skip


def done(office: Office, number: int) -> dict[str, Any]:
    """Tick a reminder off; ticking it twice changes nothing. One that comes again is followed by its next.

    `next` and `next_due` tell of that one, `passed` how many of the series went by unseen in between.
    """
    return _close(office, number, dropped=False)


def drop(office: Office, number: int) -> dict[str, Any]:
    """Give a reminder up, and with one that comes again all that would follow; twice changes nothing."""
    return _close(office, number, dropped=True)


def _close(office: Office, number: int, *, dropped: bool) -> dict[str, Any]:
    reminder = _reminder(office, number)
    told = {"reminder": number, "lead": reminder["lead_id"], "text": reminder["text"]}
    if reminder["done_at"] is not None:
        return {"batch": None, **told, "next": None, "next_due": None, "passed": 0}
    due, passed = (None, 0) if dropped else _next(office, reminder)
    with office.batch("remind") as batch:
        office.store.reminders.close(batch, number, batch.at, dropped=dropped)
        following = None if due is None else office.store.reminders.add(
            batch, reminder["lead_id"], rep=reminder["rep_id"], due_at=iso(due.at), whole_day=due.whole_day,
            text=reminder["text"], priority=reminder["priority"], repeats=reminder["repeats"], occurs_at=iso(due.at),
            series=reminder["series_id"] or number,
        )  # fmt: skip
        batch.summary = f"reminder {number} {'given up' if dropped else 'done'}"
    next_due = due and timing.due_text(office, iso(due.at), due.whole_day)
    return {"batch": batch.id, **told, "next": following, "next_due": next_due, "passed": passed}


def _next(office: Office, reminder: dict[str, Any]) -> tuple[Due | None, int]:
    """What follows a reminder in its series: the next that is not over when this one is done."""
    if reminder["repeats"] is None:
        return None, 0
    from leadtrack.hours import USUAL

    series = rule(office, reminder["repeats"])
    place = day_of(from_iso(reminder["occurs_at"]), office.zone)
    found = series.next(place, day_of(office.now, office.zone), office.week or USUAL)
    return (Due(series.at(found[0], office.zone), series.clock is None, series), found[1]) if found else (None, 0)


def snooze(office: Office, number: int, when: str) -> dict[str, Any]:
    """Put a reminder off (or forward) to another time to come; a series goes on as it was."""
    from leadtrack.dates import comes_again

    reminder = _open(office, number)
    if comes_again(when):
        raise BadRequest(f"{when!r} comes again; a reminder is put off to one day or time, such as tomorrow 9:00")
    due = to_come(office, when)
    before = timing.due_text(office, reminder["due_at"], reminder["whole_day"])
    with office.batch("remind") as batch:
        office.store.reminders.put_off(batch, number, iso(due.at), due.whole_day)
        batch.summary = f"reminder {number} put off to {timing.due_text(office, iso(due.at), due.whole_day)[:10]}"
    return {
        "batch": batch.id if batch.touched else None, "reminder": number, "lead": reminder["lead_id"],
        "due": timing.due_text(office, iso(due.at), due.whole_day), "from": before, "text": reminder["text"],
    }  # fmt: skip


def give(office: Office, number: int, rep: str) -> dict[str, Any]:
    """Hand a reminder over to another rep; the lead stays with its own."""
    reminder = _open(office, number)
    to = finding.rep(office, rep)
    with office.batch("remind") as batch:
        office.store.reminders.give(batch, number, to["id"])
        batch.summary = f"reminder {number} to {to['name']}"
    return {
        "batch": batch.id if batch.touched else None, "reminder": number, "lead": reminder["lead_id"],
        "rep": to["name"], "from": reminder["rep"], "text": reminder["text"],
    }  # fmt: skip


def due(office: Office, window: str, rep: str | None) -> list[dict[str, Any]]:
    """Open reminders that are due in a window (dates.due_window): by day, what matters more first, then by the hour.

    reminder, lead, name, company, phone, email, rep, due (a day, or a UTC instant), text, overdue, priority, repeats.
    """
    from leadtrack.dates import due_window

    start, end = due_window(window, now=office.now, zone=office.zone, week=office.week)
    whose = finding.rep(office, rep)["id"] if rep else None
    rows = office.store.reminders.due(iso(start) if start else None, iso(end), whose)
    listed = []
    for row in rows:
        at = from_iso(row["due_at"])
        day = day_of(at, office.zone)
        row["overdue"] = reminders.overdue(at, row["whole_day"], office.now, office.zone)
        row["due"] = day.isoformat() if row["whole_day"] else row["due_at"]
        row["repeats"] = row["repeats"] and rule(office, row["repeats"]).short
        listed.append((reminders.rank(day, row), row))
    if window.strip().casefold() == "overdue":
        listed = [entry for entry in listed if entry[1]["overdue"]]  # one for some time today is not overdue yet
    return [row for _, row in sorted(listed, key=lambda entry: entry[0])]


def to_zone(office: Office, batch: Batch, zone: tzinfo) -> None:
    """Let the days for which something is promised stay the same days when the team's time zone becomes another."""
    moved = {}
    for at in office.store.reminders.days():
        again = iso(begins(day_of(from_iso(at), office.zone), zone))
        if again != at:
            moved[at] = again
    if moved:
        office.store.reminders.move_days(batch, moved)


def rule(office: Office, words: str) -> "Repeat":
    """The repetition that is kept with a reminder."""
    from leadtrack.hours import USUAL
    from leadtrack.repeat_words import read

    return read(words, now=office.now, zone=office.zone, week=office.week or USUAL)


def _reminder(office: Office, number: int) -> dict[str, Any]:
    reminder = office.store.reminders.get(number) if 0 < number < 2**63 else None
    if reminder is None:
        raise NotFound(f"there is no reminder {number}; leadtrack remind --due week lists them")
    return reminder


def _open(office: Office, number: int) -> dict[str, Any]:
    reminder = _reminder(office, number)
    if reminder["done_at"] is not None:
        fate = "given up" if reminder["dropped"] else "done"
        raise BadRequest(f"reminder {number} is {fate} already; make a new one: leadtrack remind LEAD WHEN TEXT")
    return reminder
