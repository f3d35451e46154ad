"""leadtrack disqualify"""

from typing import Annotated

import typer

from leadtrack.actions import moving
from leadtrack.commands.closing import closed
from leadtrack.commands.desk import Format, desk, new_app

app = new_app()


@app.command()
def disqualify(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why it will not buy; it is kept.")],
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="When it was, if not now.")] = None,
    format: Format = "table",
) -> None:
    """Give a lead up, with the reason; leadtrack reopen brings it back."""
    result = moving.disqualify(desk(context).office, lead, reason=reason, at=at)
    desk(context).acted(closed(result), result, format)
