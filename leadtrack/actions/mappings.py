"""What the team has confirmed of the columns of its sheets."""

from collections.abc import Mapping, Sequence
from typing import Any

from leadtrack.actions import Office
from leadtrack.errors import NotFound
from leadtrack.mapping import JOINED, REACHES

# What several columns of a sheet may be together; every other field is filled from one.
SEVERAL = JOINED | REACHES | {"custom", "ignore"}


def listed(office: Office) -> list[dict[str, Any]]:
    """mapping (its number), file, headers (how many), columns (what was confirmed, as words)."""
    return [
        {
            "mapping": row["mapping"],
            "file": row["file"],
            "headers": len(row["headers"]),
            "columns": ", ".join(f"{header} = {field}" for header, field in row["columns"].items()),
        }
        for row in office.store.mappings.all()
    ]


def shown(office: Office, number: int) -> list[dict[str, Any]]:
    """One confirmed mapping, header by header; field is null where nothing was confirmed."""
    row = _one(office, number)
    confirmed = {header.casefold(): field for header, field in row["columns"].items()}
    return [{"header": header, "field": confirmed.get(header)} for header in row["headers"]]


def together(office: Office, headers: Sequence[str | None], said: Mapping[str, str]) -> dict[str, str]:
    """What is to be remembered of a sheet: what is `said` of it now, and what was said before and still holds."""
    return {**before(office, headers, said), **said} if said else {}


def before(office: Office, headers: Sequence[str | None], said: Mapping[str, str]) -> dict[str, str]:
    """What was said before of a sheet with these headers, as far as it holds beside what is `said` now."""
    now = {_folded(header) for header in said}
    taken = set(said.values()) - SEVERAL
    confirmed = office.store.mappings.of(headers)
    return {header: field for header, field in confirmed.items() if _folded(header) not in now and field not in taken}


def forget(office: Office, number: int) -> dict[str, Any]:
    row = _one(office, number)
    with office.batch("mapping forget") as batch:
        office.store.mappings.forget(batch, number)
        batch.summary = f"mapping {number} ({row['file']})"
    return {"batch": batch.id, "mapping": number, "file": row["file"]}


def _folded(header: str) -> str:
    return " ".join(header.casefold().split())


def _one(office: Office, number: int) -> dict[str, Any]:
    for row in office.store.mappings.all():
        if row["mapping"] == number:
            return row
    raise NotFound(f"there is no mapping {number}; leadtrack mapping list shows them")
