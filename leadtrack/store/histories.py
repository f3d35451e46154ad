"""What reports ask of what happened, beside the facts: who had a lead before, how long it was where, what was done."""

from leadtrack.store.selection import Key, Selection, joined
from leadtrack.store.sqlite import Row, Tables, seconds_between

# Every time that a lead left a stage: before (the stage), since (null: since it was created), at. A move to where it
# was already is none.
_LEFT = """
SELECT lead_id, at, before, lag(at) OVER (PARTITION BY lead_id ORDER BY at, id) AS since FROM (
    SELECT x.lead_id, x.at, x.id, x.to_stage_id,
           coalesce(lag(x.to_stage_id) OVER (PARTITION BY x.lead_id ORDER BY x.at, x.id),
                    (SELECT e.entered_stage_id FROM leads e WHERE e.id = x.lead_id)) AS before
    FROM stage_moves x WHERE x.removed_by IS NULL)
WHERE before <> to_stage_id
"""


class Histories(Tables):
    def held_before(self, of: Selection, by: str | None) -> list[Row]:
        """Leads that a rep had and lost again: per such time the group's key, lead, rep_id, since, until, tried_at (the
        first attempt within it, or None). The group of a rep or region is the one who had it then."""

        def then(sql: str) -> str:
            return sql.replace("f.rep_id", "a.rep_id")

        keys = [then(key) for key in of.keys(by)]
        columns = ", ".join(f"{key} AS key{n}" for n, key in enumerate(keys))
        where = then(of.where())
        found = self.rows(
            f"""SELECT {columns + "," if columns else ""} a.lead_id AS lead, a.rep_id, a.at AS since, a.until,
                       (SELECT min(v.at) FROM activities v
                        WHERE v.lead_id = a.lead_id AND v.attempt AND v.removed_by IS NULL
                          AND v.at >= a.at AND v.at < a.until) AS tried_at
                FROM facts f JOIN (
                    SELECT x.lead_id, x.rep_id, x.at,
                           lead(x.at) OVER (PARTITION BY x.lead_id ORDER BY x.at, x.id) AS until
                    FROM assignments x
                    WHERE x.removed_by IS NULL
                      AND x.lead_id IN (SELECT lead_id FROM facts WHERE first_assigned_at IS NOT assigned_at)
                ) a ON a.lead_id = f.lead_id AND a.rep_id IS NOT NULL AND a.until > a.at
                {then(joined(f"{' '.join(keys)} {where}")).removeprefix("FROM facts f")}
                WHERE {where} ORDER BY a.lead_id, a.at""",  # noqa: S608 - constants
            of.parameters(),
        )
        for row in found:
            row["key"] = tuple(row.pop(f"key{n}") for n in range(len(keys)))
        return found

    def overdue(self, of: Selection, by: str | None, today: str) -> list[tuple[Key, int]]:
        """Open reminders whose time has passed at now (of a whole day: before `today`), whatever the period: (key, how
        many). The group of a rep or region is the one who is to keep them, else that of their lead."""

        def then(sql: str) -> str:
            return sql.replace("f.rep_id", "d.rep_id")

        keys = [then(key) for key in of.keys(by)]
        ever = of._replace(since=None, until=None)
        where = then(ever.where())
        found = self.connection.execute(
            f"""SELECT {", ".join([*keys, "count(*)"])}
                FROM reminders d JOIN facts f ON f.lead_id = d.lead_id
                {then(joined(f"{' '.join(keys)} {where}")).removeprefix("FROM facts f")}
                WHERE d.done_at IS NULL AND d.removed_by IS NULL
                  AND d.due_at < CASE d.whole_day WHEN 1 THEN :today ELSE :now END AND {where}
                {"GROUP BY " + ", ".join(keys) if keys else ""}""",  # noqa: S608 - constants
            {**ever.parameters(), "today": today},
        )
        return [(row[:-1], row[-1]) for row in found]

    def stays(self, of: Selection, by: str | None) -> list[tuple[Key, int, int, int, int]]:
        """How long leads were in each stage: (key, stage, seconds, leads, whether the stay is over).

        Below a day in whole minutes, else in whole hours. A move to where a lead is already is none.
        """
        keys = of.keys(by)
        columns = "".join(f"{key} AS key{n}, " for n, key in enumerate(keys))
        names = "".join(f"key{n}, " for n in range(len(keys)))
        lasted = seconds_between("coalesce(m.since, f.created_at)", "m.at")
        over = f"""SELECT {columns} m.before AS stage, max(0, {lasted}) AS seconds, 1 AS over
            {joined(f"{columns} {of.where()}")} JOIN ({_LEFT}) m ON m.lead_id = f.lead_id WHERE {of.where()}"""
        still = f"""SELECT {columns} f.stage_id, max(0, {seconds_between("f.stage_since", ":now")}), 0
            {joined(f"{columns} {of.where()}")} WHERE {of.where()}"""
        found = self.connection.execute(
            f"""SELECT {names} stage, iif(seconds < 86400, seconds / 60 * 60, seconds / 3600 * 3600) AS length,
                       count(*), over
                FROM ({over} UNION ALL {still}) GROUP BY {names} stage, length, over""",  # noqa: S608 - constants
            of.parameters(),
        )
        return [(tuple(row[:-4]), *row[-4:]) for row in found]

    def activities(self, of: Selection, by: str | None) -> list[tuple[Key, str, str, str | None, Row]]:
        """What was done in the period, whenever its leads were created: (key, kind, direction, outcome, {contacts,
        attempts, seconds}). The group of a rep or region is the one who did it."""

        def then(sql: str) -> str:
            return sql.replace("f.rep_id", "v.rep_id")

        keys = [then(key) for key in of.keys(by)]
        ever = of._replace(since=None, until=None)
        where = then(ever.where())
        named = then(joined(f"{' '.join(keys)} {where}")).removeprefix("FROM facts f")
        # what is left of a lead that was taken back or merged has no activities that stand: the lead itself is asked
        # only where something of it is
        lead = "JOIN facts f ON f.lead_id = v.lead_id" if "f." in f"{keys} {where} {named}" else ""
        columns = "".join(f"{key}, " for key in keys)
        found = self.connection.execute(
            f"""SELECT {columns} v.kind, v.direction, v.outcome, count(*),
                       sum(v.kind <> 'note' AND v.direction = 'out' AND v.automatic = 0), coalesce(sum(v.seconds), 0)
                FROM activities v {lead} {named}
                WHERE v.removed_by IS NULL AND (:from_at IS NULL OR v.at >= :from_at)
                  AND (:to_at IS NULL OR v.at < :to_at) AND {where}
                GROUP BY v.outcome, v.kind, v.direction{"".join(f", {key}" for key in keys)}""",  # noqa: S608 - constants
            {**ever.parameters(), **_bounds(of)},
        )
        return [
            (tuple(row[:-6]), *row[-6:-3], dict(zip(("contacts", "attempts", "seconds"), row[-3:], strict=True)))
            for row in found
        ]

    def actions(self, of: Selection) -> list[Row]:
        """Per action of a stage: in how many stays of leads that ended in the period it was to be done (stays), and in
        how many it was done. stage_id, position, kind, text, stays, done."""
        ever = of._replace(since=None, until=None)
        return self.rows(
            f"""SELECT a.stage_id, a.position, a.kind, a.text, count(*) AS stays,
                       sum(EXISTS (SELECT 1 FROM activities v
                                   WHERE v.lead_id = m.lead_id AND v.stage_action_id = a.id AND v.removed_by IS NULL
                                     AND (m.since IS NULL OR v.at >= m.since) AND v.at <= m.at)) AS done
                FROM ({_LEFT}) m JOIN stage_actions a ON a.stage_id = m.before AND a.removed_by IS NULL
                JOIN facts f ON f.lead_id = m.lead_id {joined(ever.where()).removeprefix("FROM facts f")}
                WHERE (:from_at IS NULL OR m.at >= :from_at) AND (:to_at IS NULL OR m.at < :to_at) AND {ever.where()}
                GROUP BY a.id ORDER BY a.stage_id, a.position, a.id""",  # noqa: S608 - constants
            {**ever.parameters(), **_bounds(of)},
        )


def _bounds(of: Selection) -> Row:
    return {"from_at": of.since[0] if of.since else None, "to_at": of.until[0] if of.until else None}
