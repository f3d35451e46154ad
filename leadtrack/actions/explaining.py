"""Why a lead goes to whom: every rule looked at, what matched, what lost and why. Nothing changes."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from leadtrack import assignment, rules
from leadtrack.actions import Office, assigning, finding, manning, ruling
from leadtrack.actions.assigning import Crew, Result
from leadtrack.assignment import Chain, Decision, Step
from leadtrack.rules import Rule
from leadtrack.territory import coverings


def explain(office: Office) -> Result:
    """Who would get which lead, and why; `decisions` hold the leads that nobody gets, too."""
    picked = office.store.assignments.pick(None)
    outcome = Crew(office).run(picked)
    result = assigning.told(office, outcome)
    result.decisions += [{"lead": left.lead, "rep": None, "why": _why_left(office, left)} for left in outcome.left]
    result.decisions.sort(key=lambda decision: decision["lead"])
    return result


def explain_lead(office: Office, text: str) -> dict[str, Any]:
    """The same of one lead, whether it has a rep or not.

    lead, rep (None where nobody), why, has (who has it now), rules (rule, kind, says, verdict: fits, no, waits or not
    asked, why), looked (every unit it lies in, smallest first: unit, reps, wins, note), turns (of the pool that
    decides, next first: rep, turns, weight, missed, unable).
    """
    from leadtrack.store.cases import ONE

    lead = finding.lead(office, text)
    crew, at = Crew(office), {"lead": lead}
    case = next(crew.cases(ONE, at))
    lies_in = crew.lies_in(case.place)
    crew.table = assigning.claims_where(office, lies_in)
    chain, steps = crew.chain(ONE, at), list[Step]()
    found = chain.decide(case, steps)
    names = manning.names(office)
    looked = assigning.looked_at(office, lies_in)["looked"]
    now = office.store.leads.get(lead) or {}
    return {
        "lead": lead,
        "rep": names[found.rep] if isinstance(found, Decision) else None,
        "why": found.reason if isinstance(found, Decision) else _why_left(office, found),
        "has": now.get("rep"),
        "rules": _steps(office, crew.steps, steps),
        "looked": looked,
        "turns": _turns(crew, chain, case, found),
    }


def test(office: Office, since: str | None) -> list[dict[str, Any]]:
    """How many of the leads that came since then each rule would decide now: rule, kind, says, leads, by_rep.

    The last row, without a number, counts those that no rule has anybody for.
    """
    from leadtrack.actions import listing

    crew = Crew(office)
    leads = listing.numbers(office, since=since or "90 days ago")
    office.store.cases.pick(leads)
    from leadtrack.store.cases import PICKED

    steps: list[Step] = []
    counts: Counter[int] = Counter()
    reps: dict[int, Counter[str]] = {}
    names, nobody = manning.names(office), 0
    chain = crew.chain(PICKED, {})
    for case in crew.cases(PICKED, {}):
        steps.clear()
        found = chain.decide(case, steps)
        if isinstance(found, Decision) or found.until is not None:
            number = steps[-1].rule.number
            counts[number] += 1
            reps.setdefault(number, Counter()).update([names[found.rep]] if isinstance(found, Decision) else [])
        else:
            nobody += 1
    told = [
        {
            "rule": rule.number, "kind": rule.kind, "says": ruling.says(office, rule), "leads": counts[rule.number],
            "by_rep": dict(reps.get(rule.number, Counter()).most_common()),
        }
        for rule in crew.steps
    ]  # fmt: skip
    return [*told, {"rule": None, "kind": None, "says": "nobody can take it now", "leads": nobody, "by_rep": {}}]


def _why_left(office: Office, left: assignment.Left) -> str:
    if left.until is not None:
        return f"{left.why}; at the latest {left.until.astimezone(office.zone):%Y-%m-%d %H:%M} it is given out anyway"
    return f"no territory covers {left.place}" if left.place is not None else f"nobody can take it now: {left.why}"


def _steps(office: Office, every: Sequence[Rule], steps: list[Step]) -> list[dict[str, Any]]:
    went = {step.rule.number: step for step in steps}
    return [
        {
            "rule": rule.number, "kind": rule.kind, "says": ruling.says(office, rule),
            "verdict": went[rule.number].verdict if rule.number in went else "not asked",
            "why": went[rule.number].why if rule.number in went else "a rule before it decided",
        }
        for rule in every
    ]  # fmt: skip


def _turns(crew: Crew, chain: Chain, case: assignment.Case, found: Any) -> list[dict[str, Any]]:
    """Who takes turns where this lead fell, as it stood before."""
    if not isinstance(found, Decision) or found.turn is None or found.whose is None:
        return []
    taken = chain.taken(found.turn, 0)
    taken[found.whose] -= 1
    if found.rule == rules.TERRITORY:
        covers = coverings(crew.lies_in(case.place), crew.table or {})
        cover = next(cover for cover in covers if assignment.pool(cover.unit) == found.turn)
        members = [chain.member(claim.rep, claim.joined) for claim in cover.claims]
    else:
        gives = [rule for rule in crew.steps if rule.kind == rules.GIVE]
        members = chain.members(next(rule for rule in gives if rule.pool == found.turn))
    return chain.standing(members, found.turn, 0)
