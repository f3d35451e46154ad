"""Gathering what a map of territories shows."""

from collections import Counter, defaultdict
from datetime import timedelta

from leadtrack import territory_map
from leadtrack.actions import Office, assigning
from leadtrack.actions.checking import DAYS, gap_name
from leadtrack.instants import iso
from leadtrack.locating import Where, lying
from leadtrack.territory import Cover, Unit, coverage, covering
from leadtrack.territory_map import Drawn, Holder, Zip


def draw(office: Office) -> Drawn:
    """Who covers what in the United States now, with the leads of the last 90 days; changes nothing."""
    atlas = office.gazetteer
    claims = list(assigning.claimed(office))
    table = coverage(claims)

    def cover(where: Where) -> Cover | None:
        return covering(lying(where, home=office.country, atlas=atlas), table)

    zips = [
        Zip(place.zip, place.state, _reps(cover(Where("US", place.state, place.county or "", "", place.zip))))
        for place in atlas.zips()
    ]
    by_state: Counter[str] = Counter()
    by_zip3: Counter[str] = Counter()
    fallen: Counter[str] = Counter()  # by state and by ZIP3: two letters, three digits
    gaps: Counter[str] = Counter()
    to_rep: Counter[str] = Counter()
    total = 0
    for *place, count in office.store.territories.recent(iso(office.now - timedelta(days=DAYS))):
        where = Where._make(place)
        lies_in = lying(where, home=office.country, atlas=atlas)
        total += count
        found = covering(lies_in, table)
        here = {unit.value for unit, _ in lies_in if unit.country == "US" and unit.kind in ("state", "zip3")}
        by_state.update({name: count for name in here if len(name) == 2})
        by_zip3.update({name: count for name in here if len(name) == 3})
        if found is None:
            gaps[gap_name(where, lies_in)] += count
            fallen.update(dict.fromkeys(here, count))
        for rep in _reps(found):
            to_rep[rep] += count
    return Drawn(
        "Territories",
        territory_map.tiles(zips, by_state, fallen),
        territory_map.dots(zips, atlas.zip3s(), by_zip3, fallen),
        _holders(office, zips, to_rep, [(unit, claim.name) for unit, claim in claims if not claim.excluded]),
        gaps.most_common(),
        total,
        DAYS,
    )


def _reps(cover: Cover | None) -> tuple[str, ...]:
    return tuple(sorted({claim.name for claim in cover.claims})) if cover else ()


def _holders(office: Office, zips: list[Zip], leads: Counter[str], claims: list[tuple[Unit, str]]) -> list[Holder]:
    """Reps who cover anything, by region and name."""
    holding: Counter[str] = Counter(rep for each in zips for rep in each.reps)
    elsewhere: defaultdict[str, list[str]] = defaultdict(list)
    for unit, rep in claims:
        if unit.country != "US":
            elsewhere[rep].append(str(unit))
    regions = {row["name"]: row["region"] or "" for row in office.store.reps.all()}
    found = [
        Holder(rep, regions.get(rep, ""), holding[rep], leads[rep], sorted(elsewhere[rep]))
        for rep in {rep for _, rep in claims}
    ]
    return sorted(found, key=lambda holder: (holder.region, holder.rep))
