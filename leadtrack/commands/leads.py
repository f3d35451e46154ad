"""leadtrack leads"""

from typing import Annotated, Any

import typer

from leadtrack.actions import listing
from leadtrack.commands import filters
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.fields import FIELDS, LABELS, NUMBER, called
from leadtrack.reports import Column

app = new_app()

_KINDS = {"employees": "count", "annual_revenue": "money", "value": "money", "created_at": "instant"}

# What a person sees at a glance; csv, xlsx and json hold the whole lead.
_GLANCE = ("lead", "name", "phone", "rep", "stage", "company", "city", "state", "email")

Text = Annotated[str | None, typer.Option(metavar="TEXT")]


@app.command()
def leads(
    context: typer.Context,
    rep: Annotated[str | None, typer.Option(help="Leads of this rep.")] = None,
    unassigned: Annotated[bool, typer.Option("--unassigned", help="Leads without a rep.")] = False,
    untouched: Annotated[bool, typer.Option("--untouched", help="Assigned, and no attempt was ever made.")] = False,
    stage: Annotated[str | None, typer.Option(help="Leads in this stage.")] = None,
    open: Annotated[bool, typer.Option("--open", help="Leads that are neither won, lost nor junk.")] = False,
    source: Text = None,
    campaign: Text = None,
    country: Text = None,
    state: filters.State = None,
    city: Text = None,
    zip: Annotated[str | None, typer.Option(metavar="DIGITS", help="ZIPs that begin so.")] = None,
    company: Text = None,
    search: Annotated[
        str | None, typer.Option(metavar="TEXT", help="In names, addresses, notes and custom fields.")
    ] = None,
    batch: Annotated[int | None, typer.Option(help="Leads that this batch made.")] = None,
    since: Annotated[str | None, typer.Option(metavar="WHEN", help="Created from then on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="Created up to then.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first N.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """List leads; without a filter all of them."""
    rows = listing.leads(
        desk(context).office, rep=rep, unassigned=unassigned, untouched=untouched, stage=stage, open=open,
        source=source, campaign=campaign, country=country, state=filters.together(state), city=city, postal_code=zip,
        company=company, search=search, batch=batch, since=since, until=until, limit=limit,
    )  # fmt: skip
    columns, rows = _glance(rows) if format in ("table", "md", "html") else _whole(rows, format)
    desk(context).listing("Leads", columns, rows, format, output)


def _glance(rows: list[dict[str, Any]]) -> tuple[list[Column], list[dict[str, Any]]]:
    for row in rows:
        row["name"] = called(row)
        row["phone"] = row["phone"] or row["mobile"]
    labels = {"lead": "Lead", "name": "Name", "rep": "Rep", "stage": "Stage"}
    kinds = {"phone": "code", "email": "code"}
    return [Column(key, labels.get(key) or LABELS[key], kinds.get(key, "text")) for key in _GLANCE], rows


def _whole(rows: list[dict[str, Any]], format: str) -> tuple[list[Column], list[dict[str, Any]]]:
    """Every field; custom fields as one object in JSON, as columns of their own in sheets."""
    columns = [Column("lead", NUMBER), *(Column(name, LABELS[name], _KINDS.get(name, "text")) for name in FIELDS)]
    columns += [Column("rep", "Rep"), Column("stage", "Stage")]
    if format == "json":
        return [*columns, Column("custom", "Custom")], rows
    names = dict.fromkeys(name for row in rows for name in row["custom"])
    for row in rows:
        row |= {f"custom {name}": value for name, value in row["custom"].items()}
    return columns + [Column(f"custom {name}", name) for name in names], rows
