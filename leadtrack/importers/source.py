"""What an importer is given (a Source) and what it gives back (Sheets): the whole of the plug-in contract.

A sheet is a grid of text before anybody has looked for a table in it. Row numbers count from 1 as the person sees them
in the file; cells are text as the sheet shows them.
"""

import codecs
import os
import shutil
import sys
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from leadtrack.errors import BadFile

HEAD_BYTES = 1 << 16
Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Source:
    """A file to read: `name` is the path as the person gave it ("-" for standard input), `path` where the bytes are."""

    name: str
    path: Path
    head: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """One grid. `rows()` starts anew at each call; rows may differ in length and may be blank.

    `headers` are given by formats that name their columns themselves (vCard, JSON); otherwise they are looked for.
    `kind` is what the file is, where that is not the importer's name.
    `guarded` says that cells may carry the apostrophe with which leadtrack defuses formulas in its own exports.
    """

    name: str
    rows: Callable[[], Iterator[Row]]
    headers: tuple[str, ...] | None = None
    visible: bool = True
    guarded: bool = False
    kind: str = ""
    notes: tuple[str, ...] = ()


class Importer(Protocol):
    """A kind of source. Third parties register an instance under the entry point group "leadtrack.importers".

    `identify` answers from 0 (not mine) to 1 (certainly mine), from the first 64 KiB and the file's name; the highest
    claim wins, two equal highest claims are an error. `read` may raise BadFile. `isolated` importers run in a child
    process with bounded memory and time, as everything does that hands untrusted bytes to a parser of a rich format.
    """

    name: str
    isolated: bool

    def identify(self, head: bytes, name: str) -> float: ...

    def read(self, source: Source) -> Iterable[Sheet]: ...


def opened(name: str) -> Source:
    """The source called `name`: a path, or "-" for standard input, which is spooled to a temporary file."""
    path = Path(name)
    spooled = name == "-"
    try:
        if spooled:
            path = _spool(sys.stdin.buffer)
        if path.is_dir():
            raise BadFile(f"{name}: is a folder, not a file")
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
            if _short_mark(head):
                path, spooled = _spool(file, 2), True
                head = head[2:]
    except FileNotFoundError:
        raise BadFile(f"{name}: there is no such file; check the path") from None
    except OSError as error:
        raise BadFile(f"{name}: cannot be read ({error.strerror or error})") from None
    source = Source(name, path, head)
    if spooled:
        weakref.finalize(source, path.unlink, missing_ok=True)
    return source


def _spool(stream: IO[bytes], start: int | None = None) -> Path:
    """A temporary file, readable by its owner alone, with what the stream holds (from `start` on)."""
    handle, name = tempfile.mkstemp(prefix="leadtrack-")
    if start is not None:
        stream.seek(start)
    with os.fdopen(handle, "wb") as file:
        shutil.copyfileobj(stream, file)
    return Path(name)


def _short_mark(head: bytes) -> bool:
    """UTF-32 behind the two bytes that mark UTF-16, as some programs write it."""
    if not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    first = [byte != 0 for byte in head[2:6]]
    return first in ([True, False, False, False], [False, False, False, True])
