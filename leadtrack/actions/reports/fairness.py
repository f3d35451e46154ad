"""Like against like: how often and how soon each rep tried hot, warm and cold leads, as they were when he got them."""

from typing import Any

from leadtrack import fairness, pages, response
from leadtrack.actions.reports import Asked
from leadtrack.intervals import wilson
from leadtrack.reports import Report
from leadtrack.store.selection import RESPONSE


def page(asked: Asked) -> Report:
    """One row per group and temperature, then per band of scores."""
    rows: list[dict[str, Any]] = []
    gaps: dict[str | None, fairness.Gap] = {}
    warm = {name: _figures(asked, f"f.assigned_temperature = '{name}'") for name in fairness.TEMPERATURES}
    scored = {
        f"{low}-{high}": _figures(asked, f"f.assigned_score BETWEEN {low} AND {high}") for low, high in fairness.BANDS
    }
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
    """Per group: leads, tried (since the rep has them), attempts, lengths (of the responses)."""
    figures, grouping = asked.office.store.figures, asked.grouping
    held = f"f.rep_id IS NOT NULL AND {condition}"
    counted = figures.count(asked.selection, asked.by, ("leads", "answered", "attempts"), held)
    found = grouping.added(counted)
    lengths = grouping.lengths(
        figures.lengths(asked.selection, asked.by, RESPONSE, f"f.responded_at IS NOT NULL AND {held}").items()
    )
    return {
        name: {**row, "tried": row["answered"], "lengths": lengths.get(name, {})}
        for name, row in found.items()
        if row["leads"]
    }


def _told(row: dict[str, Any]) -> dict[str, Any]:
    low, high = wilson(row["tried"], row["leads"]) or (None, None)
    return {
        "leads": row["leads"], "tried": row["tried"], "share": row["tried"] / row["leads"], "low": low, "high": high,
        "per_lead": row["attempts"] / row["leads"], "median_response": response.median(row["lengths"]),
    }  # fmt: skip
