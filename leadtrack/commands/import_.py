"""leadtrack import"""

import dataclasses
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, Any

import typer

from leadtrack.actions import intake
from leadtrack.commands import assign as assign_words
from leadtrack.commands import confirming
from leadtrack.commands.desk import Desk, Format, counted, desk, new_app
from leadtrack.errors import BadFile, LeadtrackError, PartlyDone, UsageError
from leadtrack.fields import LABELS
from leadtrack.reports import Column, Report

app = new_app()

_SHOWN = 5


@app.command("import")
def import_(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Sheets, folders of sheets, or - for stdin.")],
    map: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="HEADER=FIELD", help="Say what a column is: a field, custom or ignore."),
    ] = None,
    source: Annotated[str | None, typer.Option(help="The channel of the leads whose row names none.")] = None,
    campaign: Annotated[str | None, typer.Option(help="The campaign of the leads whose row names none.")] = None,
    sheet: Annotated[str | None, typer.Option(metavar="NAME", help="Which sheet of a workbook.")] = None,
    rejects: Annotated[str | None, typer.Option(metavar="FILE", help="Where rejected rows go.")] = None,
    on_duplicate: Annotated[
        str,
        typer.Option(metavar="POLICY", help="A lead that is there: update fills its gaps; skip; keep."),
    ] = "update",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and write nothing.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N rows.")] = None,
    assign: Annotated[bool, typer.Option("--assign", help="Give the leads to reps at once.")] = False,
    overwrite: Annotated[
        str,
        typer.Option(metavar="WHEN", help="Fields of a lead that is there: never, only when empty, or always."),
    ] = "empty",
    interactive: Annotated[
        bool, typer.Option("--interactive", help="Ask about the doubtful columns, on a terminal.")
    ] = False,
    rows: Annotated[
        bool, typer.Option("--rows", help="Say what became of every row, and what was mended in it.")
    ] = False,
    format: Format = "table",
) -> None:
    """Take in leads from sheets. The same sheet taken in twice changes nothing; leadtrack undo takes it back."""
    if on_duplicate not in intake.POLICIES:
        raise UsageError(f"there is no policy {on_duplicate!r}; choose one of {', '.join(intake.POLICIES)}")
    if overwrite not in intake.OVERWRITE:
        raise UsageError(f"there is no --overwrite {overwrite!r}; choose one of {', '.join(intake.OVERWRITE)}")
    if interactive and not sys.stdin.isatty():
        raise UsageError("--interactive asks on a terminal, and this is none; --map 'Header=field' answers instead")
    request = intake.Request(
        overrides=overrides_of(map or []),
        source=one_name(source),
        campaign=one_name(campaign),
        sheet=sheet,
        rejects=rejects,
        on_duplicate=on_duplicate,
        overwrite=overwrite,
        dry_run=dry_run,
        limit=limit,
        assign=assign,
        row_by_row=rows,
    )
    paths, errors = _paths(desk(context), files)
    if rejects is not None and len(paths) > 1:
        raise UsageError("--rejects names one file, and there are several to take in; leave it out, each gets its own")
    results = []
    for path in paths:
        try:
            result = _one(desk(context), path, request, interactive=interactive, format=format)
        except LeadtrackError as error:
            if len(files) == len(paths) == 1:
                raise
            errors.append(error)
            desk(context).say(f"leadtrack: {error}")
            continue
        results.append(result)
        if format == "table":
            _tell(desk(context), result, request)
    _answer(desk(context), results, format)
    if errors:
        raise BadFile(f"{len(errors)} of {len(errors) + len(results)} files could not be taken in, the others were")
    if rejected := sum(result.rejected for result in results):
        raise PartlyDone(_rejected(results, rejected, dry_run))


def _one(desk: Desk, path: str, request: intake.Request, *, interactive: bool, format: str) -> intake.Result:
    found = intake.look(desk.office, path, request)
    if format == "table":
        _show_mapping(desk, found)
    if interactive and (said := confirming.ask(found.columns, found.table.sample)):
        request = dataclasses.replace(request, overrides={**request.overrides, **said})
        found = intake.look(desk.office, path, request)
        if format == "table":
            _show_mapping(desk, found)
    return intake.take_in(desk.office, found, request, progress_bar)


def _paths(desk: Desk, files: list[str]) -> tuple[list[str], list[LeadtrackError]]:
    """The files to take in, folders opened. A path that is not there stops the others only where it stands alone."""
    paths: list[str] = []
    errors: list[LeadtrackError] = []
    for file in files:
        try:
            paths += intake.files(file)
        except LeadtrackError as error:
            if len(files) == 1:
                raise
            errors.append(error)
            desk.say(f"leadtrack: {error}")
    return paths, errors


def overrides_of(given: list[str]) -> dict[str, str]:
    overrides = {}
    for text in given:
        header, equals, field = text.rpartition("=")
        if not equals or not header.strip() or not field.strip():
            raise UsageError(f"--map {text!r} is no Header=field; write for example --map 'Cell=mobile'")
        overrides[header] = field.strip()
    return overrides


def one_name(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text is not None else None


def progress_bar(label: str, total: int | None) -> AbstractContextManager[Any]:
    from leadtrack.render.progress import progress

    return progress(total, label, enabled=sys.stderr.isatty())


def _show_mapping(desk: Desk, result: intake.Result) -> None:
    """The mapping, before anything is taken in."""
    columns = (
        Column("column", "Nr"), Column("header", "Column"), Column("field", "Becomes"), Column("why", "Why"),
    )  # fmt: skip
    rows = [
        {
            "column": column.position + 1, "header": column.header or "(blank)", "why": column.why,
            "field": column.field or ("ignored" if column.use == "ignore" else "custom field"),
        }
        for column in result.columns
    ]  # fmt: skip
    sheet = f", sheet {result.table.sheet}" if result.table.sheet else ""
    desk.show(Report(f"{result.file}{sheet}", columns, list(rows), result.table.notes), "table", None, listing=True)


def _words(result: intake.Result, request: intake.Request) -> str:
    """What became of the file, and what to do next."""
    would = "would be " if request.dry_run else ""
    mapped = [column for column in result.columns if column.field]
    kept = [column.name for column in result.columns if not column.field and column.use != "ignore"]
    lines = [
        f"{Path(result.file).name}: {counted(result.rows, 'row')}: {result.created} {would}created, "
        f"{result.updated} updated, {result.unchanged} unchanged, {result.duplicates} duplicates, "
        f"{result.rejected} rejected",
        f"{len(mapped)} of {len(result.columns)} columns became fields"
        + (f"; kept as custom fields: {', '.join(kept)}" if kept else ""),
    ]
    if result.repairs:
        mended = ", ".join(
            f"{what} {count}" for what, count in sorted(result.repairs.items(), key=lambda item: -item[1])
        )
        lines.append(f"mended: {mended}")
    if result.quality.get("leads"):
        lines.append(f"{result.quality['contactable']} of {counted(result.quality['leads'], 'lead')} can be contacted")
    if result.differing:
        lines.append(_differing(result, request))
    if result.strangers:
        named = ", ".join(f"{row['owner']} ({row['leads']})" for row in result.strangers[:_SHOWN])
        lines.append(f"owners that are no reps: {named}; leadtrack rep add, then leadtrack assign")
    if result.assigned:
        lines.append(assign_words.words_of(result.assigned, request.dry_run))
    if request.dry_run:
        lines.append("nothing was written; leave --dry-run out to take it in")
    elif result.created or result.updated:
        nexts = "leadtrack leads" if result.assigned else "leadtrack assign"
        lines.append(f"next: {nexts}; to take it back: leadtrack undo {result.batch}")
    return "\n".join(lines)


def _differing(result: intake.Result, request: intake.Request) -> str:
    """Where the sheet and the stored leads say different things, and which of them stands now."""
    named = "; ".join(
        f"lead {found.lead} {found.field}: {found.stored!r}, in the sheet {found.sheet!r}"
        for found in result.differences[:_SHOWN]
    )
    stands = (
        "the sheet's stand now"
        if request.overwrite == "always"
        else "the stored stand; --overwrite always takes the sheet's"
    )
    return f"{counted(result.differing, 'cell')} say something else than the lead ({named}); {stands}"


def _tell(desk: Desk, result: intake.Result, request: intake.Request) -> None:
    """What became of the file: how complete its leads are as a table, and the rest in words."""
    if result.fates:
        fates = (Column("row", "Row"), Column("fate", "Became"), Column("lead", "Lead"), Column("mended", "Mended"))
        desk.listing("Rows", fates, result.fates, "table", None)
    leads = result.quality.get("leads", 0)
    if leads:
        filled: list[dict[str, object]] = [
            {"field": LABELS[name], "filled": count, "share": count / leads}
            for name, count in result.quality["fields"].items()
        ]
        columns = (Column("field", "Field"), Column("filled", "Filled", "count"), Column("share", "Share", "share"))
        desk.show(Report("How complete the leads are", columns, filled), "table", None, listing=True)
    desk.say(_words(result, request))


def _rejected(results: list[intake.Result], rejected: int, dry_run: bool) -> str:
    reject = next(reject for result in results for reject in result.first_rejects)
    files = ", ".join(result.rejects_file for result in results if result.rejects_file)
    where = "would be rejected" if dry_run else f"rejected, see {files}; correct them there and import that file"
    return f"{counted(rejected, 'row')} {where} (row {reject.row}: {reject.reason})"


def _answer(desk: Desk, results: list[intake.Result], format: str) -> None:
    if format == "table":
        return
    rows = [as_json(result) for result in results]
    if format != "json":
        rows = [{key: value for key, value in row.items() if key != "columns"} for row in rows]
    keys = list(rows[0]) if rows else ["batch", "file"]
    desk.listing("Imports", [Column(key, key) for key in keys], rows, format, None)


def as_json(result: intake.Result) -> dict[str, Any]:
    """What `--format json` promises about one file."""
    return {
        "batch": result.batch,
        "file": result.file,
        **result.counts(),
        "rejects_file": result.rejects_file,
        "columns": [
            {
                "column": column.position + 1, "header": column.header, "field": column.field,
                "inverted": column.inverted, "confidence": round(column.confidence, 2), "why": column.why,
            }
            for column in result.columns
        ],
        "differing": result.differing,
        "repairs": result.repairs,
        "contactable": result.quality["contactable"],
        "fields": result.quality["fields"],
        "unknown_owners": result.strangers,
        "row_by_row": [{key: row[key] for key in ("row", "fate", "lead", "mended")} for row in result.fates],
        "assigned": result.assigned.assigned if result.assigned else None,
        "unassigned": result.assigned.unassigned if result.assigned else None,
    }  # fmt: skip
