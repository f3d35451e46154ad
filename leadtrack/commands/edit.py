"""leadtrack edit"""

from typing import Annotated

import typer

from leadtrack.actions import leads
from leadtrack.commands.desk import Format, desk, new_app
from leadtrack.errors import UsageError

app = new_app()


@app.command()
def edit(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    changes: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help="An empty value empties the field.")],
    format: Format = "table",
) -> None:
    """Change a lead's fields; a name that is no field is a custom field."""
    given = {}
    for change in changes:
        name, equals, value = change.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"{change!r} is no field=value; write for example phone='(504) 621-8927'")
        given[name.strip()] = value
    result = leads.edit(desk(context).office, lead, given)
    words = f"changed: {', '.join(result['changed'])}" if result["changed"] else "is as it was"
    desk(context).acted(f"lead {result['lead']} {words}", result, format)
