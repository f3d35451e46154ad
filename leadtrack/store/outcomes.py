"""Outcomes of a contact that the team has of its own."""

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Row, Tables


class Outcomes(Tables):
    def all(self, *, removed: bool = False) -> list[Row]:
        """By name; id, name, like (the shipped outcome that it is a kind of), removed (flag)."""
        return self.rows(
            """SELECT id, name, like, removed_by IS NOT NULL AS removed FROM outcomes
               WHERE removed_by IS NULL OR :removed ORDER BY name, id""",
            {"removed": removed},
        )

    def add(self, batch: Batch, name: str, like: str) -> int:
        return batch.insert("outcomes", {"name": name, "like": like})

    def revive(self, batch: Batch, outcome: int) -> None:
        batch.update("outcomes", outcome, {"removed_by": None})

    def remove(self, batch: Batch, outcome: int) -> None:
        batch.update("outcomes", outcome, {"removed_by": batch.id})

    def likes(self) -> dict[str, str]:
        """Which shipped outcome each of the team's own is like, those that were removed, too."""
        return {row["name"]: row["like"] for row in self.all(removed=True)}
