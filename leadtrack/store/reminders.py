"""Promises with a due time."""

from collections.abc import Iterable, Mapping

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import NAME, Row, Tables

# Open ones, soonest first, with what a person wants to know of the lead; a rep's own have an index of their own.
_DUE = f"""
SELECT d.id AS reminder, d.lead_id AS lead, {NAME} AS name, l.company, coalesce(l.phone, l.mobile) AS phone, l.email,
       l.opt_out_phone, l.opt_out_email, r.name AS rep, d.due_at, d.whole_day, d.text, d.priority, d.repeats
FROM reminders d JOIN leads l ON l.id = d.lead_id LEFT JOIN reps r ON r.id = d.rep_id
WHERE d.done_at IS NULL AND d.removed_by IS NULL AND l.removed_by IS NULL AND d.due_at >= :since AND d.due_at < :until
"""  # noqa: S608 - a constant
DUE_OF_ALL = _DUE + "ORDER BY d.due_at, d.id"
DUE_OF_REP = _DUE + "AND d.rep_id = :rep ORDER BY d.due_at, d.id"

# What a calendar of one rep shows of a reminder; fate: open, done, or gone (given up, taken back, handed over).
_ENTRY = f"""
SELECT d.id AS reminder, coalesce(d.series_id, d.id) AS series, d.lead_id AS lead, {NAME} AS name, l.company,
       coalesce(l.phone, l.mobile) AS phone, l.email, d.due_at, d.whole_day, d.text, d.priority, d.repeats, d.occurs_at,
       d.done_at,
       CASE WHEN d.removed_by IS NOT NULL OR d.dropped OR l.removed_by IS NOT NULL OR d.rep_id IS NOT :rep THEN 'gone'
            WHEN d.done_at IS NOT NULL THEN 'done' ELSE 'open' END AS fate,
       (SELECT count(DISTINCT c.batch_id) FROM changes c
        WHERE c.table_name = 'reminders' AND c.row_id = d.id) AS changes,
       (SELECT max(b.at) FROM batches b
        WHERE b.id IN (SELECT d.batch_id UNION ALL SELECT d.removed_by UNION ALL SELECT c.batch_id FROM changes c
                       WHERE c.table_name = 'reminders' AND c.row_id = d.id)) AS changed_at
FROM reminders d JOIN leads l ON l.id = d.lead_id
"""  # noqa: S608 - a constant


class Reminders(Tables):
    def add(
        self,
        batch: Batch,
        lead: int,
        *,
        rep: int | None,
        due_at: str,
        whole_day: bool,
        text: str,
        priority: str = "normal",
        repeats: str | None = None,
        occurs_at: str | None = None,
        series: int | None = None,
        done_at: str | None = None,
    ) -> int:
        return batch.insert(
            "reminders",
            {
                "lead_id": lead, "rep_id": rep, "due_at": due_at, "whole_day": int(whole_day), "text": text,
                "priority": priority, "repeats": repeats, "occurs_at": occurs_at, "series_id": series,
                "done_at": done_at,
            },
        )  # fmt: skip

    def get(self, reminder: int) -> Row | None:
        """The whole row, with the name of its rep."""
        return self.row(
            """SELECT d.*, r.name AS rep FROM reminders d LEFT JOIN reps r ON r.id = d.rep_id
               WHERE d.id = :id AND d.removed_by IS NULL""",
            {"id": reminder},
        )

    def has(self, lead: int, due_at: str | None, text: str) -> bool:
        """Whether the lead has or had such a reminder, put off since or not; without a time one that comes again."""
        return bool(
            self.value(
                """SELECT EXISTS (
                       SELECT 1 FROM reminders d WHERE d.lead_id = :lead AND d.text = :text AND d.removed_by IS NULL
                       AND CASE WHEN :due_at IS NULL THEN d.repeats IS NOT NULL
                           ELSE d.due_at = :due_at OR EXISTS (
                               SELECT 1 FROM changes c WHERE c.table_name = 'reminders' AND c.row_id = d.id
                               AND c.field = 'due_at' AND c.old = :due_at) END)""",
                {"lead": lead, "due_at": due_at, "text": text},
            )
        )

    def close(self, batch: Batch, reminder: int, at: str, *, dropped: bool = False) -> None:
        """It is done at that instant, or given up."""
        batch.update("reminders", reminder, {"done_at": at, "dropped": int(dropped)})

    def put_off(self, batch: Batch, reminder: int, due_at: str, whole_day: bool) -> None:
        batch.update("reminders", reminder, {"due_at": due_at, "whole_day": int(whole_day)})

    def give(self, batch: Batch, reminder: int, rep: int) -> None:
        batch.update("reminders", reminder, {"rep_id": rep})

    def of(self, lead: int) -> list[Row]:
        """Soonest first; reminder, due_at, whole_day, text, done_at, dropped (flag), rep, priority, repeats."""
        return self.rows(
            """SELECT d.id AS reminder, d.due_at, d.whole_day, d.text, d.done_at, d.dropped, r.name AS rep, d.priority,
                      d.repeats
               FROM reminders d LEFT JOIN reps r ON r.id = d.rep_id
               WHERE d.lead_id = :lead AND d.removed_by IS NULL ORDER BY d.due_at, d.id""",
            {"lead": lead},
        )

    def due(self, since: str | None, until: str, rep: int | None) -> list[Row]:
        """Open reminders with due_at in [since, until), soonest first."""
        return self.rows(DUE_OF_ALL if rep is None else DUE_OF_REP, {"since": since or "", "until": until, "rep": rep})

    def entries(self, rep: int, since: str) -> list[Row]:
        """What a rep's calendar shows: all that is open, and what was done, given up or handed over since then."""
        return self.rows(
            f"""{_ENTRY} WHERE d.id IN (
                    SELECT id FROM reminders WHERE rep_id = :rep AND done_at IS NULL AND removed_by IS NULL
                    UNION SELECT id FROM reminders WHERE rep_id = :rep AND done_at >= :since
                    UNION SELECT x.id FROM reminders x JOIN batches b ON b.id = x.removed_by
                    WHERE x.rep_id = :rep AND b.at >= :since
                    UNION SELECT c.row_id FROM changes c JOIN batches b ON b.id = c.batch_id
                    WHERE c.table_name = 'reminders' AND c.field = 'rep_id' AND c.old = :rep AND b.at >= :since)
                ORDER BY d.due_at, d.id""",  # noqa: S608 - a constant
            {"rep": rep, "since": since},
        )

    def events(self, reminders: Iterable[int]) -> list[Row]:
        """The same for these, in their order."""
        found = (self.row(f"{_ENTRY} WHERE d.id = :id", {"id": number, "rep": None}) for number in reminders)
        return [row for row in found if row is not None]

    def days(self) -> list[str]:
        """The first instants of the days for which something is promised, each once."""
        return [
            row[0]
            for row in self.connection.execute(
                """SELECT due_at FROM reminders WHERE whole_day AND removed_by IS NULL
                   UNION SELECT occurs_at FROM reminders
                   WHERE whole_day AND occurs_at IS NOT NULL AND removed_by IS NULL"""
            )
        ]

    def move_days(self, batch: Batch, moved: Mapping[str, str]) -> None:
        """Let the days begin at other instants, since the team's zone is another: old -> new."""
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS moved_days (old TEXT PRIMARY KEY, new TEXT NOT NULL)")
        self.connection.execute("DELETE FROM temp.moved_days")
        self.connection.executemany("INSERT INTO temp.moved_days VALUES (?, ?)", moved.items())
        for field in ("occurs_at", "due_at"):
            touched = f"FROM reminders d JOIN temp.moved_days m ON m.old = d.{field} WHERE d.whole_day"
            touched += " AND d.removed_by IS NULL"
            batch.leads.update(row[0] for row in self.connection.execute(f"SELECT d.lead_id {touched}"))
            self.connection.execute(
                f"""INSERT INTO changes (batch_id, table_name, row_id, field, old, new)
                    SELECT :batch, 'reminders', d.id, :field, m.old, m.new {touched}""",
                {"batch": batch.id, "field": field},
            )
            batch.touched += self.connection.execute(
                f"""UPDATE reminders SET {field} = m.new FROM temp.moved_days m
                    WHERE m.old = {field} AND whole_day AND removed_by IS NULL"""  # noqa: S608 - constants
            ).rowcount
