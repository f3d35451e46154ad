"""Text as a sheet has it, made fit to keep: without control characters, trimmed, its letters untouched.

Nothing here changes a letter, an accent or a composed character: what people typed survives, also what looks naughty.
"""

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


def is_tidy(texts: str) -> bool:
    """Whether texts put together with blanks (one before the first, one behind the last) are all what `tidy` makes."""
    if "  " in texts:
        return False
    # of ASCII this is the same as isprintable, in half the time
    return not texts.encode().translate(None, _PRINTABLE) if texts.isascii() else texts.isprintable()


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
