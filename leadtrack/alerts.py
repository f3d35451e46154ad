"""What deserves a message, what stands in it, and when a mail that could not be sent is tried again.

Who got leads in one command gets one mail: about the lead, or a digest of the list.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from leadtrack.fields import called

SHOWN = 25  # leads that a digest names; the others are counted
FRESH = timedelta(minutes=30)  # so long after its arrival a lead is worth running for
TOLD_WITHIN = timedelta(days=1)  # a reminder that fell due longer ago is the morning digest's, and no alert

# Minutes between the tries to send one mail that the server put off: given up after a day.
_PAUSES = (1, 2, 5, 10, 30, 60, 120, 240, 480, 480)
# Minutes between the tries to reach a server that is down; its mail waits for it however long that takes.
_SERVER_PAUSES = (1, 2, 5, 10, 15)

# What could steer a reader's program or break a header: controls, separators of lines, bidirectional overrides, halves
# of characters.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")

_ADDRESS = re.compile(r"[^\s@<>(),;:\"\\\[\]]+@[^\s@<>(),;:\"\\\[\]]+")

_NOTES = 400  # characters of a lead's notes that a mail quotes


def next_try(attempts: int, now: datetime) -> datetime | None:
    """When a mail that was put off `attempts` times (1 or more) is tried again; None: it is given up."""
    return now + timedelta(minutes=_PAUSES[attempts - 1]) if attempts <= len(_PAUSES) else None


def next_reach(failures: int, now: datetime) -> datetime:
    """When a server that could not be reached `failures` times in a row (1 or more) is tried again."""
    return now + timedelta(minutes=_SERVER_PAUSES[min(failures, len(_SERVER_PAUSES)) - 1])


def one_line(value: object) -> str:
    """A value as it may stand in a mail and in its headers: one line, nothing that could steer a program."""
    return " ".join(_UNSAFE.sub(" ", str(value)).split())


def is_address(text: str) -> bool:
    """Whether a mail can be written to `text`: one address, nothing beside it."""
    return bool(_ADDRESS.fullmatch(text)) and one_line(text) == text


def about_leads(
    rep: str, leads: Sequence[Mapping[str, Any]], count: int, *, now: datetime, by: str, file: str | None
) -> tuple[str, dict[str, Any]]:
    """The kind of mail, "lead" or "leads", and what its template is filled with: rep, count, leads, more, by, file.

    `leads` are the first of `count`, rows of store.outbox.gained with `arrived` (datetime, None where only a day is
    known) and `created` (local text).
    """
    told = [_told(lead, now) for lead in leads]
    kind = "lead" if count == 1 else "leads"
    values: dict[str, Any] = {
        "rep": one_line(rep),
        "count": count,
        "leads": told,
        "more": count - len(told),
        "by": one_line(by),
        "file": one_line(file or ""),
    }
    if kind == "lead":
        values["lead"] = told[0]
    return kind, values


def about_reminders(rep: str, reminders: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What the template "reminders" is filled with: rep, count, reminders (lead, name, company, phone, due, text)."""
    told = [{key: one_line(value or "") for key, value in row.items()} for row in reminders]
    return {"rep": one_line(rep), "count": len(told), "reminders": told}


def _told(lead: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    texts = {key: one_line(value) if value is not None else "" for key, value in lead.items() if key != "arrived"}
    arrived = lead["arrived"]
    notes = texts["notes"]
    place = (texts["city"], " ".join(part for part in (texts["state"], texts["postal_code"]) if part))
    return {
        **texts,
        "name": one_line(called(lead)) or f"lead {lead['lead']}",
        "place": ", ".join(part for part in place if part),
        "notes": notes if len(notes) <= _NOTES else notes[:_NOTES].rstrip() + " …",
        "fresh": arrived is not None and now - arrived <= FRESH,
        "no_calls": lead["opt_out_phone"] == 1,
        "no_mail": lead["opt_out_email"] == 1,
    }
