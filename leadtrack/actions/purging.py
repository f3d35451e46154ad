"""Deleting old junk and old targets for good, once an archive holds them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leadtrack import archives, purging
from leadtrack.actions import Office, story, targets
from leadtrack.errors import BadRequest
from leadtrack.instants import from_iso, iso

# Writes the rows of an archive (headers first) and returns where they are; what it cannot write it raises as BadFile.
Keep = Callable[[Iterable[Sequence[str]]], str]


@dataclass(slots=True)
class Result:
    """What went, or under a dry run would go. `spared`: why others stay -> how many; `rows` are those that go."""

    before: str
    batch: int | None = None
    leads: int = 0
    targets: int = 0
    moved: int = 0
    left: int = 0  # were on the other campaign's list already
    archive: str | None = None
    spared: dict[str, int] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)


def junk(office: Office, older_than: str, *, dry_run: bool, keep: Keep) -> Result:
    """Delete the junk to which nothing happened since `older_than`; what is promised or refused something stays.

    Raises BadRequest for a time that has not come, and BadFile where the archive cannot be written: then nothing went.
    """
    result, found = _begin(office, older_than, office.store.purging.junk)
    result.leads = len(found)
    if dry_run or not found:
        return result
    custom, rows = _leads(office, found)
    return _delete(office, result, "leads", "lead", custom, rows, keep)


def old_targets(
    office: Office, campaign: str, older_than: str, *, move_to: str | None, dry_run: bool, keep: Keep
) -> Result:
    """Delete a campaign's targets that were listed before `older_than` and never answered, or move them to another.

    A dropped target stays: it keeps a later list from bringing it again.
    """
    number = targets.campaign_named(office, campaign)
    result, found = _begin(office, older_than, lambda before: office.store.targets.old(number, before))
    if move_to is not None:
        return _move(office, result, campaign, move_to, dry_run=dry_run)
    result.targets = len(found)
    if dry_run or not found:
        return result
    named = {"campaign": " ".join(campaign.split()), "custom": {}}
    whole = [{**named, **office.store.targets.values(row["target"]), "number": row["target"]} for row in found]
    custom = archives.custom_names(whole)
    rows = (archives.row(target, custom, ()) for target in whole)
    return _delete(office, result, "targets", "target", custom, rows, keep)


def _begin(
    office: Office, older_than: str, look: Callable[[str], list[dict[str, Any]]]
) -> tuple[Result, list[dict[str, Any]]]:
    before = iso(purging.cutoff(older_than, now=office.now, zone=office.zone))
    goes, spared = purging.sort_out(look(before))
    return Result(before=before, spared=spared, rows=goes), goes


def _move(office: Office, result: Result, campaign: str, to: str, *, dry_run: bool) -> Result:
    if to.strip().casefold() == campaign.strip().casefold():
        raise BadRequest(f"they are on the list of {campaign} already; name another campaign with --move-to")
    result.moved = len(result.rows)
    if dry_run or not result.rows:
        return result
    with office.batch("target move") as batch:
        number = office.store.campaigns.campaign(batch, " ".join(to.split()))
        result.moved, result.left = office.store.targets.move(batch, (row["target"] for row in result.rows), number)
        batch.summary = f"{result.moved} moved from {campaign} to {to}"
    result.batch = batch.id
    return result


def _delete(
    office: Office, result: Result, table: str, key: str, custom: list[str], rows: Iterator[Iterable[str]], keep: Keep
) -> Result:
    """Write the archive first, which holds nobody up; then delete, in one transaction, what is still as it was."""
    store = office.store.purging
    newest = store.newest()
    headers = archives.headers(custom)
    result.archive = keep(_lines(headers, rows))
    with office.batch("purge") as batch:
        touched = store.changed_since(table, newest)
        result.rows = [row for row in result.rows if row[key] not in touched]
        if touched and (stays := getattr(result, table) - len(result.rows)):
            result.spared["something happened just now"] = stays
        setattr(result, table, len(result.rows))
        store.delete(batch, table, (row[key] for row in result.rows))
        office.store.mappings.remember(batch, headers, archives.columns(custom), Path(result.archive).name)
        store.record(batch, result.archive, **{table: len(result.rows)})
        batch.summary = f"{table}: {len(result.rows)} deleted for good; {result.archive}"
    result.batch = batch.id
    return result


def _leads(office: Office, found: Sequence[Mapping[str, Any]]) -> tuple[list[str], Iterator[Iterable[str]]]:
    """The custom fields of leads, and their rows one at a time."""
    custom: dict[str, None] = {}
    for row in found:
        custom |= dict.fromkeys((office.store.leads.get(row["lead"]) or {"custom": {}})["custom"])
    names = list(custom)

    def rows() -> Iterator[Iterable[str]]:
        for row in found:
            lead = office.store.leads.get(row["lead"])
            if lead is not None:
                yield archives.row({**lead, "number": lead["lead"]}, names, _told(office, row["lead"]))

    return names, rows()


def _told(office: Office, lead: int) -> list[str]:
    """What happened to a lead, and what was changed of it, a line each, oldest first."""
    lines = [(line["at"], line["who"], line["what"]) for line in story.show(office, str(lead))["story"]]
    lines += [
        (office.local(row["at"]), row["actor"], f"changed {row['field']} from {row['old']!r} to {row['new']!r}")
        for row in office.store.leads.changes(lead)
        if row["field"] not in ("name_key", "merged_into")
    ]
    lines.sort(key=lambda line: from_iso(line[0]))
    return [
        f"{at[:16].replace('T', ' ')} {who + ': ' if who else ''}{' '.join(what.split())}" for at, who, what in lines
    ]


def _lines(headers: list[str], rows: Iterable[Iterable[str]]) -> Iterator[Sequence[str]]:
    from leadtrack.formulas import guard

    yield [guard(header) for header in headers]
    for row in rows:
        yield list(row)
