"""leadtrack rep"""

from typing import Annotated

import typer

from leadtrack.actions import teamwork
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app("Reps: who works leads.")


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The rep's name.")],
    email: Annotated[str | None, typer.Option(help="Where mail for the rep goes.")] = None,
    region: Annotated[str | None, typer.Option(help="The rep's region; made where it is missing.")] = None,
    format: Format = "table",
) -> None:
    """Put a rep on the team, or complete one."""
    result = teamwork.add_rep(desk(context).office, name, email, region)
    state = "joined the team" if result["new"] else "is on the team" if result["batch"] is None else "was changed"
    where = f" in {result['region']}" if result["region"] else ""
    desk(context).acted(
        f"{result['rep']} {state}{where}; give places: leadtrack territory add {result['rep']!r} --state MA",
        result,
        format,
    )


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the team."""
    columns = (
        Column("rep", "Rep"), Column("email", "E-mail"), Column("region", "Region"), Column("leads", "Leads", "count"),
    )  # fmt: skip
    rows = [{**row, "rep": row["name"]} for row in desk(context).office.store.reps.holding()]
    desk(context).listing("Reps", columns, rows, format, output)
