"""leadtrack region"""

from typing import Annotated

import typer

from leadtrack.actions import teamwork
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app("Regions: reps belong to one.")


@app.command()
def add(context: typer.Context, name: Annotated[str, typer.Argument()], format: Format = "table") -> None:
    """Make a region."""
    result = teamwork.add_region(desk(context).office, name)
    words = "is new" if result["new"] else "was there already"
    desk(context).acted(
        f"region {result['region']} {words}; put a rep into it: leadtrack rep add NAME --region {result['region']!r}",
        result,
        format,
    )


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the regions."""
    rows = [{"region": row["name"], "reps": row["reps"]} for row in desk(context).office.store.reps.regions()]
    desk(context).listing(
        "Regions", (Column("region", "Region"), Column("reps", "Reps", "count")), rows, format, output
    )
