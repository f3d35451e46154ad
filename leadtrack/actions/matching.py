"""Judged against the store: which waiting rows are new, which are stored leads, and what those gain."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from leadtrack import dedupe
from leadtrack.actions import Office

_KEPT = 1_000  # differences that are kept to be listed; all are counted


class Difference(NamedTuple):
    """A field in which the sheet says something else than the lead that is stored; the stored value stays."""

    lead: int
    field: str
    stored: Any
    sheet: Any


@dataclass(slots=True)
class Plan:
    """What is to be written, and the counts that follow."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0
    changes: dict[int, dict[str, Any]] = field(default_factory=dict)  # stored lead -> fields
    completions: dict[int, dict[str, Any]] = field(default_factory=dict)  # waiting row -> fields
    differences: list[Difference] = field(default_factory=list)
    differing: int = 0


def plan(office: Office, *, policy: str, overwrite: str, shown: set[int]) -> Plan:
    """Decide what the waiting rows, matched with the store, add to it; `shown` are leads that the file held before.

    `policy` is update, skip or keep, `overwrite` never, empty or always (see dedupe.fill).
    """
    waiting = office.store.intake
    made = Plan()
    made.created, stored, repeats = waiting.counts()
    if not stored and not repeats:
        return made
    update = policy == "update"
    leads: dict[int, dict[str, Any]] = {}  # stored leads as they will be
    for lead, values in waiting.matched():
        if lead in leads or lead in shown:
            made.duplicates += 1
        else:
            made.unchanged += 1
        if lead not in leads:
            leads[lead] = office.store.leads.get(lead) or {}
        if update:
            _note_differences(made, lead, leads[lead], values)
            _add(made.changes, lead, leads[lead], values, overwrite)
    made.duplicates += repeats
    rows: dict[int, dict[str, Any]] = {}  # first rows that are repeated, as they will be
    for first, known, earlier, values in waiting.repeats() if update else ():
        if known is None:
            _add(made.completions, first, rows.setdefault(first, earlier), values, "empty")
        else:
            _add(made.changes, known, leads[known], values, overwrite)
    for lead, changes in made.changes.items():
        if not changes.keys().isdisjoint(("full_name", "company")):
            changes["name_key"] = dedupe.name_key(leads[lead])
    made.updated = len(made.changes.keys() - shown)
    made.unchanged -= made.updated
    return made


def _add(
    target: dict[int, dict[str, Any]], key: int, stored: dict[str, Any], values: Mapping[str, Any], overwrite: str
) -> None:
    changes = dedupe.fill(stored, values, overwrite=overwrite)
    if changes:
        target.setdefault(key, {}).update(changes)
        stored.update(changes)


def _note_differences(made: Plan, lead: int, stored: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if name in ("custom", "notes", "created_at") or stored.get(name) in (None, value):
            continue
        made.differing += 1
        if len(made.differences) < _KEPT:
            made.differences.append(Difference(lead, name, stored[name], value))
