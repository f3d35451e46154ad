"""For programs: CSV and JSON, with exact values instead of rounded ones."""

import json
from datetime import tzinfo

from leadtrack.formulas import guard
from leadtrack.patterns import Pattern
from leadtrack.render.cells import NUMERIC, kept, number, said
from leadtrack.render.escapes import safe, visible
from leadtrack.reports import Report

_QUOTED = Pattern('[",\r\n]|^[ \t]|[ \t]$')
_SURROGATE = Pattern("[\ud800-\udfff]")

# What JSON allows bare inside a string but a terminal might obey; the escape means the same to every JSON reader.
_STEERING = Pattern("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# A listing of more objects has one a line: nobody reads it whole, and it takes a fifth of the time to write.
LONG = 1_000


def as_csv(report: Report, zone: tzinfo, terminal: bool) -> str:
    """RFC 4180 with "\\n" line ends, for UTF-8 without a BOM. Only the rows: no title, total or notes.

    Into a file or pipe a text goes out exactly as it is stored (but for the guard against formulas); on a terminal its
    control characters are shown as escapes.
    """

    def line(cells: list[str]) -> str:
        fields = ",".join([_field(cell, terminal) for cell in cells])
        return fields or '""'  # a lone empty field would be a blank line, which readers pass over

    figures = [column.kind in NUMERIC for column in report.columns]

    def guarded(cells: list[str]) -> list[str]:
        return [
            cell if figure and number(cell) is not None else guard(cell)
            for cell, figure in zip(cells, figures, strict=True)
        ]

    head = line([guard(column.label) for column in report.columns])
    body = [line(guarded(kept(row, report.columns, zone))) for row in report.rows]
    return "\n".join([head, *body]) + "\n"


def _field(cell: str, terminal: bool) -> str:
    if not cell.isprintable():
        cell = safe(cell, "\n") if terminal else _SURROGATE.sub(lambda m: visible(m[0]), cell)
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell


def as_json(report: Report, zone: tzinfo, listing: bool) -> str:
    """A listing is an array of objects; a report one object {title, columns, rows, notes}, and parts if it has some."""
    if not listing:
        return _harmless(json.dumps(_whole(report, zone), ensure_ascii=False, indent=2, allow_nan=False))
    rows = said(report.rows, report.columns, zone)
    if len(rows) > LONG:
        encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
        return _harmless("[\n  " + ",\n  ".join(map(encode, rows)) + "\n]")
    return _harmless(json.dumps(rows, ensure_ascii=False, indent=2, allow_nan=False))


def _harmless(text: str) -> str:
    # of plain ASCII without DEL there is nothing to look for
    if text.isascii() and "\x7f" not in text:
        return text + "\n"
    return _STEERING.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n"


def _whole(report: Report, zone: tzinfo) -> dict[str, object]:
    whole: dict[str, object] = {
        "title": report.title,
        "columns": [{"key": column.key, "label": column.label, "kind": column.kind} for column in report.columns],
        "rows": said(report.rows, report.columns, zone),
        "notes": list(report.notes),
    }
    return whole | ({"parts": [_whole(part, zone) for part in report.parts]} if report.parts else {})
