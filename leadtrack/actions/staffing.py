"""When reps can take leads: weight, capacity and hours, being away, leaving and coming back."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from leadtrack import availability, workweek
from leadtrack.actions import Office, alerting, finding, manning
from leadtrack.availability import Absence
from leadtrack.errors import BadRequest
from leadtrack.instants import from_iso, iso
from leadtrack.periods import add_days, begins, day_of
from leadtrack.store.batches import Batch

AUTO = ("none", "always", "any", "no", "off")
_HEAVIEST = 100


def listed(office: Office) -> list[dict[str, Any]]:
    """The team: rep, email, region, leads (now), weight, per_day, open_most, hours (in words), cover, left (instant),
    now (why the rep can take no lead at this moment, None for a rep who can)."""
    crew = manning.team(office)
    rows = {row["id"]: row for row in office.store.reps.team()}
    told = []
    for row in office.store.reps.holding():
        own = rows[row["id"]]
        absence = crew.away.get(row["id"])
        told.append(
            {
                **row, "rep": row["name"], "weight": own["weight"], "per_day": own["per_day"],
                "open_most": own["open_most"], "hours": _hours(own), "left": own["left_at"],
                "cover": crew.name(absence.cover) if absence and absence.cover else None,
                "now": crew.why_not(row["id"]),
            }
        )  # fmt: skip
    return told


def set_(office: Office, text: str, given: Mapping[str, str | None]) -> dict[str, Any]:
    """Settle weight, per_day, open_most, days, hours, holidays, zone of a rep; None leaves one as it is, "none" takes
    it away. Answers batch, rep and what stands now."""
    rep = finding.rep(office, text)
    values = {name: _READ[name](words) for name, words in given.items() if words is not None}
    if not values:
        raise BadRequest(
            "say what to settle: --weight 2, --per-day 10, --open 50, --hours 9:00-17:00, --days mon-fri, --holidays US"
        )
    with office.batch("rep set") as batch:
        batch.update("reps", rep["id"], values)
        batch.summary = rep["name"]
    row = next(row for row in office.store.reps.team() if row["id"] == rep["id"])
    return {
        "batch": batch.id if batch.touched else None, "rep": rep["name"],
        **{name: row[name] for name in ("weight", "per_day", "open_most", "days", "hours", "holidays", "zone")},
    }  # fmt: skip


def away(
    office: Office, text: str, *, since: str | None, until: str | None, cover: str | None, why: str | None
) -> dict[str, Any]:
    """Say that a rep is away, from now or a day on, up to the end of a day or until `back`; who stands in.

    Answers batch, rep, from, until (local, None for until further notice), cover, notes. Raises BadRequest where the
    covers of all who are away would go round in a circle.
    """
    rep = _staying(office, text)
    stand_in = _staying(office, cover) if cover else None
    if stand_in and stand_in["id"] == rep["id"]:
        raise BadRequest(f"{rep['name']} cannot cover for {rep['name']}; name somebody else")
    start, end = _from(office, since), _until(office, until)
    if end is not None and end <= start:
        raise BadRequest(f"{until!r} is before the absence begins; exchange the two days")
    if end is not None and end <= office.now:
        raise BadRequest(f"{until!r} has passed; give a day to come")
    absence = Absence(rep["id"], start, end, stand_in["id"] if stand_in else None)
    others = [known for known in manning.absences(office) if known.rep != rep["id"]]
    availability.refuse_circle(availability.days_of(others, office.now), absence, manning.names(office))
    known = _same(office, absence)
    batch_id = None
    if known is None:
        with office.batch("rep away") as batch:
            _replace(office, batch, absence)
            batch.insert("absences", {**availability.as_columns(absence), "reason": (why or "").strip() or None})
            batch.summary = rep["name"]
        batch_id = batch.id
    return {
        "batch": batch_id, "rep": rep["name"], "from": office.local(iso(start)),
        "until": availability.last_day(end, office.zone) if end else None,
        "cover": stand_in["name"] if stand_in else None, "notes": _cover_notes(office, absence),
    }  # fmt: skip


def back(office: Office, text: str) -> dict[str, Any]:
    """A rep is back: absences of now end, those to come are taken out; who had left is on the team again."""
    rep = finding.rep(office, text)
    ended = 0
    with office.batch("rep back") as batch:
        if rep["left_at"]:
            batch.update("reps", rep["id"], {"left_at": None})
        for row in office.store.reps.absences(rep["id"]):
            if row["until_at"] is not None and from_iso(row["until_at"]) <= office.now:
                continue
            started = from_iso(row["from_at"]) < office.now
            batch.update(
                "absences", row["absence"], {"until_at": iso(office.now)} if started else {"removed_by": batch.id}
            )
            ended += 1
        batch.summary = rep["name"]
    return {"batch": batch.id if batch.touched else None, "rep": rep["name"], "ended": ended}


def leave(office: Office, text: str, *, to: str | None, dry_run: bool) -> dict[str, Any]:
    """A rep leaves the team: the open leads and reminders go on by the rules, or to one rep; the history stays.

    Answers batch, rep, leads (how many were open), by_rep, waiting (leads that nobody can take now, which are without a
    rep), reminders (handed over), notes.
    """
    rep = finding.rep(office, text)
    heir = _staying(office, to) if to else None
    if heir and heir["id"] == rep["id"]:
        raise BadRequest(f"{rep['name']} cannot take the leads over from {rep['name']}; name somebody else")
    told: dict[str, Any] = {"batch": None, "rep": rep["name"]}
    if rep["left_at"]:
        return told | {"leads": 0, "by_rep": {}, "waiting": 0, "reminders": 0, "notes": ["left the team already"]}
    try:
        with office.batch("rep leave") as batch:
            batch.update("reps", rep["id"], {"left_at": iso(office.now)})
            told |= _hand_over(office, batch, rep, heir)
            if not dry_run:
                alerting.tell(office, batch)
            told["notes"] = _left_notes(office, rep["id"])
            batch.summary = f"{rep['name']}: {told['leads']} leads"
            if dry_run:
                raise _OnlyTold
        told["batch"] = batch.id
    except _OnlyTold:
        pass
    return told


class _OnlyTold(Exception):
    """A dry run is the leaving itself, given up before its batch is kept."""


def _hand_over(office: Office, batch: Batch, rep: Mapping[str, Any], heir: Mapping[str, Any] | None) -> dict[str, Any]:
    store, leads = office.store, office.store.reps.alive(rep["id"])
    why = f"{rep['name']} left the team"
    new: dict[int, int] = {}
    if heir:
        new = dict.fromkeys(leads, heir["id"])
        for lead in leads:
            store.assignments.hand(batch, lead, heir["id"], why, rule="leave")
    elif leads:
        from leadtrack.actions import assigning  # who gives nothing away needs no rules
        from leadtrack.store.cases import OF_REP

        outcome = assigning.Crew(office, lasting=True).decide(OF_REP, {"rep": rep["id"]})
        decisions = [found._replace(reason=f"{why}; {found.reason}") for found in outcome.decisions]
        new = {found.lead: found.rep for found in decisions}
        store.assignments.give(batch, decisions, of=rep["id"])
        batch.leads.update(new)
        for lead in leads:
            if lead not in new:
                store.assignments.hand(batch, lead, None, why, rule="leave")
    promised = store.reps.promised(rep["id"])
    for row in promised:
        to = new.get(row["lead"]) or (store.leads.standing(row["lead"]) or {}).get("rep_id")
        batch.update("reminders", row["reminder"], {"rep_id": to if to != rep["id"] else heir and heir["id"]})
    names = manning.names(office)
    by_rep = Counter(names[number] for number in new.values())
    return {
        "leads": len(leads), "by_rep": dict(by_rep.most_common()), "waiting": len(leads) - len(new),
        "reminders": len(promised),
    }  # fmt: skip


def _left_notes(office: Office, rep: int) -> list[str]:
    """What still names somebody who left."""
    notes = []
    held = office.store.territories.held(rep)
    if held:
        noun = "territory waits" if len(held) == 1 else "territories wait"
        notes.append(f"{len(held)} {noun} for a successor: leadtrack territory check")
    named = [f"{rule.number}" for rule in office.store.rules.all() if rep in rule.reps]
    if named:
        notes.append(f"still named by rule {', '.join(named)}: leadtrack rules list")
    covering = [row["rep"] for row in office.store.reps.absences() if row["cover_id"] == rep and _lasts(office, row)]
    if covering:
        notes.append(f"was to cover for {', '.join(covering)}: leadtrack rep away NAME --cover ANOTHER")
    return notes


def _lasts(office: Office, row: Mapping[str, Any]) -> bool:
    return row["until_at"] is None or from_iso(row["until_at"]) > office.now


def _cover_notes(office: Office, absence: Absence) -> list[str]:
    """What a manager would want to know of who stands in."""
    if absence.cover is None:
        return []
    names = manning.names(office)
    away = [known for known in manning.absences(office) if known.rep == absence.cover]
    return [
        f"{names[absence.cover]} is away, too, from {office.local(iso(known.start))[:10]}"
        + (f", and {names[known.cover]} covers then" if known.cover else ", and nobody covers then")
        for known in away
        if (absence.until is None or known.start < absence.until)
        and (known.until is None or known.until > absence.start)
    ]


def _same(office: Office, absence: Absence) -> int | None:
    wanted = availability.as_columns(absence)
    for row in office.store.reps.absences(absence.rep):
        if all(row[name] == value for name, value in wanted.items() if name != "from_at"):
            begun = from_iso(row["from_at"])
            if begun == absence.start or (begun <= office.now and absence.start <= office.now):
                return int(row["absence"])
    return None


def _replace(office: Office, batch: Batch, absence: Absence) -> None:
    """What was said of the same days before gives way; what has begun already was so until the new one begins."""
    for row in office.store.reps.absences(absence.rep):
        until = from_iso(row["until_at"]) if row["until_at"] else None
        if (absence.until is None or from_iso(row["from_at"]) < absence.until) and (
            until is None or until > absence.start
        ):
            begun = from_iso(row["from_at"]) < min(absence.start, office.now)
            over = {"until_at": iso(absence.start)} if begun else {"removed_by": batch.id}
            batch.update("absences", row["absence"], over)


def _staying(office: Office, text: str) -> Any:
    rep = finding.rep(office, text)
    if rep["left_at"]:
        raise BadRequest(f"{rep['name']} left the team; leadtrack rep back {text!r} brings a rep back")
    return rep


def _from(office: Office, text: str | None) -> datetime:
    if text is None:
        return office.now
    from leadtrack.dates import parse

    return parse(text, now=office.now, zone=office.zone, week=office.week).at


def _until(office: Office, text: str | None) -> datetime | None:
    """The end of a day, which is away in full, or a time of day."""
    if text is None:
        return None
    from leadtrack.dates import parse

    read = parse(text, now=office.now, zone=office.zone, week=office.week)
    if not read.whole_day:
        return read.at
    return begins(add_days(day_of(read.at, office.zone), 1), office.zone)


def _hours(row: Mapping[str, Any]) -> str | None:
    told = [row["days"], row["hours"], f"off: {row['holidays']}" if row["holidays"] else None, row["zone"]]
    return " ".join(part for part in told if part) or None


def _count(words: str) -> int | None:
    if words.strip().casefold() in AUTO:
        return None
    if not words.strip().isdecimal() or int(words) > 1_000_000:
        raise BadRequest(f"{words!r} is no number of leads; write 10, or none for no limit")
    return int(words)


def _weight(words: str) -> float:
    try:
        weight = float(words) if words.strip().casefold() not in AUTO else 1.0
    except ValueError:
        weight = 0.0
    if not 0.01 <= weight <= _HEAVIEST:
        raise BadRequest(f"{words!r} is no weight; write 2 for twice as many turns, 0.5 for half of them")
    return weight


def _zone(words: str) -> str | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    if words.strip().casefold() in AUTO:
        return None
    try:
        return ZoneInfo(words.strip()).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadRequest(f"there is no time zone {words!r}; write it as America/Denver") from None


def _unless_none(read: Any, write: Any) -> Any:
    return lambda words: None if words.strip().casefold() in AUTO else write(read(words))


# How each is read, and kept in one form.
_READ: dict[str, Any] = {
    "weight": _weight,
    "per_day": _count,
    "open_most": _count,
    "days": _unless_none(workweek.read_days, workweek.write_days),
    "hours": _unless_none(workweek.read_hours, workweek.write_hours),
    "holidays": _unless_none(workweek.read_days_off, workweek.write_days_off),
    "zone": _zone,
}
