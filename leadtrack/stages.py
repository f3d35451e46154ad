"""The pipeline: its stages, a lead's way through them, what is to be done in each, and the funnel."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from leadtrack.errors import BadRequest, NotFound
from leadtrack.instants import from_iso, iso

KINDS = ("open", "nurture", "won", "lost", "junk")
# Kinds that a lead passes on its way; the others are where it rests or ends.
ON_THE_WAY = ("open", "won")
# Kinds in which a lead still asks for work.
ALIVE = ("open", "nurture")


class Visit(NamedTuple):
    """One stay of a lead in a stage: [since, until), until None while it lasts. Instants are kept text."""

    stage: int
    since: str
    until: str | None


def named(stages: Sequence[Mapping[str, Any]], text: str) -> Mapping[str, Any]:
    """The stage of that name, case and a unique beginning aside. Raises NotFound, listing what there is."""
    wanted = " ".join(text.split()).casefold()
    exact = [stage for stage in stages if stage["name"].casefold() == wanted]
    begun = [stage for stage in stages if wanted and stage["name"].casefold().startswith(wanted)]
    for found in (exact, begun):
        if len(found) == 1:
            return found[0]
    raise NotFound(f"there is no stage {text!r}; the stages are {', '.join(stage['name'] for stage in stages)}")


def of_kind(stages: Sequence[Mapping[str, Any]], kind: str) -> Mapping[str, Any]:
    """The first stage of a kind. Raises NotFound where the team has none."""
    for stage in stages:
        if stage["kind"] == kind:
            return stage
    raise NotFound(f"the pipeline has no stage of the kind {kind}; leadtrack stages add {kind} --kind {kind} makes one")


# -- a lead's way ------------------------------------------------------------------------------------------------------


def visits(entered: int, created: str, moves: Iterable[tuple[str, int]]) -> list[Visit]:
    """The stays of a lead that entered the stage `entered` when it was `created` and then moved: (at, stage), by time.

    A move to where the lead already is (as undoing another may leave it) begins no new stay. A lead may have moved
    before it was written down; then its first stay ends as it begins.
    """
    way = [(created, entered)]
    for at, stage in moves:
        if stage != way[-1][1]:
            way.append((at, stage))
    if len(way) > 1:
        way[0] = (min(created, way[1][0]), entered)
    return [
        Visit(stage, since, way[place + 1][0] if place + 1 < len(way) else None)
        for place, (since, stage) in enumerate(way)
    ]


def visit_at(way: Sequence[Visit], at: str) -> Visit:
    """The stay in which an instant falls; before the first one, that one."""
    return next((visit for visit in reversed(way) if visit.since <= at), way[0])


def counted(way: Sequence[Visit], stages: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Per stage that a lead was in, by when it first was: stage, times (entered), left (times), first_at, last_at."""
    names = {stage["id"]: stage["name"] for stage in stages}
    found: dict[int, dict[str, Any]] = {}
    for visit in way:
        row = found.setdefault(
            visit.stage,
            {"stage": names[visit.stage], "times": 0, "left": 0, "first_at": visit.since, "last_at": visit.since},
        )
        row["times"] += 1
        row["left"] += visit.until is not None
        row["last_at"] = visit.since
    return list(found.values())


def way_back(way: Sequence[Visit], stages: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Where a closed lead goes when it is opened again: the open stage that it was in last, else the first one."""
    open_stages = {stage["id"]: stage for stage in stages if stage["kind"] == "open"}
    for visit in reversed(way):
        if visit.stage in open_stages:
            return open_stages[visit.stage]
    return of_kind(stages, "open")


# -- what is to be done ------------------------------------------------------------------------------------------------


def first_open(
    actions: Sequence[Mapping[str, Any]], done: Mapping[int, str], since: str, kind: str | None = None
) -> dict[str, Any] | None:
    """The first of a stage's actions (in order) that is not done, of a kind where one is asked for.

    `done` has when each was done during the stay that began at `since`. Gives id, kind, text, wait_days, and from_at:
    the instant from which it is due, which is its wait after the last one done, else after the lead entered the stage.
    """
    for action in actions:
        if action["id"] not in done and kind in (None, action["kind"]):
            start = max(done.values(), default=since)
            due = from_iso(start) + timedelta(days=action["wait_days"])
            return {key: action[key] for key in ("id", "kind", "text", "wait_days")} | {"from_at": iso(due)}
    return None


# -- figures that people write -----------------------------------------------------------------------------------------


def probability(text: str) -> float:
    """A chance as people write it: "35%", "0.35", "35". Raises BadRequest."""
    plain = text.strip().removesuffix("%").strip()
    try:
        number = float(plain.replace(",", "."))
    except ValueError:
        number = -1.0
    share = number / 100 if text.strip().endswith("%") or number > 1 else number
    if not 0 <= share <= 1:  # also what is no number
        raise BadRequest(f"{text!r} is no probability; write 35% or 0.35")
    return round(share, 4)


def days(text: str) -> float | None:
    """A rest or a wait in days: "5d", "2 weeks", "4 hours", "3"; None for "none". Raises BadRequest."""
    plain = text.strip().casefold()
    if plain in ("none", "never", "no", ""):
        return None
    if plain.replace(".", "", 1).isdecimal() and plain.isascii():
        return float(plain)
    from leadtrack.periods import length

    found = length(plain)
    if found is None or found.working_days:
        raise BadRequest(f"{text!r} is no length of time; write 5d, 2 weeks, 4 hours, or none")
    return found.months * 30 + found.days + found.seconds / 86_400


# -- a whole pipeline --------------------------------------------------------------------------------------------------


def read_pipeline(text: str) -> dict[str, Any]:
    """A pipeline from its TOML: title, advice (or None), stages in order.

    Each stage has name, kind, probability, rest_days (or None) and actions, each of which has kind, text, wait_days.
    """
    import tomllib

    read = tomllib.loads(text)
    return {
        "title": read["title"],
        "advice": read.get("advice"),
        "stages": [
            {
                "name": stage["name"], "kind": stage["kind"], "probability": float(stage["probability"]),
                "rest_days": float(stage["rest_days"]) if "rest_days" in stage else None,
                "actions": [
                    {"kind": act["kind"], "text": act["text"], "wait_days": float(act.get("wait_days", 0))}
                    for act in stage.get("actions", ())
                ],
            }
            for stage in read["stages"]
        ],
    }  # fmt: skip


def successors(
    present: Sequence[Mapping[str, Any]], coming: Sequence[Mapping[str, Any]], wished: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Which stage of the `coming` pipeline each of the `present` one becomes: stage, becomes, why.

    A stage that was `wished` elsewhere goes there, one of the same name stays, others go to one of the same kind:
    closed ones and nurture to the first, open ones to the furthest whose probability is not above their own. Raises
    NotFound.
    """
    names = {stage["name"].casefold(): stage for stage in coming}
    hopes = {named(present, old)["name"].casefold(): named(coming, new) for old, new in wished.items()}
    rows = []
    for stage in present:
        key = stage["name"].casefold()
        same_kind = [new for new in coming if new["kind"] == stage["kind"]]
        if key in hopes:
            becomes, why = hopes[key], "as you said"
        elif key in names:
            becomes, why = names[key], "has the same name"
        elif stage["kind"] == "open" and same_kind:
            near = [new for new in same_kind if new["probability"] <= stage["probability"]]
            becomes = max(near, key=lambda new: new["probability"], default=same_kind[0])
            why = f"as likely to be won ({becomes['probability']:.0%}, was {stage['probability']:.0%})"
        else:
            becomes, why = of_kind(coming, stage["kind"]), f"is {stage['kind']}, too"
        rows.append({"stage": stage["name"], "becomes": becomes["name"], "why": why})
    return rows


def funnel(
    stages: Sequence[Mapping[str, Any]],
    furthest: Mapping[int, int],
    present: Mapping[int, int],
    worth: tuple[Mapping[int, float], Mapping[int, float]] = ({}, {}),
) -> list[dict[str, Any]]:
    """How far the leads of a period came.

    `furthest` counts leads by the furthest stage they reached, `present` by the one they are in, both by stage number;
    `worth` is the value of the same leads in the same two ways. A stage on the way counts every lead that reached it
    or a later one: share is of all leads, conversion of those that reached the stage before. The other stages
    (nurture, lost, junk) count who is there now. Of stages that were removed, those that still hold a lead have a row;
    who came as far as another one counts for those before it.
    """
    total = sum(furthest.values())
    shown = [stage for stage in stages if not stage["removed"] or present.get(stage["id"], 0)]
    way = [stage for stage in shown if stage["kind"] in ON_THE_WAY]
    rows = []
    before = None
    for place, stage in enumerate(way):
        # the first stage counts those that entered beside the way, too: they are leads of the period
        reached = _reaching(stages, furthest, stage) if place else total
        value = _reaching(stages, worth[0], stage) if place else sum(worth[0].values())
        rows.append(_row(stage, int(reached), total, before, value))
        before = int(reached)
    for stage in shown:
        if stage not in way:
            rows.append(_row(stage, present.get(stage["id"], 0), total, None, worth[1].get(stage["id"], 0.0)))
    return rows


def snapshot(
    stages: Sequence[Mapping[str, Any]], present: Mapping[int, int], worth: Mapping[int, float]
) -> list[dict[str, Any]]:
    """Where the leads of a period are now: every stage with the leads that are in it; no conversion."""
    total = sum(present.values())
    shown = [stage for stage in stages if not stage["removed"] or present.get(stage["id"], 0)]
    return [_row(stage, present.get(stage["id"], 0), total, None, worth.get(stage["id"], 0.0)) for stage in shown]


def leak(rows: Sequence[Mapping[str, Any]]) -> tuple[str, str, int] | None:
    """Between which two stages on the way most leads stay behind: (stage, the next, how many); None where none do."""
    way = [row for row in rows if row["kind"] in ON_THE_WAY]
    pairs = [(a["leads"] - b["leads"], a["stage"], b["stage"]) for a, b in pairwise(way)]
    most = max(pairs, default=None, key=lambda pair: pair[0])
    return (most[1], most[2], most[0]) if most and most[0] > 0 else None


# Where the team has no stage of that name, a lead counts as qualified from the first one that is won so often.
QUALIFIED = 0.25


def milestones(stages: Sequence[Mapping[str, Any]]) -> tuple[int, int]:
    """The positions from which a lead counts as contacted and as qualified.

    Contacted: the second stage on the way. Qualified: the stage of that name, else the first on the way that is won
    with a probability of QUALIFIED or more. Beyond the last position where there is no such stage. `stages` without
    those that were removed.
    """
    way = [stage for stage in stages if stage["kind"] in ON_THE_WAY]
    beyond = max((stage["position"] for stage in stages), default=0) + 1
    contacted = way[1]["position"] if len(way) > 1 else beyond
    named = [stage["position"] for stage in way if stage["name"].casefold() == "qualified"]
    likely = [stage["position"] for stage in way if stage["probability"] >= QUALIFIED]
    return contacted, (named or likely or [beyond])[0]


def _reaching(stages: Sequence[Mapping[str, Any]], furthest: Mapping[int, float], stage: Mapping[str, Any]) -> float:
    """What was counted of leads that came as far as a stage or further."""
    return sum(
        furthest.get(other["id"], 0)
        for other in stages
        if other["kind"] in ON_THE_WAY and other["position"] >= stage["position"]
    )


def _row(stage: Mapping[str, Any], leads: int, total: int, before: int | None, value: float) -> dict[str, Any]:
    return {
        "stage": stage["name"] + (" (removed)" if stage["removed"] else ""),
        "id": stage["id"],
        "kind": stage["kind"],
        "leads": leads,
        "share": leads / total if total else None,
        "conversion": leads / before if before else None,
        "value": value,
    }
