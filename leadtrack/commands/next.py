"""leadtrack next"""

from typing import Annotated, Any

import typer

from leadtrack.actions import Office, queue, timing
from leadtrack.commands.desk import Desk, Format, Output, desk, new_app
from leadtrack.instants import from_iso
from leadtrack.reports import Column

app = new_app()

_WHOLE = (
    Column("lead", "Lead"),
    Column("name", "Name"),
    Column("company", "Company"),
    Column("phone", "Phone", "code"),
    Column("email", "E-mail", "code"),
    Column("rep", "Rep"),
    Column("stage", "Stage"),
    Column("group", "Group"),
    Column("why", "Why"),
    Column("channel", "Channel"),
    Column("call_from", "Call from", "instant"),
    Column("waits", "Waits", "flag"),
    Column("action", "What"),
    Column("reminder", "Reminder"),
    Column("score", "Score", "count"),
    Column("temperature", "Temperature"),
)
_GLANCE = (
    Column("lead", "Lead"),
    Column("name", "Name"),
    Column("do", "Do"),
    Column("reach", "At", "code"),
    Column("why", "Why"),
    Column("action", "What"),
)
_VERBS = {"call": "call", "text": "text", "email": "e-mail", None: "-"}


@app.command()
def next_(
    context: typer.Context,
    rep: Annotated[str | None, typer.Option(help="Whose queue; else that of who acts, else the whole team's.")] = None,
    number: Annotated[int, typer.Option("-n", "--number", min=1, max=1000, help="How many leads.")] = 10,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="WHEN", help="As at another time: 'tomorrow 9:00'.")
    ] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """What now? The leads to turn to next, in the order of what earns most, each with the reason and the way."""
    office = timing.as_of(desk(context).office, as_of)
    rows, others = queue.upcoming(office, rep, number)
    whose = rep or (office.rep["name"] if office.rep else None)
    title = f"Next for {whose}" if whose else "Next"
    if format not in ("table", "md", "html"):
        desk(context).listing(title, _WHOLE, rows, format, output)
        return
    columns = _GLANCE if whose else (*_GLANCE, Column("rep", "Rep"))
    desk(context).listing(title, columns, [_glance(office, row) for row in rows], format, output)
    if format == "table" and output is None:
        _hints(desk(context), rows, others, number)


def _glance(office: Office, row: dict[str, Any]) -> dict[str, Any]:
    later = from_iso(row["call_from"]).astimezone(office.zone) if row["call_from"] else None
    verb = _VERBS[row["channel"]]
    today = office.now.astimezone(office.zone).date()
    if later and row["waits"]:
        verb += f" from {later:%H:%M}" if later.date() == today else f" from {later:%a %H:%M}"
    return {**row, "do": verb, "reach": row["email"] if row["channel"] == "email" else row["phone"]}


def _hints(desk: Desk, rows: list[dict[str, Any]], others: dict[str, int], number: int) -> None:
    if not rows:
        desk.say("nothing is due, hot or stale; new leads: leadtrack assign, others: leadtrack leads --open")
        return
    first = next((row for row in rows if row["channel"] and not row["waits"]), None)
    if first:
        kind = first["channel"]
        done = f", and leadtrack remind --done {first['reminder']}" if first["reminder"] else ""
        desk.say(f"afterwards: leadtrack log {first['lead']} {kind} --outcome ...{done}")
    if others:
        told = ", ".join(f"{leads} {group}" for group, leads in others.items())
        desk.say(f"behind them, among others: {told}; leadtrack next -n {2 * number}")
