"""From sheets to the one Table that is imported: which sheet, where its table stands, what is passed over."""

import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from leadtrack.errors import BadFile
from leadtrack.formulas import unguard
from leadtrack.importers import table
from leadtrack.importers.source import Row, Sheet, Source
from leadtrack.wording import and_more

SAMPLE = 500
HEAD = 600
TAIL = 40
MAX_COLUMNS = 1000
BLOCK = 64  # small blocks stay in the processor's cache and out of the garbage collector's way


@dataclass(frozen=True, slots=True)
class Table:
    """A table of leads in a file.

    `source` is the path as given, `kind` what the file is, `header_row` counts from 1 (None = no header), `headers` are
    verbatim (None = blank), `sample` holds up to 500 rows. `rows()` streams (row number in the file, cells) from the
    start, each as long as `headers`; it raises BadFile where the file breaks off.
    """

    source: str
    sheet: str
    other_sheets: tuple[str, ...]
    kind: str
    header_row: int | None
    headers: tuple[str | None, ...]
    sample: tuple[tuple[str, ...], ...]
    rows: Callable[[], Iterator[Row]]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet with its first rows and the place of its table."""

    sheet: Sheet
    head: list[Row]
    layout: table.Layout

    @property
    def likeness(self) -> float:
        """How much this looks like a sheet of leads: known headers first, rows second, hidden sheets last."""
        rows = max(0, len(self.head) - self.layout.body)
        score = (self.layout.score + 0.1) ** 2 * math.log2(1 + rows)
        return score if self.sheet.visible else score * 0.05


class Unforeseen(Exception):
    """A row that the first rows gave no reason to expect: the table must be read again, surveyed to its end."""


def choose(kind: str, source: Source, sheets: Sequence[Sheet], wanted: str | None, *, trusting: bool = False) -> Table:
    """The table of the sheet `wanted` (its name or number), or else of the one most like a list of leads.

    What stands far below (wider rows, a header that comes again, totals) is found by a look at all rows. `trusting`
    leaves that out where the table is long: `rows()` then raises Unforeseen when it comes upon such a row.
    """
    found = [_found(sheet) for sheet in (sheets if wanted is None else [_named(source, sheets, wanted)])]
    best = max(found, key=lambda each: each.likeness, default=None)
    if best is None or not any(any(map(str.strip, cells)) for _, cells in best.head):
        raise BadFile(f"{source.name}: is empty; there is no table in it")
    return _table(kind, source, best, tuple(sheet.name for sheet in sheets if sheet is not best.sheet), trusting)


def _named(source: Source, sheets: Sequence[Sheet], wanted: str) -> Sheet:
    for same in (str, str.casefold):
        for sheet in sheets:
            if sheet.name and same(sheet.name) == same(wanted):
                return sheet
    if wanted.isdecimal() and 1 <= int(wanted) <= len(sheets) and any(sheet.name for sheet in sheets):
        return sheets[int(wanted) - 1]
    names = ", ".join(repr(sheet.name) for sheet in sheets if sheet.name)
    raise BadFile(f"{source.name}: has no sheet {wanted!r}" + (f"; it has {names}" if names else ", it has no sheets"))


def _found(sheet: Sheet) -> _Found:
    from leadtrack.fields import known

    head = list(islice(sheet.rows(), HEAD))
    if sheet.headers is not None:
        width = len(sheet.headers)
        score = sum(known(header) is not None for header in sheet.headers)
        return _Found(sheet, head, table.Layout(None, 0, 0, width, sheet.headers, score))
    numbers, rows = [number for number, _ in head], [cells for _, cells in head]
    if sheet.guarded:
        rows = [[unguard(cell) for cell in cells] for cells in rows]
    return _Found(sheet, head, table.find(numbers, rows, known))


@dataclass(slots=True)
class _Survey:
    """What only a look at every row tells: the columns really used, the last rows, where the header comes again.

    `even` says that every row is exactly as long as the table is wide.
    """

    first: int
    end: int
    tail: deque[Row]
    repeats: list[int]
    even: bool = True


def _survey(rows: Iterable[Row], layout: table.Layout, header: list[str] | None) -> _Survey:
    found = _Survey(layout.first, layout.end, deque(maxlen=TAIL), [])
    lengths: set[int] = set()
    stream = iter(rows)
    while block := list(islice(stream, BLOCK)):
        cells = [row for _, row in block]
        lengths.update(map(len, cells))
        if max(lengths) > found.end:
            for row in cells:
                if any(row[found.end :]):
                    found.end = max(place for place, cell in enumerate(row, 1) if cell.strip() or place <= found.end)
        if found.first:
            for row in cells:
                if any(map(str.strip, row[: found.first])):
                    found.first = min(place for place, cell in enumerate(row) if cell.strip())
        if header is not None and header in cells:
            found.repeats += [number for number, row in block if row == header]
        found.tail.extend(row for row in block[-TAIL:] if any(map(str.strip, row[1])))
    found.even = found.first == 0 and lengths <= {found.end}
    return found


def _table(kind: str, source: Source, best: _Found, others: tuple[str, ...], trusting: bool) -> Table:
    sheet, layout = best.sheet, best.layout
    header = best.head[layout.header][1] if layout.header is not None else None
    skipped = best.head[layout.body - 1][0] if layout.body else 0
    trusting = trusting and sheet.headers is None and layout.first == 0 and len(best.head) == HEAD
    survey = _survey(_body(sheet, skipped, iter(best.head)) if trusting else _body(sheet, skipped), layout, header)
    first, end = survey.first, survey.end
    if end - first > MAX_COLUMNS:
        raise BadFile(
            f"{source.name}: has {end - first:,} columns, more than a list of leads can have ({MAX_COLUMNS:,}); "
            "delete those that are not needed and import again"
        )
    headers = (None,) * (layout.first - first) + layout.headers + (None,) * (end - layout.end)
    # of a head alone the last rows are no footer
    below = [] if trusting or sheet.headers is not None else table.footer(list(survey.tail), end - first)
    dropped = frozenset([*survey.repeats, *(number for number, _ in below)])

    def rows() -> Iterator[Row]:
        body = _body(sheet, skipped)
        if dropped:
            body = (row for row in body if row[0] not in dropped)
        if trusting:
            body = _watched(body, end, header)
        elif not survey.even:
            body = _evened(body, first, end)
        if sheet.guarded:
            body = ((number, [unguard(cell) if cell[:1] == "'" else cell for cell in row]) for number, row in body)
        return body

    notes = [f"sheet {sheet.name!r} of {len(others) + 1}"] if others and sheet.name else []
    notes += [*sheet.notes, *layout.notes]
    if survey.repeats:
        notes.append(f"the header comes again in {_rows(survey.repeats)}, passed over")
    notes += [f"row {number} below the table passed over: {_short(said)}" for number, said in below]
    sample = tuple(tuple(cells) for _, cells in islice(rows(), SAMPLE))
    row_number = best.head[layout.header][0] if layout.header is not None else None
    return Table(source.name, sheet.name, others, sheet.kind or kind, row_number, headers, sample, rows, tuple(notes))


def _body(sheet: Sheet, skipped: int, rows: Iterator[Row] | None = None) -> Iterator[Row]:
    """The rows (all, or these) below number `skipped` that are not blank. A million rows pass through this loop."""
    rows = sheet.rows() if rows is None else rows
    if skipped:
        for number, _ in rows:
            if number >= skipped:
                break
    for pair in rows:
        row = pair[1]
        if (row and row[0].strip()) or any(map(str.strip, row)):
            yield pair


def _watched(rows: Iterator[Row], end: int, header: list[str] | None) -> Iterator[Row]:
    """The rows, each of `end` columns. Raises Unforeseen for what a survey would have found."""
    tail: deque[Row] = deque(maxlen=TAIL)
    while block := list(islice(rows, BLOCK)):
        cells = [row for _, row in block]
        lengths = set(map(len, cells))
        if max(lengths) > end and any(any(map(str.strip, row[end:])) for row in cells):
            raise Unforeseen
        if header is not None and header in cells:
            raise Unforeseen
        tail.extend(block[-TAIL:])
        if lengths == {end}:
            yield from block
        else:
            yield from _evened(iter(block), 0, end)
    if table.footer(list(tail), end):
        raise Unforeseen


def _evened(rows: Iterator[Row], first: int, end: int) -> Iterator[Row]:
    """The columns [first, end) of each row, filled up with blanks."""
    width = end - first
    padding = [""] * width
    for number, row in rows:
        yield number, (row[first:end] + padding)[:width] if first or len(row) != width else row


def _rows(numbers: Sequence[int]) -> str:
    return ("row " if len(numbers) == 1 else "rows ") + and_more([str(number) for number in numbers], 10)


def _short(said: str) -> str:
    said = " ".join(said.split())
    return repr(said if len(said) <= 60 else said[:57] + "...")
