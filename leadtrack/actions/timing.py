"""When things happen, as an action is told it: in the team's zone, as text in UTC."""

from datetime import datetime, timedelta

from leadtrack.actions import Office
from leadtrack.errors import BadRequest
from leadtrack.instants import from_iso, iso
from leadtrack.periods import begins, day_of


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


def today(office: Office) -> datetime:
    """The first instant of today in the team's zone."""
    return begins(day_of(office.now, office.zone), office.zone)


def past(office: Office, at: str | None) -> str:
    """When something happened, in UTC; now when nothing is said. Raises BadRequest for a time to come."""
    if at is None:
        return iso(office.now)
    from leadtrack.dates import parse

    when = parse(at, now=office.now, zone=office.zone, past=True, week=office.week)
    if when.at > office.now:
        raise BadRequest(f"{at!r} has not come yet; what is still to be done is a reminder: leadtrack remind")
    # of a day alone its noon is taken: midnight would lie before everything else that happened on that day
    return iso(min(when.at + timedelta(hours=12), office.now) if when.whole_day else when.at)
