"""Where the rows of a block (blocks.py) are: country, state, ZIP and county, read in the light of each other.

Of the ZIPs of one state that are written in one form only the first is asked of the `Cleaner`: of the others no more
differs than the place itself. Every other address is asked once, and remembered.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from leadtrack.cleaning import Cleaner
from leadtrack.localities import LONGEST_REMEMBERED

ADDRESS = ("country", "state", "postal_code", "county")
# The custom field that keeps the digits behind a ZIP.
PLUS4 = "ZIP+4"
_BOUND = 50_000  # so many different cells of ZIPs, or other addresses, are remembered
# After so many of them all ZIPs are read at once, which is faster than one by one.
_MANY = 300

Cells = Sequence[str]
# What a row's address comes to: its country, state, postal code and county (None where there is none), the region in
# which its telephone numbers are read, what was mended, the digits behind its ZIP, whether the `Cleaner` need not see
# the row on its account.
Found = tuple[str | None, str | None, str | None, str | None, str, tuple[str, ...], str, bool]


@dataclass(frozen=True, slots=True)
class _Alike:
    """What is the same of all addresses in one state whose ZIPs are written in one form."""

    country: str | None
    state: str | None
    region: str
    repairs: tuple[str, ...]


class Whereabouts:
    """The addresses of one import. `apart`: the digits behind a ZIP can be kept in a custom field of their own."""

    def __init__(self, cleaner: Cleaner, *, apart: bool) -> None:
        self._cleaner = cleaner
        self._apart = apart
        self._towns = _Towns(cleaner)
        self._alike: dict[tuple[str, str, int, bool], _Alike] = {}
        self._known: dict[tuple[str, ...], Found] = {}

    def __call__(
        self,
        countries: Iterable[str],
        states: Iterable[str],
        codes: Iterable[str],
        counties: Iterable[str],
        cities: Cells,
    ) -> list[Found]:
        """What becomes of tidy cells, row by row; "" where a row has none."""
        alike, towns, known = self._alike, self._towns, self._known
        found: list[Found] = []
        add = found.append
        for country, state, code, county, city in zip(countries, states, codes, counties, cities, strict=True):
            like = alike.get((country, state, len(code), bool(city)))
            if like is not None and not county and (town := towns[code]) is not None:
                there, whole, within, called = town
                if there == like.state if state else not city or city == called:
                    add((like.country, there, whole, within, like.region, like.repairs, code[6:], True))
                    continue
            # only without a state the city has a say: whether a ZIP may give it, or a zero
            key = (country, state, code, county) if state or not code else (country, state, code, county, city)
            add(known.get(key) or self._asked(key))
        return found

    def _asked(self, key: tuple[str, ...]) -> Found:
        raw = {field: cell for field, cell in zip((*ADDRESS, "city"), key, strict=False) if cell}
        cleaned = self._cleaner(raw, {})
        kept = dict(cleaned.custom)
        behind = kept.pop(PLUS4, "") if self._apart else ""
        values = cleaned.values
        repairs = tuple(repair.what for repair in cleaned.repairs)
        told: Any = map(values.get, ADDRESS)
        found: Found = (*told, self._cleaner.region(raw), repairs, behind, not kept)
        country, state, code, county, *city = key
        town = self._towns[code] if not county and not kept else None
        if town and found[1:4] == town[:3] and behind == code[6:]:
            like = _Alike(found[0], found[1], found[4], repairs)
            # where the state stands the city has no say
            for named in (True, False) if state else (any(city),):
                self._alike[country, state, len(code), named] = like
        if len(self._known) >= _BOUND:
            self._known.clear()
        self._known[key] = found
        return found


class _Towns(dict[str, tuple[str, str, str, str] | None]):
    """Of the cell of a ZIP in a usual form ("02110", "2110", "02110-1234"): its state, ZIP, county and city. None of
    any other, and of those that lie in no county.
    """

    def __init__(self, cleaner: Cleaner) -> None:
        super().__init__()
        self._cleaner = cleaner
        self._all: dict[str, tuple[str, str, str, str]] = {}

    def __missing__(self, cell: str) -> tuple[str, str, str, str] | None:
        if len(self) == _MANY and not self._all:
            self._all = {town[1]: town for town in self._cleaner.towns()}
            self.update(self._all)
        elif len(self) >= len(self._all) + _BOUND:
            self.clear()
            self.update(self._all)
        code, dash, behind = cell.partition("-")
        usual = code.isdecimal() and cell.isascii() and (not dash or (len(behind) == 4 and behind.isdecimal()))
        town = None
        if usual and (len(code) == 5 or (len(code) in (3, 4) and not dash)):
            town = self._found(code.zfill(5))
        self[cell[:LONGEST_REMEMBERED]] = town
        return town

    def _found(self, code: str) -> tuple[str, str, str, str] | None:
        if self._all:
            return self._all.get(code)
        place = self._cleaner.place(code)
        return (place.state, code, place.county, place.city) if place and place.county else None
