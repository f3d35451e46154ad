"""Words cut short with a dot: "Loc." may be a locality or a location, "Dip." employees or a department.

Which word was meant is told by the values of the column, and by nothing else where several fields come in question.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice, product

from leadtrack.evidence import Evidence
from leadtrack.glossary import begun, lexicon
from leadtrack.headers import Meaning, read
from leadtrack.plain import normalise
from leadtrack.readings import fits, told_by_values

_DOTTED = re.compile(r"[^\W\d_]{2,}(?=\.)")
_NOTE = re.compile(r"[(\[{][^)\]}]*[)\]}]")
# Short forms that do not begin the word that they stand for.
_CONTRACTED = {
    "cd": ("ciudad",),
    "ag": ("agente",),
    "pr": ("provincia",),
    "activ": ("actividad",),
    "loc": ("locality", "location"),
    "pob": ("poblacion",),
    "pcia": ("provincia",),
    "pza": ("calle",),
    "avda": ("avenida",),
    "mpio": ("municipio",),
    "dto": ("departamento",),
    "gde": ("gemeinde",),
    "lkr": ("landkreis",),
    "ste": ("societe",),
    "ets": ("etablissement",),
}
_SHORTEST = 3
_MOST_WORDS = 4
_MOST_WAYS = 24
_LITTLE = frozenset({"de", "del", "della", "do", "da", "di", "d", "du", "des", "of", "la", "le", "l", "el", "e", "et"})


def spelled_out(header: str, meaning: Meaning, look: Evidence) -> Meaning | None:
    """The meaning of a header with its dotted words in full, where the values of the column confirm it."""
    if "." not in header or not look.count:
        return None
    dotted = {normalise(word) for word in _DOTTED.findall(header)}
    words = normalise(_NOTE.sub(" ", header)).split()
    if not dotted or len(words) > _MOST_WORDS:
        return None
    if meaning.settled and "other" in meaning.concepts and len(words) > 1:
        return None
    known = meaning.settled and meaning.field
    if known and (len(words) > 1 or told_by_values(meaning.field or "", look)):
        return None
    phrases = _phrases(tuple(words), frozenset(dotted))
    options = [[word] if word not in dotted else [*_completions(word), word] for word in words]
    ways = [*phrases, *(" ".join(way) for way in islice(product(*options), _MOST_WAYS))]
    read_ways = [one for way in ways if (one := read(way)).settled]
    named = [one for one in read_ways if one.field and fits(one.field, look)]
    told = [one for one in named if told_by_values(one.field or "", look)]
    chosen = told if told else [] if known else named
    # "App. / Suite" says one thing twice
    twice = {lexicon()[full] for word in dotted for full in _completions(word)} & meaning.concepts
    same = [one for one in named if meaning.unknown and twice and one.concepts == meaning.concepts]
    if same:
        chosen = same
    if len({one.field for one in chosen}) != 1:
        return None
    # "Par. Name" may be a parent's, however well the values fit a name
    sure = same or phrases or (told and len(words) == 1)
    doubtful = not sure and any("other" in one.concepts for one in read_ways)
    if doubtful:
        return None
    best = max(chosen, key=lambda one: one.confidence)
    return Meaning(
        best.field,
        min(best.confidence, 0.8 if told or phrases else 0.6),
        "an abbreviation, and the values fit",
        settled=True,
        which=best.which,
        ordinal=best.ordinal,
        line=best.line,
        concepts=best.concepts,
    )


@lru_cache(maxsize=1024)
def _completions(start: str) -> Sequence[str]:
    """The known words that one cut short may be, one for each meaning."""
    if start in _CONTRACTED:
        return _CONTRACTED[start]
    if len(start) < _SHORTEST:
        return ()
    found: dict[str, str] = {}
    for word in begun(start):
        if word != start and " " not in word and lexicon()[word] != "filler":
            found.setdefault(lexicon()[word], word)
    return tuple(found.values())


@cache
def _by_first_letters() -> dict[str, list[tuple[str, ...]]]:
    """Phrases by the first letters of their words, without the little ones: "sm" -> settore merceologico."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon():
        if " " in phrase:
            parts = tuple(part for part in phrase.split() if part not in _LITTLE)
            if len(parts) > 1:
                found.setdefault("".join(part[0] for part in parts), []).append(parts)
    return found


@lru_cache(maxsize=1024)
def _phrases(words: tuple[str, ...], dotted: frozenset[str]) -> Sequence[str]:
    """The known phrases that a header has short forms of: "sett merceol" -> "settore merceologico"."""
    words = tuple(word for word in words if word not in _LITTLE)
    if len(words) < 2:
        return ()
    found = []
    for parts in _by_first_letters().get("".join(word[0] for word in words), ()):
        pairs = zip(words, parts, strict=True)
        if all(part == word or (word in dotted and part.startswith(word)) for word, part in pairs):
            found.append(" ".join(parts))
    return tuple(found)
