"""Leads that were merged: what went where, and what stands in the way of taking it back."""

from collections.abc import Iterable

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import NAME, Row, Tables

# What goes with a lead into the one it is merged into. Its assignments and moves stay: they are its own way.
MOVED = ("activities", "reminders", "temperatures", "origins", "targets")

_FAMILY = "SELECT id FROM leads WHERE id = :lead OR merged_into = :lead"

# Rows with this condition belong to a batch that still stands.
_STANDS = "b.undone_by IS NULL AND b.undoes IS NULL"


class Merges(Tables):
    def into(self, lead: int) -> int | None:
        """The lead that a merged one was merged into; None of one that stands on its own, or is not there."""
        found: int | None = self.value("SELECT merged_into FROM leads WHERE id = :lead", {"lead": lead})
        return found

    def of(self, lead: int) -> list[int]:
        """The leads that were merged into this one."""
        found = self.connection.execute(
            "SELECT id FROM leads WHERE merged_into IS NOT NULL AND merged_into = :lead ORDER BY id", {"lead": lead}
        )
        return [row[0] for row in found]

    def record(self, lead: int) -> Row:
        """A merged lead as it was: the columns of leads with the names of its source and campaign, and when, by whom
        and with which batch it was merged (at, actor, batch)."""
        row = self.row(
            """SELECT l.*, s.name AS source, c.name AS campaign
               FROM leads l LEFT JOIN sources s ON s.id = l.source_id LEFT JOIN campaigns c ON c.id = l.campaign_id
               WHERE l.id = :lead""",
            {"lead": lead},
        )
        assert row is not None, f"lead {lead} is gone"
        return row | (self.made(lead) or {"at": None, "actor": None, "batch": None})

    def made(self, lead: int) -> Row | None:
        """The merge, still standing, in which this lead lost its own number: batch, at, actor."""
        return self.row(
            f"""SELECT b.id AS batch, b.at, b.actor FROM changes c JOIN batches b ON b.id = c.batch_id
                WHERE c.table_name = 'leads' AND c.row_id = :lead AND c.field = 'merged_into' AND c.old IS NULL
                  AND {_STANDS} ORDER BY b.id DESC LIMIT 1""",  # noqa: S608 - constants
            {"lead": lead},
        )

    def merged_by(self, batch: int) -> list[int]:
        """The leads that a batch merged into another."""
        found = self.connection.execute(
            """SELECT DISTINCT row_id FROM changes WHERE batch_id = :batch AND table_name = 'leads'
               AND field = 'merged_into' AND old IS NULL AND new IS NOT NULL ORDER BY row_id""",
            {"batch": batch},
        )
        return [row[0] for row in found]

    def history(self, lead: int) -> int:
        """How much happened to a lead: its activities, reminders and moves."""
        return sum(
            self.value(f"SELECT count(*) FROM {table} WHERE lead_id = :lead AND removed_by IS NULL", {"lead": lead})  # noqa: S608 - constants
            for table in ("activities", "reminders", "stage_moves")
        )

    def last_move(self, lead: int) -> str:
        """When a lead was last moved to another stage; "" if never."""
        found = self.value(
            "SELECT max(at) FROM stage_moves WHERE lead_id = :lead AND removed_by IS NULL", {"lead": lead}
        )
        return str(found or "")

    def confirmed(self, lead: int) -> dict[str, str]:
        """Field -> when a person last said the value that it has now, by edit or when the lead was added by hand.

        What was said of a lead that was merged into this one counts, as long as the value is the same.
        """
        now = self.row("SELECT * FROM leads WHERE id = :lead", {"lead": lead}) or {}
        said: dict[str, str] = {}
        changed: set[tuple[int, str]] = set()
        for row in self.rows(
            f"""SELECT c.row_id, c.field, c.new, b.command, b.at FROM changes c JOIN batches b ON b.id = c.batch_id
                WHERE c.table_name = 'leads' AND c.row_id IN ({_FAMILY}) AND {_STANDS}""",  # noqa: S608 - constants
            {"lead": lead},
        ):
            changed.add((row["row_id"], row["field"]))
            if row["command"] == "edit" and now[row["field"]] == row["new"]:
                said[row["field"]] = max(said.get(row["field"], ""), row["at"])
        for row in self.rows(
            f"""SELECT l.*, b.at FROM leads l JOIN batches b ON b.id = l.batch_id
                WHERE l.id IN ({_FAMILY}) AND b.command = 'add'""",  # noqa: S608 - constants
            {"lead": lead},
        ):
            for field, value in row.items():
                if value is not None and now.get(field) == value and (row["id"], field) not in changed:
                    said[field] = max(said.get(field, ""), row["at"])
        names = {"source_id": "source", "campaign_id": "campaign"}
        return {names.get(field, field): at for field, at in said.items()}

    def merge(self, batch: Batch, loser: int, winner: int) -> dict[str, int]:
        """Mark a lead as merged and hand over what goes with it; returns how much of it, table by table."""
        moved = {}
        for table in MOVED:
            rows = self.connection.execute(
                f"SELECT id, removed_by IS NULL FROM {table} WHERE lead_id = :lead",  # noqa: S608 - constants
                {"lead": loser},
            ).fetchall()
            for id, _ in rows:
                batch.update(table, id, {"lead_id": winner})
            moved[table] = sum(visible for _, visible in rows)
        for earlier in (*self.of(loser), loser):
            batch.update("leads", earlier, {"merged_into": winner})
        batch.leads.add(winner)
        return moved

    def concerned(self, batch: int) -> bool:
        """Whether a batch merged leads, or parted them."""
        return bool(
            self.value(
                """SELECT EXISTS (SELECT 1 FROM changes WHERE batch_id = :batch AND table_name = 'leads'
                                  AND field = 'merged_into')""",
                {"batch": batch},
            )
        )

    def purged(self, batch: int) -> list[int]:
        """Leads into which taking a batch back would merge others, and that were deleted for good; [0] where those that
        it merged or parted were, so that their numbers are known no more."""
        gone = self.connection.execute(
            """SELECT DISTINCT c.old FROM changes c
               WHERE c.batch_id = :batch AND c.table_name = 'leads' AND c.field = 'merged_into' AND c.old IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM leads l WHERE l.id = c.old)""",
            {"batch": batch},
        ).fetchall()
        merged = self.value(
            """WITH RECURSIVE chain (id) AS (
                   SELECT :batch UNION ALL SELECT b.undoes FROM chain JOIN batches b USING (id)
                   WHERE b.undoes IS NOT NULL)
               SELECT EXISTS (SELECT 1 FROM chain JOIN batches b USING (id) WHERE b.command = 'merge')""",
            {"batch": batch},
        )
        return [row[0] for row in gone] or ([0] if merged and not self.concerned(batch) else [])

    def later(self, batch: int) -> int | None:
        """A merge, still standing, that went on with what this batch had changed; None without one."""
        found: int | None = self.value(
            """SELECT max(later.batch_id) FROM changes mine
               JOIN changes later ON later.table_name = mine.table_name AND later.row_id = mine.row_id
                    AND later.field = mine.field AND later.id > mine.id
               JOIN batches b ON b.id = later.batch_id
               WHERE mine.batch_id = :batch AND later.batch_id <> :batch AND b.command = 'merge'
                 AND b.undone_by IS NULL""",
            {"batch": batch},
        )
        return found

    def since(self, batch: int, lead: int) -> list[Row]:
        """What happened to a lead after a batch and is there still: what (a table), how many."""
        return [
            {"what": table, "number": number}
            for table in (*MOVED[:-1], "stage_moves", "assignments")
            if (
                number := self.value(
                    f"""SELECT count(*) FROM {table}
                        WHERE lead_id = :lead AND batch_id > :batch AND removed_by IS NULL""",  # noqa: S608 - constants
                    {"lead": lead, "batch": batch},
                )
            )
        ]

    def torn(self) -> dict[int, Row]:
        """Merged leads in disorder, by number: they have a story of their own again ("worked"), or the lead that they
        were merged into is "gone" (into, why). Nothing that is written may leave one behind."""
        rows = self.rows(
            """SELECT l.id AS lead, l.merged_into AS "into",
                      CASE WHEN w.removed_by IS NOT NULL OR w.merged_into IS NOT NULL THEN 'gone' ELSE 'worked' END
                      AS why
               FROM leads l JOIN leads w ON w.id = l.merged_into
               WHERE l.merged_into IS NOT NULL
                 AND (w.removed_by IS NOT NULL OR w.merged_into IS NOT NULL
                      OR EXISTS (SELECT 1 FROM activities x WHERE x.lead_id = l.id AND x.removed_by IS NULL)
                      OR EXISTS (SELECT 1 FROM reminders x WHERE x.lead_id = l.id AND x.removed_by IS NULL)
                      OR EXISTS (SELECT 1 FROM temperatures x WHERE x.lead_id = l.id AND x.removed_by IS NULL)
                      OR EXISTS (SELECT 1 FROM origins x WHERE x.lead_id = l.id AND x.removed_by IS NULL)
                      OR EXISTS (SELECT 1 FROM targets x WHERE x.lead_id = l.id AND x.removed_by IS NULL))"""
        )
        return {row.pop("lead"): row for row in rows}

    def names(self, leads: Iterable[int]) -> dict[int, str]:
        """What leads are called, merged ones, too."""
        return {
            lead: self.value(f"SELECT coalesce({NAME}, '') FROM leads l WHERE id = :lead", {"lead": lead}) or ""  # noqa: S608
            for lead in leads
        }
