"""leadtrack rules"""

from typing import Annotated, Any

import typer

from leadtrack.actions import explaining, manning, ruling
from leadtrack.commands.desk import Desk, Format, Output, counted, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column

app = new_app("Rules: who gets a lead. The first that fits wins.")

Number = Annotated[int, typer.Argument(metavar="N", help="The rule's number in the list.")]


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the rules in their order."""
    rows = ruling.listed(desk(context).office)
    columns = [Column("rule", "Rule"), Column("kind", "Kind"), Column("says", "Says", wraps=True)]
    if format not in ("table", "md", "html"):
        columns += [
            Column("conditions", "Conditions"), Column("reps", "Reps"), Column("region", "Region"),
            Column("minutes", "Minutes", "count"),
        ]  # fmt: skip
    desk(context).listing("Rules", columns, rows, format, output)


@app.command()
def add(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="give, hold, owner, sticky or territory.")],
    conditions: Annotated[
        list[str] | None,
        typer.Argument(metavar="FIELD=VALUES...", help="industry=*health* value=10000+ temperature=hot score=60+"),
    ] = None,
    to: Annotated[
        str | None, typer.Option(metavar="REPS", help="Of a give: Ann, or 'Ann,Ben' in turn, or everybody.")
    ] = None,
    region: Annotated[str | None, typer.Option(help="Of a give: the reps of this region in turn.")] = None,
    limit: Annotated[
        str | None, typer.Option("--for", metavar="TIME", help="Of a hold: at most so long: 2h, 1 day.")
    ] = None,
    at: Annotated[int | None, typer.Option(min=1, metavar="N", help="Its place in the order.")] = None,
    format: Format = "table",
) -> None:
    """Add a rule; all its conditions must hold. Without --at it goes before the territories, one for all goes last."""
    given: dict[str, str] = {}
    for part in conditions or []:
        name, sign, text = part.partition("=")
        if not sign:
            raise UsageError(f"{part!r} is no condition; write it as industry=healthcare")
        given[name] = text
    result = ruling.add(desk(context).office, kind, given, to=to, region=region, limit=limit, at=at)
    words = f"rule {result['rule']}: {result['says']}"
    desk(context).acted("\n".join([words, *result["notes"], "try it: leadtrack rules test LEAD"]), result, format)


@app.command()
def move(
    context: typer.Context,
    number: Number,
    to: Annotated[int, typer.Argument(metavar="TO", help="Its new place.")],
    format: Format = "table",
) -> None:
    """Put a rule at another place in the order."""
    result = ruling.move(desk(context).office, number, to)
    desk(context).acted(f"rule {result['rule']}: {result['says']}", result, format)


@app.command()
def remove(context: typer.Context, number: Number, format: Format = "table") -> None:
    """Take a rule out."""
    result = ruling.remove(desk(context).office, number)
    words = f"removed: {result['says']}; to take it back: leadtrack undo {result['batch']}"
    desk(context).acted(words, result, format)


@app.command()
def test(
    context: typer.Context,
    lead: Annotated[str | None, typer.Argument(help="One lead; without it all that came lately.")] = None,
    since: Annotated[str | None, typer.Option(metavar="WHEN", help="Leads that came from then on; 90 days.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Say which rule would decide on a lead, or on how many; nothing changes."""
    if lead is not None:
        told = explaining.explain_lead(desk(context).office, lead)
        show_steps(desk(context), told, format, output)
        return
    rows = explaining.test(desk(context).office, since)
    for row in rows:
        row["reps"] = manning.shares(row["by_rep"])
    columns = [
        Column("rule", "Rule"), Column("says", "Says", wraps=True), Column("leads", "Leads", "count"),
        Column("reps", "Reps", wraps=True),
    ]  # fmt: skip
    if format == "json":
        columns = [Column(key, "") for key in ("rule", "kind", "says", "leads", "by_rep")]
    desk(context).listing("Which rule decides", columns, rows, format, output)


def show_steps(desk: Desk, told: dict[str, Any], format: str, output: Any) -> None:
    """The rules as they went for one lead, and in words what follows from it."""
    if format == "json" and output is None:
        desk.acted("", told, format)
        return
    columns = [
        Column("rule", "Rule"), Column("says", "Says", wraps=True), Column("verdict", "Verdict", "code"),
        Column("why", "Why", wraps=True),
    ]  # fmt: skip
    desk.listing(f"Who gets lead {told['lead']}, and why", columns, told["rules"], format, output)
    desk.say(words_of(told))


def words_of(told: dict[str, Any]) -> str:
    """What follows for the lead, the places it lies in, and whose turn it was."""
    has = f" (now {told['has']}'s)" if told["has"] else ""
    lines = [f"lead {told['lead']}{has}: {told['rep'] or 'nobody'}; {told['why']}"]
    for unit in told["looked"]:
        reps = ", ".join(unit["reps"]) or "nobody"
        note = f" ({unit['note']})" if unit["note"] else ""
        lines.append(f"  {unit['unit']}: {reps}{', the smallest' if unit['wins'] else ''}{note}")
    for row in told["turns"]:
        weight = f", weight {row['weight']:g}" if row["weight"] != 1 else ""
        missed = f", missed {counted(row['missed'], 'turn')}" if row["missed"] else ""
        unable = f", {row['unable']}" if row["unable"] else ""
        lines.append(f"  {row['rep']}: {counted(row['turns'], 'turn')}{weight}{missed}{unable}")
    return "\n".join(lines)
