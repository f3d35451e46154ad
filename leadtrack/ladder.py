"""The escalation ladder: what happens with a lead that its rep does not call.

A step is due when so many working minutes went by since the lead was assigned without an attempt. Of the steps of one
action the closest counts: one for the lead's source and temperature before one for the source, for the temperature, and
for all. Each step is done once for each time that a rep has the lead.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from leadtrack.errors import BadRequest
from leadtrack.rules import lasting

REMIND, TELL, TAKE = "remind", "tell", "take"
ACTIONS = (REMIND, TELL, TAKE)
SAYS = {
    REMIND: "remind the rep",
    TELL: "tell the region's manager",
    TAKE: "take the lead back and give it to the next rep",
}


class Rung(NamedTuple):
    """A step: its action, after how many working minutes, of which leads (None: of any), and who is told (None: the
    region's manager). It holds for leads assigned from `since` on."""

    id: int
    action: str
    minutes: int
    temperature: str | None
    source: int | None
    rep: int | None
    since: datetime


def action_named(text: str) -> str:
    """The action that a person means. Raises BadRequest."""
    word = text.strip().casefold()
    word = {"reminder": REMIND, "manager": TELL, "reclaim": TAKE, "retake": TAKE, "reassign": TAKE}.get(word, word)
    if word not in ACTIONS:
        raise BadRequest(f"there is no step {text!r}; choose one of {', '.join(ACTIONS)}")
    return word


def applying(rungs: Iterable[Rung], *, temperature: str | None, source: int | None, assigned: datetime) -> list[Rung]:
    """The steps that hold for a lead, the soonest first; two at once in the order remind, tell, take."""
    closest: dict[str, tuple[int, Rung]] = {}
    for rung in rungs:
        if rung.since > assigned:
            continue
        if (rung.temperature or temperature) != temperature or (rung.source or source) != source:
            continue
        near = 2 * (rung.source is not None) + (rung.temperature is not None)
        if rung.action not in closest or near > closest[rung.action][0]:
            closest[rung.action] = near, rung
    return sorted((rung for _, rung in closest.values()), key=lambda rung: (rung.minutes, ACTIONS.index(rung.action)))


def due(rungs: Sequence[Rung], *, worked: int, done: Collection[str]) -> list[Rung]:
    """Those of `applying` that are due after so many working seconds and were not done yet."""
    return [rung for rung in rungs if rung.minutes * 60 <= worked and rung.action not in done]


def says(rung: Rung, source: str | None, told: str | None) -> str:
    """The step in words."""
    of = " ".join(part for part in (rung.temperature, "leads", f"of {source}" if source else None) if part)
    what = f"tell {told}" if rung.action == TELL and told else SAYS[rung.action]
    return f"{of if of != 'leads' else 'any lead'}: no attempt in {lasting(rung.minutes)}: {what}"
