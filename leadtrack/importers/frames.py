"""What passes between the child that reads a file and its parent: frames of a length (4 bytes) and so many bytes.

A frame is a JSON object (the table without rows, an error, the end) or a block of rows. Rows go as plain text parted by
control characters, three times faster than JSON; as JSON where a cell holds such a character itself. In neither can a
parser gone wrong say anything that does something.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from leadtrack.importers.source import Row

ROW, CELL = "\x1e", "\x1f"
TEXT = b"T"
KEPT_BLOCK = 200


def send(out: BinaryIO, frame: bytes) -> None:
    out.write(len(frame).to_bytes(4, "big") + frame)


def receive(pipe: BinaryIO) -> bytes | None:
    """The next frame; None where the pipe ends, also within a frame."""
    length = pipe.read(4)
    if len(length) < 4:
        return None
    size = int.from_bytes(length, "big")
    frame = pipe.read(size)
    return frame if len(frame) == size else None


def words(told: object) -> bytes:
    """A frame that is a JSON object."""
    return json.dumps(told).encode("ascii")


def packed(block: Sequence[Row]) -> bytes:
    """A frame of rows, which are all of one length."""
    numbers = [number for number, _ in block]
    rows = [cells for _, cells in block]
    text = ROW.join([",".join(map(str, numbers)), *map(CELL.join, rows)])
    if text.count(ROW) == len(rows) and text.count(CELL) == len(rows) * (len(rows[0]) - 1):
        return TEXT + text.encode("utf-8", "surrogatepass")
    return json.dumps([numbers, rows]).encode("ascii")


def unpacked(frame: bytes) -> Iterator[Row]:
    """The rows of a frame of rows."""
    if not frame.startswith(TEXT):
        numbers, rows = json.loads(frame)
        return zip(numbers, rows, strict=True)
    told, *lines = frame[1:].decode("utf-8", "surrogatepass").split(ROW)
    return zip(map(int, told.split(",")), [line.split(CELL) for line in lines], strict=True)


class Kept:
    """Rows that are costly to make and all of one length: made once, then kept packed."""

    def __init__(self, rows: Callable[[], Iterator[Row]]) -> None:
        self._make: Callable[[], Iterator[Row]] | None = rows
        self._blocks: list[bytes] = []

    def __call__(self) -> Iterator[Row]:
        if self._make is None:
            for block in self._blocks:
                yield from unpacked(block)
            return
        blocks: list[bytes] = []
        rows = self._make()
        while made := list(islice(rows, KEPT_BLOCK)):
            blocks.append(packed(made))
            yield from made
        self._blocks, self._make = blocks, None
