"""Two records of one lead, or more: what the one that is kept will say.

Of each field wins, in this order: what was chosen; what a person confirmed last (typed in with edit or add); what is
most complete; what the kept lead says. A name, an address, a source with its campaign are each taken from one lead as a
whole, so that nobody gets a street in a town where he never lived. What somebody refused stays refused. Nothing is
lost: the other values stay with the lead that was merged, and what is replaced on the kept one stands in its history.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from leadtrack.dedupe import ONE_WAY
from leadtrack.fields import FIELDS

NAME = ("first_name", "last_name", "full_name")
ADDRESS = ("street", "city", "county", "state", "postal_code", "country")
ORIGIN = ("source", "campaign")
_UNITS = (NAME, ADDRESS, ORIGIN)
_UNIT_OF = {field: unit for unit in _UNITS for field in unit}

# Texts of which the longer one says more, and one in capitals less; of an e-mail address or a number neither does.
_TELLING = frozenset((*NAME, *ADDRESS, "company", "title", "industry", "referred_by"))

Lead = Mapping[str, Any]


class Choice(NamedTuple):
    """What the kept lead will say in a field: whose value it is (a lead's number; None where it comes of several), why,
    and what the others say that do not agree: [(lead, value)]."""

    field: str
    value: Any
    lead: int | None
    why: str
    others: tuple[tuple[int, Any], ...]


def keep(history: Mapping[int, int]) -> int:
    """Which lead is kept if nobody says: the one with most history; of equals the lower number."""
    return min(history, key=lambda lead: (-history[lead], lead))


def merged(
    leads: Sequence[Lead],
    kept: int,
    *,
    confirmed: Mapping[tuple[int, str], str] | None = None,
    chosen: Mapping[str, int] | None = None,
) -> list[Choice]:
    """What the lead `kept` will say, field by field, of those that any of the leads fills.

    Leads are whole (lead, FIELDS, custom). `confirmed` says when a person last said the value that a lead has in a
    field (an empty one, too); `chosen` whose value is wanted in a field, of which one of a name or an address stands
    for all of it.
    """
    confirmed, chosen = confirmed or {}, chosen or {}
    ordered = sorted(leads, key=lambda lead: (lead["lead"] != kept, lead["lead"]))
    choices: list[Choice] = []
    done: set[str] = set()
    for field in FIELDS:
        if field in done:
            continue
        unit = _UNIT_OF.get(field, (field,))
        done.update(unit)
        if not any(_filled(lead[name]) for lead in ordered for name in unit):
            continue
        wanted = next((chosen[name] for name in unit if name in chosen), None)
        if field in _JOINING and wanted is None:
            choices.append(_choice(field, *_JOINING[field](ordered, field), ordered))
        else:
            choices += _of_unit(unit, ordered, confirmed, wanted)
    custom = _custom(ordered, chosen)
    if custom:
        choices.append(Choice("custom", custom, None, "united", ()))
    return choices


def changes(choices: Iterable[Choice], kept: Lead) -> dict[str, Any]:
    """The fields in which the kept lead changes, with their new values."""
    found = {choice.field: choice.value for choice in choices}
    return {field: value for field, value in found.items() if value != kept[field]}


def stage(kept: Lead, others: Sequence[Lead], *, entry: int, reached: Mapping[int, int]) -> int | None:
    """The lead of whose stage the kept one takes, None if it keeps its own.

    It does where it stands at its entry yet and another came further on the way: leads have lead and stage_id; `entry`
    is the stage at which the kept one came in, `reached` the place of each stage on the way (open or won).
    """
    if kept["stage_id"] != entry:
        return None
    further = [
        (reached[lead["stage_id"]], -lead["lead"])
        for lead in others
        if reached.get(lead["stage_id"], -1) > reached.get(entry, -1)
    ]
    return -max(further)[1] if further else None


def owner(kept: Lead, others: Sequence[Lead]) -> int | None:
    """The lead of whose rep the kept one takes if it has none: of those that have one, who was assigned last."""
    if kept["rep_id"] is not None:
        return None
    assigned = [(lead["assigned_at"] or "", -lead["lead"]) for lead in others if lead["rep_id"] is not None]
    return -max(assigned)[1] if assigned else None


# --- one field, or several that belong together


def _of_unit(
    unit: tuple[str, ...], leads: Sequence[Lead], confirmed: Mapping[tuple[int, str], str], wanted: int | None
) -> list[Choice]:
    if unit is ORIGIN:
        # by which channel the kept lead came is settled, whatever was typed in with another
        confirmed = {}
    said = {lead["lead"]: max((confirmed.get((lead["lead"], name), "") for name in unit), default="") for lead in leads}
    telling = unit[0] in _TELLING

    def rank(lead: Lead) -> tuple[bool, str, int, bool, int]:
        filled = [str(lead[name]) for name in unit if _filled(lead[name])]
        calm = not any(len(text) > 3 and text.isupper() for text in filled)
        if telling:
            complete = len(filled), calm, sum(map(len, filled))
        else:
            # a number with an extension is more precise
            complete = int(bool(filled)), True, int(unit == ("phone",) and ";ext=" in "".join(filled))
        return lead["lead"] == wanted, said[lead["lead"]], *complete

    best = max(leads, key=rank)  # the first of equals is the kept lead, or has the lower number
    if best["lead"] == wanted:
        why = "chosen"
    elif said[best["lead"]]:
        why = "confirmed by a person"
    elif sum(any(_filled(lead[name]) for name in unit) for lead in leads) == 1:
        why = "the only one"
    else:
        why = "the kept lead's" if best is leads[0] else "more complete"
    choices = []
    for name in unit:
        source, reason = best, why
        if not _filled(best[name]) and wanted is None and (best["lead"], name) not in confirmed:
            for lead in leads:
                if _filled(lead[name]) and _agree(best, lead, unit):
                    source, reason = lead, "fills a gap"
                    break
        choices.append(_choice(name, source[name], source["lead"], reason, leads))
    return [choice for choice in choices if _filled(choice.value) or choice.others]


def _agree(one: Lead, other: Lead, unit: tuple[str, ...]) -> bool:
    """Whether two leads contradict each other in none of these fields."""
    return all(
        str(one[name]).casefold() == str(other[name]).casefold()
        for name in unit
        if _filled(one[name]) and _filled(other[name])
    )


def _choice(field: str, value: Any, lead: int | None, why: str, leads: Sequence[Lead]) -> Choice:
    others = () if lead is None else tuple(
        (other["lead"], other[field]) for other in leads if _filled(other[field]) and other[field] != value
    )  # fmt: skip
    return Choice(field, value, lead, why, others)


def _filled(value: Any) -> bool:
    return value is not None and value != ""


# --- fields of which every lead's say counts


def _refusal(leads: Sequence[Lead], field: str) -> tuple[Any, int | None, str]:
    """A refusal stands, whoever recorded it."""
    for lead in leads:
        if lead[field] == ONE_WAY[field]:
            return lead[field], lead["lead"], "a refusal stands"
    first = next(lead for lead in leads if _filled(lead[field]))
    return first[field], first["lead"], "the kept lead's" if first is leads[0] else "the only one"


def _earliest(leads: Sequence[Lead], field: str) -> tuple[Any, int | None, str]:
    """The first day, and of that day the earliest time: a day alone is less than a time on it."""
    first = min(leads, key=lambda lead: (lead[field][:10], len(lead[field]) == 10, lead[field]))
    return first[field], first["lead"], "the earliest"


def _notes(leads: Sequence[Lead], field: str) -> tuple[Any, int | None, str]:
    told: list[str] = []
    for lead in leads:
        if _filled(lead[field]) and not any(lead[field] in text for text in told):
            told.append(lead[field])
    return "\n".join(told), None, "joined" if len(told) > 1 else "the only one"


_JOINING = {**dict.fromkeys(ONE_WAY, _refusal), "created_at": _earliest, "notes": _notes}


def _custom(leads: Sequence[Lead], chosen: Mapping[str, int]) -> dict[str, Any]:
    """All custom fields; a value that differs from the one that stands is kept under "name (lead 17)"."""
    names = dict.fromkeys(name for lead in leads for name in lead["custom"])
    united: dict[str, Any] = dict(leads[0]["custom"])
    beside: dict[str, Any] = {}
    for name in names:
        having = [lead for lead in leads if _filled(lead["custom"].get(name))]
        having.sort(key=lambda lead: lead["lead"] != chosen.get(name))
        # what an earlier merge kept beside it is not kept once more
        kept_before = [cell for other, cell in united.items() if other.startswith(f"{name} (lead ")]
        for place, lead in enumerate(having):
            value = lead["custom"][name]
            if not place:
                united[name] = value
            elif value != united[name] and value not in kept_before:
                beside[f"{name} (lead {lead['lead']})"] = value
    return united | {name: value for name, value in beside.items() if name not in united}
