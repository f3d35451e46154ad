"""Working days and working hours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadtrack.dates import BadDate
from leadtrack.hours import Hours, Workweek, add_working_days

NEW_YORK = ZoneInfo("America/New_York")
GOOD_FRIDAY = date(2026, 4, 3)
EASTER_MONDAY = date(2026, 4, 6)
OFFICE = Hours(NEW_YORK, holidays=frozenset({GOOD_FRIDAY}))
NIGHTS = Hours(NEW_YORK, days=frozenset(range(7)), opens=time(0), closes=time(0))
DAWN = Hours(NEW_YORK, days=frozenset({5, 6}), opens=time(1, 30), closes=time(2, 45))
SAMOA = Hours(ZoneInfo("Pacific/Apia"))
HOURS = st.sampled_from([OFFICE, NIGHTS, DAWN, SAMOA])
INSTANTS = st.datetimes(datetime(2009, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=0)
)


def at(text: str, zone: ZoneInfo = NEW_YORK) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2026-03-31", 1, "2026-04-01"),
        ("2026-03-31", 4, "2026-04-06"),
        ("2026-04-03", 1, "2026-04-06"),
        ("2026-04-04", 1, "2026-04-06"),
        ("2026-04-05", 5, "2026-04-10"),
        ("2026-04-04", 0, "2026-04-06"),
        ("2026-04-03", 0, "2026-04-03"),
        ("2026-04-06", -1, "2026-04-03"),
        ("2026-04-05", -1, "2026-04-03"),
        ("2026-04-04", -5, "2026-03-30"),
        ("2026-04-08", -10, "2026-03-25"),
    ],
)
def test_weekends_do_not_count(day: str, n: int, expected: str) -> None:
    assert add_working_days(date.fromisoformat(day), n) == date.fromisoformat(expected)


def test_holidays_do_not_count() -> None:
    easter = Workweek(off=frozenset({GOOD_FRIDAY, EASTER_MONDAY, date(2026, 4, 5)}))
    assert add_working_days(date(2026, 4, 2), 1, easter) == date(2026, 4, 7)
    assert add_working_days(date(2026, 4, 7), -1, easter) == date(2026, 4, 2)
    assert add_working_days(GOOD_FRIDAY, 0, easter) == date(2026, 4, 7)


@given(
    st.dates(date(2025, 1, 1), date(2027, 1, 1)),
    st.integers(-60, 60).filter(bool),
    st.frozensets(st.dates(date(2025, 1, 1), date(2027, 1, 1)), max_size=20),
)
def test_working_days_are_those_one_counts_one_by_one(day: date, n: int, holidays: frozenset[date]) -> None:
    walked, left = day, abs(n)
    while left:
        walked += timedelta(days=1 if n > 0 else -1)
        left -= walked.weekday() < 5 and walked not in holidays
    assert add_working_days(day, n, Workweek(off=holidays)) == walked


def test_a_billion_working_days_are_refused_at_once() -> None:
    with pytest.raises(BadDate):
        add_working_days(date(2026, 3, 31), 10**9)


@pytest.mark.parametrize(
    ("a", "b", "hours"),
    [
        ("2026-03-31 10:00", "2026-03-31 11:30", 1.5),
        ("2026-03-31 16:00", "2026-04-01 10:00", 2),
        ("2026-03-31 20:00", "2026-04-01 08:00", 0),
        ("2026-04-02 16:00", "2026-04-06 10:00", 2),
        ("2026-03-30 00:00", "2026-04-06 00:00", 32),
        ("2025-12-31 16:00", "2026-01-02 10:00", 10),
        ("2026-04-01 10:00", "2026-03-31 16:00", -2),
    ],
)
def test_only_working_hours_count(a: str, b: str, hours: float) -> None:
    assert OFFICE.seconds_between(at(a), at(b)) == hours * 3600


def test_a_day_and_night_team_works_23_hours_when_the_clocks_go_forward() -> None:
    assert NIGHTS.seconds_between(at("2026-03-08"), at("2026-03-09")) == 23 * 3600


def test_a_day_that_a_zone_skipped_has_no_working_hours() -> None:
    samoa = ZoneInfo("Pacific/Apia")
    assert SAMOA.seconds_between(at("2011-12-29 17:00", samoa), at("2012-01-02 09:00", samoa)) == 0


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2026-03-31 10:00", "2026-03-31 10:00"),
        ("2026-03-31 09:00", "2026-03-31 09:00"),
        ("2026-03-31 08:59", "2026-03-31 09:00"),
        ("2026-03-31 17:00", "2026-04-01 09:00"),
        ("2026-04-02 18:00", "2026-04-06 09:00"),
        ("2026-04-03 11:00", "2026-04-06 09:00"),
    ],
)
def test_work_goes_on_at_the_next_opening(moment: str, opening: str) -> None:
    assert OFFICE.next_open(at(moment)) == at(opening)
    assert OFFICE.is_open(at(moment)) == (moment == opening)


@settings(deadline=None)
@given(HOURS, INSTANTS, INSTANTS, INSTANTS)
def test_working_time_adds_up_and_is_no_more_than_time(hours: Hours, a: datetime, b: datetime, c: datetime) -> None:
    a, b, c = sorted((a, b, c))
    assert hours.seconds_between(a, b) + hours.seconds_between(b, c) == hours.seconds_between(a, c)
    assert 0 <= hours.seconds_between(a, b) <= (b - a).total_seconds()


@settings(deadline=None)
@given(HOURS, INSTANTS)
def test_nothing_is_worked_until_the_next_opening(hours: Hours, moment: datetime) -> None:
    opening = hours.next_open(moment)
    assert opening >= moment
    assert hours.seconds_between(moment, opening) == 0
    assert hours.is_open(opening)
    assert hours.seconds_between(opening, opening + timedelta(seconds=1)) == 1


def test_hours_that_never_open_are_refused() -> None:
    with pytest.raises(BadDate, match="end at 09:00, before they begin at 17:00"):
        Hours(NEW_YORK, opens=time(17), closes=time(9))
    with pytest.raises(BadDate, match="at least one day"):
        Hours(NEW_YORK, days=frozenset())
