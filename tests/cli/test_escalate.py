"""The ladder: leads that nobody calls."""

from datetime import UTC, datetime, timedelta

import pytest
from running import Program

TEN = datetime(2026, 3, 30, 14, tzinfo=UTC)  # a Monday, 10:00 in New York


@pytest.fixture
def ladder(cli: Program) -> Program:
    """Rita and Sam share MA, Mia manages them; remind after 30 min, tell after 1 h, take after 2 h; a lead at ten."""
    cli.now = TEN
    for name in ("Rita", "Sam", "Mia"):
        cli.ok("rep", "add", name, "--region", "East")
    cli.ok("region", "add", "East", "--manager", "Mia")
    for name in ("Rita", "Sam"):
        cli.ok("territory", "add", name, "--state", "MA")
    cli.ok("source", "add", "web form")
    for action, after in (("remind", "30min"), ("tell", "1h"), ("take", "2h")):
        cli.ok("escalate", "add", action, "--after", after)
    cli.ok("add", "--full-name", "Jo Jones", "--state", "MA", "--phone", "617-555-0101")
    return cli


def run(cli: Program, minutes: int) -> tuple[int, int, int]:
    cli.now = TEN + timedelta(minutes=minutes)
    told = cli.json("escalate", "run")
    return told["reminded"], told["told"], told["taken"]


def whose(cli: Program) -> list[tuple[str, str]]:
    return [(row["rep"], row["text"]) for row in cli.json("remind", "--due", "today")]


def test_each_step_is_done_once_and_in_its_order(ladder):
    assert run(ladder, 29) == (0, 0, 0)
    assert run(ladder, 30) == (1, 0, 0)
    assert whose(ladder) == [("Rita", "no attempt yet, 30 min of work after it was assigned")]
    before = ladder.dump()
    assert run(ladder, 59) == (0, 0, 0)
    assert ladder.dump() == before
    assert run(ladder, 60) == (0, 1, 0)
    assert ("Mia", "Rita made no attempt yet, 1 h of work after it was assigned") in whose(ladder)
    assert run(ladder, 120) == (0, 0, 1)
    lead = ladder.json("show", 1)
    assert lead["rep"] == "Sam"
    assert lead["assignments"][-1]["reason"].startswith("Rita made no attempt in 2 h; covers state MA")
    assert whose(ladder) == []
    assert [row["action"] for row in ladder.json("escalate", "log", 1)] == ["take", "tell", "remind"]


def test_a_lead_that_everybody_had_stays_with_the_last_and_the_manager_hears_of_it(ladder):
    run(ladder, 120)
    assert run(ladder, 150) == (1, 0, 0)
    assert run(ladder, 240) == (0, 1, 0)
    assert run(ladder, 1000) == (0, 0, 0)
    assert ladder.json("show", 1)["rep"] == "Sam"


def test_an_attempt_ends_it_and_what_was_promised_for_it(ladder):
    run(ladder, 30)
    ladder.ok("log", 1, "call", "--outcome", "voicemail")
    told = ladder.json("escalate", "run")
    assert (told["closed"], told["batch"] is None) == (1, False)
    assert whose(ladder) == []
    assert run(ladder, 500) == (0, 0, 0)


def test_after_a_pause_of_cron_the_rep_is_not_reminded_of_what_is_taken(ladder):
    assert run(ladder, 130) == (0, 1, 1)
    assert [row["what"] for row in ladder.json("escalate", "log")] == [
        "told Mia", "came too late: the next step was due", "taken from Rita, given to Sam",
    ]  # fmt: skip


def test_minutes_are_those_of_work(ladder):
    ladder.ok("rep", "set", "Rita", "--hours", "9:00-10:15")
    assert run(ladder, 300) == (0, 0, 0)
    ladder.now = TEN + timedelta(hours=23, minutes=14)  # 9:14 on Tuesday: 15 + 14 minutes of work
    assert ladder.json("escalate", "run")["reminded"] == 0
    ladder.now = TEN + timedelta(hours=23, minutes=15)
    assert ladder.json("escalate", "run")["reminded"] == 1


def test_the_closest_step_counts(ladder):
    ladder.ok("escalate", "add", "remind", "--after", "5min", "--source", "web form", "--temperature", "hot")
    ladder.ok("add", "--full-name", "Kim King", "--state", "MA", "--source", "web form", "--phone", "617-555-0102")
    assert run(ladder, 5) == (1, 0, 0)
    assert [row["lead"] for row in ladder.json("escalate", "log")] == [2]


def test_the_ladder_holds_for_leads_assigned_after_it_was_made(ladder):
    ladder.now = TEN + timedelta(minutes=10)
    ladder.ok("escalate", "add", "remind", "--after", "20min")
    assert run(ladder, 45) == (0, 0, 0)


def test_a_dry_run_tells_the_same_and_changes_nothing(ladder):
    ladder.now = TEN + timedelta(hours=2)
    before = ladder.dump()
    would = ladder.json("escalate", "run", "--dry-run")
    assert ladder.dump() == before
    assert {**ladder.json("escalate", "run"), "batch": None} == would


def test_without_a_manager_it_says_so(ladder):
    ladder.ok("rep", "add", "Uma")
    ladder.ok("territory", "add", "Uma", "--state", "NY")
    ladder.ok("add", "--full-name", "Lee Low", "--state", "NY", "--phone", "212-555-0102")
    ladder.now = TEN + timedelta(hours=1)
    (trouble,) = ladder.json("escalate", "run")["troubles"]
    assert "Uma made no attempt" in trouble
    assert "--manager" in trouble


def test_steps_are_changed_and_removed(ladder):
    ladder.ok("escalate", "add", "tell", "--after", "45min", "--to", "Sam")
    rows = ladder.json("escalate", "list")
    assert [(row["action"], row["minutes"], row["rep"]) for row in rows] == [
        ("remind", 30, None), ("tell", 45, "Sam"), ("take", 120, None),
    ]  # fmt: skip
    ladder.ok("escalate", "remove", rows[0]["step"])
    assert len(ladder.json("escalate", "list")) == 2
    ladder.ok("undo")
    assert len(ladder.json("escalate", "list")) == 3


def test_taking_is_taken_back(ladder):
    run(ladder, 120)
    ladder.ok("undo")
    assert ladder.json("show", 1)["rep"] == "Rita"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("add", "shout", "--after", "1h"), "shout"),
        (("add", "remind", "--after", "soon"), "soon"),
        (("add", "remind", "--after", "1h", "--to", "Mia"), "--to"),
        (("add", "remind", "--after", "1h", "--temperature", "tepid"), "tepid"),
        (("add", "remind", "--after", "1h", "--source", "radio"), "radio"),
        (("remove", "99"), "99"),
    ],
)
def test_what_is_no_step_is_refused(ladder, arguments: tuple[str, ...], named: str):
    assert named in ladder.refused("escalate", *arguments)
