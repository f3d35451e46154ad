"""Call logs: what their columns are and what their rows say."""

import pytest

from leadtrack.activity import OUTCOMES, seconds
from leadtrack.call_words import OUTCOMES as THEIR_WORDS
from leadtrack.calllogs import columns, read, unit, when
from leadtrack.errors import BadRequest


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        (("Phone", "Date"), {"number", "date"}),
        (("Start Time", "Direction", "From", "To", "Call Duration", "Result"),
         {"at", "direction", "from", "to", "seconds", "outcome"}),
        (("call_date", "agent_name", "Customer Number", "Disposition"), {"date", "rep", "number", "outcome"}),
        (("E-Mail", "Timestamp", "Subject", None, "color"), {"email", "at", "subject"}),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_headers(headers: tuple[str | None, ...], found: set[str]):
    assert columns(headers).keys() == found


@pytest.mark.parametrize("headers", [("Name", "Date"), ("Phone", "Outcome"), ()])
def test_a_sheet_without_who_or_when_is_no_call_log(headers: tuple[str, ...]):
    with pytest.raises(BadRequest, match="call one"):
        columns(headers)


def entry(**cell: str):
    return read({"number": "617-555-0101", **cell}, "s", ["beamed up"])


@pytest.mark.parametrize(
    ("cell", "kind", "direction", "outcome"),
    [
        ({}, "call", None, None),
        ({"direction": "Outbound"}, "call", "out", None),
        ({"type": "Incoming Call", "outcome": "Call connected"}, "call", "in", "answered"),
        ({"type": "Missed"}, "call", "in", "no answer"),
        ({"type": "SMS", "direction": "out", "outcome": "Delivered"}, "text", "out", "sent"),
        ({"type": "Voicemail", "direction": "Outgoing"}, "call", "out", "voicemail"),
        ({"outcome": "No-Answer"}, "call", None, "no answer"),
        ({"outcome": "LEFT_VOICEMAIL"}, "call", None, "voicemail"),
        ({"outcome": "Beamed up"}, "call", None, "beamed up"),
    ],
)
def test_a_row_is_read_in_our_words(cell: dict[str, str], kind: str, direction: str | None, outcome: str | None):
    read_ = entry(**cell)
    assert (read_.kind, read_.direction, read_.outcome) == (kind, direction, outcome)


def test_who_rang_is_the_lead_when_it_came_in():
    cell = {"from": "617-555-0101", "to": "212-555-0102"}
    assert [column for column, _ in read({**cell, "direction": "in"}, "s", ()).keys] == ["from"]
    assert [column for column, _ in read({**cell, "direction": "out"}, "s", ()).keys] == ["to"]


def test_an_unknown_outcome_is_refused_with_the_mend():
    with pytest.raises(BadRequest, match="leadtrack outcomes add 'so-so'"):
        entry(outcome="so-so")


def test_who_asked_not_to_be_called_is_told():
    assert entry(outcome="DNC").do_not_call
    assert entry(outcome="DNC").outcome == "not interested"
    assert not entry(outcome="busy").do_not_call


def test_their_words_mean_outcomes_that_there_are():
    assert set(THEIR_WORDS.values()) <= set(OUTCOMES)
    assert not set(THEIR_WORDS) & set(OUTCOMES)


def test_day_and_time_of_day_may_stand_apart():
    assert when({"date": "2026-03-31", "time": "14:05"}) == "2026-03-31 14:05"
    assert when({"at": "2026-03-31 14:05", "date": "x"}) == "2026-03-31 14:05"


@pytest.mark.parametrize(
    ("text", "bare", "found"),
    [("45", "s", 45), ("45", "m", 2700), ("3:25", "s", 205), ("01:03:25", "s", 3805), ("1h 5m", "m", 3900),
     ("12 min", "s", 720), ("90s", "m", 90), ("1.5 hours", "m", 5400), ("0", "s", 0)],
)  # fmt: skip
def test_a_duration_is_read_as_people_and_systems_write_it(text: str, bare: str, found: int):
    assert seconds(text, bare) == found


@pytest.mark.parametrize("text", ["", "long", "-5", "5 x", "9999 h"])
def test_what_is_no_duration_is_refused(text: str):
    with pytest.raises(BadRequest):
        seconds(text)


def test_the_header_says_what_a_bare_number_counts():
    assert unit("Duration (min)") == "m"
    assert unit("Duration in seconds") == "s"
    assert unit(None) == "s"
