"""Lists of leads, by what people ask for."""

import json
from typing import Any

from leadtrack.actions import Office, finding
from leadtrack.countries import state_code
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
    wanted = _wanted(office, rep=rep, stage=stage, since=since, until=until, **filters)
    return office.store.leads.all(wanted, limit)


def numbers(
    office: Office,
    *,
    rep: str | None = None,
    stage: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
    **filters: Any,
) -> list[int]:
    """The same as numbers alone."""
    wanted = _wanted(office, rep=rep, stage=stage, since=since, until=until, **filters)
    return office.store.leads.numbers(wanted, limit)


def _wanted(
    office: Office, *, rep: str | None, stage: str | None, since: str | None, until: str | None, **filters: Any
) -> dict[str, Any]:
    wanted = {name: value for name, value in filters.items() if value}
    if "state" in wanted:
        wanted["state"] = _states(office, wanted["state"])
    if rep:
        wanted["rep"] = finding.rep(office, rep)["id"]
    if stage:
        wanted["stage"] = finding.stage(office, stage)["id"]
    if since or until:
        from leadtrack.dates import period

        start, end = period(since, until, now=office.now, zone=office.zone, week=office.week)
        wanted |= {name: iso(at) for name, at in (("since", start), ("until", end)) if at}
    return wanted


def _states(office: Office, text: str) -> str:
    """The states of a list, "NY, Illinois", as they are kept, in JSON."""
    named = [part.strip() for part in text.split(",") if part.strip()]
    return json.dumps([state_code(state, office.country) or state for state in named])
