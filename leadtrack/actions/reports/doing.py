"""What was done in a period: contacts by kind, whom they reached, and which actions of the stages were skipped."""

from typing import Any

from leadtrack import activity, pages
from leadtrack.actions.reports import Asked
from leadtrack.reports import Report


def page(asked: Asked) -> Report:
    store, grouping = asked.office.store, asked.grouping
    own = store.outcomes.likes()
    found: dict[str | None, dict[str, Any]] = {}
    for key, kind, direction, outcome, row in store.histories.activities(asked.selection, asked.by):
        mine = found.setdefault(
            grouping.name(key),
            dict.fromkeys(
                ("contacts", "attempts", "call", "email", "text", "meeting", "note", "incoming", "reached", "seconds"),
                0,
            ),
        )
        meant = activity.meaning(outcome, own)
        mine["contacts"] += row["contacts"] if kind != "note" else 0
        mine["note" if kind == "note" else "incoming" if direction == "in" else kind] += row["contacts"]
        mine["attempts"] += row["attempts"]
        mine["reached"] += row["attempts"] if meant and meant.reached else 0
        mine["seconds"] += row["seconds"]
    rows = []
    for name in grouping.order(found, "attempts"):
        row = found[name]
        rows.append(
            {**grouping.row(name), **row, "share": row["reached"] / row["attempts"] if row["attempts"] else None}
        )
    if not rows and asked.by is None:
        rows = []
    return pages.activity(rows, grouping.columns, skipped(asked))


def skipped(asked: Asked) -> list[dict[str, Any]]:
    """Per action of a stage: in how many stays that ended in the period it was done, and in how many it was not."""
    names = {stage["id"]: stage["name"] for stage in asked.pipeline}
    rows = []
    for row in asked.office.store.histories.actions(asked.selection):
        left = row["stays"] - row["done"]
        rows.append(
            {
                "stage": names[row["stage_id"]], "action": row["text"], "kind": row["kind"], "stays": row["stays"],
                "done": row["done"], "skipped": left, "share": left / row["stays"] if row["stays"] else None,
            }
        )  # fmt: skip
    return rows
