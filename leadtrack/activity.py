"""Contact attempts and notes: their kinds and outcomes, and how fast a rep was."""

from collections.abc import Iterable
from datetime import datetime

from leadtrack.errors import BadRequest

# A person who turns to a lead in one of these ways has made a contact attempt.
ATTEMPTS = ("call", "email", "text", "meeting")

OUTCOMES = (
    "answered", "voicemail", "no answer", "busy", "wrong number", "sent", "replied", "bounced",
    "interested", "not interested", "later", "booked", "held", "no show",
)  # fmt: skip


def kind(text: str) -> str:
    """A way of contact as it is stored ("E-Mail" is "email"). Raises BadRequest, listing what there is."""
    wanted = text.strip().casefold().replace("-", "")
    wanted = {"sms": "text", "mail": "email", "phone": "call", "visit": "meeting"}.get(wanted, wanted)
    if wanted not in ATTEMPTS:
        raise BadRequest(f"{text!r} is no way of contact; choose one of {', '.join(ATTEMPTS)} (a note: leadtrack note)")
    return wanted


def outcome(text: str) -> str:
    """An outcome as it is stored. Raises BadRequest, listing what there is."""
    wanted = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    if wanted not in OUTCOMES:
        raise BadRequest(f"{text!r} is no outcome; choose one of {', '.join(OUTCOMES)}")
    return wanted


def median_seconds(spans: Iterable[tuple[datetime, datetime]]) -> float | None:
    """The median length of spans (from, to), in seconds; None without any."""
    seconds = sorted((to - start).total_seconds() for start, to in spans)
    if not seconds:
        return None
    # not from `statistics`, which takes longer to load than a report takes
    return (seconds[(len(seconds) - 1) // 2] + seconds[len(seconds) // 2]) / 2
