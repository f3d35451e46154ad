"""The rules by which leads find their rep, as they are kept."""

import json
from collections.abc import Sequence

from leadtrack import rules
from leadtrack.rules import Rule
from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Tables


class Rules(Tables):
    def all(self) -> list[Rule]:
        """In their order, numbered from 1."""
        found = self.rows("SELECT * FROM rules WHERE removed_by IS NULL ORDER BY position, id")
        return [
            Rule(
                row["id"], number, row["kind"], rules.from_json(row["conditions"]),
                tuple(json.loads(row["reps"] or "[]")), row["region_id"], row["minutes"], row["batch_id"],
            )
            for number, row in enumerate(found, start=1)
        ]  # fmt: skip

    def add(self, batch: Batch, rule: Rule) -> int:
        """Make a rule, at the end; returns the number of its row."""
        last = self.value("SELECT coalesce(max(position), 0) FROM rules WHERE removed_by IS NULL")
        return batch.insert(
            "rules",
            {
                "position": last + 1, "kind": rule.kind, "conditions": rules.to_json(rule.wishes),
                "reps": json.dumps(rule.reps) if rule.reps else None, "region_id": rule.region, "minutes": rule.minutes,
            },
        )  # fmt: skip

    def order(self, batch: Batch, ids: Sequence[int]) -> None:
        """Give the rules the order of `ids`, the numbers of their rows."""
        for position, id in enumerate(ids, start=1):
            batch.update("rules", id, {"position": position})

    def remove(self, batch: Batch, id: int) -> None:
        batch.update("rules", id, {"removed_by": batch.id})
