"""A mail of the outbox as the bytes that go to the server."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from typing import Any
from uuid import uuid4

from leadtrack.alerts import one_line
from leadtrack.instants import from_iso
from leadtrack.outbox.account import Account

_DOT = re.compile(rb"^\.", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Letter:
    """`data` is ready for the line: CRLF, dots doubled, without the dot that ends it."""

    sender: str
    recipient: str
    data: bytes


def message_id(address: str) -> str:
    """A new Message-ID under the domain of an address."""
    return f"<{uuid4().hex}@{_ascii(address).rpartition('@')[2]}>"


def letter(mail: Mapping[str, Any], account: Account) -> Letter:
    """A mail (recipient, subject, text, html or None, message, queued_at) from the account's sender."""
    recipient = _ascii(mail["recipient"])
    # 7bit: every server takes that
    made = EmailMessage(policy=(SMTP if recipient.isascii() else SMTPUTF8).clone(cte_type="7bit"))
    made["From"] = account.sender
    made["To"] = recipient
    if account.reply_to:
        made["Reply-To"] = account.reply_to
    made["Subject"] = one_line(mail["subject"])
    made["Date"] = format_datetime(from_iso(mail["queued_at"]))
    made["Message-ID"] = mail["message"]
    # nobody's absence notice has to answer it (RFC 3834)
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(mail["text"])
    if mail["html"]:
        made.add_alternative(mail["html"], subtype="html")
    return Letter(_ascii(account.address), recipient, _DOT.sub(b"..", made.as_bytes()))


def _ascii(address: str) -> str:
    """The address with its domain as the net writes it; one that cannot be written so stays."""
    name, _, domain = address.rpartition("@")
    try:
        return f"{name}@{domain.encode('idna').decode('ascii')}" if name else address
    except UnicodeError:
        return address
