"""leadtrack import"""

import dataclasses
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, Any

import typer

from leadtrack.actions import intake, mappings, teamwork
from leadtrack.commands import confirming, outcome
from leadtrack.commands.desk import Desk, Format, Output, desk, new_app
from leadtrack.errors import BadFile, LeadtrackError, PartlyDone, UsageError
from leadtrack.reports import Column

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
    country: Annotated[
        str | None, typer.Option(help="Where the leads lie whose row does not say it: DE, France.")
    ] = None,
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
    output: Output = None,
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
        country=teamwork.country(country) if country is not None else None,
        sheet=sheet,
        rejects=rejects,
        on_duplicate=on_duplicate,
        overwrite=overwrite,
        dry_run=dry_run,
        limit=limit,
        assign=assign,
        row_by_row=rows,
    )
    desk(context).insist_on(format, output)
    paths, errors = _paths(desk(context), files)
    if rejects is not None and len(paths) > 1:
        raise UsageError("--rejects names one file, and there are several to take in; leave it out, each gets its own")
    page = outcome.Page(desk(context), output) if format == "table" else None
    results = []
    for path in paths:
        try:
            result = _one(desk(context), path, request, interactive=interactive, page=page)
        except LeadtrackError as error:
            if len(files) == len(paths) == 1:
                raise
            errors.append(error)
            desk(context).say(f"leadtrack: {error}")
            continue
        results.append(result)
        if page:
            outcome.show_rows(page, result)
            desk(context).say(outcome.words(result, request))
    if page:
        page.close()
    else:
        _answer(desk(context), results, rows=rows, format=format, output=output)
    if errors:
        raise BadFile(f"{len(errors)} of {len(errors) + len(results)} files could not be taken in, the others were")
    if rejected := sum(result.rejected for result in results):
        raise PartlyDone(outcome.rejected(results, rejected, dry_run))


def _one(
    desk: Desk, path: str, request: intake.Request, *, interactive: bool, page: outcome.Page | None
) -> intake.Result:
    found = intake.look(desk.office, path, request)
    if page:
        outcome.show_mapping(page, found)
    if interactive and (said := confirming.ask(found.columns, found.table.sample)):
        request = dataclasses.replace(request, overrides={**request.overrides, **said})
        found = intake.look(desk.office, path, request)
        if page:
            outcome.show_mapping(page, found)
    remembered = mappings.together(desk.office, found.table.headers, request.overrides)
    return intake.take_in(desk.office, found, dataclasses.replace(request, overrides=remembered), progress_bar)


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


def _answer(desk: Desk, results: list[intake.Result], *, rows: bool, format: str, output: Path | None) -> None:
    if format == "json":
        answers = [outcome.as_json(result) for result in results]
        desk.listing("Imports", [Column(key, key) for key in (answers or [{}])[0]], answers, format, output)
    elif format != "table":
        lines = outcome.as_rows(results, row_by_row=rows)
        desk.listing("Imports", [Column(key, key) for key in (lines or [{"file": ""}])[0]], lines, format, output)
