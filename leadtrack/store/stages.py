"""The pipeline, and the leads' moves through it."""

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Row, Tables


class Stages(Tables):
    def all(self) -> list[Row]:
        """In the order of the pipeline; id, name, kind, position, probability."""
        return self.rows(
            "SELECT id, name, kind, position, probability FROM stages WHERE removed_by IS NULL ORDER BY position, id"
        )

    def move(self, batch: Batch, lead: int, from_stage: int, to_stage: int, at: str, reason: str | None) -> None:
        batch.insert(
            "stage_moves",
            {"lead_id": lead, "from_stage_id": from_stage, "to_stage_id": to_stage, "at": at, "reason": reason},
        )

    def moves(self, lead: int) -> list[Row]:
        """Oldest first; at, from, to, reason, actor."""
        return self.rows(
            """SELECT m.at, a.name AS "from", b.name AS "to", m.reason, t.actor
               FROM stage_moves m JOIN stages a ON a.id = m.from_stage_id JOIN stages b ON b.id = m.to_stage_id
               JOIN batches t ON t.id = m.batch_id
               WHERE m.lead_id = :lead AND m.removed_by IS NULL ORDER BY m.at, m.id""",
            {"lead": lead},
        )

    def funnel(self, since: str | None, until: str | None) -> list[Row]:
        """Leads created in [since, until) by the furthest stage they reached and the present one.

        furthest (stage number), present (stage number), leads.
        """
        return self.rows(
            """SELECT furthest_stage_id AS furthest, stage_id AS present, count(*) AS leads
               FROM facts
               WHERE (:since IS NULL OR created_at >= :since) AND (:until IS NULL OR created_at < :until)
               GROUP BY furthest_stage_id, stage_id""",
            {"since": since, "until": until},
        )
