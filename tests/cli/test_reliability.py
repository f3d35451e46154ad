"""Several at once, and killed at any instant: every batch is there wholly or not at all, and nothing is there twice."""

import contextlib
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Program

ROWS = 5_000


def sound(db: Path) -> None:
    """The file holds together: by its pages, its references, and its facts."""
    with contextlib.closing(sqlite3.connect(db)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute(
            """SELECT count(*) FROM leads l LEFT JOIN facts f ON f.lead_id = l.id
               WHERE (l.removed_by IS NULL) <> (f.lead_id IS NOT NULL)"""
        ).fetchone() == (0,)
        indexes = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
        assert {"leads_email", "leads_phone", "origins_fingerprint"} <= indexes, "a bulk import makes its indexes again"


@pytest.fixture
def many(sheet: Callable[..., str]) -> str:
    rows = [[f"Lead {n}", f"lead{n}@example.com", f"617-555-{n:04}", "MA"] for n in range(ROWS)]
    return sheet([["Name", "E-mail", "Phone", "State"], *rows], "many.csv")


def test_two_imports_of_the_same_file_at_once_make_no_twin(cli: Program, many: str, start):
    cli.ok("info")
    both = [start("import", many) for _ in range(2)]
    assert [process.wait(120) for process in both] == [0, 0]
    assert cli.rows("SELECT count(*), count(DISTINCT email) FROM leads") == [(ROWS, ROWS)]
    counts = cli.json("imports")
    assert sorted(row["created"] for row in counts) == [0, ROWS]
    assert sorted(row["unchanged"] for row in counts) == [0, ROWS]
    sound(cli.db)


def test_several_processes_may_make_a_new_file_at_once(cli: Program, start):
    all_of_them = [start("rep", "add", f"Rep {n}") for n in range(6)]
    assert [process.wait(120) for process in all_of_them] == [0] * 6
    assert len(cli.json("rep", "list")) == 6
    assert len(cli.rows("SELECT 1 FROM stages")) == 8
    sound(cli.db)


def notes_at_once(cli: Program, start, processes: int, each: int) -> None:
    cli.ok("add", "--full-name", "Ann Archer")
    script = Path(cli.db.parent / "notes.py")
    script.write_text(
        "import sys\nfrom leadtrack.cli import run\n"
        f"sys.exit(max(run(['--db', {str(cli.db)!r}, 'note', '1', f'{{sys.argv[1]}} {{n}}']) for n in range({each})))\n"
    )
    running = [
        subprocess.Popen([sys.executable, str(script), str(n)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for n in range(processes)
    ]
    told = [process.communicate(timeout=300)[1] for process in running]
    assert [process.returncode for process in running] == [0] * processes, told
    texts = {row["text"] for row in cli.json("show", "1")["activities"]}
    assert texts == {f"{process} {n}" for process in range(processes) for n in range(each)}
    sound(cli.db)


def test_notes_from_eight_processes_at_once_are_all_kept(cli: Program, start):
    notes_at_once(cli, start, 8, 25)


@pytest.mark.slow
def test_notes_from_twenty_processes_at_once_are_all_kept(cli: Program, start):
    notes_at_once(cli, start, 20, 100)


def test_turns_are_fair_when_several_assign_at_once(cli: Program, start):
    for name in ("Rita", "Sam", "Tom"):
        cli.ok("rep", "add", name)
        cli.ok("territory", "add", name, "--state", "MA")
    several = [start("add", "--full-name", f"Lead {n}", "--state", "MA") for n in range(7)]
    assert [process.wait(120) for process in several] == [0] * 7
    assert sorted(row["leads"] for row in cli.json("rep", "list")) == [2, 2, 3]


def test_one_lead_assigned_by_several_at_once_has_one_rep(cli: Program, people: str, start):
    for name in ("Rita", "Sam", "Tom"):
        cli.ok("rep", "add", name)
        cli.ok("territory", "add", name, "--country", "US")
    cli.ok("import", people)
    several = [start("assign") for _ in range(4)]
    assert [process.wait(120) for process in several] == [0] * 4
    assert cli.rows("SELECT lead_id, count(*) FROM assignments GROUP BY lead_id") == [(1, 1), (2, 1), (3, 1)]


def killed_at_any_instant(cli: Program, start, file: str, times: int, chance: random.Random) -> None:
    """Kill imports at random instants; the file must hold all of a file's leads or none of them."""
    cli.ok("add", "--full-name", "Ann Archer")
    began = time.perf_counter()
    start("import", file, db=cli.db.with_name("measure.db")).wait(120)
    usual = time.perf_counter() - began
    for _ in range(times):
        process = start("import", file)
        # most of them in the second half, where the file is written
        time.sleep(usual * chance.choice((chance.random(), 0.5 + 0.6 * chance.random())))
        process.send_signal(signal.SIGKILL)
        process.wait(30)
        leads = cli.rows("SELECT count(*) FROM leads WHERE removed_by IS NULL")[0][0]
        imports = cli.rows(
            "SELECT count(*) FROM imports i JOIN batches b ON b.id = i.batch_id WHERE b.undone_by IS NULL"
        )[0][0]
        assert (leads, imports) in ((1, 0), (1 + ROWS, 1)), f"{leads} leads of {imports} imports"
        sound(cli.db)
        if imports:
            cli.ok("undo")
    cli.ok("import", file)
    assert len(cli.json("leads")) == 1 + ROWS
    sound(cli.db)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_an_import_killed_at_any_instant_is_there_wholly_or_not_at_all(cli: Program, many: str, start):
    killed_at_any_instant(cli, start, many, 6, random.Random(1))


@pytest.mark.slow
def test_an_import_killed_a_hundred_times_is_there_wholly_or_not_at_all(cli: Program, many: str, start):
    killed_at_any_instant(cli, start, many, 100, random.Random(2))


def test_an_interrupted_import_says_so_and_keeps_nothing(cli: Program, sheet, start):
    cli.ok("info")
    rows = [[f"Lead {n}", f"lead{n}@example.com"] for n in range(40_000)]
    process = start("import", sheet([["Name", "E-mail"], *rows], "very many.csv"))
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert b"Traceback" not in err
    sound(cli.db)
    if process.returncode == 130:  # else it was done before
        assert err.rstrip().splitlines()[-1].startswith(b"leadtrack: stopped")
        assert cli.json("leads") == []


def test_a_list_can_be_read_while_an_import_is_under_way(cli: Program, many: str, start):
    cli.ok("add", "--full-name", "Ann Archer")
    process = start("import", many)
    seen = set()
    while process.poll() is None:
        seen.add(len(cli.json("leads", "--limit", str(ROWS * 2))))
    assert seen <= {1, 1 + ROWS}, "nobody sees half an import"
    assert len(cli.json("leads")) == 1 + ROWS
