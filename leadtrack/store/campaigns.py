"""Sources (channels) and campaigns (one paid effort within a channel)."""

import json
from collections.abc import Mapping, Sequence

from leadtrack.store.batches import Batch
from leadtrack.store.facts import Facts
from leadtrack.store.sqlite import Row, Tables


class Campaigns(Tables):
    def sources(self) -> list[Row]:
        """By name; id, name, leads."""
        return self.rows(
            """SELECT s.id, s.name, (SELECT count(*) FROM leads l JOIN facts f ON f.lead_id = l.id
                                     WHERE l.source_id = s.id) AS leads
               FROM sources s WHERE s.removed_by IS NULL ORDER BY s.name"""
        )

    def all(self) -> list[Row]:
        """By name; id, name, source, cost, lead_cost, starts_on, ends_on, leads, targets (ever on it), answered."""
        return self.rows(
            """SELECT c.id, c.name, s.name AS source, c.cost, c.lead_cost, c.starts_on, c.ends_on,
                      (SELECT count(*) FROM leads l JOIN facts f ON f.lead_id = l.id
                       WHERE l.campaign_id = c.id) AS leads,
                      (SELECT count(*) FROM targets t
                       WHERE t.campaign_id = c.id AND t.removed_by IS NULL) AS targets,
                      (SELECT count(*) FROM targets t
                       WHERE t.campaign_id = c.id AND t.removed_by IS NULL AND t.answered_at IS NOT NULL) AS answered
               FROM campaigns c LEFT JOIN sources s ON s.id = c.source_id
               WHERE c.removed_by IS NULL ORDER BY c.name"""
        )

    def name_of_source(self, number: int) -> str:
        return str(self.value("SELECT name FROM sources WHERE id = :id", {"id": number}))

    def source_named(self, name: str) -> int | None:
        """The number of the source of that name, which may be an alias."""
        found: int | None = self.value(
            """SELECT coalesce((SELECT id FROM sources WHERE name = :name AND removed_by IS NULL),
                               (SELECT source_id FROM source_aliases WHERE name = :name AND removed_by IS NULL))""",
            {"name": name},
        )
        return found

    def aliases(self) -> list[Row]:
        """By name; id, name, source_id."""
        return self.rows("SELECT id, name, source_id FROM source_aliases WHERE removed_by IS NULL ORDER BY name")

    def alias(self, batch: Batch, name: str, source: int) -> None:
        """Let a name mean a source from now on."""
        known = self.value("SELECT id FROM source_aliases WHERE name = :name AND removed_by IS NULL", {"name": name})
        if known:
            batch.update("source_aliases", known, {"source_id": source})
        else:
            batch.insert("source_aliases", {"name": name, "source_id": source})

    def merge(self, batch: Batch, old: int, new: int) -> int:
        """Make one source of two: the leads, campaigns and names of `old` become those of `new`. Returns the leads."""
        both = {"old": old, "new": new, "batch": batch.id}
        self.connection.execute(
            """INSERT INTO changes (batch_id, table_name, row_id, field, old, new)
               SELECT :batch, 'leads', id, 'source_id', :old, :new FROM leads WHERE source_id = :old""",
            both,
        )
        moved = self.connection.execute("UPDATE leads SET source_id = :new WHERE source_id = :old", both).rowcount
        batch.touched += moved
        Facts(self.connection).sourced(old, new)
        for table in ("campaigns", "source_aliases"):
            for row in self.rows(f"SELECT id FROM {table} WHERE source_id = :old", {"old": old}):  # noqa: S608 - two
                batch.update(table, row["id"], {"source_id": new})
        name = self.value("SELECT name FROM sources WHERE id = :old", {"old": old})
        batch.update("sources", old, {"removed_by": batch.id})
        self.alias(batch, name, new)
        return moved

    def campaign_named(self, name: str) -> int | None:
        found: int | None = self.value(
            "SELECT id FROM campaigns WHERE name = :name AND removed_by IS NULL", {"name": name}
        )
        return found

    def source(self, batch: Batch, name: str) -> int:
        """The number of the source of that name, made where it is missing."""
        return self.source_named(name) or batch.insert("sources", {"name": name})

    def campaign(self, batch: Batch, name: str) -> int:
        """The number of the campaign of that name, made where it is missing."""
        return self.campaign_named(name) or batch.insert("campaigns", {"name": name})

    def source_of(self, campaign: int) -> str | None:
        """The name of the source in which a campaign runs."""
        found: str | None = self.value(
            "SELECT s.name FROM campaigns c JOIN sources s ON s.id = c.source_id WHERE c.id = :campaign",
            {"campaign": campaign},
        )
        return found

    def complete(self, batch: Batch, campaign: int, source: str) -> None:
        """Say in which source a campaign runs, where that is not known; the source is made where it is missing."""
        if self.value("SELECT source_id FROM campaigns WHERE id = :campaign", {"campaign": campaign}) is None:
            batch.update("campaigns", campaign, {"source_id": self.source(batch, source)})

    def make_waiting(self, batch: Batch, named: Mapping[str, Sequence[str]]) -> None:
        """Make the sources and campaigns that rows of an import, waiting to become leads, name for the first time.

        `named` are the names as Intake.named gives them: {"source": names, "campaign": names}.
        """
        for table, column in (("sources", "source"), ("campaigns", "campaign")):
            for row in self.rows(
                f"""SELECT min(name) AS name FROM (SELECT value AS name, key AS place FROM json_each(:names))
                    WHERE name NOT IN (SELECT name FROM {table} WHERE removed_by IS NULL)
                    GROUP BY name COLLATE NOCASE ORDER BY min(place)""",  # noqa: S608 - constants above
                {"names": json.dumps(named[column])},
            ):
                batch.insert(table, row)
