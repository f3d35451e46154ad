"""Which leads are worth comparing: those that agree on a rare value, or on two values that are rare together.

A million leads make half a billion times a thousand pairs, of which a few hundred thousand are worth a look. Blocks of
leads that share a token, or two, give the pairs; a sieve keeps those of them that agree on enough.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from math import log2
from operator import itemgetter

from leadtrack.tokens import MISSING, Tokens, repeated

# Blocks above this size are not compared pair by pair: a switchboard's number, info@, a common name in a big city.
LARGEST_BLOCK = 24
# A column that alone leaves no more than this many pairs per lead needs no second one beside it.
PAIRS_PER_LEAD = 3
# So many neighbours are compared in a block that is too large, among those that bear one name.
NEIGHBOURS = 4
# Columns that together are worth a key where one of them alone would leave too many pairs.
# "name" is first or last name, so that names which changed places are found as well.
TOGETHER = (
    ("first", "last"), ("name", "postal_code"), ("name", "street"), ("name", "city"), ("name", "company"),
    ("name", "domain"), ("name", "number"), ("number", "postal_code"), ("number", "street"), ("street", "postal_code"),
    ("street", "city"), ("company", "postal_code"), ("company", "city"),
)  # fmt: skip
# What a person alone has; to agree on it is reason enough to compare.
OWN = ("email", "phone", "linkedin")

# What follows from another column and says little beside it.
DEPENDENT = (("city", "postal_code"), ("domain", "company"), ("website", "company"))


def candidates(tokens: Tokens, since: int = 0) -> list[int]:
    """The pairs worth comparing, each once, as position << 32 | later position.

    `since`: only pairs of which one stands at this position or later.
    """
    size = len(tokens)
    columns = {kind: tokens.column(kind) for kind in tokens.kinds()}
    sieve = Sieve(tokens, since)
    first, last = columns["first"], columns["last"]

    alone = set()
    for kind, column in columns.items():
        keys: array[int] | list[int] = column
        counts = tokens.repeated(kind)
        if kind == "phone":
            # who gave a number as the office's may give it as the mobile one
            keys = column + tokens.column("mobile")
            counts = repeated(keys)
        if kind in OWN or (kind != "number" and _pairs(counts) <= PAIRS_PER_LEAD * size):
            alone.add(kind)
            sieve.take(_blocks(keys, counts, size), (kind,), certain=kind in OWN)
    for one, other in [*TOGETHER, *(("name", kind) for kind in columns if kind.startswith("custom:"))]:
        if not alone.isdisjoint((one, other)) or not sieve.telling.issuperset((one, other)):
            continue
        beside = columns[other]
        keys = _joined(first, beside) + _joined(last, beside) if one == "name" else _joined(columns[one], beside)
        counts = repeated(keys)
        if _pairs(counts) <= PAIRS_PER_LEAD * size:
            sieve.take(_blocks(keys, counts, size), (one, other))
    return sorted(sieve.found)


class Sieve:
    """Takes blocks of leads and keeps their pairs that agree on enough for being one."""

    def __init__(self, tokens: Tokens, since: int) -> None:
        size = len(tokens)
        self.found: set[int] = set()
        self._since = since
        # so many bits two strangers of the table agree on by chance
        self._needed = log2(max(size, 2))
        columns = {kind: tokens.column(kind) for kind in tokens.kinds()}
        weights = {kind: _weight(column, tokens.repeated(kind)) for kind, column in columns.items()}
        self.telling = {"name", *(kind for kind, weight in weights.items() if weight > 0.5)}
        for kind, given in DEPENDENT:
            if weights[kind] and weights[given]:
                # a city says nothing more where the postal code agrees, unless the table mixes them
                both = _joined(columns[kind], columns[given])
                weights[kind] = max(0.0, min(weights[kind], _weight(both, repeated(both)) - weights[given]))
                if weights[kind] < 2 and tokens.filled(given) > 0.8 * size:
                    self.telling.discard(kind)
        # first and last name in either order
        weights["name"] = min(weights["first"], weights["last"])
        self._weights = weights
        self._columns = {**columns, "name": _joined(columns["first"], columns["last"])}

    def take(self, blocks: Iterable[list[int]], agreed_on: tuple[str, ...], *, certain: bool = False) -> None:
        """Keep the pairs of the blocks that agree on enough, or all of them if they are certain to be worth a look."""
        since, found, add = self._since, self.found, self.found.add
        weights = self._weights
        needed = self._needed - sum(weights[kind] for kind in agreed_on)
        known = {*agreed_on, *(("first", "last") if "name" in agreed_on else ("name",))}
        # the weightiest first: most pairs are through after one or two
        rest = sorted(
            ((self._columns[kind], weight) for kind, weight in weights.items() if weight > 0.5 and kind not in known),
            key=itemgetter(1),
            reverse=True,
        )
        certain = certain or needed <= 0
        for block in blocks:
            if block[-1] < since:
                continue
            for position, other in combinations(block, 2) if len(block) <= LARGEST_BLOCK else self._neighbours(block):
                if other < since:
                    continue
                pair = position << 32 | other
                if certain:
                    add(pair)
                elif pair not in found:
                    missing = needed
                    for column, weight in rest:
                        if column[position] == column[other] and column[position]:
                            missing -= weight
                            if missing <= 0:
                                add(pair)
                                break

    def _neighbours(self, block: list[int]) -> Iterator[tuple[int, int]]:
        """Of a block that is too large, only a few neighbours among those of one name."""
        name_of = self._columns["name"]
        by_name = sorted((name_of[position], position) for position in block)
        for at, (name, position) in enumerate(by_name):
            for other_name, other in by_name[at + 1 : at + 1 + NEIGHBOURS]:
                if other_name == name and name:
                    yield position, other


def _weight(keys: "array[int] | list[int]", counts: Mapping[int, int]) -> float:
    """What it says on average to agree on a column, in bits: how seldom two leads that fill it do."""
    filled = len(keys) - keys.count(MISSING)
    agreeing = sum(count * (count - 1) for count in counts.values())
    return log2((filled * filled + 1) / (agreeing + filled)) if filled else 0.0


def _pairs(counts: Mapping[int, int]) -> int:
    """How many pairs the blocks would make, if of the large ones each lead met as many as a block may hold."""
    return sum(min(count, LARGEST_BLOCK) * (count - 1) for count in counts.values()) // 2


def _joined(one: "array[int]", other: "array[int]") -> list[int]:
    """One key of two columns, 0 where one of them says nothing."""
    return [a ^ b if a and b else MISSING for a, b in zip(one, other, strict=True)]


def _blocks(keys: "array[int] | list[int]", counts: Mapping[int, int], size: int) -> Iterator[list[int]]:
    """The leads that share a key, block by block, of the keys in `counts`.

    `keys` may hold several keys of each lead, one round of all leads after the other.
    """
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    if counts:
        for place, key in enumerate(keys):
            if key in counts:
                blocks[key].append(place)
    if len(keys) == size:
        yield from blocks.values()
    else:
        for block in blocks.values():
            leads = sorted({place % size for place in block})
            if len(leads) > 1:
                yield leads
