"""leadtrack territory"""

from pathlib import Path
from typing import Annotated, Any

import typer

from leadtrack.actions import checking, covering, mapmaking, territories
from leadtrack.commands.desk import Desk, Format, Output, desk, new_app
from leadtrack.errors import UsageError
from leadtrack.reports import Column
from leadtrack.wording import and_more

app = new_app("Territories: the places that reps cover.")

Places = list[str] | None
_ASSIGN = "hand leads out: leadtrack assign"
_SHOWN = 6

Rep = Annotated[str, typer.Argument(help="Who covers the places.")]
Country = Annotated[str | None, typer.Option(help="A whole country; with other places, the one they lie in.")]
State = Annotated[Places, typer.Option(help="States: MA,NH or a whole region: 'New England'.")]
County = Annotated[Places, typer.Option(help="A county with its state: 'Suffolk County, MA'.")]
City = Annotated[Places, typer.Option(help="A city with its state: 'Boston, MA'.")]
Zip3 = Annotated[
    Places,
    typer.Option("--zip3", "--prefix", help="The first three digits of ZIPs, 021 or 900-928; abroad the beginning of "
                 "postal codes: M5V."),
]  # fmt: skip
Zip = Annotated[Places, typer.Option(help="ZIPs: 02110 or 94100-94199,94301.")]
Area = Annotated[Places, typer.Option("--area-code", help="A telephone area code, for leads without a ZIP: 617.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")]


@app.command()
def add(
    context: typer.Context,
    rep: Rep,
    country: Country = None,
    state: State = None,
    county: County = None,
    city: City = None,
    zip3: Zip3 = None,
    zip: Zip = None,
    area: Area = None,
    excepted: Annotated[
        Places, typer.Option("--except", metavar="PLACE", help="A place inside these that the rep does not cover.")
    ] = None,
    dry_run: DryRun = False,
    format: Format = "table",
) -> None:
    """Let a rep cover places; an option may be given again, or hold a list (commas; counties, cities: semicolons)."""
    places = _places(state=state, county=county, city=city, zip3=zip3, zip=zip, area=area)
    result = territories.add(desk(context).office, rep, places, country, excepted or [], dry_run=dry_run)
    if result["added"]:
        words = f"{result['rep']} {_drawn(result['added'], dry_run)}; {_ASSIGN}"
    else:
        words = f"{result['rep']} covers already: {_short(result['places'])}"
    desk(context).acted("\n".join([words, *result["notes"]]), result, format)


@app.command()
def remove(
    context: typer.Context,
    rep: Rep,
    country: Country = None,
    state: State = None,
    county: County = None,
    city: City = None,
    zip3: Zip3 = None,
    zip: Zip = None,
    area: Area = None,
    all: Annotated[bool, typer.Option("--all", help="All that the rep covers.")] = False,
    dry_run: DryRun = False,
    format: Format = "table",
) -> None:
    """End what a rep covers; leads that were assigned stay where they are."""
    places = _places(state=state, county=county, city=city, zip3=zip3, zip=zip, area=area)
    result = territories.remove(desk(context).office, rep, places, country, all=all, dry_run=dry_run)
    would = "would no longer cover" if dry_run else "no longer covers"
    words = f"{result['rep']} {would} {_short(result['ended'])}" if result["ended"] else f"{result['rep']} covers none"
    desk(context).acted(words, result, format)


@app.command("import")
def import_(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="A sheet: a place per row, a rep per row with lists, or a matrix.")],
    replace: Annotated[bool, typer.Option("--replace", help="End every territory that it does not name.")] = False,
    dry_run: DryRun = False,
    format: Format = "table",
) -> None:
    """Take territories from a sheet, and say how it was read."""
    result = territories.import_sheet(desk(context).office, file, replace=replace, dry_run=dry_run)
    known = f", {result['known']} known already" if result["known"] else ""
    ended = f", {result['ended']} {'would come' if dry_run else 'came'} to an end" if result["ended"] else ""
    added = f"{result['added']} {'territory' if result['added'] == 1 else 'territories'} "
    words = [f"read as {result['understood']}", *_some(result["notes"])]
    words.append(f"{added}{'would be added' if dry_run else 'added'}{known}{ended}; {_ASSIGN}")
    desk(context).acted("\n".join(words), result, format)


@app.command()
def export(
    context: typer.Context,
    format: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="csv, json, md, html, xlsx.")] = "csv",
    output: Output = None,
) -> None:
    """Write all territories as a sheet that `territory import` takes again."""
    columns = [Column(key, key, "code") for key in ("rep", "region", "country", "unit", "value", "except")]
    rows = [{key: row[key] for key, *_ in columns} for row in territories.export(desk(context).office)]
    desk(context).listing("Territories", columns, rows, format, output)


@app.command("list")
def list_(
    context: typer.Context,
    rep: Annotated[str | None, typer.Option(help="Of this rep only.")] = None,
    format: Format = "table",
    output: Output = None,
) -> None:
    """List who covers what."""
    columns: tuple[Column, ...] = (
        Column("territory", "Nr"), Column("rep", "Rep"), Column("region", "Region"), Column("country", "Country"),
        Column("unit", "Unit"), Column("value", "Place"), Column("excluded", "Excepted", "flag"),
    )  # fmt: skip
    rows = covering.listed(desk(context).office, rep)
    if format == "table" and not any(row["excluded"] for row in rows):
        columns = columns[:-1]
    desk(context).listing("Territories", columns, rows, format, output)


@app.command()
def who(
    context: typer.Context,
    place: Annotated[str, typer.Argument(help="A ZIP, ZIP3, county, city, state or country, or a lead.")],
    format: Format = "table",
    output: Output = None,
) -> None:
    """Say who covers a place or a lead's place, and why."""
    told = covering.who(desk(context).office, place)
    if format == "json" and output is None:
        desk(context).acted("", told, format)
        return
    columns = (Column("unit", "Place"), Column("reps", "Covered by", wraps=True), Column("note", "", wraps=True))
    rows = [{**row, "reps": ", ".join(row["reps"]) + (" ← decides" if row["wins"] else "")} for row in told["looked"]]
    rows += [{"unit": f"within: {row['unit']}", "reps": row["rep"], "note": None} for row in told["within"][:_SHOWN]]
    if more := len(told["within"]) - _SHOWN:
        rows += [{"unit": f"within: {more} more", "reps": None, "note": None}] if more > 0 else []
    desk(context).listing(f"Who covers {told['place']}", columns, rows, format, output)
    if told["rep"] is None and told["reps"]:
        desk(context).say(f"{', '.join(told['reps'])}, but nobody can take a lead now: {told['why']}")
    else:
        desk(context).say(f"{told['rep']}: {told['why']}" if told["rep"] else f"nobody covers {told['place']}")


@app.command()
def check(context: typer.Context, format: Format = "table", output: Output = None) -> None:
    """Find overlaps, gaps with the leads that fell into them, places that do not exist, and reps who left."""
    columns = (
        Column("finding", "Finding", "code"), Column("place", "Place", wraps=True), Column("reps", "Reps", wraps=True),
        Column("leads", "Leads", "count"), Column("told", "What it means", wraps=True),
    )  # fmt: skip
    found = checking.check(desk(context).office)
    rows = found.rows
    if format in ("table", "md"):
        rows = [row | {name: _head(row[name]) for name in ("reps", "told")} for row in rows]
    desk(context).listing("Territories, looked over", columns, rows, format, output)
    desk(context).say(found.summary)


@app.command("map")
def map_(
    context: typer.Context,
    output: Output = None,
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help="html or svg; else as FILE ends.")
    ] = None,
) -> None:
    """Draw who covers what in the United States, and where nobody does."""
    kind = format or (output.suffix.lstrip(".").lower() if output and output.suffix else "html")
    if kind not in ("html", "svg"):
        raise UsageError(f"a map is drawn as html or svg, not {kind!r}; name a FILE.html or say --format")
    desk(context).insist_on(kind, output)
    drawn = mapmaking.draw(desk(context).office)
    _write(desk(context), drawn, kind, output)


def _write(desk: Desk, drawn: Any, kind: str, output: Path | None) -> None:
    from leadtrack.render.maps import as_html, as_svg

    desk.write(as_html(drawn) if kind == "html" else as_svg(drawn), output)


def _places(**given: Places) -> list[tuple[str, str]]:
    return [(kind, text) for kind, texts in given.items() for text in texts or []]


def _drawn(places: list[str], dry_run: bool) -> str:
    """ "covers state MA, and does not work in Suffolk County, MA"."""
    would = "would " if dry_run else ""
    without = [place.removeprefix("except ") for place in places if place.startswith("except ")]
    covered = [place for place in places if not place.startswith("except ")]
    told = [f"{would}{'cover' if dry_run else 'covers'} {_short(covered)}"] if covered else []
    told += [f"{would or 'does '}not work in {_short(without)}"] if without else []
    return ", and ".join(told)


def _short(places: list[str]) -> str:
    return and_more(places, _SHOWN, "place")


def _head(listed: str) -> str:
    """The head of a long list, for people; sheets and JSON have all of it."""
    words, sign, rest = listed.rpartition(": ")
    parts = rest.split(", ")
    if len(parts) <= 2 * _SHOWN:
        return listed
    return f"{words}{sign}{', '.join(parts[: 2 * _SHOWN])} and {len(parts) - 2 * _SHOWN} more (--format csv has all)"


def _some(notes: list[str]) -> list[str]:
    more = [f"and {len(notes) - _SHOWN} more such notes; --format json has all"] if len(notes) > _SHOWN else []
    return [*notes[:_SHOWN], *more]
