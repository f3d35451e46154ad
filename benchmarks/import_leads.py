"""How long an import takes, beside `sqlite3 DB ".import --csv"` of the same file in the same run.

    python benchmarks/import_leads.py [--rows 10000 100000] [--xlsx] [--runs 3] [--seed 1]

Told of each size: CPU as ratios to that floor, of reading alone, of the whole process, of what SQLite does within it,
of the same file again; the highest memory; and how long nobody else could write, seen from a second process that keeps
trying to.
"""

import argparse
import contextlib
import io
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from measure import LEADTRACK, PYTHON, Cost, median, run, table

READ = "import csv, sys\nfor row in csv.reader(open(sys.argv[1], encoding='utf-8', newline='')): pass"
GENERATOR = str(Path(__file__).with_name("generator.py"))


def remove(db: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        db.with_name(db.name + ending).unlink(missing_ok=True)


def probe(path: str) -> None:
    """Try to write every two milliseconds until standard input closes; print the longest time in vain, in seconds."""
    import threading

    asked_to_stop = threading.Thread(target=sys.stdin.read, daemon=True)
    asked_to_stop.start()
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    longest, since = 0.0, None
    while asked_to_stop.is_alive():
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
            since = None
        except sqlite3.OperationalError:
            since = since or time.perf_counter()
            longest = max(longest, time.perf_counter() - since)
        time.sleep(0.002)
    print(longest)


def inside(path: str, sheet: str) -> None:
    """Import a sheet and print the CPU that went into statements, in seconds: what it is to store what is clean."""
    spent = 0.0

    class Timed(sqlite3.Connection):
        def execute(self, *given):
            return self._timed(super().execute, *given)

        def executemany(self, *given):
            return self._timed(super().executemany, *given)

        def _timed(self, statement, *given):
            nonlocal spent
            since = time.process_time()
            try:
                return statement(*given)
            finally:
                spent += time.process_time() - since

    from leadtrack import cli

    connect = sqlite3.connect
    with (
        mock.patch.object(sqlite3, "connect", lambda *given, **more: connect(*given, factory=Timed, **more)),
        contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())),
    ):
        assert cli.run(["--db", path, "import", sheet]) in (0, 3)
    print(spent)


def locked(command: list[str], db: Path) -> float:
    """How long at most another writer had to wait while `command` ran, in seconds."""
    prober = subprocess.Popen(
        [PYTHON, __file__, "--probe", str(db)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        run(command)
    finally:
        told, _ = prober.communicate()
    return float(told)


def measured(sheet: Path, plain: Path, folder: Path, runs: int) -> tuple[dict[str, Cost], float, float]:
    """What each step costs, the median of `runs` in turns; for how many seconds others were locked out; how many SQLite
    took, the median of as many."""
    db, floor = folder / "team.db", folder / "floor.db"
    command = [LEADTRACK, "--db", str(db), "import", str(sheet)]
    steps: dict[str, tuple[Callable[[], object], list[str]]] = {
        "floor": (lambda: remove(floor), ["sqlite3", str(floor), f".import --csv {plain} leads"]),
        "read": (lambda: None, [PYTHON, "-c", READ, str(plain)]),
        "first": (lambda: remove(db), command),
        "again": (lambda: None, command),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in steps}
    for _ in range(runs):
        for name, (prepare, step) in steps.items():
            prepare()
            costs[name].append(run(step))
    remove(db)
    run([LEADTRACK, "--db", str(db), "info"])  # makes the file that the prober opens
    lock = locked(command, db)
    stored = []
    for _ in range(runs):
        remove(db)
        told = subprocess.run([PYTHON, __file__, "--inside", str(db), str(sheet)], capture_output=True, check=True)
        stored.append(float(told.stdout))
    return {name: median(several) for name, several in costs.items()}, lock, statistics.median(stored)


def main() -> None:
    parser = argparse.ArgumentParser(description="CPU and memory of imports, as ratios to sqlite3's own.")
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--xlsx", action="store_true", help="measure workbooks of the same rows, too")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--probe", help=argparse.SUPPRESS)
    parser.add_argument("--inside", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        inside(*given.inside)
        return
    if given.probe:
        probe(given.probe)
        return
    lines = []
    for rows in given.rows:
        for ending in ("csv", "xlsx") if given.xlsx else ("csv",):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                plain, sheet = folder / "leads.csv", folder / f"leads.{ending}"
                for path in {plain, sheet}:
                    # in a process of its own: what it needs of memory must not be counted as the import's
                    run([PYTHON, GENERATOR, str(path), "--rows", str(rows), "--seed", str(given.seed)])
                told, lock, stored = measured(sheet, plain, folder, given.runs)
            floor, first, again, read = (told[key] for key in ("floor", "first", "again", "read"))
            lines.append(
                [
                    f"{rows:,} {ending}",
                    f"{floor.cpu:.2f}",
                    f"{read.cpu / floor.cpu:.1f}",
                    f"{first.cpu / floor.cpu:.1f}",
                    f"{stored / floor.cpu:.1f}",
                    f"{again.cpu / floor.cpu:.1f}",
                    f"{again.cpu / first.cpu:.2f}",
                    f"{first.cpu:.2f}",
                    f"{first.wall:.1f}",
                    f"{first.peak:.0f}",
                    f"{lock:.2f}",
                ]
            )
    print(
        table(
            [
                "rows",
                ".import s",
                "csv.reader x",
                "import x",
                "SQLite x",
                "again x",
                "again / first",
                "CPU s",
                "wall s",
                "MiB",
                "lock s",
            ],
            lines,
        )
    )


if __name__ == "__main__":
    main()
