"""How good the data is: what is known of leads, who is there twice, which numbers and addresses do not work."""

from leadtrack import pages
from leadtrack.actions.reports import Asked
from leadtrack.reports import Report
from leadtrack.store.selection import QUALITY


def page(asked: Asked) -> Report:
    figures, grouping = asked.office.store.figures, asked.grouping
    found = grouping.added(figures.count(asked.selection, asked.by, ("leads", *QUALITY)))
    rows = []
    for name in grouping.order(found):
        row = found[name]
        for check, (words, good, _) in QUALITY.items():
            rows.append(
                {
                    **grouping.row(name), "check": check, "what": words, "good": good, "leads": row[check],
                    "of": row["leads"], "share": row[check] / row["leads"] if row["leads"] else None,
                }
            )  # fmt: skip
    return pages.quality(rows, grouping.columns)
