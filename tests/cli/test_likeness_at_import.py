"""At an import, who is known by likeness goes by --on-duplicate, and who may be known waits for a person."""

import pytest

HEADER = ["Name", "E-mail", "Phone", "Company", "Street", "City", "State", "ZIP"]
WILLIAM = ["William Henderson", "will@hendersonroofing.com", "217-693-3812", "Henderson Roofing", "12 Oak St", "Albers",
           "IL", "62215"]  # fmt: skip
BILL = ["Bill Henderson", "", "217-693-3812", "Henderson Roofing Inc", "12 Oak Street", "Albers", "IL", "62215"]
SUE = ["Sue Henderson", "", "217-693-3812", "Henderson Roofing", "12 Oak St", "Albers", "IL", "62215"]
BOB = ["Bob Quigley", "", "", "Quigley Dental", "88 Pine Rd", "Wichita", "KS", "67202"]


@pytest.fixture
def known(cli, sheet):
    cli.ok("import", sheet([HEADER, WILLIAM, BOB], "first.csv"))
    return cli


def test_a_row_that_is_like_a_stored_lead_is_that_lead(known, sheet):
    told = known.json("import", sheet([HEADER, BILL], "second.csv"), "--rows")[0]
    assert (told["created"], told["unchanged"]) == (0, 1)
    assert told["row_by_row"][0]["lead"] == 1
    assert "Bill = William" in told["row_by_row"][0]["fate"]
    assert [lead["full_name"] for lead in known.json("leads")] == ["William Henderson", "Bob Quigley"]


def test_it_completes_the_lead_and_can_be_taken_back(known, sheet):
    before = known.json("leads")
    row = [*BILL[:1], "bill@hendersonroofing.com", *BILL[2:]]
    known.ok("import", sheet([[*HEADER, "Title"], [*row, "Owner"]], "second.csv"))
    lead = known.json("show", "1")
    assert (lead["title"], lead["email"]) == ("Owner", "will@hendersonroofing.com")
    assert [origin["row"] for origin in lead["origins"]] == [2, 2]
    known.ok("undo")
    assert known.json("leads") == before


def test_two_rows_of_one_file_that_are_alike_become_one_lead(cli, sheet):
    told = cli.json("import", sheet([HEADER, BOB, WILLIAM, BILL, SUE]), "--rows")[0]
    assert (told["rows"], told["created"], told["duplicates"]) == (4, 3, 1)
    assert [row["lead"] for row in told["row_by_row"]] == [1, 2, 2, 3]
    assert [lead["full_name"] for lead in cli.json("leads")] == ["Bob Quigley", "William Henderson", "Sue Henderson"]


def test_a_family_at_one_address_and_number_stays_two_leads(known, sheet):
    told = known.json("import", sheet([HEADER, SUE], "second.csv"))[0]
    assert told["created"] == 1


def test_keep_makes_a_lead_of_every_row_and_queues_none(known, sheet):
    told = known.json("import", sheet([HEADER, BILL, BILL], "second.csv"), "--on-duplicate", "keep")[0]
    assert (told["created"], told["maybe"]) == (2, 0)
    pairs = {(pair["lead"], pair["other"]) for pair in known.json("duplicates")}
    assert pairs == {(1, 3), (1, 4), (3, 4)}, "every pair of a group, once"


def test_skip_adds_nothing_to_the_lead(known, sheet):
    rows = [[*HEADER, "Title"], [*BILL, "Owner"]]
    told = known.json("import", sheet(rows, "second.csv"), "--on-duplicate", "skip")[0]
    assert (told["created"], told["updated"]) == (0, 0)
    assert known.json("show", "1")["title"] is None


def test_who_may_be_known_is_created_and_waits_for_a_person(cli, sheet):
    header = ["Name", "Company", "Street", "City", "State", "ZIP"]
    cli.ok("import", sheet([header, ["Anna Berg", "Acme Inc", "4 Elm Ave", "Boston", "MA", "02110"]], "a.csv"))
    rows = [header, ["Ana Berg", "ACME", "4 Elm Avenue", "Boston", "MA", "02110"]]
    rehearsed = cli.json("import", sheet(rows, "b.csv"), "--dry-run")[0]
    told = cli.json("import", sheet(rows, "b.csv"))[0]
    assert (told["created"], told["maybe"]) == (rehearsed["created"], rehearsed["maybe"]) == (1, 1)
    assert [(pair["lead"], pair["other"], pair["verdict"]) for pair in cli.json("duplicates")] == [(1, 2, "maybe")]
    cli.ok("undo")
    assert cli.json("duplicates") == []


def test_a_row_like_a_merged_lead_goes_to_the_one_it_was_merged_into(known, sheet):
    known.ok("import", sheet([HEADER, SUE], "sue.csv"))
    known.ok("merge", "1", "3", "--keep", "1")
    told = known.json("import", sheet([[*HEADER, "Note"], [*SUE, "again"]], "again.csv"), "--rows")[0]
    assert [row["lead"] for row in told["row_by_row"]] == [1]


def test_counts_add_up_where_likeness_joins_rows(cli, sheet):
    rows = [BOB, WILLIAM, BILL, SUE, [*BOB[:1], "bob@quigley.example", *BOB[2:]], BILL, ["", *[""] * 6, "62215"]]
    for _ in range(2):
        told = cli.json("import", sheet([HEADER, *rows]), code=3)[0]
        parts = ("created", "updated", "unchanged", "duplicates", "rejected")
        assert told["rows"] == 7 == sum(told[part] for part in parts)
    assert len(cli.json("leads")) == 3
