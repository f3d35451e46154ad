"""Where in a grid the table is: pure functions over its first rows, so that people may title and decorate as they like.

A header is a row about as wide as the rows below it, made of short texts that are no values (no address, number or
date), best of all of words that are known headers. What stands above it is titles; a sparse row right above or below it
groups it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Known = Callable[[str], object]
Cells = Sequence[str]

LOOK = 60
LONG = 200  # characters; a longer cell is no value, and patterns may take long on it
VALUE = re.compile(
    r"""^\s*(?:
        [^@\s]+@[^@\s]+\.[^@\s]+            # an e-mail address
      | (?:https?://|www\.)\S+              # a web address
                                            # a number, phone, date, time, sum of money
      | [-+(]?[$€£¥₹]?\s?\d[\d\s.,:/()+-]*%?(?:\s?(?:x|ext\.?)\s?\d+|\s?[AaPp]\.?[Mm]\.?)?
      | \d{1,4}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/., ]+\d{2,4}\b.*    # a date with a month's name
      | [A-Za-z]{3,9}\.?\s\d{1,2},\s\d{4}\b.*
      | \d+\s\S+\s.*\b(?:st|street|ave|avenue|rd|road|blvd|ln|lane|dr|drive|way)\b\.?.*   # a street
      | yes|no|true|false
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
TOTAL = re.compile(r"(?:grand |sub)?totals?\b|summe\b|gesamt", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d$")  # heads a column of figures as often as it stands in one
LABEL = re.compile(r"^id$|^[a-z0-9]+(?:_[a-z0-9]+)+$|[a-z][A-Z]\w*$|[:?*#]$|^#")  # "due_date", "LeadSource", "Budget?"
FIGURE = re.compile(r"[-+(]?[$€£]?\s?\d{1,3}(?:[.,]?\d{3}){0,2}(?:[.,]\d{1,2})?\s?[%)€]?$")
FOOTER = re.compile(
    r"""^\W*(?:
        (?:grand\s|sub\W?|overall\s)?totals?(?:\s*$|\s*[:=(]|\s+(?:\d|leads|records|rows|contacts|count|number|of\b))
      | (?:summe|gesamt|gesamtsumme|total\s+général|somme|totale|totaal|suma|soma)\s*:?\s*$
      | (?:generated|exported|printed|created|downloaded|prepared|compiled|produced|powered)\s+(?:by|on|at|from|with)\b
      | (?:report|list|data|file)\s+(?:generated|exported|run|created|as\sof|date)\b
      | (?:strictly\s+)?confidential\b | vertraulich\b | confidentiel\b | proprietary\b | for\s+internal\s+use
      | copyright\b | ©|\(c\)\s | all\s+rights\s+reserved
      | page\s+\d+ | end\s+of\s+(?:report|list|file|data|export)\b
      | (?:source|sources|note|notes|disclaimer|legend|filters?|filtered\s+by)\s*: | as\s+of\s+\d
      | \d[\d,.]*\s+(?:records?|rows?|leads?|contacts?|results?|entries|items)\b\W*(?:$|total|found|exported|in\b)
      | (?:records?|rows?|leads?|contacts?|count|number\s+of\s+\w+|sum|average)\s*[:=]\s*\d*
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the table stands. `header` and `body` are places in the rows that were looked at, from 0."""

    header: int | None  # the row that names the columns (the lower one of two), None = there is none
    body: int  # the first row that may be data
    first: int  # the columns [first, end) belong to the table
    end: int
    headers: tuple[str | None, ...]
    score: int  # how many headers are known words
    notes: tuple[str, ...] = ()


def find(numbers: Sequence[int], rows: Sequence[Cells], known: Known) -> Layout:
    """The table in a grid, told from its first rows (`numbers` are theirs in the file)."""
    filled = [[place for place, cell in enumerate(row) if cell.strip()] for row in rows]
    width = _body_width(filled)
    chosen = _header(rows[:LOOK], filled, width, known)
    if chosen is None:
        return _headless(rows, filled, width, numbers)
    groups, lower = _grouped(chosen, rows, filled, known)
    named = rows[lower]
    joined = _joined(rows[groups], named) if groups is not None else [cell.strip("\ufeff") for cell in named]
    places = [place for row in filled[min(chosen, lower) :] if row for place in (row[0], row[-1])]
    places += [place for place, cell in enumerate(joined) if cell.strip()]
    first, end = min(places, default=0), max(places, default=-1) + 1
    headers = tuple(cell if cell.strip() else None for cell in (joined + [""] * end)[first:end])
    top = min(lower, chosen if groups is None else groups)
    notes = [_passed_over(numbers, filled, top)] if any(filled[:top]) else []
    if groups is not None:
        notes.append(f"rows {numbers[groups]} and {numbers[lower]} are one header")
    score = sum(known(header) is not None for header in headers if header and len(header) <= LONG)
    return Layout(lower, lower + 1, first, end, headers, score, tuple(notes))


def _is_value(cell: str) -> bool:
    return len(cell) <= LONG and VALUE.match(cell) is not None


def _body_width(filled: Sequence[Sequence[int]]) -> int:
    """How many cells a usual row of the table fills: of the wider half, so that notes do not count."""
    counts = sorted((len(row) for row in filled if row), reverse=True)
    return counts[len(counts) // 4] if counts else 0  # the middle one of the wider half


def _header(rows: Sequence[Cells], filled: Sequence[Sequence[int]], width: int, known: Known) -> int | None:
    need = 1 if width < 2 else max(2, 0.4 * width)
    best, best_hits = None, 0
    plain: list[int] = []
    for place, row in enumerate(rows):
        cells = [row[column].strip() for column in filled[place]]
        if len(cells) < need:
            continue
        if len(cells) > best_hits:  # else not even as many known words as cells would be more than there were
            hits = sum(known(cell) is not None for cell in cells if len(cell) <= 80)
            values = sum(_is_value(cell) and not YEAR.match(cell) for cell in cells)
            # of a wide sheet a few known words do, where the first full row holds no value and says nothing twice
            few = not plain and not values and len(set(cells)) == len(cells)
            known_enough = hits >= 0.2 * len(cells) or (few and hits > 1)
            if hits > best_hits and hits > values and (hits > 1 or not values) and known_enough:
                best, best_hits = place, hits
        if not plain or len(plain) < 3:
            plain.append(place)
    if best is not None and (best_hits > 1 or width < 4 or best == plain[0]):
        return best
    return _unknown_header(rows, filled, plain)


def _unknown_header(rows: Sequence[Cells], filled: Sequence[Sequence[int]], wide: Sequence[int]) -> int | None:
    """A header in words that nobody knows: short texts, each once, written like labels or above columns of values."""
    if not wide:
        return None
    place = wide[0]
    cells = [rows[place][column].strip() for column in filled[place]]
    values = sum(_is_value(cell) for cell in cells)
    if values or len(set(cells)) < len(cells) or max(map(len, cells)) > 60:
        return None
    below = [row for row in rows[place + 1 :] if any(row)]
    for column in filled[place]:
        column_below = [row[column].strip() for row in below if column < len(row) and row[column].strip()]
        if column_below and sum(_is_value(cell) for cell in column_below) >= 0.6 * len(column_below):
            return place
    capitals = all(map(str.isupper, cells)) and not any(cell.isupper() for row in below for cell in row)
    return place if not below or capitals or any(map(LABEL.search, cells)) else None  # else it may well be a lead


def _headless(rows: Sequence[Cells], filled: Sequence[Sequence[int]], width: int, numbers: Sequence[int]) -> Layout:
    """No header: the table begins at the first row that is as wide as the others."""
    need = 1 if width < 2 else max(2, 0.4 * width)
    body = next((place for place, row in enumerate(filled) if len(row) >= need), len(rows))
    notes = [_passed_over(numbers, filled, body)] if any(filled[:body]) and body < len(rows) else []
    places = [place for row in filled[body:] for place in row]
    first, end = min(places, default=0), max(places, default=-1) + 1
    return Layout(None, body, first, end, (None,) * (end - first), 0, (*notes, "no header row found"))


def _passed_over(numbers: Sequence[int], filled: Sequence[Sequence[int]], top: int) -> str:
    titles = [str(numbers[place]) for place in range(top) if filled[place]]
    rows = "row" if len(titles) == 1 else "rows"
    return f"{len(titles)} title {rows} above the table passed over ({rows} {', '.join(titles)})"


def _grouped(
    chosen: int, rows: Sequence[Cells], filled: Sequence[Sequence[int]], known: Known
) -> tuple[int | None, int]:
    """(the row of groups or None, the row of names): a sparse row right above the header, or names right below it."""
    if chosen and _groups(rows[chosen - 1], filled[chosen - 1], filled[chosen]):
        return chosen - 1, chosen
    below = chosen + 1
    if below < len(rows) and filled[below] and set(filled[below]) != set(filled[chosen]):
        cells = [rows[below][column].strip() for column in filled[below]]
        hits = sum(known(cell) is not None for cell in cells)
        gaps = set(filled[below]) - set(filled[chosen])
        if gaps and hits > 1 and hits >= 0.6 * len(cells) and not any(_is_value(cell) for cell in cells):
            return chosen, below
    return None, chosen


def _groups(upper: Cells, places: Sequence[int], named: Sequence[int]) -> bool:
    """Whether a row is the headings over groups of columns: texts with gaps after them, each above a named column."""
    if not 2 <= len(places) < len(named):
        return False
    cells = [upper[place].strip() for place in places]
    if any(_is_value(cell) or cell.endswith(":") or len(cell) > 40 for cell in cells):
        return False
    ends = [*places[1:], named[-1] + 1]
    spans = [end - place for place, end in zip(places, ends, strict=True)]
    return sum(span > 1 for span in spans) > len(spans) / 2


def _joined(upper: Cells, lower: Cells) -> list[str]:
    """ "Billing" over "Street" and "City" gives "Billing Street" and "Billing City"; alone, each names its column."""
    joined: list[str] = []
    group = ""
    for place in range(max(len(upper), len(lower))):
        over = upper[place].strip() if place < len(upper) else ""
        under = lower[place].strip() if place < len(lower) else ""
        group = over or group
        joined.append(f"{group} {under}".strip() if under else over)
    return joined


def footer(tail: Sequence[tuple[int, Cells]], width: int) -> list[tuple[int, str]]:
    """The rows at the end that are clearly no data (totals, "Generated by", "Confidential"): (number, what they say).

    `tail` are the last rows that are not blank. A row counts when its first text says so and it fills at most half of
    the table, or when it is a total of figures; what stands below such a row counts with it if it is as sparse.
    """
    begin = len(tail)
    for place in range(len(tail) - 1, -1, -1):
        cells = [cell.strip() for cell in tail[place][1] if cell.strip()]
        if not cells:
            continue
        sparse = len(cells) == 1 or len(cells) <= width / 2
        counts = len(cells) > 1 and TOTAL.match(cells[0]) and all(map(FIGURE.match, cells[1:]))
        said = (counts or FOOTER.match(cells[0][:LONG])) and not any("@" in cell for cell in cells)
        if said and (sparse or all(_is_value(cell) for cell in cells[1:])):
            begin = place
        elif not (len(cells) <= 2 and width > 3 and not any(_is_value(cell) for cell in cells)):
            break
    return [(number, " ".join(cell.strip() for cell in row if cell.strip())) for number, row in tail[begin:]]
