"""`leadtrack icp`, `score`, `temperature`, `qualify`, `calling`, and what is kept of them."""

from datetime import UTC, datetime, timedelta

import pytest
from running import Program

NOW = datetime(2026, 3, 31, 14, tzinfo=UTC)


@pytest.fixture
def three(cli: Program) -> Program:
    """Rita, and three of her leads, two hours old: a shop in CA, a shop in NY that writes, a bank."""
    cli.now = NOW - timedelta(hours=2)
    cli.ok("rep", "add", "Rita Ruiz")
    cli.ok("territory", "add", "Rita Ruiz", "--country", "US")
    for name, state, industry, size in (
        ("Shop", "CA", "Retail", 100),
        ("Store", "NY", "retail", 20),
        ("Bank", "NY", "Finance", 900),
    ):
        cli.ok("add", "--company", name, "--state", state, "--industry", industry, "--employees", size,
               "--email", f"{name}@x.example", "--country", "US")  # fmt: skip
    cli.now = NOW
    return cli


# -- icp ---------------------------------------------------------------------------------------------------------------


def test_the_ideal_customer_is_set_shown_and_taken_back(three: Program):
    told = three.json(
        "icp", "set", "industry=RETAIL", "employees=50-500", "state=California,NV", "--weight", "industry=3"
    )
    assert [(row["field"], row["wanted"], row["weight"], row["met"]) for row in told["ideal"]] == [
        ("industry", "RETAIL", 3, 2),
        ("employees", "50 to 500", 1, 1),
        ("state", "CA, NV", 1, 1),
    ]
    assert three.json("icp", "show") == told["ideal"]
    three.ok("icp", "set", "employees=10+", "state=")
    assert [row["wanted"] for row in three.json("icp", "show")] == ["RETAIL", "10 and more"]
    three.ok("undo")
    assert three.json("icp", "show") == told["ideal"]
    three.ok("icp", "clear")
    assert three.json("icp", "show") == []
    three.ok("undo")
    assert three.json("icp", "show") == told["ideal"]


def test_saying_the_same_twice_changes_nothing(three: Program):
    three.ok("icp", "set", "industry=retail")
    assert three.json("icp", "set", "industry=retail")["batch"] is None


def test_a_condition_that_nobody_meets_is_told_with_what_the_leads_have(three: Program):
    answer = three.ok("icp", "set", "industry=healthcare")
    assert "no lead meets industry; leads have" in answer.err
    assert "(2)" in answer.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("employees=many",), "50-500"),
        (("created_at=today",), "created_at"),
        (("industry=",), "industry"),
        (("state=CA", "--weight", "state=0"), "weight"),
        (("--weight", "city=2"), "city"),
    ],
)
def test_an_impossible_condition_is_one_clear_line(three: Program, words: tuple[str, ...], says: str):
    assert says in three.refused("icp", "set", *words)


@pytest.mark.parametrize("words", [("industry",), (), ("state=CA", "--weight", "state=much")])
def test_wrong_usage_of_icp_set(three: Program, words: tuple[str, ...]):
    three.refused("icp", "set", *words, code=2)


def test_an_ideal_is_proposed_from_the_leads_that_were_won(cli: Program):
    cli.now = NOW
    for n in range(30):
        industry, state = ("Retail", "CA") if n % 2 else ("Finance", "NY")
        lead = cli.json("add", "--company", f"Firm {n}", "--industry", industry, "--state", state,
                        "--employees", 100 + n if n % 2 else 5000)["lead"]  # fmt: skip
        cli.ok("stage", lead, "won" if n % 2 and n > 5 else "lost")
    told = cli.json("icp", "suggest")
    assert (told["won"], told["leads"], told["compared"], told["enough"]) == (12, 30, "closed", True)
    found = {row["field"]: row for row in told["findings"]}
    assert found.keys() == {"industry", "state", "employees"}
    assert (found["industry"]["wanted"], found["industry"]["won"], found["industry"]["leads"]) == ("Retail", 12, 15)
    assert "leadtrack icp set" in cli.ok("icp", "suggest").err


def test_too_few_won_leads_propose_nothing(three: Program):
    told = three.json("icp", "suggest")
    assert (told["won"], told["enough"], told["findings"]) == (0, False, [])
    assert "too few" in three.ok("icp", "suggest").out


# -- score and temperature ---------------------------------------------------------------------------------------------


def test_a_score_says_where_its_points_come_from(three: Program):
    three.ok("icp", "set", "industry=retail", "employees=50-500")
    three.ok("log", 2, "email", "--in", "--at", "1 hour ago")
    shop, store, bank = (three.json("score", lead) for lead in (1, 2, 3))
    assert (shop["fit"], store["fit"], bank["fit"]) == (50, 25, 0)
    assert shop["engagement"] == bank["engagement"] < store["engagement"]
    assert (shop["temperature"], store["temperature"], bank["temperature"]) == ("hot", "hot", "warm")
    for told in (shop, store, bank):
        assert sum(row["points"] for row in told["reasons"]) == told["score"]
    assert "employees is 20, not 50 to 500" in three.ok("score", 2, "--explain").out


def test_a_rep_says_otherwise_and_it_says_so(three: Program):
    told = three.json("temperature", 3, "cold", "--why", "only wanted a calendar", acting="Rita Ruiz")
    assert (told["temperature"], told["computed"], told["told_by"], told["why"]) == (
        "cold",
        "hot",
        "Rita Ruiz",
        "only wanted a calendar",
    )
    assert three.json("temperature", 3, "cold")["batch"] is None
    assert "cold, says Rita Ruiz since 2026-03-31 (computed: hot)" in three.ok("score", 3).out
    assert three.json("show", 3)["temperature"] == "cold"
    assert "called it cold: only wanted a calendar" in three.ok("show", 3).out
    three.ok("temperature", 3, "auto")
    assert three.json("score", 3)["temperature"] == "hot"
    three.ok("undo")
    assert three.json("score", 3)["told_by"] == "Rita Ruiz"


def test_what_a_score_was_at_another_time_is_told(three: Program):
    three.ok("log", 1, "email", "--in", "--at", "30 min ago")
    three.ok("temperature", 1, "cold", acting="Rita Ruiz")
    now, then = three.json("score", 1), three.json("score", 1, "--as-of", "1 hour ago")
    assert then["score"] < now["score"]
    assert (now["told_by"], then["told_by"], then["temperature"]) == ("Rita Ruiz", None, "hot")


def test_a_temperature_nobody_knows_is_an_error(three: Program):
    assert "hot, warm, cold" in three.refused("temperature", 1, "boiling")
    three.refused("temperature", 1, "--why", "because", code=2)
    assert "has not come yet" in three.refused("temperature", 1, "hot", "--at", "tomorrow")


def test_a_source_cools_as_fast_as_the_team_says(three: Program):
    three.ok("edit", 1, "source=Web form")
    lives = {row["source"]: row["half_life"] for row in three.json("source", "list")}
    assert lives == {"Web form": 3}
    before = three.json("score", 1)["engagement"]
    assert three.json("source", "half-life", "web form", "1 hour")["half_life"] == pytest.approx(1 / 24)
    assert three.json("score", 1)["engagement"] < before / 2
    three.ok("source", "half-life", "web form", "auto")
    assert three.json("score", 1)["engagement"] == before
    assert "half-life" in three.refused("source", "half-life", "web form", "soon")
    assert "no source" in three.refused("source", "half-life", "radio", "3 days")


def test_what_a_lead_was_when_it_was_assigned_and_at_each_move_is_kept(three: Program):
    given = three.json("show", 1)["assignments"]
    assert [(row["score"], row["temperature"]) for row in given] == [(25 + 35, "hot")]
    three.ok("temperature", 1, "cold")
    three.ok("stage", 1, "contacted")
    three.ok("icp", "set", "industry=retail")
    three.ok("stage", 1, "qualified")
    moves = three.json("show", 1)["moves"]
    assert [row["temperature"] for row in moves] == ["cold", "cold"]
    assert [row["score"] > 60 for row in moves] == [False, True]
    assert three.json("show", 1)["assignments"] == given


def test_a_move_in_the_past_keeps_what_the_lead_was_then(three: Program):
    three.ok("log", 1, "email", "--in", "--at", "30 min ago")
    now = three.json("score", 1)["score"]
    three.ok("stage", 1, "contacted", "--at", "1 hour ago")
    (move,) = three.json("show", 1)["moves"]
    assert move["score"] < now


def test_owners_of_a_sheet_and_leads_given_by_hand_keep_it_too(three: Program, sheet):
    three.ok("rep", "add", "Sam Stone")
    three.ok("import", sheet([["Name", "E-mail", "Owner"], ["Dee Dorn", "dee@x.example", "Sam Stone"]]))
    three.ok("assign", 1, "--to", "Sam Stone", "--why", "knows her")
    assert [row["temperature"] for row in three.json("show", "Dee Dorn")["assignments"]] == ["hot"]
    assert [row["temperature"] for row in three.json("show", 1)["assignments"]] == ["hot", "hot"]


def test_the_report_on_the_score_is_silent_below_thirty_closed_leads(cli: Program):
    cli.now = NOW
    cli.ok("rep", "add", "Rita Ruiz")
    cli.ok("territory", "add", "Rita Ruiz", "--country", "US")
    cli.ok("icp", "set", "industry=retail")
    for n in range(30):
        lead = cli.json("add", "--company", f"Firm {n}", "--industry", "Retail" if n < 15 else "Finance")["lead"]
        if n < 29:
            cli.ok("stage", lead, "won" if n < 12 else "lost")
    report = cli.json("report", "score")
    assert report["rows"] == []
    assert "29 leads" in report["notes"][0]
    cli.ok("stage", 30, "lost")
    rows = {row["band"]: row for row in cli.json("report", "score")["rows"]}
    assert (rows["80-100"]["leads"], rows["80-100"]["won"]) == (15, 12)
    assert rows["80-100"]["low"] < 0.8 < rows["80-100"]["high"]
    assert (rows["20-39"]["leads"], rows["20-39"]["won"]) == (15, 0)
    assert "92%" in cli.json("report", "score")["notes"][2]


# -- qualification -----------------------------------------------------------------------------------------------------


def test_a_lead_is_qualified_or_what_is_missing_is_said(three: Program):
    told = three.json("qualify", 1)
    assert (told["qualified"], told["missing"]) == (True, [])
    assert three.json("qualify", "require", "budget,timeline")["required"] == ["budget", "timeline"]
    told = three.json("qualify", 1)
    assert (told["qualified"], told["missing"]) == (False, ["budget", "timeline"])
    answer = three.ok("qualify", 1)
    assert "not qualified yet: budget, timeline" in answer.out
    assert "leadtrack edit 1 budget=" in answer.err
    three.ok("edit", 1, "Budget=5000", "timeline=this year")
    assert three.json("qualify", 1)["qualified"] is True


def test_what_is_required_is_exactly_what_was_said_last(three: Program):
    three.ok("qualify", "require", "budget,Annual revenue")
    assert three.json("qualify", "require", "timeline")["required"] == ["timeline"]
    assert three.json("qualify", "require", "Timeline")["batch"] is None
    three.ok("undo")
    assert [row["check"] for row in three.json("qualify", "require") if row["by"] == "the team"] == [
        "budget",
        "annual_revenue",
    ]
    assert three.json("qualify", "require", "none")["required"] == []


def test_whom_nobody_can_reach_who_does_not_fit_and_a_repeat_are_not_qualified(three: Program):
    three.ok("icp", "set", "industry=retail")
    assert three.json("qualify", 3)["missing"] == ["fits"]
    three.ok("edit", 1, "opt_out_email=yes")
    assert three.json("qualify", 1)["missing"] == ["contactable"]
    three.ok("edit", 2, "email=shop@x.example")
    told = three.json("qualify", 2)
    assert told["missing"] == ["no duplicate"]
    assert "is lead 1 already" in three.ok("qualify", 2).out


def test_a_new_lead_is_judged_at_once(three: Program):
    three.ok("qualify", "require", "budget")
    told = three.json("add", "--company", "Kiosk", "--email", "k@x.example")
    assert (told["qualified"], told["missing"]) == (False, ["budget"])
    assert "not qualified yet: budget" in three.ok("add", "--company", "Stand", "--email", "s@x.example").err


def test_what_cannot_be_required_is_refused(three: Program):
    assert "name a field" in three.refused("qualify", "require", "fits")
    assert "budget" in three.refused("qualify", "require", " , ")
    three.refused("qualify", 1, "budget", code=2)


# -- calling hours -----------------------------------------------------------------------------------------------------


def test_calling_hours_are_listed_set_and_removed(three: Program):
    assert three.json("calling", "list") == [{"place": "everywhere", "hours": "08:00-21:00", "days": "mon-sun"}]
    three.ok("calling", "set", "Florida", "8am-8pm", "--days", "mon-sat")
    three.ok("calling", "set", "everywhere", "9-20")
    three.ok("calling", "set", "CA-ON", "10-18")
    assert three.json("calling", "list") == [
        {"place": "everywhere", "hours": "09:00-20:00", "days": "mon-sun"},
        {"place": "CA-ON", "hours": "10:00-18:00", "days": "mon-sun"},
        {"place": "US-FL", "hours": "08:00-20:00", "days": "mon-sat"},
    ]
    three.ok("calling", "remove", "FL")
    assert len(three.json("calling", "list")) == 2
    three.ok("undo")
    assert len(three.json("calling", "list")) == 3
    assert "no own hours" in three.refused("calling", "remove", "TX")
    assert "no state or country" in three.refused("calling", "set", "Atlantis", "9-20")
    assert "8:00-20:00" in three.refused("calling", "set", "FL", "never")


def test_whether_a_lead_may_be_called_now_is_told_with_its_time(three: Program):
    three.ok("edit", 1, "phone=213-555-0100", "postal_code=90001")
    told = three.json("calling", "check", 1)
    assert (told["call_now"], told["taken_from"]) == (False, "ZIP 90001")
    assert told["call_from"] == "2026-03-31T11:00:00-04:00"
    assert told["local_times"] == ["2026-03-31T07:00:00-07:00"]
    assert "may be called from 2026-03-31 11:00" in three.ok("calling", "check", 1).out
    assert three.json("calling", "check", 2)["channels"] == ["email"]


def test_a_number_abroad_has_its_own_clock(three: Program):
    three.ok("edit", 1, "country=GB", "phone=+44 20 7946 0958", "state=")
    told = three.json("calling", "check", 1)
    assert (told["taken_from"], told["local_times"]) == ("its telephone number", ["2026-03-31T15:00:00+01:00"])


def test_a_required_budget_is_met_by_the_column_that_became_the_value(cli, sheet):
    cli.ok("qualify", "require", "budget")
    rows = [
        ["Name", "E-mail", "Budget"],
        ["Ann Archer", "ann@acme.example", "$5,000"],
        ["Bob Berg", "bob@b.example", ""],
    ]
    told = cli.json("import", sheet(rows))[0]
    assert (told["qualified"], told["missing"]) == (1, {"budget": 1})
    assert cli.json("qualify", "1")["qualified"]
    assert not cli.json("qualify", "2")["qualified"]
