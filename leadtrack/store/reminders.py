"""Promises with a due time."""

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import NAME, Row, Tables


class Reminders(Tables):
    def add(self, batch: Batch, lead: int, *, rep: int | None, due_at: str, whole_day: bool, text: str) -> int:
        return batch.insert(
            "reminders",
            {
                "lead_id": lead,
                "rep_id": rep,
                "due_at": due_at,
                "whole_day": int(whole_day),
                "text": text,
                "done_at": None,
            },
        )

    def get(self, reminder: int) -> Row | None:
        return self.row("SELECT * FROM reminders WHERE id = :id AND removed_by IS NULL", {"id": reminder})

    def done(self, batch: Batch, reminder: int, at: str) -> None:
        batch.update("reminders", reminder, {"done_at": at})
        batch.leads.add(self.value("SELECT lead_id FROM reminders WHERE id = :id", {"id": reminder}))

    def of(self, lead: int) -> list[Row]:
        return self.rows(
            """SELECT d.id AS reminder, d.due_at, d.whole_day, d.text, d.done_at, r.name AS rep
               FROM reminders d LEFT JOIN reps r ON r.id = d.rep_id
               WHERE d.lead_id = :lead AND d.removed_by IS NULL ORDER BY d.due_at, d.id""",
            {"lead": lead},
        )

    def due(self, since: str | None, until: str, rep: int | None) -> list[Row]:
        """Open reminders with due_at in [since, until), soonest first."""
        return self.rows(
            f"""SELECT d.id AS reminder, d.lead_id AS lead, {NAME} AS name,
                      l.company, coalesce(l.phone, l.mobile) AS phone, r.name AS rep, d.due_at, d.whole_day, d.text
               FROM reminders d JOIN leads l ON l.id = d.lead_id LEFT JOIN reps r ON r.id = d.rep_id
               WHERE d.done_at IS NULL AND d.removed_by IS NULL AND l.removed_by IS NULL
                 AND d.due_at < :until AND (:since IS NULL OR d.due_at >= :since) AND (:rep IS NULL OR d.rep_id = :rep)
               ORDER BY d.due_at, d.id""",  # noqa: S608 - a constant
            {"since": since, "until": until, "rep": rep},
        )
