"""leadtrack referral"""

from typing import Annotated

import typer

from leadtrack.actions import owing, reporting
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app("Referrals: what is owed to those who bring leads; leadtrack report referrals sums them up.")


@app.command()
def rule(
    context: typer.Context,
    person: Annotated[
        str | None, typer.Argument(help="Whom it is for; without a name everybody without a rule of their own.")
    ] = None,
    per_lead: Annotated[float | None, typer.Option(metavar="AMOUNT", help="For each lead that is not junk.")] = None,
    per_won: Annotated[float | None, typer.Option(metavar="AMOUNT", help="More for each lead that is won.")] = None,
    drop: Annotated[bool, typer.Option("--drop", help="Take the rule back.")] = False,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Say what is owed for a lead; without amounts, list the rules."""
    office = desk(context).office
    if per_lead is None and per_won is None and not drop:
        list_(context, format, output)
        return
    result = owing.drop(office, person) if drop else owing.rule(office, person, per_lead=per_lead, per_won=per_won)
    who = result["person"] or "everybody without a rule of their own"
    words = (
        f"no rule any more for {who}"
        if drop
        else f"{who}: {result['per_lead']:g} per lead, {result['per_won']:g} more when it is won"
    )
    desk(context).acted(f"{words}; what is owed: leadtrack report referrals", result, format)


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the rules."""
    columns = (
        Column("person", "Person", "text", "everybody else"),
        Column("per_lead", "per lead", "money"),
        Column("per_won", "more when won", "money"),
    )
    desk(context).listing("Referral rules", columns, owing.rules(desk(context).office), format, output)


@app.command()
def statement(
    context: typer.Context,
    person: Annotated[str, typer.Argument(help="Whose: the name as in the leads' field referred by.")],
    since: Annotated[str | None, typer.Option(metavar="WHEN", help="Leads created from then on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="Leads created up to then.")] = None,
    as_of: Annotated[str | None, typer.Option(metavar="WHEN", help="As it was then.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """What one person is owed, lead by lead."""
    made = reporting.statement(desk(context).office, person, since=since, until=until, as_of=as_of)
    desk(context).show(made, format, output, listing=False)
