"""The day of a rep: writing down what happened, promising what comes next."""

from datetime import UTC, datetime

import pytest

# a Tuesday, 10:30 in New York, summer time
NOW = datetime(2026, 3, 31, 14, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def that_tuesday(cli) -> None:
    cli.now = NOW


def test_a_note_is_kept_with_who_and_when(team):
    told = team.json("note", "1", "  likes tea  ", acting="sam")
    (row,) = team.json("show", "1")["activities"]
    assert (row["text"], row["rep"], row["kind"]) == ("likes tea", "Sam Stone", "note")
    assert told["at"] == "2026-03-31T10:30:00-04:00"


def test_an_empty_note_is_refused(team):
    assert "empty" in team.refused("note", "1", "   ")


@pytest.mark.parametrize(
    ("kind", "kept"), [("call", "call"), ("E-Mail", "email"), ("sms", "text"), ("meeting", "meeting")]
)
def test_contacts_are_logged_by_kind(team, kind: str, kept: str):
    team.ok("log", "1", kind)
    assert [row["kind"] for row in team.json("show", "1")["activities"]] == [kept]


@pytest.mark.parametrize(
    ("at", "kept"),
    [
        ("yesterday 16:00", "2026-03-30T16:00:00-04:00"),
        ("2026-03-29 9:15", "2026-03-29T09:15:00-04:00"),
        ("2 hours ago", "2026-03-31T08:30:00-04:00"),
    ],
)
def test_at_says_when_it_was(team, at: str, kept: str):
    assert team.json("log", "1", "call", "--at", at)["at"] == kept


@pytest.mark.parametrize(
    "arguments",
    [
        ("fax",),
        ("call", "--outcome", "superb"),
        ("call", "--at", "tomorrow"),
        ("call", "--at", "in 2 hours"),
        ("call", "--at", "gestern irgendwann"),
    ],
    ids=" ".join,
)
def test_a_contact_that_cannot_be_is_refused(team, arguments: tuple[str, ...]):
    team.refused("log", "1", *arguments)


def untouched(cli) -> list[str]:
    return [lead["full_name"] for lead in cli.json("leads", "--untouched")]


def test_what_came_from_the_lead_is_no_attempt(team):
    team.ok("log", "1", "call", "--in")
    assert untouched(team) == ["Ann Archer", "Bob Baker"]
    team.ok("note", "1", "a note is none either")
    assert untouched(team) == ["Ann Archer", "Bob Baker"]
    team.ok("log", "1", "call")
    assert untouched(team) == ["Bob Baker"]


def test_a_stage_is_named_by_a_unique_beginning(team):
    assert team.json("stage", "1", "Qual") == {
        "batch": team.json("history")[0]["batch"],
        "lead": 1,
        "stage": "qualified",
        "from": "new",
        "open_reminders": [],
    }
    assert team.json("show", "1")["stage"] == "qualified"


def test_moving_to_where_it_is_changes_nothing(team):
    before = team.dump()
    assert team.json("stage", "1", "new")["batch"] is None
    assert team.dump() == before


def test_an_unknown_stage_is_refused_with_the_stages(team):
    assert "contacted" in team.refused("stage", "1", "warm")


def test_a_move_in_the_past_comes_before_the_later_one(team):
    team.ok("stage", "1", "qualified")
    team.ok("stage", "1", "contacted", "--at", "yesterday")
    assert team.json("show", "1")["stage"] == "qualified", "what came last still holds"


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("in 6 months", "2026-09-30"),
        ("next tuesday 9:00", "2026-04-07T09:00:00-04:00"),
        ("2026-04-15", "2026-04-15"),
        ("tomorrow", "2026-04-01"),
        ("today", "2026-03-31"),
        ("in 2 hours", "2026-03-31T12:30:00-04:00"),
        ("today 17:00", "2026-03-31T17:00:00-04:00"),
    ],
)
def test_a_reminder_is_set_as_people_say_it(team, when: str, due: str):
    told = team.json("remind", "1", when, "call again")
    assert told["due"] == due
    assert (told["lead"], told["reminder"]) == (1, 1)


@pytest.mark.parametrize("when", ["yesterday", "2026-03-30", "today 9:00", "2 days ago", "someday", "", "31.02.2027"])
def test_a_time_that_has_passed_or_cannot_be_read_is_refused(team, when: str):
    team.refused("remind", "1", when, "call again")


def test_a_reminder_needs_words(team):
    team.refused("remind", "1", "tomorrow", " ")
    team.refused("remind", "1", "tomorrow", code=2)


@pytest.fixture
def promises(team):
    """Reminders 1 to 5: for yesterday 12:00, today 9:00, some time today, tomorrow, Sunday."""
    team.now = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)
    team.ok("remind", "1", "2026-03-30 12:00", "first")
    team.ok("remind", "1", "2026-03-31 9:00", "second")
    team.ok("remind", "2", "2026-03-31", "third")
    team.ok("remind", "2", "2026-04-01", "fourth")
    team.ok("remind", "2", "2026-04-05", "fifth")
    team.now = NOW
    return team


@pytest.mark.parametrize(
    ("arguments", "due"),
    [
        (("--due", "today"), ["first", "third", "second"]),
        (("--due", "tomorrow"), ["fourth"]),
        (("--due", "overdue"), ["first", "second"]),
        (("--due", "2026-04-05"), ["fifth"]),
        (("--due", "today", "--rep", "sam"), ["third"]),
        (("--due", "overdue", "--as-of", "2026-04-02"), ["first", "third", "second", "fourth"]),
        (("--due", "tomorrow", "--as-of", "2026-04-04"), ["fifth"]),
        (("--due", "2027-01-01"), []),
    ],
    ids=lambda value: " ".join(value),
)
def test_the_due_list_shows_its_window(promises, arguments: tuple[str, ...], due: list[str]):
    """What is overdue belongs to today, too; what is for some time that day stands before its hours."""
    assert [row["text"] for row in promises.json("remind", *arguments)] == due


def test_the_week_reaches_seven_days_or_to_its_end(promises):
    found = [row["text"] for row in promises.json("remind", "--due", "week")]
    assert found[-2:] == ["fourth", "fifth"]


def test_the_due_list_as_json_has_these_keys(promises):
    rows = promises.json("remind", "--due", "overdue")
    assert rows[0] == {
        "reminder": 1, "lead": 1, "name": "Ann Archer", "company": "Acme", "phone": "+16175550101", "rep": "Rita Ruiz",
        "due": "2026-03-30T12:00:00-04:00", "text": "first", "overdue": True, "priority": "normal", "repeats": None,
    }  # fmt: skip
    by_text = {row["text"]: row["overdue"] for row in promises.json("remind", "--due", "today")}
    assert (by_text["second"], by_text["third"]) == (True, False), "a promise for some time today is not overdue yet"


def test_a_reminder_is_ticked_off_once(promises):
    assert promises.json("remind", "--done", "1")["lead"] == 1
    assert [row["text"] for row in promises.json("remind", "--due", "overdue")] == ["second"]
    assert promises.json("remind", "--done", "1")["batch"] is None
    assert "99" in promises.refused("remind", "--done", "99")


def test_a_reminder_is_for_the_leads_rep_unless_told_otherwise(team):
    team.ok("remind", "1", "tomorrow", "hers")
    team.ok("remind", "1", "tomorrow", "his", "--rep", "sam")
    team.ok("remind", "1", "tomorrow", "mine", acting="sam stone")
    assert [(row["text"], row["rep"]) for row in team.json("remind", "--due", "tomorrow")] == [
        ("hers", "Rita Ruiz"), ("his", "Sam Stone"), ("mine", "Sam Stone"),
    ]  # fmt: skip


def test_a_window_that_cannot_be_read_is_refused(team):
    team.refused("remind", "--due", "someday")
    team.refused("remind", "--due", "today", "--as-of", "someday")
    assert "Nobody" in team.refused("remind", "--due", "today", "--rep", "Nobody")


def test_days_are_the_teams_own(team):
    """At 02:00 UTC it is still the evening before in New York."""
    team.now = datetime(2026, 4, 1, 2, 0, tzinfo=UTC)
    team.ok("remind", "1", "today 23:00", "late call")
    assert [row["due"] for row in team.json("remind", "--due", "today")] == ["2026-03-31T23:00:00-04:00"]


def test_the_actor_is_the_rep_named_or_who_is_logged_in(team, monkeypatch: pytest.MonkeyPatch):
    team.ok("note", "1", "one", acting="rita")
    team.ok("note", "1", "two")
    monkeypatch.setenv("LEADTRACK_AS", "sam@team.example")
    assert "sam@team.example" in team.refused("note", "1", "three")
    monkeypatch.setenv("LEADTRACK_AS", "Sam Stone")
    team.ok("note", "1", "four")
    assert [row["actor"] for row in team.json("history")[:3]] == ["Sam Stone", "tester", "Rita Ruiz"]


def test_an_unknown_actor_is_refused_with_a_near_miss(team):
    assert "'Rita Ruiz'" in team.refused("leads", acting="Rita Riuz")
