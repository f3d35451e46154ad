"""Who brought which leads, and what is owed for them."""

from leadtrack import pages, referrals
from leadtrack.actions.reports import Asked
from leadtrack.reports import Report


def page(asked: Asked) -> Report:
    store = asked.office.store
    counted = store.figures.count(
        asked.selection, None, ("leads", "junk", "won", "value_won"), "l.referred_by <> ''", "l.referred_by"
    )
    rows = [
        {
            "person": key[-1], "leads": row["leads"] - row["junk"], "junk": row["junk"], "won": row["won"],
            "value": row["value_won"],
        }
        for key, row in counted
    ]  # fmt: skip
    return pages.referrals(referrals.statement(rows, store.referrals.rules()), bool(store.referrals.rules()))
