"""Which rep gets a lead, and why.

The smallest unit of the lead's place that anybody covers decides; several reps on that unit take turns: whoever had
the fewest since its team last changed is next, and among equals the one who has covered it longest.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from leadtrack.territory import Claim, Coverage, Unit, Where, covering, key


class Decision(NamedTuple):
    """`turn` is the pool in which this was the rep's turn, None where only one rep could have it."""

    lead: int
    rep: int
    reason: str
    turn: str | None


@dataclass(slots=True)
class Outcome:
    """What a run decided: by_rep counts leads by rep number, places those that nobody covers by where they are."""

    decisions: list[Decision] = field(default_factory=list)
    by_rep: dict[int, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    left: list[tuple[int, str]] = field(default_factory=list)  # lead, its place


def pools(coverage: Coverage) -> list[tuple[str, int]]:
    """The units on which reps take turns, each with the batch in which the last of them joined."""
    return [(pool(unit), max(claim.joined for claim in claims)) for unit, claims in coverage.items() if len(claims) > 1]


def pool(unit: Unit) -> str:
    """The name under which a unit's turns are remembered."""
    return " ".join(key(unit))


def decide(
    leads: Iterable[tuple[int, Where]],
    coverage: Coverage,
    turns: dict[str, dict[int, int]],
    lies_in: Callable[[Where], list[Unit]],
) -> Outcome:
    """Go through the leads in their order; `turns` (pool -> {rep: turns taken}) is brought up to date on the way."""
    outcome = Outcome()
    known: dict[Where, tuple[Unit, list[Claim]] | None] = {}
    for lead, where in leads:
        if where not in known:
            known[where] = covering(lies_in(where), coverage)
        found = known[where]
        if found is None:
            place = str(where)
            outcome.places[place] = outcome.places.get(place, 0) + 1
            outcome.left.append((lead, place))
            continue
        unit, claims = found
        decision = _choose(lead, unit, claims, turns)
        outcome.decisions.append(decision)
        outcome.by_rep[decision.rep] = outcome.by_rep.get(decision.rep, 0) + 1
    return outcome


def _choose(lead: int, unit: Unit, claims: list[Claim], turns: dict[str, dict[int, int]]) -> Decision:
    if len(claims) == 1:
        return Decision(lead, claims[0].rep, f"covers {unit}", None)
    name = pool(unit)
    taken = turns.setdefault(name, {})
    chosen = next_turn(claims, taken)
    taken[chosen.rep] = taken.get(chosen.rep, 0) + 1
    others = ", ".join(claim.name for claim in claims if claim is not chosen)
    return Decision(lead, chosen.rep, f"covers {unit} with {others}; it was {chosen.name}'s turn", name)


def next_turn(claims: list[Claim], taken: dict[int, int]) -> Claim:
    """Whose turn it is: the fewest turns, then the longest on the unit."""
    return min(claims, key=lambda claim: (taken.get(claim.rep, 0), claim.joined))
