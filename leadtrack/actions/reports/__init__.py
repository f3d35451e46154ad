"""Reports, one file each: gather from the store, decide with the trade's files, lay out with pages.py."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Any

from leadtrack import response, stages
from leadtrack.actions import Office
from leadtrack.actions.reports.grouping import Grouping
from leadtrack.instants import iso
from leadtrack.periods import add_months, begins, day_bounds, day_of
from leadtrack.store.selection import Selection

_FOREVER = 365_000  # days; a calendar does not reach further back


@dataclass
class Asked:
    """What somebody wants to know: of which leads (bounds and filters as Selection has them), by what, as of when."""

    office: Office
    by: str | None = None
    since: tuple[str, str] | None = None
    until: tuple[str, str] | None = None
    filters: dict[str, Any] = field(default_factory=dict)
    snapshot: bool = False

    @cached_property
    def pipeline(self) -> list[dict[str, Any]]:
        """Every stage, those that were removed, too."""
        return self.office.store.stages.all(removed=True)

    @cached_property
    def selection(self) -> Selection:
        now = iso(self.office.now)
        contacted, qualified = stages.milestones([stage for stage in self.pipeline if not stage["removed"]])
        kinds = {name: tuple(s["id"] for s in self.pipeline if s["kind"] == name) for name in stages.KINDS}
        way = [stage for stage in self.pipeline if stage["kind"] in stages.ON_THE_WAY]
        selection = Selection(
            settled={
                "now": now,
                **{f"ago_{n}": iso(self.office.now - timedelta(seconds=n)) for n in response.WITHIN.values()},
            },
            stages={
                **kinds,
                "alive": kinds["open"] + kinds["nurture"],
                "contacted": tuple(stage["id"] for stage in way if stage["position"] >= contacted),
                "qualified": tuple(stage["id"] for stage in way if stage["position"] >= qualified),
            },
            since=self.since,
            until=self.until,
            filters=self.filters,
            rests=tuple(
                (stage["id"], iso(self.office.now - timedelta(days=stage["rest_days"])))
                for stage in self.pipeline
                if stage["rest_days"] and stage["rest_days"] < _FOREVER
            ),
        )
        return selection._replace(months=self._months(selection)) if self.by == "month" else selection

    @cached_property
    def grouping(self) -> Grouping:
        return Grouping(self.office, self.by)

    @property
    def today(self) -> str:
        """The first instant of the day."""
        return iso(day_bounds(day_of(self.office.now, self.office.zone), self.office.zone)[0])

    def among(self, leads: Iterable[int]) -> Selection:
        """These leads, whatever else was asked of the others."""
        found = self.selection.of_these(leads)
        return found._replace(months=self._months(found)) if self.by == "month" else found

    def grouped(self, by: str | None) -> "Asked":
        """The same, by something else."""
        return Asked(self.office, by, self.since, self.until, self.filters, self.snapshot)

    def _months(self, selection: Selection) -> tuple[tuple[str, str], ...]:
        """The months in which these leads were created: (first instant, "2026-03"), oldest first."""
        from leadtrack.instants import from_iso

        zone = self.office.zone
        first, last = self.office.store.figures.created(selection)
        if first is None or last is None:
            return ()
        # a day either way, since a day alone may lie in another month than its first instant in UTC
        month = day_of(from_iso(first) - timedelta(days=1), zone).replace(day=1)
        end = day_of(from_iso(last) + timedelta(days=1), zone)
        found = []
        while month <= end:
            found.append((iso(begins(month, zone)), f"{month:%Y-%m}"))
            month = add_months(month, 1)
        return tuple(found)
