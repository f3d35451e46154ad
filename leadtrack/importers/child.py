"""The child's side: read one source with limits on memory and time, and send its table to standard output.

    python -m leadtrack.importers.child '{"importer": ..., "name": ..., "path": ..., "sheet": ..., "memory": ..., ...}'

The request is made, and the answer read, in sandbox.py. Memory is in bytes.
"""

import gc
import json
import math
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from leadtrack.errors import BadFile
from leadtrack.importers.frames import packed, send, words
from leadtrack.importers.sheets import SAMPLE, Table, choose
from leadtrack.importers.source import HEAD_BYTES, Row, Source

MAX_CELL = 1_000_000
BLOCK = 500
EXPECTED_DEATHS = (BrokenPipeError, KeyboardInterrupt)


def limit(memory: int, seconds: float) -> None:
    """Bound this process's address space (bytes) and CPU time, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is all there is
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most != resource.RLIM_INFINITY:
        memory = min(memory, most)
    resource.setrlimit(resource.RLIMIT_AS, (memory, most))
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds), math.ceil(seconds * 10)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def relax() -> None:
    """More CPU time, once the file has proved readable: the rest is a matter of its length."""
    with suppress(ImportError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))


def bounded(source: str, rows: Iterator[Row]) -> Iterator[list[Row]]:
    """Rows in blocks; a cell beyond bounds is a BadFile with its row."""
    while block := list(islice(rows, BLOCK)):
        for number, row in block:
            if max(map(len, row), default=0) > MAX_CELL:
                raise BadFile(
                    f"{source}: row {number} holds a cell of more than {MAX_CELL:,} characters; "
                    "shorten it and import again"
                )
        yield block


def read(request: dict[str, Any]) -> Table:
    """The table that the request asks for."""
    from leadtrack.importers.registry import importers

    path = Path(request["path"])
    with path.open("rb") as file:
        source = Source(request["name"], path, file.read(HEAD_BYTES))
    importer = next(each for each in importers() if each.name == request["importer"])
    return choose(importer.name, source, list(importer.read(source)), request["sheet"])


def serve(request: dict[str, Any], out: BinaryIO) -> None:
    """Send the table, its rows, and the end; or what is wrong with the file."""
    name = request["name"]
    try:
        limit(request["memory"], request["seconds"])
        table = read(request)
        for first in (iter([(table.header_row or 0, [header or "" for header in table.headers])]), table.rows()):
            deque(bounded(name, islice(first, SAMPLE)), maxlen=0)
        head = {place: getattr(table, place) for place in ("sheet", "other_sheets", "kind", "header_row", "headers")}
        send(out, words(head | {"sample": table.sample, "notes": table.notes}))
        out.flush()
        relax()
        for block in bounded(name, table.rows()):
            send(out, packed(block))
        send(out, words({"end": True}))
    except BadFile as error:
        send(out, words({"error": str(error)}))
    except RecursionError:
        said = f"{name}: is nested too deeply for a list of leads; save it as CSV and import that"
        send(out, words({"error": said}))
    except (Exception, BaseExceptionGroup) as error:
        if isinstance(error, (MemoryError, *EXPECTED_DEATHS)):
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())[:160]
        send(out, words({"error": f"{name}: cannot be read ({what}); save the list as CSV and import that"}))
    out.flush()


if __name__ == "__main__":
    gc.disable()  # rows make no cycles, and a hundred thousand lists keep the collector busy for nothing
    try:
        serve(json.loads(sys.argv[1]), sys.stdout.buffer)
    except EXPECTED_DEATHS:
        sys.exit(1)
