"""leadtrack qualify"""

from typing import Annotated

import typer

from leadtrack.actions import qualifying
from leadtrack.commands.desk import Desk, Format, Output, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column, Report

app = new_app()


@app.command()
def qualify(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(metavar="LEAD|require", help="Number, e-mail address, or part of the name.")],
    fields: Annotated[
        str | None, typer.Argument(metavar="[FIELDS]", help="After require: what must be known, as budget,timeline.")
    ] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Is a lead qualified, or what is missing? `qualify require budget,timeline` says what must be known of one."""
    if lead == "require":
        _require(desk(context), fields, format, output)
        return
    if fields is not None:
        raise UsageError(f"name one lead: leadtrack qualify {lead!r}; or leadtrack qualify require FIELDS")
    found = qualifying.qualify(desk(context).office, lead)
    if format == "json" and output is None:
        desk(context).acted("", found, format)
        return
    verdict = "qualified" if found["qualified"] else f"not qualified yet: {', '.join(found['missing'])}"
    columns = (Column("check", "Check"), Column("met", "Met", "flag"), Column("why", "Why"))
    title = f"Lead {found['lead']} {found['name']}: {verdict}"
    desk(context).show(Report(title, columns, found["checks"]), format, output, listing=False)
    if format == "table" and output is None:
        desk(context).say(_next(found))


def _next(found: dict[str, object]) -> str:
    lead = found["lead"]
    if not found["open"]:
        return f"it is in {found['stage']}; to work it again: leadtrack reopen {lead} --reason TEXT"
    if found["qualified"]:
        return f"what is next? leadtrack stage {lead} STAGE (it is in {found['stage']})"
    missing = found["missing"]
    assert isinstance(missing, list)
    unknown = next((name for name in missing if name not in qualifying.ALWAYS), None)
    if unknown:
        return f"when it is known: leadtrack edit {lead} {unknown if ' ' not in unknown else repr(unknown)}=..."
    if missing == [qualifying.SINGLE]:
        return "one lead or two? leadtrack duplicates review"
    return f"mend it: leadtrack edit {lead} FIELD=VALUE; or give it up: leadtrack disqualify {lead} --reason TEXT"


def _require(desk: Desk, fields: str | None, format: str, output: Output) -> None:
    if fields is None:
        rows: list[dict[str, object]] = [
            {"check": name, "by": by}
            for by, names in (("always", qualifying.ALWAYS), ("the team", qualifying.required(desk.office)))
            for name in names
        ]
        columns = (Column("check", "Check"), Column("by", "Asked for by"))
        desk.listing("What makes a lead qualified", columns, rows, format, output)
        return
    result = qualifying.require(desk.office, fields)
    asked = ", ".join([*result["always"], *result["required"]])
    desk.acted(f"what makes a lead qualified: {asked}", result, format)
