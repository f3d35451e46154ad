"""Reports: numbers from the store, sums from the noun they belong to, the page from reports.py."""

from collections.abc import Callable
from datetime import datetime

from leadtrack import activity, reports, stages
from leadtrack.actions import Office
from leadtrack.errors import NotFound
from leadtrack.instants import from_iso, iso
from leadtrack.periods import day_bounds, day_of
from leadtrack.reports import Report

Bounds = tuple[str | None, str | None]


def report(office: Office, name: str, *, since: str | None, until: str | None) -> Report:
    """The report of that name over the leads created (OF: or what else) in the period, all time without one."""
    page = PAGES.get(name)
    if page is None:
        raise NotFound(f"there is no report {name!r}; the reports are {', '.join(PAGES)}")
    start = end = None
    if since or until:
        from leadtrack.dates import period

        start, end = period(since, until, now=office.now, zone=office.zone)
    made = page(office, (_bound(start), _bound(end)))
    return made._replace(title=f"{made.title}, {_told(office, start, end, OF.get(name, 'leads created'))}")


def _funnel(office: Office, bounds: Bounds) -> Report:
    furthest: dict[int, int] = {}
    present: dict[int, int] = {}
    for row in office.store.stages.funnel(*bounds):
        furthest[row["furthest"]] = furthest.get(row["furthest"], 0) + row["leads"]
        present[row["present"]] = present.get(row["present"], 0) + row["leads"]
    return reports.funnel(stages.funnel(office.store.stages.all(removed=True), furthest, present))


def _reps(office: Office, bounds: Bounds) -> Report:
    today, _ = day_bounds(day_of(office.now, office.zone), office.zone)
    rows = office.store.reporting.reps(*bounds, now=iso(office.now), today=iso(today))
    spans: dict[int, list[tuple[datetime, datetime]]] = {}
    for rep, assigned, responded in office.store.reporting.responses(*bounds):
        spans.setdefault(rep, []).append((from_iso(assigned), from_iso(responded)))
    for row in rows:
        row["median_response"] = activity.median_seconds(spans.get(row.pop("rep_id"), []))
    return reports.reps(rows, office.store.assignments.waiting_count())


def _reopened(office: Office, bounds: Bounds) -> Report:
    return reports.reopened(
        [
            {**row, "at": office.local(row["at"]), "closed_at": row["closed_at"] and office.local(row["closed_at"])}
            for row in office.store.stages.reopened(*bounds)
        ]
    )


def _score(office: Office, bounds: Bounds) -> Report:
    from leadtrack.actions import scoring

    return scoring.report(office, bounds)


PAGES: dict[str, Callable[[Office, Bounds], Report]] = {
    "funnel": _funnel,
    "reps": _reps,
    "score": _score,
    "reopened": _reopened,
}

# What the period of a report means; of the others, when the leads were created.
OF = {"reopened": "leads reopened"}


def _bound(at: datetime | None) -> str | None:
    return iso(at) if at else None


def _told(office: Office, start: datetime | None, end: datetime | None, what: str) -> str:
    if start is None and end is None:
        return "all time"
    first = day_of(start, office.zone).isoformat() if start else "the beginning"
    last = day_of(end, office.zone).isoformat() if end else "today"
    return f"{what} from {first} to before {last}" if end else f"{what} from {first} on"
