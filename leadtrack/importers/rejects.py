"""Rejected rows, written so that they can be corrected and imported again."""

import csv
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from leadtrack.errors import BadFile
from leadtrack.formulas import guard

# The columns that a file of rejected rows has beside the original ones; mapping passes them over.
OWN_COLUMNS = ("_row", "_field", "_reason")


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that was not taken in: its number in the file, the column at fault ("" for the row as a whole), and why."""

    row: int
    field: str
    reason: str
    cells: list[str]


def write_rejects(file: str, wanted: str | None, headers: Sequence[str | None], rejects: Sequence[Reject]) -> str:
    """Write the rows as CSV: the original columns, then OWN_COLUMNS. Returns where they are.

    That is `wanted`, else `<file>.rejected.csv` beside the source, or in the current folder where that cannot be
    written. A file of rejected rows that is being corrected is not overwritten: the next number is taken.
    """
    if wanted is not None:
        _write(Path(wanted), headers, rejects)
        return wanted
    source = Path("stdin" if file == "-" else file)
    for folder in (source.parent, Path()):
        place = _free(folder / f"{source.name}.rejected.csv", headers, rejects)
        try:
            _write(place, headers, rejects)
        except BadFile:
            if folder == Path():
                raise
        else:
            return str(place)
    raise AssertionError("the loop returns or raises")


def _free(place: Path, headers: Sequence[str | None], rejects: Sequence[Reject]) -> Path:
    """`place`, or with a number where another content stands there already."""
    number, found = 2, place
    while found.exists() and found.read_bytes() != _text(headers, rejects):
        found = place.with_name(f"{place.name.removesuffix('.rejected.csv')}.{number}.rejected.csv")
        number += 1
    return found


def _write(place: Path, headers: Sequence[str | None], rejects: Sequence[Reject]) -> None:
    if place.is_symlink():
        raise BadFile(f"{place} is a link; name the file itself with --rejects")
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as handle:
            handle.write(_text(headers, rejects))
        part.replace(place)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise BadFile(
            f"{place}: rejected rows cannot be written there ({(error.strerror or str(error)).lower()});"
            " name another file with --rejects"
        ) from error


def _text(headers: Sequence[str | None], rejects: Sequence[Reject]) -> bytes:
    lines = _Lines()
    writer = csv.writer(lines)
    width = len(headers)
    writer.writerow([*(guard(header or "") for header in headers), *OWN_COLUMNS])
    for reject in rejects:
        cells = [*reject.cells, *[""] * (width - len(reject.cells))][:width]
        writer.writerow([*map(guard, cells), reject.row, guard(reject.field), guard(reject.reason)])
    return "".join(lines).encode("utf-8", "surrogatepass")


class _Lines(list[str]):
    """What csv.writer writes to. Told to end lines in a line feed, it would leave a lone carriage return unquoted."""

    def write(self, line: str) -> None:
        self.append(line.removesuffix("\r\n") + "\n")
