"""HTML tables, and the XML spreadsheets of Excel 2003: what many a web tool saves as ".xls".

The standard library's tolerant parser serves both; each table (or worksheet) is a sheet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser

from leadtrack.errors import BadFile
from leadtrack.importers import text
from leadtrack.importers.source import Row, Sheet, Source

START = re.compile(
    r"\A(?:<\?xml[^>]*>|<!--(?:(?!-->).)*-->|<\?mso[^>]*>|\s)*<(?:!doctype\s+html|html|head|body|table|meta|style|div|(?:\w+:)?Workbook)\b",
    re.IGNORECASE | re.DOTALL,
)
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
BREAKS = {"br", "p", "div", "li"}
SILENT = {"script", "style", "head"}
MAX_SPAN = 1000


class Html:
    name = "html"
    isolated = True

    def identify(self, head: bytes, name: str) -> float:
        return 0.9 if START.match(text.glimpse(head)) else 0

    def read(self, source: Source) -> list[Sheet]:
        parser = _Tables()
        for chunk in text.chunks(source.path, _encoding(source)):
            parser.feed(chunk)
        parser.close()
        grids = [grid for grid in parser.grids if grid.rows]
        if not grids:
            raise BadFile(f"{source.name}: is a web page without a table; export the list as CSV or Excel")
        named = [grid.name or (f"table {place}" if len(grids) > 1 else "") for place, grid in enumerate(grids, 1)]
        return [Sheet(name, partial(_rows, grid)) for name, grid in zip(named, grids, strict=True)]


def _encoding(source: Source) -> str:
    told = CHARSET.search(source.head)
    found = text.encoding_of(source.path, source.head)
    if told and found not in ("utf-8", "utf-8-sig") and text.marked(source.head) is None:
        try:
            b"".decode(told[1].decode())
        except LookupError:
            return found
        return told[1].decode()
    return found


@dataclass(slots=True)
class _Grid:
    name: str
    rows: list[list[str]] = field(default_factory=list)
    below: dict[int, int] = field(default_factory=dict)  # column -> rows that a cell from above still covers


def _rows(grid: _Grid) -> Iterator[Row]:
    yield from enumerate(grid.rows, 1)


class _Tables(HTMLParser):
    """Collects the cells of every table; a table inside a table is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grids: list[_Grid] = []
        self._open: list[_Grid] = []
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._silent = 0
        self._sheet = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = tag.rpartition(":")[2]
        told = {key.rpartition(":")[2]: value or "" for key, value in attrs}
        if tag in SILENT:
            self._silent += 1
        elif tag == "worksheet":
            self._sheet = told.get("name", "")
        elif tag == "table":
            self._finish()
            self._open.append(_Grid(self._sheet))
            self.grids.append(self._open[-1])
        elif tag in ("tr", "row") and self._open:
            self._finish()
            for _ in range(min(_count(told.get("index")) - len(self._open[-1].rows) - 1, MAX_SPAN)):
                self._open[-1].rows.append([])
            self._open[-1].rows.append([])
        elif tag in ("td", "th", "cell") and self._open:
            self._begin(tag, told)
        elif tag in BREAKS and self._cell:
            self._cell.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in BREAKS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag in SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("td", "th", "cell", "tr", "row"):
            self._finish()
        elif tag == "table" and self._open:
            self._finish()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.append(data)

    def close(self) -> None:
        super().close()
        self._finish()

    def _begin(self, tag: str, told: dict[str, str]) -> None:
        self._finish()
        grid = self._open[-1]
        if not grid.rows:
            grid.rows.append([])
        row = grid.rows[-1]
        for _ in range(min(_count(told.get("index")) - len(row) - 1, MAX_SPAN)):
            row.append("")
        while grid.below.get(len(row), 0):
            grid.below[len(row)] -= 1
            row.append("")
        self._cell = []
        across, down = told.get("colspan"), told.get("rowspan")
        if tag == "cell":  # Excel 2003 counts the cells that are merged into this one
            self._span = (_count(told.get("mergeacross")) + 1, _count(told.get("mergedown")) + 1)
        else:
            self._span = (_count(across) or 1, _count(down) or 1)

    def _finish(self) -> None:
        """Put the open cell into its row, with blanks where it spans."""
        if self._cell is None or not self._open:
            self._cell = None
            return
        grid = self._open[-1]
        row = grid.rows[-1]
        across, down = min(self._span[0], MAX_SPAN), min(self._span[1], MAX_SPAN)
        if down > 1:
            for column in range(len(row), len(row) + across):
                grid.below[column] = down - 1
        lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
        row.append("\n".join(filter(None, lines)))
        row.extend([""] * (across - 1))
        self._cell = None


def _count(told: str | None) -> int:
    return int(told) if told and told.isdecimal() and len(told) < 7 else 0
