"""leadtrack campaign"""

from typing import Annotated

import typer

from leadtrack.actions import teamwork
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app("Campaigns: one paid effort within a source.")


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument()],
    source: Annotated[str | None, typer.Option(help="The channel it runs in; made where it is missing.")] = None,
    cost: Annotated[float | None, typer.Option(help="What was paid for it.")] = None,
    cost_per_lead: Annotated[
        float | None, typer.Option(help="What was paid for each lead, as of a bought list.")
    ] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Its first day.")] = None,
    to: Annotated[str | None, typer.Option(metavar="DATE", help="Its last day.")] = None,
    format: Format = "table",
) -> None:
    """Make a campaign, or complete one."""
    result = teamwork.add_campaign(
        desk(context).office, name, source=source, cost=cost, begins=from_, ends=to, lead_cost=cost_per_lead
    )
    words = "is new" if result["new"] else "was changed" if result["batch"] else "is as it was"
    desk(context).acted(
        f"campaign {result['campaign']} {words}; use it: leadtrack import FILE --campaign {result['campaign']!r}",
        result,
        format,
    )


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the campaigns with their leads."""
    columns = (
        Column("campaign", "Campaign"), Column("source", "Source"), Column("cost", "Cost", "money"),
        Column("from", "From", "day"), Column("to", "To", "day"), Column("leads", "Leads", "count"),
        Column("targets", "Targets", "count"), Column("answered", "Answered", "count"),
        Column("lead_cost", "Cost per lead", "money"),
    )  # fmt: skip
    rows = [
        {**row, "campaign": row["name"], "from": row["starts_on"], "to": row["ends_on"]}
        for row in desk(context).office.store.campaigns.all()
    ]
    desk(context).listing("Campaigns", columns, rows, format, output)
