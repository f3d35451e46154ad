"""leadtrack assign"""

from typing import Annotated, Any

import typer

from leadtrack.actions import assigning, explaining, manning, simulating
from leadtrack.commands import filters
from leadtrack.commands.desk import Desk, Format, Output, counted, desk, new_app
from leadtrack.commands.rules import show_steps
from leadtrack.errors import UsageError
from leadtrack.reports import Column
from leadtrack.wording import and_more

app = new_app()

_SHOWN = 8


@app.command()
def assign(
    context: typer.Context,
    lead: Annotated[str | None, typer.Argument(help="One lead, to give it by hand or to explain it.")] = None,
    to: Annotated[str | None, typer.Option(metavar="REP", help="Give LEAD, or all that are chosen, to REP.")] = None,
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why they go to that rep.")] = "",
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
    explain: Annotated[
        bool, typer.Option("--explain", help="Say who would get what and why, and change nothing.")
    ] = False,
    simulate: Annotated[
        str | None,
        typer.Option(metavar="SHEET", help="Replay leads of the past against these territories; change nothing."),
    ] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Give every lead without a rep to one by the rules (leadtrack rules list), or leads to a rep by hand."""
    office = desk(context).office
    if simulate is not None:
        _simulate(desk(context), simulate, since, format, output)
        return
    chosen = filters.chosen(
        rep=rep, stage=stage, source=source, campaign=campaign, state=state, postal_code=zip, batch=batch, since=since
    )  # fmt: skip
    if to is not None:
        _by_hand(desk(context), lead, to, why, chosen, limit, dry_run, format)
        return
    if explain:
        _explain(desk(context), lead, format, output)
        return
    if lead is not None:
        raise UsageError(f"say to whom: leadtrack assign {lead!r} --to REP --why TEXT, or ask with --explain")
    if rep is not None:
        raise UsageError(f"say to whom: leadtrack assign --rep {rep!r} --to ANOTHER --why TEXT")
    leads = filters.numbers(office, {**chosen, "unassigned": True}, limit) if chosen or limit else None
    done = assigning.assign(office, dry_run=dry_run, leads=leads)
    desk(context).acted(words_of(done, dry_run), as_json(done), format)


def as_json(result: assigning.Result) -> dict[str, Any]:
    return {
        "batch": result.batch, "assigned": result.assigned, "unassigned": result.unassigned,
        "by_rep": result.by_rep, "unassigned_places": result.places, "waiting": result.waiting, "held": result.held,
    }  # fmt: skip


def words_of(result: assigning.Result, dry_run: bool) -> str:
    """One line on who got how many, one on what nobody covers, on what waits and on what is held."""
    would = "would be " if dry_run else ""
    if not result.assigned and not result.unassigned:
        return "every lead has its rep"
    shares = manning.shares(result.by_rep)
    words = f"{counted(result.assigned, 'lead')} {would}assigned" + (f": {shares}" if shares else "")
    if result.places:
        number = sum(row["leads"] for row in result.places)
        words += f"\n{counted(number, 'lead')} {would}left without a rep, nobody covers: "
        words += and_more([f"{row['place']} ({row['leads']})" for row in result.places], _SHOWN, "place")
    if result.waiting:
        number = sum(row["leads"] for row in result.waiting)
        words += f"\n{counted(number, 'lead')} {would}left until somebody can take {'it' if number == 1 else 'them'}: "
        words += and_more([f"{row['why']} ({row['leads']})" for row in result.waiting], _SHOWN, "reason")
    if result.held:
        words += f"\n{counted(result.held, 'lead')} {would}held until qualified: leadtrack assign --explain"
    return words


def _by_hand(
    desk: Desk,
    lead: str | None,
    to: str,
    why: str,
    chosen: dict[str, Any],
    limit: int | None,
    dry_run: bool,
    format: str,
) -> None:
    if lead is not None and chosen:
        raise UsageError("name one lead, or choose many by --rep, --state, --source and the like; not both")
    if lead is not None:
        result = assigning.hand(desk.office, lead, to, why)
        words = "goes to" if result["changed"] else "is with"
        desk.acted(f"lead {result['lead']} {words} {result['rep']}", result, format)
        return
    if not chosen:
        raise UsageError("name the lead: leadtrack assign LEAD --to REP --why TEXT, or choose many: --state MA")
    many = assigning.hand_all(desk.office, filters.numbers(desk.office, chosen, limit), to, why, dry_run=dry_run)
    if not many["leads"]:
        desk.acted(f"no open lead was chosen that {many['rep']} does not have already; nothing changes", many, format)
        return
    goes = "would go" if dry_run else "go" if many["changed"] != 1 else "goes"
    back = f"; to take it back: leadtrack undo {many['batch']}" if many["batch"] else ""
    desk.acted(f"{counted(many['changed'], 'lead')} {goes} to {many['rep']}{back}", many, format)


def _explain(desk: Desk, lead: str | None, format: str, output: Output) -> None:
    if lead is None:
        columns = [Column("lead", "Lead"), Column("rep", "Rep"), Column("why", "Why", wraps=True)]
        would = explaining.explain(desk.office)
        if format == "json" and output is None:
            desk.acted("", as_json(would) | {"decisions": would.decisions}, format)
            return
        desk.listing("Who gets what, and why", columns, would.decisions, format, output)
        desk.say(words_of(would, dry_run=True))
        return
    show_steps(desk, explaining.explain_lead(desk.office, lead), format, output)


def _simulate(desk: Desk, sheet: str, since: str | None, format: str, output: Output) -> None:
    told = simulating.simulate(desk.office, sheet, since)
    if format == "json" and output is None:
        desk.acted("", told, format)
        return
    columns = [
        Column("rep", "Rep"), Column("has", "Got in fact", "count"), Column("before", "By today's map", "count"),
        Column("after", "By the new map", "count"), Column("change", "Change", "count"),
    ]  # fmt: skip
    desk.listing("Load per rep, before and after", columns, told["reps"], format, output)
    desk.say(
        f"{counted(told['leads'], 'lead')} since {told['since'][:10]}: {told['moved']:,} would go to another rep; "
        f"nobody covers {told['nobody_before']:,} today, {told['nobody_after']:,} then"
    )
    if told["gaps"]:
        gaps = [f"{row['place']} ({row['leads']})" for row in told["gaps"]]
        desk.say(f"new gaps: {and_more(gaps, _SHOWN, 'place')}")
