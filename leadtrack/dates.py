"""Dates as people say them: "in 6 months", "next tuesday 9:00", "last quarter". docs/dates.md lists every form.

Instants are aware datetimes in UTC, kept as "2026-03-31T14:00:00Z". Days and times of day are the team's `zone`'s.
Ranges are [start, end). The common forms are read here; what is left, other languages above all, goes to dateparser.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from leadtrack.days import DAYS, move, moved, read_day
from leadtrack.foreign_dates import guess
from leadtrack.instants import BadDate, from_iso, iso
from leadtrack.periods import (
    DAY_NAMES,
    Length,
    add_days,
    begins,
    calendar_period,
    day_bounds,
    day_of,
    length,
)

if TYPE_CHECKING:
    from leadtrack.hours import Workweek

__all__ = [
    "BadDate",
    "When",
    "comes_again",
    "day_bounds",
    "day_of",
    "due_window",
    "from_iso",
    "iso",
    "parse",
    "period",
]

LONGEST = 100
# the hour a part of the day stands for
PARTS_OF_DAY = {"noon": 12, "midday": 12, "morning": 9, "afternoon": 14, "evening": 18, "tonight": 20, "night": 20}
LATE = ("afternoon", "evening", "tonight", "night")
CLOCK = (
    r"(?P<hour>[0-9]{1,2})(?:[:h](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)? ?(?P<half>am|pm)?"
    r"| ?(?P<only>am|pm))"
)
BARE_HOUR = r"(?P<hour>[0-9]{1,2})"
ISO_TIME = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
ISO_OFFSET = r"z|utc|gmt|[+-][0-9]{2}:?[0-9]{2}"
PART_OF_DAY = rf"(?:(?:in the|this) )?(?P<part>{'|'.join(PARTS_OF_DAY)})"


AGAIN = (
    r"\b(?:every|each|daily|weekly|biweekly|fortnightly|monthly|quarterly|half-yearly|yearly|annually)\b"
    rf"|^\s*(?:on )?(?:{'|'.join(DAY_NAMES)})s\b"
)


class When(NamedTuple):
    """An instant in UTC; `whole_day` when only its day is known: `at` is then that day's first instant in the zone."""

    at: datetime
    whole_day: bool


def parse(text: str, *, now: datetime, zone: tzinfo, past: bool = False, week: "Workweek | None" = None) -> When:
    """Read a date or an instant as a person writes it; docs/dates.md lists the forms.

    `past` tells that it has happened: a day without a year, a bare weekday and a bare "2 weeks" are then the latest one
    and not the next. `week` tells which days are worked (None: Monday to Friday). Raises BadDate, and nothing else, for
    what cannot be read or has two readings.
    """
    words = _plain(text)
    try:
        when = _instant(words, now, zone, past, week) or _day_and_clock(words, day_of(now, zone), zone, past, week)
        found = None if when else guess(words, now=now, zone=zone, past=past)
        when = When(*found) if found else when
    except (ValueError, OverflowError):
        # a 13th month, a 30 February, a year 10000
        raise _unreadable(text) from None
    if not when:
        raise _unreadable(text)
    return when


def comes_again(text: str) -> bool:
    """Whether a text speaks of a repetition, which repeat_words.py reads: "every monday", "monthly", "mondays"."""
    return bool(re.search(AGAIN, text, re.IGNORECASE))


def period(
    since: str | None, until: str | None, *, now: datetime, zone: tzinfo, week: "Workweek | None" = None
) -> tuple[datetime | None, datetime | None]:
    """[start, end) in UTC from the first instant of `since` to the last of `until`; None where there is no bound.

    Either may be a period ("last month", "2026-Q1", "2026-03"), a length of time before now ("90d", "3 months": counted
    from now's day, hours from now) or whatever `parse` reads. A day or period named by `until` belongs to it whole; an
    instant ("2026-03-31 14:30") does not. `week` says when weeks begin and which days are worked. Raises BadDate, also
    when `until` ends before `since` begins.
    """
    start = None if since is None else _bounds(since, now, zone, week)[0]
    end = None if until is None else _bounds(until, now, zone, week)[1]
    if start and end and end <= start:
        raise BadDate(f"{_shown(str(until))} ends before {_shown(str(since))} begins; exchange the two")
    return start, end


def due_window(
    text: str, *, now: datetime, zone: tzinfo, week: "Workweek | None" = None
) -> tuple[datetime | None, datetime]:
    """[start, end) in UTC of the due times meant by "today", "week", "overdue", "tomorrow", "next week", a date, ...

    Without a start it includes all that is overdue: "today", "week" (today and the six days after; "7 days" likewise),
    "overdue", and instants ("friday 9:00": what is due by then). Raises BadDate.
    """
    words = _plain(text)
    today = day_of(now, zone)
    if words in ("overdue", "late", "now"):
        return None, now.astimezone(UTC)
    if words == "today":
        return None, day_bounds(today, zone)[1]
    if words == "week":
        return None, begins(add_days(today, 7), zone)
    try:
        ahead = re.fullmatch(r"(?:next |within )?(.+)", words)
        lasting = length(ahead[1]) if ahead and words not in DAYS else None
        if lasting:
            if lasting.of_clock:
                return None, _move_instant(now, lasting, 1, zone, week)
            return None, begins(move(today, lasting, 1, week), zone)
        named = calendar_period(words, today, first_day=_first_day(week))
    except (ValueError, OverflowError):
        raise _unreadable(text) from None
    if named:
        return begins(named[0], zone), begins(named[1], zone)
    when = parse(text, now=now, zone=zone, week=week)
    return day_bounds(day_of(when.at, zone), zone) if when.whole_day else (None, when.at)


def _bounds(text: str, now: datetime, zone: tzinfo, week: "Workweek | None") -> tuple[datetime, datetime]:
    """[start, end) of a period, a day or an instant; all of the past unless it says otherwise."""
    words = _plain(text)
    today = day_of(now, zone)
    try:
        lasting = length(re.sub(r"^(?:the )?(?:last|past) | ago$", "", words))
        if lasting and lasting.of_clock:
            at = _move_instant(now, lasting, -1, zone, week)
            return at, at
        if lasting:
            return day_bounds(move(today, lasting, -1, week), zone)
        named = calendar_period(words, today, past=True, first_day=_first_day(week))
    except (ValueError, OverflowError):
        raise _unreadable(text) from None
    if named:
        return begins(named[0], zone), begins(named[1], zone)
    when = parse(text, now=now, zone=zone, past=True, week=week)
    return day_bounds(day_of(when.at, zone), zone) if when.whole_day else (when.at, when.at)


def _first_day(week: "Workweek | None") -> int:
    return week.first_day if week else 0


def _plain(text: str) -> str:
    """Lower case, single spaces, no commas but decimal ones, no leading "on" or "by", "in 3d" for "+3d".

    BadDate for none or too many.
    """
    words = " ".join(re.sub(r",(?=\s|$)", " ", text.lower()).split())
    words = re.sub(r"\b([ap])\.m\.?(?=\s|$)", r"\1m", words)
    words = re.sub(r"\b(?:um )?([0-9]{1,2})(?:[.:]([0-9]{2}))? uhr\b", lambda at: f"{at[1]}:{at[2] or '00'}", words)
    words = re.sub(r"^(?:(?:on|by|the) )+", "", words)
    words = re.sub(r"^\+ ?(?=[0-9])", "in ", re.sub(r"^- ?([0-9].*[a-z])$", r"\1 ago", words))
    if not words or len(words) > LONGEST:
        raise _unreadable(text)
    return words


def _instant(words: str, now: datetime, zone: tzinfo, past: bool, week: "Workweek | None") -> When | None:
    """What names an instant by itself: "2026-03-31T14:30:00+02:00", "now", "in 90 minutes", "3h ago"."""
    if "midnight" in words:
        raise BadDate("midnight may begin or end the day; write 2026-03-31 00:00")
    if words == "now":
        return When(now.astimezone(UTC), False)
    if found := re.fullmatch(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})[t ]({ISO_TIME}) ?({ISO_OFFSET})", words):
        offset = "+00:00" if found[3][0] in "zug" else found[3]
        return When(datetime.fromisoformat(f"{found[1]}T{found[2]}{offset}").astimezone(UTC), False)
    by = moved(words, past)
    return When(_move_instant(now, *by, zone, week), False) if by and by[0].of_clock else None


def _move_instant(at: datetime, by: Length, sign: int, zone: tzinfo, week: "Workweek | None" = None) -> datetime:
    """Days and months move the calendar, hours and minutes the clock of the world, which knows no summer time."""
    at = at.astimezone(UTC)
    if by.months or by.days or by.working_days:
        local = at.astimezone(zone)
        at = begins(move(local.date(), by, sign, week), zone, local.time())
    at += timedelta(seconds=sign * by.seconds)
    if not by.working_seconds:
        return at
    from leadtrack.hours import USUAL  # few dates ask for it

    hours = (week or USUAL).hours(zone)
    return hours.after(at, by.working_seconds) if sign > 0 else hours.before(at, by.working_seconds)


def _day_and_clock(words: str, today: date, zone: tzinfo, past: bool, week: "Workweek | None") -> When | None:
    """A day, a time of day, or both in either order; a time alone is today's."""
    day = read_day(words, today, past, week)
    if day:
        return When(begins(day, zone), True)
    words = re.sub(r"^([0-9]{4}-[0-9]{2}-[0-9]{2})t", r"\1 ", words)
    for clock in (CLOCK, rf"at {BARE_HOUR}(?: ?o'?clock)?", PART_OF_DAY):
        for pattern in (rf"(?:(?P<day>.+?) )??(?:at |@ ?)?{clock}", rf"(?:at )?{clock} (?:on )?(?P<day>.+)"):
            found = re.fullmatch(pattern, words)
            if not found:
                continue
            rest, part = _part_of_day(found["day"] or "")
            day = read_day(rest, today, past, week) if rest else today
            if day:
                return When(begins(day, zone, _clock(found.groupdict(), part)), False)
    return None


def _part_of_day(words: str) -> tuple[str, str | None]:
    """Take "evening" off "tuesday evening"."""
    found = re.fullmatch(rf"(?:(.+) )??{PART_OF_DAY}", words)
    return (found[1] or "", found["part"]) if found else (words, None)


def _clock(found: dict[str, str | None], part: str | None) -> time:
    if found.get("part"):
        return time(PARTS_OF_DAY[str(found["part"])])
    hour = int(found["hour"] or 0)
    half = found.get("half") or found.get("only")
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif part in LATE and 1 <= hour < 12:
        hour += 12
    elif "minute" not in found and 1 <= hour <= 6 and part is None:
        raise BadDate(f"'at {hour}' may be {hour}:00 or {hour + 12}:00; write one of them")
    return time(hour, int(found.get("minute") or 0), int(found.get("second") or 0))


def _unreadable(text: str) -> BadDate:
    return BadDate(
        f"cannot read {_shown(text)} as a date; write 2026-03-31, tomorrow 9:00, next tuesday or in 6 months"
    )


def _shown(text: str) -> str:
    """The text in quotes, control characters escaped, cut to a line."""
    return repr(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
