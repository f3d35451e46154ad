"""leadtrack history"""

from typing import Annotated

import typer

from leadtrack.actions import undoing
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app()


@app.command()
def history(
    context: typer.Context,
    lead: Annotated[str | None, typer.Argument(help="Number, e-mail address, or a unique part of the name.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many batches.")] = 50,
    format: Format = "table",
    output: Output = None,
) -> None:
    """What happened: the team's batches, newest first, or all that happened to a lead."""
    if lead is not None:
        events = (
            Column("at", "When", "instant"), Column("batch", "Batch"), Column("actor", "Who"), Column("what", "What"),
            Column("details", "Details"),
        )  # fmt: skip
        desk(context).listing("History", events, undoing.lead_history(desk(context).office, lead), format, output)
        return
    columns = (
        Column("batch", "Batch"), Column("at", "When", "instant"), Column("actor", "Who"), Column("command", "Command"),
        Column("summary", "What"), Column("touched", "Touched", "count"), Column("undone", "Taken back", "flag"),
    )  # fmt: skip
    desk(context).listing("History", columns, undoing.history(desk(context).office, limit), format, output)
