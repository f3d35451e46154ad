"""Events -> iCalendar (RFC 5545), as calendar programs read and subscribe to it."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leadtrack.reminders import Event

if TYPE_CHECKING:
    from icalendar import Alarm

PRIORITIES = {"high": 1, "normal": 5, "low": 9}
LASTS = timedelta(minutes=15)  # of a reminder for a time of day
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def calendar(events: Iterable[Event], name: str) -> bytes:
    """The calendar file: what is open is confirmed and rings, what is done is ticked, what is gone is cancelled.

    The same events give the same bytes.
    """
    import icalendar

    file = icalendar.Calendar()
    file.add("prodid", "-//leadtrack//reminders//EN")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", _plain(name))
    file.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for told in events:
        event = icalendar.Event()
        event.add("uid", told.uid)
        event.add("dtstamp", told.changed)
        event.add("last-modified", told.changed)
        event.add("sequence", told.revision)
        event.add("summary", ("✓ " if told.fate == "done" else "") + _plain(told.title))
        event.add("description", "\n".join(map(_plain, told.about)))
        if told.whole_day:
            day = date.fromisoformat(told.day)
            event.add("dtstart", day)
            if day < date.max:
                event.add("dtend", day + timedelta(days=1))
        else:
            event.add("dtstart", told.begins)
            event.add("duration", LASTS)
        event.add("priority", PRIORITIES[told.priority])
        event.add("status", "CANCELLED" if told.fate == "gone" else "CONFIRMED")
        # nobody is kept busy by a promise for some time of a day, or by one that is over
        event.add("transp", "OPAQUE" if told.fate == "open" and not told.whole_day else "TRANSPARENT")
        if told.fate == "open" and not told.whole_day:
            event.add_component(_alarm(told.title))
        file.add_component(event)
    return bytes(file.to_ical())


def _alarm(title: str) -> "Alarm":
    import icalendar

    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(0))
    alarm.add("description", _plain(title))
    return alarm


def _plain(text: str) -> str:
    """Text without what no calendar may hold: control characters, halves of characters."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n"))
