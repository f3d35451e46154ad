"""Deleting for good: the only place of the program that does, and nothing refers to what is gone.

What belongs to a row is told by the foreign keys of the schema itself, so that a table that comes later is not
forgotten: a row that must have its lead goes with it, a row that may have one loses it.
"""

from collections.abc import Iterable

from leadtrack.store.batches import Batch
from leadtrack.store.facts import Facts
from leadtrack.store.sqlite import NAME, Row, Tables

# A lead that was merged into another is part of it, though the schema lets it stand alone.
_PART_OF = {("leads", "merged_into")}


class Purging(Tables):
    def newest(self) -> int:
        """The number of the newest batch: what is younger was done meanwhile."""
        return int(self.value("SELECT max(id) FROM batches"))

    def junk(self, before: str) -> list[Row]:
        """Leads in a junk stage to which nothing happened since an instant, by number.

        lead, name, company, since (when they became junk), why, promised (whether a reminder is open), refused (whether
        they want no mail or no calls).
        """
        return self.rows(
            f"""SELECT * FROM (
                    SELECT l.id AS lead, {NAME} AS name, l.company, coalesce(f.stage_since, f.created_at) AS since,
                           (SELECT m.reason FROM stage_moves m
                            WHERE m.lead_id = l.id AND m.to_stage_id = f.stage_id AND m.removed_by IS NULL
                            ORDER BY m.at DESC, m.id DESC LIMIT 1) AS why,
                           f.next_reminder_at IS NOT NULL AS promised,
                           coalesce(l.opt_out_email, 0) OR coalesce(l.opt_out_phone, 0) AS refused,
                           f.last_touch_at
                    FROM facts f JOIN stages s ON s.id = f.stage_id AND s.kind = 'junk' JOIN leads l ON l.id = f.lead_id
                ) WHERE since < :before AND (last_touch_at IS NULL OR last_touch_at < :before)
                ORDER BY lead""",  # noqa: S608 - NAME is a constant
            {"before": before},
        )

    def of(self, batch: int) -> Row | None:
        """What a batch deleted for good: archive, leads, targets; None where it deleted nothing."""
        return self.row("SELECT archive, leads, targets FROM purges WHERE batch_id = :batch", {"batch": batch})

    def record(self, batch: Batch, archive: str, *, leads: int = 0, targets: int = 0) -> None:
        self.connection.execute(
            "INSERT INTO purges (batch_id, archive, leads, targets) VALUES (:batch, :archive, :leads, :targets)",
            {"batch": batch.id, "archive": archive, "leads": leads, "targets": targets},
        )

    def changed_since(self, table: str, newest: int) -> set[int]:
        """Rows of `leads` or `targets` to which something was done in a later batch."""
        found = {
            row[0]
            for row in self.connection.execute(
                "SELECT row_id FROM changes WHERE table_name = :table AND batch_id > :newest",
                {"table": table, "newest": newest},
            )
        }
        for child, column, needed in self._children(table):
            if needed and "batch_id" in self._columns(child):
                sql = f"SELECT {column} FROM {child} WHERE batch_id > :newest"  # noqa: S608 - names of the schema
                found.update(row[0] for row in self.connection.execute(sql, {"newest": newest}))
        if table == "leads":  # whom another lead was merged into, or taken from
            for value in ("old", "new"):
                sql = f"""SELECT {value} FROM changes WHERE table_name = 'leads' AND field = 'merged_into'
                          AND batch_id > :newest AND {value} IS NOT NULL"""  # noqa: S608 - the two columns
                found.update(row[0] for row in self.connection.execute(sql, {"newest": newest}))
        return found

    def delete(self, batch: Batch, table: str, numbers: Iterable[int]) -> int:
        """Delete rows of `leads` or `targets` with all that belongs to them; returns how many rows went in all."""
        self.connection.execute("PRAGMA defer_foreign_keys = ON")
        self.connection.execute(
            """CREATE TEMP TABLE IF NOT EXISTS going
               (name TEXT, number INTEGER, PRIMARY KEY (name, number)) WITHOUT ROWID"""
        )
        self.connection.execute("DELETE FROM temp.going")
        self.connection.executemany(
            "INSERT OR IGNORE INTO temp.going VALUES (:name, :number)",
            ({"name": table, "number": number} for number in numbers),
        )
        gone = 0
        tables = self._gather(table)
        self._blank_mail()
        Facts(self.connection).forget("f.lead_id IN (SELECT number FROM temp.going WHERE name = 'leads')")
        for name in tables:
            self.connection.execute(
                """DELETE FROM changes WHERE table_name = :name
                   AND row_id IN (SELECT number FROM temp.going WHERE name = :name)""",
                {"name": name},
            )
            for child, column, needed in self._children(name):
                if not needed:
                    self.connection.execute(
                        f"""UPDATE {child} SET {column} = NULL
                            WHERE {column} IN (SELECT number FROM temp.going WHERE name = :name)
                              AND rowid NOT IN (SELECT number FROM temp.going WHERE name = :child)""",  # noqa: S608
                        {"name": name, "child": child},
                    )
        for name in reversed(tables):
            gone += self.connection.execute(
                f"DELETE FROM {name} WHERE rowid IN (SELECT number FROM temp.going WHERE name = :name)",  # noqa: S608
                {"name": name},
            ).rowcount
        batch.touched += gone
        return gone

    def _blank_mail(self) -> None:
        """Mail that told of what goes says so no more; what waits to be sent is not sent."""
        self.connection.execute(
            """UPDATE outbox SET subject = 'deleted for good', text = 'deleted for good', html = NULL,
                      state = iif(state = 'queued', 'failed', state),
                      answer = iif(state = 'queued', 'what it told of was deleted for good', answer)
               WHERE batch_id IN (SELECT a.batch_id FROM assignments a
                                  JOIN temp.going g ON g.name = 'leads' AND g.number = a.lead_id)
                  OR id IN (SELECT t.mail_id FROM told_reminders t
                            JOIN temp.going g ON g.name = 'reminders' AND g.number = t.reminder_id)"""
        )

    def _gather(self, table: str) -> list[str]:
        """Add to `going` what cannot be without what goes already; returns the tables concerned, in order."""
        tables, waiting = [table], [table]
        while waiting:
            name = waiting.pop(0)
            for child, column, needed in self._children(name):
                if not needed:
                    continue
                found = self.connection.execute(
                    f"""INSERT OR IGNORE INTO temp.going SELECT :child, rowid FROM {child}
                        WHERE {column} IN (SELECT number FROM temp.going WHERE name = :name)""",  # noqa: S608 - schema
                    {"child": child, "name": name},
                ).rowcount
                if found:
                    waiting.append(child)
                    tables += [] if child in tables else [child]
        return tables

    def _children(self, table: str) -> list[tuple[str, str, bool]]:
        """What refers to a table: (table, column, whether a row of it goes when what it refers to goes)."""
        found = []
        for (child,) in self.connection.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall():
            for key in self.connection.execute(f"PRAGMA foreign_key_list({child})").fetchall():
                if key[2].lower() == table:
                    column = key[3]
                    needed = self._columns(child)[column] or (child, column) in _PART_OF
                    found.append((child, column, needed))
        return found

    def _columns(self, table: str) -> dict[str, bool]:
        """The columns of a table: name -> whether it must have a value."""
        return {row[1]: bool(row[3]) or bool(row[5]) for row in self.connection.execute(f"PRAGMA table_info({table})")}
