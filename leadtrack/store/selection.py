"""Which leads a report is about, and what it counts of them.

What a report counts is a condition (COUNTS), so that the leads behind a number can be listed by the same words that
counted them. Every statement speaks of `facts f` and joins what it names: stages g, reps r, leads l.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from leadtrack.response import WITHIN
from leadtrack.store.sqlite import AREA, COUNTRY, KNOWN, QUIET, Row

_JOINS = {
    "g": "JOIN stages g ON g.id = f.stage_id",
    "h": "JOIN stages h ON h.id = f.furthest_stage_id",
    "r": "LEFT JOIN reps r ON r.id = f.rep_id",
    "l": "JOIN leads l ON l.id = f.lead_id",
    "s": "LEFT JOIN sources s ON s.id = f.source_id",
    "c": "LEFT JOIN campaigns c ON c.id = f.campaign_id",
}

# Told by a function of the connection, see Figures.covered_by.
_TERRITORY = f"territory_of({COUNTRY}, l.state, l.county, l.city, l.postal_code, {AREA})"

# By what leads can be counted: name -> the key of a lead's group. A month's and a territory's key is only what its name
# is told from.
KEYS = {
    "rep": ("f.rep_id",),
    "region": ("r.region_id",),
    "source": ("f.source_id",),
    "campaign": ("f.campaign_id",),
    "temperature": ("f.assigned_temperature",),
    "industry": ("l.industry",),
    "month": (),  # told by the borders of the months, see Selection.months
    "territory": (COUNTRY, "l.state", "l.county", "l.city", "l.postal_code", AREA),
    "score": ("f.assigned_score",),
}

# The band of the score at the assignment (fairness.BANDS).
BAND = (
    "CASE WHEN f.assigned_score >= 60 THEN '60-100' WHEN f.assigned_score >= 40 THEN '40-59'"
    " WHEN f.assigned_score >= 0 THEN '0-39' END"
)
# What leads were like when their rep got them.
PARTS = {"temperature": "f.assigned_temperature", "band": BAND}

RESPONSE = "f.answered_after"
# Of a lead whose creation is known only as a day, nobody can say after how many minutes it was tried.
TIMED = "length(f.created_at) > 10"

ANSWER = "f.tried_after"
UNTRIED = f"{TIMED} AND f.first_attempt_at IS NULL"


class Phase(NamedTuple):
    """A time that a lead waits: its length and of which leads it is over; its length so far, of which it is not.

    A lead that was closed meanwhile waited till then.
    """

    length: str
    over: str
    so_far: str = ""
    still: str = ""


_TO_NOW = "iif(f.stage_id IN ({alive}), strftime('%s', :now), strftime('%s', f.stage_since))"
# When a lead was taken in, in seconds: what it took since its creation tells it, where it took any time.
_TAKEN_IN = """iif(f.taken_after > 0, strftime('%s', f.created_at) + f.taken_after,
    (SELECT strftime('%s', b.at) FROM leads k JOIN batches b ON b.id = k.batch_id WHERE k.id = f.lead_id))"""
PHASES = {
    "created to taken in": Phase("f.taken_after", "f.taken_after IS NOT NULL"),
    "taken in to assigned": Phase(
        "f.given_after", "f.given_after IS NOT NULL",
        f"({_TO_NOW} - {_TAKEN_IN})", "f.rep_id IS NULL AND f.first_assigned_at IS NULL",
    ),
    "assigned to first attempt": Phase(
        RESPONSE, "f.answered_after IS NOT NULL",
        f"({_TO_NOW} - strftime('%s', f.assigned_at))", "f.rep_id IS NOT NULL AND f.responded_at IS NULL",
    ),
    "created to first attempt": Phase(
        ANSWER, "f.tried_after IS NOT NULL",
        f"({_TO_NOW} - strftime('%s', f.created_at))", UNTRIED,
    ),
}  # fmt: skip

# Name -> what must hold of a lead for it to count.
COUNTS = {
    "leads": "1",
    "assigned": "f.rep_id IS NOT NULL",
    "unassigned": "f.rep_id IS NULL",
    "untouched": "f.rep_id IS NOT NULL AND f.attempts = 0",
    "tried": "f.attempts > 0",
    "never_tried": "f.attempts = 0",
    "answered": "f.answered_after IS NOT NULL",
    "no_next_step": "f.rep_id IS NOT NULL AND f.stage_id IN ({open}) AND f.next_reminder_at IS NULL",
    "contacted": "f.furthest_stage_id IN ({contacted})",
    "qualified": "f.furthest_stage_id IN ({qualified})",
    "won": "f.stage_id IN ({won})",
    "lost": "f.stage_id IN ({lost})",
    "junk": "f.stage_id IN ({junk})",
    "open": "f.stage_id IN ({alive})",
    "stale": "f.stage_id IN ({alive}) AND {rested} AND (f.next_reminder_at IS NULL OR f.next_reminder_at < :now)",
    "promise_broken": "f.next_reminder_at < :now AND f.stage_id IN ({alive})",
    "contactable": "f.reachable",
    "paid": "f.campaign_id IN (SELECT p.id FROM campaigns p WHERE p.cost IS NOT NULL OR p.lead_cost IS NOT NULL)",
    **{name: f"{RESPONSE} <= {seconds}" for name, seconds in WITHIN.items()},
    # those whose time is not over yet, and that were not answered within it
    **{
        f"{name}_soon": f"f.rep_id IS NOT NULL AND f.assigned_at > :ago_{seconds}"
        f" AND ({RESPONSE} IS NULL OR {RESPONSE} > {seconds})"
        for name, seconds in WITHIN.items()
    },
}

# Leads that were assigned within the longest of these times, found behind what the batches since then began with: no
# assignment is later than its batch.
_BEFORE = f"SELECT min(ifnull(assignments_before, 0)) FROM batches WHERE at > :ago_{max(WITHIN.values())}"  # noqa: S608
RECENT = (
    f"f.lead_id IN (SELECT n.lead_id FROM assignments n WHERE n.id > ({_BEFORE})"  # noqa: S608 - a constant
    f" AND n.at > :ago_{max(WITHIN.values())})"
)
# The leads with and without a rep, as the indexes part them.
HALVES = ("f.rep_id > 0", "f.rep_id IS NULL")


def rounded(length: str) -> str:
    """An expression: a length below an hour in seconds, below a day in minutes, else in hours, each begun one a whole:
    so what was over within a whole number of them still is.
    """
    minutes, hours = f"({length} + 59) / 60 * 60", f"({length} + 3599) / 3600 * 3600"
    return f"iif({length} < 3600, {length}, iif({length} < 86400, {minutes}, {hours}))"


# What the report on quality asks: name -> (words, whether it is good when it holds, what must hold of a lead).
_TWICE = (
    "l.{0} IN (SELECT d.{0} FROM leads d WHERE d.{0} IS NOT NULL GROUP BY d.{0} HAVING count(*) > 1)"
    " AND EXISTS (SELECT 1 FROM leads d JOIN facts e ON e.lead_id = d.id WHERE d.{0} = l.{0} AND d.id <> l.id)"
)
_KNOWN = {name: f"f.known & {1 << n}" for n, name in enumerate(KNOWN)}
_HAD = (
    "f.lead_id IN (SELECT v.lead_id FROM activities v WHERE v.removed_by IS NULL AND v.outcome IN"
    " (SELECT '{0}' UNION ALL SELECT o.name FROM outcomes o WHERE o.like = '{0}'))"
)
QUALITY = {
    "reachable": ("can be contacted", True, "f.reachable"),
    "has_name": ("has a name", True, _KNOWN["has_name"]),
    "has_company": ("has a company", True, _KNOWN["has_company"]),
    "has_email": ("has an e-mail address", True, _KNOWN["has_email"]),
    "has_phone": ("has a telephone number", True, _KNOWN["has_phone"]),
    "has_place": ("has a postal code", True, _KNOWN["has_place"]),
    "has_industry": ("has an industry", True, _KNOWN["has_industry"]),
    "has_value": ("has a value", True, _KNOWN["has_value"]),
    "has_source": ("has a source", True, "f.source_id IS NOT NULL"),
    "same_email": ("shares its e-mail address with another lead", False, _TWICE.format("email")),
    "same_phone": ("shares its telephone number with another lead", False, _TWICE.format("phone")),
    "maybe_twice": (
        "may be one with another lead and waits for a look (leadtrack duplicates review)",
        False,
        "f.lead_id IN (SELECT p.lead_id FROM pairs p JOIN facts e ON e.lead_id = p.other_id"
        " WHERE p.verdict = 'maybe' AND p.removed_by IS NULL UNION SELECT p.other_id FROM pairs p"
        " JOIN facts e ON e.lead_id = p.lead_id WHERE p.verdict = 'maybe' AND p.removed_by IS NULL)",
    ),
    "wrong_number": ("a number turned out wrong", False, _HAD.format("wrong number")),
    "bounced": ("an e-mail bounced", False, _HAD.format("bounced")),
    "refused": ("wants no e-mail or no calls", False, _KNOWN["refused"]),
    "junk": ("is junk", False, "f.stage_id IN ({junk})"),
}
COUNTS |= {name: sql for name, (_, _, sql) in QUALITY.items()}

# Name -> what is added up over leads.
SUMS = {
    "attempts": "f.attempts",
    "taken_after": "f.taken_after",
    "given_after": "f.given_after",
    "value": "f.value",
    "value_won": "iif(f.stage_id IN ({won}), f.value, 0.0)",
}

# What a report can be narrowed to, beside the period.
FILTERS = {
    "rep": "f.rep_id = :rep",
    "region": "r.region_id = :region",
    "source": "f.source_id = :source",
    "campaign": "f.campaign_id = :campaign",
    "stage": "f.stage_id = :stage",
    "temperature": "f.assigned_temperature = :temperature",
    "country": "l.country = :country COLLATE NOCASE",
    "state": "l.state = :state COLLATE NOCASE",
    "industry": "l.industry = :industry COLLATE NOCASE",
    "territory": f"{_TERRITORY} = :territory COLLATE NOCASE",
    "person": "named_alike(l.referred_by) = :person",
    # leads that were found out before, a JSON array of numbers
    "among": "f.lead_id IN (SELECT value FROM json_each(:among))",
}
# The same where leads are looked for that have none.
NONE = {
    "region": "r.region_id IS NULL",
    "territory": f"{_TERRITORY} IS NULL",
    **{
        name: f"{FILTERS[name].partition(' = ')[0]} IS NULL"
        for name in ("rep", "source", "campaign", "temperature", "country", "state", "industry")
    },
}

Key = tuple[Any, ...]


class Selection(NamedTuple):
    """Which leads a report is about: those created in [since, until) that meet the filters.

    A bound is (instant, day): of leads that are known only to the day, those count whose day is not before (and for
    `until` before) that day. A filter that is None asks for leads that have none. `settled` are the parameters of
    COUNTS: now, and ago_N, the instant N seconds before. `stages` has the numbers of stages by what is said of them in
    braces. `rests` pairs a stage in which leads may not rest for ever with the instant before which something must have
    happened. `months` pairs the first instant of each month with its name.
    """

    settled: Mapping[str, Any]
    stages: Mapping[str, tuple[int, ...]]
    since: tuple[str, str] | None = None
    until: tuple[str, str] | None = None
    filters: Mapping[str, Any] = {}
    rests: tuple[tuple[int, str], ...] = ()
    months: tuple[tuple[str, str], ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it is about all leads there are."""
        return not (self.since or self.until or self.filters)

    def of_these(self, leads: Iterable[int]) -> "Selection":
        """The leads of these numbers, and nothing else asked of them."""
        return self._replace(since=None, until=None, filters={"among": json.dumps(sorted(leads))})

    def condition(self, name: str) -> str:
        """What must hold of a lead for it to count under that name."""
        return self.filled(COUNTS[name])

    def filled(self, sql: str) -> str:
        """An expression with what is said in braces filled in: {won} are the numbers of the stages of that kind."""
        for name, numbers in self.stages.items():
            sql = sql.replace(f"{{{name}}}", ", ".join(map(str, numbers)))
        if "{rested}" in sql:
            bounds = " ".join(f"WHEN {stage} THEN '{bound}'" for stage, bound in self.rests)
            sql = sql.replace("{rested}", f"{QUIET} < CASE f.stage_id {bounds} ELSE '' END" if bounds else "0")
        return sql

    def where(self) -> str:
        terms = [(NONE if wanted is None else FILTERS)[name] for name, wanted in self.filters.items()]
        if self.since:
            terms += [
                "f.created_at >= :since_first",
                "iif(length(f.created_at) = 10, f.created_at >= :since_day, f.created_at >= :since_at)",
            ]
        if self.until:
            terms += [
                "f.created_at < :until_last",
                "iif(length(f.created_at) = 10, f.created_at < :until_day, f.created_at < :until_at)",
            ]
        return " AND ".join(terms) or "1"

    def parameters(self) -> Row:
        found = {**self.settled, **self.filters}
        if self.since:
            at, day = self.since
            found |= {"since_at": at, "since_day": day, "since_first": min(at, day)}
        if self.until:
            at, day = self.until
            found |= {"until_at": at, "until_day": day, "until_last": max(at, day)}
        return found

    def keys(self, by: str | None) -> tuple[str, ...]:
        """The columns that a group's key is made of; () for all leads together."""
        if by is None:
            return ()
        return (self._month(),) if by == "month" else KEYS[by]

    def _month(self) -> str:
        borders = " ".join(f"WHEN f.created_at >= '{at}' THEN '{name}'" for at, name in reversed(self.months))
        return f"CASE WHEN length(f.created_at) = 10 THEN substr(f.created_at, 1, 7) {borders} END"


def joined(words: str) -> str:
    """FROM facts, and the tables that an expression names."""
    return " ".join(["FROM facts f", *(join for alias, join in _JOINS.items() if re.search(rf"\b{alias}\.", words))])
