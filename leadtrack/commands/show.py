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
    if origin and not (format == "table" and output is None):
        desk(context).show(_cells(found, found["origins"]), format, output, listing=True)
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
    rows += [{"key": f"Merged: lead {record['lead']}", "value": _record(record, lead)} for record in lead["merged"]]
    name = called(lead)
    columns = (Column("key", "Field"), Column("value", "Value"))
    desk.show(Report(f"Lead {lead['lead']}: {name}", columns, rows), format, output, listing=False)


def _shown(name: str, value: Any) -> Any:
    """A value for people: an instant without seconds and zone, as everywhere in tables."""
    return value[:16].replace("T", " ") if name == "created_at" else value


def _record(record: dict[str, Any], lead: dict[str, Any]) -> str:
    """What a merged lead said otherwise, in a line."""
    differing = [
        f"{LABELS[name]} {value}"
        for name, value in record["fields"].items()
        if value != lead[name] and name not in ("first_name", "last_name", "full_name", "notes", "created_at")
    ]
    return f"{called(record['fields'])}" + (f"; {', '.join(differing)}" if differing else "")


def _story(desk: Desk, lead: dict[str, Any]) -> None:
    from leadtrack.render.story import story

    width = os.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    desk.write(story(lead["story"], desk.office.zone, width), None)


def _origin(desk: Desk, lead: dict[str, Any]) -> None:
    """Where each value came from: the rows of the files, cell by cell, with the field that each filled."""
    columns = (Column("column", "Column"), Column("cell", "Cell"), Column("field", "Filled", "code"))
    for origin in lead["origins"]:
        desk.write("\n", None)
        title = f"{_named(origin['file'])}, row {origin['row']} (batch {origin['batch']})"
        desk.show(Report(title, columns, _cells(lead, [origin]).rows), "table", None, listing=True)
    if not lead["origins"]:
        desk.say("it came from no file; leadtrack history tells how its values came about")


def _cells(lead: dict[str, Any], origins: list[dict[str, Any]]) -> Report:
    columns = ("batch", "file", "row", "column", "cell", "field")
    rows: list[dict[str, object]] = [
        {
            "batch": origin["batch"], "file": origin["file"], "row": origin["row"],
            "column": column, "cell": cell, "field": origin["fields"][column],
        }
        for origin in origins
        for column, cell in origin["cells"].items()
    ]  # fmt: skip
    return Report(f"Origins of lead {lead['lead']}", tuple(Column(key, key.capitalize()) for key in columns), rows)


def _named(file: str) -> str:
    return "standard input" if file == "-" else file
