"""Giving leads to reps: by territory for all that wait, or one by hand."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from leadtrack import assignment
from leadtrack.actions import Office, finding
from leadtrack.errors import BadRequest
from leadtrack.locating import Where, lying
from leadtrack.store.batches import Batch
from leadtrack.territory import Claim, Coverage, Lies, Unit, coverage, covering, excepted, key

# From so many waiting leads on, those whose ZIP alone decides are given in one statement.
BULK = 20_000
# For so few waiting leads not all territories are read, but those where they lie.
FEW = 50


@dataclass(slots=True)
class Result:
    """`by_rep` counts the leads given, by the rep's name; `places` those that no territory covers, most first.

    `decisions` tell of each lead that was given, but for those that were given in bulk.
    """

    batch: int | None = None
    assigned: int = 0
    unassigned: int = 0
    by_rep: dict[str, int] = field(default_factory=dict)
    places: list[dict[str, Any]] = field(default_factory=list)
    decisions: list[dict[str, Any]] = field(default_factory=list)


def assign(office: Office, *, dry_run: bool) -> Result:
    """Give every lead that has no rep one, where a territory covers its place."""
    if dry_run:
        return _told(office, _decided(office, office.store.assignments.pick(None)))
    if not office.store.assignments.any_waiting():
        return Result()
    with office.batch("assign") as batch:
        result = within(office, batch, None)
        batch.summary = f"{result.assigned} leads"
    result.batch = batch.id if result.assigned else None
    return result


def within(office: Office, batch: Batch, leads: Iterable[int] | None) -> Result:
    """The same inside a batch that is already open, for these leads only (None: all that wait)."""
    assignments, facts = office.store.assignments, office.store.facts
    picked, table, in_bulk = assignments.pick(leads), None, {}
    last = assignments.last()
    if assignments.wait_many(picked, BULK):
        table = every_claim(office)
        in_bulk = assignments.give_by_zip(batch, picked, office.country, by_zip(office, table))
        facts.assigned_in(batch.id, after=last)
        last = assignments.last()
    outcome = _decided(office, picked, table)
    if outcome.decisions:
        assignments.give(batch, outcome.decisions)
        facts.assigned_in(batch.id, after=last)
    return _told(office, outcome, in_bulk)


def by_zip(office: Office, table: Coverage) -> Iterator[tuple[str, str, str | None, int, str]]:
    """(ZIP, state, county, rep, reason) of every ZIP that alone decides who gets a lead: one rep covers it.

    Where a city is somebody's territory, the address's own city decides, too.
    """
    plain = not any(claim.excluded for claims in table.values() for claim in claims)
    cities = {unit.value.rpartition(", ")[2] for unit in table if unit.kind == "city" and unit.country == "US"}
    for place in office.gazetteer.zips():
        if place.state in cities:
            continue
        claims = table.get(Unit("US", "zip", place.zip)) if plain else None
        if claims is None:
            where = Where("US", place.state, place.county or "", "", place.zip)
            cover = covering(lying(where, home="US", atlas=office.gazetteer), table)
            if cover and len(cover.claims) == 1:
                yield place.zip, place.state, place.county, cover.claims[0].rep, assignment.reason(cover)
        elif len(claims) == 1:
            yield place.zip, place.state, place.county, claims[0].rep, f"covers ZIP {place.zip}"


def explain(office: Office) -> Result:
    """Who would get which lead, and why, changing nothing; `decisions` hold the leads that nobody covers, too."""
    outcome = _decided(office, office.store.assignments.pick(None))
    result = _told(office, outcome)
    result.decisions += [
        {"lead": lead, "rep": None, "why": f"no territory covers {place}"} for lead, place in outcome.left
    ]
    result.decisions.sort(key=lambda decision: decision["lead"])
    return result


def explain_lead(office: Office, text: str) -> dict[str, Any]:
    """The same of one lead, whether it has a rep or not, with every unit it lies in and who covers that."""
    lead = finding.lead(office, text)
    where = Where._make(office.store.assignments.where(lead))
    lies_in = lying(where, home=office.country, atlas=office.gazetteer)
    told = looked_at(office, lies_in)
    now = office.store.leads.get(lead) or {}
    return {
        "lead": lead, "rep": told["rep"], "why": told["why"] or f"no territory covers {where}", "has": now.get("rep"),
        "looked": told["looked"],
    }  # fmt: skip


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


def claimed(office: Office) -> Iterator[tuple[Unit, Claim]]:
    """Every claim of the team."""
    return _claims(office.store.territories.claims())


def every_claim(office: Office) -> Coverage:
    return coverage(claimed(office))


def claims_where(office: Office, lies_in: Iterable[Lies]) -> Coverage:
    """The claims on these units, and perhaps some more."""
    return coverage(_claims(office.store.territories.claims_on([lies.unit for lies in lies_in])))


def _claims(rows: Iterable[tuple[str, str, str, int, str, int, int]]) -> Iterator[tuple[Unit, Claim]]:
    for country, kind, value, rep, name, joined, excluded in rows:
        yield Unit(country, kind, value), Claim(rep, name, joined, bool(excluded))


def _decided(office: Office, picked: dict[str, bool], table: Coverage | None = None) -> assignment.Outcome:
    """What becomes of the leads that wait; `table` where all claims are known already."""
    waiting = office.store.assignments.waiting(picked)
    first = [(row[0], row[1:]) for row in islice(waiting, FEW + 1)]
    if not first:
        return assignment.Outcome()

    def lies_in(where: Where) -> list[Lies]:
        return lying(where, home=office.country, atlas=office.gazetteer)

    if table is None and len(first) <= FEW:
        table = claims_where(office, chain.from_iterable(lies_in(Where._make(place)) for _, place in first))
    table = every_claim(office) if table is None else table
    return assignment.decide(
        chain(first, ((row[0], row[1:]) for row in waiting)),
        table,
        office.store.assignments.turns(assignment.pools(table)),
        lies_in,
    )


def _told(office: Office, outcome: assignment.Outcome, in_bulk: dict[int, int] | None = None) -> Result:
    names = {row["id"]: row["name"] for row in office.store.reps.all()}
    given = Counter(outcome.by_rep)
    given.update(in_bulk or {})
    by_rep = {names[rep]: leads for rep, leads in sorted(given.items(), key=lambda item: names[item[0]])}
    places = sorted(outcome.places.items(), key=lambda item: (-item[1], item[0]))
    return Result(
        assigned=given.total(),
        unassigned=sum(outcome.places.values()),
        by_rep=by_rep,
        places=[{"place": place, "leads": leads} for place, leads in places],
        decisions=[
            {"lead": decision.lead, "rep": names[decision.rep], "why": decision.reason}
            for decision in outcome.decisions
        ],
    )


def looked_at(office: Office, lies_in: list[Lies]) -> dict[str, Any]:
    """Who gets a lead that lies in these units: rep, reps (all who cover the winning unit), why (None where nobody
    does), and looked: array of {unit, reps, wins, note}, smallest first.
    """
    table = claims_where(office, lies_in)
    found = covering(lies_in, table)
    here = [(lies, claims) for lies in lies_in if (claims := table.get(key(lies.unit)))]
    looked = []
    for lies in lies_in:
        claims = table.get(key(lies.unit), [])
        if not claims and lies.unit.kind in ("city", "area"):
            continue  # few teams cover by these, and what nobody covers would only be in the way
        notes = [f"{claim.name} is excepted" for claim in claims if claim.excluded]
        notes += [
            f"{claim.name} does not work in {exception}"
            for claim in claims
            if not claim.excluded and (exception := excepted(claim.rep, lies.unit, here))
        ]
        notes += [lies.because] if lies.because else []
        looked.append(
            {
                "unit": str(lies.unit),
                "reps": [claim.name for claim in claims if not claim.excluded],
                "wins": bool(found and lies.unit == found.unit),
                "note": "; ".join(notes) or None,
            }
        )
    told: dict[str, Any] = {"rep": None, "reps": [], "why": None, "looked": looked}
    if found:
        turns = office.store.assignments.turns(assignment.pools({found.unit: found.claims}))
        anywhere = Where("", "", "", "", "")
        decision = assignment.decide([(0, anywhere)], table, turns, lambda _: lies_in).decisions[0]
        told["rep"] = next(claim.name for claim in found.claims if claim.rep == decision.rep)
        told["reps"] = [claim.name for claim in found.claims]
        told["why"] = decision.reason
    return told
