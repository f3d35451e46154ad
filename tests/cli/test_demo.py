"""`leadtrack demo`: a team to play with, the same for the same moment, in which every command has something to show."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leadtrack.actions.demo import demo
from leadtrack.instants import iso
from leadtrack.store import Store

# a Tuesday, 10:30 in New York
NOW = datetime(2026, 3, 31, 14, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def play(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    demo(str(folder / "deep" / "play"), NOW)
    return folder / "deep" / "play"


@pytest.fixture
def team(cli, play: Path):
    cli.db, cli.now = play / "leads.db", NOW
    return cli


def test_the_folder_holds_the_file_and_the_lists_and_nothing_else(play: Path):
    assert sorted(path.name for path in play.iterdir()) == ["leads.db", "lists"]
    assert len(list((play / "lists").iterdir())) > 50


def test_the_same_moment_makes_the_same_team(tmp_path: Path, monkeypatch):
    said = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        demo("play", NOW)
        connection = sqlite3.connect("play/leads.db")
        said.append(list(connection.iterdump()))
        connection.close()
    assert said[0] == said[1]


def test_it_is_a_small_team_with_about_400_leads(team):
    info = team.json("info")
    assert (info["reps"], info["regions"]) == (6, 2)
    assert 370 <= info["leads"] <= 450
    assert {row["source"] for row in team.json("leads")} == {"web form", "trade show", "referral", "purchased list"}


@pytest.mark.parametrize("window", ["overdue", "today", "week", "next month"])
def test_something_is_due(team, window: str):
    assert team.json("remind", "--due", window) != []


def test_one_rep_picks_cherries_one_is_lazy_and_one_is_quick(team):
    rows = {row["rep"]: row for row in team.json("report", "reps")["rows"]}
    quick, picking, lazy = rows["Ann Reyes"], rows["Grace Lindqvist"], rows["Dan Kowalski"]
    assert quick["median_response"] < 3_600
    assert quick["untouched"] / quick["assigned"] < 0.15
    assert picking["median_response"] < 3_600
    assert picking["untouched"] / picking["assigned"] > 0.35
    assert lazy["median_response"] > 24 * 3_600
    assert all(row["assigned"] and row["attempts"] for row in rows.values())


def test_leads_reached_every_stage(team):
    assert all(row["leads"] for row in team.json("report", "funnel")["rows"])


def test_a_few_leads_wait_where_nobody_covers(team):
    assert 1 <= len(team.json("leads", "--unassigned")) <= 15


def test_one_import_was_taken_back_and_taken_in_right(team):
    undone = [row for row in team.json("imports") if row["undone"]]
    assert [Path(row["file"]).name for row in undone] == ["facility-managers.csv"]
    assert len(team.json("leads", "--campaign", "Facility managers list")) == 64


def test_nothing_lies_in_the_future(team):
    connection = sqlite3.connect(team.db)
    (latest,) = connection.execute(
        """SELECT max(at) FROM (SELECT at FROM batches UNION ALL SELECT at FROM activities
           UNION ALL SELECT at FROM assignments UNION ALL SELECT at FROM stage_moves)"""
    ).fetchone()
    assert latest <= iso(NOW)
    connection.close()


def test_the_facts_are_those_that_the_history_tells(play: Path, tmp_path: Path):
    copy = tmp_path / "leads.db"
    copy.write_bytes((play / "leads.db").read_bytes())
    store = Store(copy, now=iso(NOW), settings={})
    facts = store.facts.rows("SELECT * FROM facts ORDER BY lead_id")
    store.facts.refresh([row["lead_id"] for row in facts])
    assert store.facts.rows("SELECT * FROM facts ORDER BY lead_id") == facts
    store.close()


def test_a_file_that_is_there_is_left_alone(cli, tmp_path: Path):
    folder = tmp_path / "play"
    folder.mkdir()
    (folder / "leads.db").write_text("mine")
    assert "leads.db is there already" in cli.refused("demo", folder)
    assert [path.name for path in folder.iterdir()] == ["leads.db"]
    assert (folder / "leads.db").read_text() == "mine"
