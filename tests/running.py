"""Running leadtrack from a test, in this process or beside it, and reading and writing the sheets that it is fed."""

import contextlib
import csv
import io
import json
import os
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest import mock

from leadtrack import cli as program_module
from leadtrack.commands.desk import Desk

# what an import counts; the first is the sum of the others
COUNTS = ("rows", "created", "updated", "unchanged", "duplicates", "rejected")


@dataclass(frozen=True)
class Answer:
    """How a command ended: its exit code, stdout and stderr."""

    code: int
    bytes: bytes
    err: str

    @property
    def out(self) -> str:
        return self.bytes.decode("utf-8")

    def json(self) -> Any:
        return json.loads(self.bytes)


class Program:
    """leadtrack on one file, run in this process; `now` sets its clock."""

    def __init__(self, db: Path, now: datetime | None = None) -> None:
        self.db, self.now = db, now

    def __call__(self, *arguments: object, acting: str | None = None) -> Answer:
        """Run a command, whatever its exit code."""
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
        given = ["--db", str(self.db), *(["--as", acting] if acting else []), *map(str, arguments)]
        with contextlib.ExitStack() as stack:
            if self.now is not None:
                stack.enter_context(mock.patch.object(Desk, "now", self.now))
            stack.enter_context(contextlib.redirect_stdout(out))
            stack.enter_context(contextlib.redirect_stderr(err))
            try:
                code = program_module.run(given)
            except SystemExit as ended:  # --help and --version
                code = int(ended.code or 0)
        out.flush()
        return Answer(code, out.buffer.getvalue(), err.getvalue())  # type: ignore[attr-defined]  # the BytesIO above

    def ok(self, *arguments: object, acting: str | None = None) -> Answer:
        """Run a command that must succeed."""
        answer = self(*arguments, acting=acting)
        assert answer.code == 0, f"{arguments} ended with {answer.code}: {answer.err}"
        return answer

    def json(self, *arguments: object, code: int = 0, acting: str | None = None) -> Any:
        """Run a command with --format json and give what it answered."""
        answer = self(*arguments, "--format", "json", acting=acting)
        assert answer.code == code, f"{arguments} ended with {answer.code}: {answer.err}"
        return answer.json()

    def refused(self, *arguments: object, code: int = 1, acting: str | None = None) -> str:
        """Run a command that must end in one line on stderr and change nothing; gives that line."""
        before = self.dump() if self.db.is_file() else None
        answer = self(*arguments, acting=acting)
        assert answer.code == code, f"{arguments} ended with {answer.code}: {answer.out}{answer.err}"
        assert answer.err.startswith("leadtrack: "), answer.err
        assert answer.err.count("\n") == 1, answer.err
        assert "Traceback" not in answer.err
        assert "a fault in leadtrack itself" not in answer.err, answer.err
        if before is not None:
            assert self.dump() == before, f"{arguments} was refused and wrote all the same"
        return answer.err.removeprefix("leadtrack: ").rstrip("\n")

    def dump(self) -> str:
        """Everything in the file, as SQL."""
        with contextlib.closing(sqlite3.connect(f"file:{self.db}?mode=ro", uri=True)) as connection:
            return "\n".join(connection.iterdump())

    def rows(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        """What the file itself says."""
        with contextlib.closing(sqlite3.connect(self.db)) as connection:
            return connection.execute(sql, parameters).fetchall()

    def write(self, sql: str) -> None:
        """Damage the file, or bring it into a state that no command makes."""
        with contextlib.closing(sqlite3.connect(self.db)) as connection, connection:
            connection.execute(sql)


def command(db: Path, *arguments: object) -> list[str]:
    return [sys.executable, "-m", "leadtrack", "--db", str(db), *map(str, arguments)]


def write_sheet(path: Path, rows: Sequence[Sequence[object]]) -> None:
    if path.suffix == ".xlsx":
        import openpyxl

        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(list(row))  # type: ignore[union-attr]  # a new workbook has a sheet
        book.save(path)
    else:
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)


def read_csv(path: str | Path) -> list[list[str]]:
    with Path(path).open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def counts(answer: list[dict[str, Any]]) -> dict[str, int]:
    """The counts of an import of one file that are not 0; rows is always the sum of the others."""
    (told,) = answer
    assert told["rows"] == sum(told[name] for name in COUNTS[1:])
    return {name: told[name] for name in COUNTS if told[name]}


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
