"""When a lead may be called: its own clock, and the hours that the team keeps there."""

from collections.abc import Mapping
from datetime import datetime, time, tzinfo
from typing import Any

from leadtrack import consent
from leadtrack.actions import Office, finding
from leadtrack.consent import Calling
from leadtrack.errors import BadRequest, NotFound
from leadtrack.instants import iso

US = "US"
EVERYWHERE = "everywhere"


class Clock:
    """Where leads are and what time it is there; made once, asked for each lead."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.rules = {row["name"]: _rule(row) for row in office.store.calling.all()}
        self._zones: dict[tuple[Any, ...], tuple[tuple[tzinfo, ...], str, str | None]] = {}

    def place(self, lead: Mapping[str, Any]) -> tuple[tuple[tzinfo, ...], str, str | None]:
        """(time zones that may be the lead's, what they were taken from, its state).

        From the ZIP; else from the telephone number; else they are the team's own.
        """
        number = lead.get("phone") or lead.get("mobile") or ""
        key = (lead.get("postal_code"), self._country(lead), lead.get("state"), number[:8])
        if key not in self._zones:
            self._zones[key] = self._look(lead, number)
        return self._zones[key]

    def call_from(self, lead: Mapping[str, Any]) -> datetime | None:
        """The first instant from now on at which it may be called; None where no hour suits all of its zones."""
        zones, _, state = self.place(lead)
        return consent.callable_from(self.rule(lead, state), zones, self.office.now)

    def rule(self, lead: Mapping[str, Any], state: str | None) -> Calling:
        """The hours that the team keeps where the lead is."""
        return consent.hours_of(self.rules, self._country(lead), state)

    def _country(self, lead: Mapping[str, Any]) -> str:
        """`lies_in` is the country as sqlite.COUNTRY has it, which knows of some leads that they are not at home."""
        return lead.get("lies_in") or lead.get("country") or self.office.country

    def _look(self, lead: Mapping[str, Any], number: str) -> tuple[tuple[tzinfo, ...], str, str | None]:
        gazetteer = self.office.gazetteer
        state = lead.get("state")
        if self._country(lead) == US and lead.get("postal_code"):
            place = gazetteer.zip(lead["postal_code"])
            if place and place.time_zone:
                return _zones([place.time_zone]), f"ZIP {place.zip}", state or place.state
        if number.startswith("+1") and len(number) >= 12:
            code = number[2:5]
            if names := gazetteer.area_code_time_zones(code):
                states = gazetteer.area_code_states(code)
                only = next(iter(states)) if len(states) == 1 else None
                return _zones(names), f"area code {code}", state or only
        if number.startswith("+") and (names := _abroad(number)):
            return _zones(names), "its telephone number", state
        return (self.office.zone,), "the team's own time zone", state


def check(office: Office, text: str) -> dict[str, Any]:
    """Whether and by which channels a lead may be contacted now."""
    lead = finding.lead(office, text)
    whole = office.store.leads.get(lead) or {}
    whole["lies_in"] = office.store.assignments.where(lead)[0]
    clock = Clock(office)
    zones, source, state = clock.place(whole)
    channels = consent.allowed(whole)
    rule = clock.rule(whole, state)
    call_from = clock.call_from(whole) if "call" in channels else None
    return {
        "lead": lead,
        "channels": list(channels),
        "why_not": None if channels else consent.why_not(whole),
        "call_now": call_from is not None and call_from <= office.now,
        "call_from": office.local(iso(call_from)) if call_from else None,
        "local_times": [office.now.astimezone(zone).isoformat() for zone in zones],
        "taken_from": source,
        "hours": _hours(rule),
        "place": rule.place or EVERYWHERE,
    }


def rules(office: Office) -> list[dict[str, Any]]:
    """The hours that the team keeps: place, hours, days; those of everywhere first."""
    kept = {row["name"]: _rule(row) for row in office.store.calling.all()}
    return [
        {"place": rule.place or EVERYWHERE, "hours": _hours(rule), "days": _days(rule)}
        for rule in ({"": Calling()} | kept).values()
    ]


def set_hours(office: Office, place: str, hours: str, days: str | None) -> dict[str, Any]:
    """Keep to these hours in a state, a country or everywhere. Raises BadRequest."""
    from leadtrack.workweek import read_clock_hours, read_days, write_days

    opens, closes = read_clock_hours(hours)
    worked = write_days(read_days(days)) if days else write_days(consent.EVERY_DAY)
    name = _place(office, place)
    with office.batch("calling set") as batch:
        office.store.calling.set(batch, name, f"{opens:%H:%M}", f"{closes:%H:%M}", worked)
        batch.summary = f"{name or EVERYWHERE} {opens:%H:%M}-{closes:%H:%M}"
    rule = Calling(name, opens, closes)
    return {
        "batch": batch.id if batch.touched else None, "place": name or EVERYWHERE,
        "hours": _hours(rule), "days": worked,
    }  # fmt: skip


def remove(office: Office, place: str) -> dict[str, Any]:
    """Forget the hours of a place; those of its country, or of everywhere, hold there again. Raises NotFound."""
    name = _place(office, place)
    with office.batch("calling remove") as batch:
        if not office.store.calling.remove(batch, name):
            raise NotFound(f"there are no own hours for {name or EVERYWHERE}; leadtrack calling list shows all")
        batch.summary = name or EVERYWHERE
    return {"batch": batch.id, "place": name or EVERYWHERE}


def _place(office: Office, text: str) -> str:
    """ "FL", "Florida", "US-FL", "CA-ON", "Canada", "everywhere" as they are stored."""
    from leadtrack.countries import country_code, state_code

    words = text.strip()
    if words.casefold() in (EVERYWHERE, "all", "*", ""):
        return ""
    country, dash, state = words.partition("-")
    if dash and len(country) == 2 and (code := state_code(state, country.upper())):
        return f"{country.upper()}-{code}"
    if code := state_code(words, office.country):
        return f"{office.country}-{code}"
    if code := country_code(words):
        return code
    raise BadRequest(f"there is no state or country {text!r}; write FL, CA-ON, DE or everywhere")


def _rule(row: Mapping[str, Any]) -> Calling:
    from leadtrack.workweek import read_days

    return Calling(
        row["name"], time.fromisoformat(row["opens"]), time.fromisoformat(row["closes"]), read_days(row["days"])
    )


def _hours(rule: Calling) -> str:
    return f"{rule.opens:%H:%M}-{'24:00' if rule.closes == time() else format(rule.closes, '%H:%M')}"


def _days(rule: Calling) -> str:
    from leadtrack.workweek import write_days

    return write_days(rule.days)


def _zones(names: Any) -> tuple[tzinfo, ...]:
    from zoneinfo import ZoneInfo

    return tuple(ZoneInfo(name) for name in names)


def _abroad(number: str) -> tuple[str, ...]:
    """The time zones of a number outside the United States, by Google's table; () where it does not tell."""
    import phonenumbers
    from phonenumbers import timezone

    try:
        names = timezone.time_zones_for_number(phonenumbers.parse(number.partition(";")[0]))
    except phonenumbers.NumberParseException:
        return ()
    return tuple(name for name in names if name != timezone.UNKNOWN_TIMEZONE)
