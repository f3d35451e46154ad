"""What a person says of a sheet's columns is kept, and a sheet never takes from a lead what it should not."""

import pytest

HEADERS = ["Name", "E-mail", "Blurb"]


def test_what_was_said_once_is_known_for_the_next_sheet_of_that_layout(cli, sheet):
    cli.ok("import", sheet([HEADERS, ["Ann Archer", "ann@acme.example", "hot"]], "one.csv"), "--map", "Blurb=rating")
    (told,) = cli.json("import", sheet([HEADERS, ["Bob Baker", "bob@acme.example", "cold"]], "two.csv"))
    assert [column["field"] for column in told["columns"]] == ["full_name", "email", "rating"]
    assert [lead["rating"] for lead in cli.json("leads")] == ["hot", "cold"]


def test_what_is_said_later_is_added_and_counts_more(cli, sheet):
    head = [*HEADERS, "Which", "Kind"]
    file = sheet([head, ["Ann Archer", "ann@acme.example", "hot", "Buyer", "x"]], "one.csv")
    cli.ok("import", file, "--map", "Blurb=rating", "--map", "Kind=notes")
    cli.ok("import", file, "--map", "Which=title")
    (told,) = cli.json("import", file, "--dry-run")
    assert [column["field"] for column in told["columns"]] == ["full_name", "email", "rating", "title", "notes"]
    cli.ok("import", file, "--map", "which=rating", "--map", "Blurb=notes")
    (told,) = cli.json("import", file, "--dry-run")
    assert [column["field"] for column in told["columns"]] == ["full_name", "email", "notes", "rating", "notes"]
    assert len(cli.json("mapping", "list")) == 1


def test_a_forgotten_mapping_is_asked_no_more(cli, sheet):
    file = sheet([HEADERS, ["Ann Archer", "ann@acme.example", "hot"]], "one.csv")
    cli.ok("import", file, "--map", "Blurb=rating")
    (remembered,) = cli.json("mapping", "list")
    assert [row["field"] for row in cli.json("mapping", "show", remembered["mapping"])] == [None, None, "rating"]
    cli.ok("mapping", "forget", remembered["mapping"])
    assert cli.json("mapping", "list") == []
    (told,) = cli.json("import", file, "--dry-run")
    assert told["columns"][2]["field"] is None


def test_undoing_the_import_forgets_what_was_said_with_it(cli, sheet):
    cli.ok("import", sheet([HEADERS, ["Ann Archer", "ann@acme.example", "hot"]], "one.csv"), "--map", "Blurb=rating")
    cli.ok("undo")
    assert cli.json("mapping", "list") == []


def test_corrected_rejects_are_read_as_their_import_read_them(cli, sheet, tmp_path):
    file = sheet([["Foo", "Bar", "Baz"], ["Jim Beam", "jim@acme.example", "1"], ["", "", "2"]], "odd.csv")
    cli.json("import", file, "--map", "Foo=full_name", "--map", "Bar=email", "--map", "Baz=ignore", code=3)
    rejects = tmp_path / "odd.csv.rejected.csv"
    rejects.write_text(rejects.read_text().replace("\n,,2,", "\nKim Kay,kim@acme.example,2,"))
    cli.ok("import", rejects)
    lead = cli.json("show", "Kim Kay")
    assert (lead["email"], lead["custom"]) == ("kim@acme.example", {})


@pytest.mark.parametrize(("overwrite", "phone"), [("empty", "+16175550101"), ("always", "+16175550199")])
def test_overwrite_says_whether_the_sheet_or_the_lead_wins(cli, sheet, overwrite: str, phone: str):
    head = ["Name", "E-mail", "Phone"]
    cli.ok("import", sheet([head, ["Ann Archer", "ann@acme.example", "617 555 0101"]], "one.csv"))
    second = sheet([head, ["Ann Archer", "ann@acme.example", "617 555 0199"]], "two.csv")
    (told,) = cli.json("import", second, "--overwrite", overwrite)
    assert told["differing"] == 1
    assert cli.json("leads")[0]["phone"] == phone


def test_overwrite_never_leaves_empty_fields_empty_but_takes_an_opt_out(cli, sheet):
    cli.ok("import", sheet([["Name", "E-mail"], ["Ann Archer", "ann@acme.example"]], "one.csv"))
    head = ["Name", "E-mail", "Phone", "Email Opt Out"]
    second = sheet([head, ["Ann Archer", "ann@acme.example", "617 555 0199", "yes"]], "two.csv")
    cli.ok("import", second, "--overwrite", "never")
    (lead,) = cli.json("leads")
    assert (lead["phone"], lead["opt_out_email"]) == (None, 1)


@pytest.mark.parametrize("overwrite", ["never", "empty", "always"])
def test_no_sheet_turns_an_opt_out_into_an_opt_in(cli, sheet, overwrite: str):
    head = ["Name", "E-mail", "Email Opt Out"]
    cli.ok("import", sheet([head, ["Ann Archer", "ann@acme.example", "yes"]], "one.csv"))
    second = sheet([head, ["Ann Archer", "ann@acme.example", "no"]], "two.csv")
    assert "a refusal stands in each case" in cli.ok("import", second, "--overwrite", overwrite).err
    assert cli.json("leads")[0]["opt_out_email"] == 1


def test_a_new_message_of_somebody_known_is_added_to_the_notes(cli, sheet):
    head = ["Name", "E-mail", "Notes"]
    first = sheet([head, ["Ann Archer", "ann@acme.example", "first call"]], "one.csv")
    second = sheet([head, ["Ann Archer", "ann@acme.example", "second call"]], "two.csv")
    for file in (first, second, first, second):
        cli.ok("import", file)
    assert cli.json("leads")[0]["notes"] == "first call\nsecond call"


def test_the_owner_in_the_sheet_gets_the_lead_and_a_stranger_is_named(cli, sheet):
    cli.ok("rep", "add", "Rita Ruiz", "--email", "rita@us.example")
    head = ["Name", "Lead Owner"]
    rows = [["Ann Archer", "rita ruiz"], ["Bob Baker", "rita@us.example"], ["Cyd Cole", "Zed Zorn"]]
    (told,) = cli.json("import", sheet([head, *rows]))
    assert told["unknown_owners"] == [{"owner": "Zed Zorn", "leads": 1}]
    assert [lead["rep"] for lead in cli.json("leads")] == ["Rita Ruiz", "Rita Ruiz", None]
    assert "owner" in cli.json("show", "1")["assignments"][0]["reason"]


def test_rows_tell_what_became_of_each(cli, sheet):
    head = ["Name", "E-mail", "State", "ZIP"]
    cli.ok("import", sheet([head, ["Ann Archer", "ann@acme.example", "", ""]], "one.csv"))
    rows = [
        ["Ann Archer", "ann@acme.example", "MA", "2110"],
        ["Bob Baker", "bob@acme.example", "", ""],
        ["Bob Baker", "BOB@acme.example", "", ""],
        ["", "", "MA", ""],
    ]
    (told,) = cli.json("import", sheet([head, *rows], "two.csv"), "--rows", "--dry-run", code=3)
    fates = [(row["row"], row["fate"].partition(":")[0]) for row in told["row_by_row"]]
    assert fates == [(2, "updated"), (3, "created"), (4, "duplicate of row 3"), (5, "rejected")]
    assert "2110 -> 02110" in told["row_by_row"][0]["mended"]


def test_how_complete_and_how_reachable_the_leads_are(cli, sheet):
    head = ["Name", "E-mail", "Email Opt Out"]
    rows = [["Ann Archer", "ann@acme.example", "no"], ["Bob Baker", "bob@acme.example", "yes"], ["Cyd Cole", "", ""]]
    (told,) = cli.json("import", sheet([head, *rows]))
    assert told["contactable"] == 1
    assert (told["fields"]["full_name"], told["fields"]["email"]) == (3, 2)


@pytest.mark.parametrize("how", [(), ("--dry-run",)])
def test_who_refused_earlier_is_not_told_to_be_reachable(cli, sheet, how: tuple[str, ...]):
    head = ["Name", "E-mail", "Email Opt Out"]
    cli.ok("import", sheet([head, ["Ann Archer", "ann@acme.example", "yes"], ["Bob Baker", "bob@x.example", ""]]))
    second = sheet([["Name", "E-mail", "City"], ["Ann Archer", "ann@acme.example", "Boston"]], "two.csv")
    (told,) = cli.json("import", second, *how)
    assert told["updated"] == 1
    assert told["contactable"] == 0
    assert told["fields"]["opt_out_email"] == 1


def test_questions_are_asked_on_a_terminal_only(cli, people: str):
    assert "--map" in cli.refused("import", people, "--interactive", code=2)


def test_undo_takes_back_the_last_batch_even_if_it_brought_nothing(cli, sheet):
    file = sheet([["Name", "E-mail"], ["Ann Archer", "ann@acme.example"]])
    cli.ok("import", file)
    cli.ok("edit", "1", "city=Boston")
    cli.ok("import", file)
    cli.ok("undo")
    assert cli.json("leads")[0]["city"] == "Boston"


def test_allow_and_do_not_allow_are_read_the_right_way_round(cli, sheet):
    head = ["Full Name", "E-mail", "Do not allow Emails"]
    rows = [["Ann Archer", "ann@acme.example", "Allow"], ["Bob Baker", "bob@acme.example", "Do Not Allow"]]
    cli.ok("import", sheet([head, *rows]))
    assert [lead["opt_out_email"] for lead in cli.json("leads")] == [0, 1]
