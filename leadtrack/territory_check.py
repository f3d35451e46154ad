"""What is wrong with a set of territories, or worth knowing: overlaps, gaps, places that do not exist.

no rep      claimed by somebody who left the team
no place    a ZIP or ZIP3 that does not exist
gap         leads came from there, and nobody covers it
overlap     several reps on one place: they take turns
inside      a place inside one that another rep covers: the smaller wins
doubled     a place inside one that the same rep covers: it says nothing new
idle        an exception that excepts nothing
doubt       addresses that contradict themselves
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from leadtrack.territory import LABELS, Atlas, Claim, Coverage, Unit, key, larger
from leadtrack.wording import and_more

FINDINGS = ("no rep", "no place", "gap", "overlap", "doubt", "idle", "inside", "doubled")

_EXAMPLES = 5


class Finding(NamedTuple):
    """`leads` are those of the last 90 days that it concerns, None where that was not counted."""

    finding: str
    place: str
    reps: str
    leads: int | None
    told: str


def overlaps(claims: Iterable[tuple[Unit, Claim]], leads: Mapping[Unit, int]) -> list[Finding]:
    """Several reps on one place; `leads` counts those that lie in a place, by its key."""
    held: defaultdict[Unit, list[tuple[Unit, str]]] = defaultdict(list)
    for place, claim in claims:
        if not claim.excluded:
            held[key(place)].append((place, claim.name))
    return [
        Finding("overlap", str(on[0][0]), ", ".join(name for _, name in on), leads.get(unit, 0), "they take turns")
        for unit, on in held.items()
        if len(on) > 1
    ]


def nested(claims: Sequence[tuple[Unit, Claim]], table: Coverage, *, atlas: Atlas) -> list[Finding]:
    """Claims that lie in larger claims, a line for each pair of reps and kinds: a ZIP against its ZIP3 or state."""
    groups: defaultdict[tuple[str, str, str, str, Unit], list[str]] = defaultdict(list)
    reps = {unit: {claim.rep: claim.name for claim in held if not claim.excluded} for unit, held in table.items()}
    for place, claim in claims:
        mine = reps.get(key(place), {})
        outer = next(((unit, reps[key(unit)]) for unit in larger(place, atlas=atlas) if reps.get(key(unit))), None)
        if claim.excluded:
            if not any(claim.rep in reps.get(key(unit), {}) for unit in larger(place, atlas=atlas)):
                groups["idle", claim.name, "", place.kind, place].append(str(place))
            continue
        if outer is None:
            continue
        unit, theirs = outer
        if theirs.keys() == mine.keys():
            groups["doubled", claim.name, "", place.kind, unit].append(place.value)
        else:
            others = ", ".join(name for rep, name in theirs.items() if rep not in mine)
            groups["inside", claim.name, others or ", ".join(theirs.values()), place.kind, unit].append(place.value)
    return [_nested(*group, values) for group, values in groups.items()]


def _nested(what: str, rep: str, others: str, kind: str, unit: Unit, values: list[str]) -> Finding:
    if what == "idle":
        return Finding(what, f"except {values[0]}", rep, None, "covers nothing larger around it")
    alone = values[0] if kind in ("county", "city") else f"{LABELS[kind]} {values[0]}"
    count = f"{len(values)} {_PLURAL[kind]}" if len(values) > 1 else alone
    listed = f": {_some(values)}" if len(values) > 1 else ""
    if what == "doubled":
        return Finding(what, f"{count} in {unit}", rep, None, f"says nothing new{listed}")
    return Finding(what, f"{count} in {unit}", f"{rep} / {others}", None, f"{rep} gets the leads there{listed}")


_PLURAL = {
    "zip": "ZIPs", "zip3": "ZIP3s", "city": "cities", "county": "counties", "area": "area codes", "state": "states",
    "country": "countries",
}  # fmt: skip


def _some(values: Sequence[str]) -> str:
    parted = "; " if any("," in value for value in values) else ", "
    return and_more(values, _EXAMPLES, between=parted)


def unknown(claims: Iterable[tuple[Unit, Claim]], *, atlas: Atlas) -> list[Finding]:
    """ZIPs and ZIP3s that do not exist, a line for each rep."""
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (country, kind, value), claim in claims:
        if country == "US" and (
            (kind == "zip" and atlas.zip(value) is None) or (kind == "zip3" and not atlas.zip3_states(value))
        ):
            groups[claim.name, kind].append(value)
    return [
        Finding(
            "no place",
            f"{LABELS[kind]} {values[0]}" if len(values) == 1 else f"{len(values)} {_PLURAL[kind]}",
            rep,
            None,
            f"there is no such {LABELS[kind]}: {_some(values)}",
        )
        for (rep, kind), values in groups.items()
    ]


def orphaned(places: Iterable[tuple[Unit, str]], table: Coverage) -> list[Finding]:
    """Places of reps who left; nobody else covers them or somebody does."""
    groups: defaultdict[tuple[str, bool], list[str]] = defaultdict(list)
    for place, rep in places:
        held = any(not claim.excluded for claim in table.get(key(place), []))
        groups[rep, held].append(str(place))
    return [
        Finding(
            "no rep",
            values[0] if len(values) == 1 else f"{len(values)} places",
            rep,
            None,
            ("left the team, others cover it" if held else "left the team, and nobody else covers it")
            + (f": {_some(values)}" if len(values) > 1 else ""),
        )
        for (rep, held), values in groups.items()
    ]


def gaps(uncovered: Mapping[str, int]) -> list[Finding]:
    """Where leads came from that nobody covers (place -> leads), most first."""
    most = sorted(uncovered.items(), key=lambda item: (-item[1], item[0]))
    return [Finding("gap", place, "", leads, "nobody covers it") for place, leads in most]


def untouched(states: Sequence[str]) -> list[Finding]:
    """States in which nobody covers anything."""
    if not states:
        return []
    place = f"{len(states)} states" if len(states) > 1 else f"state {states[0]}"
    return [Finding("gap", place, "", 0, f"nobody covers anything there: {', '.join(states)}")]


def doubts(told: Mapping[str, int]) -> list[Finding]:
    """Addresses that contradict themselves (what they say -> leads), most first."""
    most = sorted(told.items(), key=lambda item: (-item[1], item[0]))
    return [Finding("doubt", "addresses of leads", "", leads, text) for text, leads in most]


def in_order(found: Iterable[Finding]) -> list[Finding]:
    """What must be mended first, and within that what concerns most leads."""
    return sorted(found, key=lambda each: (FINDINGS.index(each.finding), -(each.leads or 0)))
