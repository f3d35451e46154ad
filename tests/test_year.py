"""A year of arrivals, replayed by a simulated clock against a plain account of who could take a lead when."""

import sqlite3
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Program

from leadtrack.actions import Office, assigning, staffing, teamwork, territories
from leadtrack.instants import from_iso, iso
from leadtrack.store import Store

NEW_YORK = ZoneInfo("America/New_York")
BEGINS = datetime(2026, 1, 1, 5, tzinfo=UTC)  # midnight in New York
YEAR = 365 * 24 * 60
NAMES = ("Ann", "Ben", "Cyd", "Dan")


@dataclass
class Person:
    """A rep as the replay made one: hours of the day (None: any), days off, absences as minutes of the year."""

    name: str
    weight: int = 1
    per_day: int | None = None
    open_most: int | None = None
    hours: tuple[int, int] | None = None
    off: list[date] = field(default_factory=list)
    away: list[tuple[int, int]] = field(default_factory=list)

    def there(self, now: datetime) -> bool:
        """Whether the rep is neither away nor out of hours, by plain reckoning."""
        local = now.astimezone(NEW_YORK)
        minute = int((now - BEGINS).total_seconds() // 60)
        if any(start <= minute < end for start, end in self.away):
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
)


@contextmanager
def house(team: list[Person]) -> Iterator[tuple[Office, dict[int, Person]]]:
    """A team of which everybody covers MA, in a file of its own."""
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
            territories.add(office, name, [("state", "MA")], None)
        rows = store.reps.team()
        with office.batch("replay") as batch:
            for row in rows:
                for start, end in next(p for p in team if p.name == row["name"]).away:
                    batch.insert("absences", {"rep_id": row["id"], "from_at": iso(at(start)), "until_at": iso(at(end))})
        yield office, {row["id"]: next(p for p in team if p.name == row["name"]) for row in rows}
        store.close()


def arrive(office: Office, many: int, number: int) -> None:
    with office.batch("add") as batch:
        for n in range(number, number + many):
            lead = office.store.leads.add(batch, {"full_name": f"Lead {n}", "state": "MA", "created_at": batch.at}, 1)
            batch.leads.add(lead)


def given_out(office: Office) -> list[tuple[int, int, datetime, int]]:
    """(lead, rep, when, whose turn)"""
    found = office.store.connection.execute(
        "SELECT lead_id, rep_id, at, coalesce(turn_rep_id, rep_id) FROM assignments ORDER BY id"
    )
    return [(lead, rep, from_iso(when), turn) for lead, rep, when, turn in found]


replay = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@replay
@given(
    st.lists(people, min_size=1, max_size=4),
    st.lists(st.tuples(minutes, st.integers(0, 4)), min_size=1, max_size=40),
)
def test_a_year_of_arrivals(team: list[Person], events: list[tuple[int, int]]):
    """Each event is a tick of cron, at which some leads have just come (or none)."""
    with house(team) as (office, reps):
        came = 0
        for minute, many in sorted(events):
            now = office.on(at(minute))
            arrive(now, many, came)
            came += many
            before = given_out(now)
            assigning.assign(now, dry_run=False)
            after = given_out(now)
            day = now.now.astimezone(NEW_YORK).date()
            today = Counter(rep for _, rep, when, _ in before if when.astimezone(NEW_YORK).date() == day)
            open_leads = Counter(rep for _, rep, _, _ in before)
            for _, rep, when, _ in after[len(before) :]:
                person = reps[rep]
                assert when == now.now
                assert person.there(now.now), f"{person} was not there"
                assert person.per_day is None or today[rep] < person.per_day, f"{person} was full"
                assert person.open_most is None or open_leads[rep] < person.open_most, f"{person} had enough"
                today[rep] += 1
                open_leads[rep] += 1
            if len(after) < came:  # whoever waits, waits because nobody could take one more
                for rep, person in reps.items():
                    full = person.per_day is not None and today[rep] >= person.per_day
                    enough = person.open_most is not None and open_leads[rep] >= person.open_most
                    assert full or enough or not person.there(now.now)
            assert len({lead for lead, *_ in after}) == len(after), "a lead was given twice"
        again = given_out(office)
        assigning.assign(office.on(at(max(minute for minute, _ in events))), dry_run=False)
        assert given_out(office) == again


@replay
@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.lists(st.integers(1, 7), min_size=1, max_size=15))
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


def test_two_who_assign_at_once_never_assign_twice(
    cli: Program, sheet: Callable[..., str], start: Callable[..., "subprocess.Popen[bytes]"]
):
    for name in ("Ann", "Ben"):
        cli.ok("rep", "add", name)
        cli.ok("territory", "add", name, "--state", "MA")
    rows = [("Full Name", "E-mail", "State"), *((f"Lead {n}", f"x{n}@gmail.com", "MA") for n in range(400))]
    cli.ok("import", sheet(rows))
    for process in [start("assign") for _ in range(3)]:
        assert process.wait(60) == 0
    connection = sqlite3.connect(cli.db)
    counted = connection.execute(
        "SELECT rep_id, count(*), count(DISTINCT lead_id) FROM assignments GROUP BY 1"
    ).fetchall()
    connection.close()
    assert sorted(counted) == [(1, 200, 200), (2, 200, 200)]
