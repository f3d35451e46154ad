"""Purging: the only real deletion. An archive holds what goes, nothing is left dangling, and import takes it back."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from running import Program, read_csv

from leadtrack.actions import Office, purging
from leadtrack.errors import BadFile
from leadtrack.instants import iso
from leadtrack.store import Store

PURGE = ("purge", "--junk", "--older-than", "90d")


@pytest.fixture
def junked(team: Program) -> Program:
    """The team, 120 days after the lead Ann was called and thrown away; Bob was so today, and Cyd is open."""
    team.ok("log", 1, "call", "--outcome", "wrong number", "--note", "a fax answers")
    team.ok("stage", 1, "junk", "--why", "fake")
    later = Program(team.db, datetime.now(UTC) + timedelta(days=120))
    later.ok("stage", 2, "junk")
    return later


@contextlib.contextmanager
def office(program: Program) -> Iterator[Office]:
    now = program.now or datetime.now(UTC)
    store = Store(program.db, now=iso(now), settings={})
    yield Office(store, now, "tester")
    store.close()


def later(program: Program) -> Program:
    """The same team, 100 days on."""
    return Program(program.db, (program.now or datetime.now(UTC)) + timedelta(days=100))


def dangling(program: Program) -> list[Any]:
    with contextlib.closing(sqlite3.connect(program.db)) as connection:
        return connection.execute("PRAGMA foreign_key_check").fetchall()


def test_old_junk_goes_and_nothing_is_left_of_it(junked: Program):
    told = junked.json(*PURGE)
    assert (told["leads"], told["spared"]) == (1, {})
    assert [row["lead"] for row in junked.json("leads")] == [2, 3]
    assert junked.rows("SELECT * FROM leads WHERE id = 1") == []
    assert junked.rows("SELECT * FROM changes WHERE table_name = 'leads' AND row_id = 1") == []
    assert dangling(junked) == []
    assert junked.rows("PRAGMA integrity_check") == [("ok",)]


def test_mail_says_no_more_of_who_was_deleted_and_what_waits_does_not_go_out(cli: Program, people: str):
    Path(os.environ["LEADTRACK_MAIL_FILE"]).write_text('host = "127.0.0.1"\nport = 1\nfrom = "leads@team.example"\n')
    Path(os.environ["LEADTRACK_MAIL_FILE"]).chmod(0o600)
    cli.now = datetime.now(UTC)
    cli.ok("rep", "add", "Rita Ruiz", "--email", "rita@team.example")
    cli.ok("territory", "add", "Rita Ruiz", "--state", "MA,NY")
    cli.ok("add", "--full-name", "Ann Archer", "--state", "MA", "--phone", "617-555-0101")
    cli.ok("add", "--full-name", "Bob Baker", "--state", "NY", "--phone", "212-555-0102")
    cli.ok("stage", 1, "junk")
    later(cli).ok(*PURGE)
    told = cli.rows("SELECT text LIKE '%Archer%', text LIKE '%Baker%', state FROM outbox ORDER BY id")
    assert told == [(0, 0, "failed"), (0, 1, "queued")]


def test_a_dry_run_shows_who_would_go_and_writes_nothing(junked: Program, tmp_path: Path):
    before = junked.dump()
    shown = junked.ok(*PURGE, "--dry-run")
    assert "Ann Archer" in shown.out
    assert "1 junk lead would be deleted" in shown.err
    assert junked.dump() == before
    assert list(tmp_path.glob("*purged*")) == []


def test_the_archive_tells_the_story_and_is_the_owners_alone(junked: Program):
    place = Path(junked.json(*PURGE)["archive"])
    assert place.parent == junked.db.parent
    assert place.stat().st_mode & 0o077 == 0
    headers, row = read_csv(place)
    lead = dict(zip(headers, row, strict=True))
    assert (lead["Full name"], lead["Leadtrack number"]) == ("Ann Archer", "1")
    assert "a fax answers" in lead["Leadtrack history"]
    assert "fake" in lead["Leadtrack history"]


def test_undo_cannot_and_names_the_archive(junked: Program):
    told = junked.json(*PURGE)
    for arguments in (("undo",), ("undo", told["batch"])):
        said = junked.refused(*arguments)
        assert f"leadtrack import {told['archive']}" in said


def test_batches_from_before_can_still_be_taken_back(junked: Program):
    junked.ok(*PURGE)
    first = next(row["batch"] for row in junked.json("history") if row["command"] == "import")
    assert junked("undo", first).code in (0, 3)
    assert dangling(junked) == []


def test_what_happened_since_keeps_junk_from_going(junked: Program):
    junked.ok("note", 1, "called us today")
    assert junked.json(*PURGE)["leads"] == 0


def test_a_promise_and_a_refusal_are_not_forgotten(junked: Program):
    junked.ok("remind", 1, "in 3 days", "look again")
    assert junked.json(*PURGE)["spared"] == {"an open reminder": 1}
    junked.ok("remind", "--done", 1)
    junked.ok("edit", 1, "opt_out_phone=yes")
    told = junked(*PURGE)
    assert told.code == 0
    assert "1 junk lead stays: no mail or calls wanted" in told.err
    assert len(junked.json("leads")) == 3


def test_nothing_to_purge_is_no_failure_and_leaves_no_trace(team: Program, tmp_path: Path):
    before = team.dump()
    assert team.json(*PURGE) == {
        "batch": None, "leads": 0, "targets": 0, "moved": 0, "left": 0, "spared": {}, "archive": None,
        "before": team.json(*PURGE)["before"],
    }  # fmt: skip
    assert team.dump() == before
    assert list(tmp_path.glob("*purged*")) == []


def test_an_archive_overwrites_nothing_and_without_it_nothing_goes(junked: Program, tmp_path: Path):
    there = tmp_path / "there.csv"
    there.write_text("mine")
    assert "overwrites nothing" in junked.refused(*PURGE, "--archive", there)
    assert there.read_text() == "mine"
    assert "no folder" in junked.refused(*PURGE, "--archive", tmp_path / "nowhere" / "a.csv")
    assert len(junked.json("leads")) == 3
    junked.ok(*PURGE)
    assert later(junked).json(*PURGE, "--archive", tmp_path / "mine.csv")["archive"] == str(tmp_path / "mine.csv")
    junked.ok("stage", 3, "junk")
    assert later(junked).json(*PURGE)["leads"] == 1
    assert len(list(tmp_path.glob("leads-purged-*.csv"))) == 2


def test_the_story_grows_with_every_archive(junked: Program):
    junked.ok("import", junked.json(*PURGE)["archive"])
    lead = junked.json("leads", "--search", "Archer")[0]["lead"]
    junked.ok("junk", lead, "--reason", "again")
    story = read_csv(later(junked).json(*PURGE, "--archive", junked.db.with_name("second.csv"))["archive"])
    told = next(row for row in story if "Ann Archer" in row)[-1].splitlines()
    assert sum("a fax answers" in line for line in told) == 1
    assert any("fake" in line for line in told)
    assert "again" in told[-1]


def test_whoever_is_touched_while_the_archive_is_written_stays(junked: Program):
    junked.ok("stage", 3, "junk")
    on = later(junked)
    with office(on) as here:

        def keep(rows: Iterable[Sequence[str]]) -> str:
            on.ok("note", 2, "not so fast")
            return f"{sum(1 for _ in rows)} lines"

        result = purging.junk(here, "90d", dry_run=False, keep=keep)
    assert (result.archive, result.leads, result.spared) == ("4 lines", 2, {"something happened just now": 1})
    assert [lead["lead"] for lead in on.json("leads")] == [2]


def test_where_the_archive_cannot_be_written_nothing_goes(junked: Program):
    before = junked.dump()
    with office(junked) as here, pytest.raises(BadFile):

        def keep(rows: Iterable[Sequence[str]]) -> str:
            raise BadFile("the disk is full")

        purging.junk(here, "90d", dry_run=False, keep=keep)
    assert junked.dump() == before


def test_wrong_usage_is_told(team: Program):
    assert "--junk" in team.refused("purge", "--older-than", "90d", code=2)
    assert "--junk" in team.refused(*PURGE, "--campaign", "C", code=2)
    assert "--campaign" in team.refused(*PURGE, "--move-to", "D", code=2)
    assert "not come yet" in team.refused("purge", "--junk", "--older-than", "next week")
    assert "cannot read" in team.refused("purge", "--junk", "--older-than", "ages")
    assert "no campaign" in team.refused("purge", "--campaign", "C", "--older-than", "90d")


def test_the_target_of_a_purged_lead_has_answered_and_has_none(junked: Program, sheet: Callable[..., str]):
    junked.ok("target", "import", sheet([("Name", "Email"), ("Gus", "gus@gem.example")]), "--campaign", "Fair")
    lead = junked.json("target", "answered", "gus", "--at", "200 days ago")["lead"]
    junked.ok("stage", lead, "junk", "--at", "100 days ago")
    assert junked.json(*PURGE)["leads"] == 2
    (target,) = junked.json("target", "list", "--all")
    assert (target["standing"], target["lead"]) == ("answered", None)
    assert dangling(junked) == []
    assert later(junked).json("purge", "--campaign", "Fair", "--older-than", "90d")["targets"] == 1


words = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=20)
headers = st.text("abcXYZ =-@'#é 12", min_size=1, max_size=12).filter(
    lambda text: text.strip() == text and "  " not in text and text
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    first=words,
    last=words,
    notes=words,
    custom=st.dictionaries(headers | st.sampled_from(["Phone", "E-mail", "Zip", "Full name"]), words, max_size=4),
    value=st.floats(0, 1e12, allow_nan=False),
    employees=st.integers(0, 10**8),
    consent=st.sampled_from(["yes", "no", ""]),
)
@example(first="=1", last="'x", notes="-\n-", custom={"Phone": "12", "=x": "@y"}, value=0.1, employees=1, consent="no")
def test_what_the_archive_holds_comes_back_as_it_was(
    fresh: Callable[[], Program], first, last, notes, custom, value, employees, consent
):
    cli = fresh()
    cli.ok(
        "add", "--company", "Acme", "--phone", "617-555-0101", "--postal-code", "02110", "--state", "MA",
        f"--first-name={first}", f"--last-name={last}", f"--notes={notes}", f"--value={value:.2f}",
        f"--employees={employees}", f"--consent={consent}", "--source", "web form", "--campaign", "Spring",
    )  # fmt: skip
    with contextlib.closing(sqlite3.connect(cli.db)) as connection, connection:
        kept = {name: " ".join(text.split()) for name, text in custom.items() if text.strip()}
        connection.execute("UPDATE leads SET custom = ?", (json.dumps(kept) if kept else None,))
    cli.ok("note", 1, "remember this")
    cli.ok("stage", 1, "junk")
    cli = later(cli)
    (before,) = cli.json("leads")
    archive = cli.json(*PURGE)["archive"]
    assert cli.json("leads") == []
    (told,) = cli.json("import", archive)
    assert told["created"] == 1
    (after,) = cli.json("leads")
    assert "remember this" in after["custom"].pop("Leadtrack history")
    for lead in (before, after):
        lead.update(lead=0, stage="", rep=None)
    assert after == before
