"""The numbers behind reports: leads counted and summed by whatever one asks, straight from the facts."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from leadtrack.store import tallies
from leadtrack.store.selection import COUNTS, HALVES, RESPONSE, SUMS, Key, Selection, joined
from leadtrack.store.sqlite import NAME, Row, Tables


class Figures(Tables):
    def count(
        self, of: Selection, by: str | None, names: Iterable[str], condition: str = "1", also: str | None = None
    ) -> list[tuple[Key, Row]]:
        """Per group, how many leads (COUNTS) and how much in all (SUMS): (key, {name: figure}).

        `also` is an expression that parts the groups further; its value then ends the key.
        """
        names = list(names)
        keys = (*of.keys(by), *([also] if also else []))
        tally = tallies.table(of, *map(tallies.told, keys), tallies.told(of.filled(condition)), names=names)
        quick = [name for name in names if tally and tallies.fits(tally, of, name)]
        slow = [name for name in names if name not in quick]
        found = dict(self._tallied(of, tally, keys, quick, condition)) if tally and quick else {}
        if slow:
            nothing = dict.fromkeys(quick, 0)
            # what asks when something happened last is read from an index of the leads of each rep
            parts = HALVES if {"stale"} <= {*slow} <= {"stale", "promise_broken"} else ("1",)
            if "f.rep_id IS NOT NULL" in condition:
                parts = parts[:1]
            for part in parts:
                for key, row in self._counted(of, keys, slow, f"{condition} AND {part}" if part != "1" else condition):
                    mine = found.setdefault(key, {**nothing, **dict.fromkeys(slow, 0)})
                    for name in slow:
                        mine[name] = mine.get(name, 0) + row[name]
        return [(key, {name: row.get(name, 0) for name in names}) for key, row in found.items()]

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

    def taken_and_given(self, column: str) -> tuple[dict[int, int], int]:
        """Of all leads, how many have each length of taken_after or given_after (rounded as in `rounded`), and the sum
        of the lengths themselves."""
        rows = self.connection.execute(
            "SELECT length, leads, seconds FROM tallies_of_lengths WHERE phase = :column AND leads > 0",
            {"column": column},
        ).fetchall()
        return {length: leads for length, leads, _ in rows}, sum(seconds for *_, seconds in rows)

    def medians(self, column: str) -> dict[int, float]:
        """Of every rep who has an answer, the median of answered_after or worked_after over all leads of his.

        It is read from the middle of an index, so that nothing has to be sorted.
        """
        assert column in ("answered_after", "worked_after")
        found = {}
        counted = self.connection.execute(
            "SELECT rep_id, sum(answered) FROM tallies_by_rep WHERE rep_id > 0 GROUP BY rep_id HAVING sum(answered) > 0"
        ).fetchall()
        for rep, leads in counted:
            middle = self.connection.execute(
                f"""SELECT {column} FROM facts WHERE rep_id = :rep AND {column} IS NOT NULL
                    ORDER BY {column} LIMIT :most OFFSET :before""",  # noqa: S608 - one of two
                {"rep": rep, "most": 2 - leads % 2, "before": (leads - 1) // 2},
            ).fetchall()
            found[rep] = sum(row[0] for row in middle) / len(middle)
        return found

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

    def oldest(self, of: Selection, by: str | None, instant: str, condition: str) -> list[tuple[Key, str]]:
        """Per group, the earliest of an instant of the leads that meet a condition; a group may come twice."""
        keys = of.keys(by)
        columns, rest = ", ".join([*keys, f"min({instant})"]), _grouped(len(keys))
        found = [row for part in HALVES for row in self._run(of, columns, rest, f"{condition} AND {part}")]
        return [(row[:-1], row[-1]) for row in found if row[-1] is not None]

    def closed(self, of: Selection) -> list[tuple[int, int, bool]]:
        """Of the leads that are won or lost now: (lead, the first score that was kept, won).

        That is the score at the first assignment; of a lead that had none before it moved, at its first move.
        """
        closed = "f.stage_id IN ({won}, {lost}) AND f.first_score IS NOT NULL"
        found = self._run(of, "f.lead_id, f.first_score, f.stage_id IN ({won})", "", closed)
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
        """Per group, the first leads (at most so many) that have a rep, are alive, and to which nothing ever happened.

        (key, {lead, name, company, stage, assigned_at, value}). Of every rep's leads they are read from the head of an
        index, so that nothing has to be sorted.
        """
        keys = of.keys(by)
        columns = "".join(f"{key} AS key{n}, " for n, key in enumerate(keys))
        told = f"""f.lead_id AS lead, {NAME} AS name, l.company, g.name AS stage, f.assigned_at, f.value"""
        stages = ", ".join(map(str, alive)) or "NULL"
        if by == "rep" and not (of.since or of.until or of.filters):
            heads = f"""f.lead_id IN (SELECT first.lead_id FROM reps q JOIN stages z ON z.id IN ({stages})
                        JOIN facts first ON first.lead_id IN (
                            SELECT x.lead_id FROM facts x WHERE x.rep_id = q.id AND x.rep_id > 0 AND x.stage_id = z.id
                            AND x.last_touch_at IS NULL ORDER BY x.lead_id LIMIT {most}))"""  # noqa: S608 - numbers
            sql, rest = self._statement(of, f"{columns}{told}", "ORDER BY f.lead_id", heads), ""
        else:
            place = f"row_number() OVER (PARTITION BY {', '.join(keys)} ORDER BY f.lead_id) AS place"
            condition = f"f.rep_id IS NOT NULL AND f.last_touch_at IS NULL AND f.stage_id IN ({stages})"
            sql = self._statement(of, f"{columns}f.lead_id, {place}", "", condition)
            ranked = self.connection.execute(f"SELECT lead_id FROM ({sql}) WHERE place <= {most}", of.parameters())  # noqa: S608
            among = of.of_these(row[0] for row in ranked.fetchall())
            of = among._replace(months=of.months)
            sql, rest = self._statement(of, f"{columns}{told}", "ORDER BY f.lead_id"), ""
        found = self.rows(f"{sql}{rest}", of.parameters())
        counted: dict[Key, int] = {}
        rows = []
        for row in found:
            key = tuple(row.pop(f"key{n}") for n in range(len(keys)))
            counted[key] = counted.get(key, 0) + 1
            if counted[key] <= most:
                rows.append((key, row))
        return rows

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
