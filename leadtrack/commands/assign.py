"""leadtrack assign"""

from typing import Annotated, Any

import typer

from leadtrack.actions import assigning
from leadtrack.commands.desk import Desk, Format, Output, counted, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column

app = new_app()

_SHOWN = 8


@app.command()
def assign(
    context: typer.Context,
    lead: Annotated[str | None, typer.Argument(help="One lead, to give it by hand or to explain it.")] = None,
    to: Annotated[str | None, typer.Option(metavar="REP", help="Give LEAD to this rep.")] = None,
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why LEAD goes to that rep.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say who would get what and why, and change nothing.")
    ] = False,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Give every lead without a rep to the one who covers its place; the smallest unit wins, several take turns."""
    office = desk(context).office
    if to is not None:
        if lead is None:
            raise UsageError("name the lead: leadtrack assign LEAD --to REP --why TEXT")
        result = assigning.hand(office, lead, to, why)
        words = "goes to" if result["changed"] else "is with"
        desk(context).acted(f"lead {result['lead']} {words} {result['rep']}", result, format)
        return
    if explain:
        _explain(desk(context), lead, format, output)
        return
    if lead is not None:
        raise UsageError(f"say to whom: leadtrack assign {lead!r} --to REP --why TEXT, or ask with --explain")
    done = assigning.assign(office, dry_run=dry_run)
    desk(context).acted(words_of(done, dry_run), as_json(done), format)


def as_json(result: assigning.Result) -> dict[str, Any]:
    return {
        "batch": result.batch, "assigned": result.assigned, "unassigned": result.unassigned,
        "by_rep": result.by_rep, "unassigned_places": result.places,
    }  # fmt: skip


def words_of(result: assigning.Result, dry_run: bool) -> str:
    """One line on who got how many, one on what nobody covers."""
    would = "would be " if dry_run else ""
    if not result.assigned and not result.unassigned:
        return "every lead has its rep"
    shares = ", ".join(f"{rep} {leads}" for rep, leads in result.by_rep.items())
    words = f"{counted(result.assigned, 'lead')} {would}assigned" + (f": {shares}" if shares else "")
    if result.unassigned:
        places = ", ".join(f"{row['place']} ({row['leads']})" for row in result.places[:_SHOWN])
        more = f" and {len(result.places) - _SHOWN} more places" if len(result.places) > _SHOWN else ""
        words += f"\n{counted(result.unassigned, 'lead')} {would}left without a rep, nobody covers: {places}{more}"
    return words


def _explain(desk: Desk, lead: str | None, format: str, output: Output) -> None:
    columns = [Column("lead", "Lead"), Column("rep", "Rep"), Column("why", "Why")]
    if lead is None:
        would = assigning.explain(desk.office)
        if format == "json" and output is None:
            desk.acted("", as_json(would) | {"decisions": would.decisions}, format)
            return
        desk.listing("Who gets what, and why", columns, would.decisions, format, output)
        desk.say(words_of(would, dry_run=True))
        return
    told = assigning.explain_lead(desk.office, lead)
    if format == "json" and output is None:
        desk.acted("", told, format)
        return
    columns += [Column("has", "Has now"), Column("looked", "Looked at")]
    rows = [{**told, "looked": _looked(told["looked"])}]
    desk.listing("Who gets it, and why", columns, rows, format, output)


def _looked(units: list[dict[str, Any]]) -> str:
    return "; ".join(
        f"{row['unit']}: {', '.join(row['reps']) or 'nobody'}{' (wins)' if row['wins'] else ''}"
        + (f" ({row['note']})" if row["note"] else "")
        for row in units
    )
