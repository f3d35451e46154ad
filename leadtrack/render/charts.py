"""Pictures of a report's columns: SVG for a page, bars and sparklines of characters for a terminal."""

from datetime import tzinfo
from html import escape

from leadtrack.render.cells import number, shown
from leadtrack.render.escapes import safe
from leadtrack.reports import Chart, Column, Report

# Pixels of a page's picture, as wide as a page is.
WIDTH, LABEL, FIGURE = 720, 190, 90
BAR, GAP, ROOM = 16, 3, 10
HIGH, FOOT = 180, 26
MOST_ROWS = 40
LONGEST_LABEL = 26

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LEVELS = "▁▂▃▄▅▆▇█"


def drawn(report: Report, chart: Chart) -> list[tuple[str, list[float | None]]]:
    """What a chart draws: the label of each row and its values; [] where there is nothing to draw."""
    columns = {column.key: column for column in report.columns}
    if chart.across not in columns or not all(key in columns for key in chart.values):
        return []
    rows = []
    for row in report.rows[:MOST_ROWS]:
        label = str(row.get(chart.across) or columns[chart.across].empty or "")
        rows.append((safe(label), [number(row.get(key)) for key in chart.values]))
    highest = max((value for _, values in rows for value in values if value), default=0)
    return rows if highest > 0 else []


def svg(report: Report, chart: Chart, zone: tzinfo) -> str:
    """The chart as inline SVG that takes its colors from the page; "" where there is nothing to draw."""
    rows = drawn(report, chart)
    if not rows:
        return ""
    columns = [next(column for column in report.columns if column.key == key) for key in chart.values]
    picture = _lines(rows, columns, zone) if chart.kind == "lines" else _bars(rows, columns, zone)
    legend = ""
    if len(columns) > 1:
        keys = (f'<span class="key s{n}"></span>{escape(safe(column.label))}' for n, column in enumerate(columns))
        legend = f'<p class="legend">{" ".join(keys)}</p>'
    return f"<figure>\n<figcaption>{escape(chart.title)}</figcaption>\n{legend}{picture}\n</figure>"


def _bars(rows: list[tuple[str, list[float | None]]], columns: list[Column], zone: tzinfo) -> str:
    highest = max(value for _, values in rows for value in values if value)
    step = len(columns) * (BAR + GAP) + ROOM
    parts = [_head(WIDTH, step * len(rows), f"bars of {', '.join(column.label for column in columns)}")]
    for n, (label, values) in enumerate(rows):
        top = n * step
        middle = top + (step - ROOM) / 2
        words = f"{escape(_cut(label))}<title>{escape(label)}</title>"
        parts.append(f'<text class="label" x="{LABEL - 10}" y="{middle:.1f}">{words}</text>')
        for m, (column, value) in enumerate(zip(columns, values, strict=True)):
            long = (WIDTH - LABEL - FIGURE) * max(value or 0, 0) / highest
            at = top + m * (BAR + GAP)
            words = shown({column.key: value}, (column,), zone)[0]
            parts.append(f'<rect class="s{m}" x="{LABEL}" y="{at}" width="{max(long, 1):.1f}" height="{BAR}" rx="2"/>')
            parts.append(f'<text x="{LABEL + long + 6:.1f}" y="{at + BAR / 2:.1f}">{escape(words)}</text>')
    return "\n".join([*parts, "</svg>"])


def _lines(rows: list[tuple[str, list[float | None]]], columns: list[Column], zone: tzinfo) -> str:
    highest = max(value for _, values in rows for value in values if value)
    left, right = 60, 34
    wide = (WIDTH - left - right) / max(1, len(rows) - 1)
    parts = [_head(WIDTH, HIGH + FOOT, f"{', '.join(column.label for column in columns)} over time")]
    top = shown({columns[0].key: highest}, (columns[0],), zone)[0]
    parts.append(f'<text class="label" x="{left - 8}" y="12">{escape(top)}</text>')
    parts.append(f'<text class="label" x="{left - 8}" y="{HIGH - 4}">0</text>')
    parts.append(f'<line class="axis" x1="{left}" y1="{HIGH - 4}" x2="{WIDTH - right}" y2="{HIGH - 4}"/>')
    for m, _ in enumerate(columns):
        points = [
            f"{left + n * wide:.1f},{HIGH - 4 - (HIGH - 16) * max(values[m] or 0, 0) / highest:.1f}"
            for n, (_, values) in enumerate(rows)
        ]
        parts.append(f'<polyline class="s{m}" points="{" ".join(points)}"/>')
        parts += [f'<circle class="s{m}" cx="{p.split(",")[0]}" cy="{p.split(",")[1]}" r="3"/>' for p in points]
    every = max(1, len(rows) // 10)
    for n, (label, _) in enumerate(rows):
        if n % every == 0:
            parts.append(f'<text class="foot" x="{left + n * wide:.1f}" y="{HIGH + 16}">{escape(_cut(label))}</text>')
    return "\n".join([*parts, "</svg>"])


def _head(wide: float, high: float, words: str) -> str:
    return (
        f'<svg viewBox="0 0 {wide} {high}" role="img" aria-label="{escape(safe(words))}"'
        ' xmlns="http://www.w3.org/2000/svg" preserveAspectRatio="xMinYMin meet">'
    )


def _cut(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"


def on_a_terminal(report: Report, chart: Chart, zone: tzinfo, width: int) -> list[str]:
    """The chart in lines of at most `width` characters: a bar for each row, or a sparkline for each column."""
    rows = drawn(report, chart)
    if not rows:
        return []
    columns = [next(column for column in report.columns if column.key == key) for key in chart.values]
    if chart.kind == "lines":
        wide = max(len(safe(column.label)) for column in columns)
        return [
            f"{safe(column.label):{wide}}  {sparkline([values[m] for _, values in rows])}"
            for m, column in enumerate(columns)
        ]
    column = columns[0]
    figures = [shown({column.key: values[0]}, (column,), zone)[0] for _, values in rows]
    wide = min(max(len(label) for label, _ in rows), 24)
    room = max(8, min(40, width - wide - max(map(len, figures)) - 4))
    highest = max((values[0] or 0 for _, values in rows), default=0) or 1
    return [
        f"{label[:wide]:{wide}}  {_bar((values[0] or 0) / highest, room)} {figure}"
        for (label, values), figure in zip(rows, figures, strict=True)
    ]


def _bar(part: float, room: int) -> str:
    eighths = round(max(0.0, part) * room * 8)
    return "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")


def sparkline(values: list[float | None]) -> str:
    """One character for each value, as high as it is of the highest; a blank where there is none."""
    highest = max((value for value in values if value), default=0)
    if not highest:
        return ""
    return "".join(" " if value is None else _LEVELS[min(7, int(max(value, 0) / highest * 7.999))] for value in values)
