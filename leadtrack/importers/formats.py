"""Number formats that change what a number says: a ZIP code kept as 2110 and shown as 02110, a phone number, per cent.

calamine gives values without their formats, so these are looked up in the workbook's own XML: styles.xml tells whether
any such format is there at all; only then are the sheet's cells matched against it. Error cells ("#N/A") come so too.
"""

import re
import zipfile
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

Show = Callable[[float], str | None]

CHUNK = 1 << 20
MAX_PART = 20_000_000
BUILT_IN = {9: "0%", 10: "0.00%"}
ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')
TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|([0#?]+)|([.,%])|(.)', re.DOTALL)
CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]")
COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "<>": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "=": lambda a, b: a == b,
}


@dataclass(slots=True)
class Column:
    """The runs of rows in a column that share a special format, and its error cells."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    shows: list[Show] = field(default_factory=list)
    errors: dict[int, str] = field(default_factory=dict)

    def add(self, row: int, show: Show) -> None:
        if self.starts and self.ends[-1] == row - 1 and self.shows[-1] is show:
            self.ends[-1] = row
        else:
            self.starts.append(row)
            self.ends.append(row)
            self.shows.append(show)

    def __call__(self, row: int, value: float) -> str | None:
        """What the sheet shows for a number in this row, or None where its format is an ordinary one."""
        run = bisect_right(self.starts, row) - 1
        return self.shows[run](value) if run >= 0 and row <= self.ends[run] else None


def by_sheet(path: Path) -> dict[str, dict[int, Column]]:
    """Sheet name -> column (from 0) -> its special cells. A workbook that is odd in any way simply has none."""
    try:
        with zipfile.ZipFile(path) as archive:
            styles = _special_styles(_part(archive, "xl/styles.xml"))
            return {name: _columns(archive, part, styles) for name, part in _sheets(archive)}
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, EOFError):
        return {}


def _part(archive: zipfile.ZipFile, name: str) -> str:
    try:
        with archive.open(name) as part:
            return part.read(MAX_PART).decode("utf-8", "replace")
    except KeyError:
        return ""


def _tags(xml: str, name: str) -> Iterator[dict[str, str]]:
    for match in re.finditer(rf"<(?:\w+:)?{name}\b([^>]*)>", xml):
        yield {key: unescape(value) for key, value in ATTRIBUTE.findall(match[1])}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    targets = {tag["Id"]: tag["Target"] for tag in _tags(_part(archive, "xl/_rels/workbook.xml.rels"), "Relationship")}
    for tag in _tags(_part(archive, "xl/workbook.xml"), "sheet"):
        target = next((targets[value] for key, value in tag.items() if key.endswith(":id") and value in targets), None)
        if target:
            yield tag.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _special_styles(xml: str) -> dict[str, Show]:
    """Style number as text -> how its numbers are shown, for the special ones only."""
    codes = BUILT_IN | {int(tag["numFmtId"]): tag.get("formatCode", "") for tag in _tags(xml, "numFmt")}
    shows = {number: formatter(code) for number, code in codes.items()}
    used = re.search(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", xml, re.DOTALL)
    special: dict[str, Show] = {}
    for place, tag in enumerate(_tags(used[0], "xf") if used else ()):
        show = shows.get(int(tag.get("numFmtId", 0)))
        if show:
            special[str(place)] = show
    return special


def _columns(archive: zipfile.ZipFile, part: str, styles: dict[str, Show]) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    wanted = re.compile(
        rb'<(?:\w+:)?c\s(?=[^>]*\bs="(' + "|".join(styles).encode() + rb')")[^>]*?\br="([A-Z]{1,3})(\d+)"'
    )
    failed = re.compile(
        rb'<(?:\w+:)?c\s(?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3})(\d+)"[^>]*>(?:<f\b[^>]*?(?:/>|>[^<]*</f>))?<v>([^<]*)</v>'
    )
    with archive.open(part) as sheet:
        rest = b""
        while block := sheet.read(CHUNK):
            text = rest + block
            cut = max(text.rfind(b"<c "), text.rfind(b":c ") - 8, 0)
            rest = text[cut:] if len(text) - cut < CHUNK else b""
            text = text[:cut] or text
            if styles:
                for style, letters, row in wanted.findall(text):
                    columns.setdefault(_place(letters), Column()).add(int(row), styles[style.decode()])
            if b't="e"' in text:
                for letters, row, said in failed.findall(text):
                    columns.setdefault(_place(letters), Column()).errors[int(row)] = unescape(said.decode())
        for style, letters, row in wanted.findall(rest) if styles else ():
            columns.setdefault(_place(letters), Column()).add(int(row), styles[style.decode()])
        for letters, row, said in failed.findall(rest):
            columns.setdefault(_place(letters), Column()).errors[int(row)] = unescape(said.decode())
    return columns


def _place(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1


def formatter(code: str) -> Show | None:
    """How a special number format shows a number; None for ordinary ones (plain, money, dates), which stay plain.

    Special are zero padding ("00000"), marks between digits ("(###) ###-####"), a plus in front, per cent.
    """
    sections = _sections(code)
    conditions = [CONDITION.search(section) for section in sections]
    shows = [_section(section) for section in sections[:2]]
    if shows[0] is None:
        return None
    first = shows[0]
    second = shows[1] if len(shows) > 1 and shows[1] is not None else first
    test = conditions[0]
    if test is None:
        return first
    holds, bound = COMPARE[test[1]], float(test[2])
    return lambda value: first(value) if holds(value, bound) else second(value)


def _sections(code: str) -> list[str]:
    return re.findall(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+', code) or [""]


def _section(section: str) -> Show | None:
    pieces: list[tuple[str, str]] = []  # ("digits" | "mark" | "text", what)
    for match in TOKEN.finditer(section):
        quoted, escaped, digits, mark, plain = match.groups()
        if digits:
            pieces.append(("digits", digits))
        elif mark:
            pieces.append(("mark", mark))
        elif quoted or escaped:
            pieces.append(("text", quoted or escaped))
        elif plain:
            if plain.isalpha() or plain == "@":
                return None  # dates, General, scientific, text
            pieces.append(("text", plain))
    marks = [what for sort, what in pieces if sort == "mark"]
    if "%" in marks:
        decimals = _decimals(pieces)
        return lambda value: f"{value * 100:.{decimals}f}%"
    if marks or not any(sort == "digits" for sort, _ in pieces):
        return None
    places = [place for place, (sort, _) in enumerate(pieces) if sort == "digits"]
    padded = sum(what.count("0") for sort, what in pieces if sort == "digits") > 1
    plus = "+" in "".join(what for sort, what in pieces[: places[0]] if sort == "text")
    if not padded and len(places) == 1 and not plus:
        return None
    return lambda value: _filled(pieces, value)


def _decimals(pieces: list[tuple[str, str]]) -> int:
    after = False
    count = 0
    for sort, what in pieces:
        if (sort, what) == ("mark", "."):
            after = True
        elif after and sort == "digits":
            count += len(what)
    return count


def _filled(pieces: list[tuple[str, str]], value: float) -> str:
    """The digits of a whole number set from the right into their places; the leftmost place takes all that are left."""
    digits = list(str(abs(round(value))))
    first = next(place for place, (sort, _) in enumerate(pieces) if sort == "digits")
    shown: list[str] = []
    for place in range(len(pieces) - 1, -1, -1):
        sort, what = pieces[place]
        if sort == "text":
            shown.append(what)
            continue
        for slot in reversed(what):
            if digits:
                shown.append(digits.pop())
            elif slot == "0":
                shown.append("0")
            elif slot == "?":
                shown.append(" ")
        if place == first:
            shown.append("".join(digits))
            digits = []
    return ("-" if value < 0 else "") + "".join(reversed(shown))
