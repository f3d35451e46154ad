"""leadtrack info"""

import typer

from leadtrack.actions import info as about
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app()


@app.command()
def info(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """Where the team's file is, and what it holds."""
    result = about.info(desk(context).office)
    if format == "json" and output is None:
        desk(context).acted("", result, format)
        return
    rows = [{"key": key, "value": value} for key, value in result.items()]
    desk(context).listing("", (Column("key", "What"), Column("value", "Value")), rows, format, output)
