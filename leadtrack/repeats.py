"""What comes again: every two weeks on a Monday, the last working day of every month, six times.

A repetition is kept as the words that `Repeat.words` writes and repeat_words.py reads again. They hold its first day
and its time of day, so that it neither drifts when one reminder is put off nor when the clocks change.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, tzinfo
from itertools import count, islice
from typing import NamedTuple

from leadtrack.hours import USUAL, Workweek, add_working_days
from leadtrack.instants import BadDate
from leadtrack.periods import DAY_NAMES, MONTH_NAMES, add_days, add_months, begins, last_day

YEAR = 12  # months
NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


class Repeat(NamedTuple):
    """A repetition: `every` so many units ("day", "working day", "week", "month"), from `first` on.

    `weekdays` of a week (0 is Monday). `place` in a month: ("day", 31), at most the month's last; ("weekday", n, which)
    and ("working", n): the n-th, -1 the last. `clock` None: whole days. It ends with the day `until`, or after `times`.
    """

    unit: str
    every: int
    first: date
    weekdays: tuple[int, ...] = ()
    place: tuple[str, int, int] | None = None
    clock: time | None = None
    until: date | None = None
    times: int | None = None

    def days(self, week: Workweek = USUAL) -> Iterator[date]:
        """The days it falls on, in order."""
        return islice(self._until(week), self.times)

    def next(self, after: date, not_before: date, week: Workweek = USUAL) -> tuple[date, int] | None:
        """The next day after one of its own and not before another, and how many were passed over; None: it is over."""
        passed = 0
        for day in self.days(week):
            if day > after:
                if day >= not_before:
                    return day, passed
                passed += 1
        return None

    def at(self, day: date, zone: tzinfo) -> datetime:
        """The instant (UTC) at which it falls due on one of its days; of a whole day the first."""
        return begins(day, zone, self.clock or time())

    @property
    def short(self) -> str:
        """How often, for people: "every 2 weeks on monday", "every month on the 31st, until 2026-12-31"."""
        end = f", until {self.until}" if self.until else f", {self.times} times" if self.times else ""
        return self._rule() + end

    @property
    def words(self) -> str:
        """All of it, as it is kept: "every monday at 09:00 from 2026-04-06 until 2026-12-31"."""
        at = f" at {self.clock:%H:%M:%S}" if self.clock else ""
        end = f" until {self.until}" if self.until else ""
        times = f" {self.times} times" if self.times else ""
        return f"{self._rule()}{at} from {self.first.isoformat()}{end}{times}"

    def _until(self, week: Workweek) -> Iterator[date]:
        try:
            for day in self._all(week):
                if self.until and day > self.until:
                    return
                if day >= self.first:
                    yield day
        except BadDate:  # the calendar ends with the year 9999
            return

    def _all(self, week: Workweek) -> Iterator[date]:
        if self.unit == "day":
            yield from (add_days(self.first, step * self.every) for step in count())
        elif self.unit == "working day":
            day = add_working_days(self.first, 0, week)
            while True:
                yield day
                day = add_working_days(day, self.every, week)
        elif self.unit == "week":
            monday = add_days(self.first, -self.first.weekday())
            for step in count():
                yield from (add_days(monday, 7 * self.every * step + weekday) for weekday in self.weekdays)
        else:
            month = self.first.replace(day=1)
            yield from (placed(add_months(month, step * self.every), self.place, week) for step in count())

    def _rule(self) -> str:
        if self.unit == "week":
            *others, last = (DAY_NAMES[weekday] for weekday in self.weekdays)
            named = f"{', '.join(others)} and {last}" if others else last
            return f"every {named}" if self.every == 1 else f"every {self.every} weeks on {named}"
        years, rest = divmod(self.every, YEAR)
        if self.unit != "month":
            return _every(self.every, self.unit)
        kind, number, weekday = self.place or ("day", self.first.day, 0)
        if not rest and kind == "day":
            return f"{_every(years, 'year')} on {MONTH_NAMES[self.first.month - 1]} {number}"
        if kind == "day":
            where = "last day" if number == 31 else _ordinal(number)
        else:
            where = f"{NTH[number]} {'working day' if kind == 'working' else DAY_NAMES[weekday]}"
        return f"{_every(self.every, 'month')} on the {where}"


def placed(month: date, place: tuple[str, int, int] | None, week: Workweek) -> date:
    """The day of that month (given as its first) which `place` names."""
    kind, number, weekday = place or ("day", 1, 0)
    end = last_day(month.year, month.month)
    if kind == "day":
        return month.replace(day=min(number, end))
    if kind == "working":
        if number < 0:
            return add_working_days(add_months(month, 1), number, week)
        return add_working_days(add_days(month, -1), number, week)
    if number < 0:
        last = month.replace(day=end)
        return add_days(last, -((last.weekday() - weekday) % 7))
    return add_days(month, (weekday - month.weekday()) % 7 + 7 * (number - 1))


def _every(number: int, unit: str) -> str:
    return f"every {unit}" if number == 1 else f"every {number} {unit}s"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"
    return f"{number}{ending}"
