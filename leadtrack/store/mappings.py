"""Mappings that a person confirmed, by the headers of the sheets they are for."""

import json
from collections.abc import Mapping, Sequence

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Row, Tables


class Mappings(Tables):
    def all(self) -> list[Row]:
        """Oldest first; mapping (its number), file, headers (list), columns ({header: field})."""
        rows = self.rows(
            "SELECT id AS mapping, file, headers, columns FROM mappings WHERE removed_by IS NULL ORDER BY id"
        )
        for row in rows:
            row["headers"], row["columns"] = json.loads(row["headers"]), json.loads(row["columns"])
        return rows

    def of(self, headers: Sequence[str | None]) -> dict[str, str]:
        """What was confirmed for sheets with these headers: {header: field}, empty where nothing was."""
        found = self.value(
            "SELECT columns FROM mappings WHERE headers = :headers AND removed_by IS NULL",
            {"headers": _folded(headers)},
        )
        return json.loads(found) if found else {}

    def remember(self, batch: Batch, headers: Sequence[str | None], columns: Mapping[str, str], file: str) -> None:
        """Remember, or change what is remembered."""
        text = json.dumps(dict(columns), ensure_ascii=False)
        number = self.value(
            "SELECT id FROM mappings WHERE headers = :headers AND removed_by IS NULL", {"headers": _folded(headers)}
        )
        if number:
            batch.update("mappings", number, {"columns": text})
        else:
            batch.insert("mappings", {"headers": _folded(headers), "columns": text, "file": file})

    def forget(self, batch: Batch, mapping: int) -> None:
        batch.remove("mappings", mapping)


def _folded(headers: Sequence[str | None]) -> str:
    """Headers as they are compared: without case and outer blanks."""
    return json.dumps([" ".join((header or "").casefold().split()) for header in headers], ensure_ascii=False)
