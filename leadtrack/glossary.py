"""The words of headers taken apart and looked up: known words and phrases, glued ones and shortened ones.

The words themselves are in `spellings`, what they make together in `combinations`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from leadtrack import combinations, spellings
from leadtrack.plain import normalise

_PLAIN = re.compile("[a-z]+(?: [a-z]+)*")


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",")]


@cache
def lexicon() -> Mapping[str, str]:
    """Each known word or phrase, folded -> its meaning ("whose", "rival", "filler", "which:home" among them)."""
    words: dict[str, str] = {}

    def add(meaning: str, listed: str) -> None:
        for word in _listed(listed):
            words.setdefault(word if _PLAIN.fullmatch(word) and "mail" not in word else normalise(word), meaning)
            if not word.isascii():
                words.setdefault(normalise(word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")), meaning)

    for meaning, listed in spellings.LEXICON.items():
        add(meaning, listed)
    for which, (listed, _) in spellings.WHICH.items():
        add(f"which:{which}", listed)
    add("whose", spellings.WHOSE)
    add("rival", spellings.RIVALS)
    add("filler", spellings.FILLERS)
    words.pop("", None)
    return words


@cache
def patterns() -> Mapping[frozenset[str], tuple[str, float]]:
    """Sets of meanings -> (field, confidence)."""
    found: dict[frozenset[str], tuple[str, float]] = {}
    for field, listed in combinations.PATTERNS.items():
        for pattern in listed.split("|"):
            meanings, _, confidence = pattern.strip().partition(":")
            found.setdefault(frozenset(meanings.split()), (field, float(confidence or 0.95)))
    return found


@cache
def _phrase_lengths() -> Mapping[str, int]:
    """First word -> the most words that a known phrase beginning with it has."""
    longest: dict[str, int] = {}
    for phrase in lexicon():
        first, _, rest = phrase.partition(" ")
        longest[first] = max(longest.get(first, 1), rest.count(" ") + 2 if rest else 1)
    return longest


@cache
def _run_together() -> Mapping[str, str]:
    """Known phrases written as one word -> the phrase: "salesvol" is "sales vol"."""
    phrases = (phrase for phrase in lexicon() if " " in phrase)
    return {word: phrase for phrase in phrases if len(word := phrase.replace(" ", "")) >= _SHORTEST_RUN}


_SHORTEST_RUN = 7
_SHORT_PARTS = frozenset({"id", "no", "nr", "nm", "cd", "st", "dt", "kz", "of"})
_LONGEST_PART = 16


@lru_cache(maxsize=4096)
def unglue(word: str) -> tuple[str, ...]:
    """A word glued of known ones, taken apart in as few as can be: "custname" -> ("cust", "name"); () if it is not."""
    words = lexicon()
    best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    best[0] = ()
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - _LONGEST_PART), end - 1):
            before, part = best[start], word[start:end]
            if before is None or (len(part) < 3 and (part not in _SHORT_PARTS or start == 0)) or part not in words:
                continue
            if words[part] == "filler" and len(part) < 4 and (part != "of" or end == len(word)):
                continue
            known = best[end]
            if known is None or len(before) + 1 < len(known):
                best[end] = (*before, part)
    return best[-1] or ()


_VOWELS = re.compile("(?<=.)[aeiou]")
_SHORTEST_SKELETON = 4


@cache
def _skeletons() -> Mapping[str, str]:
    """Consonants of a known word -> its meaning, where all words with these consonants mean one thing."""
    found: dict[str, set[str]] = {}
    for word, meaning in lexicon().items():
        if len(word) > _SHORTEST_SKELETON and word.isalpha() and meaning != "filler":
            found.setdefault(_VOWELS.sub("", word), set()).add(meaning)
    return {bones: next(iter(meanings)) for bones, meanings in found.items() if len(meanings) == 1}


def _shortened(word: str) -> str:
    """The meaning of a word written without its vowels ("cmpny", "stts"); "" where there is none or two."""
    if len(word) < _SHORTEST_SKELETON or _VOWELS.search(word):
        return ""
    return _skeletons().get(word, "")


_ABBREVIATED = {
    "port": "portable",
    "dir": "direccion",
    "pos": "position",
    "imp": "importe",
    "num": "number",
    "func": "funcionarios",
    "coord": "coordinator",
}


@cache
def _by_three_letters() -> Mapping[str, Sequence[str]]:
    """First three letters -> the known words that begin with them."""
    found: dict[str, list[str]] = {}
    for word in lexicon():
        found.setdefault(word[:_SHORTEST_START], []).append(word)
    return found


_SHORTEST_START = 3


def begun(start: str) -> Sequence[str]:
    """The known words and phrases that begin with three or more letters."""
    return [word for word in _by_three_letters().get(start[:_SHORTEST_START], ()) if word.startswith(start)]


@lru_cache(maxsize=1024)
def completed(start: str) -> str | None:
    """The known word that an abbreviation with a dot begins ("Desig." is designation), if they all mean one thing."""
    if start in _ABBREVIATED:
        return _ABBREVIATED[start]
    if len(start) < 3 or start in lexicon():
        return None
    words = [word for word in begun(start) if word.isalpha()]
    if not words or len({lexicon()[word] for word in words}) > 1:
        return None
    return words[0]


_HEADS = ("email", "phone", "mobile", "telefon", "notes", "comments")


def tokens(normal: str, *, heads: bool = True) -> list[tuple[str, str]]:
    """(word or phrase, meaning) of a normalised header; meaning is "" for an unknown word and "1".."99" for a number.

    With `heads`, an unknown word that ends in "email" or "phone" is two words: "momemail".
    """
    words, lengths = lexicon(), _phrase_lengths()
    left = " ".join(word if word in words else _LONG_FORMS.get(word, word) for word in normal.split()).split()
    if not normal.isascii() or not left:
        return []
    found: list[tuple[str, str]] = []
    position = 0
    while position < len(left):
        word = left[position]
        for length in range(min(lengths.get(word, 0), len(left) - position), 0, -1):
            phrase = " ".join(left[position : position + length])
            if phrase in words:
                found.append((phrase, words[phrase]))
                position += length
                break
        else:
            position += 1
            if word.isdigit():
                found.append((word, word))
                position += position < len(left) and left[position] == _ENDINGS.get(word)
            elif ordinal := _ORDINALS.get(word):
                found.append((word, ordinal))
            elif phrase := _run_together().get(word, ""):
                found.append((phrase, words[phrase]))
            elif len(word) >= 5 and (parts := unglue(word)):
                found.extend(tokens(" ".join(parts)))
            elif heads and (head := next((one for one in _HEADS if word.endswith(one) and word != one), None)):
                found.extend([(word.removesuffix(head), ""), (head, words[head])])
            else:
                found.append((word, _shortened(word)))
    return found


# Short forms that stand in many phrases.
_LONG_FORMS = {
    "mktg": "marketing", "mkt": "marketing", "mkting": "marketing", "mgr": "manager", "mngr": "manager",
    "atty": "attorney",
    "addtl": "additional", "addl": "additional", "prelim": "preliminary", "coord": "coordinator", "tech": "technician",
    "rcvd": "received", "inq": "inquiry", "postadres": "correspondence adres",
    "postanschrift": "correspondence address", "bezoekadres": "visiting adres",
    "cust": "customer", "appl": "applicant", "resp": "responsible", "assgn": "assigned",
    "assgnd": "assigned", "asgnd": "assigned", "assn": "association", "dlr": "dealer", "grp": "group", "ltd": "limited",
}  # fmt: skip
_ENDINGS = {"1": "st", "2": "nd", "3": "rd", "4": "th"}
_ORDINALS = {"one": "1", "two": "2", "three": "3", "four": "4", "1st": "1", "2nd": "2", "3rd": "3"}
