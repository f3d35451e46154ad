"""An Excel workbook: real numbers, dates and lengths of time; texts that no program takes for formulas."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from leadtrack.formulas import guard
from leadtrack.render.cells import NUMERIC, kept, moment, number, shown
from leadtrack.render.charts import MOST_ROWS, drawn
from leadtrack.render.escapes import safe, visible
from leadtrack.reports import Chart, Report

if TYPE_CHECKING:
    from openpyxl.cell import Cell

_NUMBER_FORMATS = {
    "count": "#,##0",
    "share": "0%",
    "money": "#,##0.00",
    "seconds": "[h]:mm:ss",
    "instant": "yyyy-mm-dd hh:mm",
    "day": "yyyy-mm-dd",
}

# XML cannot hold these; ECMA-376 (22.9.2.19, ST_Xstring) writes them _x001B_, which spreadsheets and importers read
# back. A text that looks like such an escape already has its underscore escaped, as Excel does.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")
_NOT_TEXT = re.compile("[\ud800-\udfff\ufffe\uffff]")
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")

LONGEST_TEXT = 32_767
LONGEST_SHEET_NAME = 31
EARLIEST_YEAR = 1901  # Excel counts a 29th of February 1900
LONGEST_SPAN = 1e9  # seconds, some thirty years
MOST_DIGITS = 10**15  # Excel keeps fifteen digits of a number
WIDEST, NARROWEST = 60, 8
MEASURED_ROWS = 500


def workbook(report: Report, zone: tzinfo) -> bytes:
    """The rows on the first sheet under a frozen header, total below, charts beside; parts on sheets of their own;
    notes, if any, on a last one."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    taken: set[str] = set()
    for part in (report, *report.parts, *report.asides):
        _sheet(book, part, zone, taken)
    notes = [note for part in (report, *report.parts, *report.asides) for note in part.notes]
    if notes:
        words: Any = book.create_sheet(_free("Notes", taken))
        words.column_dimensions["A"].width = 100
        on_notes = _cells(words)
        for note in notes:
            words.append([on_notes(guard(note), None)])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet(book: Any, report: Report, zone: tzinfo, taken: set[str]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    # Any: the type stubs lack half of what a write-only sheet can do
    sheet: Any = book.create_sheet(_free(_sheet_name(report.title), taken))
    sheet.freeze_panes = "A2"
    for place, wide in enumerate(_widths(report, zone), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = wide
    if report.rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(report.columns))}{len(report.rows) + 1}"
    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    cell = _cells(sheet)
    head = [cell(guard(column.label), None) for column in report.columns]
    for written in head:
        written.font, written.alignment = bold, wrapped
    sheet.append(head)
    for row in report.rows:
        sheet.append(_values(row, report, zone, cell))
    if report.total is not None:
        total = _values(report.total, report, zone, cell)
        for written in total:
            written.font = bold
        sheet.append(total)
    below = len(report.rows) + (report.total is not None) + 3
    for chart in report.charts:
        if drawn(report, chart):
            _draw(sheet, report, chart, below)
            below += _CHART_ROWS


_CHART_ROWS = 20


def _draw(sheet: Any, report: Report, chart: Chart, below: int) -> None:
    """A chart of the sheet's own cells, so that it follows them when they are changed."""
    from openpyxl.chart import BarChart, LineChart, Reference

    keys = [column.key for column in report.columns]
    last = min(len(report.rows), MOST_ROWS) + 1
    picture: Any = LineChart() if chart.kind == "lines" else BarChart()
    if chart.kind != "lines":
        picture.type = "bar"
        picture.y_axis.majorGridlines = None
        picture.x_axis.scaling.orientation = "maxMin"
    picture.title, picture.width, picture.height = chart.title, 20, 9
    picture.x_axis.delete = picture.y_axis.delete = False
    for key in chart.values:
        place = keys.index(key) + 1
        picture.add_data(Reference(sheet, min_col=place, min_row=1, max_row=last), titles_from_data=True)
    across = keys.index(chart.across) + 1
    picture.set_categories(Reference(sheet, min_col=across, min_row=2, max_row=last))
    sheet.add_chart(picture, f"A{below}")


def _free(name: str, taken: set[str]) -> str:
    """A name that no sheet has yet; Excel tells capitals from small letters no more than people do."""
    found, n = name, 1
    while found.casefold() in taken:
        n += 1
        found = f"{name[: LONGEST_SHEET_NAME - 3]} {n}"
    taken.add(found.casefold())
    return found


def _sheet_name(title: str) -> str:
    name = _NOT_IN_A_SHEET_NAME.sub(" ", safe(title, " "))[:LONGEST_SHEET_NAME].strip(" '")
    return name or "leadtrack"


def _widths(report: Report, zone: tzinfo) -> list[int]:
    """Each column's width in characters, from its label and the longest line of its first rows."""
    head = [safe(column.label) for column in report.columns]
    rows = [shown(row, report.columns, zone, "\n") for row in islice(report.rows, MEASURED_ROWS)]
    longest = [max(len(line) for cell in cells for line in cell.split("\n")) for cells in zip(head, *rows, strict=True)]
    return [min(max(long + 2, NARROWEST), WIDEST) for long in longest]


def _cells(sheet: Any) -> "Callable[[object, str | None], Cell]":
    """A maker of the sheet's cells: (value, number format or None) -> cell. Text stays text whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell

    def cell(value: Any, number_format: str | None) -> "Cell":
        if not isinstance(value, str):
            made = WriteOnlyCell(sheet, value=value)
        else:
            made = WriteOnlyCell(sheet, value=_xml(value))
            made.data_type = "s"  # openpyxl takes "#N/A" for an error and "=..." for a formula
        if number_format is not None:
            made.number_format = number_format
        return made

    return cell


def _xml(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        text = text[: LONGEST_TEXT - 1] + "…"
    text = _NOT_TEXT.sub(lambda m: visible(m[0]), text)
    if text.isspace():  # openpyxl does not ask XML readers to keep nothing but blanks
        return f"_x{ord(text[0]):04X}_" + _escaped(text[1:])
    return _escaped(text)


def _escaped(text: str) -> str:
    return _ESCAPED.sub(lambda m: f"_x{ord(m[0]):04X}_", text)


def _values(
    row: dict[str, object], report: Report, zone: tzinfo, cell: "Callable[[object, str | None], Cell]"
) -> "list[Cell]":
    cells = []
    for column, text in zip(report.columns, kept(row, report.columns, zone), strict=True):
        value = _value(row.get(column.key), column.kind, zone)
        if value is not None:
            average = column.kind == "count" and isinstance(value, float)
            cells.append(cell(value, "#,##0.0" if average else _NUMBER_FORMATS.get(column.kind)))
        else:
            cells.append(cell(guard(text) if text else None, None))
    return cells


def _value(value: object, kind: str, zone: tzinfo) -> object:
    """The number, date or length of time that a sheet can hold as such; None for what goes in as text."""
    if kind == "seconds":
        seconds = number(value)
        return timedelta(seconds=seconds) if seconds is not None and 0 <= seconds < LONGEST_SPAN else None
    if kind in NUMERIC:
        return number(value)
    if kind in ("text", "code"):
        return value if type(value) is int and abs(value) < MOST_DIGITS else None
    if kind == "instant":
        instant = moment(value, zone)
        if isinstance(instant, datetime):
            return instant.replace(tzinfo=None, microsecond=0) if instant.year >= EARLIEST_YEAR else None
    if kind in ("instant", "day"):
        try:
            day = date.fromisoformat(str(value))
        except ValueError:
            return None
        return day if day.year >= EARLIEST_YEAR else None
    return None
