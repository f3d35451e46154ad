"""How fast leads are answered: quantiles and shares, in which leads that still wait count as waiting.

Lengths of time come as a count for each length in whole seconds: {300: 2} are two leads after five minutes.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

Lengths = Mapping[int, int]

# Within how long an answer is looked for, by the name under which the reports have it.
WITHIN = {"within_5m": 300, "within_30m": 1_800, "within_24h": 86_400}
QUANTILES = (0.25, 0.5, 0.75, 0.9)
# Below so many leads a share says more about chance than about what it is a share of.
ENOUGH = 5


# What others found, named as pages.beside names it.
PUBLISHED: tuple[dict[str, str | float], ...] = (
    {"who": "Incoho", "never": 0.451, "within_5m": 0.15, "average": 54 * 3_600},
    {"who": "MIT and InsideSales", "odds_contact": 100, "odds_qualified": 21},
)
STUDIES = ("526 web sites of 469 companies, each asked five times", "calling within 5 instead of 30 minutes")


def odds_ratio(hits: int, of: int, other_hits: int, other_of: int) -> float | None:
    """By how much the odds of the first exceed those of the second; None below ENOUGH, or where odds are none."""
    if min(of, other_of) < ENOUGH or hits in (0, of) or other_hits in (0, other_of):
        return None
    return (hits / (of - hits)) / (other_hits / (other_of - other_hits))


class Curve(NamedTuple):
    """After how long which part still waits: at `lengths[n]` seconds it falls to `left[n]`; before that it is 1."""

    lengths: tuple[int, ...]
    left: tuple[float, ...]


def waiting(answered: Lengths, still: Lengths) -> Curve:
    """The share that is not answered yet after each length of time, those that `still` wait taken into account.

    Kaplan and Meier's estimate (1958): whoever still waits tells that it took at least so long, and leaves the count
    then. An answer and a wait of the same length: the answer came first. Negative lengths count as none.
    """
    events, gone = _floored(answered), _floored(still)
    at_risk = sum(events.values()) + sum(gone.values())
    lengths, left, share = [], [], 1.0
    leaving = sorted(gone, reverse=True)
    for length in sorted(events):
        while leaving and leaving[-1] < length:
            at_risk -= gone[leaving.pop()]
        if answers := events[length]:
            share *= 1 - answers / at_risk
            lengths.append(length)
            left.append(share)
        at_risk -= answers
    return Curve(tuple(lengths), tuple(left))


def quantile(curve: Curve, part: float) -> int | None:
    """After how many seconds that part is answered; None where it is not, as long as anybody has waited."""
    for length, left in zip(curve.lengths, curve.left, strict=True):
        if left <= 1 - part + 1e-12:
            return length
    return None


def answered_within(curve: Curve, seconds: int) -> float:
    """The share that is answered after so many seconds."""
    place = bisect_right(curve.lengths, seconds)
    return 1 - curve.left[place - 1] if place else 0.0


def median(lengths: Lengths) -> float | None:
    """The median of lengths that are over, in seconds; None without any."""
    of = sum(lengths.values())
    if not of:
        return None
    ordered = sorted(lengths)
    return (_nth(lengths, ordered, (of - 1) // 2) + _nth(lengths, ordered, of // 2)) / 2


def _nth(lengths: Lengths, ordered: list[int], n: int) -> int:
    for length in ordered:
        n -= lengths[length]
        if n < 0:
            return length
    raise IndexError(n)


def mean(lengths: Lengths) -> float | None:
    of = sum(lengths.values())
    return sum(length * leads for length, leads in lengths.items()) / of if of else None


def _floored(lengths: Lengths) -> Lengths:
    below = sum(leads for length, leads in lengths.items() if length < 0)
    if not below:
        return lengths
    above = {length: leads for length, leads in lengths.items() if length >= 0}
    return above | {0: above.get(0, 0) + below}


def added(many: Iterable[Lengths]) -> dict[int, int]:
    """The counts of several groups together."""
    found: dict[int, int] = {}
    for lengths in many:
        for length, leads in lengths.items():
            found[length] = found.get(length, 0) + leads
    return found
