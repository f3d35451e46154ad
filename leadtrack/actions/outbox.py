"""The outbox: sending what waits, and deciding over what did not arrive.

A mail is claimed (sending), handed over, and settled (sent, failed, unknown, or queued again). Only who holds the lock
of the outbox does that; so a mail that is found in the state sending by the holder was left there by a process that was
ended, and nobody can know whether the server has it. It becomes unknown, and only a person sends it again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.errors import MessageError
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leadtrack import alerts
from leadtrack.actions import Office, finding
from leadtrack.errors import BadRequest, NotFound
from leadtrack.instants import from_iso, iso

if TYPE_CHECKING:
    from leadtrack.outbox.account import Account
    from leadtrack.outbox.smtp import Session

STATES = ("queued", "sending", "sent", "failed", "unknown")
_STOPPED = "the program was stopped while sending it"
_BREAKS = 3  # so many mails in a row that break the conversation, and it is the server that is at fault


@dataclass(slots=True)
class Sent:
    """What became of the mail that was due. `trouble`: why no more could be sent; the rest waits."""

    sent: int = 0
    later: list[dict[str, Any]] = field(default_factory=list)  # put off by the server: mail, to, answer
    failed: list[dict[str, Any]] = field(default_factory=list)
    unknown: list[dict[str, Any]] = field(default_factory=list)
    trouble: str | None = None
    elsewhere: bool = False  # another process is sending just now, and takes all of it along
    next_at: datetime | None = None  # when the next mail that waits may go


def send(office: Office, *, everything: bool = False) -> Sent:
    """Send the mail that is due; with `everything` also what waits for its next try."""
    done = Sent()
    box, now = office.store.outbox, iso(office.now)
    while done.trouble is None and box.pending(now, everything=everything):
        with office.store.alone("outbox") as mine:
            if not mine:
                done.elsewhere = True
                break
            done.unknown += [_of(row, _STOPPED) for row in box.abandoned(_STOPPED)]
            if due := box.due(now, everything=everything):
                _send_all(office, set(due), done)
        # who queued a mail while the lock was ours left it to us: look again
        everything = False
    if office.post is not None:
        office.post.queued = 0
    waits = box.next_at()
    done.next_at = from_iso(waits) if waits else None
    return done


def told_after(office: Office) -> list[str]:
    """Send at the end of a command; what there is to say of it."""
    queued = office.post.queued if office.post else 0
    done = send(office)
    lines = [*good_news(done), *troubles(office, done)]
    if not lines and done.next_at and not done.elsewhere:
        what = "1 mail waits" if queued == 1 else f"{queued:,} mails wait"
        lines.append(f"{what} for the mail server, which was down; it is tried again at {office.clock(done.next_at)}")
    return lines


def good_news(done: Sent) -> list[str]:
    return [f"{'1 mail' if done.sent == 1 else f'{done.sent:,} mails'} sent"] if done.sent else []


def troubles(office: Office, done: Sent) -> list[str]:
    """What did not go out, a line for each thing that a person should know."""
    lines = []
    if done.trouble:
        when = f"; it is tried again at {office.clock(done.next_at)}" if done.next_at else ""
        lines.append(f"mail waits in the outbox: {done.trouble}{when}")
    for row in done.later:
        lines.append(f"mail {row['mail']} to {row['to']} was put off ({row['answer']}); it is tried again")
    for row in done.failed:
        mend = f"leadtrack outbox retry {row['mail']} when that is mended"
        lines.append(f"mail {row['mail']} to {row['to']} failed: {row['answer']}; {mend}")
    for row in done.unknown:
        lines.append(
            f"mail {row['mail']} to {row['to']} may have arrived or not: {row['answer']}; "
            f"leadtrack outbox retry {row['mail']} sends it again"
        )
    return lines


def listed(office: Office, states: Sequence[str], rep: str | None, limit: int | None) -> list[dict[str, Any]]:
    """The mails, newest first. Raises BadRequest for a state that does not exist."""
    for state in states:
        if state not in STATES:
            raise BadRequest(f"there is no state {state!r}; there are {', '.join(STATES)}")
    number = finding.rep(office, rep)["id"] if rep else None
    # a mail in the state sending that nobody sends is unknown, and found among these
    asked = {*states, "sending"} if "unknown" in states else states
    rows = [_seen(office, row) for row in office.store.outbox.all(asked, number, None)]
    rows = [row for row in rows if not states or row["state"] in states]
    return rows if limit is None else rows[:limit]


def shown(office: Office, number: int) -> dict[str, Any]:
    """One mail with all it says. Raises NotFound."""
    mail = _seen(office, _found(office, number))
    names = "state kind rep subject text html queued_at attempts next_at tried_at answer"
    return {
        "mail": mail["id"], "to": mail["recipient"], **{name: mail[name] for name in names.split()},
        "message_id": mail["message"], "batch": mail["batch_id"],
    }  # fmt: skip


def retry(office: Office, numbers: Sequence[int]) -> dict[str, Any]:
    """Queue mails again that failed or of which nothing is known, to the address that the rep has now.

    The Message-ID stays. Raises BadRequest for a mail that waits or was sent, NotFound.
    """
    if not numbers:
        raise BadRequest("name a mail: leadtrack outbox retry N; leadtrack outbox list shows them")
    wanted = dict.fromkeys(numbers)
    with office.batch("outbox retry") as batch:
        for number in wanted:
            mail = _seen(office, _found(office, number))
            if mail["state"] not in ("failed", "unknown"):
                state = {"sent": "was sent", "queued": "waits to be sent", "sending": "is being sent"}[mail["state"]]
                raise BadRequest(f"mail {number} to {mail['recipient']} {state}; only failed and unknown ones go again")
            office.store.outbox.again(batch, number, mail["present"] or mail["recipient"])
        batch.summary = ", ".join(f"mail {number}" for number in [*wanted][:5])
    return {"batch": batch.id, "mails": [*wanted]}


def test(office: Office, address: str) -> dict[str, Any]:
    """Send a test mail at once, past the outbox. Raises MailTrouble or BadRequest with what the server said."""
    from leadtrack.outbox import Later, MailTrouble, Refused, Unclear, account, letters, pages, smtp

    if not alerts.is_address(address):
        raise BadRequest(f"{address!r} is no e-mail address; write it as ann@example.com")
    ours = account.load()
    page = pages.page("test", {}, account.templates())
    mail = {
        "recipient": address, "subject": page.subject, "text": page.text, "html": page.html,
        "message": letters.message_id(ours.address), "queued_at": iso(office.now),
    }  # fmt: skip
    session = smtp.Session(ours)
    try:
        session.open()
        answer = session.send(letters.letter(mail, ours))
    except (Refused, Later) as error:
        raise BadRequest(f"the mail server does not take mail to {address}: {error}") from error
    except Unclear as error:
        raise MailTrouble(f"the test mail may have arrived or not: {error}") from error
    finally:
        session.close()
    return {"to": address, "host": ours.host, "port": ours.port, "answer": answer}


def templates() -> list[dict[str, Any]]:
    """The pages of mail, each with the file that counts now: template, own (it is the team's), file (None: none)."""
    from leadtrack.outbox import account, pages

    own = account.templates()
    rows = []
    for name in pages.names():
        edited = (own / name).is_file()
        # a team's text goes out without our page in HTML
        silent = name.endswith(".html") and not edited and (own / name).with_suffix(".txt").is_file()
        file = None if silent else str((own if edited else pages.SHIPPED) / name)
        rows.append({"template": name, "file": file, "own": edited})
    return rows


def write_templates(folder: str) -> dict[str, Any]:
    """Put the pages that ship into a folder, to be edited; what is there already stays."""
    from leadtrack.outbox import account, pages

    written, kept = pages.write(Path(folder).expanduser())
    used = account.templates().resolve() == Path(folder).expanduser().resolve()
    return {"folder": folder, "written": written, "kept": kept, "used": used}


def settings() -> list[dict[str, Any]]:
    """What is set of mail: key, value (of a password only that there is one), from (a variable, a file, or null)."""
    from leadtrack.outbox import account

    told = account.read()
    rows = []
    for key in account.KEYS:
        value, source = told.get(key, (None, None))
        rows.append({"key": key, "value": "set" if value and key == "password" else value, "from": source})
    if told:
        account.load()  # says what is missing
    return rows


def settings_file() -> dict[str, Any]:
    """Where the file of mail settings is; one to be filled in is made where there is none: file, new."""
    from leadtrack.outbox import account

    path = account.file()
    return {"file": str(path), "new": account.make_file(path)}


def _send_all(office: Office, due: set[int], done: Sent) -> None:
    from leadtrack.outbox import MailTrouble, account, smtp

    session = None
    try:
        ours = account.load()
        session = smtp.Session(ours)
        session.open()
        office.store.outbox.server_answers()
        _through(office, ours, session, sorted(due), done)
    except MailTrouble as trouble:
        done.trouble = str(trouble)
        box, now = office.store.outbox, office.now
        held = [(mail, alerts.next_reach(held + 1, now)) for mail, held in box.waiting() if mail in due]
        box.hold([(mail, iso(again)) for mail, again in held], iso(now), str(trouble))
    finally:
        if session is not None:
            session.close()


def _through(office: Office, account: "Account", session: "Session", due: list[int], done: Sent) -> None:
    """Hand over one mail after the other. Raises MailTrouble where the server is at fault."""
    from leadtrack.outbox import Later, MailTrouble, Refused, Unclear, letters

    box, now = office.store.outbox, iso(office.now)
    breaks = 0
    for number in due:
        mail = box.claim(number, now)
        if mail is None:
            continue
        try:
            letter = letters.letter(mail, account)
        except (ValueError, LookupError, MessageError) as error:
            box.settle(number, "failed", f"it cannot be written: {alerts.one_line(error)}")
            done.failed.append(_of(mail, str(error)))
            continue
        try:
            try:
                answer = session.send(letter)
            except MailTrouble:
                # a server may end a conversation that has lasted long enough; nothing was handed over
                session.open()
                answer = session.send(letter)
        except MailTrouble as trouble:
            breaks += 1
            if breaks == _BREAKS or not _opens(session):
                raise
            _put_off(office, mail, str(trouble), done)
            continue
        except Later as put_off:
            _put_off(office, mail, str(put_off), done)
        except Refused as refusal:
            box.settle(number, "failed", str(refusal))
            done.failed.append(_of(mail, str(refusal)))
        except Unclear as doubt:
            box.settle(number, "unknown", str(doubt))
            done.unknown.append(_of(mail, str(doubt)))
            breaks += 1
            # each mail that is tried on such a server becomes one of which nothing is known: the others wait
            if doubt.silent or breaks == _BREAKS:
                raise MailTrouble(f"the mail server does not say whether it took mail {number}") from doubt
            session.open()
            continue
        else:
            box.settle(number, "sent", answer)
            done.sent += 1
        breaks = 0


def _opens(session: "Session") -> bool:
    """Whether the server lets us in again."""
    from leadtrack.outbox import MailTrouble

    try:
        session.open()
    except MailTrouble:
        return False
    return True


def _put_off(office: Office, mail: dict[str, Any], answer: str, done: Sent) -> None:
    again = alerts.next_try(mail["attempts"], office.now)
    if again is None:
        answer = f"given up after {mail['attempts']} tries: {answer}"
        office.store.outbox.settle(mail["id"], "failed", answer)
        done.failed.append(_of(mail, answer))
    else:
        office.store.outbox.settle(mail["id"], "queued", answer, iso(again))
        done.later.append(_of(mail, answer))


def _of(mail: dict[str, Any], answer: str) -> dict[str, Any]:
    return {"mail": mail["id"], "to": mail["recipient"], "subject": mail["subject"], "answer": answer}


def _found(office: Office, number: int) -> dict[str, Any]:
    mail = office.store.outbox.get(number)
    if mail is None:
        raise NotFound(f"there is no mail {number}; leadtrack outbox list shows them")
    return mail


def _seen(office: Office, row: dict[str, Any]) -> dict[str, Any]:
    """A mail as it truly stands: in the middle of sending, when nobody sends, is unknown."""
    if row["state"] == "sending" and not office.store.is_at_work("outbox"):
        return {**row, "state": "unknown", "answer": _STOPPED}
    return row
