"""Which rep gets a lead, and why.

The smallest unit of the lead's place that anybody covers decides; several reps on that unit take turns: whoever had
the fewest since its team last changed is next, and among equals the one who has covered it longest.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from leadtrack.locating import Where
from leadtrack.territory import Claim, Cover, Coverage, Lies, Unit, covering, key


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
    return [
        (pool(unit), max(claim.joined for claim in claims if not claim.excluded))
        for unit, claims in coverage.items()
        if sum(not claim.excluded for claim in claims) > 1
    ]


def pool(unit: Unit) -> str:
    """The name under which a unit's turns are remembered."""
    return " ".join(key(unit))


def decide(
    leads: Iterable[tuple[int, tuple[str, ...]]],
    coverage: Coverage,
    turns: dict[str, dict[int, int]],
    lies_in: Callable[[Where], list[Lies]],
) -> Outcome:
    """Go through the leads in their order; `turns` (pool -> {rep: turns taken}) is brought up to date on the way.

    Each lead comes with its place as the parts of a Where: every distinct place is looked at once.
    """
    outcome = Outcome()
    known: dict[tuple[str, ...], tuple[str, Cover | None, str]] = {}
    for lead, place in leads:
        seen = known.get(place)
        if seen is None:
            where = Where._make(place)
            cover = covering(lies_in(where), coverage)
            seen = known[place] = str(where), cover, reason(cover) if cover and len(cover.claims) == 1 else ""
        told, cover, why = seen
        if cover is None:
            outcome.places[told] = outcome.places.get(told, 0) + 1
            outcome.left.append((lead, told))
            continue
        decision = Decision(lead, cover.claims[0].rep, why, None) if why else _in_turn(lead, cover, turns)
        outcome.decisions.append(decision)
        outcome.by_rep[decision.rep] = outcome.by_rep.get(decision.rep, 0) + 1
    return outcome


def reason(cover: Cover) -> str:
    """Why a lead goes to whoever covers its place, as it is kept with the assignment."""
    return f"covers {cover.unit}" + (f" ({cover.because})" if cover.because else "")


def _in_turn(lead: int, cover: Cover, turns: dict[str, dict[int, int]]) -> Decision:
    name = pool(cover.unit)
    taken = turns.setdefault(name, {})
    chosen = next_turn(cover.claims, taken)
    taken[chosen.rep] = taken.get(chosen.rep, 0) + 1
    others = ", ".join(claim.name for claim in cover.claims if claim is not chosen)
    doubt = f" ({cover.because})" if cover.because else ""
    return Decision(lead, chosen.rep, f"covers {cover.unit}{doubt} with {others}; it was {chosen.name}'s turn", name)


def next_turn(claims: list[Claim], taken: dict[int, int]) -> Claim:
    """Whose turn it is: the fewest turns, then the longest on the unit."""
    return min(claims, key=lambda claim: (taken.get(claim.rep, 0), claim.joined))
