"""Locks of the system that end with the process which holds them, however it ends.

They stand on files of their own beside the team's: opening and closing that one would drop SQLite's locks on it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_TRIES = 15  # within 0.3 seconds: somebody who only looks holds the lock for a moment


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Hold the lock `path` while the block runs; gives False where another process has it already."""
    file = os.open(path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        mine = _take(file, shared=False)
        for _ in range(_TRIES):
            if mine:
                break
            sleep(0.02)
            mine = _take(file, shared=False)
        yield mine
    finally:
        os.close(file)


def is_held(path: Path) -> bool:
    """Whether some process holds the lock just now."""
    try:
        file = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        return not _take(file, shared=True)
    finally:
        os.close(file)


def _take(file: int, *, shared: bool) -> bool:
    if fcntl is None:
        import msvcrt

        with suppress(OSError):
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            return True
        return False
    with suppress(BlockingIOError):
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        return True
    return False
