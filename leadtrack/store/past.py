"""The world of an earlier day, told again from what was never thrown away.

`travel` lays temporary tables over those of the file that have changed since, under the same names, so that every
question that is asked afterwards on this connection is answered as it would have been then. The file stays as it is.
What a purge deleted is gone from the past, too.

In the same way `count` lays what reports count over counts that are out of date; `recount` then puts it in their place.
"""

import re

from leadtrack.store.sqlite import Tables
from leadtrack.store.tallies import DONE, TABLES, Tallies

# What no report looks at, and what is only read beside something that was told back.
_NOT_TOLD = frozenset({"batches", "changes", "facts", "origins", "imports", "mappings", "purges"})


class Past(Tables):
    def travel(self, at: str) -> int:
        """Go back to the instant `at`, what happened at it included; returns how many batches were left behind.

        Nothing may be written on this connection from then on.
        """
        last = {"last": int(self.value("SELECT coalesce(max(id), 0) FROM batches WHERE at <= :at", {"at": at}))}
        behind = int(self.value("SELECT count(*) FROM batches WHERE id > :last", last))
        if not behind:
            return 0
        self.connection.execute("PRAGMA foreign_keys = OFF")  # a temporary table cannot refer to the file's own
        told = [table for table in self._tables() if self._changed(table, last)]
        for table in told:
            self._tell(table, last)
        if told:
            from leadtrack.store.facts import Facts  # a report of today needs nothing of it

            for table in ("facts", "stays"):
                self._cover(table)
            Facts(self.connection).retell(row[0] for row in self.connection.execute("SELECT id FROM leads").fetchall())
            self._count()
            self._cover(DONE)
            Tallies(self.connection).count_done()
        return behind

    def count(self) -> None:
        """Where what the file has counted is out of date, count it for this connection alone, once."""
        if Tallies(self.connection).is_paused() and not self._is_counted():
            self.connection.execute("PRAGMA foreign_keys = OFF")  # a temporary table cannot refer to the file's own
            self._count()
            self.connection.execute("PRAGMA foreign_keys = ON")

    def recount(self) -> bool:
        """Count anew what the file has counted, if a change of very many leads left it out of date; whether it had to.

        It is counted beside the file first, so that nobody waits to write; if somebody did write, once more.
        """
        counted, version = Tallies(self.connection), self._version()
        if not counted.is_paused():
            return False
        self.connection.execute("PRAGMA foreign_keys = OFF")  # as in `count`
        if self._is_counted():
            counted.count_anew()
        else:
            self._count()
        with self.together("BEGIN IMMEDIATE"):
            if self._version() != version:
                counted.count_anew()
            for table in TABLES:
                self.connection.execute(f"DELETE FROM main.{table}")  # noqa: S608 - a constant
                self.connection.execute(f"INSERT INTO main.{table} SELECT * FROM temp.{table}")  # noqa: S608
            self.connection.execute("DELETE FROM pauses")
        for table in TABLES:
            self.connection.execute(f"DROP TABLE temp.{table}")
        self.connection.execute("PRAGMA foreign_keys = ON")
        return True

    def _version(self) -> int:
        """Another number once another connection has written."""
        return int(self.value("PRAGMA data_version"))

    def _is_counted(self) -> bool:
        laid = "SELECT EXISTS (SELECT 1 FROM temp.sqlite_master WHERE name = :name)"
        return bool(self.value(laid, {"name": TABLES[0]}))

    def _count(self) -> None:
        """Lay what reports count over the file's own, and count it."""
        for table in TABLES:
            self._cover(table)
        Tallies(self.connection).count_anew()

    def _cover(self, table: str) -> None:
        self._lay(table)
        self._index(table)

    def purged(self, at: str) -> int:
        """How many leads were deleted for good after an instant."""
        return int(
            self.value(
                "SELECT coalesce(sum(p.leads), 0) FROM purges p JOIN batches b ON b.id = p.batch_id WHERE b.at > :at",
                {"at": at},
            )
        )

    def _tables(self) -> list[str]:
        return [
            row[0]
            for row in self.connection.execute(
                """SELECT m.name FROM main.sqlite_master m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
                   AND (m.name = 'settings' OR 2 = (SELECT count(*) FROM pragma_table_info(m.name)
                                                    WHERE name IN ('batch_id', 'removed_by')))
                   ORDER BY m.name"""
            ).fetchall()
            if row[0] not in _NOT_TOLD
        ]

    def _changed(self, table: str, last: dict[str, int]) -> bool:
        asked = "EXISTS (SELECT 1 FROM main.changes WHERE table_name = :table AND batch_id > :last)"
        if table != "settings":
            asked += f" OR EXISTS (SELECT 1 FROM main.{table} WHERE batch_id > :last OR removed_by > :last)"  # noqa: S608
        return bool(self.value(f"SELECT {asked}", {"table": table, **last}))

    def _tell(self, table: str, last: dict[str, int]) -> None:
        """Rows that stood then or had been taken back by then, each field with the value that it had."""
        columns = self._lay(table)
        names = ", ".join(columns)
        since = "batch_id <= :last" if "batch_id" in columns else "1"
        self.connection.execute(
            f"INSERT INTO temp.{table} ({names}) SELECT {names} FROM main.{table} WHERE {since}",  # noqa: S608
            last,
        )
        changed = self.connection.execute(
            "SELECT DISTINCT field FROM main.changes WHERE table_name = :table AND batch_id > :last",
            {"table": table, **last},
        ).fetchall()
        for (field,) in changed:
            # the first change since then knows the value of then
            self.connection.execute(
                f"""UPDATE temp.{table} SET {field} = c.old FROM (
                        SELECT row_id, old, min(id) FROM main.changes
                        WHERE table_name = :table AND field = :field AND batch_id > :last GROUP BY row_id) c
                    WHERE c.row_id = {table}.id""",  # noqa: S608 - names of the schema
                {"table": table, "field": field, **last},
            )
        if "removed_by" in columns:
            self.connection.execute(
                f"UPDATE temp.{table} SET removed_by = NULL WHERE removed_by > :last",  # noqa: S608 - a name
                last,
            )
        self._index(table)

    def _lay(self, table: str) -> list[str]:
        """An empty table over the file's own; returns its columns, those left out that are computed."""
        made = self.value("SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = :name", {"name": table})
        self.connection.execute(re.sub(r"^CREATE TABLE \"?\w+\"?", f"CREATE TEMP TABLE {table}", made))
        return [row[1] for row in self.connection.execute(f"PRAGMA temp.table_xinfo({table})") if row[6] == 0]

    def _index(self, table: str) -> None:
        for (made,) in self.connection.execute(
            "SELECT sql FROM main.sqlite_master WHERE type = 'index' AND tbl_name = :name AND sql IS NOT NULL",
            {"name": table},
        ).fetchall():
            self.connection.execute(re.sub(r"^CREATE (UNIQUE )?INDEX (\w+)", r"CREATE \1INDEX temp.\2", made))
