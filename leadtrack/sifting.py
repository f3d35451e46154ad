"""Which candidates can come out as one at all: a second look at their tokens, before anything is fetched and compared.

Every pair is given the most that its comparison could find: what the tokens agree on, by how rare each value is, less
what they differ in; of the names, which are compared as they are written, what their likeness allows. Most pairs of
colleagues, and of people of one name in different places, end here.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from leadtrack.nicknames import same_name
from leadtrack.resemblance import likenesses
from leadtrack.tokens import Tokens
from leadtrack.weights import Rarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.int64]
    Bits = NDArray[np.float64]
    Truth = NDArray[np.bool_]

# A pair goes if so many bits are missing: two values that differ by a slip only may still bring as much.
SLIPS = 9.0
# The same for two of a firm one of whose names differs.
COLLEAGUES_SLIPS = 6.0
# What names of which at least one changed places are worth at most.
_SWAPPED = 20.0
# What comparing.py takes off where a column differs, and the most that slips in names leave.
_DIFFERS = {
    "email": 1.0, "linkedin": 4.0, "company": 1.5, "postal_code": 2.5, "city": 2.5, "street": 3.0, "number": 1.0,
}  # fmt: skip
_FIRST_DIFFERS, _LAST_DIFFERS = 5.0, 4.0
_FIRST_ALIKE, _LAST_ALIKE = 8.0, 10.0
_PHONE_DIFFERS = 1.5
_PHONE_MOST = 14.0
_WEBSITE = 5.0
_LINE = 8.0
_NUMBER_DIFFERS, _WORDS_DIFFER = 3.0, 1.0
_PLACE_LEAST = -6.0
# Names that are less alike are two; that are more alike may have changed places.
LEAST_FIRST, LEAST_LAST, LEAST_SWAPPED = 0.6, 0.66, 0.72
# So many pairs are looked at together.
_CHUNK = 100_000
# The answers about so many pairs of names are remembered: the same few thousand names meet again and again.
_REMEMBERED = 1 << 16


def promising(tokens: Tokens, rarity: Rarity, pairs: "Column") -> "Column":
    """Those of the pairs (position << 32 | later position) that may come out as one, or as two of a household."""
    import numpy as np

    kept = [pairs[:0]]
    for start in range(0, len(pairs), _CHUNK):
        chunk = pairs[start : start + _CHUNK]
        kept.append(chunk[_Look(tokens, rarity, chunk).promise()])
    return np.concatenate(kept)


class _Column(NamedTuple):
    """One column of all pairs."""

    same: "Truth"
    unsaid: "Truth"  # one of both says nothing
    differs: "Truth"
    bits: "Bits"  # that their agreement is worth, 0 where they do not agree


class _Look:
    """Some pairs, column by column."""

    def __init__(self, tokens: Tokens, rarity: Rarity, pairs: "Column") -> None:
        self._tokens = tokens
        self._rarity = rarity
        self._one, self._other = pairs >> 32, pairs & 0xFFFFFFFF
        # whether one of both is a company's
        self._companies = (self._token("company", self._one) != 0) | (self._token("company", self._other) != 0)

    def promise(self) -> "Truth":
        """Whether each pair is worth comparing."""
        import numpy as np

        first, last, names, swapped = self._names()
        mobile, line = self._phones()
        columns = {kind: self._column(kind) for kind in (*_DIFFERS, "domain")}
        bits = {kind: columns[kind].bits - columns[kind].differs * worth for kind, worth in _DIFFERS.items()}
        rest = bits["email"] + bits["company"] + bits["linkedin"] + line
        area = bits["postal_code"] + bits["city"]
        both = columns["postal_code"].same & columns["city"].same
        area -= both * 0.6 * np.minimum(bits["postal_code"], bits["city"])
        bits["street"] += self._column("line").same * _LINE
        rest += np.maximum(bits["street"] + bits["number"] + area, _PLACE_LEAST)
        rest += ~(columns["email"].same | columns["company"].same) * np.minimum(columns["domain"].bits, _WEBSITE)
        # what a person alone has
        own = columns["email"].same | columns["linkedin"].same | mobile
        for name in self._tokens.customs:
            custom = self._column(f"custom:{name}")
            numbers = name in self._tokens.identifying
            rest += custom.bits - custom.differs * (_NUMBER_DIFFERS if numbers else _WORDS_DIFFER)
            if numbers:
                own = own | custom.same
        # two people of a firm
        colleagues = self._companies & ~swapped & first & (last | ~own)
        slips = np.where(self._companies & (first | last), COLLEAGUES_SLIPS, SLIPS)
        worth: Truth = ~colleagues & (names + rest - self._rarity.threshold >= -slips)
        return worth

    def _token(self, kind: str, places: "Column") -> "Column":
        return self._tokens.column(kind)[places]

    def _column(self, kind: str) -> _Column:
        one, other = self._token(kind, self._one), self._token(kind, self._other)
        same = (one == other) & (one != 0)
        unsaid = (one == 0) | (other == 0)
        return _Column(same, unsaid, ~same & ~unsaid, same * self._rarity.bits_at(kind, self._one))

    def _phones(self) -> "tuple[Truth, Bits]":
        """Whether both have one mobile number, and what their telephone numbers are worth at most."""
        import numpy as np

        phone, other_phone = self._token("phone", self._one), self._token("phone", self._other)
        mobile, other_mobile = self._token("mobile", self._one), self._token("mobile", self._other)
        alone = (mobile != 0) & ((mobile == other_mobile) | (mobile == other_phone))
        alone |= (phone != 0) & (phone == other_mobile)
        shared = alone | ((phone != 0) & (phone == other_phone))
        said = ((phone != 0) | (mobile != 0)) & ((other_phone != 0) | (other_mobile != 0))
        worth = np.maximum(self._rarity.bits_at("phone", self._one), _PHONE_MOST)
        return alone, np.where(shared, worth, said * -_PHONE_DIFFERS)

    def _names(self) -> "tuple[Truth, Truth, Bits, Truth]":
        """Whether the first names are two, whether the last names are, what both are worth at most, and whether they
        may have changed places."""
        import numpy as np

        firsts, lasts = self._column("first"), self._column("last")
        given, other_given = self._written("first", self._one), self._written("first", self._other)
        first, other_first = ([name.partition(" ")[0] for name in names] for names in (given, other_given))
        last, other_last = self._written("last", self._one), self._written("last", self._other)
        two_firsts = firsts.differs & (likenesses(first, other_first) <= LEAST_FIRST)
        for at in np.flatnonzero(two_firsts).tolist():
            two_firsts[at] = not _one_given(given[at], other_given[at])
        two_lasts = lasts.differs & (likenesses(last, other_last) <= LEAST_LAST)
        for at in np.flatnonzero(two_lasts).tolist():
            two_lasts[at] = not _one_family(last[at], other_last[at])
        cross = np.array([likenesses(given, other_last), likenesses(last, other_given)])
        initials = np.array([len(a) == 1 or len(b) == 1 for a, b in zip(given, other_given, strict=True)])
        open_ = firsts.unsaid | lasts.unsaid | initials | (cross.min(axis=0) > LEAST_FIRST)
        swapped = (cross.max(axis=0) > LEAST_SWAPPED) & (open_ | ~self._companies & (cross.max(axis=0) == 1))
        bits = np.where(firsts.same, firsts.bits, np.where(two_firsts, -_FIRST_DIFFERS, firsts.differs * _FIRST_ALIKE))
        bits += np.where(lasts.same, lasts.bits, np.where(two_lasts, -_LAST_DIFFERS, lasts.differs * _LAST_ALIKE))
        return two_firsts, two_lasts, np.where(swapped, np.maximum(bits, _SWAPPED), bits), swapped

    def _written(self, kind: str, places: "Column") -> list[str]:
        names = self._tokens.names
        return [names[token] if token else "" for token in self._token(f"{kind} exact", places).tolist()]


@lru_cache(_REMEMBERED)
def _one_given(one: str, other: str) -> bool:
    """Whether unlike given names may be one person's: an initial, a nickname, the middle name of the other."""
    first, *middle = one.split()
    second, *others = other.split()
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return same_name(first, second) or second in middle or first in others


@lru_cache(_REMEMBERED)
def _one_family(one: str, other: str) -> bool:
    """Whether unlike last names may be one person's: an initial, a double name."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return (" " in one or " " in other) and not set(one.split()).isdisjoint(other.split())
