"""Rows that name nobody, and ways to try an import: dry run, limit, map."""

import hashlib
import os
from pathlib import Path

import pytest
from running import COUNTS, counts, read_csv

WITH_NOBODY = [
    ["Title row above the table", "", "", ""],
    ["Name", "E-mail", "City", "ZIP"],
    ["Ann Archer", "ann@acme.example", "Boston", "02110"],
    ["", "", "Springfield", "01101"],
    ["", "not an address", "Salem", "01970"],
]


def test_rows_that_name_nobody_are_rejected_with_row_number_and_reason(cli, sheet):
    file = sheet(WITH_NOBODY)
    answer = cli("import", file, "--format", "json")
    assert answer.code == 3
    (told,) = answer.json()
    assert (told["created"], told["rejected"]) == (1, 2)
    assert told["rejects_file"] == f"{file}.rejected.csv"
    assert read_csv(told["rejects_file"]) == [
        ["Name", "E-mail", "City", "ZIP", "_row", "_field", "_reason"],
        ["", "", "Springfield", "01101", "4", "", "names nobody: no name, company, e-mail or phone"],
        [
            "", "not an address", "Salem", "01970", "5", "E-mail",
            "names nobody: 'not an address' cannot be read, and there is no name or company",
        ],
    ]  # fmt: skip


def test_the_words_about_rejected_rows_say_where_they_are_and_why(cli, sheet):
    file = sheet(WITH_NOBODY)
    answer = cli("import", file)
    assert answer.code == 3
    last = answer.err.splitlines()[-1]
    assert last.startswith("leadtrack: 2 rows rejected")
    assert f"{file}.rejected.csv" in last
    assert "row 4" in last


@pytest.mark.parametrize("name", ["leads.csv", "leads.xlsx"])
def test_corrected_rejects_are_imported_again_as_part_of_the_same_list(cli, sheet, tmp_path: Path, name: str):
    file = sheet(WITH_NOBODY, name)
    cli("import", file)
    rejects = Path(f"{file}.rejected.csv")
    header, first, second = read_csv(rejects)
    first[0], second[1] = "Spring Field", "sal@salem.example"
    corrected = sheet([header, first, second], rejects.name)
    assert counts(cli.json("import", corrected)) == {"rows": 2, "created": 2}
    assert [lead["postal_code"] for lead in cli.json("leads")] == ["02110", "01101", "01970"]
    assert all(lead["custom"] == {} for lead in cli.json("leads")), "the reasons are no fields of a lead"


def test_rejects_go_where_they_are_told(cli, sheet, tmp_path: Path):
    place = tmp_path / "elsewhere" / "bad.csv"
    place.parent.mkdir()
    (told,) = cli.json("import", sheet(WITH_NOBODY), "--rejects", place, code=3)
    assert told["rejects_file"] == str(place)
    assert len(read_csv(place)) == 3


def test_rejects_of_an_unwritable_folder_go_to_the_current_one(
    cli, sheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = Path(sheet(WITH_NOBODY, "locked/leads.csv"))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    opened = os.open

    def refusing(path, *rest, **more):  # root may write anywhere, so the folder says no by itself
        if Path(path).parent == file.parent and "rejected" in str(path):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *rest, **more)

    monkeypatch.setattr(os, "open", refusing)
    (told,) = cli.json("import", file, code=3)
    assert Path(told["rejects_file"]).resolve() == here / "leads.csv.rejected.csv"
    assert not list(file.parent.glob("*rejected*"))
    assert len(read_csv(told["rejects_file"])) == 3


def test_a_file_of_rejects_that_is_being_corrected_is_not_overwritten(cli, sheet):
    file = sheet(WITH_NOBODY)
    cli("import", file)
    rejects = Path(f"{file}.rejected.csv")
    rejects.write_text(rejects.read_text().replace("not an address", "sal@salem.example"))
    mended = rejects.read_text()
    (told,) = cli.json("import", file, code=3)
    assert told["rejects_file"] != str(rejects)
    assert rejects.read_text() == mended


def test_without_rejected_rows_there_is_no_file(cli, people: str):
    cli.ok("import", people)
    assert not list(Path(people).parent.glob("*rejected*"))


def test_a_formula_in_a_rejected_row_is_defused_and_comes_back_as_it_was(cli, sheet):
    rows = [["Name", "E-mail", "Remark"], ["Ann", "ann@acme.example", "x"], ["", "", "=HYPERLINK(1)"]]
    (told,) = cli.json("import", sheet(rows), code=3)
    assert not read_csv(told["rejects_file"])[1][2].startswith("=")
    header, row = read_csv(told["rejects_file"])
    row[0] = "Bob Baker"
    cli.ok("import", sheet([header, row], "mended.csv"))
    assert (
        cli.json("leads")[1]["custom"] == {"Remark": "=HYPERLINK(1)"}
        or cli.json("leads")[1]["notes"] == "=HYPERLINK(1)"
    )


def test_a_dry_run_writes_nothing_at_all(cli, sheet, people: str, tmp_path: Path):
    cli.ok("import", people)
    file = sheet([*WITH_NOBODY, ["Ann Archer", "ann@acme.example", "", ""]])
    before = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir() if path.is_file()}
    (told,) = cli.json("import", file, "--dry-run", "--assign", code=3)
    after = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir() if path.is_file()}
    assert before == after
    assert told["batch"] is None
    assert told["rejects_file"] is None
    assert {name: told[name] for name in COUNTS} == {
        "rows": 4, "created": 0, "updated": 0, "unchanged": 1, "duplicates": 1, "rejected": 2,
    }  # fmt: skip


def test_a_dry_run_foretells_what_the_import_does(cli, sheet, people: str):
    cli.ok("import", people)
    file = sheet(
        [
            ["Name", "E-mail", "Phone", "City"],
            ["Ann Archer", "ann@acme.example", "617-555-0101", "Salem"],
            ["A. Archer", "ANN@acme.example", "", ""],
            ["Dee Dorn", "dee@dorn.example", "", ""],
            ["", "", "", "Nowhere"],
        ],
        "mixed.csv",
    )
    foretold = counts(cli.json("import", file, "--dry-run", code=3))
    assert foretold == {"rows": 4, "created": 1, "unchanged": 1, "duplicates": 1, "rejected": 1}
    assert counts(cli.json("import", file, code=3)) == foretold


def test_a_dry_run_says_in_words_that_nothing_was_written(cli, people: str):
    assert "nothing was written" in cli.ok("import", people, "--dry-run").err
    assert cli.json("leads") == []


def test_limit_takes_the_first_rows(cli, people: str):
    assert counts(cli.json("import", people, "--limit", 2)) == {"rows": 2, "created": 2}
    assert counts(cli.json("import", people)) == {"rows": 3, "created": 1, "unchanged": 2}


def test_map_says_what_a_column_is(cli, sheet):
    rows = [
        ["Who", "Zuständig", "Score", "Internal"],
        ["Ann Archer", "ann@acme.example", "17", "secret"],
        ["Bob Baker", "bob@bolt.example", "3", "secret"],
    ]
    told = cli.json(
        "import", sheet(rows), "--map", "Who=full_name", "--map", "zuständig=email", "--map", "Score=custom",
        "--map", "Internal=ignore",
    )  # fmt: skip
    assert [column["field"] for column in told[0]["columns"]] == ["full_name", "email", None, None]
    assert cli.json("leads")[0]["custom"] == {"Score": "17"}
    assert cli.json("leads")[1]["email"] == "bob@bolt.example"


def test_map_to_what_does_not_exist_is_refused(cli, people: str):
    assert "Nobody" in cli.refused("import", people, "--map", "Nobody=email")
    assert "telefax" in cli.refused("import", people, "--map", "Company=telefax")
    assert "Company" in cli.refused("import", people, "--map", "Company", code=2)


def test_a_policy_that_does_not_exist_is_wrong_usage(cli, people: str):
    assert "merge" in cli.refused("import", people, "--on-duplicate", "merge", code=2)
