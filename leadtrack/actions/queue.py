"""`next`: whom to turn to now, and how."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from leadtrack import consent, queue, scoring
from leadtrack.actions import Office, finding, timing
from leadtrack.actions.calling import Clock
from leadtrack.instants import from_iso, iso
from leadtrack.periods import day_bounds, day_of
from leadtrack.queue import Place
from leadtrack.scoring import Score
from leadtrack.temperature import half_life, signs_of

# How many leads are read from each edge of a rep's list, and of each rep's of a whole team.
_DEEP, _TEAM = 25, 100
_URGENT = queue.GROUPS[:3]


def upcoming(office: Office, rep: str | None, number: int) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """The first of the queue of a rep, of who acts, or of the whole team; and who else was looked at: group -> leads.

    Each: lead, name, company, phone, email, rep, stage, group (queue.GROUPS), why, channel (call, text, email, or null
    where none is allowed), call_from (from when it may be called; null: now, or not at all), waits, action (what is to
    be done), reminder, score, temperature.
    """
    whose = [_rep(office, rep)] if rep or office.rep else [int(row["id"]) for row in office.store.reps.all()]
    if not whose:
        return [], {}
    if len(whose) > 1:
        # a whole team: where enough is promised, new or hot, nobody asks what lies
        urgent = [one for one in _placed(office, whose, number, lying=False) if one[0].group in _URGENT]
        rows, others = _reachable(office, urgent, number)
        if len(rows) == number and not any(row["waits"] or row["channel"] is None for row in rows):
            return rows, others
    return _reachable(office, _placed(office, whose, number, lying=True), number)


def _rep(office: Office, text: str | None) -> int:
    if text:
        return int(finding.rep(office, text)["id"])
    assert office.rep is not None
    return int(office.rep["id"])


# Where a lead stands, the lead itself, its score, and the reminder that is due.
Standing = tuple[Place, dict[str, Any], Score, dict[str, Any] | None]


def _placed(office: Office, reps: list[int], number: int, *, lying: bool) -> list[Standing]:
    """The candidates in their order."""
    store = office.store
    _, tomorrow = day_bounds(day_of(office.now, office.zone), office.zone)
    stages = [row["id"] for row in store.stages.all(removed=True) if row["kind"] == "open"]
    deep = max(number, _DEEP) if len(reps) == 1 else max(1, _TEAM // len(reps), number // len(reps))
    due: dict[int, dict[str, Any]] = {}
    found: set[int] = set()
    for rep in reps:
        for row in store.queue.due(rep, iso(tomorrow), deep):
            if row["whole_day"] or row["due_at"] <= iso(office.now):
                due.setdefault(row["lead"], row)
        found |= store.queue.candidates(rep, stages, deep, iso(office.now), lying=lying)
    rows = [queue.arrived(row, office.now) for row in store.queue.read(found | due.keys())]
    ideal, lives = store.scoring.ideal(), store.scoring.half_lives()
    actions = store.stages.open_actions([row["lead"] for row in rows])
    today = timing.today(office)
    standing: list[Standing] = []
    for row in rows:
        row["half_life"] = lives.get(row["source_id"], half_life(None))
        score = scoring.score(ideal, row, signs_of(row), office.now)
        row["next"] = actions.get(row["lead"])
        row["action_from"] = _from(row["next"], row["stage_since"], office.now)
        reminder = due.get(row["lead"])
        place = queue.promised(reminder, office.now, today) if reminder else queue.place(row, score, office.now)
        if place:
            standing.append((place, row, score, reminder))
    standing.sort(key=lambda one: one[0].key)
    return standing


def _from(action: Mapping[str, Any] | None, entered: str, now: datetime) -> str | None:
    """From when on the next action of a lead's stage, which it entered then, is due."""
    if action is None:
        return None
    since = from_iso(action["since"])
    if since > now:  # it says that it will come
        since = from_iso(entered)
    return iso(since + timedelta(days=action["wait_days"]))


def _reachable(office: Office, placed: list[Standing], number: int) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """The first that can be reached now; behind them who waits for its hour, and who cannot be reached."""
    clock = Clock(office)
    ready: list[dict[str, Any]] = []
    waiting: list[dict[str, Any]] = []
    nowhere: list[dict[str, Any]] = []
    for standing in placed:
        row = _entry(office, clock, standing)
        (nowhere if row["channel"] is None else waiting if row["waits"] else ready).append(row)
        if len(ready) == number:
            break
    waiting.sort(key=lambda row: row["call_from"] or "9")  # a stable sort: those of one hour keep their order
    rows = (ready + waiting + nowhere)[:number]
    shown = {row["lead"] for row in rows}
    others: dict[str, int] = {}
    for place, lead, _, _ in placed:
        if lead["lead"] not in shown:
            others[place.group] = others.get(place.group, 0) + 1
    return rows, others


def _entry(office: Office, clock: Clock, standing: Standing) -> dict[str, Any]:
    place, row, score, reminder = standing
    channels = consent.allowed(row)
    wanted = row["next"]["kind"] if row["next"] and not reminder else None
    call_from = clock.call_from(row) if "call" in channels else None
    proposal = consent.propose(wanted, channels, call_from, office.now)
    later = proposal.call_from
    return {
        "lead": row["lead"], "name": row["name"], "company": row["company"],
        "phone": row["phone"] or row["mobile"], "email": row["email"], "rep": row["rep"], "stage": row["stage"],
        "group": place.group,
        "why": place.why if proposal.channel else f"{place.why}; {consent.why_not(row)}",
        "channel": proposal.channel,
        "call_from": iso(later) if later and later > office.now else None,
        "waits": proposal.waits,
        "action": reminder["text"] if reminder else row["next"]["text"] if row["next"] else None,
        "reminder": reminder["reminder"] if reminder else None,
        "score": score.score, "temperature": score.temperature,
    }  # fmt: skip
