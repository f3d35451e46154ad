"""What the leads that were won have in common, as a proposal for the ideal customer."""

from collections.abc import Sequence
from math import log2
from typing import NamedTuple

from leadtrack.intervals import wilson

# A proposal from fewer won leads would be gossip.
ENOUGH = 5
# A value is proposed that at least so many won leads have, and that is so much more frequent among them.
LEAST = 3
LIFT = 1.25
MOST_VALUES = 5
HEAVIEST = 5


class Finding(NamedTuple):
    """A field and what of it wins: `wanted` as `icp set` takes it, `won` of `leads` leads that have it were won.

    `share` of the won leads have it; `lift` says how many times as often a lead with it is won as any lead.
    """

    field: str
    custom: bool
    wanted: str
    won: int
    leads: int
    share: float
    lift: float
    low: float
    high: float
    weight: float


def texts(
    field: str, counts: Sequence[tuple[str, int, int]], won: int, leads: int, *, custom: bool = False
) -> Finding | None:
    """Which values of a text field win; `counts` are (value, won, leads) of each, `won` and `leads` of all.

    None where no value stands out.
    """
    usual = won / leads if leads else 0.0
    better = [row for row in counts if row[1] >= LEAST and row[1] / row[2] >= LIFT * usual and _sure(row, usual)]
    better.sort(key=lambda row: (-row[1], row[0]))
    chosen = [row for row in better if "," not in row[0] and "*" not in row[0]][:MOST_VALUES]
    if not chosen or usual == 0:
        return None
    return _finding(field, ",".join(row[0] for row in chosen), chosen, won, usual, custom)


def _sure(row: tuple[str, int, int], usual: float) -> bool:
    """Whether chance alone hardly explains that this value wins more often than any."""
    between = wilson(row[1], row[2])
    return between is not None and between[0] > usual * 0.8


def figures(field: str, values: Sequence[tuple[float, bool]], won: int, leads: int) -> Finding | None:
    """Which range of a figure wins; `values` are (figure, won) of every lead that tells it. None where none stands out.

    The range is that of the middle eighty percent of the won leads, with round ends.
    """
    of_won = sorted(value for value, is_won in values if is_won)
    if len(of_won) < ENOUGH:
        return None
    low = _round(of_won[int(0.1 * (len(of_won) - 1))], down=True)
    high = _round(of_won[-1 - int(0.1 * (len(of_won) - 1))], down=False)
    inside = [is_won for value, is_won in values if low <= value <= high]
    usual = won / leads if leads else 0.0
    row = ("", sum(inside), len(inside))
    if not usual or row[1] / row[2] < LIFT * usual:
        return None
    return _finding(field, f"{low:.15g}-{high:.15g}", [row], won, usual, False)


def _finding(
    field: str, wanted: str, rows: Sequence[tuple[str, int, int]], won: int, usual: float, custom: bool
) -> Finding:
    hits, of = sum(row[1] for row in rows), sum(row[2] for row in rows)
    lift = hits / of / usual
    low, high = wilson(hits, of) or (0.0, 1.0)
    weight = float(min(HEAVIEST, 1 + round(log2(max(lift, 1)))))
    return Finding(field, custom, wanted, hits, of, hits / won, lift, low, high, weight)


def _round(value: float, *, down: bool) -> float:
    """To two significant figures, outwards."""
    if value <= 0:
        return 0.0
    size = 10.0 ** max(0, len(str(int(value))) - 2)
    whole = int(value / size)
    return float(whole * size if down or whole * size == value else (whole + 1) * size)
