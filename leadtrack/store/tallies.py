"""What is counted already of all leads (COUNTED), and which questions it answers.

store/facts.py takes leads out of it before it changes their facts, and puts them in again when it has. While `pauses`
has a row no leads are counted, and whoever asks counts for himself. What was done is counted by triggers of
`activities`.

A question is put to a tally when all that it asks of a lead (`f.column`) is a column of the tally; every other one is
put to the facts. Both know the same words, so that the answers agree.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

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


class Tally(NamedTuple):
    """Of the rows `f` of a table that meet a condition, sums for each combination of keys: column -> expression."""

    table: str
    keys: Mapping[str, str]
    sums: Mapping[str, str] = {"leads": "count(*)"}
    of: str = "facts"
    where: str = "1"
    new: bool = False  # whether a lead to which nothing has happened yet has a part in it


def _lengths(column: str, length: str) -> Tally:
    """Of a length of time, how many leads have it, as it is or rounded; and how long it is in all."""
    return Tally(
        "tallies_of_lengths",
        {"phase": f"'{column}'", "length": length},
        {"leads": "count(*)", "seconds": f"sum(f.{column})"},
        where=f"f.{column} IS NOT NULL",
        new=column == "taken_after",
    )


# Answers by what the leads were, in tallies_of_answers.
PARTED = "answered_after, parted"


def _answers(phase: str, column: str, *, step: int, temperature: str = "''", band: str = "''") -> Tally:
    """How many answers of each rep lie in which span of a length of time: none at all (an answer before the working day
    began), five minutes below an hour, a step of so many seconds below a day, else days. They may be parted by what the
    leads were when he got them.
    """
    length = f"f.{column}"
    steps, days = f"{length} / {step} * {step}", f"{length} / 86400 * 86400"
    some = f"iif({length} < 3600, {length} / 300 * 300, iif({length} < 86400, {steps}, {days}))"
    since = f"max(min({length}, 1), {some})"
    keys = {"phase": f"'{phase}'", "rep_id": "f.rep_id", "since": since, "temperature": temperature, "band": band}
    return Tally("tallies_of_answers", keys, where=f"f.rep_id > 0 AND {length} IS NOT NULL")


COUNTED = (
    *(
        Tally(name, {column: BAND if column == "band" else f"f.{column}" for column in columns}, MEASURES, new=True)
        for name, columns in GROUPS.items()
    ),
    Tally("tallies_by_hour", {"stage_id": "f.stage_id", "hour": hour_of("f.stage_since")}, new=True),
    Tally("tallies_of_known", {"known": "f.known"}, new=True),
    Tally("tallies_of_scores", {"stage_id": "f.stage_id", "score": "f.first_score"}, where="f.first_score IS NOT NULL"),
    Tally(
        "tallies_of_tries",
        {"furthest_stage_id": "f.furthest_stage_id", "length": "f.tried_after"},
        where="f.tried_after IS NOT NULL",
    ),
    _lengths("taken_after", rounded("f.taken_after")),
    _lengths("given_after", rounded("f.given_after")),
    _lengths("answered_after", "f.answered_after"),
    _answers("answered_after", "answered_after", step=900),
    _answers("worked_after", "worked_after", step=1800),
    _answers(
        PARTED,
        "answered_after",
        step=900,
        temperature="ifnull(f.assigned_temperature, '')",
        band=f"ifnull({BAND}, '')",
    ),
    Tally("tallies_of_stays", {"stage_id": "f.stage_id", "length": "f.length"}, of="stays"),
)
# Who did how much, of the activities themselves.
DONE = "tallies_of_activities"
_DONE = f"""
INSERT INTO {DONE}
SELECT rep_id, kind, direction, outcome, count(*),
       sum(kind <> 'note' AND direction = 'out' AND automatic = 0), total(seconds)
FROM activities WHERE removed_by IS NULL GROUP BY 1, 2, 3, 4
"""  # noqa: S608 - a constant
TABLES = tuple(dict.fromkeys(tally.table for tally in COUNTED))

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

    def pause(self) -> None:
        """Let nothing be counted, for a change of very many facts, until `resume`."""
        self.connection.execute("INSERT OR IGNORE INTO pauses (id) VALUES (1)")

    def resume(self) -> None:
        """End a pause: count all anew."""
        self.count_anew()
        self.connection.execute("DELETE FROM pauses")

    def count_anew(self) -> None:
        """Count all leads, whatever was counted before."""
        for table in TABLES:
            self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a constant
        for tally in COUNTED:
            self._add(tally, "1", {})

    def count_done(self) -> None:
        """The same of what was done."""
        self.connection.execute(f"DELETE FROM {DONE}")  # noqa: S608 - a constant
        self.connection.execute(_DONE)

    @contextmanager
    def changing(self, which: str, parameters: Mapping[str, Any] = {}) -> Iterator[None]:
        """Inside, the facts of the leads `which`, a condition on f.lead_id, are told anew.

        The condition must be met by the same leads before and after.
        """
        if self.is_paused():
            yield
            return
        for tally in COUNTED:
            self._add(tally, which, parameters, sign="-")
        yield
        for tally in COUNTED:
            self._add(tally, which, parameters)

    def came(self, first: int) -> None:
        """Add leads, all from a number on, to which nothing has happened yet."""
        if not self.is_paused():
            for tally in COUNTED:
                if tally.new:
                    self._add(tally, "f.lead_id >= :first", {"first": first})

    def _add(self, tally: Tally, which: str, parameters: Mapping[str, Any], *, sign: str = "") -> None:
        table, keys, sums = tally.table, tally.keys, tally.sums
        told = ", ".join((*keys.values(), *(sign + told for told in sums.values())))
        places = ", ".join(str(n + 1) for n in range(len(keys)))
        group = ", ".join(_compared(column) if table in GROUPS else column for column in keys)
        added = ", ".join(f"{name} = {name} + excluded.{name}" for name in sums)
        self.connection.execute(
            f"""INSERT INTO {table} ({", ".join((*keys, *sums))})
                SELECT {told} FROM {tally.of} f WHERE {tally.where} AND {which} GROUP BY {places}
                ON CONFLICT ({group}) DO UPDATE SET {added}""",  # noqa: S608 - constants
            parameters,
        )


def _compared(column: str) -> str:
    return f"ifnull({column}, '')" if column in ("assigned_temperature", "band") else f"ifnull({column}, 0)"
