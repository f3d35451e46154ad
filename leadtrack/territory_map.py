"""What a map of territories shows, before anybody draws it: tiles for states, dots for 3-digit ZIPs.

Each state and each ZIP3 is told by its ZIPs: who would get a lead from there. Reps who share a ZIP are told together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import cos, pi, radians, sin, sqrt
from typing import NamedTuple

from leadtrack.us_tiles import TILES

Reps = tuple[str, ...]


class Zip(NamedTuple):
    """A ZIP with the reps who would get a lead from there; () is nobody."""

    zip: str
    state: str
    reps: Reps


class Tile(NamedTuple):
    """A state on the map of tiles; `parts` are its ZIPs by who covers them, most first; `fallen` leads go to nobody."""

    state: str
    column: int
    row: int
    parts: list[tuple[Reps, int]]
    leads: int
    fallen: int


class Dot(NamedTuple):
    """A ZIP3 at the mean of its ZIPs, in a frame of WIDTH x HEIGHT; `leads` came from there, `fallen` to nobody."""

    zip3: str
    states: str
    x: float
    y: float
    parts: list[tuple[Reps, int]]
    leads: int
    fallen: int


class Holder(NamedTuple):
    """A rep in the legend; `elsewhere` are the places outside the map."""

    rep: str
    region: str
    zips: int
    leads: int
    elsewhere: list[str]


class Drawn(NamedTuple):
    """A whole map; `gaps` are (place, leads) that nobody covers, most first; `days` the span in which leads counted."""

    title: str
    tiles: list[Tile]
    dots: list[Dot]
    holders: list[Holder]
    gaps: list[tuple[str, int]]
    leads: int
    days: int


WIDTH, HEIGHT = 960.0, 600.0

# Albers' equal-area conic with the parallels that maps of the United States use.
_FIRST, _SECOND, _MIDDLE, _MERIDIAN = 29.5, 45.5, 37.5, -96.0
_N = (sin(radians(_FIRST)) + sin(radians(_SECOND))) / 2
_C = cos(radians(_FIRST)) ** 2 + 2 * _N * sin(radians(_FIRST))
_ORIGIN = sqrt(_C - 2 * _N * sin(radians(_MIDDLE))) / _N

# What is drawn apart, in a corner: the state's ZIPs by first digits -> (longitude, latitude of the middle, scale, x, y)
_APART = {
    "AK": (-152.0, 62.0, 340.0, 120.0, 520.0),
    "HI": (-157.5, 20.6, 1050.0, 295.0, 560.0),
    "PR": (-66.3, 18.2, 1400.0, 890.0, 560.0),
    "VI": (-66.3, 18.2, 1400.0, 890.0, 560.0),
}


def project(state: str, latitude: float, longitude: float) -> tuple[float, float] | None:
    """Where degrees lie in the frame; None for what is too far away to be drawn (Guam, Samoa)."""
    if state in _APART:
        middle, level, scale, x, y = _APART[state]
        east = ((longitude - middle + 180) % 360 - 180) * cos(radians(level))
        return x + scale * radians(east), y - scale * radians(latitude - level)
    if not (24 <= latitude <= 50 and -125 <= longitude <= -66):
        return None
    distance = sqrt(_C - 2 * _N * sin(radians(latitude))) / _N
    angle = _N * (longitude - _MERIDIAN) * pi / 180
    return WIDTH / 2 + 1160 * distance * sin(angle), 285 - 1160 * (_ORIGIN - distance * cos(angle))


def tiles(zips: Iterable[Zip], leads: Mapping[str, int], fallen: Mapping[str, int]) -> list[Tile]:
    """A tile for each state; `leads` and `fallen` by state."""
    parts: defaultdict[str, Counter[Reps]] = defaultdict(Counter)
    for each in zips:
        parts[each.state][each.reps] += 1
    return [
        Tile(state, column, row, parts[state].most_common(), leads.get(state, 0), fallen.get(state, 0))
        for state, (column, row) in TILES.items()
    ]


def dots(
    zips: Iterable[Zip],
    centres: Iterable[tuple[str, str, float | None, float | None]],
    leads: Mapping[str, int],
    fallen: Mapping[str, int],
) -> list[Dot]:
    """A dot for each ZIP3 of `centres` (ZIP3, its states, latitude, longitude); `leads` and `fallen` by ZIP3."""
    parts: defaultdict[str, Counter[Reps]] = defaultdict(Counter)
    for each in zips:
        parts[each.zip[:3]][each.reps] += 1
    found = []
    for zip3, states, latitude, longitude in centres:
        spot = None if latitude is None or longitude is None else project(states.split()[0], latitude, longitude)
        if spot is not None:
            count = leads.get(zip3, 0), fallen.get(zip3, 0)
            found.append(Dot(zip3, states, round(spot[0], 1), round(spot[1], 1), parts[zip3].most_common(), *count))
    return sorted(found, key=lambda dot: -dot.leads)  # small ones are drawn above large ones
