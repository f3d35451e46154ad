"""Groups of leads by what people call them."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from leadtrack.actions import Office
from leadtrack.errors import NotFound
from leadtrack.reports import Column

Key = tuple[Any, ...]

# By what reports can be counted: name -> (heading, what those are called that have none).
HEADS = {
    "rep": ("Rep", "(no rep)"),
    "region": ("Region", "(no region)"),
    "source": ("Source", "(no source)"),
    "campaign": ("Campaign", "(no campaign)"),
    "territory": ("Territory", "(nobody covers it)"),
    "industry": ("Industry", "(not known)"),
    "month": ("Month", "(not known)"),
    "temperature": ("Temperature", "(not assigned)"),
}
# How one asks for the leads of those that have none: --rep none.
NOBODY = "none"
_BY_NAME = ("rep", "region", "month")
_WARMTH = {"hot": 0, "warm": 1, "cold": 2}


class Grouping:
    """Names for the keys of groups; several keys may have one name, and their figures are then added up."""

    def __init__(self, office: Office, by: str | None) -> None:
        self.office, self.by = office, by

    @property
    def columns(self) -> tuple[Column, ...]:
        """The column that names the group; none for all leads together."""
        return () if self.by is None else (Column(self.by, HEADS[self.by][0], "text", HEADS[self.by][1]),)

    def row(self, name: str | None) -> dict[str, Any]:
        return {} if self.by is None else {self.by: name}

    def name(self, key: Key) -> str | None:
        """The name of the group that a key belongs to; None for those that have none, and for all leads together."""
        if self.by is None or (len(key) == 1 and key[0] is None):
            return None
        return self._named(key)

    def added(
        self, rows: Iterable[tuple[Key, Mapping[str, Any]]], into: dict[str | None, dict[str, Any]] | None = None
    ) -> dict[str | None, dict[str, Any]]:
        """Figures by the name of their group, added up."""
        found: dict[str | None, dict[str, Any]] = {} if into is None else into
        for key, figures in rows:
            mine = found.setdefault(self.name(key), {})
            for figure, value in figures.items():
                mine[figure] = mine.get(figure, 0) + (value or 0)
        return found

    def lengths(self, rows: Iterable[tuple[Key, Mapping[int, int]]]) -> dict[str | None, dict[int, int]]:
        """Counts for each length by the name of their group, added up."""
        found: dict[str | None, dict[int, int]] = {}
        for key, lengths in rows:
            mine = found.setdefault(self.name(key), {})
            for length, leads in lengths.items():
                mine[length] = mine.get(length, 0) + leads
        return found

    def order(self, names: Mapping[str | None, Mapping[str, Any]], figure: str = "leads") -> list[str | None]:
        """The groups as people look for them: reps, regions and months by name, others by how many leads they have."""

        def place(name: str | None) -> tuple[Any, ...]:
            if self.by == "temperature":
                return (name is None, _WARMTH.get(name or "", 9))
            if self.by in _BY_NAME:
                return (name is None, (name or "").casefold())
            return (name is None, -names[name].get(figure, 0), (name or "").casefold())

        return sorted(names, key=place)

    @cached_property
    def _named(self) -> Callable[[Key], str | None]:
        store = self.office.store
        if self.by in ("rep", "region", "source", "campaign"):
            names = store.reporting.names(self.by)
            return lambda key: names.get(key[0])
        if self.by == "territory":
            return territory_of(self.office)
        if self.by == "industry":
            spelled: dict[str, str] = {}
            return lambda key: spelled.setdefault(" ".join(key[0].split()).casefold(), " ".join(key[0].split())) or None
        return lambda key: str(key[0])


# -- territories: the only place in which reports know how places are covered ------------------------------------------


def territory_of(office: Office) -> Callable[[Key], str | None]:
    """What tells the territory of a place (country, state, county, city, ZIP, area code): the smallest that a rep
    covers now."""
    from leadtrack.actions.assigning import every_claim
    from leadtrack.locating import Where, lying
    from leadtrack.territory import covering, key

    table, names = every_claim(office), _territories(office)

    def covered(place: Key) -> str | None:
        where = Where(*(part or "" for part in place))
        found = covering(lying(where, home=office.country, atlas=office.gazetteer), table)
        return names[key(found.unit)] if found else None

    return covered


def territory_named(office: Office, text: str) -> str:
    """The territory that is meant by "state MA", or "MA" where no other ends so. Raises NotFound."""
    names = sorted(set(_territories(office).values()))
    wanted = " ".join(text.split()).casefold()
    for found in (
        [name for name in names if name.casefold() == wanted],
        [name for name in names if name.casefold().endswith(f" {wanted}")],
    ):
        if len(found) == 1:
            return found[0]
    listed = ", ".join(names[:8]) or "none yet: leadtrack territory add REP --state MA"
    raise NotFound(f"there is no territory {text!r}; there is {listed}")


def _territories(office: Office) -> dict[Any, str]:
    """What each territory is called, by the unit as it is compared."""
    from leadtrack.actions.assigning import claimed
    from leadtrack.territory import key

    return {key(unit): str(unit) for unit, claim in claimed(office) if not claim.excluded}
