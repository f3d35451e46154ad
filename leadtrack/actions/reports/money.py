"""What leads cost and brought, by source, campaign or anything else, and what was spent on leads that nobody called."""

from typing import Any

from leadtrack import campaigns, ledgers
from leadtrack.actions.reports import Asked
from leadtrack.reports import Report

_COUNTED = ("leads", "contactable", "contacted", "qualified", "won", "value_won", "never_tried")


def sources(asked: Asked) -> Report:
    rows = figures(asked)
    return ledgers.money("Sources", rows, asked.grouping.columns, whole(rows))


def by_campaign(asked: Asked) -> Report:
    rows = figures(asked)
    if asked.by == "campaign":
        known = {row["name"]: row for row in asked.office.store.reporting.campaigns()}
        names = asked.office.store.reporting.names("source")
        for row in rows:
            campaign = known.get(row["campaign"], {})
            row |= {
                "source": names.get(campaign.get("source_id") or 0), "targets": campaign.get("targets"),
                "answered": campaign.get("answered"), "from": campaign.get("starts_on"), "to": campaign.get("ends_on"),
            }  # fmt: skip
    return ledgers.money("Campaigns", rows, asked.grouping.columns, whole(rows))


def wasted(asked: Asked) -> Report:
    rows = figures(asked)
    if asked.by != "month":
        rows.sort(key=lambda row: -(row["wasted"] or 0))
    return ledgers.wasted(rows, asked.grouping.columns, whole(rows))


def whole(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """All groups together."""
    total: dict[str, Any] = {
        name: sum(row[name] or 0 for row in rows) for name in (*_COUNTED[:-2], "value", "never_tried")
    }
    for name in ("cost", "wasted"):
        total[name] = campaigns.total(row[name] for row in rows)
    return total | campaigns.figures(total)


def figures(asked: Asked) -> list[dict[str, Any]]:
    """Per group: leads, contactable, contacted, qualified, won, value, cost, wasted, and the rates that follow.

    Each lead of a campaign bears an equal part of its cost, so that the cost of a group is that of its leads, whatever
    one groups by. A campaign without any lead bears its cost itself.
    """
    store, grouping = asked.office.store, asked.grouping
    costs, lonely = _costs(asked)
    counted = store.figures.count(asked.selection, asked.by, _COUNTED, also="f.campaign_id")
    found: dict[str | None, dict[str, Any]] = {}
    for (*key, campaign), row in counted:
        mine = found.setdefault(grouping.name(tuple(key)), _nothing())
        for figure in _COUNTED:
            mine[figure] += row[figure] or 0
        cost = costs.get(campaign)
        if cost is not None:
            mine["cost"] = (mine["cost"] or 0.0) + cost * row["leads"]
            mine["wasted"] = (mine["wasted"] or 0.0) + cost * row["never_tried"]
    for campaign in lonely:
        name = campaign["name"] if asked.by == "campaign" else None
        if asked.by == "source" and campaign["source_id"]:
            name = grouping.name((campaign["source_id"],))
        mine = found.setdefault(name, _nothing())
        if campaign["cost"] is not None:
            mine["cost"] = (mine["cost"] or 0.0) + campaign["cost"]
            mine["wasted"] = mine["wasted"] or 0.0
    if asked.by is None:
        found.setdefault(None, _nothing())
    rows = []
    for name in grouping.order(found):
        row = found[name]
        row["value"] = row.pop("value_won")
        if name is None and asked.by is not None and not row["leads"] and row["cost"] is None:
            continue
        rows.append({**grouping.row(name), **row, **campaigns.figures(row)})
    return rows


def _nothing() -> dict[str, Any]:
    return {**dict.fromkeys(_COUNTED, 0), "value_won": 0.0, "cost": None, "wasted": None}


def _costs(asked: Asked) -> tuple[dict[int, float], list[dict[str, Any]]]:
    """What each lead of a campaign costs, by campaign; and the campaigns that have none and are asked for."""
    costs: dict[int, float] = {}
    lonely = []
    for row in asked.office.store.reporting.campaigns():
        each = campaigns.shared_out(row["cost"], row["leads"])
        if each is not None or (row["lead_cost"] is not None and row["leads"]):
            costs[row["id"]] = (each or 0.0) + (row["lead_cost"] or 0.0)
        if not row["leads"] and _asked_for(asked, row):
            lonely.append(row)
    return costs, lonely


def _asked_for(asked: Asked, campaign: dict[str, Any]) -> bool:
    """Whether a campaign that has no leads belongs to the report: by its own first day, source and name."""
    if asked.filters.keys() - {"source", "campaign"}:
        return False
    if asked.filters.get("source", campaign["source_id"]) != campaign["source_id"]:
        return False
    if asked.filters.get("campaign", campaign["id"]) != campaign["id"]:
        return False
    day = campaign["starts_on"]
    if not (asked.since or asked.until):
        return True
    return bool(day) and (not asked.since or day >= asked.since[1]) and (not asked.until or day < asked.until[1])
