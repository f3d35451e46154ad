"""Drawing territories: one claim after another, or from a sheet."""

from collections.abc import Mapping, Sequence
from typing import Any

from leadtrack import importers
from leadtrack.actions import Office, finding
from leadtrack.errors import BadFile, BadRequest, NotFound
from leadtrack.store.batches import Batch
from leadtrack.territory import Unit, unit

COLUMNS = ("rep", "region", "country", "unit", "value")


def add(office: Office, rep_text: str, places: Sequence[tuple[str, str]], country: str | None) -> dict[str, Any]:
    """Let a rep cover places: (unit, value) pairs, in `country` (the team's own when None)."""
    rep = finding.rep(office, rep_text)
    home = country or office.country
    wanted = [unit(home, kind, value, county=office.gazetteer.county) for kind, value in places]
    if not wanted:
        if country is None:
            raise BadRequest("name a place: --country, --state, --county, --zip3 or --zip")
        wanted = [unit(country, "country", country, county=office.gazetteer.county)]
    with office.batch("territory add") as batch:
        added = [str(place) for place in wanted if _claim(office, batch, rep["id"], place)]
        batch.summary = f"{rep['name']}: {', '.join(str(place) for place in wanted[:5])}"
    return {
        "batch": batch.id if batch.touched else None,
        "rep": rep["name"], "added": added, "places": [str(place) for place in wanted],
    }  # fmt: skip


def import_sheet(office: Office, file: str) -> dict[str, Any]:
    """Take claims from a sheet with the columns rep, region, country, unit, value.

    An unknown region is made and the rep put into it. The first row that cannot be read stops it, naming the row, and
    nothing is kept.
    """
    table = importers.read(file)
    column = _columns(file, table.headers)
    added = known = 0
    with office.batch("territory import") as batch:
        reps: dict[str, Mapping[str, Any]] = {}
        for row, cells in table.rows():
            cell = {name: cells[at].strip() for name, at in column.items()}
            if not any(cell.values()):
                continue
            try:
                rep = reps.get(cell["rep"]) or reps.setdefault(cell["rep"], finding.rep(office, cell["rep"]))
                country = cell.get("country") or office.country
                place = unit(country, cell["unit"], cell["value"], county=office.gazetteer.county)
            except NotFound as error:
                raise BadFile(f"{file}, row {row}: {error}") from error
            except BadRequest as error:
                raise BadFile(f"{file}, row {row} ({cell['rep']}): {error}") from error
            if region := cell.get("region"):
                batch.update("reps", rep["id"], {"region_id": office.store.reps.region(batch, region)})
            if _claim(office, batch, rep["id"], place):
                added += 1
            else:
                known += 1
        batch.summary = f"{added} territories"
    return {"batch": batch.id if batch.touched else None, "file": file, "added": added, "known": known}


def _claim(office: Office, batch: Batch, rep: int, place: Unit) -> bool:
    """Write a claim unless it stands there already."""
    if office.store.territories.has(rep, *place):
        return False
    office.store.territories.add(batch, rep, *place)
    return True


def _columns(file: str, headers: Sequence[str | None]) -> dict[str, int]:
    found = {(header or "").strip().casefold(): at for at, header in enumerate(headers)}
    missing = [name for name in ("rep", "unit", "value") if name not in found]
    if missing:
        raise BadFile(
            f"{file}: no column {', '.join(missing)}; a sheet of territories has the columns {', '.join(COLUMNS)}"
        )
    return {name: found[name] for name in COLUMNS if name in found}
