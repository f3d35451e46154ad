"""The numbers behind reports, straight from the facts."""

from leadtrack.store.sqlite import Row, Tables


class Reporting(Tables):
    def reps(self, since: str | None, until: str | None, now: str, today: str) -> list[Row]:
        """Per rep, of the leads created in [since, until): rep_id, rep, region, assigned, untouched, attempts, won,
        and the reminders of the rep that are overdue at `now` (of a whole day: before `today`)."""
        return self.rows(
            """WITH held AS (
                   SELECT f.rep_id, count(*) AS assigned, sum(f.attempts = 0) AS untouched,
                          sum(f.attempts) AS attempts, sum(s.kind = 'won') AS won
                   FROM facts f JOIN stages s ON s.id = f.stage_id
                   WHERE f.rep_id IS NOT NULL
                     AND (:since IS NULL OR f.created_at >= :since) AND (:until IS NULL OR f.created_at < :until)
                   GROUP BY f.rep_id
               ), late AS (
                   SELECT d.rep_id, count(*) AS overdue
                   FROM reminders d JOIN facts x ON x.lead_id = d.lead_id
                   WHERE d.done_at IS NULL AND d.removed_by IS NULL
                     AND d.due_at < CASE d.whole_day WHEN 1 THEN :today ELSE :now END
                   GROUP BY d.rep_id
               )
               SELECT r.id AS rep_id, r.name AS rep, g.name AS region,
                      coalesce(h.assigned, 0) AS assigned, coalesce(h.untouched, 0) AS untouched,
                      coalesce(h.attempts, 0) AS attempts, coalesce(l.overdue, 0) AS overdue, coalesce(h.won, 0) AS won
               FROM reps r
               LEFT JOIN regions g ON g.id = r.region_id
               LEFT JOIN held h ON h.rep_id = r.id
               LEFT JOIN late l ON l.rep_id = r.id
               WHERE r.removed_by IS NULL ORDER BY r.name""",
            {"since": since, "until": until, "now": now, "today": today},
        )

    def responses(self, since: str | None, until: str | None) -> list[tuple[int, str, str]]:
        """Per lead that was answered: (rep, assigned at, first attempt after that)."""
        return self.connection.execute(
            """SELECT rep_id, assigned_at, responded_at FROM facts
               WHERE rep_id IS NOT NULL AND responded_at IS NOT NULL
                 AND (:since IS NULL OR created_at >= :since) AND (:until IS NULL OR created_at < :until)""",
            {"since": since, "until": until},
        ).fetchall()

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
