"""leadtrack undo"""

from typing import Annotated

import typer

from leadtrack.actions import undoing
from leadtrack.commands.desk import Format, desk, new_app
from leadtrack.errors import PartlyDone
from leadtrack.wording import and_more

app = new_app()

_NAMED = 8


@app.command()
def undo(
    context: typer.Context,
    batch: Annotated[int | None, typer.Argument(help="The batch to take back; without it, your last one.")] = None,
    format: Format = "table",
) -> None:
    """Take a batch back: what it made goes, what it changed gets its old values, what somebody touched since stays."""
    result = undoing.undo(desk(context).office, batch)
    desk(context).acted(
        f"batch {result['undone']} ({result['command']}) is taken back; "
        f"leadtrack undo {result['batch']} brings it again",
        result,
        format,
    )
    if spared := result["spared"]:
        named = [f"{row['what']} {row['number']} {row['name']} ({row['why']})" for row in spared]
        raise PartlyDone(f"{len(spared)} spared: {and_more(named, _NAMED)}")
