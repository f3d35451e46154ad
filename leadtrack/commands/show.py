"""leadtrack show"""

import os
import sys
from typing import Annotated, Any

import typer

from leadtrack.actions import story
from leadtrack.commands.desk import Desk, Format, Output, desk, new_app
from leadtrack.fields import FIELDS, LABELS, called
from leadtrack.reports import Column, Report

app = new_app()

_WIDTH = 80  # of the story in a pipe


@app.command()
def show(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    origin: Annotated[bool, typer.Option("--origin", help="Show the rows of the files it came from.")] = False,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Show a lead: who it is, and what happened to it so far."""
    found = story.show(desk(context).office, lead)
    if format == "json" and output is None:
        desk(context).acted("", found, format)
        return
    _card(desk(context), found, format, output)
    if format == "table" and output is None:
        desk(context).write("\n", None)
        _story(desk(context), found)
        if origin:
            _origin(desk(context), found)


def _card(desk: Desk, lead: dict[str, Any], format: str, output: Output) -> None:
    rows = [{"key": LABELS[name], "value": _shown(name, lead[name])} for name in FIELDS if lead[name] is not None]
    rows += [{"key": name, "value": value} for name, value in lead["custom"].items()]
    rows += [{"key": "Rep", "value": lead["rep"] or "nobody"}, {"key": "Stage", "value": lead["stage"]}]
    says = f", says {lead['temperature_by']}" if lead["temperature_by"] else ""
    rows.append({"key": "Temperature", "value": lead["temperature"] + says})
    name = called(lead)
    columns = (Column("key", "Field"), Column("value", "Value"))
    desk.show(Report(f"Lead {lead['lead']}: {name}", columns, rows), format, output, listing=False)


def _shown(name: str, value: Any) -> Any:
    """A value for people: an instant without seconds and zone, as everywhere in tables."""
    return value[:16].replace("T", " ") if name == "created_at" else value


def _story(desk: Desk, lead: dict[str, Any]) -> None:
    from leadtrack.render.story import story

    width = os.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    desk.write(story(lead["story"], desk.office.zone, width), None)


def _origin(desk: Desk, lead: dict[str, Any]) -> None:
    for origin in lead["origins"]:
        rows: list[dict[str, object]] = [{"key": key, "value": value} for key, value in origin["cells"].items()]
        title = f"{origin['file']}, row {origin['row']} (batch {origin['batch']})"
        desk.show(Report(title, (Column("key", "Column"), Column("value", "Cell")), rows), "table", None, listing=True)
