"""leadtrack rep"""

from typing import Annotated

import typer

from leadtrack.actions import manning, staffing, teamwork
from leadtrack.commands.desk import Format, Output, counted, desk, new_app
from leadtrack.reports import Column

app = new_app("Reps: who works leads.")


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The rep's name.")],
    email: Annotated[str | None, typer.Option(help="Where mail for the rep goes.")] = None,
    region: Annotated[str | None, typer.Option(help="The rep's region; made where it is missing.")] = None,
    format: Format = "table",
) -> None:
    """Put a rep on the team, or complete one."""
    result = teamwork.add_rep(desk(context).office, name, email, region)
    state = "joined the team" if result["new"] else "is on the team" if result["batch"] is None else "was changed"
    where = f" in {result['region']}" if result["region"] else ""
    desk(context).acted(
        f"{result['rep']} {state}{where}; give places: leadtrack territory add {result['rep']!r} --state MA",
        result,
        format,
    )


Named = Annotated[str, typer.Argument(metavar="REP", help="The rep.")]


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the team, and who can take leads now."""
    rows = staffing.listed(desk(context).office)
    columns = [
        Column("rep", "Rep"), Column("email", "E-mail"), Column("region", "Region"), Column("leads", "Leads", "count"),
    ]  # fmt: skip
    more = [
        Column("weight", "Weight", "count"), Column("per_day", "A day", "count"), Column("open_most", "Open", "count"),
        Column("hours", "Hours", wraps=True), Column("now", "Now", wraps=True), Column("cover", "Cover"),
        Column("left", "Left", "instant"),
    ]  # fmt: skip
    if format in ("table", "md", "html"):  # a person sees what anything is said of
        usual = {"weight": 1}
        more = [column for column in more if any(row[column.key] != usual.get(column.key) for row in rows)]
    desk(context).listing("Reps", [*columns, *more], rows, format, output)


@app.command("set")
def set_(
    context: typer.Context,
    rep: Named,
    weight: Annotated[str | None, typer.Option(metavar="N", help="2 for twice as many turns, 0.5 for half.")] = None,
    per_day: Annotated[str | None, typer.Option(metavar="N", help="At most N leads a day; none: no limit.")] = None,
    open: Annotated[str | None, typer.Option(metavar="N", help="None while so many are open; none: no limit.")] = None,
    hours: Annotated[str | None, typer.Option(metavar="HOURS", help="Takes leads 9:00-17:00; none: always.")] = None,
    days: Annotated[str | None, typer.Option(metavar="DAYS", help="Takes leads mon-fri; none: the team's.")] = None,
    holidays: Annotated[
        str | None, typer.Option(metavar="PLACES", help="None on public holidays of US-MA, on 2026-12-24.")
    ] = None,
    zone: Annotated[str | None, typer.Option(metavar="ZONE", help="Of the hours, if not the team's.")] = None,
    format: Format = "table",
) -> None:
    """Settle how many leads a rep gets, and when."""
    given = {
        "weight": weight, "per_day": per_day, "open_most": open, "hours": hours, "days": days, "holidays": holidays,
        "zone": zone,
    }  # fmt: skip
    result = staffing.set_(desk(context).office, rep, given)
    labels = {"per_day": "a day at most", "open_most": "open at most"}
    told = [
        f"{labels.get(name, name)} {result[name]:g}" if name in ("weight", "per_day", "open_most") else
        f"{name} {result[name]}"
        for name in given if result[name] is not None
    ]  # fmt: skip
    desk(context).acted(f"{result['rep']}: {', '.join(told)}", result, format)


@app.command()
def away(
    context: typer.Context,
    rep: Named,
    since: Annotated[str | None, typer.Option("--from", metavar="WHEN", help="From then on; now if not said.")] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="Up to and with that day; else until `rep back`.")
    ] = None,
    cover: Annotated[str | None, typer.Option(metavar="REP", help="Who gets the rep's leads meanwhile.")] = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Holiday, training, ill.")] = None,
    format: Format = "table",
) -> None:
    """A rep is away and gets no leads; said again for the same days, the last word holds."""
    result = staffing.away(desk(context).office, rep, since=since, until=until, cover=cover, why=why)
    ends = f" up to and with {result['until']}" if result["until"] else f" until: leadtrack rep back {result['rep']!r}"
    stands_in = f"; {result['cover']} covers" if result["cover"] else "; nobody covers (--cover REP)"
    words = f"{result['rep']} is away from {result['from'][:16].replace('T', ' ')}{ends}{stands_in}"
    desk(context).acted("\n".join([words, *result["notes"]]), result, format)


@app.command()
def back(context: typer.Context, rep: Named, format: Format = "table") -> None:
    """A rep is back, and gets the turns that were missed."""
    result = staffing.back(desk(context).office, rep)
    words = "is back; turns that were missed are made up for" if result["batch"] else "was not away"
    desk(context).acted(f"{result['rep']} {words}", result, format)


@app.command()
def leave(
    context: typer.Context,
    rep: Named,
    to: Annotated[str | None, typer.Option(metavar="REP", help="Everything to this rep; else by the rules.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")] = False,
    format: Format = "table",
) -> None:
    """A rep leaves the team: open leads and reminders go to others, what was done stays under the name."""
    result = staffing.leave(desk(context).office, rep, to=to, dry_run=dry_run)
    would = "would be " if dry_run else ""
    shares = manning.shares(result["by_rep"])
    leaves, go = ("would leave", "would go") if dry_run else ("left", "go")
    lines = [
        f"{result['rep']} {leaves} the team, with {counted(result['leads'], 'open lead')} and "
        f"{counted(result['reminders'], 'reminder')}" + (f"; they {go} to {shares}" if shares else "")
    ]
    if result["waiting"]:
        lines.append(f"{counted(result['waiting'], 'lead')} {would}left without a rep: leadtrack leads --unassigned")
    back = [f"to take it back: leadtrack undo {result['batch']}"] if result["batch"] else []
    desk(context).acted("\n".join([*lines, *result["notes"], *back]), result, format)
