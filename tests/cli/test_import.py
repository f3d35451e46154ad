"""`leadtrack import`: any sheet in, and what the answer says of it."""

import json
from pathlib import Path

import pytest
from running import COUNTS, counts


@pytest.mark.parametrize("name", ["leads.csv", "leads.xlsx"])
def test_the_header_may_stand_below_a_title_and_blank_rows(cli, sheet, name: str):
    rows = [
        ["Spring Expo 2026 - lead retrieval", "", "", ""],
        ["", "", "", ""],
        ["First Name", "Last Name", "E-mail", "ZIP"],
        ["Ann", "Archer", "ann@acme.example", "02110"],
        ["Bob", "Baker", "bob@bolt.example", "10001"],
    ]
    assert counts(cli.json("import", sheet(rows, name))) == {"rows": 2, "created": 2}
    assert [lead["full_name"] for lead in cli.json("leads")] == ["Ann Archer", "Bob Baker"]


@pytest.mark.parametrize("name", ["leads.csv", "leads.xlsx"])
def test_cells_are_text_as_the_sheet_shows_them(cli, sheet, name: str):
    rows = [
        ["First Name", "Last Name", "E-mail", "ZIP", "Badge", "Wave", "Serial"],
        ["Ann", "Null", "ann@acme.example", "02110", "1E5", "NA", "000123"],
        ["Bob", "True", "bob@bolt.example", "10001", "3-4", "None", "1.10"],
    ]
    cli.ok("import", sheet(rows, name))
    ann, bob = cli.json("leads")
    assert (ann["last_name"], ann["postal_code"]) == ("Null", "02110")
    assert ann["custom"] == {"Badge": "1E5", "Wave": "NA", "Serial": "000123"}
    assert bob["last_name"] == "True"
    assert bob["custom"] == {"Badge": "3-4", "Wave": "None", "Serial": "1.10"}


def test_whole_numbers_in_a_workbook_have_no_point(cli, sheet):
    rows = [
        ["Name", "E-mail", "Booth"],
        ["Ann Archer", "ann@acme.example", 100000],
        ["Bob Baker", "bob@bolt.example", 7],
    ]
    cli.ok("import", sheet(rows, "leads.xlsx"))
    assert [lead["custom"]["Booth"] for lead in cli.json("leads")] == ["100000", "7"]


def test_columns_that_match_nothing_are_kept_as_custom_fields(cli, sheet):
    rows = [
        ["Name", "E-mail", "Booth visit length", "Favourite colour", "Empty column"],
        ["Ann Archer", "ann@acme.example", "12 min", "blue", ""],
    ]
    shown = cli.ok("import", sheet(rows)).err
    assert "Booth visit length" in shown
    assert "Favourite colour" in shown
    (lead,) = cli.json("leads")
    assert lead["custom"] == {"Booth visit length": "12 min", "Favourite colour": "blue"}


def test_the_mapping_is_shown_before_and_after(cli, people: str):
    shown = cli.ok("import", people)
    table = shown.out + shown.err
    for header in ("First Name", "Company", "ZIP"):
        assert header in table
    assert "3 rows: 3 created, 0 updated, 0 unchanged, 0 duplicates, 0 rejected" in shown.err
    assert "8 of 8 columns became fields" in shown.err
    assert "leadtrack undo" in shown.err, "an answer says what to do next"


def test_blank_and_repeated_headers_keep_what_stands_below_them(cli, sheet):
    rows = [
        ["Name", "E-mail", "Remark", "", "Remark", ""],
        ["Ann Archer", "ann@acme.example", "one", "two", "three", "four"],
        ["Bob Baker", "bob@bolt.example", "five", "six", "seven", "eight"],
    ]
    (told,) = cli.json("import", sheet(rows))
    assert [(column["column"], column["header"]) for column in told["columns"]] == [
        (1, "Name"), (2, "E-mail"), (3, "Remark"), (4, None), (5, "Remark"), (6, None),
    ]  # fmt: skip
    kept = json.dumps(cli.json("leads")[0])
    for word in ("one", "two", "three", "four"):
        assert f'"{word}"' in kept or word in kept


@pytest.mark.parametrize(
    ("given", "state", "stored"),
    [("2110", "MA", "02110"), ("02110", "MA", "02110"), ("501", "NY", "00501")],
)
def test_a_zip_that_lost_its_zero_is_mended(cli, sheet, given: str, state: str, stored: str):
    cli.ok("import", sheet([["Name", "State", "ZIP"], ["Ann Archer", state, given]]))
    assert cli.json("leads")[0]["postal_code"] == stored


def test_what_follows_the_five_digits_of_a_zip_is_kept_beside_it(cli, sheet):
    cli.ok("import", sheet([["Name", "State", "ZIP"], ["Ann Archer", "MA", "2110-1234"]]))
    (lead,) = cli.json("leads")
    assert (lead["postal_code"], lead["custom"]) == ("02110", {"ZIP+4": "1234"})


def test_mail_telephone_and_names_are_cleaned(cli, sheet):
    rows = [["Name", "E-mail", "Phone"], ["  ann   ARCHER ", " Ann@ACME.Example ", "(617) 555-0101"]]
    cli.ok("import", sheet(rows))
    (lead,) = cli.json("leads")
    assert lead["full_name"] == "Ann Archer"
    assert lead["email"] == "ann@acme.example"
    assert lead["phone"] == "+16175550101"


def test_a_number_that_a_workbook_holds_as_a_zip_is_mended_too(cli, sheet):
    cli.ok(
        "import",
        sheet([["Name", "State", "ZIP"], ["Ann Archer", "MA", 2110], ["Bob Baker", "NY", 10001]], "leads.xlsx"),
    )
    assert [lead["postal_code"] for lead in cli.json("leads")] == ["02110", "10001"]


def test_the_answer_as_json_is_one_object_per_file_with_every_column(cli, sheet):
    rows = [["Full Name", "E-mail", "Unsubscribed", "Shoe size"], ["Ann Archer", "ann@acme.example", "no", "38"]]
    file = sheet(rows)
    (told,) = cli.json("import", file)
    assert list(told)[:9] == ["batch", "file", *COUNTS, "rejects_file"]
    assert "columns" in told
    assert told["file"] == file
    assert isinstance(told["batch"], int)
    assert told["rejects_file"] is None
    assert [list(column) for column in told["columns"]] == [
        ["column", "header", "field", "inverted", "confidence", "why"]
    ] * 4
    assert [column["field"] for column in told["columns"]] == ["full_name", "email", "opt_out_email", None]
    assert {type(column["inverted"]) for column in told["columns"]} == {bool}
    assert all(0 <= column["confidence"] <= 1 for column in told["columns"])


def test_several_files_are_a_batch_each(cli, sheet):
    first = sheet([["Name", "E-mail"], ["Ann Archer", "ann@acme.example"]], "first.csv")
    second = sheet([["Name", "E-mail"], ["Bob Baker", "bob@bolt.example"]], "second.xlsx")
    told = cli.json("import", first, second)
    assert [one["file"] for one in told] == [first, second]
    assert told[0]["batch"] != told[1]["batch"]
    cli.ok("undo", told[0]["batch"])
    assert [lead["full_name"] for lead in cli.json("leads")] == ["Bob Baker"]


def test_of_several_files_the_worst_exit_code_counts(cli, sheet, tmp_path: Path):
    good = sheet([["Name", "E-mail"], ["Ann Archer", "ann@acme.example"]], "good.csv")
    halved = sheet([["Name", "E-mail"], ["Bob Baker", "bob@bolt.example"], ["", "-"]], "halved.csv")
    missing = tmp_path / "broken.xlsx"
    missing.write_bytes(b"PK\x03\x04 cut short")
    assert cli("import", good, "--format", "json").code == 0
    assert cli("import", good, halved, "--format", "json").code == 3
    answer = cli("import", missing, halved, good, "--format", "json")
    assert answer.code == 1
    assert [one["file"] for one in answer.json()] == [halved, good], "what could be taken in was taken in"
    assert "broken.xlsx" in answer.err


def test_one_missing_file_of_several_does_not_stop_the_others(cli, sheet, tmp_path: Path):
    good = sheet([["Name", "E-mail"], ["Ann Archer", "ann@acme.example"]], "good.csv")
    answer = cli("import", tmp_path / "gone.csv", good, "--format", "json")
    assert answer.code == 1
    assert [one["file"] for one in answer.json()] == [good]


def test_source_and_campaign_are_for_the_rows_that_name_none(cli, sheet):
    rows = [
        ["Name", "E-mail", "Lead Source"],
        ["Ann Archer", "ann@acme.example", ""],
        ["Bob Baker", "bob@bolt.example", "Referral"],
    ]
    cli.ok("import", sheet(rows), "--source", "Trade show", "--campaign", "Expo 26")
    assert [(lead["source"], lead["campaign"]) for lead in cli.json("leads")] == [
        ("Trade show", "Expo 26"),
        ("Referral", "Expo 26"),
    ]
    assert [row["source"] for row in cli.json("source", "list")] == ["Referral", "Trade show"]
    assert [row["campaign"] for row in cli.json("campaign", "list")] == ["Expo 26"]


def test_spellings_of_one_source_are_one_source(cli, sheet):
    rows = [["Name", "Source"], ["Ann Archer", "Web form"], ["Bob Baker", "WEB FORM"], ["Cyd Cole", " web form "]]
    cli.ok("import", sheet(rows))
    assert [row["leads"] for row in cli.json("source", "list")] == [3]


def test_a_source_is_made_for_the_rows_that_become_leads(cli, sheet):
    """Radio stands first in a row of a lead that is there already, Print in no other."""
    cli.ok("import", sheet([["Name", "E-mail"], ["Ann Archer", "ann@acme.example"], ["Bob Baker", "bob@bolt.example"]]))
    rows = [
        ["Name", "E-mail", "Source"],
        ["Ann Archer", "ann@acme.example", "Radio"],
        ["Cyd Cole", "cyd@corp.example", "Fair"],
        ["Bob Baker", "bob@bolt.example", "Print"],
        ["Dee Dorn", "dee@dunes.example", "RADIO"],
    ]
    cli.ok("import", sheet(rows), "--overwrite", "never")
    assert {row["source"]: row["leads"] for row in cli.json("source", "list")} == {"Fair": 1, "RADIO": 1}
    cli.ok("source", "alias", "wireless", "radio")
    rows = [["Name", "E-mail", "Source"], ["Eve Early", "eve@east.example", "Wireless"]]
    cli.ok("import", sheet(rows))
    assert {row["source"]: row["leads"] for row in cli.json("source", "list")} == {"Fair": 1, "RADIO": 2}


def test_the_sheet_of_a_workbook_can_be_named(cli, tmp_path: Path):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "Leads"
    book.active.append(["Name", "E-mail"])
    book.active.append(["Ann Archer", "ann@acme.example"])
    other = book.create_sheet("Second day")
    other.append(["Name", "E-mail"])
    other.append(["Bob Baker", "bob@bolt.example"])
    book.save(tmp_path / "two.xlsx")
    cli.ok("import", tmp_path / "two.xlsx", "--sheet", "Second day")
    assert [lead["full_name"] for lead in cli.json("leads")] == ["Bob Baker"]
    assert "Leads" in cli.refused("import", tmp_path / "two.xlsx", "--sheet", "Third day")


def test_import_with_assign_gives_the_leads_out_in_the_same_batch(cli, people: str):
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    (told,) = cli.json("import", people, "--assign")
    assert (told["assigned"], told["unassigned"]) == (1, 2)
    assert [lead["rep"] for lead in cli.json("leads")] == ["Rita", None, None]
    cli.ok("undo", told["batch"])
    assert cli.json("leads") == []


def test_a_folder_is_its_files_and_rejects_are_none_of_them(cli, sheet, tmp_path: Path):
    sheet([["Name", "E-mail"], ["Ann Archer", "ann@acme.example"]], "lists/a.csv")
    sheet([["Name", "E-mail"], ["Bob Baker", "bob@bolt.example"]], "lists/b.csv")
    sheet([["Name", "E-mail"], ["Cyd Cole", "cyd@corp.example"]], "lists/a.csv.rejected.csv")
    assert len(cli.json("import", tmp_path / "lists")) == 2
    assert [lead["full_name"] for lead in cli.json("leads")] == ["Ann Archer", "Bob Baker"]


def test_imports_lists_the_files_with_their_counts(cli, people: str):
    cli.ok("import", people)
    cli.ok("undo")
    (row,) = cli.json("imports")
    assert (row["file"], row["rows"], row["created"], row["undone"]) == (people, 3, 3, True)


def test_an_import_that_brings_nothing_new_says_so_and_is_no_error(cli, people: str):
    cli.ok("import", people)
    shown = cli.ok("import", people)
    assert "0 created, 0 updated, 3 unchanged" in shown.err


def test_the_progress_bar_keeps_out_of_pipes(program, people: str):
    done = program("import", people)
    assert done.returncode == 0
    assert b"\x1b" not in done.stderr + done.stdout
    assert b"%" not in done.stderr


def test_a_dry_run_tells_of_owners_and_assignment_what_would_come(cli, sheet):
    path = sheet([["Name", "State", "Owner"], ["Ann Archer", "MA", "Zed"], ["Bob Berg", "MA", ""]])
    cli.ok("rep", "add", "Rita")
    cli.ok("territory", "add", "Rita", "--state", "MA")
    assert cli.json("import", path, "--dry-run")[0]["unknown_owners"] == [{"owner": "Zed", "leads": 1}]
    rehearsed = cli.json("import", path, "--assign", "--dry-run")
    assert rehearsed[0]["unknown_owners"] == [{"owner": "Zed", "leads": 1}]
    assert rehearsed[0]["assigned"] == 2
    assert rehearsed[0]["batch"] is None
    assert cli.json("leads") == []
    done = cli.json("import", path, "--assign")
    assert {**done[0], "batch": None} == rehearsed[0]


def test_a_sheet_that_comes_again_is_told_as_complete_as_before(cli, sheet):
    path = sheet([["Name", "E-mail"], ["Ann Archer", "ann@acme.example"], ["Bob Berg", ""]])
    first, again = cli.json("import", path)[0], cli.json("import", path)[0]
    assert again["fields"] == first["fields"]
    assert again["contactable"] == first["contactable"] == 1


def test_what_is_said_now_takes_a_field_from_what_was_said_before(cli, sheet):
    path = sheet([["Name", "Blurb", "Which"], ["Ann Archer", "hot", "cold"]])
    cli.ok("import", path, "--map", "Blurb=rating", "--dry-run")
    cli.ok("import", path, "--map", "Blurb=rating")
    told = cli.json("import", path, "--map", "Which=rating", "--dry-run")
    assert [column["field"] for column in told[0]["columns"]] == ["full_name", None, "rating"]


@pytest.mark.parametrize("cell", ["https://acme.example", "red; blue"])
def test_a_mark_within_a_lone_column_cuts_nothing(cli, tmp_path, cell):
    path = tmp_path / "list.csv"
    path.write_text(f"Company\n{cell}\n{cell} two\n")
    told = cli.json("import", path, "--dry-run")
    assert [column["header"] for column in told[0]["columns"]] == ["Company"]


def test_two_known_words_make_a_header_of_a_wide_sheet(cli, sheet):
    header = ["Name", "City", *(f"Thing {letter}" for letter in "abcdefghijklmnop")]
    rows = [[f"{word} Berg", "Boston", *["lorem"] * 16] for word in ("Ann", "Bob", "Cid")]
    told = cli.json("import", sheet([header, *rows]), "--dry-run")
    assert (told[0]["header_row"], told[0]["rows"]) == (1, 3)
