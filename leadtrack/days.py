"""Days as people name them: "31.03.2026", "next tuesday", "the 15th", "2 weeks after 31 March", "end of quarter"."""

import re
from datetime import date
from typing import TYPE_CHECKING

from leadtrack.instants import BadDate
from leadtrack.periods import (
    DAY_NAMES,
    LENGTH,
    MONTH,
    MONTHS,
    STEP,
    STEPS,
    WEEKDAY,
    WEEKDAYS,
    Length,
    add_days,
    add_months,
    calendar_period,
    last_day,
    length,
    unit_period,
)

if TYPE_CHECKING:
    from leadtrack.hours import Workweek

FRIDAY = 4
DAYS = {
    "today": 0,
    "end of day": 0,
    "eod": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "yesterday": -1,
    "day after tomorrow": 2,
    "day before yesterday": -2,
}
SHORT_ENDS = {"eow": "end of week", "eom": "end of month", "eoq": "end of quarter", "eoy": "end of year"}
ORDINAL = r"(?:st|nd|rd|th)"
WORKING_DAY = r"(?:working |business |work)day"
BACK = ("ago", "before now", "before")


def read_day(words: str, today: date, past: bool, week: "Workweek | None" = None) -> date | None:
    """The day that plain lower-case words name, None when they name none.

    Raises BadDate for two readings and for a weekday that contradicts its date, ValueError for a 13th month or a 30
    February. `past` prefers the latest to the next where the year or week is left open; `week` tells which days are
    worked (None: Monday to Friday).
    """
    words = re.sub(r"^(?:(?:on|by|the) )+", "", SHORT_ENDS.get(words, words))
    if words in DAYS:
        return add_days(today, DAYS[words])
    for reader in (_date, _weekday):
        day = reader(words, today, past)
        if day:
            return day
    return _moved_day(words, today, past, week) or _working_day(words, today, week) or _edge(words, today, past)


def moved(words: str, past: bool = False) -> tuple[Length, int] | None:
    """A length of time and its direction: "in 2 weeks", "2 weeks from now" 1, "2 weeks ago" -1, "2 weeks" as `past`."""
    found = re.fullmatch(
        rf"(?:(in|within) )?({LENGTH}|[0-9]+ ?m)(?: (ago|from now|from today|later|before now))?", words
    )
    if not found or (found[1] and found[3]):
        return None
    lasting = length(found[2])
    back = found[3] in BACK if found[1] or found[3] else past
    return (lasting, -1 if back else 1) if lasting else None


def move(day: date, by: Length, sign: int, week: "Workweek | None" = None) -> date:
    """The day later by that length (sign 1) or earlier (-1); hours do not move a day."""
    day = add_days(add_months(day, sign * by.months), sign * by.days)
    if not by.working_days:
        return day
    from leadtrack.hours import USUAL, add_working_days  # few dates ask for it

    return add_working_days(day, sign * by.working_days, week or USUAL)


def _date(words: str, today: date, past: bool) -> date | None:
    """A date in figures or with the month's name, the year given or left open."""
    if found := re.fullmatch(r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))", words):
        return date(int(found[1]), int(found[3] or found[5]), int(found[4] or found[6]))
    if found := re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.(?: ?([0-9]{4}|[0-9]{2}))?", words):
        return _dated(found[3], int(found[2]), int(found[1]), today, past)
    if found := re.fullmatch(r"([0-9]{1,2})(?:/([0-9]{1,2})|([/-])([0-9]{1,2})\3([0-9]{4}|[0-9]{2}))", words):
        return _in_figures(words, int(found[1]), int(found[2] or found[4]), found[5], today, past)
    if found := re.fullmatch(rf"([0-9]{{1,2}})(?:{ORDINAL}|\.)?[ -]?(?:of )?({MONTH})\.?(?:[ -]([0-9]{{4}}))?", words):
        return _dated(found[3], MONTHS[found[2][:3]], int(found[1]), today, past)
    if found := re.fullmatch(rf"({MONTH})\.?[ -]?(?:the )?([0-9]{{1,2}}){ORDINAL}?(?:[ -]([0-9]{{4}}))?", words):
        return _dated(found[3], MONTHS[found[1][:3]], int(found[2]), today, past)
    if found := re.fullmatch(rf"([0-9]{{1,2}}){ORDINAL}(?: (?:of )?(?:the )?({STEP}) month)?", words):
        return _day_of_month(int(found[1]), found[2], today, past)
    return None


def _dated(year: str | None, month: int, day: int, today: date, past: bool) -> date:
    """The date; without a year the next from today on (`past`: the latest up to today) that the calendar has."""
    if year:
        # two figures as POSIX reads them: 69 is 1969, 68 is 2068
        full = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 69 else 1900)
        return date(full, month, day)
    if not 1 <= month <= 12 or not 1 <= day <= last_day(2000, month):
        raise ValueError(f"no {day} of month {month}")
    at = today.year
    while True:
        if day <= last_day(at, month):
            found = date(at, month, day)
            if found <= today if past else found >= today:
                return found
        at += -1 if past else 1


def _in_figures(words: str, a: int, b: int, year: str | None, today: date, past: bool) -> date:
    """3/31/2026 and 31/3/2026: day and month in the only order that makes a date, refused when both do."""
    if a > 12 or a == b:
        return _dated(year, b, a, today, past)
    if b > 12:
        return _dated(year, a, b, today, past)
    first, second = _dated(year, a, b, today, past), _dated(year, b, a, today, past)
    raise BadDate(
        f"{words!r} may be {first:%B} {first.day} or {second:%B} {second.day}; "
        f"write {first.isoformat()} or {second.isoformat()}"
    )


def _day_of_month(day: int, step: str | None, today: date, past: bool) -> date:
    """ "the 15th": of this month or the nearest that has it; "the 31st of next month" is at most its last day."""
    if not 1 <= day <= 31:
        raise ValueError(day)
    first = today.replace(day=1)
    if step:
        first = add_months(first, STEPS[step])
        return first.replace(day=min(day, last_day(first.year, first.month)))
    while True:
        if day <= last_day(first.year, first.month):
            found = first.replace(day=day)
            if found <= today if past else found >= today:
                return found
        first = add_months(first, -1 if past else 1)


def _weekday(words: str, today: date, past: bool) -> date | None:
    """ "tuesday", "next tuesday", "monday week", "tuesday next week", "tuesday 31 march" """
    if found := re.fullmatch(rf"(?:({STEP}) )?({WEEKDAY})\.?", words):
        step, number = found[1], WEEKDAYS[found[2][:3]]
        if step in ("this", "current"):
            return _latest(number, today) if past else _latest(number, add_days(today, 6))
        if (STEPS[step] < 0) if step else (past and number != today.weekday()):
            return _latest(number, add_days(today, -1))
        return today if past and not step else _latest(number, add_days(today, 7))
    if found := re.fullmatch(rf"({WEEKDAY}|today|tomorrow) week", words):
        day = read_day(found[1], today, False)
        return add_days(day, 7) if day else None
    if found := re.fullmatch(rf"(?:({WEEKDAY}) (?:of )?({STEP}) week|({STEP}) week (?:on )?({WEEKDAY}))", words):
        monday = unit_period("week", add_days(today, 7 * STEPS[found[2] or found[3]]))[0]
        return add_days(monday, WEEKDAYS[(found[1] or found[4])[:3]])
    if found := re.fullmatch(rf"({WEEKDAY})\.? (?:the )?(.+)", words):
        day = _date(found[2], today, past)
        if day and day.weekday() != WEEKDAYS[found[1][:3]]:
            raise BadDate(
                f"{day.isoformat()} is a {DAY_NAMES[day.weekday()].capitalize()}, not a {found[1].capitalize()}"
            )
        return day
    return None


def _latest(weekday: int, day: date) -> date:
    """The latest such weekday up to that day."""
    return add_days(day, -((day.weekday() - weekday) % 7))


def _moved_day(words: str, today: date, past: bool, week: "Workweek | None") -> date | None:
    """ "in 2 weeks", "3 working days ago", "2 weeks after 31.03.2026" """
    if plain := moved(words, past):
        return None if plain[0].of_clock else move(today, *plain, week)
    found = re.fullmatch(rf"({LENGTH}) (from|after|before) (.+)", words)
    lasting = length(found[1]) if found else None
    if found and lasting and not lasting.of_clock:
        day = read_day(found[3], today, past, week)
        return move(day, lasting, -1 if found[2] in BACK else 1, week) if day else None
    return None


def _working_day(words: str, today: date, week: "Workweek | None") -> date | None:
    """ "next business day", "last working day of the month", "first working day of next quarter" """
    found = re.fullmatch(rf"(?:({STEP}|first) )?{WORKING_DAY}(?: of (?:the )?(.+))?", words)
    if not found:
        return None
    from leadtrack.hours import USUAL, add_working_days

    step = found[1] or "next"
    if not found[2]:
        return add_working_days(today, STEPS[step], week or USUAL) if step in STEPS else None
    span = calendar_period(found[2], today)
    if not span or step not in ("first", "last"):
        return None
    if step == "first":
        return add_working_days(span[0], 0, week or USUAL)
    return add_working_days(span[1], -1, week or USUAL)


def _edge(words: str, today: date, past: bool) -> date | None:
    """ "end of month", "start of next quarter"; a period alone is its first day ("next week": Monday)."""
    found = re.fullmatch(r"(start|beginning|end) of (?:the )?(.+)", words)
    named = found[2] if found else words
    if not found and re.fullmatch(r"[0-9]{4}|week|month|quarter|year", named):
        # figures alone may be anything, and nobody says when "month" is
        return None
    span = calendar_period(named, today, past=past)
    if not span or not found or found[1] != "end":
        return span[0] if span else None
    if not named.endswith("week"):
        return add_days(span[1], -1)
    # a team's week ends on Friday; said on a weekend, this week's end is the Friday to come
    friday = add_days(span[0], FRIDAY)
    return friday if friday >= today or named not in ("week", "this week") else add_days(friday, 7)
