"""Reports over random histories: as of an earlier instant they say what they said then, and their totals add up."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Program
from test_replay import BEGIN, furnished, live

REPORTS = (
    "monday", "funnel", "reps", "fairness", "response", "sources", "campaigns", "wasted", "stale", "activity",
    "quality", "referrals", "reopened", "score",
)  # fmt: skip
BY = ("rep", "region", "source", "campaign", "territory", "industry", "month", "temperature")

# What a report counts, whatever it is counted by; the other columns are shares, medians and rates.
ADDED = {
    "funnel": ("leads", "value"),
    "reps": (
        "assigned", "untouched", "attempts", "overdue", "won", "value", "no_next_step", "stale", "contacted",
        "qualified", "taken_back", "taken_untried",
    ),
    "fairness": ("leads", "tried"),
    "response": ("leads", "waiting"),
    "sources": ("leads", "contactable", "qualified", "won", "value", "cost", "wasted", "never_tried", "contacted"),
    "wasted": ("leads", "cost", "wasted", "never_tried"),
    "stale": ("open", "stale", "untouched", "no_next_step", "promise_broken", "value"),
    "activity": ("attempts", "call", "email", "text", "meeting", "reached", "incoming", "note", "seconds"),
    "quality": ("leads", "of"),
    "campaigns": ("leads", "contactable", "qualified", "won", "value", "cost", "wasted", "never_tried"),
    "referrals": ("leads", "junk", "won", "value", "owed"),
    "reopened": ("leads", "open", "won", "lost"),
}  # fmt: skip
WITHIN = {"funnel": "stage", "fairness": "band", "response": "phase", "quality": "check", "referrals": "person"}


def asked(team: Program, *more: object) -> dict[str, Any]:
    """What every report says."""
    return {name: team.json("report", name, *more) for name in REPORTS}


def paid(program: Program) -> Program:
    """A campaign and a source that cost something, rules for referrals, and somebody who brings leads."""
    program.ok("campaign", "add", "Spring", "--source", "trade show", "--cost", "900")
    program.ok("campaign", "add", "List", "--source", "purchased", "--cost-per-lead", "2.50")
    program.ok("referral", "rule", "--per-lead", "25", "--per-won", "100")
    program.ok("add", "--full-name", "Ria Reed", "--referred-by", "Ann Archer", "--campaign", "List", "--state", "MA")
    return program


def days_of(program: Program, chance: random.Random, steps: int) -> Iterator[Program]:
    for team in live(program, chance, steps):
        if team.now and team.json("history", "--limit", 1)[0]["batch"] < 20:
            paid(team)
        yield team


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
@given(seed=st.integers(0, 2**32), steps=st.integers(2, 14))
def test_reports_as_of_an_instant_say_what_they_said_then(fresh: Callable[[], Program], seed: int, steps: int):
    chance = random.Random(seed)
    said = []
    for team in days_of(fresh(), chance, steps):
        by = chance.choice([(), ("--by", chance.choice(BY))])
        names = [name for name in REPORTS if not by or name in ADDED]
        name = chance.choice(names)
        said.append((team.now, name, by, team.json("report", name, *(by if name in ADDED else ()))))
        whole = asked(team) if chance.random() < 0.3 else {}
        said += [(team.now, name, (), answer) for name, answer in whole.items()]
    if any(row["command"] == "purge" for row in team.json("history", "--limit", 1000)):
        return  # what was deleted for good cannot be told again
    for at, name, by, answer in said:
        assert at is not None
        given_by = by if name in ADDED else ()
        assert team.json("report", name, *given_by, "--as-of", f"{at:%Y-%m-%dT%H:%M:%SZ}") == answer, (name, by, at)


def test_as_of_a_day_is_its_end(fresh: Callable[[], Program]):
    program = furnished(Program(fresh().db, BEGIN))
    team = Program(program.db, BEGIN)
    team.ok("log", 1, "call")
    evening = Program(program.db, BEGIN + timedelta(hours=9))
    evening.ok("log", 2, "call")
    at_its_end = Program(program.db, BEGIN.replace(hour=4, minute=59, second=59) + timedelta(days=1))
    said = asked(at_its_end)
    later = Program(program.db, BEGIN + timedelta(days=3))
    later.ok("log", 3, "call")
    later.ok("stage", 1, "won")
    assert asked(later, "--as-of", "2026-03-02") == said


def test_as_of_changes_nothing_and_knows_no_future(fresh: Callable[[], Program]):
    team = furnished(Program(fresh().db, BEGIN))
    before = team.db.read_bytes()
    later = Program(team.db, BEGIN + timedelta(days=9))
    for name in REPORTS:
        later.ok("report", name, "--as-of", "2026-03-03")
    assert team.db.read_bytes() == before
    assert "still to come" in later.refused("report", "reps", "--as-of", "2027-01-01")
    assert later.json("report", "reps", "--as-of", "2020-01-01")["rows"] == []


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
@given(seed=st.integers(0, 2**32), steps=st.integers(2, 14))
def test_totals_add_up_whatever_one_counts_by(fresh: Callable[[], Program], seed: int, steps: int):
    *_, team = days_of(fresh(), random.Random(seed), steps)
    for name, figures in ADDED.items():
        totals = {by: added(team.json("report", name, "--by", by)["rows"], figures, WITHIN.get(name)) for by in BY}
        first = totals["rep"]
        for by, total in totals.items():
            assert total.keys() == first.keys(), (name, by)
            for key, figure in total.items():
                assert figure == pytest.approx(first[key]), (name, by, key)


def added(rows: list[dict[str, Any]], figures: tuple[str, ...], within: str | None) -> dict[tuple[str, str], float]:
    """The sum of each figure; of a report with several lines for a group, line by line, those of nothing left out."""
    total: dict[tuple[str, str], float] = {}
    for row in rows:
        for figure in figures:
            place = (row[within] if within else "", figure)
            total[place] = total.get(place, 0) + (row[figure] or 0)
    return {place: figure for place, figure in total.items() if figure}


def test_a_merged_lead_is_none_any_more_and_was_one_before(fresh: Callable[[], Program]):
    team = furnished(Program(fresh().db, BEGIN))
    team = Program(team.db, BEGIN)
    team.ok("log", 2, "call")
    team.ok("remind", 2, "tomorrow", "ask")
    evening = Program(team.db, BEGIN + timedelta(hours=8))
    before = asked(evening)
    later = Program(team.db, BEGIN + timedelta(days=2))
    later.ok("merge", 1, 2, "--keep", 1)

    def counted(*more: object) -> tuple[int, int, int]:
        rows = later.json("report", "reps", *more)["rows"]
        (new, *_) = later.json("report", "funnel", *more)["rows"]
        return new["leads"], sum(row["assigned"] for row in rows), sum(row["attempts"] for row in rows)

    assert counted() == (2, 2, 1), "the call is now one of the lead that is kept"
    assert counted("--as-of", "2026-03-02") == (3, 3, 1)
    assert [row["lead"] for row in later.json("report", "reps", "--of", "tried")["rows"]] == [1]
    assert [row["lead"] for row in later.json("report", "reps", "--of", "tried", "--as-of", "2026-03-02")["rows"]] == [
        2
    ]
    assert asked(later, "--as-of", f"{evening.now:%Y-%m-%dT%H:%M:%SZ}") == before
    later.ok("unmerge", 2)
    assert counted() == (3, 3, 1)
