"""Mail out to the team: the account (account.py), the pages (pages.py), the letter (letters.py), the server (smtp.py).

What can go wrong with a mail is told by four errors; what they mean for the outbox is decided in actions/outbox.py.
"""

from leadtrack.errors import LeadtrackError


class MailTrouble(LeadtrackError):
    """No mail can be sent at all now: the settings, the server, the way to it. Nothing was handed over."""


class Refused(Exception):
    """The server will never take this mail; the others may pass."""


class Later(Exception):
    """The server does not take this mail now, and may take it later."""


class Unclear(Exception):
    """The line broke while the mail was handed over: nobody knows whether the server has it. `silent`: the server said
    nothing at all in the time that it has."""

    def __init__(self, words: str, *, silent: bool = False) -> None:
        super().__init__(words)
        self.silent = silent
