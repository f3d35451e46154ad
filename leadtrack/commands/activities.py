"""leadtrack activities"""

from typing import Annotated, Any

import typer

from leadtrack.actions import calls, work
from leadtrack.commands.desk import Format, Output, counted, desk, new_app
from leadtrack.errors import PartlyDone
from leadtrack.reports import Column
from leadtrack.wording import and_more

app = new_app("Activities: what was done and what came in, and whole call logs.")

_SHOWN = 5

_GLANCE = (
    Column("at", "When", "instant"), Column("rep", "Rep"), Column("name", "Name"), Column("told", "What"),
    Column("lead", "Lead"),
)  # fmt: skip
_WHOLE = (
    Column("activity", "Nr"), Column("at", "When", "instant"), Column("lead", "Lead"), Column("name", "Name"),
    Column("rep", "Rep"), Column("kind", "Kind"), Column("direction", "Direction"), Column("outcome", "Outcome"),
    Column("nature", "Nature"), Column("seconds", "Seconds"), Column("subject", "Subject"), Column("text", "Text"),
    Column("action", "Did"),
)  # fmt: skip


@app.command("import")
def import_(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="A sheet with a row for each call: csv, xlsx, ...; - is standard input.")],
    rejects: Annotated[
        str | None, typer.Option(metavar="FILE", help="Where rows that were not taken in are written.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")] = False,
    format: Format = "table",
) -> None:
    """Take in a call log: each row goes to the lead whose telephone number or e-mail address it names."""
    result = calls.take_in(desk(context).office, file, rejects=rejects, dry_run=dry_run)
    desk(context).acted(_words(result, dry_run), as_json(result), format)
    if result.rejected:
        raise PartlyDone(_rejected(result, dry_run))


@app.command("list")
def list_(
    context: typer.Context,
    rep: Annotated[str | None, typer.Option(help="What this rep did.")] = None,
    since: Annotated[str | None, typer.Option(metavar="WHEN", help="From then on: monday, 7d; else today.")] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="Up to then.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """List calls, e-mails, texts, meetings and notes of a period, oldest first; without one, of today."""
    rows = work.done(desk(context).office, since=since, until=until, rep=rep)
    columns = _GLANCE if format in ("table", "md", "html") else _WHOLE
    desk(context).listing("Activities", columns, rows, format, output)


def as_json(result: calls.Result) -> dict[str, Any]:
    """What `--format json` promises."""
    return {
        "batch": result.batch, "file": result.file, "rows": result.rows, "added": result.added, "known": result.known,
        "rejected": result.rejected, "rejects_file": result.rejects_file, "leads": result.leads, "done": result.done,
        "unknown_reps": [{"rep": name, "rows": rows} for name, rows in result.unknown_reps.items()],
        "do_not_call": result.do_not_call,
    }  # fmt: skip


def _words(result: calls.Result, dry_run: bool) -> str:
    would = "would be " if dry_run else ""
    lines = [
        f"{counted(result.rows, 'row')}: {result.added} {would}added to {counted(result.leads, 'lead')}, "
        f"{result.known} known already, {result.rejected} rejected"
    ]
    if result.done:
        lines.append(f"{counted(result.done, 'stage action')} ticked off")
    if result.unknown_reps:
        named = and_more([f"{name} ({rows})" for name, rows in result.unknown_reps.items()], _SHOWN)
        lines.append(
            f"no reps: {named}; their calls count for nobody, leadtrack rep add NAME before the import mends it"
        )
    for lead in result.do_not_call[:_SHOWN]:
        lines.append(f"lead {lead} asked to be left alone: leadtrack edit {lead} opt_out_phone=yes")
    if len(result.do_not_call) > _SHOWN:
        lines.append(f"and {len(result.do_not_call) - _SHOWN} more leads that asked to be left alone")
    if dry_run:
        lines.append("nothing was written; leave --dry-run out to take it in")
    elif result.batch:
        lines.append(f"to take it back: leadtrack undo {result.batch}")
    return "\n".join(lines)


def _rejected(result: calls.Result, dry_run: bool) -> str:
    first = result.first_rejects[0]
    where = "would be rejected" if dry_run else f"rejected, see {result.rejects_file}; mend them and import that file"
    return f"{counted(result.rejected, 'row')} {where} (row {first.row}: {first.reason})"
