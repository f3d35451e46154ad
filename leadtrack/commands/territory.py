"""leadtrack territory"""

from typing import Annotated

import typer

from leadtrack.actions import territories
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app("Territories: the places that reps cover.")

Places = list[str] | None


@app.command()
def add(
    context: typer.Context,
    rep: Annotated[str, typer.Argument(help="Who covers the places.")],
    country: Annotated[
        str | None, typer.Option(help="A whole country; with other places, the one they lie in.")
    ] = None,
    state: Annotated[Places, typer.Option(help="A state, for example MA.")] = None,
    county: Annotated[Places, typer.Option(help="A county with its state: 'Suffolk County, MA'.")] = None,
    zip3: Annotated[Places, typer.Option(help="The first three digits of ZIPs, for example 021.")] = None,
    zip: Annotated[Places, typer.Option(help="A ZIP, for example 02110.")] = None,
    format: Format = "table",
) -> None:
    """Let a rep cover places; an option may be given again, or hold several places (commas; counties: semicolons)."""
    places = [
        (kind, value)
        for kind, values in (("state", state), ("county", county), ("zip3", zip3), ("zip", zip))
        for given in values or []
        for value in given.split(";" if kind == "county" else ",")
    ]
    result = territories.add(desk(context).office, rep, places, country)
    listed = ", ".join(result["added"] or result["places"])
    words = "covers" if result["added"] else "covered already:"
    desk(context).acted(f"{result['rep']} {words} {listed}; hand leads out: leadtrack assign", result, format)


@app.command("import")
def import_(context: typer.Context, file: Annotated[str, typer.Argument()], format: Format = "table") -> None:
    """Take territories from a sheet with the columns rep, region, country, unit, value."""
    result = territories.import_sheet(desk(context).office, file)
    known = f", {result['known']} known already" if result["known"] else ""
    desk(context).acted(
        f"{result['added']} {'territory' if result['added'] == 1 else 'territories'} added{known}; "
        "hand leads out: leadtrack assign",
        result,
        format,
    )


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List who covers what."""
    columns = (
        Column("territory", "Nr"), Column("rep", "Rep"), Column("region", "Region"), Column("country", "Country"),
        Column("unit", "Unit"), Column("value", "Place"),
    )  # fmt: skip
    desk(context).listing("Territories", columns, desk(context).office.store.territories.all(), format, output)
