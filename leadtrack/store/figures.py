"""The numbers behind reports: leads counted and summed by whatever one asks, straight from the facts."""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import accumulate
from typing import Any

from leadtrack.store import tallies
from leadtrack.store.selection import (
    COUNTS,
    HALVES,
    PARTS,
    PHASES,
    QUALITY,
    RESPONSE,
    SUMS,
    UNTRIED,
    Key,
    Selection,
    joined,
)
from leadtrack.store.sqlite import KNOWN, NAME, NEW, QUIET, Row, Tables

_CLOSED = "f.stage_id IN ({won}, {lost})"
_SCORED = "f.first_score IS NOT NULL"


class Figures(Tables):
    def count(
        self, of: Selection, by: str | None, names: Iterable[str], condition: str = "1", also: str | None = None
    ) -> list[tuple[Key, Row]]:
        """Per group, how many leads (COUNTS) and how much in all (SUMS): (key, {name: figure}).

        `also` is an expression that parts the groups further; its value then ends the key.
        """
        names = list(names)
        keys = (*of.keys(by), *([also] if also else []))
        if of.whole and not keys and condition == "1" and {*names} <= {"leads", *QUALITY}:
            return [((), {name: self._how_many(of, name) for name in names})]
        tally = tallies.table(of, *map(tallies.told, keys), tallies.told(of.filled(condition)), names=names)
        quick = [name for name in names if tally and tallies.fits(tally, of, name)]
        slow = [name for name in names if name not in quick]
        found = dict(self._tallied(of, tally, keys, quick, condition)) if tally and quick else {}
        if slow:
            nothing = dict.fromkeys(quick, 0)
            for key, row in self._counted(of, keys, slow, condition):
                found.setdefault(key, {**nothing}).update(row)
        return [(key, {name: row.get(name, 0) for name in names}) for key, row in found.items()]

    def _how_many(self, of: Selection, name: str) -> int:
        """Of all leads, how many count under a name: each by its own way, what is counted already or an index."""
        if name in KNOWN:
            sql = f"SELECT coalesce(sum(f.leads), 0) FROM tallies_of_known f WHERE {of.condition(name)}"  # noqa: S608
            return int(self.value(sql))
        tally = tallies.table(of, names=[name])
        if tally and tallies.fits(tally, of, name):
            ((_, row),) = self._tallied(of, tally, (), [name], "1")
            return int(row[name])
        return int(next(iter(self._run(of, "count(*)", "", of.condition(name))))[0])

    def _tallied(
        self, of: Selection, tally: str, keys: tuple[str, ...], names: list[str], condition: str
    ) -> list[tuple[Key, Row]]:
        """The same from what is counted already."""
        columns = [*map(tallies.told, keys), *(tallies.figure(of, name) for name in names)]
        sql = self._statement(of, ", ".join(columns), _grouped(len(keys)), f"f.leads > 0 AND {tallies.told(condition)}")
        rows = self.connection.execute(sql.replace("FROM facts f", f"FROM {tally} f"), of.parameters())
        return [(row[: len(keys)], dict(zip(names, row[len(keys) :], strict=True))) for row in rows]

    def _counted(self, of: Selection, keys: tuple[str, ...], names: list[str], condition: str) -> list[tuple[Key, Row]]:
        """The same lead by lead."""
        wanted = [
            f"count(*) FILTER (WHERE {of.condition(name)})" if name in COUNTS else f"total({SUMS[name]})"
            for name in names
        ]
        rows = self._run(of, ", ".join([*keys, *wanted]), _grouped(len(keys)), condition)
        return [(row[: len(keys)], dict(zip(names, row[len(keys) :], strict=True))) for row in rows]

    def lengths(
        self, of: Selection, by: str | None, length: str, condition: str, also: str | None = None
    ) -> dict[Key, dict[int, int]]:
        """Per group, how many leads have each length, an expression in seconds; of those that meet a condition.

        `also` is an expression that parts the groups further; its value then ends the key.
        """
        keys = (*of.keys(by), *([also] if also else []))
        found: dict[Key, dict[int, int]] = {}
        places = ", ".join(str(n + 1) for n in range(len(keys) + 1))
        for *key, seconds, leads in self._run(
            of, ", ".join([*keys, length, "count(*)"]), f"GROUP BY {places}", condition
        ):
            found.setdefault(tuple(key), {})[seconds] = leads
        return found

    def waits(
        self, of: Selection, by: str | None, *, unassigned: bool
    ) -> list[tuple[Key, dict[str, dict[int, int]], Row]]:
        """Per group, of each phase that leads may still be in, how many have waited how long, below a day in seconds,
        else in whole hours; and how many of those that nobody tried were {contacted, qualified}.

        It is one reading of the facts, since most leads that wait do so in several phases. `unassigned` says that
        nobody else is known to wait: they are found by an index.
        """
        phases = {name: phase for name, phase in PHASES.items() if phase.still}
        keys, came = of.keys(by), ("contacted", "qualified")
        columns = (
            *keys,
            *(f"json_group_array({phase.so_far}) FILTER (WHERE {phase.still})" for phase in phases.values()),
            *(f"count(*) FILTER (WHERE {UNTRIED} AND {of.condition(name)})" for name in came),
        )
        condition = "f.responded_at IS NULL" + (" AND f.rep_id IS NULL" if unassigned else "")
        found = []
        for row in self._run(of, ", ".join(columns), _grouped(len(keys)), condition):
            key, lengths, counted = row[: len(keys)], row[len(keys) : -len(came)], row[-len(came) :]
            waits = {name: _in_hours(json.loads(mine)) for name, mine in zip(phases, lengths, strict=True)}
            found.append((key, waits, dict(zip(came, counted, strict=True))))
        return found

    def known_lengths(self, column: str) -> tuple[dict[int, int], int]:
        """Of all leads, how many have each length of taken_after, given_after (rounded as in `rounded`) or
        answered_after, and the sum of the lengths themselves."""
        ((lengths, leads, seconds),) = self.connection.execute(
            # as two lists: many thousands of small rows take several times as long to hand over
            """SELECT json_group_array(length), json_group_array(leads), coalesce(sum(seconds), 0)
               FROM tallies_of_lengths WHERE phase = :column AND leads > 0""",
            {"column": column},
        )
        return dict(zip(json.loads(lengths), json.loads(leads), strict=True)), seconds

    def tries(self) -> dict[Key, dict[int, int]]:
        """Of all leads, by the furthest stage, how many were first tried after so many seconds."""
        found = self.connection.execute(
            """SELECT furthest_stage_id, json_group_array(length), json_group_array(leads)
               FROM tallies_of_tries WHERE leads > 0 GROUP BY furthest_stage_id"""
        )
        return {(stage,): dict(zip(*map(json.loads, lists), strict=True)) for stage, *lists in found}

    def medians(self, column: str) -> dict[Key, float]:
        """Of every rep who has an answer, the median of answered_after or worked_after over all leads of his.

        In which span it lies is counted already; within that it is read from an index, so that nothing is sorted.
        """
        assert column in ("answered_after", "worked_after")
        found: dict[Key, dict[int, int]] = {}
        for rep, since, leads in self.connection.execute(
            """SELECT rep_id, since, leads FROM tallies_of_answers WHERE phase = :phase AND leads > 0
               ORDER BY rep_id, since""",
            {"phase": column},
        ):
            found.setdefault((rep,), {})[since] = leads
        return {key: self._median(column, None, key, spans) for key, spans in found.items()}

    def parted_medians(self, part: str) -> dict[Key, float]:
        """The same of answered_after by rep and "temperature" or "band" of the leads when he got them."""
        found: dict[Key, dict[int, int]] = {}
        for rep, value, since, leads in self.connection.execute(
            f"""SELECT rep_id, {part}, since, sum(leads) FROM tallies_of_answers
                WHERE phase = :phase AND leads > 0 AND {part} <> ''
                GROUP BY rep_id, since, {part} ORDER BY rep_id, since""",  # noqa: S608 - one of two
            {"phase": tallies.PARTED},
        ):
            found.setdefault((rep, value), {})[since] = leads
        return {key: self._median("answered_after", part, key, spans) for key, spans in found.items()}

    def _median(self, column: str, part: str | None, key: Key, spans: dict[int, int]) -> float:
        """`spans`: from how many seconds on how many answers lie, in order."""
        begins, before = list(spans), list(accumulate(spans.values(), initial=0))
        answers = before[-1]
        middle = (answers - 1) // 2
        span = bisect_right(before, middle) - 1
        if begins[span] == 0 and answers // 2 < before[span + 1]:
            return 0.0
        alike = f"AND {PARTS[part]} = :part" if part else ""
        found = self.connection.execute(
            f"""SELECT {column} FROM facts f WHERE rep_id = :rep AND {column} >= :since {alike}
                ORDER BY {column} LIMIT :most OFFSET :skipped""",  # noqa: S608 - one of two
            {
                "rep": key[0], "part": key[-1], "since": begins[span], "most": 2 - answers % 2,
                "skipped": middle - before[span],
            },
        ).fetchall()  # fmt: skip
        return float(sum(row[0] for row in found) / len(found))

    def stages(self, of: Selection, by: str | None) -> list[tuple[Key, Row]]:
        """Per group, furthest and present stage: (key, {furthest, present, leads, value})."""
        furthest, present = "f.furthest_stage_id", "f.stage_id"
        keys = (*of.keys(by), furthest, present)
        tally = tallies.table(of, *keys)
        count = self._tallied(of, tally, keys, ["leads", "value"], "1") if tally else None
        found = count if count is not None else self._counted(of, keys, ["leads", "value"], "1")
        return [(key[:-2], {"furthest": key[-2], "present": key[-1], **row}) for key, row in found]

    def created(self, of: Selection) -> tuple[str | None, str | None]:
        """When the first and the last of these leads were created."""
        first, last = next(iter(self._run(of, "min(f.created_at), max(f.created_at)", "")))
        return first, last

    def lying(self, of: Selection, by: str | None, *, held: bool = False) -> list[tuple[Key, Row]]:
        """Per group, of the leads that are open or in nurture (`held`: and have a rep): (key, {stale, promise_broken,
        oldest}); oldest: since when nothing has happened to the quietest stale one. A group may come twice."""
        keys = of.keys(by)
        with_rep, without = HALVES
        if by == "rep" and of.whole:
            return [*self._lying_by_rep(of), *([] if held else self._counted_lying(of, keys, without))]
        # those of one rep are found by an index, all are read as they stand
        parts = [with_rep, without] if "rep" in of.filters else [COUNTS["assigned"] if held else "1"]
        return [row for part in parts[: 1 if held else None] for row in self._counted_lying(of, keys, part)]

    def _counted_lying(self, of: Selection, keys: tuple[str, ...], part: str) -> list[tuple[Key, Row]]:
        stale, broken = of.condition("stale"), of.condition("promise_broken")
        columns = (
            *keys, f"count(*) FILTER (WHERE {stale})", f"count(*) FILTER (WHERE {broken})",
            f"min({QUIET}) FILTER (WHERE {stale})",
        )  # fmt: skip
        rows = self._run(of, ", ".join(columns), _grouped(len(keys)), f"{COUNTS['open']} AND {part}")
        return [(row[:-3], dict(zip(("stale", "promise_broken", "oldest"), row[-3:], strict=True))) for row in rows]

    def _lying_by_rep(self, of: Selection) -> list[tuple[Key, Row]]:
        """The same of all leads that have a rep, without looking at most: those without a promise to come are counted
        already, and the fresh ones among them, with the oldest, are ends of an index, once of those that somebody has
        touched and once of the others."""
        bounds = dict.fromkeys(of.stages["alive"], "") | dict(of.rests)
        stages = ", ".join(f"({stage}, '{bounds[stage]}')" for stage in of.stages["alive"])
        if not stages:
            return []
        mine = "FROM facts f WHERE f.rep_id > 0 AND f.rep_id = t.rep_id AND f.stage_id = t.stage_id"
        late = f"{mine} AND f.next_reminder_at < :now"
        free = f"{mine} AND f.next_reminder_at IS NULL"
        found: dict[Key, Row] = {}
        for rep, bound, unpromised, fresh, first, first_new, broken in self.connection.execute(
            f"""WITH resting (stage_id, bound) AS (VALUES {stages})
                SELECT t.rep_id, b.bound, t.unpromised,
                       (SELECT count(*) {free} AND {NEW} IN (0, 1) AND {QUIET} >= b.bound),
                       (SELECT {QUIET} {free} AND {NEW} = 0 ORDER BY {QUIET} LIMIT 1),
                       (SELECT {QUIET} {free} AND {NEW} = 1 ORDER BY {QUIET} LIMIT 1),
                       (SELECT json_array(count(*), count(*) FILTER (WHERE {QUIET} >= b.bound), min({QUIET})) {late})
                FROM (SELECT rep_id, stage_id, sum(unpromised) AS unpromised FROM tallies_by_rep
                      WHERE rep_id > 0 AND stage_id IN (SELECT stage_id FROM resting) GROUP BY rep_id, stage_id) t
                JOIN resting b ON b.stage_id = t.stage_id""",  # noqa: S608
            of.parameters(),
        ):
            row = found.setdefault((rep,), {"stale": 0, "promise_broken": 0, "oldest": None})
            late_ones, fresh_ones, first_late = json.loads(broken)
            row["stale"] += unpromised - fresh + late_ones - fresh_ones
            row["promise_broken"] += late_ones
            stale = [at for at in (first, first_new, first_late) if at and at < bound]
            row["oldest"] = min([*stale, row["oldest"]] if row["oldest"] else stale, default=None)
        return list(found.items())

    def fates(self, of: Selection, by: str | None) -> list[tuple[Key, int, bool, int]]:
        """Of the leads that are won or lost now: (key, the first score that was kept, whether won, leads).

        That is the score at the first assignment; of a lead that had none before it moved, at its first move.
        """
        won = "f.stage_id IN ({won})"
        if by is None and of.whole:
            counted = self.connection.execute(
                of.filled(f"SELECT f.score, {won}, f.leads FROM tallies_of_scores f WHERE f.leads > 0 AND {_CLOSED}")  # noqa: S608
            )
            return [((), score, bool(is_won), leads) for score, is_won, leads in counted]
        keys = of.keys(by)
        found = self._run(
            of,
            ", ".join([*keys, "f.first_score", won, "count(*)"]),
            _grouped(len(keys) + 2),
            f"{_CLOSED} AND {_SCORED}",
        )
        return [(tuple(key), score, bool(is_won), leads) for *key, score, is_won, leads in found]

    def closed(self, of: Selection) -> list[tuple[int, int, bool]]:
        """The same lead by lead: (lead, score, won)."""
        found = self._run(of, "f.lead_id, f.first_score, f.stage_id IN ({won})", "", f"{_CLOSED} AND {_SCORED}")
        return [(lead, score, bool(won)) for lead, score, won in found]

    def keys(self, of: Selection, by: str) -> dict[int, Key]:
        """The key of each lead's group."""
        return {row[0]: row[1:] for row in self._run(of, ", ".join(["f.lead_id", *of.keys(by)]), "")}

    def leads(self, of: Selection, condition: str = "1", by: str | None = None) -> list[tuple[Key, Row]]:
        """These leads by number, with what reports ask of them: (the key of its group, lead)."""
        keys = of.keys(by)
        columns = "".join(f"{key} AS key{n}, " for n, key in enumerate(keys))
        found = self.rows(
            self._statement(
                of,
                f"""{columns}f.lead_id AS lead, {NAME} AS name, l.company, r.name AS rep, g.name AS stage,
                    h.name AS furthest, s.name AS source, c.name AS campaign, f.created_at, f.assigned_at,
                    f.responded_at, {RESPONSE} AS response, f.attempts, f.last_touch_at, f.next_reminder_at,
                    f.assigned_temperature AS temperature, f.assigned_score AS score, f.value, l.referred_by""",
                "ORDER BY f.lead_id",
                condition,
            ),
            of.parameters(),
        )
        return [(tuple(row.pop(f"key{n}") for n in range(len(keys))), row) for row in found]

    def numbers(self, of: Selection, condition: str = "1") -> set[int]:
        """The numbers of these leads."""
        return {row[0] for row in self._run(of, "f.lead_id", "", condition)}

    def untried(self, of: Selection, by: str, alive: Iterable[int], most: int) -> list[tuple[Key, Row]]:
        """Per group, of the leads that have a rep, are alive, and to which nothing ever happened, those (at most so
        many) that lie longest; those to which something is promised come last.

        (key, {lead, name, company, stage, assigned_at, value}), of each group in that order.
        """
        keys, stages = of.keys(by), ", ".join(map(str, alive)) or "NULL"
        if by == "rep" and of.whole:
            first = self._untried_by_rep(stages, most)
            numbers = [lead for mine in first.values() for lead in mine]
        else:
            order = f"f.next_reminder_at, {QUIET}, f.lead_id"
            place = f"row_number() OVER (PARTITION BY {', '.join(keys)} ORDER BY {order}) AS place"
            condition = f"f.rep_id IS NOT NULL AND f.last_touch_at IS NULL AND f.stage_id IN ({stages})"
            sql = self._statement(of, f"{', '.join(keys)}, f.lead_id, {place}", "", condition)
            ranked = self.connection.execute(
                f"SELECT lead_id FROM ({sql}) WHERE place <= {most} ORDER BY place",  # noqa: S608 - numbers
                of.parameters(),
            )
            numbers = [lead for (lead,) in ranked]
        among = of.of_these(numbers)
        columns = "".join(f"{key} AS key{n}, " for n, key in enumerate(keys))
        told = f"{columns}f.lead_id AS lead, {NAME} AS name, l.company, g.name AS stage, f.assigned_at, f.value"
        found = {row["lead"]: row for row in self.rows(self._statement(among, told, ""), among.parameters())}
        rows = [found[lead] for lead in numbers]
        return [(tuple(row.pop(f"key{n}") for n in range(len(keys))), row) for row in rows]

    def _untried_by_rep(self, stages: str, most: int) -> dict[int, list[int]]:
        """The same of every rep's leads in these stages: rep -> leads. They are read from an index as they stand there,
        so that nothing has to be sorted."""
        mine = f"FROM facts f WHERE f.rep_id > 0 AND f.rep_id = q.id AND f.stage_id = z.id AND {NEW} = 1"
        first: dict[int, list[int]] = {}
        for which, at in (("IS NULL", QUIET), ("> ''", "f.next_reminder_at")):
            full = [rep for rep, leads in first.items() if len(leads) == most]
            lying: dict[int, list[tuple[str, int]]] = {}
            for rep, leads in self.connection.execute(
                f"""SELECT q.id, (SELECT json_group_object(lead_id, at) FROM (
                        SELECT f.lead_id, {at} AS at {mine} AND f.next_reminder_at {which}
                        ORDER BY {at}, f.lead_id LIMIT {most}))
                    FROM reps q JOIN stages z ON z.id IN ({stages})
                    WHERE q.id NOT IN (SELECT value FROM json_each(?))""",  # noqa: S608 - constants and numbers
                [json.dumps(full)],
            ):
                lying.setdefault(rep, []).extend((at, int(lead)) for lead, at in json.loads(leads).items())
            for rep, found in lying.items():
                first[rep] = (first.get(rep, []) + [lead for _, lead in sorted(found)])[:most]
        return first

    def covered_by(self, name: Callable[[Key], str | None]) -> None:
        """Let conditions ask for territories: `name` gives that of a place (country to ZIP, area code)."""

        @lru_cache(maxsize=100_000)
        def found(*place: str | None) -> str | None:
            return name(place)

        self.connection.create_function("territory_of", 6, found)

    def named_alike(self, key: Callable[[str], str]) -> None:
        """Let conditions ask for persons: `key` gives what the spellings of a name have in common."""
        self.connection.create_function("named_alike", 1, lambda name: key(name) if name else None)

    def _run(self, of: Selection, columns: str, rest: str, condition: str = "1") -> Iterable[tuple[Any, ...]]:
        return self.connection.execute(self._statement(of, columns, rest, condition), of.parameters())

    def _statement(self, of: Selection, columns: str, rest: str, condition: str = "1") -> str:
        where = f"{of.where()} AND {condition}" if condition != "1" else of.where()
        return of.filled(f"SELECT {columns} {joined(f'{columns} {where}')} WHERE {where} {rest}")


def _grouped(keys: int) -> str:
    return f"GROUP BY {', '.join(str(n + 1) for n in range(keys))}" if keys else ""


def _in_hours(lengths: list[int]) -> dict[int, int]:
    """How many there are of each length, from a day on in whole hours."""
    return Counter(length if length < 86_400 else length // 3_600 * 3_600 for length in lengths)
