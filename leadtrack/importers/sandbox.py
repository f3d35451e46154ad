"""The parent's side of reading in a child process: start it, wait with a clock, pass its rows on.

The child (child.py) answers in frames (frames.py): first the table without its rows, then the rows by the hundred.
Frames are copied into a spool, so that the rows can be read again without a second parse.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO

from leadtrack.errors import BadFile
from leadtrack.importers.frames import receive, unpacked
from leadtrack.importers.package import content_size
from leadtrack.importers.sheets import Table
from leadtrack.importers.source import Importer, Row, Source

MEGABYTE = 1_000_000
PACKAGE = Path(__file__).parents[2]
# An honest workbook of 500,000 rows (300 MB of XML) takes 615 MB and, until its first row comes, 6 s of processor time.
MEMORY = 260 * MEGABYTE
MEMORY_PER_BYTE = 4
SECONDS = 6.0
SECONDS_PER_MEGABYTE = 0.1
PATIENCE = 3  # seconds by the clock for one of processor time, on a busy machine


def isolated(importer: Importer, source: Source, sheet: str | None) -> Table:
    """The table of a source, read by `importer` in a child with bounded memory and time."""
    size = content_size(source)
    seconds = SECONDS + SECONDS_PER_MEGABYTE * size / MEGABYTE
    request = {
        "importer": importer.name,
        "name": source.name,
        "path": str(source.path.absolute()),
        "sheet": sheet,
        "memory": MEMORY + MEMORY_PER_BYTE * size,
        "seconds": seconds,
    }
    feed = Feed(source, request, seconds)
    told = feed.first()
    return Table(
        source.name,
        told["sheet"],
        tuple(told["other_sheets"]),
        told["kind"],
        told["header_row"],
        tuple(told["headers"]),
        tuple(map(tuple, told["sample"])),
        feed.rows,
        tuple(told["notes"]),
    )


class Feed:
    """The frames of one child, kept in a spool as they come in."""

    def __init__(self, source: Source, request: dict[str, Any], seconds: float) -> None:
        self._source = source  # keeps a spooled standard input from being deleted
        path = os.pathsep.join(filter(None, [str(PACKAGE), os.environ.get("PYTHONPATH")]))
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", "leadtrack.importers.child", json.dumps(request)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": path},
        )
        self._late = threading.Event()
        self._clock = threading.Timer(PATIENCE * seconds, _give_up, (self._child, self._late))
        self._clock.daemon = True
        self._clock.start()
        self._spool = tempfile.TemporaryFile(prefix="leadtrack-")  # noqa: SIM115 - lives as long as the feed
        self._ends: list[int] = []
        self._finished = False
        weakref.finalize(self, _stop, self._child, self._clock, self._spool)

    def first(self) -> dict[str, Any]:
        """The table without rows. Raises BadFile with what the child says, or with what became of it."""
        frame = self._pull()
        self._clock.cancel()
        if frame is None:
            raise BadFile(f"{self._source.name}: {self._fate()}")
        told: dict[str, Any] = json.loads(frame)
        if "error" in told:
            raise BadFile(told["error"])
        self._ends.clear()  # rows begin here
        self._spool.seek(0)
        self._spool.truncate()
        return told

    def rows(self) -> Iterator[Row]:
        """All rows from the start: out of the spool as far as it goes, then as the child sends them."""
        place = 0
        while True:
            if place < len(self._ends):
                start = self._ends[place - 1] if place else 0
                self._spool.seek(start)
                frame: bytes | None = self._spool.read(self._ends[place] - start)
            else:
                frame = self._pull()
            if frame is None:
                if not self._finished:
                    raise BadFile(f"{self._source.name}: {self._fate()}")
                return
            place += 1
            if frame.startswith(b"{"):
                told = json.loads(frame)
                if "error" in told:
                    raise BadFile(told["error"])
                self._finished = True
                return
            yield from unpacked(frame)

    def _pull(self) -> bytes | None:
        """The next frame off the pipe, spooled; None where the child is done or dead."""
        pipe: BinaryIO = self._child.stdout  # type: ignore[assignment]  # it was opened with stdout=PIPE
        frame = receive(pipe)
        if frame is None:
            return None
        self._spool.seek(0, 2)
        self._spool.write(frame)
        self._ends.append(self._spool.tell())
        return frame

    def _fate(self) -> str:
        """Why the child died, in words for the person."""
        code = self._child.wait()
        if self._late.is_set() or code == -getattr(signal, "SIGXCPU", 24):
            return (
                "takes far longer to read than its size allows and was given up; "
                "save the list alone as CSV and import that"
            )
        return (
            "needs far more memory than its size allows and was given up; is there a stray cell far below or beside "
            "the table? Delete the empty rows and columns around it (or save the list as CSV), and import again"
        )


def _give_up(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _stop(child: subprocess.Popen[bytes], clock: threading.Timer, spool: IO[bytes]) -> None:
    clock.cancel()
    child.kill()
    if child.stdout:
        child.stdout.close()
    child.wait()
    spool.close()
