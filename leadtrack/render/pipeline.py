"""The pipeline as a drawing: Mermaid for Markdown pages, SVG for everything else."""

import itertools
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from leadtrack.render.escapes import safe

FORMATS = ("mermaid", "svg")

Stages = Sequence[Mapping[str, Any]]
Moves = Mapping[tuple[int, int], int]

_CLASSES = {
    "open": "fill:#e8f0fe,stroke:#3367d6,color:#111",
    "won": "fill:#e3f4e6,stroke:#1e8e3e,color:#111",
    "nurture": "fill:#fff4dd,stroke:#b06f00,color:#111",
    "lost": "fill:#f3f3f3,stroke:#777,color:#111",
    "junk": "fill:#f3f3f3,stroke:#777,color:#111",
}


def chart(stages: Stages, moves: Moves, format: str) -> str:
    """The drawing as text. `stages` in order: id, name, kind, probability, rest_days, leads.

    `moves`: (from, to) -> how often leads went that way.

    Stages on the way to won stand in a row, the others beside them. Moves between neighbors are the way itself, others
    are drawn where they happened.
    """
    return _mermaid(stages, moves) if format == "mermaid" else _svg(stages, moves)


def _way(stages: Stages) -> list[Mapping[str, Any]]:
    return [stage for stage in stages if stage["kind"] == "open"] + [s for s in stages if s["kind"] == "won"]


def _lines(stage: Mapping[str, Any]) -> list[str]:
    """What stands in a box."""
    leads = f"{stage['leads']:,} lead" + ("" if stage["leads"] == 1 else "s")
    chance = f"{stage['probability']:.0%}" if stage["kind"] in ("open", "nurture") else stage["kind"]
    rest = f"rest {stage['rest_days']:g} d" if stage["rest_days"] else ""
    return [safe(stage["name"]), leads, ", ".join(part for part in (chance, rest) if part)]


def _edges(stages: Stages, moves: Moves) -> list[tuple[int, int, int, bool]]:
    """(from, to, times, on the way) with numbers of stages; the way is drawn also where nobody went it yet."""
    known = {stage["id"] for stage in stages}
    way = [stage["id"] for stage in _way(stages)]
    neighbors = set(itertools.pairwise(way))
    found = [(start, end, moves.get((start, end), 0), True) for start, end in itertools.pairwise(way)]
    found += [
        (start, end, times, False)
        for (start, end), times in sorted(moves.items())
        if (start, end) not in neighbors and start in known and end in known
    ]
    return found


def _mermaid(stages: Stages, moves: Moves) -> str:
    lines = ["flowchart LR"]
    for stage in stages:
        text = "<br/>".join(_harmless(line) for line in _lines(stage))
        shape = ('(["', '"])') if stage["kind"] in ("won", "lost", "junk") else ('["', '"]')
        lines.append(f"    s{stage['id']}{shape[0]}{text}{shape[1]}:::{stage['kind']}")
    for start, end, times, on_the_way in _edges(stages, moves):
        label = f"|{times:,}|" if times else ""
        lines.append(f"    s{start} {'-->' if on_the_way else '-.->'}{label} s{end}")
    kinds = {stage["kind"] for stage in stages}
    lines += [f"    classDef {kind} {style}" for kind, style in _CLASSES.items() if kind in kinds]
    return "\n".join(lines) + "\n"


def _harmless(text: str) -> str:
    """Text inside a Mermaid label: what would end the label or be HTML there stands as an entity."""
    return "".join(c if c.isalnum() or c in " .,-+/()_%'" or ord(c) > 127 else f"#{ord(c)};" for c in text)


# -- SVG ---------------------------------------------------------------------------------------------------------------

_WIDE, _HIGH, _GAP, _ROW, _EDGE = 150, 66, 46, 130, 24

_STYLE = """\
text { font: 13px system-ui, sans-serif; text-anchor: middle; fill: #222 }
.name { font-weight: 600 } .small { font-size: 11px; fill: #555 }
.edge { fill: none; stroke: #777; stroke-width: 1.4 } .beside { stroke-dasharray: 4 3; stroke: #999 }
.open { fill: #e8f0fe; stroke: #3367d6 } .won { fill: #e3f4e6; stroke: #1e8e3e }
.nurture { fill: #fff4dd; stroke: #b06f00 } .lost, .junk { fill: #f3f3f3; stroke: #777 }
.count { paint-order: stroke; stroke: #fff; stroke-width: 4px }
@media (prefers-color-scheme: dark) {
  text { fill: #eee } .small { fill: #bbb } .count { stroke: #1b1b1b } .ground { fill: #1b1b1b }
  .open { fill: #1f2f4d } .won { fill: #1b3b24 } .nurture { fill: #453411 } .lost, .junk { fill: #333 }
}"""


def _svg(stages: Stages, moves: Moves) -> str:
    way = _way(stages)
    beside = [stage for stage in stages if stage not in way]
    place: dict[int, tuple[float, float]] = {}
    width = max(len(way), len(beside)) * (_WIDE + _GAP) - _GAP + 2 * _EDGE
    edges = _edges(stages, moves)
    back = [edge for edge in edges if not edge[3]]
    top: float = _EDGE + (50 if any(_both(edge, way) for edge in back) else 0)
    for row, (members, y) in enumerate(((way, top), (beside, top + _ROW))):
        indent = (width - len(members) * (_WIDE + _GAP) + _GAP) / 2 if row else _EDGE
        for column, stage in enumerate(members):
            place[stage["id"]] = (indent + column * (_WIDE + _GAP), y)
    height = top + _HIGH + (_ROW if beside else 0) + _EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}"'
        f' height="{height:g}" role="img" aria-label="The pipeline">',
        f"<style>{_STYLE}</style>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#777"/></marker></defs>',
        f'<rect class="ground" width="{width:g}" height="{height:g}" fill="#fff"/>',
    ]
    labels = []
    for start, end, times, on_the_way in edges:
        path, x, y = _curve(place[start], place[end], on_the_way)
        parts.append(f'<path class="edge{"" if on_the_way else " beside"}" d="{path}" marker-end="url(#tip)"/>')
        if times:
            labels.append(f'<text class="small count" x="{x:g}" y="{y:g}">{times:,}</text>')
    for stage in [*way, *beside]:
        parts += _box(stage, *place[stage["id"]])
    return "\n".join([*parts, *labels, "</svg>"]) + "\n"


def _both(edge: tuple[int, int, int, bool], way: Stages) -> bool:
    """Whether an edge goes between two stages of the upper row, so that it needs room above."""
    upper = {stage["id"] for stage in way}
    return edge[0] in upper and edge[1] in upper


def _curve(start: tuple[float, float], end: tuple[float, float], straight: bool) -> tuple[str, float, float]:
    """The path of an edge, and where its number stands."""
    (x1, y1), (x2, y2) = start, end
    middle = _HIGH / 2
    if straight:
        return (
            f"M{x1 + _WIDE:g} {y1 + middle:g}H{x2 - 1:g}", (x1 + _WIDE + x2) / 2, y1 + middle - 6,
        )  # fmt: skip
    if y1 == y2:  # over the row, or under the lower one
        up = -1 if y1 < 130 else 1
        edge = y1 if up < 0 else y1 + _HIGH
        a, b = x1 + _WIDE / 2, x2 + _WIDE / 2
        return (
            f"M{a:g} {edge:g}C{a:g} {edge + up * 46:g} {b:g} {edge + up * 46:g} {b:g} {edge:g}",
            (a + b) / 2,
            (edge + up * 36 + 4),
        )
    down = y2 > y1
    # what goes down and what comes up again are kept apart
    a, b = x1 + _WIDE / 2 + (8 if down else -8), x2 + _WIDE / 2 + (8 if down else -8)
    from_y, to_y = (y1 + _HIGH, y2 - 1) if down else (y1, y2 + _HIGH + 1)
    half = (from_y + to_y) / 2
    return (
        f"M{a:g} {from_y:g}C{a:g} {half:g} {b:g} {half:g} {b:g} {to_y:g}",
        a + (b - a) * 0.25,
        from_y + (to_y - from_y) * 0.3 + 4,
    )


def _box(stage: Mapping[str, Any], x: float, y: float) -> list[str]:
    name, leads, rest = _lines(stage)
    short = name if len(name) <= 21 else name[:20] + "…"
    middle = x + _WIDE / 2
    return [
        f'<g><title>{escape(name)}</title><rect class="{stage["kind"]}" x="{x:g}" y="{y:g}" width="{_WIDE}"'
        f' height="{_HIGH}" rx="8"/>',
        f'<text class="name" x="{middle:g}" y="{y + 21:g}">{escape(short)}</text>',
        f'<text x="{middle:g}" y="{y + 39:g}">{leads}</text>',
        f'<text class="small" x="{middle:g}" y="{y + 56:g}">{rest}</text></g>',
    ]
