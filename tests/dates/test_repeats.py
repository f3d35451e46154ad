"""What comes again: drift, ends, the clocks, working days, and what must hold for every repetition and text."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadtrack.dates import BadDate, comes_again, day_of
from leadtrack.hours import Workweek
from leadtrack.repeat_words import ADVERBS, read
from leadtrack.repeats import Repeat

NEW_YORK = ZoneInfo("America/New_York")
KIRITIMATI = ZoneInfo("Pacific/Kiritimati")
TUESDAY = datetime(2026, 3, 31, 14, 30, tzinfo=UTC)
EASTER = Workweek(off=frozenset({date(2026, 4, 3), date(2026, 4, 6)}))


def days(text: str, count: int, week: Workweek | None = None, now: datetime = TUESDAY) -> list[str]:
    week = week or Workweek()
    return [day.isoformat() for day in islice(read(text, now=now, zone=NEW_YORK, week=week).days(week), count)]


def test_the_end_of_the_month_does_not_drift():
    assert days("monthly", 5) == ["2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31"]
    january = datetime(2028, 1, 31, 12, tzinfo=UTC)
    assert days("monthly", 3, now=january) == ["2028-02-29", "2028-03-31", "2028-04-30"]


def test_a_leap_day_comes_every_year():
    assert days("every february 29", 3) == ["2027-02-28", "2028-02-29", "2029-02-28"]


def test_working_days_pass_over_days_off():
    assert days("every working day", 4, EASTER) == ["2026-04-01", "2026-04-02", "2026-04-07", "2026-04-08"]
    assert days("every month on the last working day", 2, Workweek(off=frozenset({date(2026, 4, 30)}))) == [
        "2026-04-29", "2026-05-29",
    ]  # fmt: skip
    friday_off = Workweek(days=frozenset({6, 0, 1, 2, 3}))
    assert days("every working day", 4, friday_off) == ["2026-04-01", "2026-04-02", "2026-04-05", "2026-04-06"]


def test_it_ends_with_its_last_day_or_after_so_many_times():
    assert days("every monday until 2026-04-20", 9) == ["2026-04-06", "2026-04-13", "2026-04-20"]
    assert days("every monday 3 times", 9) == ["2026-04-06", "2026-04-13", "2026-04-20"]
    assert days("every monday for 2 weeks", 9) == ["2026-04-06", "2026-04-13"]
    assert days("every day, two times", 9) == ["2026-04-01", "2026-04-02"]


@pytest.mark.parametrize(
    "text",
    [
        "every", "every blue moon", "every 0 days", "every 15", "every 32nd", "every february 30",
        "every monday until may 0", "every monday until yesterday", "every monday 0 times", "every monday at 25:00",
        "every friday at 3", "daily bread", "every quarter on the last day", "every 99999 weeks", "the 15th of every",
        "every monday until every tuesday",
        "mondays mondays mondays x", "every day " * 30,
    ],
)  # fmt: skip
def test_nonsense_is_refused_in_one_line(text: str):
    with pytest.raises(BadDate) as refused:
        read(text, now=TUESDAY, zone=NEW_YORK)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300


def test_the_time_of_day_stays_when_the_clocks_change():
    rule = read("every sunday 9:00 from 2026-03-01", now=TUESDAY, zone=NEW_YORK)
    instants = [rule.at(day, NEW_YORK).isoformat() for day in islice(rule.days(), 3)]
    assert instants == ["2026-03-01T14:00:00+00:00", "2026-03-08T13:00:00+00:00", "2026-03-15T13:00:00+00:00"]


def test_a_skipped_time_is_later_once_and_does_not_drift():
    rule = read("every sunday 2:30 from 2026-03-01", now=TUESDAY, zone=NEW_YORK)
    local = [rule.at(day, NEW_YORK).astimezone(NEW_YORK).strftime("%H:%M") for day in islice(rule.days(), 3)]
    assert local == ["02:30", "03:30", "02:30"]


def test_today_is_the_teams_today():
    late = datetime(2026, 3, 31, 10, 30, tzinfo=UTC)  # 00:30 on 1 April in Kiritimati
    assert read("daily", now=late, zone=KIRITIMATI).first == date(2026, 4, 2)
    assert read("every day 9:00", now=late, zone=KIRITIMATI).first == date(2026, 4, 1)


def test_the_next_passes_over_what_is_gone_but_not_over_today():
    rule = read("every monday from 2026-03-02", now=TUESDAY, zone=NEW_YORK)
    assert rule.next(date(2026, 3, 2), date(2026, 3, 30)) == (date(2026, 3, 30), 3)
    assert rule.next(date(2026, 3, 30), date(2026, 3, 27)) == (date(2026, 4, 6), 0)
    ended = read("every monday from 2026-03-02 until 2026-03-09", now=TUESDAY, zone=NEW_YORK)
    assert ended.next(date(2026, 3, 2), date(2026, 3, 30)) is None


@pytest.mark.parametrize("text", [*ADVERBS, "every 2 weeks", "mondays", "on tuesdays at 9", "EACH month"])
def test_what_comes_again_is_told_from_a_date(text: str):
    assert comes_again(text)


@pytest.mark.parametrize("text", ["monday", "tues 9:00", "next thursday", "in 3 days", "july", "everything", "2 weeks"])
def test_a_date_does_not_come_again(text: str):
    assert not comes_again(text)


RULES = st.builds(
    lambda often, at, start, end: " ".join(filter(None, [often, at, start, end])),
    st.one_of(
        st.builds(
            "every {} {}".format, st.integers(1, 40), st.sampled_from(["days", "weeks", "months", "working days"])
        ),
        st.builds(
            "every {} weeks on {}".format, st.integers(1, 5), st.sampled_from(["monday", "sat and sun", "mon-fri"])
        ),
        st.builds(
            "every {} months on the {}".format,
            st.integers(1, 30),
            st.sampled_from(
                ["1st", "22nd", "29th", "31st", "last day", "first monday", "last friday", "last working day"]
            ),
        ),
        st.sampled_from(["yearly", "every february 29", "every december 31", "weekly", "monthly", "quarterly"]),
    ),
    st.sampled_from(["", "at 9:00", "14:30", "2:30", "at noon"]),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)).map("from {}".format) | st.just(""),
    st.sampled_from(["", "until 2150-01-01", "7 times"]),
)
WEEKS = st.sampled_from([Workweek(), EASTER, Workweek(days=frozenset({5}))])
ZONES = st.sampled_from([NEW_YORK, KIRITIMATI, ZoneInfo("Africa/Cairo"), ZoneInfo("Pacific/Apia")])


@settings(deadline=None)
@given(RULES, WEEKS, ZONES, st.integers(0, 4000))
def test_what_is_kept_in_words_is_read_again(text: str, week: Workweek, zone: ZoneInfo, later: int):
    rule = read(text, now=TUESDAY, zone=zone, week=week)
    assert read(rule.words, now=TUESDAY + timedelta(days=later), zone=zone, week=week) == rule


@settings(deadline=None)
@given(RULES, WEEKS, ZONES)
def test_its_days_follow_each_other_from_the_first_to_come(text: str, week: Workweek, zone: ZoneInfo):
    rule = read(text, now=TUESDAY, zone=zone, week=week)
    found = list(islice(rule.days(week), 12))
    assert found == sorted(set(found))
    assert found[0] == rule.first
    if "from" not in text:
        assert rule.at(found[0], zone) > TUESDAY
        assert found[0] >= day_of(TUESDAY, zone)
    for before, after in pairwise(found):
        assert rule.next(before, before, week) == (after, 0)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            re.split(
                r"\s+",
                """every each monday tue and other second 2 3rd 31st 0 99999999999999 last first working day week weeks
                months year on the of month until from for times 5 at 9:00 noon 25:61 feb 29 31 9999-12-31 daily mondays
                2026-02-30 , - & è""",
            )
        ),
        max_size=8,
    ).map(" ".join)
    | st.text(max_size=30).map("every ".__add__)
)
def test_any_text_is_a_repetition_or_refused(text: str):
    try:
        rule = read(text, now=TUESDAY, zone=NEW_YORK)
    except BadDate:
        return
    assert isinstance(rule, Repeat)
    assert len(list(islice(rule.days(), 3))) >= 1
