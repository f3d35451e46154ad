"""Telling the team by mail: what a batch gave to whom, and what fell due. Mail is queued here and sent in outbox.py."""

from collections.abc import Mapping
from contextlib import suppress
from itertools import groupby
from typing import Any

from leadtrack import alerts
from leadtrack.actions import Office, Post
from leadtrack.instants import from_iso, iso
from leadtrack.store.batches import Batch

NO_SERVER = "nobody is told by mail: no mail server is set; leadtrack settings mail --file says where to set it"


def tell(office: Office, batch: Batch) -> None:
    """Queue, within the batch, one mail to each rep to whom it gave leads; who gave them to himself knows it.

    Never fails for a reason that has to do with mail: `office.post` remarks who cannot be told, and why.
    """
    if office.post is None:
        return
    acting = office.rep["id"] if office.rep else None
    if not office.store.outbox.anybody_gained(batch.id, but=acting):
        return
    if not _wanted():
        office.post.remark(NO_SERVER)
        return
    file = (office.store.outbox.file_of(batch.id) or "").replace("\\", "/").rpartition("/")[2]
    for row in office.store.outbox.gainers(batch.id):
        if row["rep_id"] == acting or not _reachable(office, row):
            continue
        leads = office.store.outbox.gained(batch.id, row["rep_id"], row["first"], alerts.SHOWN)
        kind, values = alerts.about_leads(
            row["rep"],
            [{**lead, **_arrival(office, lead["created_at"])} for lead in leads],
            row["leads"],
            now=office.now,
            by=office.actor,
            file=file,
        )
        queue(office, batch, kind, values, row)


def remind(office: Office) -> int:
    """Tell reps of reminders for a time of day that fell due, each once; returns how many reminders."""
    if office.post is None or not _wanted():
        return 0
    since, now = iso(office.now - alerts.TOLD_WITHIN), iso(office.now)
    if not any(row["email"] for row in office.store.outbox.due_reminders(since, now)):
        return 0
    told = 0
    with office.batch("tick") as batch:
        # asked again: another may have told them meanwhile
        due = office.store.outbox.due_reminders(since, now)
        for _, rows in groupby(due, key=lambda row: row["rep_id"]):
            reminders = list(rows)
            if not _reachable(office, reminders[0]):
                continue
            listed = [{**row, "due": office.clock(from_iso(row["due_at"]))} for row in reminders]
            values = alerts.about_reminders(reminders[0]["rep"], listed)
            mail = queue(office, batch, "reminders", values, reminders[0])
            if mail is not None:
                office.store.outbox.reminders_told(batch, mail, reminders)
                told += len(reminders)
        batch.summary = f"{told} reminders told"
    return told


def queue(office: Office, batch: Batch, kind: str, values: Mapping[str, Any], to: Mapping[str, Any]) -> int | None:
    """Queue one mail of the template `kind` to a rep (rep_id, rep, email); its text and Message-ID are fixed now.

    Returns its number; None where it could not be written, which `office.post` remarks.
    """
    assert office.post is not None, "an office without post tells nobody"
    try:
        mail = _written(office.post, kind, values, to["email"])
    except Exception as error:  # whatever is wrong with it, what the mail is about is done
        office.post.remark(f"{to['rep']} was not told: {alerts.one_line(error)}")
        return None
    office.post.queued += 1
    return office.store.outbox.queue(batch, {"kind": kind, "rep_id": to["rep_id"], "recipient": to["email"], **mail})


def _written(post: Post, kind: str, values: Mapping[str, Any], recipient: str) -> dict[str, Any]:
    """subject, text, html and Message-ID of a mail."""
    from leadtrack.outbox import MailTrouble, account, letters, pages

    page = pages.page(kind, values, account.templates())
    if page.fault:
        post.remark(page.fault)
    sender = recipient
    with suppress(MailTrouble):  # it waits until the settings are right
        sender = account.load().address
    message = letters.message_id(sender)
    return {"subject": page.subject, "text": page.text, "html": page.html, "message": message}


def _wanted() -> bool:
    from leadtrack.outbox import account

    return account.wanted()


def _reachable(office: Office, row: Mapping[str, Any]) -> bool:
    assert office.post is not None, "an office without post tells nobody"
    if row["email"] and alerts.is_address(row["email"]):
        return True
    has = f"the address {row['email']!r}, to which no mail can go" if row["email"] else "no e-mail address"
    office.post.remark(f"{row['rep']} was not told, having {has}: leadtrack rep add {row['rep']!r} --email ADDRESS")
    return False


def _arrival(office: Office, created: str) -> dict[str, Any]:
    """When a lead came: as an instant (None where only the day is known), and as a person reads it."""
    if len(created) == 10:
        return {"arrived": None, "created": created}
    return {"arrived": from_iso(created), "created": office.clock(from_iso(created))}
