"""The facts of every lead are what a replay of its history computes: an independent telling, in plain Python, from the
rows of what happened and from the old values of what was changed."""

import contextlib
import random
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Program, write_sheet

from leadtrack.cli import COMMANDS
from leadtrack.hours import USUAL
from leadtrack.store.tallies import DONE, TABLES, Tallies
from leadtrack.temperature import REFUSAL, REPLIES

Row = dict[str, Any]
BEGIN = datetime(2026, 3, 2, 14, tzinfo=UTC)  # a Monday, a week before the clocks change
KNOWN = {name for group in COMMANDS.values() for name in group}


# -- the replay --------------------------------------------------------------------------------------------------------


def rows(connection: sqlite3.Connection, sql: str) -> list[Row]:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def known(lead: Row) -> tuple[bool, ...]:
    """What is known of a lead, in the order of its bits: name, company, e-mail, telephone, postal code, industry,
    value; whether it refused a channel."""
    fields = ("full_name", "company", "email", ("phone", "mobile"), "postal_code", "industry")
    return (
        *(any(lead[part] for part in (name if isinstance(name, tuple) else (name,))) for name in fields),
        lead["value"] is not None,
        lead["opt_out_email"] == 1 or lead["opt_out_phone"] == 1,
    )


class History:
    """What the file says has happened; rows that were taken back are left out."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        def stood(table: str) -> list[Row]:
            order = "at, id" if table != "reminders" else "id"
            return rows(connection, f"SELECT * FROM {table} WHERE removed_by IS NULL ORDER BY {order}")  # noqa: S608

        self.leads = rows(connection, "SELECT * FROM leads")
        self.batches = {row["id"]: row["at"] for row in rows(connection, "SELECT id, at FROM batches")}
        (zone,) = rows(connection, "SELECT value FROM settings WHERE key = 'time_zone'")
        self.zone = ZoneInfo(zone["value"])
        self.stages = {stage["id"]: stage for stage in rows(connection, "SELECT * FROM stages")}
        self.like = {row["name"].casefold(): row["like"] for row in rows(connection, "SELECT * FROM outcomes")}
        self.of = {
            table: stood(table) for table in ("activities", "assignments", "stage_moves", "reminders", "temperatures")
        }
        self.changes: dict[tuple[int, str], list[Row]] = {}
        for change in rows(connection, "SELECT * FROM changes WHERE table_name = 'leads' ORDER BY id"):
            self.changes.setdefault((change["row_id"], change["field"]), []).append(change)

    def field(self, lead: Row, name: str) -> Any:
        """A field of a lead, told from its first value and every change of it since."""
        changes = self.changes.get((lead["id"], name), [])
        value = changes[0]["old"] if changes else lead[name]
        for change in changes:
            assert change["old"] == value, f"lead {lead['id']}, {name}: the changes do not follow on one another"
            value = change["new"]
        assert value == lead[name], f"lead {lead['id']}, {name}: the last change is not what stands"
        return value

    def outcome(self, activity: Row) -> str | None:
        return self.like.get((activity["outcome"] or "").casefold(), activity["outcome"])

    def told(self, lead: Row) -> Row | None:
        """The facts of a lead; None where it is none any more."""
        if lead["removed_by"] is not None or lead.get("merged_into") is not None:
            return None
        mine = {table: [row for row in found if row["lead_id"] == lead["id"]] for table, found in self.of.items()}
        created = self.field(lead, "created_at")
        told: Row = {
            "lead_id": lead["id"], "created_at": created, "value": self.field(lead, "value"),
            "rep_id": None, "first_assigned_at": None, "assigned_at": None, "responded_at": None,
            "first_attempt_at": None, "last_attempt_at": None, "attempts": 0, "last_touch_at": None,
            "replies": 0, "replied_at": None, "refused_at": None, "temperature": None, "next_reminder_at": None,
            "source_id": self.field(lead, "source_id"), "campaign_id": self.field(lead, "campaign_id"),
            "reachable": int(
                bool(lead["email"] and not lead["opt_out_email"])
                or bool((lead["phone"] or lead["mobile"]) and not lead["opt_out_phone"])
            ),
            "known": sum(1 << n for n, told in enumerate(known(lead)) if told),
            "taken_after": None, "given_after": None, "tried_after": None, "answered_after": None, "worked_after": None,
            "assigned_score": None, "assigned_temperature": None, "first_score": None,
            "stage_id": lead["entered_stage_id"], "stage_since": created, "furthest_stage_id": lead["entered_stage_id"],
        }  # fmt: skip
        for gift in mine["assignments"]:
            told["rep_id"] = gift["rep_id"]
            told["assigned_at"] = gift["at"] if gift["rep_id"] else None
            for kept in ("score", "temperature"):
                told[f"assigned_{kept}"] = gift[kept] if gift["rep_id"] else None
            if gift["rep_id"] and told["first_assigned_at"] is None:
                told["first_assigned_at"] = gift["at"]
        kept = [sorted(mine[table], key=lambda row: row["id"]) for table in ("assignments", "stage_moves")]
        told["first_score"] = next((row["score"] for rows in kept for row in rows if row["score"] is not None), None)
        for activity in mine["activities"]:
            self._add(told, activity)
        self._measure(told, self.batches[lead["batch_id"]])
        reached = {lead["entered_stage_id"]}
        for move in mine["stage_moves"]:
            if move["to_stage_id"] != told["stage_id"]:
                told["stage_id"], told["stage_since"] = move["to_stage_id"], move["at"]
            reached.add(move["to_stage_id"])
        way = [self.stages[number] for number in reached if self.stages[number]["kind"] in ("open", "won")]
        if way:
            furthest = min(way, key=lambda stage: (-stage["position"], stage["removed_by"] is not None, stage["id"]))
            told["furthest_stage_id"] = furthest["id"]
        for said in mine["temperatures"]:
            told["temperature"] = said["temperature"]
        open_ = [reminder["due_at"] for reminder in mine["reminders"] if reminder["done_at"] is None]
        told["next_reminder_at"] = min(open_, default=None)
        return told

    def _measure(self, told: Row, taken_in: str) -> None:
        """How long each step took."""

        def between(since: str | None, until: str | None) -> int | None:
            if since is None or until is None or len(since) == 10:
                return None
            return int((datetime.fromisoformat(until) - datetime.fromisoformat(since)).total_seconds())

        def never_less(seconds: int | None) -> int | None:
            return None if seconds is None else max(0, seconds)

        told["taken_after"] = never_less(between(told["created_at"], taken_in))
        told["given_after"] = never_less(between(taken_in, told["first_assigned_at"]))
        told["tried_after"] = never_less(between(told["created_at"], told["first_attempt_at"]))
        told["answered_after"] = between(told["assigned_at"], told["responded_at"])
        if told["responded_at"]:
            start, end = (datetime.fromisoformat(told[name]) for name in ("assigned_at", "responded_at"))
            told["worked_after"] = USUAL.hours(self.zone).seconds_between(start, end)

    def _add(self, told: Row, activity: Row) -> None:
        at = activity["at"]
        told["last_touch_at"] = at
        if activity["kind"] != "note" and activity["direction"] == "out" and not activity["automatic"]:
            told["attempts"] += 1
            told["last_attempt_at"] = at
            told["first_attempt_at"] = told["first_attempt_at"] or at
            if told["assigned_at"] and at >= told["assigned_at"]:
                told["responded_at"] = told["responded_at"] or at
        if activity["direction"] == "in" or self.outcome(activity) in REPLIES:
            told["replies"] += 1
            told["replied_at"] = at
        elif self.outcome(activity) == REFUSAL:
            told["refused_at"] = at


def stands_as_replayed(program: Program) -> int:
    """Compare what stands with the replay; returns how many leads there are."""
    with contextlib.closing(sqlite3.connect(program.db)) as connection:
        history = History(connection)
        stand = {row["lead_id"]: row for row in rows(connection, "SELECT * FROM facts")}
        assert_counted(connection)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    told = {lead["id"]: facts for lead in history.leads if (facts := history.told(lead)) is not None}
    assert stand.keys() == told.keys()
    for lead, facts in told.items():
        wrong = {name: (stand[lead][name], value) for name, value in facts.items() if stand[lead][name] != value}
        assert wrong == {}, f"lead {lead}: (as it stands, as it is replayed)"
        assert stand[lead].keys() == facts.keys(), "a fact that the replay does not know"
    return len(told)


def assert_counted(connection: sqlite3.Connection) -> None:
    """What is counted already of all leads is what counting them now gives."""
    assert rows(connection, "SELECT * FROM pauses") == []
    for table in (*TABLES, DONE):
        left = "contacts" if table == DONE else "leads"
        stands = sorted(map(repr, rows(connection, f"SELECT * FROM {table} WHERE {left} <> 0")))  # noqa: S608
        connection.execute("BEGIN")
        Tallies(connection).count_anew()
        Tallies(connection).count_done()
        anew = sorted(map(repr, rows(connection, f"SELECT * FROM {table}")))  # noqa: S608
        connection.rollback()
        assert stands == anew, table


# -- random histories --------------------------------------------------------------------------------------------------


def ago(chance: random.Random) -> list[str]:
    """When it happened: now, or some time before, in any order."""
    way = chance.choice([[], [f"{chance.randint(1, 50)} hours ago"], [f"{chance.randint(1, 20)} days ago"]])
    return ["--at", *way] if way else []


def things(chance: random.Random, n: int) -> list[Any]:
    """Something that somebody does, to one of the first leads; it need not be possible."""
    lead, other = chance.sample(range(1, 8), 2)
    stage = chance.choice(["new", "contacted", "qualified", "proposal", "won", "lost", "nurture", "junk"])
    outcome = chance.choice(["answered", "voicemail", "interested", "not interested", "no answer", "later"])
    rep = chance.choice(["Rita Ruiz", "Sam Stone"])
    kind = chance.choice(["call", "email", "text", "meeting"])
    did = {
        "add": ["add", "--full-name", f"New {n}", "--state", chance.choice(["MA", "NY", "IL"]), "--value", str(n)],
        "edit": ["edit", lead, chance.choice([f"value={n}", "value=", "city=Salem", f"full_name=Other {n}"])],
        "learn": ["edit", lead, chance.choice(["company=Acme", "postal_code=02110", "email=", "opt_out_email=yes"])],
        "came": ["edit", lead, f"created_at={BEGIN.date() - timedelta(days=chance.randint(1, 30))}"],
        "note": ["note", lead, f"note {n}", *ago(chance)],
        "log": ["log", lead, kind, "--outcome", outcome, *ago(chance)],
        "more": ["log", lead, "call", *ago(chance)],
        "in": ["log", lead, kind, "--in", *ago(chance)],
        "stage": ["stage", lead, stage, *ago(chance)],
        "back": ["stage", lead, "contacted", *ago(chance)],
        "disqualify": ["disqualify", lead, "--reason", "no budget", *ago(chance)],
        "nurture": ["nurture", lead, "--until", "in 2 months"],
        "junk": ["junk", lead, *ago(chance)],
        "reopen": ["reopen", lead, "--reason", "they called", *ago(chance)],
        "remind": ["remind", lead, f"in {chance.randint(1, 9)} days", "call"],
        "weekly": ["remind", lead, "every monday", "ask again"],
        "done": ["remind", "--done", chance.randint(1, 5)],
        "snooze": ["remind", "--snooze", chance.randint(1, 5), "in 3 weeks"],
        "give up": ["remind", "--drop", chance.randint(1, 5)],
        "hand on": ["remind", "--give", chance.randint(1, 5), rep],
        "promise": ["log", lead, "call", "--outcome", "later", "--remind", "in 6 months"],
        "own words": ["outcomes", "add", "keen", "--like", "interested"],
        "keen": ["log", lead, "call", "--outcome", "keen", *ago(chance)],
        "computed": ["temperature", lead, "auto"],
        "leave": ["stages", "remove", "qualified", "--to", "contacted"],
        "temperature": ["temperature", lead, chance.choice(["hot", "warm", "cold"])],
        "assign": ["assign"],
        "give": ["assign", lead, "--to", rep, "--why", "so it is"],
        "import": ["import", "more.csv", *chance.choice([[], ["--assign"]])],
        "again": ["import", "people.csv", "--overwrite", "always"],
        "target": ["target", "answered", chance.randint(1, 3), *ago(chance)],
        "list": ["target", "import", "targets.csv", "--campaign", "Spring"],
        "merge": ["merge", lead, other],
        "unmerge": ["unmerge", other],
        "move": ["stages", "move", chance.choice(["contacted", "qualified"]), "--before", "proposal"],
        "purge": ["purge", "--junk", "--older-than", "10d"],
    }  # fmt: skip
    return did[chance.choice([name for name, command in did.items() if command[0] in KNOWN])]


def furnished(program: Program) -> Program:
    """A team with three leads and sheets to come."""
    folder = program.db.parent
    people = [("Name", "E-mail", "State")] + [(f"Lead {n}", f"lead{n}@example.com", "MA") for n in range(3)]
    write_sheet(folder / "people.csv", people)
    more = [("Name", "E-mail", "Job Title", "Amount"), ("Lead 0", "lead0@example.com", "Buyer", "70")]
    write_sheet(folder / "more.csv", [*more, ("Lead 9", "lead9@example.com", "CEO", "90")])
    write_sheet(
        folder / "targets.csv", [("Name", "E-mail"), ("Tia", "tia@example.com"), ("Lead 9", "lead9@example.com")]
    )
    program.ok("rep", "add", "Rita Ruiz")
    program.ok("rep", "add", "Sam Stone")
    program.ok("territory", "add", "Rita Ruiz", "--state", "MA", "--state", "NY")
    program.ok("territory", "add", "Sam Stone", "--state", "MA")
    program.ok("import", folder / "people.csv", "--assign")
    program.ok("target", "import", folder / "targets.csv", "--campaign", "Spring")
    return program


def live(program: Program, chance: random.Random, steps: int) -> Iterator[Program]:
    """Let random things happen, hours or days apart, some taken back; yields the team after each."""
    now = BEGIN
    furnished(Program(program.db, now))
    for n in range(steps):
        now += timedelta(minutes=chance.choice([1, 30, 60 * 7, 60 * 24, 60 * 24 * 4]))
        team = Program(program.db, now)
        if chance.random() < 0.2:
            batches = [row["batch"] for row in team.json("history", "--limit", 30)]
            did = ["undo", chance.choice(batches)]
        else:
            did = [str(program.db.parent / part) if str(part).endswith(".csv") else part for part in things(chance, n)]
        answer = team(*did)
        assert answer.code in (0, 1, 3), f"{did}: {answer.err}"
        assert "a fault in leadtrack" not in answer.err, f"{did}: {answer.err}"
        yield team


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
@given(seed=st.integers(0, 2**32), steps=st.integers(1, 25))
def test_facts_are_what_a_replay_of_the_history_computes(fresh: Callable[[], Program], seed: int, steps: int):
    *_, team = live(fresh(), random.Random(seed), steps)
    stands_as_replayed(team)


@pytest.mark.parametrize("seed", range(3))
def test_facts_are_so_after_every_single_step(fresh: Callable[[], Program], seed: int):
    assert [stands_as_replayed(team) for team in live(fresh(), random.Random(seed), 25)]


COVER = ("territory", "add", "Sam Stone", "--state", "IL")


@pytest.mark.parametrize(
    "days",
    [
        pytest.param([[("stage", 4, "contacted")], [COVER, ("assign",)]], id="moved days before it was given"),
        pytest.param(
            [[("stages", "remove", "new", "--to", "contacted")], [COVER, ("assign",)]], id="moved with others"
        ),
        pytest.param([[("stages", "remove", "new", "--to", "contacted")]], id="moved with others and not given"),
        pytest.param([[("log", 4, "call"), COVER, ("assign",)]], id="tried in the second in which it was given"),
    ],
)
def test_facts_are_so_of_a_lead_that_waits(fresh: Callable[[], Program], days: list[list[tuple[Any, ...]]]):
    team = furnished(Program(fresh().db, BEGIN))
    team.ok("add", "--full-name", "Lou Lane", "--state", "IL")
    for day, commands in enumerate(days):
        team = Program(team.db, BEGIN + timedelta(days=5 * day))
        for command in commands:
            team.ok(*command)
    stands_as_replayed(team)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1060))
def test_facts_are_so_after_every_step_of_a_long_history(fresh: Callable[[], Program], seed: int):
    for team in live(fresh(), random.Random(seed), 150):
        stands_as_replayed(team)


def test_the_replay_sees_a_fact_that_is_wrong(fresh: Callable[[], Program]):
    team = furnished(Program(fresh().db, BEGIN))
    team.ok("log", 1, "call")
    assert stands_as_replayed(team) == 3
    wrong = [
        "last_touch_at = NULL", "attempts = 2", "value = 7.0", "rep_id = NULL", "stage_since = '2026-01-01'",
        "next_reminder_at = '2026-01-01'", "known = 255", "responded_at = NULL", "temperature = 'hot'", "stage_id = 2",
    ]  # fmt: skip
    for fact in wrong:
        team.write(f"UPDATE facts SET {fact} WHERE lead_id = 1")  # noqa: S608 - the list above
        with pytest.raises(AssertionError):
            stands_as_replayed(team)
        # what is counted was counted with a fact that nobody wrote here: it has to be counted anew
        team.write("INSERT INTO pauses (id) VALUES (1)")
        team.ok("edit", 1, f"title={fact}")
        team.ok("tick")
        assert stands_as_replayed(team) == 3
