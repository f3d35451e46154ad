"""For people: a table on a terminal, fitted to its width; in a pipe the same cells, aligned and never cut short."""

import unicodedata
from datetime import tzinfo

from leadtrack.render.cells import shown, to_the_right
from leadtrack.render.escapes import safe
from leadtrack.reports import Column, Report

EMPTY = "(none)"
GAP = 2

# What a row is known by and what is to be done: these give way only after every other text has. So does the first
# column of words.
NAMES = ("name", "full_name", "lead", "text")
NAME_MINIMUM, LINES_MINIMUM, TEXT_MINIMUM = 18, 14, 8


def plain(report: Report, zone: tzinfo) -> str:
    """Aligned text without color, in lines as long as they need to be; its parts follow."""
    return "\n".join([_plain(report, zone), *(plain(part, zone) for part in (*report.parts, *report.asides))])


def _plain(report: Report, zone: tzinfo) -> str:
    title = [safe(report.title), ""] if report.title else []
    notes = ["", *map(safe, report.notes)] if report.notes else []
    if not report.rows:
        return "\n".join([*title[:1], EMPTY, *notes]) + "\n"
    head = [safe(column.label) for column in report.columns]
    body = [shown(row, report.columns, zone) for row in report.rows]
    total = [shown(report.total, report.columns, zone)] if report.total is not None else []
    widths = [max(map(breadth, column)) for column in zip(head, *body, *total, strict=True)]
    right = to_the_right(report)

    def line(cells: list[str]) -> str:
        padded = []
        for cell, wide, flush in zip(cells, widths, right, strict=True):
            room = " " * (wide - breadth(cell))
            padded.append(room + cell if flush else cell + room)
        return (" " * GAP).join(padded).rstrip()

    rule = (" " * GAP).join("-" * wide for wide in widths)
    lines = [line(head), rule, *map(line, body)]
    if total:
        lines += [rule, line(total[0])]
    return "\n".join([*title, *lines, *notes]) + "\n"


def breadth(text: str) -> int:
    """How many character cells the text takes: East Asian wide characters two, combining and invisible ones none."""
    if text.isascii():
        return len(text)
    invisible = ("Mn", "Me", "Cf")
    return sum(
        0 if unicodedata.category(c) in invisible else 1 + (unicodedata.east_asian_width(c) in ("W", "F")) for c in text
    )


def for_terminal(report: Report, zone: tzinfo, width: int) -> str:
    """A light table of at most `width` characters, with escape codes for bold and dim; its parts follow."""
    return "\n".join(
        [
            _for_terminal(report, zone, width),
            *(for_terminal(part, zone, width) for part in (*report.parts, *report.asides)),
        ]
    )


def _for_terminal(report: Report, zone: tzinfo, width: int) -> str:
    from io import StringIO

    from rich import box
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # Text objects throughout: a cell's own [brackets] and :names: are shown and not obeyed.
    def cell(text: str, wraps: bool = False) -> Text:
        return Text(text, no_wrap=not wraps, overflow="fold" if wraps else "ellipsis")

    screen = StringIO()
    console = Console(file=screen, force_terminal=True, width=width, highlight=False, legacy_windows=False)
    if report.title:
        console.print(Text(safe(report.title), style="bold"))
    if report.rows:
        texts = [shown(row, report.columns, zone) for row in report.rows]
        total = shown(report.total, report.columns, zone) if report.total is not None else None
        figures = to_the_right(report)
        widest = [max(map(cell_len, column)) for column in zip(*texts, *([total] if total else []), strict=True)]
        widths = fit(report.columns, widest, figures, width)
        table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0))
        table.show_footer = total is not None
        for place, wide in widths.items():
            table.add_column(
                Text(safe(report.columns[place].label), style="bold", overflow="ellipsis"),
                cell(total[place]) if total is not None else "",
                justify="right" if figures[place] else "left",
                footer_style="bold",
                width=wide,
            )
        for row in texts:
            table.add_row(*[cell(row[place], report.columns[place].wraps) for place in widths])
        if report.title:
            console.print()
        console.print(table)
        hidden = [safe(column.label) for place, column in enumerate(report.columns) if place not in widths]
        if hidden:
            words = f"Too narrow for: {', '.join(hidden)}. A wider window or --format csv shows all."
            console.print(Text(words, style="dim"))
    else:
        console.print(EMPTY)
    for chart in report.charts[:1]:
        from leadtrack.render.charts import on_a_terminal  # what it takes to draw costs more than a plain table

        lines = on_a_terminal(report, chart, zone, width)
        if lines:
            console.print()
            console.print(Text(chart.title, style="bold"))
        for line in lines:
            console.print(Text(line, no_wrap=True, overflow="crop"))
    if report.notes:
        console.print()
    for note in report.notes:
        console.print(Text(safe(note), style="dim"))
    return "\n".join(line.rstrip() for line in screen.getvalue().splitlines()) + "\n"


def fit(columns: tuple[Column, ...], widest: list[int], figures: list[bool], room: int) -> dict[int, int]:
    """The width of each column that is shown, by its place, so that all of them fit into `room`.

    `widest` is the width of each column's widest cell. What may take several lines gives way first, then the widest
    texts, then names; figures and times never do. When all have given what they can, columns are left out from the
    right.
    """
    labels = [max(map(len, safe(column.label).split()), default=0) for column in columns]
    widths = {place: min(max(wide, labels[place], 1), room) for place, wide in enumerate(widest)}
    words = [place for place, column in enumerate(columns) if column.kind == "text" and not figures[place]]
    names = [place for place in words if columns[place].key in NAMES or place == words[0]]
    least = dict(widths)
    for place in words:
        floor = NAME_MINIMUM if place in names else max(TEXT_MINIMUM, min(labels[place], NAME_MINIMUM))
        if columns[place].wraps:
            floor = max(LINES_MINIMUM, labels[place])
        least[place] = min(widths[place], floor)

    def excess(of: dict[int, int]) -> int:
        return sum(of.values()) + GAP * (len(of) - 1) - room

    while excess(least) > 0 and len(widths) > 1:
        others = [place for place in widths if place not in names] or list(widths)
        last = others[-1]
        del widths[last], least[last]
    lines = [place for place in words if columns[place].wraps]
    for giving in (lines, [place for place in words if place not in (*lines, *names)], names):
        while excess(widths) > 0:
            wider = [place for place in giving if place in widths and widths[place] > least[place]]
            if not wider:
                break
            widths[max(wider, key=lambda place: widths[place])] -= 1
    return widths
