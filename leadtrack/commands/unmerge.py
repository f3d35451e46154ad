"""leadtrack unmerge"""

from typing import Annotated, Any

import typer

from leadtrack.actions import merging
from leadtrack.commands.desk import Format, desk, new_app
from leadtrack.errors import PartlyDone

app = new_app()

_NOUNS = {
    "activities": ("activity", "activities"), "reminders": ("reminder", "reminders"), "stage_moves": ("move", "moves"),
    "temperatures": ("temperature", "temperatures"),
    "assignments": ("assignment", "assignments"), "origins": ("row of a file", "rows of files"),
}  # fmt: skip


@app.command()
def unmerge(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="The number that the merged lead had.")],
    format: Format = "table",
) -> None:
    """Let a merged lead stand on its own again, with all that was its own."""
    result = merging.unmerge(desk(context).office, lead)
    flat = result if format in ("json", "table") else _flat(result)
    desk(context).acted(_words(result), flat, format)
    if spared := result["spared"]:
        named = ", ".join(f"{row['what']} {row['number']} {row['name']} ({row['why']})" for row in spared)
        raise PartlyDone(f"{len(spared)} spared: {named}")


def _words(result: dict[str, Any]) -> str:
    leads = ", ".join(map(str, result["unmerged"]))
    stand = f"leads {leads} stand on their" if len(result["unmerged"]) > 1 else f"lead {leads} stands on its"
    lines = [f"{stand} own again, apart from lead {result['lead']}; leadtrack undo {result['batch']} joins them again"]
    if result["stays"]:
        stays = ", ".join(f"{row['number']} {_NOUNS[row['what']][row['number'] != 1]}" for row in result["stays"])
        lines.append(f"what came since the merge stays with lead {result['lead']}: {stays}")
    return "\n".join(lines)


def _flat(result: dict[str, Any]) -> dict[str, Any]:
    return {
        **{key: result[key] for key in ("batch", "undone", "lead")},
        "unmerged": ", ".join(map(str, result["unmerged"])),
        "spared": len(result["spared"]),
        "stays": sum(row["number"] for row in result["stays"]),
    }
