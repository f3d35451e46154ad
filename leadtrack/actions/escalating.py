"""Leads that nobody calls go up the ladder: the rep is reminded, the manager told, the lead given to the next rep.

Whoever is to be told gets a reminder that is due at once: it stands in the rep's queue, and mail about what fell due
goes out as for any reminder.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, NamedTuple

from leadtrack import ladder, rules
from leadtrack.actions import Office, alerting, assigning, finding, manning
from leadtrack.assignment import Chain, Decision
from leadtrack.errors import BadRequest, NotFound
from leadtrack.instants import from_iso, iso
from leadtrack.ladder import Rung
from leadtrack.store.batches import Batch


@dataclass(slots=True)
class Result:
    """What a run did: how many of each action; `done` tells of each: lead, rep, action, what; `troubles` are steps
    for which nobody is there, in words; `closed` counts reminders that were over."""

    batch: int | None = None
    reminded: int = 0
    told: int = 0
    taken: int = 0
    closed: int = 0
    done: list[dict[str, Any]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)


class Planned(NamedTuple):
    """One step for one lead. `to` is whom it tells, or who gets the lead by `decision`."""

    lead: int
    rep: int
    assigned_at: str
    rung: Rung
    what: str
    to: int | None = None
    decision: Decision | None = None


def escalate(office: Office, *, dry_run: bool = False) -> Result:
    """Do every step that is due, once. Without one nothing is written."""
    planned, troubles = _planned(office)
    over = office.store.escalations.settled()
    if dry_run or not (planned or over):
        return _result(office, planned, troubles, len(over))
    with office.batch("escalate") as batch:
        # looked at again: another may have been quicker
        planned, troubles = _planned(office)
        over = office.store.escalations.settled()
        for reminder, answered in over:
            office.store.reminders.close(batch, reminder, batch.at, dropped=not answered)
        for step in planned:
            _do(office, batch, step)
        alerting.tell(office, batch)
        batch.summary = f"{len(planned)} steps"
    result = _result(office, planned, troubles, len(over))
    result.batch = batch.id if batch.touched else None
    return result


def listed(office: Office) -> list[dict[str, Any]]:
    """The ladder: step, action, minutes, temperature, source, rep, says."""
    rungs = {rung.id: rung for rung in office.store.escalations.ladder()}
    return [
        {**row, "says": ladder.says(rungs[row["step"]], row["source"], row["rep"])}
        for row in office.store.escalations.listed()
    ]


def add(
    office: Office, action: str, after: str, *, temperature: str | None, source: str | None, to: str | None
) -> dict[str, Any]:
    """Add a step, over the one that there is of the same action for the same leads."""
    action, minutes = ladder.action_named(action), rules.read_minutes(after)
    warm = _temperature(temperature)
    number = office.store.campaigns.source_named(source.strip()) if source else None
    if source and number is None:
        raise NotFound(f"there is no source {source!r}; leadtrack source list shows them")
    if to and action != ladder.TELL:
        raise BadRequest(f"--to says who is told; a step that does {action} needs none")
    rep = finding.rep(office, to)["id"] if to else None
    values = {"action": action, "minutes": minutes, "temperature": warm, "source_id": number, "rep_id": rep}
    same = next(
        (
            rung
            for rung in office.store.escalations.ladder()
            if (rung.action, rung.temperature, rung.source) == (action, warm, number)
        ),
        None,
    )
    batch_id, notes = None, _notes(office, action, rep)
    if same is None or (same.minutes, same.rep) != (minutes, rep):
        with office.batch("escalate add") as batch:
            if same:
                office.store.escalations.remove(batch, same.id)
            office.store.escalations.add(batch, values)
            batch.summary = f"{action} after {rules.lasting(minutes)}"
        batch_id = batch.id
    told = next(
        row for row in listed(office)
        if (row["action"], row["temperature"], row["source"]) == (action, warm, _source(office, number))
    )  # fmt: skip
    return {"batch": batch_id, **told, "notes": notes}


def remove(office: Office, step: int) -> dict[str, Any]:
    """Take a step out; undo brings it back."""
    row = next((row for row in listed(office) if row["step"] == step), None)
    if row is None:
        raise NotFound(f"there is no step {step}; leadtrack escalate list shows them")
    with office.batch("escalate remove") as batch:
        office.store.escalations.remove(batch, step)
        batch.summary = row["says"][:100]
    return {"batch": batch.id, **row}


def log(office: Office, text: str | None, limit: int | None) -> list[dict[str, Any]]:
    """What was done, newest first: at, lead, name, rep, action, what, batch."""
    return office.store.escalations.log(finding.lead(office, text) if text else None, limit)


def _planned(office: Office) -> tuple[list[Planned], list[str]]:
    """The steps that are due now, and what stands in the way of some, each said once."""
    rungs = office.store.escalations.ladder()
    if not rungs:
        return [], []
    soonest = office.now - timedelta(minutes=min(rung.minutes for rung in rungs))
    rows = office.store.escalations.unanswered(iso(min(rung.since for rung in rungs)), iso(soonest))
    team = {row["id"]: row for row in office.store.reps.team()}
    hours = {rep: manning.working(office, row) for rep, row in team.items()}
    due: list[tuple[dict[str, Any], list[Rung]]] = []
    for row in rows:
        assigned = from_iso(row["assigned_at"])
        holds = ladder.applying(rungs, temperature=row["temperature"], source=row["source_id"], assigned=assigned)
        works = hours.get(row["rep_id"])
        worked = works.seconds_between(assigned, office.now) if works else int((office.now - assigned).total_seconds())
        steps = ladder.due(holds, worked=worked, done=row["done"].split(","))
        if steps:
            due.append((row, steps))
    taking = [(row, rung) for row, steps in due for rung in steps if rung.action == ladder.TAKE]
    taken = {step.lead: step for step in _takes(office, taking, team)}
    planned: list[Planned] = []
    troubles: dict[str, None] = {}
    for row, steps in due:
        # a lead that nobody else can take now stays where it is, and the other steps go on
        acting = [rung for rung in steps if rung.action != ladder.TAKE or row["lead"] in taken]
        for rung in sorted(acting, key=lambda rung: rung.action != ladder.TAKE):
            if rung.action == ladder.TAKE:
                planned.append(taken[row["lead"]])
            elif rung.action == ladder.REMIND and len(acting) > 1:
                planned.append(_step(row, rung, "came too late: the next step was due"))
            else:
                planned.append(_tell(office, row, rung, team, troubles))
    return planned, list(troubles)


def _tell(office: Office, row: dict[str, Any], rung: Rung, team: dict[int, Any], troubles: dict[str, None]) -> Planned:
    name, after = team[row["rep_id"]]["name"], rules.lasting(rung.minutes)
    if rung.action == ladder.REMIND:
        return _step(row, rung, f"reminded {name}", row["rep_id"])
    manager = rung.rep if rung.rep is not None else (office.store.reps.manager(row["rep_id"]) or {}).get("id")
    if manager is None:
        troubles[
            f"nobody to tell that {name} made no attempt in {after}: leadtrack region add REGION --manager NAME"
        ] = None
        return _step(row, rung, "nobody to tell: the region has no manager")
    return _step(row, rung, f"told {team[manager]['name']}", manager)


def _takes(office: Office, taking: list[tuple[dict[str, Any], Rung]], team: dict[int, Any]) -> list[Planned]:
    """Who gets the leads that are to be taken; none for one that nobody else can take now."""
    if not taking:
        return []
    from leadtrack.store.cases import PICKED

    of = {row["lead"]: (row, rung) for row, rung in taking}
    office.store.cases.pick(of)
    # a lead that was given out once is held no more
    crew = assigning.Crew(office, steps=[rule for rule in office.store.rules.all() if rule.kind != rules.HOLD])
    chain: Chain = crew.chain(PICKED, {})
    found = []
    for case in crew.cases(PICKED, {}):
        row, rung = of[case.lead]
        case.lost = [*case.lost, row["rep_id"]]
        decision = chain.decide(case)
        if isinstance(decision, Decision):
            what = f"taken from {team[row['rep_id']]['name']}, given to {team[decision.rep]['name']}"
            found.append(_step(row, rung, what, decision.rep, decision))
    return found


def _step(
    row: dict[str, Any], rung: Rung, what: str, to: int | None = None, decision: Decision | None = None
) -> Planned:
    return Planned(row["lead"], row["rep_id"], row["assigned_at"], rung, what, to, decision)


def _do(office: Office, batch: Batch, step: Planned) -> None:
    store, after = office.store, rules.lasting(step.rung.minutes)
    name, reminder = manning.names(office)[step.rep], None
    if step.decision is not None:
        found = step.decision
        store.escalations.take(
            batch,
            {
                "lead_id": step.lead, "rep_id": found.rep, "rule": "escalation", "turn": found.turn,
                "turn_rep_id": found.whose, "taken_from": step.rep,
                "reason": f"{name} made no attempt in {after}; {found.reason}",
            },
            store.escalations.open_reminders(step.lead),
        )  # fmt: skip
    elif step.to is not None:
        who = "no attempt" if step.to == step.rep else f"{name} made no attempt"
        reminder = store.reminders.add(
            batch, step.lead, rep=step.to, due_at=batch.at, whole_day=False,
            text=f"{who} yet, {after} of work after it was assigned", priority="high",
        )  # fmt: skip
    store.escalations.done(
        batch,
        {
            "lead_id": step.lead, "rep_id": step.rep, "assigned_at": step.assigned_at, "action": step.rung.action,
            "what": step.what, "reminder_id": reminder,
        },
    )  # fmt: skip


def _result(office: Office, planned: list[Planned], troubles: list[str], closed: int) -> Result:
    acted = Counter(step.rung.action for step in planned if step.to is not None)
    names = manning.names(office)
    return Result(
        reminded=acted[ladder.REMIND],
        told=acted[ladder.TELL],
        taken=acted[ladder.TAKE],
        closed=closed,
        done=[
            {"lead": step.lead, "rep": names[step.rep], "action": step.rung.action, "what": step.what}
            for step in planned
        ],
        troubles=troubles,
    )


def _temperature(text: str | None) -> str | None:
    if text is None:
        return None
    from leadtrack.temperature import named

    warm = named(text)
    if warm is None:
        raise BadRequest(f"{text!r} is no temperature; choose hot, warm or cold, or leave --temperature out")
    return warm


def _source(office: Office, number: int | None) -> str | None:
    return office.store.campaigns.name_of_source(number) if number is not None else None


def _notes(office: Office, action: str, rep: int | None) -> list[str]:
    if action != ladder.TELL or rep is not None:
        return []
    without = [row["name"] for row in office.store.reps.regions() if row["reps"] and not row["manager"]]
    homeless = [row["name"] for row in office.store.reps.all() if not row["region"]]
    notes = []
    if without:
        notes.append(f"no manager is named for {', '.join(without)}: leadtrack region add NAME --manager REP")
    return notes + ([f"in no region, so without a manager: {', '.join(homeless)}"] if homeless else [])
