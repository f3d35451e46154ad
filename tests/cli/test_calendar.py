"""Reminders as a calendar: `remind --ics` and `leadtrack calendar`, read again by the library that others use, too."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest

NOW = datetime(2026, 3, 31, 14, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def that_tuesday(cli) -> None:
    cli.now = NOW


def events(data: bytes) -> dict[str, Any]:
    """By their title without the name of the lead; of several with the same the last."""
    file = icalendar.Calendar.from_ical(data)
    return {str(event["summary"]).split(" — ")[0]: event for event in file.walk("VEVENT")}


def of_rep(team, rep: str) -> dict[str, Any]:
    return events(team.ok("calendar", "--rep", rep).bytes)


@pytest.fixture
def promises(team):
    team.ok("remind", "1", "tomorrow 9:00", "call", "--priority", "high")
    team.ok("remind", "1", "2026-04-15", "send; the, quote\nwith a line break")
    team.ok("remind", "2", "tomorrow", "Sam's")
    return team


def test_a_due_list_is_a_calendar(promises):
    found = events(promises.ok("remind", "--due", "tomorrow", "--ics").bytes)
    assert set(found) == {"call", "Sam's"}
    call = found["call"]
    assert call["summary"] == "call — Ann Archer (Acme)"
    assert call["dtstart"].dt == datetime(2026, 4, 1, 13, 0, tzinfo=UTC)
    assert (call["priority"], call["status"], call["sequence"]) == (1, "CONFIRMED", 0)
    assert "+16175550101" in call["description"]
    assert len(call.walk("VALARM")) == 1
    assert found["Sam's"]["dtstart"].dt == date(2026, 4, 1)
    assert events(promises.ok("remind", "--due", "2027-01-01", "--ics").bytes) == {}


def test_a_calendar_is_one_reps(promises):
    assert set(of_rep(promises, "rita")) == {"call", "send; the, quote\nwith a line break"}
    assert set(of_rep(promises, "sam")) == {"Sam's"}
    assert "Nobody" in promises.refused("calendar", "--rep", "Nobody")


def test_the_same_calendar_is_the_same_bytes(promises):
    first = promises.ok("calendar", "--rep", "rita").bytes
    promises.now += timedelta(hours=1)
    assert promises.ok("calendar", "--rep", "rita").bytes == first
    assert all(len(line) <= 75 for line in first.split(b"\r\n"))


def test_an_event_stays_the_same_event_whatever_happens(promises):
    before = of_rep(promises, "rita")["call"]
    promises.now += timedelta(minutes=5)
    promises.ok("remind", "--snooze", "1", "2026-04-02 10:00")
    after = of_rep(promises, "rita")["call"]
    assert after["uid"] == before["uid"]
    assert after["sequence"] == before["sequence"] + 1
    assert after["dtstart"].dt == datetime(2026, 4, 2, 14, 0, tzinfo=UTC)
    assert after["last-modified"].dt == NOW + timedelta(minutes=5)
    promises.ok("remind", "--done", "1")
    done = of_rep(promises, "rita")["✓ call"]
    assert (done["uid"], done["status"], done["transp"]) == (before["uid"], "CONFIRMED", "TRANSPARENT")
    assert done.walk("VALARM") == []


def test_what_is_gone_is_cancelled_for_a_month_and_then_forgotten(promises):
    promises.ok("remind", "--drop", "2")
    promises.ok("remind", "--give", "1", "sam")
    gone = of_rep(promises, "rita")
    assert {event["status"] for event in gone.values()} == {"CANCELLED"}
    assert len(gone) == 2
    mine = of_rep(promises, "sam")
    assert (mine["call"]["status"], mine["call"]["uid"]) == ("CONFIRMED", gone["call"]["uid"])
    promises.ok("undo")
    assert of_rep(promises, "rita")["call"]["status"] == "CONFIRMED"
    promises.now += timedelta(days=31)
    assert set(of_rep(promises, "rita")) == {"call"}


def test_an_undone_reminder_is_cancelled(promises):
    promises.ok("undo")
    assert of_rep(promises, "sam")["Sam's"]["status"] == "CANCELLED"


def test_what_comes_again_stands_a_year_ahead_under_lasting_names(team):
    team.ok("remind", "1", "every monday 9:00", "weekly")
    first = icalendar.Calendar.from_ical(team.ok("calendar", "--rep", "rita").bytes).walk("VEVENT")
    assert len(first) == 52
    starts = [event["dtstart"].dt for event in first]
    assert starts == sorted(starts)
    hours = {
        (start - timedelta(hours=4 if start < datetime(2026, 11, 1, tzinfo=UTC) else 5)).hour for start in starts[:40]
    }
    assert hours == {9}, "at nine, in summer and in winter"
    team.ok("remind", "--done", "1")
    again = icalendar.Calendar.from_ical(team.ok("calendar", "--rep", "rita").bytes).walk("VEVENT")
    assert [event["uid"] for event in again] == [event["uid"] for event in first]
    assert [str(event["summary"])[:2] for event in again[:2]] == ["✓ ", "we"]


def test_hostile_words_do_no_harm(team):
    team.ok("remind", "1", "tomorrow", "x\r\nBEGIN:VEVENT\x1b[31m\u2028\nEND:VCALENDAR")
    data = team.ok("calendar", "--rep", "rita").bytes
    assert data.count(b"BEGIN:VEVENT\r\n") == 1
    assert b"\x1b" not in data
    assert len(icalendar.Calendar.from_ical(data).walk("VEVENT")) == 1


def test_a_calendar_is_written_to_a_file(promises, tmp_path):
    file = tmp_path / "rita.ics"
    promises.ok("calendar", "--rep", "rita", "--output", file)
    assert set(events(file.read_bytes())) == set(of_rep(promises, "rita"))
