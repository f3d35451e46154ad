"""A story for people: when, who, what, one paragraph for each thing that happened, no wider than the window."""

from collections.abc import Iterable, Mapping
from datetime import tzinfo
from typing import Any

from leadtrack.render.cells import moment
from leadtrack.render.escapes import safe
from leadtrack.render.tables import breadth

_WHEN, _GAP = 16, "  "
_WHO = 18  # cells that a name takes at most


def story(lines: Iterable[Mapping[str, Any]], zone: tzinfo, width: int) -> str:
    """Lines with at, who and what as text; `width` in character cells."""
    told = [(_when(line["at"], zone), safe(line["who"] or ""), safe(line["what"])) for line in lines]
    names = min(max((breadth(who) for _, who, _ in told), default=0), _WHO)
    indent = " " * _WHEN + _GAP + (" " * names + _GAP if names else "")
    room = max(20, width - len(indent))
    found = ["Story", ""]
    for when, who, what in told:
        name = _cut(who, names)
        head = f"{when:<{_WHEN}}{_GAP}" + (name + " " * (names - breadth(name)) + _GAP if names else "")
        first, *rest = _wrapped(what, room)
        found += [head + first, *(indent + line for line in rest)]
    return "\n".join(line.rstrip() for line in found) + "\n"


def _when(at: str, zone: tzinfo) -> str:
    read = moment(at, zone)
    return read if isinstance(read, str) else f"{read:%Y-%m-%d %H:%M}"


def _cut(text: str, room: int) -> str:
    if breadth(text) <= room:
        return text
    while text and breadth(text) > room - 1:
        text = text[:-1]
    return text + "…"


def _wrapped(text: str, room: int) -> list[str]:
    """The text in lines of at most `room` cells, broken at blanks, and inside a word that is longer than a line."""
    lines = [""]
    for word in text.split(" "):
        if breadth(lines[-1]) + breadth(word) + bool(lines[-1]) <= room:
            lines[-1] += (" " if lines[-1] else "") + word
            continue
        if lines[-1] and breadth(word) <= room:
            lines.append("")
        for letter in (" " if lines[-1] else "") + word:
            if breadth(lines[-1]) + breadth(letter) > room:
                lines.append("")
            lines[-1] += letter
    return lines
