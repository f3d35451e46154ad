"""The long forms: mail killed at any moment, and cron itself running the line that `leadtrack cron` prints."""

import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mailservers import MailServer
from running import Program, is_root

PATIENCE = 150  # seconds: cron begins at the next full minute

pytestmark = pytest.mark.slow


def settings(path: Path, server: MailServer) -> Path:
    path.write_text(f'host = "127.0.0.1"\nport = {server.port}\nsecurity = "none"\nfrom = "leads@team.example"\n')
    path.chmod(0o600)
    return path


def test_killed_at_any_moment_no_mail_is_lost_and_none_goes_twice(cli: Program, start, tmp_path: Path):
    chance = random.Random(6)
    (tmp_path / "mail.toml").write_text("wrong")  # so that all of it waits
    cli.ok("rep", "add", "Rita Ruiz", "--email", "rita@team.example")
    cli.ok("territory", "add", "Rita Ruiz", "--state", "MA")
    for n in range(150):
        cli.ok("add", "--full-name", f"Lead {n}", "--state", "MA")
    with MailServer() as server:
        settings(tmp_path / "mail.toml", server)
        for _ in range(60):
            process = start("outbox", "send", "--now")
            time.sleep(chance.uniform(0.15, 0.6))
            process.send_signal(signal.SIGKILL)
            process.wait()
        cli("outbox", "send", "--now")
        assert len(server.mails) > 50
        arrived = Counter(str(mail["Message-ID"]) for _, mail in server.mails)
        assert set(arrived.values()) == {1}
        rows = cli.json("outbox", "list")
        states = Counter(row["state"] for row in rows)
        assert set(states) <= {"sent", "unknown"}
        # what counts as sent has arrived; of what is unknown some may have
        assert {row["message_id"] for row in rows if row["state"] == "sent"} <= set(arrived)
        assert set(arrived) <= {row["message_id"] for row in rows}
        assert len(rows) == 150


@contextmanager
def crontab(lines: str) -> Iterator[None]:
    """The user's crontab with these lines added, and as it was afterwards."""
    before = subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=False)
    subprocess.run(["crontab", "-"], input=before.stdout + lines, text=True, check=True)
    try:
        yield
    finally:
        if before.returncode == 0:
            subprocess.run(["crontab", "-"], input=before.stdout, text=True, check=True)
        else:
            subprocess.run(["crontab", "-r"], check=True)


@contextmanager
def cron_running() -> Iterator[None]:
    """Debian's cron; where one runs already, ours ends at once and that one does it."""
    process = subprocess.Popen(["cron", "-f"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)


def test_debians_cron_runs_the_line_that_leadtrack_prints(cli: Program, people: str, monkeypatch, tmp_path: Path):
    if not is_root() or shutil.which("apt-get") is None:
        pytest.skip("installs and starts cron, which takes root and Debian")
    if shutil.which("cron") is None:
        subprocess.run(["apt-get", "update"], check=True, capture_output=True)
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "cron"], check=True, capture_output=True)
    team = Program(tmp_path / "a team's 100% leads.db")
    team.ok("import", people)
    team.ok("rep", "add", "Rita Ruiz", "--email", "rita@team.example")
    team.ok("territory", "add", "Rita Ruiz", "--country", "US")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    with MailServer() as server:
        settings(tmp_path / "mail.toml", server)
        with crontab(team.ok("cron").out), cron_running():
            deadline = time.monotonic() + PATIENCE
            while not server.mails and time.monotonic() < deadline:
                time.sleep(0.5)
        assert server.to == ["rita@team.example"]
        assert server.mails[0][1]["Subject"] == "3 new leads"
    assert [lead["rep"] for lead in team.json("leads")] == ["Rita Ruiz"] * 3
    assert "tick" not in subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=False).stdout
