"""leadtrack log"""

from typing import Annotated, Any

import typer

from leadtrack.actions import work
from leadtrack.commands.desk import Format, desk, new_app

app = new_app()


@app.command()
def log(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    kind: Annotated[str, typer.Argument(help="call, email, text or meeting.")],
    outcome: Annotated[
        str | None,
        typer.Option(help="answered, voicemail, interested, later, ...; leadtrack outcomes list has all."),
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="What was said.")] = None,
    remind: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Promise the next step: 'in 6 months', 'tomorrow 9:00'.")
    ] = None,
    incoming: Annotated[bool, typer.Option("--in", help="It came from the lead; no attempt of ours.")] = False,
    nature: Annotated[
        str | None, typer.Option(help="Of what came in: inquiry, comment, complaint, price request, reply.")
    ] = None,
    duration: Annotated[str | None, typer.Option(metavar="TIME", help="How long it took: 12 min, 90s.")] = None,
    subject: Annotated[str | None, typer.Option(metavar="TEXT", help="What it was about.")] = None,
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="When it was, if not now.")] = None,
    format: Format = "table",
) -> None:
    """Record a contact with a lead, and with --remind the next step in the same breath."""
    result = work.log(
        desk(context).office, lead, kind, outcome=outcome, incoming=incoming, words=note, at=at, nature=nature,
        duration=duration, subject=subject, remind=remind,
    )  # fmt: skip
    desk(context).acted(_words(result), result, format)


def _words(result: dict[str, Any]) -> str:
    """What was written down, and what follows from it."""
    told = [f"{result['kind']} logged for lead {result['lead']}"]
    told[0] += f" (done: {result['action']})" if result["action"] else ""
    if result["reminder"]:
        told.append(f"reminder {result['reminder']} is due {result['due'][:16].replace('T', ' ')}")
    if result["next"]:
        told.append(f"next: {result['next']['kind']}, {result['next']['text']}")
        if result["next"]["from"] > result["at"]:
            told[-1] += f" (from {result['next']['from'][:16].replace('T', ' ')})"
    if result["proposal"]:
        told.append(f"{result['outcome']}: {result['proposal']}")
    if len(told) == 1:
        told.append(f"what is next? leadtrack remind {result['lead']} tomorrow TEXT")
    return "; ".join(told)
