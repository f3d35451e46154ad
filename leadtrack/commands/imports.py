"""leadtrack imports"""

import typer

from leadtrack.actions import undoing
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app()


@app.command()
def imports(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the files that were taken in, newest first; leadtrack undo BATCH takes one back."""
    columns = (
        Column("batch", "Batch"), Column("file", "File"), Column("at", "When", "instant"), Column("actor", "Who"),
        *(
            Column(name, name.capitalize(), "count")
            for name in ("rows", "created", "updated", "unchanged", "duplicates", "rejected")
        ),
        Column("undone", "Taken back", "flag"), Column("sheet", "Sheet"),
    )  # fmt: skip
    desk(context).listing("Imports", columns, undoing.imports(desk(context).office), format, output)
