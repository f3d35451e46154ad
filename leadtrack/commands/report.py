"""leadtrack report"""

from typing import Annotated

import typer

from leadtrack.actions import reporting
from leadtrack.commands.desk import Format, Output, counted, desk, new_app
from leadtrack.reports import REPORTS, Column

app = new_app()

Text = Annotated[str | None, typer.Option(metavar="TEXT")]


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
    as_of: Annotated[
        str | None, typer.Option(metavar="WHEN", help="As it was then: at the end of a day, or at an instant.")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(help="rep, region, source, campaign, territory, industry, month or temperature (when assigned)."),
    ] = None,
    snapshot: Annotated[
        bool, typer.Option("--snapshot", help="funnel: the stage that leads are in now, not the furthest.")
    ] = False,
    leads: Annotated[bool, typer.Option("--leads", help="List the leads instead of counting them.")] = False,
    of: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="List the leads that a column counts: untouched, stale, won.")
    ] = None,
    rep: Annotated[str | None, typer.Option(help="Only leads of this rep; none: of nobody, as in the others.")] = None,
    region: Text = None,
    source: Text = None,
    campaign: Text = None,
    stage: Annotated[str | None, typer.Option(help="Only leads that are in this stage now.")] = None,
    country: Text = None,
    state: Text = None,
    industry: Text = None,
    territory: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only leads of this territory, as --by territory names it.")
    ] = None,
    person: Annotated[str | None, typer.Option(metavar="NAME", help="Only leads that this person referred.")] = None,
    temperature: Annotated[str | None, typer.Option(help="hot, warm or cold, as the lead was when assigned.")] = None,
    mail: Annotated[
        str | None, typer.Option(metavar="TO", help="Put it as a page into the outbox, for a rep or an address.")
    ] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Show a report; without a name, list the reports."""
    if name is None:
        rows = [{"report": name, "about": line} for name, line in reporting.known_reports().items()]
        desk(context).listing(
            "Reports", (Column("report", "Report"), Column("about", "About")), list(rows), format, output
        )
        return
    made = reporting.report(
        desk(context).office, name, since=since, until=until, as_of=as_of, by=by, snapshot=snapshot, leads=leads, of=of,
        filters={
            "rep": rep, "region": region, "source": source, "campaign": campaign, "stage": stage, "country": country,
            "state": state, "industry": industry, "territory": territory, "temperature": temperature, "person": person,
        },
    )  # fmt: skip
    from leadtrack.render import render

    if as_of:
        gone = reporting.purged_since(desk(context).office, as_of)
        if gone:
            desk(context).say(f"{counted(gone, 'lead')} of that day were deleted for good since, and are missing here")
    if mail:
        from leadtrack.actions import mailing

        office = desk(context).present() if as_of else desk(context).office
        told = mailing.mail(
            office, mail, subject=made.title,
            text=str(render(made, "table", listing=False, terminal=False, zone=office.zone)),
            html=str(render(made, "html", listing=False, terminal=False, zone=office.zone)),
        )  # fmt: skip
        desk(context).acted(f"{made.title} waits in the outbox for {told['to']}", told, format)
        return
    desk(context).show(made, format, output, listing=False)
