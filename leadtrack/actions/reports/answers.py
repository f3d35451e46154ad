"""Where the hours went, from the lead's creation to the first attempt, and what it does to the rate of contact."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from leadtrack import pages, response
from leadtrack.actions.reports import Asked
from leadtrack.instants import from_iso
from leadtrack.intervals import wilson
from leadtrack.reports import Report
from leadtrack.store.selection import ANSWER, PHASES, Key, rounded

# After how long the first attempt came: up to so many seconds, and what that is called.
SPANS = (
    (300, "within 5 min"), (1_800, "within 30 min"), (3_600, "within 1 h"), (72_000, "within 20 h"),
    (None, "later"),
)  # fmt: skip
_BORDERS = [seconds for seconds, _ in SPANS if seconds]
NEVER = "not tried"
_TRIED = "created to first attempt"
# In these lengths are rounded, see docs/metrics.md.
_ROUNDED = ("created to taken in", "taken in to assigned")

Groups = dict[str | None, dict[int, int]]  # leads by the name of their group and the length of time in seconds


def page(asked: Asked) -> Report:
    grouping = asked.grouping
    phases: dict[str, tuple[Groups, Groups]] = {}
    exact: dict[str, dict[str | None, int]] = {}
    lasting, untried = _still(asked)
    for phase in PHASES:
        if phase != _TRIED:
            answered, seconds = _lengths(asked, phase)
            phases[phase] = answered, lasting.get(phase, {})
            if phase in _ROUNDED:  # the lengths are, their sum is not
                exact[phase] = seconds
    over = _first_attempts(asked)
    phases[_TRIED] = _grouped(asked, over), lasting[_TRIED]
    tried = contact(over, untried, asked.selection.stages)
    _held_before(asked, *phases["assigned to first attempt"])
    sizes = {
        name: {"leads": sum(sum(lengths.get(name, {}).values()) for pair in phases.values() for lengths in pair)}
        for pair in phases.values()
        for lengths in pair
        for name in lengths
    }
    rows: list[dict[str, Any]] = []
    for name in grouping.order(sizes) or ([None] if asked.by is None else []):
        for phase, (answered, still) in phases.items():
            rows.append({**grouping.row(name), "phase": phase, **_told(answered.get(name, {}), still.get(name, {}))})
            if rows[-1]["average"] is not None and phase in exact:
                rows[-1]["average"] = exact[phase][name] / sum(answered[name].values())
    # of all leads together it has just been told
    told = rows[-1] if asked.by is None else _told(*map(_together, phases[_TRIED]))
    team = _team(tried, told)
    return pages.response(rows, grouping.columns, tried, team)


def _lengths(asked: Asked, phase: str) -> tuple[Groups, dict[str | None, int]]:
    """Per group, how many leads took how long in a phase that is over, and how long they took in all."""
    figures, of, sql = asked.office.store.figures, asked.selection, PHASES[phase]
    column = sql.length.removeprefix("f.")
    if asked.by is None and of.whole:
        lengths, seconds = figures.known_lengths(column)
        return {None: lengths} if lengths else {}, {None: seconds}
    length = rounded(sql.length) if phase in _ROUNDED else sql.length
    found = asked.grouping.lengths(figures.lengths(of, asked.by, length, sql.over).items())
    if phase not in _ROUNDED:
        return found, {}
    sums = asked.grouping.added(figures.count(of, asked.by, (column,), sql.over))
    return found, {name: row[column] for name, row in sums.items()}


def _still(asked: Asked) -> tuple[dict[str, Groups], dict[str, int]]:
    """Of each phase, per group, how many leads have waited how long in it and still do; and of all that were never
    tried, how many were contacted and qualified."""
    figures, of, grouping = asked.office.store.figures, asked.selection, asked.grouping
    # who waits for a first attempt is found by reading all leads, so it is worth asking first whether anybody does
    asks = ("assigned", "answered", "never_tried")
    ((_, counted),) = figures.count(of, None, asks) or [((), dict.fromkeys(asks, 0))]
    tried = counted["assigned"] == counted["answered"] and not counted["never_tried"]
    found = figures.waits(of, asked.by, unassigned=tried)
    still = [phase for phase, sql in PHASES.items() if sql.still]
    waits = {phase: grouping.lengths((key, mine[phase]) for key, mine, _ in found if mine[phase]) for phase in still}
    never = sum(sum(mine[_TRIED].values()) for _, mine, _ in found)
    return waits, {"leads": never, **{name: sum(row[name] for *_, row in found) for name in ("contacted", "qualified")}}


def _first_attempts(asked: Asked) -> dict[Key, dict[int, int]]:
    """Per group and furthest stage, how many leads were first tried after so long."""
    figures, of, sql = asked.office.store.figures, asked.selection, PHASES[_TRIED]
    if asked.by is None and of.whole:
        return figures.tries()
    return figures.lengths(of, asked.by, sql.length, sql.over, "f.furthest_stage_id")


def _grouped(asked: Asked, found: Mapping[Key, dict[int, int]]) -> Groups:
    """However far the leads came."""
    return asked.grouping.lengths((key[:-1], lengths) for key, lengths in found.items())


def _together(groups: dict[str | None, dict[int, int]]) -> dict[int, int]:
    return response.added(groups.values())


def _team(tried: list[dict[str, Any]], told: dict[str, Any]) -> dict[str, Any]:
    """The team's own figures as others published theirs; `told` of its first attempts, as in a row."""
    soon, late = tried[0], tried[2]
    return {
        "never": told["waiting"] / told["leads"] if told["leads"] else None,
        "within_5m": told["within_5m"], "average": told["average"],
        **{
            name: response.odds_ratio(soon[figure], soon["leads"], late[figure], late["leads"])
            for name, figure in (("odds_contact", "contacted"), ("odds_qualified", "qualified"))
        },
    }  # fmt: skip


def span() -> str:
    """An expression: which of SPANS a lead's first attempt came in, or NEVER."""
    bounds = " ".join(f"WHEN {ANSWER} <= {seconds} THEN '{name}'" for seconds, name in SPANS if seconds)
    return f"CASE WHEN f.first_attempt_at IS NULL THEN '{NEVER}' {bounds} ELSE '{SPANS[-1][1]}' END"


def contact(
    over: dict[Key, dict[int, int]], never: Mapping[str, int], stages: Mapping[str, tuple[int, ...]]
) -> list[dict[str, Any]]:
    """Of the leads that were first tried within so long, how many were contacted and qualified.

    `over`: per key, of which the furthest stage is the last part, leads by how long the first attempt took. `never`:
    how many leads were not tried, and how many of these were contacted and qualified.
    """
    figures = ("leads", "contacted", "qualified")
    found = {name: dict.fromkeys(figures, 0) for _, name in SPANS}
    for (*_, furthest), lengths in over.items():
        came = [figure for figure in figures if figure == "leads" or furthest in stages[figure]]
        for length, leads in lengths.items():
            row = found[SPANS[bisect_left(_BORDERS, length)][1]]
            for figure in came:
                row[figure] += leads
    found[NEVER] = {figure: never[figure] for figure in figures}
    rows = []
    for name, row in found.items():
        low, high = wilson(row["contacted"], row["leads"]) or (None, None)
        rows.append(
            {
                "tried": name, **row, "share": row["contacted"] / row["leads"] if row["leads"] else None,
                "low": low, "high": high,
                "share_qualified": row["qualified"] / row["leads"] if row["leads"] else None,
            }
        )  # fmt: skip
    return rows


def _held_before(
    asked: Asked, answered: dict[str | None, dict[int, int]], still: dict[str | None, dict[int, int]]
) -> None:
    """Who had a lead and lost it again answered it meanwhile, or waited as long as he had it."""
    for time in asked.office.store.histories.held_before(asked.selection, asked.by):
        end, lengths = (time["tried_at"], answered) if time["tried_at"] else (time["until"], still)
        seconds = int((from_iso(end) - from_iso(time["since"])).total_seconds())
        mine = lengths.setdefault(asked.grouping.name(time["key"]), {})
        mine[seconds] = mine.get(seconds, 0) + 1


def _told(answered: dict[int, int], still: dict[int, int]) -> dict[str, Any]:
    curve = response.waiting(answered, still)
    leads = sum(answered.values()) + sum(still.values())
    quantiles = {f"q{round(part * 100)}": response.quantile(curve, part) for part in response.QUANTILES}
    return {
        "leads": leads, "waiting": sum(still.values()),
        "median": quantiles.pop("q50"), **quantiles, "average": response.mean(answered),
        **{
            name: response.answered_within(curve, seconds) if leads else None
            for name, seconds in response.WITHIN.items()
        },
    }  # fmt: skip
