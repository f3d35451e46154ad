"""Promises: what is due first, what is overdue, and what comes after one that comes again."""

from datetime import date, datetime, tzinfo
from typing import Any, NamedTuple

from leadtrack.errors import BadRequest
from leadtrack.periods import begins, day_of

PRIORITIES = ("high", "normal", "low")
_KNOWN = {"urgent": "high", "important": "high", "h": "high", "1": "high", "medium": "normal", "n": "normal",
          "2": "normal", "": "normal", "l": "low", "3": "low"}  # fmt: skip


class Event(NamedTuple):
    """A promise in a calendar. `begins`: its instant, of a `whole_day` the first of it; `day` is its date in the zone.

    `fate`: open, done or gone. `uid` is the same for ever, `revision` grows with every change, `changed` is the last.
    """

    uid: str
    begins: datetime
    day: str
    whole_day: bool
    title: str
    about: tuple[str, ...]
    priority: str
    fate: str
    revision: int
    changed: datetime


def priority(text: str) -> str:
    """One of PRIORITIES by its name, "urgent", or 1 to 3. Raises BadRequest."""
    word = text.strip().casefold()
    found = _KNOWN.get(word, word)
    if found not in PRIORITIES:
        raise BadRequest(f"there is no priority {text!r}; choose one of {', '.join(PRIORITIES)}")
    return found


def overdue(due: datetime, whole_day: bool, now: datetime, zone: tzinfo) -> bool:
    """Whether its time has passed; of a whole day, whether the day is over."""
    return due < (begins(day_of(now, zone), zone) if whole_day else now)


def rank(day: date, row: dict[str, Any]) -> tuple[date, int, str, int]:
    """What comes first: the earlier day, then what matters more, then the hour (a whole day before its hours)."""
    return day, PRIORITIES.index(row["priority"]), row["due_at"], row["reminder"]
