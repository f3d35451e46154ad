"""leadtrack digest"""

from typing import Annotated

import typer

from leadtrack.actions import digests
from leadtrack.commands.desk import Output, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column

app = new_app()

FORMATS = ("text", "html", "json")


@app.command()
def digest(
    context: typer.Context,
    rep: Annotated[str | None, typer.Option(help="Whose page; else that of who acts, else everybody's.")] = None,
    format: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text, html or json.")] = "text",
    output: Output = None,
) -> None:
    """Each rep's morning page: what is overdue, what is due today, who is new, and who lies."""
    if format not in FORMATS:
        raise UsageError(f"a digest has no format {format!r}; choose one of {', '.join(FORMATS)}")
    here = desk(context)
    pages = digests.digest(here.office, rep or (here.office.rep["name"] if here.office.rep else None))
    if format == "json":
        columns = tuple(Column(key, key) for key in digests.KEYS)
        here.listing("Digest", columns, pages, "json", output)
        return
    from leadtrack.render import digest as rendered

    here.write((rendered.text if format == "text" else rendered.html)(pages), output)
