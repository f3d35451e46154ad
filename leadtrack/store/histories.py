"""What reports ask of what happened, beside the facts: who had a lead before, how long it was where, what was done."""

import json
from collections.abc import Iterable
from typing import Any

from leadtrack.instants import from_iso
from leadtrack.store.selection import Key, Selection, joined
from leadtrack.store.sqlite import NAME, Row, Tables, hour_of


class Histories(Tables):
    def held_before(self, of: Selection, by: str | None) -> list[Row]:
        """Leads that a rep had and lost again: per such time the group's key, lead, rep_id, since, until, tried_at (the
        first attempt within it, or None). The group of a rep or region is the one who had it then."""

        keys = [_by_who(key, "a") for key in of.keys(by)]
        columns = ", ".join(f"{key} AS key{n}" for n, key in enumerate(keys))
        where = _by_who(of.where(), "a")
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
                {_by_who(joined(f"{' '.join(keys)} {where}"), "a").removeprefix("FROM facts f")}
                WHERE {where} ORDER BY a.lead_id, a.at""",  # noqa: S608 - constants
            of.parameters(),
        )
        for row in found:
            row["key"] = tuple(row.pop(f"key{n}") for n in range(len(keys)))
        return found

    def overdue(self, of: Selection, by: str | None, today: str) -> list[tuple[Key, int]]:
        """Open reminders whose time has passed at now (of a whole day: before `today`), whatever the period: (key, how
        many). The group of a rep or region is the one who is to keep them."""

        keys = [_by_who(key, "d") for key in of.keys(by)]
        ever = of._replace(since=None, until=None)
        where = _by_who(ever.where(), "d")
        named = _by_who(joined(f"{' '.join(keys)} {where}"), "d").removeprefix("FROM facts f")
        # what is left of a lead that was taken back or merged has no reminders that stand
        lead = "JOIN facts f ON f.lead_id = d.lead_id" if "f." in f"{keys} {where} {named}" else ""
        found = self.connection.execute(
            f"""SELECT {", ".join([*keys, "count(*)"])}
                FROM (SELECT * FROM reminders WHERE done_at IS NULL AND removed_by IS NULL AND due_at < :now LIMIT -1) d
                {lead} {named}
                WHERE d.due_at < CASE d.whole_day WHEN 1 THEN :today ELSE :now END AND {where}
                {"GROUP BY " + ", ".join(keys) if keys else ""}""",  # noqa: S608 - constants
            {**ever.parameters(), "today": today},
        )
        return [(row[:-1], row[-1]) for row in found]

    def stays(self, of: Selection, by: str | None) -> list[tuple[Key, int, int, int, int]]:
        """How long leads were in each stage: (key, stage, seconds, leads, whether the stay is over).

        Those that are over: below a day in whole minutes, else in whole hours; those that last from the beginning of
        the hour in which they began.
        """
        keys = of.keys(by)
        columns = "".join(f"{key}, " for key in keys)
        lasting: Iterable[tuple[Any, ...]]
        if not keys and of.whole:
            over = "SELECT stage_id, length, leads FROM tallies_of_stays WHERE leads > 0"
            # a row for each stage: a hundred thousand small ones take several times as long to hand over
            lasting = (
                (stage, hour, leads)
                for stage, *lists in self.connection.execute(
                    """SELECT stage_id, json_group_array(hour), json_group_array(leads) FROM tallies_by_hour
                       WHERE leads > 0 GROUP BY stage_id"""
                )
                for hour, leads in zip(*map(json.loads, lists), strict=True)
            )
        else:
            groups = f"GROUP BY {', '.join(str(n + 1) for n in range(len(keys) + 2))}"
            asked = f"{joined(f'{columns} {of.where()}')}"
            over = f"""SELECT {columns} m.stage_id, m.length, count(*) {asked}
                       JOIN stays m ON m.lead_id = f.lead_id WHERE {of.where()} {groups}"""
            lasting = self.connection.execute(
                f"""SELECT {columns} f.stage_id, {hour_of("f.stage_since")}, count(*) {asked}
                    WHERE {of.where()} {groups}""",
                of.parameters(),
            )
        found = [(tuple(row[:-3]), *row[-3:], 1) for row in self.connection.execute(over, of.parameters())]
        now = int(from_iso(of.settled["now"]).timestamp()) // 3600
        found += [(tuple(key), stage, max(0, now - hour) * 3600, leads, 0) for *key, stage, hour, leads in lasting]
        return found

    def late(self, of: Selection, today: str) -> set[int]:
        """The leads of the reminders that `overdue` counts."""
        ever = of._replace(since=None, until=None)
        where = _by_who(ever.where(), "d")
        found = self.connection.execute(
            f"""SELECT DISTINCT d.lead_id FROM reminders d JOIN facts f ON f.lead_id = d.lead_id
                {_by_who(joined(where), "d").removeprefix("FROM facts f")}
                WHERE d.done_at IS NULL AND d.removed_by IS NULL
                  AND d.due_at < CASE d.whole_day WHEN 1 THEN :today ELSE :now END AND {where}""",  # noqa: S608
            {**ever.parameters(), "today": today},
        )
        return {row[0] for row in found}

    def activities(self, of: Selection, by: str | None) -> list[tuple[Key, str, str, str | None, Row]]:
        """What was done in the period, whenever its leads were created: (key, kind, direction, outcome, {contacts,
        attempts, seconds}). The group of a rep or region is the one who did it."""

        keys = [_by_who(key, "v") for key in of.keys(by)]
        ever = of._replace(since=None, until=None)
        where = _by_who(ever.where(), "v")
        named = _by_who(joined(f"{' '.join(keys)} {where}"), "v").removeprefix("FROM facts f")
        # what is left of a lead that was taken back or merged has no activities that stand: the lead itself is asked
        # only where something of it is
        lead = "JOIN facts f ON f.lead_id = v.lead_id" if "f." in f"{keys} {where} {named}" else ""
        columns = "".join(f"{key}, " for key in keys)
        if by in (None, "rep", "region") and not (of.since or of.until) and of.filters.keys() <= {"rep", "region"}:
            found = self.connection.execute(
                f"""SELECT {columns} v.kind, v.direction, v.outcome, sum(v.contacts), sum(v.attempts), sum(v.seconds)
                    FROM tallies_of_activities v {named} WHERE v.contacts > 0 AND {where}
                    GROUP BY v.outcome, v.kind, v.direction{"".join(f", {key}" for key in keys)}""",  # noqa: S608
                ever.parameters(),
            )
            return _done(found)
        found = self.connection.execute(
            f"""SELECT {columns} v.kind, v.direction, v.outcome, count(*),
                       sum(v.kind <> 'note' AND v.direction = 'out' AND v.automatic = 0), coalesce(sum(v.seconds), 0)
                FROM activities v {lead} {named}
                WHERE v.removed_by IS NULL AND (:from_at IS NULL OR v.at >= :from_at)
                  AND (:to_at IS NULL OR v.at < :to_at) AND {where}
                GROUP BY v.outcome, v.kind, v.direction{"".join(f", {key}" for key in keys)}""",  # noqa: S608 - constants
            {**ever.parameters(), **_bounds(of)},
        )
        return _done(found)

    def contacted(self, of: Selection, condition: str) -> set[int]:
        """The leads of the contacts that `activities` counts and that meet a condition on `activities v`."""
        ever = of._replace(since=None, until=None)
        where = _by_who(ever.where(), "v")
        found = self.connection.execute(
            f"""SELECT DISTINCT v.lead_id FROM activities v JOIN facts f ON f.lead_id = v.lead_id
                {_by_who(joined(where), "v").removeprefix("FROM facts f")}
                WHERE v.removed_by IS NULL AND (:from_at IS NULL OR v.at >= :from_at)
                  AND (:to_at IS NULL OR v.at < :to_at) AND {where} AND {condition}""",  # noqa: S608 - constants
            {**ever.parameters(), **_bounds(of)},
        )
        return {row[0] for row in found}

    def actions(self, of: Selection) -> list[Row]:
        """Per action of a stage: in how many stays of leads that ended in the period it was to be done (stays), and in
        how many it was done. stage_id, position, kind, text, stays, done."""
        ever = of._replace(since=None, until=None)
        given = {**ever.parameters(), **_bounds(of)}
        if of.since or of.until or of.filters:
            left = f"SELECT m.stage_id, count(*) FROM {_ended(ever)} GROUP BY m.stage_id"  # noqa: S608 - constants
        else:
            left = "SELECT stage_id, sum(leads) FROM tallies_of_stays GROUP BY stage_id"
        stays = dict(self.connection.execute(left, given).fetchall())
        done = dict(
            self.connection.execute(
                f"""SELECT a.id, count(DISTINCT m.id) FROM activities v
                    JOIN stage_actions a ON a.id = v.stage_action_id AND a.removed_by IS NULL
                    JOIN {_ended(ever)} AND m.lead_id = v.lead_id AND m.stage_id = a.stage_id
                    AND v.stage_action_id IS NOT NULL AND v.removed_by IS NULL
                    AND (m.since IS NULL OR v.at >= m.since) AND v.at <= m.left_at GROUP BY a.id""",  # noqa: S608
                given,
            ).fetchall()
        )
        rows = self.rows(
            """SELECT id, stage_id, position, kind, text FROM stage_actions WHERE removed_by IS NULL
               ORDER BY stage_id, position, id"""
        )
        return [
            {**row, "stays": stays[row["stage_id"]], "done": done.get(row["id"], 0)}
            for row in rows
            if stays.get(row["stage_id"])
        ]

    def left_undone(self, of: Selection, text: str | None, done: bool | None) -> set[int]:
        """The leads of the stays that `actions` counts: of one action, by its text, or all; of those that were done (or
        were not), or all."""
        ever = of._replace(since=None, until=None)
        meant = "(:text IS NULL OR a.text = :text COLLATE NOCASE)"
        found = self.connection.execute(
            f"""SELECT DISTINCT m.lead_id FROM stage_actions a JOIN {_ended(ever)}
                AND a.stage_id = m.stage_id AND a.removed_by IS NULL AND {meant}
                AND (:done IS NULL OR {_DONE} = :done)""",  # noqa: S608 - constants
            {**ever.parameters(), **_bounds(of), "text": text, "done": done},
        )
        return {row[0] for row in found}

    def reopened(self, of: Selection) -> list[Row]:
        """Leads that came back from a closed stage to a living one in the period, whenever they were created, newest
        first: lead, name, rep, at, from, to, reason, actor, closed_at, closed_because, stage (now), kind (of that)."""
        ever = of._replace(since=None, until=None)
        return self.rows(
            f"""SELECT m.lead_id AS lead, {NAME} AS name, r.name AS rep, m.at, x.name AS "from", w.name AS "to",
                       m.reason, t.actor, d.at AS closed_at, d.reason AS closed_because, g.name AS stage, g.kind
                FROM stays y JOIN stages x ON x.id = y.stage_id AND x.kind IN ('won', 'lost', 'junk')
                JOIN stage_moves m ON m.id = y.ended_by JOIN stage_moves d ON d.id = y.began_by
                JOIN stages w ON w.id = m.to_stage_id AND w.kind IN ('open', 'nurture')
                JOIN batches t ON t.id = m.batch_id
                JOIN facts f ON f.lead_id = m.lead_id {joined(f"l. g. r. {ever.where()}").removeprefix("FROM facts f")}
                WHERE (:from_at IS NULL OR m.at >= :from_at) AND (:to_at IS NULL OR m.at < :to_at) AND {ever.where()}
                ORDER BY m.at DESC, m.id DESC""",  # noqa: S608 - constants
            {**ever.parameters(), **_bounds(of)},
        )


# Whether an action of a stage was ticked off in a stay.
_DONE = """EXISTS (SELECT 1 FROM activities v
                   WHERE v.lead_id = m.lead_id AND v.stage_action_id = a.id AND v.removed_by IS NULL
                     AND (m.since IS NULL OR v.at >= m.since) AND v.at <= m.left_at)"""


def _ended(ever: Selection) -> str:
    """Every stay, as m, that ended in the period."""
    return f"""stays m JOIN facts f ON f.lead_id = m.lead_id {joined(ever.where()).removeprefix("FROM facts f")}
               WHERE (:from_at IS NULL OR m.left_at >= :from_at) AND (:to_at IS NULL OR m.left_at < :to_at)
                 AND {ever.where()}"""


def _done(found: Iterable[tuple[Any, ...]]) -> list[tuple[Key, str, str, str | None, Row]]:
    return [
        (tuple(row[:-6]), *row[-6:-3], dict(zip(("contacts", "attempts", "seconds"), row[-3:], strict=True)))
        for row in found
    ]


def _by_who(sql: str, table: str) -> str:
    """An expression that asks for the rep of a row of `table` instead of the lead's."""
    return sql.replace("f.rep_id", f"{table}.rep_id")


def _bounds(of: Selection) -> Row:
    return {"from_at": of.since[0] if of.since else None, "to_at": of.until[0] if of.until else None}
