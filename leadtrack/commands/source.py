"""leadtrack source"""

from typing import Annotated

import typer

from leadtrack.actions import teamwork
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app("Sources: the channels that leads come by.")


@app.command()
def add(context: typer.Context, name: Annotated[str, typer.Argument()], format: Format = "table") -> None:
    """Make a source."""
    result = teamwork.add_source(desk(context).office, name)
    words = "is new" if result["new"] else "was there already"
    desk(context).acted(
        f"source {result['source']} {words}; use it: leadtrack import FILE --source {result['source']!r}",
        result,
        format,
    )


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the sources with their leads."""
    rows = [{**row, "source": row["name"]} for row in desk(context).office.store.campaigns.sources()]
    desk(context).listing(
        "Sources", (Column("source", "Source"), Column("leads", "Leads", "count")), rows, format, output
    )
