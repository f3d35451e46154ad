"""Who covers a place, and what reps hold."""

from typing import Any

from leadtrack.actions import Office, assigning, finding
from leadtrack.errors import BadRequest, NotFound
from leadtrack.locating import Where, lying
from leadtrack.place_texts import guessed
from leadtrack.territory import Lies, Unit, key, larger


def listed(office: Office, rep_text: str | None) -> list[dict[str, Any]]:
    """All claims, or those of one rep; excluded is true or false."""
    rows = office.store.territories.all()
    if rep_text is not None:
        name = finding.rep(office, rep_text)["name"]
        rows = [row for row in rows if row["rep"] == name]
    return [{**row, "excluded": bool(row["excluded"])} for row in rows]


def who(office: Office, text: str) -> dict[str, Any]:
    """Who covers a place, or the place of a lead, changing nothing.

    place, lead (its number or None), rep (None where nobody does), reps (all who share it), why, looked (every unit
    that the place lies in, smallest first), within (smaller claims inside it). Of several reps `rep` is whose turn it
    is. Raises BadRequest where the text is neither a place nor a lead.
    """
    lead, lies_in, place = _meant(office, text.strip())
    told = assigning.looked_at(office, lies_in)
    within = _within(office, lies_in[0].unit) if lead is None and lies_in else []
    return {"place": place, "lead": lead, **told, "within": within}


def _meant(office: Office, text: str) -> tuple[int | None, list[Lies], str]:
    """(lead or None, where it lies, what it is called)."""
    if "@" in text or text.startswith("#"):
        return _of_lead(office, finding.lead(office, text))
    number = text.isascii() and text.isdigit()
    if number and len(text) not in (3, 5):
        return _of_lead(office, finding.lead(office, text))
    try:
        units = guessed(text, country=office.country, atlas=office.gazetteer).units
    except BadRequest as error:
        try:
            return _of_lead(office, finding.lead(office, text))
        except NotFound:
            raise error from None
    known = (
        not number
        or (office.gazetteer.zip(text) if len(text) == 5 else office.gazetteer.zip3_states(text))
        or not office.store.leads.standing(int(text))
    )
    if not known:
        return _of_lead(office, int(text))
    if len(units) > 1:
        raise BadRequest(f"{text!r} is {len(units)} places ({', '.join(map(str, units[:4]))}, ...); ask for one")
    return None, _lies_in(office, units[0]), str(units[0])


def _of_lead(office: Office, lead: int) -> tuple[int, list[Lies], str]:
    where = Where._make(office.store.assignments.where(lead))
    lies_in = lying(where, home=office.country, atlas=office.gazetteer)
    return lead, lies_in, f"lead {lead} ({where})"


def _lies_in(office: Office, unit: Unit) -> list[Lies]:
    country, kind, value = unit
    home, atlas = office.country, office.gazetteer
    if kind == "zip":
        return lying(Where(country, "", "", "", value), home=home, atlas=atlas)
    if kind == "city":
        name, comma, state = value.rpartition(", ")
        return lying(Where(country, state if comma else "", "", name if comma else value, ""), home=home, atlas=atlas)
    if kind == "area":
        return lying(Where(country, "", "", "", "", value), home=home, atlas=atlas)
    return [Lies(place) for place in (unit, *larger(unit, atlas=atlas))]


def _within(office: Office, place: Unit) -> list[dict[str, Any]]:
    """Claims on smaller places that lie wholly in this one: {unit, rep}."""
    if place.kind == "zip":
        return []
    wanted = key(place)
    found = [
        {"unit": str(unit), "rep": ("except " if claim.excluded else "") + claim.name}
        for unit, claim in assigning.claimed(office)
        if key(unit) != wanted and any(key(outer) == wanted for outer in larger(unit, atlas=office.gazetteer))
    ]
    return sorted(found, key=lambda row: (row["unit"], row["rep"]))
