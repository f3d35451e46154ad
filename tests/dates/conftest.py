"""A Tuesday in New York: 31 March 2026, 10:30, three weeks after the clocks went forward."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest


@pytest.fixture(scope="session")
def zone() -> ZoneInfo:
    return ZoneInfo("America/New_York")


@pytest.fixture(scope="session")
def now(zone: ZoneInfo) -> datetime:
    return datetime(2026, 3, 31, 10, 30, tzinfo=zone)
