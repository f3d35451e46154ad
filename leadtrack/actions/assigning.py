"""Giving leads to reps: by the rules for all that wait, or by hand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from leadtrack import assignment, rules
from leadtrack.actions import Office, alerting, finding, manning
from leadtrack.assignment import Case, Chain
from leadtrack.errors import BadRequest
from leadtrack.locating import Where, lying
from leadtrack.rules import Rule
from leadtrack.store.batches import Batch
from leadtrack.territory import Claim, Cover, Coverage, Lies, Unit, coverage, covering, coverings, excepted, key
from leadtrack.uncollected import uncollected

if TYPE_CHECKING:
    from leadtrack.actions.allotting import Allotted
    from leadtrack.store.assignments import Assignments

# From so many waiting leads on, those whose ZIP alone decides are given in one statement.
BULK = 20_000
# For so few waiting leads not all territories are read, but those where they lie.
FEW = 50


@dataclass(slots=True)
class Result:
    """`by_rep` counts the leads given, by the rep's name; `places` those that no rule has anybody for, `waiting` those
    that nobody can take now by why, most first; `held` those that wait to be qualified.

    `decisions` tell of each lead that was given, but for those of a large run.
    """

    batch: int | None = None
    assigned: int = 0
    unassigned: int = 0
    by_rep: dict[str, int] = field(default_factory=dict)
    places: list[dict[str, Any]] = field(default_factory=list)
    waiting: list[dict[str, Any]] = field(default_factory=list)
    held: int = 0
    decisions: list[dict[str, Any]] = field(default_factory=list)

    def count(self, more: Mapping[str, int]) -> None:
        """Count leads, too, that were given before: rep -> leads."""
        given = Counter(self.by_rep) + Counter(more)
        self.by_rep, self.assigned = dict(sorted(given.items())), given.total()


def assign(office: Office, *, dry_run: bool, leads: Sequence[int] | None = None) -> Result:
    """Give every lead that has no rep one by the rules; of `leads` where these are given."""
    if dry_run:
        return told(office, Crew(office).run(office.store.assignments.pick(leads)))
    assignments = office.store.assignments
    if not assignments.any_waiting():
        return Result()
    # what a large run writes comes from joins with leads and reps; a small one has the time to be checked
    few = not assignments.wait_many(assignments.pick(leads), BULK)
    with office.batch("assign", checked=few, logged=few) as batch:
        result = within(office, batch, leads)
        alerting.tell(office, batch)
        batch.summary = f"{result.assigned} leads"
    result.batch = batch.id if result.assigned else None
    return result


def within(office: Office, batch: Batch, leads: Iterable[int] | None) -> Result:
    """The same inside a batch that is already open, for these leads only (None: all that wait)."""
    assignments, facts = office.store.assignments, office.store.facts
    picked, crew, allotted = assignments.pick(leads), Crew(office), None
    large = assignments.wait_many(picked, BULK)
    if large:
        from leadtrack.actions import allotting

        allotted = allotting.allot(office, batch, picked, crew, many=BULK)
    last = assignments.last()
    with uncollected():
        outcome = crew.run(picked)
    if allotted:
        office.store.covers.put_away()
    if outcome.decisions:
        given = assignments.give(batch, outcome.decisions)
        facts.assigned_in(batch.id, after=last, many=given if crew.marked and given >= BULK else 0)
    return told(office, outcome, allotted, one_by_one=not large)


class Crew:
    """Rules, team and territories as they are now, to be asked about leads.

    `lasting` as in manning.team; `table` holds all claims once known; `marked`: store.cases.closer has found whom the
    early rules may concern, and what the ZIP alone decides is decided (allotting.py).
    """

    def __init__(self, office: Office, *, steps: Sequence[Rule] | None = None, lasting: bool = False) -> None:
        self.office, self.marked = office, False
        self.table: Coverage | None = None
        self.steps = office.store.rules.all() if steps is None else steps
        self.team = manning.team(office, lasting=lasting)

    def run(self, picked: dict[str, bool]) -> assignment.Outcome:
        """What becomes of the leads that wait; `picked` as store.assignments.pick gives it."""
        from leadtrack.store.assignments import WAITING
        from leadtrack.store.covers import UNDECIDED

        return self.decide(f"{WAITING} AND {UNDECIDED}" if self.marked else WAITING, picked)

    def decide(self, condition: str, parameters: dict[str, Any]) -> assignment.Outcome:
        """What becomes of the leads of a condition of store/cases.py."""
        cases = self.cases(condition, parameters)
        first = list(islice(cases, FEW + 1))
        if not first:
            return assignment.Outcome()
        if self.table is None and len(first) <= FEW:
            self.table = claims_where(self.office, chain.from_iterable(self.lies_in(case.place) for case in first))
        return self.chain(condition, parameters).run(chain(first, cases))

    def cases(self, condition: str, parameters: dict[str, Any]) -> Iterator[Case]:
        from leadtrack.instants import iso

        return self.office.store.cases.of(condition, parameters, self.steps, iso(self.office.now), marked=self.marked)

    def chain(self, condition: str, parameters: dict[str, Any]) -> Chain:
        if self.table is None:
            self.table = every_claim(self.office)
        from leadtrack.store.cases import SPECIAL

        table, store = self.table, self.office.store
        known_again = f"{condition} AND {SPECIAL}" if self.marked else condition
        sticks = any(rule.kind == rules.STICKY for rule in self.steps)
        return Chain(
            self.steps,
            self.team,
            covers=lambda place: list(coverings(self.lies_in(place), table)),
            turns=_Turns(store.assignments),
            held=store.cases.held(known_again, parameters) if sticks else {},
            now=self.office.now,
        )

    def lies_in(self, place: assignment.Place) -> list[Lies]:
        return lying(Where._make(place), home=self.office.country, atlas=self.office.gazetteer)


class _Turns:
    """The turns in a pool since a batch; who asks of many pools has all of them read at once."""

    MANY = 200

    def __init__(self, assignments: "Assignments") -> None:
        self.assignments, self.asked = assignments, 0
        self.every: dict[str, list[tuple[int, int, int]]] | None = None

    def __call__(self, pool: str, since: int) -> dict[int, int]:
        self.asked += 1
        if self.asked < self.MANY:
            return self.assignments.turns(pool, since)
        if self.every is None:
            self.every = self.assignments.every_turn()
        turns: Counter[int] = Counter()
        for rep, batch, had in self.every.get(pool, ()):
            turns[rep] += had if batch > since else 0
        return dict(turns)


def hand(office: Office, text: str, to: str, why: str) -> dict[str, Any]:
    """Give one lead to a rep by hand, whoever has it now."""
    lead, rep = finding.lead(office, text), taking(office, to)
    if not why.strip():
        raise BadRequest("say why the lead goes to another rep, with --why")
    standing = office.store.leads.standing(lead) or {}
    if standing.get("rep_id") == rep["id"]:
        return {"batch": None, "lead": lead, "rep": rep["name"], "changed": False}
    with office.batch("assign") as batch:
        office.store.assignments.hand(batch, lead, rep["id"], why.strip())
        alerting.tell(office, batch)
        batch.summary = f"lead {lead} to {rep['name']}"
    return {"batch": batch.id, "lead": lead, "rep": rep["name"], "changed": True}


def hand_all(office: Office, leads: Sequence[int], to: str, why: str, *, dry_run: bool) -> dict[str, Any]:
    """Give many leads to a rep by hand, whoever has them now: batch, rep, leads (numbers), changed (how many)."""
    rep = taking(office, to)
    if not why.strip():
        raise BadRequest("say why the leads go to another rep, with --why")
    changing = [lead for lead in leads if (office.store.leads.standing(lead) or {}).get("rep_id") != rep["id"]]
    batch_id = None
    if changing and not dry_run:
        with office.batch("assign") as batch:
            for lead in changing:
                office.store.assignments.hand(batch, lead, rep["id"], why.strip())
            alerting.tell(office, batch)
            batch.summary = f"{len(changing)} leads to {rep['name']}"
        batch_id = batch.id
    return {"batch": batch_id, "rep": rep["name"], "leads": changing, "changed": len(changing)}


def unassign(office: Office, leads: Sequence[int], why: str, *, dry_run: bool) -> dict[str, Any]:
    """Take leads from their reps; no rule gives them to the same rep again: batch, leads, by_rep, unassigned."""
    if not why.strip():
        raise BadRequest("say why the leads are taken from their reps, with --why")
    had = {lead: (office.store.leads.standing(lead) or {}).get("rep_id") for lead in leads}
    taken = {lead: rep for lead, rep in had.items() if rep is not None}
    names = {row["id"]: row["name"] for row in office.store.reps.team()}
    batch_id = None
    if taken and not dry_run:
        with office.batch("unassign") as batch:
            for lead, rep in taken.items():
                office.store.assignments.hand(batch, lead, None, why.strip(), taken_from=rep)
            batch.summary = f"{len(taken)} leads" if len(taken) > 1 else f"lead {next(iter(taken))}"
        batch_id = batch.id
    by_rep = Counter(names.get(rep, f"rep {rep}") for rep in taken.values())
    return {"batch": batch_id, "leads": list(taken), "by_rep": dict(by_rep), "unassigned": len(taken)}


def taking(office: Office, to: str) -> Any:
    rep = finding.rep(office, to)
    if rep["left_at"]:
        raise BadRequest(f"{rep['name']} left the team; name somebody who is there, or: leadtrack rep back {to!r}")
    return rep


def claimed(office: Office) -> Iterator[tuple[Unit, Claim]]:
    """Every claim of the team."""
    return _claims(office.store.territories.claims())


def every_claim(office: Office) -> Coverage:
    return coverage(claimed(office))


def claims_but_zips(office: Office) -> Coverage:
    """The same without those on ZIPs of the United States."""
    return coverage(_claims(office.store.territories.claims(zips=False)))


def claims_where(office: Office, lies_in: Iterable[Lies]) -> Coverage:
    """The claims on these units, and perhaps some more."""
    return coverage(_claims(office.store.territories.claims_on([lies.unit for lies in lies_in])))


def _claims(rows: Iterable[tuple[str, str, str, int, str, int, int]]) -> Iterator[tuple[Unit, Claim]]:
    for country, kind, value, rep, name, joined, excluded in rows:
        yield Unit(country, kind, value), Claim(rep, name, joined, bool(excluded))


def told(
    office: Office, outcome: assignment.Outcome, allotted: "Allotted | None" = None, *, one_by_one: bool = True
) -> Result:
    names = office.store.reps.names()
    given, places = Counter(outcome.by_rep), Counter(outcome.places)
    unassigned = len(outcome.left)
    if allotted:
        given.update(allotted.by_rep)
        places.update(allotted.places)
        unassigned += allotted.places.total()
    by_rep = {names[rep]: leads for rep, leads in sorted(given.items(), key=lambda item: names[item[0]])}
    return Result(
        assigned=given.total(),
        unassigned=unassigned,
        by_rep=by_rep,
        places=[{"place": place, "leads": leads} for place, leads in _most_first(places)],
        waiting=[{"why": why, "leads": leads} for why, leads in _most_first(outcome.busy)],
        held=outcome.held,
        decisions=[
            {"lead": decision.lead, "rep": names[decision.rep], "why": decision.reason}
            for decision in outcome.decisions
            if one_by_one
        ],
    )


def _most_first(counts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


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
        told["reps"] = [claim.name for claim in found.claims]
        decision = _by_territory(office, list(coverings(lies_in, table)))
        told["why"] = decision.reason if isinstance(decision, assignment.Decision) else decision.why
        if isinstance(decision, assignment.Decision):
            told["rep"] = manning.names(office)[decision.rep]
    return told


def _by_territory(office: Office, covers: list[Cover]) -> assignment.Decision | assignment.Left:
    """Whom the territories alone give the next lead of a place."""
    alone = Chain(
        [Rule(0, 1, rules.TERRITORY)],
        manning.team(office),
        covers=lambda _: covers,
        turns=office.store.assignments.turns,
        held={},
        now=office.now,
    )
    return alone.decide(Case(0, ("", "", "", "", "", "")))
