"""Like against like: whether a rep works the hot leads and leaves the rest, and how sure one can be of it.

Leads are compared by what they looked like when the rep got them: today's temperature is raised by work and cooled by
neglect, so that it would prove whatever one likes.
"""

from collections.abc import Mapping
from math import sqrt
from typing import Any, NamedTuple

from leadtrack.intervals import wilson

# Bands of the score at the assignment, highest first.
BANDS = ((60, 100), (40, 59), (0, 39))
TEMPERATURES = ("hot", "warm", "cold")


class Gap(NamedTuple):
    """By how much one share is above another, with the ends of its 95 % interval."""

    gap: float
    low: float
    high: float

    @property
    def told(self) -> bool:
        """Whether chance alone hardly explains it: the interval lies on one side of nothing."""
        return self.low > 0 or self.high < 0


def gap(hits: int, of: int, other_hits: int, other_of: int) -> Gap | None:
    """The difference of two shares, the first minus the second; None where one of them was counted over nothing.

    The interval is Newcombe's hybrid of the two Wilson intervals (R. G. Newcombe 1998, method 10), which stays honest
    for small counts: three leads accuse nobody.
    """
    one, two = wilson(hits, of), wilson(other_hits, other_of)
    if one is None or two is None:
        return None
    a, b = hits / of, other_hits / other_of
    below = sqrt((a - one[0]) ** 2 + (two[1] - b) ** 2)
    above = sqrt((one[1] - a) ** 2 + (b - two[0]) ** 2)
    return Gap(a - b, max(-1.0, a - b - below), min(1.0, a - b + above))


def band(score: int | None) -> str | None:
    """The band of a score: "60-100"; None where no score was kept."""
    if score is None:
        return None
    return next(f"{low}-{high}" for low, high in BANDS if score >= low)


def accused(hot: Mapping[str, Any], cold: Mapping[str, Any]) -> Gap | None:
    """How much more often the hot leads were tried than the cold: each has leads and tried."""
    return gap(hot["tried"], hot["leads"], cold["tried"], cold["leads"])
