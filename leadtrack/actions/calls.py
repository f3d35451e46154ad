"""Call logs: a file of calls and messages becomes activities of the leads that they reached."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from leadtrack import calllogs, emails, importers, moments, phones, team
from leadtrack.actions import Office, work
from leadtrack.calllogs import Entry
from leadtrack.errors import BadFile, BadRequest, LeadtrackError
from leadtrack.importers.rejects import OWN_COLUMNS, Reject, write_rejects
from leadtrack.instants import from_iso, iso
from leadtrack.store.batches import Batch

_LISTED = 8  # candidates that are named


@dataclass(slots=True)
class Call:
    """A row that can be taken in, as far as it is known without the store."""

    row: int
    cells: list[str]
    entry: Entry
    at: str
    keys: list[tuple[str, str]]  # (column, telephone number or address), likeliest first
    fingerprint: int
    lead: int = 0
    direction: str = "out"


@dataclass(slots=True)
class Result:
    """What became of a file: rows = added + known + rejected."""

    file: str
    batch: int | None = None
    rows: int = 0
    added: int = 0
    known: int = 0  # rows that stand here already
    rejected: int = 0
    rejects_file: str | None = None
    leads: int = 0  # that the added ones belong to
    done: int = 0  # stage actions that were ticked off
    unknown_reps: dict[str, int] = field(default_factory=dict)  # names in the file that are no reps -> rows
    do_not_call: list[int] = field(default_factory=list)  # leads that asked to be left alone
    first_rejects: list[Reject] = field(default_factory=list)


def take_in(office: Office, file: str, *, rejects: str | None, dry_run: bool) -> Result:
    """Read a call log and write what it says as activities, oldest first, in one batch.

    A row belongs to the lead whose number or address it names; of several leads at one number the one that is open is
    meant, else the row is rejected with the candidates. A row that stands here already is not taken in again. Under
    `dry_run` nothing is written. Raises BadFile for what is no call log.
    """
    table = importers.read(file)
    try:
        place = calllogs.columns(table.headers)
    except BadRequest as error:
        raise BadFile(f"{file}: {error}") from error
    result, refused = Result(file), list[Reject]()
    calls = _read(office, table, place, result, refused)
    calls = _new(office, calls, result)
    calls = _reached(office, calls, refused)
    calls.sort(key=lambda call: (call.at, call.row))
    result.added, result.rejected = len(calls), len(refused)
    result.leads = len({call.lead for call in calls})
    result.do_not_call = sorted({call.lead for call in calls if call.entry.do_not_call})
    reps = _reps(office, calls, result)
    refused.sort(key=lambda reject: reject.row)
    result.first_rejects = refused[:5]
    if dry_run:
        return result
    if calls:
        with office.batch("activities import") as batch:
            for call in calls:
                _write(office, batch, call, reps, result)
            batch.summary = f"{file.rpartition('/')[2]}: {result.added} added"
        result.batch = batch.id
    if refused:
        result.rejects_file = write_rejects(file, rejects, table.headers, refused)
    return result


def _read(
    office: Office, table: importers.Table, place: Mapping[str, int], result: Result, refused: list[Reject]
) -> list[Call]:
    own = list(work.own_outcomes(office))
    orders = _orders(office, table, place)
    unit = calllogs.unit(table.headers[place["seconds"]]) if "seconds" in place else "s"
    mine = {at for at, header in enumerate(table.headers) if header in OWN_COLUMNS}
    seen: dict[bytes, int] = {}
    calls = []
    for row, cells in table.rows():
        result.rows += 1
        cell = {name: cells[at].strip() for name, at in place.items() if at not in mine}
        try:
            entry = calllogs.read(cell, unit, own)
            at = _when(office, cell, orders)
            keys = _keys(office, entry)
        except LeadtrackError as error:
            refused.append(Reject(row, "", str(error), cells))
            continue
        content = _content(keys, at, entry)
        seen[content] = nth = seen.get(content, 0) + 1
        calls.append(Call(row, cells, entry, at, keys, _fingerprint(content, nth)))
    return calls


def _orders(office: Office, table: importers.Table, place: Mapping[str, int]) -> str:
    """Whether day or month stands first, decided once for the column that holds the day."""
    column = place.get("at", place.get("date", place.get("time", 0)))
    return moments.date_order((row[column] for row in table.sample), office.country)


def _when(office: Office, cell: Mapping[str, str], order: str) -> str:
    text = calllogs.when(cell)
    if not text:
        raise BadRequest("it does not say when it was")
    found = moments.moment(text, order, office.zone)
    if found is None:
        raise BadRequest(f"cannot read {text[:60]!r} as a day and time; write 2026-03-31 14:05")
    # of a day alone its noon is taken, as everywhere
    at = found if len(found) > len("2026-03-31") else iso(_noon(office, found))
    if at > iso(office.now):
        raise BadRequest(f"{text[:60]!r} has not come yet")
    return at


def _noon(office: Office, day: str) -> Any:
    noon = from_iso(day).replace(tzinfo=office.zone) + timedelta(hours=12)
    return min(noon, office.now)


def _keys(office: Office, entry: Entry) -> list[tuple[str, str]]:
    """The numbers and addresses of a row as leads carry them. Raises BadRequest where it has none that can be read."""
    found = []
    for column, text in entry.keys:
        if "@" in text:
            found += [(column, address) for address in emails.read(text)[0]]
        elif number := phones.quick(text, office.country) or next(iter(_numbers(office, text)), None):
            found.append((column, number))
    if not found:
        told = ", ".join(text[:40] for _, text in entry.keys)
        raise BadRequest(
            f"no telephone number or e-mail address can be read in {told!r}" if told else "it names nobody"
        )
    return found


def _numbers(office: Office, text: str) -> list[str]:
    return phones.read(text, office.country, office.country)[0] if len(text) <= 200 else []


def _content(keys: Sequence[tuple[str, str]], at: str, entry: Entry) -> bytes:
    said = (sorted(key for _, key in keys), at, *entry[1:8])
    return repr(said).encode("utf-8", "surrogatepass")


def _fingerprint(content: bytes, nth: int) -> int:
    """A number of 63 bits by which the row is known again; equal rows of a file are told apart by their count."""
    digest = hashlib.blake2b(content + str(nth).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _new(office: Office, calls: list[Call], result: Result) -> list[Call]:
    known = office.store.activities.known([call.fingerprint for call in calls])
    new = [call for call in calls if call.fingerprint not in known]
    result.known = len(calls) - len(new)
    return new


def _reached(office: Office, calls: list[Call], refused: list[Reject]) -> list[Call]:
    """The calls whose lead is found, with it and their direction."""
    keys = {key for call in calls for _, key in call.keys}
    leads = office.store.activities.reached_by(
        sorted(key for key in keys if "@" not in key), sorted(key for key in keys if "@" in key)
    )
    found = []
    for call in calls:
        column, key = next(((column, key) for column, key in call.keys if key in leads), ("", ""))
        several = leads.get(key, [])
        alive = [row for row in several if row["alive"]]
        chosen = alive if len(alive) == 1 else several
        if len(chosen) == 1:
            call.lead = chosen[0]["lead"]
            call.direction = call.entry.direction or ("in" if column == "from" else "out")
            found.append(call)
            continue
        told = " or ".join(key for _, key in call.keys)
        if several:
            named = ", ".join(str(row["lead"]) for row in several[:_LISTED])
            why = (
                f"{key} is the number of several leads ({named}); log it by hand: leadtrack log LEAD {call.entry.kind}"
            )
        else:
            why = f"no lead has {told}; add it, then import this row again: leadtrack add"
        refused.append(Reject(call.row, column, why, call.cells))
    return found


def _reps(office: Office, calls: Sequence[Call], result: Result) -> dict[str, int | None]:
    """The reps that the file names: name -> number, None for those that are none."""
    names = [row["name"] for row in office.store.reps.all()]
    found: dict[str, int | None] = {}
    for call in calls:
        name = call.entry.rep
        if name is None:
            continue
        if name not in found:
            try:
                found[name] = int(team.one_rep(office.store.reps.named(name), name, names)["id"])
            except LeadtrackError:
                found[name] = None
        if found[name] is None:
            result.unknown_reps[name] = result.unknown_reps.get(name, 0) + 1
    return found


def _write(office: Office, batch: Batch, call: Call, reps: Mapping[str, int | None], result: Result) -> None:
    entry = call.entry
    ticked = work.fulfilled(office, call.lead, entry.kind, call.at) if call.direction == "out" else None
    result.done += ticked is not None
    rep = reps[entry.rep] if entry.rep else _held(office, call)
    office.store.activities.add(
        batch, call.lead, rep=rep, at=call.at, kind=entry.kind, direction=call.direction, outcome=entry.outcome,
        text=entry.text, nature=entry.nature if call.direction == "in" else None, seconds=entry.seconds,
        subject=entry.subject, stage_action_id=ticked and ticked["id"], fingerprint=call.fingerprint,
    )  # fmt: skip


def _held(office: Office, call: Call) -> int | None:
    """Whose call it was where the file does not say: the acting rep's, else that of the rep who has the lead."""
    if office.rep:
        return int(office.rep["id"])
    return (office.store.leads.standing(call.lead) or {}).get("rep_id")
