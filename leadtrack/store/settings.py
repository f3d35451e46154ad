"""What the team has settled: its time zone and country."""

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Tables


class Settings(Tables):
    def all(self) -> dict[str, str]:
        return {row["key"]: row["value"] for row in self.rows("SELECT key, value FROM settings ORDER BY key")}

    def get(self, key: str) -> str | None:
        found: str | None = self.value("SELECT value FROM settings WHERE key = :key", {"key": key})
        return found

    def set(self, batch: Batch, key: str, value: str) -> None:
        number = self.value("SELECT id FROM settings WHERE key = :key", {"key": key})
        batch.update("settings", number, {"value": value})
