"""leadtrack target"""

from typing import Annotated, Any

import typer

from leadtrack.actions import targets, teamwork
from leadtrack.actions.intake import Request
from leadtrack.commands.desk import Format, Output, counted, desk, new_app
from leadtrack.commands.import_ import one_name, overrides_of, progress_bar
from leadtrack.commands.purge import Archive, DryRun, MoveTo, OlderThan, purge_targets
from leadtrack.errors import PartlyDone, UsageError
from leadtrack.fields import FIELDS, LABELS
from leadtrack.reports import Column

app = new_app("Targets: addresses on a campaign's list that have not answered yet. They are no leads.")

Named = Annotated[str, typer.Argument(metavar="TARGET", help="Its number, e-mail address or a part of its name.")]
Campaign = Annotated[str | None, typer.Option(metavar="NAME", help="On the list of this campaign.")]


@app.command("import")
def import_(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A sheet, or - for stdin.")],
    campaign: Annotated[str | None, typer.Option(help="The campaign of the rows that name none.")] = None,
    source: Annotated[str | None, typer.Option(help="The channel in which the campaign runs.")] = None,
    map: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="HEADER=FIELD", help="Say what a column is: a field, custom or ignore."),
    ] = None,
    country: Annotated[str | None, typer.Option(help="Where those lie whose row does not say it: DE, France.")] = None,
    sheet: Annotated[str | None, typer.Option(metavar="NAME", help="Which sheet of a workbook.")] = None,
    rejects: Annotated[str | None, typer.Option(metavar="FILE", help="Where rejected rows go.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N rows.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and write nothing.")] = False,
    format: Format = "table",
) -> None:
    """Take in a campaign's list, read as import reads a sheet. The same list again changes nothing."""
    request = Request(
        overrides=overrides_of(map or []),
        source=one_name(source),
        campaign=one_name(campaign),
        country=teamwork.country(country) if country is not None else None,
        sheet=sheet,
        rejects=rejects,
        dry_run=dry_run,
        limit=limit,
    )
    taken = targets.look(desk(context).office, file, request)
    taken = targets.take_in(desk(context).office, taken, request, progress_bar)
    told = {
        "batch": taken.batch, "file": taken.file, "campaigns": taken.campaigns,
        **taken.counts(), "rejects_file": taken.rejects_file,
    }  # fmt: skip
    desk(context).acted(_words(taken, dry_run), told, format)
    if taken.first_reject is not None:
        first = f"row {taken.first_reject.row}: {taken.first_reject.reason}"
        where = "would be rejected" if dry_run else f"rejected, see {taken.rejects_file}"
        raise PartlyDone(f"{counted(taken.rejected, 'row')} {where} ({first})")


@app.command("list")
def list_(
    context: typer.Context,
    campaign: Campaign = None,
    answered: Annotated[bool, typer.Option("--answered", help="Those that became leads.")] = False,
    dropped: Annotated[bool, typer.Option("--dropped", help="Those that were dropped, and why.")] = False,
    all: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
    search: Annotated[str | None, typer.Option(metavar="TEXT", help="In all their fields.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first N.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """List the targets that wait for an answer; csv, xlsx and json hold every field, as a mailing needs them."""
    if answered + dropped + all > 1:
        raise UsageError("choose one of --answered, --dropped and --all")
    standing = "all" if all else "dropped" if dropped else "answered" if answered else "waiting"
    rows = targets.listed(desk(context).office, campaign=campaign, standing=standing, search=search, limit=limit)
    columns = _glance(rows) if format in ("table", "md", "html") else _whole(rows, format)
    desk(context).listing("Targets", columns, rows, format, output)


@app.command()
def answered(
    context: typer.Context,
    target: Named,
    campaign: Campaign = None,
    by: Annotated[str, typer.Option(metavar="KIND", help="How: email, call, text or meeting.")] = "email",
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="What they answered.")] = None,
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="When, if not now.")] = None,
    format: Format = "table",
) -> None:
    """A target answered: it becomes a lead, with its campaign, and gets its rep at once; prints the lead's number."""
    result = targets.answered(desk(context).office, target, campaign=campaign, by=by, words=note, at=at)
    if format == "table":
        desk(context).write(f"{result['lead']}\n", None)
    became = "is lead" if result["batch"] and result["new"] else "is lead already:"
    to = f"{result['rep']}'s" if result["rep"] else "without a rep yet (leadtrack assign)"
    lacks = "" if result["qualified"] else f"; not qualified yet: {', '.join(result['missing'])}"
    desk(context).acted(
        f"target {result['target']} ({result['campaign']}) {became} {result['lead']}, {to}{lacks};"
        f" what is next? leadtrack show {result['lead']}",
        result,
        format,
    )


@app.command()
def drop(
    context: typer.Context,
    target: Annotated[
        list[str], typer.Argument(metavar="TARGET...", help="Numbers, e-mail addresses or parts of names.")
    ],
    reason: Annotated[str, typer.Option(help="Why: bounced, moved away, wants no mail.")],
    campaign: Campaign = None,
    format: Format = "table",
) -> None:
    """Take targets off their lists; no later list brings them again."""
    result = targets.drop(desk(context).office, target, campaign=campaign, reason=reason)
    before = len(result["targets"]) - result["dropped"]
    words = f"{counted(result['dropped'], 'target')} dropped" + (f", {before} had been before" if before else "")
    back = f"; to take it back: leadtrack undo {result['batch']}" if result["batch"] else ""
    desk(context).acted(words + back, result, format)


@app.command()
def purge(
    context: typer.Context,
    campaign: Annotated[str, typer.Option(metavar="NAME", help="The campaign whose list is cleared.")],
    older_than: OlderThan,
    move_to: MoveTo = None,
    archive: Archive = None,
    dry_run: DryRun = False,
    format: Format = "table",
) -> None:
    """Delete a campaign's old targets that did not answer, with an archive, or move them to another campaign."""
    purge_targets(desk(context), campaign, older_than, move_to, archive, dry_run, format)


def _words(taken: targets.Taken, dry_run: bool) -> str:
    """What became of the list, and what to do next."""
    others = [
        (taken.updated, "updated"), (taken.unchanged, "unchanged"), (taken.duplicates, "duplicates"),
        (taken.leads, "leads already"), (taken.dropped, "dropped before"), (taken.rejected, "rejected"),
    ]  # fmt: skip
    kept = [column.name for column in taken.columns if not column.field and column.use != "ignore"]
    listed = "".join(f", {number} {what}" for number, what in others if number)
    lines = [f"{counted(taken.rows, 'row')}: {taken.added} {'would be ' if dry_run else ''}added{listed}"]
    if kept:
        lines.append(f"kept as custom fields: {', '.join(kept)}")
    if dry_run:
        lines.append("nothing was written; leave --dry-run out to take it in")
    elif taken.batch:
        campaign = f" --campaign {taken.campaigns[0]!r}" if len(taken.campaigns) == 1 else ""
        lines.append(f"next: leadtrack target list{campaign}; to take it back: leadtrack undo {taken.batch}")
    return "\n".join(lines)


def _glance(rows: list[dict[str, Any]]) -> list[Column]:
    for row in rows:
        row["phone"] = row["phone"] or row["mobile"]
    columns = [Column("target", "Target"), Column("name", "Name")]
    if any(row["standing"] != "waiting" for row in rows):
        columns += [Column("standing", "Standing"), Column("lead", "Lead"), Column("reason", "Reason")]
    return [
        *columns, Column("email", "E-mail", "code"), Column("phone", "Phone", "code"),
        Column("campaign", "Campaign"), Column("company", "Company"), Column("listed", "Listed", "instant"),
    ]  # fmt: skip


def _whole(rows: list[dict[str, Any]], format: str) -> list[Column]:
    """Every field; custom fields as one object in JSON, as columns of their own in sheets."""
    columns = [
        Column("target", "Target"), Column("campaign", "Campaign"), Column("standing", "Standing"),
        Column("listed", "Listed", "instant"), Column("answered", "Answered", "instant"), Column("lead", "Lead"),
        Column("dropped", "Dropped", "instant"), Column("reason", "Reason"),
    ]  # fmt: skip
    columns += [Column(name, LABELS[name]) for name in FIELDS if name not in ("campaign", "created_at")]
    if format == "json":
        return [*columns, Column("custom", "Custom")]
    names = dict.fromkeys(name for row in rows for name in row["custom"])
    for row in rows:
        row |= {f"custom {name}": value for name, value in row["custom"].items()}
    return columns + [Column(f"custom {name}", name) for name in names]
