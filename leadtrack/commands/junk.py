"""leadtrack junk"""

from typing import Annotated

import typer

from leadtrack.actions import moving
from leadtrack.commands.closing import closed
from leadtrack.commands.desk import Format, desk, new_app

app = new_app()


@app.command()
def junk(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why it never was a lead.")] = None,
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="When it was, if not now.")] = None,
    format: Format = "table",
) -> None:
    """Put aside what never was a lead: a wrong number, a test, a seller; leadtrack purge --junk deletes old ones."""
    result = moving.junk(desk(context).office, lead, reason=reason, at=at)
    desk(context).acted(closed(result), result, format)
