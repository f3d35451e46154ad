"""How much alike two writings are, from 0 to 1: of one name, or of several words in any order."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from leadtrack.folding import skeleton

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Resemblance:
    """Likeness of folded texts, by letters changed, left out, put in or swapped (optimal string alignment)."""

    def __init__(self) -> None:
        from rapidfuzz.distance import OSA, JaroWinkler

        self._winkler: Callable[..., float] = JaroWinkler.similarity
        self._osa: Callable[..., int] = OSA.distance

    def name(self, one: str, other: str) -> float:
        """Of two names: by the better of Jaro-Winkler and the share of letters that a slip left alone."""
        longest = max(len(one), len(other))
        slips = self._osa(one, other)
        if slips == 1 and longest >= 4:
            return 0.96 if longest > 5 else 0.9
        shared = 1 - slips / longest
        if shared < 0.5:
            return shared
        # White and Whitby begin alike, and are two
        return min(float(self._winkler(one, other)), shared + 0.15)

    def one_slip(self, one: str, other: str) -> bool:
        """Whether one letter or digit makes the difference, or two neighbors that changed places."""
        return abs(len(one) - len(other)) < 2 and self._osa(one, other, score_cutoff=1) <= 1

    def words(self, one: str, other: str) -> float:
        """Likeness of two names of several words, in any order and with some left out."""
        if one == other:
            return 1.0
        longest = max(len(one), len(other))
        letters = 1 - self._osa(one, other) / longest
        if letters > 0.8 or (letters < 0.4 and " " not in one and " " not in other):
            return letters
        if skeleton(one) == skeleton(other):
            return 0.97
        words, others = set(one.split()), set(other.split())
        shared = words & others
        if not shared:
            return letters
        if shared in (words, others) and max(map(len, shared)) > 3:
            return 0.88 if len(shared) > 1 else 0.75
        left, right = " ".join(sorted(words - shared)), " ".join(sorted(others - shared))
        rest = 1 - self._osa(left, right) / max(len(left), len(right), 1)
        weight = sum(map(len, shared)) / longest
        return max(letters, weight + (1 - weight) * rest)


def likenesses(ones: Sequence[str], others: Sequence[str]) -> "NDArray[np.float64]":
    """`Resemblance.name` of each pair of names."""
    import numpy as np
    from rapidfuzz.distance import OSA, JaroWinkler
    from rapidfuzz.process import cpdist

    if not ones:
        return np.zeros(0)
    longest = np.maximum(np.maximum(list(map(len, ones)), list(map(len, others))), 1)
    slips = cpdist(ones, others, scorer=OSA.distance)
    alike: NDArray[np.float64] = 1 - slips / longest
    # of most pairs that is all, since they are not alike
    near = np.flatnonzero(alike >= 0.5).tolist()
    if near:
        winkler = cpdist([ones[at] for at in near], [others[at] for at in near], scorer=JaroWinkler.similarity)
        alike[near] = np.minimum(winkler, alike[near] + 0.15)
    alike[(slips == 1) & (longest >= 4)] = 0.9
    alike[(slips == 1) & (longest > 5)] = 0.96
    return alike
