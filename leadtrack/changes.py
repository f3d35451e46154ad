"""A change and its reverse: what a row is when a change is taken back from which others have gone on since."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from leadtrack.dedupe import name_key

# Fields that say one thing together: where one of them was changed again, the old values of the others would make a
# name or an address that nobody ever had.
TOGETHER = (
    ("first_name", "last_name", "full_name"),
    ("street", "city", "county", "state", "postal_code", "country"),
    ("source_id", "campaign_id"),
)
AGAIN = "was changed again since"


class Reverse(NamedTuple):
    """`values` are what the row gets; `spared` says of each field that stays as it is why (as a part of a sentence)."""

    values: dict[str, Any]
    spared: dict[str, str]


def reverse(row: Mapping[str, Any], changes: Sequence[tuple[str, Any, Any]], *, lead: bool = False) -> Reverse:
    """Take `changes` (field, old, new; the newest first) back from `row` as it stands now.

    A field that says something else than the change left there was changed again since, and stays. Of a `lead`, what
    was added to its notes since stays behind the old ones, and its custom fields are taken back one by one.
    """
    values: dict[str, Any] = {}
    spared: dict[str, str] = {}
    for field, old, new in changes:
        now = values.get(field, row[field])
        if now == new:
            values[field] = old
        elif lead and field == "notes" and now and new and now.startswith(f"{new}\n"):
            values[field] = old + now.removeprefix(new) if old else now.removeprefix(f"{new}\n")
        elif lead and field == "custom":
            values[field], again = _custom(now, old, new)
            spared |= {f"custom field {name}": AGAIN for name in again}
        else:
            spared[field] = AGAIN
    if lead:
        for field in list(spared):
            for beside in _beside(field):
                if beside in values:
                    spared.setdefault(beside, f"belongs to {field}, which {AGAIN}")
    values = {field: value for field, value in values.items() if field not in spared}
    if lead and not spared.keys().isdisjoint(("full_name", "company")):
        spared.pop("name_key", None)
        values["name_key"] = name_key({**row, **values})
    return Reverse(values, spared)


def _beside(field: str) -> Iterable[str]:
    return (other for group in TOGETHER if field in group for other in group if other != field)


def _custom(now: str | None, old: str | None, new: str | None) -> tuple[str | None, list[str]]:
    """Custom fields (JSON texts) without a change, field by field; and those that were changed again since."""
    kept, before, after = (json.loads(text) if text else {} for text in (now, old, new))
    again = []
    for name in {**before, **after}:
        if before.get(name) == after.get(name):
            continue
        if kept.get(name) != after.get(name):
            again.append(name)
        elif name in before:
            kept[name] = before[name]
        else:
            del kept[name]
    return json.dumps(kept, ensure_ascii=False) if kept else None, again
