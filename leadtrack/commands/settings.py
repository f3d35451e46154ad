"""leadtrack settings"""

from pathlib import Path
from typing import Annotated

import typer

from leadtrack.actions import outbox, teamwork
from leadtrack.commands.desk import Desk, Format, Output, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column

app = new_app()


@app.command()
def settings(
    context: typer.Context,
    key: Annotated[
        str | None,
        typer.Argument(help="What to settle: time_zone, country, working_days, working_hours, holidays; or mail."),
    ] = None,
    value: Annotated[
        str | None, typer.Argument(help="For example Europe/Berlin, DE, mon-sat, 9:00-18:00, US-MA.")
    ] = None,
    file: Annotated[
        bool, typer.Option("--file", help="With mail: say where its file is; one to fill in is made if there is none.")
    ] = False,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Show what the team has settled; with a key and a value, settle it."""
    if key == "mail":
        _mail(desk(context), value, file=file, format=format, output=output)
        return
    if file:
        raise UsageError("--file goes with mail: leadtrack settings mail --file")
    office = desk(context).office
    if key is not None and value is not None:
        result = teamwork.set_setting(office, key, value)
        desk(context).acted(f"{result['key']} is {result['value']} from now on", result, format)
        return
    rows = [{"key": name, "value": set_to} for name, set_to in office.settings.items() if key in (None, name)]
    desk(context).listing("Settings", (Column("key", "Setting"), Column("value", "Value")), rows, format, output)


def _mail(desk: Desk, value: str | None, *, file: bool, format: str, output: Path | None) -> None:
    """Mail is settled outside the team's file: it needs a password."""
    if value is not None:
        raise UsageError("mail is set in a file or the environment; leadtrack settings mail --file names it")
    if file:
        told = outbox.settings_file()
        if format == "table":
            desk.write(f"{told['file']}\n", None)
            if told["new"]:
                desk.say("made, readable by you alone; fill it in, then: leadtrack outbox test ADDRESS")
            return
        desk.acted("", told, format)
        return
    columns = (Column("key", "Setting"), Column("value", "Value"), Column("from", "From"))
    rows = outbox.settings()
    desk.listing("Mail", columns, rows, format, output)
    if not any(row["value"] for row in rows):
        desk.say("no mail server is set; leadtrack settings mail --file says where to set it")
