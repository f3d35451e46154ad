"""Cells that a spreadsheet would run: an apostrophe in front makes them text, and taking it away restores them.

A spreadsheet takes a cell that begins with one of = + - @ TAB CR for a formula (OWASP, CSV injection; CWE-1236).
"""

import re

# An apostrophe before one of these, or before an apostrophe, is guarded, too: so taking one away always restores.
_FORMULA = re.compile("'?[=+\\-@\t\r]|''")
GUARDED = re.compile("'['=+\\-@\t\r]")


def guard(cell: str) -> str:
    """The cell with an apostrophe in front if a spreadsheet could take it for a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """The cell as it was before `guard`; a sheet of another program loses the mark that means "this is text"."""
    return cell[1:] if GUARDED.match(cell) else cell
