"""Two people's names side by side: nicknames, initials, slips of the pen, first and last name in the wrong column.

A slip is rare and makes a writing that nobody else bears; two writings that many bear are two names, however alike.
"""

from leadtrack.nicknames import is_known, is_short_for, same_name
from leadtrack.resemblance import Resemblance
from leadtrack.traits import Traits
from leadtrack.weights import Evidence, Rarity

# A writing that stands more often than once in so many leads is a name of its own and not a slip.
SLIPS_REPEAT = 10_000
# From so many leads on the table itself shows which writings are names.
SLIPS_SHOW = 2_000
# Names that are less alike are two.
LEAST_LIKE = 0.6
# What two slips at once say beside each of them.
TWO_SLIPS = -3.5


class Namesakes:
    """Compares the names of the leads of one table."""

    def __init__(self, rarity: Rarity, alike: Resemblance) -> None:
        self._rarity = rarity
        self._alike = alike
        self._firsts: dict[tuple[str, str], tuple[str, float, float]] = {}

    def __call__(self, a: Traits, b: Traits, evidence: list[Evidence]) -> tuple[str, str, float, float]:
        """How first and last names agree, bits against chance and bits against kinship."""
        first, first_bits, first_kin = self._first(a.first, b.first)
        last, last_bits, last_kin = self._last(a.last, b.last)
        bits = first_bits + last_bits
        if (first in _OPEN or last in _OPEN) and (self._crosses(a.first, b.last) or self._crosses(a.last, b.first)):
            # first and last name may have changed places
            one, other = self._swapped(a.first, b.last), self._swapped(a.last, b.first)
            swapped = one[1] + other[1] - 2
            if swapped > max(bits, 3) and ("equal" in (one[0], other[0]) or _GOOD.issuperset((one[0], other[0]))):
                evidence.append(("first_name", "swapped", swapped))
                if _SURE.issuperset((one[0], other[0])):
                    return one[0], other[0], swapped, 7.0
                # one name agrees; whether it is the first or the last one, the table tells
                name = a.first if one[0] == "equal" else a.last
                firsts, lasts = self._rarity.count("first exact", name), self._rarity.count("last exact", name)
                if lasts >= firsts and not is_known(name):
                    return "different", "equal", swapped, 1.0
                return "equal", "different", swapped, 6.0
        if a.first and b.first:
            if first == "different" and self._goes_by_middle(a, b):
                first, first_bits, first_kin = "alike", 3.0, 2.0
                bits = first_bits + last_bits
            evidence.append(("first_name", self._how_first(first, a.first, b.first), first_bits))
        if first in _SLIPPED and last in _SLIPPED:
            bits += TWO_SLIPS
            first_kin += TWO_SLIPS
        if a.last and b.last:
            evidence.append(("last_name", last, last_bits))
        return first, last, bits, first_kin + last_kin

    def _crosses(self, one: str, other: str) -> bool:
        """Whether a first and a last name may be one name; most that are asked are not at all alike."""
        if len(one) < 2 or len(other) < 2 or " " in one or " " in other:
            return one[:1] == other[:1] or " " in one or " " in other
        return self._alike.name(one, other) > LEAST_LIKE

    def _swapped(self, one: str, other: str) -> tuple[str, float, float]:
        """How a first and a last name agree: whose name it is, only one of them can tell."""
        first, last = self._first(one, other), self._last(one, other)
        return first if first[1] > last[1] else last

    def _goes_by_middle(self, a: Traits, b: Traits) -> bool:
        return b.first in a.middle.split() or a.first in b.middle.split()

    def _how_first(self, level: str, one: str, other: str) -> str:
        return "nickname" if level in ("alike", "similar") and one != other and same_name(one, other) else level

    def _first(self, one: str, other: str) -> tuple[str, float, float]:
        if not one or not other:
            return "unknown", 0.0, 0.0
        known = self._firsts.get((one, other))
        if known is None:
            known = self._firsts[one, other] = self._first_names(one, other)
            if len(self._firsts) > 200_000:
                self._firsts.clear()
        return known

    def _first_names(self, one: str, other: str) -> tuple[str, float, float]:
        """How two first names agree, bits against chance, bits against kinship."""
        rarity = self._rarity
        if one == other:
            bits = rarity.bits("first", one)
            return ("initial", 3.0, 3.0) if len(one) == 1 else ("equal", bits, min(bits, 9.0))
        if len(one) == 1 or len(other) == 1:
            return ("initial", 3.0, 3.0) if one[0] == other[0] else ("different", -4.0, 0.0)
        if same_name(one, other):
            bits = min(rarity.bits("first", one), rarity.bits("first", other))
            if not is_short_for(one, other):
                # Liz and Betty may both be Elizabeth, and may be sisters
                return "similar", 2.0, 0.0
            return "alike", max(bits - 1.5, 2.0), max(min(bits, 8.0) - 2, 2.0)
        likeness = self._alike.name(one, other)
        if likeness <= LEAST_LIKE:
            return "different", -5.0, 0.0
        frequent = self._common("first", one) and self._common("first", other)
        if likeness > 0.85:
            if rarity.size < SLIPS_SHOW and _stem(one) == _stem(other):
                # Mario and Maria, where the table is too small to know both as names
                return "similar", 2.0, -2.5
            bits = max(rarity.bits("first", one), rarity.bits("first", other))
            # Eric and Erica are two people, Eric and Eirc are one
            return ("similar", 2.0, -1.5) if frequent else ("alike", min(0.7 * bits, 8.0), 5.0)
        if likeness > 0.72 and not frequent:
            return "similar", 2.0, 1.0
        if not frequent:
            return "doubtful", -2.0, -2.5
        return "different", -5.0, 0.0

    def _common(self, kind: str, name: str) -> bool:
        seen = self._rarity.count(f"{kind} exact", name)
        return seen > max(2, self._rarity.size // SLIPS_REPEAT) or (kind == "first" and is_known(name))

    def _last(self, one: str, other: str) -> tuple[str, float, float]:
        if not one or not other:
            return "unknown", 0.0, 0.0
        rarity = self._rarity
        if one == other:
            bits = rarity.bits("last", one)
            return "equal", bits, 1.0
        if " " in one or " " in other:
            if one.replace(" ", "") == other.replace(" ", ""):
                return "equal", rarity.bits("last", one), 1.0
            if not set(one.split()).isdisjoint(other.split()):
                # Smith-Jones and Jones
                return "alike", 0.6 * max(rarity.bits("last", one), rarity.bits("last", other)), 0.5
        if len(one) == 1 or len(other) == 1:
            return ("initial", 2.0, 0.0) if one[0] == other[0] else ("different", -4.0, 0.0)
        likeness = self._alike.name(one, other)
        if likeness <= 0.66:
            return "different", -4.0, 0.0
        frequent = self._common("last", one) and self._common("last", other)
        if likeness > 0.85:
            bits = max(rarity.bits("last", one), rarity.bits("last", other))
            return ("similar", 2.0, -2.0) if frequent and likeness < 0.95 else ("alike", min(0.75 * bits, 10.0), 0.5)
        if likeness > 0.76 and not frequent:
            return "similar", 2.0, -0.5
        if not frequent:
            return "doubtful", -1.0, -1.5
        return "different", -4.0, 0.0


def _stem(first: str) -> str:
    """A first name without what makes it a woman's or a man's: "mari" of Mario and Maria, "daniel" of Danielle."""
    stem = first.rstrip("aeio")
    return stem[:-1] if stem[-1:] == stem[-2:-1] else stem


_SURE = frozenset(("equal", "alike", "initial"))
_GOOD = frozenset(("equal", "alike", "similar", "unknown", "initial"))

_SLIPPED = frozenset(("alike", "similar"))
_OPEN = frozenset(("different", "doubtful", "unknown", "similar"))
