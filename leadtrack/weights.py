"""How much an agreement says, in bits (Fellegi and Sunter 1969: the log2 of how much more likely the same lead shows it
than two different leads).

To agree on a rare value says more than on a frequent one; how frequent a value is, the data itself says, beside a guess
that stands for the leads not seen (so that two rows of a small sheet are not judged by that sheet alone).
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from math import log2, sqrt

from leadtrack.tokens import Tokens
from leadtrack.traits import name_token, skeleton, street_token

# Of how many values an unseen one is one: what a field says in a sheet of two rows.
USUAL = {
    "first": 300, "last": 2_000, "email": 200_000, "domain": 5_000, "phone": 100_000, "linkedin": 100_000,
    "company": 3_000, "website": 5_000, "number": 80, "street": 1_500, "city": 300, "postal_code": 1_000,
}  # fmt: skip
USUAL_CUSTOM = 500
# No agreement says more than so many bits.
MOST = {
    "first": 11.0, "last": 14.0, "email": 22.0, "domain": 12.0, "phone": 20.0, "linkedin": 20.0, "company": 13.0,
    "website": 12.0, "number": 7.0, "street": 13.0, "city": 10.0, "postal_code": 12.0,
}  # fmt: skip
MOST_CUSTOM = 16.0
# A table below this size is judged as if it had it.
SMALLEST_TABLE = 10_000
# A field (or "first_name", "last_name"), how it agrees, and the bits that it says against chance.
Evidence = tuple[str, str, float]
_REMEMBERED = 50_000

_TOKEN: dict[str, Callable[[str], str]] = {
    "first": name_token,
    "last": skeleton,
    "company": skeleton,
    "street": lambda text: skeleton(street_token(text)),
    "city": skeleton,
}


class Rarity:
    """How many bits it is worth to agree on a value, by how often it stands in the table.

    Made from `Tokens` by `of`; `Rarity()` is for two leads without a table around them.
    """

    def __init__(
        self,
        size: int = 0,
        counts: Mapping[str, Mapping[int, int]] | None = None,
        filled: Mapping[str, int] | None = None,
        identifying: frozenset[str] = frozenset(),
    ) -> None:
        self.size = size
        self.threshold = log2(max(size, SMALLEST_TABLE))
        self.identifying = identifying
        self._counts = counts or {}
        self._filled = filled or {}
        self._known: defaultdict[str, dict[str, float]] = defaultdict(dict)

    @classmethod
    def of(cls, tokens: Tokens) -> "Rarity":
        """The frequencies of a table; `tokens` must be finished."""
        kinds = [*tokens.kinds(), "first exact", "last exact"]
        return cls(
            len(tokens),
            {kind: tokens.repeated(kind) for kind in kinds},
            {kind: tokens.filled(kind) for kind in kinds},
            frozenset(name for name in tokens.customs if tokens.identifying(name)),
        )

    def tells(self, custom: str) -> bool:
        """Whether a custom column can tell one lead from another."""
        return f"custom:{custom}" in self._counts

    def count(self, kind: str, text: str) -> int:
        """How often a folded value stands in the table, 2 for any that does not stand there more often."""
        return self._counts.get(kind, {}).get(hash(text), 2)

    def bits(self, kind: str, text: str) -> float:
        """What it says that two leads agree on a folded value; 0 to some 20."""
        known = self._known[kind]
        bits = known.get(text)
        return self._learned(kind, text, known) if bits is None else bits

    def _learned(self, kind: str, text: str, known: dict[str, float]) -> float:
        custom = kind.startswith("custom:")
        token = skeleton(text) if custom else _TOKEN.get(kind, str)(text)
        count = self._counts.get(kind, {}).get(hash(token), 2)
        usual = USUAL_CUSTOM if custom else USUAL[kind]
        filled = self._filled.get(kind, 0)
        # the leads not seen count beside those of the table, unless these alone show that the value is frequent
        share = (count - 1) / (filled + usual)
        if count > 4:
            share = max(share, (count - 2 - sqrt(count)) / filled)
        bits = -log2(share)
        if len(known) >= _REMEMBERED:
            known.clear()
        bits = known[text] = min(bits, MOST_CUSTOM if custom else MOST[kind])
        return bits
