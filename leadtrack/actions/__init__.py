"""What a user does, one function each: gather from the store, decide with the trade's files, apply to the store."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING, Any

from leadtrack.instants import from_iso, iso
from leadtrack.store import Store

if TYPE_CHECKING:
    from leadtrack.cleaning import Cleaner
    from leadtrack.geography import Gazetteer
    from leadtrack.hours import Workweek

# what a team's week is until it says otherwise
_USUAL = {"working_days": "mon-fri", "holidays": "none", "working_hours": "none"}


@dataclass(slots=True)
class Post:
    """The mail of one command: how many mails it queued, and what there is to say about those who cannot be told."""

    queued: int = 0
    remarks: list[str] = field(default_factory=list)

    def remark(self, words: str) -> None:
        """Say it once."""
        if words not in self.remarks:
            self.remarks.append(words)


class Office:
    """Where an action takes place: the team's file, the present instant, and who acts.

    `rep` is the acting rep's row, where the actor is one; `tell` hears what should be known beside the answer. `post`:
    the team is told by mail what concerns it; without one (a rehearsal, an invented team) nobody is.
    """

    def __init__(
        self,
        store: Store,
        now: datetime,
        actor: str,
        rep: dict[str, Any] | None = None,
        tell: Callable[[str], None] = lambda words: None,
    ) -> None:
        self.store, self.now, self.actor, self.rep, self.tell = store, now, actor, rep, tell
        self.post: Post | None = None

    def on(self, now: datetime) -> "Office":
        """The same office at another instant."""
        office = Office(self.store, now, self.actor, self.rep, self.tell)
        office.post = self.post
        return office

    @cached_property
    def settings(self) -> dict[str, str]:
        return self.store.settings.all()

    @cached_property
    def zone(self) -> tzinfo:
        """The team's time zone."""
        if self.settings["time_zone"] == "UTC":
            return UTC
        from zoneinfo import ZoneInfo

        return ZoneInfo(self.settings["time_zone"])

    @cached_property
    def week(self) -> "Workweek | None":
        """The days the team works, its days off and its hours; None where they are the usual ones."""
        told = [self.settings.get(key, usual) for key, usual in _USUAL.items()]
        if told == list(_USUAL.values()):
            return None
        from leadtrack import workweek

        return workweek.read(*told)

    @property
    def country(self) -> str:
        """The team's own: where an address without a country lies, and a telephone number without a prefix."""
        return self.settings["country"]

    @cached_property
    def gazetteer(self) -> "Gazetteer":
        from leadtrack import geography

        return geography.load()

    def cleaner(self, **columns: Any) -> "Cleaner":
        """What cleans cells for this team; `columns` (country, date_orders, split, ...) say how a sheet writes them."""
        from leadtrack.cleaning import Cleaner

        return Cleaner(
            time_zone=self.settings["time_zone"],
            place=self.gazetteer.zip,
            city_zips=self.gazetteer.city_zips,
            towns=self.gazetteer.towns,
            **{"country": self.country, **columns},
        )

    def local(self, at: str) -> str:
        """A stored instant in the team's zone, "2026-03-31T09:00:00-04:00"; a day alone stays a day."""
        return at if len(at) == 10 else from_iso(at).astimezone(self.zone).isoformat()

    def clock(self, at: datetime) -> str:
        """An instant as a person of the team reads it: "2026-03-31 09:00"."""
        return f"{at.astimezone(self.zone):%Y-%m-%d %H:%M}"

    def batch(self, command: str, **options: Any) -> Any:
        """A batch of the store, by this actor, now."""
        return self.store.batch(command, actor=self.actor, now=iso(self.now), **options)
