"""The week of docs/week.md: every command is run at its time, and what the page says they print is what they print."""

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from running import Answer, Program

from leadtrack.cli import COMMANDS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "week.md").read_text("utf-8")
BLOCK = re.compile(r"^```(bash|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ZONE = ZoneInfo("America/New_York")


class Block(NamedTuple):
    """Commands that are run a minute after one another, and lines that they print."""

    begins: datetime
    lines: list[str]
    printed: list[str]


def blocks() -> Iterator[Block]:
    commands: list[str] = []
    for kind, text in [*BLOCK.findall(PAGE), ("bash", "")]:
        if kind == "text":
            yield block(commands, text)
            commands = []
            continue
        if commands:
            yield block(commands, "")
        commands = text.splitlines()


def block(commands: list[str], printed: str) -> Block:
    begins = datetime.strptime(commands[0], "# %Y-%m-%d %H:%M").replace(tzinfo=ZONE)
    return Block(begins, commands[1:], [squeezed(line) for line in printed.splitlines()])


def squeezed(line: str) -> str:
    return " ".join(line.split())


WEEK = list(blocks())


def lived(team: Path) -> list[tuple[Block, list[tuple[str, Answer]]]]:
    """Run the week; gives what each command answered."""
    acting: str | None = None
    week = []
    for now in WEEK:
        answers = []
        at = now.begins
        for line in now.lines:
            if line.startswith("export LEADTRACK_AS="):
                acting = shlex.split(line)[1].partition("=")[2]
            elif line == "unset LEADTRACK_AS":
                acting = None
            else:
                at += timedelta(minutes=1)
                program, *arguments = shlex.split(line, comments=True)
                assert program == "leadtrack", line
                answers.append((line, Program(team, at)(*arguments, acting=acting)))
        week.append((now, answers))
    return week


@pytest.fixture
def week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Block, list[tuple[str, Answer]]]]:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return lived(tmp_path / "leads.db")


def test_a_whole_week_runs_from_import_to_won(week):
    for block, answers in week:
        for line, answer in answers:
            expected = int(found[1]) if (found := re.search(r"# exit ([0-9])$", line)) else 0
            assert answer.code == expected, f"{block.begins:%A}: {line}: {answer.err}"
            assert "a fault in leadtrack" not in answer.err
    assert Program(Path("leads.db")).json("show", "Jo Park")["stage"] == "won"


def test_the_page_shows_what_the_commands_print(week):
    shown = 0
    for block, answers in week:
        printed = [squeezed(line) for _, answer in answers for line in (answer.out + answer.err).splitlines()]
        for line in block.printed:
            assert any(found.startswith(line) for found in printed), f"{block.begins:%A}: nothing prints {line!r}"
            shown += 1
    assert shown


def test_the_week_is_one_week_in_order():
    times = [block.begins for block in WEEK]
    assert times == sorted(times)
    assert {f"{at:%A}" for at in times} == {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"}
    assert times[-1] - times[0] < timedelta(days=5)


def test_the_week_shows_the_commands_of_the_day():
    used = {shlex.split(line)[1] for block in WEEK for line in block.lines if line.startswith("leadtrack ")}
    assert set(COMMANDS["The day"]) - used <= {"note", "leads"}
