"""leadtrack remind"""

from typing import Annotated, Any

import typer

from leadtrack.actions import promises, timing
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
    Column("priority", "Priority"),
    Column("repeats", "Repeats"),
)


@app.command()
def remind(
    context: typer.Context,
    lead: Annotated[str | None, typer.Argument(help="Number, e-mail address, or a unique part of the name.")] = None,
    when: Annotated[
        str | None, typer.Argument(help="'in 6 months', 'next tuesday 9:00', 'every monday until june', ...")
    ] = None,
    text: Annotated[str | None, typer.Argument(help="What is to be done.")] = None,
    due: Annotated[
        str | None, typer.Option(metavar="WHEN", help="List: today, tomorrow, week, overdue or a date.")
    ] = None,
    rep: Annotated[str | None, typer.Option(help="Whose reminders; with a new one, who is reminded.")] = None,
    priority: Annotated[str, typer.Option(metavar="PRIORITY", help="high, normal or low.")] = "normal",
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="List as on another day.")] = None,
    ics: Annotated[bool, typer.Option("--ics", help="List as a calendar file (iCalendar).")] = False,
    done: Annotated[int | None, typer.Option(metavar="NUMBER", help="Tick a reminder off.")] = None,
    snooze: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="Put a reminder off: --snooze 12 tomorrow.")
    ] = None,
    give: Annotated[int | None, typer.Option(metavar="NUMBER", help="Hand a reminder over: --give 12 Ben.")] = None,
    drop: Annotated[int | None, typer.Option(metavar="NUMBER", help="Give a reminder up, and all its repeats.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="With import: only tell what would happen.")] = False,
    format: Format = "table",
    output: Output = None,
) -> None:
    """Set a reminder on a lead; with --due list reminders, with --done, --snooze, --give or --drop deal with one.

    leadtrack remind import FILE takes in reminders from a sheet with the columns lead, due and text.
    """
    here = desk(context)
    words = [word for word in (lead, when, text) if word is not None]
    chosen = {"--done": done, "--snooze": snooze, "--give": give, "--drop": drop}
    named = [(option, number) for option, number in chosen.items() if number is not None]
    if len(named) > 1 or (named and due is not None):
        raise UsageError(f"{' and '.join([*(o for o, _ in named), *(['--due'] if due else [])])} do not go together")
    taking_in = not named and due is None and len(words) == 2 and words[0] == "import"
    if dry_run and not taking_in:
        raise UsageError(
            "--dry-run goes with leadtrack remind import FILE alone; everything else is taken back by undo"
        )
    if ics and (named or words):
        raise UsageError("--ics goes with a list: leadtrack remind --due week --ics")
    if named:
        option, number = named[0]
        line, result = _deal(here, option, number, words)
        here.acted(line, result, format)
    elif due is not None or not words:
        if words:
            raise UsageError("--due lists reminders; to set one, write leadtrack remind LEAD WHEN TEXT without it")
        _list(here, due or "today", rep, as_of, ics, format, output)
    elif taking_in:
        _import(here, words[1], dry_run, format)
    elif lead is None or when is None or text is None:
        raise UsageError("a reminder needs three words: leadtrack remind LEAD WHEN TEXT")
    else:
        result = promises.remind(here.office, lead, when, text, rep, priority)
        again = f", then {result['repeats']}" if result["repeats"] else ""
        here.acted(
            f"reminder {result['reminder']} on lead {result['lead']}, due {_said(result['due'])}{again}", result, format
        )


def _deal(here: Desk, option: str, number: int, words: list[str]) -> tuple[str, dict[str, Any]]:
    """What is done with one reminder: the line for people, and the result."""
    if option in ("--done", "--drop"):
        if words:
            raise UsageError(f"{option} takes the number of a reminder and nothing else")
        result = (promises.done if option == "--done" else promises.drop)(here.office, number)
        fate = "is done" if option == "--done" else "is given up"
        line = f"reminder {number} {fate if result['batch'] else 'was closed before'}: {result['text']}"
        if result["next"]:
            passed = f" ({result['passed']} in between passed)" if result["passed"] else ""
            line += f"; next is {result['next']}, due {_said(result['next_due'])}{passed}"
        return line, result
    if len(words) != 1:
        wanted = "WHEN" if option == "--snooze" else "REP"
        raise UsageError(f"{option} needs one word more: leadtrack remind {option} {number} {wanted}")
    if option == "--snooze":
        result = promises.snooze(here.office, number, words[0])
        return (
            f"reminder {number} is due {_said(result['due'])} instead of {_said(result['from'])}: {result['text']}",
            result,
        )
    result = promises.give(here.office, number, words[0])
    if result["batch"] is None:
        return f"reminder {number} was {result['rep']}'s before: {result['text']}", result
    return f"reminder {number} is {result['rep']}'s now: {result['text']}", result


def _said(due: str) -> str:
    """When it is due, for people: "2026-03-31", "2026-03-31 09:00"."""
    return due[:16].replace("T", " ")


def _list(here: Desk, due: str, rep: str | None, as_of: str | None, ics: bool, format: str, output: Output) -> None:
    office = timing.as_of(here.office, as_of)
    if ics:
        from leadtrack.actions import calendars
        from leadtrack.render.calendar import calendar

        here.write(calendar(calendars.due(office, due, rep), f"Due {due}"), output)
        return
    title = {"week": "Due within a week", "overdue": "Overdue"}.get(due.casefold(), f"Due {due}")
    rows = promises.due(office, due, rep)
    if format == "table":  # in which the column for it may have no room
        rows = [row | {"text": f"! {row['text']}"} if row["priority"] == "high" else row for row in rows]
    here.listing(title, _COLUMNS, rows, format, output)


def _import(here: Desk, file: str, dry_run: bool, format: str) -> None:
    from leadtrack.actions import promise_sheets
    from leadtrack.commands.desk import counted
    from leadtrack.errors import PartlyDone

    result = promise_sheets.take_in(here.office, file, dry_run=dry_run)
    told = f"{counted(result['rows'], 'row')}: {result['created']} new, {result['known']} known before"
    told += f", {result['rejected']} rejected" if result["rejected"] else ""
    here.acted(told + (" (dry run: nothing was written)" if dry_run else ""), result, format)
    if result["rejected"]:
        where = f"see {result['rejects_file']}" if result["rejects_file"] else "run it without --dry-run to see which"
        raise PartlyDone(f"{counted(result['rejected'], 'row')} of {file} cannot be taken in; {where}")
