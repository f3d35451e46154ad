"""leadtrack stage"""

from typing import Annotated

import typer

from leadtrack.actions import moving
from leadtrack.commands.closing import still_promised
from leadtrack.commands.desk import Format, desk, new_app

app = new_app()


@app.command()
def stage(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    to: Annotated[str, typer.Argument(metavar="STAGE", help="new, contacted, qualified, proposal, won, lost, ...")],
    why: Annotated[str | None, typer.Option("--why", "--reason", metavar="TEXT", help="The reason.")] = None,
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="When it was, if not now.")] = None,
    format: Format = "table",
) -> None:
    """Move a lead to another stage of the pipeline; leadtrack stages list shows them."""
    result = moving.move(desk(context).office, lead, to, why=why, at=at)
    words = f"moved from {result['from']} to" if result["batch"] else "is already in"
    desk(context).acted(f"lead {result['lead']} {words} {result['stage']}{still_promised(result)}", result, format)
