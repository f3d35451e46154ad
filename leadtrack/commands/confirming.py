"""Asking a person about the columns of a sheet that are in doubt."""

from collections.abc import Sequence
from typing import Any

import typer

from leadtrack.commands.desk import plain
from leadtrack.fields import FIELDS

# Below this a proposed field is asked about; a column kept as custom is, where any of its cells holds something.
_SURE = 0.9
_EXAMPLES = 3


def ask(columns: Sequence[Any], sample: Sequence[Sequence[str]]) -> dict[str, str]:
    """Walk through the doubtful columns (mapping.Column); returns what was said: {header: field, custom or ignore}.

    The enter key takes what is proposed, and that counts as confirmed.
    """
    said = {}
    for column in columns:
        cells = [row[column.position] for row in sample if column.position < len(row) and row[column.position].strip()]
        if column.use == "ignore" or not cells or (column.field and column.confidence >= _SURE):
            continue
        examples = ", ".join(plain(cell[:40]) for cell in dict.fromkeys(cells[: _EXAMPLES * 4]))
        typer.echo(f"\n{plain(column.name)}: {examples[:160]}", err=True)
        said[column.name] = _answer(column.field or "custom")
    return said


def _answer(proposed: str) -> str:
    """A field, custom or ignore; asked again until it is one."""
    while True:
        text = typer.prompt("  is (a field, custom, ignore; ? lists the fields)", default=proposed, err=True).strip()
        if text in (*FIELDS, "custom", "ignore"):
            return str(text)
        typer.echo(f"  the fields are: {', '.join(FIELDS)}", err=True)
