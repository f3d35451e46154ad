"""Who covers which place."""

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Row, Tables


class Territories(Tables):
    def all(self) -> list[Row]:
        """By rep and place; territory, rep, region, country, unit, value."""
        return self.rows(
            """SELECT t.id AS territory, r.name AS rep, g.name AS region, t.country, t.unit, t.value
               FROM territories t JOIN reps r ON r.id = t.rep_id LEFT JOIN regions g ON g.id = r.region_id
               WHERE t.removed_by IS NULL AND r.removed_by IS NULL ORDER BY r.name, t.unit, t.value"""
        )

    def claims(self) -> list[Row]:
        """What assignment needs: country, unit, value, rep_id, rep, region, batch_id (since when the rep covers it)."""
        return self.rows(
            """SELECT t.country, t.unit, t.value, t.rep_id, r.name AS rep, t.batch_id
               FROM territories t JOIN reps r ON r.id = t.rep_id
               WHERE t.removed_by IS NULL AND r.removed_by IS NULL ORDER BY r.name, t.id"""
        )

    def has(self, rep: int, country: str, unit: str, value: str) -> bool:
        return bool(
            self.value(
                """SELECT 1 FROM territories WHERE rep_id = :rep AND country = :country AND unit = :unit
                   AND value = :value AND removed_by IS NULL""",
                {"rep": rep, "country": country, "unit": unit, "value": value},
            )
        )

    def add(self, batch: Batch, rep: int, country: str, unit: str, value: str) -> int:
        return batch.insert("territories", {"rep_id": rep, "country": country, "unit": unit, "value": value})
