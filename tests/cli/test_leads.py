"""Finding leads and naming them, adding, editing and showing one."""

from datetime import UTC, datetime

import pytest

from leadtrack.fields import FIELDS

# a Tuesday, 10:30 in New York, summer time
NOW = datetime(2026, 3, 31, 14, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def that_tuesday(cli) -> None:
    cli.now = NOW


def names(cli, *arguments: object) -> list[str]:
    return [lead["full_name"] for lead in cli.json("leads", *arguments)]


def test_the_list_as_json_has_every_lead_whole(team):
    ann, _, cyd = team.json("leads")
    assert list(ann) == ["lead", *FIELDS, "rep", "stage", "custom"]
    assert (ann["lead"], ann["rep"], ann["stage"], ann["custom"]) == (1, "Rita Ruiz", "new", {})
    assert cyd["rep"] is None
    assert ann["title"] is None, "every key stands there, null where empty"


def test_an_empty_list_is_empty_and_no_error(cli):
    assert cli.json("leads") == []
    assert cli("leads").code == 0
    assert cli.json("leads", "--state", "MA") == []


def test_the_list_as_json_is_never_cut_short(cli, sheet):
    rows = [["Name", "E-mail", "Remark"], *[[f"Lead {n}", f"lead{n}@example.com", "x" * 300] for n in range(1200)]]
    cli.ok("import", sheet(rows))
    leads = cli.json("leads")
    assert len(leads) == 1200
    assert all("x" * 300 in (lead["custom"].get("Remark") or lead["notes"]) for lead in leads)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ((), ["Ann Archer", "Bob Baker", "Cyd Cole"]),
        (("--rep", "rita"), ["Ann Archer"]),
        (("--rep", "sam stone"), ["Bob Baker"]),
        (("--unassigned",), ["Cyd Cole"]),
        (("--untouched",), ["Bob Baker"]),
        (("--stage", "contacted"), ["Ann Archer"]),
        (("--stage", "lost"), ["Cyd Cole"]),
        (("--open",), ["Ann Archer", "Bob Baker"]),
        (("--source", "expo"), []),
        (("--state", "ma"), ["Ann Archer"]),
        (("--city", "new york"), ["Bob Baker"]),
        (("--zip", "606"), ["Cyd Cole"]),
        (("--company", "OL"), ["Bob Baker"]),
        (("--search", "corp"), ["Cyd Cole"]),
        (("--country", "us"), ["Ann Archer", "Bob Baker", "Cyd Cole"]),
        (("--limit", "2"), ["Ann Archer", "Bob Baker"]),
        (("--state", "MA", "--rep", "sam"), []),
        (("--since", "today"), ["Ann Archer", "Bob Baker", "Cyd Cole"]),
        (("--until", "2026-03-30"), []),
        (("--since", "2026-03-31", "--until", "2026-03-31"), ["Ann Archer", "Bob Baker", "Cyd Cole"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_lists_are_narrowed_by_filters(team, filters: tuple[str, ...], found: list[str]):
    team.ok("log", "1", "call")
    team.ok("stage", "1", "contacted")
    team.ok("stage", "3", "lost")
    assert names(team, *filters) == found


def test_leads_of_a_batch(team, sheet):
    (told,) = team.json("import", sheet([["Name"], ["Dee Dorn"]], "dee.csv"))
    assert names(team, "--batch", told["batch"]) == ["Dee Dorn"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(("--rep", "Nobody"), "Nobody"), (("--stage", "warm"), "warm"), (("--since", "someday"), "someday")],
)
def test_a_filter_that_names_nothing_is_refused(team, arguments: tuple[str, ...], named: str):
    assert named in team.refused("leads", *arguments)


@pytest.mark.parametrize("format", ["table", "csv", "md", "html", "json"])
def test_lists_come_in_every_format(team, format: str):
    out = team.ok("leads", "--format", format).out
    for name in ("Ann Archer", "Bob Baker", "Cyd Cole"):
        assert name in out


def test_a_list_as_a_workbook_comes_in_again_as_the_same_leads(team, tmp_path):
    team.ok("leads", "--format", "xlsx", "--output", tmp_path / "out.xlsx")
    before = team.json("leads")
    told = team.json("import", tmp_path / "out.xlsx")
    assert (told[0]["created"], told[0]["rejected"]) == (0, 0)
    # what stands under Lead, Rep and Stage is no field of a lead; the sheet may keep it beside
    aside = {"status": None, "owner": None, "custom": None}
    assert [lead | aside for lead in team.json("leads")] == [lead | aside for lead in before]


def test_a_list_goes_into_a_file_that_only_its_owner_reads(team, tmp_path):
    place = tmp_path / "out.csv"
    answer = team.ok("leads", "--format", "csv", "--output", place)
    assert answer.out == ""
    assert "out.csv" in answer.err
    assert place.read_text().count("\n") == 4
    assert place.stat().st_mode & 0o077 == 0


def test_the_format_is_not_guessed_from_the_name_of_the_file(team, tmp_path):
    team.ok("leads", "--format", "csv", "--output", tmp_path / "out.json")
    assert ",First name,Last name," in (tmp_path / "out.json").read_text().splitlines()[0]


def test_a_file_that_cannot_be_written_is_named(team, tmp_path):
    assert "nowhere" in team.refused("leads", "--format", "csv", "--output", tmp_path / "nowhere" / "out.csv")
    assert team.refused("leads", "--format", "pdf", code=2)


@pytest.mark.parametrize("name", ["2", "#2", "bob@bolt.example", "BOB@bolt.example", "Bob Baker", "baker", "Bol"])
def test_a_lead_is_named_by_number_mail_or_a_unique_part_of_its_name(team, name: str):
    assert team.json("show", name)["lead"] == 2


@pytest.mark.parametrize(
    "name", ["99", "Nobody", "0", "-1", "", "99999999999999999999999", "nobody@example.com", "'; DROP TABLE leads"]
)
def test_a_lead_that_is_not_there_is_refused(team, name: str):
    assert team.refused("show", "--", name)


def test_an_ambiguous_name_lists_the_candidates(team):
    team.ok("add", "--full-name", "Ann Baker", "--city", "Salem")
    said = team.refused("note", "baker", "hello")
    assert "2 Bob Baker" in said
    assert "4 Ann Baker" in said


def test_a_whole_name_goes_before_a_part_of_one(team):
    team.ok("add", "--full-name", "Bob Bakerson")
    assert team.json("show", "bob baker")["lead"] == 2


def test_add_has_an_option_for_every_field_and_prints_the_number(cli):
    shown = cli.ok("add", "--help").out
    for name in FIELDS:
        assert f"--{name.replace('_', '-')}" in shown
    answer = cli.ok(
        "add",
        "--first-name",
        "ann",
        "--last-name",
        "ARCHER",
        "--phone",
        "(617) 555-0101",
        "--postal-code",
        "2110",
        "--state",
        "MA",
    )
    assert answer.out == "1\n"
    lead = cli.json("show", "1")
    assert (lead["full_name"], lead["phone"], lead["postal_code"]) == ("Ann Archer", "+16175550101", "02110")
    assert lead["created_at"] == "2026-03-31T10:30:00-04:00" or lead["created_at"].startswith("2026-03-31T14:30:00")


def test_add_with_a_first_note(cli):
    cli.ok("add", "--company", "Acme", "--note", "wants a demo")
    assert [row["text"] for row in cli.json("show", "1")["activities"]] == ["wants a demo"]


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("--city", "Boston"), ("--full-name", "Ann", "--email", "not an address"),
        ("--full-name", "Ann", "--created-at", "someday"), ("--full-name", "Ann", "--value", "a lot"),
    ],
    ids=["nothing", "nobody", "mail", "date", "money"],
)  # fmt: skip
def test_add_refuses_what_cannot_be_read(cli, arguments: tuple[str, ...]):
    cli.ok("info")
    cli.refused("add", *arguments)


def test_add_refuses_who_is_there_already(team):
    assert "lead 1" in team.refused("add", "--full-name", "A. Archer", "--email", "ann@acme.example")
    assert "lead 1" in team.refused("add", "--full-name", "Ann Archer", "--phone", "617 555 0101")


def test_edit_changes_fields_and_says_which(team):
    told = team.json("edit", "1", "title=Buyer", "phone=(504) 621-8927", "city=Boston")
    assert (told["lead"], sorted(told["changed"])) == (1, ["phone", "title"])
    lead = team.json("show", "1")
    assert (lead["title"], lead["phone"]) == ("Buyer", "+15046218927")


def test_an_empty_value_empties_the_field(team):
    team.ok("edit", "1", "company=")
    assert team.json("show", "1")["company"] is None


def test_a_name_that_is_no_field_is_a_custom_field(team):
    team.ok("edit", "1", "Shoe size=38", "Badge=7")
    assert team.json("show", "1")["custom"] == {"Shoe size": "38", "Badge": "7"}
    team.ok("edit", "1", "Badge=")
    assert team.json("show", "1")["custom"] == {"Shoe size": "38"}


def test_editing_a_name_keeps_whole_and_parts_together(team):
    team.ok("edit", "1", "last_name=Smith")
    lead = team.json("show", "1")
    assert (lead["first_name"], lead["last_name"], lead["full_name"]) == ("Ann", "Smith", "Ann Smith")
    team.ok("edit", "1", "full_name=Zoe Zander")
    lead = team.json("show", "1")
    assert (lead["first_name"], lead["last_name"], lead["full_name"]) == ("Zoe", "Zander", "Zoe Zander")


def test_edit_to_what_it_is_changes_nothing(team):
    before = team.dump()
    assert team.json("edit", "1", "city=Boston")["changed"] == []
    assert team.dump() == before


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("email=nonsense", 1),
        ("created_at=", 1),
        ("created_at=someday", 1),
        ("city", 2),
        ("=Boston", 2),
        ("value=lots", 1),
    ],
)
def test_edit_refuses_what_cannot_be_read(team, change: str, code: int):
    team.refused("edit", "1", change, code=code)


def test_a_lead_cannot_be_edited_into_nobody(cli):
    cli.ok("add", "--company", "Acme")
    cli.refused("edit", "1", "company=")


def test_show_tells_the_whole_story(team):
    team.ok("note", "1", "asked for a quote")
    team.ok("log", "1", "call", "--outcome", "voicemail", "--note", "left a message")
    team.ok("stage", "1", "contacted", "--why", "called")
    team.ok("remind", "1", "tomorrow", "call again")
    lead = team.json("show", "1")
    assert set(lead) >= {
        "lead",
        *FIELDS,
        "rep",
        "stage",
        "custom",
        "activities",
        "reminders",
        "assignments",
        "moves",
        "origins",
    }
    assert [(row["kind"], row["outcome"], row["text"]) for row in lead["activities"]] == [
        ("note", None, "asked for a quote"),
        ("call", "voicemail", "left a message"),
    ]
    assert [(row["from"], row["to"], row["reason"]) for row in lead["moves"]] == [("new", "contacted", "called")]
    assert [row["text"] for row in lead["reminders"]] == ["call again"]
    assert [row["rep"] for row in lead["assignments"]] == ["Rita Ruiz"]
    assert lead["origins"][0]["cells"]["E-mail"] == "ann@acme.example"
    shown = team.ok("show", "1").out
    for words in ("Ann Archer", "asked for a quote", "left a message", "call again", "covers state MA"):
        assert words in shown
