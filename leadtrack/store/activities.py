"""What was done for a lead, and what came from it."""

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Row, Tables


class Activities(Tables):
    def add(
        self,
        batch: Batch,
        lead: int,
        *,
        rep: int | None,
        at: str,
        kind: str,
        direction: str,
        outcome: str | None,
        text: str | None,
    ) -> int:
        return batch.insert(
            "activities",
            {
                "lead_id": lead, "rep_id": rep, "at": at, "kind": kind, "direction": direction,
                "outcome": outcome, "text": text,
            },
        )  # fmt: skip

    def of(self, lead: int) -> list[Row]:
        """Oldest first; at, kind, direction, outcome, text, rep."""
        return self.rows(
            """SELECT a.id AS activity, a.at, a.kind, a.direction, a.outcome, a.text, r.name AS rep
               FROM activities a LEFT JOIN reps r ON r.id = a.rep_id
               WHERE a.lead_id = :lead AND a.removed_by IS NULL ORDER BY a.at, a.id""",
            {"lead": lead},
        )
