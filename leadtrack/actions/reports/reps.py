"""Who did what: the leads a rep has, how fast and how far they were worked, and what was left undone."""

from typing import Any

from leadtrack import pages, response
from leadtrack.actions.reports import Asked
from leadtrack.fairness import gap
from leadtrack.hours import USUAL, Hours
from leadtrack.instants import from_iso
from leadtrack.reports import Report
from leadtrack.store.selection import COUNTS, RECENT

_COUNTED = (
    "assigned", "untouched", "attempts", "within_5m", "within_30m", "within_24h", "no_next_step", "contacted",
    "qualified", "won", "value_won",
)  # fmt: skip

# What is found out beside it.
_ADDED = (*(f"{name}_of" for name in response.WITHIN), "stale", "overdue", "taken_back", "taken_untried")

ANSWERED = COUNTS["answered"]
_NAMED = 5  # leads that are named of each group


def page(asked: Asked) -> Report:
    office = asked.office
    office.store.figures.make_room()  # several of its questions read the same ends of an index
    found = _counted(asked)
    medians = _medians(asked, _charge(asked, found))
    _cherries(asked, found)
    regions = {rep["name"]: rep["region"] for rep in office.store.reps.all()} if asked.by == "rep" else {}
    rows = []
    for name in asked.grouping.order(found, "assigned"):
        row = found[name]
        if name is None and asked.by is not None and not any(row.get(figure) for figure in ("assigned", "overdue")):
            continue
        row["median_response"], row["median_working"] = (of.get(name) for of in medians)
        region = {"region": regions.get(name)} if asked.by == "rep" else {}
        rows.append({**asked.grouping.row(name), **region, **told(row)})
    return pages.reps(rows, asked.grouping.columns, _waiting(asked), asked.by == "rep", _untried(asked))


def _waiting(asked: Asked) -> int:
    """How many open leads have no rep, of those that are asked for."""
    found = asked.office.store.figures.count(asked.selection, None, ("unassigned",), COUNTS["open"])
    return sum(row["unassigned"] for _, row in found)


def _untried(asked: Asked) -> Report | None:
    """The leads of each group that nobody ever touched and that lie longest, by name."""
    if asked.by is None:
        return None
    office = asked.office
    found = office.store.figures.untried(asked.selection, asked.by, asked.selection.stages["alive"], _NAMED)
    rows: dict[str | None, list[dict[str, Any]]] = {}
    for key, row in found:
        name = asked.grouping.name(key)
        waits = int((office.now - from_iso(row["assigned_at"])).total_seconds())
        row |= {**asked.grouping.row(name), "assigned_at": office.local(row["assigned_at"]), "waits": max(0, waits)}
        rows.setdefault(name, []).append(row)
    named = [row for name in asked.grouping.order({name: {} for name in rows}) for row in rows[name][:_NAMED]]
    return pages.untried(named, asked.grouping.columns, _NAMED)


def told(row: dict[str, Any]) -> dict[str, Any]:
    """The figures of a row as the page has them, with the shares that follow from its counts."""
    shares = {name: row[name] / row[f"{name}_of"] if row.get(f"{name}_of") else None for name in response.WITHIN}
    apart = gap(row["hot_tried"], row["hot"], row["cold_tried"], row["cold"])
    return {
        **{name: row[name] for name in ("assigned", "untouched", "attempts", "overdue", "no_next_step", "stale")},
        **{name: row[name] for name in ("contacted", "qualified", "won", "taken_back", "taken_untried")},
        "value": row["value_won"],
        "per_lead": row["attempts"] / row["assigned"] if row["assigned"] else None,
        **shares,
        "median_response": row["median_response"], "median_working": row["median_working"],
        "hot_tried": row["hot_tried"] / row["hot"] if row["hot"] else None,
        "cold_tried": row["cold_tried"] / row["cold"] if row["cold"] else None,
        "gap": apart.gap if apart else None,
        "gap_low": apart.low if apart else None,
        "gap_high": apart.high if apart else None,
    }  # fmt: skip


def _counted(asked: Asked) -> dict[str | None, dict[str, Any]]:
    """Per group, the figures that are counted; for reps a row for everybody on the team who is asked for."""
    store, grouping = asked.office.store, asked.grouping
    nothing = dict.fromkeys((*_COUNTED, *_ADDED), 0)
    found: dict[str | None, dict[str, Any]] = {}
    if asked.by is None:
        found[None] = dict(nothing)
    elif asked.by == "rep" and asked.filters.keys() <= {"rep", "region"}:
        wanted = store.reps.wanted(asked.filters.get("rep"), asked.filters.get("region"))
        found = {name: dict(nothing) for name in wanted}
    grouping.added(store.figures.count(asked.selection, asked.by, _COUNTED, "f.rep_id IS NOT NULL"), found)
    for row in found.values():
        row |= {f"{name}_of": row.get("assigned", 0) for name in response.WITHIN}
    # those whose time is not over, and who were not answered within it, take no part
    grouping.added(
        [
            (key, {f"{name}_of": -row[f"{name}_soon"] for name in response.WITHIN})
            for key, row in store.figures.count(
                asked.selection, asked.by, [f"{name}_soon" for name in response.WITHIN], RECENT
            )
        ],
        found,
    )
    lying = store.figures.lying(asked.selection, asked.by, held=True)
    grouping.added([(key, {"stale": row["stale"]}) for key, row in lying], found)
    late = store.histories.overdue(asked.selection, asked.by, asked.today)
    grouping.added([(key, {"overdue": number}) for key, number in late], found)
    for row in found.values():
        for figure, value in nothing.items():
            row.setdefault(figure, value)
    return found


def _medians(asked: Asked, charged: list[tuple[str | None, int, int]]) -> list[dict[str | None, float | None]]:
    """The median answer by the clock on the wall and in working time, per group.

    `charged` are answers to leads that were lost again: group, seconds, working seconds.
    """
    figures, grouping, of = asked.office.store.figures, asked.grouping, asked.selection
    quick = asked.by == "rep" and not charged and of.whole
    medians: list[dict[str | None, float | None]] = []
    for place, column in enumerate(("answered_after", "worked_after")):
        if quick:
            medians.append({grouping.name(key): median for key, median in figures.medians(column).items()})
            continue
        lengths = grouping.lengths(figures.lengths(of, asked.by, f"f.{column}", ANSWERED).items())
        for name, *seconds in charged:
            mine = lengths.setdefault(name, {})
            mine[seconds[place]] = mine.get(seconds[place], 0) + 1
        medians.append({name: response.median(mine) for name, mine in lengths.items()})
    return medians


def hours(asked: Asked) -> Hours:
    return (asked.office.week or USUAL).hours(asked.office.zone)


def _charge(asked: Asked, found: dict[str | None, dict[str, Any]]) -> list[tuple[str | None, int, int]]:
    """What a rep had and lost again counts, too: how soon it was tried meanwhile, and whether it was left lying.

    Returns the answers among it: group, seconds, working seconds.
    """
    answers = []
    between = hours(asked).seconds_between
    for time in asked.office.store.histories.held_before(asked.selection, asked.by):
        name = asked.grouping.name(time["key"])
        row = found.setdefault(name, dict.fromkeys((*_COUNTED, *_ADDED), 0))
        row["taken_back"] += 1
        start, end = from_iso(time["since"]), from_iso(time["until"])
        held = (end - start).total_seconds()
        answer = None
        if time["tried_at"]:
            tried = from_iso(time["tried_at"])
            answer = int((tried - start).total_seconds())
            answers.append((name, answer, between(start, tried)))
        else:
            row["taken_untried"] += 1
        for figure, seconds in response.WITHIN.items():
            in_time = answer is not None and answer <= seconds
            row[figure] += in_time
            row[f"{figure}_of"] += in_time or held >= seconds
    return answers


def _cherries(asked: Asked, found: dict[str | None, dict[str, Any]]) -> None:
    """How many hot and cold leads each has, as they were when he got them, and how many of them were tried."""
    for row in found.values():
        row |= dict.fromkeys(("hot", "hot_tried", "cold", "cold_tried"), 0)
    counted = asked.office.store.figures.count(
        asked.selection, asked.by, ("leads", "answered"), "f.assigned_temperature IN ('hot', 'cold')",
        "f.assigned_temperature",
    )  # fmt: skip
    for (*key, warmth), row in counted:
        mine = found.get(asked.grouping.name(tuple(key)))
        if mine is not None:
            mine[warmth] += row["leads"]
            mine[f"{warmth}_tried"] += row["answered"]
