"""Reports where there is little or nothing to report, and what is asked wrongly: words, never a crash, never NaN."""

import json
import math
from datetime import UTC, datetime
from typing import Any

import pytest
from running import Program

NOW = datetime(2026, 3, 31, 16, 0, tzinfo=UTC)
REPORTS = (
    "monday", "funnel", "reps", "fairness", "response", "sources", "campaigns", "wasted", "stale", "activity",
    "quality", "referrals", "reopened", "score",
)  # fmt: skip
BY = ("rep", "region", "source", "campaign", "territory", "industry", "month", "temperature")


def everything(team: Program, *more: object) -> None:
    """Every report in every format holds figures that are numbers."""
    for name in REPORTS:
        numbers(team.json("report", name, *more))
        for format in ("table", "csv", "md", "html"):
            out = team.ok("report", name, *more, "--format", format).out
            assert "nan" not in out.casefold().replace("finance", "").split(), (name, format)
            assert "None" not in out, (name, format)


def numbers(answer: Any) -> None:
    for value in answer.values() if isinstance(answer, dict) else answer:
        if isinstance(value, dict | list):
            numbers(value)
        assert not isinstance(value, float) or math.isfinite(value)


@pytest.fixture
def early(cli: Program) -> Program:
    cli.now = NOW
    return cli


def test_an_empty_file(early: Program):
    everything(early)
    for by in BY:
        assert early.json("report", "sources", "--by", by)["rows"] == []
    assert "no leads" in early.ok("report", "monday").out


def test_one_lead_and_no_reps(early: Program):
    early.ok("add", "--full-name", "Ann Archer", "--state", "MA")
    everything(early)
    assert early.json("report", "reps")["rows"] == []
    assert early.json("report", "sources")["rows"][0]["source"] is None
    assert "(no source)" in early.ok("report", "sources").out


def test_a_period_that_is_still_to_come(early: Program):
    early.ok("add", "--full-name", "Ann Archer", "--state", "MA")
    everything(early, "--since", "2027-01-01")


def test_a_campaign_that_cost_nothing_or_brought_nothing(early: Program):
    early.ok("campaign", "add", "Free", "--cost", "0", "--source", "blog")
    early.ok("campaign", "add", "Alone", "--cost", "500", "--source", "print")
    early.ok("add", "--full-name", "Ann Archer", "--campaign", "Free", "--source", "blog", "--value", "100")
    early.ok("stage", "1", "won")
    everything(early)
    rows = {row["campaign"]: row for row in early.json("report", "campaigns")["rows"]}
    assert (rows["Free"]["cost"], rows["Free"]["roi"], rows["Free"]["cost_per_won"]) == (0, None, 0)
    assert (rows["Alone"]["leads"], rows["Alone"]["cost"], rows["Alone"]["roi"]) == (0, 500, -1)
    assert {row["source"]: row["cost"] for row in early.json("report", "sources")["rows"]} == {"blog": 0, "print": 500}


def test_a_stage_that_was_removed(early: Program):
    for name in ("Ann", "Bob", "Cyd"):
        early.ok("add", "--full-name", f"{name} Archer")
    early.ok("stage", "1", "proposal")
    early.ok("stages", "remove", "proposal", "--to", "qualified")
    everything(early)
    assert {row["stage"]: row["leads"] for row in early.json("report", "funnel")["rows"]}["qualified"] == 1


def test_every_report_is_counted_by_anything_and_narrowed_to_anything(team: Program):
    team.ok("log", "1", "call", "--outcome", "wrong number")
    team.ok("stage", "2", "won")
    team.ok("stage", "2", "contacted")
    for name in REPORTS:
        for by in BY:
            for row in team.json("report", name, "--by", by)["rows"]:
                assert name == "monday" or by in row, (name, by)
        for narrowed in (("--rep", "none"), ("--territory", "state MA"), ("--source", "none"), ("--region", "east")):
            numbers(team.json("report", name, *narrowed))


def test_weeks_begin_when_the_team_begins_to_work(early: Program):
    early.ok("add", "--full-name", "Ann Archer")
    early.ok("edit", "1", "created_at=2026-03-29")  # a Sunday
    assert early.json("report", "funnel", "--since", "this week")["rows"][0]["leads"] == 0
    early.ok("settings", "working_days", "sun-thu")
    assert early.json("report", "funnel", "--since", "this week")["rows"][0]["leads"] == 1
    early.ok("settings", "working_days", "mon-sun")
    assert early.json("report", "funnel", "--since", "this week")["rows"][0]["leads"] == 0


def test_leads_behind_a_number_are_as_many_as_it_says(early: Program, people: str):
    early.ok("rep", "add", "Rita Ruiz")
    early.ok("territory", "add", "Rita Ruiz", "--country", "US")
    early.ok("import", people, "--assign")
    early.ok("log", "1", "call")
    early.ok("stage", "1", "qualified")
    (row,) = early.json("report", "reps")["rows"]
    for column in ("assigned", "untouched", "no_next_step", "stale", "contacted", "qualified", "won"):
        assert len(early.json("report", "reps", "--of", column)["rows"]) == row[column], column
    for stage in early.json("report", "funnel")["rows"]:
        assert len(early.json("report", "funnel", "--of", stage["stage"])["rows"]) == stage["leads"], stage
    assert len(early.json("report", "reps", "--leads", "--state", "ma")["rows"]) == 1
    assert "choose one of" in early.refused("report", "reps", "--of", "nonsense")


def test_what_is_asked_wrongly_is_said_in_a_line(early: Program):
    early.ok("rep", "add", "Rita Ruiz")
    assert "choose one of" in early.refused("report", "reps", "--by", "color")
    early.refused("report", "reps", "--snapshot", code=2)
    early.refused("report", "reps", "--as-of", "2027-01-01")
    early.refused("report", "reps", "--source", "nowhere")
    early.refused("report", "reps", "--temperature", "mild")
    early.refused("campaign", "add", "Bad", "--cost-per-lead", "-1")
    assert "no mail server is set" in early.refused("report", "reps", "--mail", "ann@example.com")
    assert "no e-mail address" in early.refused("report", "reps", "--mail", "Rita Ruiz")


def test_sources_become_one_and_part_again(early: Program, sheet: Any):
    early.ok("add", "--full-name", "Ann Archer", "--source", "Website")
    early.ok("add", "--full-name", "Bob Baker", "--source", "web form")
    would = early.json("source", "merge", "--vocabulary", "--dry-run")
    assert would == {"batch": None, "merged": [{"source": "Website", "into": "web form", "leads": 1}]}
    did = early.json("source", "merge", "--vocabulary")
    assert did["merged"] == would["merged"]
    assert [(row["source"], row["leads"]) for row in early.json("report", "sources")["rows"]] == [("web form", 2)]
    early.ok("import", sheet([("Name", "E-mail", "Source"), ("Cyd Cole", "cyd@corp.example", "website")]))
    early.ok("add", "--full-name", "Dee Dorn", "--source", "WEBSITE")
    assert [row["leads"] for row in early.json("report", "sources")["rows"]] == [4]
    early.ok("source", "alias", "landing", "web form")
    assert early.json("source", "list")[0]["aliases"] == ["landing", "Website"]
    assert "source itself" in early.refused("source", "alias", "web form", "web form")
    early.refused("source", "merge", "web form", "web form")
    early.refused("source", "merge", "nowhere", "web form")
    early.refused("source", "merge", "web form", code=2)
    early.ok("undo", did["batch"])
    rows = {row["source"]: row["leads"] for row in early.json("report", "sources")["rows"]}
    assert rows == {"web form": 3, "Website": 1}


def test_referrals_are_owed_by_rule(early: Program):
    for name, by in (("Ann", "Pat Poe"), ("Bob", "pat  poe"), ("Cyd", "Sal Sow"), ("Dee", "Sal Sow")):
        early.ok("add", "--full-name", f"{name} Archer", "--referred-by", by, "--value", "50")
    early.ok("stage", "1", "won")
    early.ok("junk", "3")
    assert "no rule yet" in early.ok("report", "referrals").out
    early.ok("referral", "rule", "--per-lead", "10", "--per-won", "100")
    early.ok("referral", "rule", "Sal Sow", "--per-lead", "15")
    rows = {row["person"].casefold(): row for row in early.json("report", "referrals")["rows"]}
    assert (rows["pat poe"]["leads"], rows["pat poe"]["won"], rows["pat poe"]["owed"]) == (2, 1, 120)
    assert (rows["sal sow"]["leads"], rows["sal sow"]["junk"], rows["sal sow"]["owed"]) == (1, 1, 15)
    assert [row["person"] for row in early.json("referral", "rule")] == ["", "Sal Sow"]
    early.ok("referral", "rule", "sal sow", "--drop")
    early.refused("referral", "rule", "sal sow", "--drop")
    early.refused("referral", "rule", "--per-lead", "-5")
    assert json.loads(early.ok("undo", "--format", "json").out)["command"] == "referral rule"
    assert [row["person"] for row in early.json("referral", "rule")] == ["", "Sal Sow"]
