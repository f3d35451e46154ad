"""When reps take leads: capacity, hours, being away, leaving."""

from datetime import UTC, datetime, timedelta

import pytest
from running import Program

MONDAY = datetime(2026, 3, 30, 14, tzinfo=UTC)  # 10:00 in New York


@pytest.fixture
def pair(cli: Program) -> Program:
    """Rita and Sam share MA; it is a Monday at ten."""
    cli.now = MONDAY
    for name in ("Rita Ruiz", "Sam Stone"):
        cli.ok("rep", "add", name, "--region", "East")
        cli.ok("territory", "add", name, "--state", "MA")
    return cli


def arrive(cli: Program, many: int, start: int = 0) -> list[str | None]:
    return [
        cli.json("add", "--full-name", f"Lead {n}", "--email", f"x{n}@gmail.com", "--state", "MA")["rep"]
        for n in range(start, start + many)
    ]


def standing(cli: Program) -> dict[str, str | None]:
    return {row["rep"]: row["now"] for row in cli.json("rep", "list")}


def test_who_weighs_two_gets_two_of_three(pair):
    pair.ok("rep", "set", "Rita", "--weight", 2)
    assert sorted(arrive(pair, 6)).count("Rita Ruiz") == 4


def test_nobody_gets_more_than_a_day_holds_and_the_next_day_it_is_made_up_for(pair):
    pair.ok("rep", "set", "Rita", "--per-day", 1)
    assert arrive(pair, 4) == ["Rita Ruiz", "Sam Stone", "Sam Stone", "Sam Stone"]
    assert standing(pair)["Rita Ruiz"] == "has had 1 lead today, of at most 1"
    pair.now = MONDAY + timedelta(days=1)
    pair.ok("rep", "set", "Rita", "--per-day", "none")
    arrive(pair, 4, 4)
    assert {row["rep"]: row["leads"] for row in pair.json("rep", "list")} == {"Rita Ruiz": 4, "Sam Stone": 4}


def test_who_has_enough_open_leads_gets_none_until_one_is_closed(pair):
    pair.ok("rep", "away", "Sam")
    pair.ok("rep", "set", "Rita", "--open", 2)
    assert arrive(pair, 3) == ["Rita Ruiz", "Rita Ruiz", None]
    pair.ok("stage", 1, "won")
    assert pair.json("assign")["by_rep"] == {"Rita Ruiz": 1}


def test_leads_go_to_who_is_at_work(pair):
    pair.ok("rep", "set", "Rita", "--hours", "9:00-17:00", "--holidays", "US")
    assert arrive(pair, 2) == ["Rita Ruiz", "Sam Stone"]
    pair.now = MONDAY + timedelta(hours=8)
    assert arrive(pair, 2, 2) == ["Sam Stone", "Sam Stone"]
    assert standing(pair) == {"Rita Ruiz": "is not at work until 2026-03-31 09:00", "Sam Stone": None}
    pair.now = datetime(2026, 7, 3, 15, tzinfo=UTC)  # the Friday on which Independence Day is kept
    assert standing(pair)["Rita Ruiz"] == "is not at work until 2026-07-06 09:00"


def test_who_is_away_gets_nothing_until_the_day_after(pair):
    told = pair.json("rep", "away", "Rita", "--from", "tomorrow", "--to", "2026-04-03", "--why", "holiday")
    assert (told["until"], told["cover"]) == ("2026-04-03", None)
    assert arrive(pair, 1) == ["Rita Ruiz"]
    pair.now = datetime(2026, 4, 4, 3, tzinfo=UTC)  # still 3 April in New York
    assert arrive(pair, 2, 1) == ["Sam Stone", "Sam Stone"]
    pair.now = datetime(2026, 4, 4, 14, tzinfo=UTC)
    assert arrive(pair, 1, 3) == ["Rita Ruiz"]


def test_a_cover_takes_the_turns_of_who_is_away(pair):
    pair.ok("rep", "add", "Tom Tell")
    pair.ok("rep", "away", "Rita", "--cover", "Tom")
    assert arrive(pair, 4) == ["Tom Tell", "Sam Stone", "Tom Tell", "Sam Stone"]
    assert "stands in for Rita Ruiz (Rita Ruiz is away)" in pair.json("show", 1)["assignments"][-1]["reason"]
    pair.ok("rep", "back", "Rita")
    assert sorted(arrive(pair, 2, 4)) == ["Rita Ruiz", "Sam Stone"]


def test_covers_that_go_round_in_a_circle_are_refused(pair):
    pair.ok("rep", "add", "Tom Tell")
    pair.ok("rep", "away", "Rita", "--to", "friday", "--cover", "Sam")
    pair.ok("rep", "away", "Sam", "--to", "friday", "--cover", "Tom")
    said = pair.refused("rep", "away", "Tom", "--from", "thursday", "--to", "friday", "--cover", "Rita")
    assert "Tom Tell" in said
    assert "circle" in said
    pair.ok("rep", "away", "Tom", "--from", "2026-05-01", "--to", "2026-05-02", "--cover", "Rita")


def test_the_last_word_on_an_absence_holds_and_twice_changes_nothing(pair):
    pair.ok("rep", "away", "Rita", "--to", "friday")
    before = pair.dump()
    assert pair.json("rep", "away", "Rita", "--to", "friday")["batch"] is None
    assert pair.dump() == before
    pair.ok("rep", "away", "Rita", "--to", "tomorrow")
    assert standing(pair)["Rita Ruiz"] == "is away until 2026-03-31"
    assert pair.json("rep", "back", "Rita")["ended"] == 1
    assert standing(pair)["Rita Ruiz"] is None
    assert pair.json("rep", "back", "Rita")["batch"] is None


def test_who_is_away_stays_away_until_a_later_absence_begins(pair):
    pair.ok("rep", "away", "Rita", "--to", "wednesday")
    pair.now += timedelta(hours=2)
    pair.ok("rep", "away", "Rita", "--from", "tomorrow", "--to", "+3d", "--cover", "Sam")
    assert standing(pair)["Rita Ruiz"] == "is away until 2026-03-30"
    pair.now += timedelta(days=3)
    assert standing(pair)["Rita Ruiz"] == "is away until 2026-04-02"
    assert pair.json("rep", "back", "Rita")["ended"] == 1
    assert standing(pair)["Rita Ruiz"] is None


def test_who_leaves_hands_leads_and_reminders_over_and_the_history_stays(pair):
    arrive(pair, 3)
    pair.ok("stage", 3, "won")
    pair.ok("remind", 1, "tomorrow", "call again")
    before = pair.dump()
    assert pair.json("rep", "leave", "Rita", "--dry-run")["by_rep"] == {"Sam Stone": 1}
    assert pair.dump() == before
    told = pair.json("rep", "leave", "Rita")
    assert (told["leads"], told["by_rep"], told["waiting"], told["reminders"]) == (1, {"Sam Stone": 1}, 0, 1)
    lead = pair.json("show", 1)
    assert [row["rep"] for row in lead["assignments"]] == ["Rita Ruiz", "Sam Stone"]
    assert lead["assignments"][-1]["reason"].startswith("Rita Ruiz left the team; covers state MA")
    assert [row["rep"] for row in pair.json("remind", "--due", "week")] == ["Sam Stone"]
    assert pair.json("show", 3)["rep"] == "Rita Ruiz"  # what she won stays hers
    assert arrive(pair, 1, 3) == ["Sam Stone"]
    assert "left" in pair.refused("assign", 1, "--to", "Rita", "--why", "x")
    pair.ok("undo", told["batch"])
    assert pair.json("show", 1)["rep"] == "Rita Ruiz"


def test_leads_that_nobody_else_may_have_wait_when_their_rep_leaves(cli):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    arrive(cli, 2)
    told = cli.json("rep", "leave", "Rita")
    assert (told["leads"], told["waiting"], told["notes"]) == (
        2, 2, ["1 territory waits for a successor: leadtrack territory check"],
    )  # fmt: skip
    cli.ok("rep", "back", "Rita")
    assert cli.json("assign")["by_rep"] == {"Rita": 2}


def test_everything_goes_to_one_heir(pair):
    arrive(pair, 4)
    pair.ok("rep", "add", "Tom Tell")
    assert pair.json("rep", "leave", "Rita", "--to", "Tom")["by_rep"] == {"Tom Tell": 2}


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("set", "Rita"), "--weight"),
        (("set", "Rita", "--weight", "0"), "weight"),
        (("set", "Rita", "--weight", "heavy"), "heavy"),
        (("set", "Rita", "--per-day", "few"), "few"),
        (("set", "Rita", "--hours", "all day long"), "all day long"),
        (("set", "Rita", "--holidays", "Atlantis"), "Atlantis"),
        (("set", "Rita", "--zone", "Mars/Base"), "Mars/Base"),
        (("set", "Nobody", "--weight", "2"), "Nobody"),
        (("away", "Rita", "--cover", "Rita"), "Rita"),
        (("away", "Rita", "--to", "2026-03-01"), "2026-03-01"),
        (("away", "Rita", "--from", "2026-05-02", "--to", "2026-05-01"), "2026-05-01"),
        (("leave", "Rita", "--to", "Rita"), "Rita"),
    ],
)
def test_what_cannot_be_is_refused(pair, arguments: tuple[str, ...], named: str):
    assert named in pair.refused("rep", *arguments)
