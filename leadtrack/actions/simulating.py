"""What other territories would have done to the leads of the past."""

from collections import Counter
from typing import Any

from leadtrack import rules
from leadtrack.actions import Office, assigning, listing, manning, territories
from leadtrack.assignment import Case, Chain, Decision
from leadtrack.availability import Team
from leadtrack.instants import iso
from leadtrack.locating import Where, lying
from leadtrack.rules import Rule
from leadtrack.territory import Claim, Coverage, coverage, coverings

USUAL = "90d"
_GAPS = 20


def simulate(office: Office, sheet: str, since: str | None) -> dict[str, Any]:
    """Replay the leads that were created since then against the territories of a sheet, and against today's.

    By territory alone: everybody there, nobody full, turns counted from the first lead. Answers since, leads, moved
    (that would go to another rep than by today's map), nobody_before, nobody_after, reps: {rep, has (leads it has in
    fact), before, after, change}, gaps: places that only today's map covers, {place, leads}, understood, notes.
    """
    from leadtrack.dates import period
    from leadtrack.store.cases import PICKED

    begun, _ = period(since or USUAL, None, now=office.now, zone=office.zone)
    plan = territories.read_sheet(office, sheet)
    wanted = coverage((place, Claim(rep, plan.names[rep], 0, out)) for rep, place, out in plan.claims)
    office.store.cases.pick(listing.numbers(office, since=since or USUAL))
    before, after = _chain(office, assigning.every_claim(office)), _chain(office, wanted)
    has = office.store.reps.having(PICKED)
    old, new, gaps, moved, leads = Counter[int | None](), Counter[int | None](), Counter[str](), 0, 0
    for case in office.store.cases.of(PICKED, {}, [], iso(office.now)):
        case.lost = ()
        was, would = _rep(before, case), _rep(after, case)
        old[was] += 1
        new[would] += 1
        leads += 1
        moved += was != would
        if would is None and was is not None:
            gaps[str(Where._make(case.place))] += 1
    names = manning.names(office)
    numbers = sorted(({*old, *new, *has} - {None}), key=lambda rep: names[rep or 0])
    return {
        "since": office.local(iso(begun)) if begun else "",
        "leads": leads,
        "moved": moved,
        "nobody_before": old[None],
        "nobody_after": new[None],
        "reps": [
            {
                "rep": names[rep or 0], "has": has.get(rep or 0, 0), "before": old[rep], "after": new[rep],
                "change": new[rep] - old[rep],
            }
            for rep in numbers
        ],
        "gaps": [{"place": place, "leads": number} for place, number in gaps.most_common(_GAPS)],
        "understood": plan.understood,
        "notes": plan.notes,
    }  # fmt: skip


def _chain(office: Office, table: Coverage) -> Chain:
    """Territories alone, with the whole team there and without limits."""
    every = [
        manning.rep(office, row)._replace(per_day=None, open_most=None, hours=None) for row in office.store.reps.team()
    ]
    return Chain(
        [Rule(0, 1, rules.TERRITORY)],
        Team(every, [], now=office.now, zone=office.zone),
        covers=lambda place: list(
            coverings(lying(Where._make(place), home=office.country, atlas=office.gazetteer), table)
        ),
        turns=lambda pool, since: {},
        held={},
        now=office.now,
    )


def _rep(chain: Chain, case: Case) -> int | None:
    found = chain.decide(case)
    return found.rep if isinstance(found, Decision) else None
