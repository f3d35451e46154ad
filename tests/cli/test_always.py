"""What must hold for any sheet and any history."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Program, write_sheet

COUNTS = ("created", "updated", "unchanged", "duplicates", "rejected")

cells = st.sampled_from(
    [
        "",
        "Ann",
        "Bob",
        "ann@acme.example",
        "bob@bolt.example",
        "617-555-0101",
        "212-555-0102",
        "02110",
        "NA",
        "=1+1",
        "x,y",
        '"',
        "-",
    ]
)
named = st.tuples(
    st.sampled_from(["", "Ann Archer", "ANN ARCHER", "Bob Baker", "Null"]),
    st.sampled_from(["", "", "ann@acme.example", "ANN@acme.example", "bob@bolt.example", "nonsense"]),
    st.sampled_from(["", "", "617-555-0101", "(617) 555 0101", "212-555-0102", "5"]),
    st.sampled_from(["", "Boston", "Salem"]),
    cells,
)
sheets = st.lists(named, max_size=9)
policies = st.sampled_from(["update", "skip", "keep"])
HEADER = ("Name", "E-mail", "Phone", "City", "Remark")
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(rows=sheets, earlier=sheets, policy=policies)
def test_rows_are_the_sum_of_the_counts_and_leads_of_the_created(
    fresh: Callable[[], Program], rows, earlier, policy: str
):
    cli = fresh()
    stored = 0
    for name, content in (("earlier.csv", earlier), ("sheet.csv", rows)):
        file = cli.db.with_name(name)
        write_sheet(file, [HEADER, *content])
        answer = cli("import", file, "--on-duplicate", policy, "--format", "json")
        if answer.code == 1:
            continue
        (told,) = answer.json()
        assert told["rows"] == sum(told[count] for count in COUNTS)
        assert answer.code == (3 if told["rejected"] else 0)
        stored += told["created"]
        assert len(cli.json("leads")) == stored
        assert (told["rejects_file"] is not None) == bool(told["rejected"])
        (again,) = cli("import", file, "--on-duplicate", policy, "--format", "json").json()
        assert (again["created"], again["updated"]) == (0, 0), "the same file twice changes nothing"
        assert again["rejected"] == told["rejected"]
        assert len(cli.json("leads")) == stored


@quick
@given(rows=sheets, policy=policies)
def test_an_import_taken_back_leaves_the_leads_as_they_were(fresh: Callable[[], Program], rows, policy: str):
    cli = fresh()
    cli.ok("add", "--full-name", "Ann Archer", "--email", "ann@acme.example")
    before = cli.ok("leads", "--format", "json").bytes
    file = cli.db.with_name("sheet.csv")
    write_sheet(file, [HEADER, *rows])
    answer = cli("import", file, "--on-duplicate", policy, "--format", "json")
    if answer.code != 1:
        cli.ok("undo", answer.json()[0]["batch"])
    assert cli.ok("leads", "--format", "json").bytes == before


@quick
@given(rows=sheets)
def test_a_dry_run_counts_what_the_import_then_does(fresh: Callable[[], Program], rows):
    cli = fresh()
    file = cli.db.with_name("sheet.csv")
    write_sheet(file, [HEADER, *rows])
    cli("import", file, "--limit", "3")
    foretold = cli("import", file, "--dry-run", "--format", "json")
    done = cli("import", file, "--format", "json")
    if done.code != 1:
        for count in COUNTS:
            assert foretold.json()[0][count] == done.json()[0][count]


# -- histories ---------------------------------------------------------------------------------------------------------


def steps(chance: random.Random, cli: Program) -> Iterator[tuple[Any, ...]]:
    """Random things that people do, one after another."""
    n = 0
    while True:
        n += 1
        lead = chance.randint(1, 6)
        yield chance.choice(
            [
                (
                    "add",
                    "--full-name",
                    f"New {n}",
                    "--state",
                    chance.choice(["MA", "NY", "IL"]),
                    "--source",
                    f"Source {n % 3}",
                ),
                ("edit", lead, f"title=Title {chance.randint(1, 3)}", f"city={chance.choice(['', 'Salem', 'Troy'])}"),
                ("edit", lead, f"full_name=Changed {n}", f"value={n}", "Badge=7"),
                ("note", lead, f"note {n}"),
                (
                    "log",
                    lead,
                    chance.choice(["call", "email", "meeting"]),
                    "--at",
                    f"{chance.randint(1, 40)} hours ago",
                ),
                ("log", lead, "call", "--in"),
                ("stage", lead, chance.choice(["contacted", "qualified", "won", "lost", "nurture", "new"])),
                ("stage", lead, "contacted", "--at", f"{chance.randint(1, 9)} days ago"),
                ("remind", lead, f"in {chance.randint(1, 9)} days", "call"),
                ("remind", "--done", chance.randint(1, 3)),
                ("log", lead, "email", "--outcome", chance.choice(["interested", "not interested"])),
                ("temperature", lead, chance.choice(["hot", "warm", "cold", "auto"])),
                ("remind", lead, chance.choice(["every monday", "every 2 weeks, 3 times", "daily 9:00"]), f"again {n}"),
                ("remind", "--snooze", chance.randint(1, 5), f"in {chance.randint(1, 30)} days"),
                ("remind", "--give", chance.randint(1, 5), chance.choice(["Rita Ruiz", "Sam Stone"])),
                ("remind", "--drop", chance.randint(1, 5)),
                ("assign",),
                ("assign", lead, "--to", chance.choice(["Rita Ruiz", "Sam Stone"]), "--why", "so it is"),
                ("import", cli.db.with_name("people.csv"), "--assign"),
                ("import", cli.db.with_name("more.csv")),
                ("merge", lead, chance.randint(1, 6)),
                ("merge", lead, chance.randint(1, 6), chance.randint(1, 6), "--keep", lead),
                ("unmerge", chance.randint(1, 6)),
                ("duplicates", "distinct", lead, chance.randint(1, 6)),
                ("target", "import", cli.db.with_name("more.csv"), "--campaign", "Spring"),
                ("target", "answered", chance.randint(1, 2)),
                ("log", lead, "call", "--outcome", "later", "--remind", "in 6 months"),
                ("disqualify", lead, "--reason", "no budget"),
            ]
        )


def lived(cli: Program, chance: random.Random, length: int, *, undoing: float = 0.15) -> Program:
    """A team with a random history, takings back included."""
    people = [
        ["Name", "E-mail", "State"],
        *[[f"Lead {n}", f"lead{n}@example.com", state] for n, state in enumerate(("MA", "NY", "IL"))],
    ]
    write_sheet(cli.db.with_name("people.csv"), people)
    write_sheet(
        cli.db.with_name("more.csv"),
        [
            ["Name", "E-mail", "Job Title"],
            ["Lead 0", "lead0@example.com", "Buyer"],
            ["Lead 9", "lead9@example.com", "CEO"],
        ],
    )
    cli.ok("rep", "add", "Rita Ruiz")
    cli.ok("rep", "add", "Sam Stone")
    cli.ok("territory", "add", "Rita Ruiz", "--state", "MA", "--state", "NY")
    cli.ok("territory", "add", "Sam Stone", "--state", "MA")
    cli.ok("import", cli.db.with_name("people.csv"), "--assign")
    for step, _ in zip(steps(chance, cli), range(length), strict=False):
        answer = cli(*step)
        assert answer.code in ((0, 1, 3) if step[0] == "unmerge" else (0, 1)), f"{step}: {answer.err}"
        assert "a fault in leadtrack" not in answer.err, f"{step}: {answer.err}"
        if chance.random() < undoing:
            batch = chance.choice(cli.json("history"))["batch"]
            taken = cli("undo", batch)
            assert taken.code in (0, 1, 3), f"undo {batch}: {taken.err}"
            assert "a fault in leadtrack" not in taken.err, f"undo {batch}: {taken.err}"
    return cli


FACTS = """
SELECT lead_id, rep_id, stage_id, furthest_stage_id, created_at, first_assigned_at, assigned_at, first_attempt_at,
       responded_at, attempts, last_touch_at, next_reminder_at, value,
       last_attempt_at, replies, replied_at, refused_at, temperature, stage_since
FROM facts ORDER BY lead_id
"""


def facts_told_anew(cli: Program) -> tuple[list[Any], list[Any]]:
    """The facts as they stand, and as a fresh telling gives them."""
    from datetime import UTC, datetime

    from leadtrack.dates import iso
    from leadtrack.store import Store

    store = Store(cli.db, now=iso(datetime.now(UTC)), settings={})
    stand = store.connection.execute(FACTS).fetchall()
    store.connection.execute("BEGIN")
    leads = [row[0] for row in store.connection.execute("SELECT id FROM leads")]
    store.facts.refresh(leads)
    told = store.connection.execute(FACTS).fetchall()
    store.connection.execute("ROLLBACK")
    store.close()
    return stand, told


@pytest.mark.parametrize("seed", range(6))
def test_facts_are_what_a_fresh_telling_gives_after_any_history(fresh: Callable[[], Program], seed: int):
    cli = lived(fresh(), random.Random(seed), 30)
    stand, told = facts_told_anew(cli)
    assert stand == told
    assert stand


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_facts_are_what_a_fresh_telling_gives_after_any_long_history(fresh: Callable[[], Program], seed: int):
    stand, told = facts_told_anew(lived(fresh(), random.Random(seed), 150))
    assert stand == told


def everything(cli: Program) -> list[Any]:
    """All leads, and the story of each."""
    stories = [{**cli.json("show", lead["lead"]), "origins": None} for lead in cli.json("leads")]
    return [
        cli.ok("leads", "--format", "json").bytes,
        stories,
        [{**row, "rep": None} for row in cli.json("rep", "list")],
    ]


def back_and_forth(cli: Program, chance: random.Random, length: int) -> None:
    """Each step is taken back at once: all must be as before; and brought again: all must be as after."""
    lived(cli, chance, 8)
    for step, _ in zip(steps(chance, cli), range(length), strict=False):
        before, newest = everything(cli), cli.json("history", "--limit", "1")[0]["batch"]
        if cli(*step).code not in (0, 3):  # an unmerge may spare something
            assert everything(cli) == before, f"{step} was refused and changed something"
            continue
        after, batch = everything(cli), cli.json("history", "--limit", "1")[0]["batch"]
        if batch == newest:
            assert after == before, f"{step} left no batch and changed something"
            continue
        undone = cli("undo", batch, "--format", "json")
        assert undone.code == 0, f"{step}: {undone.err}"
        assert everything(cli) == before, f"{step} was not wholly taken back"
        again = cli("undo", undone.json()["batch"], "--format", "json")
        assert again.code == 0, f"{step}: {again.err}"
        assert everything(cli) == after, f"{step} did not come again"


@pytest.mark.parametrize("seed", range(4))
def test_any_step_taken_back_at_once_leaves_everything_as_it_was(fresh: Callable[[], Program], seed: int):
    back_and_forth(fresh(), random.Random(seed), 10)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(200, 220))
def test_any_step_of_a_long_history_taken_back_leaves_everything_as_it_was(fresh: Callable[[], Program], seed: int):
    back_and_forth(fresh(), random.Random(seed), 80)


@pytest.mark.parametrize("seed", range(3))
def test_a_whole_history_taken_back_step_by_step_ends_with_nothing(fresh: Callable[[], Program], seed: int):
    # what was taken back before with something spared would not be taken back once more
    cli = lived(fresh(), random.Random(seed), 20, undoing=0)
    for row in cli.json("history", "--limit", "500"):
        if not row["undone"] and row["command"] != "undo":
            assert cli("undo", row["batch"]).code in (0, 3)
    assert cli.json("leads") == []
    assert cli.json("territory", "list") == []
    assert cli.json("rep", "list") == []
    assert Path(cli.db).exists()
