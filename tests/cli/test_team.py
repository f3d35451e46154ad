"""Reps, regions, sources, campaigns and territories: the team's own lists."""

import pytest

# -- reps, regions, sources, campaigns ---------------------------------------------------------------------------------


def test_a_rep_joins_with_mail_and_region(cli):
    told = cli.json("rep", "add", "Rita Ruiz", "--email", "rita@team.example", "--region", "East")
    assert told == {
        "batch": told["batch"],
        "rep": "Rita Ruiz",
        "email": "rita@team.example",
        "region": "East",
        "new": True,
    }
    (row,) = cli.json("rep", "list")
    assert (row["rep"], row["email"], row["region"], row["leads"]) == ("Rita Ruiz", "rita@team.example", "East", 0)
    assert cli.json("region", "list") == [{"region": "East", "reps": 1, "manager": None}]


def test_adding_a_rep_twice_changes_nothing(cli):
    cli.ok("rep", "add", "Rita Ruiz", "--region", "East")
    told = cli.json("rep", "add", "rita ruiz")
    assert (told["batch"], told["new"], told["region"]) == (None, False, "East")
    assert len(cli.json("rep", "list")) == 1


def test_a_rep_is_completed_by_adding_it_again(cli):
    cli.ok("rep", "add", "Rita Ruiz")
    assert cli.json("rep", "add", "Rita Ruiz", "--email", "rita@team.example")["batch"] is not None
    assert cli.json("rep", "list")[0]["email"] == "rita@team.example"


def test_two_reps_have_no_address_in_common(cli):
    cli.ok("rep", "add", "Rita Ruiz", "--email", "rita@team.example")
    assert "Rita Ruiz" in cli.refused("rep", "add", "Sam Stone", "--email", "RITA@team.example")


@pytest.mark.parametrize(
    "arguments", [("rep", "add", " "), ("region", "add", ""), ("source", "add", "  "), ("campaign", "add", "")]
)
def test_nothing_goes_without_a_name(cli, arguments: tuple[str, ...]):
    cli.ok("info")
    assert "needs a name" in cli.refused(*arguments)


def test_an_address_without_an_at_is_none(cli):
    cli.ok("info")
    assert "ann@example.com" in cli.refused("rep", "add", "Rita", "--email", "rita.example")


@pytest.mark.parametrize(("noun", "key"), [("region", "region"), ("source", "source"), ("campaign", "campaign")])
def test_what_was_added_is_listed_once_whatever_its_case(cli, noun: str, key: str):
    first = cli.json(noun, "add", "Trade Show")
    again = cli.json(noun, "add", "trade show")
    assert (first["new"], again["new"], again["batch"]) == (True, False, None)
    assert [row[key] for row in cli.json(noun, "list")] == ["Trade Show"]


def test_a_campaign_knows_its_source_cost_and_days(cli):
    cli.ok(
        "campaign",
        "add",
        "Expo 26",
        "--source",
        "Trade show",
        "--cost",
        "1200.50",
        "--from",
        "2026-03-01",
        "--to",
        "2026-03-03",
    )
    assert cli.json("campaign", "list") == [
        {
            "campaign": "Expo 26",
            "source": "Trade show",
            "cost": 1200.5,
            "from": "2026-03-01",
            "to": "2026-03-03",
            "leads": 0,
            "targets": 0,
            "answered": 0,
            "lead_cost": None,
        }
    ]
    assert cli.json("source", "list") == [{"source": "Trade show", "leads": 0, "half_life": 10, "aliases": []}]


@pytest.mark.parametrize(
    "arguments",
    [("--cost", "-1"), ("--from", "2026-03-03", "--to", "2026-03-01"), ("--from", "someday")],
    ids=["negative cost", "ends before it begins", "no date"],
)
def test_a_campaign_that_cannot_be_is_refused(cli, arguments: tuple[str, ...]):
    cli.ok("info")
    cli.refused("campaign", "add", "Expo", *arguments)


def test_empty_lists_are_empty_and_no_error(cli):
    for noun in ("rep", "region", "source", "campaign", "territory"):
        assert cli.json(noun, "list") == []


def test_settings_are_shown_and_settled(cli):
    assert {row["key"]: row["value"] for row in cli.json("settings")} == {
        "country": "US",
        "holidays": "none",
        "time_zone": "America/New_York",
        "working_days": "mon-fri",
        "working_hours": "none",
    }
    cli.ok("settings", "time_zone", "Europe/Berlin")
    cli.ok("settings", "country", "Germany")
    cli.ok("settings", "working_days", "Sunday to Thursday")
    cli.ok("settings", "working_hours", "8.30-17")
    cli.ok("settings", "holidays", "us-ma, 2026-12-24")
    assert {row["key"]: row["value"] for row in cli.json("settings")} == {
        "country": "DE",
        "holidays": "US-MA,2026-12-24",
        "time_zone": "Europe/Berlin",
        "working_days": "sun-thu",
        "working_hours": "08:30-17:00",
    }
    assert "Freetag" in cli.refused("settings", "working_days", "Freetag")
    assert "09:00" in cli.refused("settings", "working_hours", "17-9")
    assert "US-ZZ" in cli.refused("settings", "holidays", "US-ZZ")
    assert "Mars" in cli.refused("settings", "time_zone", "Mars/Base")
    assert "Atlantis" in cli.refused("settings", "country", "Atlantis")
    assert "colour" in cli.refused("settings", "colour", "red")


# -- territories -------------------------------------------------------------------------------------------------------


def claims(cli) -> list[tuple[str, str, str, str]]:
    return [(row["rep"], row["country"], row["unit"], row["value"]) for row in cli.json("territory", "list")]


def test_a_rep_covers_places_of_every_unit(cli):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--country", "Canada")
    cli.ok("territory", "add", "Rita", "--state", "Massachusetts", "--state", "NH, VT")
    cli.ok("territory", "add", "Rita", "--county", "suffolk, ma", "--zip3", "021", "--zip", "2110")
    assert sorted(claims(cli)) == [
        ("Rita", "CA", "country", "CA"),
        ("Rita", "US", "county", "Suffolk County, MA"),
        ("Rita", "US", "state", "MA"),
        ("Rita", "US", "state", "NH"),
        ("Rita", "US", "state", "VT"),
        ("Rita", "US", "zip", "02110"),
        ("Rita", "US", "zip3", "021"),
    ]


def test_the_list_of_territories_has_these_keys(cli):
    cli.ok("rep", "add", "Rita", "--region", "East")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    (row,) = cli.json("territory", "list")
    assert row == {
        "territory": row["territory"],
        "rep": "Rita",
        "region": "East",
        "country": "US",
        "unit": "state",
        "value": "MA",
        "excluded": False,
    }


def test_covering_a_place_twice_changes_nothing(cli):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    told = cli.json("territory", "add", "Rita", "--state", "Massachusetts")
    assert (told["batch"], told["added"]) == (None, [])


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("Nobody", "--state", "MA"), "Nobody"),
        (("Rita", "--state", "Atlantis"), "Atlantis"),
        (("Rita", "--county", "Suffolk"), "Suffolk County, MA"),
        (("Rita", "--county", "Nowhere County, MA"), "Nowhere"),
        (("Rita", "--zip3", "02139"), "021"),
        (("Rita", "--zip", "Boston"), "02110"),
        (("Rita", "--country", "Atlantis"), "Atlantis"),
        (("Rita",), "--state"),
        (("Rita", "--state", ""), "state"),
    ],
)
def test_a_place_that_does_not_exist_is_refused_with_the_mend(cli, arguments: tuple[str, ...], named: str):
    cli.ok("rep", "add", "Rita")
    assert named in cli.refused("territory", "add", *arguments)


SHEET = [
    ["rep", "region", "country", "unit", "value"],
    ["Rita", "East", "US", "state", "MA"],
    ["Rita", "East", "", "county", "Suffolk County, MA"],
    ["Sam", "North", "US", "county", "Middlesex, MA"],
    ["Sam", "North", "US", "zip3", "021"],
    ["Sam", "", "US", "zip", "02110"],
    ["sam", "", "DE", "country", "DE"],
]


@pytest.mark.parametrize("name", ["territories.csv", "territories.xlsx"])
def test_territories_come_from_a_sheet_with_their_regions(cli, sheet, name: str):
    cli.ok("rep", "add", "Rita")
    cli.ok("rep", "add", "Sam")
    file = sheet(SHEET, name)
    told = cli.json("territory", "import", file)
    assert (told["file"], told["added"], told["known"]) == (file, 6, 0)
    assert sorted(claims(cli)) == [
        ("Rita", "US", "county", "Suffolk County, MA"),
        ("Rita", "US", "state", "MA"),
        ("Sam", "DE", "country", "DE"),
        ("Sam", "US", "county", "Middlesex County, MA"),
        ("Sam", "US", "zip", "02110"),
        ("Sam", "US", "zip3", "021"),
    ]
    assert [(row["rep"], row["region"]) for row in cli.json("rep", "list")] == [("Rita", "East"), ("Sam", "North")]
    assert [row["region"] for row in cli.json("region", "list")] == ["East", "North"]


def test_a_sheet_of_territories_twice_changes_nothing(cli, sheet):
    cli.ok("rep", "add", "Rita")
    cli.ok("rep", "add", "Sam")
    file = sheet(SHEET)
    cli.ok("territory", "import", file)
    before = cli.dump()
    told = cli.json("territory", "import", file)
    assert (told["batch"], told["added"], told["known"]) == (None, 0, 6)
    assert cli.dump() == before


def test_an_unknown_rep_in_a_sheet_is_an_error_that_names_row_and_rep(cli, sheet):
    cli.ok("rep", "add", "Rita")
    said = cli.refused("territory", "import", sheet(SHEET))
    assert "row 4" in said
    assert "'Sam'" in said
    assert cli.json("territory", "list") == []
    assert cli.json("region", "list") == [], "nothing of a sheet that cannot be read is kept"


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (["Rita", "", "US", "town", "Boston"], "town"),
        (["Rita", "", "US", "county", "Suffolk"], "Suffolk County, MA"),
        (["Rita", "", "US", "zip", "ABC"], "ABC"),
        (["Rita", "", "Atlantis", "state", "MA"], "Atlantis"),
        (["Rita", "", "US", "state", ""], "state"),
        (["", "", "US", "state", "MA"], "rep"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(cli, sheet, row: list[str], named: str):
    cli.ok("rep", "add", "Rita")
    said = cli.refused("territory", "import", sheet([SHEET[0], SHEET[1], row]))
    assert "row 3" in said
    assert named in said


def test_a_sheet_without_the_columns_of_territories_is_refused(cli, people: str):
    cli.ok("info")
    said = cli.refused("territory", "import", people)
    assert "people.csv" in said
    assert "unit" in said


def test_zips_in_a_workbook_may_have_lost_their_zeros(cli, sheet):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "import", sheet([SHEET[0], ["Rita", "East", "US", "zip", 2110]], "t.xlsx"))
    assert claims(cli) == [("Rita", "US", "zip", "02110")]


def test_zip3s_in_a_workbook_may_have_lost_their_zeros(cli, sheet):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "import", sheet([SHEET[0], ["Rita", "East", "US", "zip3", 21]], "t.xlsx"))
    assert claims(cli) == [("Rita", "US", "zip3", "021")]
