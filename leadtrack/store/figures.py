"""The numbers behind reports: leads counted and summed by whatever one asks, straight from the facts."""

from collections.abc import Iterable
from typing import Any

from leadtrack.store.selection import COUNTS, RESPONSE, SUMS, Key, Selection, joined
from leadtrack.store.sqlite import NAME, Row, Tables


class Figures(Tables):
    def count(
        self, of: Selection, by: str | None, names: Iterable[str], condition: str = "1", also: str | None = None
    ) -> list[tuple[Key, Row]]:
        """Per group, how many leads (COUNTS) and how much in all (SUMS): (key, {name: figure}).

        `also` is an expression that parts the groups further; its value then ends the key.
        """
        wanted = {
            name: f"count(*) FILTER (WHERE {of.condition(name)})" if name in COUNTS else f"total({SUMS[name]})"
            for name in names
        }
        keys = (*of.keys(by), *([also] if also else []))
        places = ", ".join(str(n + 1) for n in range(len(keys)))
        found = self._run(of, ", ".join([*keys, *wanted.values()]), f"GROUP BY {places}" if keys else "", condition)
        return [(row[: len(keys)], dict(zip(wanted, row[len(keys) :], strict=True))) for row in found]

    def lengths(self, of: Selection, by: str | None, length: str, condition: str) -> dict[Key, dict[int, int]]:
        """Per group, how many leads have each length, an expression in seconds; of those that meet a condition."""
        keys = of.keys(by)
        found: dict[Key, dict[int, int]] = {}
        places = ", ".join(str(n + 1) for n in range(len(keys) + 1))
        for *key, seconds, leads in self._run(
            of, ", ".join([*keys, length, "count(*)"]), f"GROUP BY {places}", condition
        ):
            found.setdefault(tuple(key), {})[seconds] = leads
        return found

    def medians(self, column: str) -> dict[int, float]:
        """Of every rep who has an answer, the median of answered_after or worked_after over all leads of his.

        It is read from the middle of an index, so that nothing has to be sorted.
        """
        assert column in ("answered_after", "worked_after")
        found = {}
        counted = self.connection.execute(
            f"SELECT rep_id, count(*) FROM facts WHERE {column} IS NOT NULL AND rep_id > 0 GROUP BY rep_id"  # noqa: S608
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
        keys = of.keys(by)
        columns = ("f.furthest_stage_id", "f.stage_id")
        found = self._run(
            of, ", ".join([*keys, *columns, "count(*)", "total(f.value)"]), f"GROUP BY {', '.join([*keys, *columns])}"
        )
        names = ("furthest", "present", "leads", "value")
        return [(tuple(row[: len(keys)]), dict(zip(names, row[len(keys) :], strict=True))) for row in found]

    def created(self, of: Selection) -> tuple[str | None, str | None]:
        """When the first and the last of these leads were created."""
        first, last = next(iter(self._run(of, "min(f.created_at), max(f.created_at)", "")))
        return first, last

    def oldest(self, of: Selection, by: str | None, instant: str, condition: str) -> list[tuple[Key, str]]:
        """Per group, the earliest of an instant of the leads that meet a condition."""
        keys = of.keys(by)
        rest = f"GROUP BY {', '.join(keys)}" if keys else ""
        found = self._run(of, ", ".join([*keys, f"min({instant})"]), rest, condition)
        return [(row[:-1], row[-1]) for row in found if row[-1] is not None]

    def closed(self, of: Selection) -> list[tuple[int, bool]]:
        """Of the leads that are won or lost now: (the first score that was kept, won).

        That is the score at the first assignment; of a lead that had none before it moved, at its first move.
        """
        kept = """coalesce((SELECT a.score FROM assignments a
                            WHERE a.lead_id = f.lead_id AND a.removed_by IS NULL AND a.score IS NOT NULL
                            ORDER BY a.id LIMIT 1),
                           (SELECT m.score FROM stage_moves m
                            WHERE m.lead_id = f.lead_id AND m.removed_by IS NULL AND m.score IS NOT NULL
                            ORDER BY m.id LIMIT 1))"""
        found = self._run(of, f"{kept}, f.stage_id IN ({{won}})", "", "f.stage_id IN ({won}, {lost})")
        return [(score, bool(won)) for score, won in found if score is not None]

    def leads(self, of: Selection, condition: str = "1") -> list[Row]:
        """These leads by number, with what reports ask of them."""
        return self.rows(
            self._statement(
                of,
                f"""f.lead_id AS lead, {NAME} AS name, l.company, r.name AS rep, g.name AS stage, h.name AS furthest,
                    s.name AS source, c.name AS campaign, f.created_at, f.assigned_at, f.responded_at,
                    {RESPONSE} AS response, f.attempts, f.last_touch_at, f.next_reminder_at,
                    f.assigned_temperature AS temperature, f.assigned_score AS score, f.value""",
                "ORDER BY f.lead_id",
                condition,
            ),
            of.parameters(),
        )

    def _run(self, of: Selection, columns: str, rest: str, condition: str = "1") -> Iterable[tuple[Any, ...]]:
        return self.connection.execute(self._statement(of, columns, rest, condition), of.parameters())

    def _statement(self, of: Selection, columns: str, rest: str, condition: str = "1") -> str:
        where = f"{of.where()} AND {condition}" if condition != "1" else of.where()
        return of.filled(f"SELECT {columns} {joined(f'{columns} {where}')} WHERE {where} {rest}")
