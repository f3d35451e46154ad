"""Whole pipelines: those that come with leadtrack for a trade, and taking one in place of the present."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import leadtrack
from leadtrack import stages
from leadtrack.actions import Office
from leadtrack.errors import NotFound
from leadtrack.store.batches import Batch

_FOLDER = Path(leadtrack.__file__).parent / "pipelines"


def shipped() -> list[dict[str, Any]]:
    """The pipelines that come with leadtrack: pipeline, about, stages (their names)."""
    return [
        {"pipeline": path.stem, "about": read["title"], "stages": ", ".join(row["name"] for row in read["stages"])}
        for path in sorted(_FOLDER.glob("*.toml"))
        for read in [stages.read_pipeline(path.read_text("utf-8"))]
    ]


def use(office: Office, text: str, wished: Mapping[str, str], dry_run: bool) -> dict[str, Any]:
    """Take a shipped pipeline in place of the present one; leads go from each stage to its successor.

    `wished` says of a present stage which one it is to become. Answers pipeline, about, advice, stages (how many),
    moved (leads), becomes (array of stage, becomes, leads, why). Using what stands already changes nothing.
    """
    name, coming = _shipped(text)
    present = office.store.stages.all()
    rows = stages.successors(present, coming["stages"], wished)
    for row, stage in zip(rows, present, strict=True):
        row["leads"] = office.store.stages.leads_in(stage["id"])
    told = {
        "pipeline": name, "about": coming["title"], "advice": coming["advice"], "stages": len(coming["stages"]),
        "moved": sum(row["leads"] for row in rows if row["stage"].casefold() != row["becomes"].casefold()),
        "becomes": [{key: row[key] for key in ("stage", "becomes", "leads", "why")} for row in rows],
    }  # fmt: skip
    if dry_run:
        return {"batch": None, **told}
    with office.batch("stages use") as batch:
        _replace(office, batch, name, present, coming["stages"], {row["stage"]: row["becomes"] for row in rows})
        batch.summary = name
    return {"batch": batch.id if batch.touched else None, **told}


def _replace(
    office: Office,
    batch: Batch,
    name: str,
    present: Sequence[Mapping[str, Any]],
    coming: Sequence[Mapping[str, Any]],
    becomes: Mapping[str, str],
) -> None:
    store = office.store.stages
    standing = {stage["name"].casefold(): stage for stage in present}
    numbers: dict[str, int] = {}
    places: dict[str, int] = {}
    for position, stage in enumerate(coming, start=1):
        values = {key: stage[key] for key in ("name", "kind", "probability", "rest_days")} | {"position": position}
        known = standing.get(stage["name"].casefold())
        if known:
            store.change(batch, known["id"], values)
        numbers[stage["name"]] = known["id"] if known else store.add(batch, values)
        places[stage["name"]] = position
        _do_instead(office, batch, numbers[stage["name"]], stage["actions"])
    for stage in present:
        successor = becomes[stage["name"]]
        if numbers[successor] == stage["id"]:
            continue
        store.move_all(batch, stage["id"], numbers[successor], f"the pipeline became {name}")
        if stage["id"] not in numbers.values():
            # who came as far as the old stage came as far as the new one
            store.change(batch, stage["id"], {"position": places[successor]})
            store.remove(batch, stage["id"])
    office.store.facts.moved_in(batch.id)


def _do_instead(office: Office, batch: Batch, stage: int, wanted: Sequence[Mapping[str, Any]]) -> None:
    """Let a stage have these actions and no other; one that it has already stays itself, and done where it is done."""
    present = {(act["kind"], act["text"]): act for act in office.store.stages.actions([stage])}
    for position, action in enumerate(wanted, start=1):
        known = present.pop((action["kind"], action["text"]), None)
        if known:
            values = {"position": position, "wait_days": action["wait_days"]}
            office.store.stages.change_action(batch, known["id"], values)
        else:
            office.store.stages.add_action(batch, stage, position, action)
    for left in present.values():
        office.store.stages.drop_action(batch, left["id"])


def _shipped(text: str) -> tuple[str, dict[str, Any]]:
    """The shipped pipeline of that name, case, blanks and a unique beginning aside."""
    wanted = "-".join(text.casefold().replace("_", " ").replace("-", " ").split()).replace("center", "centre")
    names = sorted(path.stem for path in _FOLDER.glob("*.toml"))
    found = [name for name in names if name == wanted] or [n for n in names if wanted and n.startswith(wanted)]
    if len(found) != 1:
        raise NotFound(f"there is no pipeline {text!r}; there are {', '.join(names)}")
    return found[0], stages.read_pipeline((_FOLDER / f"{found[0]}.toml").read_text("utf-8"))
