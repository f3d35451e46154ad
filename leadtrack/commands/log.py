"""leadtrack log"""

from typing import Annotated

import typer

from leadtrack.actions import work
from leadtrack.commands.desk import Format, desk, new_app

app = new_app()


@app.command()
def log(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    kind: Annotated[str, typer.Argument(help="call, email, text or meeting.")],
    outcome: Annotated[str | None, typer.Option(help="answered, voicemail, no answer, interested, later, ...")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="What was said.")] = None,
    incoming: Annotated[bool, typer.Option("--in", help="It came from the lead; no attempt of ours.")] = False,
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="When it was, if not now.")] = None,
    format: Format = "table",
) -> None:
    """Record a contact with a lead."""
    result = work.log(desk(context).office, lead, kind, outcome=outcome, incoming=incoming, words=note, at=at)
    desk(context).acted(
        f"{kind} logged for lead {result['lead']}; what is next? leadtrack remind {result['lead']} tomorrow TEXT",
        result,
        format,
    )
