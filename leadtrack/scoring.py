"""The score of a lead: how well it fits and how warm it is, 50 points each, with reasons; and whether it is any good.

score = 50 x fit + 50 x interest        fit: icp.py, interest: temperature.py
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from leadtrack import icp, temperature
from leadtrack.icp import Ideal
from leadtrack.intervals import wilson
from leadtrack.temperature import Interest, Signs

HALF = 50
# Below so many closed leads a share says more about chance than about the score.
ENOUGH = 30
BANDS = ((80, 100), (60, 79), (40, 59), (20, 39), (0, 19))
# Leads that are closed, by the first score that was kept: how many were lost, how many won.
Fates = Mapping[int, tuple[int, int]]


class Score(NamedTuple):
    """`score` = `fit` + `engagement`, 0 to 100; `heat` goes from 0 to 1; `reasons` are (points, of, why)."""

    score: int
    fit: int
    engagement: int
    heat: float
    temperature: str
    told: bool
    reasons: tuple[tuple[int, int, str], ...]


def score(ideal: Ideal, lead: Mapping[str, Any], signs: Signs, now: datetime) -> Score:
    """Score and temperature of a lead at `now`, with the reasons of both."""
    share = icp.fit(ideal, lead)
    shown = temperature.interest(signs, now)
    fit_points = _points(temperature.NEUTRAL if share is None else share)
    engagement = _points(shown.whole)
    heat = temperature.heat(shown.whole, share)
    return Score(
        fit_points + engagement,
        fit_points,
        engagement,
        heat,
        signs.told or temperature.band(heat),
        signs.told is not None,
        (*_fitting(ideal, lead, fit_points), *_warming(signs, shown, engagement, now)),
    )


def _points(share: float) -> int:
    """A share of 50 points, halves upwards (store/scoring.py rounds in the same way)."""
    return int(HALF * share + 0.5)


def _fitting(ideal: Ideal, lead: Mapping[str, Any], points: int) -> list[tuple[int, int, str]]:
    if not ideal:
        return [(points, HALF, "no ideal customer is set (leadtrack icp set): half")]
    whole = sum(wish.weight for wish in ideal)
    shares = [round(HALF * wish.weight / whole) for wish in ideal]
    parts = icp.parts(ideal, lead)
    told = [(share if part.met else 0, share, _of(part)) for share, part in zip(shares, parts, strict=True)]
    # what rounding took or gave goes to the first that was met, so that the points add up
    rest = points - sum(row[0] for row in told)
    first = next((place for place, part in enumerate(parts) if part.met), None)
    if rest and first is not None:
        told[first] = (told[first][0] + rest, told[first][1] + max(rest, 0), told[first][2])
    return told


def _of(part: icp.Part) -> str:
    if part.met is None:
        return f"{part.wish.field} is not known; wanted is {_wanted(part.wish)}"
    has = f"{part.has:,.15g}" if isinstance(part.has, int | float) else str(part.has)
    return f"{part.wish.field} is {has}" + ("" if part.met else f", not {_wanted(part.wish)}")


def _wanted(wish: icp.Wish) -> str:
    return icp.span(wish.low, wish.high) if wish.is_range else " or ".join(wish.texts)


def _warming(signs: Signs, shown: Interest, points: int, now: datetime) -> list[tuple[int, int, str]]:
    if shown.refused:
        assert signs.refused_at is not None
        return [(0, HALF, f"not interested, {ago(signs.refused_at, now)}")]
    fresh = min(points, _points(shown.fresh))
    halving = f"halves every {days(signs.half_life)}"
    rated = f", rated {signs.rating}" if (signs.rating or "").casefold() in temperature.RATED else ""
    told = [(fresh, HALF, f"came in {ago(signs.created_at, now)}{rated} ({halving})")]
    if signs.replied_at:
        times = f"{signs.replies} replies, the last" if signs.replies > 1 else "replied"
        told.append((points - fresh, HALF - fresh, f"{times} {ago(signs.replied_at, now)} ({halving})"))
    return told


def ago(at: datetime, now: datetime) -> str:
    """How long ago, in the largest unit that fits: "just now", "5 min ago", "3 h ago", "12 days ago"."""
    seconds = max(0, int((now - at).total_seconds()))
    if seconds < 60:
        return "just now"
    return f"{lasting(seconds)} ago"


def lasting(seconds: float) -> str:
    """A length of time in its largest unit: "5 min", "3 h", "1 day", "12 days"."""
    minutes = int(seconds // 60)
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h"
    return f"{minutes // 1440:,} days"


def days(number: float) -> str:
    return "1 day" if number == 1 else f"{number:g} days"


def bands(closed: Fates) -> list[dict[str, Any]]:
    """How many leads of each band of scores were won, the highest first: band, leads, won, share, low, high.

    [] below ENOUGH. low and high are the ends of the share's 95 % interval, None for a band without leads.
    """
    if many(closed) < ENOUGH:
        return []
    rows = []
    for low, high in BANDS:
        fates = [fate for points, fate in closed.items() if low <= points <= high]
        won = sum(won for _, won in fates)
        leads = won + sum(lost for lost, _ in fates)
        between = wilson(won, leads)
        rows.append(
            {
                "band": f"{low}-{high}",
                "leads": leads,
                "won": won,
                "share": won / leads if leads else None,
                "low": between[0] if between else None,
                "high": between[1] if between else None,
            }
        )
    return rows


def many(closed: Fates) -> int:
    """How many leads there are."""
    return sum(map(sum, closed.values()))


def tells_apart(closed: Fates) -> float | None:
    """How often, of a lead that was won and one that was lost, the won one had the higher score; ties count half.

    0.5 is chance (it is the area under the ROC curve). None where all were won, or all lost.
    """
    lost_below, better = 0, 0.0
    for _, (lost, won) in sorted(closed.items()):
        better += won * (lost_below + lost / 2)
        lost_below += lost
    pairs = lost_below * sum(won for _, won in closed.values())
    return better / pairs if pairs else None
