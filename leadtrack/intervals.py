"""How sure a share is, when it was counted over few."""

from math import sqrt

# of a normal distribution lies within so many standard deviations: 95 %
SURE = 1.959964


def wilson(hits: int, of: int) -> tuple[float, float] | None:
    """The 95 % interval of a share of `hits` in `of`; None where nothing was counted.

    Wilson's score interval (E. B. Wilson 1927), which stays between 0 and 1 and honest for small counts.
    """
    if of <= 0:
        return None
    share = hits / of
    spread = SURE * SURE / of
    middle = (share + spread / 2) / (1 + spread)
    half = SURE * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    # rounding must not push the ends beyond what was counted
    return max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share))
