"""Targets: a campaign's list comes in, somebody on it answers, somebody is taken off it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leadtrack import activity, dedupe, importers, mapping
from leadtrack.actions import Office, assigning, intake, qualifying, timing
from leadtrack.cleaning import Cleaner
from leadtrack.errors import Ambiguous, BadRequest, NotFound, UsageError
from leadtrack.fields import NAMING, called
from leadtrack.importers.rejects import Reject, write_rejects

_CANDIDATES = 8
_CHUNK = 2_000


@dataclass(slots=True)
class Taken:
    """What became of a list. rows = added + updated + unchanged + duplicates + leads + dropped + rejected.

    `leads`: rows of people who are leads already; `dropped`: of people who were dropped before, from whatever list.
    """

    file: str
    table: importers.Table
    columns: list[mapping.Column]
    cleaner: Cleaner
    batch: int | None = None
    campaigns: list[str] = field(default_factory=list)
    rows: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0
    leads: int = 0
    dropped: int = 0
    rejected: int = 0
    rejects_file: str | None = None
    first_reject: Reject | None = None

    def counts(self) -> dict[str, int]:
        names = ("rows", "added", "updated", "unchanged", "duplicates", "leads", "dropped", "rejected")
        return {name: getattr(self, name) for name in names}


def look(office: Office, file: str, request: intake.Request) -> Taken:
    """Read the head of a list and propose what its columns are. Raises BadFile, MappingError, UsageError."""
    seen = intake.look(office, file, request)
    if request.campaign is None and all(column.field != "campaign" for column in seen.columns):
        raise UsageError(f"{file}: no column names a campaign; say which one the list is for, with --campaign")
    return Taken(file=file, table=seen.table, columns=seen.columns, cleaner=intake.cleaner(office, seen))


def take_in(office: Office, taken: Taken, request: intake.Request, progress: intake.Progress) -> Taken:
    """Take in what `look` found; who is a lead, was dropped or stands on the list already makes no new target.

    Under `dry_run` nothing is written, neither targets nor rejects. Raises BadFile.
    """
    store = office.store.targets
    rejects: list[Reject] = []
    with progress(Path(taken.file).name, None) as advance:
        store.wait(_cleaned(office, taken, request, rejects, advance))
    taken.campaigns = store.campaigns()
    if request.dry_run:
        fates = store.judge()
        taken.updated = sum(bool(_gained(office, *row)) for row in store.known())
    else:
        with office.batch("target import") as batch:
            for name in taken.campaigns:
                number = office.store.campaigns.campaign(batch, name)
                if request.source:
                    office.store.campaigns.complete(batch, number, request.source)
            fates = store.judge()
            store.publish(batch)
            for target, values in list(store.known()):
                if gained := _gained(office, target, values):
                    taken.updated += store.fill(batch, target, gained)
            batch.summary = f"{Path(taken.file).name}: {fates.get('new', 0)} added for {', '.join(taken.campaigns)}"
            touched = batch.touched
        taken.batch = batch.id if touched else None
    taken.added, taken.leads = fates.get("new", 0), fates.get("lead", 0)
    taken.dropped = fates.get("dropped", 0)
    taken.unchanged = fates.get("known", 0) - taken.updated
    taken.rejected = len(rejects)
    taken.first_reject = rejects[0] if rejects else None
    if rejects and not request.dry_run:
        taken.rejects_file = write_rejects(taken.file, request.rejects, taken.table.headers, rejects)
    return taken


def _cleaned(
    office: Office, taken: Taken, request: intake.Request, rejects: list[Reject], advance: Any
) -> Iterator[tuple[int, str, Mapping[str, Any]]]:
    """The rows of a list as they wait in the store, each person once per campaign; counts what falls out on the way."""
    gather = mapping.gatherer(taken.columns)
    seen: set[tuple[str, str, str]] = set()
    for n, (row, cells) in enumerate(taken.table.rows(), start=1):
        if request.limit is not None and n > request.limit:
            break
        if not n % _CHUNK:
            advance(_CHUNK)
        taken.rows = n
        raw, custom = gather(cells)
        cleaned = taken.cleaner(raw, custom)
        values: dict[str, Any] = cleaned.values
        campaign = values.pop("campaign", None) or request.campaign
        if NAMING.isdisjoint(values):
            rejects.append(Reject(row, "", "names nobody: no name, company, e-mail or phone", cells))
            continue
        if not campaign:
            rejects.append(Reject(row, "", "names no campaign; say one with --campaign", cells))
            continue
        if "created_at" in values:  # the lead that it may become is created when it answers
            cleaned.custom.setdefault("Created", values.pop("created_at"))
        if request.country:
            values.setdefault("country", request.country)
        values["name_key"] = name = dedupe.name_key(values)
        if cleaned.custom:
            values["custom"] = cleaned.custom
        keys = {(campaign.casefold(), *key) for key in dedupe.exact_keys(values, name)}
        keys = keys or {(campaign.casefold(), "row", json.dumps(values, sort_keys=True))}
        if not seen.isdisjoint(keys):
            taken.duplicates += 1
            seen |= keys
            continue
        seen |= keys
        yield n, campaign, values


def _gained(office: Office, target: int, values: Mapping[str, Any]) -> dict[str, Any] | None:
    """The whole target with what a row of a later list adds to it; None where that is nothing."""
    stored = {"custom": {}, **office.store.targets.values(target)}
    gained = dedupe.fill(stored, {name: value for name, value in values.items() if name != "name_key"})
    if not gained:
        return None
    whole = {**stored, **gained}
    return {**whole, "name_key": dedupe.name_key(whole)}


def listed(
    office: Office, *, campaign: str | None, standing: str, search: str | None, limit: int | None
) -> list[dict[str, Any]]:
    """Targets by number, with the fields of their rows; `standing` is waiting, answered, dropped or all.

    Raises NotFound for a campaign that is not there.
    """
    number = campaign_named(office, campaign) if campaign else None
    return office.store.targets.all(campaign=number, standing=standing, search=search, limit=limit)


def campaign_named(office: Office, name: str) -> int:
    number = office.store.campaigns.campaign_named(" ".join(name.split()))
    if number is None:
        raise NotFound(f"there is no campaign {name!r}; leadtrack campaign list shows them")
    return number


def answered(
    office: Office, text: str, *, campaign: str | None, by: str, words: str | None, at: str | None
) -> dict[str, Any]:
    """Make a lead of a target that answered: with its campaign, what it answered, and a rep at once.

    Somebody who is a lead already gains what the list knows of them. Answering twice changes nothing.
    """
    target = _one(office, text, campaign)
    kind, happened, said = activity.kind(by), timing.past(office, at), (words or "").strip()
    told = {"target": target["target"], "campaign": target["campaign"]}
    if target["lead"] is not None:
        return {"batch": None, **told, "new": False, **_standing(office, target["lead"])}
    values = office.store.targets.values(target["target"])
    values |= {"campaign": target["campaign"], "created_at": happened}
    if "source" not in values and (source := office.store.campaigns.source_of(target["campaign_id"])):
        values["source"] = source
    values["name_key"] = dedupe.name_key(values)
    leads = office.store.leads
    twin = leads.same(dedupe.exact_keys(values, values["name_key"]))
    with office.batch("target answered") as batch:
        if twin is None:
            lead = leads.add(batch, leads.stored(batch, values), office.store.stages.all()[0]["id"])
        else:
            lead = twin
            known = {name: value for name, value in values.items() if name not in ("name_key", "created_at")}
            if gained := dedupe.fill(leads.get(twin) or {}, known):
                leads.change(batch, twin, leads.stored(batch, gained))
        office.store.activities.add(
            batch,
            lead,
            rep=None,
            at=happened,
            kind=kind,
            direction="in",
            outcome="replied",
            text=f"answered {target['campaign']}" + (f": {said}" if said else ""),
        )
        office.store.targets.answered(batch, target["target"], lead, happened)
        office.store.facts.refresh([lead])
        assigning.within(office, batch, [lead])
        batch.summary = f"lead {lead}, from {target['campaign']}"
    return {"batch": batch.id, **told, "new": twin is None, **_standing(office, lead)}


def drop(office: Office, texts: Sequence[str], *, campaign: str | None, reason: str) -> dict[str, Any]:
    """Take targets off their lists, with the reason: no later list brings them again.

    An e-mail address names its owner on every list. Dropping twice changes nothing.
    """
    if not reason.strip():
        raise BadRequest("say why they are dropped, with --reason")
    found = {row["target"]: row for text in texts for row in _all(office, text, campaign)}
    for row in found.values():
        if row["lead"] is not None:
            raise BadRequest(f"target {row['target']} answered and is lead {row['lead']}: leadtrack junk {row['lead']}")
    waiting = [number for number, row in found.items() if row["standing"] == "waiting"]
    with office.batch("target drop") as batch:
        for number in waiting:
            office.store.targets.drop(batch, number, reason.strip())
        batch.summary = f"{len(waiting)} dropped: {reason.strip()[:60]}"
    return {"batch": batch.id if waiting else None, "targets": sorted(found), "dropped": len(waiting)}


def _one(office: Office, text: str, campaign: str | None) -> Mapping[str, Any]:
    """The target that a number, an e-mail address or a part of a name means. Raises NotFound, Ambiguous."""
    found = _found(office, text, campaign)
    if len(found) > 1:
        raise _several(text, found)
    return found[0]


def _all(office: Office, text: str, campaign: str | None) -> list[Mapping[str, Any]]:
    """The same, and every list on which an e-mail address stands."""
    found = _found(office, text, campaign)
    if len(found) > 1 and any((row["email"] or "").casefold() != text.strip().casefold() for row in found):
        raise _several(text, found)
    return found


def _found(office: Office, text: str, campaign: str | None) -> list[Mapping[str, Any]]:
    number = campaign_named(office, campaign) if campaign else None
    found = office.store.targets.answering(text.strip(), number, 1_000) if text.strip() else []
    if not found:
        raise NotFound(f"there is no target {text!r}; leadtrack target list --search WORD looks in every field")
    return list(found)


def _several(text: str, found: Sequence[Mapping[str, Any]]) -> Ambiguous:
    named = ", ".join(f"{row['target']} {called(row)} ({row['campaign']})" for row in found[:_CANDIDATES])
    more = " and more" if len(found) > _CANDIDATES else ""
    return Ambiguous(f"{text!r} may be {named}{more}; name it by its number, or with --campaign")


def _standing(office: Office, lead: int) -> dict[str, Any]:
    judged = qualifying.judge(office, lead)
    return {
        "lead": lead, "rep": (office.store.leads.get(lead) or {}).get("rep"),
        "qualified": judged["qualified"], "missing": judged["missing"],
    }  # fmt: skip
