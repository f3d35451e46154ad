"""leadtrack reopen"""

from typing import Annotated

import typer

from leadtrack.actions import moving
from leadtrack.commands.desk import Format, desk, new_app

app = new_app()


@app.command()
def reopen(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="What has changed; it is kept.")],
    to: Annotated[str | None, typer.Option(metavar="STAGE", help="An open stage; else the one it was in last.")] = None,
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="When it was, if not now.")] = None,
    format: Format = "table",
) -> None:
    """Open a lead again that was lost, junk, won or put off; leadtrack report reopened lists them."""
    result = moving.reopen(desk(context).office, lead, reason=reason, to=to, at=at)
    words = f"opened again: {result['from']} to" if result["batch"] else "is open already, in"
    desk(context).acted(f"lead {result['lead']} {words} {result['stage']}", result, format)
