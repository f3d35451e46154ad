"""The pipeline: names, a lead's way, what is to be done, whole pipelines, the funnel."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack.errors import BadRequest, NotFound
from leadtrack.stages import (
    Visit,
    counted,
    days,
    first_open,
    funnel,
    named,
    probability,
    read_pipeline,
    successors,
    visit_at,
    visits,
    way_back,
)  # fmt: skip

STAGES = [
    {"id": number, "name": name, "kind": kind, "position": number, "removed": False}
    for number, (name, kind) in enumerate(
        [
            ("new", "open"),
            ("contacted", "open"),
            ("qualified", "open"),
            ("won", "won"),
            ("nurture", "nurture"),
            ("lost", "lost"),
        ],
        1,
    )
]


@pytest.mark.parametrize(
    ("text", "found"), [("won", "won"), ("WON", "won"), (" qual", "qualified"), ("nu", "nurture"), ("new", "new")]
)
def test_a_stage_is_named_by_a_unique_beginning(text: str, found: str):
    assert named(STAGES, text)["name"] == found


@pytest.mark.parametrize("text", ["", "n", "warm", "newer"])
def test_what_names_no_one_stage_is_refused_with_the_stages(text: str):
    with pytest.raises(NotFound, match="new, contacted, qualified, won, nurture, lost"):
        named(STAGES, text)


def test_a_stage_on_the_way_counts_all_that_came_further():
    rows = funnel(STAGES, furthest={1: 5, 2: 3, 4: 2}, present={1: 4, 2: 2, 4: 2, 6: 2})
    assert [(row["stage"], row["leads"]) for row in rows] == [
        ("new", 10), ("contacted", 5), ("qualified", 2), ("won", 2), ("nurture", 0), ("lost", 2),
    ]  # fmt: skip
    assert [row["share"] for row in rows] == [1.0, 0.5, 0.2, 0.2, 0.0, 0.2]
    assert [row["conversion"] for row in rows] == [None, 0.5, 0.4, 1.0, None, None]


def test_without_leads_there_are_no_shares():
    assert {(row["leads"], row["share"], row["conversion"]) for row in funnel(STAGES, {}, {})} == {(0, None, None)}


@given(st.dictionaries(st.integers(1, 6), st.integers(0, 50)))
def test_the_funnel_only_narrows(furthest: dict[int, int]):
    rows = [row for row in funnel(STAGES, furthest, {}) if row["kind"] in ("open", "won")]
    assert [row["leads"] for row in rows] == sorted((row["leads"] for row in rows), reverse=True)
    assert rows[0]["leads"] == sum(furthest.values())


def test_a_removed_stage_counts_for_those_before_it_and_has_a_row_while_a_lead_is_there():
    stages = [*STAGES[:2], STAGES[2] | {"removed": True}, *STAGES[3:]]
    rows = funnel(stages, furthest={1: 1, 3: 4}, present={1: 5})
    assert [(row["stage"], row["leads"]) for row in rows[:3]] == [("new", 5), ("contacted", 4), ("won", 0)]
    rows = funnel(stages, furthest={3: 4}, present={3: 4})
    assert ("qualified (removed)", 4) in [(row["stage"], row["leads"]) for row in rows]


# -- a lead's way ------------------------------------------------------------------------------------------------------

DAY = "2026-03-{:02}T10:00:00Z".format


def test_a_lead_stays_in_each_stage_until_it_moves():
    assert visits(1, DAY(1), [(DAY(3), 2), (DAY(5), 1)]) == [
        Visit(1, DAY(1), DAY(3)), Visit(2, DAY(3), DAY(5)), Visit(1, DAY(5), None),
    ]  # fmt: skip


def test_a_move_to_where_it_is_begins_no_new_stay():
    assert visits(1, DAY(1), [(DAY(3), 2), (DAY(4), 2)]) == [Visit(1, DAY(1), DAY(3)), Visit(2, DAY(3), None)]


def test_a_lead_may_have_moved_before_it_was_written_down():
    way = visits(1, DAY(9), [(DAY(3), 2)])
    assert way == [Visit(1, DAY(3), DAY(3)), Visit(2, DAY(3), None)]
    assert visit_at(way, DAY(4)).stage == 2
    assert visit_at(way, DAY(1)).stage == 1


def test_entering_and_leaving_are_counted():
    rows = counted(visits(1, DAY(1), [(DAY(3), 2), (DAY(5), 1), (DAY(6), 2), (DAY(7), 4)]), STAGES)
    assert [(row["stage"], row["times"], row["left"]) for row in rows] == [
        ("new", 2, 2), ("contacted", 2, 2), ("won", 1, 0),
    ]  # fmt: skip
    assert (rows[0]["first_at"], rows[0]["last_at"]) == (DAY(1), DAY(5))


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(1, 6)), max_size=12))
def test_stays_follow_on_one_another(moves: list[tuple[int, int]]):
    way = visits(1, DAY(1), [(DAY(day), stage) for day, stage in sorted(moves)])
    assert [visit.until for visit in way[:-1]] == [visit.since for visit in way[1:]]
    assert way[-1].until is None
    assert all(one.stage != other.stage for one, other in itertools.pairwise(way))
    assert sum(row["times"] - row["left"] for row in counted(way, STAGES)) == 1


def test_a_lead_goes_back_to_the_open_stage_that_it_was_in_last():
    assert way_back(visits(1, DAY(1), [(DAY(3), 2), (DAY(5), 6)]), STAGES)["name"] == "contacted"
    assert way_back(visits(6, DAY(1), []), STAGES)["name"] == "new"
    assert way_back(visits(1, DAY(1), [(DAY(3), 2)]), [STAGES[0], *STAGES[2:]])["name"] == "new"


# -- what is to be done ------------------------------------------------------------------------------------------------

ACTIONS = [
    {"id": 7, "kind": "call", "text": "first call", "wait_days": 0.0},
    {"id": 8, "kind": "email", "text": "letter", "wait_days": 0.0},
    {"id": 9, "kind": "call", "text": "second call", "wait_days": 2.0},
]


def test_the_first_action_that_is_not_done_comes_next():
    assert (first_open(ACTIONS, {}, DAY(1)) or {})["text"] == "first call"
    assert (first_open(ACTIONS, {7: DAY(2)}, DAY(1)) or {})["text"] == "letter"
    assert first_open(ACTIONS, {7: DAY(2), 8: DAY(2), 9: DAY(4)}, DAY(1)) is None
    assert first_open([], {}, DAY(1)) is None


def test_its_wait_counts_from_the_action_before_it():
    assert (first_open(ACTIONS, {7: DAY(2), 8: DAY(3)}, DAY(1)) or {})["from_at"] == DAY(5)
    assert (first_open(ACTIONS, {}, "2026-03-01") or {})["from_at"] == "2026-03-01T00:00:00Z"


def test_a_contact_does_the_first_action_of_its_kind():
    assert (first_open(ACTIONS, {7: DAY(2)}, DAY(1), "call") or {})["id"] == 9
    assert first_open(ACTIONS, {}, DAY(1), "meeting") is None


# -- figures -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "share"), [("35%", 0.35), ("0.35", 0.35), ("35", 0.35), ("1", 1), ("0,5", 0.5), ("0", 0)]
)
def test_a_probability_is_read_as_people_write_it(text: str, share: float):
    assert probability(text) == share


@pytest.mark.parametrize("text", ["", "high", "-1", "101", "120%", "nan", "inf"])
def test_what_is_no_probability_is_refused(text: str):
    with pytest.raises(BadRequest, match="35%"):
        probability(text)


@pytest.mark.parametrize(
    ("text", "found"), [("5d", 5), ("2 weeks", 14), ("12 hours", 0.5), ("3", 3), ("1 month", 30), ("none", None)]
)
def test_a_rest_is_read_in_days(text: str, found: float | None):
    assert days(text) == found


@pytest.mark.parametrize("text", ["soon", "-3d", "5 parsecs"])
def test_what_is_no_length_of_time_is_refused(text: str):
    with pytest.raises(BadRequest):
        days(text)


# -- whole pipelines ---------------------------------------------------------------------------------------------------

PIPELINES = {
    path.stem: read_pipeline(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parents[2] / "leadtrack" / "pipelines").glob("*.toml"))
}


def test_there_is_a_pipeline_for_each_trade():
    assert PIPELINES.keys() == {
        "standard", "healthcare", "education", "call-centre", "real-estate", "insurance", "mortgage", "debt",
        "small-business",
    }  # fmt: skip


@pytest.mark.parametrize("name", PIPELINES)
def test_a_shipped_pipeline_is_whole(name: str):
    stages = PIPELINES[name]["stages"]
    names = [stage["name"].casefold() for stage in stages]
    assert len(set(names)) == len(names)
    assert stages[0]["kind"] == "open", "new leads come in there"
    assert {stage["kind"] for stage in stages} == {"open", "nurture", "won", "lost", "junk"}
    way = [stage for stage in stages if stage["kind"] in ("open", "won")]
    chances = [stage["probability"] for stage in way]
    assert chances == sorted(set(chances)), "who came further is likelier to buy"
    assert way[-1]["kind"] == "won"
    for stage in stages:
        assert (stage["rest_days"] is not None) == (stage["kind"] in ("open", "nurture")), stage["name"]
        assert bool(stage["actions"]) == (stage["kind"] in ("open", "nurture")), stage["name"]
        assert all(action["kind"] in ("call", "email", "text", "meeting", "note") for action in stage["actions"])
        assert len({(action["kind"], action["text"]) for action in stage["actions"]}) == len(stage["actions"])


@pytest.mark.parametrize("old", PIPELINES)
@pytest.mark.parametrize("new", PIPELINES)
def test_every_stage_has_a_successor_of_its_kind(old: str, new: str):
    present, coming = PIPELINES[old]["stages"], PIPELINES[new]["stages"]
    kinds = {stage["name"]: stage["kind"] for stage in coming}
    rows = successors(present, coming, {})
    assert [row["stage"] for row in rows] == [stage["name"] for stage in present]
    for stage, row in zip(present, rows, strict=True):
        assert kinds[row["becomes"]] == stage["kind"] or row["why"] == "has the same name"
    if old == new:
        assert all(row["stage"] == row["becomes"] for row in rows)


def test_an_open_stage_becomes_none_that_promises_more():
    coming = PIPELINES["insurance"]["stages"]
    chances = {stage["name"]: stage["probability"] for stage in coming}
    for row, stage in zip(
        successors(PIPELINES["mortgage"]["stages"], coming, {}), PIPELINES["mortgage"]["stages"], strict=True
    ):
        if stage["kind"] == "open" and row["why"].startswith("as likely"):
            assert chances[row["becomes"]] <= stage["probability"]


def test_a_successor_may_be_wished_for():
    rows = successors(STAGED, PIPELINES["insurance"]["stages"], {"prop": "underw"})
    assert ("proposal", "underwriting", "as you said") in [(row["stage"], row["becomes"], row["why"]) for row in rows]
    with pytest.raises(NotFound):
        successors(STAGED, PIPELINES["insurance"]["stages"], {"prop": "nowhere"})


STAGED = PIPELINES["standard"]["stages"]
