"""Workbooks: xlsx, xlsm, xlsb, xls and ods through calamine, with each cell as the sheet shows it.

Runs in a child process (see sandbox.py): calamine holds a sheet in memory and can abort on a hostile one.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from leadtrack.errors import BadFile
from leadtrack.importers import formats, package
from leadtrack.importers.frames import Kept
from leadtrack.importers.source import Row, Sheet, Source

NAMES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


class Workbook:
    name = "workbook"
    isolated = True

    def identify(self, head: bytes, name: str) -> float:
        return 0.9 if head.startswith((package.ZIP, package.OLE)) else 0

    def read(self, source: Source) -> list[Sheet]:
        from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

        kind = package.inspect(source).kind
        try:
            book = CalamineWorkbook.from_path(str(source.path))
            shown = formats.by_sheet(source.path) if kind == "xlsx" else {}
            sheets = [
                Sheet(
                    each.name,
                    Kept(partial(_rows, book.get_sheet_by_name(each.name), shown.get(each.name, {}))),
                    visible=each.visible == SheetVisibleEnum.Visible,
                    guarded=kind == "xlsx",
                    kind=kind,
                )
                for each in book.sheets_metadata
                if each.typ == SheetTypeEnum.WorkSheet
            ]
        except BadFile:
            raise
        except MemoryError:
            raise
        except BaseException as error:  # calamine's panics are no Exceptions
            if isinstance(error, KeyboardInterrupt | SystemExit):
                raise
            raise BadFile(_complaint(source, error)) from None
        if not sheets:
            raise BadFile(f"{source.name}: holds no sheet with cells")
        return sheets


def _complaint(source: Source, error: BaseException) -> str:
    what = " ".join(str(error).split())[:120]
    if "assword" in what:
        return f"{source.name}: {package.LOCKED}"
    return f"{source.name}: is damaged and cannot be read ({what}); open it in Excel, save it anew, and import again"


def _rows(sheet: Any, columns: dict[int, formats.Column]) -> Iterator[Row]:
    """The sheet's rows from its used area on; a number in a special format is written as that format shows it."""
    start = sheet.start or (0, 0)
    before = [""] * start[1]
    special = {place - start[1]: column for place, column in columns.items() if place >= start[1]}
    for number, row in enumerate(sheet.iter_rows(), 1):
        if number <= start[0]:
            continue  # iter_rows begins with the blank rows above the used area
        cells = [cell if type(cell) is str else TEXTS[type(cell)](cell) for cell in row]
        for place, column in special.items():
            if place >= len(row):
                continue
            if type(row[place]) is float:
                cells[place] = column(number, row[place]) or cells[place]
            elif number in column.errors:
                cells[place] = column.errors[number]
        yield number, before + cells if before else cells


def _number(value: float) -> str:
    """12.0 is 12; a fraction is shown with the 15 digits that Excel knows, so that 0.1 + 0.2 is 0.3."""
    text = repr(value)
    if text.endswith(".0"):
        return text[:-2]
    if "e" in text and value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    return f"{value:.15g}" if len(text) > 16 else text


def _instant(value: dt.datetime) -> str:
    return str(value)[:19]  # calamine gives a date where there is no time


def _span(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


TEXTS: dict[type, Callable[[Any], str]] = {
    float: _number,
    int: str,
    bool: lambda value: "TRUE" if value else "FALSE",
    dt.datetime: _instant,
    dt.date: str,
    dt.time: lambda value: str(value)[:8],
    dt.timedelta: _span,
    type(None): lambda value: "",
}
