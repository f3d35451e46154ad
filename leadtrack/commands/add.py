"""leadtrack add"""

import inspect
from typing import Annotated, Any

import typer

from leadtrack.actions import leads
from leadtrack.commands.desk import Format, desk, new_app
from leadtrack.fields import FIELDS, LABELS

app = new_app()


def add(context: typer.Context, note: str | None = None, format: str = "table", **given: str | None) -> None:
    """Add one lead by hand, as on the telephone, and give it its rep at once; prints its number."""
    result = leads.add(desk(context).office, {name: value for name, value in given.items() if value}, note)
    if format == "table":
        desk(context).write(f"{result['lead']}\n", None)
    to = f"is {result['rep']}'s ({result['why']})" if result["rep"] else f"has no rep yet{_because(result)}"
    lacks = "" if result["qualified"] else f"; not qualified yet: {', '.join(result['missing'])}"
    desk(context).acted(
        f"lead {result['lead']} {to}{lacks}; what is next? leadtrack remind {result['lead']} WHEN TEXT", result, format
    )


def _because(result: dict[str, Any]) -> str:
    """Why a lead has no rep, and what would give it one."""
    number = result["lead"]
    if result["held"]:
        return f", being held until it is qualified (leadtrack assign {number} --explain)"
    if result["why"]:
        return f": {result['why']}"
    place = result["places"][0]["place"] if result["places"] else ""
    if place == "no address":
        return f", having no address: leadtrack edit {number} state=MA, or assign {number} --to REP --why TEXT"
    return f"; nobody covers {place}" if place else ""


def _signature() -> inspect.Signature:
    """One option per canonical field, from the list of fields, so that the two cannot part."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    options: list[Any] = [
        inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    ]
    for name in FIELDS:
        option = Annotated[
            str | None, typer.Option(f"--{name.replace('_', '-')}", metavar="TEXT", help=LABELS[name] + ".")
        ]
        options.append(inspect.Parameter(name, keyword, default=None, annotation=option))
    note = Annotated[str | None, typer.Option(metavar="TEXT", help="A first note.")]
    options.append(inspect.Parameter("note", keyword, default=None, annotation=note))
    options.append(inspect.Parameter("format", keyword, default="table", annotation=Format))
    return inspect.Signature(options)


add.__signature__ = _signature()  # type: ignore[attr-defined]  # what inspect.signature looks for
add.__annotations__ = {parameter.name: parameter.annotation for parameter in _signature().parameters.values()}
app.command()(add)
