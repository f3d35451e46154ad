"""Working days and working hours: time that counts for a person, not for a clock on the wall."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from leadtrack.instants import BadDate
from leadtrack.periods import add_days, begins, day_of

SATURDAY = 5
MONDAY_TO_FRIDAY = frozenset(range(SATURDAY))


def add_working_days(day: date, n: int, holidays: frozenset[date] = frozenset()) -> date:
    """The n-th working day after `day` (before it when n is negative); Saturdays, Sundays and `holidays` do not count.

    n = 0 is `day` itself, or the next working day when it is none. Raises BadDate beyond the years 1 to 9999.
    """
    if n == 0:
        return add_working_days(add_days(day, -1), 1, holidays)
    step = 1 if n > 0 else -1
    free = [holiday for holiday in holidays if holiday.weekday() < SATURDAY]
    while n:
        start, day = day, _add_weekdays(day, n)
        n = step * sum(start < holiday <= day if step > 0 else day <= holiday < start for holiday in free)
    return day


def _add_weekdays(day: date, n: int) -> date:
    """The n-th Monday-to-Friday after (before) the day, without walking there."""
    if n > 0:
        # from a weekend one counts on from the Friday before it
        day = add_days(day, -max(0, day.weekday() - 4))
        weeks, rest = divmod(day.weekday() + n, 5)
        return add_days(day, 7 * weeks + rest - day.weekday())
    day = add_days(day, 7 - day.weekday() if day.weekday() >= SATURDAY else 0)
    weeks, rest = divmod(day.weekday() + n, 5)
    return add_days(day, 7 * weeks + rest - day.weekday())


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours a team works: the same on each of its days (0 is Monday), none on holidays.

    `closes` 00:00 is midnight at the end of the day. Raises BadDate when there is no such hour in the week.
    """

    zone: tzinfo
    days: frozenset[int] = MONDAY_TO_FRIDAY
    opens: time = time(9)
    closes: time = time(17)
    holidays: frozenset[date] = frozenset()

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
