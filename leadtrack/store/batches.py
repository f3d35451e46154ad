"""A batch: one command that writes, one transaction. Every write of the program goes through one."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from leadtrack.store.sqlite import Row, Tables

# Tables whose rows a batch makes, changes in place and takes back. Names in SQL cannot be parameters: only these may
# be put into a statement, and their columns only as the database itself names them.
TABLES = (
    "regions", "reps", "territories", "stages", "sources", "campaigns",
    "leads", "origins", "activities", "reminders", "assignments", "stage_moves", "settings",
    "mappings", "pairs", "targets", "stage_actions", "outcomes",
    "temperatures", "ideals", "requirements", "calling_hours",
    "absences", "rules", "steps", "escalations", "outbox", "told_reminders",
    "source_aliases", "referral_rules",
)  # fmt: skip
_NO_END = 2**63 - 1  # no row has a larger number


def assignments_of(batch: str, a: str = "a") -> str:
    """A condition: the assignment `a` is one of this batch's. They follow each other, so that no index is needed."""
    return f"""(
        {a}.id > (SELECT ifnull(assignments_before, 0) FROM batches WHERE id = {batch})
        AND {a}.id <= ifnull((SELECT assignments_before FROM batches
                              WHERE id > {batch} AND assignments_before IS NOT NULL ORDER BY id LIMIT 1), {_NO_END})
        AND {a}.batch_id = {batch}
    )"""  # noqa: S608 - constants


class Batch(Tables):
    """An open batch. `touched` counts what it did; `id` stands in every row that it makes."""

    def __init__(self, connection: sqlite3.Connection, id: int, at: str, actor: str) -> None:
        super().__init__(connection)
        self.id, self.at, self.actor = id, at, actor
        self.touched = 0
        self.summary = ""
        self.leads: set[int] = set()  # whose facts must be told anew before the commit
        self.workweek = False  # the team works other hours: how long answers took must be told anew
        self.pipeline = False  # stages changed their order or kind: how far leads came must be told anew

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        """Make a row that carries this batch; returns its number."""
        columns = self._columns(table, values)
        statement = (
            f"INSERT INTO {table} ({', '.join(columns)}, batch_id) "  # noqa: S608 - names are checked by _columns
            f"VALUES ({', '.join(':' + column for column in columns)}, :batch_id)"
        )
        self._note(table, values)
        return int(self.connection.execute(statement, {**values, "batch_id": self.id}).lastrowid or 0)

    def update(self, table: str, id: int, values: Mapping[str, Any]) -> list[str]:
        """Change fields in place, keeping each old value in `changes`; returns the fields that did change."""
        columns = self._columns(table, values)
        before = self.row(f"SELECT * FROM {table} WHERE id = :id", {"id": id})  # noqa: S608 - checked by _columns
        assert before is not None, f"{table} {id} is gone"
        changed = [column for column in columns if before[column] != values[column]]
        if not changed:
            return []
        assignments = ", ".join(f"{column} = :{column}" for column in changed)
        self.connection.execute(f"UPDATE {table} SET {assignments} WHERE id = :id", {**values, "id": id})  # noqa: S608
        self.record(table, id, ((column, before[column], values[column]) for column in changed))
        self._note(table, before | {"id": id})
        if table == "stages" and not {"position", "kind", "removed_by"}.isdisjoint(changed):
            self.pipeline = True
        self.workweek |= table == "settings"
        return changed

    def record(self, table: str, id: int, changes: Iterable[tuple[str, Any, Any]]) -> None:
        """Write (field, old, new) into the history of a row."""
        self.connection.executemany(
            "INSERT INTO changes (batch_id, table_name, row_id, field, old, new) VALUES (?, ?, ?, ?, ?, ?)",
            [(self.id, table, id, field, old, new) for field, old, new in changes],
        )

    def remove(self, table: str, id: int) -> None:
        """Take a row back: it stays in the file, marked with this batch, and no list shows it any more."""
        self._columns(table, ())
        row = self.row(f"SELECT * FROM {table} WHERE id = :id", {"id": id})  # noqa: S608 - checked by _columns
        assert row is not None, f"{table} {id} is gone"
        self.connection.execute(
            f"UPDATE {table} SET removed_by = :batch WHERE id = :id",  # noqa: S608 - checked by _columns
            {"batch": self.id, "id": id},
        )
        self._note(table, row)

    def _note(self, table: str, row: Mapping[str, Any]) -> None:
        self.touched += 1
        if table == "leads" and "id" in row:
            self.leads.add(row["id"])
        elif "lead_id" in row:
            self.leads.add(row["lead_id"])

    def _columns(self, table: str, names: Iterable[str]) -> list[str]:
        assert table in TABLES, f"no batch writes {table}"
        known = {row[1] for row in self.connection.execute(f"PRAGMA table_xinfo({table})")}
        columns = list(names)
        assert known.issuperset(columns), f"{table} has no column {set(columns) - known}"
        return columns


class Batches(Tables):
    """The list of batches, as `history` and `undo` read it."""

    def all(self, limit: int) -> list[Row]:
        """The newest batches first; batch, at, actor, command, summary, touched, undone (flag)."""
        return self.rows(
            """SELECT id AS batch, at, actor, command, summary, touched, undone_by IS NOT NULL AS undone
               FROM batches WHERE id > 1 ORDER BY id DESC LIMIT :limit""",
            {"limit": limit},
        )

    def file_mark(self) -> str:
        """What tells this file from those of other teams, for ever: when it was made, "20260331T143000Z"."""
        return str(self.value("SELECT replace(replace(at, '-', ''), ':', '') FROM batches WHERE id = 1"))

    def get(self, batch: int) -> Row | None:
        return self.row("SELECT * FROM batches WHERE id = :id AND id > 1", {"id": batch})

    def last_of(self, actor: str) -> int | None:
        """The actor's newest batch that was not taken back, undoings aside."""
        found: int | None = self.value(
            """SELECT max(id) FROM batches
               WHERE actor = :actor AND command <> 'undo' AND undone_by IS NULL AND id > 1""",
            {"actor": actor},
        )
        return found

    def imports(self) -> list[Row]:
        """Every file that was imported, newest first, with its counts."""
        return self.rows(
            """SELECT i.batch_id AS batch, b.at, b.actor, i.file, i.sheet, i.rows, i.created, i.updated, i.unchanged,
                      i.duplicates, i.rejected, b.undone_by IS NOT NULL AS undone
               FROM imports i JOIN batches b ON b.id = i.batch_id ORDER BY i.batch_id DESC"""
        )
