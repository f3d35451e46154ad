"""Like against like: how often and how soon each rep tried hot, warm and cold leads, as they were when he got them."""

from typing import Any

from leadtrack import fairness, pages, response
from leadtrack.actions.reports import Asked
from leadtrack.intervals import wilson
from leadtrack.reports import Report
from leadtrack.store.selection import BAND, PARTS, RESPONSE


def page(asked: Asked) -> Report:
    """One row per group and temperature, then per band of scores."""
    rows: list[dict[str, Any]] = []
    gaps: dict[str | None, fairness.Gap] = {}
    warm = {name: _figures(asked, f"f.assigned_temperature = '{name}'") for name in fairness.TEMPERATURES}
    scored = {f"{low}-{high}": _figures(asked, f"{BAND} = '{low}-{high}'") for low, high in fairness.BANDS}
    for part, bands in (("temperature", warm), ("band", scored)):
        _measure(asked, part, bands)
    everybody = {name for part in (*warm.values(), *scored.values()) for name in part}
    for group in asked.grouping.order({name: {} for name in everybody}):
        for kind, bands in (("temperature", warm), ("score", scored)):
            for band, figures in bands.items():
                if group in figures:
                    rows.append({**asked.grouping.row(group), "of": kind, "band": band, **_told(figures[group])})
        hot, cold = warm["hot"].get(group), warm["cold"].get(group)
        apart = fairness.accused(hot, cold) if hot and cold else None
        if apart:
            gaps[group] = apart
    return pages.fairness(rows, asked.grouping.columns, gaps)


def _figures(asked: Asked, condition: str) -> dict[str | None, dict[str, Any]]:
    """Per group: leads, tried (since the rep has them), attempts, median (of the responses, still none)."""
    held = f"f.rep_id IS NOT NULL AND {condition}"
    counted = asked.office.store.figures.count(asked.selection, asked.by, ("leads", "answered", "attempts"), held)
    return {
        name: {**row, "tried": row["answered"], "median": None}
        for name, row in asked.grouping.added(counted).items()
        if row["leads"]
    }


def _measure(asked: Asked, part: str, bands: dict[str, dict[str | None, dict[str, Any]]]) -> None:
    """Add the medians of the responses: `part` is the expression that tells the band of a lead."""
    figures, of, name = asked.office.store.figures, asked.selection, asked.grouping.name
    if asked.by == "rep" and of.whole:
        for (*key, band), median in figures.parted_medians(part).items():
            if mine := bands[band].get(name(tuple(key))):
                mine["median"] = median
        return
    kind = PARTS[part]
    found = figures.lengths(
        of, asked.by, RESPONSE, f"f.answered_after IS NOT NULL AND f.rep_id > 0 AND {kind} IS NOT NULL", kind
    )
    for band, groups in bands.items():
        lengths = asked.grouping.lengths((key[:-1], mine) for key, mine in found.items() if key[-1] == band)
        for group in lengths.keys() & groups.keys():
            groups[group]["median"] = response.median(lengths[group])


def _told(row: dict[str, Any]) -> dict[str, Any]:
    low, high = wilson(row["tried"], row["leads"]) or (None, None)
    return {
        "leads": row["leads"], "tried": row["tried"], "share": row["tried"] / row["leads"], "low": low, "high": high,
        "per_lead": row["attempts"] / row["leads"], "median_response": row["median"],
    }  # fmt: skip
