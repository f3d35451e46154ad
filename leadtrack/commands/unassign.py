"""leadtrack unassign"""

from typing import Annotated

import typer

from leadtrack.actions import assigning, finding, manning
from leadtrack.commands import filters
from leadtrack.commands.desk import Format, counted, desk, new_app
from leadtrack.errors import UsageError

app = new_app()


@app.command()
def unassign(
    context: typer.Context,
    lead: Annotated[list[str] | None, typer.Argument(metavar="LEAD...", help="Which leads.")] = None,
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why they are taken from their reps.")] = "",
    rep: filters.Rep = None,
    stage: filters.Stage = None,
    source: filters.Source = None,
    campaign: filters.Campaign = None,
    state: filters.State = None,
    zip: filters.Zip = None,
    batch: filters.Batch = None,
    since: filters.Since = None,
    limit: filters.Limit = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")] = False,
    format: Format = "table",
) -> None:
    """Take leads from their reps; the next assign gives them to others, by hand they can go to the same again."""
    office = desk(context).office
    chosen = filters.chosen(
        rep=rep, stage=stage, source=source, campaign=campaign, state=state, postal_code=zip, batch=batch, since=since
    )  # fmt: skip
    if bool(lead) == bool(chosen):
        raise UsageError("name the leads, or choose many by --rep, --state, --source and the like")
    numbers = [finding.lead(office, text) for text in lead] if lead else filters.numbers(office, chosen, limit)
    result = assigning.unassign(office, numbers, why, dry_run=dry_run)
    if not result["unassigned"]:
        desk(context).acted("none of them has a rep", result, format)
        return
    shares = manning.shares(result["by_rep"])
    would = "would be " if dry_run else ""
    words = f"{counted(result['unassigned'], 'lead')} {would}taken from their reps: {shares}"
    next_ = f"; give them out: leadtrack assign; to take it back: leadtrack undo {result['batch']}"
    desk(context).acted(words + ("" if dry_run else next_), result, format)
