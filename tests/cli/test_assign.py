"""`leadtrack assign`: every lead gets the rep who covers its place, in turn, and the reason is kept."""

import pytest

ADDRESS = ["Name", "E-mail", "City", "State", "ZIP", "Country"]


def leads_in(sheet, *places: tuple[str, str, str, str]) -> str:
    """A sheet with one lead per place (city, state, ZIP, country)."""
    rows = [[f"Lead {n:03}", f"lead{n}@example.com", *place] for n, place in enumerate(places, 1)]
    return sheet([ADDRESS, *rows], "places.csv")


def reps(cli) -> list[str | None]:
    return [lead["rep"] for lead in cli.json("leads")]


def test_the_most_specific_unit_wins(cli, sheet):
    units = {
        "Country": ("--country", "US"), "State": ("--state", "MA"), "County": ("--county", "Suffolk County, MA"),
        "Zip3": ("--zip3", "021"), "Zip": ("--zip", "02110"),
    }  # fmt: skip
    for rep, place in units.items():
        cli.ok("rep", "add", rep)
        cli.ok("territory", "add", rep, *place)
    file = leads_in(
        sheet,
        ("Boston", "MA", "02110", "US"),  # the ZIP
        ("Boston", "MA", "02114", "US"),  # 021
        ("Chelsea", "MA", "", "US"),  # no ZIP: the state
        ("Springfield", "MA", "01101", "US"),  # Hampden County: the state
        ("Albany", "NY", "12207", "US"),  # the country
        ("Winthrop", "MA", "02152", "US"),  # 021, though in Suffolk County
    )
    cli.ok("import", file)
    told = cli.json("assign")
    assert told["assigned"] == 6
    assert reps(cli)[0] == "Zip"
    assert reps(cli)[1] == "Zip3"
    assert reps(cli)[3:] == ["State", "Country", "Zip3"]


def test_a_county_goes_before_its_state(cli, sheet):
    cli.ok("rep", "add", "Rita")
    cli.ok("rep", "add", "Sam")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    cli.ok("territory", "add", "Sam", "--county", "Suffolk, MA")
    cli.ok("import", leads_in(sheet, ("Boston", "MA", "02110", ""), ("Springfield", "MA", "01101", "")))
    cli.ok("assign")
    assert reps(cli) == ["Sam", "Rita"]


def test_the_state_and_county_follow_from_the_zip_alone(cli, sheet):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--county", "Suffolk, MA")
    cli.ok("import", leads_in(sheet, ("", "", "02110", ""), ("", "", "10001", "")))
    assert cli.json("assign")["assigned"] == 1
    assert reps(cli) == ["Rita", None]


def test_the_answer_has_these_keys_and_reps_as_they_were_given(cli, sheet):
    for name in ("Rita Ruiz", "Sam Stone"):
        cli.ok("rep", "add", name)
    cli.ok("territory", "add", "rita", "--state", "MA")
    cli.ok("territory", "add", "SAM STONE", "--state", "NY")
    file = leads_in(
        sheet, ("Boston", "MA", "02110", ""), ("Salem", "MA", "01970", ""), ("New York", "NY", "10001", ""),
        ("Chicago", "IL", "60601", ""), ("Chicago", "IL", "60601", ""), ("Austin", "TX", "78701", ""),
    )  # fmt: skip
    cli.ok("import", file)
    told = cli.json("assign")
    assert set(told) >= {"batch", "assigned", "unassigned", "by_rep", "unassigned_places"}
    assert (told["assigned"], told["unassigned"]) == (3, 3)
    assert told["by_rep"] == {"Rita Ruiz": 2, "Sam Stone": 1}
    assert [row["leads"] for row in told["unassigned_places"]] == [2, 1]
    assert "Chicago" in told["unassigned_places"][0]["place"]
    assert "TX" in told["unassigned_places"][1]["place"]


def test_leads_that_nobody_covers_stay_unassigned_and_are_no_error(cli, people: str):
    cli.ok("import", people)
    shown = cli.ok("assign")
    assert "3" in shown.err
    assert "Chicago" in shown.err
    assert cli.json("assign")["unassigned"] == 3
    assert len(cli.json("leads", "--unassigned")) == 3


def test_several_reps_on_a_unit_take_turns(cli, sheet):
    for name in ("Rita", "Sam", "Tom"):
        cli.ok("rep", "add", name)
        cli.ok("territory", "add", name, "--state", "MA")
    cli.ok("import", leads_in(sheet, *[("Boston", "MA", "02110", "")] * 7))
    assert cli.json("assign")["by_rep"] == {"Rita": 3, "Sam": 2, "Tom": 2}


def test_turns_are_remembered_from_run_to_run(cli):
    for name in ("Rita", "Sam", "Tom"):
        cli.ok("rep", "add", name)
        cli.ok("territory", "add", name, "--state", "MA")
    cli.ok("territory", "add", "Rita", "--state", "NY")
    for n in range(7):
        cli.ok("add", "--full-name", f"Lead {n}", "--state", "MA", "--email", f"lead{n}@example.com")
        cli.json("assign")
    assert sorted((row["rep"], row["leads"]) for row in cli.json("rep", "list")) == [
        ("Rita", 3),
        ("Sam", 2),
        ("Tom", 2),
    ]


def test_turns_are_remembered_from_import_to_import(cli, sheet):
    for name in ("Rita", "Sam", "Tom"):
        cli.ok("rep", "add", name)
        cli.ok("territory", "add", name, "--state", "MA")
    for n in range(7):
        row = [f"Lead {n}", f"lead{n}@example.com", "Boston", "MA", "02110", ""]
        cli.ok("import", sheet([ADDRESS, row], f"{n}.csv"))
        assert cli.json("assign")["assigned"] == 1
    assert sorted(row["leads"] for row in cli.json("rep", "list")) == [2, 2, 3]


def test_a_rep_who_joins_late_does_not_have_to_catch_up(cli, sheet):
    for name in ("Rita", "Sam"):
        cli.ok("rep", "add", name)
        cli.ok("territory", "add", name, "--state", "MA")
    cli.ok("import", leads_in(sheet, *[("Boston", "MA", "02110", "")] * 20), "--assign")
    cli.ok("rep", "add", "Tom")
    cli.ok("territory", "add", "Tom", "--state", "MA")
    rows = [[f"Late {n}", f"late{n}@example.com", "Boston", "MA", "02110", ""] for n in range(9)]
    cli.ok("import", sheet([ADDRESS, *rows], "late.csv"), "--assign")
    assert {row["rep"]: row["leads"] for row in cli.json("rep", "list")} == {"Rita": 13, "Sam": 13, "Tom": 3}


def test_a_turn_that_was_taken_back_is_not_counted(cli, sheet):
    for name in ("Rita", "Sam"):
        cli.ok("rep", "add", name)
        cli.ok("territory", "add", name, "--state", "MA")
    cli.ok("import", leads_in(sheet, ("Boston", "MA", "02110", "")))
    for _ in range(3):
        assert cli.json("assign")["by_rep"] == {"Rita": 1}
        cli.ok("undo")


def test_a_dry_run_changes_nothing_and_foretells(cli, people: str):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    cli.ok("import", people)
    before = cli.dump()
    told = cli.json("assign", "--dry-run")
    assert (told["batch"], told["by_rep"], told["unassigned"]) == (None, {"Rita": 1}, 2)
    assert cli.dump() == before
    assert cli.json("assign")["by_rep"] == told["by_rep"]


def test_explain_says_who_would_get_what_and_why(cli, people: str):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    cli.ok("import", people)
    before = cli.dump()
    told = cli.json("assign", "--explain")
    assert (told["assigned"], told["by_rep"]) == (1, {"Rita": 1})
    row = told["decisions"][0]
    assert (row["lead"], row["rep"]) == (1, "Rita")
    assert "state MA" in row["why"]
    assert cli.dump() == before


def test_explain_one_lead_names_every_unit_it_lies_in(cli, people: str):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    cli.ok("import", people)
    row = cli.json("assign", "ann@acme.example", "--explain")
    assert row["rep"] == "Rita"
    assert [unit["unit"] for unit in row["looked"]] == [
        "ZIP 02110", "ZIP3 021", "Suffolk County, MA", "state MA", "country US",
    ]  # fmt: skip
    assert [unit["wins"] for unit in row["looked"]] == [False, False, False, True, False]
    shown = cli.ok("assign", "ann@acme.example", "--explain").err
    assert "Suffolk County, MA" in shown


def test_running_again_gives_nothing_away_twice(team):
    before = team.dump()
    assert team.json("assign")["assigned"] == 0
    assert team.dump() == before


def test_by_hand_with_a_reason(team):
    told = team.json("assign", "Cyd", "--to", "rita", "--why", "knows her")
    assert (told["lead"], told["rep"], told["changed"]) == (3, "Rita Ruiz", True)
    lead = team.json("show", "3")
    assert lead["rep"] == "Rita Ruiz"
    assert lead["assignments"][-1]["reason"] == "knows her"


def test_by_hand_from_one_rep_to_another_and_not_back_by_rule(team):
    team.ok("assign", "1", "--to", "Sam Stone", "--why", "Rita is away")
    team.ok("assign")
    assert reps(team) == ["Sam Stone", "Sam Stone", None]
    assert [row["rep"] for row in team.json("show", "1")["assignments"]] == ["Rita Ruiz", "Sam Stone"]


def test_by_hand_to_whoever_has_it_changes_nothing(team):
    before = team.dump()
    assert team.json("assign", "1", "--to", "Rita Ruiz", "--why", "again")["changed"] is False
    assert team.dump() == before


@pytest.mark.parametrize(
    ("arguments", "named", "code"),
    [
        (("1", "--to", "Nobody", "--why", "x"), "Nobody", 1),
        (("99", "--to", "Rita", "--why", "x"), "99", 1),
        (("1", "--to", "Sam"), "--why", 1),
        (("1",), "--to", 2),
    ],
)
def test_what_cannot_be_assigned_is_refused(team, arguments: tuple[str, ...], named: str, code: int):
    assert named in team.refused("assign", *arguments, code=code)


def test_closed_leads_are_not_given_out(cli, people: str):
    cli.ok("import", people)
    cli.ok("stage", "1", "lost")
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--country", "US")
    assert cli.json("assign")["assigned"] == 2


def test_a_lead_added_by_hand_gets_its_rep_at_once(cli):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    assert cli.json("add", "--full-name", "Ann Archer", "--state", "MA")["rep"] == "Rita"


def test_another_countrys_postal_codes_are_territories_too(cli, sheet):
    cli.ok("rep", "add", "Uwe")
    cli.ok("territory", "add", "Uwe", "--country", "DE", "--zip", "10115")
    cli.ok("import", leads_in(sheet, ("Berlin", "", "10115", "Germany"), ("New York", "NY", "10115", "US")))
    cli.ok("assign")
    assert reps(cli) == ["Uwe", None]


def test_the_words_name_reps_and_places(cli, people: str):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    shown = cli.ok("import", people, "--assign").err
    assert "assigned: Rita 1" in shown
    assert "nobody covers" in shown


def test_several_states_are_chosen_by_their_names(team, sheet):
    team.ok("import", leads_in(sheet, ("Casper", "WY", "", "US"), ("Reno", "NV", "", "US"), ("Provo", "UT", "", "US")))
    told = team.json("assign", "--to", "Sam", "--state", "wy, Nevada", "--why", "north", "--dry-run")
    assert told["changed"] == 2
    said_twice = ("--state", "WY", "--state", "nevada,ut")
    assert team.json("assign", "--to", "Sam", *said_twice, "--why", "north", "--dry-run")["changed"] == 3
    assert {row["state"] for row in team.json("leads", *said_twice)} == {"WY", "NV", "UT"}


def test_a_large_team_is_told_by_those_who_got_most(cli, sheet):
    for n in range(12):
        cli.ok("rep", "add", f"Rep {n:02}")
    cli.ok("rules", "add", "give", "--to", "everybody")
    cli.ok("rep", "set", "Rep 11", "--weight", "3")
    rows = [("Full Name", "E-mail"), *((f"Lead {n}", f"x{n}@gmail.com") for n in range(28))]
    cli.ok("import", sheet(rows))
    told = cli.ok("assign").err
    assert "28 leads assigned: Rep 11 6, Rep 00 2, " in told
    assert "and 4 more reps 8" in told
    assert len(told.splitlines()[0]) < 120


def test_choosing_no_lead_says_so(team):
    assert "no open lead was chosen" in team("assign", "--to", "Sam", "--state", "WY", "--why", "x").err


def test_an_import_counts_the_leads_that_the_sheet_gave_to_their_owners(cli, sheet):
    cli.ok("rep", "add", "Rita")
    cli.ok("rep", "add", "Sam")
    cli.ok("territory", "add", "Sam", "--state", "MA")
    rows = [["Name", "State", "Owner"], ["Ann Archer", "MA", "Rita"], ["Bob Baker", "MA", ""]]
    assert "2 leads assigned: Rita 1, Sam 1" in cli("import", sheet(rows), "--assign").err


def test_a_lead_without_an_address_is_told_what_it_needs(cli):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    said = cli("add", "--full-name", "Ann Archer").err
    assert "having no address: leadtrack edit 1 state=MA" in said
    assert "is Rita's (covers state MA)" in cli("add", "--full-name", "Bob Baker", "--state", "MA").err
