"""Giving very many leads at once: those of which the ZIP alone says who gets them, or that nobody does."""

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from leadtrack import assignment, rules
from leadtrack.actions import Office
from leadtrack.actions.assigning import Crew, claims_but_zips, every_claim
from leadtrack.locating import Where, lying
from leadtrack.store.batches import Batch
from leadtrack.territory import Cover, Unit, covering

# (ZIP, state, county, rep, reason) as store.covers.lay_out takes them.
Allotment = tuple[str, str, str | None, int | None, str | None]


@dataclass(slots=True)
class Allotted:
    """`by_rep` counts the leads given, by the rep's number; `places` those that nobody covers, by where they are."""

    by_rep: Counter[int] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)


def allot(office: Office, batch: Batch, picked: dict[str, bool], crew: Crew, *, many: int) -> Allotted:
    """Give the waiting leads of which the ZIP alone decides, where they are that many; the rest is left to the crew."""
    assignments, covers, facts = office.store.assignments, office.store.covers, office.store.facts
    mostly = assignments.wait_mostly(picked)
    among = None if mostly else covers.zips(picked)
    covers.lay_out(by_zip(office, crew, among))
    # who has anything in common is found among all leads at once, or for each of those that wait
    if not (mostly or covers.decide(picked, office.country, many)):
        return Allotted()
    closer = office.store.cases.closer(crew.steps)
    if not closer:
        return Allotted()
    crew.marked = True
    allotted = Allotted()
    had, last = facts.by_rep(), assignments.last()
    if given := covers.give(batch, picked, office.country, closer, mostly=mostly):
        facts.given(batch.at, last, given, many=given >= many)
        allotted.by_rep = facts.by_rep() - had
    for place, leads in covers.leave(picked, office.country, closer).items():
        allotted.places[str(Where._make(place))] += leads
    return allotted


def by_zip(office: Office, crew: Crew, among: Container[str] | None = None) -> Iterator[Allotment]:
    """Every ZIP that alone decides who gets a lead: one rep covers it, who can take any number now, or nobody does and
    no rule follows. `among` are the ZIPs that are asked for, None all.

    Where a city is somebody's territory, the address's own city decides, too.
    """
    claimed = office.store.territories.by_zip()
    if claimed is None:  # something is excluded: every ZIP must be looked at
        crew.table = every_claim(office)
    table = claims_but_zips(office) if crew.table is None else crew.table
    claimed = claimed or {}
    cities = {unit.value.rpartition(", ")[2] for unit in table if unit.kind == "city" and unit.country == "US"}
    free = {rep for rep in crew.team.reps if crew.team.is_free(rep)}
    kinds = [rule.kind for rule in crew.steps]
    last = rules.TERRITORY in kinds[-1:] and kinds.count(rules.TERRITORY) == 1
    covers: dict[tuple[str, str, str | None], Cover | None] = {}  # of the ZIPs on which nobody has a claim of his own
    for code, state, county in office.gazetteer.homes():
        if state in cities or (among is not None and code not in among):
            continue
        if code in claimed:
            rep = claimed[code]
            if rep in free:
                yield code, state, county, rep, None
            continue
        own = Unit("US", "zip", code) in table
        like = code[:3], state, county
        if not table:
            cover = None
        elif own or like not in covers:
            lies_in = lying(Where("US", state, county or "", "", code), home="US", atlas=office.gazetteer)
            cover = covering(lies_in, table)
            if not own:
                covers[like] = cover
        else:
            cover = covers[like]
        if cover is None:
            if last:
                yield code, state, county, None, None
        elif len(cover.claims) == 1 and cover.claims[0].rep in free:
            yield code, state, county, cover.claims[0].rep, assignment.reason(cover)
