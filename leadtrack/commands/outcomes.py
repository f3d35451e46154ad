"""leadtrack outcomes"""

from typing import Annotated

import typer

from leadtrack.actions import outcomes
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app("Outcomes: how a call, e-mail, text or meeting may end.")


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List all outcomes: those that are shipped, and the team's own."""
    columns = (
        Column("outcome", "Outcome"), Column("reached", "Lead reached", "flag"), Column("like", "Like"),
        Column("own", "The team's own", "flag"),
    )  # fmt: skip
    desk(context).listing("Outcomes", columns, outcomes.listed(desk(context).office), format, output)


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What the outcome is called.")],
    like: Annotated[
        str, typer.Option(metavar="OUTCOME", help="The shipped outcome that it is a kind of.")
    ] = "answered",
    format: Format = "table",
) -> None:
    """Add an outcome of the team's own; it counts as the one that it is like."""
    result = outcomes.add(desk(context).office, name, like)
    words = "is an outcome now" if result["batch"] else "was an outcome before"
    desk(context).acted(f"{result['outcome']} {words}, like {result['like']}", result, format)


@app.command()
def remove(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="One of the team's own.")],
    format: Format = "table",
) -> None:
    """Take an outcome of the team's own out of the list; contacts that have it keep it."""
    result = outcomes.remove(desk(context).office, name)
    desk(context).acted(f"{result['outcome']} can no longer be logged; contacts that have it keep it", result, format)
