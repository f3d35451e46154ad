"""Days and periods on a team's calendar, and the instants at which they begin.

A period is [first day, day after the last); as instants it is [start, end) in UTC. A day begins at its first instant in
the team's zone: where a change of the clock skips midnight that is 01:00, where midnight comes twice it is the first.
Weeks begin on Monday (ISO 8601), quarters on 1 January, April, July and October.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from leadtrack.instants import BadDate

Period = tuple[date, date]

MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}
WEEKDAYS = {name[:3]: number for number, name in enumerate(DAY_NAMES)}
# every name is looked up by its first three letters
MONTH = rf"(?:{'|'.join(MONTH_NAMES)}|sept|{'|'.join(MONTHS)})"
WEEKDAY = rf"(?:{'|'.join(DAY_NAMES)}|tues|weds|thur|thurs|{'|'.join(WEEKDAYS)})"

STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
STEP = "|".join(STEPS)

NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "a couple of": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
# unit -> (part of a Length, how many of it)
UNITS = {
    "second": ("seconds", 1),
    "sec": ("seconds", 1),
    "minute": ("seconds", 60),
    "min": ("seconds", 60),
    "hour": ("seconds", 3600),
    "hr": ("seconds", 3600),
    "h": ("seconds", 3600),
    "day": ("days", 1),
    "d": ("days", 1),
    "week": ("days", 7),
    "wk": ("days", 7),
    "w": ("days", 7),
    "fortnight": ("days", 14),
    "month": ("months", 1),
    "mo": ("months", 1),
    "quarter": ("months", 3),
    "year": ("months", 12),
    "yr": ("months", 12),
    "y": ("months", 12),
    "working day": ("working_days", 1),
    "business day": ("working_days", 1),
    "workday": ("working_days", 1),
    "weekday": ("working_days", 1),
    "working hour": ("working_seconds", 3600),
    "business hour": ("working_seconds", 3600),
}
AMOUNT = rf"(?:[0-9]+(?:[.,][0-9]+)?|half an?|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
UNIT = rf"(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})"
PART = rf"({AMOUNT}) ?({UNIT})s?"
LENGTH = rf"{AMOUNT} ?{UNIT}s?(?:(?: and)? ?{AMOUNT} ?{UNIT}s?)*"


class Length(NamedTuple):
    """How long something lasts, in the units it was said in: a month is no number of days."""

    months: int = 0
    days: int = 0
    working_days: int = 0
    seconds: int = 0
    working_seconds: int = 0

    @property
    def of_clock(self) -> bool:
        """Whether it moves an instant, and not a day alone."""
        return bool(self.seconds or self.working_seconds)


def length(text: str) -> Length | None:
    """Read "3 months", "90d", "a week", "2 hours 30 min"; None when it is no length of time.

    Only seconds, minutes and hours may be broken ("1.5 hours", "half an hour").
    """
    if re.fullmatch(r"[0-9]+ ?m", text):
        raise BadDate(f"{text!r} may be minutes or months; write {text[:-1].strip()}min or {text[:-1].strip()}mo")
    if not re.fullmatch(LENGTH, text):
        return None
    totals = {"months": 0, "days": 0, "working_days": 0, "seconds": 0, "working_seconds": 0}
    for amount, unit in re.findall(PART, text):
        part, size = UNITS[unit]
        half = amount.startswith("half")
        number = 0.5 if half else NUMBERS.get(amount) or float(amount.replace(",", "."))
        if number != int(number) and not part.endswith("seconds"):
            return None
        totals[part] += round(number * size)
    return Length(**totals)


def begins(day: date, zone: tzinfo, clock: time = time()) -> datetime:
    """The instant (UTC) at which the zone's clocks show `clock` on that day.

    A time that a change of the clock skips moves forward by what was skipped; of one that comes twice, the first.
    Raises BadDate where the instant is outside the years 1 to 9999.
    """
    try:
        return datetime.combine(day, clock, zone).astimezone(UTC)
    except OverflowError:
        raise BadDate(f"{day} is outside the years 1 to 9999") from None


def day_of(at: datetime, zone: tzinfo) -> date:
    """The day the zone's calendars show at that instant."""
    try:
        return at.astimezone(zone).date()
    except OverflowError:
        raise BadDate(f"{at} is outside the years 1 to 9999") from None


def day_bounds(day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """[first instant of the day, first instant of the next) in UTC: 23 to 25 hours where the clock changes."""
    return begins(day, zone), begins(add_days(day, 1), zone)


def add_days(day: date, days: int) -> date:
    """The day so many days later (earlier when negative)."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise BadDate(f"{days} days from {day} is outside the years 1 to 9999") from None


def add_months(day: date, months: int) -> date:
    """The same day so many months later (earlier when negative), at most the month's last: Jan 31 + 1 = Feb 28."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise BadDate(f"{months} months from {day} is outside the years 1 to 9999")
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def last_day(year: int, month: int) -> int:
    """How many days that month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def unit_period(unit: str, day: date, first_day: int = 0) -> Period:
    """The week (beginning on `first_day`, 0 is Monday), month, quarter or year around that day."""
    if unit == "week":
        begin = add_days(day, -((day.weekday() - first_day) % 7))
        return begin, add_days(begin, 7)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, add_months(first, months)


def step(unit: str, day: date, steps: int) -> date:
    """That day moved by so many weeks, months, quarters or years."""
    if unit == "week":
        return add_days(day, 7 * steps)
    return add_months(day, {"month": 1, "quarter": 3, "year": 12}[unit] * steps)


def calendar_period(text: str, today: date, *, past: bool = False, first_day: int = 0) -> Period | None:
    """Read "last month", "this quarter", "2026-Q1", "2026-03", "2026-W14", "march 2026", "2026"; else None.

    A week begins on `first_day` (0 is Monday); one that is numbered (ISO 8601) on Monday.

    A month or quarter without a year is the present one or the next to come (`past`: the latest to have begun).
    """
    if found := re.fullmatch(rf"(?:({STEP}) )?(week|month|quarter|year)", text):
        steps = STEPS[found[1] or "this"]
        return unit_period(found[2], step(found[2], today, steps), first_day)
    if found := re.fullmatch(r"([0-9]{4})", text):
        return unit_period("year", date(int(found[1]), 1, 1))
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{2})", text):
        return unit_period("month", date(int(found[1]), int(found[2]), 1))
    if found := re.fullmatch(r"([0-9]{4})-?w([0-9]{2})", text):
        return unit_period("week", date.fromisocalendar(int(found[1]), int(found[2]), 1))
    if found := re.fullmatch(r"([0-9]{4})[- ]?q([1-4])", text):
        return unit_period("quarter", date(int(found[1]), int(found[2]) * 3, 1))
    if found := re.fullmatch(r"q([1-4])(?:[- /]?([0-9]{4}))?", text):
        return _without_year("quarter", int(found[1]) * 3 - 2, found[2], today, past)
    if found := re.fullmatch(rf"({MONTH})\.?(?:[- ]([0-9]{{4}}))?", text):
        return _without_year("month", MONTHS[found[1][:3]], found[2], today, past)
    return None


def _without_year(unit: str, month: int, year: str | None, today: date, past: bool) -> Period:
    if year:
        return unit_period(unit, date(int(year), month, 1))
    first, end = unit_period(unit, date(today.year, month, 1))
    if past and first > today:
        return unit_period(unit, add_months(first, -12))
    if not past and end <= today:
        return unit_period(unit, add_months(first, 12))
    return first, end
