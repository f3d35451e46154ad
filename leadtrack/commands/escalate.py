"""leadtrack escalate"""

from typing import Annotated, Any

import typer

from leadtrack.actions import escalating
from leadtrack.commands.desk import Format, Output, desk, new_app
from leadtrack.reports import Column

app = new_app("The ladder: what happens with leads that their rep does not call.")


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the steps."""
    columns = [Column("step", "Step"), Column("says", "Says", wraps=True)]
    if format not in ("table", "md", "html"):
        columns += [
            Column("action", "Action"), Column("minutes", "Minutes", "count"), Column("temperature", "Temperature"),
            Column("source", "Source"), Column("rep", "Rep"),
        ]  # fmt: skip
    desk(context).listing("The ladder", columns, escalating.listed(desk(context).office), format, output)


@app.command()
def add(
    context: typer.Context,
    action: Annotated[str, typer.Argument(help="remind (the rep), tell (the manager) or take (the lead back).")],
    after: Annotated[str, typer.Option(metavar="TIME", help="Working minutes without an attempt: 30min, 2h.")],
    temperature: Annotated[str | None, typer.Option(metavar="T", help="Only of hot, warm or cold leads.")] = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="Only of leads from this source.")] = None,
    to: Annotated[str | None, typer.Option(metavar="REP", help="Who is told, if not the region's manager.")] = None,
    format: Format = "table",
) -> None:
    """Add a step, or change the one of the same kind. It holds for leads that are assigned from now on."""
    result = escalating.add(desk(context).office, action, after, temperature=temperature, source=source, to=to)
    words = f"step {result['step']}: {result['says']}"
    desk(context).acted(
        "\n".join([words, *result["notes"], "leadtrack tick does it, every minute (leadtrack cron)"]), result, format
    )


@app.command()
def remove(
    context: typer.Context,
    step: Annotated[int, typer.Argument(metavar="STEP", help="The number in the list.")],
    format: Format = "table",
) -> None:
    """Take a step out."""
    result = escalating.remove(desk(context).office, step)
    words = f"removed: {result['says']}; to take it back: leadtrack undo {result['batch']}"
    desk(context).acted(words, result, format)


@app.command()
def run(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")] = False,
    format: Format = "table",
) -> None:
    """Do every step that is due, once each."""
    result = escalating.escalate(desk(context).office, dry_run=dry_run)
    desk(context).acted("\n".join([words_of(result, dry_run), *result.troubles]), as_json(result), format)


@app.command()
def log(
    context: typer.Context,
    lead: Annotated[str | None, typer.Argument(help="Of one lead.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the newest N.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """List what was done, newest first."""
    columns = (
        Column("at", "At", "instant"), Column("lead", "Lead"), Column("name", "Name"), Column("rep", "Rep"),
        Column("action", "Step"), Column("what", "What", wraps=True),
    )  # fmt: skip
    rows = escalating.log(desk(context).office, lead, limit)
    desk(context).listing("What the ladder did", columns, rows, format, output)


def as_json(result: escalating.Result) -> dict[str, Any]:
    return {
        "batch": result.batch, "reminded": result.reminded, "told": result.told, "taken": result.taken,
        "closed": result.closed, "done": result.done, "troubles": result.troubles,
    }  # fmt: skip


def words_of(result: escalating.Result, dry_run: bool) -> str:
    """One line on what was done."""
    told = [
        (result.reminded, "rep reminded", "times a rep reminded"),
        (result.told, "time a manager told", "times a manager told"),
        (result.taken, "lead taken back and given on", "leads taken back and given on"),
    ]
    parts = [f"{number:,} {one if number == 1 else many}" for number, one, many in told if number]
    if not parts:
        return "no step is due"
    back = f"; to take it back: leadtrack undo {result.batch}" if result.batch else ""
    return ("would be: " if dry_run else "") + ", ".join(parts) + back
