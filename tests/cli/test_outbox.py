"""Mail to the team: over a real socket, to a server that behaves, is down, is slow, refuses, or dies in the middle."""

import signal
import socket
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from mailservers import PASSWORD, USER, MailServer, certificate, free_port, rude_server, until
from running import Program

NOW = datetime(2026, 3, 31, 14, 0, tzinfo=UTC)  # 10:00 in New York
DEE = (
    "--full-name", "Dee Dorn", "--company", "Acme", "--city", "Boston", "--state", "MA", "--postal-code", "02110",
    "--phone", "617-555-0142", "--email", "dee@acme.example",
)  # fmt: skip


@pytest.fixture
def office(cli: Program) -> Program:
    """Rita and Sam, both with an address, cover MA and NY; nobody has a lead yet, and mail is not set up."""
    cli.now = NOW
    cli.ok("rep", "add", "Rita Ruiz", "--email", "rita@team.example")
    cli.ok("rep", "add", "Sam Stone", "--email", "sam@team.example")
    cli.ok("territory", "add", "Rita Ruiz", "--state", "MA")
    cli.ok("territory", "add", "Sam Stone", "--state", "NY")
    return cli


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Set the mail server."""

    def settle(port: int, **more: str) -> None:
        told = {"host": "127.0.0.1", "port": str(port), "security": "none", "from": "Leads <leads@team.example>",
                "timeout": "5", **more}  # fmt: skip
        for key, value in told.items():
            monkeypatch.setenv(f"LEADTRACK_MAIL_{key.upper()}", value)

    return settle


@pytest.fixture
def server(use: Callable[..., None]) -> Iterator[MailServer]:
    """A server that takes everything, and the settings that name it."""
    with MailServer() as running:
        use(running.port)
        yield running


@pytest.fixture(scope="session")
def tls(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return certificate(tmp_path_factory.mktemp("certificate"))


def states(cli: Program) -> dict[str, str]:
    """What became of the mail, by who it is for."""
    return {row["to"]: row["state"] for row in cli.json("outbox", "list")}


def fifty(sheet: Any) -> str:
    rows = [["Name", "E-mail", "State"]]
    rows += [[f"Lead {n:02}", f"lead{n}@example.com", "MA" if n % 2 else "NY"] for n in range(1, 51)]
    return sheet(rows, "fair.csv")


# -- a server that behaves ---------------------------------------------------------------------------------------------


def test_who_gets_a_lead_is_told_at_once(office: Program, server: MailServer):
    answer = office.ok("add", *DEE, "--source", "web form", "--note", "x")
    assert "1 mail sent" in answer.err
    ((recipient, mail),) = server.mails
    assert recipient == "rita@team.example"
    assert mail["To"] == "rita@team.example"
    assert mail["From"] == "Leads <leads@team.example>"
    assert mail["Subject"] == "New lead: Dee Dorn, Acme (Boston, MA 02110)"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"] == "Tue, 31 Mar 2026 14:00:00 +0000"
    text = mail.get_body(("plain",)).get_content()
    for told in ("Dee Dorn", "Acme", "+16175550142", "dee@acme.example", "web form", "2026-03-31 10:00", "covers"):
        assert told in text
    assert "five minutes" in text
    assert "leadtrack show 1" in text
    page = mail.get_body(("html",)).get_content()
    assert '<a href="tel:+16175550142">' in page
    (row,) = office.json("outbox", "list")
    assert (row["state"], row["rep"], row["message_id"]) == ("sent", "Rita Ruiz", mail["Message-ID"])
    assert row["message_id"].endswith("@team.example>")


def test_a_list_that_lands_makes_one_digest_for_each_rep(office: Program, server: MailServer, sheet):
    told = office("import", fifty(sheet), "--assign", "--format", "json")
    assert told.code == 0
    assert sorted(server.to) == ["rita@team.example", "sam@team.example"]
    mail = dict(server.mails)["rita@team.example"]
    assert mail["Subject"] == "25 new leads from fair.csv"
    text = mail.get_body(("plain",)).get_content()
    assert "Lead 01" in text and "Lead 49" in text and "Lead 02" not in text
    assert "more" not in text


def test_a_digest_names_the_first_and_counts_the_others(office: Program, server: MailServer, sheet):
    rows = [["Name", "E-mail", "State"], *[[f"Lead {n}", f"lead{n}@example.com", "MA"] for n in range(60)]]
    office.ok("import", sheet(rows), "--assign")
    text = server.mails[0][1].get_body(("plain",)).get_content()
    assert "60 leads are yours" in text and "and 35 more" in text


def test_every_way_of_assigning_tells_and_none_tells_twice(office: Program, server: MailServer, sheet):
    office.ok("import", fifty(sheet))
    assert server.mails == []
    office.ok("assign")
    assert len(server.mails) == 2
    office.ok("assign")
    office.ok("tick")
    office.ok("outbox", "send")
    assert len(server.mails) == 2
    office.ok("assign", 1, "--to", "Sam", "--why", "knows the firm")
    assert len(server.mails) == 3
    assert "knows the firm" in server.mails[2][1].get_body(("plain",)).get_content()


def test_a_rep_whom_the_sheet_names_as_owner_is_told(office: Program, server: MailServer, sheet):
    office.ok("import", sheet([["Name", "E-mail", "Owner"], ["Ann", "ann@x.example", "Sam Stone"]]))
    assert server.to == ["sam@team.example"]
    assert "Sam Stone as owner" in server.mails[0][1].get_body(("plain",)).get_content()


def test_looking_tells_nobody(office: Program, server: MailServer, sheet):
    office.ok("import", fifty(sheet), "--assign", "--dry-run")
    office.ok("import", fifty(sheet))
    office.ok("assign", "--dry-run")
    office.ok("assign", "--explain")
    assert server.mails == [] and office.json("outbox", "list") == []


def test_who_takes_a_lead_for_himself_knows_it(office: Program, server: MailServer):
    office.ok("add", *DEE, acting="Rita Ruiz")
    assert server.mails == []


def test_a_team_to_play_with_gets_no_mail(cli: Program, server: MailServer, tmp_path: Path):
    cli.ok("demo", tmp_path / "play")
    assert server.mails == []
    assert Program(tmp_path / "play" / "leads.db").json("outbox", "list") == []


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_mail_goes_encrypted_and_with_a_login(office: Program, use, tls, security: str):
    with MailServer(tls=tls, security=security, login=True) as server:
        use(server.port, host="localhost", security=security, user=USER, password=PASSWORD, ca=str(tls[0]))
        office.ok("add", *DEE)
        assert server.to == ["rita@team.example"]


def test_a_wrong_password_leaves_the_mail_waiting(office: Program, use, tls):
    with MailServer(tls=tls, security="starttls", login=True) as server:
        use(server.port, host="localhost", security="starttls", user=USER, password="wrong", ca=str(tls[0]))
        answer = office.ok("add", *DEE)
        assert "refuses the user name or password" in answer.err
        assert "wrong" not in answer.err
        assert states(office) == {"rita@team.example": "queued"}
        use(server.port, host="localhost", security="starttls", user=USER, password=PASSWORD, ca=str(tls[0]))
        office.ok("outbox", "send", "--now")
        assert server.to == ["rita@team.example"]


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(office: Program, use, tls):
    with MailServer(tls=tls, security="starttls", login=True) as server:
        use(server.port, host="localhost", security="starttls", user=USER, password=PASSWORD)
        assert "certificate that cannot be trusted" in office.ok("add", *DEE).err
        assert server.mails == []


def test_a_server_without_encryption_gets_no_password(office: Program, server: MailServer, use):
    use(server.port, security="starttls", user=USER, password=PASSWORD)
    assert "offers no encryption" in office.ok("add", *DEE).err
    use(server.port, host="mail.example", security="none", user=USER, password=PASSWORD)
    assert "does not go over an open line" in office.refused("outbox", "test", "x@y.example")


def test_a_test_mail_says_whether_the_settings_are_right(office: Program, server: MailServer):
    assert "took the test mail" in office.ok("outbox", "test", "boss@team.example").err
    assert server.to == ["boss@team.example"]
    server.refusals["boss@team.example"] = "550 no such mailbox"
    assert "no such mailbox" in office.refused("outbox", "test", "boss@team.example")
    assert "no e-mail address" in office.refused("outbox", "test", "boss")
    assert office.json("outbox", "list") == []


# -- without a server, and other settings ------------------------------------------------------------------------------


def test_without_a_mail_server_nothing_is_queued_and_one_line_says_so(office: Program, sheet):
    for command in (("add", *DEE), ("import", fifty(sheet), "--assign")):
        answer = office.ok(*command)
        assert answer.err.count("no mail server is set") == 1
    assert office.json("outbox", "list") == []
    assert "mail" not in office.ok("assign").err, "there was nobody to tell"


def test_the_settings_may_stand_in_a_file_that_only_its_owner_reads(office: Program, use, monkeypatch, tmp_path: Path):
    path = Path(office.ok("settings", "mail", "--file").out.strip())
    assert path == tmp_path / "mail.toml"
    assert path.stat().st_mode & 0o777 == 0o600
    assert office.json("settings", "mail", "--file") == {"file": str(path), "new": False}
    assert "no mail server is set" in office.ok("add", *DEE).err, "a file with nothing in it sets nothing"
    with MailServer() as server:
        path.write_text(
            f'host = "127.0.0.1"\nport = {server.port}\nsecurity = "none"\nfrom = "leads@team.example"\n'
            'user = ""\npassword = ""\n'
        )
        office.ok("assign", 1, "--to", "Sam", "--why", "so it is")
        assert server.to == ["sam@team.example"]
        rows = {row["key"]: row for row in office.json("settings", "mail")}
        assert rows["port"] == {"key": "port", "value": str(server.port), "from": str(path)}
        monkeypatch.setenv("LEADTRACK_MAIL_FROM", "other@team.example")
        rows = {row["key"]: row for row in office.json("settings", "mail")}
        assert rows["from"]["from"] == "LEADTRACK_MAIL_FROM", "the environment counts for more"


def test_a_password_is_never_shown(office: Program, use):
    use(1, user="u", password="s3cret")
    answer = office.ok("settings", "mail")
    assert "s3cret" not in answer.out + answer.err
    assert {"key": "password", "value": "set", "from": "LEADTRACK_MAIL_PASSWORD"} in office.json("settings", "mail")
    office.ok("add", *DEE)
    assert "s3cret" not in office.dump() + office.ok("cron").out


@pytest.mark.parametrize(
    ("content", "mode", "said"),
    [
        ('host = "h.example"\n', 0o644, "chmod 600"),
        ("host = \n", 0o600, "cannot be read"),
        ('hots = "h.example"\n', 0o600, "did you mean 'host'?"),
        ('host = "h.example"\n', 0o600, "name no 'from'"),
        ('host = "h.example"\nfrom = "nobody"\n', 0o600, "is no address"),
        ('host = "h.example"\nfrom = "a@b.example"\nport = "x"\n', 0o600, "port 'x'"),
        ('host = "h.example"\nfrom = "a@b.example"\nsecurity = "ssl"\n', 0o600, "none of starttls, tls, none"),
        ('host = ["h.example"]\n', 0o600, "is no text"),
    ],
)
def test_settings_that_cannot_be_are_named_and_the_mail_waits(
    office: Program, tmp_path: Path, content: str, mode: int, said: str
):
    path = tmp_path / "mail.toml"
    path.write_text(content)
    path.chmod(mode)
    assert said in office.refused("settings", "mail")
    assert said in office.ok("add", *DEE).err
    assert states(office) == {"rita@team.example": "queued"}


def test_a_rep_who_cannot_be_written_to_is_named(office: Program, server: MailServer):
    office.write("UPDATE reps SET email = NULL WHERE name = 'Rita Ruiz'")
    assert "Rita Ruiz was not told" in office.ok("add", *DEE).err
    office.write("UPDATE reps SET email = 'rita@a@b' WHERE name = 'Rita Ruiz'")
    assert "'rita@a@b', to which no mail can go" in office.ok("add", "--full-name", "Eve", "--state", "MA").err
    assert server.mails == []


def test_nothing_in_a_lead_steers_the_mail(office: Program, server: MailServer, sheet):
    name = "Eve\r\nBcc: all@team.example\x1b[2J\u202e <script>alert(1)</script> {{ 7*7 }}"
    office.ok(
        "import", sheet([["Name", "E-mail", "State", "Notes"], [name, "eve@x.example", "MA", ".\n.\nRSET"]]), "--assign"
    )
    ((recipient, mail),) = server.mails
    assert recipient == "rita@team.example"
    assert mail["Bcc"] is None
    page = mail.get_body(("html",)).get_content()
    assert "<script>" not in page
    assert "49" not in mail["Subject"] and "\x1b" not in page and "\u202e" not in page


# -- a server that does not behave -------------------------------------------------------------------------------------


def test_a_server_that_is_down_changes_nothing_but_the_mail_waits(office: Program, use, sheet):
    port = free_port()
    use(port)
    answer = office.ok("import", fifty(sheet), "--assign")
    assert "mail waits in the outbox" in answer.err and "tried again at 2026-03-31 10:01" in answer.err
    assert set(states(office).values()) == {"queued"}
    # until then nobody waits for it again: neither a command nor the next tick
    assert "1 mail waits for the mail server, which was down" in office.ok("add", *DEE).err
    assert office("tick").code == 0
    office.now = NOW + timedelta(minutes=2)
    answer = office("tick")
    assert answer.code == 3 and "outbox: mail waits" in answer.err
    with MailServer() as server:
        use(server.port)
        office.now = NOW + timedelta(minutes=30)
        office.ok("tick")
        assert sorted(server.to) == ["rita@team.example"] * 2 + ["sam@team.example"]
    assert set(states(office).values()) == {"sent"}


def test_outbox_send_tells_by_its_exit_code_that_the_server_is_down(office: Program, use):
    use(free_port())
    office.ok("add", *DEE)
    told = office("outbox", "send", "--now", "--format", "json")
    assert told.code == 1
    assert told.json()["trouble"].startswith("the mail server 127.0.0.1:")
    assert "--now sends it at once" in office.ok("outbox", "send").err


def test_one_recipient_who_is_refused_keeps_no_other_from_his_mail(office: Program, server: MailServer, sheet):
    server.refusals["rita@team.example"] = "550 no such mailbox"
    answer = office.ok("import", fifty(sheet), "--assign")
    assert "mail 1 to rita@team.example failed: 550 no such mailbox" in answer.err
    assert server.to == ["sam@team.example"]
    assert states(office) == {"rita@team.example": "failed", "sam@team.example": "sent"}
    # never again by itself; on purpose, and to the address that was mended meanwhile
    office.ok("tick")
    office.ok("rep", "add", "Rita Ruiz", "--email", "rita.ruiz@team.example")
    before = office.json("outbox", "show", 1)["message_id"]
    office.ok("outbox", "retry", 1)
    assert server.to == ["sam@team.example", "rita.ruiz@team.example"]
    assert server.mails[-1][1]["Message-ID"] == before


def test_a_server_that_puts_off_is_asked_again_and_given_up_after_a_day(office: Program, server: MailServer):
    server.refusals["rita@team.example"] = "451 greylisted"
    assert "was put off (451 greylisted)" in office.ok("add", *DEE).err
    tries = [office.json("outbox", "list")[0]["next_at"]]
    while states(office)["rita@team.example"] == "queued":
        office.now = datetime.fromisoformat(tries[-1])
        office("tick")
        tries.append(office.json("outbox", "list")[0]["next_at"])
    assert states(office) == {"rita@team.example": "failed"}
    assert len(tries) == 11
    assert timedelta(hours=20) < office.now - NOW < timedelta(hours=25)


def dies(line: socket.socket, lines: Any) -> None:
    """Break off in the middle of a mail."""
    until(line, lines, b"DATA")
    line.sendall(b"354 go on\r\n")
    lines.readline()


def test_a_line_that_breaks_in_the_middle_of_a_mail_leaves_it_unknown(office: Program, use, sheet):
    with rude_server(dies) as port:
        use(port)
        answer = office.ok("import", fifty(sheet), "--assign")
    assert "may have arrived or not" in answer.err and "leadtrack outbox retry 1" in answer.err
    assert states(office)["rita@team.example"] == "unknown"
    with MailServer() as server:
        use(server.port)
        office("outbox", "send", "--now")
        office("tick")
        assert "rita@team.example" not in server.to, "never again in silence"
        office.ok("outbox", "retry", 1)
        assert server.to.count("rita@team.example") == 1


def test_a_server_that_falls_silent_with_a_mail_gets_no_other(office: Program, server: MailServer, use, sheet):
    use(server.port, timeout="0.5")
    server.may_answer.clear()
    answer = office.ok("import", fifty(sheet), "--assign")
    assert "does not say whether it took mail 1" in answer.err
    assert "mail 1 to rita@team.example may have arrived or not: the server said nothing for 0.5 seconds" in answer.err
    assert states(office) == {"rita@team.example": "unknown", "sam@team.example": "queued"}
    server.may_answer.set()
    office.now = NOW + timedelta(minutes=2)
    office.ok("tick")
    assert states(office) == {"rita@team.example": "unknown", "sam@team.example": "sent"}


def test_a_server_on_which_every_mail_breaks_is_not_given_all_of_them(office: Program, use, sheet):
    for n in range(5):
        office.ok("rep", "add", f"Rep {n}", "--email", f"rep{n}@team.example")
        office.ok("territory", "add", f"Rep {n}", "--state", "MA")

    with rude_server(dies) as port:
        use(port)
        assert "does not say whether it took mail" in office.ok("import", fifty(sheet), "--assign").err
    assert sorted(states(office).values()) == ["queued"] * 4 + ["unknown"] * 3


def test_a_line_that_breaks_before_the_mail_was_handed_over_leaves_it_waiting(office: Program, use):
    with rude_server(lambda line, lines: until(line, lines, b"RCPT")) as port:
        use(port)
        assert office.ok("add", *DEE).err.count("mail") >= 1
        assert states(office) == {"rita@team.example": "queued"}


def test_a_server_that_never_answers_is_waited_for_no_longer_than_was_set(office: Program, use):
    with rude_server(lambda line, lines: lines.read()) as port:
        use(port, timeout="0.3")
        assert "did not answer within 0.3 seconds" in office.ok("add", *DEE).err
    assert states(office) == {"rita@team.example": "queued"}


def test_a_program_that_is_killed_while_sending_leaves_the_mail_unknown(
    office: Program, server: MailServer, start, sheet
):
    server.may_answer.clear()
    process = start("import", fifty(sheet), "--assign")
    assert server.entered.wait(60)
    assert states(office)["rita@team.example"] == "sending"
    process.send_signal(signal.SIGKILL)
    process.wait(60)
    server.may_answer.set()
    for _ in range(200):  # the system lets go of the lock
        if states(office)["rita@team.example"] == "unknown":
            break
        time.sleep(0.05)
    assert states(office) == {"rita@team.example": "unknown", "sam@team.example": "queued"}
    taken = server.to.count("rita@team.example")
    answer = office("outbox", "send")
    assert answer.code == 3 and "may have arrived or not: the program was stopped while sending it" in answer.err
    assert states(office) == {"rita@team.example": "unknown", "sam@team.example": "sent"}
    office.ok("outbox", "send")
    office.ok("tick")
    assert server.to.count("rita@team.example") == taken, "never again in silence"
    office.ok("outbox", "retry", 1)
    assert server.to.count("rita@team.example") == taken + 1


def test_two_who_send_at_once_send_each_mail_once(office: Program, server: MailServer, start, use, sheet):
    port = server.port
    use(free_port())
    for n in range(8):
        office.ok("add", "--full-name", f"Lead {n}", "--state", "MA" if n % 2 else "NY")
    use(port)
    senders = [start("outbox", "send", "--now") for _ in range(4)]
    assert [sender.wait(60) for sender in senders] == [0] * 4
    assert len(server.mails) == 8
    assert len({mail["Message-ID"] for _, mail in server.mails}) == 8


# -- list, show, retry, undo -------------------------------------------------------------------------------------------


def test_the_outbox_is_listed_and_shown(office: Program, server: MailServer, sheet):
    server.refusals["sam@team.example"] = "550 gone"
    office.ok("import", fifty(sheet), "--assign")
    assert [row["to"] for row in office.json("outbox", "list", "--state", "failed")] == ["sam@team.example"]
    assert [row["to"] for row in office.json("outbox", "list", "--rep", "Rita")] == ["rita@team.example"]
    assert len(office.json("outbox", "list", "--limit", "1")) == 1
    assert "there is no state 'lost'" in office.refused("outbox", "list", "--state", "lost")
    shown = office.ok("outbox", "show", 1)
    assert "Subject: 25 new leads from fair.csv" in shown.out
    assert set(office.json("outbox", "show", 1)) == {
        "mail", "to", "state", "kind", "rep", "subject", "text", "html", "queued_at", "attempts", "next_at", "tried_at",
        "answer", "message_id", "batch",
    }  # fmt: skip
    assert "there is no mail 99" in office.refused("outbox", "show", 99)
    assert "was sent; only failed and unknown ones go again" in office.refused("outbox", "retry", 2, 1)


def test_an_assignment_that_is_taken_back_takes_its_waiting_mail_along(office: Program, use):
    use(free_port())
    office.ok("add", *DEE)
    office.ok("undo")
    assert office.json("outbox", "list") == []
    with MailServer() as server:
        use(server.port)
        office.ok("outbox", "send", "--now")
        assert server.mails == []
        office.ok("undo", office.json("history")[0]["batch"])
        office.ok("outbox", "send", "--now")
        assert server.to == ["rita@team.example"]


def test_a_mail_that_went_out_cannot_be_taken_back(office: Program, server: MailServer):
    office.ok("add", *DEE)
    answer = office("undo")
    assert answer.code == 3
    assert "to rita@team.example (went out, or is on its way)" in answer.err
    assert office.json("leads") == []


# -- pages -------------------------------------------------------------------------------------------------------------


def test_a_team_writes_its_own_pages(office: Program, server: MailServer, tmp_path: Path):
    folder = tmp_path / "templates"
    assert "wrote 7 templates" in office.ok("outbox", "templates", "--write", folder).err
    (folder / "lead.txt").write_text("Subject: Go, {{ rep }}!\n\n{{ lead.name }} {{ lead.phone }}\n")
    (folder / "lead.html").unlink()
    assert "kept 6" in office.ok("outbox", "templates", "--write", folder).err
    (folder / "lead.html").unlink()
    office.ok("add", *DEE)
    mail = server.mails[0][1]
    assert mail["Subject"] == "Go, Rita Ruiz!"
    assert mail.get_content() == "Dee Dorn +16175550142\r\n"
    own = {row["template"]: row["own"] for row in office.json("outbox", "templates")}
    assert own["lead.txt"] and not own["lead.html"] and own["leads.txt"]


@pytest.mark.parametrize(
    "broken", ["Subject: {{ lead.nam }}\n", "Subject: {% if %}\n", "no subject\n", "Subject: {{ rep.__class__ }}\n"]
)
def test_a_page_that_is_broken_is_named_and_ours_goes_out(
    office: Program, server: MailServer, tmp_path: Path, broken: str
):
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "lead.txt").write_text(broken)
    answer = office.ok("add", *DEE)
    assert "the shipped page was used" in answer.err
    assert server.mails[0][1]["Subject"].startswith("New lead: Dee Dorn")
