"""Over random histories: the leads behind a number are as many as it says, whatever one counts by and narrows to."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Program
from test_past import days_of

# Columns that count leads, by report; what else a report counts (attempts, reminders, times) is counted several times
# for a lead.
ONCE = {
    "reps": ("assigned", "untouched", "no_next_step", "stale", "contacted", "qualified", "won"),
    "stale": ("open", "stale", "untouched", "no_next_step", "promise_broken"),
    "sources": ("leads", "contactable", "contacted", "qualified", "won", "never_tried"),
    "wasted": ("leads", "never_tried"),
    "referrals": ("leads", "junk", "won"),
    "reopened": ("leads", "won", "lost"),
}
OFTEN = {
    "reps": ("attempts", "overdue", "taken_back", "taken_untried"),
    "activity": ("attempts", "call", "email", "text", "meeting", "reached", "incoming", "note", "contacts"),
}
BY = ("rep", "region", "source", "campaign", "territory", "industry", "temperature")


def leads(team: Program, name: str, of: str, *more: object) -> list[int]:
    return [row["lead"] for row in team.json("report", name, "--of", of, *more)["rows"]]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
@given(seed=st.integers(0, 2**32), steps=st.integers(4, 16))
def test_the_leads_behind_a_number_are_as_many_as_it_says(fresh: Callable[[], Program], seed: int, steps: int):
    chance = random.Random(seed)
    *_, team = days_of(fresh(), chance, steps)
    for name in dict.fromkeys((*ONCE, *OFTEN)):
        by = chance.choice(BY)
        for row in team.json("report", name, "--by", by)["rows"]:
            mine = (f"--{by}", row[by] if row[by] is not None else "none")
            if name == "referrals":
                mine += ("--person", row["person"])
            for column in ONCE.get(name, ()):
                assert len(leads(team, name, column, *mine)) == row[column], (name, column, mine)
            for column in OFTEN.get(name, ()):
                found = leads(team, name, column, *mine)
                assert len(found) <= row[column], (name, column, mine)
                assert bool(found) == bool(row[column]), (name, column, mine)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
@given(seed=st.integers(0, 2**32), steps=st.integers(4, 16))
def test_so_are_those_behind_a_line_of_a_table(fresh: Callable[[], Program], seed: int, steps: int):
    *_, team = days_of(fresh(), random.Random(seed), steps)
    for ways in ((), ("--snapshot",)):
        for row in team.json("report", "funnel", *ways)["rows"]:
            assert len(leads(team, "funnel", row["stage"], *ways)) == row["leads"], row
    for row in team.json("report", "quality")["rows"]:
        assert len(leads(team, "quality", row["check"])) == row["leads"], row
    for row in team.json("report", "fairness")["rows"]:
        mine = ("--rep", row["rep"])
        assert len(leads(team, "fairness", row["band"], *mine)) == row["leads"], row
        assert len(leads(team, "fairness", f"{row['band']} tried", *mine)) == row["tried"], row
    response = team.json("report", "response")
    for row in response["rows"]:
        if row["phase"] != "assigned to first attempt":  # there, a lead that was taken back counts each time
            assert len(leads(team, "response", row["phase"])) == row["leads"], row
            assert len(leads(team, "response", f"{row['phase']}, waiting")) == row["waiting"], row
    for row in response["parts"][0]["rows"]:
        assert len(leads(team, "response", row["tried"])) == row["leads"], row
    for row in team.json("report", "activity")["parts"][0]["rows"]:
        assert len(leads(team, "activity", f"{row['action']}, skipped")) <= row["skipped"], row
    assert len(leads(team, "reopened", "reopened")) <= len(team.json("report", "reopened")["rows"])


def test_a_list_names_the_group_of_each_lead(team: Program):
    rows = team.json("report", "reps", "--leads", "--by", "region")["rows"]
    assert [(row["region"], row["rep"]) for row in rows] == [("East", "Rita Ruiz"), ("East", "Sam Stone")]
    assert {row["territory"] for row in team.json("report", "funnel", "--leads", "--by", "territory")["rows"]} == {
        "state MA", "state NY", None,
    }  # fmt: skip
    assert [row["name"] for row in team.json("report", "funnel", "--leads", "--territory", "MA")["rows"]] == [
        "Ann Archer"
    ]
    assert "there is state MA" in team.refused("report", "funnel", "--territory", "Atlantis")
    assert [row["name"] for row in team.json("report", "funnel", "--leads", "--rep", "none")["rows"]] == ["Cyd Cole"]


@pytest.mark.parametrize("name", ["reps", "response", "sources", "activity", "referrals", "score", "reopened", "stale"])
def test_what_a_report_does_not_count_is_said_with_what_it_does(team: Program, name: str):
    said = team.refused("report", name, "--of", "nonsense")
    assert f"of report {name} counts leads; choose one of" in said


def test_a_statement_tells_lead_by_lead_what_is_owed(cli: Program):
    for name, by in (("Ann", "Eve  Eden"), ("Bob", "eve eden"), ("Cyd", "Eve Eden"), ("Dee", "Fay Ford")):
        cli.ok("add", "--full-name", f"{name} Archer", "--referred-by", by)
    cli.ok("referral", "rule", "--per-lead", "25", "--per-won", "100")
    cli.ok("stage", "2", "won")
    cli.ok("junk", "3", "--reason", "a joke")
    told: dict[str, Any] = cli.json("referral", "statement", "EVE EDEN")
    assert [(row["lead"], row["per_lead"], row["per_won"], row["owed"]) for row in told["rows"]] == [
        (1, 25, 0, 25), (2, 25, 100, 125), (3, 0, 0, 0),
    ]  # fmt: skip
    (row,) = cli.json("report", "referrals", "--person", "eve eden")["rows"]
    assert row["owed"] == sum(line["owed"] for line in told["rows"]) == 150
    assert "Statement of Eve Eden, all time" in cli.ok("referral", "statement", "eve eden", "--format", "html").out
    assert "leadtrack report referrals" in cli.refused("referral", "statement", "Nobody")
