"""A lead and its story."""

import json
from pathlib import Path
from typing import Any

from leadtrack import activity, stages
from leadtrack.actions import Office, finding, promises, scoring, timing
from leadtrack.fields import FIELDS, LABELS, called
from leadtrack.instants import from_iso, iso
from leadtrack.periods import begins, day_of

Line = dict[str, Any]  # at (a kept instant or day), who, what


def show(office: Office, text: str) -> dict[str, Any]:
    """A whole lead with its history: activities, reminders, assignments, moves, origins, the stages that it was in, the
    leads that were merged into it, as they were, with the assignments and moves that were their own, and all of it as
    a story (array of at, who, what). Oldest first everywhere."""
    lead = finding.lead(office, text)
    store = office.store
    whole = store.leads.get(lead) or {}
    origins = store.leads.origin(lead)
    activities, assignments, moves = store.activities.of(lead), store.assignments.of(lead), store.stages.moves(lead)
    way = stages.visits(*store.stages.way(lead))
    pipeline = store.stages.all(removed=True)
    merged = [store.merges.record(number) for number in store.merges.of(lead)]
    lines = [
        *_beginnings(office, lead, whole, origins),
        *(line for record in merged for line in _before_the_merge(office, record, whole)),
        *_assigned(assignments),
        *({"at": row["at"], "who": row["rep"], "what": activity.told(row)} for row in activities),
        *_moved(moves, way, pipeline),
        *_promised(office, lead),
        *_called(office, lead),
    ]
    lines.sort(key=lambda line: from_iso(line["at"]))  # in the same second, as things follow on each other
    warmth, _ = scoring.judge(office, lead)
    return whole | {
        "created_at": office.local(whole["created_at"]),
        "temperature": warmth["temperature"],
        "temperature_by": warmth["told_by"],
        "activities": _local(office, activities),
        "reminders": [_reminder(office, row) for row in store.reminders.of(lead)],
        "assignments": _local(office, assignments),
        "moves": _local(office, moves),
        "stages": [
            row | {"first_at": office.local(row["first_at"]), "last_at": office.local(row["last_at"])}
            for row in stages.counted(way, pipeline)
        ],
        "origins": [
            {key: row[key] for key in ("at", "actor", "batch", "file", "row")} | _cells(row)
            for row in _local(office, origins)
        ],
        "merged": [_merged(office, record) for record in merged],
        "story": _local(office, lines),
    }


def _beginnings(office: Office, lead: int, whole: dict[str, Any], origins: list[dict[str, Any]]) -> list[Line]:
    """How the lead came: when it turned to the team, and with which files it was taken in, or who added it."""
    lines = [
        {"at": row["at"], "who": row["actor"], "what": f"came in with {_file(row['file'])}, row {row['row']}"}
        for row in origins
    ]
    made = _made(office, lead)
    lines = sorted([*made, *lines], key=lambda line: from_iso(line["at"])) if made else lines
    by = " and ".join(part for part in (whole["source"], whole["campaign"]) if part)
    if whole["created_at"] < lines[0]["at"][: len(whole["created_at"])]:
        lines.insert(0, {"at": whole["created_at"], "who": None, "what": "came to us" + (f" by {by}" if by else "")})
    elif by:
        lines[0]["what"] += f" (by {by})"
    return lines


def _made(office: Office, lead: int, it: str = "") -> list[Line]:
    """By whom and how a lead was made that came with no file; `it` names one that was merged."""
    made = office.store.leads.made_by(lead)
    if made is None or made["command"] == "import":
        return []
    answered = made["command"] == "target answered"
    what = f"{it}answered, and became a lead" if answered else f"{it}was added by hand"
    return [{"at": made["at"], "who": made["actor"], "what": what}]


def _before_the_merge(office: Office, record: dict[str, Any], lead: dict[str, Any]) -> list[Line]:
    """The own way of a lead that was merged into this one: how it was made, given and moved, and the merge, with what
    it said otherwise. What else happened to it stands among what happened to this one."""
    store, number = office.store, record["id"]
    way = stages.visits(*store.stages.way(number))
    lines = [
        *_made(office, number, f"lead {number} "),
        *_assigned(store.assignments.of(number), f"lead {number}"),
        *_moved(store.stages.moves(number), way, store.stages.all(removed=True), f"lead {number} "),
    ]
    if record["at"]:
        differing = [
            f"{LABELS[name]} {record[name]}"
            for name in FIELDS
            if record[name] not in (None, lead[name])
            and name not in ("first_name", "last_name", "full_name", "notes", "created_at")
        ]
        told = ", ".join([called(record), *differing])
        lines.append(
            {"at": record["at"], "who": record["actor"], "what": f"merged lead {number} ({told}) into this one"}
        )
    return lines


def _assigned(rows: list[dict[str, Any]], it: str = "") -> list[Line]:
    return [
        {
            "at": row["at"],
            "who": row["rep"] or row["actor"],
            "what": (f"was given {it or 'the lead'}" if row["rep"] else f"took {it or 'it'} from its rep")
            + f": {row['reason']}",
        }
        for row in rows
    ]


def _moved(
    rows: list[dict[str, Any]], way: list[stages.Visit], pipeline: list[dict[str, Any]], it: str = ""
) -> list[Line]:
    """Moves with their reason; a stage that the lead enters once more says so."""
    names = {stage["id"]: stage["name"] for stage in pipeline}
    entered = {names[way[0].stage]: 1}
    lines = []
    for row in rows:
        entered[row["to"]] = times = entered.get(row["to"], 0) + 1
        what = f"{it}moved from {row['from']} to {row['to']}"
        what += f", for the {_ordinal(times)} time" if times > 1 else ""
        what += f": {row['reason']}" if row["reason"] else ""
        lines.append({"at": row["at"], "who": row["actor"], "what": what})
    return lines


def _promised(office: Office, lead: int) -> list[Line]:
    """Promises when they were made, put off, handed over and kept; one that is still open and late says so."""
    lines = []
    first: dict[tuple[int, str], Any] = {}  # what a promise was before it was changed
    for row in office.store.stories.changed_promises(lead):
        first.setdefault((row["id"], row["field"]), row["old"])
        to = row["new"] if row["field"] == "rep_id" else _due(office, row["new"])
        what = f"handed over to {to}" if row["field"] == "rep_id" else f"put off to {to}"
        lines.append({"at": row["at"], "who": row["actor"], "what": f"{what}: {row['text']}"})
    for row in office.store.stories.promises(lead):
        due = _due(office, first.get((row["id"], "due_at"), row["due_at"]))
        late = row["done_at"] is None and row["due_at"] < iso(timing.today(office) if row["whole_day"] else office.now)
        made = f"promised for {due}{' (overdue)' if late else ''}: {row['text']} (reminder {row['id']})"
        whose = first.get((row["id"], "rep_id"), row["rep"])
        lines.append({"at": row["made_at"], "who": whose or row["actor"], "what": made})
        if row["done_at"] is not None:
            fate = "gave up" if row["dropped"] else "kept the promise"
            lines.append({"at": row["done_at"], "who": row["rep"], "what": f"{fate}: {row['text']}"})
    return lines


def _due(office: Office, at: str | None) -> str:
    """When it was due, for people; what was due when a day begins was due on that day."""
    instant = from_iso(at or "")
    day = day_of(instant, office.zone)
    return timing.due_text(office, iso(instant), begins(day, office.zone) == instant)[:16].replace("T", " ")


def _called(office: Office, lead: int) -> list[Line]:
    """What reps said of its temperature."""
    return [
        {
            "at": row["at"],
            "who": row["rep"] or row["actor"],
            "what": (f"called it {row['temperature']}" if row["temperature"] else "left its temperature to be computed")
            + (f": {row['reason']}" if row["reason"] else ""),
        }
        for row in office.store.scoring.tellings(lead)
    ]


def _merged(office: Office, record: dict[str, Any]) -> dict[str, Any]:
    """A lead that was merged: when, by whom, with which batch, the fields it had, and its own way until then."""
    store, lead = office.store, record["id"]
    fields = {name: record[name] for name in FIELDS if record[name] is not None}
    return {
        "lead": lead,
        "at": record["at"] and office.local(record["at"]),
        "actor": record["actor"],
        "batch": record["batch"],
        "fields": fields | {"created_at": office.local(fields["created_at"])},
        "custom": json.loads(record["custom"]) if record["custom"] else {},
        "assignments": _local(office, store.assignments.of(lead)),
        "moves": _local(office, store.stages.moves(lead)),
    }


def _file(name: str) -> str:
    return "standard input" if name == "-" else Path(name).name


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _local(office: Office, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same rows with `at` in the team's zone."""
    return [{**row, "at": office.local(row["at"])} for row in rows]


def _cells(row: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """`cells`: the non-empty cells of an imported row under their headers, and `fields`: what each of them filled.

    Columns of the same or no name are numbered; a field is None where the cell was kept as it is, or left out.
    """
    cells: dict[str, str] = {}
    fields: dict[str, str | None] = {}
    read = [field for field, *_ in json.loads(row["columns"])["columns"]]
    for position, (header, cell, field) in enumerate(
        zip(json.loads(row["headers"]), json.loads(row["cells"]), read, strict=False), start=1
    ):
        if cell:
            name = (header or "").strip() or f"Column {position}"
            name = name if name not in cells else f"{name} (column {position})"
            cells[name], fields[name] = cell, field
    return {"cells": cells, "fields": fields}


def _reminder(office: Office, row: dict[str, Any]) -> dict[str, Any]:
    done = row["done_at"] and office.local(row["done_at"])
    told = {"done_at": done, "dropped": bool(row["dropped"])}
    told["repeats"] = row["repeats"] and promises.rule(office, row["repeats"]).short
    return {"due": timing.due_text(office, row.pop("due_at"), row.pop("whole_day")), **row, **told}
