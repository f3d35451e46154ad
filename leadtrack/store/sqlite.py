"""Opening the file, and transactions. What is particular to SQLite stays in here."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from time import sleep
from typing import Any, TypeVar

from leadtrack.elsewhere import UNKNOWN
from leadtrack.errors import StoreError
from leadtrack.store.migrations import APPLICATION_ID, SCHEMA, migrate

# None is NULL without an adapter, too; but then Python asks it each time in vain whether it has one, which takes longer
# than to bind a text.
sqlite3.register_adapter(type(None), {None: None}.__getitem__)

BUSY_SECONDS = 60
Row = dict[str, Any]
T = TypeVar("T")

# What a lead, as l, is called in a line (fields.called says the same in Python).
NAME = "coalesce(l.full_name, l.company, l.email, l.phone, l.mobile)"


def can_be_reached(lead: str) -> str:
    """An expression: a lead of that name can be reached over a channel that it did not refuse."""
    return f"""
({lead}.email IS NOT NULL AND coalesce({lead}.opt_out_email, 0) = 0
 OR coalesce({lead}.phone, {lead}.mobile) IS NOT NULL AND coalesce({lead}.opt_out_phone, 0) = 0)
"""


CAN_BE_REACHED = can_be_reached("l")

# What is known of a lead, l, one bit each, by the name of the check in report quality.
KNOWN = {
    "has_name": "ifnull(l.full_name, '') <> ''",
    "has_company": "ifnull(l.company, '') <> ''",
    "has_email": "ifnull(l.email, '') <> ''",
    "has_phone": "coalesce(l.phone, l.mobile, '') <> ''",
    "has_place": "ifnull(l.postal_code, '') <> ''",
    "has_industry": "ifnull(l.industry, '') <> ''",
    "has_value": "l.value IS NOT NULL",
    "refused": "ifnull(l.opt_out_email, 0) = 1 OR ifnull(l.opt_out_phone, 0) = 1",
}
IS_KNOWN = " + ".join(f"{1 << n} * ({told})" for n, told in enumerate(KNOWN.values()))


def days_between(since: str, until: str) -> str:
    """An expression: how many days, with their parts, lie between two instants or days."""
    return f"(julianday({until}) - julianday({since}))"


# Since when nothing has happened to a lead, by its facts f, and whether nobody ever touched it. The index facts_queue
# has both in these words.
QUIET = "iif(f.last_touch_at > f.stage_since, f.last_touch_at, f.stage_since)"
NEW = "(f.last_touch_at IS NULL)"

# The country of a lead, l. Where it has none: NULL, which is the team's own, or elsewhere.UNKNOWN of a lead that came
# with a sheet which was not written for that country.
COUNTRY = f"""coalesce(l.country, (SELECT '{UNKNOWN}' FROM imports i
                        WHERE i.batch_id = l.batch_id AND json_extract(i.columns, '$.elsewhere')))"""  # noqa: S608 - a constant
# The area code of a lead, l, where it has no ZIP.
AREA = """CASE WHEN l.postal_code IS NULL AND substr(coalesce(l.phone, l.mobile), 1, 2) = '+1'
                 THEN substr(coalesce(l.phone, l.mobile), 3, 3) END"""


def seconds_between(since: str, until: str) -> str:
    """An expression: how many whole seconds lie between two instants."""
    return f"(strftime('%s', {until}) - strftime('%s', {since}))"


def hour_of(at: str) -> str:
    """An expression: the number of the hour, since 1970, in which an instant or the beginning of a day lies."""
    return f"strftime('%s', {at}) / 3600"


def halved(times: str) -> str:
    """An expression: what is left of one after it was halved so many times (see `reckons`)."""
    return f"pow(0.5, {times})"


def reckons(connection: sqlite3.Connection) -> None:
    """See to it that the connection knows pow(), also where SQLite was built without mathematical functions."""
    try:
        connection.execute("SELECT pow(1, 1)")
    except sqlite3.OperationalError:
        connection.create_function("pow", 2, pow, deterministic=True)


def connect(path: Path, *, now: str, settings: dict[str, str]) -> sqlite3.Connection:
    """Open the file, making or upgrading it where needed.

    Raises StoreError, in one line, for a folder that is missing, a file that is locked, read-only, no leadtrack file,
    damaged, or from a newer version.
    """
    with speaking_plainly(path):
        _make(path)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _check(connection, path, now, settings)
        except BaseException:
            connection.close()
            raise
    return connection


def _make(path: Path) -> None:
    """An empty file that only its owner reads; sqlite3 itself would make it readable by all."""
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file, for example {path / 'leads.db'}")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}; make it first, or choose another --db")
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise StoreError(
            f"{path} cannot be made: {(error.strerror or str(error)).lower()}; choose another --db"
        ) from error


def _check(connection: sqlite3.Connection, path: Path, now: str, settings: dict[str, str]) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # PostgreSQL's concat_ws(' ', ...), which SQLite has only from 3.44
    connection.create_function("concat_text", -1, lambda *parts: " ".join(p for p in parts if p), deterministic=True)
    known, schema, filled = _patiently(lambda: _seen(connection))
    if known != APPLICATION_ID and (known or filled):
        raise StoreError(f"{path} is an SQLite file of another program; choose another --db")
    if schema > SCHEMA:
        raise StoreError(
            f"{path} was written by a newer leadtrack (schema {schema}, this one knows {SCHEMA}); upgrade leadtrack"
        )
    if schema < SCHEMA:
        _patiently(lambda: connection.execute("PRAGMA journal_mode = WAL"))
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _schema(connection) < SCHEMA:  # another process may have been quicker
                migrate(connection, now=now, settings=settings)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    elif connection.execute("PRAGMA main.journal_mode").fetchone()[0] != "wal":
        _keep_log(connection, "WAL")  # a large change was cut off, or another is at one: see written_once


def _seen(connection: sqlite3.Connection) -> tuple[int, int, bool]:
    """(application id, schema, whether there is anything in the file), all of one moment: another may be making it."""
    connection.execute("BEGIN")
    try:
        filled = connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_master)").fetchone()[0]
        return connection.execute("PRAGMA application_id").fetchone()[0], _schema(connection), bool(filled)
    finally:
        connection.execute("ROLLBACK")


def _schema(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _patiently(step: Callable[[], T]) -> T:
    """The answer of a step that SQLite refuses at once, instead of waiting, while another makes the file a WAL one."""
    for _ in range(int(BUSY_SECONDS * 50)):
        try:
            return step()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
        sleep(0.02)
    return step()


@contextlib.contextmanager
def written_once(connection: sqlite3.Connection) -> Iterator[None]:
    """For a change of very many pages: each is written to its place at the commit, instead of into the log first and
    from there to its place, which takes two thirds of the time of such a commit. What stood there before is kept beside
    the file till then, so that a change that is cut off is taken back by whoever opens the file next.

    Nor is what is given up overwritten with zeros, as some SQLite do: for a change that deletes nothing of anybody.

    Outside a transaction. Who reads meanwhile waits while the commit lasts. Where another has the file open already,
    the log stays: it never waits.
    """
    overwrites = connection.execute("PRAGMA secure_delete").fetchone()[0]
    connection.execute("PRAGMA secure_delete = OFF")
    _keep_log(connection, "DELETE")
    try:
        yield
    finally:
        _keep_log(connection, "WAL")
        connection.execute(f"PRAGMA secure_delete = {overwrites}")


def _keep_log(connection: sqlite3.Connection, mode: str) -> None:
    """Have the log or not, if nobody else is in the way, which SQLite says at once; the next who opens the file tries
    again."""
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute(f"PRAGMA main.journal_mode = {mode}")


@contextlib.contextmanager
def speaking_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say of the file into one line with the mend."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = said_plainly(path, error)
        if told is None:
            raise
        raise told from error


def said_plainly(path: Path | str, error: sqlite3.Error) -> StoreError | None:
    """What is wrong with the file, and the mend; None where SQLite complains about the program and not the file."""
    said = str(error)
    for words, message in _SAID.items():
        if words in said:
            return StoreError(f"{path} {message}")
    return None


_SAID = {
    "locked": f"is locked by another program for over {BUSY_SECONDS} seconds; close that program and try again",
    "busy": f"is locked by another program for over {BUSY_SECONDS} seconds; close that program and try again",
    "readonly": "cannot be written: it or its folder is read-only; change that, or choose another --db",
    "not a database": "is no leadtrack file (it is not SQLite); choose another --db",
    "malformed": "is damaged; restore a copy of it",
    "full": "cannot be written: the disk is full; make room and try again, nothing of this command was kept",
    "disk I/O error": "cannot be written: the disk failed or is full; nothing of this command was kept",
    "unable to open": "cannot be opened; are its folder and its rights as they should be?",
}


class Tables:
    """What the file of every noun builds on: the connection, and reading rows as dicts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def rows(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> list[Row]:
        cursor = self.connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def row(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> Row | None:
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def value(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> Any:
        row = self.connection.execute(sql, parameters).fetchone()
        return row[0] if row else None

    @contextlib.contextmanager
    def together(self, begin: str = "BEGIN") -> Iterator[None]:
        """What is done inside is one transaction, taken back where it fails; none may be open.

        `begin` is "BEGIN IMMEDIATE" where the file is written: then others wait from the beginning.
        """
        self.connection.execute(begin)
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    @contextlib.contextmanager
    def aside(self, *names: str, but: Collection[str] = ()) -> Iterator[None]:
        """Indexes and triggers of these names, and the indexes of tables of these names `but` for some, are gone inside
        and made anew behind: for a change of so many rows that this is quicker than to follow each. Inside a
        transaction, which brings them back where the change fails.
        """
        made = [
            (kind, name, sql)
            for kind, name, table, sql in self.connection.execute(
                "SELECT type, name, tbl_name, sql FROM main.sqlite_master WHERE type IN ('index', 'trigger')"
            ).fetchall()
            if sql and name not in but and (name in names or (kind == "index" and table in names))
        ]
        for kind, name, _ in made:
            self.connection.execute(f"DROP {kind} {name}")
        yield
        for _, _, sql in made:
            self.connection.execute(sql)

    def make_room(self) -> None:
        """Let SQLite keep up to 64 MiB of pages of the file, and as many of temporary tables, where it has so many.

        Of pages that it changed it keeps up to 512 MiB, and writes each once, at the commit.
        """
        self.connection.execute("PRAGMA main.cache_spill = 131072")  # pages, of 4 KiB
        self.connection.execute("PRAGMA main.cache_size = -65536")  # KiB, negative by SQLite's custom
        self.connection.execute("PRAGMA temp.cache_size = -65536")

    def make_little_room(self) -> None:
        """Let SQLite keep 2 MiB of pages, as it does by itself."""
        self.connection.execute("PRAGMA main.cache_size = -2000")
