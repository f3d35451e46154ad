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
    groups: dict[str | None, dict[int, tuple[int, int]]] = {}
    everybody: dict[int, tuple[int, int]] = {}
    for key, points, is_won, leads in asked.office.store.figures.fates(asked.selection, asked.by):
        for fates in (everybody, groups.setdefault(asked.grouping.name(key), {})):
            lost, won = fates.get(points, (0, 0))
            fates[points] = (lost, won + leads) if is_won else (lost + leads, won)
    sizes = {name: {"leads": scoring.many(fates)} for name, fates in groups.items()}
    rows = [
        {**asked.grouping.row(name), **row}
        for name in asked.grouping.order(sizes)
        for row in scoring.bands(groups[name])
    ]
    return reports.scores(
        rows, max((size["leads"] for size in sizes.values()), default=0), scoring.ENOUGH,
        scoring.tells_apart(everybody), asked.grouping.columns,
    )  # fmt: skip
