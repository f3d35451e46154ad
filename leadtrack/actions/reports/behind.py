"""The leads behind a number: what each report is about, and which of its leads each of its columns counts."""

from collections.abc import Callable
from typing import NamedTuple

from leadtrack import activity, fairness, referrals, response, scoring, stages
from leadtrack.actions.reports import Asked, answers
from leadtrack.errors import BadRequest
from leadtrack.instants import from_iso
from leadtrack.store.selection import COUNTS, PHASES, QUALITY, TIMED, Selection

Found = Callable[[Asked], set[int]]


class Behind(NamedTuple):
    """Leads of a report: what must hold of each, and leads that are found otherwise (those that a rep lost, the
    contacted ones) beside them."""

    condition: str | None
    beside: Found | None = None


def selected(asked: Asked, name: str, of: str | None) -> tuple[Selection, str]:
    """The leads that a report is about, or those that a column, stage, phase or band of it counts: (which leads, what
    must hold of them). Raises BadRequest, naming what can be asked for."""
    table = _tables(asked, name)
    wanted = _plain(of or "")
    whole = table[""]
    anything = {} if whole.beside or not whole.condition else _counts(*COUNTS, of=whole.condition)
    found = next((behind for key, behind in {**anything, **table}.items() if _plain(key) == wanted), None)
    if found is None:
        raise BadRequest(
            f"no column {of!r} of report {name} counts leads; choose one of {', '.join(filter(None, table))}"
        )
    if found.beside is None:
        return asked.selection, asked.selection.filled(found.condition or "0")
    leads = found.beside(asked)
    if found.condition:
        leads |= asked.office.store.figures.numbers(asked.selection, asked.selection.filled(found.condition))
    return asked.among(leads), "1"


def _tables(asked: Asked, name: str) -> dict[str, Behind]:
    """What can be asked for by name; "" is the whole report."""
    if name == "activity":
        return _ACTIVITY | _skipped(asked)
    if name == "funnel":
        return {"": Behind("1"), **_way(asked), "leads": Behind("1")}
    return _BY_REPORT.get(name) or {"": Behind("1"), **_counts(*COUNTS), **_way(asked)}


def _counts(*names: str, of: str = "") -> dict[str, Behind]:
    """Conditions of COUNTS by their own names, narrowed to the leads that the report is about."""
    return {name: Behind(_all(of, COUNTS[name])) for name in names}


def _all(*conditions: str) -> str:
    return " AND ".join(f"({condition})" for condition in conditions if condition)


def _way(asked: Asked) -> dict[str, Behind]:
    """By the name of a stage, the leads that the funnel counts in it."""
    present = {row["present"] for _, row in asked.office.store.figures.stages(asked.selection, None)}
    shown = [stage for stage in asked.pipeline if not stage["removed"] or stage["id"] in present]
    first = next((stage for stage in shown if stage["kind"] in stages.ON_THE_WAY), None)
    found = {}
    for stage in shown:
        here = f"f.stage_id = {stage['id']}"
        if stage["kind"] in stages.ON_THE_WAY and not asked.snapshot:
            further = [
                other["id"]
                for other in asked.pipeline
                if other["kind"] in stages.ON_THE_WAY and other["position"] >= stage["position"]
            ]
            here = "1" if stage is first else f"f.furthest_stage_id IN ({', '.join(map(str, further))})"
        found[stage["name"] + (" (removed)" if stage["removed"] else "")] = Behind(here)
    return found


# -- reps --------------------------------------------------------------------------------------------------------------

_HAS = "f.rep_id IS NOT NULL"
_WARMTH = {name: f"f.assigned_temperature = '{name}'" for name in fairness.TEMPERATURES}
_REPS = {
    **_counts("assigned", "untouched", "no_next_step", "stale", "contacted", "qualified", "won", of=_HAS),
    "attempts": Behind(_all(_HAS, COUNTS["tried"])),
    "per_lead": Behind(_all(_HAS, COUNTS["tried"])),
    "value": Behind(_all(_HAS, COUNTS["won"])),
    "hot_tried": Behind(_all(_HAS, _WARMTH["hot"], COUNTS["answered"])),
    "cold_tried": Behind(_all(_HAS, _WARMTH["cold"], COUNTS["answered"])),
    "hot": Behind(_all(_HAS, _WARMTH["hot"])),
    "cold": Behind(_all(_HAS, _WARMTH["cold"])),
}


def _held(table: dict[str, Behind]) -> dict[str, Behind]:
    """What a rep had and lost again counts with him: those leads stand beside the ones that he has."""

    def late(asked: Asked) -> set[int]:
        return asked.office.store.histories.late(asked.selection, asked.today)

    table["overdue"] = Behind(None, late)
    table["taken_back"] = Behind(None, lambda asked: _lost(asked, lambda answer: True))
    table["taken_untried"] = Behind(None, lambda asked: _lost(asked, lambda answer: answer is None))
    for name in ("median_response", "median_working"):
        table[name] = Behind(
            _all(_HAS, COUNTS["answered"]), lambda asked: _lost(asked, lambda answer: answer is not None)
        )
    for name, seconds in response.WITHIN.items():

        def in_time(answer: float | None, seconds: int = seconds) -> bool:
            return answer is not None and answer <= seconds

        table[name] = Behind(_all(_HAS, COUNTS[name]), lambda asked, in_time=in_time: _lost(asked, in_time))  # type: ignore[misc]
    return table


def _answered(asked: Asked) -> set[int]:
    return _lost(asked, lambda answer: answer is not None)


def _lost(asked: Asked, counts: Callable[[float | None], bool]) -> set[int]:
    """The leads that were had and lost again, of which the response, in seconds (None: none), counts."""
    found = set()
    for time in asked.office.store.histories.held_before(asked.selection, None):
        answer = (from_iso(time["tried_at"]) - from_iso(time["since"])).total_seconds() if time["tried_at"] else None
        if counts(answer):
            found.add(time["lead"])
    return found


_BANDS = {f"{low}-{high}": f"f.assigned_score BETWEEN {low} AND {high}" for low, high in fairness.BANDS}
_COMPARED = _all(_HAS, " OR ".join((*_WARMTH.values(), *_BANDS.values())))
_FAIRNESS = {
    "": Behind(_COMPARED),
    "leads": Behind(_COMPARED),
    "tried": Behind(_all(_COMPARED, COUNTS["answered"])),
    **{name: Behind(_all(_HAS, sql)) for name, sql in (_WARMTH | _BANDS).items()},
    **{f"{name} tried": Behind(_all(_HAS, sql, COUNTS["answered"])) for name, sql in (_WARMTH | _BANDS).items()},
}

# -- response ----------------------------------------------------------------------------------------------------------

_HELD = "assigned to first attempt"


def _phases() -> dict[str, Behind]:
    found = {}
    for name, phase in PHASES.items():
        held = name == _HELD
        still = f"({phase.still})" if phase.still else "0"
        found[name] = Behind(
            f"(({phase.over}) OR {still})", (lambda asked: _lost(asked, lambda answer: True)) if held else None
        )
        found[f"{name}, waiting"] = Behind(
            still, (lambda asked: _lost(asked, lambda answer: answer is None)) if held else None
        )
    return found


_RESPONSE = {
    "": Behind("1"),
    **_phases(),
    "waiting": Behind(_all(TIMED, COUNTS["never_tried"])),
    **{
        name: Behind(_all(TIMED, f"{answers.span()} = '{name}'"))
        for name in (*(s for _, s in answers.SPANS), answers.NEVER)
    },
}

# -- the others --------------------------------------------------------------------------------------------------------

_MONEY = {
    "": Behind("1"),
    **_counts("leads", "contactable", "contacted", "qualified", "won", "never_tried"),
    "value": Behind(COUNTS["won"]),
    "cost": Behind(COUNTS["paid"]),
    "wasted": Behind(_all(COUNTS["paid"], COUNTS["never_tried"])),
}

_OPEN = COUNTS["open"]
_STALE = {
    "": Behind(_OPEN),
    **_counts("open", "stale", "untouched", "no_next_step", "promise_broken", of=_OPEN),
    "longest": Behind(_all(_OPEN, COUNTS["stale"])),
    "value": Behind(_all(_OPEN, "f.value IS NOT NULL")),
}

_BROUGHT = "l.referred_by <> ''"
_REFERRALS = {
    "": Behind(_BROUGHT),
    "leads": Behind(_all(_BROUGHT, "NOT " + COUNTS["junk"])),
    "owed": Behind(_all(_BROUGHT, "NOT " + COUNTS["junk"])),
    "junk": Behind(_all(_BROUGHT, COUNTS["junk"])),
    "won": Behind(_all(_BROUGHT, COUNTS["won"])),
    "value": Behind(_all(_BROUGHT, COUNTS["won"])),
}


def _closed(counts: Callable[[int, bool], bool]) -> Found:
    def found(asked: Asked) -> set[int]:
        closed = asked.office.store.figures.closed(asked.selection)
        return {lead for lead, score, won in closed if counts(score, won)}

    return found


_SCORE = {
    **dict.fromkeys(("", "leads"), Behind(None, _closed(lambda score, won: True))),
    "won": Behind(None, _closed(lambda score, won: won)),
    **{
        f"{low}-{high}": Behind(None, _closed(lambda score, won, low=low, high=high: low <= score <= high))  # type: ignore[misc]
        for low, high in scoring.BANDS
    },
}


def _came_back(counts: Callable[[str], bool]) -> Behind:
    return Behind(
        None,
        lambda asked: {
            row["lead"] for row in asked.office.store.histories.reopened(asked.selection) if counts(row["kind"])
        },
    )


_REOPENED = {
    **dict.fromkeys(("", "leads", "reopened"), _came_back(lambda kind: True)),
    **{kind: _came_back(lambda now, kind=kind: now == kind) for kind in stages.KINDS},  # type: ignore[misc]
}


def _done_to(condition: str) -> Behind:
    return Behind(None, lambda asked: asked.office.store.histories.contacted(asked.selection, condition))


def _reached(asked: Asked) -> set[int]:
    store = asked.office.store
    own = store.outcomes.likes()
    names = [name for name in (*activity.OUTCOMES, *own) if (meant := activity.meaning(name, own)) and meant.reached]
    said = ", ".join("'" + name.replace("'", "''") + "'" for name in names)
    return store.histories.contacted(asked.selection, f"{_MADE} AND v.outcome IN ({said})")


_MADE = "v.kind <> 'note' AND v.direction = 'out' AND v.automatic = 0"
_ACTIVITY = {
    "": _done_to("1"),
    "contacts": _done_to("v.kind <> 'note'"),
    "attempts": _done_to(_MADE),
    **{kind: _done_to(f"v.kind = '{kind}' AND v.direction <> 'in'") for kind in activity.ATTEMPTS},
    "reached": Behind(None, _reached),
    "share": Behind(None, _reached),
    "incoming": _done_to("v.kind <> 'note' AND v.direction = 'in'"),
    "note": _done_to("v.kind = 'note'"),
    "seconds": _done_to("v.seconds > 0"),
}


_BY_REPORT = {
    "reps": _held({"": Behind(_HAS), **_REPS}),
    "fairness": _FAIRNESS,
    "response": _RESPONSE,
    "stale": _STALE,
    "quality": {"": Behind("1"), "leads": Behind("1"), "of": Behind("1"), **_counts(*QUALITY)},
    "referrals": _REFERRALS,
    "reopened": _REOPENED,
    "score": _SCORE,
    **dict.fromkeys(("sources", "campaigns", "wasted"), _MONEY),
}


def _skipped(asked: Asked) -> dict[str, Behind]:
    """By the words of an action of a stage: the leads that left the stage; those for which it was skipped, or done."""
    store = asked.office.store
    texts = dict.fromkeys(row["text"] for row in store.histories.actions(asked.selection))
    found = {}
    for text in (None, *texts):
        for word, done in (("skipped", False), ("done", True), ("stays", None)):
            name = word if text is None else f"{text}, {word}" if done is not None else text
            found[name] = Behind(
                None,
                lambda asked, text=text, done=done: store.histories.left_undone(asked.selection, text, done),  # type: ignore[misc]
            )
    return found


def _plain(text: str) -> str:
    return referrals.key(text).replace("-", "_")
