"""leadtrack remind"""

from typing import Annotated

import typer

from leadtrack.actions import work
from leadtrack.commands.desk import Desk, Format, Output, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column

app = new_app()

# What is to be done comes before the rest: a narrow terminal leaves columns out from the right.
_COLUMNS = (
    Column("reminder", "Nr"),
    Column("due", "Due", "instant"),
    Column("name", "Name"),
    Column("phone", "Phone", "code"),
    Column("text", "What"),
    Column("lead", "Lead"),
    Column("company", "Company"),
    Column("rep", "Rep"),
    Column("overdue", "Overdue", "flag"),
)


@app.command()
def remind(
    context: typer.Context,
    lead: Annotated[str | None, typer.Argument(help="Number, e-mail address, or a unique part of the name.")] = None,
    when: Annotated[str | None, typer.Argument(help="'in 6 months', 'next tuesday 9:00', 2026-03-31, ...")] = None,
    text: Annotated[str | None, typer.Argument(help="What is to be done.")] = None,
    due: Annotated[
        str | None, typer.Option(metavar="WHEN", help="List: today, tomorrow, week, overdue or a date.")
    ] = None,
    rep: Annotated[str | None, typer.Option(help="Whose reminders; with a new one, who is reminded.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="List as on another day.")] = None,
    done: Annotated[int | None, typer.Option(metavar="NUMBER", help="Tick a reminder off.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Set a reminder on a lead; with --due list reminders, with --done tick one off."""
    if done is not None:
        ticked = work.done(desk(context).office, done)
        words = "is done" if ticked["batch"] else "was done before"
        desk(context).acted(f"reminder {done} {words}: {ticked['text']}", ticked, format)
    elif due is not None or (lead is None and when is None):
        _list(desk(context), due or "today", rep, as_of, format, output)
    elif lead is None or when is None or text is None:
        raise UsageError("a reminder needs three words: leadtrack remind LEAD WHEN TEXT")
    else:
        result = work.remind(desk(context).office, lead, when, text, rep)
        desk(context).acted(
            f"reminder {result['reminder']} on lead {result['lead']}, due {result['due']}", result, format
        )


def _list(desk: Desk, due: str, rep: str | None, as_of: str | None, format: str, output: Output) -> None:
    rows = work.due(work.as_of(desk.office, as_of), due, rep)
    title = {"week": "Due within a week", "overdue": "Overdue"}.get(due.casefold(), f"Due {due}")
    desk.listing(title, _COLUMNS, rows, format, output)
