"""Leads that lie: the stale and the never touched, with the reason in words."""

from datetime import datetime, timedelta
from typing import Any

from leadtrack.actions import Office, finding
from leadtrack.instants import from_iso, iso

_FOREVER = 365_000  # days; a calendar does not reach further back


def stale(office: Office, rep: str | None) -> list[dict[str, Any]]:
    """Leads in which nothing happened for longer than their stage allows, and those that nobody ever tried.

    lead, name, company, phone, rep, stage, days (since something happened), allowed (days), since (local), stale and
    untouched (flags), next_reminder_at (local, or None), why. Those that lie longest first.
    """
    return [_told(office, row) for row in office.store.stages.lying(*_asked(office, rep))]


def by_rep(office: Office, rep: str | None) -> list[dict[str, Any]]:
    """The same, counted: rep (None for leads that nobody has), lying, stale and untouched of them, longest (days)."""
    return [
        {key: row[key] for key in ("rep", "lying", "stale", "untouched")}
        | {"longest": _days(office.now, row["oldest"])}
        for row in office.store.stages.lying_by_rep(*_asked(office, rep))
    ]


def _asked(office: Office, rep: str | None) -> tuple[list[tuple[int, str]], str, int | None]:
    """The instant before which something must have happened in each stage, now, and whose leads are meant."""
    bounds = [
        (stage["id"], iso(office.now - timedelta(days=stage["rest_days"])))
        for stage in office.store.stages.all(removed=True)
        if stage["rest_days"] and stage["rest_days"] < _FOREVER
    ]
    return bounds, iso(office.now), finding.rep(office, rep)["id"] if rep else None


def _told(office: Office, row: dict[str, Any]) -> dict[str, Any]:
    untouched = row["rep"] is not None and row["attempts"] == 0
    days = _days(office.now, row["since"])
    reasons = []
    if untouched:
        held = _days(office.now, row["assigned_at"])
        reasons.append(f"never tried in {_many(held)}" if held else "never tried, assigned today")
    if row["stale"]:
        reasons.append(f"{_many(days)} quiet in {row['stage']}, {row['rest_days']:g} allowed")
    if row["next_reminder_at"] and row["next_reminder_at"] < iso(office.now):
        reasons.append(f"a promise overdue by {_many(_days(office.now, row['next_reminder_at']))}")
    return {
        "lead": row["lead"], "name": row["name"], "company": row["company"], "phone": row["phone"], "rep": row["rep"],
        "stage": row["stage"], "days": days, "allowed": row["rest_days"], "since": office.local(row["since"]),
        "stale": row["stale"], "untouched": untouched,
        "next_reminder_at": row["next_reminder_at"] and office.local(row["next_reminder_at"]),
        "why": "; ".join(reasons),
    }  # fmt: skip


def _days(now: datetime, since: str) -> int:
    """Whole days that have passed."""
    return max(0, (now - from_iso(since)).days)


def _many(days: float) -> str:
    if days < 1:
        hours = round(days * 24)
        return f"{hours} hour{'s' * (hours != 1)}"
    return f"{days:g} day{'s' * (days != 1)}"
