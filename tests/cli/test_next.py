"""`leadtrack next`: what now, why, and how."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from running import Program

# a Tuesday, 10:00 in New York and 07:00 in Los Angeles
NOW = datetime(2026, 3, 31, 14, tzinfo=UTC)


@pytest.fixture
def rita(cli: Program) -> Program:
    """One rep, Rita Ruiz, who covers the country, at NOW."""
    cli.now = NOW
    cli.ok("settings", "time_zone", "America/New_York")
    cli.ok("rep", "add", "Rita Ruiz")
    cli.ok("territory", "add", "Rita Ruiz", "--country", "US")
    return cli


def lead(cli: Program, name: str, *, came: timedelta = timedelta(days=1), **fields: str) -> int:
    """A lead of Rita's in Boston that came so long ago, with a telephone number and no e-mail address."""
    given = {"full_name": name, "phone": f"617-555-{100 + len(cli.json('leads')):04}", "postal_code": "02110"} | fields
    at = (cli.now or NOW) - came
    words = [word for key, value in given.items() if value for word in (f"--{key.replace('_', '-')}", value)]
    return int(cli.json("add", *words, "--created-at", at.isoformat())["lead"])


def queue(cli: Program, *more: object) -> list[dict[str, Any]]:
    return cli.json("next", "--rep", "Rita Ruiz", *more)


def names(cli: Program, *more: object) -> list[str]:
    return [row["name"] for row in queue(cli, *more)]


def test_what_earns_most_comes_first(rita: Program):
    lead(rita, "Old One", came=timedelta(days=60))
    lead(rita, "Hot One", came=timedelta(hours=2))
    lead(rita, "New One", came=timedelta(minutes=2))
    due = lead(rita, "Promised One", came=timedelta(days=20))
    rita.now = NOW - timedelta(days=2)
    rita.ok("remind", due, "2026-03-31 09:30", "Send the quote")
    rita.now = NOW
    rows = queue(rita)
    assert [(row["name"], row["group"]) for row in rows] == [
        ("Promised One", "promised"),
        ("New One", "new"),
        ("Hot One", "hot"),
        ("Old One", "stale"),
    ]
    assert [row["why"] for row in rows] == [
        "due 30 min ago",
        "new, 3:00 of its first 5 min left",
        "hot, came 2 h ago, not tried yet",
        "never tried in 60 days",
    ]
    assert rows[0]["action"] == "Send the quote"
    assert rows[0]["reminder"] is not None
    assert {row["channel"] for row in rows} == {"call"}


def test_the_number_of_leads_is_what_was_asked_for(rita: Program):
    for n in range(12):
        lead(rita, f"Lead {n}")
    assert len(queue(rita)) == 10
    assert len(queue(rita, "-n", 3)) == 3


def test_a_promise_for_later_is_left_alone(rita: Program):
    one = lead(rita, "Later One", came=timedelta(days=60))
    rita.ok("remind", one, "in 6 months", "Ask again")
    assert names(rita) == []


def test_a_reply_that_nobody_answered_comes_up_again_until_it_is_answered(rita: Program):
    one = lead(rita, "Asking One", came=timedelta(days=60))
    rita.now = NOW - timedelta(days=1)
    rita.ok("log", one, "call", "--outcome", "voicemail")
    rita.ok("remind", one, "in 6 months", "Ask again")
    rita.now = NOW
    rita.ok("log", one, "email", "--in", "--at", "2 hours ago")
    (row,) = queue(rita)
    assert (row["group"], row["why"]) == ("hot", "replied 2 h ago, not answered yet")
    rita.ok("log", one, "email", "--outcome", "sent")
    assert names(rita) == []


def test_who_was_just_tried_waits_and_is_there_again_tomorrow(rita: Program):
    one = lead(rita, "Tried One", came=timedelta(hours=3))
    rita.ok("log", one, "call", "--outcome", "no answer")
    assert names(rita) == []
    rita.now = NOW + timedelta(days=2)
    assert names(rita) == ["Tried One"]


def test_a_lead_that_sleeps_is_not_called_but_written_to(rita: Program):
    lead(rita, "By Mail", postal_code="90001", email="m@x.example")
    lead(rita, "By Phone", postal_code="90001")
    lead(rita, "Awake", came=timedelta(days=2))
    rows = queue(rita)
    assert [(row["name"], row["channel"], row["waits"]) for row in rows] == [
        ("By Mail", "email", False),
        ("Awake", "call", False),
        ("By Phone", "call", True),
    ]
    assert [row["call_from"] for row in rows] == ["2026-03-31T11:00:00-04:00", None, "2026-03-31T11:00:00-04:00"]


def test_the_area_code_tells_the_hour_where_there_is_no_zip(rita: Program):
    lead(rita, "Californian", postal_code="", phone="(213) 555-0100", country="US")
    lead(rita, "Bostonian", postal_code="", phone="(617) 555-0100", country="US")
    assert [(row["name"], row["waits"]) for row in queue(rita)] == [("Bostonian", False), ("Californian", True)]


def test_the_hours_of_a_state_are_the_teams_own(rita: Program):
    lead(rita, "Bostonian")
    rita.ok("calling", "set", "Massachusetts", "10:30-18:00")
    (row,) = queue(rita)
    assert (row["waits"], row["call_from"]) == (True, "2026-03-31T10:30:00-04:00")
    rita.ok("undo")
    assert queue(rita)[0]["waits"] is False


def test_an_opt_out_is_never_proposed(rita: Program):
    lead(rita, "No Calls", email="n@x.example", opt_out_phone="yes")
    lead(rita, "Nothing", email="o@x.example", opt_out_phone="yes", opt_out_email="yes")
    rows = queue(rita)
    assert [(row["name"], row["channel"]) for row in rows] == [("No Calls", "email"), ("Nothing", None)]
    assert rows[1]["why"].endswith("wants no calls and wants no e-mail")


def test_what_a_rep_calls_hot_is_hot(rita: Program):
    one = lead(rita, "Cold One", came=timedelta(days=90))
    lead(rita, "Other One", came=timedelta(days=2))
    rita.ok("temperature", one, "hot", "--why", "asked for a quote", acting="Rita Ruiz")
    row = queue(rita)[0]
    assert (row["name"], row["group"], row["temperature"]) == ("Cold One", "hot", "hot")
    assert row["why"].startswith("hot, as a rep says")


def test_the_first_step_of_the_stage_is_proposed_until_it_is_done(rita: Program):
    one = lead(rita, "New One", came=timedelta(hours=1))
    first = queue(rita)[0]["action"]
    assert first
    rita.ok("log", one, "call", "--outcome", "voicemail")
    rita.now = NOW + timedelta(days=3)
    assert queue(rita)[0]["action"] != first


def test_high_priority_promises_come_before_older_ones(rita: Program):
    one, other = lead(rita, "One"), lead(rita, "Other")
    rita.now = NOW - timedelta(days=3)
    rita.ok("remind", one, "2026-03-29", "call")
    rita.ok("remind", other, "2026-03-31", "call", "--priority", "high")
    rita.now = NOW
    assert [(row["name"], row["why"]) for row in queue(rita)] == [
        ("Other", "due today, high priority"),
        ("One", "due 2 days ago"),
    ]


def test_closed_leads_and_those_of_others_are_not_there(rita: Program):
    won, lost = lead(rita, "Won"), lead(rita, "Lost")
    rita.ok("rep", "add", "Sam Stone")
    other = lead(rita, "Sam's")
    rita.ok("stage", won, "won")
    rita.ok("stage", lost, "lost")
    rita.ok("assign", other, "--to", "Sam Stone", "--why", "knows her")
    assert names(rita) == []
    assert [row["name"] for row in rita.json("next", acting="Sam Stone")] == ["Sam's"]
    assert [(row["name"], row["rep"]) for row in rita.json("next")] == [("Sam's", "Sam Stone")]


def test_another_hour_can_be_looked_at(rita: Program):
    lead(rita, "Bostonian")
    assert queue(rita)[0]["waits"] is False
    (row,) = queue(rita, "--as-of", "2026-03-31 23:00")
    assert (row["waits"], row["call_from"]) == (True, "2026-04-01T08:00:00-04:00")


def test_who_else_is_there_is_told_by_group(rita: Program):
    for n in range(4):
        lead(rita, f"Lead {n}")
    assert "2 hot; leadtrack next -n 4" in rita.ok("next", "-n", 2).err


def test_people_are_told_how_to_go_on(rita: Program):
    one = lead(rita, "New One", came=timedelta(minutes=1))
    answer = rita.ok("next", acting="Rita Ruiz")
    assert "Next for Rita Ruiz" in answer.out
    assert f"leadtrack log {one} call" in answer.err


def test_a_lead_that_says_it_comes_in_the_future_came_when_it_was_taken_in(rita: Program):
    rita.ok(
        "add", "--full-name", "Ute Future", "--phone", "617-555-0177", "--state", "MA", "--created-at", "2031-01-01"
    )
    rita.ok("assign", "Ute Future", "--to", "Rita Ruiz", "--why", "test")
    found = next(row for row in rita.json("next", "-n", 50) if row["name"] == "Ute Future")
    assert found["group"] == "new"
    assert "5:00 of its first 5 min" in found["why"]
    later = Program(rita.db, rita.now + timedelta(days=3))
    found = next(row for row in later.json("next", "-n", 50) if row["name"] == "Ute Future")
    assert (found["group"], found["why"]) == ("stale", "never tried in 3 days")


def test_leads_that_say_they_come_in_the_future_hide_nobody(rita: Program):
    for n in range(26):
        lead(rita, f"Old {n}", came=timedelta(days=40, minutes=n))
    lead(rita, "New One", came=timedelta(minutes=2))
    for n in range(26):
        lead(rita, f"Future {n}", came=timedelta(days=-40, minutes=n))
    found = [row["name"] for row in queue(rita, "-n", 5)]
    assert found[0] == "New One"
    assert all(name.startswith("Future") for name in found[1:])


def test_an_empty_queue_is_no_error(rita: Program):
    answer = rita.ok("next", acting="Rita Ruiz")
    assert "leadtrack assign" in answer.err
    assert rita.json("next") == []


def test_an_empty_team_has_an_empty_queue(cli: Program):
    assert cli.json("next") == []


def test_an_unknown_rep_is_an_error(rita: Program):
    assert "Rita Ruiz" in rita.refused("next", "--rep", "Nobody")


def test_asking_changes_nothing(rita: Program):
    lead(rita, "One")
    before = rita.dump()
    rita.ok("next")
    rita.ok("score", 1, "--explain")
    rita.ok("qualify", 1)
    rita.ok("temperature", 1)
    rita.ok("icp", "suggest")
    rita.ok("calling", "check", 1)
    assert rita.dump() == before
