"""leadtrack purge"""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from leadtrack.actions import purging
from leadtrack.commands.desk import Desk, Format, counted, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column

app = new_app()

_SHOWN = 20

OlderThan = Annotated[str, typer.Option("--older-than", metavar="WHEN", help="90d, 6 months, or a date.")]
MoveTo = Annotated[
    str | None, typer.Option("--move-to", metavar="CAMPAIGN", help="Put the old targets on that list instead.")
]
Archive = Annotated[Path | None, typer.Option("--archive", metavar="FILE", help="Where the archive goes (CSV).")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would go, and write nothing.")]


@app.command()
def purge(
    context: typer.Context,
    older_than: OlderThan,
    junk: Annotated[bool, typer.Option("--junk", help="Leads that are junk, and untouched since then.")] = False,
    campaign: Annotated[
        str | None, typer.Option(metavar="CAMPAIGN", help="Targets of its list that did not answer.")
    ] = None,
    move_to: MoveTo = None,
    archive: Archive = None,
    dry_run: DryRun = False,
    format: Format = "table",
) -> None:
    """Delete old junk, or a campaign's old targets, for good; an archive that import takes back is written first."""
    if junk == (campaign is not None):
        raise UsageError("say what is to go: --junk, or --campaign NAME for its targets; see leadtrack purge --help")
    if campaign is not None:
        purge_targets(desk(context), campaign, older_than, move_to, archive, dry_run, format)
        return
    if move_to is not None:
        raise UsageError("--move-to goes with --campaign: only targets can be moved to another list")
    keep = _keeper(desk(context), archive)
    result = purging.junk(desk(context).office, older_than, dry_run=dry_run, keep=keep)
    tell(desk(context), result, "leads", dry_run, format)


def purge_targets(
    at: Desk, campaign: str, older_than: str, move_to: str | None, archive: Path | None, dry_run: bool, format: str
) -> None:
    if move_to is not None and archive is not None:
        raise UsageError("what is moved is not deleted and needs no archive; leave out --move-to or --archive")
    keep = _keeper(at, archive)
    result = purging.old_targets(at.office, campaign, older_than, move_to=move_to, dry_run=dry_run, keep=keep)
    tell(at, result, "targets", dry_run, format, to=move_to)


def _keeper(at: Desk, archive: Path | None) -> Callable[[Any], str]:
    """What writes the archive: to the file that was named, else to a new one beside the team's file."""

    def keep(rows: Any) -> str:
        return at.keep(archive or _free(at), rows)

    return keep


def _free(at: Desk) -> Path:
    day = at.now.astimezone(at.office.zone).date().isoformat()
    place, number = at.path.with_name(f"{at.path.stem}-purged-{day}.csv"), 2
    while place.exists():
        place = at.path.with_name(f"{at.path.stem}-purged-{day}-{number}.csv")
        number += 1
    return place


def tell(at: Desk, result: purging.Result, what: str, dry_run: bool, format: str, to: str | None = None) -> None:
    """What went, what stayed and why, and the way back."""
    told = {
        "batch": result.batch, "leads": result.leads, "targets": result.targets, "moved": result.moved,
        "left": result.left, "spared": result.spared, "archive": result.archive, "before": result.before,
    }  # fmt: skip
    if dry_run and format == "table" and result.rows:
        _show(at, result, what)
    at.acted(_words(result, what, dry_run, to), told, format)


def _words(result: purging.Result, what: str, dry_run: bool, to: str | None) -> str:
    noun = "junk lead" if what == "leads" else "target"
    lines = []
    if to is not None:
        moved = f"{counted(result.moved, noun)} {'would go' if dry_run else 'went'} to the list of {to}"
        lines.append(moved + (f", {result.left} stood there already" if result.left else ""))
        if result.batch:
            lines[0] += f"; to take it back: leadtrack undo {result.batch}"
    elif number := result.leads or result.targets:
        done = "would be" if dry_run else "is" if number == 1 else "are"
        lines.append(f"{counted(number, noun)} {done} deleted for good")
        if result.archive:
            command = "leadtrack import" if what == "leads" else "leadtrack target import"
            lines[0] += f"; {result.archive} holds {'it' if number == 1 else 'them'}: {command} {result.archive}"
    else:
        lines.append(f"no {noun} is that old; nothing was deleted")
    for why, number in result.spared.items():
        lines.append(f"{counted(number, noun)} {'stays' if number == 1 else 'stay'}: {why}")
    if dry_run and (result.rows or result.moved):
        lines.append("nothing was written; leave --dry-run out to do it")
    return "\n".join(lines)


def _show(at: Desk, result: purging.Result, what: str) -> None:
    columns = [Column("target", "Target"), Column("name", "Name"), Column("listed", "Listed", "instant")]
    if what == "leads":
        columns = [
            Column("lead", "Lead"), Column("name", "Name"), Column("company", "Company"),
            Column("since", "Junk since", "instant"), Column("why", "Why"),
        ]  # fmt: skip
    at.listing("What would go", columns, result.rows[:_SHOWN], "table", None)
    if len(result.rows) > _SHOWN:
        at.say(f"and {len(result.rows) - _SHOWN:,} more")
