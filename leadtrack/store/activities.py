"""What was done for a lead, and what came from it."""

from collections.abc import Sequence
from typing import Any

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import NAME, Row, Tables

_CHUNK = 400  # keys that go into one statement


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
        **more: Any,
    ) -> int:
        """Write one; `more` may be nature, seconds, subject, stage_action_id, fingerprint."""
        return batch.insert(
            "activities",
            {
                "lead_id": lead, "rep_id": rep, "at": at, "kind": kind, "direction": direction,
                "outcome": outcome, "text": text, **more,
            },
        )  # fmt: skip

    def of(self, lead: int) -> list[Row]:
        """Oldest first; activity, at, kind, direction, outcome, text, rep, nature, seconds, subject, action (the text
        of the stage action that it ticked off)."""
        return self.rows(
            """SELECT a.id AS activity, a.at, a.kind, a.direction, a.outcome, a.text, r.name AS rep, a.nature,
                      a.seconds, a.subject, t.text AS action
               FROM activities a LEFT JOIN reps r ON r.id = a.rep_id
               LEFT JOIN stage_actions t ON t.id = a.stage_action_id
               WHERE a.lead_id = :lead AND a.removed_by IS NULL ORDER BY a.at, a.id""",
            {"lead": lead},
        )

    def between(self, since: str, until: str, rep: int | None) -> list[Row]:
        """What happened in [since, until), oldest first: as `of`, with lead (its number) and name."""
        return self.rows(
            f"""SELECT a.lead_id AS lead, {NAME} AS name, a.id AS activity, a.at, a.kind, a.direction, a.outcome,
                       a.text, r.name AS rep, a.nature, a.seconds, a.subject, t.text AS action
                FROM activities a JOIN leads l ON l.id = a.lead_id AND l.removed_by IS NULL
                LEFT JOIN reps r ON r.id = a.rep_id LEFT JOIN stage_actions t ON t.id = a.stage_action_id
                WHERE a.removed_by IS NULL AND a.at >= :since AND a.at < :until AND (:rep IS NULL OR a.rep_id = :rep)
                ORDER BY a.at, a.id""",  # noqa: S608 - a constant
            {"since": since, "until": until, "rep": rep},
        )

    def known(self, fingerprints: Sequence[int]) -> set[int]:
        """Which of these rows of a call log stand here already."""
        found: set[int] = set()
        for start in range(0, len(fingerprints), _CHUNK):
            chunk = list(fingerprints[start : start + _CHUNK])
            found.update(
                row[0]
                for row in self.connection.execute(
                    f"""SELECT fingerprint FROM activities
                        WHERE fingerprint IN ({", ".join("?" * len(chunk))}) AND removed_by IS NULL""",  # noqa: S608
                    chunk,
                )
            )
        return found

    def reached_by(self, numbers: Sequence[str], addresses: Sequence[str]) -> dict[str, list[Row]]:
        """Who answers to telephone numbers and e-mail addresses: key -> leads (lead, alive: a flag).

        A lead that was merged answers for the one that it was merged into.
        """
        found: dict[str, list[Row]] = {}
        for column, keys in (("phone", numbers), ("mobile", numbers), ("email", addresses)):
            for start in range(0, len(keys), _CHUNK):
                chunk = list(keys[start : start + _CHUNK])
                for row in self.rows(
                    f"""SELECT l.{column} AS key, f.lead_id AS lead, g.kind IN ('open', 'nurture') AS alive
                        FROM leads l JOIN facts f ON f.lead_id = coalesce(l.merged_into, l.id)
                        JOIN stages g ON g.id = f.stage_id
                        WHERE l.{column} IN ({", ".join("?" * len(chunk))}) ORDER BY f.lead_id""",  # noqa: S608 - constants
                    chunk,
                ):
                    leads = found.setdefault(row.pop("key"), [])
                    if all(other["lead"] != row["lead"] for other in leads):
                        leads.append(row)
        return found
