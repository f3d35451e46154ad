"""Giving leads to reps: by territory for all that wait, or one by hand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from leadtrack import assignment
from leadtrack.actions import Office, finding
from leadtrack.errors import BadRequest
from leadtrack.store.batches import Batch
from leadtrack.territory import Claim, Coverage, Unit, Where, coverage, covering, key, units


@dataclass(slots=True)
class Result:
    """`by_rep` counts the leads given, by the rep's name; `places` those that no territory covers, most first."""

    batch: int | None = None
    assigned: int = 0
    unassigned: int = 0
    by_rep: dict[str, int] = field(default_factory=dict)
    places: list[dict[str, Any]] = field(default_factory=list)
    decisions: list[dict[str, Any]] = field(default_factory=list)


def assign(office: Office, *, dry_run: bool) -> Result:
    """Give every lead that has no rep one, where a territory covers its place."""
    if dry_run:
        return _told(office, _decided(office, None))
    if not office.store.assignments.any_waiting():
        return Result()
    with office.batch("assign") as batch:
        result = within(office, batch, None)
        batch.summary = f"{result.assigned} leads"
    result.batch = batch.id if result.assigned else None
    return result


def within(office: Office, batch: Batch, leads: Iterable[int] | None) -> Result:
    """The same inside a batch that is already open, for these leads only (None: all that wait)."""
    outcome = _decided(office, leads)
    office.store.assignments.give(batch, outcome.decisions)
    office.store.facts.assigned_in(batch.id)
    return _told(office, outcome)


def explain(office: Office) -> Result:
    """Who would get which lead, and why, changing nothing; `decisions` hold the leads that nobody covers, too."""
    outcome = _decided(office, None)
    result = _told(office, outcome)
    result.decisions += [
        {"lead": lead, "rep": None, "why": f"no territory covers {place}"} for lead, place in outcome.left
    ]
    result.decisions.sort(key=lambda decision: decision["lead"])
    return result


def explain_lead(office: Office, text: str) -> dict[str, Any]:
    """The same of one lead, whether it has a rep or not, with every unit it lies in and who covers that."""
    lead = finding.lead(office, text)
    return _explained(office, coverage_of(office), lead, Where(*office.store.assignments.where(lead)))


def hand(office: Office, text: str, to: str, why: str) -> dict[str, Any]:
    """Give one lead to a rep by hand, whoever has it now."""
    lead, rep = finding.lead(office, text), finding.rep(office, to)
    if not why.strip():
        raise BadRequest("say why the lead goes to another rep, with --why")
    standing = office.store.leads.standing(lead) or {}
    if standing.get("rep_id") == rep["id"]:
        return {"batch": None, "lead": lead, "rep": rep["name"], "changed": False}
    with office.batch("assign") as batch:
        office.store.assignments.hand(batch, lead, rep["id"], why.strip())
        batch.summary = f"lead {lead} to {rep['name']}"
    return {"batch": batch.id, "lead": lead, "rep": rep["name"], "changed": True}


def coverage_of(office: Office) -> Coverage:
    return coverage(
        (Unit(row["country"], row["unit"], row["value"]), Claim(row["rep_id"], row["rep"], row["batch_id"]))
        for row in office.store.territories.claims()
    )


def _decided(office: Office, leads: Iterable[int] | None) -> assignment.Outcome:
    table = coverage_of(office)
    locate = office.gazetteer.zip
    return assignment.decide(
        ((lead, Where(*place)) for lead, *place in office.store.assignments.waiting(leads)),
        table,
        office.store.assignments.turns(assignment.pools(table)),
        lambda where: units(where, home=office.country, locate=locate),
    )


def _told(office: Office, outcome: assignment.Outcome) -> Result:
    names = {row["id"]: row["name"] for row in office.store.reps.all()}
    by_rep = {names[rep]: leads for rep, leads in sorted(outcome.by_rep.items(), key=lambda item: names[item[0]])}
    places = sorted(outcome.places.items(), key=lambda item: (-item[1], item[0]))
    return Result(
        assigned=len(outcome.decisions),
        unassigned=sum(outcome.places.values()),
        by_rep=by_rep,
        places=[{"place": place, "leads": leads} for place, leads in places],
        decisions=[
            {"lead": decision.lead, "rep": names[decision.rep], "why": decision.reason}
            for decision in outcome.decisions
        ],
    )


def _explained(office: Office, table: Coverage, lead: int, where: Where) -> dict[str, Any]:
    lies_in = units(where, home=office.country, locate=office.gazetteer.zip)
    found = covering(lies_in, table)
    looked = [
        {
            "unit": str(unit),
            "reps": [claim.name for claim in table.get(key(unit), [])],
            "wins": bool(found and unit == found[0]),
        }
        for unit in lies_in
    ]
    rep, why = None, f"no territory covers {where}"
    if found:
        turns = office.store.assignments.turns(assignment.pools({found[0]: found[1]}))
        decision = assignment.decide([(lead, where)], table, turns, lambda _: lies_in).decisions[0]
        rep = next(claim.name for claim in found[1] if claim.rep == decision.rep)
        why = decision.reason
    now = office.store.leads.get(lead) or {}
    return {"lead": lead, "rep": rep, "why": why, "has": now.get("rep"), "looked": looked}
