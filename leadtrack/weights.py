"""How much an agreement says, in bits (Fellegi and Sunter 1969: the log2 of how much more likely the same lead shows it
than two different leads).

To agree on a rare value says more than on a frequent one; how frequent a value is, the data itself says, beside a guess
that stands for the leads not seen (so that two rows of a small sheet are not judged by that sheet alone).
"""

from collections import defaultdict
from collections.abc import Mapping
from math import log2, sqrt
from typing import TYPE_CHECKING

from leadtrack.cells import token
from leadtrack.frequencies import Frequency, frequency
from leadtrack.tokens import Tokens
from leadtrack.traits import Traits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.int64]
    Places = NDArray[np.int32]
    Bits = NDArray[np.float64]

# Of how many values an unseen one is one: what a field says in a sheet of two rows.
USUAL = {
    "first": 300, "last": 2_000, "email": 200_000, "domain": 5_000, "phone": 100_000, "linkedin": 100_000,
    "company": 3_000, "website": 5_000, "number": 80, "street": 1_500, "line": 1_500, "city": 300, "postal_code": 1_000,
}  # fmt: skip
USUAL_CUSTOM = 500
# No agreement says more than so many bits.
MOST = {
    "first": 11.0, "last": 14.0, "email": 22.0, "domain": 12.0, "phone": 20.0, "linkedin": 20.0, "company": 13.0,
    "website": 12.0, "number": 7.0, "street": 13.0, "line": 12.0, "city": 10.0, "postal_code": 12.0,
}  # fmt: skip
MOST_CUSTOM = 16.0
# A table below this size is judged as if it had it.
SMALLEST_TABLE = 10_000
# A field (or "first_name", "last_name"), how it agrees, and the bits that it says against chance.
Evidence = tuple[str, str, float]
_REMEMBERED = 50_000

# Of a table of which only a part is at hand: all its leads that share one of these with the new ones are.
ASKED = ("email", "phone", "mobile", "postal_code", "company")
# What stands too often among leads that were asked for by another column. "name" is first and last name together.
FOLLOWS = {
    "first": "name", "last": "name", "first exact": "name", "last exact": "name", "street": "postal_code",
    "number": "postal_code", "city": "postal_code", "domain": "company", "website": "company",
}  # fmt: skip


class Rarity:
    """How many bits it is worth to agree on a value, by how often it stands in the table.

    Of `tokens` (finished), or `Rarity()` for two leads without a table around them.

    `rows_in_all`: the leads of the table, where `tokens` hold only a part of it: new leads from the place `since` on,
    and before them those of the table that share an e-mail address, telephone number, postal code, company or whole
    name with one of them. How often the new leads' own e-mail, telephone, postal code and company stand is then known;
    how often other values do is estimated from the leads that were not asked for by what they go with.
    """

    def __init__(self, tokens: Tokens | None = None, rows_in_all: int | None = None, since: int = 0) -> None:
        self._tokens = tokens or Tokens()
        self._at_hand = len(self._tokens)
        self.size = max(rows_in_all or 0, self._at_hand)
        self._since = since
        self.threshold = log2(max(self.size, SMALLEST_TABLE))
        self.identifying = self._tokens.identifying
        self._frequencies: dict[str, Frequency] = {}
        self._samples: dict[str, Frequency] = {}
        self._known: defaultdict[str, dict[str, float]] = defaultdict(dict)

    def frequency(self, kind: str) -> Frequency:
        """How often values stand in a column of the leads at hand."""
        known = self._frequencies.get(kind)
        if known is None:
            known = self._frequencies[kind] = frequency(self._tokens.column(kind))
        return known

    def tells(self, custom: str) -> bool:
        """Whether a custom column can tell one lead from another."""
        return custom in self._tokens.customs

    def count(self, kind: str, text: str) -> int:
        """How often a folded value stands in the table, 2 for any that does not stand there more often."""
        wanted = token(kind, text)
        count = self.frequency(kind).of(wanted)
        if self.size > self._at_hand and kind not in ASKED:
            sample = self._sample(kind)
            count = max(count, round((sample.of(wanted) - 1) / max(sample.filled, 1) * self._filled(kind)))
        return max(count, 2)

    def bits(self, kind: str, text: str) -> float:
        """What it says that two leads agree on a folded value; 0 to some 20."""
        known = self._known[kind]
        bits = known.get(text)
        if bits is None:
            if len(known) >= _REMEMBERED:
                known.clear()
            wanted = token(kind, text)
            bits = self._worth(kind, self.frequency(kind).of(wanted), self._filled(kind))
            if self.size > self._at_hand and kind not in ASKED:
                sample = self._sample(kind)
                bits = min(bits, self._worth(kind, sample.of(wanted), sample.filled))
            known[text] = bits
        return bits

    def bits_at(self, kind: str, places: "Column") -> "Bits":
        """The same for the values of the leads at these places of the table."""
        import numpy as np

        bits = self._worths(kind, self.frequency(kind).at(self._at_hand)[places], self._filled(kind))
        if self.size > self._at_hand and kind not in ASKED:
            sample = self._sample(kind)
            # a lead that was asked for bears a value of the sample all the same
            bits = np.minimum(bits, self._worths(kind, sample.of_all(self._tokens.column(kind)[places]), sample.filled))
        return bits

    def remember(self, people: Mapping[int, Traits]) -> None:
        """Learn the bits of the values of many leads at once; `people` by their places in the table."""
        import numpy as np

        places = np.fromiter(people, np.int64, len(people))
        told = {kind: [getattr(lead, kind) for lead in people.values()] for kind in _TRAITS}
        for name in self._tokens.customs:
            told[f"custom:{name}"] = [lead.custom.get(name, "") for lead in people.values()]
        for kind, texts in told.items():
            known = self._known[kind]
            if len(known) >= _REMEMBERED:
                known.clear()
            known.update(zip(texts, self.bits_at(kind, places).tolist(), strict=True))

    def _filled(self, kind: str) -> int:
        """How many leads of the table say something in a column."""
        return round(self.frequency(kind).filled * self.size / max(self._at_hand, 1))

    def _sample(self, kind: str) -> Frequency:
        """How often values stand among the new leads and those that were not asked for by what goes with the column."""
        import numpy as np

        known = self._samples.get(kind)
        if known is None:
            keys = self._tokens.column(kind)
            if beside := FOLLOWS.get(kind):
                name = beside == "name"
                asked = self._tokens.names_joined() if name else self._tokens.column(beside)
                stored, new = asked[: self._since], asked[self._since :]
                keys = keys.copy()
                keys[: self._since][np.isin(stored, new[new != 0])] = 0
            known = self._samples[kind] = frequency(keys)
        return known

    def _worths(self, kind: str, counts: "Places", filled: int) -> "Bits":
        import numpy as np

        times = np.bincount(counts)
        worth = np.zeros(len(times))
        for count in np.flatnonzero(times).tolist():
            worth[count] = self._worth(kind, count, filled)
        bits: Bits = worth[counts]
        return bits

    def _worth(self, kind: str, count: int, filled: int) -> float:
        """Bits for a value that stands so often in a column that so many leads fill."""
        usual, most = (USUAL_CUSTOM, MOST_CUSTOM) if kind.startswith("custom:") else (USUAL[kind], MOST[kind])
        count = max(count, 2)
        # the leads not seen count beside those of the table, unless these alone show that the value is frequent
        share = (count - 1) / (filled + usual)
        if count > 4:
            share = max(share, (count - 2 - sqrt(count)) / filled)
        return min(-log2(share), most)


# What of a lead's traits is worth as much as its token says.
_TRAITS = ("first", "last", "email", "company", "number", "street", "city", "postal_code")
