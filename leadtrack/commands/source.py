"""leadtrack source"""

from typing import Annotated

import typer

from leadtrack.actions import scoring, sources, teamwork
from leadtrack.commands.desk import Format, Output, counted, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column

app = new_app("Sources: the channels that leads come by.")


@app.command()
def add(context: typer.Context, name: Annotated[str, typer.Argument()], format: Format = "table") -> None:
    """Make a source."""
    result = teamwork.add_source(desk(context).office, name)
    words = "is new" if result["new"] else "was there already"
    desk(context).acted(
        f"source {result['source']} {words}; use it: leadtrack import FILE --source {result['source']!r}",
        result,
        format,
    )


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the sources with their leads."""
    office = desk(context).office
    lives = office.store.scoring.half_lives()
    names: dict[int, list[str]] = {}
    for alias in office.store.campaigns.aliases():
        names.setdefault(alias["source_id"], []).append(alias["name"])
    rows = [
        {**row, "source": row["name"], "half_life": lives[row["id"]], "aliases": names.get(row["id"], [])}
        for row in office.store.campaigns.sources()
    ]
    desk(context).listing(
        "Sources",
        (
            Column("source", "Source"),
            Column("leads", "Leads", "count"),
            Column("half_life", "Half-life, days", "count"),
            Column("aliases", "Also called"),
        ),
        rows,
        format,
        output,
    )


@app.command("half-life")
def half_life(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="SOURCE")],
    time: Annotated[str, typer.Argument(metavar="TIME", help="36h, 10 days, 2 weeks; auto: as its name suggests.")],
    format: Format = "table",
) -> None:
    """In which time the interest of its leads is half of what it was: how fast they cool."""
    result = scoring.set_half_life(desk(context).office, name, time)
    desk(context).acted(
        f"interest of {result['source']} leads halves every {_days(result['half_life'])}", result, format
    )


@app.command()
def merge(
    context: typer.Context,
    old: Annotated[str | None, typer.Argument(metavar="SOURCE", help="The one that becomes the other.")] = None,
    new: Annotated[str | None, typer.Argument(metavar="INTO", help="The one that stays.")] = None,
    vocabulary: Annotated[
        bool,
        typer.Option("--vocabulary", help="All that mean the same channel: website and web form, google and search."),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be merged, and change nothing.")] = False,
    format: Format = "table",
) -> None:
    """Make one source of two; the old name means the new one from now on."""
    if vocabulary == (old is not None) or (old is None) != (new is None):
        raise UsageError("name two sources, leadtrack source merge OLD INTO, or give --vocabulary")
    office = desk(context).office
    result = (
        sources.merge(office, old, new, dry_run=dry_run)
        if old and new
        else sources.merge_known(office, dry_run=dry_run)
    )
    told = "; ".join(
        f"{row['source']} into {row['into']} ({counted(row['leads'], 'lead')})" for row in result["merged"]
    )
    words = f"{'would merge' if dry_run else 'merged'} {told}" if told else "no two sources mean the same channel"
    desk(context).acted(words, result, format)


@app.command()
def alias(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What sheets call it.")],
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The source that is meant.")],
    format: Format = "table",
) -> None:
    """Let another name mean a source, in imports and by hand."""
    result = sources.alias(desk(context).office, name, source)
    desk(context).acted(f"{result['alias']} means {result['source']} from now on", result, format)


def _days(number: float) -> str:
    return "day" if number == 1 else f"{number:g} days"
