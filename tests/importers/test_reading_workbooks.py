"""Workbooks: each cell as the sheet shows it, and of several sheets the one with the leads."""

import datetime as dt
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from leadtrack.errors import BadFile
from leadtrack.importers import read
from leadtrack.importers.formats import formatter


@pytest.fixture
def book(tmp_path: Path):
    made = openpyxl.Workbook()

    def save() -> str:
        path = tmp_path / "leads.xlsx"
        made.save(path)
        return str(path)

    made.written = save
    return made


def fill(sheet: Worksheet, *rows: list[object]) -> None:
    for row in rows:
        sheet.append(row)


def test_cells_are_text_as_the_sheet_shows_them(book):
    fill(
        book.active,
        ["Name", "ZIP", "Value", "Created", "Day", "Phone", "Active", "Code"],
        ["Ann", "02110", 12.5, dt.datetime(2024, 3, 15, 9, 22, 10), dt.date(2024, 3, 15), 4155550123, True, "1E5"],
        ["Bo", 2110, 1000.0, None, dt.time(9, 30), 1e20, False, "NA"],
    )
    assert read(book.written()).sample == (
        ("Ann", "02110", "12.5", "2024-03-15 09:22:10", "2024-03-15", "4155550123", "TRUE", "1E5"),
        ("Bo", "2110", "1000", "", "09:30:00", "100000000000000000000", "FALSE", "NA"),
    )


def test_zip_codes_and_numbers_in_special_formats_are_read_as_shown(book):
    fill(book.active, ["Name", "ZIP", "Phone", "Share"], ["Ann", 2110, 5045550123, 0.25], ["Bo", 501, 5550123, 0.5])
    for row, zip_format in ((2, "00000"), (3, "00000")):
        book.active.cell(row, 2).number_format = zip_format
        book.active.cell(row, 3).number_format = "[<=9999999]###-####;(###) ###-####"
        book.active.cell(row, 4).number_format = "0%"
    fill(book.active, ["Cy", 99, 5, 0.1])
    assert read(book.written()).sample == (
        ("Ann", "02110", "(504) 555-0123", "25%"),
        ("Bo", "00501", "555-0123", "50%"),
        ("Cy", "99", "5", "0.1"),
    )


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("00000", 2110, "02110"),
        ("00000-0000", 21101234, "02110-1234"),
        ("[$-409]000-00-0000", 1234567, "001-23-4567"),
        (r"\(000\)\ 000\-0000", 5045550123, "(504) 555-0123"),
        ('"+"0', 15551234567, "+15551234567"),
        ("0.0%", 0.256, "25.6%"),
        ("000", -7, "-007"),
    ],
)
def test_special_formats_show_a_number_as_excel_does(code: str, value: float, shown: str):
    show = formatter(code)
    assert show is not None
    assert show(value) == shown


@pytest.mark.parametrize("code", ["General", "0", "0.00", "#,##0", "$#,##0.00", "yyyy-mm-dd", "0.00E+00", "@", "h:mm"])
def test_ordinary_formats_leave_a_number_alone(code: str):
    assert formatter(code) is None


def test_error_cells_and_formulas_without_a_value(book):
    fill(book.active, ["Name", "Email", "Value"], ["Ann", "a@example.com", "#N/A"], ["Bo", "b@example.com", "=1+1"])
    book.active["C2"].data_type = "e"
    assert read(book.written()).sample == (("Ann", "a@example.com", "#N/A"), ("Bo", "b@example.com", ""))


def test_the_sheet_most_like_leads_is_taken_and_the_others_are_named(book):
    fill(book.active, ["Read me"], ["This workbook holds our leads"])
    book.active.title = "About"
    fill(book.create_sheet("Prices"), ["Item", "Price"], *([f"part {n}", n] for n in range(900)))
    fill(book.create_sheet("Leads 2024"), ["First Name", "Last Name", "Email"], ["Ann", "Lee", "ann@example.com"])
    table = read(book.written())
    assert (table.sheet, table.other_sheets, table.kind) == ("Leads 2024", ("About", "Prices"), "xlsx")
    assert table.notes == ("sheet 'Leads 2024' of 3",)


def test_a_sheet_can_be_named_in_any_case_or_by_number(book):
    fill(book.active, ["First Name", "Email"], ["Ann", "ann@example.com"])
    fill(book.create_sheet("Old"), ["First Name", "Email"], ["Bo", "bo@example.com"])
    path = book.written()
    assert read(path, sheet="old").sample == read(path, sheet="2").sample == (("Bo", "bo@example.com"),)
    with pytest.raises(BadFile, match=r"has no sheet 'New'; it has 'Sheet', 'Old'"):
        read(path, sheet="New")


def test_row_numbers_are_those_of_the_sheet_wherever_the_table_stands(book):
    for row, cells in ((4, ("Name", "Email")), (6, ("Ann", "ann@example.com")), (9, ("Bo", "bo@example.com"))):
        for column, cell in enumerate(cells, 3):
            book.active.cell(row, column, cell)
    table = read(book.written())
    assert (table.header_row, table.headers) == (4, ("Name", "Email"))
    assert list(table.rows()) == [(6, ["Ann", "ann@example.com"]), (9, ["Bo", "bo@example.com"])]


def test_rows_stream_beyond_the_sample_and_can_be_read_again(book):
    fill(book.active, ["Name", "Email"], *([f"Ann {n}", f"a{n}@example.com"] for n in range(1300)))
    table = read(book.written())
    once, again = list(table.rows()), list(table.rows())
    assert once == again
    assert (len(table.sample), once[-1]) == (500, (1301, ["Ann 1299", "a1299@example.com"]))


def test_two_readings_at_once_do_not_disturb_each_other(book):
    fill(book.active, ["Name", "Email"], *([f"Ann {n}", f"a{n}@example.com"] for n in range(1300)))
    table = read(book.written())
    assert all(one == other for one, other in zip(table.rows(), table.rows(), strict=True))


def test_the_guard_of_our_exports_is_taken_off(book):
    fill(book.active, ["Name", "Phone"], ["'=cmd()", "'+15551234567"], ["O'Brien", "'90s"])
    assert read(book.written()).sample == (("=cmd()", "+15551234567"), ("O'Brien", "'90s"))


def test_a_header_that_comes_again_and_totals_are_passed_over(book):
    fill(book.active, ["Name", "Email", "Value"], ["Ann", "ann@example.com", 5])
    fill(book.active, ["Name", "Email", "Value"], ["Bo", "bo@example.com", 6], ["Total", None, 11])
    table = read(book.written())
    assert [number for number, _ in table.rows()] == [2, 4]
    assert table.notes == (
        "the header comes again in row 3, passed over",
        "row 5 below the table passed over: 'Total 11'",
    )


def test_a_hidden_sheet_is_taken_only_when_named(book):
    fill(book.active, ["Name", "Email"], ["Ann", "ann@example.com"])
    hidden = book.create_sheet("Archive")
    hidden.sheet_state = "hidden"
    fill(hidden, ["First Name", "Last Name", "Email"], *(["Bo", "Ray", f"b{n}@example.com"] for n in range(9)))
    assert read(book.written()).sheet == "Sheet"


def test_an_empty_workbook_says_so(book):
    with pytest.raises(BadFile, match=r"leads.xlsx: is empty; there is no table in it"):
        read(book.written())


def test_an_opendocument_sheet_is_read(tmp_path: Path):
    names = {
        name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text", "manifest")
    }
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in names.items())
    rows = "".join(
        "<table:table-row>"
        + "".join(f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>' for c in row)
        + "</table:table-row>"
        for row in (("Name", "Email", "ZIP"), ("Ann", "ann@example.com", "02110"))
    )
    body = f'<office:spreadsheet><table:table table:name="Leads">{rows}</table:table></office:spreadsheet>'
    with zipfile.ZipFile(tmp_path / "leads.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {spaces}/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body>{body}</office:body></office:document-content>",
        )
    table = read(str(tmp_path / "leads.ods"))
    assert (table.kind, table.sheet, table.sample) == ("ods", "Leads", (("Ann", "ann@example.com", "02110"),))
