"""A rep's promises as the events of a calendar; render/calendar.py writes them down.

An event keeps its identity when its reminder is put off, done or handed over, so that a calendar that has read the file
before changes it instead of showing it twice. What repeats is shown a year ahead, each day of it an event: its next
reminder, made when this one is ticked off, is then the event that stands there already.
"""

from datetime import timedelta
from itertools import islice, takewhile
from typing import Any

from leadtrack.actions import Office, finding, promises
from leadtrack.instants import from_iso, iso
from leadtrack.periods import add_months, day_of
from leadtrack.reminders import Event

KEPT = timedelta(days=30)  # so long what is done or gone is still told
AHEAD = 12  # months
MOST = 100  # events ahead of one series


def due(office: Office, window: str, rep: str | None) -> list[Event]:
    """What is due in a window, as events."""
    rows = promises.due(office, window, rep)
    found = office.store.reminders.events([row["reminder"] for row in rows])
    return [_event(office, row, open_=True) for row in found]


def of_rep(office: Office, rep: str) -> tuple[str, list[Event]]:
    """The rep's name and calendar: what is open, its repeats for a year, and what was done or gone in the last days."""
    whose = finding.rep(office, rep)
    rows = office.store.reminders.entries(whose["id"], iso(office.now - KEPT))
    events = []
    for row in rows:
        events.append(_event(office, row, open_=False))
        if row["fate"] == "open" and row["repeats"]:
            events += _ahead(office, row)
    # what was put off onto the day of a later one stands for that later one, too
    by_uid = {event.uid: event for event in reversed(events)}
    return whose["name"], sorted(by_uid.values(), key=lambda event: (event.begins, event.uid))


def _event(office: Office, row: dict[str, Any], *, open_: bool) -> Event:
    begins = from_iso(row["due_at"])
    place = day_of(from_iso(row["occurs_at"]), office.zone) if row["occurs_at"] else None
    return Event(
        uid=_uid(office, row["series"], place.isoformat() if place else None),
        begins=begins,
        day=day_of(begins, office.zone).isoformat(),
        whole_day=bool(row["whole_day"]),
        title=_title(row),
        about=_about(row),
        priority=row["priority"],
        fate="open" if open_ else row["fate"],
        revision=row["changes"],
        changed=from_iso(row["changed_at"]),
    )


def _ahead(office: Office, row: dict[str, Any]) -> list[Event]:
    """The days to come of a series, up to a year from now."""
    from leadtrack.hours import USUAL

    rule = promises.rule(office, row["repeats"])
    last = add_months(day_of(office.now, office.zone), AHEAD)
    here = day_of(from_iso(row["occurs_at"]), office.zone)
    first = _event(office, row, open_=True)._replace(revision=0, whole_day=rule.clock is None)
    to_come = takewhile(lambda day: day <= last, rule.days(office.week or USUAL))
    return [
        first._replace(
            uid=_uid(office, row["series"], day.isoformat()), begins=rule.at(day, office.zone), day=day.isoformat()
        )
        for day in islice((day for day in to_come if day > here), MOST)
    ]


def _uid(office: Office, series: int, day: str | None) -> str:
    place = f"-{day}" if day else ""
    return f"reminder-{series}{place}@{office.store.batches.file_mark()}.leadtrack"


def _title(row: dict[str, Any]) -> str:
    return f"{row['text']} — {_name(row)}"


def _name(row: dict[str, Any]) -> str:
    name, company = row["name"] or f"lead {row['lead']}", row["company"]
    return f"{name} ({company})" if company and company != name else name


def _about(row: dict[str, Any]) -> tuple[str, ...]:
    contact = [part for part in (row["phone"], row["email"]) if part]
    return (
        _name(row), *contact, f"leadtrack show {row['lead']}", f"leadtrack remind --done {row['reminder']}",
    )  # fmt: skip
