"""`leadtrack tick` and `leadtrack cron`: everything that is due, every minute."""

import contextlib
import os
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from mailservers import MailServer
from running import Program

from leadtrack.actions import tick as ticking
from leadtrack.errors import BadRequest
from leadtrack.store.tallies import Tallies

NOW = datetime(2026, 3, 31, 14, 0, tzinfo=UTC)  # 10:00 in New York


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    with MailServer() as running:
        told = {"HOST": "127.0.0.1", "PORT": running.port, "SECURITY": "none", "FROM": "leads@team.example"}
        for key, value in told.items():
            monkeypatch.setenv(f"LEADTRACK_MAIL_{key}", str(value))
        yield running


@pytest.fixture
def office(cli: Program, people: str) -> Program:
    """Three leads that nobody has, and Rita, who covers MA."""
    cli.now = NOW
    cli.ok("import", people)
    cli.ok("rep", "add", "Rita Ruiz", "--email", "rita@team.example")
    cli.ok("territory", "add", "Rita Ruiz", "--state", "MA")
    return cli


def test_a_tick_assigns_tells_and_sends(office: Program, server: MailServer):
    answer = office.ok("tick")
    assert "1 lead assigned: Rita Ruiz 1" in answer.err and "1 mail sent" in answer.err
    assert server.to == ["rita@team.example"]


def test_a_tick_with_nothing_to_do_says_nothing_and_writes_nothing(office: Program, server: MailServer):
    office.ok("tick")
    office.now = NOW + timedelta(minutes=1)
    with contextlib.closing(sqlite3.connect(office.db)) as looking:
        before = looking.execute("PRAGMA data_version").fetchone()
        answer = office.ok("tick")
        assert (answer.out, answer.err) == ("", "")
        assert looking.execute("PRAGMA data_version").fetchone() == before
    assert len(server.mails) == 1


def test_quiet_says_only_what_went_wrong(office: Program):
    assert office.ok("tick", "--quiet").err == "", "that there is no mail server is known"
    assert office.json("leads")[0]["rep"] == "Rita Ruiz"
    office.ok("territory", "add", "Rita", "--state", "NY")
    Path(os.environ["LEADTRACK_MAIL_FILE"]).write_text("nonsense")
    answer = office("tick", "--quiet")
    assert answer.code == 3
    assert "outbox: mail waits in the outbox" in answer.err


def test_a_part_that_fails_stops_no_other_and_is_named(office: Program, server: MailServer, monkeypatch):
    def refuses(_: object) -> ticking.Done:
        raise BadRequest("no can do")

    def breaks(_: object) -> ticking.Done:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(ticking, "PARTS", (("first", refuses), ("second", breaks), *ticking.PARTS))
    answer = office("tick", "--format", "json")
    assert answer.code == 1
    told = {part["part"]: part for part in answer.json()["parts"]}
    assert told["first"]["error"] == "no can do"
    assert "ZeroDivisionError" in told["second"]["error"]
    assert told["assign"] == {"part": "assign", "done": ["1 lead assigned: Rita Ruiz 1"], "troubles": [], "error": None}
    assert server.to == ["rita@team.example"]
    assert "first, second failed; the other parts of the tick are done" in answer.err


def test_two_ticks_at_once_do_everything_once(office: Program, server: MailServer, start, sheet):
    rows = [["Name", "E-mail", "State"], *[[f"Lead {n}", f"lead{n}@example.com", "MA"] for n in range(200)]]
    office.ok("import", sheet(rows, "many.csv"))
    ticks = [start("tick") for _ in range(4)]
    assert [tick.wait(120) for tick in ticks] == [0] * 4
    assert len(server.mails) == 1
    assert office.rows("SELECT count(*), count(DISTINCT lead_id) FROM assignments") == [(201, 201)]


def test_a_tick_leaves_it_to_the_one_that_is_at_work(office: Program):
    from leadtrack.store import Store

    store = Store(office.db, now="2026-03-31T14:00:00Z", settings={})
    with store.alone("tick") as mine:
        assert mine
        assert office.json("tick") == {"busy": True, "parts": [], "remarks": []}
    store.close()
    assert office.json("tick")["busy"] is False


def test_leads_without_an_attempt_go_up_the_ladder_and_all_concerned_are_told(office: Program, server: MailServer):
    office.ok("rep", "add", "Sam Stone", "--email", "sam@team.example")
    office.ok("rep", "add", "Mia Moss", "--email", "mia@team.example")
    for action, after in (("remind", "10min"), ("tell", "20min"), ("take", "30min")):
        office.ok("escalate", "add", action, "--after", after, *(["--to", "Mia"] if action == "tell" else []))
    office.ok("tick")
    office.ok("territory", "add", "Sam Stone", "--state", "MA")
    for minutes, told in (
        (9, []),
        (10, ["rita@team.example"]),
        (11, []),
        (20, ["mia@team.example"]),
        (30, ["sam@team.example"]),
        (31, []),
    ):
        server.mails.clear()
        office.now = NOW + timedelta(minutes=minutes)
        office.ok("tick")
        assert server.to == told, f"after {minutes} minutes"
    assert office.json("show", 1)["rep"] == "Sam Stone"


def test_who_gets_leads_by_hand_or_from_one_who_left_is_told(office: Program, server: MailServer):
    office.ok("rep", "add", "Sam Stone", "--email", "sam@team.example")
    office.ok("assign", "--to", "Sam", "--why", "his clients", "--state", "NY")
    assert server.to == ["sam@team.example"]
    office.ok("rep", "leave", "Sam Stone", "--to", "Rita", "--dry-run")
    assert len(server.mails) == 1
    office.ok("rep", "leave", "Sam Stone", "--to", "Rita")
    assert server.to == ["sam@team.example", "rita@team.example"]


# -- reminders ---------------------------------------------------------------------------------------------------------


def test_a_reminder_is_told_once_when_its_time_has_come(office: Program, server: MailServer):
    office.ok("remind", 1, "today 10:30", "Send the quote", "--rep", "Rita")
    office.ok("remind", 2, "today 10:35", "Call again", "--rep", "Rita")
    office.ok("remind", 2, "tomorrow", "A whole day is the digest's", "--rep", "Rita")
    office.ok("assign")
    server.mails.clear()
    for minutes, mails in ((29, 0), (31, 1), (32, 1), (36, 2), (60, 2), (60 * 24, 2)):
        office.now = NOW + timedelta(minutes=minutes)
        office.ok("tick")
        assert len(server.mails) == mails, f"after {minutes} minutes"
    assert server.mails[0][1]["Subject"] == "Due: Send the quote - Ann Archer"
    assert "2026-03-31 10:30  Send the quote" in server.mails[0][1].get_body(("plain",)).get_content()


def test_several_that_fell_due_are_one_mail_and_old_or_done_ones_none(office: Program, server: MailServer):
    for number, due in enumerate(("today 10:30", "today 10:40", "today 10:50"), 1):
        office.ok("remind", 1, due, f"Promise {number}", "--rep", "Rita")
    office.ok("remind", "--done", 2)
    office.ok("assign")
    server.mails.clear()
    office.now = NOW + timedelta(hours=2)
    office.ok("tick")
    assert [mail["Subject"] for _, mail in server.mails] == ["2 reminders are due"]
    office.ok("remind", 1, "today 13:00", "Missed", "--rep", "Rita")
    office.now = NOW + timedelta(days=3)
    office.ok("tick")
    assert len(server.mails) == 1, "three days late is no alert any more"


# -- cron --------------------------------------------------------------------------------------------------------------


def test_the_line_for_cron_runs_from_anywhere_and_with_an_empty_environment(office: Program, monkeypatch):
    with MailServer() as server:
        path = Path(os.environ["LEADTRACK_MAIL_FILE"])
        path.write_text(f'host = "127.0.0.1"\nport = {server.port}\nsecurity = "none"\nfrom = "leads@team.example"\n')
        path.chmod(0o600)
        monkeypatch.setenv("PYTHONPATH", str(Path(ticking.__file__).parents[2]))
        about, line = office.ok("cron").out.splitlines()
        assert about.startswith("# leadtrack")
        command = line.removeprefix("* * * * * ")
        done = subprocess.run(
            ["/bin/sh", "-c", command], cwd="/", env={"PATH": "/usr/bin:/bin", "HOME": "/", "LOGNAME": "cron"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert server.to == ["rita@team.example"]


def test_cron_names_this_python_this_file_and_these_settings(office: Program, monkeypatch):
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.setenv("LEADTRACK_MAIL_PASSWORD", "s3cret")
    answer = office.ok("cron")
    words = shlex.split(answer.out.splitlines()[1])[5:]
    assert words == [
        f"LEADTRACK_MAIL_FILE={os.environ['LEADTRACK_MAIL_FILE']}", sys.executable, "-P", "-m", "leadtrack", "--db",
        str(office.db.resolve()), "tick", "--quiet",
    ]  # fmt: skip
    assert "cron will not see LEADTRACK_MAIL_PASSWORD" in answer.err
    told = office.json("cron")
    assert set(told) == {"crontab", "units", "missing", "written"}
    assert "s3cret" not in str(told)


def test_units_for_systemd_are_printed_or_written(office: Program, tmp_path: Path):
    assert "[Timer]" in office.ok("cron", "--systemd").out
    folder = tmp_path / "units"
    assert "enable --now leadtrack-tick.timer" in office.ok("cron", "--systemd", "--write", folder).err
    assert {path.name for path in folder.iterdir()} == {"leadtrack-tick.service", "leadtrack-tick.timer"}
    assert "goes with --systemd" in office.refused("cron", "--write", folder, code=2)


# -- counting ----------------------------------------------------------------------------------------------------------


def test_what_a_large_run_left_uncounted_is_counted_by_the_next_tick(office: Program, sheet, monkeypatch):
    def counted() -> list[object]:
        return [office.json("report", name)["rows"] for name in ("funnel", "reps", "sources", "response")]

    rows = [
        ["Name", "E-mail", "State", "ZIP"],
        *[[f"Lead {n}", f"lead{n}@acme{n}.example", "MA", "02110"] for n in range(40)],
    ]
    office.ok("import", sheet(rows, "many.csv"))
    monkeypatch.setattr("leadtrack.actions.assigning.BULK", 20)
    office.ok("assign")
    assert office.rows("SELECT count(*) FROM pauses") == [(1,)]
    before = office.dump()
    told = counted()
    assert office.dump() == before, "a report counts for itself and writes nothing"
    assert told[1][0]["assigned"] == 41
    office.now = NOW + timedelta(days=2)
    office.ok("log", "3", "call", "--outcome", "answered")
    assert office.json("report", "reps", "--as-of", "2026-03-31 10:00")["rows"] == told[1], "also of an earlier day"
    office.ok("undo")
    office.now = NOW
    office.ok("log", "1", "call", "--outcome", "answered")
    office.ok("note", "2", "while nobody counts")
    told = counted()
    assert office.json("tick")["parts"][-1]["done"] == ["what reports count is counted anew"]
    assert counted() == told
    assert office.json("tick")["parts"][-1]["done"] == []
    office.ok("log", "2", "call", "--outcome", "answered")
    later = counted()
    monkeypatch.setattr("leadtrack.store.tallies.table", lambda *asked, **names: None)
    assert counted() == later, "from then on each is counted as it comes"


def test_what_others_write_while_all_is_counted_anew_is_counted_too(office: Program, sheet, monkeypatch):
    rows = [["Name", "E-mail"], *[[f"Lead {n}", f"lead{n}@acme{n}.example"] for n in range(5)]]
    office.ok("import", sheet(rows, "some.csv"))
    office.write("INSERT INTO pauses (id) VALUES (1)")
    counting, others = Tallies.count_anew, []

    def count_anew(self: Tallies) -> None:
        counting(self)
        if not others:  # nobody holds the file: somebody else logs a call
            others.append(office.ok("log", "1", "call", "--outcome", "answered"))

    monkeypatch.setattr(Tallies, "count_anew", count_anew)
    assert office.json("tick")["parts"][-1]["done"] == ["what reports count is counted anew"]
    assert others
    monkeypatch.undo()
    told = office.json("report", "reps", "--by", "source")["rows"]
    monkeypatch.setattr("leadtrack.store.tallies.table", lambda *asked, **names: None)
    assert office.json("report", "reps", "--by", "source")["rows"] == told
    assert office.rows("SELECT sum(attempts) FROM tallies_by_source") == [(1,)]
