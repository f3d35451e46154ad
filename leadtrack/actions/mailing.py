"""A report by mail: it waits in the outbox like every other mail, and goes when that is sent."""

from contextlib import suppress
from typing import Any

from leadtrack import emails
from leadtrack.actions import Office
from leadtrack.errors import BadRequest
from leadtrack.outbox import MailTrouble


def mail(office: Office, to: str, *, subject: str, text: str, html: str) -> dict[str, Any]:
    """Let a page wait for the post: batch, mail (its number), to. `to` is a rep, or an address.

    Raises BadRequest where nobody can get it, or no mail server is set.
    """
    from leadtrack.outbox import account, letters

    rep, address = _addressed(office, to)
    if not account.wanted():
        raise BadRequest(
            "no mail server is set: leadtrack settings mail --file says where to set it; "
            "--format html --output FILE writes the page instead"
        )
    sender = address
    with suppress(MailTrouble):  # it waits until the settings are right
        sender = account.load().address
    with office.batch("report") as batch:
        number = office.store.outbox.queue(
            batch,
            {
                "kind": "report", "rep_id": rep, "recipient": address, "subject": " ".join(subject.split()),
                "text": text, "html": html, "message": letters.message_id(sender),
            },
        )  # fmt: skip
        batch.summary = f"{subject} to {address}"
    if office.post is not None:
        office.post.queued += 1
    return {"batch": batch.id, "mail": number, "to": address}


def _addressed(office: Office, to: str) -> tuple[int | None, str]:
    found = office.store.reps.named(to.strip())
    if len(found) == 1 and found[0]["email"]:
        return found[0]["id"], found[0]["email"]
    if len(found) == 1 and "@" not in to:
        raise BadRequest(
            f"{found[0]['name']} has no e-mail address; leadtrack rep add {found[0]['name']!r} --email ADDRESS"
        )
    address = emails.valid(to.strip()) if "@" in to else None
    if not address:
        raise BadRequest(f"{to!r} is no rep and no e-mail address; write it as ann@example.com")
    return None, address
