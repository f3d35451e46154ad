"""What `leadtrack import` answers besides its counts: sheets not taken, answers in files, where each cell went."""

from pathlib import Path

import pytest
from running import read_csv


@pytest.fixture
def book(tmp_path: Path) -> str:
    """A workbook with a sheet of leads, another one, and a pivot table."""
    import openpyxl

    made = openpyxl.Workbook()
    made.active.title = "Leads"
    for row in (["Name", "E-mail"], ["Ann Archer", "ann@acme.example"], ["Bob Baker", "bob@bolt.example"]):
        made.active.append(row)
    for title, row in (("Q3 old", ["Name", "E-mail"]), ("Pivot", ["State", "Count"])):
        made.create_sheet(title).append(row)
    made.save(tmp_path / "book.xlsx")
    return str(tmp_path / "book.xlsx")


@pytest.mark.parametrize("how", [(), ("--dry-run",)])
def test_the_sheets_that_were_not_taken_are_named(cli, book: str, how: tuple[str, ...]):
    shown = cli.ok("import", book, *how)
    assert "other sheets of this file, not taken in: 'Q3 old', 'Pivot'; --sheet NAME takes one" in shown.out
    (told,) = cli.json("import", book, *how)
    assert (told["sheet"], told["other_sheets"]) == ("Leads", ["Q3 old", "Pivot"])


def test_a_file_without_sheets_has_none_to_name(cli, people: str):
    assert "other sheets" not in cli.ok("import", people, "--dry-run").out
    (told,) = cli.json("import", people, "--dry-run")
    assert (told["sheet"], told["other_sheets"]) == (None, [])


def test_what_was_passed_over_is_told_in_json_too(cli, sheet):
    rows = [
        ["Spring Expo", "", ""],
        ["Name", "E-mail", "City"],
        ["Ann", "ann@acme.example", "Troy"],
        ["Total", "1", ""],
    ]
    (told,) = cli.json("import", sheet(rows))
    assert told["header_row"] == 2
    assert [note for note in told["notes"] if "row 1" in note]
    assert [note for note in told["notes"] if "row 4" in note]


def test_cells_that_differ_are_told_one_by_one(cli, sheet):
    head = ["Name", "E-mail", "City"]
    cli.ok("import", sheet([head, ["Ann Archer", "ann@acme.example", "Boston"]], "one.csv"))
    (told,) = cli.json("import", sheet([head, ["Ann Archer", "ann@acme.example", "Salem"]], "two.csv"))
    assert told["differences"] == [{"lead": 1, "field": "city", "stored": "Boston", "sheet": "Salem"}]


def test_the_tables_go_into_a_file(cli, book: str, people: str, tmp_path: Path):
    output = tmp_path / "told.txt"
    shown = cli.ok("import", book, people, "--rows", "--output", output)
    assert shown.out == ""
    told = output.read_text("utf-8")
    assert told.index("book.xlsx, sheet Leads") < told.index("What became of each row") < told.index("people.csv")
    assert "How complete the leads are" in told


def test_json_goes_into_a_file(cli, people: str, tmp_path: Path):
    output = tmp_path / "told.json"
    assert cli.ok("import", people, "--format", "json", "--output", output).out == ""
    assert '"created": 3' in output.read_text("utf-8")


def test_row_by_row_in_a_sheet_is_a_line_for_each_row(cli, people: str, sheet, tmp_path: Path):
    more = sheet([["Name", "State", "ZIP"], ["Dee Dorn", "MA", "2110"], ["", "MA", ""]], "more.csv")
    output = tmp_path / "rows.csv"
    assert cli("import", people, more, "--rows", "--dry-run", "--format", "csv", "--output", output).code == 3
    head, *rows = read_csv(output)
    assert head == ["file", "row", "fate", "lead", "mended"]
    assert [(Path(row[0]).name, row[1], row[2][:8]) for row in rows] == [
        *[("people.csv", str(number), "created") for number in (2, 3, 4)],
        ("more.csv", "2", "created"), ("more.csv", "3", "rejected"),
    ]  # fmt: skip
    assert "2110 -> 02110" in rows[3][4]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--format", "jsn"), 2), (("--output", "nowhere/told.txt"), 1), (("--format", "csv", "-o", "."), 1)],
)
def test_an_answer_that_has_no_place_is_refused_before_anything_is_taken_in(cli, people: str, arguments, code: int):
    cli.ok("rep", "add", "Rita")
    cli.refused("import", people, *arguments, code=code)


def test_a_format_that_does_not_exist_changes_nothing(team):
    assert "jsn" in team.refused("note", "1", "hello", "--format", "jsn", code=2)


def test_a_dry_run_says_that_the_import_would_be_refused(cli, sheet):
    file = sheet([["1", "2"], ["3", "4"]])
    answer = cli("import", file, "--dry-run")
    assert "would be refused" in answer.err
    assert "--map 'Column 1=full_name'" in answer.err
    (told,) = cli.json("import", file, "--dry-run", code=3)
    assert [column["header"] for column in told["columns"]] == [None, None]


def test_long_lists_are_cut_and_say_so(cli, sheet):
    head = ["Name", "Lead Owner", "Phone", "City", *[f"Extra {letter * 3}" for letter in "abcdefghijklmnop"]]
    rows = [
        [f"Lead {word}", f"Owner {word}", "617 555 0101", "Troy", *["x"] * 16]
        for word in ("One", "Two", "Three", "Four", "Five", "Six")
    ]
    said = cli.ok("import", sheet([head, *rows])).err
    assert "Extra lll and 4 more" in said
    assert "(1) and 1 more; leadtrack rep add" in said


def test_the_origin_tells_what_each_cell_filled(cli, sheet):
    rows = [["Zip Code", "Who", "Shoe size"], ["2110", "Ann Archer", "38"]]
    cli.ok("import", sheet(rows), "--map", "Who=full_name")
    (origin,) = cli.json("show", "1")["origins"]
    assert origin["cells"] == {"Zip Code": "2110", "Who": "Ann Archer", "Shoe size": "38"}
    assert origin["fields"] == {"Zip Code": "postal_code", "Who": "full_name", "Shoe size": None}
    assert "postal_code" in cli.ok("show", "1", "--origin").out
    listed = cli.ok("show", "1", "--origin", "--format", "csv").out.splitlines()
    assert [line.split(",")[2:] for line in listed] == [
        ["Row", "Column", "Cell", "Field"],
        ["2", "Zip Code", "2110", "postal_code"],
        ["2", "Who", "Ann Archer", "full_name"],
        ["2", "Shoe size", "38", ""],
    ]


def test_a_lead_made_by_hand_has_no_origin_and_says_so(cli):
    cli.ok("add", "--full-name", "Ann Archer")
    assert "came from no file" in cli.ok("show", "1", "--origin").err


def test_a_lone_carriage_return_in_a_rejected_row_stays_in_its_cell(cli, sheet):
    rows = [["Name", "E-mail", "Remark"], ["Ann", "ann@acme.example", "x"], ["", "", "one\rtwo"]]
    (told,) = cli.json("import", sheet(rows), code=3)
    assert [row[2] for row in read_csv(told["rejects_file"])] == ["Remark", "one\rtwo"]
