"""Reports: which leads are meant and as of when; the figures come from actions/reports, the page from pages.py."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

from leadtrack import pages, referrals, reports
from leadtrack.actions import Office, finding
from leadtrack.actions.reports import Asked
from leadtrack.actions.reports.grouping import HEADS, NOBODY, territory_named, territory_of
from leadtrack.errors import BadRequest, NotFound, UsageError
from leadtrack.instants import iso
from leadtrack.periods import begins, day_bounds, day_of
from leadtrack.reports import Report

_HERE = "leadtrack.actions.reports"

# Name -> (module, function, by what it is counted when nobody says).
PAGES: dict[str, tuple[str, str, str | None]] = {
    "monday": (f"{_HERE}.monday", "page", None),
    "funnel": (f"{_HERE}.funnel", "page", None),
    "reps": (f"{_HERE}.reps", "page", "rep"),
    "fairness": (f"{_HERE}.fairness", "page", "rep"),
    "response": (f"{_HERE}.answers", "page", None),
    "sources": (f"{_HERE}.money", "sources", "source"),
    "campaigns": (f"{_HERE}.money", "by_campaign", "campaign"),
    "wasted": (f"{_HERE}.money", "wasted", "campaign"),
    "stale": (f"{_HERE}.lying", "page", "rep"),
    "activity": (f"{_HERE}.doing", "page", "rep"),
    "quality": (f"{_HERE}.quality", "page", None),
    "referrals": (f"{_HERE}.owed", "page", None),
    "reopened": (f"{_HERE}.others", "reopened", None),
    "score": (f"{_HERE}.others", "score", None),
}

# What the period of a report means; of the others, when the leads were created.
OF = {"reopened": "leads reopened", "activity": "contacts"}


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
    # others' reports are only looked for where leadtrack has none of that name: that takes longer than most reports
    if name not in PAGES and name not in (known := known_reports()):
        raise NotFound(f"there is no report {name!r}; the reports are {', '.join(known)}")
    if as_of:
        office = back(office, as_of)
    office.store.past.count()
    module, function, usual = PAGES.get(name, ("", "", None))
    if by is not None and by not in HEADS:
        raise BadRequest(f"cannot count by {by!r}; choose one of {', '.join(HEADS)}")
    if snapshot and name != "funnel":
        raise UsageError("--snapshot is for report funnel")
    start = end = None
    if since or until:
        from leadtrack.dates import period

        start, end = period(since, until, now=office.now, zone=office.zone, week=office.week)
    asked = Asked(
        office, by or usual, _bound(office, start), _bound(office, end), _found(office, filters or {}), snapshot
    )
    told = _told(office, start, end, OF.get(name, "leads created"))
    narrowed = "".join(f", {key} {value}" for key, value in (filters or {}).items() if value)
    if leads or of:
        return _leads(asked, name, of, f"{told}{narrowed}", by)
    page: Callable[[Asked], Report] = getattr(import_module(module), function) if module else _added(name)
    made = page(asked)
    said = f" by {HEADS[by][0].lower()}" if by and by != usual else ""
    said += ", now" if snapshot else ""
    return made._replace(title=f"{made.title}{said}, {told}{narrowed}", at=iso(office.now))


def statement(
    office: Office, person: str, *, since: str | None = None, until: str | None = None, as_of: str | None = None
) -> Report:
    """What a person is owed, lead by lead. Raises NotFound where nobody of that name referred a lead."""
    made = report(office, "referrals", since=since, until=until, as_of=as_of, filters={"person": person})
    if not made.parts:
        raise NotFound(f"{person!r} referred no lead in this period; leadtrack report referrals lists who did")
    told = made.title.removeprefix("Referrals, ").removesuffix(f", person {person}")
    return made.parts[0]._replace(title=f"{made.parts[0].title}, {told}", at=made.at)


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


def _added(name: str) -> Callable[[Asked], Report]:
    """A report of another package; what goes wrong in there is said in a line that names the package."""
    point = _from_elsewhere()[name]
    whose = point.dist.name if point.dist else point.value

    def page(asked: Asked) -> Report:
        try:
            made = point.load()(asked)
        except Exception as error:
            raise BadRequest(f"report {name} of {whose} failed: {type(error).__name__}: {error}") from error
        if not isinstance(made, Report):
            raise BadRequest(f"report {name} of {whose} gave no leadtrack.reports.Report; ask who made it")
        return made

    return page


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
    """Filters as people write them -> as they are asked of the store; None for "none"."""
    found: dict[str, Any] = {}
    for name, text in filters.items():
        if text:
            lacking = text.strip().casefold() == NOBODY and name in _CAN_LACK
            if name == "territory":
                office.store.figures.covered_by(territory_of(office))
            found[name] = None if lacking else _wanted(office, name, text)
    return found


_CAN_LACK = ("rep", "region", "source", "campaign", "territory", "industry", "country", "state", "temperature")


def _wanted(office: Office, name: str, text: str) -> Any:
    if name == "rep":
        return finding.rep(office, text)["id"]
    if name == "stage":
        return finding.stage(office, text)["id"]
    if name in ("region", "source", "campaign"):
        return _numbered(office, name, text)
    if name == "territory":
        return territory_named(office, text)
    if name == "person":
        office.store.figures.named_alike(referrals.key)
        return referrals.key(text)
    if name == "temperature" and text.strip().casefold() not in ("hot", "warm", "cold"):
        raise BadRequest(f"{text!r} is no temperature; choose hot, warm, cold or none (not assigned)")
    return text.strip().casefold() if name == "temperature" else text.strip()


def _numbered(office: Office, noun: str, text: str) -> int:
    names = office.store.reporting.names(noun)
    wanted = " ".join(text.split()).casefold()
    found = [number for number, name in names.items() if name.casefold() == wanted]
    if not found and noun == "source":
        meant = {row["name"].casefold(): row["source_id"] for row in office.store.campaigns.aliases()}
        found = [meant[wanted]] if wanted in meant else []
    if not found:
        listed = ", ".join(sorted(names.values())[:8]) or f"none yet: leadtrack {noun} add NAME"
        raise NotFound(f"there is no {noun} {text!r}; there is {listed}")
    return found[0]


def _leads(asked: Asked, name: str, of: str | None, told: str, by: str | None) -> Report:
    """The leads behind a number: those of the report, or those that one of its columns or stages counts."""
    from leadtrack.actions.reports import behind

    selection, condition = behind.selected(asked, name, of)
    rows = []
    for key, row in asked.office.store.figures.leads(selection, condition, by):
        for column in ("created_at", "assigned_at", "last_touch_at", "next_reminder_at"):
            row[column] = row[column] and asked.office.local(row[column])
        rows.append({**asked.grouping.row(asked.grouping.name(key)), **row} if by else row)
    if by:
        places = {group: place for place, group in enumerate(asked.grouping.order(_sizes(rows, by)))}
        rows.sort(key=lambda row: places[row[by]])
    words = f"Leads of report {name}" + (f", {of.strip()}" if of else "")
    return pages.leads(rows, f"{words}, {told}", asked.grouping.columns if by else ())


def _sizes(rows: list[dict[str, Any]], by: str) -> dict[str | None, dict[str, Any]]:
    sizes: dict[str | None, dict[str, Any]] = {}
    for row in rows:
        mine = sizes.setdefault(row[by], {"leads": 0})
        mine["leads"] += 1
    return sizes


def _told(office: Office, start: datetime | None, end: datetime | None, what: str) -> str:
    if start is None and end is None:
        return "all time"
    first = day_of(start, office.zone).isoformat() if start else "the beginning"
    last = day_of(end, office.zone).isoformat() if end else "today"
    return f"{what} from {first} to before {last}" if end else f"{what} from {first} on"
