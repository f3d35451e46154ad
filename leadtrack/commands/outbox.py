"""leadtrack outbox"""

from typing import Annotated

import typer

from leadtrack.actions import outbox
from leadtrack.commands.desk import Format, Output, counted, desk, new_app, plain
from leadtrack.errors import BadRequest, PartlyDone
from leadtrack.reports import Column

app = new_app("Mail to the team: send what waits, list, retry, and the pages it is made of.")


@app.command()
def send(
    context: typer.Context,
    now: Annotated[bool, typer.Option("--now", help="Also what waits for its next try.")] = False,
    format: Format = "table",
) -> None:
    """Send the mail that is due; it also goes out at the end of each command that queues some."""
    office = desk(context).office
    done = outbox.send(office, everything=now)
    troubles = outbox.troubles(office, done)
    nothing = "another process is sending the mail just now" if done.elsewhere else "there is no mail to send"
    if done.next_at and not (done.sent or troubles):
        nothing = f"no mail is due; the next goes {office.clock(done.next_at)}; --now sends it at once"
    desk(context).acted(
        "\n".join([*outbox.good_news(done), *troubles] or [nothing]),
        {
            "sent": done.sent, "later": done.later, "failed": done.failed, "unknown": done.unknown,
            "trouble": done.trouble, "next_at": done.next_at and done.next_at.astimezone(office.zone).isoformat(),
        },
        format,
    )  # fmt: skip
    if done.trouble:
        raise BadRequest("the mail that is due could not be sent; leadtrack outbox list shows it")
    if done.failed or done.unknown:
        raise PartlyDone(f"{counted(len(done.failed) + len(done.unknown), 'mail')} did not go out as it should")


@app.command("list")
def list_(
    context: typer.Context,
    state: Annotated[
        list[str] | None,
        typer.Option("--state", metavar="STATE", help="Only these: queued, sending, sent, failed, unknown."),
    ] = None,
    rep: Annotated[str | None, typer.Option(metavar="REP", help="Only mail to this rep.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the newest N.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """List the mail, newest first, and what became of it."""
    office = desk(context).office
    rows = outbox.listed(office, state or [], rep, limit)
    columns = [
        Column("mail", "Mail", "count"), Column("state", "State"), Column("to", "To"), Column("subject", "Subject"),
        Column("answer", "Answer", wraps=True), Column("next_at", "Next try", "instant"),
    ]  # fmt: skip
    if format != "table":
        columns += [
            Column("queued_at", "Queued", "instant"), Column("attempts", "Tries", "count"),
            Column("rep", "Rep"), Column("kind", "Kind"), Column("tried_at", "Tried", "instant"),
            Column("message_id", "Message-ID"), Column("batch", "Batch", "count"),
        ]  # fmt: skip
    desk(context).listing("Outbox", columns, rows, format, output)


@app.command()
def show(
    context: typer.Context, mail: Annotated[int, typer.Argument(help="Its number.")], format: Format = "table"
) -> None:
    """Show one mail as it was written."""
    told = outbox.shown(desk(context).office, mail)
    if format == "table":
        answer = f" ({told['answer']})" if told["answer"] else ""
        desk(context).say(f"mail {told['mail']} to {told['to']}, {told['state']}{answer}")
        lines = [f"Subject: {told['subject']}", "", *told["text"].rstrip("\n").split("\n")]
        desk(context).write("".join(plain(line) + "\n" for line in lines), None)
        return
    desk(context).acted("", told, format)


@app.command()
def retry(
    context: typer.Context,
    mails: Annotated[list[int], typer.Argument(metavar="MAIL...", help="Numbers of mails that failed or are unknown.")],
    format: Format = "table",
) -> None:
    """Send mails again, on purpose: one that is unknown may arrive twice."""
    office = desk(context).office
    result = outbox.retry(office, mails)
    if office.post is not None:
        office.post.queued += len(result["mails"])
    desk(context).acted(f"{counted(len(result['mails']), 'mail')} queued again", result, format)


@app.command()
def test(
    context: typer.Context,
    address: Annotated[str, typer.Argument(help="Where the test mail goes.")],
    format: Format = "table",
) -> None:
    """Send a test mail at once, to see whether the mail settings are right."""
    result = outbox.test(desk(context).office, address)
    desk(context).acted(f"{result['host']}:{result['port']} took the test mail to {address}", result, format)


@app.command()
def templates(
    context: typer.Context,
    write: Annotated[
        str | None,
        typer.Option("--write", metavar="DIR", help="Put the pages there to be edited; none is overwritten."),
    ] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """List the pages that mail is made of; with --write, put them into a folder to be edited."""
    if write is None:
        columns = (Column("template", "Template"), Column("own", "The team's own", "flag"), Column("file", "File"))
        desk(context).listing("Templates", columns, outbox.templates(), format, output)
        return
    result = outbox.write_templates(write)
    kept = f", kept {len(result['kept'])} that were there" if result["kept"] else ""
    use = f'; to use them, set templates = "{write}" in the file that leadtrack settings mail --file names'
    use = "" if result["used"] else use
    desk(context).acted(f"wrote {counted(len(result['written']), 'template')} to {write}{kept}{use}", result, format)
