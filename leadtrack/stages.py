"""The pipeline: finding a stage by name, and the funnel."""

from collections.abc import Mapping, Sequence
from typing import Any

from leadtrack.errors import NotFound

# Kinds that a lead passes on its way; the others are where it rests or ends.
ON_THE_WAY = ("open", "won")


def named(stages: Sequence[Mapping[str, Any]], text: str) -> Mapping[str, Any]:
    """The stage of that name, case and a unique beginning aside. Raises NotFound, listing what there is."""
    wanted = text.strip().casefold()
    exact = [stage for stage in stages if stage["name"].casefold() == wanted]
    begun = [stage for stage in stages if wanted and stage["name"].casefold().startswith(wanted)]
    for found in (exact, begun):
        if len(found) == 1:
            return found[0]
    raise NotFound(f"there is no stage {text!r}; the stages are {', '.join(stage['name'] for stage in stages)}")


def funnel(
    stages: Sequence[Mapping[str, Any]], furthest: Mapping[int, int], present: Mapping[int, int]
) -> list[dict[str, Any]]:
    """How far the leads of a period came.

    `furthest` counts leads by the furthest stage they reached, `present` by the one they are in, both by stage number.
    A stage on the way counts every lead that reached it or a later one: share is of all leads, conversion of those
    that reached the stage before. The other stages (nurture, lost, junk) count who is there now.
    """
    total = sum(furthest.values())
    way = [stage for stage in stages if stage["kind"] in ON_THE_WAY]
    rows = []
    before = None
    for place, stage in enumerate(way):
        # the first stage counts those that entered beside the way, too: they are leads of the period
        reached = sum(furthest.get(later["id"], 0) for later in way[place:]) if place else total
        rows.append(_row(stage, reached, total, before))
        before = reached
    rows += [_row(stage, present.get(stage["id"], 0), total, None) for stage in stages if stage not in way]
    return rows


def _row(stage: Mapping[str, Any], leads: int, total: int, before: int | None) -> dict[str, Any]:
    return {
        "stage": stage["name"],
        "kind": stage["kind"],
        "leads": leads,
        "share": leads / total if total else None,
        "conversion": leads / before if before else None,
    }
