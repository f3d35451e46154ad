"""Call logs, as telephone systems and dialers export them: what their columns are, and what a row says.

A row is reached by a telephone number or an e-mail address, at an instant; everything else may be missing. The words
that systems have for direction and outcome are read as ours; an outcome that nobody knows is said to be unknown and
not guessed at.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from leadtrack import activity
from leadtrack.call_words import DO_NOT_CALL, INWARD, KINDS, MEANINGS, OUTCOMES, OUTWARD
from leadtrack.errors import BadRequest

REACHED_BY = ("number", "from", "to", "email")

_VOICEMAIL = "voicemail"


class Entry(NamedTuple):
    """What a row says; `keys` name the lead, the likeliest first: (column, cell)."""

    keys: tuple[tuple[str, str], ...]
    kind: str
    direction: str | None
    outcome: str | None
    seconds: int | None
    text: str | None
    subject: str | None
    nature: str | None
    rep: str | None
    do_not_call: bool


def columns(headers: Sequence[str | None]) -> dict[str, int]:
    """Which columns are what: meaning -> place, the first that says so.

    Raises BadRequest where no row could be placed: without a number or address, or without a time.
    """
    found: dict[str, int] = {}
    for place, header in enumerate(headers):
        what = MEANINGS.get(_folded(header or ""))
        if what and what not in found:
            found[what] = place
    if not any(name in found for name in REACHED_BY):
        raise BadRequest("no column holds the number or the e-mail address; call one Phone or E-mail")
    if not any(name in found for name in ("at", "date", "time")):
        raise BadRequest("no column says when it was; call one Date and, where it stands apart, one Time")
    return found


def unit(header: str | None) -> str:
    """What a bare number in a column of durations counts: "m" where its header says minutes, else "s"."""
    return "m" if {"min", "mins", "minutes"} & set(_folded(header or "").split()) else "s"


def when(cell: Mapping[str, str]) -> str:
    """The words that say when: one column, or day and time of day put together."""
    if cell.get("at"):
        return cell["at"]
    return " ".join(part for part in (cell.get("date"), cell.get("time")) if part)


def read(cell: Mapping[str, str], length_unit: str, own: Sequence[str]) -> Entry:
    """What the cells of a row (by meaning, stripped) say; `own` are the team's own outcomes. Raises BadRequest."""
    hints = [_folded(cell.get(name, "")) for name in ("kind", "direction", "type")]
    words = " ".join(hints).split()
    direction = next((way for way, known in (("in", INWARD), ("out", OUTWARD)) if known & set(words)), None)
    kind = next((KINDS[word] for word in words if word in KINDS), None)
    said = cell.get("outcome", "")
    outcome = _outcome(said, own)
    if outcome is None and "missed" in words:
        outcome = "no answer"
    if outcome is None and _VOICEMAIL in words:
        outcome = _VOICEMAIL
    return Entry(
        keys=_keys(cell, direction),
        kind=kind or ("email" if cell.get("email") and not any(cell.get(n) for n in REACHED_BY[:3]) else "call"),
        direction=direction,
        outcome=outcome,
        seconds=activity.seconds(cell["seconds"], length_unit) if cell.get("seconds") else None,
        text=cell.get("text") or None,
        subject=cell.get("subject") or None,
        nature=activity.nature(cell["nature"]) if cell.get("nature") else None,
        rep=cell.get("rep") or None,
        do_not_call=_folded(said) in DO_NOT_CALL,
    )


def _keys(cell: Mapping[str, str], direction: str | None) -> tuple[tuple[str, str], ...]:
    """What may name the lead. Where the direction is known, who stands on our own side of the line does not."""
    theirs = {"in": ("from",), "out": ("to",), None: ("to", "from")}[direction]
    for names in (("number", *theirs, "email"), ("from", "to")):
        if found := tuple((name, cell[name]) for name in names if cell.get(name)):
            return found
    return ()


def _outcome(text: str, own: Sequence[str]) -> str | None:
    """Our word for what a system says, None for nothing. Raises BadRequest for what nobody knows."""
    plain = _folded(text)
    if not plain:
        return None
    if plain in OUTCOMES:
        return OUTCOMES[plain]
    try:
        return activity.outcome(text, own)
    except BadRequest:
        raise BadRequest(
            f"nobody knows the outcome {text[:60]!r}; make it one: "
            f"leadtrack outcomes add {_quoted(text[:60])} --like answered"
        ) from None


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "") + "'"


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
