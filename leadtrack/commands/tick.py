"""leadtrack tick"""

from typing import Annotated

import typer

from leadtrack.actions import tick as ticking
from leadtrack.actions.alerting import NO_SERVER
from leadtrack.commands.desk import Format, desk, new_app
from leadtrack.errors import BadRequest, PartlyDone

app = new_app()


@app.command()
def tick(
    context: typer.Context,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong, for cron.")] = False,
    format: Format = "table",
) -> None:
    """Do everything that is due: assign, escalate, remind, send mail. For cron, every minute; twice does no harm."""
    ours = desk(context)
    parts = ticking.tick(ours.office)
    post = ours.office.post
    remarks = [*post.remarks] if post else []
    if post:
        post.remarks.clear()
    failed = [part for part in parts or () if part.error]
    troubled = [part for part in parts or () if part.done.troubles]
    lines = [] if quiet else [line for part in parts or () for line in part.done.words]
    lines += [line for line in remarks if not quiet or line != NO_SERVER]
    lines += [f"{part.part}: {line}" for part in troubled for line in part.done.troubles]
    lines += [f"{part.part}: {part.error}" for part in failed]
    if format != "table" or lines:
        answer = [
            {"part": part.part, "done": part.done.words, "troubles": part.done.troubles, "error": part.error}
            for part in parts or ()
        ]
        ours.acted("\n".join(lines), {"busy": parts is None, "parts": answer, "remarks": remarks}, format)
    if failed:
        raise BadRequest(f"{', '.join(part.part for part in failed)} failed; the other parts of the tick are done")
    if troubled:
        raise PartlyDone("the tick is done, but for what was said above")
