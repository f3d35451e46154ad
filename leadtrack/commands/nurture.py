"""leadtrack nurture"""

from typing import Annotated

import typer

from leadtrack.actions import moving
from leadtrack.commands.desk import Format, desk, new_app

app = new_app()


@app.command()
def nurture(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    until: Annotated[str, typer.Option(metavar="WHEN", help="When to ask again: 'in 6 months', 2027-03-01.")],
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why not now.")] = None,
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="When it was, if not now.")] = None,
    format: Format = "table",
) -> None:
    """Put a lead off until a day, with a reminder for then."""
    result = moving.nurture(desk(context).office, lead, until=until, reason=reason, at=at)
    moved = f"moved from {result['from']} to" if result["from"] != result["stage"] else "stays in"
    due = result["due"][:16].replace("T", " ")
    desk(context).acted(
        f"lead {result['lead']} {moved} {result['stage']} until {due} (reminder {result['reminder']})", result, format
    )
