"""Fit, score, temperature and qualification as SQL, for as many leads as there are at once.

The rules are those of icp.py, temperature.py, scoring.py and qualification.py, which judge one lead with its reasons; a
test holds the two together. The expressions speak of `facts f JOIN leads l`.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from leadtrack import temperature
from leadtrack.icp import Wish, folded
from leadtrack.scoring import HALF
from leadtrack.store.scoring import COLUMNS
from leadtrack.store.sqlite import CAN_BE_REACHED, Tables, days_between, halved, reckons

Parameters = dict[str, Any]

__all__ = ["CAN_BE_REACHED", "Judging", "Parameters", "custom"]


class Judging(Tables):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        reckons(connection)
        connection.create_function("folded", 1, _folded, deterministic=True)

    # -- fit -------------------------------------------------------------------------------------------------------

    def fit(self, ideal: Iterable[Wish]) -> tuple[str, Parameters]:
        """How far a lead fits, 0 to 1 (NEUTRAL where there is no ideal)."""
        wishes = list(ideal)
        if not wishes:
            return str(temperature.NEUTRAL), {}
        terms: list[str] = []
        parameters: Parameters = {}
        for place, wish in enumerate(wishes):
            met, own = self.wish(wish, place)
            terms.append(f"iif({met}, {wish.weight!r}, 0.0)")
            parameters |= own
        return f"(({' + '.join(terms)}) / {sum(wish.weight for wish in wishes)!r})", parameters

    def wish(self, wish: Wish, place: int) -> tuple[str, Parameters]:
        """Whether a lead meets a condition; not (or null) also where it does not tell."""
        has = self.has(wish)
        name = f"wish{place}"
        if wish.is_range:
            bounds = {f"{name}_low": wish.low, f"{name}_high": wish.high}
            tests = [
                f"{has} {sign} :{name}_{end}"
                for end, sign, bound in (("low", ">=", wish.low), ("high", "<=", wish.high))
                if bound is not None
            ]
            return f"({' AND '.join(tests)})", {key: bound for key, bound in bounds.items() if bound is not None}
        # of plain letters SQLite's own lower() makes the same, and quicker
        text = f"folded({has})" if wish.custom else f"iif({has} GLOB '*[^ -~]*', folded({has}), lower({has}))"
        texts = {f"{name}_{n}": folded(wanted) for n, wanted in enumerate(wish.texts)}
        exact = [f":{key}" for key, wanted in texts.items() if "*" not in wanted]
        tests = [f"{text} IN ({', '.join(exact)})"] if exact else []
        tests += [f"{text} GLOB :{key}" for key, wanted in texts.items() if "*" in wanted]
        parameters = {key: _glob(wanted) if "*" in wanted else wanted for key, wanted in texts.items()}
        return f"({has} <> '' AND ({' OR '.join(tests)}))", parameters

    def has(self, wish: Wish) -> str:
        """What a lead tells of it."""
        if wish.custom:
            return custom(wish.field)
        return COLUMNS.get(wish.field, f"l.{wish.field}")

    # -- score and temperature -------------------------------------------------------------------------------------

    def scored(
        self,
        ideal: Iterable[Wish],
        half_lives: dict[int, float],
        at: str,
        condition: str,
        *,
        joins: str = "",
        also: Mapping[str, str] = MappingProxyType({}),
    ) -> tuple[str, Parameters]:
        """A query: lead_id, score and temperature at the instant `at` (now) of the leads that meet a condition.

        `joins` follows the join of facts and leads; `also` names expressions of all these that are told, too.
        Makes a temporary table of the half-lives that are not the usual one.
        """
        unusual = [(source, days) for source, days in half_lives.items() if days != temperature.HALF_LIFE]
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS half_lives (source_id INTEGER PRIMARY KEY, days REAL)")
        self.connection.execute("DELETE FROM temp.half_lives")
        self.connection.executemany("INSERT INTO temp.half_lives VALUES (?, ?)", unusual)
        wishes = list(ideal)
        fit, parameters = self.fit(wishes)
        fits = "fit" if wishes else fit  # without an ideal it is the same of every lead
        # limit and offset leave nothing out: they keep SQLite from working fit and interest out wherever they are named
        names = "".join(f", {name}" for name in also)
        told = "".join(f", {expression} AS {name}" for name, expression in also.items())
        sql = f"""
            SELECT lead_id{names},
                   CAST({HALF} * {fits} + 0.5 AS INTEGER) + CAST({HALF} * interest + 0.5 AS INTEGER) AS score,
                   coalesce(told, CASE WHEN heat >= {temperature.HOT} THEN 'hot'
                                       WHEN heat >= {temperature.WARM} THEN 'warm' ELSE 'cold' END) AS temperature
            FROM (SELECT lead_id, fit, interest, told{names},
                         interest * ({temperature.UNFIT} + {1 - temperature.UNFIT!r} * {fits}) AS heat
                  FROM (SELECT f.lead_id, {fit} AS fit, {_interest(bool(unusual))} AS interest,
                               f.temperature AS told{told}
                        FROM facts f JOIN leads l ON l.id = f.lead_id {joins}
                        WHERE {condition} LIMIT -1 OFFSET 0))"""  # noqa: S608
        newest = self.value("SELECT created_at FROM facts ORDER BY lead_id DESC LIMIT 1")
        return sql, {**parameters, "judged_at": at, "came": newest}


def _interest(differ: bool) -> str:
    """How much of a lead's interest is left, 0 to 1; `differ`: temp.half_lives holds any."""
    rated = " ".join(f"WHEN '{rating}' THEN {begun}" for rating, begun in temperature.RATED.items())
    begun = f"iif(l.rating IS NULL, {temperature.COMING}, CASE lower(l.rating) {rated} ELSE {temperature.COMING} END)"
    half_life = (
        f"coalesce((SELECT h.days FROM temp.half_lives h WHERE h.source_id = l.source_id),"  # noqa: S608 - constants
        f" {temperature.HALF_LIFE})"
        if differ
        else str(temperature.HALF_LIFE)
    )

    def left(since: str) -> str:
        return halved(f"max(0.0, {days_between(since, ':judged_at')}) / {half_life}")

    strength = f"min({temperature.MOST}, {temperature.REPLIED} + {temperature.FURTHER} * (f.replies - 1))"
    # leads of a sheet that says no dates came at one instant, of which this is worked out once
    fresh = f"{begun} * iif(f.created_at = :came, {left(':came')}, {left('f.created_at')})"
    replied = f"iif(f.replied_at IS NULL, 0.0, {strength} * {left('f.replied_at')})"
    # most leads never answered: of these nothing more is asked
    return (
        f"CASE WHEN coalesce(f.replied_at, f.refused_at) IS NULL THEN 1 - (1 - {fresh})"
        f" WHEN f.refused_at IS NOT NULL AND (f.replied_at IS NULL OR f.refused_at >= f.replied_at) THEN 0.0"
        f" ELSE 1 - (1 - {fresh}) * (1 - {replied}) END"
    )


def custom(name: str) -> str:
    """A custom field by its header, case aside; the name stands in it as a text."""
    wanted = name.casefold().replace("'", "''")
    return f"(SELECT j.value FROM json_each(l.custom) j WHERE folded(j.key) = '{wanted}' LIMIT 1)"  # noqa: S608 - a text


def _glob(wanted: str) -> str:
    """The pattern for GLOB, in which only * stands for something else."""
    return wanted.replace("[", "[[]").replace("?", "[?]")


def _folded(text: object) -> str | None:
    return None if text is None else str(text).casefold()
