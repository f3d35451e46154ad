"""The rules as a team edits them, and what they decide."""

import pytest
from running import Program


@pytest.fixture
def east(cli: Program) -> Program:
    """Rita covers MA, Sam NY; Tom covers nothing."""
    for name, region in (("Rita Ruiz", "East"), ("Sam Stone", "East"), ("Tom Tell", "West")):
        cli.ok("rep", "add", name, "--region", region)
    cli.ok("territory", "add", "Rita", "--state", "MA")
    cli.ok("territory", "add", "Sam", "--state", "NY")
    return cli


def kinds(cli: Program) -> list[str]:
    return [row["kind"] for row in cli.json("rules", "list")]


def lead(cli: Program, **fields: str) -> dict:
    options = [part for name, value in fields.items() for part in (f"--{name.replace('_', '-')}", value)]
    return cli.json("add", "--full-name", fields.pop("name", "Jo Jones"), *options)


def reason(cli: Program, number: int) -> str:
    return str(cli.json("show", number)["assignments"][-1]["reason"])


def test_a_new_team_asks_the_sheet_the_colleagues_and_the_territories(cli):
    assert kinds(cli) == ["owner", "sticky", "territory"]


def test_a_condition_goes_before_the_territories_and_the_pool_for_all_last(east):
    added = east.json("rules", "add", "give", "industry=*health*", "value=10000+", "--to", "Tom")
    assert (added["rule"], added["reps"]) == (3, ["Tom Tell"])
    assert added["conditions"][1] == {"field": "value", "wanted": "10,000 and more"}
    east.ok("rules", "add", "give", "--to", "everybody")
    assert kinds(east) == ["owner", "sticky", "give", "territory", "give"]
    assert lead(east, state="MA", industry="Health care", value="20000")["rep"] == "Tom Tell"
    assert lead(east, state="MA", industry="Health care", value="900")["rep"] == "Rita Ruiz"
    assert "rule 3: industry = *health*" in reason(east, 1)


def test_leads_of_nowhere_go_round_the_default_pool(east):
    east.ok("rules", "add", "give", "--to", "Sam,Tom")
    got = [lead(east, email=f"x{n}@gmail.com", state="TX")["rep"] for n in range(4)]
    assert got == ["Sam Stone", "Tom Tell", "Sam Stone", "Tom Tell"]


def test_a_region_takes_turns(east):
    east.ok("rules", "add", "give", "state=TX", "--region", "east")
    got = [lead(east, email=f"x{n}@gmail.com", state="TX")["rep"] for n in range(3)]
    assert sorted(got) == ["Rita Ruiz", "Rita Ruiz", "Sam Stone"]


def test_rules_are_moved_and_removed_and_undo_brings_them_back(east):
    east.ok("rules", "add", "give", "--to", "Tom")
    assert east.json("rules", "move", 4, 1)["rule"] == 1
    assert kinds(east) == ["give", "owner", "sticky", "territory"]
    assert lead(east, state="MA")["rep"] == "Tom Tell"
    east.ok("undo")
    east.ok("undo")
    assert kinds(east) == ["owner", "sticky", "territory", "give"]
    removed = east.json("rules", "remove", 3)
    assert kinds(east) == ["owner", "sticky", "give"]
    east.ok("undo", removed["batch"])
    assert kinds(east) == ["owner", "sticky", "territory", "give"]


def test_a_colleague_goes_to_the_same_rep_but_not_for_a_free_mailbox(east):
    lead(east, email="ann@acme.com", state="MA")
    assert lead(east, email="bob@acme.com", state="NY")["rep"] == "Rita Ruiz"
    assert reason(east, 2) == "is a colleague of lead 1 at acme.com"
    lead(east, email="cyd@gmail.com", state="MA")
    assert lead(east, email="dan@gmail.com", state="NY")["rep"] == "Sam Stone"


def test_a_colleague_without_an_address_is_known_by_the_name_of_the_company(east):
    east.ok("rules", "add", "give", "--to", "Tom")
    lead(east, company="Acme Corp", state="TX")
    east.ok("assign", 1, "--to", "Sam", "--why", "knows them")
    assert lead(east, company="ACME CORP", state="TX", phone="617-555-0101")["rep"] == "Sam Stone"
    assert lead(east, company="Acme Corp", state="FL", phone="617-555-0102")["rep"] == "Tom Tell"


def test_colleagues_in_one_sheet_go_to_one_rep(east, sheet):
    rows = [("Full Name", "E-mail", "State"), ("A A", "a@acme.com", "NY"), ("B B", "b@acme.com", "MA")]
    east.ok("import", sheet(rows), "--assign")
    assert [row["rep"] for row in east.json("leads")] == ["Sam Stone", "Sam Stone"]


def test_an_owner_who_joins_later_gets_the_leads_of_the_sheet(east, sheet):
    east.ok("import", sheet([("Full Name", "State", "Lead Owner"), ("A A", "NY", "Uma Ulm")]))
    east.ok("rep", "add", "Uma Ulm")
    assert east.json("assign")["by_rep"] == {"Uma Ulm": 1}
    assert reason(east, 1) == "the sheet names the rep as owner"


def test_a_hold_waits_until_qualified_or_its_time_is_over(east):
    from datetime import UTC, datetime

    east.now = datetime(2026, 3, 31, 14, tzinfo=UTC)
    east.ok("rules", "add", "hold", "--for", "2h")
    east.ok("qualify", "require", "budget")
    lead(east, email="a@acme.com", state="MA")
    lead(east, email="b@bolt.com", state="MA")
    assert east.json("assign")["held"] == 2
    assert "2026-03-31 12:00 it is given out anyway" in east.ok("assign", "--explain").out
    east.ok("edit", 1, "budget=5000")
    assert east.json("assign")["by_rep"] == {"Rita Ruiz": 1}
    east.now = datetime(2026, 3, 31, 16, 1, tzinfo=UTC)
    assert east.json("assign")["by_rep"] == {"Rita Ruiz": 1}


def test_score_and_temperature_decide_too(east):
    east.ok("rules", "add", "give", "temperature=warm,cold", "--to", "Tom")
    assert lead(east, email="a@acme.com", state="MA", rating="cold")["rep"] == "Tom Tell"
    east.ok("rules", "add", "give", "score=95+", "--to", "Sam", "--at", 1)
    assert lead(east, email="b@bolt.com", state="MA")["rep"] == "Rita Ruiz"


def test_every_rule_looked_at_is_told_and_nothing_changes(east):
    east.ok("rules", "add", "give", "industry=retail", "--to", "Tom")
    lead(east, state="MA")
    before = east.dump()
    told = east.json("assign", 1, "--explain")
    assert [(row["rule"], row["verdict"]) for row in told["rules"]] == [(1, "no"), (2, "no"), (3, "no"), (4, "fits")]
    assert told["rules"][2]["why"] == "industry is not known"
    assert east.json("rules", "test", 1) == told
    assert {row["rule"]: row["leads"] for row in east.json("rules", "test")} == {1: 0, 2: 0, 3: 0, 4: 1, None: 0}
    assert east.dump() == before


def test_whose_turn_it_is_is_told(east):
    east.ok("territory", "add", "Tom", "--state", "MA")
    lead(east, state="MA")
    east.ok("rep", "away", "Rita")
    told = east.json("assign", 1, "--explain")
    assert told["rep"] == "Tom Tell"
    assert [(row["rep"], row["turns"], row["unable"]) for row in told["turns"]] == [
        ("Tom Tell", 0, None), ("Rita Ruiz", 1, "is away"),
    ]  # fmt: skip


def test_a_note_tells_of_a_condition_that_no_lead_meets(east):
    lead(east, state="MA", industry="Retail")
    assert east.json("rules", "add", "give", "industry=helth", "--to", "Tom")["notes"] == [
        "no lead has industry = helth; leads have Retail (1)"
    ]


@pytest.mark.parametrize(
    ("arguments", "named", "code"),
    [
        (("add", "gift", "--to", "Tom"), "gift", 1),
        (("add", "give"), "--to", 1),
        (("add", "give", "--to", "Nobody"), "Nobody", 1),
        (("add", "give", "--region", "South"), "South", 1),
        (("add", "give", "--to", "Tom", "--region", "East"), "both", 1),
        (("add", "hold"), "--for", 1),
        (("add", "hold", "--for", "soon"), "soon", 1),
        (("add", "territory"), "already", 1),
        (("add", "sticky", "--to", "Tom"), "--to", 1),
        (("add", "give", "value=much", "--to", "Tom"), "much", 1),
        (("add", "give", "notes=x", "--to", "Tom"), "notes", 1),
        (("add", "give", "temperature=tepid", "--to", "Tom"), "tepid", 1),
        (("add", "give", "industry", "--to", "Tom"), "industry=healthcare", 2),
        (("add", "give", "--to", "Tom", "--at", "9"), "9", 1),
        (("move", "9", "1"), "9", 1),
        (("move", "1", "9"), "9", 1),
        (("remove", "9"), "9", 1),
    ],
)
def test_what_is_no_rule_is_refused(east, arguments: tuple[str, ...], named: str, code: int):
    assert named in east.refused("rules", *arguments, code=code)


def test_unassigned_leads_go_to_somebody_else(east):
    east.ok("territory", "add", "Tom", "--state", "MA")
    lead(east, state="MA")
    assert east.json("unassign", 1, "--why", "wrong person")["by_rep"] == {"Rita Ruiz": 1}
    assert east.json("assign")["by_rep"] == {"Tom Tell": 1}
    assert east.json("unassign", 1, "--why", "he, too")["unassigned"] == 1
    waits = east.json("assign")
    assert (waits["assigned"], waits["unassigned"]) == (0, 1)
    assert waits["waiting"] == [{"why": "Rita Ruiz had it, and lost it, Tom Tell had it, and lost it", "leads": 1}]
    east.ok("assign", 1, "--to", "Rita", "--why", "by hand she may")
    assert east.json("show", 1)["rep"] == "Rita Ruiz"


def test_many_leads_are_given_and_taken_by_what_they_are(east):
    for n in range(3):
        lead(east, email=f"x{n}@gmail.com", state="MA")
    lead(east, email="y@gmail.com", state="NY")
    assert east.json("assign", "--state", "MA", "--to", "Tom", "--why", "training", "--dry-run")["changed"] == 3
    assert east.json("assign", "--state", "MA", "--limit", 2, "--to", "Tom", "--why", "training")["leads"] == [1, 2]
    assert east.json("unassign", "--rep", "Tom", "--why", "training is over")["leads"] == [1, 2]
    assert east.json("assign", "--state", "NY")["assigned"] == 0
    assert east.json("assign", "--state", "MA", "--dry-run")["by_rep"] == {"Rita Ruiz": 2}
    assert "--why" in east.refused("unassign", 4)
    assert "leads" in east.refused("unassign", "--why", "x", code=2)


def test_other_territories_are_tried_on_the_leads_of_the_past(east, sheet):
    for n in range(3):
        lead(east, email=f"x{n}@gmail.com", state="MA", postal_code="02110")
    lead(east, email="y@gmail.com", state="NY")
    rows = [("rep", "unit", "value"), ("Rita Ruiz", "state", "MA"), ("Tom Tell", "zip", "02110")]
    before = east.dump()
    told = east.json("assign", "--simulate", sheet(rows, "new.csv"), "--since", "90d")
    assert east.dump() == before
    assert (told["leads"], told["moved"], told["nobody_before"], told["nobody_after"]) == (4, 4, 0, 1)
    assert [(row["rep"], row["has"], row["before"], row["after"]) for row in told["reps"]] == [
        ("Rita Ruiz", 3, 3, 0), ("Sam Stone", 1, 1, 0), ("Tom Tell", 0, 0, 3),
    ]  # fmt: skip
    assert told["gaps"] == [{"place": "NY, US", "leads": 1}]


def test_many_leads_at_once_go_where_a_few_would(fresh, sheet, monkeypatch):
    """What is given in one statement is given as lead by lead: early rules, lost leads and full reps have their say."""
    from leadtrack.actions import assigning

    rows = [("Full Name", "E-mail", "State", "ZIP", "Industry", "Lead Owner", "Phone")]
    for n in range(40):
        firm = ("gmail.com", f"firm{n % 7}.com", f"own{n}.com")[n % 3]
        place = (("MA", "02110"), ("NY", "10001"), ("TX", "75001"), ("MA", "10001"))[n % 4]
        owner = "Uma" if n % 11 == 5 else ""
        rows.append((f"Lead {n}", f"x{n}@{firm}", *place, "retail" if n % 5 == 0 else "", owner, f"617-555-{n:04}"))
    came = []
    for bulk in (1, 20_000):
        monkeypatch.setattr(assigning, "BULK", bulk)
        cli = fresh()
        for name in ("Rita", "Sam", "Tom"):
            cli.ok("rep", "add", name)
        cli.ok("territory", "add", "Rita", "--state", "MA")
        cli.ok("territory", "add", "Sam", "--zip", "10001")
        cli.ok("rules", "add", "give", "industry=retail", "--to", "Tom")
        cli.ok("rules", "add", "give", "--to", "Rita,Sam,Tom")
        cli.ok("import", sheet(rows))
        cli.ok("rep", "add", "Uma")
        cli.ok("assign", 2, "--to", "Sam", "--why", "x")
        cli.ok("unassign", 2, "--why", "y")
        told = cli.json("assign")
        assert (told["assigned"], told["unassigned"]) == (40, 0)
        reasons = {row["lead"]: row["rep"] for row in cli.json("leads")}
        came.append((reasons, cli.rows("SELECT lead_id, score, temperature FROM assignments ORDER BY lead_id")))
    assert came[0] == came[1]


def test_the_owner_of_a_sheet_counts_only_as_far_as_the_rules_say(east, sheet):
    people = [("Full Name", "State", "Lead Owner"), ("A A", "MA", "Tom Tell")]
    east.ok("rules", "remove", 1)
    east.ok("import", sheet(people), "--assign")
    assert east.json("show", 1)["rep"] == "Rita Ruiz"


@pytest.mark.parametrize("rule", [("give", "industry=*health*", "--to", "Tom"), ("hold", "--for", "2h")])
def test_a_second_list_lands_whatever_the_rules_ask_of_it(east, sheet, rule: tuple[str, ...]):
    """More leads than are looked at singly, beside such as have reps: the file is asked while they are being read."""
    east.ok("rules", "add", *rule)
    for list_ in ("first", "second"):
        rows = [(f"Lead {n}", f"{list_}{n}@firm{n}.example", "MA", "health care") for n in range(70)]
        east.ok("import", sheet([("Full Name", "E-mail", "State", "Industry"), *rows], f"{list_}.csv"), "--assign")
    reps = {row["rep"] for row in east.json("leads")}
    assert reps == {"Tom Tell"} if rule[0] == "give" else {"Rita Ruiz"}


def test_a_colleague_who_stands_later_in_the_sheet_counts_in_the_same_run(east, sheet):
    rows = [("Far Away", "a@firm.example", "TX"), ("Near By", "b@firm.example", "MA")]
    east.ok("import", sheet([("Full Name", "E-mail", "State"), *rows]), "--assign")
    assert [row["rep"] for row in east.json("leads")] == ["Rita Ruiz", "Rita Ruiz"]
    assert "colleague" in reason(east, 1)
    assert "every lead has its rep" in east.ok("assign").err
