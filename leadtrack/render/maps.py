"""A map of territories as one SVG or an HTML page: no script, no network, in light and dark, on paper too."""

from html import escape
from math import sqrt

from leadtrack.render.escapes import safe
from leadtrack.territory_map import HEIGHT, WIDTH, Dot, Drawn, Holder, Reps, Tile

# Light enough for dark letters, apart from each other for most kinds of colour blindness.
_COLOURS = (
    "#6fb1e0", "#f3ad52", "#74c27c", "#e88a8c", "#b79ee0", "#d3b27c", "#ec9fca", "#a3b3c0", "#c6c552", "#5cc5c5",
    "#e09468", "#94a6ea",
)  # fmt: skip
_TILE, _GAP = 64, 6
_TOP = 8 * (_TILE + _GAP)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_MOST_GAPS = 20

_STYLE = """
.map { --ink: #16202a; --dim: #5b6772; --paper: #ffffff; --line: #c9d1d8; --gap: #c8322b; --empty: #eef1f4;
  font-family: system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; background: var(--paper); }
@media (prefers-color-scheme: dark) { .map { --ink: #e8edf2; --dim: #9aa7b3; --paper: #12181e; --line: #3a4650;
  --gap: #ff7b72; --empty: #222b33; } }
@media print { .map { --ink: #000; --dim: #444; --paper: #fff; --line: #bbb; --gap: #b00; --empty: #f2f2f2;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
.map text { fill: var(--ink); } .map .dim { fill: var(--dim); } .map .on { fill: #10161c; }
.map .nobody { fill: var(--empty); } .map .hatch { stroke: var(--gap); stroke-width: 1.4; opacity: .55; }
.map .frame { fill: none; stroke: var(--line); } .map .fell { stroke: var(--gap); stroke-width: 2; }
.map .alarm { fill: var(--gap); font-weight: 600; }
"""

_PAGE = """
:root { color-scheme: light dark; } body { margin: 0; } main { max-width: 62rem; margin: 0 auto; padding: 1.2rem; }
body.map, .map main { color: var(--ink); background: var(--paper); } h1 { font-size: 1.5rem; margin: 0 0 .2rem; }
h2 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; } p { color: var(--dim); margin: 0 0 .8rem; }
svg { width: 100%; height: auto; display: block; } table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; padding: .28rem .6rem .28rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; } .chip { display: inline-block; width: .95rem;
  height: .95rem; border-radius: .2rem; margin-right: .45rem; vertical-align: -.12rem; }
@media print { h2, table, svg { break-inside: avoid; } main { padding: 0; } }
"""


class _Key:
    """The colour and the short name of every rep on a map."""

    def __init__(self, holders: list[Holder]) -> None:
        self.colours = {holder.rep: _colour(at) for at, holder in enumerate(holders)}
        self.short = _initials([holder.rep for holder in holders])

    def told(self, reps: Reps) -> str:
        return " + ".join(reps) or "nobody"

    def brief(self, reps: Reps) -> str:
        return f"{len(reps)} reps" if len(reps) > 2 else "+".join(self.short[rep] for rep in reps)


def _colour(at: int) -> str:
    return _COLOURS[at] if at < len(_COLOURS) else f"hsl({at * 137.508 % 360:.0f} 55% {62 + at % 3 * 7}%)"


def _initials(names: list[str]) -> dict[str, str]:
    """Two or three letters for each name, each once."""
    found: dict[str, str] = {}
    for name in names:
        words = [word for word in name.split() if word[0].isalnum()] or [name or "?"]
        short = "".join(word[0] for word in words[:3]).upper() if len(words) > 1 else words[0][:2].title()
        number = 2
        while short in found.values():
            short, number = f"{short.rstrip('0123456789')}{number}", number + 1
        found[name] = short
    return found


def as_svg(drawn: Drawn) -> str:
    """The whole map with its legend as one SVG."""
    key = _Key(drawn.holders)
    rows = (len(drawn.holders) + 2) // 3
    height = _TOP + HEIGHT + 130 + rows * 24
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="0 0 {WIDTH:.0f} {height:.0f}" '
        f'width="{WIDTH:.0f}" height="{height:.0f}" role="img" aria-label="{_text(drawn.title)}">',
        f"<style>{_STYLE}</style>", _HATCH,
        f'<rect width="{WIDTH:.0f}" height="{height:.0f}" fill="var(--paper)"/>',
        f'<text x="20" y="34" font-size="22" font-weight="600">{_text(drawn.title)}</text>',
        f'<text x="20" y="56" font-size="13" class="dim">{_text(_about(drawn))}</text>',
        f'<g transform="translate(44,76)">{_tiles(drawn.tiles, key)}</g>',
        f'<g transform="translate(0,{_TOP + 84})">{_dots(drawn.dots, key)}</g>',
    ]  # fmt: skip
    for at, holder in enumerate(drawn.holders):
        x, y = 20 + at % 3 * 313, _TOP + HEIGHT + 110 + at // 3 * 24
        parts.append(
            f'<rect x="{x}" y="{y - 12}" width="15" height="15" rx="3" fill="{key.colours[holder.rep]}"/>'
            f'<text x="{x + 22}" y="{y}" font-size="13">{_text(_entry(holder, key))}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def as_html(drawn: Drawn) -> str:
    """A page to open, print or forward: both maps, who covers what, and the gaps."""
    key = _Key(drawn.holders)
    parts = [
        "<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">', f"<title>{_text(drawn.title)}</title>",
        f"<style>{_STYLE}{_PAGE}</style>", "</head>", '<body class="map">', "<main>",
        f"<h1>{_text(drawn.title)}</h1>", f"<p>{_text(_about(drawn))}</p>",
        f'<svg viewBox="-44 0 {WIDTH:.0f} {_TOP}" role="img" aria-label="States as tiles">{_HATCH}',
        _tiles(drawn.tiles, key), "</svg>",
        "<h2>3-digit ZIPs</h2>",
        "<p>A dot stands at the middle of its ZIPs; its size tells how many leads came from there. "
        "Hatched or ringed in red: nobody covers it.</p>",
        f'<svg viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" role="img" aria-label="3-digit ZIPs">{_HATCH}',
        _dots(drawn.dots, key), "</svg>",
        "<h2>Who covers what</h2>", *_legend(drawn, key), *_gaps(drawn), "</main>", "</body>", "</html>",
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


_HATCH = (
    '<defs><pattern id="gap" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" class="nobody"/><line x1="0" y1="0" x2="0" y2="7" class="hatch"/></pattern></defs>'
)


def _about(drawn: Drawn) -> str:
    fell = sum(leads for _, leads in drawn.gaps)
    told = f"{drawn.leads:,} leads of the last {drawn.days} days"
    return f"{told}, {fell:,} of them where nobody covers" if fell else f"{told}, none where nobody covers"


def _tiles(tiles: list[Tile], key: _Key) -> str:
    return "\n".join(_tile(tile, key) for tile in tiles)


def _tile(tile: Tile, key: _Key) -> str:
    """A state, filled from left to right by who covers its ZIPs."""
    x, y = tile.column * (_TILE + _GAP), tile.row * (_TILE + _GAP)
    total = sum(zips for _, zips in tile.parts) or 1
    parts, at = [], 0.0
    clip = f"t{tile.state}"
    parts.append(
        f'<g transform="translate({x},{y})"><title>{_text(_tile_title(tile, key))}</title>'
        f'<clipPath id="{clip}"><rect width="{_TILE}" height="{_TILE}" rx="7"/></clipPath><g clip-path="url(#{clip})">'
    )
    for reps, zips in tile.parts or [((), 1)]:
        width = _TILE * zips / total
        # those who share ZIPs lie in bands, one over the other
        for band, rep in enumerate(reps or ("",)):
            high = _TILE / max(1, len(reps))
            fill = key.colours.get(rep, "var(--empty)") if rep else "url(#gap)"
            box = f'x="{at:.1f}" y="{band * high:.1f}" width="{width + 0.3:.1f}" height="{high:.1f}"'
            parts.append(f'<rect {box} fill="{fill}"/>')
        at += width
    first = tile.parts[0][0] if tile.parts else ()
    ink = ' class="on"' if first else ""
    several = len(tile.parts) > 1
    brief = key.brief(first) + ("…" if several and first else "") if first else ("nobody" if not several else "…")
    leads = f"{tile.leads:,}" if tile.leads else ""
    fell = ' class="alarm"' if tile.fallen and not first else ink
    parts.append(
        f'</g><rect width="{_TILE}" height="{_TILE}" rx="7" class="frame"/>'
        f'<text x="7" y="20" font-size="15" font-weight="600"{ink}>{tile.state}</text>'
        f'<text x="7" y="38" font-size="11.5"{ink}>{_text(brief)}</text>'
        f'<text x="{_TILE - 6}" y="{_TILE - 7}" font-size="11.5" text-anchor="end"{fell}>{leads}</text></g>'
    )
    return "".join(parts)


def _tile_title(tile: Tile, key: _Key) -> str:
    lines = [f"{tile.state}: {_leads(tile.leads, tile.fallen)}"]
    return "\n".join(lines + [f"{key.told(reps)}: {zips:,} ZIPs" for reps, zips in tile.parts])


def _leads(leads: int, fallen: int) -> str:
    told = f"{leads:,} {'lead' if leads == 1 else 'leads'}"
    return f"{told}, {fallen:,} to nobody" if fallen else told


def _dots(dots: list[Dot], key: _Key) -> str:
    most = max((dot.leads for dot in dots), default=0) or 1
    return "\n".join(_dot(dot, key, most) for dot in dots)


def _dot(dot: Dot, key: _Key, most: int) -> str:
    radius = 3.2 + 17 * sqrt(dot.leads / most)
    reps = dot.parts[0][0] if dot.parts else ()
    title = [f"{dot.zip3}xx {dot.states}: {_leads(dot.leads, dot.fallen)}"]
    title += [f"{key.told(who)}: {zips:,} ZIPs" for who, zips in dot.parts]
    ring = ' class="fell"' if not reps or dot.fallen else ' stroke="var(--paper)" stroke-width="0.8"'
    if not reps:
        fill, ring = "url(#gap)", ring if dot.leads else ' stroke="var(--gap)" stroke-width="0.7"'
    else:
        fill = key.colours.get(reps[0], "var(--empty)")
    second = ""
    if len(reps) > 1:
        second = f'<circle cx="{dot.x}" cy="{dot.y}" r="{radius / 2:.1f}" fill="{key.colours.get(reps[1], fill)}"/>'
    return (
        f'<g><title>{_text(chr(10).join(title))}</title><circle cx="{dot.x}" cy="{dot.y}" r="{radius:.1f}" '
        f'fill="{fill}"{ring}/>{second}</g>'
    )


def _entry(holder: Holder, key: _Key) -> str:
    return f"{key.short[holder.rep]}  {holder.rep}: {holder.zips:,} ZIPs, {holder.leads:,} leads"


def _legend(drawn: Drawn, key: _Key) -> list[str]:
    parts = ["<table>", '<tr><th>Rep</th><th></th><th>Region</th><th class="n">ZIPs</th><th class="n">Leads</th>'
             "<th>Elsewhere</th></tr>"]  # fmt: skip
    for holder in drawn.holders:
        chip = f'<span class="chip" style="background:{key.colours[holder.rep]}"></span>'
        parts.append(
            f"<tr><td>{chip}{_text(holder.rep)}</td><td>{_text(key.short[holder.rep])}</td>"
            f'<td>{_text(holder.region)}</td><td class="n">{holder.zips:,}</td><td class="n">{holder.leads:,}</td>'
            f"<td>{_text(', '.join(holder.elsewhere))}</td></tr>"
        )
    return [*parts, "</table>"] if drawn.holders else ["<p>Nobody covers anything yet.</p>"]


def _gaps(drawn: Drawn) -> list[str]:
    if not drawn.gaps:
        return []
    parts = ["<h2>Where leads fell to nobody</h2>", "<table>", '<tr><th>Place</th><th class="n">Leads</th></tr>']
    parts += [
        f'<tr><td>{_text(place)}</td><td class="n">{leads:,}</td></tr>' for place, leads in drawn.gaps[:_MOST_GAPS]
    ]
    more = len(drawn.gaps) - _MOST_GAPS
    parts += [f'<tr><td>and {more:,} more places</td><td class="n"></td></tr>'] if more > 0 else []
    return [*parts, "</table>"]


def _text(text: str) -> str:
    return escape(safe(text, "\n"))
