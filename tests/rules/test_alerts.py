"""What deserves a message, and when a mail is tried again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack import alerts

NOW = datetime(2026, 3, 31, 14, 0, tzinfo=UTC)
LEAD = {
    "lead": 7, "full_name": "Dee Dorn", "first_name": "Dee", "last_name": "Dorn", "company": "Acme", "title": None,
    "email": None, "phone": "+16175550142", "mobile": None, "city": "Boston", "state": "MA", "postal_code": "02110",
    "industry": None, "value": None, "notes": None, "created_at": "2026-03-31T13:50:00Z", "opt_out_phone": None,
    "opt_out_email": None, "source": "web form", "campaign": None, "reason": "covers MA",
    "arrived": NOW - timedelta(minutes=10), "created": "2026-03-31 09:50",
}  # fmt: skip


def about(*leads, count: int | None = None):
    return alerts.about_leads("Rita", leads, count or len(leads), now=NOW, by="boss", file=None)


def test_one_lead_is_a_mail_about_it_and_several_are_a_digest():
    assert about(LEAD)[0] == "lead"
    kind, values = about(LEAD, LEAD, count=500)
    assert (kind, values["count"], values["more"]) == ("leads", 500, 498)


def test_a_lead_is_fresh_for_half_an_hour_after_it_came():
    for minutes, fresh in ((0, True), (30, True), (31, False)):
        lead = LEAD | {"arrived": NOW - timedelta(minutes=minutes)}
        assert about(lead)[1]["lead"]["fresh"] is fresh
    assert about(LEAD | {"arrived": None})[1]["lead"]["fresh"] is False


def test_long_notes_are_quoted_from_their_beginning():
    notes = about(LEAD | {"notes": "word " * 500})[1]["lead"]["notes"]
    assert notes.endswith("…") and len(notes) <= 402


def test_what_was_refused_is_said():
    told = about(LEAD | {"opt_out_phone": 1})[1]["lead"]
    assert told["no_calls"] and not told["no_mail"]


def test_a_mail_is_tried_more_and_more_rarely_for_a_day():
    at, tries, pauses = NOW, 0, []
    while (again := alerts.next_try(tries + 1, at)) is not None:
        pauses.append(again - at)
        at, tries = again, tries + 1
    assert pauses == sorted(pauses)
    assert timedelta(hours=20) < at - NOW < timedelta(hours=24)


def test_a_server_is_asked_again_every_quarter_of_an_hour_at_least():
    minutes = [(alerts.next_reach(n, NOW) - NOW).seconds // 60 for n in (1, 2, 3, 4, 5, 6, 99)]
    assert minutes == [1, 2, 5, 10, 15, 15, 15]


@given(st.text())
def test_a_line_is_one_line_of_any_text(text: str):
    line = alerts.one_line(text)
    assert len(line.splitlines()) <= 1
    assert alerts.one_line(line) == line
    line.encode("utf-8")


@pytest.mark.parametrize("address", ["ann@example.com", "o'neil+x@sub.example.com", "jürgen@müller.example"])
def test_an_address_can_be_written_to(address: str):
    assert alerts.is_address(address)


@pytest.mark.parametrize("address", ["", "ann", "ann@", "@x", "a@b@c", "a@b, c@d", "<a@b>", "a b@c", "a@b\n", '"a"@b'])
def test_what_is_no_address_is_not_written_to(address: str):
    assert not alerts.is_address(address)
