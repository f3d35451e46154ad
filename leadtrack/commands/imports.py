"""leadtrack imports"""

import typer

from leadtrack.actions import undoing
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app()

_COUNTS = ("rows", "created", "updated", "unchanged", "duplicates", "rejected")
_COLUMNS = (
    Column("batch", "Batch"), Column("file", "File"), Column("at", "When", "instant"), Column("actor", "Who"),
    *(Column(name, name.capitalize(), "count") for name in _COUNTS),
    Column("undone", "Taken back", "flag"), Column("sheet", "Sheet"),
)  # fmt: skip
# on a narrow terminal columns are left out from the right: who looks here asks what came in and what did not
_BY_WEIGHT = (
    "batch", "file", "at", "rows", "created", "rejected", "undone", "updated", "unchanged", "duplicates", "actor",
    "sheet",
)  # fmt: skip


@app.command()
def imports(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the files that were taken in, newest first; leadtrack undo BATCH takes one back."""
    columns = _COLUMNS
    if format == "table":
        columns = tuple(sorted(_COLUMNS, key=lambda column: _BY_WEIGHT.index(column.key)))
    desk(context).listing("Imports", columns, undoing.imports(desk(context).office), format, output)
