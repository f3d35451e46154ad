"""When leads may be called, by state and country."""

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Row, Tables


class Calling(Tables):
    def all(self) -> list[Row]:
        """name ("US-FL", "US" or "" for everywhere), opens, closes, days, in the order of their names."""
        return self.rows(
            "SELECT id, name, opens, closes, days FROM calling_hours WHERE removed_by IS NULL ORDER BY name"
        )

    def set(self, batch: Batch, name: str, opens: str, closes: str, days: str) -> None:
        values = {"opens": opens, "closes": closes, "days": days}
        known = self._named(name)
        if known:
            batch.update("calling_hours", known, values)
        else:
            batch.insert("calling_hours", {"name": name, **values})

    def remove(self, batch: Batch, name: str) -> bool:
        """Whether there were hours of that name."""
        known = self._named(name)
        if known:
            batch.update("calling_hours", known, {"removed_by": batch.id})
        return known is not None

    def _named(self, name: str) -> int | None:
        found: int | None = self.value(
            "SELECT id FROM calling_hours WHERE name = :name AND removed_by IS NULL", {"name": name}
        )
        return found
