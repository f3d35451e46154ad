"""Leads that lie: stale, never tried, without a next step, with a broken promise."""

from leadtrack import pages
from leadtrack.actions.reports import Asked
from leadtrack.instants import from_iso
from leadtrack.reports import Report
from leadtrack.store.selection import COUNTS

_COUNTED = ("open", "untouched", "no_next_step", "value")
_SHOWN = ("open", "stale", "untouched", "no_next_step", "promise_broken", "value")


def page(asked: Asked) -> Report:
    """Of the leads that are open or in nurture, by group."""
    figures, grouping = asked.office.store.figures, asked.grouping
    found = grouping.added(figures.count(asked.selection, asked.by, _COUNTED, COUNTS["open"]))
    since: dict[str | None, str] = {}
    for key, row in figures.lying(asked.selection, asked.by):
        name, oldest = grouping.name(key), row.pop("oldest")
        grouping.added([(key, row)], found)
        if oldest:
            since[name] = min(oldest, since.get(name, oldest))
    rows = []
    for name in grouping.order(found, "stale"):
        row = {figure: found[name].get(figure, 0) for figure in _SHOWN}
        if not row["open"] and asked.by is not None:
            continue
        longest = int((asked.office.now - from_iso(since[name])).total_seconds()) if name in since else None
        rows.append(
            {
                **grouping.row(name), **row, "share": row["stale"] / row["open"] if row["open"] else None,
                "longest": longest,
            }
        )  # fmt: skip
    return pages.stale(rows, grouping.columns)
