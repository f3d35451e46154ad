"""Every line of the tables in docs/dates.md is tried."""

import re
from datetime import datetime
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from leadtrack.dates import BadDate, comes_again, due_window, parse, period
from leadtrack.repeat_words import read

PAGE = (Path(__file__).parents[2] / "docs" / "dates.md").read_text(encoding="utf-8")


def table(heading: str) -> list[tuple[str, str, str]]:
    section = PAGE.split(heading, 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^\| `(.+?)` \| (.*?) ?\| (.*?) ?\|$", section, re.MULTILINE)


def local(at: datetime | None, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}" if at else "the beginning"


@pytest.mark.parametrize(("text", "_meaning", "expected"), table("# Dates"))
def test_a_date_means_what_the_page_says(
    text: str, _meaning: str, expected: str, now: datetime, zone: ZoneInfo
) -> None:
    if expected == "refused":
        with pytest.raises(BadDate):
            parse(text, now=now, zone=zone)
        return
    when = parse(text, now=now, zone=zone)
    assert local(when.at, zone) == (expected if " " in expected else f"{expected} 00:00")
    assert when.whole_day == (" " not in expected)


@pytest.mark.parametrize(("text", "first", "then"), table("## What comes again"))
def test_what_comes_again_comes_when_the_page_says(
    text: str, first: str, then: str, now: datetime, zone: ZoneInfo
) -> None:
    assert comes_again(text)
    if first == "refused":
        with pytest.raises(BadDate):
            read(text, now=now, zone=zone)
        return
    days = [day.isoformat() for day in islice(read(text, now=now, zone=zone).days(), 2)]
    assert [*days, "ends"][:2] == [first, then]


@pytest.mark.parametrize(("text", "begins", "ends"), table("## Periods"))
def test_a_period_begins_and_ends_where_the_page_says(
    text: str, begins: str, ends: str, now: datetime, zone: ZoneInfo
) -> None:
    start, no_end = period(text, None, now=now, zone=zone)
    no_start, end = period(None, text, now=now, zone=zone)
    assert (local(start, zone), local(end, zone)) == (begins, ends)
    assert no_start is None
    assert no_end is None


@pytest.mark.parametrize(("text", "start", "end"), table("## What is due"))
def test_what_is_due_lies_where_the_page_says(text: str, start: str, end: str, now: datetime, zone: ZoneInfo) -> None:
    assert tuple(local(at, zone) for at in due_window(text, now=now, zone=zone)) == (start, end)


def test_the_page_has_its_tables() -> None:
    assert len(table("# Dates")) > 80
    assert len(table("## What comes again")) > 25
    assert len(table("## Periods")) > 10
    assert len(table("## What is due")) > 8
