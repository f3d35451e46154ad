"""The demo's half year, told in the order in which it happened: every entry is an ordinary action, done at its time."""

import heapq
import itertools
import random
from collections.abc import Callable
from datetime import datetime, timedelta

from leadtrack.actions import Office, assigning, finding, leads, moving, promises, work
from leadtrack.actions.demo import cast
from leadtrack.actions.demo.prospects import Prospect
from leadtrack.hours import Hours
from leadtrack.store import Store

Entry = Callable[[Office], object]


class Diary:
    """What is still to happen, soonest first; `run` lets it happen up to `now`, and the rest never does."""

    def __init__(self, store: Store, hours: Hours, seed: int) -> None:
        self.store, self.hours = store, hours
        self.random = random.Random(seed)
        self._ahead: list[tuple[datetime, int, str, Entry]] = []
        self._order = itertools.count()
        self._offices: dict[str, Office] = {}

    def enter(self, at: datetime, actor: str, entry: Entry) -> None:
        """Let `entry` happen at that instant, done by the actor (a rep's name, or anybody's)."""
        heapq.heappush(self._ahead, (at, next(self._order), actor, entry))

    def run(self, now: datetime) -> None:
        while self._ahead and self._ahead[0][0] <= now:
            at, _, actor, entry = heapq.heappop(self._ahead)
            entry(self.office(actor, at))

    def office(self, actor: str, at: datetime) -> Office:
        """The actor's office at that instant."""
        office = self._offices.get(actor)
        if office is None:
            office = self._offices[actor] = Office(store=self.store, now=at, actor=actor)
            if actor in cast.REPS:
                office.rep = dict(finding.rep(office, actor))
        office.now = at
        return office

    def worked(self, since: datetime, hours: float) -> datetime:
        """The instant after so many working hours."""
        left = timedelta(hours=hours)
        at = self.hours.next_open(since)
        while True:
            closes = self.hours.on(at.astimezone(self.hours.zone).date())[1]
            if left < closes - at:
                return (at + left).replace(second=0, microsecond=0)
            left -= closes - at
            at = self.hours.next_open(closes)


class Pursuit:
    """One lead in the hands of its rep: tried, reached, won or lost, as the rep's habits and the lead's heat go."""

    def __init__(self, diary: Diary, lead: int, rep: str, prospect: Prospect) -> None:
        self.diary, self.number, self.lead, self.rep, self.prospect = diary, lead, str(lead), rep, prospect
        self.random = diary.random
        self.habits = cast.REPS[rep][1]
        self.tries = 0

    def begin(self, at: datetime) -> None:
        """The rep got the lead."""
        if self.random.random() < self.habits.ignores[self.prospect.heat]:
            return
        self._later(at, self.habits.hours * self.random.lognormvariate(0, 0.8), self.attempt)

    def attempt(self, office: Office) -> None:
        """Turn to the lead, and see what comes of it."""
        self.tries += 1
        kind = self.random.choices(("call", "email", "text"), (7, 2, 1))[0]
        if kind != "call":
            work.log(office, self.lead, kind, outcome="sent", incoming=False, words=None, at=None)
            if self.random.random() < 0.25:
                self._later(office.now, self.random.uniform(1, 12), self.answer)
            else:
                self._try_again(office)
            return
        outcome = self.random.choices(("answered", "voicemail", "no answer", "wrong number"), (40, 32, 25, 3))[0]
        words = self.random.choice(cast.SAID) if outcome == "answered" else None
        work.log(office, self.lead, "call", outcome=outcome, incoming=False, words=words, at=None)
        if outcome == "answered":
            self.talked(office)
        elif outcome == "wrong number" and self.tries == 1:
            moving.move(office, self.lead, "junk", why="wrong number", at=None)
        else:
            self._try_again(office)

    def answer(self, office: Office) -> None:
        """The lead writes back."""
        work.log(office, self.lead, "email", outcome="replied", incoming=True, words="asks for a call", at=None)
        work.log(office, self.lead, "call", outcome="answered", incoming=False, words=None, at=None)
        self.talked(office)

    def talked(self, office: Office) -> None:
        """A conversation: interested, later, or no."""
        moving.move(office, self.lead, "contacted", why=None, at=None)
        if self.random.random() < 0.3:
            work.note(office, self.lead, self.random.choice(cast.NOTES))
        fate = self.random.random()
        welcome = cast.WELCOME[self.prospect.heat]
        if fate < welcome:
            self._promise(office, self.random.uniform(2, 20), "Work out the offer", self.qualified)
        elif fate < welcome + (1 - welcome) * 0.4:
            moving.move(office, self.lead, "nurture", why="not before next season", at=None)
            self._promise(office, self.random.uniform(160, 480), "Ask again", self.attempt)
        else:
            self._later(office.now, 1, self.refused)

    def qualified(self, office: Office) -> None:
        value = cast.WORTH[self.prospect.interest] * self.random.uniform(0.7, 2.5)
        leads.edit(office, self.lead, {"value": f"{round(value, -2):.0f}"})
        moving.move(office, self.lead, "qualified", why=None, at=None)
        self._promise(office, self.random.uniform(4, 40), "Visit the site", self.visited)

    def visited(self, office: Office) -> None:
        if self.random.random() < 0.12:
            work.log(office, self.lead, "meeting", outcome="no show", incoming=False, words=None, at=None)
            self._try_again(office)
            return
        work.log(office, self.lead, "meeting", outcome="held", incoming=False, words="measured on site", at=None)
        moving.move(office, self.lead, "proposal", why=None, at=None)
        self._promise(office, self.random.uniform(20, 110), "Ask for the decision", self.decided)

    def decided(self, office: Office) -> None:
        work.log(office, self.lead, "call", outcome="answered", incoming=False, words="about the offer", at=None)
        if self.random.random() < self.habits.wins:
            moving.move(office, self.lead, "won", why=None, at=None)
        else:
            self.refused(office)

    def refused(self, office: Office) -> None:
        moving.move(office, self.lead, "lost", why=self.random.choice(cast.REFUSALS), at=None)

    def _try_again(self, office: Office) -> None:
        if self.tries < self.habits.tries:
            self._promise(office, self.random.uniform(4, 36), "Try again", self.attempt)
        elif self.random.random() < 0.4:
            moving.move(office, self.lead, "lost", why="never reached", at=None)

    def _promise(self, office: Office, hours: float, text: str, entry: Entry) -> None:
        """Set a reminder; whether it is kept, kept late or left lying is the rep's habit."""
        due = self.diary.worked(office.now, hours)
        when = due.astimezone(office.zone)
        reminder = promises.remind(office, self.lead, f"{when:%Y-%m-%d %H:%M}", text, None)["reminder"]

        def kept(office: Office) -> None:
            promises.done(office, reminder)
            entry(office)

        fate = self.random.random()
        if fate < self.habits.keeps:
            self._later(due, self.random.uniform(0, 0.7), kept)
        elif fate < self.habits.keeps + self.habits.late:
            self._later(due, self.random.uniform(8, 60), kept)

    def _later(self, since: datetime, hours: float, entry: Entry) -> None:
        """Let something happen after so many working hours, unless the lead has gone to somebody else by then."""

        def still_mine(office: Office) -> None:
            standing = office.store.leads.standing(self.number)
            if standing and office.rep and standing["rep_id"] == office.rep["id"]:
                entry(office)

        self.diary.enter(self.diary.worked(since, hours), self.rep, still_mine)


def hand_over(diary: Diary, office: Office, lead: int, prospect: Prospect, to: str, why: str) -> None:
    """The manager gives a lead to another rep, who begins anew."""
    assigning.hand(office, str(lead), to, why)
    Pursuit(diary, lead, to, prospect).begin(office.now)
