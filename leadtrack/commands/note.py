"""leadtrack note"""

from typing import Annotated

import typer

from leadtrack.actions import work
from leadtrack.commands.desk import Format, desk, new_app

app = new_app()


@app.command()
def note(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(help="Number, e-mail address, or a unique part of the name.")],
    text: Annotated[str, typer.Argument(help="What is to be remembered.")],
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="When it was, if not now.")] = None,
    step: Annotated[bool, typer.Option("--step", help="It says that the stage's next written step is done.")] = False,
    format: Format = "table",
) -> None:
    """Write a note on a lead."""
    result = work.note(desk(context).office, lead, text, at, step=step)
    done = f" (done: {result['action']})" if result["action"] else ""
    desk(context).acted(
        f"noted on lead {result['lead']}{done}; see it: leadtrack show {result['lead']}", result, format
    )
