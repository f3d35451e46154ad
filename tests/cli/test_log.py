"""Logging what happened, with everything that belongs to it; outcomes of the team's own; the story that it makes."""

from datetime import UTC, datetime, timedelta

import pytest

NOW = datetime(2026, 3, 31, 14, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def that_tuesday(cli) -> None:
    cli.now = NOW


def test_the_next_step_is_promised_in_the_same_breath(team):
    told = team.json("log", "1", "call", "--outcome", "later", "--remind", "in 6 months", "--note", "budget in autumn")
    assert (told["reminder"], told["due"], told["proposal"]) == (1, "2026-09-30", None)
    whole = team.json("show", "1")
    assert [row["text"] for row in whole["reminders"]] == ["budget in autumn"]
    assert len({row["batch"] for row in team.json("history", "1")[-2:]}) == 1
    team.ok("undo")
    whole = team.json("show", "1")
    assert (whole["reminders"], whole["activities"]) == ([], [])


def test_a_reminder_that_has_passed_leaves_no_contact_behind(team):
    before = team.dump()
    assert "has passed" in team.refused("log", "1", "call", "--remind", "yesterday")
    assert team.dump() == before


def test_without_words_the_reminder_says_what_it_follows(team):
    team.ok("log", "1", "call", "--outcome", "no answer", "--remind", "tomorrow")
    assert team.json("show", "1")["reminders"][0]["text"] == "call again (no answer)"


def test_nature_duration_and_subject_are_kept(team):
    told = team.json(
        "log", "1", "email", "--in", "--nature", "Price-Request", "--subject", "Offer?", "--duration", "3 min",
        "--note", "for 20 kW",
    )  # fmt: skip
    assert told["action"] is None
    (row,) = team.json("show", "1")["activities"]
    assert (row["nature"], row["subject"], row["seconds"], row["direction"]) == ("price request", "Offer?", 180, "in")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--nature", "inquiry"), "--in"),
        (("--in", "--nature", "weather"), "price request"),
        (("--duration", "long"), "12 min"),
        (("--outcome", "superb"), "leadtrack outcomes add"),
        (("--note", "x" * 100_001), "100,000"),
    ],
    ids=["nature of ours", "nature", "duration", "outcome", "text"],
)
def test_what_cannot_be_logged_is_refused(team, arguments: tuple[str, ...], words: str):
    assert words in team.refused("log", "1", "call", *arguments)


# -- what is to be done in a stage -------------------------------------------------------------------------------------


def test_a_contact_does_what_the_stage_asks_for(team):
    told = team.json("log", "1", "call")
    assert told["action"] == "Call within five minutes"
    assert told["next"] == {
        "kind": "email", "text": "Write in two lines who you are and what for", "from": "2026-03-31T10:30:00-04:00",
    }  # fmt: skip
    told = team.json("log", "1", "email")
    assert told["next"] == {
        "kind": "call", "text": "Call again, at another time of day", "from": "2026-04-01T10:30:00-04:00",
    }  # fmt: skip
    told = team.json("log", "1", "call")
    assert (told["action"], told["next"]) == ("Call again, at another time of day", None)
    assert team.json("log", "1", "call")["action"] is None
    assert [row["action"] for row in team.json("show", "1")["activities"]].count(None) == 1


def test_taking_a_contact_back_opens_its_action_again(team):
    team.ok("log", "1", "call")
    team.ok("undo")
    assert team.json("log", "1", "text")["next"]["text"] == "Call within five minutes"


def test_a_stage_entered_again_asks_again(team):
    team.ok("log", "1", "call")
    for to in ("contacted", "new"):
        team.now += timedelta(hours=1)
        team.ok("stage", "1", to)
    assert team.json("log", "1", "call")["action"] == "Call within five minutes"


def test_a_past_contact_counts_for_the_stage_of_that_day(team):
    team.now = NOW + timedelta(days=2)
    team.ok("stage", "1", "contacted")
    assert team.json("log", "1", "call", "--at", "yesterday")["action"] == "Call within five minutes"
    assert team.json("log", "1", "call", "--at", "10 days ago")["action"] == "Call again, at another time of day"
    assert team.json("log", "1", "call")["action"] == "Ask what they need, by when, and who decides"


def test_a_note_does_a_written_step_when_it_says_so(team):
    team.ok("stage", "1", "qualified")
    assert team.json("note", "1", "likes tea")["action"] is None
    told = team.json("note", "1", "20 k, in June, the board", "--step")
    assert told["action"] == "Write down budget, date and everybody who decides"
    assert "no written step" in team.refused("note", "1", "once more", "--step")


def test_the_line_says_what_follows(team):
    line = team.ok("log", "1", "call", "--outcome", "voicemail").err
    assert line.count("\n") == 1
    assert "done: Call within five minutes" in line
    assert "next: email" in line
    assert "voicemail: leadtrack remind 1 tomorrow" in line


@pytest.mark.parametrize(
    ("outcome", "proposal"),
    [
        ("not interested", "leadtrack disqualify 1 --reason 'not interested'"),
        ("wrong number", "leadtrack edit 1 phone=NUMBER, or leadtrack junk 1 --reason 'wrong number'"),
        ("later", "leadtrack nurture 1 --until 'in 6 months'"),
        ("interested", "leadtrack stage 1 contacted"),
        ("sent", None),
    ],
)
def test_an_outcome_calls_for_a_step(team, outcome: str, proposal: str | None):
    assert team.json("log", "1", "call", "--outcome", outcome)["proposal"] == proposal


def test_moving_on_is_proposed_from_the_first_stage_only(team):
    team.ok("stage", "1", "qualified")
    assert team.json("log", "1", "call", "--outcome", "interested")["proposal"] is None


# -- outcomes of the team's own ----------------------------------------------------------------------------------------


def test_the_team_adds_an_outcome_that_counts_as_another(team):
    told = team.json("outcomes", "add", "Hung up angrily", "--like", "not interested")
    assert (told["outcome"], told["like"]) == ("Hung up angrily", "not interested")
    assert team.json("outcomes", "add", "hung up ANGRILY", "--like", "not interested")["batch"] is None
    logged = team.json("log", "1", "call", "--outcome", "hung-up angrily")
    assert (logged["outcome"], logged["proposal"]) == (
        "Hung up angrily", "leadtrack disqualify 1 --reason 'not interested'",
    )  # fmt: skip
    row = team.json("outcomes", "list")[-1]
    assert row == {"outcome": "Hung up angrily", "reached": True, "like": "not interested", "own": True}


def test_an_outcome_goes_and_contacts_keep_it(team):
    team.ok("outcomes", "add", "気に入った", "--like", "interested")
    team.ok("log", "1", "call", "--outcome", "気に入った")
    team.ok("outcomes", "remove", "気に入った")
    assert "no outcome" in team.refused("log", "1", "call", "--outcome", "気に入った")
    assert team.json("show", "1")["activities"][0]["outcome"] == "気に入った"
    assert "choose another name" in team.refused("outcomes", "add", "気に入った", "--like", "busy")
    team.ok("undo")
    team.ok("log", "1", "call", "--outcome", "気に入った")


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "busy"),
        ("add", " "),
        ("add", "x" * 61),
        ("add", "x", "--like", "y"),
        ("remove", "busy"),
        ("remove", "x"),
    ],
    ids=" ".join,
)
def test_an_outcome_that_cannot_be_is_refused(cli, arguments: tuple[str, ...]):
    cli.ok("outcomes", "list")
    cli.refused("outcomes", *arguments)


# -- the story ---------------------------------------------------------------------------------------------------------


def test_the_story_tells_everything_with_its_reason_oldest_first(team):
    def later(*arguments: str, acting: str | None = None) -> None:
        team.now += timedelta(hours=1)
        team.ok(*arguments, acting=acting)

    later("log", "1", "call", "--outcome", "voicemail", "--duration", "40s", acting="rita")
    later("log", "1", "email", "--in", "--nature", "inquiry", "--note", "what does it cost?")
    later("note", "1", "decides with the board")
    later("remind", "1", "tomorrow 9:00", "send the quote", acting="rita")
    later("stage", "1", "contacted", "--why", "wrote back")
    later("stage", "1", "new")
    later("stage", "1", "contacted")
    later("remind", "--done", "1")
    later("assign", "1", "--to", "sam", "--why", "Rita is away")
    story = team.json("show", "1")["story"]
    assert [line["what"] for line in story] == [
        "came in with people.csv, row 2",
        "was given the lead: covers state MA",
        "called: voicemail (40 s) [done: Call within five minutes]",
        "got an e-mail: inquiry; what does it cost?",
        "noted: decides with the board",
        "promised for 2026-04-01 09:00: send the quote (reminder 1)",
        "moved from new to contacted: wrote back",
        "moved from contacted to new, for the 2nd time",
        "moved from new to contacted, for the 2nd time",
        "kept the promise: send the quote",
        "was given the lead: Rita is away",
    ]
    assert [line["at"] for line in story] == sorted(line["at"] for line in story)
    assert [line["who"] for line in story][:3] == ["tester", "Rita Ruiz", "Rita Ruiz"]


def test_the_story_fits_into_eighty_columns(team):
    team.ok(
        "note", "1", "板金屋根の写真を送ってもらった、現地調査は来週の火曜日を希望している、駐車場は裏手にある " * 3
    )
    team.ok("note", "1", "word " * 60 + "https://example.com/" + "x" * 200)
    team.ok("note", "1", "two\nlines [bold]and markup[/bold]\x1b[31m")
    story = team.ok("show", "1").out.split("Story\n")[1]
    from leadtrack.render.tables import breadth

    assert all(breadth(line) <= 80 for line in story.splitlines())
    assert "\x1b" not in story
    assert "[bold]and markup[/bold]" in story


def test_an_overdue_promise_says_so_in_the_story(team):
    team.ok("remind", "1", "tomorrow", "call again")
    team.now = NOW + timedelta(days=5)
    assert team.json("show", "1")["story"][-1]["what"] == "promised for 2026-04-01 (overdue): call again (reminder 1)"
