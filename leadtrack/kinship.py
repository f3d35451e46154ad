"""Households in the table: how likely two leads at one home are one person, by how their names agree.

Slips of the pen change first and last names about alike; a household shares the last name only. So of the pairs that
share a home, those with one last name and different first names should be no more than twice those with one first name
and different last names, if slips are behind both; what they are more are families (who has families in a table, has
ten times as many). A table without such pairs is judged by what is usual: two first names are two people.
"""

from collections.abc import Iterable
from math import log2
from typing import NamedTuple

# What is usual, in numbers of pairs that the table's own are added to: one person twice, and two of a family.
_USUALLY_ONE = 28.0
_USUALLY_FAMILY = 10.0
_MOST = 6.0
# First names are slipped on more often than last names, by up to this factor.
_SLACK = 2.0


class Kinship(NamedTuple):
    """Odds in bits that two leads at one home are one person, when their names agree, and when they do not.

    For different last names the bits that the common first name is worth come on top.
    """

    names_agree: float = 1.5
    first_differs: float = -5.0
    last_differs: float = -3.5
    both_differ: float = -12.0


USUAL = Kinship()


def estimate(pairs: Iterable[tuple[bool, bool]]) -> Kinship:
    """From the pairs at one home: (whether the first names differ, whether the last names do)."""
    counts = {(False, False): 0, (True, False): 0, (False, True): 0, (True, True): 0}
    for pair in pairs:
        counts[pair] += 1
    agree, slips = counts[False, False], counts[False, True]
    if not agree:
        return USUAL
    first_slips = min(_SLACK * slips, counts[True, False])
    family = counts[True, False] - first_slips
    both_slips = min(_SLACK * slips * first_slips / agree, counts[True, True])
    return Kinship(
        names_agree=_clipped(log2((agree + _USUALLY_ONE) / (family + _USUALLY_FAMILY))),
        first_differs=max(_odds(first_slips, counts[True, False]), USUAL.first_differs),
        last_differs=max(log2((slips + 0.5) / (counts[True, True] - both_slips + 5)), USUAL.last_differs),
        both_differ=max(_odds(both_slips, counts[True, True]), USUAL.both_differ),
    )


def _odds(slips: float, seen: int) -> float:
    """Odds that a pair is a slip, where `slips` of the `seen` pairs should be; three that were none are added."""
    return log2((slips + 0.001) / (seen - slips + 3))


def _clipped(odds: float) -> float:
    return max(-_MOST, min(odds, _MOST))
