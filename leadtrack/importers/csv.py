"""Delimited text: csv, tsv, txt, whatever it calls itself.

The delimiter is the one that cuts most lines into the same number of cells. Reading streams through the standard
library's csv module, which is the floor of what Python can do; a first pass has looked for what would make it lie (a
quote that is never closed, a cell that swallows rows).
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any

from leadtrack.errors import BadFile
from leadtrack.formulas import GUARDED
from leadtrack.importers import text
from leadtrack.importers.source import Row, Sheet, Source

MAX_CELL = 1_000_000
NAMES = (".csv", ".tsv", ".txt", ".tab")
DELIMITERS = ",;\t|:"
SEP_LINE = re.compile(r'\A"?sep=(.)"?\s*?(\r\n|\r|\n|\Z)', re.IGNORECASE)
BLOCK = 64  # small blocks stay in the processor's cache and out of the garbage collector's way


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the text is cut: the csv module's parameters, how wide most rows are, and lines to pass over at the top."""

    delimiter: str
    width: int = 1
    quotechar: str = '"'
    escapechar: str | None = None
    skipinitialspace: bool = False
    sep_line: bool = False

    def parameters(self) -> dict[str, Any]:
        return {
            "delimiter": self.delimiter,
            "quotechar": self.quotechar,
            "escapechar": self.escapechar,
            "skipinitialspace": self.skipinitialspace,
        }


class Csv:
    """Claims every text that nobody knows better."""

    name = "csv"
    isolated = False

    def identify(self, head: bytes, name: str) -> float:
        if not head.strip() or text.binary(head):
            return 0
        return 0.4 if name.lower().endswith(NAMES) else 0.3

    def read(self, source: Source) -> list[Sheet]:
        encoding = text.encoding_of(source.path, source.head)
        traits = _traits(source, encoding)
        dialect = sniff(source.head.decode(encoding, text.RESCUE).lstrip("\ufeff"))
        rows = partial(_rows, source, encoding, dialect, traits.nulls)
        notes = []
        if encoding not in ("utf-8", "utf-8-sig", "ascii"):
            notes.append(f"read as {encoding}")
        if traits.nulls:
            notes.append("NUL characters left out")
        if traits.quotes % 2 and dialect.quotechar == '"':
            notes += _unclosed(source, encoding, dialect)
        return [Sheet("", rows, guarded=traits.guarded, notes=tuple(notes))]


@dataclass(slots=True)
class _Traits:
    quotes: int = 0
    nulls: bool = False
    guarded: bool = False


def _traits(source: Source, encoding: str) -> _Traits:
    """What a glance over the whole text tells: quotes, NULs, apostrophes that guard formulas."""
    found = _Traits()
    last = ""
    # what is looked for is ASCII: where its bytes stand for nothing else, they are read as they are
    alike = encoding in ("utf-8", "utf-8-sig", "cp1252", "ascii")
    for chunk in text.chunks(source.path, "latin-1" if alike else encoding):
        found.quotes += chunk.count('"')
        found.nulls = found.nulls or "\0" in chunk
        if not found.guarded and "'" in chunk:
            found.guarded = bool(GUARDED.search(last + chunk))
        last = chunk[-1:]
    return found


def sniff(head: str) -> Dialect:
    """The dialect of a text by its first 64 KiB."""
    if told := SEP_LINE.match(head):
        rest = sniff(head[told.end() :])
        return Dialect(told[1], rest.width, sep_line=True)
    lines = head.splitlines(keepends=True)[:400]
    if len(head) > 4096 and len(lines) > 2:
        del lines[-1]  # cut off in the middle
    quote = '"'
    if '"' not in head and sum(head.count(f"'{mark}'") for mark in DELIMITERS) >= len(lines) > 0:
        quote = "'"
    best, width, top = ",", 1, 0.0
    for delimiter in DELIMITERS:
        if delimiter not in head or _is_punctuation(delimiter, lines):
            continue
        lengths = [len(row) for row in _parsed(lines, delimiter, quote) if any(row)]
        common, score = _regularity(lengths)
        if delimiter == ":":
            score *= 0.4  # stands in times and addresses more often than between cells
        if score > top:
            best, width, top = delimiter, common, score
    mark = re.escape(best)
    backslashes = re.search(rf'\\"(?!{mark}|[\r\n]|\Z)', head) and '""' not in head
    spaced = re.search(rf'{mark} +"[^"\r\n]*"\s*?({mark}|[\r\n]|\Z)', head)
    return Dialect(best, width, quote, "\\" if backslashes else None, bool(spaced))


def _is_punctuation(mark: str, lines: list[str]) -> bool:
    """Whether a mark stands within the cells of a single column: "a; b" below a header without it, "https://"."""
    text = "".join(lines[1:])
    times = text.count(mark)
    return bool(times) and mark not in lines[0] and times == text.count(f"{mark} ") + text.count(f"{mark}//")


def _parsed(lines: list[str], delimiter: str, quote: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(lines, delimiter=delimiter, quotechar=quote))
    except csv.Error:
        return rows  # what was cut so far tells enough
    return rows


def _regularity(lengths: list[int]) -> tuple[int, float]:
    """The commonest width above one, and how strongly the rows keep to it."""
    counts = Counter(length for length in lengths if length > 1)
    if not counts:
        return 1, 0.0
    common, times = max(counts.items(), key=lambda item: (item[1] * (item[0] - 1) ** 0.5, item[0]))
    near = sum(count for length, count in counts.items() if abs(length - common) <= 1)
    return common, (times + 0.3 * (near - times)) / len(lengths) * (common - 1) ** 0.5


@contextmanager
def _opened(
    source: Source, encoding: str, dialect: Dialect, nulls: bool, after: tuple[str, ...] = ()
) -> Iterator[tuple[Any, Iterator[Row]]]:
    """The csv reader (for its line_num), and its numbered rows."""
    csv.field_size_limit(MAX_CELL)
    with source.path.open(encoding=encoding, errors=text.RESCUE, newline="") as file:
        lines: Iterator[str] = file
        if nulls:
            lines = (line.replace("\0", "") for line in file)
        if after:
            lines = chain(lines, after)
        reader = csv.reader(lines, **dialect.parameters())
        yield reader, enumerate(reader, 1)


def _rows(source: Source, encoding: str, dialect: Dialect, nulls: bool) -> Iterator[Row]:
    with _opened(source, encoding, dialect, nulls) as (reader, numbered):
        lines = 0
        try:
            if dialect.sep_line:
                next(numbered, None)
                lines = 1
            while block := list(islice(numbered, BLOCK)):
                if reader.line_num - lines != len(block):
                    _check_swallowed(source, block, dialect)
                lines = reader.line_num
                yield from block
        except csv.Error as error:
            raise _complaint(source, error, reader.line_num, *_start(source, encoding, dialect, nulls)) from None


def _start(source: Source, encoding: str, dialect: Dialect, nulls: bool) -> tuple[int, int]:
    """(row, line) at which the row begins that the csv module fails on: read again, one by one."""
    row, line = 1, 1
    with _opened(source, encoding, dialect, nulls) as (reader, numbered), suppress(csv.Error):
        for number, _ in numbered:
            row, line = number + 1, reader.line_num + 1
    return row, line


def _complaint(source: Source, error: csv.Error, end: int, row: int, line: int) -> BadFile:
    where = f"{source.name}: row {row} (line {line})"
    if "field larger" in str(error):
        said = f"{where} holds a cell of more than {MAX_CELL:,} characters"
        if end > line:
            return BadFile(f"{said}, down to line {end}; a quote in line {line} is probably never closed: close it")
        return BadFile(f"{said}; shorten it and import again")
    return BadFile(f"{where} cannot be read ({error}); mend that line and import again")


def _check_swallowed(source: Source, block: list[Row], dialect: Dialect) -> None:
    """A cell that holds several lines cut like rows is no cell: a quote was left open above it."""
    if dialect.width < 3:
        return
    for number, row in block:
        whole = "".join(row)
        if "\n" not in whole and "\r" not in whole:
            continue
        for cell in row:
            inner = cell.splitlines()[1:-1]
            alike = sum(line.count(dialect.delimiter) >= dialect.width - 1 for line in inner)
            if inner and alike >= 0.8 * len(inner):
                raise BadFile(
                    f"{source.name}: a quote opened in row {number} swallows the {len(inner) + 1} lines after it; "
                    "close it (or take it out) and import again"
                )


def _unclosed(source: Source, encoding: str, dialect: Dialect) -> list[str]:
    """An odd number of quotes: is one open at the end of the file? A row put after the last one is swallowed then."""
    beacon = "leadtrack end of file"
    last: Row = (0, [])
    start, lines = 1, 0
    with _opened(source, encoding, dialect, False, ("\n", beacon)) as (reader, numbered):
        try:
            for last in numbered:  # noqa: B007 - the last one is what is looked for
                start, lines = lines + 1, reader.line_num
        except csv.Error as error:
            raise _complaint(source, error, reader.line_num, last[0] + 1, lines + 1) from None
    if last[1] == [beacon]:
        return []
    lost = lines - 2 - start
    if lost > 0:
        raise BadFile(
            f"{source.name}: a quote opened in line {start} is never closed and swallows the {lost} lines after it; "
            "close it (or take it out) and import again"
        )
    return [f"the quote opened in line {start}, the last of the file, is never closed"]
