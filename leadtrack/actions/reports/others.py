"""Leads that came back, and whether the score is any good."""

from leadtrack import reports, scoring
from leadtrack.actions.reports import Asked
from leadtrack.reports import Report


def reopened(asked: Asked) -> Report:
    office = asked.office
    bounds = (asked.since[0] if asked.since else None, asked.until[0] if asked.until else None)
    return reports.reopened(
        [
            {**row, "at": office.local(row["at"]), "closed_at": row["closed_at"] and office.local(row["closed_at"])}
            for row in office.store.stages.reopened(*bounds)
        ]
    )


def score(asked: Asked) -> Report:
    """The share won per band of scores, of the leads that are closed."""
    closed = asked.office.store.figures.closed(asked.selection)
    return reports.scores(scoring.bands(closed), len(closed), scoring.ENOUGH, scoring.tells_apart(closed))
