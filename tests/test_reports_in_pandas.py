"""Funnel, reps and sources agree with a calculation of their own in pandas, from the rows of what happened alone."""

import contextlib
import random
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Program
from test_past import days_of

DEMO_DAY = datetime(2026, 5, 4, 14, tzinfo=UTC)


class Frames:
    """The tables of a file as frames, without what was taken back or merged; no facts among them."""

    def __init__(self, db: Path, now: datetime) -> None:
        self.now = pd.Timestamp(now)
        with contextlib.closing(sqlite3.connect(db)) as connection:

            def read(table: str) -> pd.DataFrame:
                return pd.read_sql_query(f"SELECT * FROM {table}", connection)  # noqa: S608

            self.stages, self.reps = read("stages"), read("reps")
            self.sources, self.campaigns = read("sources"), read("campaigns")
            leads = read("leads")
            if "merged_into" in leads:
                leads = leads[leads["merged_into"].isna()]
            self.leads = leads[leads["removed_by"].isna()].set_index("id")
            stands = {}
            for table in ("activities", "assignments", "stage_moves"):
                frame = read(table) if table != "activities" else pd.read_sql_query(
                    "SELECT id, lead_id, rep_id, at, attempt, removed_by FROM activities", connection
                )  # fmt: skip
                frame = frame[frame["removed_by"].isna() & frame["lead_id"].isin(self.leads.index)]
                stands[table] = frame.sort_values(["at", "id"])
            self.activities, self.assignments, self.moves = (
                stands[table] for table in ("activities", "assignments", "stage_moves")
            )
        self.attempts = self.activities[self.activities["attempt"] == 1]
        latest = self.assignments.groupby("lead_id").last()
        self.leads["rep_id"] = latest["rep_id"].reindex(self.leads.index)
        self.leads["assigned_at"] = latest["at"].reindex(self.leads.index).where(self.leads["rep_id"].notna())
        moved = self.moves.groupby("lead_id")["to_stage_id"].last().reindex(self.leads.index)
        self.leads["stage_id"] = moved.fillna(self.leads["entered_stage_id"]).astype("int64")
        self.kind = self.stages.set_index("id")["kind"]
        self.position = self.stages.set_index("id")["position"]
        self.leads["kind"] = self.leads["stage_id"].map(self.kind)
        self.leads["furthest"] = [self._furthest(lead) for lead in self.leads.index]

    def _furthest(self, lead: int) -> float:
        """The position of the furthest stage on the way that a lead was in; nothing where it was in none."""
        entered = [self.leads.loc[lead, "entered_stage_id"]]
        been = [*entered, *self.moves.loc[self.moves["lead_id"] == lead, "to_stage_id"]]
        way = [self.position[stage] for stage in been if self.kind[stage] in ("open", "won")]
        return max(way) if way else float("nan")

    def funnel(self) -> dict[str, int]:
        found = {}
        standing = self.stages[self.stages["removed_by"].isna()].sort_values("position")
        for place, stage in enumerate(standing[standing["kind"].isin(["open", "won"])].itertuples()):
            reached = self.leads["furthest"] >= stage.position
            found[stage.name] = int(reached.sum()) if place else len(self.leads)
        for stage in standing[~standing["kind"].isin(["open", "won"])].itertuples():
            found[stage.name] = int((self.leads["stage_id"] == stage.id).sum())
        return found

    def by_rep(self) -> dict[str, dict[str, Any]]:
        """assigned, untouched, attempts, won, median_response."""
        attempts = self.attempts.groupby("lead_id").size().reindex(self.leads.index, fill_value=0)
        names = self.reps[self.reps["removed_by"].isna()].set_index("id")["name"]
        answers = self._answers()
        return {
            name: {
                "assigned": int((mine := self.leads["rep_id"] == rep).sum()),
                "untouched": int((mine & (attempts == 0)).sum()),
                "attempts": int(attempts[mine].sum()),
                "won": int((mine & (self.leads["kind"] == "won")).sum()),
                "median_response": answers.loc[answers["rep_id"] == rep, "seconds"].median(),
            }
            for rep, name in names.items()
        }

    def _answers(self) -> pd.DataFrame:
        """Per time that a rep had a lead: after how many seconds it was tried, if it was."""
        held = self.assignments.copy()
        held["until"] = held.groupby("lead_id")["at"].shift(-1)
        held = held[held["rep_id"].notna() & ((held["until"] > held["at"]) | held["until"].isna())]
        rows = []
        for time in held.itertuples():
            tried = self.attempts[(self.attempts["lead_id"] == time.lead_id) & (self.attempts["at"] >= time.at)]
            if isinstance(time.until, str):
                tried = tried[tried["at"] < time.until]
            if len(tried):
                seconds = (pd.Timestamp(tried["at"].iloc[0]) - pd.Timestamp(time.at)).total_seconds()
                rows.append({"rep_id": time.rep_id, "seconds": seconds})
        return pd.DataFrame(rows, columns=["rep_id", "seconds"])

    def by_source(self) -> dict[str | None, dict[str, Any]]:
        """leads, qualified, won, value (won), cost, never_tried."""
        qualified = self.stages[self.stages["removed_by"].isna() & (self.stages["name"] == "qualified")]["position"]
        border = qualified.iloc[0] if len(qualified) else None
        sizes = self.leads.groupby("campaign_id").size()
        costs = self.campaigns.set_index("id")
        each = {
            campaign: (costs.loc[campaign, "cost"] / size if pd.notna(costs.loc[campaign, "cost"]) else 0)
            + (costs.loc[campaign, "lead_cost"] if pd.notna(costs.loc[campaign, "lead_cost"]) else 0)
            for campaign, size in sizes.items()
            if costs.loc[campaign, ["cost", "lead_cost"]].notna().any()
        }
        leads = self.leads.assign(
            cost=self.leads["campaign_id"].map(each),
            tried=self.leads.index.isin(self.attempts["lead_id"]),
            source=self.leads["source_id"].map(self.sources.set_index("id")["name"]),
        )
        found: dict[str | None, dict[str, Any]] = {}
        for source, mine in leads.groupby("source", dropna=False):
            won = mine[mine["kind"] == "won"]
            found[None if pd.isna(source) else source] = {
                "leads": len(mine), "won": len(won), "value": won["value"].sum(),
                "qualified": int((mine["furthest"] >= border).sum()) if border is not None else None,
                "cost": mine["cost"].sum(), "never_tried": int((~mine["tried"]).sum()),
            }  # fmt: skip
        return found


def agree(team: Program) -> None:
    assert team.now is not None
    frames = Frames(team.db, team.now)
    told = {row["stage"]: row["leads"] for row in team.json("report", "funnel")["rows"]}
    assert {stage: leads for stage, leads in told.items() if "(removed)" not in stage} == frames.funnel()
    told = {row["rep"]: row for row in team.json("report", "reps")["rows"]}
    for rep, figures in frames.by_rep().items():
        median = figures.pop("median_response")
        assert {name: told[rep][name] for name in figures} == figures, rep
        assert told[rep]["median_response"] == (None if pd.isna(median) else pytest.approx(median)), rep
    told = {row["source"]: row for row in team.json("report", "sources")["rows"] if row["leads"]}
    calculated = frames.by_source()
    assert told.keys() == calculated.keys()
    for source, figures in calculated.items():
        for name, figure in figures.items():
            if figure is not None:
                assert (told[source][name] or 0) == pytest.approx(figure), (source, name)


def test_the_demo_agrees_with_pandas(cli: Program, tmp_path: Path):
    cli.now = DEMO_DAY
    cli.ok("demo", tmp_path / "demo")
    agree(Program(tmp_path / "demo" / "leads.db", DEMO_DAY))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
@given(seed=st.integers(0, 2**32), steps=st.integers(2, 20))
def test_random_histories_agree_with_pandas(fresh: Callable[[], Program], seed: int, steps: int):
    *_, team = days_of(fresh(), random.Random(seed), steps)
    agree(team)
