"""Contacts and notes: their kinds, natures and outcomes, what an outcome calls for, and how fast a rep was."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from leadtrack.errors import BadRequest

# A person who turns to a lead in one of these ways has made a contact attempt.
ATTEMPTS = ("call", "email", "text", "meeting")
_OTHER_KINDS = {"sms": "text", "mail": "email", "phone": "call", "phone call": "call", "visit": "meeting"}

# What comes in may be this.
NATURES = ("inquiry", "comment", "complaint", "price request", "reply")
_OTHER_NATURES = {
    "question": "inquiry", "enquiry": "inquiry", "feedback": "comment", "remark": "comment", "answer": "reply",
    "price": "price request", "quote request": "price request", "pricing": "price request",
}  # fmt: skip


class Outcome(NamedTuple):
    """`reached`: the lead itself was spoken to, or answered. `calls_for`: the command that it calls for, if any."""

    reached: bool
    calls_for: str | None


_AGAIN = "leadtrack remind {lead} tomorrow 'try again'"
_ON = "leadtrack stage {lead} {next}"

OUTCOMES: dict[str, Outcome] = {
    "answered": Outcome(True, _ON),
    "voicemail": Outcome(False, _AGAIN),
    "no answer": Outcome(False, _AGAIN),
    "busy": Outcome(False, _AGAIN),
    "wrong number": Outcome(
        False, "leadtrack edit {lead} phone=NUMBER, or leadtrack junk {lead} --reason 'wrong number'"
    ),
    "sent": Outcome(False, None),
    "replied": Outcome(True, _ON),
    "bounced": Outcome(False, "leadtrack edit {lead} email=ADDRESS"),
    "interested": Outcome(True, _ON),
    "not interested": Outcome(True, "leadtrack disqualify {lead} --reason 'not interested'"),
    "later": Outcome(True, "leadtrack nurture {lead} --until 'in 6 months'"),
    "booked": Outcome(True, "leadtrack remind {lead} WHEN 'the meeting'"),
    "held": Outcome(True, _ON),
    "no show": Outcome(False, "leadtrack remind {lead} tomorrow 'find another time'"),
}


def kind(text: str) -> str:
    """A way of contact as it is stored ("E-Mail" is "email"). Raises BadRequest, listing what there is."""
    wanted = text.strip().casefold().replace("-", "")
    wanted = _OTHER_KINDS.get(wanted, wanted)
    if wanted not in ATTEMPTS:
        raise BadRequest(f"{text!r} is no way of contact; choose one of {', '.join(ATTEMPTS)} (a note: leadtrack note)")
    return wanted


def outcome(text: str, own: Iterable[str] = ()) -> str:
    """An outcome as it is stored; `own` are those that the team has beside the shipped ones. Raises BadRequest."""
    wanted = _plain(text)
    for name in (*OUTCOMES, *own):
        if _plain(name) == wanted:
            return name
    raise BadRequest(
        f"{text!r} is no outcome; choose one of {', '.join((*OUTCOMES, *own))}, or make it one: leadtrack outcomes add"
    )


def nature(text: str) -> str:
    """The nature of what came in, as it is stored. Raises BadRequest, listing what there is."""
    wanted = _plain(text)
    wanted = _OTHER_NATURES.get(wanted, wanted)
    if wanted not in NATURES:
        raise BadRequest(f"{text!r} is no nature of a contact; choose one of {', '.join(NATURES)}")
    return wanted


def meaning(name: str | None, own: Mapping[str, str]) -> Outcome | None:
    """What a stored outcome means; `own` says of the team's own ones which shipped one each is like."""
    return OUTCOMES.get(own.get(name, name)) if name else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())


# -- how long ----------------------------------------------------------------------------------------------------------

_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d\d)\Z", re.ASCII)
_PARTS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)?\s*", re.ASCII)
_UNITS = {"h": 3_600, "m": 60, "s": 1}


def seconds(text: str, unit: str = "m") -> int:
    """How long a contact took, in seconds: "12 min", "1h 5m", "90s", "3:25", "01:03:25"; a bare number is of `unit`.

    Raises BadRequest.
    """
    plain = text.strip().casefold()
    if found := _CLOCK.match(plain):
        hours, minutes, rest = (int(part or 0) for part in found.groups())
        return _possible(text, hours * 3_600 + minutes * 60 + rest)
    total, at = 0.0, 0
    for part in _PARTS.finditer(plain):
        if part.start() != at:
            break
        at = part.end()
        total += float(part[1].replace(",", ".")) * _UNITS[(part[2] or unit)[0]]
    if not plain or at != len(plain):
        raise BadRequest(f"{text!r} is no duration; write 12 min, 1h 5m, 90s or 3:25")
    return _possible(text, round(total))


def _possible(text: str, found: int) -> int:
    if found > 7 * 86_400:
        raise BadRequest(f"{text!r} is longer than a week; no contact takes that long")
    return found


def lasted(length: int) -> str:
    """A duration in words: "40 s", "12 min", "1 h 5 min"."""
    if length < 60:
        return f"{length} s"
    hours, minutes = divmod(round(length / 60), 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "") if part)


# -- telling it --------------------------------------------------------------------------------------------------------

_SAID = {
    ("call", "out"): "called", ("email", "out"): "wrote an e-mail", ("text", "out"): "sent a text",
    ("meeting", "out"): "met the lead", ("call", "in"): "was called by the lead",
    ("email", "in"): "got an e-mail", ("text", "in"): "got a text", ("meeting", "in"): "was visited by the lead",
    ("note", "out"): "noted", ("note", "in"): "noted",
}  # fmt: skip


def told(row: Mapping[str, Any]) -> str:
    """An activity as one sentence of a lead's story: "called: voicemail (40 s); asked for the price"."""
    words = _SAID[row["kind"], row["direction"]]
    if row["kind"] == "meeting" and row["outcome"] in ("booked", "no show"):
        words = "meeting"
    detail = ", ".join(part for part in (row["nature"], row["outcome"]) if part)
    words += f": {detail}" if detail else ""
    words += f" ({lasted(row['seconds'])})" if row["seconds"] else ""
    said = " - ".join(part for part in (row["subject"], row["text"]) if part)
    words += f": {said}" if said and not detail else f"; {said}" if said else ""
    return words + (f" [done: {row['action']}]" if row.get("action") else "")


def median_seconds(spans: Iterable[tuple[datetime, datetime]]) -> float | None:
    """The median length of spans (from, to), in seconds; None without any."""
    lengths = sorted((to - start).total_seconds() for start, to in spans)
    if not lengths:
        return None
    # not from `statistics`, which takes longer to load than a report takes
    return (lengths[(len(lengths) - 1) // 2] + lengths[len(lengths) // 2]) / 2
