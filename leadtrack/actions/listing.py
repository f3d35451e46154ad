"""Lists of leads, by what people ask for."""

from typing import Any

from leadtrack.actions import Office, finding
from leadtrack.dates import iso, period


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
    start, end = period(since, until, now=office.now, zone=office.zone)
    if start:
        wanted["since"] = iso(start)
    if end:
        wanted["until"] = iso(end)
    return office.store.leads.all(wanted, limit)
