"""How reports about money are laid out: what leads cost and brought, and what is owed for them."""

from typing import Any

from leadtrack.pages import Head, Rows, chart
from leadtrack.reports import Chart, Column, Report

_MONEY = (
    Column("leads", "Leads", "count"),
    Column("contactable", "Contactable", "count"),
    Column("qualified", "Qualified", "count"),
    Column("won", "Won", "count"),
    Column("value", "Value won", "money"),
    Column("cost", "Cost", "money"),
    Column("roi", "ROI", "share"),
    Column("cost_per_lead", "per lead", "money"),
    Column("cost_per_qualified", "per qualified", "money"),
    Column("cost_per_won", "per won", "money"),
    Column("never_tried", "Never tried", "count"),
    Column("wasted", "Wasted", "money"),
    Column("contacted", "Contacted", "count"),
)


def money(title: str, rows: Rows, head: Head, whole: dict[str, Any]) -> Report:
    """What leads cost and brought; `whole` is all of it together."""
    columns = (*head, *_MONEY)
    if head and head[0].key == "campaign" and title == "Campaigns":
        columns += (
            Column("source", "Source"), Column("targets", "Targets", "count"), Column("answered", "Answered", "count"),
            Column("from", "From", "day"), Column("to", "To", "day"),
        )  # fmt: skip
    notes = [
        "Cost: each lead of a campaign bears an equal part of what was paid for it. ROI: (value won - cost) / cost.",
        "Wasted: the cost of the leads that nobody ever tried.",
    ]
    if rows:
        notes.append(_together(whole))
    if whole["wasted"]:
        notes.append(f"{_amount(whole['wasted'])} of {_amount(whole['cost'])} were spent on leads that nobody called.")
    if whole["cost"] is None and rows:
        notes.append("No campaign says what it cost: leadtrack campaign add NAME --cost AMOUNT")
    charts = (
        chart(head, ("leads", "qualified", "won"), "Leads, qualified and won"),
        chart(head, ("cost", "value"), "Cost and value won"),
    ) if head else ()  # fmt: skip
    total: dict[str, object] | None = {head[0].key: "All", **whole} if head and rows else None
    return Report(title, columns, rows, tuple(notes), total, charts=charts)


def wasted(rows: Rows, head: Head, whole: dict[str, Any]) -> Report:
    columns = (
        *head,
        Column("wasted", "Wasted", "money"),
        Column("cost", "of a cost of", "money"),
        Column("never_tried", "Never tried", "count"),
        Column("leads", "of so many leads", "count"),
        Column("cost_per_lead", "Cost per lead", "money"),
    )
    notes = (
        "Wasted: the cost of the leads that nobody ever tried, each bearing an equal part of its campaign's cost.",
    )
    total: dict[str, object] | None = {head[0].key: "All", **whole} if head and rows else None
    charts = (chart(head, ("wasted",), "Spent on leads that nobody called"),) if head else ()
    kept = [{column.key: row[column.key] for column in columns} for row in rows]
    return Report("Wasted", columns, kept, notes, total, charts=charts)


def referrals(rows: Rows, head: Head, ruled: bool, parts: tuple[Report, ...]) -> Report:
    """One row per group and person, as referrals.statement makes them; `ruled`: somebody said what is owed."""
    columns = (
        *head,
        Column("person", "Person"),
        Column("leads", "Leads", "count"),
        Column("won", "Won", "count"),
        Column("value", "Value won", "money"),
        Column("per_lead", "per lead", "money"),
        Column("per_won", "more when won", "money"),
        Column("owed", "Owed", "money"),
        Column("junk", "Junk, not counted", "count"),
    )
    counted = ("leads", "won", "value", "owed", "junk")
    total: dict[str, object] | None = (
        {(head[0].key if head else "person"): "All", **{key: sum(row[key] for row in rows) for key in counted}}
        if rows
        else None
    )
    notes = ["Owed: the sum for each lead that is not junk, and more for each that is won."]
    if not ruled:
        notes.append("There is no rule yet: leadtrack referral rule --per-lead 25 --per-won 100")
    charts = (Chart("bars", "person", ("owed",), "Owed"),) if ruled and not head else ()
    return Report("Referrals", columns, rows, tuple(notes), total, charts=charts, parts=parts)


def statement(person: str, rows: Rows) -> Report:
    """What one person is owed, lead by lead; `rows` as referrals.items makes them."""
    columns = (
        Column("lead", "Lead"),
        Column("name", "Name"),
        Column("created_at", "Created", "instant"),
        Column("stage", "Stage"),
        Column("value", "Value", "money"),
        Column("per_lead", "For the lead", "money"),
        Column("per_won", "More, as it is won", "money"),
        Column("owed", "Owed", "money"),
    )
    total: dict[str, object] | None = None
    if rows:
        total = {"lead": "All", **{key: sum(row[key] for row in rows) for key in ("per_lead", "per_won", "owed")}}
    notes = ("Junk earns nothing. Won: as it stands now; a lead that is opened again is not won any more.",)
    return Report(f"Statement of {person}", columns, rows, notes, total)


def _together(whole: dict[str, Any]) -> str:
    """All groups in a sentence, for those who read no total."""
    told = f"All together: {whole['leads']:,} leads, {whole['won']:,} won, worth {_amount(whole['value'])}"
    if whole["cost"] is not None:
        told += f", cost {_amount(whole['cost'])}"
    if whole["roi"] is not None:
        told += f", ROI {whole['roi']:.0%}"
    return f"{told}."


def _amount(amount: float) -> str:
    return f"{amount:,.0f}"
