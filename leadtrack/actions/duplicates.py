"""Leads that may be one: finding them in the whole file, and what a person says of them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

from leadtrack.actions import Office, finding
from leadtrack.errors import BadRequest
from leadtrack.fields import FIELDS
from leadtrack.likeness import Block, Matcher
from leadtrack.uncollected import uncollected

# (label, how many there are to do or None) -> gives what is to be called with how many more are done
Progress = Callable[[str, int | None], AbstractContextManager[Callable[[int], None]]]


def pairs(office: Office, *, min_score: float, rep: str | None, progress: Progress) -> list[dict[str, Any]]:
    """Every pair of leads that are one, or may be: lead, other (lead < other), score, verdict, reasons; by number.

    `rep` asks for pairs of which at least one lead is that rep's. Pairs that a person said are two are left out.
    """
    whose = finding.rep(office, rep)["id"] if rep else None
    with uncollected():
        return _of_rep(office, _found(office, min_score, progress), whose)


def _found(office: Office, min_score: float, progress: Progress) -> list[dict[str, Any]]:
    store = office.store.duplicates
    matcher = Matcher()
    with progress("Reading leads", store.count()) as advance:
        for leads, columns in store.columns():
            matcher.add_columns(leads, columns)
            advance(len(leads))
    apart = store.distinct()
    with progress("Comparing", None) as advance:

        def fetch(leads: list[int]) -> Iterator[Block]:
            for block in store.columns(leads):
                yield block
                advance(len(block[0]))

        return [
            {
                "lead": pair.lead, "other": pair.other, "score": pair.score, "verdict": pair.verdict,
                "reasons": list(pair.reasons),
            }
            for pair in matcher.pairs(fetch)
            if pair.score >= min_score and (pair.lead, pair.other) not in apart
        ]  # fmt: skip


def waiting(office: Office, *, rep: str | None) -> list[dict[str, Any]]:
    """The pairs that imports put aside for a person to look at, the likeliest first; as in `pairs`."""
    whose = finding.rep(office, rep)["id"] if rep else None
    return _of_rep(office, office.store.duplicates.waiting(), whose)


def named(office: Office, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same pairs with who they are: name, company, email, other_name, other_company, other_email, why (text)."""
    people = office.store.duplicates.people(sorted({row[end] for row in found for end in ("lead", "other")}))
    return [
        {
            **row,
            **{key: people.get(row["lead"], {}).get(key) for key in ("name", "company", "email")},
            **{f"other_{key}": people.get(row["other"], {}).get(key) for key in ("name", "company", "email")},
            "why": "; ".join(row["reasons"]),
        }
        for row in found
    ]


def distinct(office: Office, one: str, other: str) -> dict[str, Any]:
    """Remember that two leads are two: no list and no review shows them as a pair any more."""
    first, second = sorted((finding.lead(office, one), finding.lead(office, other)))
    if first == second:
        raise BadRequest(f"both name lead {first}; name two leads")
    with office.batch("duplicates") as batch:
        new = office.store.duplicates.separate(batch, first, second)
        batch.summary = f"leads {first} and {second} are two"
    return {"batch": batch.id if new else None, "lead": first, "other": second}


def as_it_stands(office: Office, pair: dict[str, Any]) -> tuple[int, int] | None:
    """The two leads of a pair now, since others may have been merged before it; None if nothing is left to judge."""
    ends = set()
    for lead in (pair["lead"], pair["other"]):
        now = office.store.merges.into(lead) or lead
        if office.store.leads.standing(now):
            ends.add(now)
    if len(ends) < 2 or (found := (min(ends), max(ends))) in office.store.duplicates.distinct():
        return None
    return found


def beside(office: Office, lead: int, other: int) -> tuple[int, list[dict[str, Any]]]:
    """Which of two leads a merge would keep, and both field by field: field (a name of FIELDS, or of a custom field),
    one, other, and mark: whose value the merged lead would have where they differ ("<" or ">"), "+" where both."""
    from leadtrack.actions import merging

    store = office.store
    one, two = store.leads.get(lead) or {}, store.leads.get(other) or {}
    planned = merging.merge(office, [str(lead), str(other)], keep=None, fields={}, dry_run=True)
    stands = {choice["field"]: choice for choice in planned["fields"]}
    rows: list[dict[str, Any]] = []
    for field in FIELDS:
        if one[field] is None and two[field] is None:
            continue
        mark = ""
        if one[field] != two[field]:
            whose = stands[field]["lead"] if field in stands else planned["lead"]
            both = None not in (one[field], two[field]) and field == "notes"
            mark = "+" if both else "<" if whose == lead or (whose is None and two[field] is None) else ">"
        told = [office.local(row[field]) if field == "created_at" else row[field] for row in (one, two)]
        rows.append({"field": field, "one": told[0], "mark": mark, "other": told[1]})
    for name in {**one["custom"], **two["custom"]}:
        left, right = one["custom"].get(name), two["custom"].get(name)
        mark = "" if left == right else "+" if left and right else "<" if left else ">"
        rows.append({"field": name, "one": left, "mark": mark, "other": right})
    for key in ("rep", "stage"):
        rows.append({"field": key, "one": one[key], "mark": "", "other": two[key]})
    happened = [store.merges.history(number) for number in (lead, other)]
    rows.append({"field": "history", "one": happened[0], "mark": "", "other": happened[1]})
    return planned["lead"], rows


def _of_rep(office: Office, found: list[dict[str, Any]], whose: int | None) -> list[dict[str, Any]]:
    if whose is None:
        return found
    people = office.store.duplicates.people(sorted({row[end] for row in found for end in ("lead", "other")}))
    return [
        row for row in found if whose in (people.get(row[end], {}).get("rep_id") for end in ("lead", "other"))
    ]  # fmt: skip
