"""leadtrack duplicates"""

import sys
from contextlib import AbstractContextManager
from typing import Annotated, Any

import typer

from leadtrack.actions import duplicates as action
from leadtrack.commands.desk import Format, Output, desk
from leadtrack.errors import UsageError
from leadtrack.reports import Column

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_PAIR = (Column("lead", "Lead"), Column("other", "Other"), Column("score", "Score"), Column("verdict", "Verdict"))
# Who they are, for sheets; a program that reads JSON asks for a lead by its number.
_NAMED = (
    *_PAIR, Column("name", "Name"), Column("other_name", "Other name"), Column("why", "Why"),
    Column("company", "Company"), Column("other_company", "Other company"),
    Column("email", "E-mail", "code"), Column("other_email", "Other e-mail", "code"),
)  # fmt: skip
# The same at a glance: what both say is said once.
_GLANCE = (
    *_PAIR, Column("name", "Who"), Column("why", "Why"), Column("company", "Company"), Column("email", "E-mail"),
)  # fmt: skip

Rep = Annotated[str | None, typer.Option(help="Pairs of which a lead is this rep's.")]
Lead = Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")]


@app.callback(invoke_without_command=True)
def duplicates(
    context: typer.Context,
    min_score: Annotated[
        float, typer.Option("--min-score", min=0, max=1, metavar="SCORE", help="The least likely pair, 0.5 to 1.")
    ] = 0.5,
    rep: Rep = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """List the pairs of leads that are one, or may be, with a score and reasons. It changes nothing."""
    if context.invoked_subcommand is not None:
        return
    office = desk(context).office
    found = action.pairs(office, min_score=min_score, rep=rep, progress=progress)
    if format == "json":
        desk(context).listing("Duplicates", (*_PAIR, Column("reasons", "Reasons")), found, format, output)
        return
    rows = action.named(office, found)
    if format in ("csv", "xlsx"):
        desk(context).listing("Duplicates", _NAMED, rows, format, output)
    else:
        desk(context).listing("Duplicates", _GLANCE, [_glance(row) for row in rows], format, output)
    if format == "table" and output is None and found:
        desk(context).say("next: leadtrack duplicates review, or leadtrack merge LEAD OTHER")


@app.command()
def review(context: typer.Context, rep: Rep = None) -> None:
    """Look at the pairs one by one, side by side: merge them, say that they are two, or leave them for later."""
    if not sys.stdin.isatty():
        raise UsageError(
            "a review asks on a terminal, and this is none; leadtrack merge LEAD OTHER and "
            "leadtrack duplicates distinct LEAD OTHER answer instead"
        )
    from leadtrack.commands import reviewing

    reviewing.review(desk(context), rep, progress)


@app.command()
def distinct(context: typer.Context, lead: Lead, other: Lead, format: Format = "table") -> None:
    """Say that two leads are two, however alike they are; they are not listed as a pair any more."""
    result = action.distinct(desk(context).office, lead, other)
    known = "" if result["batch"] else ", as was known"
    undo = f"; to take it back: leadtrack undo {result['batch']}" if result["batch"] else ""
    desk(context).acted(f"leads {result['lead']} and {result['other']} are two{known}{undo}", result, format)


def _glance(row: dict[str, Any]) -> dict[str, Any]:
    said = {
        key: " / ".join(dict.fromkeys(text for text in (row[key], row[f"other_{key}"]) if text))
        for key in ("name", "company", "email")
    }
    return {**row, **said, "score": f"{row['score']:.2f}"}


def progress(label: str, total: int | None) -> AbstractContextManager[Any]:
    from leadtrack.render.progress import progress

    return progress(total, label, enabled=sys.stderr.isatty())
