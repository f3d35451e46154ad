"""Who may be given a lead now: who is on the team, not away, at work by the own hours, and has room for one more."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta, tzinfo
from itertools import pairwise
from typing import NamedTuple

from leadtrack.errors import BadRequest
from leadtrack.hours import Hours
from leadtrack.instants import iso


class Rep(NamedTuple):
    """A rep as assignment sees one. `since`: the batch in which the rep joined, or last changed weight or region.

    `hours`: when the rep takes leads, None for always; `days_alone`: they are days, and any hour of them.
    """

    id: int
    name: str
    since: int = 0
    weight: float = 1.0
    region: int | None = None
    per_day: int | None = None
    open_most: int | None = None
    hours: Hours | None = None
    left: bool = False


class Absence(NamedTuple):
    """[start, until), until None for until further notice; `cover` stands in."""

    rep: int
    start: datetime
    until: datetime | None
    cover: int | None

    def at(self, now: datetime) -> bool:
        return self.start <= now and (self.until is None or now < self.until)


class Taker(NamedTuple):
    """Who takes what is meant for a rep (`rep` None where nobody can), and why those asked before could not."""

    rep: int | None
    why: tuple[str, ...]


class Team:
    """Everybody on the team at one instant; `given` keeps the loads up to date while leads are handed out.

    `today` and `open` count what a rep got today and has open, for those who have such a limit. `barred` below are reps
    who may not have the lead in question, with the reason.
    """

    def __init__(
        self,
        reps: Iterable[Rep],
        absences: Iterable[Absence],
        *,
        now: datetime,
        zone: tzinfo,
        today: Mapping[int, int] | None = None,
        open: Mapping[int, int] | None = None,
    ) -> None:
        self.now, self.zone = now, zone
        self.reps = {rep.id: rep for rep in reps}
        self.away = {absence.rep: absence for absence in absences if absence.at(now)}
        self.today, self.open = dict(today or {}), dict(open or {})
        self._absent = {rep.id: why for rep in self.reps.values() if (why := self._absence(rep))}
        self._limited = {
            rep.id for rep in self.reps.values() if rep.per_day is not None or rep.open_most is not None
        } - self._absent.keys()

    def name(self, rep: int) -> str:
        return self.reps[rep].name if rep in self.reps else f"rep {rep}"

    def is_free(self, rep: int) -> bool:
        """Whether the rep can take any number of leads now."""
        return rep in self.reps and rep not in self._absent and rep not in self._limited

    def why_not(self, rep: int) -> str | None:
        """Why a rep can take no lead now, as it follows the name: "is away until 2026-04-10"; None: it can be."""
        if rep in self._absent:
            return self._absent[rep]
        if rep not in self._limited:
            return None if rep in self.reps else "is not on the team"
        who = self.reps[rep]
        if who.per_day is not None and self.today.get(rep, 0) >= who.per_day:
            return f"has had {_leads(self.today.get(rep, 0))} today, of at most {who.per_day}"
        if who.open_most is not None and self.open.get(rep, 0) >= who.open_most:
            return f"has {_leads(self.open.get(rep, 0))} open, of at most {who.open_most}"
        return None

    def taker(self, rep: int, barred: Mapping[int, str] | None = None) -> Taker:
        """The rep, or who stands in for one who is away, and so on; a circle of covers ends with nobody."""
        if not barred and rep in self.reps and rep not in self._absent and rep not in self._limited:
            return Taker(rep, ())
        seen: list[str] = []
        asked: set[int] = set()
        while True:
            why = (barred or {}).get(rep) or self.why_not(rep)
            if why is None:
                return Taker(rep, tuple(seen))
            seen.append(f"{self.name(rep)} {why}")
            asked.add(rep)
            absence = self.away.get(rep)
            if absence is None or absence.cover is None or self.reps[rep].left:
                return Taker(None, tuple(seen))
            if absence.cover in asked:
                return Taker(None, (*seen, f"{self.name(absence.cover)} should cover"))
            rep = absence.cover

    def given(self, rep: int) -> None:
        """The rep got one more lead."""
        if rep in self._limited:
            self.today[rep] = self.today.get(rep, 0) + 1
            self.open[rep] = self.open.get(rep, 0) + 1

    def _absence(self, rep: Rep) -> str | None:
        if rep.left:
            return "left the team"
        if absence := self.away.get(rep.id):
            return "is away" + (f" until {last_day(absence.until, self.zone)}" if absence.until else "")
        if rep.hours and not rep.hours.is_open(self.now):
            return f"is not at work until {_clock(rep.hours.next_open(self.now), rep.hours.zone)}"
        return None


def last_day(until: datetime, zone: tzinfo) -> str:
    """The last day of an absence, or its last minute where it ends within a day."""
    local = until.astimezone(zone)
    if local.time() != local.min.time():
        return f"{local:%Y-%m-%d %H:%M}"
    return (local - timedelta(seconds=1)).date().isoformat()


def refuse_circle(absences: Iterable[Absence], new: Absence, names: Mapping[int, str]) -> None:
    """Raise BadRequest where nobody would be there because the covers of those who are away lead back to `new.rep`."""
    known: list[Absence] = list(absences)
    path, at = [new.rep], new
    while at.cover is not None:
        path.append(at.cover)
        if at.cover == new.rep:
            told = ", ".join(f"{names[a]} covers {names[b]}" for b, a in pairwise(path))
            raise BadRequest(f"the covers go round in a circle while all are away: {told}; name another with --cover")
        following = next((absence for absence in known if absence.rep == at.cover and _overlap(absence, new)), None)
        if following is None or following.cover in path[1:]:
            return
        at = following


def _overlap(a: Absence, b: Absence) -> bool:
    return (b.until is None or a.start < b.until) and (a.until is None or b.start < a.until)


def _clock(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def _leads(number: int) -> str:
    return f"{number} lead" if number == 1 else f"{number} leads"


def days_of(absences: Collection[Absence], now: datetime) -> list[Absence]:
    """Those that are not over."""
    return [absence for absence in absences if absence.until is None or absence.until > now]


def as_columns(absence: Absence) -> dict[str, str | int | None]:
    """An absence as it is kept."""
    return {
        "rep_id": absence.rep, "from_at": iso(absence.start), "cover_id": absence.cover,
        "until_at": iso(absence.until) if absence.until else None,
    }  # fmt: skip
