"""leadtrack report"""

from typing import Annotated

import typer

from leadtrack.actions import reporting
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import REPORTS, Column

app = new_app()


@app.command()
def report(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(help="; ".join(f"{name}: {line}" for name, line in REPORTS.items()))
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Leads created from then on: 90d, 2026-01-01.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="Leads created up to then.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Show a report; without a name, list the reports."""
    if name is None:
        rows = [{"report": name, "about": line} for name, line in REPORTS.items()]
        desk(context).listing(
            "Reports", (Column("report", "Report"), Column("about", "About")), list(rows), format, output
        )
        return
    made = reporting.report(desk(context).office, name, since=since, until=until)
    desk(context).show(made, format, output, listing=False)
