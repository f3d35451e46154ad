"""leadtrack source"""

from typing import Annotated

import typer

from leadtrack.actions import scoring, teamwork
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app("Sources: the channels that leads come by.")


@app.command()
def add(context: typer.Context, name: Annotated[str, typer.Argument()], format: Format = "table") -> None:
    """Make a source."""
    result = teamwork.add_source(desk(context).office, name)
    words = "is new" if result["new"] else "was there already"
    desk(context).acted(
        f"source {result['source']} {words}; use it: leadtrack import FILE --source {result['source']!r}",
        result,
        format,
    )


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the sources with their leads."""
    office = desk(context).office
    lives = office.store.scoring.half_lives()
    rows = [{**row, "source": row["name"], "half_life": lives[row["id"]]} for row in office.store.campaigns.sources()]
    desk(context).listing(
        "Sources",
        (
            Column("source", "Source"),
            Column("leads", "Leads", "count"),
            Column("half_life", "Half-life, days", "count"),
        ),
        rows,
        format,
        output,
    )


@app.command("half-life")
def half_life(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="SOURCE")],
    time: Annotated[str, typer.Argument(metavar="TIME", help="36h, 10 days, 2 weeks; auto: as its name suggests.")],
    format: Format = "table",
) -> None:
    """In which time the interest of its leads is half of what it was: how fast they cool."""
    result = scoring.set_half_life(desk(context).office, name, time)
    desk(context).acted(
        f"interest of {result['source']} leads halves every {_days(result['half_life'])}", result, format
    )


def _days(number: float) -> str:
    return "day" if number == 1 else f"{number:g} days"
