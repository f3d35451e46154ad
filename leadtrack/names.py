"""People's names: told apart into their parts, and mended where somebody shouted or did not care.

A name in mixed case is left as its owner wrote it. The parts are found by their place and by small tables of titles,
suffixes and particles; a name that is clearly a company's is recognised by its legal form.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from leadtrack.patterns import Pattern
from leadtrack.texts import words

PREFIXES = words(
    """mr mrs ms miss mx dr prof professor rev reverend hon sir dame lord lady capt captain col lt sgt maj gen fr mister
    madam herr frau hr fräulein dipl-ing ing mag m mme mlle monsieur madame mademoiselle maître sr sra srta señor señora
    señorita don doña dott dottssa sig sigra signor signora avv dhr mevr mevrouw drs ir shri smt sri prof.dr"""
)
SUFFIXES = words(
    """jr sr ii iii iv jnr snr esq esquire md phd dds dmd do dvm rn np pa jd llm cpa cfa cfp mba msc bsc ma ba mph pmp
    pe obe cbe mbe kbe ret usn usmc usaf edd psyd mdiv clu chfc crs gri realtor facs"""
)
# short words that are degrees only behind a comma: "Anna Ma" and "Do" are names
SUFFIXES_AFTER_COMMA_ONLY = words("ma ba do pa pe np jd realtor crs gri ret")
PARTICLES = words(
    """van von der den de del della dello dei degli di da do dos das du des la le las los ter ten te zu zum zur vom af
    av bin ibn ben bint el al y san st. st saint 't op"""
)
# those that are written small even at the beginning of a last name
SMALL_PARTICLES = words("van von der den de del dos das do da ter ten te zu zum zur vom af av bin ibn bint 't op")
MAC_NAMES = words(
    "macdonald mackenzie macleod macgregor macarthur macintyre mackay macmillan macpherson maclean macneil macdougall "
    "macfarlane macintosh maclaren macaulay macnamara macrae macdonnell macgowan"
)
ROMAN = words("ii iii iv")

# legal forms that are also names or words unless written just so, at the end
_exact_legal_form = Pattern(
    r"(?<=\s)(?:AG|KG|OHG|UG|SA|S\.A\.|SAS|NV|BV|B\.V\.|N\.V\.|SpA|S\.p\.A\.|S\.L\.|AB|Oy|ApS|A/S|Kft|e\.V\.)\Z"
)
_legal_form = Pattern(
    r"\b(?:inc|incorporated|llc|l\.l\.c|llp|ltd|limited|corp|corporation|gmbh|kgaa|sarl|s\.a\.r\.l|srl|ltda|plc|pty|pvt)\b"
    r"|& (?:co|sons)\b",
    re.IGNORECASE,
)
_pieces = Pattern(r"([\s\-‐–/&.]+)")
_elided = Pattern(r"(o|d|l|dell|all|m)(['’`´])(\w.+)\Z", re.IGNORECASE)
_marks = " .,;"


class Name(NamedTuple):
    """The parts of one person's name, each "" when absent; middle names stay with the first."""

    prefix: str
    first: str
    last: str
    suffix: str


def is_company(text: str) -> bool:
    """Whether a name carries a company's legal form ("Acme Inc", "Bäckerei Groß GmbH") and so is no person's."""
    return bool(_legal_form.search(text) or _exact_legal_form.search(text))


def _is_prefix(word: str) -> bool:
    return word.casefold().strip(_marks) in PREFIXES


def _is_suffix(word: str, after_comma: bool) -> bool:
    bare = word.casefold().replace(".", "").strip(_marks)
    return bare in SUFFIXES and (after_comma or bare not in SUFFIXES_AFTER_COMMA_ONLY)


def split(full: str, *, surnames: int = 0) -> Name:
    """The parts of a full name: "Dr. Ludwig van der Berg Jr.", "Berg, Ludwig", "Mr. Smith", "Madonna".

    `surnames` says how many last names stand before the first (name_order.surnames), where no comma does.
    """
    head, *behind = [part.strip() for part in full.split(",")]
    suffixes: list[str] = []
    while behind and (not behind[-1] or all(_is_suffix(word, True) for word in behind[-1].split())):
        suffixes[:0] = [behind[-1]] if behind[-1] else []
        behind.pop()
    while len(behind) > 1 and all(_is_suffix(word, True) for word in behind[0].split()):
        suffixes.append(behind.pop(0))
    if behind:
        first_words = " ".join(behind).split()
        last_words = head.split()
        prefix = _taken_prefix(first_words) or _taken_prefix(last_words)
        if not suffixes:
            suffixes = _taken_suffix(last_words) or _taken_suffix(first_words)
        return Name(prefix, " ".join(first_words), " ".join(last_words), ", ".join(suffixes))
    words = head.split()
    prefix = _taken_prefix(words)
    suffixes = _taken_suffix(words) + suffixes
    if len(words) < 2:
        alone = " ".join(words)
        return Name(prefix, "", alone, ", ".join(suffixes)) if prefix else Name("", alone, "", ", ".join(suffixes))
    if surnames and not shouted(words[::-1]):  # in "Jean DUPONT" the capitals tell
        border = _border(words, surnames)
        return Name(prefix, " ".join(words[border:]), " ".join(words[:border]), ", ".join(suffixes))
    start = next((i for i in range(1, len(words) - 1) if words[i].casefold() in PARTICLES), len(words) - 1)
    return Name(prefix, " ".join(words[:start]), " ".join(words[start:]), ", ".join(suffixes))


def shouted(words: Sequence[str]) -> int:
    """How many words of a name are in capitals, before others: 1 of DUPONT Jean, 2 of LE GOFF Yann, 0 of JP Roy."""
    ahead = next((i for i, word in enumerate(words) if not word.isupper()), len(words))
    if not 0 < ahead < len(words) or max(len(word) for word in words[:ahead]) < _SHORTEST_SHOUT:
        return 0
    return ahead if all(word[0].isupper() and not word.isupper() for word in words[ahead:]) else 0


# Shorter ones are initials.
_SHORTEST_SHOUT = 3


def _border(words: Sequence[str], surnames: int) -> int:
    """Where the first name begins behind that many last names, with their particles, or behind those in capitals."""
    if ahead := shouted(words):
        return ahead
    border = 0
    for _ in range(surnames):
        end = border
        while end < len(words) - 1 and words[end].casefold() in PARTICLES:
            end += 1
        if end + 1 >= len(words):
            break
        border = end + 1
    return border or len(words) - 1


_two_words = Pattern(r"([A-Z][a-z]+) ([A-Z][a-z]+)\Z")


def plain_pair(full: str) -> tuple[str, str] | None:
    """(first, last) of a full name of two plain words, as `split` has it; None when more is to be thought about."""
    found = _two_words.match(full)
    if found is None:
        return None
    first, last = found.groups()
    return (first, last) if _plain_first(first) and _plain_last(last) else None


@lru_cache(20_000)
def _plain_first(word: str) -> bool:
    return not _is_prefix(word) and not is_company(word)


@lru_cache(20_000)
def _plain_last(word: str) -> bool:
    return not is_company(f"A {word}")


def _taken_prefix(words: list[str]) -> str:
    taken: list[str] = []
    while len(words) > 1 and _is_prefix(words[0]):
        taken.append(words.pop(0))
    return " ".join(taken)


def _taken_suffix(words: list[str]) -> list[str]:
    taken: list[str] = []
    while len(words) > 2 and _is_suffix(words[-1], False):
        taken.insert(0, words.pop())
    return [" ".join(taken)] if taken else []


def mend_case(name: str, *, given: bool = False) -> str:
    """A name in its usual capitals when it is all upper or all lower case; any other is left alone.

    `given`: a first name, of which two capitals ("JJ", "DJ") may be initials.
    """
    if given and len(name) == 2 and name.isupper() and not set(name) & set("AEIOUYÄÖÜ"):
        return name
    if not (name.isupper() or name.islower()) or (len(name) < 2 and name.isupper()):
        return name
    pieces = _pieces.split(name)
    last = len(pieces) - 1
    return "".join(
        piece if i % 2 else _word_in_case(piece, i == 0, i == last, pieces[i + 1] if i < last else "")
        for i, piece in enumerate(pieces)
    )


def _word_in_case(word: str, first: bool, last: bool, behind: str) -> str:
    small = word.lower()
    if small in ROMAN and not first:
        return small.upper()
    if small in PARTICLES and not last and behind.isspace() and (not first or small in SMALL_PARTICLES):
        return small
    if elided := _elided.match(small):
        return elided[1].capitalize() + elided[2] + elided[3].capitalize()
    if small.startswith("mc") and len(small) > 4:
        return "Mc" + small[2:].capitalize()
    if small in MAC_NAMES:
        return "Mac" + small[3:].capitalize()
    return small.capitalize()
