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
_LARGE = bytes(range(256)).upper()
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
    import numpy as np

    joined = "\n".join(texts)
    if not joined.isascii() or joined.count("\n") >= len(texts):
        return _apart(fold, folds, texts)
    letters = np.frombuffer(f"\n{joined}\n".encode("ascii").translate(_FOLDED), np.uint8)
    # of blanks in a row one stays, and none at the beginning of a line
    kept = (letters[1:] != ord(" ")) | (letters[:-1] > ord(" "))
    text = bytes(letters[1:][kept]).replace(b" \n", b"\n").decode("ascii")
    return text.split("\n")[:-1]


def skeletons(folded: Sequence[str]) -> list[str]:
    """`skeleton` of each."""
    import numpy as np

    if not folded:
        return []
    joined = "\n".join(folded)
    if not joined.isascii() or joined.count("\n") >= len(folded):
        return _apart(skeleton, skeletons, folded)
    # first letters are made large, so that they are no vowels
    letters = np.frombuffer(f"\n{joined}\n".encode("ascii").translate(None, b" "), np.uint8).copy()
    first = np.flatnonzero(letters[:-1] == ord("\n")) + 1
    letters[first] = np.frombuffer(_LARGE, np.uint8)[letters[first]]
    bones = letters.tobytes().translate(None, _VOWELS.encode()).lower()
    letters = np.frombuffer(bones, np.uint8)
    short = np.flatnonzero(np.diff(np.flatnonzero(letters == ord("\n"))) < 4)
    kept = (letters[1:] != letters[:-1]) | (letters[1:] < ord("a"))
    bones = bytes(letters[1:][kept]).replace(b"ck", b"k")
    found = bones.decode("ascii").split("\n")[:-1]
    for row in short.tolist():
        # too short to lose anything
        found[row] = folded[row].replace(" ", "")
    return found


def _apart(one: Callable[[str], str], many: Callable[[Sequence[str]], list[str]], texts: Sequence[str]) -> list[str]:
    """The plain ones together, the others (with accents or line breaks) each by itself."""
    odd = {row: one(text) for row, text in enumerate(texts) if not text.isascii() or "\n" in text}
    plain = list(texts)
    for row in odd:
        plain[row] = ""
    done = many(plain) if plain else []
    for row, text in odd.items():
        done[row] = text
    return done
