"""Who comes twice: within a file, against the store, and under each policy."""

import pytest
from running import counts

TWINS = [
    ["Name", "E-mail", "Phone", "City"],
    ["Ann Archer", "ann@acme.example", "617-555-0101", ""],
    ["A. Archer", "ANN@acme.example", "", "Boston"],  # the same e-mail
    ["ARCHER, ANN", "", "(617) 555 0101", ""],  # the same telephone and name
    ["Bob Archer", "", "617-555-0101", ""],  # a colleague on the same line
]


def test_exact_duplicates_within_a_file_are_recognised_and_complete_the_first(cli, sheet):
    assert counts(cli.json("import", sheet(TWINS))) == {"rows": 4, "created": 2, "duplicates": 2}
    ann, bob = cli.json("leads")
    assert (ann["full_name"], ann["city"]) == ("Ann Archer", "Boston")
    assert bob["full_name"] == "Bob Archer"


def test_exact_duplicates_of_stored_leads_are_recognised(cli, people: str, sheet):
    cli.ok("import", people)
    again = [
        ["Contact", "Mail", "Tel", "Job title"],
        ["Ann Archer", "ann@acme.example", "", "Buyer"],
        ["Bob Baker", "", "+1 212 555 0102", ""],
        ["Dee Dorn", "dee@dorn.example", "", ""],
    ]
    assert counts(cli.json("import", sheet(again, "again.csv"))) == {
        "rows": 3,
        "created": 1,
        "updated": 1,
        "unchanged": 1,
    }
    assert [lead["full_name"] for lead in cli.json("leads")] == ["Ann Archer", "Bob Baker", "Cyd Cole", "Dee Dorn"]
    assert cli.json("leads")[0]["title"] == "Buyer"


def test_a_mobile_number_is_a_telephone_number_too(cli, sheet):
    cli.ok("import", sheet([["Name", "Mobile"], ["Ann Archer", "617-555-0101"]], "a.csv"))
    assert counts(cli.json("import", sheet([["Name", "Phone"], ["Ann Archer", "617-555-0101"]], "b.csv")))["rows"] == 1
    assert len(cli.json("leads")) == 1


@pytest.mark.parametrize("policy", ["update", "skip", "keep"])
@pytest.mark.parametrize("name", ["leads.csv", "leads.xlsx"])
def test_the_same_file_twice_changes_nothing_the_second_time(cli, sheet, policy: str, name: str):
    file = sheet([*TWINS, ["Dee", "dee@dorn.example", "", ""]], name)
    cli.ok("import", file, "--on-duplicate", policy)
    before = cli.ok("leads", "--format", "json").out
    told = cli.json("import", file, "--on-duplicate", policy)
    again = counts(told)
    assert not {"created", "updated", "rejected"} & set(again)
    assert cli.ok("leads", "--format", "json").out == before
    if policy == "keep":
        assert again == {"rows": 5, "unchanged": 5}
    else:
        assert again == {"rows": 5, "unchanged": 3, "duplicates": 2}


def test_update_fills_empty_fields_and_overwrites_none(cli, people: str, sheet):
    cli.ok("import", people)
    richer = sheet(
        [["Name", "E-mail", "City", "Title"], ["Ann Archer", "ann@acme.example", "Salem", "Buyer"]], "richer.csv"
    )
    assert counts(cli.json("import", richer)) == {"rows": 1, "updated": 1}
    ann = cli.json("leads")[0]
    assert (ann["city"], ann["title"]) == ("Boston", "Buyer")


def test_update_never_takes_an_opt_out_back(cli, sheet):
    header = ["Name", "E-mail", "Email Opt Out"]
    cli.ok("import", sheet([header, ["Ann Archer", "ann@acme.example", "yes"]], "out.csv"))
    cli.ok("import", sheet([header, ["Ann Archer", "ann@acme.example", "no"]], "in.csv"))
    assert cli.json("leads")[0]["opt_out_email"] in (1, True)


def test_skip_leaves_the_stored_lead_alone(cli, people: str, sheet):
    cli.ok("import", people)
    richer = [
        ["Name", "E-mail", "Title"],
        ["Ann Archer", "ann@acme.example", "Buyer"],
        ["Dee Dorn", "dee@dorn.example", "CEO"],
    ]
    told = cli.json("import", sheet(richer, "richer.csv"), "--on-duplicate", "skip")
    assert counts(told) == {"rows": 2, "created": 1, "unchanged": 1}
    assert cli.json("leads")[0]["title"] is None


def test_skip_counts_repeats_in_the_file_as_duplicates_and_adds_nothing_of_them(cli, sheet):
    assert counts(cli.json("import", sheet(TWINS), "--on-duplicate", "skip")) == {
        "rows": 4,
        "created": 2,
        "duplicates": 2,
    }
    assert cli.json("leads")[0]["city"] is None


def test_keep_makes_a_lead_of_every_row_that_names_somebody(cli, people: str, sheet):
    cli.ok("import", people)
    told = cli.json("import", sheet([*TWINS, ["", "", "", "Nowhere"]], "twins.csv"), "--on-duplicate", "keep", code=3)
    assert counts(told) == {"rows": 5, "created": 4, "rejected": 1}
    assert len(cli.json("leads")) == 7


def test_keep_makes_a_lead_of_two_rows_that_are_wholly_alike(cli, sheet):
    row = ["Ann Archer", "ann@acme.example"]
    file = sheet([["Name", "E-mail"], row, row])
    assert counts(cli.json("import", file, "--on-duplicate", "keep")) == {"rows": 2, "created": 2}
    assert counts(cli.json("import", file, "--on-duplicate", "keep")) == {"rows": 2, "unchanged": 2}
    assert len(cli.json("leads")) == 2


def test_under_keep_a_row_with_other_content_is_a_lead_of_its_own(cli, sheet):
    cli.ok("import", sheet([["Name", "E-mail"], ["Ann Archer", "ann@acme.example"]], "a.csv"), "--on-duplicate", "keep")
    told = cli.json(
        "import", sheet([["Name", "E-mail"], ["Ann B. Archer", "ann@acme.example"]], "b.csv"), "--on-duplicate", "keep"
    )
    assert counts(told) == {"rows": 1, "created": 1}


def test_a_row_is_known_again_although_its_lead_was_edited_since(cli, people: str):
    cli.ok("import", people)
    cli.ok("edit", 1, "email=archer@acme.example", "phone=", "full_name=Anna Archer-Smith")
    assert counts(cli.json("import", people)) == {"rows": 3, "unchanged": 3}
    assert len(cli.json("leads")) == 3


def test_a_file_whose_import_was_taken_back_comes_in_again(cli, people: str):
    cli.ok("import", people)
    cli.ok("undo")
    assert counts(cli.json("import", people)) == {"rows": 3, "created": 3}
    assert len(cli.json("leads")) == 3


def test_names_alone_make_no_twin_of_two_people(cli, sheet):
    rows = [["Name", "Company"], ["John Smith", "Acme"], ["John Smith", "Bolt"]]
    assert counts(cli.json("import", sheet(rows))) == {"rows": 2, "created": 2}


def test_a_company_line_without_names_is_one_lead_per_company_and_number(cli, sheet):
    rows = [
        ["Company", "Phone"],
        ["Acme Inc", "617-555-0101"],
        ["ACME, Inc.", "(617) 555-0101"],
        ["Bolt", "617-555-0101"],
    ]
    assert counts(cli.json("import", sheet(rows))) == {"rows": 3, "created": 2, "duplicates": 1}
