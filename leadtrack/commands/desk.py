"""What every command works with: the store, the actor, the clock and the output, each made when first asked for."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import typer

from leadtrack.actions import Office, Post
from leadtrack.errors import BadFile, LeadtrackError, UsageError
from leadtrack.reports import Column, Report

FORMATS = ("table", "csv", "json", "md", "html", "xlsx")


def _known(format: str) -> str:
    """Asked before the command begins: one that changes something must not find out afterwards."""
    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}; choose one of {', '.join(FORMATS)}")
    return format


Format = Annotated[
    str,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help="table, csv, json, md, html or xlsx.", show_default=False,
        callback=_known,
    ),
]  # fmt: skip
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead.")]


def new_app(help: str | None = None) -> typer.Typer:
    """A command's own Typer app; with `help` it is a group that shows its commands when called alone."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=help is not None, help=help)


class Desk:
    """`db` and `acting` are the global options; the environment answers where they are silent.

    `command` is the one that was called, `answered` whether it has written data yet.
    """

    def __init__(self, *, db: str | None, acting: str | None, command: str) -> None:
        self.db, self.acting, self.command = db, acting, command
        self.answered = False

    @cached_property
    def now(self) -> datetime:
        return datetime.now(UTC)

    @property
    def path(self) -> Path:
        """The team's file: --db, else LEADTRACK_DB, else in the platform's folder for user data."""
        given = self.db or os.environ.get("LEADTRACK_DB")
        if given:
            return Path(given).expanduser()
        from platformdirs import user_data_path

        folder = user_data_path("leadtrack", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True)
        return folder / "leads.db"

    @cached_property
    def office(self) -> Office:
        from leadtrack.actions import finding
        from leadtrack.instants import iso
        from leadtrack.store import Store

        path = self.path
        known = path.is_file() and path.stat().st_size > 0
        store = Store(path, now=iso(self.now), settings={} if known else _first_settings())
        office = Office(store=store, now=self.now, actor="", tell=self.say)
        acting = self.acting or os.environ.get("LEADTRACK_AS")
        if acting:
            office.rep = dict(finding.rep(office, acting))
        office.actor = office.rep["name"] if office.rep else _login()
        office.post = Post()
        return office

    def close(self) -> None:
        if "office" in self.__dict__:
            try:
                self._post()
            finally:
                self.office.store.close()

    def _post(self) -> None:
        """Send the mail that the command queued; whatever becomes of it, the command keeps its exit code."""
        post = self.office.post
        if post is None or not (post.queued or post.remarks):
            return
        from leadtrack.actions import outbox

        try:
            lines = [*post.remarks, *(outbox.told_after(self.office) if post.queued else ())]
        except Exception as error:
            lines = [f"the mail waits in the outbox: {plainly(error) or error}"]
        for line in lines:
            self.say(line)

    def present(self) -> Office:
        """The office anew, on the file as it is: after one that looked at another day, in which nothing is written."""
        self.close()
        self.__dict__.pop("office", None)
        return self.office

    # -- what a command answers ------------------------------------------------------------------------------------

    def show(self, report: Report, format: str, output: Path | None, *, listing: bool) -> None:
        """Data: to stdout, or to a file."""
        self.insist_on(format, output)
        from leadtrack.render import render

        terminal = output is None and sys.stdout.isatty()
        width = os.get_terminal_size().columns if terminal else 80
        self.write(
            render(report, format, listing=listing, terminal=terminal, width=width, zone=self.office.zone), output
        )

    def insist_on(self, format: str, output: Path | None) -> None:
        """Raise UsageError or BadFile where an answer has no place to go: asked by who acts first and answers then."""
        if format == "xlsx" and output is None and sys.stdout.isatty():
            raise UsageError("a workbook cannot be shown on a terminal; name a file with --output")
        if output is not None:
            _insist_on_a_place(output)

    def write(self, text: str | bytes, output: Path | None) -> None:
        self.answered = True
        data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
        if output is not None:
            _write_file(output, data)
            self.say(f"wrote {output}")
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()

    def keep(self, path: Path, rows: Iterable[Sequence[str]]) -> str:
        """Write rows as CSV to a new file, certain to be on the disk when this returns; returns where it is."""
        if path.exists() or path.is_symlink():
            raise BadFile(f"{path} is there already, and an archive overwrites nothing; name another with --archive")
        _write_file(path, _csv(rows), durable=True)
        return str(path.absolute())

    def listing(
        self, title: str, columns: Sequence[Column], rows: list[dict[str, Any]], format: str, output: Path | None
    ) -> None:
        """A listing: JSON is an array of objects."""
        self.show(Report(title, tuple(columns), rows), format, output, listing=True)

    def acted(self, words: str, result: Mapping[str, Any], format: str) -> None:
        """What changed: a line for people on stderr; with --format json one object on stdout."""
        if format == "json":
            import json

            self.write(json.dumps(result, ensure_ascii=False, indent=2, default=str) + "\n", None)
        elif format == "table":
            self.say(words)
        else:
            columns = [Column(key, key) for key in result]
            self.listing("", columns, [dict(result)], format, None)

    def say(self, words: str) -> None:
        from leadtrack.render import safe

        print("\n".join(safe(line) for line in words.split("\n")), file=sys.stderr)


def desk(context: typer.Context) -> Desk:
    found: Desk = context.find_root().obj
    return found


def counted(number: int, noun: str) -> str:
    """ "1 row", "1,204 rows"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def plain(text: str) -> str:
    """Text from a sheet as it may go to a terminal."""
    from leadtrack.render import safe

    return safe(text)


def one_line(message: str) -> str:
    """An error as it may go to a terminal: one line, nothing that could steer it."""
    from leadtrack.render import safe

    return safe(" ".join(message.split("\n")))


def plainly(error: Exception) -> LeadtrackError | None:
    """What SQLite or the system says, in plain words; None for what is a fault of the program."""
    import sqlite3

    if isinstance(error, sqlite3.Error):
        from leadtrack.store.sqlite import said_plainly

        return said_plainly("the team's file", error)
    if isinstance(error, UnicodeEncodeError):
        return BadFile("a name or text holds half a character (a lone surrogate) that cannot be written; retype it")
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return BadFile(f"{where}{(error.strerror or str(error)).lower()}")
    return None


def _csv(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    import csv
    import io

    for row in rows:
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(row)
        yield line.getvalue().encode("utf-8", "surrogatepass")


def _write_file(path: Path, data: bytes | Iterable[bytes], *, durable: bool = False) -> None:
    """Write a file that only its owner reads, whole or not at all; a link in its place is not followed.

    `durable`: it is on the disk, and not only on its way there, when this returns.
    """
    _insist_on_a_place(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise BadFile(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _insist_on_a_place(path: Path) -> None:
    if path.is_symlink():
        raise BadFile(f"{path} is a link; name the file itself")
    if path.is_dir():
        raise BadFile(f"{path} is a folder; name a file")
    if not path.parent.is_dir():
        raise BadFile(f"{path}: there is no folder {path.parent}; make it first")


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _first_settings() -> dict[str, str]:
    """What a new file begins with: this machine's time zone; the country is the one most ZIPs are written for."""
    return {"time_zone": _machine_zone(), "country": "US"}


def _machine_zone() -> str:
    """The machine's time zone by its IANA name; UTC where it does not tell."""
    from zoneinfo import ZoneInfo

    link = Path("/etc/localtime")
    for name in (
        os.environ.get("TZ", "").lstrip(":"),
        str(link.resolve()).partition("zoneinfo/")[2] if link.exists() else "",
    ):
        try:
            if name and "/" in name:
                return ZoneInfo(name).key
        except (ValueError, OSError, LookupError):
            continue
    return "UTC"
