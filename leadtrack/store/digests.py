"""What a rep's morning page asks for beside promises and leads that lie."""

import json
from collections.abc import Iterable

from leadtrack.store.sqlite import NAME, Row, Tables

NEW = f"""
SELECT r.name AS rep, f.lead_id AS lead, {NAME} AS name, l.company, coalesce(l.phone, l.mobile) AS phone, l.email,
       l.city, l.state, c.name AS source, f.assigned_at, l.opt_out_phone, l.opt_out_email
FROM facts f JOIN stages s ON s.id = f.stage_id AND s.kind = 'open' JOIN reps r ON r.id = f.rep_id
JOIN leads l ON l.id = f.lead_id LEFT JOIN sources c ON c.id = l.source_id
WHERE f.rep_id > 0 AND (:rep IS NULL OR f.rep_id = :rep) AND f.assigned_at >= :since AND f.responded_at IS NULL
ORDER BY f.assigned_at, f.lead_id
"""  # noqa: S608 - a constant


class Digests(Tables):
    def new(self, since: str, rep: int | None) -> list[Row]:
        """Open leads that came to a rep since then and that the rep has not tried yet, who waits longest first."""
        return self.rows(NEW, {"since": since, "rep": rep})

    def contact(self, leads: Iterable[int]) -> dict[int, Row]:
        """How these leads may be reached beside their telephone: lead -> email, opt_out_phone, opt_out_email."""
        found = self.rows(
            """SELECT l.id AS lead, l.email, l.opt_out_phone, l.opt_out_email
               FROM json_each(:leads) j JOIN leads l ON l.id = j.value""",
            {"leads": json.dumps(list(leads))},
        )
        return {row.pop("lead"): row for row in found}
