"""One HTML page that stands alone: no script, no network, in light and dark, on paper too."""

from datetime import tzinfo
from html import escape
from importlib.resources import files

from leadtrack.render.cells import number, shown, to_the_right
from leadtrack.render.charts import svg
from leadtrack.render.escapes import safe
from leadtrack.reports import Column, Report

EMPTY = "(none)"
WIDEST = 13  # columns that a sheet of paper holds

# Even if a text slipped through as markup, the page could load and run nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(report: Report, zone: tzinfo) -> str:
    """The report as a page to open, print or forward."""
    title = _text(report.title)
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{title or 'leadtrack'}</title>",
        "<style>",
        files(__package__).joinpath("page.css").read_text(encoding="utf-8").rstrip(),
        "</style>",
        "</head>",
        "<body>",
        "<main>",
    ]
    if title:
        parts.append(f"<h1>{title}</h1>")
    if report.at:
        (when,) = shown({"at": report.at}, (Column("at", "", "instant"),), zone)
        parts.append(f'<p class="when">As of {escape(when)}</p>')
    parts += _body(report, zone)
    for part in (*report.parts, *report.asides):
        parts += ["<section>", f"<h2>{_text(part.title)}</h2>", *_body(part, zone), "</section>"]
    parts += ["</main>", "</body>", "</html>"]
    return "\n".join(parts) + "\n"


def _body(report: Report, zone: tzinfo) -> list[str]:
    parts = [picture for chart in report.charts if (picture := svg(report, chart, zone))]
    if report.rows:
        for part in _folded(report):
            parts += (
                ['<div class="wide">', *_table(part, zone), "</div>"] if len(part.columns) > 8 else _table(part, zone)
            )
    else:
        parts.append(f'<p class="empty">{EMPTY}</p>')
    if report.notes:
        parts += ['<ul class="notes">', *(f"<li>{_text(note)}</li>" for note in report.notes), "</ul>"]
    return parts


def _folded(report: Report) -> list[Report]:
    """A table that is too wide for a page, as several one below the other, each with the column that names the rows."""
    if len(report.columns) <= WIDEST:
        return [report]
    first, rest = report.columns[0], report.columns[1:]
    tables = -(-len(rest) // (WIDEST - 1))
    each = -(-len(rest) // tables)
    return [report._replace(columns=(first, *rest[n : n + each])) for n in range(0, len(rest), each)]


def _table(report: Report, zone: tzinfo) -> list[str]:
    right = to_the_right(report)
    classes = [_class(column, flush) for column, flush in zip(report.columns, right, strict=True)]
    heads = zip(classes, report.columns, strict=True)
    parts = ["<table>", "<thead>", "<tr>"]
    parts += [f'<th scope="col"{style}>{_text(column.label)}</th>' for style, column in heads]
    parts += ["</tr>", "</thead>", "<tbody>"]
    bars = [column.kind == "share" and not _below_nothing(report, column.key) for column in report.columns]
    parts += [_row(row, report.columns, classes, zone, bars) for row in report.rows]
    parts.append("</tbody>")
    if report.total is not None:
        parts += ["<tfoot>", _row(report.total, report.columns, classes, zone, []), "</tfoot>"]
    return [*parts, "</table>"]


def _class(column: Column, right: bool) -> str:
    names = [column.kind] * (column.kind != "text") + ["right"] * right
    return f' class="{" ".join(names)}"' if names else ""


def _below_nothing(report: Report, key: str) -> bool:
    """Whether a column has differences instead of parts of one: a bar would say nothing."""
    return any((share := number(row.get(key))) is not None and share < 0 for row in report.rows)


def _row(
    row: dict[str, object], columns: tuple[Column, ...], classes: list[str], zone: tzinfo, bars: list[bool]
) -> str:
    cells = []
    for place, text in enumerate(shown(row, columns, zone, "\n")):
        tag, scope = ("th", ' scope="row"') if place == 0 else ("td", "")
        bar = _bar(row.get(columns[place].key)) if bars and bars[place] else ""
        cells.append(f"<{tag}{scope}{classes[place]}{bar}>{escape(text)}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _bar(value: object) -> str:
    """A share's length as a line under its figure, where it is a part of one."""
    share = number(value)
    return f' style="--part: {share:.3g}"' if share is not None and 0 <= share <= 1 else ""


def _text(text: str) -> str:
    return escape(safe(text))
