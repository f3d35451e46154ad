"""leadtrack at a real terminal (a pseudo-terminal of the system), with somebody who types."""

import contextlib
import errno
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from pathlib import Path

from running import command

PATIENCE = 60  # seconds until a machine that is busy with other tests has answered


def _heed_ctrl_c() -> None:
    """The terminal becomes the process's own; tests that run in the background have Ctrl-C switched off."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """One command at a terminal of its own; `shown` is all that the screen got so far."""

    def __init__(self, db: Path, *arguments: object, columns: int = 80) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        environment = {**os.environ, "TERM": "xterm"}
        environment.pop("COLUMNS", None)  # what it says would count for more than the terminal's own width
        self.process = subprocess.Popen(
            command(db, *arguments),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
            preexec_fn=_heed_ctrl_c,
        )
        os.close(slave)
        self.shown, self._place = "", 0

    def until(self, words: str) -> str:
        """Read on until the screen has shown the words; gives what came up to and with them."""
        start = self._place
        deadline = time.monotonic() + PATIENCE
        while (found := self.shown.find(words, start)) < 0:
            more = time.monotonic() < deadline and self._read()
            assert more, f"{words!r} did not come: {self.shown[start:]}"
        self._place = found + len(words)
        return self.shown[start : self._place]

    def types(self, line: str) -> None:
        os.write(self._master, line.encode() + b"\r")

    def ends(self) -> int:
        """Read what is left; gives the exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < deadline, self.shown
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        with contextlib.suppress(OSError):
            os.close(self._master)

    def _read(self) -> bool:
        """Whether more may come."""
        ready, _, _ = select.select([self._master], [], [], 1)
        if not ready:
            return True
        try:
            data = os.read(self._master, 65_536)
        except OSError as error:
            if error.errno == errno.EIO:  # the other side is closed
                return False
            raise
        self.shown += data.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(data)
