"""The steps of the ladder, and what was done by them."""

from collections.abc import Iterable
from typing import Any

from leadtrack.instants import from_iso
from leadtrack.ladder import Rung
from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import NAME, Row, Tables


class Escalations(Tables):
    def ladder(self) -> list[Rung]:
        return [
            Rung(row["id"], row["action"], row["minutes"], row["temperature"], row["source_id"], row["rep_id"],
                 from_iso(row["at"]))
            for row in self.rows(
                """SELECT s.*, b.at FROM steps s JOIN batches b ON b.id = s.batch_id WHERE s.removed_by IS NULL
                   ORDER BY s.minutes, s.id"""
            )
        ]  # fmt: skip

    def listed(self) -> list[Row]:
        """The same with names: step, action, minutes, temperature, source, rep."""
        return self.rows(
            """SELECT s.id AS step, s.action, s.minutes, s.temperature, o.name AS source, r.name AS rep
               FROM steps s LEFT JOIN sources o ON o.id = s.source_id LEFT JOIN reps r ON r.id = s.rep_id
               WHERE s.removed_by IS NULL ORDER BY s.source_id IS NOT NULL, o.name, s.temperature IS NOT NULL,
                     s.temperature, s.minutes, s.id"""
        )

    def add(self, batch: Batch, values: dict[str, Any]) -> int:
        return batch.insert("steps", values)

    def remove(self, batch: Batch, step: int) -> None:
        batch.update("steps", step, {"removed_by": batch.id})

    def unanswered(self, since: str, until: str) -> list[Row]:
        """Open leads that a rep got in [since, until] and made no attempt to reach yet, those longest waiting first:
        lead, rep_id, assigned_at, source_id, temperature (a rep's word, else what it was then), done (actions)."""
        return self.rows(
            """SELECT f.lead_id AS lead, f.rep_id, f.assigned_at,
                      (SELECT l.source_id FROM leads l WHERE l.id = f.lead_id) AS source_id,
                      coalesce(f.temperature,
                               (SELECT a.temperature FROM assignments a
                                WHERE a.lead_id = f.lead_id AND a.removed_by IS NULL
                                ORDER BY a.at DESC, a.id DESC LIMIT 1)) AS temperature,
                      coalesce((SELECT group_concat(e.action) FROM escalations e
                                WHERE e.lead_id = f.lead_id AND e.assigned_at = f.assigned_at
                                  AND e.removed_by IS NULL), '') AS done
               FROM facts f
               WHERE f.rep_id IS NOT NULL AND f.responded_at IS NULL AND f.assigned_at >= :since
                 AND f.assigned_at <= :until AND f.stage_id IN (SELECT id FROM stages WHERE kind = 'open')
               ORDER BY f.assigned_at, f.lead_id""",
            {"since": since, "until": until},
        )

    def done(self, batch: Batch, values: dict[str, Any]) -> int:
        return batch.insert("escalations", {**values, "at": batch.at})

    def settled(self) -> list[tuple[int, bool]]:
        """Open reminders of steps that are over: (reminder, whether somebody did make an attempt)."""
        found = self.connection.execute(
            """SELECT d.id, f.rep_id = e.rep_id AND f.responded_at IS NOT NULL
               FROM escalations e JOIN reminders d ON d.id = e.reminder_id
               LEFT JOIN facts f ON f.lead_id = e.lead_id LEFT JOIN stages s ON s.id = f.stage_id
               WHERE e.removed_by IS NULL AND d.done_at IS NULL AND d.removed_by IS NULL
                 AND (f.lead_id IS NULL OR f.responded_at IS NOT NULL OR f.rep_id IS NOT e.rep_id
                      OR f.assigned_at IS NOT e.assigned_at OR s.kind <> 'open')
               ORDER BY d.id"""
        )
        return [(reminder, bool(answered)) for reminder, answered in found]

    def log(self, lead: int | None, limit: int | None) -> list[Row]:
        """What was done, newest first: at, lead, name, rep, action, what, batch."""
        return self.rows(
            f"""SELECT e.at, e.lead_id AS lead, {NAME} AS name, r.name AS rep, e.action, e.what, e.batch_id AS batch
                FROM escalations e JOIN leads l ON l.id = e.lead_id JOIN reps r ON r.id = e.rep_id
                WHERE e.removed_by IS NULL AND (:lead IS NULL OR e.lead_id = :lead)
                ORDER BY e.id DESC LIMIT :limit""",  # noqa: S608 - a constant
            {"lead": lead, "limit": -1 if limit is None else limit},
        )

    def take(self, batch: Batch, row: dict[str, Any], reminders: Iterable[int]) -> None:
        """A lead goes from one rep to another (a row of assignments); the reminders of its steps are given up."""
        from leadtrack.store.scoring import Scoring

        batch.insert("assignments", {**row, "at": batch.at, **Scoring(self.connection).kept(row["lead_id"], batch.at)})
        for reminder in reminders:
            batch.update("reminders", reminder, {"done_at": batch.at, "dropped": 1})

    def open_reminders(self, lead: int) -> list[int]:
        """The open reminders that steps made for a lead."""
        found = self.connection.execute(
            """SELECT d.id FROM escalations e JOIN reminders d ON d.id = e.reminder_id
               WHERE e.lead_id = :lead AND e.removed_by IS NULL AND d.done_at IS NULL AND d.removed_by IS NULL""",
            {"lead": lead},
        )
        return [reminder for (reminder,) in found]
