"""Mail servers to talk to over a real socket: one that behaves (aiosmtpd), and ones that do not."""

import contextlib
import email
import email.policy
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

USER, PASSWORD = "leads@team.example", "pass word"


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that vouches for itself, and its key."""
    if shutil.which("openssl") is None:
        pytest.skip("the openssl command makes the certificate")
    key, made = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-keyout", key, "-out", made, "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    return made, key


class MailServer:
    """A server that takes mail; `mails` are those it took, as (recipient, message).

    `refusals` says what it answers to a recipient instead; `entered` is set when a mail's content arrives, and the
    server answers it only when `may_answer` is set.
    """

    def __init__(self, *, tls: tuple[Path, Path] | None = None, security: str = "none", login: bool = False) -> None:
        self.port = free_port()
        self.mails: list[tuple[str, EmailMessage]] = []
        self.refusals: dict[str, str] = {}
        self.entered, self.may_answer = threading.Event(), threading.Event()
        self.may_answer.set()
        self.connections = 0
        context = None
        if tls is not None:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(*tls)
        options: dict[str, Any] = {}
        if login:
            options |= {"authenticator": self._authenticate, "auth_required": True, "auth_require_tls": True}
        if security == "starttls":
            options |= {"tls_context": context, "require_starttls": True}
        if security == "tls":
            # aiosmtpd knows of TLS only what it began itself
            options |= {"ssl_context": context, **({"auth_require_tls": False} if login else {})}
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **options)

    def __enter__(self) -> "MailServer":
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.may_answer.set()
        self._controller.stop()

    @property
    def to(self) -> list[str]:
        return [recipient for recipient, _ in self.mails]

    # -- what aiosmtpd asks ----------------------------------------------------------------------------------------

    def _authenticate(self, server: SMTP, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False)

    async def handle_RCPT(self, server: SMTP, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:
        import asyncio

        self.entered.set()
        while not self.may_answer.is_set():
            await asyncio.sleep(0.01)
        message = email.message_from_bytes(envelope.content, policy=email.policy.SMTP)
        self.mails += [(recipient, message) for recipient in envelope.rcpt_tos]  # type: ignore[misc]
        return "250 taken"


@contextlib.contextmanager
def rude_server(converse: Callable[[socket.socket, Any], None]) -> Iterator[int]:
    """A server that talks as `converse(socket, lines)` does, once for each connection, and hangs up; gives its port."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.05)
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            with contextlib.suppress(TimeoutError, OSError):
                line, _ = listening.accept()
                with line, line.makefile("rb") as lines:
                    line.settimeout(5)
                    converse(line, lines)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield int(listening.getsockname()[1])
    finally:
        over.set()
        thread.join(10)
        listening.close()


def until(line: socket.socket, lines: Any, verb: bytes) -> None:
    """Agree to everything until that verb has come, which stays without an answer."""
    line.sendall(b"220 here\r\n")
    for said in lines:
        if said.upper().startswith(verb):
            return
        line.sendall(b"250 OK\r\n")
