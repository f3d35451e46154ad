"""How often each value stands in a column, and which leads share one: a column sorted once.

Columns are arrays of 64-bit tokens, one for each lead, 0 where a lead says nothing (see tokens.py). numpy is loaded
here and only when leads are compared, never for a plain command.
"""

from collections.abc import Iterator
from math import log2
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.int64]
    Places = NDArray[np.int32]
    Pairs = tuple[Places, Places]

# Blocks above this size are not compared pair by pair: a switchboard's number, info@, a common name in a big city.
LARGEST_BLOCK = 24
# Up to so many keys are counted before they are sorted; of more that would take too much memory.
_QUICK = 1 << 19
# So many neighbours are compared in a block that is too large, among those that bear one name.
NEIGHBOURS = 4


class Frequency(NamedTuple):
    """The values that repeat in one column."""

    filled: int  # leads that say something
    values: "Column"  # the tokens that stand more than once, sorted
    counts: "Places"  # how often each of them stands
    places: "Places"  # where: of the first of `values`, then of the second, ...

    def of(self, token: int) -> int:
        """How often a token stands in the column, 1 for any that does not stand there more often."""
        at = int(self.values.searchsorted(token))
        return int(self.counts[at]) if at < len(self.values) and self.values[at] == token else 1

    def of_all(self, tokens: "Column") -> "Places":
        """`of` for each token of an array."""
        import numpy as np

        counts = np.ones(len(tokens), np.int32)
        if len(self.values):
            at = np.minimum(self.values.searchsorted(tokens), len(self.values) - 1)
            found = self.values[at] == tokens
            counts[found] = self.counts[at[found]]
        return counts

    def at(self, size: int) -> "Places":
        """How often the value of each of `size` leads stands, 1 also where there is none."""
        import numpy as np

        counts = np.ones(size, np.int32)
        counts[self.places] = np.repeat(self.counts, self.counts)
        return counts

    def weight(self) -> float:
        """What it says on average to agree on the column, in bits: how seldom two leads that fill it do."""
        if not self.filled:
            return 0.0
        counts = self.counts.astype(float)
        return log2((self.filled * self.filled + 1) / (float(counts @ (counts - 1)) + self.filled))

    def pairs(self) -> int:
        """How many pairs the blocks make, if of the large ones each lead meets as many as a block may hold."""
        import numpy as np

        counts = self.counts.astype(np.int64)
        return int(np.minimum(counts, LARGEST_BLOCK) @ (counts - 1)) // 2


def frequency(keys: "Column", places: "Places | None" = None) -> Frequency:
    """Of a column; `places`: only of the leads at these places, and `keys` are theirs."""
    import numpy as np

    said = np.flatnonzero(keys).astype(np.int32)
    filled = len(said)
    keys = keys[said]
    if filled <= _QUICK:
        # most keys stand once, and most of those share their last digits with no other
        bits = filled.bit_length() + 1
        for shift in (0, bits):
            digits = keys >> shift & (1 << bits) - 1
            often = np.bincount(digits)[digits] > 1
            keys, said = keys[often], said[often]
        order = _order(keys)
    else:
        order = np.argsort(keys)
    keys = keys[order]
    changes = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    starts = np.concatenate((np.zeros(min(len(keys), 1), np.int64), changes))
    counts = np.diff(starts, append=len(keys))
    repeat = counts > 1
    found: Places = said[order[np.repeat(repeat, counts)]]
    if places is not None:
        found = places[found]
    return Frequency(filled, keys[starts[repeat]], counts[repeat].astype(np.int32), found)


def _order(keys: "Column") -> "Column":
    """The places of keys in their order: sorted by their first 48 bits, which hardly ever leaves two undecided."""
    import numpy as np

    order: Column = np.argsort((keys >> 16).astype(np.uint16), kind="stable")
    for shift, kind in ((32, np.uint16), (48, np.int16)):
        order = order[np.argsort((keys >> shift).astype(kind)[order], kind="stable")]
    ordered = keys[order]
    return order if (ordered[1:] >= ordered[:-1]).all() else np.argsort(keys)


def different(keys: "Column") -> "Column":
    """The different keys of a column, in order; what numpy.unique does, which loads a sixth of numpy for it."""
    import numpy as np

    keys = np.sort(keys)
    found: Column = keys[np.concatenate((np.ones(min(len(keys), 1), bool), keys[1:] != keys[:-1]))]
    return found


def joined(one: "Column", other: "Column") -> "Column":
    """One key of two columns, 0 where one of them says nothing."""
    keys = one ^ other
    keys[(one == 0) | (other == 0)] = 0
    return keys


def blocks(shared: Frequency, names: "Column") -> "Iterator[Pairs]":
    """The pairs of leads that share a value, some at a time; of a block that is too large, neighbours of one name.

    Where a lead stands at two places of one block (`shared` counts two numbers of each), it is a pair with itself.
    """
    import numpy as np

    counts = np.repeat(shared.counts, shared.counts)
    ends = np.repeat(np.cumsum(shared.counts), shared.counts)
    small = np.flatnonzero(counts <= LARGEST_BLOCK)
    for step in range(1, LARGEST_BLOCK):
        small = small[small + step < ends[small]]
        if not len(small):
            break
        yield shared.places[small], shared.places[small + step]
    large = np.flatnonzero(counts > LARGEST_BLOCK)
    if len(large):
        named = names[shared.places[large]]
        large, named = large[named != 0], named[named != 0]
        order = np.lexsort((shared.places[large], named, ends[large]))
        large, named = large[order], named[order]
        for step in range(1, NEIGHBOURS + 1):
            one, other = large[:-step], large[step:]
            near = (named[:-step] == named[step:]) & (ends[one] == ends[other])
            yield shared.places[one[near]], shared.places[other[near]]
