"""leadtrack merge"""

from typing import Annotated, Any

import typer

from leadtrack.actions import merging
from leadtrack.commands.desk import Desk, Format, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.fields import LABELS
from leadtrack.reports import Column, Report

app = new_app()

_NOUNS = {
    "activities": ("activity", "activities"), "reminders": ("reminder", "reminders"),
    "temperatures": ("temperature", "temperatures"),
    "origins": ("row of a file", "rows of files"), "targets": ("target that answered", "targets that answered"),
}  # fmt: skip


@app.command()
def merge(
    context: typer.Context,
    leads: Annotated[list[str], typer.Argument(metavar="LEAD...", help="Leads that are one: numbers, or e-mails.")],
    keep: Annotated[
        str | None, typer.Option(metavar="LEAD", help="Which is kept; else the one with most history.")
    ] = None,
    field: Annotated[
        list[str] | None, typer.Option("--field", metavar="FIELD=LEAD", help="Whose value stands: phone=17.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what it would be, and change nothing.")] = False,
    format: Format = "table",
) -> None:
    """Make one lead of several, with all that happened to them. leadtrack unmerge takes it back."""
    chosen = {}
    for text in field or []:
        name, equals, lead = text.rpartition("=")
        if not equals or not name.strip() or not lead.strip():
            raise UsageError(f"--field {text!r} is no field=LEAD; write for example --field phone=17")
        chosen[name.strip()] = lead.strip()
    result = merging.merge(desk(context).office, leads, keep=keep, fields=chosen, dry_run=dry_run)
    if format == "table" and result["fields"]:
        show_choices(desk(context), result)
    desk(context).acted(words(result), _flat(result, format), format)


def words(result: dict[str, Any]) -> str:
    """What was merged into what, and how it is taken back."""
    others = ", ".join(map(str, result["merged"]))
    moved = [
        f"{number:,} {singular if number == 1 else plural}"
        for table, (singular, plural) in _NOUNS.items()
        if (number := result["moved"][table])
    ]
    if result["batch"] is None:
        return (
            f"lead {others} would be merged into lead {result['lead']} ({result['name']}); "
            "nothing was written; leave --dry-run out to do it"
        )
    return (
        f"merged lead {others} into lead {result['lead']} ({result['name']})"
        + (f", with {', '.join(moved)}" if moved else "")
        + f"; to take it back: leadtrack unmerge {result['merged'][0]}"
    )


def show_choices(desk: Desk, result: dict[str, Any]) -> None:
    """Field by field where the leads differ: what stands, whose it is and why, and what the others said."""
    columns = (
        Column("field", "Field"), Column("value", "Stands"), Column("lead", "Of lead"), Column("why", "Why"),
        Column("others", "The others said"),
    )  # fmt: skip
    rows: list[dict[str, object]] = [
        {
            "field": LABELS.get(choice["field"], "Custom fields"),
            "value": _told(choice["value"]),
            "lead": choice["lead"],
            "why": choice["why"],
            "others": "; ".join(f"{other['lead']}: {_told(other['value'])}" for other in choice["others"]),
        }
        for choice in result["fields"]
    ]
    desk.show(Report(f"Lead {result['lead']}: {result['name']}", columns, rows), "table", None, listing=True)


def _told(value: Any) -> Any:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {cell}" for name, cell in value.items())
    return "nothing" if value is None else value


def _flat(result: dict[str, Any], format: str) -> dict[str, Any]:
    """The whole answer as JSON; as one row of a sheet what fits into cells."""
    if format in ("json", "table"):
        return result
    return {
        **{key: result[key] for key in ("batch", "lead", "name")},
        "merged": ", ".join(map(str, result["merged"])),
        "changed": ", ".join(result["changed"]),
        **result["moved"],
    }
