"""What stands once per lead, told from what happened. The only place that writes `facts`.

A lead that exists has exactly one row here; a lead that was taken back or merged into another has none, so joining
`facts` is how every query leaves such leads out.
"""

from collections.abc import Iterable

from leadtrack.store.sqlite import Tables

# The meaning of every fact, in one statement; `doctor` compares its answer with what stands there.
_TELL = """
SELECT l.id AS lead_id,
       (SELECT rep_id FROM assignments a WHERE a.lead_id = l.id AND a.removed_by IS NULL
        ORDER BY a.at DESC, a.id DESC LIMIT 1) AS rep_id,
       coalesce((SELECT to_stage_id FROM stage_moves m WHERE m.lead_id = l.id AND m.removed_by IS NULL
                 ORDER BY m.at DESC, m.id DESC LIMIT 1), l.entered_stage_id) AS stage_id,
       coalesce((SELECT s.id FROM stages s
                 WHERE s.kind IN ('open', 'won')
                   AND (s.id = l.entered_stage_id
                        OR s.id IN (SELECT to_stage_id FROM stage_moves m
                                    WHERE m.lead_id = l.id AND m.removed_by IS NULL))
                 ORDER BY s.position DESC LIMIT 1), l.entered_stage_id) AS furthest_stage_id,
       l.created_at,
       (SELECT min(at) FROM assignments a
        WHERE a.lead_id = l.id AND a.rep_id IS NOT NULL AND a.removed_by IS NULL) AS first_assigned_at,
       (SELECT CASE WHEN rep_id IS NULL THEN NULL ELSE at END FROM assignments a
        WHERE a.lead_id = l.id AND a.removed_by IS NULL ORDER BY a.at DESC, a.id DESC LIMIT 1) AS assigned_at,
       (SELECT min(at) FROM activities v
        WHERE v.lead_id = l.id AND v.attempt AND v.removed_by IS NULL) AS first_attempt_at,
       (SELECT count(*) FROM activities v
        WHERE v.lead_id = l.id AND v.attempt AND v.removed_by IS NULL) AS attempts,
       (SELECT max(at) FROM activities v WHERE v.lead_id = l.id AND v.removed_by IS NULL) AS last_touch_at,
       (SELECT min(due_at) FROM reminders d
        WHERE d.lead_id = l.id AND d.done_at IS NULL AND d.removed_by IS NULL) AS next_reminder_at,
       l.value
FROM leads l
WHERE l.removed_by IS NULL AND l.merged_into IS NULL AND l.id IN (SELECT lead_id FROM temp.stirred)
"""

_RESPONDED = """
UPDATE facts SET responded_at = (SELECT min(at) FROM activities v
                                 WHERE v.lead_id = facts.lead_id AND v.attempt AND v.removed_by IS NULL
                                   AND v.at >= facts.assigned_at)
WHERE lead_id IN (SELECT lead_id FROM temp.stirred) AND assigned_at IS NOT NULL
"""

_COLUMNS = (
    "lead_id, rep_id, stage_id, furthest_stage_id, created_at, first_assigned_at, assigned_at, first_attempt_at,"
    " attempts, last_touch_at, next_reminder_at, value"
)


class Facts(Tables):
    def refresh(self, leads: Iterable[int]) -> None:
        """Tell the facts of these leads anew; to be called inside the transaction that changed their cause."""
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS stirred (lead_id INTEGER PRIMARY KEY)")
        self.connection.execute("DELETE FROM temp.stirred")
        self.connection.executemany("INSERT OR IGNORE INTO temp.stirred VALUES (?)", [(lead,) for lead in leads])
        self._retell()

    def refresh_batch(self, batch: int) -> None:
        """The same for every lead that a batch made: nothing has happened to them yet, so it is one plain copy."""
        self.connection.execute(
            """INSERT INTO facts (lead_id, stage_id, furthest_stage_id, created_at, value)
               SELECT id, entered_stage_id, entered_stage_id, created_at, value FROM leads WHERE batch_id = :batch""",
            {"batch": batch},
        )

    def assigned_in(self, batch: int) -> None:
        """The same after a batch of assignments, for as many leads as there are: only what an assignment changes."""
        self.connection.execute(
            """UPDATE facts SET rep_id = a.rep_id, assigned_at = a.at, responded_at = NULL,
                      first_assigned_at = coalesce(first_assigned_at, a.at)
               FROM (SELECT lead_id, rep_id, at FROM assignments WHERE batch_id = :batch) a
               WHERE facts.lead_id = a.lead_id""",
            {"batch": batch},
        )

    def _retell(self) -> None:
        self.connection.execute("DELETE FROM facts WHERE lead_id IN (SELECT lead_id FROM temp.stirred)")
        self.connection.execute(f"INSERT INTO facts ({_COLUMNS}) {_TELL}")
        self.connection.execute(_RESPONDED)
