"""The pipeline is the team's own: stages, what is to be done in them, pipelines for a trade, and drawing it."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta

import pytest

NOW = datetime(2026, 3, 31, 14, 30, tzinfo=UTC)
NAMES = ["new", "contacted", "qualified", "proposal", "won", "nurture", "lost", "junk"]


@pytest.fixture(autouse=True)
def that_tuesday(cli) -> None:
    cli.now = NOW


def names(cli) -> list[str]:
    return [row["stage"] for row in cli.json("stages", "list")]


def counts(cli, stage: str) -> tuple[int, int, int]:
    row = next(row for row in cli.json("stages", "list") if row["stage"] == stage)
    return row["leads"], row["entered"], row["again"]


def test_a_new_file_has_stages_with_a_rest_and_something_to_do(cli):
    rows = cli.json("stages", "list")
    assert [row["stage"] for row in rows] == NAMES
    assert rows[0] | {"actions": rows[0]["actions"][:1]} == {
        "position": 1, "stage": "new", "kind": "open", "probability": 0.05, "rest_days": 1, "leads": 0, "entered": 0,
        "again": 0, "actions": [{"kind": "call", "text": "Call within five minutes", "wait_days": 0}],
    }  # fmt: skip
    assert rows[4]["rest_days"] is None
    assert "Rest, days" in cli.ok("stages", "list").out


def test_entering_and_coming_again_are_counted(team):
    assert counts(team, "new") == (3, 3, 0)
    for to in ("contacted", "new", "contacted", "lost"):
        team.now += timedelta(hours=1)
        team.ok("stage", "1", to)
    assert counts(team, "new") == (2, 4, 1)
    assert counts(team, "contacted") == (0, 2, 1)
    assert counts(team, "lost") == (1, 1, 0)
    rows = team.json("show", "1")["stages"]
    assert [(row["stage"], row["times"], row["left"]) for row in rows] == [
        ("new", 2, 2), ("contacted", 2, 2), ("lost", 1, 0),
    ]  # fmt: skip


def test_a_stage_is_added_where_it_belongs(cli):
    told = cli.json("stages", "add", "demo given", "--after", "qualified", "--rest", "2 weeks", "--probability", "45%")
    assert told == {
        "batch": told["batch"], "stage": "demo given", "kind": "open", "position": 4, "probability": 0.45,
        "rest_days": 14,
    }  # fmt: skip
    cli.ok("stages", "add", "trial", "--before", "won")
    cli.ok("stages", "add", "legal hold", "--kind", "nurture")
    cli.ok("stages", "add", "first", "--position", "1")
    assert names(cli) == [
        "first", "new", "contacted", "qualified", "demo given", "proposal", "trial", "won", "nurture", "legal hold",
        "lost", "junk",
    ]  # fmt: skip
    cli.ok("undo")
    assert names(cli)[0] == "new"
    cli.ok("undo", cli.json("history")[0]["batch"])
    assert names(cli)[:2] == ["first", "new"]


def test_a_stage_without_a_probability_gets_one_between_its_neighbors(cli):
    assert cli.json("stages", "add", "demo", "--after", "qualified")["probability"] == 0.47
    assert cli.json("stages", "add", "sold again", "--kind", "won")["probability"] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", "New"), "already"),
        (("add", "  "), "needs a name"),
        (("add", "x", "--kind", "warm"), "open, nurture, won, lost, junk"),
        (("add", "x", "--probability", "high"), "35%"),
        (("add", "x", "--rest", "soon"), "5d"),
        (("add", "x", "--rest", "0d"), "none"),
        (("add", "x", "--after", "nowhere"), "there is no stage 'nowhere'"),
        (("add", "x", "--after", "new", "--position", "1"), "one of"),
        (("add", "x", "--kind", "lost", "--position", "1"), "cannot be first"),
        (("edit", "new", "--kind", "lost"), "cannot be first"),
        (("edit", "won", "--kind", "lost"), "the only won stage"),
        (("edit", "new", "--name", "lost"), "already"),
        (("move", "won", "--position", "1"), "cannot be first"),
        (("remove", "won", "--to", "lost"), "the only won stage"),
        (("remove", "lost", "--to", "lost"), "itself"),
        (("use", "bakery"), "healthcare"),
        (("use", "insurance", "--map", "nowhere=quoted"), "there is no stage 'nowhere'"),
        (("use", "insurance", "--map", "new=nowhere"), "there is no stage 'nowhere'"),
        (("action", "add", "new", "fax", "send"), "no way of contact"),
        (("action", "add", "new", "call", "  "), "what is to be done"),
        (("action", "remove", "new", "9"), "no action 9"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_is_refused(cli, arguments: tuple[str, ...], words: str):
    cli.ok("stages", "list")
    assert words in cli.refused("stages", *arguments)


def test_what_is_not_said_is_wrong_usage(cli):
    cli.ok("stages", "list")
    cli.refused("stages", "edit", "new", code=2)
    cli.refused("stages", "move", "new", code=2)
    cli.refused("stages", "use", "insurance", "--map", "new", code=2)
    cli.refused("stages", "chart", "--format", "png", code=2)


def test_a_stage_is_changed_and_that_is_taken_back(cli):
    told = cli.json("stages", "edit", "prop", "--name", "offer out", "--probability", "55", "--rest", "none")
    assert (told["stage"], told["probability"], told["rest_days"]) == ("offer out", 0.55, None)
    assert sorted(told["changed"]) == ["name", "probability", "rest_days"]
    assert cli.json("stages", "edit", "offer out", "--probability", "0.55")["batch"] is None
    cli.ok("undo")
    assert names(cli) == NAMES


def test_a_name_that_another_took_since_is_spared_by_undo(cli):
    batch = cli.json("stages", "edit", "proposal", "--name", "offer")["batch"]
    cli.ok("stages", "add", "proposal")
    answer = cli("undo", batch)
    assert answer.code == 3
    assert "given to another" in answer.err


def test_the_order_is_the_teams(cli):
    assert cli.json("stages", "move", "qualified", "--before", "contacted")["position"] == 2
    assert names(cli)[:4] == ["new", "qualified", "contacted", "proposal"]
    assert cli.json("stages", "move", "qualified", "--position", "2")["batch"] is None


def test_how_far_a_lead_came_follows_the_order(team):
    team.ok("stage", "1", "qualified")
    team.ok("stage", "1", "contacted")
    reached = "SELECT s.name FROM facts f JOIN stages s ON s.id = f.furthest_stage_id WHERE lead_id = 1"
    assert team.rows(reached) == [("qualified",)]
    team.ok("stages", "move", "qualified", "--before", "contacted")
    assert team.rows(reached) == [("contacted",)]
    team.ok("undo")
    assert team.rows(reached) == [("qualified",)]


def test_a_removed_stage_hands_its_leads_over_and_stays_in_their_story(team):
    team.ok("stage", "1", "contacted")
    assert "holds 1 lead" in team.refused("stages", "remove", "contacted")
    before = team.dump()
    assert team.json("stages", "remove", "contacted", "--to", "qualified", "--dry-run")["leads"] == 1
    assert team.dump() == before
    told = team.json("stages", "remove", "contacted", "--to", "qualified")
    assert (told["stage"], told["to"], told["leads"]) == ("contacted", "qualified", 1)
    assert "contacted" not in names(team)
    whole = team.json("show", "1")
    assert whole["stage"] == "qualified"
    assert [(row["from"], row["to"], row["reason"]) for row in whole["moves"]] == [
        ("new", "contacted", None), ("contacted", "qualified", "the stage contacted was removed"),
    ]  # fmt: skip
    for command in (
        ("report", "funnel"),
        ("leads",),
        ("stages", "list"),
        ("stages", "chart"),
        ("stale",),
        ("history", "1"),
    ):
        team.ok(*command)
    team.ok("undo")
    assert names(team) == NAMES
    assert team.json("show", "1")["stage"] == "contacted"
    team.ok("undo", team.json("history")[0]["batch"])
    assert team.json("show", "1")["stage"] == "qualified"


def test_a_lead_that_an_undo_put_into_a_removed_stage_breaks_nothing(team):
    team.ok("stage", "1", "contacted")
    moved_on = team.json("stage", "1", "qualified")["batch"]
    team.ok("stages", "remove", "contacted")
    team.ok("undo", moved_on)
    assert team.json("show", "1")["stage"] == "contacted"
    rows = team.json("report", "funnel")["rows"]
    assert ("contacted (removed)", 1) in [(row["stage"], row["leads"]) for row in rows]
    for command in (("leads",), ("stages", "list"), ("stages", "chart"), ("stale",), ("log", "1", "call")):
        team.ok(*command)
    assert team.json("stage", "1", "qualified")["from"] == "contacted"


def test_what_is_to_be_done_in_a_stage_is_the_teams(cli):
    cli.ok("stages", "action", "add", "won", "email", "Say thank you", "--wait", "1d")
    cli.ok("stages", "action", "add", "won", "call", "Ask for a referral", "--wait", "2 weeks")
    told = cli.json("stages", "action", "add", "won", "note", "Hand over to service", "--position", "1")
    assert (told["nr"], told["kind"], told["wait_days"]) == (1, "note", 0)
    assert cli.json("stages", "action", "list", "won") == [
        {"stage": "won", "nr": 1, "kind": "note", "text": "Hand over to service", "wait_days": 0},
        {"stage": "won", "nr": 2, "kind": "email", "text": "Say thank you", "wait_days": 1},
        {"stage": "won", "nr": 3, "kind": "call", "text": "Ask for a referral", "wait_days": 14},
    ]
    assert cli.json("stages", "action", "remove", "won", "2")["text"] == "Say thank you"
    assert [row["nr"] for row in cli.json("stages", "action", "list", "won")] == [1, 2]
    cli.ok("undo")
    assert len(cli.json("stages", "action", "list", "won")) == 3


# -- pipelines for a trade ---------------------------------------------------------------------------------------------

TRADES = ("healthcare", "education", "call-centre", "real-estate", "insurance", "mortgage", "debt", "small-business")


@pytest.mark.parametrize("trade", TRADES)
def test_a_pipeline_for_a_trade_takes_every_lead_along(team, trade: str):
    team.ok("stage", "1", "qualified", "--why", "has the money")
    team.ok("stage", "2", "lost", "--why", "has not")
    before = names(team)
    planned = team.json("stages", "use", trade, "--dry-run")
    assert names(team) == before
    told = team.json("stages", "use", trade)
    assert told["becomes"] == planned["becomes"]
    assert names(team) != before
    becomes = {row["stage"]: row["becomes"] for row in told["becomes"]}
    stages = {row["lead"]: row["stage"] for row in team.json("leads")}
    assert stages == {1: becomes["qualified"], 2: becomes["lost"], 3: becomes["new"]}
    assert sum(row["leads"] for row in team.json("stages", "list")) == 3
    assert team.json("show", "1")["moves"][-1]["reason"] == f"the pipeline became {trade}"
    assert team.json("stages", "use", trade)["batch"] is None, "it is so already"
    team.ok("undo")
    assert names(team) == before
    assert {row["lead"]: row["stage"] for row in team.json("leads")} == {1: "qualified", 2: "lost", 3: "new"}


def test_one_pipeline_after_the_other_and_back(team):
    team.ok("stage", "1", "proposal")
    for trade in (*TRADES, "standard"):
        team.ok("stages", "use", trade)
        assert sum(row["leads"] for row in team.json("stages", "list")) == 3
        team.ok("report", "funnel")
    assert names(team) == NAMES
    row = next(row for row in team.json("stages", "list") if row["stage"] == "new")
    assert row["actions"][0]["text"] == "Call within five minutes"


def test_a_lead_that_came_far_came_as_far_in_the_new_pipeline(team):
    team.ok("stage", "1", "proposal")
    team.ok("stage", "1", "lost")
    team.ok("stages", "use", "insurance")
    rows = {row["stage"]: row["leads"] for row in team.json("report", "funnel")["rows"]}
    assert (rows["quote request"], rows["quoted"], rows["application"]) == (3, 1, 0)


def test_a_new_pipeline_is_nobodys_touch(team):
    batch = next(row["batch"] for row in team.json("history") if row["command"] == "import")
    team.ok("stages", "use", "insurance")
    team.ok("undo", batch)
    assert team.json("leads") == []


def test_a_stage_goes_where_it_is_sent(team):
    team.ok("stages", "use", "insurance", "--map", "new=underwriting")
    assert {row["stage"] for row in team.json("leads")} == {"underwriting"}


def test_a_name_that_both_have_keeps_its_leads_and_what_was_done(team):
    team.ok("stage", "1", "contacted")
    team.ok("stages", "use", "insurance")
    assert team.json("show", "1")["stage"] == "contacted"
    assert len(team.json("show", "1")["moves"]) == 1


def test_a_pipeline_is_named_loosely_and_without_a_name_all_are_listed(cli):
    assert cli.json("stages", "use", "Call Center", "--dry-run")["pipeline"] == "call-centre"
    assert cli.json("stages", "use", "real estate", "--dry-run")["pipeline"] == "real-estate"
    assert {row["pipeline"] for row in cli.json("stages", "use")} == {*TRADES, "standard"}


# -- drawing -----------------------------------------------------------------------------------------------------------


def test_the_pipeline_is_drawn_as_mermaid(team):
    team.ok("stage", "1", "contacted")
    team.ok("stage", "2", "lost")
    drawn = team.ok("stages", "chart").out
    assert drawn.startswith("flowchart LR\n")
    assert 's2["contacted<br/>1 lead<br/>15%, rest 5 d"]:::open' in drawn
    assert "s1 -->|1| s2" in drawn
    assert "s1 -.->|1| s7" in drawn


def test_a_name_cannot_break_the_drawing(cli, tmp_path):
    cli.ok("stages", "add", 'a "quoted" <b>&</b> ]; click s1 "javascript:x"', "--after", "new")
    cli.ok("stages", "add", "提案・見積もり", "--after", "new")
    label = next(line for line in cli.ok("stages", "chart").out.splitlines() if "quoted" in line)
    assert label.count('"') == 2
    assert "<b>" not in label
    target = tmp_path / "pipeline.svg"
    cli.ok("stages", "chart", "--format", "svg", "--output", target)
    root = ET.fromstring(target.read_text("utf-8"))
    assert 'a "quoted" <b>&</b> ]; click s1 "javascript:x"' in [
        title.text for title in root.iter("{http://www.w3.org/2000/svg}title")
    ]
