"""Drawing territories: one claim after another, or from a sheet."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from leadtrack import importers, territory_sheets
from leadtrack.actions import Office, finding
from leadtrack.errors import Ambiguous, BadFile, BadRequest, NotFound
from leadtrack.place_texts import listed, parts
from leadtrack.store.batches import Batch
from leadtrack.territory import Unit, key
from leadtrack.wording import and_more

# rep, unit, whether it is an exception
Claim = tuple[int, Unit, bool]


def add(
    office: Office,
    rep_text: str,
    places: Sequence[tuple[str, str]],
    country: str | None,
    excepted: Sequence[str] = (),
    *,
    dry_run: bool = False,
) -> dict[str, Any]:
    """Let a rep cover places: (unit, list) pairs, in `country` (the team's own when None), but for those `excepted`."""
    rep = finding.rep(office, rep_text)
    wanted, notes = _named(office, places, country)
    without, more = _named(office, [("", text) for text in excepted], country)
    if not wanted and not without:
        if country is None:
            raise BadRequest("name a place: --country, --state, --county, --city, --zip3, --zip or --area-code")
        wanted, _ = _named(office, [("country", country)], country)
    claims = [(rep["id"], place, False) for place in wanted] + [(rep["id"], place, True) for place in without]
    _refuse_both(claims, {rep["id"]: rep["name"]}, _standing(office, {rep["id"]}))
    new = _new(office, claims)
    batch_id = None
    if new and not dry_run:
        with office.batch("territory add") as batch:
            _write(office, batch, new)
            batch.summary = f"{rep['name']}: {_shown(new)}"
        batch_id = batch.id
    return {
        "batch": batch_id,
        "rep": rep["name"],
        "added": [_told(claim) for claim in new],
        "places": [_told(claim) for claim in claims],
        "notes": notes + more,
    }


def remove(
    office: Office, rep_text: str, places: Sequence[tuple[str, str]], country: str | None, *, all: bool, dry_run: bool
) -> dict[str, Any]:
    """End claims of a rep, exceptions too: those on these places, or all. What is not claimed raises BadRequest."""
    rep = finding.rep(office, rep_text)
    held = office.store.territories.held(rep["id"])
    wanted, _ = _named(office, places, country)
    if not wanted and country is not None and not all:
        wanted, _ = _named(office, [("country", country)], country)
    if not wanted and not all:
        raise BadRequest("name a place, or end all of the rep's territories with --all")
    keys = {key(place) for place in wanted}
    gone = [row for row in held if all or key(_unit(row)) in keys]
    missing = keys - {key(_unit(row)) for row in gone}
    if missing and not gone:
        raise BadRequest(
            f"{rep['name']} does not cover {next(str(place) for place in wanted if key(place) in missing)}; "
            f"leadtrack territory list tells what"
        )
    batch_id = None
    if gone and not dry_run:
        with office.batch("territory remove") as batch:
            office.store.territories.remove(batch, [row["territory"] for row in gone])
            batch.summary = f"{rep['name']}: {len(gone)} territories"
        batch_id = batch.id
    ended = [_told((rep["id"], _unit(row), bool(row["excluded"]))) for row in gone]
    return {"batch": batch_id, "rep": rep["name"], "ended": ended}


@dataclass(slots=True)
class Plan:
    """What a sheet says: claims, the region of each rep that it names one for, and how it was read."""

    claims: list[Claim]
    names: dict[int, str]
    regions: dict[int, str] = field(default_factory=dict)
    understood: str = ""
    notes: list[str] = field(default_factory=list)


def read_sheet(office: Office, file: str) -> Plan:
    """Territories from a sheet of any shape that territory_sheets knows, changing nothing.

    The first row that cannot be read raises BadFile, naming the row.
    """
    table = importers.read(file)
    rows = list(table.rows())
    headers = [header or "" for header in table.headers]
    if not any(headers) and rows:
        headers, rows = list(rows[0][1]), rows[1:]
    names = [name.casefold() for name in office.store.reps.names().values()]
    words = Counter(word for name in names for word in {name, *name.split()})
    sheet = territory_sheets.read(
        headers,
        rows,
        is_rep=lambda text: words[text.strip().casefold()] == 1,
        is_place=lambda text: bool(_tried(office, text)),
    )
    if isinstance(sheet, str):
        raise BadFile(f"{file}: {sheet}")
    plan = Plan([], {}, understood=sheet.understood)
    reps: dict[str, int] = {}
    _refuse_strangers(office, file, sheet.entries)
    for entry in chain.from_iterable(map(territory_sheets.apart, sheet.entries)):
        try:
            for number in _reps(office, entry.rep, reps, plan.names):
                if entry.region:
                    plan.regions[number] = entry.region
                meant = listed(entry.country or office.country, entry.kind, entry.text, atlas=office.gazetteer)
                plan.claims += [(number, place, entry.excluded) for place in meant.units]
                plan.notes += [f"row {entry.row}: {note}" for note in meant.notes]
        except NotFound as error:
            raise BadFile(f"{file}, row {entry.row}: {error}") from error
        except BadRequest as error:
            raise BadFile(f"{file}, row {entry.row} ({entry.rep}): {error}") from error
    plan.claims = list(dict.fromkeys(plan.claims))
    try:
        _refuse_both(plan.claims, plan.names, {})
    except BadRequest as error:
        raise BadFile(f"{file}: {error}") from error
    return plan


def _refuse_strangers(office: Office, file: str, entries: Sequence[territory_sheets.Entry]) -> None:
    """Raise BadFile where the sheet names several who are no reps: all of them at once, and how to make them some."""
    strangers: dict[str, int] = {}
    for name, entry in {entry.rep: entry for entry in reversed(entries)}.items():
        try:
            _reps(office, name, {}, {})
        except Ambiguous:
            continue
        except NotFound:
            strangers[name] = entry.row
    if len(strangers) > 1 or (strangers and not office.store.reps.names()):
        row, name = min((row, name) for name, row in strangers.items())
        told = ", ".join(repr(one) for _, one in sorted((row, name) for name, row in strangers.items()))
        raise BadFile(f"{file}, row {row}: there are no reps {told}; make them first: leadtrack rep add {name!r}")


def import_sheet(office: Office, file: str, *, replace: bool = False, dry_run: bool = False) -> dict[str, Any]:
    """Take claims from a sheet; with `replace` all that it does not name come to an end.

    An unknown region is made and the rep put into it. Nothing is kept of a sheet that cannot be read.
    """
    plan = read_sheet(office, file)
    new = _new(office, plan.claims)
    standing = _standing(office, None)
    ended = sorted(set(standing.values()) - {standing.get(_key(claim)) for claim in plan.claims}) if replace else []
    if not replace:
        _refuse_both(plan.claims, plan.names, standing)
    batch_id = None
    if not dry_run:
        with office.batch("territory import") as batch:
            office.store.territories.remove(batch, ended)
            _write(office, batch, new)
            for rep, region in plan.regions.items():
                batch.update("reps", rep, {"region_id": office.store.reps.region(batch, region)})
            batch.summary = f"{len(new)} territories"
        batch_id = batch.id if batch.touched else None
    return {
        "batch": batch_id,
        "file": file,
        "added": len(new),
        "known": len(plan.claims) - len(new),
        "ended": len(ended),
        "understood": plan.understood,
        "notes": plan.notes,
    }


def export(office: Office) -> list[dict[str, Any]]:
    """All claims as rows of a sheet that `import_sheet` takes again: rep, region, country, unit, value, except."""
    return [{**row, "except": "yes" if row["excluded"] else ""} for row in office.store.territories.all()]


def _named(office: Office, places: Sequence[tuple[str, str]], country: str | None) -> tuple[list[Unit], list[str]]:
    found: list[Unit] = []
    notes: list[str] = []
    for kind, text in places:
        meant = listed(country or office.country, kind, text, atlas=office.gazetteer)
        found += meant.units
        notes += meant.notes
    return list(dict.fromkeys(found)), notes


def _tried(office: Office, text: str) -> list[Unit]:
    try:
        return listed(office.country, "", text, atlas=office.gazetteer).units
    except BadRequest:
        return []


def _reps(office: Office, text: str, known: dict[str, int], names: dict[int, str]) -> list[int]:
    """The reps that a cell names: one, or several that share the place."""
    found = []
    try:
        wanted = [text] if text in known else [finding.rep(office, text)["name"]]
    except NotFound:
        wanted = parts("rep", text) if len(parts("rep", text)) > 1 else [text]
    for name in wanted:
        if name not in known:
            rep = finding.rep(office, name)
            known[name], names[rep["id"]] = rep["id"], rep["name"]
        found.append(known[name])
    if len(wanted) == 1:
        known[text] = found[0]
    return found


def _unit(row: dict[str, Any]) -> Unit:
    return Unit(row["country"], row["unit"], row["value"])


def _key(claim: Claim) -> tuple[int, Unit, bool]:
    rep, place, excluded = claim
    return rep, key(place), excluded


def _standing(office: Office, reps: set[int] | None) -> dict[tuple[int, Unit, bool], int]:
    """The claims there are, of these reps or of all: key -> number of the territory."""
    chosen = {row["id"] for row in office.store.reps.all()} if reps is None else reps
    return {
        (rep, key(_unit(row)), bool(row["excluded"])): row["territory"]
        for rep in chosen
        for row in office.store.territories.held(rep)
    }


def _refuse_both(claims: Sequence[Claim], names: dict[int, str], standing: dict[tuple[int, Unit, bool], int]) -> None:
    """Raise BadRequest where a rep would cover a place and be excepted from it."""
    all_claims = {_key(claim) for claim in claims} | standing.keys()
    for rep, place, excluded in claims:
        if (rep, key(place), not excluded) in all_claims:
            raise BadRequest(
                f"{names[rep]} would cover {place} and be excepted from it; "
                f"end one of them: leadtrack territory remove {names[rep]!r}"
            )


def _new(office: Office, claims: Sequence[Claim]) -> list[Claim]:
    """Those that do not stand yet, each once."""
    standing = _standing(office, {rep for rep, _, _ in claims})
    return list({_key(claim): claim for claim in claims if _key(claim) not in standing}.values())


def _write(office: Office, batch: Batch, claims: Sequence[Claim]) -> None:
    office.store.territories.add_all(batch, ((rep, *place, int(excluded)) for rep, place, excluded in claims))


def _told(claim: Claim) -> str:
    _, place, excluded = claim
    return f"except {place}" if excluded else str(place)


def _shown(claims: Sequence[Claim]) -> str:
    return and_more([_told(claim) for claim in claims], 5)
