"""One lead: adding it by hand, and changing it."""

from collections.abc import Mapping
from typing import Any

from leadtrack import dedupe
from leadtrack.actions import Office, alerting, assigning, finding, qualifying
from leadtrack.errors import BadRequest
from leadtrack.fields import FIELDS, NAMING, called
from leadtrack.instants import iso


def add(office: Office, given: Mapping[str, str], note: str | None) -> dict[str, Any]:
    """Make a lead of fields as a person types them, and give it its rep at once.

    Raises BadRequest where nothing names anybody, a field cannot be read, or the same person is there already.
    """
    values = _cleaned(office, given)
    if NAMING.isdisjoint(values):
        raise BadRequest("nobody is named: give at least a name, a company, an e-mail address or a phone number")
    values.setdefault("created_at", iso(office.now))
    values["name_key"] = dedupe.name_key(values)
    twin = office.store.leads.same(dedupe.exact_keys(values, values["name_key"]))
    if twin is not None:
        known = office.store.leads.get(twin) or {}
        raise BadRequest(
            f"that is lead {twin} ({called(known)}) already; change it with leadtrack edit {twin} field=value"
        )
    with office.batch("add") as batch:
        lead = office.store.leads.add(
            batch, office.store.leads.stored(batch, values), office.store.stages.all()[0]["id"]
        )
        if note:
            office.store.activities.add(
                batch, lead, rep=_acting(office), at=batch.at, kind="note", direction="out", outcome=None, text=note
            )
        office.store.targets.answered_in(batch)
        office.store.facts.refresh([lead])
        given_to = assigning.within(office, batch, [lead])
        alerting.tell(office, batch)
        batch.summary = f"lead {lead}"
    reps = [decision["rep"] for decision in given_to.decisions]
    why = [decision["why"] for decision in given_to.decisions] + [row["why"] for row in given_to.waiting]
    judged = qualifying.judge(office, lead)
    return {
        "batch": batch.id, "lead": lead, "rep": reps[0] if reps else None, "places": given_to.places,
        "why": why[0] if why else None, "held": bool(given_to.held),
        "qualified": judged["qualified"], "missing": judged["missing"],
    }  # fmt: skip


def edit(office: Office, text: str, given: Mapping[str, str]) -> dict[str, Any]:
    """Change fields of a lead; an empty value empties the field, a name that is no field is a custom field.

    Raises BadRequest for a value that cannot be read, and where nothing would be left that names the lead.
    """
    lead = finding.lead(office, text)
    before = office.store.leads.get(lead) or {}
    canonical = {name: value for name, value in given.items() if name in FIELDS}
    custom = dict(before["custom"])
    for name in given.keys() - canonical.keys():
        custom.pop(name, None)
        if given[name].strip():
            custom[name] = given[name].strip()
    context = {name: str(before[name]) for name in ("country", "state") if before[name] and name not in canonical}
    read = _cleaned(office, {**context, **{name: value for name, value in canonical.items() if value.strip()}})
    values: dict[str, Any] = dict.fromkeys(canonical)
    values |= {name: value for name, value in read.items() if name in _follows(canonical) and name not in context}
    after = {**before, **values}
    if not canonical.keys().isdisjoint(("first_name", "last_name")) and "full_name" not in canonical:
        values["full_name"] = " ".join(part for part in (after["first_name"], after["last_name"]) if part) or None
        after = {**before, **values}
    if not any(after[name] for name in NAMING):
        raise BadRequest(f"lead {lead} would be nobody: keep a name, a company, an e-mail address or a phone number")
    if values.get("created_at", "") is None:
        raise BadRequest("created_at cannot be empty; give the day the lead came, for example created_at=2026-03-31")
    values["name_key"] = dedupe.name_key(after)
    if custom != before["custom"]:
        values["custom"] = custom
    with office.batch("edit") as batch:
        changed = office.store.leads.change(batch, lead, office.store.leads.stored(batch, values))
        batch.summary = f"lead {lead}"
    names = {"source_id": "source", "campaign_id": "campaign"}
    told = [names.get(column, column) for column in changed if column not in ("name_key", "custom")]
    told += [name for name in {**before["custom"], **custom} if before["custom"].get(name) != custom.get(name)]
    return {"batch": batch.id if batch.touched else None, "lead": lead, "changed": told}


def _follows(canonical: Mapping[str, str]) -> set[str]:
    """The fields that a person means who changes these: with a whole name its parts, with a ZIP nothing else."""
    return {*canonical, *(("first_name", "last_name") if "full_name" in canonical else ())}


def _cleaned(office: Office, given: Mapping[str, str]) -> dict[str, Any]:
    """Typed fields, cleaned as an import cleans them; what an import would keep aside is an error here."""
    unknown = [name for name in given if name not in FIELDS]
    if unknown:
        raise BadRequest(f"{unknown[0]!r} is no field; the fields are {', '.join(FIELDS)}")
    cleaned = office.cleaner()(dict(given), {})
    for name, value in given.items():
        if value.strip() and name not in cleaned.values and name not in ("full_name", "first_name", "last_name"):
            raise BadRequest(f"{name}: {value!r} cannot be read; write it as a sheet would show it, or leave it out")
    return dict(cleaned.values)


def _acting(office: Office) -> int | None:
    return office.rep["id"] if office.rep else None
