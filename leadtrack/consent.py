"""Who may be contacted, by which channel, and when.

Calls and texts keep to hours by the lead's own clock: 8:00 to 21:00 unless the team set others for its state or country
(47 CFR 64.1200(c)(1) is where these come from; several states are stricter). Where its place leaves several time zones
open, all of them must allow it. An opt-out closes a channel for good.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time, tzinfo
from typing import Any, NamedTuple

from leadtrack.hours import Hours

CHANNELS = ("call", "email", "text")
EVERY_DAY = frozenset(range(7))
_BY_PHONE = ("call", "text")


class Calling(NamedTuple):
    """Hours that allow calls; `place` is "US-FL", "US" or "" for everywhere; days count from Monday = 0."""

    place: str = ""
    opens: time = time(8)
    closes: time = time(21)
    days: frozenset[int] = EVERY_DAY


class Proposal(NamedTuple):
    """How to reach a lead now: `channel` is None where nothing allows it; `call_from`: from then on it may be called.

    `waits`: it can only be called, and not yet.
    """

    channel: str | None
    call_from: datetime | None
    waits: bool


def hours_of(rules: Mapping[str, Calling], country: str | None, state: str | None) -> Calling:
    """The hours that hold in a place: those of its state, else of its country, else those of everywhere."""
    for place in (f"{country}-{state}" if country and state else None, country, ""):
        if place is not None and place in rules:
            return rules[place]
    return Calling()


def allowed(lead: Mapping[str, Any]) -> tuple[str, ...]:
    """The channels by which a lead can be reached and did not ask us not to."""
    phone = (lead.get("phone") or lead.get("mobile")) and not lead.get("opt_out_phone")
    email = lead.get("email") and not lead.get("opt_out_email")
    return tuple(channel for channel in CHANNELS if (email if channel == "email" else phone))


def why_not(lead: Mapping[str, Any]) -> str:
    """Why a lead that `allowed` gives no channel for cannot be contacted."""
    reasons = []
    for what, has, refused in (
        ("calls", lead.get("phone") or lead.get("mobile"), lead.get("opt_out_phone")),
        ("e-mail", lead.get("email"), lead.get("opt_out_email")),
    ):
        if has and refused:
            reasons.append(f"wants no {what}")
        elif not has:
            reasons.append("has no telephone number" if what == "calls" else "has no e-mail address")
    return " and ".join(reasons)


def callable_from(calling: Calling, zones: Sequence[tzinfo], now: datetime) -> datetime | None:
    """The first instant from `now` on at which a call is allowed in all of the zones; None where there is no such."""
    clocks = [Hours(zone, calling.days, calling.opens, calling.closes) for zone in zones]
    at = now
    for _ in range(14):
        later = at
        for clock in clocks:
            later = clock.next_open(later)
        if later == at or all(clock.is_open(later) for clock in clocks):
            return later
        at = later
    return None


def propose(wanted: str | None, channels: Iterable[str], call_from: datetime | None, now: datetime) -> Proposal:
    """The channel for now: the wanted one if it may be, else a call, else an e-mail.

    `call_from` as `callable_from` gives it; None: never. Who cannot be called yet is written to where that is allowed.
    """
    open_to = tuple(channels)
    if not open_to:
        return Proposal(None, None, False)
    by_phone = [channel for channel in _BY_PHONE if channel in open_to]
    if wanted == "email" and "email" in open_to:
        return Proposal("email", None, False)
    if by_phone:
        channel = wanted if wanted in by_phone else by_phone[0]
        if call_from is not None and call_from <= now:
            return Proposal(channel, None, False)
        if "email" in open_to:
            return Proposal("email", call_from, False)
        return Proposal(channel, call_from, True)
    return Proposal("email", None, False)
