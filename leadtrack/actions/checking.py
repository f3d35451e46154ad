"""Looking territories over."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from leadtrack import territory_check
from leadtrack.actions import Office, assigning
from leadtrack.instants import iso
from leadtrack.locating import Where, lying
from leadtrack.territory import Lies, Unit, coverage, covering, key
from leadtrack.us_tiles import TILES

DAYS = 90


@dataclass(slots=True)
class Found:
    """`rows` are findings (finding, place, reps, leads, told), the gravest first; `gap` counts leads nobody covers."""

    rows: list[dict[str, Any]]
    summary: str
    gap: int
    leads: int


def check(office: Office) -> Found:
    """Findings about all territories, and the leads of the last 90 days that they concern; changes nothing."""
    atlas = office.gazetteer
    claims = list(assigning.claimed(office))
    table = coverage(claims)
    uncovered: Counter[str] = Counter()
    doubts: Counter[str] = Counter()
    lying_in: Counter[Unit] = Counter()
    leads = 0
    for *place, count in office.store.territories.recent(iso(office.now - timedelta(days=DAYS))):
        where = Where._make(place)
        lies_in = lying(where, home=office.country, atlas=atlas)
        leads += count
        for lies in lies_in:
            lying_in[key(lies.unit)] += count
        if covering(lies_in, table) is None:
            uncovered[gap_name(where, lies_in)] += count
        doubts.update({told: count for told in {each.because for each in lies_in} if _is_doubt(told)})
    shared = territory_check.overlaps(claims, lying_in)
    left = office.store.territories.orphans()
    orphans = [(Unit(row["country"], row["unit"], row["value"]), row["rep"]) for row in left]
    found = [
        *territory_check.orphaned(orphans, table),
        *territory_check.unknown(claims, atlas=atlas),
        *territory_check.gaps(uncovered),
        *(territory_check.untouched(_blank_states(office, claims)) if claims else []),
        *shared,
        *territory_check.doubts(doubts),
        *territory_check.nested(claims, table, atlas=atlas),
    ]
    rows = [finding._asdict() for finding in territory_check.in_order(found)]
    return Found(rows, _summary(uncovered.total(), leads, rows), uncovered.total(), leads)


def gap_name(where: Where, lies_in: Sequence[Lies]) -> str:
    """What a place is called that nobody covers: its ZIP3 with the state, else as far as the address goes."""
    if not lies_in:
        return where.country or "no address"
    smallest = lies_in[0].unit
    if smallest.country == "US" and smallest.kind == "zip" and where.postal_code:
        state = next((unit.value for unit, _ in lies_in if unit.kind == "state"), "")
        return f"{smallest.value[:3]}xx" + (f", {state}" if state else "")
    return str(smallest)


def _is_doubt(told: str) -> bool:
    return told.startswith(("the ZIP lies in", "there is no ZIP", "the address says"))


def _blank_states(office: Office, claims: list[tuple[Unit, Any]]) -> list[str]:
    """States of the US without any claim in them, unless the whole country is somebody's."""
    if office.country != "US" or any(unit == Unit("US", "country", "US") for unit, _ in claims):
        return []
    touched: set[str] = set()
    for (country, kind, value), _ in claims:
        if country != "US":
            continue
        if kind in ("state", "county", "city"):
            touched.add(value.rpartition(", ")[2])
        elif kind == "zip":
            touched.update({place.state} if (place := office.gazetteer.zip(value)) else ())
        elif kind == "zip3":
            touched.update(office.gazetteer.zip3_states(value))
        else:
            touched.update(office.gazetteer.area_code_states(value))
    return [state for state in TILES if state not in touched]


def _summary(gap: int, leads: int, rows: list[dict[str, Any]]) -> str:
    of = f"of {leads:,} leads of the last {DAYS} days"
    fell = f"{gap:,} {of} fell where nobody covers" if gap else f"none {of} fell where nobody covers"
    kinds = Counter(row["finding"] for row in rows if row["finding"] != "gap")
    told = ", ".join(f"{count} {_CALLED[kind]}" for kind, count in kinds.items())
    return fell + (f"; also {told}" if told else "")


_CALLED = {
    "no rep": "without an active rep", "no place": "that do not exist", "overlap": "shared", "doubt": "doubts",
    "idle": "idle exceptions", "inside": "inside another rep's", "doubled": "doubled",
}  # fmt: skip
