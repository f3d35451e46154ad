"""What leadtrack import has to say of a file: its columns, what became of its rows, and the same as JSON."""

from pathlib import Path
from typing import Any

from leadtrack.actions import intake
from leadtrack.commands import assign as assign_words
from leadtrack.commands.desk import Desk, counted
from leadtrack.fields import LABELS, NAMING
from leadtrack.reports import Column, Report
from leadtrack.wording import and_more

_SHOWN = 5
_REFUSALS = ("consent", "opt_out_email", "opt_out_phone")
_NAMED = 12


class Page:
    """The tables of an import: shown one below the other, or kept for the file that `--output` names."""

    def __init__(self, desk: Desk, output: Path | None) -> None:
        self._desk, self._output = desk, output
        self._texts: list[str] = []

    def show(self, report: Report) -> None:
        if self._output is not None:
            from leadtrack.render import render

            self._texts.append(str(render(report, "table", listing=True, terminal=False, zone=self._desk.office.zone)))
            return
        if self._texts:
            self._desk.write("\n", None)
        self._texts.append("")
        self._desk.show(report, "table", None, listing=True)

    def close(self) -> None:
        if self._output is not None:
            self._desk.write("\n".join(self._texts), self._output)


def show_mapping(page: Page, result: intake.Result) -> None:
    """What each column was understood to be, before anything is taken in."""
    # where room is short the header gives way before the reason, and the field, which --map needs, never does
    columns = (
        Column("column", "Nr"), Column("header", "Column"), Column("field", "Becomes", "code"), Column("text", "Why"),
    )  # fmt: skip
    rows: list[dict[str, object]] = [
        {
            "column": column.position + 1, "header": column.header or "(blank)", "text": column.why,
            "field": column.field or ("ignored" if column.use == "ignore" else "custom field"),
        }
        for column in result.columns
    ]  # fmt: skip
    table = result.table
    notes = result.notes()
    if table.other_sheets:
        others = ", ".join(map(repr, table.other_sheets))
        notes.append(f"other sheets of this file, not taken in: {others}; --sheet NAME takes one")
    title = called(result) + (f", sheet {table.sheet}" if table.sheet else "")
    page.show(Report(title, columns, rows, tuple(notes)))


def show_rows(page: Page, result: intake.Result) -> None:
    """With --rows what became of each; and how complete the leads are."""
    if result.fates:
        fates = (Column("row", "Row"), Column("fate", "Became"), Column("lead", "Lead"), Column("mended", "Mended"))
        page.show(Report("What became of each row", fates, result.fates))
    leads = result.quality.get("leads", 0)
    if leads:
        filled: list[dict[str, object]] = [
            {"field": LABELS[name], "filled": count, "share": count / leads}
            for name, count in result.quality["fields"].items()
        ]
        columns = (Column("field", "Field"), Column("filled", "Filled", "count"), Column("share", "Share", "share"))
        page.show(Report("How complete the leads are", columns, filled))


def called(result: intake.Result) -> str:
    return "standard input" if result.file == "-" else result.file


def words(result: intake.Result, request: intake.Request) -> str:
    """What became of the file, and what to do next."""
    would = "would be " if request.dry_run else ""
    name = Path(called(result)).name
    mapped = [column for column in result.columns if column.field]
    kept = [column.name for column in result.columns if not column.field and column.use != "ignore"]
    lines = [
        f"{name}: {counted(result.rows, 'row')}: {result.created:,} {would}created, {result.updated:,} updated, "
        f"{result.unchanged:,} unchanged, {result.duplicates:,} duplicates, {result.rejected:,} rejected",
        f"{len(mapped)} of {counted(len(result.columns), 'column')} became fields"
        + (f"; kept as custom fields: {and_more(kept, _NAMED)}" if kept else ""),
    ]
    if result.repairs:
        repairs = sorted(result.repairs.items(), key=lambda item: -item[1])
        lines.append("mended: " + ", ".join(f"{what} {count:,}" for what, count in repairs))
    if result.quality.get("leads"):
        reached, leads = result.quality["contactable"], counted(result.quality["leads"], "lead")
        lines.append(f"{reached:,} of {leads} can be contacted")
    if result.maybe:
        be = "would wait" if request.dry_run else "wait"
        lines.append(
            f"{counted(result.maybe, 'pair')} of leads may be one and {be} for a look: leadtrack duplicates review"
        )
    if result.created and result.qualified is not None:
        lacking = ", ".join(f"{name} {leads:,}" for name, leads in result.missing.items())
        missing = f"; missing: {lacking}" if lacking else ""
        lines.append(f"{result.qualified:,} of {counted(result.created, 'new lead')} {would}qualified{missing}")
    if result.answered:
        lines.append(f"{counted(result.answered, 'new lead')} answered a campaign: leadtrack target list --answered")
    if result.differing:
        lines.append(_differing(result, request))
    if result.strangers:
        named = and_more([f"{row['owner']} ({row['leads']:,})" for row in result.strangers], _SHOWN)
        lines.append(f"owners that are no reps: {named}; leadtrack rep add, then leadtrack assign")
    if result.assigned:
        lines.append(assign_words.words_of(result.assigned, request.dry_run))
    lines += _next(result, request)
    return "\n".join(lines)


def _next(result: intake.Result, request: intake.Request) -> list[str]:
    if request.dry_run:
        if not any(column.field in NAMING for column in result.columns):
            example = repr(f"{result.columns[0].name}=full_name")
            return [
                "nothing was written, and the import would be refused: no column is known as a name, company, e-mail "
                f"or phone; say which is which, for example --map {example}"
            ]
        return ["nothing was written; leave --dry-run out to take it in"]
    if result.created or result.updated:
        nexts = "leadtrack leads" if result.assigned else "leadtrack assign"
        return [f"next: {nexts}; to take it back: leadtrack undo {result.batch}"]
    return []


def _differing(result: intake.Result, request: intake.Request) -> str:
    """Where the sheet and the stored leads say different things, and which of them stands now."""
    named = "; ".join(
        f"lead {found.lead} {found.field}: {found.stored!r}, in the sheet {found.sheet!r}"
        for found in result.differences[:_SHOWN]
    )
    if result.differing > _SHOWN:
        named += f"; and {result.differing - _SHOWN:,} more"
    stands = (
        "the sheet's stand now"
        if request.overwrite == "always"
        else "the stored stand; --overwrite always takes the sheet's"
    )
    if any(found.field in _REFUSALS for found in result.differences):
        stands += ", and a refusal stands in each case"
    say = "says" if result.differing == 1 else "say"
    return f"{counted(result.differing, 'cell')} {say} something else than the lead ({named}); {stands}"


def rejected(results: list[intake.Result], number: int, dry_run: bool) -> str:
    reject = next(reject for result in results for reject in result.first_rejects)
    files = ", ".join(result.rejects_file for result in results if result.rejects_file)
    where = "would be rejected" if dry_run else f"rejected, see {files}; correct them there and import that file"
    return f"{counted(number, 'row')} {where} (row {reject.row}: {reject.reason})"


def as_json(result: intake.Result) -> dict[str, Any]:
    """What `--format json` promises about one file."""
    table = result.table
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
        "sheet": table.sheet or None,
        "other_sheets": list(table.other_sheets),
        "header_row": table.header_row,
        "notes": result.notes(),
        "maybe": result.maybe,
        "differing": result.differing,
        "differences": [found._asdict() for found in result.differences],
        "repairs": result.repairs,
        "contactable": result.quality["contactable"],
        "fields": result.quality["fields"],
        "answered": result.answered,
        "qualified": result.qualified,
        "missing": None if result.qualified is None else result.missing,
        "unknown_owners": result.strangers,
        "row_by_row": [{key: row[key] for key in ("row", "fate", "lead", "mended")} for row in result.fates],
        "assigned": result.assigned.assigned if result.assigned else None,
        "unassigned": result.assigned.unassigned if result.assigned else None,
    }  # fmt: skip


def as_rows(results: list[intake.Result], *, row_by_row: bool) -> list[dict[str, Any]]:
    """The same for a sheet: a line for each row of the files where that was asked for, else for each file."""
    if row_by_row:
        return [
            {"file": result.file, **{key: row[key] for key in ("row", "fate", "lead", "mended")}}
            for result in results
            for row in result.fates
        ]
    lists = ("columns", "differences", "row_by_row")
    return [{key: value for key, value in as_json(result).items() if key not in lists} for result in results]
