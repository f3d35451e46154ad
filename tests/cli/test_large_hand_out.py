"""Very many leads given at once: killed at any instant all of them have their reps or none, and who reads is not in the
way."""

import contextlib
import random
import shutil
import signal
import sqlite3
import time
from pathlib import Path

import pytest
from running import Program

from leadtrack.actions.assigning import BULK

LEADS = BULK + 1_000
NOBODY, EVERYBODY = (0, 0), (LEADS, LEADS)


@pytest.fixture
def waiting(cli: Program, sheet) -> Program:
    rows = [[f"Lead {n}", f"lead{n}@firm{n}.example", "MA", "02110"] for n in range(LEADS)]
    for rep in ("Rita", "Sam"):
        cli.ok("rep", "add", rep)
    cli.ok("territory", "add", "Rita", "--zip", "02110")
    cli.ok("import", sheet([["Name", "E-mail", "State", "ZIP"], *rows], "many.csv"))
    return cli


def given(db: Path) -> tuple[int, int]:
    """How many leads have a rep, by the facts and by the assignments."""
    with contextlib.closing(sqlite3.connect(db)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        indexes = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
        assert {"facts_unassigned", "facts_queue"} <= indexes
        found: tuple[int, int] = connection.execute(
            "SELECT (SELECT count(*) FROM facts WHERE rep_id = 1), (SELECT count(*) FROM assignments)"
        ).fetchone()
    return found


def killed(cli: Program, start, times: int, chance: random.Random) -> None:
    measure = cli.db.with_name("measure.db")
    shutil.copy(cli.db, measure)
    began = time.perf_counter()
    assert start("assign", db=measure).wait(120) == 0
    usual = time.perf_counter() - began
    assert given(measure) == EVERYBODY
    for number in range(times):
        copy = cli.db.with_name(f"copy{number}.db")
        shutil.copy(cli.db, copy)
        process = start("assign", db=copy)
        # a half of them where the file is written
        time.sleep(usual * chance.choice((chance.random(), 0.7 + 0.35 * chance.random())))
        process.send_signal(signal.SIGKILL)
        process.wait(30)
        assert given(copy) in (NOBODY, EVERYBODY)
        assert start("assign", db=copy).wait(120) == 0
        assert given(copy) == EVERYBODY
        with contextlib.closing(sqlite3.connect(copy)) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        copy.unlink()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_killed_at_any_instant_all_have_their_rep_or_none(waiting: Program, start):
    killed(waiting, start, 4, random.Random(1))


@pytest.mark.slow
def test_killed_sixty_times_all_have_their_rep_or_none(waiting: Program, start):
    killed(waiting, start, 60, random.Random(2))


def test_two_at_once_and_readers_beside_them(waiting: Program, start):
    running = [start("assign") for _ in range(2)] + [start("report", "funnel") for _ in range(4)]
    assert [process.wait(120) for process in running] == [0] * 6
    assert given(waiting.db) == EVERYBODY
