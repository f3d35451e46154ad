"""A lead and its story."""

import json
from pathlib import Path
from typing import Any

from leadtrack import activity, stages
from leadtrack.actions import Office, finding, promises, scoring, timing
from leadtrack.instants import from_iso, iso
from leadtrack.periods import begins, day_of

Line = dict[str, Any]  # at (a kept instant or day), who, what


def show(office: Office, text: str) -> dict[str, Any]:
    """A whole lead with its history: activities, reminders, assignments, moves, origins, the stages that it was in, and
    all of it as a story (array of at, who, what). Oldest first everywhere."""
    lead = finding.lead(office, text)
    store = office.store
    whole = store.leads.get(lead) or {}
    origins = store.leads.origin(lead)
    activities, assignments, moves = store.activities.of(lead), store.assignments.of(lead), store.stages.moves(lead)
    way = stages.visits(*store.stages.way(lead))
    lines = [
        *_beginnings(office, lead, whole, origins),
        *_assigned(assignments),
        *({"at": row["at"], "who": row["rep"], "what": activity.told(row)} for row in activities),
        *_moved(moves, way, store.stages.all(removed=True)),
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
            for row in stages.counted(way, store.stages.all(removed=True))
        ],
        "origins": [
            {key: row[key] for key in ("at", "actor", "batch", "file", "row")}
            | {"cells": _cells(row["headers"], row["cells"])}
            for row in _local(office, origins)
        ],
        "story": _local(office, lines),
    }


def _beginnings(office: Office, lead: int, whole: dict[str, Any], origins: list[dict[str, Any]]) -> list[Line]:
    """How the lead came: when it turned to the team, and with which files it was taken in, or who added it."""
    made = office.store.leads.made_by(lead) or {}
    lines = [
        {"at": row["at"], "who": row["actor"], "what": f"came in with {Path(row['file']).name}, row {row['row']}"}
        for row in origins
    ]
    if not origins:
        what = "answered, and became a lead" if made["command"] == "target answered" else "was added by hand"
        lines.append({"at": made["at"], "who": made["actor"], "what": what})
    by = " and ".join(part for part in (whole["source"], whole["campaign"]) if part)
    if whole["created_at"] < lines[0]["at"][: len(whole["created_at"])]:
        lines.insert(0, {"at": whole["created_at"], "who": None, "what": "came to us" + (f" by {by}" if by else "")})
    elif by:
        lines[0]["what"] += f" (by {by})"
    return lines


def _assigned(rows: list[dict[str, Any]]) -> list[Line]:
    return [
        {
            "at": row["at"],
            "who": row["rep"] or row["actor"],
            "what": f"{'was given the lead' if row['rep'] else 'took it from its rep'}: {row['reason']}",
        }
        for row in rows
    ]


def _moved(rows: list[dict[str, Any]], way: list[stages.Visit], pipeline: list[dict[str, Any]]) -> list[Line]:
    """Moves with their reason; a stage that the lead enters once more says so."""
    names = {stage["id"]: stage["name"] for stage in pipeline}
    entered = {names[way[0].stage]: 1}
    lines = []
    for row in rows:
        entered[row["to"]] = times = entered.get(row["to"], 0) + 1
        what = f"moved from {row['from']} to {row['to']}"
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


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _local(office: Office, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same rows with `at` in the team's zone."""
    return [{**row, "at": office.local(row["at"])} for row in rows]


def _cells(headers: str, cells: str) -> dict[str, str]:
    """The non-empty cells of an imported row under their headers; columns of the same or no name are numbered."""
    found: dict[str, str] = {}
    for position, (header, cell) in enumerate(zip(json.loads(headers), json.loads(cells), strict=False), start=1):
        if cell:
            name = (header or "").strip() or f"Column {position}"
            found[name if name not in found else f"{name} (column {position})"] = cell
    return found


def _reminder(office: Office, row: dict[str, Any]) -> dict[str, Any]:
    done = row["done_at"] and office.local(row["done_at"])
    told = {"done_at": done, "dropped": bool(row["dropped"])}
    told["repeats"] = row["repeats"] and promises.rule(office, row["repeats"]).short
    return {"due": timing.due_text(office, row.pop("due_at"), row.pop("whole_day")), **row, **told}
