"""leadtrack region"""

from typing import Annotated

import typer

from leadtrack.actions import teamwork
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app("Regions: reps belong to one.")


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument()],
    manager: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who is told what its reps leave undone; one of the team.")
    ] = None,
    format: Format = "table",
) -> None:
    """Make a region, or give one its manager."""
    result = teamwork.add_region(desk(context).office, name, manager)
    words = "is new" if result["new"] else "was changed" if result["batch"] else "was there already"
    led = f", its manager is {result['manager']}" if result["manager"] else ""
    desk(context).acted(
        f"region {result['region']} {words}{led}; "
        f"put a rep into it: leadtrack rep add NAME --region {result['region']!r}",
        result,
        format,
    )


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the regions."""
    rows = [{**row, "region": row["name"]} for row in desk(context).office.store.reps.regions()]
    columns = (Column("region", "Region"), Column("reps", "Reps", "count"), Column("manager", "Manager"))
    desk(context).listing("Regions", columns, rows, format, output)
