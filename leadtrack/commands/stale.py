"""leadtrack stale"""

from typing import Annotated

import typer

from leadtrack.actions import lying
from leadtrack.commands.desk import Format, Output, counted, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column

app = new_app()

_COLUMNS = (
    Column("lead", "Lead"), Column("name", "Name"), Column("rep", "Rep"), Column("why", "Why"),
    Column("phone", "Phone", "code"), Column("stage", "Stage"), Column("days", "Days", "count"),
    Column("allowed", "Allowed", "count"), Column("since", "Since", "instant"), Column("company", "Company"),
    Column("stale", "Stale", "flag"), Column("untouched", "Untouched", "flag"),
    Column("next_reminder_at", "Promised", "instant"),
)  # fmt: skip
_COUNTS = (
    Column("rep", "Rep"), Column("lying", "Lying", "count"), Column("stale", "Stale", "count"),
    Column("untouched", "Untouched", "count"), Column("longest", "Longest, days", "count"),
)  # fmt: skip


@app.command()
def stale(
    context: typer.Context,
    rep: Annotated[str | None, typer.Option(help="Leads of this rep.")] = None,
    by: Annotated[str | None, typer.Option(metavar="rep", help="Count them per rep instead of listing them.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """List the leads that lie: longer without a word than their stage allows, or never tried at all."""
    if by not in (None, "rep"):
        raise UsageError(f"they can be counted --by rep, and not by {by!r}")
    if by:
        desk(context).listing("Leads that lie", _COUNTS, lying.by_rep(desk(context).office, rep), format, output)
        return
    rows = lying.stale(desk(context).office, rep)
    columns = _COLUMNS if format not in ("table", "md", "html") else _COLUMNS[:4]
    desk(context).listing("Leads that lie", columns, rows, format, output)
    if format == "table" and rows:
        stale, untouched = (sum(row[key] for row in rows) for key in ("stale", "untouched"))
        desk(context).say(f"{counted(stale, 'lead')} stale, {untouched} never tried; what is next? leadtrack next")
