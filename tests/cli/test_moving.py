"""Leads given up, put off, put aside and opened again; and those that lie."""

from datetime import UTC, datetime, timedelta

import pytest

NOW = datetime(2026, 3, 31, 14, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def that_tuesday(cli) -> None:
    cli.now = NOW


def stage(team, lead: int = 1) -> str:
    return team.json("show", lead)["stage"]


def test_a_lead_is_given_up_with_the_reason(team):
    told = team.json("disqualify", "1", "--reason", "no budget")
    assert told == {
        "batch": told["batch"], "lead": 1, "stage": "lost", "from": "new", "open_reminders": [],
    }  # fmt: skip
    assert team.json("show", "1")["moves"][0]["reason"] == "no budget"
    assert team.json("disqualify", "1", "--reason", "still none")["batch"] is None
    team.ok("undo")
    assert stage(team) == "new"


def test_a_reason_is_needed(team):
    assert "--reason" in team.refused("disqualify", "1", "--reason", "  ")
    assert "--reason" in team.refused("reopen", "1", "--reason", "")
    team.refused("disqualify", "1", code=2)


def test_promises_that_are_left_over_are_named(team):
    team.ok("remind", "1", "tomorrow", "call")
    answer = team.ok("junk", "1", "--reason", "a test")
    assert "reminder 1" in answer.err
    assert stage(team) == "junk"


@pytest.mark.parametrize(("stage", "kept"), [("won", [1]), ("lost", [1]), ("junk", [1]), ("contacted", [])])
def test_a_move_to_a_closed_stage_names_the_promises_too(team, stage: str, kept: list[int]):
    team.ok("remind", 1, "in 3 days", "send the offer")
    answer = team.ok("stage", 1, stage)
    assert ("; still promised: reminder 1 (leadtrack remind --done 1)" in answer.err) == bool(kept)
    assert team.json("stage", 1, stage)["open_reminders"] == kept


def test_a_lead_is_put_off_with_a_reminder(team):
    told = team.json("nurture", "1", "--until", "in 6 months", "--reason", "budget comes in autumn")
    assert (told["stage"], told["from"], told["due"]) == ("nurture", "new", "2026-09-30")
    (reminder,) = team.json("show", "1")["reminders"]
    assert "budget comes in autumn" in reminder["text"]
    assert team.json("nurture", "2", "--until", "in 2 months", "--at", "yesterday")["from"] == "new"
    team.ok("undo")
    again = team.json("nurture", "1", "--until", "in 7 months")
    assert again["stage"] == again["from"] == "nurture"
    team.ok("undo", told["batch"])
    assert "has passed" in team.refused("nurture", "2", "--until", "yesterday")
    assert stage(team, 2) == "new"


def test_a_lead_opened_again_goes_where_it_was_last(team):
    team.ok("stage", "1", "qualified")
    team.ok("disqualify", "1", "--reason", "no budget")
    told = team.json("reopen", "1", "--reason", "got a grant")
    assert (told["stage"], told["from"]) == ("qualified", "lost")
    assert team.json("reopen", "1", "--reason", "again")["batch"] is None
    assert "open already" in team.refused("reopen", "1", "--reason", "again", "--to", "new")


def test_a_lead_may_be_opened_again_elsewhere(team):
    team.ok("stage", "1", "won")
    assert "no open stage" in team.refused("reopen", "1", "--reason", "cancelled", "--to", "nurture")
    assert team.json("reopen", "1", "--reason", "cancelled", "--to", "proposal")["stage"] == "proposal"


def test_the_reopened_are_listed_with_why_they_were_closed(team):
    team.ok("disqualify", "1", "--reason", "no budget", "--at", "yesterday 9:00", acting="rita")
    team.ok("reopen", "1", "--reason", "got a grant", acting="sam")
    team.ok("nurture", "2", "--until", "in 2 months")
    team.ok("reopen", "2", "--reason", "sooner")
    (row,) = team.json("report", "reopened")["rows"]
    assert row == {
        "lead": 1, "name": "Ann Archer", "at": "2026-03-31T10:30:00-04:00", "reason": "got a grant", "from": "lost",
        "stage": "new", "rep": "Rita Ruiz", "actor": "Sam Stone", "to": "new",
        "closed_at": "2026-03-30T09:00:00-04:00", "closed_because": "no budget",
    }  # fmt: skip
    assert team.json("report", "reopened", "--until", "2026-03-30")["rows"] == []
    assert len(team.json("report", "reopened", "--since", "today")["rows"]) == 1
    team.ok("undo")
    assert len(team.json("report", "reopened")["rows"]) == 1


def test_a_pipeline_without_such_a_stage_says_how_to_make_one(team):
    team.ok("stages", "remove", "nurture")
    assert "leadtrack stages add nurture --kind nurture" in team.refused("nurture", "1", "--until", "in 2 months")


def test_a_past_move_tells_where_the_lead_was_then(team):
    team.ok("stage", "1", "qualified")
    told = team.json("stage", "1", "contacted", "--at", "2 hours ago")
    assert (told["from"], told["stage"]) == ("new", "contacted")
    assert [(row["from"], row["to"]) for row in team.json("show", "1")["moves"]] == [
        ("new", "contacted"), ("contacted", "qualified"),
    ]  # fmt: skip
    assert team.json("stage", "1", "contacted", "--at", "1 hour ago")["batch"] is None, "there it was already"


# -- leads that lie ----------------------------------------------------------------------------------------------------


def lying(team) -> dict[int, dict]:
    return {row["lead"]: row for row in team.json("stale")}


def test_the_never_tried_lie_from_the_first(team):
    rows = lying(team)
    assert rows.keys() == {1, 2}, "Cyd Cole has no rep"
    assert rows[1]["untouched"] and not rows[1]["stale"]
    assert rows[1]["why"] == "never tried, assigned today"


def test_a_lead_is_stale_when_nothing_happened_for_longer_than_its_stage_allows(team):
    for lead in ("1", "2"):
        team.ok("log", lead, "call")
        team.ok("stage", lead, "contacted")
    team.now = NOW + timedelta(days=5)
    assert lying(team).keys() == {3}, "Cyd Cole may rest one day in new"
    team.ok("note", "2", "a sign of life")
    team.now = NOW + timedelta(days=5, minutes=1)
    row = lying(team)[1]
    assert row == {
        "lead": 1, "name": "Ann Archer", "company": "Acme", "phone": "+16175550101", "rep": "Rita Ruiz",
        "stage": "contacted", "days": 5, "allowed": 5, "since": "2026-03-31T10:30:00-04:00", "stale": True,
        "untouched": False, "next_reminder_at": None, "why": "5 days quiet in contacted, 5 allowed",
    }  # fmt: skip
    assert lying(team).keys() == {1, 3}


def test_a_promise_to_come_is_no_lying_and_an_overdue_one_no_excuse(team):
    team.ok("log", "1", "call", "--remind", "in 20 days")
    team.now = NOW + timedelta(days=10)
    assert 1 not in lying(team)
    team.now = NOW + timedelta(days=22)
    assert "a promise overdue by 2 days" in lying(team)[1]["why"]


def test_what_is_closed_does_not_lie(team):
    team.ok("disqualify", "1", "--reason", "no")
    team.now = NOW + timedelta(days=300)
    assert 1 not in lying(team)


def test_they_are_counted_per_rep(team):
    team.now = NOW + timedelta(days=3)
    assert team.json("stale", "--by", "rep") == [
        {"rep": None, "lying": 1, "stale": 1, "untouched": 0, "longest": 3},
        {"rep": "Rita Ruiz", "lying": 1, "stale": 1, "untouched": 1, "longest": 3},
        {"rep": "Sam Stone", "lying": 1, "stale": 1, "untouched": 1, "longest": 3},
    ]
    assert [row["lead"] for row in team.json("stale", "--rep", "sam")] == [2]
    team.refused("stale", "--by", "moon", code=2)
