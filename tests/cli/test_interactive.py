"""`leadtrack import --interactive`: a person at a terminal is asked about the columns in doubt, and heard."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from terminals import Terminal

from leadtrack.fields import FIELDS

HEAD = ["Name", "E-mail", "Blurb", "Which", "Shoe size"]
ROWS = [["Ann Archer", "ann@acme.example", "hot", "Buyer", "38"], ["Bob Baker", "bob@bolt.example", "cold", "CEO", ""]]

Typist = Callable[..., Terminal]


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Typist]:
    opened: list[Terminal] = []

    def run(*arguments: object, columns: int = 80) -> Terminal:
        opened.append(Terminal(tmp_path / "leads.db", *arguments, columns=columns))
        return opened[-1]

    yield run
    for each in opened:
        each.close()


def test_the_doubtful_columns_are_walked_through_and_the_answers_count(cli, sheet, terminal: Typist):
    screen = terminal("import", sheet([HEAD, *ROWS]), "--interactive")
    asked = screen.until("1 of 3: Blurb")
    assert "3 of 5 columns are in doubt" in asked
    assert "for example hot, cold" in screen.until("is [custom]:")
    screen.types("rating")
    assert "for example Buyer, CEO" in screen.until("is [custom]:")
    screen.types("Job title")
    screen.until("3 of 3: Shoe size")
    screen.until("is [custom]:")
    screen.types("")
    assert screen.ends() == 0
    assert "as you said" in screen.shown
    ann, bob = cli.json("leads")
    assert (ann["rating"], ann["title"], ann["custom"]) == ("hot", "Buyer", {"Shoe size": "38"})
    assert (bob["rating"], bob["title"], bob["custom"]) == ("cold", "CEO", {})


def test_what_was_answered_is_remembered_and_asked_no_more(cli, sheet, terminal: Typist):
    screen = terminal("import", sheet([HEAD, *ROWS], "one.csv"), "--interactive")
    for answer in ("rating", "ignore", "custom"):
        screen.until("is [custom]:")
        screen.types(answer)
    assert screen.ends() == 0
    (remembered,) = cli.json("mapping", "list")
    assert [row["field"] for row in cli.json("mapping", "show", remembered["mapping"])] == [
        None, None, "rating", "ignore", "custom",
    ]  # fmt: skip
    (told,) = cli.json("import", sheet([HEAD, ["Cyd Cole", "cyd@corp.example", "warm", "x", "40"]], "two.csv"))
    assert [column["field"] for column in told["columns"]] == ["full_name", "email", "rating", None, None]
    assert cli.json("leads")[2]["custom"] == {"Shoe size": "40"}


def test_nonsense_is_asked_again_and_one_can_go_back_and_stop_asking(cli, sheet, terminal: Typist):
    screen = terminal("import", sheet([HEAD, *ROWS]), "--interactive")
    screen.until("is [custom]:")
    screen.types("?")
    listed = screen.until("is [custom]:")
    assert [field for field in FIELDS if field not in listed] == []
    assert max(map(len, listed.splitlines())) <= 80
    screen.types("ratng")
    assert "did you mean rating?" in screen.until("is [custom]:")
    screen.types("rating")
    screen.until("is [custom]:")
    screen.types("rating")
    assert "rating is filled from Blurb, as you said" in screen.until("is [custom]:")
    screen.types("back")
    screen.until("1 of 3: Blurb")
    screen.until("is [custom]:")
    screen.types("title")
    screen.until("2 of 3: Which")
    screen.until("is [custom]:")
    screen.types("rest")
    assert screen.ends() == 0
    ann, _ = cli.json("leads")
    assert (ann["title"], ann["rating"], ann["custom"]) == ("hot", None, {"Which": "Buyer", "Shoe size": "38"})
    (remembered,) = cli.json("mapping", "list")
    assert remembered["columns"] == "Blurb = title", "what was not asked is not confirmed"


def test_where_nothing_is_in_doubt_nothing_is_asked(cli, people: str, terminal: Typist):
    screen = terminal("import", people, "--interactive")
    assert screen.ends() == 0
    assert "no column is in doubt" in screen.shown
    assert len(cli.json("leads")) == 3


def test_whoever_stops_at_a_question_takes_nothing_in(cli, sheet, terminal: Typist):
    screen = terminal("import", sheet([HEAD, *ROWS]), "--interactive")
    screen.until("is [custom]:")
    screen.types("\x03")
    assert screen.ends() == 130
    assert "stopped" in screen.shown
    assert "Traceback" not in screen.shown
    assert cli.json("leads") == []


def test_a_dry_run_asks_too_and_remembers_nothing(cli, sheet, terminal: Typist):
    screen = terminal("import", sheet([HEAD, *ROWS]), "--interactive", "--dry-run")
    for answer in ("rating", "title", "custom"):
        screen.until("is [custom]:")
        screen.types(answer)
    assert screen.ends() == 0
    assert "nothing was written" in screen.shown
    assert cli.json("mapping", "list") == cli.json("leads") == []


def test_cells_that_could_steer_the_terminal_are_shown_harmlessly(sheet, terminal: Typist):
    rows = [["Name", "E-mail", "Bl\x1b[2Jurb"], ["Ann Archer", "ann@acme.example", "\x1b]0;title\x07hot\nor not"]]
    screen = terminal("import", sheet(rows), "--interactive")
    asked = screen.until("is [custom]:")
    assert "\x1b[2J" not in asked
    assert "\x1b]0" not in asked
    assert "hot⏎or not" in asked


def test_without_a_terminal_the_words_name_the_option_that_answers(cli, people: str):
    assert "--map 'Header=field' answers instead" in cli.refused("import", people, "--interactive", code=2)
