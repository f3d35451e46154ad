"""Talking to the mail server, with an eye on the moment after which a mail may have been taken."""

import smtplib
import socket
import ssl
from contextlib import suppress

from leadtrack.alerts import one_line
from leadtrack.outbox import Later, MailTrouble, Refused, Unclear
from leadtrack.outbox.account import Account
from leadtrack.outbox.letters import Letter

_READY = 354  # the server waits for the mail itself
_CLOSING = 421
_NOT_ALLOWED = (530, 535, 538)  # what a server says that wants a login, or another one


class Session:
    """One conversation with the server, for as many mails as there are."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._server: smtplib.SMTP | None = None

    def open(self) -> None:
        """Connect, encrypt, log in. Raises MailTrouble with what is wrong and, where one can tell, the mend."""
        self.close()
        account = self.account
        where = f"the mail server {account.host}:{account.port}"
        try:
            self._server = self._connected()
            self._server.ehlo_or_helo_if_needed()
            if account.security == "starttls":
                self._server.starttls(context=self._tls())
                self._server.ehlo()
            if account.user:
                self._server.login(account.user, account.password or "")
        except smtplib.SMTPAuthenticationError as error:
            raise self._over(f"{where} refuses the user name or password ({_said(error.smtp_error)})") from error
        except smtplib.SMTPNotSupportedError as error:
            what = "encryption; set security to tls or none" if "STARTTLS" in str(error) else "logins; leave out user"
            raise self._over(f"{where} offers no {what}") from error
        except ssl.SSLCertVerificationError as error:
            raise self._over(f"{where} shows a certificate that cannot be trusted: {error.verify_message}") from error
        except ssl.SSLError as error:
            raise self._over(f"{where} does not speak TLS ({error.reason or error}); is the port right?") from error
        except UnicodeError as error:
            raise self._over("mail settings: user and password may hold ASCII only, and host a name") from error
        except smtplib.SMTPResponseException as error:
            raise self._over(f"{where} does not let us in: {_said(error.smtp_error)}") from error
        except (OSError, smtplib.SMTPException) as error:
            if _timed_out(error):
                raise self._over(f"{where} did not answer within {account.timeout:g} seconds") from error
            raise self._over(f"{where} cannot be reached: {_why(error)}") from error

    def send(self, letter: Letter) -> str:
        """Hand one mail over; returns what the server said.

        Raises Refused, Later, Unclear, or MailTrouble where the conversation broke before the mail was handed over.
        """
        assert self._server is not None, "open first"
        server = self._server
        try:
            self._address(server, letter)
            code, answer = server.docmd("DATA")
            if code != _READY:
                raise self._declined(code, answer)
        except (OSError, smtplib.SMTPServerDisconnected) as error:
            hung_up = isinstance(error, smtplib.SMTPServerDisconnected) and not _timed_out(error)
            raise self._over("the mail server hung up" if hung_up else f"the mail server: {_why(error)}") from error
        try:
            server.send(letter.data + b".\r\n" if letter.data.endswith(b"\r\n") else letter.data + b"\r\n.\r\n")
            code, answer = server.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self._over("")
            if _timed_out(error):
                words = f"the server said nothing for {self.account.timeout:g} seconds after the mail was handed over"
                raise Unclear(words, silent=True) from error
            raise Unclear(f"the line broke while the mail was handed over ({_why(error)})") from error
        if code < 0:
            self._over("")
            raise Unclear(f"the server's answer says neither yes nor no ({_said(answer)})")
        if code // 100 != 2:
            raise self._declined(code, answer)
        return _said(answer)

    def close(self) -> None:
        if self._server is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._server.quit()
            self._server.close()
            self._server = None

    def _connected(self) -> smtplib.SMTP:
        account = self.account
        name = socket.gethostname()
        # what the server is greeted with; smtplib itself would ask the name server, and wait for it
        name = name if "." in name else "[127.0.0.1]"
        if account.security == "tls":
            return smtplib.SMTP_SSL(account.host, account.port, name, timeout=account.timeout, context=self._tls())
        return smtplib.SMTP(account.host, account.port, name, timeout=account.timeout)

    def _tls(self) -> ssl.SSLContext:
        try:
            return ssl.create_default_context(cafile=self.account.ca)
        except (OSError, ssl.SSLError) as error:
            raise MailTrouble(f"mail settings: ca {self.account.ca} is no file of certificates") from error

    def _address(self, server: smtplib.SMTP, letter: Letter) -> None:
        """From whom, and to whom."""
        server.rset()
        options = []
        if not letter.recipient.isascii():
            if not server.has_extn("smtputf8"):
                raise Refused("the mail server takes no addresses beyond ASCII")
            server.command_encoding = "utf-8"
            options = ["SMTPUTF8", "BODY=8BITMIME"]
        code, answer = server.mail(letter.sender, options)
        if code // 100 == 5:
            # no mail of ours would pass: a matter of the settings, and not of this mail
            raise self._over(f"the mail server takes nothing from {letter.sender}: {_said(answer)}")
        if code // 100 != 2:
            raise self._declined(code, answer)
        code, answer = server.rcpt(letter.recipient)
        if code // 100 != 2:
            raise self._declined(code, answer)

    def _declined(self, code: int, answer: bytes) -> Exception:
        if code == _CLOSING or code in _NOT_ALLOWED or code < 0:
            return self._over(f"the mail server stopped: {_said(answer)}")
        return (Refused if code // 100 == 5 else Later)(f"{code} {_said(answer)}")

    def _over(self, words: str) -> MailTrouble:
        """The conversation is at an end; says why."""
        if self._server is not None:
            self._server.close()
            self._server = None
        return MailTrouble(words)


def _said(answer: bytes | str) -> str:
    """What the server said, as one short line."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return one_line(text)[:300] or "no reason given"


def _timed_out(error: BaseException) -> bool:
    """smtplib hides it behind a disconnection."""
    return isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError)


def _why(error: Exception) -> str:
    if _timed_out(error):
        return "no answer in time"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return _said(str(error))
