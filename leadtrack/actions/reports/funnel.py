"""How far the leads came, stage by stage, how long they stay there, and where they stay behind."""

from typing import Any

from leadtrack import pages, response, stages
from leadtrack.actions.reports import Asked
from leadtrack.reports import Report

_WORST = 3  # groups whose leaks are told


def page(asked: Asked) -> Report:
    figures, of = asked.office.store.figures, asked.selection
    groups: dict[str | None, dict[str, dict[int, Any]]] = {}
    for key, row in figures.stages(of, asked.by):
        mine = _group(groups, asked.grouping.name(key))
        for way in ("furthest", "present"):
            mine[way][row[way]] = mine[way].get(row[way], 0) + row["leads"]
            mine[f"{way} worth"][row[way]] = mine[f"{way} worth"].get(row[way], 0.0) + row["value"]
    for key, stage, seconds, leads, over in asked.office.store.histories.stays(of, asked.by):
        lengths = _group(groups, asked.grouping.name(key))["over" if over else "still"].setdefault(stage, {})
        lengths[seconds] = lengths.get(seconds, 0) + leads
    if not groups and asked.by is None:
        _group(groups, None)
    sizes = {name: {"leads": sum(mine["present"].values())} for name, mine in groups.items()}
    told = {name: _rows(asked, groups[name]) for name in asked.grouping.order(sizes)}
    leaks = [] if asked.snapshot else [(name, leak) for name, rows in told.items() if (leak := stages.leak(rows))]
    leaks.sort(key=lambda leak: -leak[1][2])
    rows = [{**asked.grouping.row(name), **row} for name, rows in told.items() for row in rows]
    return pages.funnel(rows, asked.grouping.columns, leaks[:_WORST], asked.snapshot)


def _group(groups: dict[str | None, dict[str, dict[int, Any]]], name: str | None) -> dict[str, dict[int, Any]]:
    return groups.setdefault(
        name, {"furthest": {}, "present": {}, "furthest worth": {}, "present worth": {}, "over": {}, "still": {}}
    )


def _rows(asked: Asked, mine: dict[str, dict[int, Any]]) -> list[dict[str, Any]]:
    if asked.snapshot:
        rows = stages.snapshot(asked.pipeline, mine["present"], mine["present worth"])
    else:
        worth = (mine["furthest worth"], mine["present worth"])
        rows = stages.funnel(asked.pipeline, mine["furthest"], mine["present"], worth)
    for row in rows:
        curve = response.waiting(mine["over"].get(row["id"], {}), mine["still"].get(row["id"], {}))
        row["time"] = response.quantile(curve, 0.5)
    return rows
