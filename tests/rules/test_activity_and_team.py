"""Contacts and their outcomes, and who is meant by a name."""

from datetime import UTC, datetime, timedelta

import pytest

from leadtrack.activity import ATTEMPTS, OUTCOMES, kind, median_seconds, outcome
from leadtrack.errors import Ambiguous, BadRequest, NotFound
from leadtrack.team import one_rep

NINE = datetime(2026, 3, 31, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Call", "call"),
        ("e-mail", "email"),
        ("Mail", "email"),
        ("SMS", "text"),
        ("phone", "call"),
        ("visit", "meeting"),
    ],
)
def test_ways_of_contact_have_one_name(text: str, kept: str):
    assert kind(text) == kept
    assert kept in ATTEMPTS


@pytest.mark.parametrize("text", ["fax", "", "note"])
def test_what_is_no_contact_attempt_is_refused(text: str):
    with pytest.raises(BadRequest, match="call, email, text, meeting"):
        kind(text)


@pytest.mark.parametrize("text", ["No Answer", "no-answer", "no_answer", " no  answer "])
def test_outcomes_have_one_name(text: str):
    assert outcome(text) == "no answer"


def test_an_unknown_outcome_is_refused_with_those_there_are():
    with pytest.raises(BadRequest, match="voicemail"):
        outcome("superb")
    assert all(outcome(known) == known for known in OUTCOMES)


def test_the_median_of_response_times():
    assert median_seconds([]) is None
    assert median_seconds([(NINE, NINE + timedelta(minutes=minutes)) for minutes in (5, 60, 10)]) == 600
    assert median_seconds([(NINE, NINE), (NINE, NINE + timedelta(seconds=10))]) == 5


def test_one_rep_who_answers_is_meant():
    assert one_rep([{"name": "Rita"}], "ri", ["Rita", "Sam"]) == {"name": "Rita"}


def test_several_who_answer_are_listed():
    with pytest.raises(Ambiguous, match="'Ann Lee', 'Ann Ray'"):
        one_rep([{"name": "Ann Lee"}, {"name": "Ann Ray"}], "ann", ["Ann Lee", "Ann Ray"])


@pytest.mark.parametrize(
    ("text", "team", "said"),
    [
        ("Riat", ["Rita", "Sam"], "did you mean 'Rita'"),
        ("Xaver", ["Rita", "Sam"], "the team is 'Rita', 'Sam'"),
        ("Rita", [], "leadtrack rep add 'Rita'"),
    ],
)
def test_nobody_who_answers_is_told_with_the_mend(text: str, team: list[str], said: str):
    with pytest.raises(NotFound, match=said):
        one_rep([], text, team)


def test_a_big_team_is_not_listed_to_its_end():
    with pytest.raises(NotFound, match="and 12 more"):
        one_rep([], "Xaver", [f"Rep {n}" for n in range(20)])
