"""leadtrack settings"""

from typing import Annotated

import typer

from leadtrack.actions import teamwork
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app()


@app.command()
def settings(
    context: typer.Context,
    key: Annotated[
        str | None, typer.Argument(help="What to settle: time_zone, country, working_days, working_hours, holidays.")
    ] = None,
    value: Annotated[
        str | None, typer.Argument(help="For example Europe/Berlin, DE, mon-sat, 9:00-18:00, US-MA.")
    ] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Show what the team has settled; with a key and a value, settle it."""
    office = desk(context).office
    if key is not None and value is not None:
        result = teamwork.set_setting(office, key, value)
        desk(context).acted(f"{result['key']} is {result['value']} from now on", result, format)
        return
    rows = [{"key": name, "value": set_to} for name, set_to in office.settings.items() if key in (None, name)]
    desk(context).listing("Settings", (Column("key", "Setting"), Column("value", "Value")), rows, format, output)
