"""When a team works: its days of the week, its hours, and the days off between them, as the settings say them.

Public holidays come from the `holidays` library, which knows them by country and part of the country; they are asked
for year by year, and only by what counts working days.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from leadtrack.countries import country_code
from leadtrack.errors import BadRequest
from leadtrack.hours import Workweek
from leadtrack.periods import DAY_NAMES, WEEKDAY, WEEKDAYS

NONE = "none"

# What a team's week is until it says otherwise, as settings: days, days off, hours.
USUAL = {"working_days": "mon-fri", "holidays": NONE, "working_hours": NONE}


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The days on which nobody works though the week says so: public holidays of `places`, and the team's own `dates`.

    A place is "US" or "US-MA". It can be asked for a day with `in`.
    """

    places: tuple[str, ...] = ()
    dates: frozenset[date] = frozenset()

    def __contains__(self, day: object) -> bool:
        if day in self.dates:
            return True
        return isinstance(day, date) and any(day in _public_holidays(place, day.year) for place in self.places)


def read(days: str, off: str, hours: str) -> Workweek:
    """The week of three settings."""
    return Workweek(read_days(days), read_days_off(off), *(read_hours(hours) or ()))


def read_days(text: str) -> frozenset[int]:
    """Read "mon-fri", "Sunday to Thursday", "mon, tue, thu". Raises BadRequest."""
    found: set[int] = set()
    words = re.sub(r"\s*(?:-|–|\bto\b|\bthrough\b)\s*", "-", text.casefold())
    for part in filter(None, re.split(r"[\s,;+&/]+(?:and\s+)?", words)):
        named = re.fullmatch(rf"({WEEKDAY})s?(?:-({WEEKDAY})s?)?", part)
        if not named:
            raise BadRequest(f"cannot read {text!r} as days of the week; write mon-fri, sun-thu or mon,tue,thu")
        first = WEEKDAYS[named[1][:3]]
        last = WEEKDAYS[named[2][:3]] if named[2] else first
        found.update((first + step) % 7 for step in range((last - first) % 7 + 1))
    if not found:
        raise BadRequest("a team works on at least one day of the week; write mon-fri, sun-thu or mon,tue,thu")
    return frozenset(found)


def write_days(days: Iterable[int]) -> str:
    """ "mon-fri", "sun-thu" where they follow one another, else "mon,tue,thu"; `read_days` reads it again."""
    worked = sorted(days)
    first = next((day for day in worked if (day - 1) % 7 not in worked), 0)
    run = [(first + step) % 7 for step in range(len(worked))]
    if len(run) > 2 and set(run) == set(worked):
        return f"{DAY_NAMES[run[0]][:3]}-{DAY_NAMES[run[-1]][:3]}"
    return ",".join(DAY_NAMES[day][:3] for day in worked)


def read_hours(text: str) -> tuple[time, time] | None:
    """The same of `read_clock_hours`; None for "none"."""
    return None if text.strip().casefold() in (NONE, "always", "any", "24/7", "") else read_clock_hours(text)


def read_clock_hours(text: str) -> tuple[time, time]:
    """Read "9:00-17:30", "9am to 5pm", "8-24". The end 00:00 is midnight at the end of the day. Raises BadRequest."""
    words = text.strip().casefold()
    clock = r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?"
    found = re.fullmatch(rf"{clock}\s*(?:-|–|to|until)\s*{clock}", words, re.ASCII)
    try:
        if not found:
            raise ValueError(words)
        opens, closes = _clock(*found.group(1, 2, 3)), _clock(*found.group(4, 5, 6))
    except ValueError:
        raise BadRequest(f"cannot read {text!r} as hours of a day; write 8:00-20:00") from None
    if closes != time() and closes <= opens:
        raise BadRequest(f"hours cannot end at {closes:%H:%M} and begin at {opens:%H:%M}; write 8:00-20:00")
    return opens, closes


def write_hours(hours: tuple[time, time] | None) -> str:
    return f"{hours[0]:%H:%M}-{hours[1]:%H:%M}" if hours else NONE


def read_days_off(text: str) -> DaysOff:
    """Read "US", "US-MA", "DE-BY, 2026-12-24"; none for "none". Raises BadRequest for a place or day nobody knows."""
    places, dates = [], []
    for part in (part.strip() for part in re.split(r"[,;]", text)):
        if not part or part.casefold() == NONE:
            continue
        try:
            dates.append(date.fromisoformat(part))
        except ValueError:
            places.append(_place(part))
    return DaysOff(tuple(dict.fromkeys(places)), frozenset(dates))


def write_days_off(off: DaysOff) -> str:
    return ",".join([*off.places, *(day.isoformat() for day in sorted(off.dates))]) or NONE


def _clock(hour: str, minute: str | None, half: str | None) -> time:
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            raise ValueError(hour)
        number = number % 12 + (12 if half == "pm" else 0)
    return time(0 if number == 24 and not int(minute or 0) else number, int(minute or 0))


def _place(text: str) -> str:
    """A country or a part of one as `holidays` names it: "US", "US-MA"."""
    country, _, part = text.partition("-")
    code = country_code(country.strip())
    place = code and (f"{code}-{part.strip().upper()}" if part.strip() else code)
    if not place or not _known(place):
        raise BadRequest(f"no public holidays are known for {text!r}; write US, US-MA, DE-BY or a day, 2026-12-24")
    return place


def _known(place: str) -> bool:
    try:
        _public_holidays(place, 2026)
    except NotImplementedError:
        return False
    return True


@lru_cache(maxsize=512)
def _public_holidays(place: str, year: int) -> frozenset[date]:
    # imported here: it takes as long as a small command
    from holidays import country_holidays

    country, _, part = place.partition("-")
    return frozenset(country_holidays(country, subdiv=part or None, years=year))
