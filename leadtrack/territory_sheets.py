"""Sheets of territories in the shapes that teams keep them in, read as claims.

a place per row      rep, unit, value | ZIP, Rep | State, County, Rep | From ZIP, To ZIP, Rep
a rep per row        rep, States, ZIPs, Except: each cell a list
a matrix             places down and reps across, or reps down and places across, with marks where they meet
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from leadtrack.patterns import Pattern
from leadtrack.place_texts import parts

# What columns are called; the first word of each line is what the rest of this file calls it.
_WORDS = """
rep: reps|sales rep|sales reps|salesrep|salesperson|sales person|representative|sales representative|owner|agent
rep: assigned to|account executive|account manager|rep name|territory owner|seller|covered by|who|name|assigned rep
region: region|sales region|district|team
country: country|country code|nation
unit: unit|type|level|unit type|kind|place type|geo type|territory type
value: value|place|places|territory|territories|covers|coverage|location|area|assigned area|areas|territory name
state: state|states|province|provinces|st|state province|states provinces
county: county|counties|parish|county name
zip3: zip3|zip3s|zip 3|3 digit zip|3 digit zips|zip prefix|zip prefixes|prefix|prefixes|fsa|scf|first 3|zip 3s
zip: zip|zips|zip code|zip codes|zipcode|zipcodes|postal code|postal codes|postcode|postcodes|plz|zip range|zip ranges
city: city|cities|town|towns
area: area code|area codes
from: from|from zip|zip from|start zip|zip start|low|low zip|zip low|begin zip|start
to: to|to zip|zip to|end zip|zip end|high|high zip|zip high|end
except: except|excluding|exclude|excludes|exception|exceptions|but not|without|excluded
"""
_PLACES = ("zip", "zip3", "city", "county", "area", "state")  # smallest first
_YES = frozenset(("x", "✓", "✔", "yes", "y", "1", "true", "●", "•", "*", "ja", "oui", "si", "sí"))
_NO = frozenset(("", "-", "–", "—", "0", "no", "n", "false", "none"))
_except = Pattern(r"(?i)(.+?),?\s+(?:except(?:ing)?|excluding|excl\.|but not|without)(?:\s+for)?:?\s+(.+)\Z")
_SHAPES = "a place per row (rep, unit, value, or State and Rep), a rep per row with lists, or a matrix with marks"

Rows = Sequence[tuple[int, Sequence[str]]]


class Entry(NamedTuple):
    """One cell that claims: `text` may be a list of places; `kind` "" where the text itself must tell."""

    row: int
    rep: str
    region: str
    country: str
    kind: str
    text: str
    excluded: bool = False


class Sheet(NamedTuple):
    """`understood` tells how the sheet was read, for people."""

    entries: list[Entry]
    understood: str


def read(
    headers: Sequence[str], rows: Rows, *, is_rep: Callable[[str], bool], is_place: Callable[[str], bool]
) -> Sheet | str:
    """The claims of a sheet; a text instead says what is missing. Rows are (number in the file, cells)."""
    column = _columns(headers)
    filled = [(row, [cell.strip() for cell in cells]) for row, cells in rows if any(cell.strip() for cell in cells)]
    strangers = [at for at, header in enumerate(headers) if header.strip() and at not in column.values()]
    across = [at for at in strangers if is_rep(headers[at])]
    beside = [at for at in strangers if at not in across and is_place(headers[at])]
    if across and beside and not column:
        return _headless(headers, rows, across[0], beside[0])
    if across and "rep" not in column:
        return _matrix(headers, filled, across, column, reps_across=True)
    places_across = [at for at in strangers if is_place(headers[at])]
    if "rep" in column and len(places_across) > 1 and "value" not in column:
        return _matrix(headers, filled, places_across, column, reps_across=False)
    kinds = [kind for kind in _PLACES if kind in column]
    if "rep" not in column:
        return f"no column tells the rep; a sheet of territories has {_SHAPES}, unlike {_listed(headers)}"
    if "value" in column or "unit" in column:
        if missing := [name for name in ("unit", "value") if name not in column and "unit" in column]:
            return f"no column {', '.join(missing)}; a sheet of territories has {_SHAPES}"
        return Sheet([_plain(row, cells, column) for row, cells in filled], _told_plain(headers, column))
    if "from" in column and "to" in column:
        return Sheet([_range(row, cells, column) for row, cells in filled], "a range of ZIPs per row")
    if not kinds:
        return f"no column unit and value, and none with places; a sheet of territories has {_SHAPES}"
    if _holds_lists(headers, filled, column, kinds):
        return Sheet([entry for row, cells in filled for entry in _lists(row, cells, column, kinds)],
                     f"a rep per row, with lists in {_names(headers, column, kinds)}")  # fmt: skip
    return Sheet(
        [_smallest(row, cells, column, kinds) for row, cells in filled],
        f"a place per row, the smallest of {_names(headers, column, kinds)}"
        if len(kinds) > 1 else f"a place per row, in {_names(headers, column, kinds)}",
    )  # fmt: skip


def _headless(headers: Sequence[str], rows: Rows, rep: int, place: int) -> Sheet:
    """Reps and places without a heading: what was taken for one is the first row."""
    column = {"rep": rep, "value": place}
    first = (rows[0][0] - 1 if rows else 1, [header.strip() for header in headers])
    filled = [first, *((row, [cell.strip() for cell in cells]) for row, cells in rows)]
    return Sheet(
        [_plain(row, cells, column) for row, cells in filled], "a place and its rep per row, without a heading"
    )


def _columns(headers: Sequence[str]) -> dict[str, int]:
    """Where each known column stands; of several with one meaning the first."""
    meaning: dict[str, str] = {}
    for line in _WORDS.strip().splitlines():
        name, _, words = line.partition(": ")
        for word in [name, *words.split("|")]:
            meaning.setdefault(word, name)
    found: dict[str, int] = {}
    for at, header in enumerate(headers):
        name = meaning.get(_folded(header), "")
        if name and name not in found:
            found[name] = at
    if "area" in found and "value" not in found and _folded(headers[found["area"]]) == "area":
        found["value"] = found.pop("area")
    return found


def _folded(header: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in header.casefold()).split())


def _cell(cells: Sequence[str], column: dict[str, int], name: str) -> str:
    at = column.get(name)
    return cells[at] if at is not None and at < len(cells) else ""


def _entry(row: int, cells: Sequence[str], column: dict[str, int], kind: str, text: str, excluded: bool) -> Entry:
    rep, region, country = (_cell(cells, column, name) for name in ("rep", "region", "country"))
    return Entry(row, rep, region, country, kind, text, excluded)


def apart(entry: Entry) -> list[Entry]:
    """A place and what a text takes out of it: "CA except 94301, 94303"."""
    found = _except.match(entry.text)
    if entry.excluded or not found:
        return [entry]
    return [entry._replace(text=found[1]), entry._replace(kind="", text=found[2], excluded=True)]


def _plain(row: int, cells: Sequence[str], column: dict[str, int]) -> Entry:
    excluded = _cell(cells, column, "except").casefold() in _YES
    kind = _cell(cells, column, "unit")
    if "unit" in column and not kind:
        kind = "?"  # an empty cell is a mistake, and no leave to guess
    return _entry(row, cells, column, kind, _cell(cells, column, "value"), excluded)


def _told_plain(headers: Sequence[str], column: dict[str, int]) -> str:
    where = headers[column["value"]]
    if "unit" in column:
        return f"a place per row, its unit in {headers[column['unit']]!r}, the place in {where!r}"
    return f"places in {where!r}, each of the kind that it looks like"


def _range(row: int, cells: Sequence[str], column: dict[str, int]) -> Entry:
    low, high = _cell(cells, column, "from"), _cell(cells, column, "to")
    return _entry(row, cells, column, "zip", f"{low}-{high}" if high and high != low else low, False)


def _holds_lists(headers: Sequence[str], rows: Rows, column: dict[str, int], kinds: Sequence[str]) -> bool:
    """Whether cells hold several places each: a heading in the plural, a list in a cell, or exceptions in words."""
    if "except" in column and any(_cell(c, column, "except").casefold() not in _YES | _NO for _, c in rows):
        return True
    if any(_folded(headers[column[kind]]).endswith(("s", "ies")) and kind != "zip3" for kind in kinds):
        return True
    return any(len(parts(kind, _cell(cells, column, kind))) > 1 for _, cells in rows for kind in kinds)


def _lists(row: int, cells: Sequence[str], column: dict[str, int], kinds: Sequence[str]) -> list[Entry]:
    """Every cell of a rep's row; counties and cities without a state take the row's only one, then no claim."""
    found = []
    state = _cell(cells, column, "state")
    only = state if len(parts("state", state)) == 1 else ""
    lent = False
    for kind in kinds:
        text = _cell(cells, column, kind)
        if kind in ("county", "city") and only and text:
            places = parts(kind, text) if ";" in text else [part.strip() for part in text.split(",") if part.strip()]
            if all("," not in place for place in places):
                lent, text = True, "; ".join(f"{place}, {only}" for place in places)
        if text and not (kind == "state" and lent):
            found.append(_entry(row, cells, column, kind, text, False))
    if not found:
        found = [_entry(row, cells, column, "country", _cell(cells, column, "country"), False)]
    without = _cell(cells, column, "except")
    if without.casefold() not in _YES | _NO:
        found.append(_entry(row, cells, column, "", without, True))
    return found


def _smallest(row: int, cells: Sequence[str], column: dict[str, int], kinds: Sequence[str]) -> Entry:
    """The smallest place that a row tells of; what it lies in stands beside it only to describe it."""
    excluded = _cell(cells, column, "except").casefold() in _YES
    for kind in kinds:
        if text := _cell(cells, column, kind):
            state = _cell(cells, column, "state")
            if kind in ("county", "city") and state and "," not in text:
                text = f"{text}, {state}"
            return _entry(row, cells, column, kind, text, excluded)
    return _entry(row, cells, column, "country", _cell(cells, column, "country"), excluded)


def _matrix(
    headers: Sequence[str], rows: Rows, across: Sequence[int], column: dict[str, int], *, reps_across: bool
) -> Sheet | str:
    """Marks where a place and a rep meet. What stands down the side is in the first column that is not marked."""
    kind = next((kind for kind in (*_PLACES, "value") if kind in column), "") if reps_across else "rep"
    side = column.get(kind, next((at for at in range(len(headers)) if at not in across), 0))
    entries = []
    for row, cells in rows:
        for at in across:
            mark = cells[at].casefold() if at < len(cells) else ""
            if mark in _NO:
                continue
            if mark not in _YES:
                return f"row {row}, column {headers[at]!r}: {cells[at]!r} is no mark; write x or leave it empty"
            rep, text = (headers[at], cells[side]) if reps_across else (cells[side], headers[at])
            place = kind if reps_across and kind != "value" else ""
            region = _cell(cells, column, "region") if not reps_across else ""
            entries.append(Entry(row, rep.strip(), region, _cell(cells, column, "country"), place, text.strip()))
    shown = "places down and reps across" if reps_across else "reps down and places across"
    return Sheet(entries, f"a matrix, {shown}")


def _names(headers: Sequence[str], column: dict[str, int], kinds: Sequence[str]) -> str:
    without = f", but for {headers[column['except']]!r}" if "except" in column else ""
    return ", ".join(repr(headers[column[kind]]) for kind in kinds) + without


def _listed(headers: Sequence[str]) -> str:
    shown = ", ".join(repr(header) for header in headers[:8] if header)
    return shown or "a sheet without a header"
