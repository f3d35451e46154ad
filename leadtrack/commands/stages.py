"""leadtrack stages"""

from typing import Annotated, Any

import typer

from leadtrack.actions import pipeline, pipelines
from leadtrack.commands.desk import Desk, Format, Output, counted, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column

app = new_app("Stages: the team's pipeline, and what is to be done in each stage of it.")
action = new_app("Actions: what is to be done in a stage, in order.")
app.add_typer(action, name="action")

Stage = Annotated[str, typer.Argument(metavar="STAGE", help="A stage by its name, or a unique beginning of it.")]
Chance = Annotated[
    str | None, typer.Option("--probability", metavar="SHARE", help="Of winning a lead that is there: 35%.")
]
Rest = Annotated[
    str | None, typer.Option("--rest", metavar="TIME", help="How long a lead may rest there: 5d, 2 weeks, none.")
]
After = Annotated[str | None, typer.Option("--after", metavar="STAGE", help="Behind this stage.")]
Before = Annotated[str | None, typer.Option("--before", metavar="STAGE", help="In front of this stage.")]
Position = Annotated[int | None, typer.Option("--position", metavar="N", help="The place in the order, from 1.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")]


@app.command("list")
def list_(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """List the stages, with what is to be done in each and the leads that are there."""
    rows = pipeline.listed(desk(context).office)
    columns = [
        Column("position", "Nr"), Column("stage", "Stage"), Column("kind", "Kind"),
        Column("probability", "Chance", "share"), Column("rest_days", "Rest, days", "count"),
        Column("leads", "Leads", "count"), Column("entered", "Entered", "count"), Column("again", "Again", "count"),
    ]  # fmt: skip
    if format == "json":
        columns.append(Column("actions", "Actions"))
    else:
        columns.append(Column("actions", "To do", "count"))
        rows = [row | {"actions": len(row["actions"])} for row in rows]
    desk(context).listing("Stages", columns, rows, format, output)


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What the stage is called.")],
    kind: Annotated[str, typer.Option(metavar="KIND", help="open, nurture, won, lost or junk.")] = "open",
    probability: Chance = None,
    rest: Rest = None,
    after: After = None,
    before: Before = None,
    position: Position = None,
    format: Format = "table",
) -> None:
    """Add a stage; without a place, behind the last of its kind."""
    result = pipeline.add(
        desk(context).office, name, kind=kind, probability=probability, rest=rest,
        place=pipeline.place(after, before, position),
    )  # fmt: skip
    name = _quoted(result["stage"])
    words = f"{_described(result)}; what is to be done there: leadtrack stages action add {name} call TEXT"
    desk(context).acted(words, result, format)


@app.command()
def edit(
    context: typer.Context,
    stage: Stage,
    name: Annotated[str | None, typer.Option(help="Another name.")] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="Another kind: open, nurture, won, lost or junk.")
    ] = None,
    probability: Chance = None,
    rest: Rest = None,
    format: Format = "table",
) -> None:
    """Change a stage's name, kind, probability or rest."""
    if (name, kind, probability, rest) == (None,) * 4:
        raise UsageError("say what is to be changed: --name, --kind, --probability or --rest")
    result = pipeline.edit(desk(context).office, stage, name=name, kind=kind, probability=probability, rest=rest)
    words = "" if result["batch"] else " (it was so before)"
    desk(context).acted(_described(result) + words, result, format)


@app.command()
def move(
    context: typer.Context,
    stage: Stage,
    after: After = None,
    before: Before = None,
    position: Position = None,
    format: Format = "table",
) -> None:
    """Give a stage another place in the order."""
    where = pipeline.place(after, before, position)
    if where is None:
        raise UsageError("say where: --after STAGE, --before STAGE or --position N (a lead moves by leadtrack stage)")
    result = pipeline.shift(desk(context).office, stage, where)
    words = "is now" if result["batch"] else "was already"
    desk(context).acted(f"{result['stage']} {words} number {result['position']} of the pipeline", result, format)


@app.command()
def remove(
    context: typer.Context,
    stage: Stage,
    to: Annotated[str | None, typer.Option(metavar="STAGE", help="Where its leads go.")] = None,
    dry_run: DryRun = False,
    format: Format = "table",
) -> None:
    """Take a stage out of the pipeline; its leads go to another, and keep it in their story."""
    result = pipeline.remove(desk(context).office, stage, to, dry_run)
    would = "would be" if dry_run else "is"
    words = f"{result['stage']} {would} removed"
    if result["leads"]:
        words += f"; {counted(result['leads'], 'lead')} {'would go' if dry_run else 'went'} to {result['to']}"
    desk(context).acted(words + _back(result), result, format)


@app.command()
def use(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="PIPELINE", help="healthcare, insurance, ...")] = None,
    map: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="OLD=NEW", help="What a present stage becomes; repeatable."),
    ] = None,
    dry_run: DryRun = False,
    format: Format = "table",
) -> None:
    """Take a pipeline made for a trade in place of the present one; without a name, list those that there are."""
    if name is None:
        columns = (Column("pipeline", "Pipeline"), Column("about", "For"), Column("stages", "Stages"))
        desk(context).listing("Pipelines", columns, pipelines.shipped(), format, None)
        return
    result = pipelines.use(desk(context).office, name, _pairs(map or []), dry_run)
    if format == "table":
        _tell_use(desk(context), result, dry_run)
    else:
        desk(context).acted("", result, format)


def _tell_use(desk: Desk, result: dict[str, Any], dry_run: bool) -> None:
    if dry_run:
        columns = (
            Column("stage", "Stage"), Column("leads", "Leads", "count"), Column("becomes", "Becomes"),
            Column("why", "Why"),
        )  # fmt: skip
        desk.listing(f"{result['pipeline']}: {result['about']}", columns, result["becomes"], "table", None)
    moved = f"{counted(result['moved'], 'lead')} {'would go' if dry_run else 'went'} to another stage"
    if dry_run:
        words = f"{moved}; nothing was changed; --map OLD=NEW sends a stage elsewhere"
    elif result["batch"] is None:
        words = f"the pipeline is {result['pipeline']} already"
    else:
        words = f"the pipeline is now {result['pipeline']} with {result['stages']} stages; {moved}" + _back(result)
        words += f"\n{result['advice']}" if result["advice"] else ""
    desk.say(words)


@app.command()
def chart(
    context: typer.Context,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="mermaid (for Markdown pages) or svg.")
    ] = "mermaid",
    output: Output = None,
) -> None:
    """Draw the pipeline: its stages, how many leads are in each, and how often leads moved between them."""
    from leadtrack.render import pipeline as drawing

    if format not in drawing.FORMATS:
        raise UsageError(f"there is no chart as {format!r}; choose one of {', '.join(drawing.FORMATS)}")
    desk(context).write(drawing.chart(**pipeline.chart(desk(context).office), format=format), output)


@action.command("list")
def list_actions(
    context: typer.Context,
    stage: Annotated[str | None, typer.Argument(metavar="STAGE", help="Only those of this stage.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """List what is to be done, stage by stage, in order."""
    columns = (
        Column("stage", "Stage"), Column("nr", "Nr"), Column("kind", "Kind"), Column("text", "What"),
        Column("wait_days", "After days", "count"),
    )  # fmt: skip
    desk(context).listing("To do", columns, pipeline.actions(desk(context).office, stage), format, output)


@action.command("add")
def add_action(
    context: typer.Context,
    stage: Stage,
    kind: Annotated[str, typer.Argument(help="call, email, text, meeting; note for what is done at the desk.")],
    text: Annotated[str, typer.Argument(help="What is to be done.")],
    wait: Annotated[
        str | None, typer.Option(metavar="TIME", help="How long after the action before it: 2d, 4 hours.")
    ] = None,
    position: Annotated[int | None, typer.Option(metavar="N", help="Its place in the stage; else last.")] = None,
    format: Format = "table",
) -> None:
    """Add something to do in a stage; `leadtrack log` ticks it off."""
    result = pipeline.add_action(desk(context).office, stage, kind, text, wait=wait, nr=position)
    desk(context).acted(f"{result['stage']}, {result['nr']}: {result['kind']}, {result['text']}", result, format)


@action.command("remove")
def remove_action(
    context: typer.Context,
    stage: Stage,
    nr: Annotated[int, typer.Argument(metavar="NR", help="Its place in the stage.")],
    format: Format = "table",
) -> None:
    """Take something out of what is to be done in a stage."""
    result = pipeline.remove_action(desk(context).office, stage, nr)
    desk(context).acted(
        f"{result['text']!r} is no longer to be done in {result['stage']}" + _back(result), result, format
    )


def _pairs(given: list[str]) -> dict[str, str]:
    pairs = {}
    for text in given:
        old, equals, new = text.partition("=")
        if not (equals and old.strip() and new.strip()):
            raise UsageError(f"--map takes OLD=NEW, two names of stages, and not {text!r}")
        pairs[old.strip()] = new.strip()
    return pairs


def _described(stage: dict[str, Any]) -> str:
    rest = (
        f"a lead may rest {stage['rest_days']:g} days" if stage["rest_days"] else "a lead may rest as long as it likes"
    )
    return (
        f"{stage['stage']} is number {stage['position']}: {stage['kind']}, {stage['probability']:.0%} to be won, {rest}"
    )


def _back(result: dict[str, Any]) -> str:
    return f"; to take it back: leadtrack undo {result['batch']}" if result["batch"] else ""


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
