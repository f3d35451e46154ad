"""Which leads are worth comparing: those that agree on a rare value, or on two values that are rare together.

A million leads make half a billion times a thousand pairs, of which a few hundred thousand are worth a look. Blocks of
leads that share a token, or two, give the pairs; a sieve keeps those of them that agree on enough.
"""

from collections.abc import Iterator
from math import log2
from typing import TYPE_CHECKING

from leadtrack.frequencies import Frequency, blocks, different, frequency, joined
from leadtrack.tokens import Tokens
from leadtrack.weights import Rarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.int64]
    Places = NDArray[np.int32]
    Pairs = tuple[Places, Places]

# A column that alone leaves no more than this many pairs per lead needs no second one beside it.
PAIRS_PER_LEAD = 3
# Columns that together are worth a key where one of them alone would leave too many pairs.
# "name" is first or last name, so that names which changed places are found as well.
TOGETHER = (
    ("first", "last"), ("name", "postal_code"), ("name", "street"), ("name", "line"), ("name", "city"),
    ("name", "company"),
    ("name", "domain"), ("name", "number"), ("number", "postal_code"), ("number", "street"), ("street", "postal_code"),
    ("street", "city"), ("company", "postal_code"), ("company", "city"),
)  # fmt: skip
# What a person alone has; to agree on it is reason enough to compare.
OWN = ("email", "phone", "linkedin")
# What follows from another column and says little beside it.
DEPENDENT = (("city", "postal_code"), ("domain", "company"), ("website", "company"))
# So few pairs are all looked at: in a short list the frequencies say little about what is rare.
ALL_PAIRS = 50_000
# So many pairs go through the sieve at a time.
_CHUNK = 1 << 16


def candidates(tokens: Tokens, rarity: Rarity, since: int = 0) -> "Column":
    """The pairs worth comparing, each once, sorted, as position << 32 | later position.

    `since`: only pairs of which one stands at this position or later.
    """
    import numpy as np

    size = len(tokens)
    if size * (size - since) <= ALL_PAIRS:
        return _all_pairs(size, since)
    kinds = tokens.kinds()
    sieve = Sieve(tokens, rarity, since)
    first, last = tokens.column("first"), tokens.column("last")
    alone = set()
    for kind in kinds:
        shared = rarity.frequency(kind)
        if kind == "phone":
            # who gave a number as the office's may give it as the mobile one
            shared = frequency(np.concatenate((tokens.column("phone"), tokens.column("mobile"))))
            shared = shared._replace(places=shared.places % size)
        if kind in OWN or (kind != "number" and shared.pairs() <= PAIRS_PER_LEAD * size):
            alone.add(kind)
            sieve.take(shared, (kind,), certain=kind in OWN)
    for one, other in [*TOGETHER, *(("name", kind) for kind in kinds if kind.startswith("custom:"))]:
        if not alone.isdisjoint((one, other)) or not sieve.telling.issuperset((one, other)):
            continue
        # what repeats together repeats in each
        places = np.flatnonzero(sieve.repeats(other)).astype(np.int32)
        if one == "name":
            beside = tokens.column(other)[places]
            keys = np.concatenate((joined(first[places], beside), joined(last[places], beside)))
            shared = frequency(keys, np.concatenate((places, places)))
        else:
            places = places[sieve.repeats(one)[places]]
            shared = frequency(joined(tokens.column(one)[places], tokens.column(other)[places]), places)
        if shared.pairs() <= PAIRS_PER_LEAD * size:
            sieve.take(shared, (one, other))
    return sieve.found()


def _together(pairs: "Iterator[Pairs]") -> "Iterator[Pairs]":
    """The same pairs, about as many at a time as fit into a processor's cache."""
    import numpy as np

    waiting: list[Pairs] = []
    count = 0
    for each in pairs:
        waiting.append(each)
        count += len(each[0])
        if count >= _CHUNK:
            ones, others = map(np.concatenate, zip(*waiting, strict=True))
            for start in range(0, count, _CHUNK):
                yield ones[start : start + _CHUNK], others[start : start + _CHUNK]
            waiting, count = [], 0
    if waiting:
        ones, others = map(np.concatenate, zip(*waiting, strict=True))
        yield ones, others


def _all_pairs(size: int, since: int) -> "Column":
    """Every pair of which one stands at `since` or later."""
    import numpy as np

    later = np.repeat(np.arange(since, size), np.arange(since, size))
    earlier = np.concatenate([np.arange(place) for place in range(since, size)] or [np.arange(0)])
    return np.sort((earlier << 32) | later)


class Sieve:
    """Takes blocks of leads and keeps their pairs that agree on enough for being one."""

    def __init__(self, tokens: Tokens, rarity: Rarity, since: int) -> None:
        size = len(tokens)
        self._found: list[Column] = []
        self._since = since
        self._tokens = tokens
        self._rarity = rarity
        # so many bits two strangers of the table agree on by chance
        self._needed = log2(max(size, 2))
        weights = {kind: rarity.frequency(kind).weight() for kind in tokens.kinds()}
        self.telling = {"name", *(kind for kind, weight in weights.items() if weight > 0.5)}
        for kind, given in DEPENDENT:
            if weights[kind] and weights[given]:
                # a city says nothing more where the postal code agrees, unless the table mixes them
                both = frequency(joined(tokens.column(kind), tokens.column(given)))
                weights[kind] = max(0.0, min(weights[kind], both.weight() - weights[given]))
                if weights[kind] < 2 and tokens.filled(given) > 0.8 * size:
                    self.telling.discard(kind)
        # first and last name in either order
        weights["name"] = min(weights["first"], weights["last"])
        self._weights = weights
        self._names = tokens.names_joined()
        self._repeating: dict[str, NDArray[np.bool_]] = {}

    def repeats(self, kind: str) -> "NDArray[np.bool_]":
        """Whether the value of each lead stands more than once."""
        import numpy as np

        if kind not in self._repeating:
            self._repeating[kind] = np.zeros(len(self._tokens), np.bool_)
            self._repeating[kind][self._rarity.frequency(kind).places] = True
        return self._repeating[kind]

    def take(self, shared: Frequency, agreed_on: tuple[str, ...], *, certain: bool = False) -> None:
        """Keep the pairs of the blocks that agree on enough, or all of them if they are certain to be worth a look."""
        import numpy as np

        weights = self._weights
        needed = 0.0 if certain else self._needed - sum(weights[kind] for kind in agreed_on)
        known = {*agreed_on, *(("first", "last") if "name" in agreed_on else ("name",))}
        # the weightiest first: most pairs are through after one or two
        rest = sorted(
            ((weight, kind) for kind, weight in weights.items() if weight > 0.5 and kind not in known), reverse=True
        )
        for ones, others in _together(blocks(shared, self._names)):
            one, other = np.minimum(ones, others), np.maximum(ones, others)
            new = (one != other) & (other >= self._since)
            self._found += self._agreeing(one[new], other[new], needed, rest)

    def _agreeing(
        self, one: "Places", other: "Places", needed: float, rest: list[tuple[float, str]]
    ) -> "Iterator[Column]":
        """Those of the pairs that agree on columns of `rest` that weigh what is needed."""
        import numpy as np

        missing = np.full(len(one), needed)
        left = sum(weight for weight, _ in rest)
        for weight, kind in [(0.0, ""), *rest]:
            if kind:
                column = self._names if kind == "name" else self._tokens.column(kind)
                token = column[one]
                missing -= weight * ((token == column[other]) & (token != 0))
                left -= weight
            done = missing <= 0
            yield one[done].astype(np.int64) << 32 | other[done]
            still = ~done & (missing <= left)
            one, other, missing = one[still], other[still], missing[still]
            if not len(one):
                break

    def found(self) -> "Column":
        """What was kept, each pair once."""
        import numpy as np

        return different(np.concatenate(self._found)) if self._found else np.zeros(0, np.int64)
