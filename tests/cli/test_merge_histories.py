"""Merging and parting again, after any history: the content of the file is as it was."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Program
from test_always import facts_told_anew, lived

few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 10_000)

Content = dict[tuple[str, Any], tuple[Any, ...]]


def content(cli: Program) -> Content:
    """Every row of every table but batches and changes, and those told from the others: (table, its number) -> its
    columns."""
    tables = [row[0] for row in cli.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {
        (table, row[0]): row
        for table in tables
        if table not in ("batches", "changes", "stays") and not table.startswith("tallies_")
        for row in cli.rows(f"SELECT * FROM {table}")  # noqa: S608 - the tables of the file
    }


def standing(cli: Program) -> list[int]:
    return [lead["lead"] for lead in cli.json("leads")]


def same_but_for_marks(before: Content, cli: Program) -> None:
    """What was there is as it was; what came and was taken back again is marked as that."""
    after = content(cli)
    assert {key: row for key, row in after.items() if key in before} == before
    removed = {
        (table, number)
        for table in ("assignments", "stage_moves")
        for (number,) in cli.rows(f"SELECT id FROM {table} WHERE removed_by IS NOT NULL")  # noqa: S608 - the two names
    }
    assert after.keys() - before.keys() <= removed


def agrees(cli: Program) -> None:
    stand, told = facts_told_anew(cli)
    assert stand == told


@few
@given(seed=seeds)
def test_a_merge_taken_back_leaves_the_content_as_it_was(fresh: Callable[[], Program], seed: int):
    chance = random.Random(seed)
    cli = lived(fresh(), chance, 12)
    leads = standing(cli)
    if len(leads) < 2:
        return
    together = chance.sample(leads, min(len(leads), chance.choice((2, 2, 3))))
    before = content(cli)
    merged = cli.json("merge", *together)
    agrees(cli)
    assert standing(cli) == sorted({*leads} - {*merged["merged"]})
    back = cli.json("unmerge", merged["merged"][0]) if chance.random() < 0.5 else cli.json("undo")
    assert back["spared"] == []
    same_but_for_marks(before, cli)
    agrees(cli)
    cli.ok("undo", back["batch"])
    agrees(cli)
    cli.ok("undo", merged["batch"])
    same_but_for_marks(before, cli)


@few
@given(seed=seeds)
def test_merges_upon_merges_are_taken_back_in_any_order_or_it_says_what_comes_first(
    fresh: Callable[[], Program], seed: int
):
    chance = random.Random(seed)
    cli = lived(fresh(), chance, 10, undoing=0)
    before = content(cli)
    merged: list[int] = [number for (number,) in cli.rows("SELECT id FROM leads WHERE merged_into IS NOT NULL")]
    earlier = set(merged)
    for _ in range(3):
        leads = standing(cli)
        if len(leads) > 1:
            merged += cli.json("merge", *chance.sample(leads, 2))["merged"]
            agrees(cli)
    waiting = [lead for lead in merged if lead not in earlier]
    while waiting:
        lead = chance.choice(waiting)
        answer = cli("unmerge", lead)
        if answer.code == 1:
            assert "comes first" in answer.err
            assert any(f"leadtrack unmerge {other} comes first" in answer.err for other in waiting)
            continue
        assert answer.code == 0, answer.err
        waiting.remove(lead)
        agrees(cli)
    same_but_for_marks(before, cli)


@few
@given(seed=seeds)
def test_what_came_since_stays_with_the_kept_lead_and_the_rest_goes_back(fresh: Callable[[], Program], seed: int):
    chance = random.Random(seed)
    cli = lived(fresh(), chance, 10)
    leads = standing(cli)
    if len(leads) < 2:
        return
    before = content(cli)
    told = cli.json("merge", *chance.sample(leads, 2))
    kept, (lost,) = told["lead"], told["merged"]
    work = [
        ("note", lost, "came since"),
        ("log", kept, "call"),
        ("remind", kept, "in 2 days", "since"),
        ("stage", kept, "won"),
        ("edit", kept, "title=Since", "Badge=since"),
        ("edit", kept, "full_name=Some Body"),
        ("remind", "--done", 1),
    ]
    for words in chance.sample(work, 3):
        cli(*words)
    answer = cli("unmerge", lost, "--format", "json")
    assert answer.code in (0, 3), answer.err
    assert (answer.code == 3) == bool(answer.json()["spared"])
    after = content(cli)
    for (table, number), row in before.items():
        if (table == "leads" and number != lost) or table in ("facts", "settings"):
            continue
        if table == "reminders":  # one may be done since
            row, now = row[:2], after[table, number][:2]
            assert now == row
            continue
        assert after[table, number] == row, (table, number)
    assert {row["what"] for row in answer.json()["spared"]} <= {
        "lead", "the assignment of lead", "the move of lead",
    }  # fmt: skip
    assert {row["number"] for row in answer.json()["spared"]} <= {kept}
    agrees(cli)
    assert cli.json("show", lost)["lead"] == lost


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
def test_facts_agree_after_any_long_history_of_merges(fresh: Callable[[], Program], seed: int):
    chance = random.Random(seed)
    cli = lived(fresh(), chance, 80)
    for _ in range(20):
        leads = standing(cli)
        if len(leads) > 1 and chance.random() < 0.5:
            cli("merge", *chance.sample(leads, 2))
        elif gone := cli.rows("SELECT id FROM leads WHERE merged_into IS NOT NULL"):
            cli("unmerge", chance.choice(gone)[0])
    agrees(cli)
