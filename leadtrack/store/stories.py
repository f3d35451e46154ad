"""What else a lead's story is told from: its promises with when they were made, and how it came in."""

from leadtrack.store.sqlite import Row, Tables


class Stories(Tables):
    def promises(self, lead: int) -> list[Row]:
        """By when they were made: the whole rows of reminders, with made_at, actor and rep (its name)."""
        return self.rows(
            """SELECT d.*, b.at AS made_at, b.actor, r.name AS rep
               FROM reminders d JOIN batches b ON b.id = d.batch_id LEFT JOIN reps r ON r.id = d.rep_id
               WHERE d.lead_id = :lead AND d.removed_by IS NULL ORDER BY d.id""",
            {"lead": lead},
        )

    def changed_promises(self, lead: int) -> list[Row]:
        """When promises were put off or handed over, oldest first.

        id, at, actor, text, whole_day, field (due_at or rep_id), old and new (instants, or the names of reps).
        """
        return self.rows(
            """SELECT d.id, b.at, b.actor, d.text, d.whole_day, c.field,
                      CASE c.field WHEN 'due_at' THEN c.old ELSE o.name END AS old,
                      CASE c.field WHEN 'due_at' THEN c.new ELSE n.name END AS new
               FROM reminders d JOIN changes c ON c.table_name = 'reminders' AND c.row_id = d.id
               JOIN batches b ON b.id = c.batch_id
               LEFT JOIN reps o ON c.field = 'rep_id' AND o.id = c.old
               LEFT JOIN reps n ON c.field = 'rep_id' AND n.id = c.new
               WHERE d.lead_id = :lead AND d.removed_by IS NULL AND c.field IN ('due_at', 'rep_id')
                 AND b.command = 'remind' AND b.undone_by IS NULL ORDER BY c.id""",
            {"lead": lead},
        )
