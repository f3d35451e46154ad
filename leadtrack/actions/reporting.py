"""Reports: which leads are meant and as of when; the figures come from actions/reports, the page from pages.py."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

from leadtrack import pages, reports, stages
from leadtrack.actions import Office, finding
from leadtrack.actions.reports import Asked
from leadtrack.actions.reports.grouping import HEADS
from leadtrack.errors import BadRequest, NotFound, UsageError
from leadtrack.instants import iso
from leadtrack.periods import begins, day_bounds, day_of
from leadtrack.reports import Report

_HERE = "leadtrack.actions.reports"

# Name -> (module, function, by what it is counted when nobody says, whether it can be counted by something else).
PAGES: dict[str, tuple[str, str, str | None, bool]] = {
    "monday": (f"{_HERE}.monday", "page", None, False),
    "funnel": (f"{_HERE}.funnel", "page", None, True),
    "reps": (f"{_HERE}.reps", "page", "rep", True),
    "fairness": (f"{_HERE}.fairness", "page", "rep", True),
    "response": (f"{_HERE}.answers", "page", None, True),
    "sources": (f"{_HERE}.money", "sources", "source", True),
    "campaigns": (f"{_HERE}.money", "by_campaign", "campaign", True),
    "wasted": (f"{_HERE}.money", "wasted", "campaign", True),
    "stale": (f"{_HERE}.lying", "page", "rep", True),
    "activity": (f"{_HERE}.doing", "page", "rep", True),
    "quality": (f"{_HERE}.quality", "page", None, True),
    "referrals": (f"{_HERE}.owed", "page", None, False),
    "reopened": (f"{_HERE}.others", "reopened", None, False),
    "score": (f"{_HERE}.others", "score", None, False),
}

# What the period of a report means; of the others, when the leads were created.
OF = {"reopened": "leads reopened", "activity": "contacts"}

_TITLES = {"rep": "of {}", "region": "in {}", "source": "from {}", "campaign": "of {}"}


def report(
    office: Office,
    name: str,
    *,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    by: str | None = None,
    snapshot: bool = False,
    leads: bool = False,
    of: str | None = None,
    filters: Mapping[str, str | None] | None = None,
) -> Report:
    """The report of that name over the leads created (OF: or what else) in the period, all time without one.

    `as_of` is a day (its end) or an instant of the past: the report is what it was then. `by`, one of HEADS; `filters`
    as store.selection.FILTERS names them. `leads` lists the leads instead of counting them, `of` those that a column
    counts. Raises BadRequest and NotFound.
    """
    known = known_reports()
    if name not in known:
        raise NotFound(f"there is no report {name!r}; the reports are {', '.join(known)}")
    office = back(office, as_of) if as_of else office
    module, function, usual, free = PAGES.get(name, ("", "", None, True))
    if by is not None and by not in HEADS:
        raise BadRequest(f"cannot count by {by!r}; choose one of {', '.join(HEADS)}")
    if by is not None and not free:
        raise UsageError(f"report {name} is not counted by anything; leave --by out")
    if snapshot and name != "funnel":
        raise UsageError("--snapshot is for report funnel")
    start = end = None
    if since or until:
        from leadtrack.dates import period

        start, end = period(since, until, now=office.now, zone=office.zone)
    asked = Asked(
        office, by or usual, _bound(office, start), _bound(office, end), _found(office, filters or {}), snapshot
    )
    told = _told(office, start, end, OF.get(name, "leads created"))
    if leads or of:
        return _leads(asked, name, of, told)
    page: Callable[[Asked], Report] = (
        getattr(import_module(module), function) if module else _from_elsewhere()[name].load()
    )
    made = page(asked)
    said = f" by {HEADS[by][0].lower()}" if by and by != usual else ""
    said += ", now" if snapshot else ""
    narrowed = "".join(f", {key} {value}" for key, value in (filters or {}).items() if value)
    return made._replace(title=f"{made.title}{said}, {told}{narrowed}")


def known_reports() -> dict[str, str]:
    """Every report with a line about it: those of leadtrack, then those that others added.

    Others add theirs as entry points of the group leadtrack.reports: functions that take an Asked and give a Report.
    """
    found = dict(reports.REPORTS)
    for name, point in _from_elsewhere().items():
        if name not in found:
            found[name] = f"added by {point.dist.name if point.dist else point.value}"
    return found


def _from_elsewhere() -> dict[str, Any]:
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group="leadtrack.reports")}


def back(office: Office, words: str) -> Office:
    """The office as it was at the end of a day, or at an instant. Raises BadRequest for what lies ahead."""
    from leadtrack.dates import parse

    when = parse(words, now=office.now, zone=office.zone, past=True)
    at = when.at
    if when.whole_day:
        day = day_of(at, office.zone)
        if day > day_of(office.now, office.zone):
            raise BadRequest(f"{day} is still to come; --as-of looks at a day that was")
        at = min(day_bounds(day, office.zone)[1] - timedelta(seconds=1), office.now)
    elif at > office.now:
        raise BadRequest(f"{iso(at)} is still to come; --as-of looks at what was")
    office.store.past.travel(iso(at))
    return office.on(at.astimezone(UTC))


def purged_since(office: Office, words: str) -> int:
    """How many leads of that day are gone for good."""
    from leadtrack.dates import parse

    return office.store.past.purged(iso(parse(words, now=office.now, zone=office.zone, past=True).at))


def _bound(office: Office, at: datetime | None) -> tuple[str, str] | None:
    """An instant, and the first day that begins at it or later: leads known only to the day are counted by days."""
    if at is None:
        return None
    day = day_of(at, office.zone)
    return iso(at), (day if begins(day, office.zone) >= at else day + timedelta(days=1)).isoformat()


def _found(office: Office, filters: Mapping[str, str | None]) -> dict[str, Any]:
    """Filters as people write them -> as they are asked of the store."""
    found: dict[str, Any] = {}
    for name, text in filters.items():
        if not text:
            continue
        if name == "rep":
            found[name] = finding.rep(office, text)["id"]
        elif name == "stage":
            found[name] = finding.stage(office, text)["id"]
        elif name in ("region", "source", "campaign"):
            found[name] = _numbered(office, name, text)
        elif name == "temperature" and text.strip().casefold() not in ("hot", "warm", "cold"):
            raise BadRequest(f"{text!r} is no temperature; choose hot, warm or cold")
        else:
            found[name] = text.strip().casefold() if name == "temperature" else text.strip()
    return found


def _numbered(office: Office, noun: str, text: str) -> int:
    names = office.store.reporting.names(noun)
    wanted = " ".join(text.split()).casefold()
    found = [number for number, name in names.items() if name.casefold() == wanted]
    if not found:
        listed = ", ".join(sorted(names.values())[:8]) or f"none yet: leadtrack {noun} add NAME"
        raise NotFound(f"there is no {noun} {text!r}; there is {listed}")
    return found[0]


def _leads(asked: Asked, name: str, of: str | None, told: str) -> Report:
    """The leads behind a number: those of the report, or those that one of its columns or stages counts."""
    from leadtrack.store.selection import COUNTS

    condition, words = "1", f"Leads of report {name}"
    if of:
        wanted = of.strip()
        stage = next((row for row in asked.pipeline if row["name"].casefold() == wanted.casefold()), None)
        if wanted in COUNTS:
            condition = asked.selection.condition(wanted)
        elif stage:
            further = [
                other["id"]
                for other in asked.pipeline
                if other["kind"] in stages.ON_THE_WAY and other["position"] >= stage["position"]
            ]
            reached = f"f.furthest_stage_id IN ({', '.join(map(str, further))})"
            on_the_way = stage["kind"] in stages.ON_THE_WAY and not asked.snapshot
            condition = reached if on_the_way else f"f.stage_id = {stage['id']}"
        else:
            raise BadRequest(f"no column {of!r} counts leads; choose one of {', '.join(COUNTS)}, or a stage")
        words += f", {wanted}"
    rows = asked.office.store.figures.leads(asked.selection, condition)
    for row in rows:
        for column in ("created_at", "assigned_at", "last_touch_at", "next_reminder_at"):
            row[column] = row[column] and asked.office.local(row[column])
    return pages.leads(rows, f"{words}, {told}")


def _told(office: Office, start: datetime | None, end: datetime | None, what: str) -> str:
    if start is None and end is None:
        return "all time"
    first = day_of(start, office.zone).isoformat() if start else "the beginning"
    last = day_of(end, office.zone).isoformat() if end else "today"
    return f"{what} from {first} to before {last}" if end else f"{what} from {first} on"
