"""What is counted already of all leads (tallies_by_rep, tallies_by_source), and which questions it answers.

A question is put to a tally when all that it asks of a lead (`f.column`) is a column of the tally; every other one is
put to the facts. Both know the same words, so that the answers agree.
"""

import re
from collections.abc import Iterable, Mapping

from leadtrack.store.selection import BAND, COUNTS, Selection, joined, rounded
from leadtrack.store.sqlite import Tables, hour_of

# By which columns leads are told apart in each, the smallest first.
GROUPS = {
    "tallies_by_source": ("source_id", "campaign_id", "stage_id", "furthest_stage_id"),
    "tallies_by_rep": ("rep_id", "stage_id", "furthest_stage_id", "assigned_temperature", "band"),
}
# What is added up of each group, and what it is of a fact.
MEASURES = {
    "leads": "count(*)",
    "attempts": "sum(f.attempts)",
    "untried": "sum(f.attempts = 0)",
    "answered": "count(f.answered_after)",
    "within_5m": "sum(ifnull(f.answered_after <= 300, 0))",
    "within_30m": "sum(ifnull(f.answered_after <= 1800, 0))",
    "within_24h": "sum(ifnull(f.answered_after <= 86400, 0))",
    "reachable": "sum(f.reachable)",
    "unpromised": "sum(f.next_reminder_at IS NULL)",
    "units": "total(round(ifnull(f.value, 0) * 10000))",
}
# The same of leads to which nothing has happened yet, counted in temp.came.
_NEW = {
    **dict.fromkeys(MEASURES, "0"),
    **dict.fromkeys(("leads", "untried", "unpromised"), "sum(f.leads)"),
    "reachable": "sum(f.reachable)",
    "units": "sum(f.units)",
}
# What else is counted already, and what of.
_COUNTED = {
    "tallies_of_stays": "SELECT stage_id, length, count(*) FROM stays GROUP BY 1, 2",
    "tallies_by_hour": f"SELECT stage_id, {hour_of('stage_since')}, count(*) FROM facts GROUP BY 1, 2",  # noqa: S608
    "tallies_of_known": "SELECT known, count(*) FROM facts GROUP BY 1",
    "tallies_of_lengths": " UNION ALL ".join(
        f"""SELECT '{column}', {rounded(column)}, count(*), sum({column}) FROM facts
            WHERE {column} IS NOT NULL GROUP BY 2"""  # noqa: S608 - one of two
        for column in ("taken_after", "given_after")
    ),
    "tallies_of_activities": """SELECT rep_id, kind, direction, outcome, count(*),
        sum(kind <> 'note' AND direction = 'out' AND automatic = 0), total(seconds) FROM activities
        WHERE removed_by IS NULL GROUP BY 1, 2, 3, 4""",
}
# What a report counts: the measure, and what must hold of the group.
_ANSWERS = {
    **{
        name: ("leads", COUNTS[name])
        for name in ("leads", "assigned", "unassigned", "contacted", "qualified", "won", "lost", "junk", "open")
    },
    "untouched": ("untried", COUNTS["assigned"]),
    "never_tried": ("untried", "1"),
    "answered": ("answered", "1"),
    "within_5m": ("within_5m", "1"),
    "within_30m": ("within_30m", "1"),
    "within_24h": ("within_24h", "1"),
    "contactable": ("reachable", "1"),
    "reachable": ("reachable", "1"),
    "has_source": ("leads", "f.source_id IS NOT NULL"),
    "no_next_step": ("unpromised", "f.rep_id IS NOT NULL AND f.stage_id IN ({open})"),
    "attempts": ("attempts", "1"),
    "value": ("units", "1"),
    "value_won": ("units", "f.stage_id IN ({won})"),
}  # fmt: skip


TABLES = (*GROUPS, *_COUNTED)


def fits(tally: str, of: Selection, name: str) -> bool:
    """Whether a tally knows a count or sum of that name."""
    return name in _ANSWERS and _columns(figure(of, name)) <= {*GROUPS[tally], *MEASURES}


def figure(of: Selection, name: str) -> str:
    """The expression by which a tally gives a count or sum."""
    measure, condition = _ANSWERS[name]
    told = f"coalesce(sum(f.{measure}) FILTER (WHERE {of.filled(condition)}), 0)"
    return f"({told} / 10000.0)" if measure == "units" else told


def table(of: Selection, *asked: str, names: Iterable[str] = ()) -> str | None:
    """The tally that answers for these leads, if any: of all time, and asked for nothing that it does not know; of
    several, the one that knows most of these counts and sums."""
    if of.since or of.until:
        return None
    words = " ".join((*asked, of.where()))
    words += joined(words)
    able = [name for name, columns in GROUPS.items() if _columns(words) <= {*columns}]
    wanted = list(names)
    return max(able, key=lambda tally: sum(fits(tally, of, name) for name in wanted), default=None)


def _columns(words: str) -> set[str]:
    return set(re.findall(r"\bf\.(\w+)", words))


def told(words: str) -> str:
    """A question to the facts as a question to a tally."""
    return words.replace(BAND, "f.band")


class Tallies(Tables):
    def is_paused(self) -> bool:
        """Whether what stands there is out of date."""
        return bool(self.value("SELECT EXISTS (SELECT 1 FROM pauses)"))

    def pause(self) -> bool:
        """Let nothing be counted, for a change of very many facts, until `came_in` or `resume`; whether it begins."""
        return self.connection.execute("INSERT OR IGNORE INTO pauses (id) VALUES (1)").rowcount > 0

    def resume(self) -> None:
        """End a pause: count all anew."""
        self.count_anew()
        self._end_pause()

    def _end_pause(self) -> None:
        self.connection.execute("DELETE FROM pauses")

    def count_anew(self, tables: Iterable[str] = (*GROUPS, *_COUNTED)) -> None:
        """Count all, whatever was counted before."""
        for name in tables:
            self.connection.execute(f"DELETE FROM {name}")  # noqa: S608 - a constant
            if name in GROUPS:
                self._add(name, "facts", MEASURES)
            else:
                self.connection.execute(f"INSERT INTO {name} {_COUNTED[name]}")

    def came_in(self, first: int) -> None:
        """End a pause in which nothing was done but to make leads, from number `first` on: add these."""
        since = {"first": first}
        self.connection.execute("DROP TABLE IF EXISTS temp.came")
        self.connection.execute(
            f"""CREATE TEMP TABLE came AS
                SELECT source_id, campaign_id, stage_id, furthest_stage_id, known, NULL AS rep_id,
                       NULL AS assigned_temperature, NULL AS assigned_score, count(*) AS leads,
                       sum(reachable) AS reachable, {MEASURES["units"]} AS units
                FROM facts f WHERE f.lead_id >= :first GROUP BY 1, 2, 3, 4, 5""",  # noqa: S608 - a constant
            since,
        )
        for name in GROUPS:
            self._add(name, "temp.came", _NEW)
        self.connection.execute(
            """INSERT INTO tallies_of_known SELECT known, sum(leads) FROM temp.came WHERE 1 GROUP BY 1
               ON CONFLICT (known) DO UPDATE SET leads = leads + excluded.leads"""
        )
        self.connection.execute(
            f"""INSERT INTO tallies_by_hour SELECT stage_id, {hour_of("stage_since")}, count(*) FROM facts
                WHERE lead_id >= :first GROUP BY 1, 2
                ON CONFLICT (stage_id, hour) DO UPDATE SET leads = leads + excluded.leads""",  # noqa: S608
            since,
        )
        self.connection.execute(
            f"""INSERT INTO tallies_of_lengths
                SELECT 'taken_after', {rounded("taken_after")}, count(*), sum(taken_after) FROM facts
                WHERE lead_id >= :first AND taken_after IS NOT NULL GROUP BY 2
                ON CONFLICT (phase, length) DO UPDATE SET leads = leads + excluded.leads,
                    seconds = seconds + excluded.seconds""",  # noqa: S608 - constants
            since,
        )
        self._end_pause()

    def _add(self, name: str, facts: str, measures: Mapping[str, str]) -> None:
        columns = GROUPS[name]
        keys = ", ".join(BAND if column == "band" else f"f.{column}" for column in columns)
        places = ", ".join(str(n + 1) for n in range(len(columns)))
        added = ", ".join(f"{measure} = {name}.{measure} + excluded.{measure}" for measure in MEASURES)
        self.connection.execute(
            f"""INSERT INTO {name} ({", ".join((*columns, *MEASURES))})
                SELECT {keys}, {", ".join(map(measures.__getitem__, MEASURES))} FROM {facts} f WHERE 1 GROUP BY {places}
                ON CONFLICT ({", ".join(map(_compared, columns))}) DO UPDATE SET {added}"""  # noqa: S608 - constants
        )


def _compared(column: str) -> str:
    return f"ifnull({column}, '')" if column in ("assigned_temperature", "band") else f"ifnull({column}, 0)"
