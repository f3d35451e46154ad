"""`leadtrack duplicates`: leads that may be one are listed with their reasons, and a person judges them."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from running import Program, command

from leadtrack.store import Store

KEYS = ["lead", "other", "score", "verdict", "reasons"]
PEOPLE = [
    ("First Name", "Last Name", "Company", "E-mail", "Phone", "Street", "City", "State", "ZIP"),
    ("Robert", "Wolkenstein", "Acme", "rob@acme.example", "617-555-0101", "12 Oak St", "Boston", "MA", "02110"),
    ("Bob", "Wolkenstein", "Acme Inc", "", "617-555-0101", "12 Oak Street", "Boston", "MA", "02110"),
    ("Wolkenstein", "Robert", "", "rob@acme.example", "", "", "Boston", "MA", "02110"),
    ("Cyd", "Cole", "Corp", "cyd@corp.example", "312-555-0103", "9 Elm St", "Chicago", "IL", "60601"),
]
# a household, two colleagues behind a switchboard, and people of whom nothing is known
STRANGERS = [
    ("First Name", "Last Name", "Company", "E-mail", "Phone", "Street", "City", "State", "ZIP"),
    ("Anna", "Miller", "", "anna@home.example", "617-555-0150", "3 Ash Rd", "Salem", "MA", "01970"),
    ("Bob", "Miller", "", "bob@home.example", "617-555-0150", "3 Ash Rd", "Salem", "MA", "01970"),
    ("Dora", "Dean", "Initech", "info@initech.example", "212-555-0160", "1 Main St", "New York", "NY", "10001"),
    ("Ed", "Eliot", "Initech", "info@initech.example", "212-555-0160", "1 Main St", "New York", "NY", "10001"),
    ("Test", "Test", "n/a", "noreply@x.example", "555-5555", "", "", "", ""),
    ("Fay", "Frost", "n/a", "noreply@y.example", "555-5555", "", "", "", ""),
    ("x", "x", "", "gus@gus.example", "555-5555", "", "", "", ""),
    ("Hal", "", "", "", "207-555-0170", "", "", "", ""),
    ("Ida", "", "", "", "207-555-0171", "", "", "", ""),
]


@pytest.fixture
def twins(cli, sheet):
    cli.ok("import", sheet(PEOPLE), "--on-duplicate", "keep")
    return cli


def pairs(cli: Program, *options: object) -> list[tuple[int, int]]:
    return [(row["lead"], row["other"]) for row in cli.json("duplicates", *options)]


def test_every_pair_of_a_group_is_listed_once(twins):
    rows = twins.json("duplicates")
    assert [list(row) for row in rows] == [KEYS] * 3
    assert [(row["lead"], row["other"]) for row in rows] == [(1, 2), (1, 3), (2, 3)]
    assert all(0.5 <= row["score"] <= 1 and row["verdict"] in ("same", "maybe") for row in rows)
    assert "Robert = Bob" in rows[0]["reasons"]
    assert "first and last name swapped" in rows[1]["reasons"]


def test_looking_changes_nothing(twins):
    before = twins.dump()
    for format in ("table", "csv", "md", "html", "json"):
        twins.ok("duplicates", "--format", format)
    assert twins.dump() == before


def test_for_people_both_are_named(twins):
    shown = twins.ok("duplicates")
    assert "Robert Wolkenstein / Bob Wolkenstein" in shown.out
    assert "leadtrack duplicates review" in shown.err
    header, first, *_ = twins.ok("duplicates", "--format", "csv").out.splitlines()
    assert header.startswith("Lead,Other,Score,Verdict,Name,Other name,Why,")
    assert ",Robert Wolkenstein,Bob Wolkenstein," in first


def test_a_family_colleagues_and_placeholders_are_no_pairs(cli, sheet):
    cli.ok("import", sheet(STRANGERS), "--on-duplicate", "keep")
    assert len(cli.json("leads")) >= 8
    assert pairs(cli) == []
    assert cli.ok("duplicates").out == "Duplicates\n(none)\n"


def test_on_an_empty_file_there_is_nothing(cli):
    assert cli.json("duplicates") == []


def test_the_least_score_can_be_said(twins):
    scores = [row["score"] for row in twins.json("duplicates")]
    least = max(scores)
    assert len(pairs(twins, "--min-score", least)) == scores.count(least)
    assert twins("duplicates", "--min-score", "2").code == 2


def test_a_reps_pairs_are_those_with_a_lead_of_his(twins):
    twins.ok("rep", "add", "Rita Ruiz")
    assert pairs(twins, "--rep", "Rita") == []
    twins.ok("assign", 3, "--to", "Rita", "--why", "x")
    assert pairs(twins, "--rep", "Rita") == [(1, 3), (2, 3)]
    assert "Nobody" in twins.refused("duplicates", "--rep", "Nobody")


def test_merged_leads_are_no_pair_any_more(twins):
    twins.ok("merge", 1, 2)
    assert pairs(twins) == [(1, 3)]
    twins.ok("unmerge", 2)
    assert len(pairs(twins)) == 3


def test_what_a_person_said_are_two_is_remembered_and_can_be_taken_back(twins):
    answer = twins.json("duplicates", "distinct", 3, 1)
    assert list(answer) == ["batch", "lead", "other"]
    assert (answer["lead"], answer["other"]) == (1, 3)
    assert pairs(twins) == [(1, 2), (2, 3)]
    assert twins.json("duplicates", "distinct", 1, 3)["batch"] is None
    twins.ok("undo")
    assert len(pairs(twins)) == 3


def test_what_was_said_of_a_merged_lead_holds_for_the_one_it_went_into(twins):
    twins.ok("duplicates", "distinct", 2, 3)
    twins.ok("merge", 1, 2, "--keep", 1)
    assert pairs(twins) == []


def test_a_lead_is_not_distinct_from_itself(twins):
    assert "both name lead 1" in twins.refused("duplicates", "distinct", 1, "#1")
    assert twins("duplicates", "distinct", 1, 1, "--format", "json").json()["error"]


# -- the queue that imports fill ---------------------------------------------------------------------------------------


def queued(cli: Program, *found: tuple[int, int, float, tuple[str, ...]]) -> None:
    store = Store(cli.db, now="2026-01-01T00:00:00Z", settings={})
    with store.batch("import", actor="tester", now="2026-01-01T00:00:00Z", keep_empty=True) as batch:
        assert store.duplicates.queue(batch, found) == len({found[:2] for found in found})
        assert store.duplicates.queue(batch, found) == 0, "what waits already is passed over"
        assert batch.touched == 0
    store.close()


def waiting(cli: Program) -> list[tuple[int, int, float, list[str]]]:
    store = Store(cli.db, now="2026-01-01T00:00:00Z", settings={})
    rows = store.duplicates.waiting()
    store.close()
    return [(row["lead"], row["other"], row["score"], row["reasons"]) for row in rows]


def test_pairs_are_put_aside_and_wait_the_likeliest_first(twins):
    queued(twins, (4, 1, 0.6, ("same city",)), (1, 2, 0.8, ("same phone", "Bob = Robert")))
    assert waiting(twins) == [(1, 2, 0.8, ["same phone", "Bob = Robert"]), (1, 4, 0.6, ["same city"])]


def test_a_pair_waits_until_it_is_judged_or_merged(twins):
    queued(twins, (1, 4, 0.6, ()), (1, 2, 0.8, ()))
    twins.ok("duplicates", "distinct", 1, 4)
    assert [row[:2] for row in waiting(twins)] == [(1, 2)]
    twins.ok("merge", 1, 2)
    assert waiting(twins) == []
    twins.ok("undo")
    twins.ok("undo")
    assert [row[:2] for row in waiting(twins)] == [(1, 2), (1, 4)]


def test_what_an_import_put_aside_goes_with_the_import(twins):
    queued(twins, (1, 4, 0.6, ()))
    twins.ok("undo")
    assert waiting(twins) == []


# -- side by side, on a real terminal ----------------------------------------------------------------------------------


class Terminal:
    """A program on a terminal of its own, read and typed into as a person does."""

    def __init__(self, end: int, process: int) -> None:
        self._end, self._process = end, process
        self.screen = ""

    def waits_for(self, words: str, seconds: float = 30) -> str:
        """Everything since the last answer, once the words stand there."""
        until = time.monotonic() + seconds
        while words not in self.screen:
            assert time.monotonic() < until, f"no {words!r} in {self.screen!r}"
            if select.select([self._end], [], [], 0.1)[0]:
                try:
                    read = os.read(self._end, 65536)
                except OSError:  # the program has ended
                    read = b""
                self.screen += read.decode("utf-8", "replace").replace("\r\n", "\n")
                assert read or words in self.screen, f"no {words!r} in {self.screen!r}"
        return self.screen

    def types(self, keys: str) -> None:
        self.screen = ""
        os.write(self._end, keys.encode())

    def insists(self, key: str, words: str) -> str:
        """Type a key until the words stand there: a signal between a prompt and its reading is not heard."""
        for _ in range(10):
            self.types(key)
            with suppress(AssertionError):
                return self.waits_for(words, 5)
        return self.waits_for(words)

    def ends(self) -> int:
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        os.close(self._end)


@contextmanager
def on_a_terminal(db: Path, *arguments: object, columns: int = 80) -> Iterator[Terminal]:
    given = command(db, *arguments)
    process, end = pty.fork()
    if not process:
        # who runs the tests in the background may have Ctrl-C ignored
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execv(given[0], given)
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    terminal = Terminal(end, process)
    try:
        yield terminal
    finally:
        terminal.close()


ASKED = "q quit [l]: "


def test_a_review_asks_about_each_pair_and_does_what_is_said(twins):
    with on_a_terminal(twins.db, "duplicates", "review") as terminal:
        shown = terminal.waits_for(ASKED)
        for words in ("1 of 3: same", "Lead 1 (kept)", "12 Oak St", "< and > point at"):
            assert words in shown
        terminal.types("what?\n")
        assert "please answer with one letter" in terminal.waits_for("please answer with one letter")
        terminal.waits_for(ASKED)
        terminal.types("m\n")
        assert "merged lead" in terminal.waits_for("merged lead")
        terminal.waits_for(ASKED)
        terminal.types("n\n")
        assert "are two" in terminal.waits_for("are two")
        assert "1 merged, 1 not the same, 0 left for later" in terminal.waits_for("takes it back")
        assert terminal.ends() == 0
    assert [row["command"] for row in twins.json("history")][:2] == ["duplicates", "merge"]
    assert pairs(twins) == []


def test_what_imports_put_aside_comes_first_and_the_enter_key_leaves_it(twins):
    queued(twins, (1, 4, 0.6, ("same city",)))
    before = twins.dump()
    with on_a_terminal(twins.db, "duplicates", "review", columns=200) as terminal:
        shown = terminal.waits_for(ASKED)
        assert "1 pair put aside by imports" in shown
        assert "1 of 1: maybe (0.60): same city" in shown
        terminal.types("\n")
        assert "3 pairs found in the whole file" in terminal.waits_for(ASKED)
        terminal.types("q\n")
        assert "0 merged, 0 not the same, 1 left for later" in terminal.waits_for("takes it back")
        assert terminal.ends() == 0
    assert twins.dump() == before


@pytest.mark.parametrize("key", ["\x04", "\x03"], ids=["Ctrl-D", "Ctrl-C"])
def test_a_review_that_is_stopped_says_so(twins, key: str):
    with on_a_terminal(twins.db, "duplicates", "review") as terminal:
        terminal.waits_for(ASKED)
        terminal.types("m\n")
        terminal.waits_for(ASKED)
        assert "leadtrack history" in terminal.insists(key, "stopped;")
        assert terminal.ends() == 130
    assert len(twins.json("leads")) == 3, "what was merged before is merged"


def test_a_review_with_nothing_to_judge_says_so(cli):
    cli.ok("add", "--full-name", "Ann Archer")
    with on_a_terminal(cli.db, "duplicates", "review") as terminal:
        terminal.waits_for("no two leads look like one")
        assert terminal.ends() == 0


def test_without_a_terminal_a_review_says_which_commands_do_it(program, twins):
    done = program("duplicates", "review", stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert b"leadtrack merge LEAD OTHER" in done.stderr
    assert b"leadtrack duplicates distinct LEAD OTHER" in done.stderr


def test_a_terminal_shows_hostile_names_harmlessly(cli):
    for number in range(2):
        cli.ok("add", "--full-name", "Ann \x1b[2J[bold]", "--phone", f"617-555-010{number}", "--title", "x\x1b]0;y\x07")
    queued(cli, (1, 2, 0.6, ("same \x1b[31mthing",)))
    with on_a_terminal(cli.db, "duplicates", "review") as terminal:
        shown = terminal.waits_for(ASKED)
        for steering in ("\x1b[2J", "\x1b]0", "\x07", "\x1b[31m"):
            assert steering not in shown
