"""The team's own lists: reps, regions, sources, campaigns, settings."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from leadtrack import workweek
from leadtrack.actions import Office, finding, promises
from leadtrack.countries import country_code
from leadtrack.dates import day_of, parse
from leadtrack.errors import BadRequest

_DEAREST = 1e12


def add_rep(office: Office, name: str, email: str | None, region: str | None) -> dict[str, Any]:
    """Put a rep on the team, or complete the one of that name; saying it twice changes nothing."""
    name = _name(name, "rep")
    email = (email or "").strip() or None
    if email and ("@" not in email or any(c.isspace() for c in email)):
        raise BadRequest(f"{email!r} is no e-mail address; write it as ann@example.com")
    found = next((rep for rep in office.store.reps.named(name) if rep["name"].casefold() == name.casefold()), None)
    holder = next(iter(office.store.reps.named(email)), None) if email else None
    if holder and holder["email"] and holder["email"].casefold() == (email or "").casefold() and holder != found:
        raise BadRequest(f"{email} is {holder['name']}'s address; give {name} another")
    with office.batch("rep add") as batch:
        region_id = office.store.reps.region(batch, _name(region, "region")) if region else None
        given = {"email": email, "region_id": region_id}
        if found:
            batch.update("reps", found["id"], {key: value for key, value in given.items() if value is not None})
        else:
            office.store.reps.add(batch, name, email, region_id)
        batch.summary = name
    rep = next(rep for rep in office.store.reps.all() if rep["name"].casefold() == name.casefold())
    return {
        "batch": batch.id if batch.touched else None,
        "rep": rep["name"], "email": rep["email"], "region": rep["region"], "new": found is None,
    }  # fmt: skip


def add_region(office: Office, name: str, manager: str | None = None) -> dict[str, Any]:
    """Make a region, or give one its manager, who is named as a rep is."""
    name = _name(name, "region")
    known = {row["name"].casefold(): row for row in office.store.reps.regions()}
    rep = finding.rep(office, manager) if manager is not None else None
    with office.batch("region add") as batch:
        region = office.store.reps.region(batch, name)
        if rep is not None:
            batch.update("regions", region, {"manager_id": rep["id"]})
        batch.summary = name + (f", manager {rep['name']}" if rep is not None else "")
    before = known.get(name.casefold())
    return {
        "batch": batch.id if batch.touched else None, "region": name, "new": before is None,
        "manager": rep["name"] if rep is not None else before["manager"] if before else None,
    }  # fmt: skip


def add_source(office: Office, name: str) -> dict[str, Any]:
    name = _name(name, "source")
    with office.batch("source add") as batch:
        office.store.campaigns.source(batch, name)
        batch.summary = name
    return {"batch": batch.id if batch.touched else None, "source": name, "new": batch.touched > 0}


def add_campaign(
    office: Office,
    name: str,
    *,
    source: str | None,
    cost: float | None,
    begins: str | None,
    ends: str | None,
    lead_cost: float | None = None,
) -> dict[str, Any]:
    """Make a campaign, or complete one of that name. `cost` is for the whole, `lead_cost` for each of its leads."""
    name = _name(name, "campaign")
    for paid in (cost, lead_cost):
        if paid is not None and not 0 <= paid < _DEAREST:
            raise BadRequest(f"a campaign cannot cost {paid:g}; give what was paid for it, 0 or more")
    days = {"starts_on": _day(office, begins), "ends_on": _day(office, ends)}
    if days["starts_on"] and days["ends_on"] and days["ends_on"] < days["starts_on"]:
        raise BadRequest(f"the campaign would end ({days['ends_on']}) before it begins ({days['starts_on']})")
    new = office.store.campaigns.campaign_named(name) is None
    with office.batch("campaign add") as batch:
        number = office.store.campaigns.campaign(batch, name)
        source_id = office.store.campaigns.source(batch, _name(source, "source")) if source else None
        given = {"source_id": source_id, "cost": cost, "lead_cost": lead_cost, **days}
        batch.update("campaigns", number, {key: value for key, value in given.items() if value is not None})
        batch.summary = name
    return {"batch": batch.id if batch.touched else None, "campaign": name, "new": new}


def set_setting(office: Office, key: str, value: str) -> dict[str, Any]:
    """Settle something for the team. Raises BadRequest for a setting or value that does not exist."""
    if key not in office.settings:
        raise BadRequest(f"there is no setting {key!r}; there are {', '.join(sorted(office.settings))}")
    value = _SETTLED[key](value.strip())
    with office.batch("settings") as batch:
        if key == "time_zone" and value != office.settings[key]:
            promises.to_zone(office, batch, ZoneInfo(value))
        office.store.settings.set(batch, key, value)
        batch.summary = f"{key} = {value}"
    return {"batch": batch.id if batch.touched else None, "key": key, "value": value}


def _time_zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadRequest(f"there is no time zone {text!r}; write it as America/New_York or Europe/Berlin") from error
    return text


def country(text: str) -> str:
    """The code of a country that somebody names. Raises BadRequest."""
    code = country_code(text)
    if code is None:
        raise BadRequest(f"there is no country {text!r}; write its two letters, for example US")
    return code


# How each setting is read, and written again in one form.
_SETTLED: dict[str, Callable[[str], str]] = {
    "time_zone": _time_zone,
    "country": country,
    "working_days": lambda text: workweek.write_days(workweek.read_days(text)),
    "working_hours": lambda text: workweek.write_hours(workweek.read_hours(text)),
    "holidays": lambda text: workweek.write_days_off(workweek.read_days_off(text)),
}


def _name(text: str | None, what: str) -> str:
    name = " ".join((text or "").split())
    if not name:
        raise BadRequest(f"a {what} needs a name")
    if len(name) > 200:
        raise BadRequest(f"the name of a {what} may have 200 characters; this one has {len(name)}")
    return name


def _day(office: Office, text: str | None) -> str | None:
    if text is None:
        return None
    return day_of(parse(text, now=office.now, zone=office.zone, past=True).at, office.zone).isoformat()
