"""GitHub's Markdown: a table that can be pasted into an issue, a wiki or a chat."""

import re
from datetime import tzinfo

from leadtrack.render.cells import shown, to_the_right
from leadtrack.render.escapes import safe
from leadtrack.reports import Report

EMPTY = "(none)"

# Every sign that opens a link, an image, a tag, code or emphasis: a lead's name must not become any of them.
_SIGNS = re.compile(r"[\\`*_\[\]|~!$]")
_TAGS = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_TAG = re.compile("[&<>]")
# What makes a list, a heading or a rule at the start of a line.
_OPENING = re.compile(r"^(\s*\d*)([-+=#.)])")


def markdown(report: Report, zone: tzinfo) -> str:
    """Title, table, total and notes, then those of its parts; line breaks in cells as <br>."""
    blocks = [f"## {_line(report.title)}"] if report.title else []
    if report.rows:
        heads = [_cell(safe(column.label)) for column in report.columns]
        rules = ["---:" if right else "---" for right in to_the_right(report)]
        lines = [heads, rules]
        lines += [[_cell(cell) for cell in shown(row, report.columns, zone, "\n")] for row in report.rows]
        if report.total is not None:
            cells = [_cell(cell) for cell in shown(report.total, report.columns, zone, "\n")]
            lines.append([f"**{cell}**" if cell else "" for cell in cells])
        blocks.append("\n".join("| " + " | ".join(cells) + " |" for cells in lines))
    else:
        blocks.append(EMPTY)
    if report.notes:
        blocks.append("\n".join(f"- {_line(note)}" for note in report.notes))
    blocks += [markdown(part, zone).rstrip("\n") for part in (*report.parts, *report.asides)]
    return "\n\n".join(blocks) + "\n"


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", _TAG.sub(lambda m: _TAGS[m[0]], text)).strip()


def _cell(text: str) -> str:
    return _escaped(text).replace("\n", "<br>")


def _line(text: str) -> str:
    return _OPENING.sub(r"\1\\\2", _escaped(safe(text)))
