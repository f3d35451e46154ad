"""What leads cost and what they brought: cost per lead, return on investment, money spent for nothing."""

from collections.abc import Iterable, Mapping
from typing import Any


def shared_out(cost: float | None, leads: int) -> float | None:
    """What each lead of a campaign cost; None where the cost is not known, or there is no lead to bear it."""
    return None if cost is None or not leads else cost / leads


def per(cost: float | None, number: float) -> float | None:
    """The cost for each of so many; None where there is none, or the cost is not known."""
    return None if cost is None or not number else cost / number


def roi(value: float, cost: float | None) -> float | None:
    """Return on investment: (value won - cost) / cost; 1.5 is one and a half times the cost, earned on top of it.

    None where the cost is nothing or not known: whatever is won for nothing has no rate.
    """
    return None if not cost else (value - cost) / cost


def wasted(costs: Mapping[int, float], untouched: Mapping[int, int]) -> float:
    """The cost of leads that nobody touched: `costs` of one lead by campaign, `untouched` leads by campaign."""
    return sum(costs.get(campaign, 0.0) * leads for campaign, leads in untouched.items())


def figures(row: Mapping[str, Any]) -> dict[str, Any]:
    """The rates of a row that has leads, qualified, won, value (won) and cost."""
    cost = row["cost"]
    return {
        "cost_per_lead": per(cost, row["leads"]),
        "cost_per_qualified": per(cost, row["qualified"]),
        "cost_per_won": per(cost, row["won"]),
        "roi": roi(row["value"] or 0.0, cost),
    }


def total(costs: Iterable[float | None]) -> float | None:
    """The sum of what is known; None where nothing is."""
    known = [cost for cost in costs if cost is not None]
    return sum(known) if known else None
