"""When a team works, as its settings say it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack.dates import BadDate, parse
from leadtrack.errors import BadRequest
from leadtrack.hours import Hours, Workweek
from leadtrack.workweek import (
    DaysOff,
    read,
    read_clock_hours,
    read_days,
    read_days_off,
    read_hours,
    write_days,
    write_days_off,
    write_hours,
)

NEW_YORK = ZoneInfo("America/New_York")
TUESDAY = datetime(2026, 3, 31, 10, 30, tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("mon-fri", "mon-fri"), ("Sunday to Thursday", "sun-thu"), ("mon, tue, thu", "mon,tue,thu"),
        ("Mon–Sat", "mon-sat"), ("tues & thurs", "tue,thu"), ("fri-mon", "fri-mon"), ("sunday", "sun"),
        ("mon through sun", "mon-sun"),
    ],
)  # fmt: skip
def test_days_of_the_week_are_read_and_kept_in_one_form(text: str, kept: str):
    assert write_days(read_days(text)) == kept


@given(st.frozensets(st.integers(0, 6), min_size=1))
def test_days_that_were_kept_are_read_again(days: frozenset[int]):
    assert read_days(write_days(days)) == days


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("9-17", "09:00-17:00"), ("9am to 5:30pm", "09:00-17:30"), ("8.30–18.00", "08:30-18:00"), ("none", "none"),
        ("8-24", "08:00-00:00"), ("always", "none"),
    ],
)  # fmt: skip
def test_hours_are_read_and_kept_in_one_form(text: str, kept: str):
    assert write_hours(read_hours(text)) == kept
    assert read_hours(kept) == read_hours(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("US", "US"), ("us-ma", "US-MA"), ("Germany-by, 2026-12-24", "DE-BY,2026-12-24"), ("none", "none"),
        ("US, US, 2027-01-02, 2026-12-24", "US,2026-12-24,2027-01-02"),
    ],
)  # fmt: skip
def test_holidays_are_read_and_kept_in_one_form(text: str, kept: str):
    assert write_days_off(read_days_off(text)) == kept
    assert read_days_off(kept) == read_days_off(text)


@pytest.mark.parametrize("text", ["someday", "", "mon-", "mon fri xyz"])
def test_days_nobody_knows_are_refused(text: str):
    with pytest.raises(BadRequest):
        read_days(text)


@pytest.mark.parametrize("text", ["8:00-20:00", "8-20", "8am to 8pm", "08:00 – 20.00", "8am-8 pm", "0800-2000"])
def test_hours_are_read_as_people_write_them(text: str):
    assert read_clock_hours(text) == read_hours(text) == (time(8), time(20))


@pytest.mark.parametrize("text", ["8:00-24:00", "8-24", "8-0:00", "8am-12am"])
def test_midnight_ends_a_day(text: str):
    assert read_clock_hours(text) == (time(8), time())


@pytest.mark.parametrize(
    "text", ["9", "17-9", "9-9", "9-25", "9-24:30", "8:00-20:99", "9-17-18", "٩-17", "13pm-14pm", "13pm-2pm"]
)
def test_hours_nobody_works_are_refused(text: str):
    with pytest.raises(BadRequest):
        read_hours(text)


@pytest.mark.parametrize("text", ["", "none", "always"])
def test_hours_of_a_day_must_be_some(text: str):
    with pytest.raises(BadRequest):
        read_clock_hours(text)


@pytest.mark.parametrize("text", ["XX", "US-ZZ", "2026-02-30", "Mars"])
def test_places_without_known_holidays_are_refused(text: str):
    with pytest.raises(BadRequest):
        read_days_off(text)


def test_public_holidays_are_known_by_place():
    assert date(2026, 4, 20) in DaysOff(("US-MA",))  # Patriots' Day
    assert date(2026, 4, 20) not in DaysOff(("US",))
    assert date(2026, 7, 3) in DaysOff(("US",))  # the 4th is a Saturday
    assert date(2026, 12, 24) in DaysOff((), frozenset({date(2026, 12, 24)}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 3 working days", "2026-04-07"),
        ("next business day", "2026-04-01"),
        ("3 working days after 2026-12-23", "2026-12-30"),
        ("last working day of may", "2026-05-29"),
        ("first working day of 2027", "2027-01-04"),
        ("in 2 working days at 9:00", "2026-04-02 09:00"),
        ("in 26 working hours", "2026-04-07 09:30"),
        ("4 working hours ago", "2026-03-30 15:30"),
    ],
)
def test_dates_keep_to_the_teams_week(text: str, expected: str):
    week = read("mon-fri", "US, 2026-04-03, 2026-04-06, 2026-12-24", "9-18")
    when = parse(text, now=TUESDAY, zone=NEW_YORK, week=week)
    assert f"{when.at.astimezone(NEW_YORK):%Y-%m-%d %H:%M}"[: 10 if when.whole_day else None] == expected


@given(st.integers(0, 200_000), st.integers(-3000, 3000))
def test_working_hours_there_and_back_are_the_same(seconds: int, shift: int):
    hours = Hours(NEW_YORK, opens=time(8, 30), closes=time(18))
    start = hours.next_open(TUESDAY + timedelta(hours=shift))
    end = hours.after(start, seconds)
    assert hours.seconds_between(start, end) == seconds
    if seconds:
        assert hours.seconds_between(hours.before(end, seconds), end) == seconds


def test_working_hours_without_end_are_refused():
    with pytest.raises(BadDate):
        parse("in 9999999999 working hours", now=TUESDAY, zone=NEW_YORK)
    with pytest.raises(BadDate):
        parse("9999999999 working hours ago", now=TUESDAY, zone=NEW_YORK)


def test_a_week_says_what_is_worked():
    week = Workweek(off=frozenset({date(2026, 4, 3)}))
    assert week.works(date(2026, 4, 2))
    assert not week.works(date(2026, 4, 3))
    assert not week.works(date(2026, 4, 4))
