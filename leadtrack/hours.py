"""Working days and working hours: time that counts for a person, not for a clock on the wall."""

from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

from leadtrack.instants import BadDate
from leadtrack.periods import add_days, begins, day_of

SATURDAY, SUNDAY = 5, 6
MONDAY_TO_FRIDAY = frozenset(range(SATURDAY))
ALL_DAYS = date.max.toordinal()


class Workweek(NamedTuple):
    """The days of the week that are worked (0 is Monday), the days off among them, and the hours of a day."""

    days: frozenset[int] = MONDAY_TO_FRIDAY
    off: Container[date] = frozenset()
    opens: time = time(9)
    closes: time = time(17)

    def works(self, day: date) -> bool:
        return day.weekday() in self.days and day not in self.off

    @property
    def first_day(self) -> int:
        """The day on which its week begins: Monday, but Sunday (or Saturday) where work begins then after the rest."""
        for day in (SATURDAY, SUNDAY):
            if day - 1 not in self.days and {day, *range(day, 7)} <= self.days:
                return day
        return 0

    def hours(self, zone: tzinfo) -> "Hours":
        return Hours(zone, self.days, self.opens, self.closes, self.off)


USUAL = Workweek()


def add_working_days(day: date, n: int, week: Workweek = USUAL) -> date:
    """The n-th working day after `day` (before it when n is negative).

    n = 0 is `day` itself, or the next working day when it is none. Raises BadDate beyond the years 1 to 9999.
    """
    if abs(n) > ALL_DAYS:
        raise BadDate(f"{n} working days from {day} are outside the years 1 to 9999")
    if n == 0:
        return add_working_days(add_days(day, -1), 1, week)
    step = 1 if n > 0 else -1
    while n:
        day = add_days(day, step)
        if week.works(day):
            n -= step
    return day


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours a team works: the same on each of its days (0 is Monday), none on holidays (which must be hashable).

    `closes` 00:00 is midnight at the end of the day. Raises BadDate when there is no such hour in the week.
    """

    zone: tzinfo
    days: frozenset[int] = MONDAY_TO_FRIDAY
    opens: time = time(9)
    closes: time = time(17)
    holidays: Container[date] = frozenset()

    def __post_init__(self) -> None:
        if not self.days or not self.days <= frozenset(range(7)):
            raise BadDate("working hours need at least one day of the week, 0 (Monday) to 6 (Sunday)")
        if self.closes != time() and self.closes <= self.opens:
            raise BadDate(f"working hours end at {self.closes:%H:%M}, before they begin at {self.opens:%H:%M}")

    def seconds_between(self, a: datetime, b: datetime) -> int:
        """Working seconds from a to b, negative when b is earlier; fractions of a second do not count."""
        if b < a:
            return -self.seconds_between(b, a)
        first, last = day_of(a, self.zone).year, day_of(b, self.zone).year
        between = sum(_year(self, year).total for year in range(first, last))
        return between + _year(self, last).worked_before(b) - _year(self, first).worked_before(a)

    def after(self, at: datetime, seconds: int) -> datetime:
        """The instant (UTC) at which so many working seconds are over since `at`. Raises BadDate for over 20 years."""
        if seconds > LONGEST:
            raise BadDate(f"{seconds // 3600} working hours are more than 20 years; write the year itself")
        while True:
            at = self.next_open(at)
            closes = self.on(day_of(at, self.zone))[1]
            left = (closes - at) // SECOND
            if seconds <= left:
                return at + timedelta(seconds=seconds)
            at, seconds = closes, seconds - left

    def before(self, at: datetime, seconds: int) -> datetime:
        """The instant (UTC) since which so many working seconds have passed until `at`. Raises BadDate like `after`."""
        if seconds > LONGEST:
            raise BadDate(f"{seconds // 3600} working hours are more than 20 years; write the year itself")
        day = day_of(at, self.zone)
        while True:
            opens, closes = self.on(day)
            worked = max(0, (min(at, closes) - opens) // SECOND)
            if worked > 0 and seconds <= worked:
                return min(at, closes).astimezone(UTC) - timedelta(seconds=seconds)
            seconds -= worked
            day = add_days(day, -1)

    def is_open(self, at: datetime) -> bool:
        """Whether the team works at that instant."""
        return self.next_open(at) == at

    def next_open(self, at: datetime) -> datetime:
        """`at` itself (in UTC) when the team works then, else the next instant at which it begins to."""
        day = day_of(at, self.zone)
        while True:
            opens, closes = self.on(day)
            if opens < closes and at < closes:
                return max(at.astimezone(UTC), opens)
            day = add_days(day, 1)

    def on(self, day: date) -> tuple[datetime, datetime]:
        """[opening, closing) in UTC on that day; the two are one instant on a day without work."""
        opens = begins(day, self.zone, self.opens)
        if day.weekday() not in self.days or day in self.holidays:
            return opens, opens
        if day_of(opens, self.zone) != day:
            # a day that the zone skipped altogether, as Samoa did 30 December 2011
            return opens, opens
        closes = begins(day if self.closes != time() else add_days(day, 1), self.zone, self.closes)
        # an opening that the change of the clock skips moves forward, perhaps beyond the closing
        return opens, max(opens, closes)


@dataclass(frozen=True, slots=True)
class _Year:
    """A year's openings as Unix seconds and the working seconds before each: a span of any length is two look-ups."""

    opens: tuple[int, ...]
    lasts: tuple[int, ...]
    before: tuple[int, ...]
    total: int

    def worked_before(self, at: datetime) -> int:
        moment = int((at - EPOCH) // SECOND)
        day = bisect_right(self.opens, moment) - 1
        if day < 0:
            return 0
        return self.before[day] + min(moment - self.opens[day], self.lasts[day])


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LONGEST = 20 * 366 * 24 * 3600


@lru_cache(maxsize=256)
def _year(hours: Hours, year: int) -> _Year:
    opens, lasts, before, total = [], [], [], 0
    for ordinal in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1):
        opening, closing = hours.on(date.fromordinal(ordinal))
        if opening == closing:
            continue
        opens.append((opening - EPOCH) // SECOND)
        lasts.append((closing - opening) // SECOND)
        before.append(total)
        total += lasts[-1]
    return _Year(tuple(opens), tuple(lasts), tuple(before), total)
