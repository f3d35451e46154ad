"""The program: global options, the table of commands, and errors as one line.

A command's module is imported when the command is called: `leadtrack note` never loads what `leadtrack import` needs.
"""

import gc
import importlib
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from leadtrack import __version__
from leadtrack.errors import LeadtrackError

# heading -> command -> (module in leadtrack.commands, a line about it)
COMMANDS: dict[str, dict[str, tuple[str, str]]] = {
    "Leads in": {
        "import": ("import_", "Take in leads from sheets: xlsx, csv and more"),
        "imports": ("imports", "List the files that were taken in"),
        "activities": ("activities", "What was done; take in call logs"),
        "mapping": ("mapping", "What was confirmed of the columns of sheets"),
        "add": ("add", "Add one lead by hand"),
    },
    "The same lead twice": {
        "duplicates": ("duplicates", "List leads that may be one, and judge them"),
        "merge": ("merge", "Make one lead of several"),
        "unmerge": ("unmerge", "Let a merged lead stand on its own again"),
    },
    "The day": {
        "next": ("next", "What now? The leads to turn to, in order"),
        "leads": ("leads", "List leads"),
        "show": ("show", "Show a lead and its story"),
        "edit": ("edit", "Change a lead's fields"),
        "note": ("note", "Write a note on a lead"),
        "log": ("log", "Record a call, e-mail, text or meeting"),
        "stage": ("stage", "Move a lead to another stage"),
        "nurture": ("nurture", "Put a lead off until a day"),
        "disqualify": ("disqualify", "Give a lead up, with the reason"),
        "junk": ("junk", "Put aside what never was a lead"),
        "reopen": ("reopen", "Open a closed lead again"),
        "stale": ("stale", "Leads that lie, or that nobody ever tried"),
        "qualify": ("qualify", "Is a lead qualified, or what is missing?"),
        "score": ("score", "How well a lead fits and how warm it is"),
        "temperature": ("temperature", "Hot, warm or cold: see why, or say so"),
        "remind": ("remind", "Set, list and tick off reminders"),
        "calendar": ("calendar", "A rep's reminders as a calendar to subscribe to"),
        "digest": ("digest", "Each rep's morning page: due, overdue, new, stale"),
    },
    "The team": {
        "rep": ("rep", "Reps: add, list, capacity and hours, away, leave"),
        "region": ("region", "Regions: add, list"),
        "territory": ("territory", "Territories: who covers what, gaps, a map"),
        "assign": ("assign", "Give leads to reps, and say why"),
        "unassign": ("unassign", "Take leads from their reps"),
        "rules": ("rules", "Who gets a lead: rules in order, list, add, test"),
        "escalate": ("escalate", "What happens with leads that nobody calls: the ladder"),
        "stages": ("stages", "The pipeline: stages, what is to be done in them, pipelines for a trade"),
        "outcomes": ("outcomes", "Outcomes of a contact: list, add"),
        "source": ("source", "Sources: add, list, merge, alias"),
        "campaign": ("campaign", "Campaigns: add, list"),
        "referral": ("referral", "Referrals: what is owed for leads that are brought"),
        "target": ("target", "Targets: addresses on a campaign's list"),
        "icp": ("icp", "The ideal customer: set, show, suggest"),
        "calling": ("calling", "When leads may be called: hours by state"),
        "settings": ("settings", "The team's time zone, country, working days, hours, holidays and mail"),
        "outbox": ("outbox", "Mail to the team: send, list, retry"),
        "tick": ("tick", "Do everything that is due; for cron"),
        "cron": ("cron", "Print the lines that cron needs"),
    },
    "Looking back": {
        "report": ("report", "Reports: monday, funnel, reps, response, sources and more"),
        "history": ("history", "What happened, to a lead or at all"),
        "undo": ("undo", "Take a change back"),
    },
    "The file": {
        "info": ("info", "Where the file is, and what it holds"),
        "purge": ("purge", "Delete old junk and old targets, with an archive"),
        "demo": ("demo", "Make a team to play with"),
    },
}

STOPPED = 130  # what a shell gives a program that Ctrl-C ended; Typer answers with it, too
_WAS_STOPPED = "stopped; leadtrack history shows what was done before that"

# Commands that answer with a list of rows.
LISTINGS = frozenset({"import", "imports", "leads", "history", "duplicates", "next", "digest"})
# What acts among their subcommands.
ACTING = frozenset({"distinct"})


class LazyGroup(TyperGroup):
    """A group that knows its commands by COMMANDS and imports the one that is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [name for group in COMMANDS.values() for name in group]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        for group in COMMANDS.values():
            if cmd_name in group:
                module = importlib.import_module(f"leadtrack.commands.{group[cmd_name][0]}")
                command = typer.main.get_command(module.app)
                command.name = cmd_name
                return command
        return None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands for --help, without importing any of them."""
        for heading, group in COMMANDS.items():
            with formatter.section(heading):
                formatter.write_dl([(name, line) for name, (_, line) in group.items()])


app = typer.Typer(
    cls=LazyGroup, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"leadtrack {__version__}")
        raise typer.Exit


@app.callback()
def _leadtrack(
    context: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="The team's file; else LEADTRACK_DB, else `leadtrack info` tells."),
    ] = None,
    as_: Annotated[
        str | None,
        typer.Option("--as", metavar="REP", help="Who acts: a rep; else LEADTRACK_AS, else who is logged in."),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Keeps a sales team's leads in one file, and loses none of them."""
    from leadtrack.commands.desk import Desk

    desk = Desk(db=db, acting=as_, command=context.invoked_subcommand or "")
    context.obj.append(desk)
    context.obj = desk
    context.call_on_close(context.obj.close)


def main() -> None:
    """Run, and end with the exit code of what happened: an error is one line on stderr, never a traceback."""
    # a command makes many values, hardly a cycle, and ends: looking for cycles as often as a server does, and through
    # everything once more at the end, takes up to a tenth of its time
    gc.set_threshold(100_000, 50, 1_000)
    # numpy's algebra, of which nothing is used, starts a thread for each processor when it is loaded
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        code = run(sys.argv[1:])
    finally:
        gc.freeze()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    desks: list[Any] = []  # the command's desk, once there is one
    try:
        code = app(args=arguments, prog_name="leadtrack", standalone_mode=False, obj=desks)
        sys.stdout.flush()
        if code == STOPPED:
            return _say(_WAS_STOPPED, STOPPED)
        return code if isinstance(code, int) else 0
    except LeadtrackError as error:
        _answer_in_json(desks, arguments, str(error))
        return _say(str(error), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return _say(_WAS_STOPPED, STOPPED)
    except BrokenPipeError:
        # the reader (head, less) has seen enough; keep Python from complaining when it closes stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if hasattr(error, "format_message"):  # what Typer says of wrong usage, whichever Click it brings
            return _misused(error, desks, arguments)
        from leadtrack.commands.desk import plainly

        told = plainly(error)
        if told is None and os.environ.get("LEADTRACK_DEBUG"):
            raise
        return _say(
            str(told or f"a fault in leadtrack itself ({type(error).__name__}: {error}); nothing was changed."), 1
        )


def _misused(error: Any, desks: list[Any], arguments: list[str]) -> int:
    """Wrong usage: one line with the way to the help; a group that is called alone shows its help."""
    context: Any = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        print(context.get_help(), file=sys.stderr)
        return 2
    message = error.format_message().rstrip(".")
    if context is not None:
        if message.startswith("No such command"):
            from difflib import get_close_matches

            near = get_close_matches(message.split("'")[1], context.command.list_commands(context), n=1)
            message += f"; did you mean {near[0]!r}?" if near else ""
        message += f"; see {context.command_path} --help"
    _answer_in_json(desks, arguments, message)
    return _say(message, getattr(error, "exit_code", 2))


def _answer_in_json(desks: list[Any], arguments: list[str], message: str) -> None:
    """Where JSON was asked for, stdout holds JSON also when nothing could be done: no rows, or the error."""
    asked = "--format=json" in arguments or ("json" in arguments and not {"--format", "-f"}.isdisjoint(arguments))
    if not asked or not desks or desks[0].answered:
        return
    import json

    lists = (
        (desks[0].command in LISTINGS and ACTING.isdisjoint(arguments)) or "list" in arguments or "--due" in arguments
    )
    desks[0].write("[]\n" if lists else json.dumps({"error": message}, ensure_ascii=False) + "\n", None)


def _say(message: str, code: int) -> int:
    if message:
        from leadtrack.commands.desk import one_line

        print(f"leadtrack: {one_line(message)}", file=sys.stderr)
    return code
