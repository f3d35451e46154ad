"""What a header says, word by word: "E-mail 1 - Value" is the first e-mail address, "Mum email" is somebody else's.

A header is normalised to plain words, the words are looked up in the lexicon (`spellings.py`), and the meanings
together name a field, or none. Headers that speak of permission to write or to call are read first, by `permission`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from leadtrack import spellings
from leadtrack.permission import permission
from leadtrack.plain import normalise

_NOTE = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_EITHER = re.compile(r"\s*[/|,;&+]\s*|\s+(?:and|or|und|oder|et|ou)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A header read: the field that it names (None: none of ours), and how sure its words are.

    `settled` says that the words are understood and the answer stands, also when it is "none of our fields";
    `which` is "home", "work", ... or "", `ordinal` the number in "Phone 2" (1 where there is none), `line` whether that
    number counts lines of one address ("Address 2") and not addresses; `parts` the fields in "City / State".
    """

    field: str | None
    confidence: float = 0.0
    why: str = ""
    settled: bool = False
    which: str = ""
    ordinal: int = 1
    line: bool = False
    parts: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()


@cache
def lexicon() -> Mapping[str, str]:
    """Each known word or phrase, folded -> its meaning ("whose", "filler", "which:home" among them)."""
    words: dict[str, str] = {}

    def add(meaning: str, listed: str) -> None:
        for word in listed.split(","):
            spelled = {word, word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")}
            for one in spelled:
                words.setdefault(normalise(one), meaning)

    for meaning, listed in spellings.LEXICON.items():
        add(meaning, listed)
    for which, (listed, _) in spellings.WHICH.items():
        add(f"which:{which}", listed)
    add("whose", spellings.WHOSE)
    add("filler", spellings.FILLERS)
    return words


@cache
def patterns() -> Mapping[frozenset[str], tuple[str, float]]:
    """Sets of meanings -> (field, confidence)."""
    found: dict[frozenset[str], tuple[str, float]] = {}
    for field, listed in spellings.PATTERNS.items():
        for pattern in listed.split("|"):
            meanings, _, confidence = pattern.strip().partition(":")
            found.setdefault(frozenset(meanings.split()), (field, float(confidence or 0.95)))
    return found


@cache
def _longest_phrase() -> int:
    return max(phrase.count(" ") + 1 for phrase in lexicon())


_SHORT_PARTS = frozenset({"id", "no", "nr", "nm", "cd", "st"})


@lru_cache(maxsize=4096)
def unglue(word: str) -> tuple[str, ...]:
    """A word glued of known ones, taken apart in as few as can be: "custname" -> ("cust", "name"); () if it is not."""
    words = lexicon()
    best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    best[0] = ()
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - 16), end - 1):
            before, part = best[start], word[start:end]
            if before is None or (len(part) < 3 and (part not in _SHORT_PARTS or start == 0)) or part not in words:
                continue
            if words[part] == "filler" and len(part) < 4:
                continue
            known = best[end]
            if known is None or len(before) + 1 < len(known):
                best[end] = (*before, part)
    return best[-1] or ()


_HEADS = ("email", "phone", "mobile", "telefon")


def _tokens(normal: str) -> list[tuple[str, str]]:
    """(word or phrase, meaning); meaning is "" for a word that nobody knows and "1".."99" for a number."""
    words, limit = lexicon(), _longest_phrase()
    left = normal.split()
    if not normal.isascii() or not left:
        return []
    found: list[tuple[str, str]] = []
    position = 0
    while position < len(left):
        for length in range(min(limit, len(left) - position), 0, -1):
            phrase = " ".join(left[position : position + length])
            if phrase in words:
                found.append((phrase, words[phrase]))
                position += length
                break
        else:
            word = left[position]
            position += 1
            if word.isdigit():
                found.append((word, word))
            elif len(word) >= 5 and (parts := unglue(word)):
                found.extend((part, words[part]) for part in parts)
            elif head := next((head for head in _HEADS if word.endswith(head) and len(word) > len(head) + 2), None):
                found.extend([(word.removesuffix(head), ""), (head, words[head])])
            else:
                found.append((word, ""))
    return found


def read(header: str, *, correct: Mapping[str, str] | None = None) -> Meaning:
    """The meaning of one header. `correct` maps words that nobody knows to the known word that they are typos of."""
    bare = _NOTE.sub(" ", header)
    normal = normalise(bare if normalise(bare) else header)
    if correct:
        normal = " ".join(correct.get(word, word) for word in normal.split())
    allowed = permission(header)
    if allowed is not None:
        return Meaning(allowed or None, 0.95 if allowed else 0.0, "known spelling" if allowed else "", settled=True)
    sides = [side for side in _EITHER.split(bare) if normalise(side)]
    if len(sides) > 1 and normal not in lexicon():
        combined = _either(sides)
        if combined is not None:
            return combined
    return _read_words(normal)


def _either(sides: list[str]) -> Meaning | None:
    """ "City, State ZIP" and "Name / Company": several things in one column; None where all sides say one thing."""
    read_sides = [_read_words(normalise(side)) for side in sides]
    fields = {side.field for side in read_sides if side.field}
    if len(fields) < 2 or fields == {"state", "county"} or fields <= {"country", "state"}:
        return None
    if fields == {"state", "status"} and any("estado" in side.concepts for side in read_sides):
        return Meaning("state", 0.9, "known spelling", settled=True)
    parts = frozenset(fields)
    if fields == {"phone", "mobile"}:
        return Meaning("phone", 0.85, "known words", settled=True, parts=parts)
    if fields == {"first_name", "last_name"}:
        return Meaning("full_name", 0.9, "first and last name", settled=True, parts=parts)
    if fields <= {"city", "state", "postal_code", "country"} and "city" in fields:
        return Meaning("city", 0.85, "city and state in one", settled=True, parts=parts)
    if "street" in fields and fields <= {"street", "city", "state", "postal_code", "country"}:
        return Meaning("street", 0.85, "a whole address", settled=True, parts=parts)
    return Meaning(None, settled=True, parts=parts)


# Who did it, and not when.
_BY = frozenset({"by", "von", "par", "por", "da", "door"})
# What may stand beside a field without changing it: "Est. annual revenue".
_SOFT = ("expected", "number", "annual")
# A second one of these is something else ("Name 2" of a German company is its branch).
_ONE_ONLY = frozenset({"full_name", "first_name", "last_name", "company", "title", "industry"})
_CITY_AND = frozenset({"city", "state", "zip", "country", "region", "county"})


@lru_cache(maxsize=4096)
def _read_words(normal: str) -> Meaning:
    if normal in spellings.ALONE:
        field = spellings.ALONE[normal]
        return Meaning(field, 0.95 if field else 0.0, "known spelling" if field else "", settled=True)
    concepts, unknown, which, ordinal, last_number, whose = set[str](), list[str](), "", 1, -1, False
    tokens = _tokens(normal)
    for place, (word, meaning) in enumerate(tokens):
        if meaning.isdigit():
            ordinal, last_number = int(meaning), place
        elif meaning.startswith("which:"):
            which = which or meaning.removeprefix("which:")
        elif meaning == "whose":
            whose = True
        elif not meaning:
            unknown.append(word)
        elif meaning != "filler":
            concepts.add(meaning)
    if last_number >= 0 and "value" in concepts and {"email", "phone", "web", "address"} & concepts:
        concepts.discard("value")
    if "business" in concepts and not concepts <= {"business", "name", "company", "industry"}:
        concepts.discard("business")
        which = which or "work"
    if "deal" in concepts and not concepts <= {"deal", "title", "name", "number", "date"}:
        concepts.discard("deal")
    meanings = frozenset(concepts)
    loss = spellings.WHICH[which][1] if which else 0.0
    loss += 0.15 if ordinal == 2 else 0.2 if ordinal > 2 else 0.0
    line = bool(meanings & {"street", "address", "line"}) and last_number == len(tokens) - 1
    if "created" in meanings and tokens[-1][0] in _BY:
        return Meaning(None, settled=True, concepts=meanings)
    found = patterns().get(meanings)
    if found is None and not unknown:
        found = next((one for soft in _SOFT if soft in meanings and (one := patterns().get(meanings - {soft}))), None)
    if found and ordinal > 1 and found[0] in _ONE_ONLY:
        return Meaning(None, settled=True, concepts=meanings)
    if found is None and not unknown and {"city"} < meanings <= _CITY_AND:
        return Meaning(
            "city", 0.85, "city and state in one", True, which, parts=frozenset({"city", "state"}), concepts=meanings
        )
    common = {"which": which, "ordinal": ordinal, "line": line}
    if "unit" in meanings and len(meanings) == 1 and not unknown:
        return Meaning("street", 0.6, "part of the address", True, which, 2, True, concepts=meanings)
    if unknown or found is None:
        field, confidence = found if found else (None, 0.0)
        soft = 0.55 if field == "notes" else 0.4
        known_badly = bool(unknown) and field is not None
        return Meaning(
            field if known_badly else None,
            min(confidence - loss, soft) if known_badly else 0.0,
            "one word of it is known" if known_badly else "",
            settled=not unknown and bool(meanings),
            concepts=meanings,
            unknown=tuple(unknown),
            which=which,
            ordinal=ordinal,
            line=line,
        )
    field, confidence = found
    if meanings == {"name"} and whose:
        confidence = 0.93
    return Meaning(field, confidence - loss, "known spelling", settled=True, concepts=meanings, **common)  # type: ignore[arg-type]


def words_unknown(header: str) -> tuple[str, ...]:
    """The words of a header that are in no lexicon: what may be a typo."""
    return _read_words(normalise(_NOTE.sub(" ", header))).unknown
