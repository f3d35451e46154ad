"""Where the hours went, from the lead's creation to the first attempt, and what it does to the rate of contact."""

from typing import Any

from leadtrack import pages, response
from leadtrack.actions.reports import Asked
from leadtrack.instants import from_iso
from leadtrack.intervals import wilson
from leadtrack.reports import Report
from leadtrack.store.selection import ANSWER, PHASES, TIMED, rounded

# After how long the first attempt came: up to so many seconds, and what that is called.
SPANS = (
    (300, "within 5 min"), (1_800, "within 30 min"), (3_600, "within 1 h"), (72_000, "within 20 h"),
    (None, "later"),
)  # fmt: skip
NEVER = "not tried"


def page(asked: Asked) -> Report:
    rows: list[dict[str, Any]] = []
    figures, of, grouping = asked.office.store.figures, asked.selection, asked.grouping
    phases: dict[str, tuple[dict[str | None, dict[int, int]], dict[str | None, dict[int, int]]]] = {}
    exact: dict[str, dict[str | None, int]] = {}
    answered: dict[str | None, dict[int, int]]
    whole = asked.by is None and not (of.since or of.until or of.filters)
    for phase, sql in PHASES.items():
        column = sql.length.removeprefix("f.")
        if whole and column in ("taken_after", "given_after"):
            lengths, seconds = figures.taken_and_given(column)
            answered, exact[phase] = {None: lengths} if lengths else {}, {None: seconds}
        elif column in ("taken_after", "given_after"):
            told = figures.count(of, asked.by, (column,), sql.over)
            exact[phase] = {name: row[column] for name, row in grouping.added(told).items()}
            answered = grouping.lengths(figures.lengths(of, asked.by, rounded(sql.length), sql.over).items())
        else:
            answered = grouping.lengths(figures.lengths(of, asked.by, sql.length, sql.over).items())
        still = grouping.lengths(figures.lengths(of, asked.by, sql.so_far, sql.still).items()) if sql.still else {}
        phases[phase] = answered, still
    _held_before(asked, *phases["assigned to first attempt"])
    sizes = {
        name: {"leads": sum(sum(lengths.get(name, {}).values()) for pair in phases.values() for lengths in pair)}
        for pair in phases.values()
        for lengths in pair
        for name in lengths
    }
    for name in grouping.order(sizes) or ([None] if asked.by is None else []):
        for phase, (answered, still) in phases.items():
            rows.append({**grouping.row(name), "phase": phase, **_told(answered.get(name, {}), still.get(name, {}))})
            if rows[-1]["average"] is not None and phase in exact:  # the lengths are rounded, their sum is not
                rows[-1]["average"] = exact[phase][name] / sum(answered[name].values())
    tried = contact(asked)
    team = _team(tried, *map(_together, phases["created to first attempt"]))
    return pages.response(rows, grouping.columns, tried, team)


def _together(groups: dict[str | None, dict[int, int]]) -> dict[int, int]:
    return response.added(groups.values())


def _team(tried: list[dict[str, Any]], answered: dict[int, int], still: dict[int, int]) -> dict[str, Any]:
    """The team's own figures as others published theirs."""
    told = _told(answered, still)
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


def contact(asked: Asked) -> list[dict[str, Any]]:
    """Of the leads that were first tried within so long, how many were contacted and qualified."""
    figures, names = asked.office.store.figures, ("leads", "contacted", "qualified")
    found = {}
    after = -1
    for seconds, name in SPANS:
        within = f" AND {ANSWER} <= {seconds}" if seconds else ""
        ((_, found[name]),) = figures.count(asked.selection, None, names, f"{ANSWER} > {after}{within}")
        after = seconds or after
    ((_, found[NEVER]),) = figures.count(asked.selection, None, names, f"{TIMED} AND f.first_attempt_at IS NULL")
    rows = []
    for name in (*(name for _, name in SPANS), NEVER):
        row = found.get(name, {"leads": 0, "contacted": 0, "qualified": 0})
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
