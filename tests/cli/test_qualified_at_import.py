"""What an import says of its new leads: how many are qualified, what the others lack, and who answered a campaign."""

from collections.abc import Callable

import pytest
from running import Program

HEAD = ("Name", "E-mail", "Phone", "Timeline")
KEYS = ("answered", "qualified", "missing")


@pytest.fixture
def sent(cli: Program, sheet: Callable[..., str]) -> Program:
    """A team that asks for the timeline and wrote to two people."""
    cli.ok("qualify", "require", "timeline")
    listed = sheet([("Name", "E-mail"), ("Dee Dot", "dee@dot.example"), ("Eli Elm", "eli@elm.example")], "list.csv")
    cli.ok("target", "import", listed, "--campaign", "Spring")
    return cli


def told(cli: Program, *words: str) -> dict[str, object]:
    (answer,) = cli.json("import", *words)
    return {key: answer[key] for key in KEYS}


def test_new_leads_are_judged_and_targets_have_answered(sent: Program, sheet: Callable[..., str]):
    path = sheet(
        [
            HEAD,
            ("Dee Dot", "dee@dot.example", "", "this year"),
            ("Fay Fox", "fay@fox.example", "", ""),
            ("Gil", "", "", "soon"),
        ]
    )
    judged = {"answered": 1, "qualified": 1, "missing": {"contactable": 1, "timeline": 1}}
    assert told(sent, path, "--dry-run") == {"answered": None, "qualified": None, "missing": None}
    assert told(sent, path, "--dry-run", "--assign") == judged
    assert sent.json("target", "list", "--answered") == [], "a dry run writes nothing"
    assert told(sent, path) == judged
    assert told(sent, path) == {"answered": 0, "qualified": 0, "missing": {}}, "nothing is new the second time"
    assert [(row["target"], row["lead"]) for row in sent.json("target", "list", "--answered")] == [(1, 1)]
    assert sent.json("show", 1)["campaign"] == "Spring"
    sent.ok("undo")
    sent.ok("undo", sent.json("history")[2]["batch"])
    assert len(sent.json("target", "list")) == 2


def test_the_words_say_it_in_a_line(sent: Program, sheet: Callable[..., str]):
    path = sheet([HEAD, ("Dee Dot", "dee@dot.example", "", "this year"), ("Fay Fox", "fay@fox.example", "", "")])
    said = sent.ok("import", path).err.splitlines()
    assert "1 of 2 new leads qualified; missing: timeline 1" in said
    assert "1 new lead answered a campaign: leadtrack target list --answered" in said


def test_a_repeat_that_is_kept_is_not_qualified(cli: Program, sheet: Callable[..., str]):
    path = sheet([HEAD, ("Dee Dot", "dee@dot.example", "", ""), ("D. Dot", "dee@dot.example", "", "")])
    assert told(cli, path, "--on-duplicate", "keep") == {
        "answered": 0, "qualified": 1, "missing": {"no duplicate": 1},
    }  # fmt: skip


def test_who_waits_for_review_is_not_qualified_until_somebody_looked(team: Program):
    team.write("INSERT INTO pairs (lead_id, other_id, verdict, score, batch_id) VALUES (1, 2, 'maybe', 0.6, 2)")
    assert team.json("qualify", 1)["qualified"], "of two the younger waits"
    assert team.json("qualify", 2)["missing"] == ["no duplicate"]
    shown = team.ok("qualify", 2)
    assert "may be lead 1, nobody has looked yet" in shown.out
    assert "leadtrack duplicates review" in shown.err
    team.ok("duplicates", "distinct", 1, 2)
    assert team.json("qualify", 2)["qualified"]


def test_two_with_one_address_are_two_when_somebody_said_so(cli: Program, sheet: Callable[..., str]):
    path = sheet([HEAD, ("Ann Fox", "office@fox.example", "", ""), ("Bob Fox", "office@fox.example", "", "")])
    cli.ok("import", path, "--on-duplicate", "keep")
    assert cli.json("qualify", 2)["missing"] == ["no duplicate"]
    cli.ok("duplicates", "distinct", 2, 1)
    assert cli.json("qualify", 2)["qualified"]


def test_who_shows_what_a_merged_lead_showed_is_no_new_lead(team: Program):
    team.ok("add", "--full-name", "Dee Dot", "--email", "dee@dot.example")
    team.ok("merge", 1, 4, "--keep", 1, "--field", "email=1")
    team.write("UPDATE leads SET email = 'dee@dot.example' WHERE id = 3")
    assert team.json("qualify", 3)["missing"] == ["no duplicate"]
    assert "is lead 1 already" in team.ok("qualify", 3).out
