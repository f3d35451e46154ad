"""leadtrack import"""

import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, Any

import typer

from leadtrack.actions import intake
from leadtrack.commands import assign as assign_words
from leadtrack.commands.desk import Desk, Format, counted, desk, new_app
from leadtrack.errors import BadFile, LeadtrackError, PartlyDone, UsageError
from leadtrack.reports import Column, Report

app = new_app()


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
    format: Format = "table",
) -> None:
    """Take in leads from sheets. The same sheet taken in twice changes nothing; leadtrack undo takes it back."""
    if on_duplicate not in intake.POLICIES:
        raise UsageError(f"there is no policy {on_duplicate!r}; choose one of {', '.join(intake.POLICIES)}")
    request = intake.Request(
        overrides=_overrides(map or []), source=_named(source), campaign=_named(campaign), sheet=sheet, rejects=rejects,
        on_duplicate=on_duplicate, dry_run=dry_run, limit=limit, assign=assign,
    )  # fmt: skip
    paths, errors = _paths(desk(context), files)
    if rejects is not None and len(paths) > 1:
        raise UsageError("--rejects names one file, and there are several to take in; leave it out, each gets its own")
    results = []
    for path in paths:
        try:
            result = intake.import_file(
                desk(context).office, path, request, _progress(desk(context)),
                announce=lambda found: _announce(desk(context), found, format),
            )  # fmt: skip
        except LeadtrackError as error:
            if len(files) == len(paths) == 1:
                raise
            errors.append(error)
            desk(context).say(f"leadtrack: {error}")
            continue
        results.append(result)
        if format == "table":
            desk(context).say(_words(result, request))
    _answer(desk(context), results, format)
    if errors:
        raise BadFile(f"{len(errors)} of {len(errors) + len(results)} files could not be taken in, the others were")
    if rejected := sum(result.rejected for result in results):
        raise PartlyDone(_rejected(results, rejected, dry_run))


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


def _overrides(given: list[str]) -> dict[str, str]:
    overrides = {}
    for text in given:
        header, equals, field = text.rpartition("=")
        if not equals or not header.strip() or not field.strip():
            raise UsageError(f"--map {text!r} is no Header=field; write for example --map 'Cell=mobile'")
        overrides[header] = field.strip()
    return overrides


def _named(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text is not None else None


def _progress(desk: Desk) -> intake.Progress:
    def progress(label: str) -> AbstractContextManager[Any]:
        from leadtrack.render.progress import progress as bar

        return bar(None, label, enabled=sys.stderr.isatty())

    return progress


def _announce(desk: Desk, result: intake.Result, format: str) -> None:
    """The mapping, before anything is read in."""
    if format != "table":
        return
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
    desk.show(Report(f"{result.file}{sheet}", columns, list(rows), result.table.notes), format, None, listing=True)


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
    if result.assigned:
        lines.append(assign_words.words_of(result.assigned, request.dry_run))
    if request.dry_run:
        lines.append("nothing was written; leave --dry-run out to take it in")
    elif result.created or result.updated:
        nexts = "leadtrack leads" if result.assigned else "leadtrack assign"
        lines.append(f"next: {nexts}; to take it back: leadtrack undo {result.batch}")
    return "\n".join(lines)


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
        "assigned": result.assigned.assigned if result.assigned else None,
        "unassigned": result.assigned.unassigned if result.assigned else None,
    }  # fmt: skip
