"""Who may be contacted, by which channel, and when."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack import consent
from leadtrack.consent import Calling, Proposal

NEW_YORK, LOS_ANGELES, KIRITIMATI = (
    ZoneInfo(name) for name in ("America/New_York", "America/Los_Angeles", "Pacific/Kiritimati")
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def test_a_lead_may_be_called_from_eight_to_nine_in_the_evening_by_its_own_clock():
    morning = at("2026-03-31T09:00-04:00")  # 06:00 in Los Angeles
    assert consent.callable_from(Calling(), [NEW_YORK], morning) == morning
    assert consent.callable_from(Calling(), [LOS_ANGELES], morning) == at("2026-03-31T08:00-07:00")
    assert consent.callable_from(Calling(), [NEW_YORK], at("2026-03-31T21:00-04:00")) == at("2026-04-01T08:00-04:00")


def test_of_several_possible_zones_all_must_allow_it():
    morning = at("2026-03-31T09:00-04:00")
    assert consent.callable_from(Calling(), [NEW_YORK, LOS_ANGELES], morning) == at("2026-03-31T08:00-07:00")
    late = at("2026-03-31T19:00-07:00")  # 22:00 in New York
    assert consent.callable_from(Calling(), [NEW_YORK, LOS_ANGELES], late) == at("2026-04-01T08:00-07:00")


def test_where_no_hour_suits_all_zones_there_is_none():
    rule = Calling("", time(8), time(9))
    assert consent.callable_from(rule, [NEW_YORK, LOS_ANGELES], at("2026-03-31T09:00-04:00")) is None


def test_days_without_calls_are_passed_over():
    rule = Calling("US-AL", days=frozenset(range(6)))
    assert consent.callable_from(rule, [NEW_YORK], at("2026-03-29T12:00-04:00")) == at("2026-03-30T08:00-04:00")


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)))
def test_a_call_is_never_proposed_at_night(now: datetime):
    for zone in (NEW_YORK, LOS_ANGELES, KIRITIMATI):
        found = consent.callable_from(Calling(), [zone], now)
        assert found is not None
        assert found >= now
        assert time(8) <= found.astimezone(zone).time() < time(21)


def test_the_hours_of_the_state_come_before_those_of_the_country():
    rules = {"": Calling(""), "US": Calling("US", time(9)), "US-FL": Calling("US-FL", time(8), time(20))}
    assert consent.hours_of(rules, "US", "FL").place == "US-FL"
    assert consent.hours_of(rules, "US", "NY").place == "US"
    assert consent.hours_of(rules, "DE", "BY").place == ""
    assert consent.hours_of({}, None, None) == Calling()


PHONE = {"phone": "+16175550100"}
EMAIL = {"email": "a@b.example"}


def test_an_opt_out_closes_its_channel_and_no_other():
    assert consent.allowed(PHONE | EMAIL) == ("call", "email", "text")
    assert consent.allowed(PHONE | EMAIL | {"opt_out_phone": 1}) == ("email",)
    assert consent.allowed(PHONE | EMAIL | {"opt_out_email": 1}) == ("call", "text")
    assert consent.allowed(PHONE | EMAIL | {"opt_out_email": 1, "opt_out_phone": 1}) == ()
    assert consent.allowed({"mobile": "+16175550100"}) == ("call", "text")


def test_why_nobody_may_contact_a_lead_is_said():
    assert consent.why_not(PHONE | {"opt_out_phone": 1}) == "wants no calls and has no e-mail address"


NOW, LATER = at("2026-03-31T09:00-04:00"), at("2026-03-31T11:00-04:00")


@pytest.mark.parametrize(
    ("wanted", "channels", "call_from", "expected"),
    [
        ("call", ("call", "email", "text"), NOW, Proposal("call", None, False)),
        ("text", ("call", "email", "text"), NOW, Proposal("text", None, False)),
        ("email", ("call", "email", "text"), NOW, Proposal("email", None, False)),
        ("meeting", ("call", "text"), NOW, Proposal("call", None, False)),
        (None, ("call", "text"), NOW, Proposal("call", None, False)),
        ("call", ("email",), None, Proposal("email", None, False)),
        ("email", ("call", "text"), NOW, Proposal("call", None, False)),
        # who may not be called yet is written to, and waits where that is not possible
        ("call", ("call", "email", "text"), LATER, Proposal("email", LATER, False)),
        ("text", ("call", "text"), LATER, Proposal("text", LATER, True)),
        ("call", (), None, Proposal(None, None, False)),
    ],
)
def test_the_channel_that_is_proposed(wanted, channels, call_from, expected):
    assert consent.propose(wanted, channels, call_from, NOW) == expected
