"""A progress bar on standard error, for work that takes longer than a second."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from leadtrack.render.escapes import safe

if TYPE_CHECKING:
    from rich.progress import Progress

SHOWN_AFTER = 1.0  # seconds
DRAWN_EVERY = 0.1


@contextmanager
def progress(total: int | None, label: str, *, enabled: bool) -> Iterator[Callable[[int], None]]:
    """Gives `advance(n)`, to be called as n more of `total` are done (None: nobody knows of how many).

    With `enabled` (the caller knows whether standard error is a terminal) the bar shows rate and time left, and goes
    away at the end. Otherwise nothing is shown, and rich is not even loaded.
    """
    started = monotonic()
    done, due = 0, started + SHOWN_AFTER
    bar: Progress | None = None

    def advance(n: int) -> None:
        nonlocal done, due, bar
        done += n
        now = monotonic()
        if now < due:
            return
        due = now + DRAWN_EVERY
        if bar is None:
            bar = _bar(total, label)
            bar.start()
        bar.update(bar.task_ids[0], completed=done, rate=f"{done / (now - started):,.0f}/s")

    def count_only(n: int) -> None:
        pass

    try:
        yield advance if enabled else count_only
    finally:
        if bar is not None:
            bar.stop()


def _bar(total: int | None, label: str) -> "Progress":
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    time = TimeElapsedColumn() if total is None else TimeRemainingColumn()
    columns = [
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", markup=False),
        time,
    ]
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task(safe(label), total=total, rate="")
    return bar
