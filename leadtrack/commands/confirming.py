"""Asking a person about the columns of a sheet that are in doubt."""

import shutil
import textwrap
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import typer

from leadtrack.actions.mappings import SEVERAL
from leadtrack.commands.desk import plain
from leadtrack.fields import FIELDS, LABELS

# Below this a proposed field is asked about; a column kept as custom is, where any of its cells holds something.
_SURE = 0.9
_EXAMPLES = 4
_WIDEST = 40  # characters of one example
_ANSWERS = {name.casefold(): field for field, label in LABELS.items() for name in (field, label)}
_ANSWERS |= {word: word for word in ("custom", "ignore", "back", "rest")}
_INSTRUCTIONS = (
    "Answer with a field (? lists them), custom (keep it under its own header) or ignore (leave it out); the enter key "
    "takes what is proposed, back returns to the column before, rest takes all others as they are proposed."
)


def ask(columns: Sequence[Any], sample: Sequence[Sequence[str]]) -> dict[str, str]:
    """Walk through the doubtful columns (mapping.Column); returns what was said: {header: field, custom or ignore}.

    The enter key takes what is proposed, and that counts as confirmed; "rest" leaves the others as they are proposed,
    and that does not.
    """
    doubtful = [(column, cells) for column in columns if (cells := _examples(column, sample)) and _in_doubt(column)]
    if not doubtful:
        _tell("no column is in doubt; --map 'Header=field' changes one")
        return {}
    _tell(f"{len(doubtful)} of {len(columns)} columns are in doubt. {_INSTRUCTIONS}")
    said: dict[str, str] = {}
    place = 0
    while place < len(doubtful):
        column, cells = doubtful[place]
        _tell(f"\n{place + 1} of {len(doubtful)}: {plain(column.name)} ({column.why})")
        _tell(f"  for example {cells}")
        said.pop(column.name, None)
        answer = _answer(column.field or "custom", {field: name for name, field in said.items()})
        if answer == "rest":
            break
        if answer == "back":
            place = max(0, place - 1)
            continue
        said[column.name] = answer
        place += 1
    return said


def _in_doubt(column: Any) -> bool:
    return column.use != "ignore" and not (column.field and column.confidence >= _SURE)


def _examples(column: Any, sample: Sequence[Sequence[str]]) -> str:
    """The first different cells of a column; "" where it has none."""
    cells = (row[column.position].strip() for row in sample if column.position < len(row))
    found = list(dict.fromkeys(cell for cell in cells if cell))[:_EXAMPLES]
    return ", ".join(plain(cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1] + "…") for cell in found)


def _answer(proposed: str, taken: dict[str, str]) -> str:
    """A field, custom or ignore; asked again until it is one that no column said before has (`taken`)."""
    while True:
        text = " ".join(typer.prompt("  is", default=proposed, err=True).split()).casefold()
        answer = _ANSWERS.get(text) or _ANSWERS.get(text.replace(" ", "_"))
        if answer is None:
            near = get_close_matches(text.replace(" ", "_"), FIELDS, n=1)
            if near:
                _tell(f"  there is no field {plain(text)}; did you mean {near[0]}?")
            else:
                _tell(f"  the fields are: {', '.join(FIELDS)}")
        elif answer in taken and answer not in SEVERAL:
            _tell(f"  {answer} is filled from {plain(taken[answer])}, as you said; back returns there")
        else:
            return answer


def _tell(words: str) -> None:
    """Words to a person, broken between words at the width of the terminal."""
    above, indent = words.startswith("\n"), words.lstrip("\n").startswith("  ") * "  "
    width = max(20, shutil.get_terminal_size().columns - 1)
    lines = textwrap.wrap(words.strip(), width, initial_indent=indent, subsequent_indent=indent)
    typer.echo("\n" * above + "\n".join(lines), err=True)
