"""Several records of one lead become one, and stand on their own again."""

from collections.abc import Mapping, Sequence
from typing import Any

from leadtrack import dedupe, merging
from leadtrack.actions import Office, finding, undoing
from leadtrack.errors import BadRequest
from leadtrack.fields import FIELDS, called
from leadtrack.store.batches import Batch
from leadtrack.store.merges import MOVED


def merge(
    office: Office, names: Sequence[str], *, keep: str | None, fields: Mapping[str, str], dry_run: bool
) -> dict[str, Any]:
    """Make one lead of several: the kept one gets what merging.py decides, and all that happened to the others.

    `keep` names the lead that is kept (None: the one with most history), `fields` whose value is wanted: field -> lead.
    Raises BadRequest where a lead is named twice or was merged before.
    """
    if dry_run:
        numbers = _numbers(office, names)
        return _decided(office, numbers, keep, fields)[0] | {"batch": None}
    with office.batch("merge") as batch:
        numbers = _numbers(office, names)
        told, values, kept = _decided(office, numbers, keep, fields)
        others = [lead for lead in numbers if lead != kept]
        _take_over(office, batch, kept, others)
        for lead in others:
            for table, rows in office.store.merges.merge(batch, lead, kept).items():
                told["moved"][table] += rows
        if values:
            if not values.keys().isdisjoint(("full_name", "company")):
                whole = office.store.leads.get(kept) or {}
                values["name_key"] = dedupe.name_key({**whole, **values})
            office.store.leads.change(batch, kept, office.store.leads.stored(batch, values))
        batch.summary = f"{_listed(others)} into lead {kept}"
    return told | {"batch": batch.id}


def unmerge(office: Office, text: str) -> dict[str, Any]:
    """Let a merged lead stand on its own again, and those that were merged by the same command.

    What happened to the kept lead since stays with it (`stays`); `spared` are fields that were changed again since.
    """
    lead = _number(text)
    into = office.store.merges.into(lead) if lead is not None else None
    if lead is None or into is None:
        raise _unmerged(office, text)
    made = office.store.merges.made(lead)
    if made is None:
        raise BadRequest(f"lead {lead} was merged by no batch that stands; leadtrack history lists the batches")
    leads = office.store.merges.merged_by(made["batch"])
    stays = office.store.merges.since(made["batch"], into)
    undone = undoing.take_back(office, made["batch"], "unmerge", f"{_listed(leads)} from lead {into}")
    return {
        "batch": undone["batch"], "undone": made["batch"], "lead": into, "unmerged": leads,
        "spared": undone["spared"], "stays": stays,
    }  # fmt: skip


def _numbers(office: Office, names: Sequence[str]) -> list[int]:
    """The leads that are named, each standing on its own."""
    numbers: list[int] = []
    for name in names:
        number = _number(name)
        if number is not None and (into := office.store.merges.into(number)):
            raise BadRequest(f"lead {number} was merged into lead {into} already; name lead {into} instead")
        lead = finding.lead(office, name)
        if lead in numbers:
            raise BadRequest(f"lead {lead} is named twice; a lead cannot be merged with itself")
        numbers.append(lead)
    if len(numbers) < 2:
        raise BadRequest(f"lead {numbers[0]} stands alone; name the leads that are one with it, too")
    return numbers


def _number(text: str) -> int | None:
    number = text.strip().removeprefix("#")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 19 else None


def _decided(
    office: Office, numbers: list[int], keep: str | None, fields: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, Any], int]:
    """What the merge will be, for people and programs; the fields that change; and the lead that is kept."""
    store = office.store
    leads = {lead: store.leads.get(lead) or {} for lead in numbers}
    if keep is None:
        kept = merging.keep({lead: store.merges.history(lead) for lead in numbers})
    else:
        kept = _one_of(office, numbers, keep, "--keep")
    chosen = {field: _wanted(office, leads, field, name) for field, name in fields.items()}
    confirmed = {(lead, field): at for lead in numbers for field, at in store.merges.confirmed(lead).items()}
    choices = merging.merged(list(leads.values()), kept, confirmed=confirmed, chosen=chosen)
    values = merging.changes(choices, leads[kept])
    told = {
        "batch": None,
        "lead": kept,
        "name": called({**leads[kept], **values}),
        "merged": [lead for lead in numbers if lead != kept],
        "changed": list(values),
        "fields": [
            {
                "field": choice.field, "value": choice.value, "lead": choice.lead, "why": choice.why,
                "others": [{"lead": lead, "value": value} for lead, value in choice.others],
            }
            for choice in choices
            if choice.others or choice.field in values
        ],
        "moved": dict.fromkeys(MOVED, 0),
    }  # fmt: skip
    return told, values, kept


def _one_of(office: Office, numbers: list[int], name: str, option: str) -> int:
    lead = finding.lead(office, name)
    if lead not in numbers:
        raise BadRequest(f"{option}: lead {lead} is none of those to be merged ({', '.join(map(str, numbers))})")
    return lead


def _wanted(office: Office, leads: Mapping[int, Mapping[str, Any]], field: str, name: str) -> int:
    lead = _one_of(office, list(leads), name, f"--field {field}={name}")
    if field in dedupe.ONE_WAY:
        raise BadRequest(f"{field} cannot be chosen: what a lead refused stays refused; leadtrack edit changes it")
    if field in FIELDS:
        if leads[lead][field] is None:
            raise BadRequest(f"lead {lead} has no {field}; choose another, or leave --field {field} out")
    elif field not in leads[lead]["custom"]:
        if any(field in other["custom"] for other in leads.values()):
            raise BadRequest(f"lead {lead} has no {field!r}; choose another, or leave --field {field!r} out")
        raise BadRequest(f"{field!r} is no field of these leads; the fields are {', '.join(FIELDS)}")
    return lead


def _take_over(office: Office, batch: Batch, kept: int, others: Sequence[int]) -> None:
    """The kept lead takes the rep of another if it has none, and the stage of another if it was never moved."""
    store = office.store
    standing = {lead: store.leads.standing(lead) or {} for lead in (kept, *others)}
    for lead in standing:
        standing[lead]["lead"] = lead
    losing = [standing[lead] for lead in others]
    whose = merging.owner(standing[kept], losing)
    if whose is not None:
        at = max(standing[whose]["assigned_at"] or batch.at, store.assignments.last_given(kept))
        rep = standing[whose]["rep_id"]
        store.assignments.hand(batch, kept, rep, f"had lead {whose}, which was merged into this one", at=at)
    stages = store.stages.all()
    reached = {stage["id"]: stage["position"] for stage in stages if stage["kind"] in ("open", "won")}
    entry = store.leads.entered(kept)
    further = merging.stage(standing[kept], losing, entry=entry, reached=reached)
    if further is not None:
        at = max(store.merges.last_move(further), store.merges.last_move(kept)) or batch.at
        reason = f"as lead {further}, which was merged into this one"
        store.stages.move(batch, kept, standing[kept]["stage_id"], standing[further]["stage_id"], at, reason)


def _unmerged(office: Office, text: str) -> BadRequest:
    """Why a lead cannot stand on its own again: it does, or it is not there."""
    lead = finding.lead(office, text)
    if merged := office.store.merges.of(lead):
        return BadRequest(
            f"lead {lead} was merged into no other; {_listed(merged)} into it: leadtrack unmerge {merged[0]}"
        )
    return BadRequest(f"lead {lead} stands on its own; nothing is to be unmerged")


def _listed(leads: Sequence[int]) -> str:
    """ "lead 17", "leads 17 and 23"."""
    if len(leads) == 1:
        return f"lead {leads[0]}"
    return f"leads {', '.join(map(str, leads[:-1]))} and {leads[-1]}"
