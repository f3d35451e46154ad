"""What may be deleted for good, and what stays although it is old."""

from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo
from typing import Any

from leadtrack.dates import period
from leadtrack.errors import BadRequest

# What is noticed of a lead or target -> why it stays.
STAYS = {
    "promised": "an open reminder",
    "refused": "no mail or calls wanted, which must not be forgotten",
}


def cutoff(older_than: str, *, now: datetime, zone: tzinfo) -> datetime:
    """The instant before which everything must have happened: "90d", "6 months", "2026-01-01", "last year".

    Days count from the first instant of the day in `zone`. Raises BadDate, and BadRequest for a time to come.
    """
    start, _ = period(older_than, None, now=now, zone=zone)
    if start is None or start > now:
        raise BadRequest(f"{older_than!r} has not come yet; say how old, for example --older-than 90d")
    return start


def sort_out(found: Iterable[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """Old rows -> (those that go, why others stay -> how many); a row tells by the names of STAYS what holds it."""
    goes: list[dict[str, Any]] = []
    stays: dict[str, int] = {}
    for row in found:
        why = next((words for name, words in STAYS.items() if row.get(name)), None)
        if why is None:
            goes.append({name: value for name, value in row.items() if name not in STAYS})
        else:
            stays[why] = stays.get(why, 0) + 1
    return goes, stays
