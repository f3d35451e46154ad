"""The team as assignment sees it at one instant: who is away, at work, full."""

from collections.abc import Mapping
from typing import Any

from leadtrack import workweek
from leadtrack.actions import Office
from leadtrack.availability import Absence, Rep, Team
from leadtrack.hours import Hours
from leadtrack.instants import from_iso, iso
from leadtrack.periods import begins, day_of


def team(office: Office, *, lasting: bool = False) -> Team:
    """Everybody, with absences and loads as they stand now.

    `lasting`: for leads that one rep hands on to another for good, which does not depend on the hour or the day.
    """
    rows = office.store.reps.team()
    capped = [row["id"] for row in rows if row["open_most"] is not None and row["left_at"] is None]
    counts = any(row["per_day"] is not None for row in rows)
    today = iso(begins(day_of(office.now, office.zone), office.zone))
    everybody = [rep(office, row) for row in rows]
    if lasting:
        everybody = [one._replace(hours=None, per_day=None) for one in everybody]
    return Team(
        everybody,
        absences(office),
        now=office.now,
        zone=office.zone,
        today=office.store.reps.got_since(today) if counts else {},
        open={number: office.store.reps.open_leads(number) for number in capped},
    )


def absences(office: Office) -> list[Absence]:
    return [
        Absence(
            row["rep_id"],
            from_iso(row["from_at"]),
            from_iso(row["until_at"]) if row["until_at"] else None,
            row["cover_id"],
        )
        for row in office.store.reps.absences()
    ]


def names(office: Office) -> dict[int, str]:
    """Of everybody who is or was on the team."""
    return {row["id"]: row["name"] for row in office.store.reps.team()}


def rep(office: Office, row: dict[str, Any]) -> Rep:
    return Rep(
        row["id"], row["name"], row["since"], row["weight"], row["region_id"], row["per_day"], row["open_most"],
        hours(office, row), row["left_at"] is not None,
    )  # fmt: skip


def hours(office: Office, row: dict[str, Any]) -> Hours | None:
    """When a rep takes leads; None: always. Where the rep has hours, the team's days and holidays hold for what is not
    said; where only days or holidays are, it is any hour of them."""
    if row["days"] is None and row["hours"] is None and row["holidays"] is None:
        return None
    from datetime import time
    from zoneinfo import ZoneInfo

    told = workweek.read_hours(row["hours"]) if row["hours"] else None
    days = row["days"] or (office.settings.get("working_days", "mon-fri") if told else "mon-sun")
    off = row["holidays"] or (office.settings.get("holidays", workweek.NONE) if told else workweek.NONE)
    opens, closes = told or (time(), time())
    zone = ZoneInfo(row["zone"]) if row["zone"] else office.zone
    return Hours(zone, workweek.read_days(days), opens, closes, workweek.read_days_off(off))


def working(office: Office, row: dict[str, Any]) -> Hours | None:
    """The hours that count against a rep: the own, else the team's; None: every minute."""
    own = hours(office, row)
    if own is not None:
        return own
    if office.settings.get("working_hours", workweek.NONE) == workweek.NONE or office.week is None:
        return None
    return office.week.hours(office.zone)


def shares(by_rep: Mapping[str, int], shown: int = 8) -> str:
    """Who got how many leads, in words: "Ann 5, Ben 4"; of a large team those who got most, and how many more there
    are."""
    if len(by_rep) <= shown:
        return ", ".join(f"{rep} {leads:,}" for rep, leads in by_rep.items())
    most = sorted(by_rep.items(), key=lambda share: (-share[1], share[0]))
    told = ", ".join(f"{rep} {leads:,}" for rep, leads in most[:shown])
    return f"{told} and {len(most) - shown} more reps {sum(leads for _, leads in most[shown:]):,}"
