"""leadtrack temperature"""

from typing import Annotated, Any

import typer

from leadtrack.actions import scoring
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column, Report

app = new_app()


@app.command()
def temperature(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    to: Annotated[
        str | None, typer.Argument(metavar="[hot|warm|cold|auto]", help="What you say of it; auto: as it is computed.")
    ] = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="The reason.")] = None,
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="Since when, if not now.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """How warm a lead is, and why; with hot, warm or cold, say it yourself."""
    office = desk(context).office
    if to is not None:
        result = scoring.tell(office, lead, to, why=why, at=at)
        words = "is" if result["batch"] else "is already"
        desk(context).acted(f"lead {result['lead']} {words} {told(result)}", result, format)
        return
    if why or at:
        raise UsageError(f"say what the lead is: leadtrack temperature {lead!r} hot --why TEXT")
    found = scoring.score(office, lead)
    if format == "json" and output is None:
        desk(context).acted("", found, format)
        return
    title = f"Lead {found['lead']} {found['name']}: {told(found)}"
    columns = (Column("why", "Why"), Column("points", "Points", "count"), Column("of", "Of", "count"))
    desk(context).show(Report(title, columns, found["reasons"]), format, output, listing=False)


def told(found: dict[str, Any]) -> str:
    """The temperature in words: "hot", "hot, says Rita Ruiz since 2026-03-31 (computed: warm): wants a quote"."""
    if not found["told_by"]:
        return str(found["temperature"])
    words = f"{found['temperature']}, says {found['told_by']} since {found['told_at'][:10]}"
    if found["computed"] != found["temperature"]:
        words += f" (computed: {found['computed']})"
    return words + (f": {found['why']}" if found["why"] else "")
