"""Whose turn it is: shares by weight, without dice, remembering what somebody missed.

It is the quota method of Balinski and Young (1975): next is who waits longest for a turn by the weights, of those whose
share of all turns so far leaves room for one more. While everybody is free nobody is ever a whole turn away from his
share. Who is away or full misses turns, which the others take; they are his again when he is back.
"""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple


class Member(NamedTuple):
    """One who takes turns; among equals the one who joined first is next. `joined` is a batch."""

    rep: int
    joined: int
    weight: float = 1.0


def in_order(members: Sequence[Member], taken: Mapping[int, int]) -> list[Member]:
    """All members, the one whose turn it is first; `taken` counts the turns that each had.

    Whoever comes after the first is next if those before cannot take the turn.
    """
    if len(members) == 1:
        return list(members)
    turns = sum(taken.get(member.rep, 0) for member in members) + 1
    weight = sum(member.weight for member in members)

    def rank(member: Member) -> tuple[bool, float, float, int, int]:
        had = taken.get(member.rep, 0)
        over = had * weight >= turns * member.weight  # one more would be more than the share, rounded up
        return over, (had + 1) / member.weight, member.weight, member.joined, member.rep

    return sorted(members, key=rank)


def missed(members: Sequence[Member], taken: Mapping[int, int], free: Container[int]) -> dict[int, float]:
    """How many whole turns each of the free members is behind the share by weight: rep -> turns."""
    turns = sum(taken.get(member.rep, 0) for member in members)
    weight = sum(member.weight for member in members)
    behind = {member.rep: turns * member.weight / weight - taken.get(member.rep, 0) for member in members}
    return {rep: turns for rep, turns in behind.items() if turns >= 1 and rep in free}
