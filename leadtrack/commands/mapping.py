"""leadtrack mapping"""

from typing import Annotated

import typer

from leadtrack.actions import mappings
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app("Mappings: what was confirmed of the columns of sheets.")

Number = Annotated[int, typer.Argument(metavar="MAPPING", help="Its number in leadtrack mapping list.")]


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the mappings that are remembered, one per layout of headers."""
    columns = (
        Column("mapping", "Nr"),
        Column("file", "First seen in"),
        Column("headers", "Headers", "count"),
        Column("columns", "Confirmed"),
    )
    desk(context).listing("Mappings", columns, mappings.listed(desk(context).office), format, output)


@app.command()
def show(context: typer.Context, number: Number, format: Format = "table", output: Output = None) -> None:
    """Show a mapping header by header."""
    columns = (Column("header", "Header"), Column("field", "Field"))
    rows = mappings.shown(desk(context).office, number)
    desk(context).listing(f"Mapping {number}", columns, rows, format, output)


@app.command()
def forget(context: typer.Context, number: Number, format: Format = "table") -> None:
    """Forget a mapping: the next sheet of that layout is mapped by its own headers and values again."""
    result = mappings.forget(desk(context).office, number)
    desk(context).acted(f"mapping {number} ({result['file']}) is forgotten", result, format)
