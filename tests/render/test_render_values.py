"""What one value looks like in each kind of column."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from leadtrack.render.cells import kept, said, shown
from leadtrack.reports import Column

CHICAGO = ZoneInfo("America/Chicago")


@pytest.mark.parametrize(
    ("kind", "value", "people", "sheet", "json"),
    [
        ("text", None, "", "", None),
        ("text", 4711, "4711", "4711", 4711),
        ("text", "a\tb\r\nc", "a\\x09b⏎c", "a\tb\r\nc", "a\tb\r\nc"),
        ("text", ["hot", 3], "hot, 3", "hot, 3", ["hot", 3]),
        ("text", {"fit": 2.0}, "fit: 2", "fit: 2", {"fit": 2}),
        ("count", 12345, "12,345", "12345", 12345),
        ("count", 2.25, "2.2", "2.25", 2.25),
        ("count", float("nan"), "", "", None),
        ("share", 0.253, "25 %", "0.253", 0.253),
        ("share", 0.0, "0 %", "0", 0),
        ("share", 0.004, "<1 %", "0.004", 0.004),
        ("share", 0.996, ">99 %", "0.996", 0.996),
        ("share", 12.5, "1,250 %", "12.5", 12.5),
        ("money", "1,200.50", "1,200", "1200.5", 1200.5),
        ("money", Decimal("99.5"), "99.50", "99.5", 99.5),
        ("money", 50_000, "50,000", "50000", 50_000),
        ("money", "on request", "on request", "on request", "on request"),
        ("seconds", 0, "0 s", "0", 0),
        ("seconds", 45.2, "45 s", "45.2", 45.2),
        ("seconds", 59.7, "1 min", "59.7", 59.7),
        ("seconds", 240, "4 min", "240", 240),
        ("seconds", 12_000, "3 h 20 min", "12000", 12_000),
        ("seconds", 7_200, "2 h", "7200", 7_200),
        ("seconds", 86_399, "1 d", "86399", 86_399),
        ("seconds", 172_800, "2 d", "172800", 172_800),
        ("seconds", 190_000, "2 d 5 h", "190000", 190_000),
        ("seconds", 1_000_000, "12 d", "1000000", 1_000_000),
        ("seconds", -240, "-4 min", "-240", -240),
        ("instant", "2026-03-31T14:00:05Z", "2026-03-31 09:00", "2026-03-31 09:00:05", "2026-03-31T09:00:05-05:00"),
        (
            "instant",
            "2026-01-31T03:00:00+00:00",
            "2026-01-30 21:00",
            "2026-01-30 21:00:00",
            "2026-01-30T21:00:00-06:00",
        ),
        (
            "instant",
            datetime(2026, 3, 31, 14, tzinfo=UTC),
            "2026-03-31 09:00",
            "2026-03-31 09:00:00",
            "2026-03-31T09:00:00-05:00",
        ),
        ("instant", "2026-03-31", "2026-03-31", "2026-03-31", "2026-03-31"),
        ("day", date(2026, 3, 31), "2026-03-31", "2026-03-31", "2026-03-31"),
        ("flag", True, "yes", "yes", True),
        ("flag", False, "", "", False),
        ("flag", 1, "yes", "yes", True),
        ("flag", None, "", "", None),
    ],
)
def test_a_value_is_shown_kept_and_said(kind, value, people, sheet, json):
    columns = (Column("key", "Label", kind),)
    row = {"key": value}
    assert shown(row, columns, CHICAGO) == [people]
    assert kept(row, columns, CHICAGO) == [sheet]
    assert said([row], columns, CHICAGO) == [{"key": json}]
