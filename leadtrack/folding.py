"""Writings brought to one form: folded (letters, digits, blanks), and the skeleton that most slips leave alone.

`folds` and `skeletons` do the same to many texts at once, a tenth of the work for each.
"""

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from leadtrack.patterns import Pattern

# Values repeat from lead to lead, and each is folded for its key and again for being compared.
REMEMBERED = 1 << 16
_words = Pattern(r"[^\W_]+")
_VOWELS = "aeiouyhw"
_NO_VOWELS = str.maketrans("", "", _VOWELS)
# by the code of a letter whether it survives
_BONES = bytes(chr(code) not in _VOWELS for code in range(256))
# ASCII folded: letters small, digits and line breaks as they are, blanks for the rest
_FOLDED = bytes(
    ord(c.lower()) if (c := chr(code)).isascii() and (c.isalnum() or c == "\n") else ord(" ") for code in range(256)
)


@lru_cache(REMEMBERED)
def fold(text: str) -> str:
    """Lower case without accents, all but letters and digits as blanks: "O'Néill-Smith" is "o neill smith"."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = text.casefold()
    return text if text.isalnum() else " ".join(_words.findall(text))


@lru_cache(REMEMBERED)
def skeleton(folded: str) -> str:
    """The letters that survive most slips: blanks, vowels, h, w and doubled letters go, except at the beginning."""
    text = folded.replace(" ", "")
    rest = text[1:].translate(_NO_VOWELS)
    if len(rest) < 2:
        return text
    kept = text[0]
    for letter in rest:
        if letter != kept[-1] or not letter.isalpha():
            kept += letter
    return kept.replace("ck", "k")


def folds(texts: Sequence[str]) -> list[str]:
    """`fold` of each."""
    joined = "\n".join(texts)
    if not joined.isascii() or joined.count("\n") >= len(texts):
        return _apart(fold, folds, texts)
    text = joined.encode("ascii").translate(_FOLDED).decode("ascii")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" \n", "\n").replace("\n ", "\n").strip(" ").split("\n")


def skeletons(folded: Sequence[str]) -> list[str]:
    """`skeleton` of each."""
    import numpy as np

    if not folded:
        return []
    joined = "\n".join(folded).replace(" ", "")
    if not joined.isascii() or joined.count("\n") >= len(folded):
        return _apart(skeleton, skeletons, folded)
    letters = np.frombuffer(f"{joined}\n".encode("ascii"), np.uint8)
    ends = letters == ord("\n")
    kept = np.frombuffer(_BONES, bool)[letters]
    kept[1:] |= ends[:-1]
    kept[0] = True
    # with its first letter and its end
    lengths = np.diff(np.cumsum(kept)[ends], prepend=0)
    short = np.repeat(lengths < 4, np.diff(np.flatnonzero(ends), prepend=-1))
    # what is too short to lose anything stays as it is
    kept |= short
    letters, short = letters[kept], short[kept]
    kept = np.ones(len(letters), bool)
    kept[1:] = (letters[1:] != letters[:-1]) | (letters[1:] < ord("a")) | short[1:]
    letters, short = letters[kept], short[kept]
    kept = np.ones(len(letters), bool)
    kept[:-1] = (letters[:-1] != ord("c")) | (letters[1:] != ord("k")) | short[:-1]
    bones: bytes = letters[kept].tobytes()
    return bones.decode("ascii").split("\n")[:-1]


def _apart(one: Callable[[str], str], many: Callable[[Sequence[str]], list[str]], texts: Sequence[str]) -> list[str]:
    """The plain ones together, the others (with accents or line breaks) each by itself."""
    plain = [text for text in texts if text.isascii() and "\n" not in text]
    done = dict(zip(plain, many(plain), strict=True)) if plain else {}
    return [done[text] if text in done else one(text) for text in texts]
