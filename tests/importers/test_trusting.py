"""A long text file is read without a look at all its rows first, and read again where that was too trusting."""

import csv

import pytest

from leadtrack import importers
from leadtrack.importers.sheets import HEAD

HEADER = ["Name", "E-mail", "City"]
ROWS = [[f"Ann Berg {n}", f"ann{n}@acme.example", "Boston"] for n in range(HEAD + 200)]
LATE = HEAD + 150


def written(tmp_path, rows):
    path = tmp_path / "leads.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEADER, *rows])
    return str(path)


def late(row):
    return [*ROWS[:LATE], row, *ROWS[LATE:]]


def test_a_long_file_without_surprises_is_read_as_it_would_be_anyway(tmp_path):
    path = written(tmp_path, late(["Bob Short"]))
    trusted, thorough = importers.read(path, trusting=True), importers.read(path)
    assert list(trusted.rows()) == list(thorough.rows())
    assert trusted.headers == thorough.headers
    assert trusted.sample == thorough.sample


SURPRISES = {
    "a row wider than the others": late(["Bob", "bob@acme.example", "Salem", "a remark"]),
    "the header again": late(HEADER),
    "totals below": [*ROWS, ["Total", "", str(len(ROWS))]],
}


@pytest.mark.parametrize("rows", SURPRISES.values(), ids=SURPRISES)
def test_what_was_not_to_be_expected_is_said(tmp_path, rows):
    with pytest.raises(importers.Unforeseen):
        list(importers.read(written(tmp_path, rows), trusting=True).rows())


@pytest.mark.parametrize("rows", SURPRISES.values(), ids=SURPRISES)
def test_an_import_reads_such_a_file_again(cli, tmp_path, rows):
    path = written(tmp_path, rows)
    (told,) = cli("import", path, "--format", "json").json()
    assert told["created"] == told["rows"] == len(list(importers.read(path).rows()))
    found = cli("leads", "--format", "json").json()
    if rows is SURPRISES["a row wider than the others"]:
        assert [lead["custom"] for lead in found if lead["custom"]] == [{"Column 4": "a remark"}]


def test_a_short_file_is_always_looked_at_as_a_whole(tmp_path):
    path = written(tmp_path, [*ROWS[:20], ["Total", "", "20"]])
    assert len(list(importers.read(path, trusting=True).rows())) == 20
