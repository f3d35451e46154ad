"""What every test of the program as a whole stands on: a team's own file, the program itself, and sheets to feed it."""

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from running import Program, command, write_sheet

NEW_YORK = "America/New_York"


@pytest.fixture(autouse=True)
def nobody_elses_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A test knows its file and its actor, whoever runs it and wherever, and sends no mail by the runner's account."""
    for name in [name for name in os.environ if name.startswith("LEADTRACK_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LEADTRACK_MAIL_FILE", str(tmp_path / "mail.toml"))
    monkeypatch.setenv("TZ", NEW_YORK)
    monkeypatch.setenv("LOGNAME", "tester")


@pytest.fixture
def cli(tmp_path: Path) -> Program:
    return Program(tmp_path / "leads.db")


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Program]:
    """A new team at every call, for tests that need many."""

    def make() -> Program:
        return Program(tmp_path_factory.mktemp("team") / "leads.db")

    return make


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., "subprocess.CompletedProcess[bytes]"]:
    """leadtrack as a process of its own, on the same file as `cli`."""

    def run(*arguments: object, **options: Any) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(command(tmp_path / "leads.db", *arguments), capture_output=True, check=False, **options)

    return run


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """The same, not waited for; what is left of it at the end of the test is stopped."""
    started: list[subprocess.Popen[bytes]] = []

    def run(*arguments: object, db: Path | None = None) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            command(db or tmp_path / "leads.db", *arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., str]:
    """A sheet of rows, written as its name says: csv or xlsx; numbers stay numbers in xlsx."""

    def make(rows: Sequence[Sequence[object]], name: str = "leads.csv") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_sheet(path, rows)
        return str(path)

    return make


PEOPLE = (
    ("First Name", "Last Name", "Company", "E-mail", "Phone", "City", "State", "ZIP"),
    ("Ann", "Archer", "Acme", "ann@acme.example", "617-555-0101", "Boston", "MA", "02110"),
    ("Bob", "Baker", "Bolt", "bob@bolt.example", "212-555-0102", "New York", "NY", "10001"),
    ("Cyd", "Cole", "Corp", "cyd@corp.example", "312-555-0103", "Chicago", "IL", "60601"),
)


@pytest.fixture
def people(sheet: Callable[..., str]) -> str:
    """Three leads in three states: Ann Archer (MA), Bob Baker (NY), Cyd Cole (IL)."""
    return sheet(PEOPLE, "people.csv")


@pytest.fixture
def team(cli: Program, people: str) -> Program:
    """Two reps (Rita covers MA, Sam covers NY) and the three leads, assigned; Cyd Cole stays without a rep."""
    cli.ok("rep", "add", "Rita Ruiz", "--email", "rita@team.example", "--region", "East")
    cli.ok("rep", "add", "Sam Stone", "--region", "East")
    cli.ok("territory", "add", "Rita Ruiz", "--state", "MA")
    cli.ok("territory", "add", "Sam Stone", "--state", "NY")
    cli.ok("import", people, "--assign")
    return cli
