"""What now? The order in which a rep's leads earn most, and why each stands where it does.

Promises that are due come first, then new leads inside the first five minutes, in which the odds of reaching anybody
are best (Oldroyd, MIT and InsideSales 2007), then hot leads, then those that lie, then the rest by score. Who was
promised something for later waits till then, and who was just tried waits a day, unless it answered since.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from leadtrack.instants import from_iso
from leadtrack.reminders import PRIORITIES
from leadtrack.scoring import Score, ago, lasting

GROUPS = ("promised", "new", "hot", "stale", "rest")
WINDOW = timedelta(minutes=5)
PAUSE = timedelta(hours=20)  # after an attempt; so that a lead tried yesterday afternoon is there again this morning

# What somebody did after a reply answers it: tried to reach the lead, moved it on, or promised something for later.
_ANSWERS = ("last_attempt_at", "stage_since", "promised_at")


class Place(NamedTuple):
    """Where a lead stands: the smaller `key` comes first; `why` says it in a few words."""

    key: tuple[Any, ...]
    group: str
    why: str


def arrived(lead: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """A lead that says it will come in the future (created_at, stage_since) came when it was taken in (made_at)."""
    came = {name: lead["made_at"] for name in ("created_at", "stage_since") if lead[name] and _later(lead[name], now)}
    return {**lead, **came}


def promised(reminder: Mapping[str, Any], now: datetime, today: datetime) -> Place:
    """A lead with a reminder that is due: reminder, due_at, whole_day, priority. `today` is the day's first instant."""
    due = from_iso(reminder["due_at"])
    if reminder["whole_day"]:
        late = max(1, round((today - due) / timedelta(days=1))) if due < today else 0
        when = f"due {late} days ago" if late > 1 else "due yesterday" if late else "due today"
    else:
        when = f"due {ago(due, now)}" if now - due >= timedelta(minutes=1) else "due now"
    rank = PRIORITIES.index(reminder["priority"])
    weight = "" if reminder["priority"] == "normal" else f", {reminder['priority']} priority"
    return Place((0, rank, reminder["due_at"], reminder["reminder"]), "promised", when + weight)


def place(lead: Mapping[str, Any], score: Score, now: datetime) -> Place | None:
    """Where a lead without a due promise stands; None for one that is to be left alone now.

    `lead` has created_at, attempts, last_attempt_at, replied_at, last_touch_at, stage_since,
    next_reminder_at, promised_at (when its last open promise was made), stage, kind, rest_days, and action_from (from
    when on the stage's next action is due, or None).
    """
    created, tried, replied = (_instant(lead[name]) for name in ("created_at", "last_attempt_at", "replied_at"))
    assert created is not None
    if replied and lead["replied_at"] > max(lead[name] or "" for name in _ANSWERS):
        return Place((2, 0, -score.score, lead["lead"]), "hot", f"replied {ago(replied, now)}, not answered yet")
    if lead["kind"] != "open" or _later(lead["next_reminder_at"], now):
        return None
    if not lead["attempts"] and len(lead["created_at"]) > 10 and now - created < WINDOW:
        left = WINDOW - (now - created)
        return Place((1, lead["created_at"], lead["lead"]), "new", f"new, {_minutes(left)} of its first 5 min left")
    stale = _stale(lead, now)
    just_tried = tried is not None and now - tried < PAUSE
    if not stale and (just_tried or _later(lead["action_from"], now)):
        return None
    if score.temperature == "hot":
        told = ", as a rep says" if score.told else ""
        return Place((2, 1, -score.score, lead["lead"]), "hot", f"hot{told}, {_last(lead, now)}")
    if stale:
        return Place((3, -score.score, lead["lead"]), "stale", stale)
    return Place((4, -score.score, lead["lead"]), "rest", f"{score.temperature}, {_last(lead, now)}")


def _stale(lead: Mapping[str, Any], now: datetime) -> str | None:
    """Why a lead is stale, in words; None where it is not."""
    if lead["rest_days"] is None:
        return None
    last = _instant(max(lead["last_touch_at"] or lead["stage_since"], lead["stage_since"]))
    if last is None or now - last <= timedelta(days=lead["rest_days"]):
        return None
    lies = lasting((now - last).total_seconds())
    if not lead["attempts"]:
        return f"never tried in {lies}"
    return f"nothing for {lies}; {lead['stage']} allows {lead['rest_days']:g}"


def _last(lead: Mapping[str, Any], now: datetime) -> str:
    if lead["last_attempt_at"]:
        return f"last tried {ago(from_iso(lead['last_attempt_at']), now)}"
    came = from_iso(lead["created_at"])
    known = len(lead["created_at"]) > 10 or now - came > timedelta(days=2)  # of a day the hours say nothing
    return f"came {ago(came, now)}, not tried yet" if known else "not tried yet"


def _minutes(left: timedelta) -> str:
    minutes, seconds = divmod(int(left.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"


def _later(at: str | None, now: datetime) -> bool:
    return bool(at and from_iso(at) > now)


def _instant(at: str | None) -> datetime | None:
    return from_iso(at) if at else None
