"""Leads that came back, and whether the score is any good."""

from typing import Any

from leadtrack import reports, scoring
from leadtrack.actions.reports import Asked
from leadtrack.reports import Report


def reopened(asked: Asked) -> Report:
    office = asked.office
    found = office.store.histories.reopened(asked.selection)
    if asked.by is not None:
        return reports.reopened_by(_became(asked, found), asked.grouping.columns)
    return reports.reopened(
        [
            {**row, "at": office.local(row["at"]), "closed_at": row["closed_at"] and office.local(row["closed_at"])}
            for row in found
        ]
    )


def _became(asked: Asked, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Per group, how many leads came back, and what became of them since."""
    assert asked.by is not None
    kinds = {row["lead"]: row["kind"] for row in found}
    keys = asked.office.store.figures.keys(asked.among(kinds), asked.by)
    groups: dict[str | None, dict[str, Any]] = {}
    for lead, kind in kinds.items():
        row = groups.setdefault(asked.grouping.name(keys[lead]), dict.fromkeys(("leads", "won", "lost", "open"), 0))
        row["leads"] += 1
        row[kind if kind in ("won", "lost") else "open"] += kind != "junk"
    return [
        {**asked.grouping.row(name), **groups[name], "share": groups[name]["won"] / groups[name]["leads"]}
        for name in asked.grouping.order(groups)
    ]


def score(asked: Asked) -> Report:
    """The share won per band of scores, of the leads that are closed; by group only of groups with enough of them."""
    found = asked.office.store.figures.closed(asked.selection)
    closed = [(points, won) for _, points, won in found]
    if asked.by is None:
        return reports.scores(scoring.bands(closed), len(closed), scoring.ENOUGH, scoring.tells_apart(closed))
    keys = asked.office.store.figures.keys(asked.among(lead for lead, _, _ in found), asked.by)
    groups: dict[str | None, list[tuple[int, bool]]] = {}
    for lead, points, won in found:
        groups.setdefault(asked.grouping.name(keys[lead]), []).append((points, won))
    order = asked.grouping.order({name: {"leads": len(mine)} for name, mine in groups.items()})
    rows = [{**asked.grouping.row(name), **row} for name in order for row in scoring.bands(groups[name])]
    return reports.scores(
        rows, max(map(len, groups.values()), default=0), scoring.ENOUGH, scoring.tells_apart(closed),
        asked.grouping.columns,
    )  # fmt: skip
