"""Reminders from a sheet: those of the system a team used before, open and done, also of days long past."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import islice
from typing import Any, NamedTuple

from leadtrack import importers, moments, reminders
from leadtrack.actions import Office, finding, promises
from leadtrack.dates import BadDate
from leadtrack.errors import BadFile, BadRequest
from leadtrack.importers.rejects import Reject, write_rejects
from leadtrack.instants import from_iso, iso
from leadtrack.periods import begins

# what a column is for -> how other programs head it; the first is the name in the documentation
COLUMNS = {
    "lead": (
        "lead",
        "lead id",
        "lead number",
        "email",
        "e-mail",
        "email address",
        "contact",
        "customer",
        "name",
        "who",
    ),
    "due": ("due", "due date", "due at", "when", "date", "remind on", "remind at", "reminder date", "follow-up date"),
    "text": ("text", "what", "task", "subject", "reminder", "note", "title", "description"),
    "rep": ("rep", "owner", "assigned to", "for"),
    "priority": ("priority",),
    "done": ("done", "completed", "done at", "completed at", "completed on", "status"),
}
NEEDED = ("lead", "due", "text")
YES, NO = (
    ("yes", "y", "x", "true", "1", "done", "completed", "closed"),
    ("", "no", "n", "false", "0", "open", "pending"),
)
SAMPLE = 2_000


class _Row(NamedTuple):
    lead: int
    due: promises.Due
    text: str
    rep: int | None
    priority: str
    done_at: str | None


def take_in(office: Office, file: str, *, dry_run: bool) -> dict[str, Any]:
    """Take reminders in; the same sheet again adds nothing. Rows that cannot be read go into a file of their own."""
    table = importers.read(file)
    column = _columns(file, table.headers)
    rows = list(table.rows())
    read = _dates(office, [_cell(cells, column["due"]) for _, cells in islice(rows, SAMPLE)])
    wanted: list[_Row] = []
    rejects: list[Reject] = []
    for number, cells in rows:
        cell = {name: _cell(cells, at) for name, at in column.items()}
        field = "lead"
        try:
            lead = finding.lead(office, cell["lead"])
            field = "due"
            due = read(cell["due"])
            field = "text"
            if not cell["text"]:
                raise BadRequest("there is nothing to be done in it")
            field = "rep"
            rep = finding.rep(office, cell["rep"])["id"] if cell.get("rep") else finding.whose(office, lead)
            field = "priority"
            priority = reminders.priority(cell.get("priority", ""))
            field = "done"
            done_at = _done(office, cell.get("done", ""), due, read)
        except BadRequest as error:
            rejects.append(Reject(number, table.headers[column[field]] or field, str(error), list(cells)))
            continue
        wanted.append(_Row(lead, due, cell["text"], rep, priority, done_at))
    batch, created = _write(office, file, wanted, dry_run)
    place = write_rejects(file, None, table.headers, rejects) if rejects and not dry_run else None
    return {
        "batch": batch, "file": file, "rows": len(rows), "created": created,
        "known": len(wanted) - created, "rejected": len(rejects), "rejects_file": place,
    }  # fmt: skip


def _write(office: Office, file: str, wanted: Sequence[_Row], dry_run: bool) -> tuple[int | None, int]:
    """The batch, and how many of the rows were new."""
    seen: set[tuple[int, str, str]] = set()
    created = 0
    store = office.store.reminders

    def is_new(row: _Row) -> bool:
        key = (row.lead, "again" if row.due.repeats else iso(row.due.at), row.text)
        if key in seen or store.has(row.lead, None if row.due.repeats else iso(row.due.at), row.text):
            return False
        seen.add(key)
        return True

    if dry_run:
        return None, sum(map(is_new, wanted))
    with office.batch("remind import") as batch:
        for row in wanted:
            if not is_new(row):
                continue
            at, rule = iso(row.due.at), row.due.repeats
            store.add(
                batch, row.lead, rep=row.rep, due_at=at, whole_day=row.due.whole_day, text=row.text,
                priority=row.priority, repeats=rule and rule.words, occurs_at=at if rule else None, done_at=row.done_at,
            )  # fmt: skip
            created += 1
        batch.summary = f"{created} reminders from {file}"
    return (batch.id if batch.touched else None), created


def _dates(office: Office, sample: Sequence[str]) -> Callable[[str], promises.Due]:
    """What reads the due column: a sheet's dates in the one order of the whole column, else as people say it."""
    order = moments.date_order(sample, office.country)

    def read(text: str) -> promises.Due:
        if not text:
            raise BadDate("it has no date")
        found = moments.moment(text, order, office.zone)
        if found is None:
            return promises.read_due(office, text)
        if len(found) > 10:
            return promises.Due(from_iso(found), False)
        return promises.Due(begins(from_iso(found).date(), office.zone), True)

    return read


def _done(office: Office, text: str, due: promises.Due, read: Callable[[str], promises.Due]) -> str | None:
    """When it was done, in UTC; None while it is open. Raises BadRequest for a time to come."""
    word = text.casefold()
    if word in NO:
        return None
    if word in YES:
        return iso(min(due.at, office.now))
    when = read(text)
    if when.at > office.now:
        raise BadRequest(f"{text!r} has not come yet; a reminder that is open has nothing there")
    # of a day alone its noon, as with --at
    return iso(min(when.at + timedelta(hours=12), office.now) if when.whole_day else when.at)


def _columns(file: str, headers: Sequence[str | None]) -> dict[str, int]:
    """Which column is for what: the first heading that says so, in the order of COLUMNS."""
    named: dict[str, int] = {}
    for at, header in enumerate(headers):
        named.setdefault(" ".join((header or "").casefold().replace("_", " ").split()), at)
    found = {
        name: next(named[heading] for heading in known if heading in named)
        for name, known in COLUMNS.items()
        if any(heading in named for heading in known)
    }
    missing = [name for name in NEEDED if name not in found]
    if missing:
        raise BadFile(
            f"{file}: no column {', '.join(missing)}; a sheet of reminders has the columns {', '.join(COLUMNS)}"
        )
    return found


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at].strip() if at < len(cells) else ""
