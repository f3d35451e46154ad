"""Leads, reps and stages by what people call them."""

from collections.abc import Mapping
from typing import Any

from leadtrack import stages, team
from leadtrack.actions import Office
from leadtrack.errors import Ambiguous, NotFound

_CANDIDATES = 8


def lead(office: Office, text: str) -> int:
    """The number of the lead that `text` names: its number, its e-mail address, or a unique part of its name.

    What names a lead that was merged leads to the one it was merged into, and the office is told so. Raises NotFound,
    or Ambiguous with the candidates.
    """
    text = text.strip()
    number = text.removeprefix("#")
    if number.isascii() and number.isdigit():
        if len(number) < 19 and office.store.leads.standing(int(number)):
            return int(number)
        if len(number) < 19 and (into := office.store.merges.into(int(number))):
            office.tell(f"lead {number} was merged into lead {into}")
            return into
        raise NotFound(f"there is no lead {number}{_fate(office, number)}")
    found = office.store.leads.answering(text, _CANDIDATES + 1) if text else []
    if not found:
        raise NotFound(f"there is no lead {text!r}; leadtrack leads --search WORD looks in every field")
    if len(found) > 1:
        listed = ", ".join(_candidate(row) for row in found[:_CANDIDATES])
        more = " and more" if len(found) > _CANDIDATES else ""
        raise Ambiguous(f"{text!r} may be {listed}{more}; name it by its number")
    if found[0]["merged"] is not None:
        office.tell(f"lead {found[0]['merged']} was merged into lead {found[0]['lead']}")
    return int(found[0]["lead"])


def _candidate(row: Mapping[str, Any]) -> str:
    told = [part for part in (row["company"], row["city"]) if part and part != row["name"]]
    return f"{row['lead']} {row['name']}" + (f" ({', '.join(told)})" if told else "")


def _fate(office: Office, number: str) -> str:
    made = office.store.leads.made_by(int(number)) if len(number) < 19 else None
    if made and made["removed_by"]:
        return f": batch {made['removed_by']} took it back (leadtrack undo {made['removed_by']} brings it again)"
    return "; leadtrack leads lists them"


def rep(office: Office, text: str) -> Mapping[str, Any]:
    """The rep that `text` names: name, e-mail address, or a unique part of the name."""
    names = [row["name"] for row in office.store.reps.all()]
    return team.one_rep(office.store.reps.named(text.strip()), text, names)


def stage(office: Office, text: str) -> Mapping[str, Any]:
    return stages.named(office.store.stages.all(), text)


def whose(office: Office, lead: int) -> int | None:
    """Who did it, or is to do it: the acting rep, else the lead's own."""
    if office.rep:
        return int(office.rep["id"])
    standing = office.store.leads.standing(lead) or {}
    return standing.get("rep_id")
