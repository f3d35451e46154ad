"""Whom a rep may have to turn to next: candidates from the edges of indexes, however many leads the rep has.

A queue of ten needs no order over twenty thousand leads. Of each open stage the leads are read that came last, that
were never touched for longest, that lie longest and that were touched last; besides those that replied, whom a rep
called hot, and whose promises are due.
"""

import json
from collections.abc import Iterable

from leadtrack.store.scoring import FIELDS
from leadtrack.store.sqlite import COUNTRY, NAME, NEW, QUIET, Row, Tables

# Each reads the end of an index that is all equal before it, so that LIMIT stops the reading. `rep_id > 0` says to
# SQLite that the index facts_queue may serve. Who was promised something is no candidate, but where a promise is due.
_MINE = "SELECT f.lead_id FROM facts f WHERE f.rep_id > 0 AND f.rep_id = :rep AND f.stage_id = :stage"
_FREE = f"{_MINE} AND f.next_reminder_at IS NULL AND {NEW}"
EDGES = {
    "came last": f"{_FREE} = 1 AND {QUIET} <= :now ORDER BY {QUIET} DESC, f.lead_id DESC LIMIT :most",
    # of a lead that says it will come in the future, that is no reason to hide it till then
    "said to come": f"{_FREE} = 1 AND {QUIET} > :now ORDER BY {QUIET} LIMIT :most",
    "never touched": f"{_FREE} = 1 ORDER BY {QUIET} LIMIT :most",
    "lies longest": f"{_FREE} = 0 ORDER BY {QUIET} LIMIT :most",
    "touched last": f"{_FREE} = 0 ORDER BY {QUIET} DESC LIMIT :most",
    "promised": f"{_MINE} AND f.next_reminder_at > '' ORDER BY f.next_reminder_at LIMIT :most",
}
HOT = ("came last", "said to come")
OF_A_REP = {
    "replied": """SELECT lead_id FROM facts WHERE rep_id = :rep AND replied_at IS NOT NULL
                  ORDER BY replied_at DESC LIMIT :most""",
    "called hot": """SELECT lead_id FROM facts WHERE rep_id = :rep AND temperature = 'hot' LIMIT :most""",
}
DUE = """
SELECT d.lead_id AS lead, d.id AS reminder, d.rep_id, d.due_at, d.whole_day, d.text, d.priority
FROM reminders d JOIN facts f ON f.lead_id = d.lead_id
WHERE d.done_at IS NULL AND d.removed_by IS NULL AND d.rep_id = :rep AND d.due_at < :until
ORDER BY d.due_at LIMIT :most
"""
_READ = f"""
SELECT l.id AS lead, {NAME} AS name, {FIELDS}, {COUNTRY} AS lies_in,
       l.source_id, f.rep_id, r.name AS rep, g.name AS stage, g.kind, g.rest_days, f.created_at, f.attempts,
       f.last_attempt_at, f.last_touch_at, f.stage_since, f.next_reminder_at,
       iif(f.next_reminder_at IS NULL, NULL,
           (SELECT max(b.at) FROM reminders d JOIN batches b ON b.id = d.batch_id
            WHERE d.lead_id = f.lead_id AND d.done_at IS NULL AND d.removed_by IS NULL)) AS promised_at,
       f.replies, f.replied_at, f.refused_at, f.temperature AS told, m.at AS made_at
FROM facts f JOIN leads l ON l.id = f.lead_id JOIN batches m ON m.id = l.batch_id
JOIN stages g ON g.id = f.stage_id LEFT JOIN reps r ON r.id = f.rep_id
WHERE f.lead_id IN (SELECT value FROM json_each(:leads))
"""  # noqa: S608 - constants


class Queue(Tables):
    def due(self, rep: int, until: str, most: int) -> list[Row]:
        """Open reminders of a rep due before `until`, the oldest first: lead, reminder, rep_id, due_at, whole_day,
        text, priority."""
        return self.rows(DUE, {"rep": rep, "until": until, "most": most})

    def candidates(self, rep: int, stages: Iterable[int], most: int, now: str, *, lying: bool) -> set[int]:
        """Leads of a rep at each edge, at most so many of each; without `lying` only of those where hot ones may be."""
        found: set[int] = set()
        for sql in OF_A_REP.values():
            found.update(row[0] for row in self.connection.execute(sql, {"rep": rep, "most": most}))
        for stage in stages:
            for edge, sql in EDGES.items():
                if lying or edge in HOT:
                    found.update(
                        row[0]
                        for row in self.connection.execute(sql, {"rep": rep, "stage": stage, "most": most, "now": now})
                    )
        return found

    def read(self, leads: Iterable[int]) -> list[Row]:
        """These leads with what their place in the queue, their score and the way to reach them are judged by."""
        rows = self.rows(_READ, {"leads": json.dumps(list(leads))})
        for row in rows:
            row["custom"] = json.loads(row["custom"]) if row["custom"] else {}
        return rows
