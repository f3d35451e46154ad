"""The pipeline is the team's own: its stages, their order, and what is to be done in each."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from leadtrack import stages
from leadtrack.actions import Office, finding
from leadtrack.errors import BadRequest, NotFound
from leadtrack.store.batches import Batch

_NAME, _TEXT = 100, 500  # characters


def listed(office: Office) -> list[dict[str, Any]]:
    """The stages in order: position, stage, kind, probability, rest_days, leads (now), entered (times), again (times
    that were not the first for the lead), actions (array of kind, text, wait_days)."""
    pipeline = office.store.stages.all()
    figures = office.store.stages.figures()
    actions = _actions(office, pipeline)
    return [
        {
            "position": place, "stage": stage["name"], "kind": stage["kind"], "probability": stage["probability"],
            "rest_days": stage["rest_days"], **figures[stage["id"]],
            "actions": [{key: act[key] for key in ("kind", "text", "wait_days")} for act in actions[stage["id"]]],
        }
        for place, stage in enumerate(pipeline, start=1)
    ]  # fmt: skip


def add(
    office: Office, name: str, *, kind: str, probability: str | None, rest: str | None, place: "Place | None"
) -> dict[str, Any]:
    """A new stage; without a place behind the last of its kind."""
    name = _named(office, name, None)
    kind = _kind(kind)
    chance = stages.probability(probability) if probability is not None else _likely(office, kind, place)
    pipeline = office.store.stages.all()
    with office.batch("stages add") as batch:
        number = office.store.stages.add(
            batch,
            {
                "name": name, "kind": kind, "probability": chance, "position": len(pipeline) + 1,
                "rest_days": _rest(rest) if rest else None,
            },
        )  # fmt: skip
        made = {"id": number, "name": name, "kind": kind, "position": len(pipeline) + 1}
        at = place(pipeline) if place else _behind(pipeline, kind)
        _arrange(office, batch, [*pipeline[:at], made, *pipeline[at:]])
        batch.summary = name
    return {"batch": batch.id, **_one(office, name)}


def edit(
    office: Office, text: str, *, name: str | None, kind: str | None, probability: str | None, rest: str | None
) -> dict[str, Any]:
    """Change what is said of a stage; `changed` has the names of what did."""
    stage = finding.stage(office, text)
    values: dict[str, Any] = {}
    if name is not None:
        values["name"] = _named(office, name, stage["id"])
    if kind is not None:
        values["kind"] = _kind(kind)
        if values["kind"] != stage["kind"]:
            _spare(office, stage, f"become {values['kind']}")
    if probability is not None:
        values["probability"] = stages.probability(probability)
    if rest is not None:
        values["rest_days"] = _rest(rest)
    pipeline = [row | values if row["id"] == stage["id"] else row for row in office.store.stages.all()]
    _begins_open(pipeline)
    with office.batch("stages edit") as batch:
        changed = office.store.stages.change(batch, stage["id"], values)
        batch.summary = f"{stage['name']}: {', '.join(changed)}"
    return {
        "batch": batch.id if batch.touched else None, **_one(office, values.get("name", stage["name"])),
        "changed": changed,
    }  # fmt: skip


def shift(office: Office, text: str, place: "Place") -> dict[str, Any]:
    """Give a stage another place in the order."""
    stage = finding.stage(office, text)
    others = [row for row in office.store.stages.all() if row["id"] != stage["id"]]
    at = place(others)
    with office.batch("stages move") as batch:
        _arrange(office, batch, [*others[:at], stage, *others[at:]])
        batch.summary = stage["name"]
    return {"batch": batch.id if batch.touched else None, **_one(office, stage["name"])}


def remove(office: Office, text: str, to: str | None, dry_run: bool = False) -> dict[str, Any]:
    """Take a stage out of the pipeline; leads that are in it go `to` another. Their story keeps it."""
    stage = finding.stage(office, text)
    _spare(office, stage, "be removed")
    target = finding.stage(office, to) if to else None
    if target and target["id"] == stage["id"]:
        raise BadRequest(f"leads cannot go from {stage['name']} to itself; name another stage with --to")
    leads = office.store.stages.leads_in(stage["id"])
    if leads and target is None:
        raise BadRequest(f"{stage['name']} holds {leads:,} lead{'s' * (leads != 1)}; say where they go: --to STAGE")
    rest = [row for row in office.store.stages.all() if row["id"] != stage["id"]]
    _begins_open(rest)
    told = {"stage": stage["name"], "to": target and target["name"], "leads": leads}
    if dry_run:
        return {"batch": None, **told}
    with office.batch("stages remove") as batch:
        if target:
            office.store.stages.move_all(batch, stage["id"], target["id"], f"the stage {stage['name']} was removed")
            office.store.facts.moved_in(batch.id)
        office.store.stages.remove(batch, stage["id"])
        batch.summary = stage["name"]
    return {"batch": batch.id, **told}


# -- what is to be done in a stage -------------------------------------------------------------------------------------


def actions(office: Office, text: str | None) -> list[dict[str, Any]]:
    """What is to be done, in one stage or in all: stage, nr (its place in the stage), kind, text, wait_days."""
    pipeline = [finding.stage(office, text)] if text else office.store.stages.all()
    found = _actions(office, pipeline)
    return [
        {"stage": stage["name"], "nr": nr, **{key: act[key] for key in ("kind", "text", "wait_days")}}
        for stage in pipeline
        for nr, act in enumerate(found[stage["id"]], start=1)
    ]


def add_action(office: Office, text: str, kind: str, words: str, *, wait: str | None, nr: int | None) -> dict[str, Any]:
    """One more thing to do in a stage: at place `nr`, else last."""
    stage = finding.stage(office, text)
    words = _words(words)
    values = {"kind": _way(kind), "text": words, "wait_days": (stages.days(wait) if wait else None) or 0.0}
    present = office.store.stages.actions([stage["id"]])
    place = len(present) if nr is None else min(max(nr, 1), len(present) + 1) - 1
    with office.batch("stages action add") as batch:
        made = office.store.stages.add_action(batch, stage["id"], place + 1, values)
        order = [act["id"] for act in present]
        order.insert(place, made)
        for position, action in enumerate(order, start=1):
            office.store.stages.change_action(batch, action, {"position": position})
        batch.summary = f"{stage['name']}: {words[:60]}"
    return {"batch": batch.id, "stage": stage["name"], "nr": place + 1, **values}


def remove_action(office: Office, text: str, nr: int) -> dict[str, Any]:
    """Take one thing out of what is to be done in a stage; who did it already keeps it in the story."""
    stage = finding.stage(office, text)
    present = office.store.stages.actions([stage["id"]])
    if not 1 <= nr <= len(present):
        raise NotFound(
            f"{stage['name']} has no action {nr}; leadtrack stages action list {quoted(stage['name'])} shows them"
        )
    action = present[nr - 1]
    with office.batch("stages action remove") as batch:
        office.store.stages.drop_action(batch, action["id"])
        batch.summary = f"{stage['name']}: {action['text'][:60]}"
    return {"batch": batch.id, "stage": stage["name"], "nr": nr, "text": action["text"]}


def chart(office: Office) -> dict[str, Any]:
    """What a drawing of the pipeline needs: stages (as `listed`, with id) and moves ((from, to) -> times)."""
    pipeline = office.store.stages.all()
    figures = office.store.stages.figures()
    return {
        "stages": [stage | figures[stage["id"]] for stage in pipeline],
        "moves": office.store.stages.transitions(),
    }


# -- places, names, kinds ----------------------------------------------------------------------------------------------

Place = Callable[[Sequence[Mapping[str, Any]]], int]


def place(after: str | None, before: str | None, position: int | None) -> Place | None:
    """Where in the order: behind a stage, before one, or by number; None where nothing was said."""
    if sum(given is not None for given in (after, before, position)) > 1:
        raise BadRequest("say one of --after, --before and --position")
    if after is not None:
        return lambda rows: rows.index(stages.named(rows, after)) + 1
    if before is not None:
        return lambda rows: rows.index(stages.named(rows, before))
    if position is not None:
        return lambda rows: min(max(position, 1), len(rows) + 1) - 1
    return None


def _arrange(office: Office, batch: Batch, order: Sequence[Mapping[str, Any]]) -> None:
    _begins_open(order)
    for position, stage in enumerate(order, start=1):
        office.store.stages.change(batch, stage["id"], {"position": position})


def _begins_open(order: Sequence[Mapping[str, Any]]) -> None:
    if order[0]["kind"] != "open":
        raise BadRequest(
            f"{order[0]['name']} cannot be first (its kind is {order[0]['kind']}): new leads come in there"
        )


def _behind(pipeline: Sequence[Mapping[str, Any]], kind: str) -> int:
    """Behind the last stage of a kind; where there is none, at the end."""
    return max((place for place, stage in enumerate(pipeline, start=1) if stage["kind"] == kind), default=len(pipeline))


def _likely(office: Office, kind: str, place: Place | None) -> float:
    """A probability where none was said: sure or hopeless for closed stages, else between those beside it."""
    if kind in ("won", "lost", "junk"):
        return 1.0 if kind == "won" else 0.0
    pipeline = office.store.stages.all()
    at = place(pipeline) if place else _behind(pipeline, kind)
    before = pipeline[at - 1]["probability"] if at else 0.0
    after = pipeline[at]["probability"] if at < len(pipeline) and pipeline[at]["kind"] in stages.ON_THE_WAY else before
    return float(round((before + max(before, after)) / 2, 2))


def _spare(office: Office, stage: Mapping[str, Any], fate: str) -> None:
    """Raises BadRequest for the last open stage and the last won one."""
    others = [row for row in office.store.stages.all() if row["kind"] == stage["kind"] and row["id"] != stage["id"]]
    if not others and stage["kind"] in stages.ON_THE_WAY:
        raise BadRequest(
            f"{stage['name']} is the only {stage['kind']} stage and cannot {fate}; add another first: "
            f"leadtrack stages add NAME --kind {stage['kind']}"
        )


def _named(office: Office, name: str, mine: int | None) -> str:
    name = " ".join(name.split())
    if not name:
        raise BadRequest("a stage needs a name")
    if len(name) > _NAME:
        raise BadRequest(f"the name of a stage may have {_NAME} characters; this one has {len(name)}")
    if any(row["name"].casefold() == name.casefold() and row["id"] != mine for row in office.store.stages.all()):
        raise BadRequest(f"there is a stage {name} already; leadtrack stages edit {quoted(name)} changes it")
    return name


def _kind(text: str) -> str:
    kind = text.strip().casefold()
    if kind not in stages.KINDS:
        raise BadRequest(f"{text!r} is no kind of stage; choose one of {', '.join(stages.KINDS)}")
    return kind


def _rest(text: str) -> float | None:
    rest = stages.days(text)
    if rest == 0:
        raise BadRequest("a lead cannot rest for no time at all; write none where it may rest as long as it likes")
    return rest


def _way(kind: str) -> str:
    from leadtrack import activity

    return "note" if kind.strip().casefold() == "note" else activity.kind(kind)


def _words(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise BadRequest("say what is to be done")
    if len(words) > _TEXT:
        raise BadRequest(f"what is to be done may have {_TEXT} characters; this has {len(words)}")
    return words


def _actions(office: Office, pipeline: Sequence[Mapping[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {stage["id"]: [] for stage in pipeline}
    for action in office.store.stages.actions(list(found)):
        found[action["stage_id"]].append(action)
    return found


def _one(office: Office, name: str) -> dict[str, Any]:
    """A stage as actions answer with it: stage, kind, position, probability, rest_days."""
    pipeline = office.store.stages.all()
    place, stage = next((at, row) for at, row in enumerate(pipeline, start=1) if row["name"] == name)
    return {
        "stage": stage["name"], "kind": stage["kind"], "position": place, "probability": stage["probability"],
        "rest_days": stage["rest_days"],
    }  # fmt: skip


def quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
