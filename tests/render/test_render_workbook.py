"""The workbook as a spreadsheet program opens it."""

import io
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import openpyxl

from leadtrack.render import render
from leadtrack.reports import Column, Report

CHICAGO = ZoneInfo("America/Chicago")


def opened(report: Report) -> openpyxl.Workbook:
    book = render(report, "xlsx", listing=True, terminal=False, zone=CHICAGO)
    assert isinstance(book, bytes)
    return openpyxl.load_workbook(io.BytesIO(book))


def test_figures_dates_and_durations_are_real_ones_with_their_formats():
    columns = (
        Column("id", "No."),
        Column("reached", "Reached", "share"),
        Column("wait", "Wait", "seconds"),
        Column("last", "Last", "instant"),
        Column("due", "Due", "day"),
        Column("value", "Value", "money"),
        Column("tries", "Tries", "count"),
    )
    row = {
        "id": 7,
        "reached": 0.253,
        "wait": 12_000,
        "last": "2026-03-31T14:00:00Z",
        "due": "2026-04-01",
        "value": 1200.5,
        "tries": 2.5,
    }
    cells = opened(Report("Leads", columns, [row])).active[2]
    assert [(cell.value, cell.number_format) for cell in cells] == [
        (7, "General"),
        (0.253, "0%"),
        (timedelta(hours=3, minutes=20), "[h]:mm:ss"),
        (datetime(2026, 3, 31, 9), "yyyy-mm-dd hh:mm"),
        (datetime(2026, 4, 1), "yyyy-mm-dd"),
        (1200.5, "#,##0.00"),
        (2.5, "#,##0.0"),
    ]


def test_a_formula_from_outside_stays_text():
    report = Report("Leads", (Column("name", "=A1"),), [{"name": "=1+1"}, {"name": "#N/A"}])
    sheet = opened(report).active
    assert [(cell.value, cell.data_type) for (cell,) in sheet.rows] == [("'=A1", "s"), ("'=1+1", "s"), ("#N/A", "s")]


def test_the_header_is_bold_and_frozen_and_the_columns_fit_their_texts():
    report = Report(
        "Leads [a/b]", (Column("name", "Name"), Column("notes", "Notes")), [{"name": "x" * 20, "notes": "y" * 200}]
    )
    sheet = opened(report).active
    assert sheet.title == "Leads  a b"
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert [sheet.column_dimensions[letter].width for letter in "AB"] == [22, 60]


def test_total_stands_below_and_notes_on_their_own_sheet():
    report = Report(
        "Funnel",
        (Column("stage", "Stage"), Column("n", "Leads", "count")),
        [{"stage": "New", "n": 3}],
        ("As of Monday.",),
        {"stage": "All", "n": 3},
    )
    book = opened(report)
    assert [tuple(cell.value for cell in row) for row in book["Funnel"].rows][-1] == ("All", 3)
    assert book["Notes"]["A1"].value == "As of Monday."


def test_what_a_sheet_cannot_hold_goes_in_as_text():
    columns = (Column("at", "At", "instant"), Column("wait", "Wait", "seconds"), Column("id", "No."))
    row = {"at": "1850-01-01T12:00:00Z", "wait": -60, "id": 10**17}
    cells = opened(Report("", columns, [row])).active[2]
    assert [cell.value for cell in cells] == ["1850-01-01 06:09:24", "'-60", "100000000000000000"]


def test_a_text_longer_than_a_cell_ends_in_an_ellipsis():
    (cell,) = opened(Report("", (Column("notes", "Notes"),), [{"notes": "z" * 40_000}])).active[2]
    assert (len(cell.value), cell.value[-1]) == (32_767, "…")
