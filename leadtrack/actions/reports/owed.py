"""Who brought which leads, and what is owed for them."""

from typing import Any

from leadtrack import ledgers, referrals
from leadtrack.actions.reports import Asked
from leadtrack.reports import Report

_BROUGHT = "l.referred_by <> ''"


def page(asked: Asked) -> Report:
    """What is owed to each person (and group); of one who is asked for the statement, too."""
    store, grouping = asked.office.store, asked.grouping
    rules = store.referrals.rules()
    counted = store.figures.count(
        asked.selection, asked.by, ("leads", "junk", "won", "value_won"), _BROUGHT, "l.referred_by"
    )
    groups: dict[str | None, list[dict[str, Any]]] = {}
    for (*key, person), row in counted:
        if person is not None:
            groups.setdefault(grouping.name(tuple(key)), []).append(
                {
                    "person": person, "leads": row["leads"] - row["junk"], "junk": row["junk"], "won": row["won"],
                    "value": row["value_won"],
                }
            )  # fmt: skip
    sizes = {name: {"leads": sum(row["leads"] for row in mine)} for name, mine in groups.items()}
    rows = [
        {**grouping.row(name), **row}
        for name in grouping.order(sizes)
        for row in referrals.statement(groups[name], rules)
    ]
    parts = (statement(asked, rows[0]["person"]),) if rows and "person" in asked.filters else ()
    return ledgers.referrals(rows, grouping.columns, bool(rules), parts)


def statement(asked: Asked, person: str) -> Report:
    """What a person is owed, lead by lead: of the leads that he referred, as the filters narrow them."""
    office = asked.office
    kinds = {stage["name"]: stage["kind"] for stage in asked.pipeline}
    rule = referrals.of(office.store.referrals.rules(), person)
    rows = []
    for _, lead in office.store.figures.leads(asked.selection, _BROUGHT):
        told = {name: lead[name] for name in ("lead", "name", "stage", "value")}
        owed = referrals.item(rule, kinds[lead["stage"]])
        rows.append({**told, "created_at": office.local(lead["created_at"]), **owed})
    return ledgers.statement(person, rows)
