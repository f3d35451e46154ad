"""A year of arrivals, replayed by a simulated clock against a plain account of who could take a lead when."""

import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Program

from leadtrack.actions import Office, assigning, moving, ruling, staffing, teamwork, territories
from leadtrack.actions import tick as ticking
from leadtrack.instants import from_iso, iso
from leadtrack.store import Store

NEW_YORK = ZoneInfo("America/New_York")
BEGINS = datetime(2026, 1, 1, 5, tzinfo=UTC)  # midnight in New York
YEAR = 365 * 24 * 60
NAMES = ("Ann", "Ben", "Cyd", "Dan")
STATES = ("MA", "NH")
FIRM, RICH = 5, 7  # every fifth lead is of one firm, every seventh is worth much


@dataclass
class Person:
    """A rep as the replay made one: hours of the day (None: any), days off, absences as minutes of the year, and the
    place in the team of who covers meanwhile."""

    name: str
    weight: int = 1
    per_day: int | None = None
    open_most: int | None = None
    hours: tuple[int, int] | None = None
    off: list[date] = field(default_factory=list)
    away: list[tuple[int, int]] = field(default_factory=list)
    cover: int | None = None
    states: tuple[str, ...] = STATES[:1]

    def is_away(self, now: datetime) -> bool:
        minute = int((now - BEGINS).total_seconds() // 60)
        return any(start <= minute < end for start, end in self.away)

    def there(self, now: datetime) -> bool:
        """Whether the rep is neither away nor out of hours, by plain reckoning."""
        local = now.astimezone(NEW_YORK)
        if self.is_away(now):
            return False
        if self.hours is None:
            return True
        opens, closes = self.hours
        works = local.weekday() < 5 and local.date() not in self.off
        return works and time(opens) <= local.time() < time(closes)


def at(minute: int) -> datetime:
    return BEGINS + timedelta(minutes=minute)


minutes = st.integers(0, YEAR)
people = st.builds(
    Person,
    name=st.just(""),
    weight=st.integers(1, 3),
    per_day=st.none() | st.integers(0, 3),
    open_most=st.none() | st.integers(0, 12),
    hours=st.none() | st.tuples(st.integers(7, 11), st.integers(14, 20)),
    off=st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=4),
    away=st.lists(st.tuples(minutes, st.integers(1, 40_000)).map(lambda t: (t[0], t[0] + t[1])), max_size=3),
    cover=st.none() | st.integers(0, 3),
    states=st.sampled_from((STATES, STATES[:1], STATES[1:])),
)


@contextmanager
def house(team: list[Person]) -> Iterator[tuple[Office, dict[int, Person]]]:
    """A team with its territories, in a file of its own."""
    with TemporaryDirectory() as folder:
        store = Store(
            Path(folder) / "leads.db", now=iso(BEGINS), durable=False,
            settings={"time_zone": "America/New_York", "country": "US"},
        )  # fmt: skip
        office = Office(store, BEGINS, "tester")
        for name, person in zip(NAMES, team, strict=False):
            person.name = name
            teamwork.add_rep(office, name, None, None)
            given = {"weight": str(person.weight)}
            given |= {"per_day": str(person.per_day)} if person.per_day is not None else {}
            given |= {"open_most": str(person.open_most)} if person.open_most is not None else {}
            if person.hours:
                off = ",".join(day.isoformat() for day in person.off)
                given |= {"hours": f"{person.hours[0]}:00-{person.hours[1]}:00", "days": "mon-fri"}
                given |= {"holidays": off} if off else {}
            staffing.set_(office, name, given)
            territories.add(office, name, [("state", state) for state in person.states], None)
        ids = {row["name"]: row["id"] for row in store.reps.team()}
        with office.batch("replay") as batch:
            for place, person in enumerate(team):
                if person.cover is not None and (person.cover == place or person.cover >= len(team)):
                    person.cover = None
                cover = None if person.cover is None else ids[team[person.cover].name]
                for start, end in person.away:
                    span = {"from_at": iso(at(start)), "until_at": iso(at(end))}
                    batch.insert("absences", {"rep_id": ids[person.name], **span, "cover_id": cover})
        yield office, {ids[person.name]: person for person in team}
        store.close()


def arrive(office: Office, many: int, number: int, *, mixed: bool = False) -> None:
    """So many leads from MA; `mixed` ones are of both states, and some of one firm or worth much."""
    with office.batch("add") as batch:
        for n in range(number, number + many):
            values = {"full_name": f"Lead {n}", "state": state_of(n) if mixed else "MA", "created_at": batch.at}
            if mixed and n % FIRM == 0:
                values["email"] = f"lead{n}@firm.example"
            if mixed and n % RICH == 0:
                values["value"] = 5000
            batch.leads.add(office.store.leads.add(batch, values, 1))


def state_of(number: int) -> str:
    return STATES[number % 3 == 0]


def given_out(office: Office) -> list[tuple[int, int, datetime, int]]:
    """(lead, rep, when, whose turn)"""
    found = office.store.connection.execute(
        "SELECT lead_id, rep_id, at, coalesce(turn_rep_id, rep_id) FROM assignments ORDER BY id"
    )
    return [(lead, rep, from_iso(when), turn) for lead, rep, when, turn in found]


replay = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


class Account:
    """Who has what, reckoned plainly from what was given out and what was won."""

    def __init__(self, reps: dict[int, Person]) -> None:
        self.reps, self.now = reps, BEGINS
        self.today: Counter[int] = Counter()
        self.open: Counter[int] = Counter()

    def begin(self, now: datetime, given: list[tuple[int, int, datetime, int]], won: set[int]) -> None:
        self.now = now
        day = now.astimezone(NEW_YORK).date()
        self.today = Counter(rep for _, rep, when, _ in given if when.astimezone(NEW_YORK).date() == day)
        self.open = Counter(rep for lead, rep, _, _ in given if lead not in won)

    def full(self, rep: int) -> bool:
        person = self.reps[rep]
        had_enough = person.per_day is not None and self.today[rep] >= person.per_day
        return had_enough or (person.open_most is not None and self.open[rep] >= person.open_most)

    def gets(self, rep: int) -> None:
        assert self.reps[rep].there(self.now), f"{self.reps[rep]} was not there"
        assert not self.full(rep), f"{self.reps[rep]} was full"
        self.today[rep] += 1
        self.open[rep] += 1

    def takers(self, state: str) -> list[int]:
        """Who could take a lead of that state now: who covers it, or stands in for somebody who does and is away."""
        found = []
        numbers = list(self.reps)
        for rep, person in self.reps.items():
            asked: set[int] = set()
            while state in person.states and rep not in asked:
                if self.reps[rep].there(self.now) and not self.full(rep):
                    found.append(rep)
                    break
                asked.add(rep)
                cover = self.reps[rep].cover
                if cover is None or not self.reps[rep].is_away(self.now):
                    break
                rep = numbers[cover]
        return found


several = st.integers(0, 4) | st.integers(0, 4) | st.just(60)  # more than are looked at singly


@replay
@given(
    st.lists(people, min_size=1, max_size=4),
    st.lists(st.tuples(minutes, several, st.integers(0, 5)), min_size=1, max_size=40),
    st.booleans(),
)
def test_a_year_of_arrivals(team: list[Person], events: list[tuple[int, int, int]], choosy: bool):
    """Each event is a tick of cron, before which some leads came and some were won (or none)."""
    with house(team) as (office, reps):
        if choosy:
            ruling.add(office, "give", {"value": "1000+"}, to="everybody", region=None, limit=None, at=None)
        account, came = Account(reps), 0
        won: set[int] = set()
        for minute, many, wins in sorted(events):
            now = office.on(at(minute))
            arrive(now, many, came, mixed=True)
            came += many
            before = given_out(now)
            for lead in [lead for lead, *_ in before if lead not in won][:wins]:
                moving.move(now, str(lead), "won", why=None, at=None)
                won.add(lead)
            account.begin(now.now, before, won)
            parts = ticking.tick(now)
            assert parts is not None
            assert [part.error for part in parts] == [None] * len(parts)
            after = given_out(now)
            assert after[: len(before)] == before
            for _, rep, when, _ in after[len(before) :]:
                assert when == now.now
                account.gets(rep)
            assert len({lead for lead, *_ in after}) == len(after), "a lead was given twice"
            # whoever waits after the tick, waits because nobody could take one more
            waiting = set(range(1, came + 1)) - {lead for lead, *_ in after}
            for state in {state_of(lead - 1) for lead in waiting}:
                assert account.takers(state) == []
        again = given_out(office)
        ticking.tick(office.on(at(max(minute for minute, *_ in events))))
        assert given_out(office) == again


@replay
@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=4),
    st.lists(st.integers(1, 7) | st.just(55), min_size=1, max_size=15),
)
def test_turns_keep_to_the_weights_from_tick_to_tick(weights: list[int], runs: list[int]):
    with house([Person("", weight) for weight in weights]) as (office, reps):
        came = 0
        for n, many in enumerate(runs):
            now = office.on(at(n))
            arrive(now, many, came)
            came += many
            assigning.assign(now, dry_run=False)
            had = Counter(turn for *_, turn in given_out(now))
            assert had.total() == came
            for rep, person in reps.items():
                assert abs(had[rep] - came * person.weight / sum(weights)) < 1


@replay
@given(st.integers(1, 12), st.integers(1, 6), st.integers(0, 3))
def test_what_was_missed_is_made_up_for(before: int, missed: int, more: int):
    with house([Person("", away=[(100, 200)]), Person("")]) as (office, reps):
        came = 0
        for minute, many in ((10, 2 * before), (150, 2 * missed), (300, 2 * missed + 2 * more)):
            arrive(office.on(at(minute)), many, came)
            came += many
            assigning.assign(office.on(at(minute)), dry_run=False)
        had = Counter(rep for _, rep, _, _ in given_out(office))
        assert len({had[rep] for rep in reps}) == 1


@pytest.mark.parametrize(
    "commands",
    [
        [["assign"]] * 3,
        [["tick"], ["tick"], ["import", "second.csv", "--assign"], ["import", "second.csv", "--assign"]],
    ],
    ids=["three assign", "two crons and two imports"],
)
def test_those_who_assign_at_once_never_assign_twice(
    cli: Program,
    sheet: Callable[..., str],
    start: Callable[..., "subprocess.Popen[bytes]"],
    commands: list[list[str]],
):
    for name in ("Ann", "Ben"):
        cli.ok("rep", "add", name)
        cli.ok("territory", "add", name, "--state", "MA")
    header = ("Full Name", "E-mail", "State")
    cli.ok("import", sheet([header, *((f"Lead {n}", f"x{n}@gmail.com", "MA") for n in range(400))]))
    second = sheet([header, *((f"Other {n}", f"y{n}@gmail.com", "MA") for n in range(100))], "second.csv")
    for process in [start(*(second if part == "second.csv" else part for part in parts)) for parts in commands]:
        assert process.wait(60) == 0
    cli.ok("tick")
    leads = cli.rows("SELECT count(*) FROM leads")[0][0]
    assert leads == (400 if len(commands) == 3 else 500)
    counted = cli.rows("SELECT rep_id, count(*), count(DISTINCT lead_id) FROM assignments GROUP BY 1")
    assert counted == [(1, leads // 2, leads // 2), (2, leads // 2, leads // 2)]
