"""Lists of leads, by what people ask for."""

from typing import Any

from leadtrack.actions import Office, finding
from leadtrack.instants import iso


def leads(
    office: Office,
    *,
    rep: str | None = None,
    stage: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
    **filters: Any,
) -> list[dict[str, Any]]:
    """Whole leads that meet all conditions; `filters` are named as in store.leads.FILTERS, falsy ones ask nothing."""
    wanted = {name: value for name, value in filters.items() if value}
    if rep:
        wanted["rep"] = finding.rep(office, rep)["id"]
    if stage:
        wanted["stage"] = finding.stage(office, stage)["id"]
    if since or until:
        from leadtrack.dates import period

        start, end = period(since, until, now=office.now, zone=office.zone, week=office.week)
        wanted |= {name: iso(at) for name, at in (("since", start), ("until", end)) if at}
    return office.store.leads.all(wanted, limit)
