"""Text as a sheet has it, made fit to keep: without control characters, trimmed, its letters untouched.

Nothing here changes a letter, an accent or a composed character: what people typed survives, also what looks naughty.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from leadtrack.patterns import Pattern

# marks that people put into a cell to say that there is nothing
NOTHING = frozenset(("-", "--", "---", "–", "—", ".", "?", "n/a", "N/A", "#N/A", "n.a.", "N.A."))

# C0 and C1 without tab, line feed and carriage return; U+0085 is a line break
_controls = Pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_surrogates = Pattern(r"[\ud800-\udfff]")
_blanks = Pattern(r"[ \t\r\n\x85\xa0]+")
_blanks_in_line = Pattern(r"[ \t\xa0]+")
_line_breaks = Pattern(r" ?(?:\r\n|\r|\n|\x85) ?")


_PRINTABLE = bytes(range(32, 127))
# stands between the cells of a row; no tidy cell holds it
BETWEEN = "\x1f"
_BEFORE = f"{BETWEEN} "
_MARK = BETWEEN.encode()
_PARTS = 16  # into which rows are divided, to find those among them that are not plain
_UNTIDY = ("  ", f" {BETWEEN}", _BEFORE, "\n", "\r")
_PLAIN = _PRINTABLE + b"\n\r"


def is_tidy(texts: str) -> bool:
    """Whether texts put together with blanks (one before the first, one behind the last) are all what `tidy` makes."""
    return "  " not in texts and _is_printable(texts)


def untidy(rows: Sequence[str], width: int) -> list[int]:
    """Which of these rows, each `width` cells with BETWEEN between them, hold a cell that `tidy` would change.

    They are looked at together: nearly all are tidy, and so a few passes over one long text find those that are not.
    """
    text = f"{BETWEEN}{BETWEEN.join(rows)}{BETWEEN}"
    ends = list(accumulate(len(row) + 1 for row in rows))
    found: set[int] = set()
    for mark in _UNTIDY:
        place = text.find(mark)
        while place >= 0:
            # a blank before the first cell of a row is found at the BETWEEN before it
            row = min(bisect_right(ends, place if mark is not _BEFORE else place + 1), len(rows) - 1)
            found.add(row)
            place = text.find(mark, ends[row])
    found.update(_unplain(rows, 0, width))
    return sorted(found)


def _unplain(rows: Sequence[str], start: int, width: int) -> Iterator[int]:
    """The rows, counted from `start`, that are not plain: all are asked at once, and fewer where that does not do."""
    if not rows or _is_plain(BETWEEN.join(rows), len(rows) * width):
        return
    if len(rows) == 1:
        yield start
        return
    size = -(-len(rows) // _PARTS)
    for place in range(0, len(rows), size):
        yield from _unplain(rows[place : place + size], start + place, width)


def _is_plain(text: str, cells: int) -> bool:
    """Whether a text of so many cells holds no other BETWEEN, and nothing that cannot be printed but line breaks."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    marks = rest.count(_MARK)
    if marks != cells - 1:
        return False
    return len(rest) == marks or rest.replace(_MARK, b"").decode("utf-8", "surrogatepass").isprintable()


def _is_printable(text: str) -> bool:
    """`isprintable`, for ASCII in half the time."""
    return not text.encode().translate(None, _PRINTABLE) if text.isascii() else text.isprintable()


def tidy(text: str) -> str:
    """One line: control characters out, ends trimmed, runs of blanks and line breaks as one blank."""
    if text.isprintable():
        text = text.strip()
        return _blanks.sub(" ", text) if "  " in text else text
    return _blanks.sub(" ", _without_controls(text)).strip()


def tidy_lines(text: str) -> str:
    """The same for text of several lines: line breaks stay, as line feeds."""
    if text.isprintable():
        text = text.strip()
        return _blanks.sub(" ", text) if "  " in text else text
    return _line_breaks.sub("\n", _blanks_in_line.sub(" ", _without_controls(text))).strip()


def trimmed(text: str) -> str:
    """Text that is nobody's field: control characters out and ends trimmed, nothing else."""
    return (text if text.isprintable() else _without_controls(text)).strip()


def _without_controls(text: str) -> str:
    return _surrogates.sub("\ufffd", _controls.sub("", text))


def words(text: str, *, between: str | None = None) -> frozenset[str]:
    """The words of a table, written in one string."""
    return frozenset(text.split(between))
