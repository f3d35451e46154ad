"""leadtrack calendar"""

from typing import Annotated

import typer

from leadtrack.actions import calendars
from leadtrack.commands.desk import Output, desk, new_app

app = new_app()


@app.command()
def calendar(
    context: typer.Context,
    rep: Annotated[str, typer.Option(help="Whose calendar.")],
    output: Output = None,
) -> None:
    """Write a rep's reminders as a calendar file (iCalendar) that calendar programs subscribe to."""
    from leadtrack.render.calendar import calendar as written

    here = desk(context)
    name, events = calendars.of_rep(here.office, rep)
    here.write(written(events, f"leadtrack: {name}"), output)
