"""leadtrack score"""

from typing import Annotated

import typer

from leadtrack.actions import scoring, timing
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.commands.temperature import told
from leadtrack.reports import Column, Report

app = new_app()

_REASONS = (Column("points", "Points", "count"), Column("of", "Of", "count"), Column("why", "Why"))
_SCORE = (
    Column("score", "Score", "count"),
    Column("fit", "Fit", "count"),
    Column("engagement", "Engagement", "count"),
    Column("temperature", "Temperature"),
)


@app.command()
def score(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    explain: Annotated[bool, typer.Option("--explain", help="Say where the points come from.")] = False,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="WHEN", help="As it was at another time.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """How well a lead fits and how warm it is, 0 to 100."""
    found = scoring.score(timing.as_of(desk(context).office, as_of), lead)
    if format == "json" and output is None:
        desk(context).acted("", found, format)
        return
    title = f"Lead {found['lead']} {found['name']}: {found['score']} of 100, {told(found)}"
    if explain:
        total = {"points": found["score"], "of": 100, "why": ""}
        made = Report(title, _REASONS, found["reasons"], total=total)
    else:
        made = Report(title, _SCORE, [found])
    desk(context).show(made, format, output, listing=False)
