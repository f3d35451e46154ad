"""leadtrack icp"""

from typing import Annotated, Any

import typer

from leadtrack.actions import ideal
from leadtrack.commands.desk import Format, Output, counted, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column, Report

app = new_app("The ideal customer: whom the team looks for.")

_COLUMNS = (
    Column("field", "Field"),
    Column("wanted", "Wanted"),
    Column("weight", "Weight", "count"),
    Column("met", "Meet it", "count"),
    Column("known", "Known", "count"),
    Column("leads", "Leads", "count"),
)
_FOUND = (
    Column("field", "Field"),
    Column("wanted", "Wanted"),
    Column("won", "Won", "count"),
    Column("leads", "Of leads", "count"),
    Column("share", "Of the won", "share"),
    Column("lift", "Times as often", "count"),
    Column("weight", "Weight", "count"),
    Column("low", "At least", "share"),
    Column("high", "At most", "share"),
)


@app.command("set")
def set_(
    context: typer.Context,
    conditions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FIELD=VALUES...", help="industry=retail,*health* employees=50-500; empty takes it out."
        ),
    ] = None,
    weight: Annotated[
        list[str] | None, typer.Option("--weight", metavar="FIELD=N", help="How much it counts; 1 if not said.")
    ] = None,
    format: Format = "table",
) -> None:
    """Say what the ideal customer is like."""
    given = _pairs(conditions or [], "industry=healthcare")
    weights = {name: _number(name, text) for name, text in _pairs(weight or [], "--weight industry=3").items()}
    if not given and not weights:
        raise UsageError("say what the ideal customer is like: leadtrack icp set industry=healthcare employees=50-500")
    result = ideal.set_(desk(context).office, given, weights)
    desk(context).acted(_told(result["ideal"]), result, format)
    if format == "table":
        for row in result["unmet"]:
            have = ", ".join(f"{one['value']} ({one['leads']})" for one in row["leads_have"])
            desk(context).say(
                f"no lead meets {row['field']}; " + (f"leads have {have}" if have else "no lead tells it")
            )


@app.command()
def show(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """Show the conditions, and how many leads meet each."""
    rows = ideal.show(desk(context).office)
    desk(context).listing("The ideal customer", _COLUMNS, rows, format, output)
    if not rows and format == "table":
        desk(context).say("none is set; leadtrack icp suggest proposes one, leadtrack icp set makes it")


@app.command()
def clear(context: typer.Context, format: Format = "table") -> None:
    """Take every condition away."""
    result = ideal.clear(desk(context).office)
    words = "no ideal customer is set any more" if result["batch"] else "there was none"
    desk(context).acted(words, result, format)


@app.command()
def suggest(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """Propose an ideal customer: what the leads that were won have in common, with the counts."""
    found = ideal.suggest(desk(context).office)
    if format == "json" and output is None:
        desk(context).acted("", found, format)
        return
    base = "leads that are won or lost" if found["compared"] == "closed" else "leads"
    notes = [f"{counted(found['won'], 'lead')} won of {found['leads']:,} {base}."]
    if not found["enough"]:
        notes = [f"{counted(found['won'], 'lead')} won so far: too few to see what they have in common."]
    elif not found["findings"]:
        notes.append("Nothing stands out: they are like the others in all that is known of them.")
    rows: list[dict[str, Any]] = found["findings"]
    desk(context).show(Report("Proposed ideal customer", _FOUND, rows, tuple(notes)), format, output, listing=False)
    if rows and format == "table" and output is None:
        desk(context).say(f"to take it over: {_command(rows)}")


def _command(rows: list[dict[str, Any]]) -> str:
    from shlex import quote

    conditions = [quote(f"{row['field']}={row['wanted']}") for row in rows]
    weights = [(row["field"], row["weight"]) for row in rows if row["weight"] != 1]
    return " ".join(
        ["leadtrack icp set", *conditions, *(f"--weight {quote(f'{name}={weight:g}')}" for name, weight in weights)]
    )


def _told(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "no ideal customer is set any more"
    wishes = "; ".join(
        f"{row['field']} {row['wanted']}" + (f" (weight {row['weight']:g})" if row["weight"] != 1 else "")
        for row in rows
    )
    meet = ", ".join(f"{row['field']} {row['met']:,}" for row in rows)
    return f"the ideal customer: {wishes}\nof {counted(rows[0]['leads'], 'lead')} meet it: {meet}"


def _pairs(texts: list[str], example: str) -> dict[str, str]:
    found = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"{text!r} is no field=value; write for example {example}")
        found[name.strip()] = value
    return found


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise UsageError(f"--weight {name}={text}: a weight is a number, for example --weight {name}=3") from None
