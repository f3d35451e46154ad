"""At the terminal: wrong usage, hostile text, and what goes to stdout and what to stderr."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "arguments",
    [
        ("leed",), ("leads", "--nonsense"), ("leads", "--limit", "many"), ("leads", "--limit", "0"), ("show",),
        ("note", "1"),
        ("undo", "first"), ("import",), ("remind", "--done", "x"), ("rep",),
        ("campaign", "add", "Expo", "--cost", "much"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_is_exit_code_2_without_a_traceback(team, arguments: tuple[str, ...]):
    before = team.dump()
    answer = team(*arguments)
    assert answer.code == 2
    assert answer.err or answer.out
    assert "Traceback" not in answer.err
    assert team.dump() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "Nobody"), ("show", "99"), ("note", "99", "x"), ("log", "1", "fax"), ("stage", "1", "warm"),
        ("remind", "1", "someday", "x"), ("assign", "1", "--to", "Nobody", "--why", "x"), ("edit", "1", "email=x"),
        ("leads", "--rep", "Nobody"), ("report", "sales"), ("undo", "99"), ("add",), ("history", "Nobody"),
        ("remind", "--due", "someday"), ("territory", "add", "Nobody", "--state", "MA"), ("rep", "add", ""),
    ],
    ids=" ".join,
)  # fmt: skip
def test_with_json_stdout_holds_json_whatever_the_exit_code(team, arguments: tuple[str, ...]):
    answer = team(*arguments, "--format", "json")
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert answer.out, "nothing at all is no JSON"
    answer.json()


HOSTILE = "Ann \x1b[31mRed\x1b[0m \x07 [bold]markup[/bold] \u202e\u2066evil\x9b2J"


def test_what_could_steer_a_terminal_is_shown_harmlessly(cli, sheet):
    rows = [["Name", "E-mail", "Remark"], ["Ann Archer", "ann@acme.example", HOSTILE], ["Bob", "bob@bolt.example", "x"]]
    shown = [cli.ok("import", sheet(rows), "--source", "a\x1b[2Jb")]
    cli.ok("note", "1", HOSTILE)
    cli.ok("edit", "2", f"company={HOSTILE}")
    for arguments in (
        ("leads",),
        ("show", "1"),
        ("show", "1", "--origin"),
        ("history", "1"),
        ("history",),
        ("source", "list"),
        ("imports",),
    ):
        shown.append(cli.ok(*arguments))
    shown.append(cli("show", HOSTILE))
    shown.append(cli("note", "Ann\x1b[31m", "x"))
    shown.append(cli("rep", "add", HOSTILE))
    for answer in shown:
        for steering in ("\x1b", "\x07", "\x9b", "\u202e", "\u2066"):
            assert steering not in answer.out + answer.err


def test_markup_is_shown_as_it_is_written(cli):
    cli.ok("add", "--full-name", "Ann", "--company", "[bold]Acme[/bold] [link=x]")
    assert "[bold]Acme[/bold]" in cli.ok("leads").out
    assert "[/nonsense]" in cli("show", "[/nonsense]").err


def test_formulas_are_defused_on_the_way_out(cli):
    cli.ok("add", "--full-name", "Ann", "--company", "=cmd|' /C calc'!A0")
    assert ",=cmd" not in cli.ok("leads", "--format", "csv").out
    assert '"=cmd' not in cli.ok("leads", "--format", "csv").out
    assert cli.json("leads")[0]["company"] == "=cmd|' /C calc'!A0"


def test_html_is_escaped(cli):
    cli.ok("add", "--full-name", "Ann", "--company", "<script>alert(1)</script>")
    assert "<script>alert" not in cli.ok("leads", "--format", "html").out


def test_half_a_character_is_no_traceback(cli):
    answer = cli("add", "--full-name", "Ann \udcff")
    assert answer.code in (0, 1)
    assert "fault in leadtrack" not in answer.err


def test_quotes_and_semicolons_are_only_text(team):
    for text in ("Robert'); DROP TABLE leads;--", '"', "%", "_", "\\", "a'b"):
        team.ok("note", "1", text)
        team.ok("edit", "1", f"company={text}")
        assert team.json("show", "1")["company"] == text
        assert team("leads", "--search", text).code == 0
    assert len(team.json("leads")) == 3


def test_data_goes_to_stdout_and_words_to_stderr(team, program):
    listed = program("leads", "--format", "csv")
    assert listed.returncode == 0
    assert listed.stdout.count(b"\n") == 4
    assert listed.stderr == b""
    noted = program("note", "1", "hello")
    assert noted.stdout == b""
    assert noted.stderr.count(b"\n") == 1


def test_a_reader_that_has_seen_enough_is_no_error(cli, sheet, start):
    cli.ok("import", sheet([["Name", "E-mail"], *[[f"Lead {n}", f"lead{n}@example.com"] for n in range(3000)]]))
    process = start("leads", "--format", "csv")
    process.stdout.read(10)
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    assert process.wait(30) == 0


def test_the_program_runs_as_a_module_and_tells_its_version(program):
    from leadtrack import __version__

    assert program("--version").stdout.decode().strip() == f"leadtrack {__version__}"


def test_without_anything_to_say_what_to_do_it_shows_help():
    done = subprocess.run([sys.executable, "-m", "leadtrack"], capture_output=True, check=False)
    assert b"import" in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr


def test_nothing_is_asked_when_nobody_can_answer(program, people: str):
    done = program("import", people, stdin=subprocess.DEVNULL, timeout=60)
    assert done.returncode == 0
