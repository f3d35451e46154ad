"""Outcomes of a contact: those that are shipped, and the team's own."""

from typing import Any

from leadtrack import activity
from leadtrack.actions import Office
from leadtrack.errors import BadRequest, NotFound

_NAME = 60  # characters


def listed(office: Office) -> list[dict[str, Any]]:
    """outcome, reached (the lead itself was spoken to), like (for the team's own, the shipped one), own (flag)."""
    rows = [
        {"outcome": name, "reached": means.reached, "like": None, "own": False}
        for name, means in activity.OUTCOMES.items()
    ]
    return rows + [
        {
            "outcome": row["name"], "reached": activity.OUTCOMES[row["like"]].reached, "like": row["like"], "own": True,
        }
        for row in office.store.outcomes.all()
    ]  # fmt: skip


def add(office: Office, text: str, like: str) -> dict[str, Any]:
    """An outcome of the team's own, which counts and calls for what a shipped one does.

    Saying it twice changes nothing. What an outcome is like stays: contacts that carry it would become other contacts.
    """
    name = " ".join(text.split())
    if not name or len(name) > _NAME:
        raise BadRequest(f"an outcome needs a name of 1 to {_NAME} characters")
    like = activity.outcome(like)
    folded = name.casefold()
    if folded in activity.OUTCOMES:
        raise BadRequest(f"{name} is an outcome already; leadtrack outcomes list shows all")
    known = next((row for row in office.store.outcomes.all(removed=True) if row["name"].casefold() == folded), None)
    if known and known["like"] != like:
        raise BadRequest(f"{known['name']} is like {known['like']}, and contacts carry it; choose another name")
    with office.batch("outcomes add") as batch:
        if known is None:
            office.store.outcomes.add(batch, name, like)
        elif known["removed"]:
            office.store.outcomes.revive(batch, known["id"])
        batch.summary = name
    name = known["name"] if known else name
    return {"batch": batch.id if batch.touched else None, "outcome": name, "like": like}


def remove(office: Office, text: str) -> dict[str, Any]:
    """Take one of the team's own outcomes out of the list; contacts that have it keep it."""
    folded = " ".join(text.split()).casefold()
    if folded in activity.OUTCOMES:
        raise BadRequest(f"{text} comes with leadtrack and cannot be removed")
    for row in office.store.outcomes.all():
        if row["name"].casefold() == folded:
            with office.batch("outcomes remove") as batch:
                office.store.outcomes.remove(batch, row["id"])
                batch.summary = row["name"]
            return {"batch": batch.id, "outcome": row["name"]}
    raise NotFound(f"there is no outcome {text!r} of the team's own; leadtrack outcomes list shows all")
