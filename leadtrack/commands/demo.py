"""leadtrack demo"""

from typing import Annotated

import typer

from leadtrack.actions import demo as demonstration
from leadtrack.commands.desk import Format, desk, new_app

app = new_app()


@app.command()
def demo(
    context: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Where leads.db goes; made where it is missing.")],
    format: Format = "table",
) -> None:
    """Make a team to play with: six invented reps and half a year of their leads."""
    result = demonstration.demo(folder, desk(context).now)
    # from here on the demo is the file that is spoken of
    desk(context).db = result["file"]
    words = f"{result['leads']} leads of {result['reps']} reps; try: leadtrack --db {folder}/leads.db report reps"
    desk(context).acted(words, result, format)
