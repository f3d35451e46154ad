"""The numbers behind reports, straight from the facts."""

from leadtrack.store.sqlite import Row, Tables


class Reporting(Tables):
    def names(self, noun: str) -> dict[int, str]:
        """Of reps, regions, sources or campaigns, number -> name; with "(removed)" where it was taken back."""
        assert noun in ("rep", "region", "source", "campaign")
        return dict(
            self.connection.execute(
                f"SELECT id, name || iif(removed_by IS NULL, '', ' (removed)') FROM {noun}s"  # noqa: S608 - one of four
            ).fetchall()
        )

    def campaigns(self) -> list[Row]:
        """Every campaign that stands or has leads: id, name, source_id, cost, lead_cost, starts_on, ends_on, leads (all
        that came by it), targets and answered."""
        return self.rows(
            """SELECT c.id, c.name || iif(c.removed_by IS NULL, '', ' (removed)') AS name, c.source_id, c.cost,
                      c.lead_cost, c.starts_on, c.ends_on, coalesce(n.leads, 0) AS leads,
                      coalesce(t.targets, 0) AS targets, coalesce(t.answered, 0) AS answered
               FROM campaigns c
               LEFT JOIN (SELECT campaign_id, count(*) AS leads FROM facts GROUP BY campaign_id) n
                    ON n.campaign_id = c.id
               LEFT JOIN (SELECT campaign_id, count(*) AS targets, count(answered_at) AS answered
                          FROM targets WHERE removed_by IS NULL GROUP BY campaign_id) t ON t.campaign_id = c.id
               WHERE c.removed_by IS NULL OR n.leads ORDER BY c.name, c.id"""
        )

    def counts(self) -> dict[str, int]:
        """How much the file holds: leads, reps, regions, territories, activities, reminders (open), batches."""
        return {
            name: self.value(sql)
            for name, sql in {
                "leads": "SELECT count(*) FROM facts",
                "reps": "SELECT count(*) FROM reps WHERE removed_by IS NULL",
                "regions": "SELECT count(*) FROM regions WHERE removed_by IS NULL",
                "territories": "SELECT count(*) FROM territories WHERE removed_by IS NULL",
                "activities": "SELECT count(*) FROM activities WHERE removed_by IS NULL",
                "reminders": "SELECT count(*) FROM reminders WHERE removed_by IS NULL AND done_at IS NULL",
                "batches": "SELECT count(*) FROM batches WHERE id > 1",
            }.items()
        }
