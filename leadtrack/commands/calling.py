"""leadtrack calling"""

from typing import Annotated, Any

import typer

from leadtrack.actions import calling
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column, Report

app = new_app("When leads may be called and texted, by their own clock.")

Place = Annotated[str, typer.Argument(metavar="PLACE", help="FL, CA-ON, DE, or everywhere.")]


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the hours, by place; the smallest place holds."""
    columns = (Column("place", "Place"), Column("hours", "Hours"), Column("days", "Days"))
    desk(context).listing("Calling hours", columns, calling.rules(desk(context).office), format, output)


@app.command("set")
def set_(
    context: typer.Context,
    place: Place,
    hours: Annotated[str, typer.Argument(metavar="HOURS", help="8:00-20:00")],
    days: Annotated[str | None, typer.Option(metavar="DAYS", help="mon-sat; else every day.")] = None,
    format: Format = "table",
) -> None:
    """Keep to other hours in a place."""
    result = calling.set_hours(desk(context).office, place, hours, days)
    words = f"leads in {result['place']}" if result["place"] != calling.EVERYWHERE else "leads"
    desk(context).acted(f"{words} may be called {result['hours']}, {result['days']}", result, format)


@app.command()
def remove(context: typer.Context, place: Place, format: Format = "table") -> None:
    """Forget the hours of a place."""
    result = calling.remove(desk(context).office, place)
    desk(context).acted(f"{result['place']} has no hours of its own any more", result, format)


@app.command()
def check(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    format: Format = "table",
    output: Output = None,
) -> None:
    """May this lead be contacted now, and by which channels?"""
    found = calling.check(desk(context).office, lead)
    if format == "json" and output is None:
        desk(context).acted("", found, format)
        return
    columns = (Column("key", "What"), Column("value", "Value"))
    desk(context).show(
        Report(f"Lead {found['lead']}: {_verdict(found)}", columns, _rows(found)), format, output, listing=False
    )


def _verdict(found: dict[str, Any]) -> str:
    if not found["channels"]:
        return f"cannot be contacted: {found['why_not']}"
    if "call" not in found["channels"]:
        return "may be written to, not called"
    if found["call_now"]:
        return "may be called now"
    return (
        f"may be called from {found['call_from'][:16].replace('T', ' ')}" if found["call_from"] else "may not be called"
    )


def _rows(found: dict[str, Any]) -> list[dict[str, object]]:
    clocks = sorted({at[11:16] for at in found["local_times"]})
    return [
        {"key": "Channels", "value": ", ".join(found["channels"]) or "none"},
        {"key": "Time there", "value": f"{' or '.join(clocks)} (from {found['taken_from']})"},
        {"key": "Calling hours", "value": f"{found['hours']} ({found['place']})"},
    ]
