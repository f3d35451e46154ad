"""The river: a file becomes leads.

rows -> mapped -> clean -> judged (within the file, then against the store) -> one batch.
The rows wait in a temporary table until all of them are judged; publishing them is one short transaction.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leadtrack import importers, mapping, moments
from leadtrack.actions import Office, alerting, assigning, judging, likening, mappings, matching, qualifying
from leadtrack.actions.matching import Difference, Plan
from leadtrack.american import american
from leadtrack.cleaning import Cleaner, Repair
from leadtrack.elsewhere import american_phones, dialled_in_america, elsewhere
from leadtrack.errors import BadFile
from leadtrack.fields import NAMING, NUMBER
from leadtrack.importers.rejects import OWN_COLUMNS, Reject, write_rejects
from leadtrack.instants import iso
from leadtrack.name_order import surnames
from leadtrack.store.batches import Batch
from leadtrack.uncollected import uncollected

POLICIES = ("update", "skip", "keep")
OVERWRITE = ("never", "empty", "always")
# (label, about how many rows) -> a context that gives advance(rows done)
Progress = Callable[[str, int | None], AbstractContextManager[Callable[[int], None]]]


@dataclass(frozen=True, slots=True)
class Request:
    """How a file is to be taken in."""

    overrides: Mapping[str, str] = field(default_factory=dict)  # header -> field, "custom" or "ignore"
    overwrite: str = "empty"
    source: str | None = None
    campaign: str | None = None
    country: str | None = None  # where leads lie whose row does not say it (ISO code); else the team's, with doubts
    sheet: str | None = None
    rejects: str | None = None
    on_duplicate: str = "update"
    dry_run: bool = False
    limit: int | None = None
    assign: bool = False
    row_by_row: bool = False  # keep what became of each row, to be listed


@dataclass(slots=True)
class Result:
    """What became of a file. rows = created + updated + unchanged + duplicates + rejected."""

    file: str
    table: importers.Table
    columns: list[mapping.Column]
    country: str = ""  # whose telephones, dates and sums are read: as said, as most rows show, or the team's own
    elsewhere: str = ""  # the headers that say that the sheet was not written for the team's own country
    american: bool = False  # its rows lie in the United States, and the team does not
    batch: int | None = None
    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0
    rejected: int = 0
    rejects_file: str | None = None
    repairs: dict[str, int] = field(default_factory=dict)  # what was mended -> how often
    first_rejects: list[Reject] = field(default_factory=list)  # a few, to be shown
    maybe: int = 0  # pairs of leads that may be one, put aside for a person to look at
    differing: int = 0  # cells that say something else than the stored lead, which keeps its own
    differences: list[Difference] = field(default_factory=list)
    strangers: list[dict[str, Any]] = field(default_factory=list)  # owners that are no reps: owner, leads
    quality: dict[str, Any] = field(default_factory=dict)  # leads, contactable, fields (see store.quality)
    mending: dict[int, list[Repair]] = field(default_factory=dict)  # number of the row -> what was mended in it
    fates: list[dict[str, Any]] = field(default_factory=list)  # with row_by_row: row, fate, lead, mended
    assigned: assigning.Result | None = None
    answered: int | None = (
        None  # new leads that stood on a campaign's list of targets; None in a dry run that assigns nothing
    )
    qualified: int | None = None  # how many of the new leads are; None likewise
    missing: dict[str, int] = field(default_factory=dict)  # what the others lack -> how many of them
    seen: set[int] = field(default_factory=set)  # leads of earlier imports whose rows stand here unchanged

    def note(self, judged: judging.Judged) -> None:
        """Take over what going through the file came to."""
        self.rows, self.unchanged, self.duplicates = judged.rows, judged.unchanged, judged.duplicates
        self.rejected = len(judged.rejects)
        self.repairs, self.seen, self.mending, self.fates = judged.repairs, judged.seen, judged.mending, judged.fates

    def notes(self) -> list[str]:
        """What is odd about the file."""
        abroad = (
            f"{self.elsewhere}: not written for the United States, so a row lies there only if its country, state or "
            "city says so; with --country DE, say, the others lie in Germany, and their telephones are read"
        )
        there = "most rows lie in the United States, and are read as they write there; --country says otherwise"
        return [*self.table.notes, *([abroad] if self.elsewhere else []), *([there] if self.american else [])]

    def counts(self) -> dict[str, int]:
        names = ("rows", "created", "updated", "unchanged", "duplicates", "rejected")
        return {name: getattr(self, name) for name in names}


def files(path: str) -> list[str]:
    """The files that a path means: itself, or what a folder holds. Raises BadFile."""
    return importers.expand([path])


def look(office: Office, file: str, request: Request, *, thorough: bool = False) -> Result:
    """Read the head of a file and propose what its columns are; nothing is taken in yet.

    What was confirmed for sheets with these headers counts, and `request.overrides` above all. Raises BadFile,
    MappingError.
    """
    table = importers.read(file, sheet=request.sheet, trusting=not thorough and file != "-")
    said = {**_as_before(office, table), **_own_columns(table), **request.overrides}
    columns = mapping.propose(
        table.headers,
        table.sample,
        overrides=said,
        remembered=mappings.before(office, table.headers, said),
        country=request.country or office.country,
    )
    result = Result(file, table, columns, request.country or office.country)
    if request.country is None and office.country == "US":
        result.elsewhere = "" if dialled_in_america(columns, table.sample) else elsewhere(columns)
    elif request.country is None:
        gazetteer = office.gazetteer
        result.american = american(columns, table.sample, place=gazetteer.zip, city_zips=gazetteer.city_zips)
        result.country = "US" if result.american else result.country
    return result


def cleaner(office: Office, result: Result) -> Cleaner:
    """What cleans the cells of a sheet that `look` found. Its dates are read by the column, and not by the cell."""
    sample, columns = result.table.sample, result.columns
    home = None if result.elsewhere else result.country
    return office.cleaner(
        country=result.country,
        split=mapping.splits(columns),
        units=mapping.units(columns),
        surnames=next(
            (
                surnames(column.header or "", (row[column.position] for row in sample))
                for column in columns
                if column.field == "full_name" and column.use == "whole"
            ),
            0,
        ),
        date_orders={
            column.field: moments.date_order((row[column.position] for row in sample), home)
            for column in columns
            if column.field == "created_at"
        },
        elsewhere=bool(result.elsewhere),
        dialled=bool(result.elsewhere) and american_phones(columns, sample),
    )


def take_in(office: Office, result: Result, request: Request, progress: Progress) -> Result:
    """Take in what `look` found. Raises BadFile.

    Under `dry_run` no lead and no rejects file remains. Who would get the leads is found out by doing it and taking it
    back before anybody sees it; without that nobody who writes meanwhile is waited for.
    """
    if not request.dry_run:
        _insist_on_a_name(result.file, result.table, result.columns)
    try:
        rejects, newcomers = _go_through(office, request, result, progress)
    except importers.Unforeseen:
        found = look(office, result.file, request, thorough=True)
        result.table, result.columns = found.table, found.columns
        result.country, result.elsewhere, result.american = found.country, found.elsewhere, found.american
        rejects, newcomers = _go_through(office, request, result, progress)
    waiting = office.store.intake
    waiting.match(by_content_only=request.on_duplicate == "keep")
    with progress("Comparing", None), uncollected():
        alike = likening.Alike() if request.on_duplicate == "keep" else likening.judge(office, newcomers)
    del newcomers  # the memory is needed
    plan = _planned(office, request, result, alike)
    if request.dry_run and not request.assign:
        waiting.number()
        result.maybe = len(likening.to_review(office, alike))
        _count(result, plan)
        result.strangers = office.store.assignments.unknown_owners()
        result.quality = office.store.quality.waiting(result.seen)
    else:
        # what very many leads refer to comes from joins with it; fewer have the time to be checked
        checked = plan.created < assigning.BULK
        with suppress(_Rehearsed), office.batch("import", keep_empty=True, checked=checked) as batch:
            if waiting.outdated():
                waiting.match(by_content_only=request.on_duplicate == "keep")
                plan = _planned(office, request, result, alike)
            _count(result, plan)
            _publish(office, batch, request, result, plan)
            result.maybe = office.store.duplicates.queue(batch, likening.to_review(office, alike))
            result.quality = office.store.quality.waiting(result.seen)
            judged = qualifying.within(office, batch, repeats=request.on_duplicate == "keep")
            result.qualified, result.missing = judged["qualified"], judged["missing"]
            if request.dry_run:
                result.batch = None
                raise _Rehearsed
    if request.row_by_row:
        result.fates = _fates(office, result, plan, alike, rejects)
    result.first_rejects = rejects[:5]
    if rejects and not request.dry_run:
        result.rejects_file = write_rejects(result.file, request.rejects, result.table.headers, rejects)
    return result


class _Rehearsed(Exception):
    """Ends a dry run: what was done is rolled back."""


def _go_through(
    office: Office, request: Request, result: Result, progress: Progress
) -> tuple[list[Reject], likening.Newcomers]:
    """Let the rows of the file wait in the store, and count; returns those that name nobody, and the new ones."""
    waiting = office.store.intake
    waiting.begin()
    judge = _judge(office, request, result)
    newcomers = likening.Newcomers()
    with progress(Path(result.file).name, _estimate(result)) as advance, uncollected():
        blocks = judge.waiting(request.limit, advance)
        waiting.wait(blocks if request.on_duplicate == "keep" else newcomers.watched(blocks))
    result.note(judge.judged)
    return judge.judged.rejects, newcomers


def _judge(office: Office, request: Request, result: Result) -> judging.Judge:
    given = {name: getattr(request, name) for name in ("source", "campaign", "country")} | {
        "created_at": iso(office.now)
    }
    return judging.Judge(
        result.table,
        result.columns,
        cleaner(office, result),
        known=office.store.intake.known(*_signature(result, request)),
        defaults={name: value for name, value in given.items() if value is not None},
        keep=request.on_duplicate == "keep",
        row_by_row=request.row_by_row,
    )


def _planned(office: Office, request: Request, result: Result, alike: likening.Alike) -> Plan:
    office.store.likenesses.settle(alike.leads, alike.firsts)
    return matching.plan(office, policy=request.on_duplicate, overwrite=request.overwrite, shown=result.seen)


def _estimate(result: Result) -> int | None:
    """How many rows a text file may hold, by the size of its first ones; None where its size tells nothing."""
    sample = result.table.sample
    if result.table.kind != "csv" or result.file == "-" or not sample:
        return None
    length = sum(len(cell) + 1 for row in sample for cell in row) / len(sample)
    return max(len(sample), round(Path(result.file).stat().st_size / length))


def _fates(
    office: Office, result: Result, plan: Plan, alike: likening.Alike, rejects: Sequence[Reject]
) -> list[dict[str, Any]]:
    """What became of each row, by its number in the file: row, fate, lead, mended."""
    known = list(result.fates)
    for n, number, first, stored, became in office.store.intake.fates(result.batch):
        if first is not None:
            fate = f"duplicate of row {first}"
        elif stored is None:
            fate = "created"
        else:
            fate = "updated" if stored in plan.changes else "unchanged"
        if n in alike.why and (first is not None or stored is not None):
            fate += f" ({'; '.join(alike.why[n])})"
        known.append({"row": number, "fate": fate, "lead": stored or became})
    known += [{"row": reject.row, "fate": f"rejected: {reject.reason}", "lead": None} for reject in rejects]
    known.sort(key=lambda row: row["row"])
    for row in known:
        repairs = result.mending.get(row["row"], [])
        row["mended"] = "; ".join(
            f"{mend.field}: {mend.before or 'nothing'} -> {mend.after or 'nothing'} ({mend.what})" for mend in repairs
        )
    return known


def _as_before(office: Office, table: importers.Table) -> dict[str, str]:
    """Rejected rows that come back corrected are read as the import that rejected them read its columns."""
    own = len(OWN_COLUMNS)
    if tuple(table.headers[-own:]) != OWN_COLUMNS:
        return {}
    earlier = office.store.intake.read_before(json.dumps(table.headers[:-own], ensure_ascii=False))
    return {
        f"#{position}": "ignore" if use == "ignore" else field or "custom"
        for position, (field, use, _) in enumerate(earlier, start=1)
    }


def _own_columns(table: importers.Table) -> dict[str, str]:
    """What leadtrack itself wrote beside the lead's columns is nothing to take in."""
    return {header: "ignore" for header in table.headers if header in (*OWN_COLUMNS, NUMBER)}


def _insist_on_a_name(file: str, table: importers.Table, columns: list[mapping.Column]) -> None:
    """A sheet in which no column names anybody would be rejected row by row; say so before anything is read."""
    if any(column.field in NAMING for column in columns):
        return
    headers = ", ".join(repr(column.name) for column in columns[:8]) + (" ..." if len(columns) > 8 else "")
    what = (
        "no header row was found"
        if not any(table.headers)
        else "no column is known as a name, company, e-mail or phone"
    )
    raise BadFile(
        f"{file}: {what}; say which is which, for example --map {columns[0].name + '=full_name'!r} (columns: {headers})"
    )


def _signature(result: Result, request: Request) -> tuple[str, str]:
    """What tells an earlier import under the same headers, and whether it read them as this one does."""
    read = {
        "columns": [[column.field, column.use, column.inverted] for column in result.columns],
        "source": request.source,
        "campaign": request.campaign,
        **({"country": result.country} if request.country or result.american else {}),
        **({"elsewhere": True} if result.elsewhere else {}),
    }
    return json.dumps(result.table.headers, ensure_ascii=False), json.dumps(read, ensure_ascii=False)


def _count(result: Result, plan: Plan) -> None:
    result.created += plan.created
    result.updated += plan.updated
    result.unchanged += plan.unchanged
    result.duplicates += plan.duplicates
    result.differing, result.differences = plan.differing, plan.differences


def _publish(office: Office, batch: Batch, request: Request, result: Result, plan: Plan) -> None:
    store = office.store
    store.intake.complete(plan.completions)
    store.campaigns.make_waiting(batch, store.intake.named())
    first_stage = store.stages.all()[0]["id"]
    result.answered = 0
    if store.intake.publish(batch, first_stage):
        result.answered = store.targets.answered_in(batch)
        store.facts.refresh_batch(batch.id, many=store.intake.in_bulk)
    for lead, values in plan.changes.items():
        store.leads.change(batch, lead, store.leads.stored(batch, values))
    result.batch = batch.id
    if store.intake.says("owner"):
        result.strangers = store.assignments.give_owners(batch)
        store.facts.assigned_in(batch.id)
    if request.overrides:
        store.mappings.remember(batch, result.table.headers, request.overrides, Path(result.file).name)
    store.intake.record(batch.id, result.file, result.table.sheet, *_signature(result, request), result.counts())
    batch.summary = f"{Path(result.file).name}: {plan.created} created, {plan.updated} updated"
    if request.assign:
        owned = store.assignments.given_in(batch.id)
        result.assigned = assigning.within(office, batch, {*store.intake.leads(), *result.seen})
        result.assigned.count(owned)
    if not request.dry_run:
        alerting.tell(office, batch)
