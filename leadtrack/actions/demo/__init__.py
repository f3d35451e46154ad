"""A team to play with: half a year of an invented firm, made by the same actions that a real team uses."""

import os
import random
from contextlib import nullcontext
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from leadtrack.actions import Office, intake, leads, listing, teamwork, territories, undoing
from leadtrack.actions import info as about
from leadtrack.actions.demo import cast
from leadtrack.actions.demo.diary import Diary, Entry, Pursuit, hand_over
from leadtrack.actions.demo.prospects import Prospect, badges, bought, prospects, web_form
from leadtrack.errors import BadRequest
from leadtrack.hours import Hours
from leadtrack.instants import iso
from leadtrack.store import Store

SEED = 1142
DAYS = 182
WEB_WEEKS = 26


def demo(folder: str, now: datetime) -> dict[str, Any]:
    """Make `folder`/leads.db, and the lists that were imported beside it in `folder`/lists.

    The same `now` gives the same team. The file appears when it is whole. Raises BadRequest when it is there already.
    """
    place = Path(folder).expanduser()
    file = place / "leads.db"
    if os.path.lexists(file):
        raise BadRequest(f"{file} is there already; choose another folder, or delete it first")
    lists = place / "lists"
    lists.mkdir(parents=True, exist_ok=True)
    part = place / f".leads.{os.getpid()}.part"
    now = now.replace(microsecond=0)
    zone = ZoneInfo(cast.TIME_ZONE)
    hours = Hours(zone, opens=time(8, 30), closes=time(17, 30))
    begins = hours.on(hours.next_open(now - timedelta(days=DAYS)).astimezone(zone).date())[0]
    try:
        store = Store(part, now=iso(begins), settings={"time_zone": cast.TIME_ZONE, "country": "US"}, durable=False)
        try:
            diary = Diary(store, hours, SEED)
            _Firm(diary, lists, begins).plan()
            diary.run(now)
            counts = about.info(diary.office(cast.MANAGER, now))
        finally:
            store.close()
        part.rename(file)
    finally:
        for leftover in place.glob(f"{part.name}*"):
            leftover.unlink()
    return counts | {"file": str(file.resolve()), "size": file.stat().st_size}


class _Firm:
    """Where the leads come from, and who hands them out."""

    def __init__(self, diary: Diary, lists: Path, begins: datetime) -> None:
        self.diary, self.lists, self.begins = diary, lists, begins
        self.random = random.Random(SEED + 1)
        self.people = prospects(self.random)
        self.known: dict[str, Prospect] = {}  # by e-mail address

    def plan(self) -> None:
        """Enter what comes from outside; what the reps make of it enters itself."""
        self._manager(0, self.set_up)
        for week in range(WEB_WEEKS):
            for day in (1, 4):
                self._manager(7 * week + day, self.web_leads)
        self._manager(28, lambda office: self.trade_show(office, "Spring Building Expo", 75, 9_800))
        self._manager(60, self.bad_list)
        self._manager(118, self.hand_some_over)
        self._manager(140, lambda office: self.trade_show(office, "Autumn Energy Fair", 55, 7_400))
        for day in range(6, DAYS, 4):
            reps = list(cast.REPS)
            rep = reps[day // 4 % len(reps)]
            self.diary.enter(self._on(day, self.random.uniform(1, 8)), rep, self.referral)

    def _on(self, day: int, hours: float = 0.0) -> datetime:
        """So many working hours into the first working day from that day on."""
        date = (self.begins + timedelta(days=day)).astimezone(self.diary.hours.zone).date()
        return self.diary.worked(self.diary.hours.on(date)[0], hours)

    def _manager(self, day: int, entry: Entry) -> None:
        self.diary.enter(self._on(day, 0.25), cast.MANAGER, entry)

    def set_up(self, office: Office) -> None:
        for rep, (region, _) in cast.REPS.items():
            teamwork.add_rep(office, rep, f"{rep.split()[0].lower()}@sales.example.com", region)
        for rep, places in cast.TERRITORIES.items():
            claims = [(unit, place) for unit, named in places.items() for place in named]
            territories.add(office, rep, claims, None)
        for source in ("web form", "trade show", "referral", "purchased list"):
            teamwork.add_source(office, source)

    def web_leads(self, office: Office) -> None:
        """Half a week of clicks on the form, now and then by somebody who clicked before."""
        rows = []
        for _ in range(self.random.randint(2, 5)):
            person = self._somebody()
            if len(self.known) > 60 and self.random.random() < 0.06:
                person = self.random.choice(list(self.known.values()))
            clicked = office.now - timedelta(hours=self.random.uniform(0.2, 60))
            rows.append((clicked.astimezone(office.zone), person))
        rows.sort(key=lambda row: row[0])
        file = self.lists / f"web-{office.now.astimezone(office.zone):%Y-%m-%d}.csv"
        web_form(file, rows)
        self._taken_in(office, file, "web form", None)

    def trade_show(self, office: Office, name: str, scans: int, cost: float) -> None:
        """Two days of badges; a few were scanned twice."""
        opens = (office.now - timedelta(days=4)).astimezone(office.zone)
        teamwork.add_campaign(
            office, name, source="trade show", cost=cost, begins=f"{opens:%Y-%m-%d}",
            ends=f"{opens + timedelta(days=1):%Y-%m-%d}",
        )  # fmt: skip
        people = [self._somebody() for _ in range(scans)]
        people += self.random.sample(people, 3)
        half = len(people) // 2 + 1
        rows = [(opens + timedelta(days=n // half, minutes=11 * (n % half)), p) for n, p in enumerate(people)]
        file = self.lists / f"{name.lower().replace(' ', '-')}.csv"
        badges(file, rows)
        self._taken_in(office, file, "trade show", name)

    def bad_list(self, office: Office) -> None:
        """A purchased list whose names slipped by a row: taken in, seen, taken back, and taken in right."""
        people = [self._somebody() for _ in range(64)]
        name = "Facility managers list"
        teamwork.add_campaign(office, name, source="purchased list", cost=1_500, begins=None, ends=None)
        wrong, right = self.lists / "facility-managers.csv", self.lists / "facility-managers-corrected.csv"
        bought(wrong, people, shifted=True)
        bought(right, people)
        batch = self._taken_in(office, wrong, "purchased list", name, worked=False)
        seen, mended = office.now + timedelta(minutes=22), office.now + timedelta(minutes=41)
        self.diary.enter(seen, cast.MANAGER, lambda later: undoing.undo(later, batch))
        self.diary.enter(mended, cast.MANAGER, lambda later: self._taken_in(later, right, "purchased list", name))

    def referral(self, office: Office) -> None:
        """A customer names somebody, and the rep who hears it writes it down."""
        person = self._somebody()
        given = {
            "full_name": person.name, "company": person.company, "phone": person.phone, "email": person.email,
            "city": person.city, "state": person.state, "postal_code": person.postal_code, "source": "referral",
            "referred_by": self.random.choice(list(self.known.values())).name,
        }  # fmt: skip
        result = leads.add(office, given, "Heard of us from a customer")
        if result["rep"]:
            Pursuit(self.diary, result["lead"], result["rep"], person).begin(office.now)

    def hand_some_over(self, office: Office) -> None:
        """Leads that nobody turned to for a month go to a rep who has time."""
        waiting = listing.leads(office, rep="Dan Kowalski", untouched=True, until="30 days ago")
        for lead in waiting[:4]:
            hand_over(
                self.diary, office, lead["lead"], self.known[lead["email"]], "Carla Nguyen", "untouched for a month"
            )

    def _somebody(self) -> Prospect:
        person = next(self.people)
        self.known[person.email] = person
        return person

    def _taken_in(self, office: Office, file: Path, source: str, campaign: str | None, *, worked: bool = True) -> int:
        """Import a list and hand its leads out; `worked`: the reps begin with them. Returns the batch."""
        request = intake.Request(source=source, campaign=campaign, assign=True)
        found = intake.look(office, str(file), request)
        result = intake.take_in(office, found, request, lambda label, total: nullcontext(lambda rows: None))
        assert result.batch is not None
        if worked:
            for lead in listing.leads(office, batch=result.batch):
                if lead["rep"]:
                    Pursuit(self.diary, lead["lead"], lead["rep"], self.known[lead["email"]]).begin(office.now)
        return result.batch
