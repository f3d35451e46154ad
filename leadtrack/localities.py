"""Where a lead is: its country, state and postal code, each read in the light of the others.

The country decides how states, postal codes and telephone numbers are read. Where no country stands, a state or a
code that only one country has names it; the team's own country is assumed for the rest, and written down only when
the ZIP agrees.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from leadtrack import addresses
from leadtrack.countries import country_code, fold, state_anywhere, state_code, state_written_as_country
from leadtrack.places import Place
from leadtrack.repairs import Cleaned, Repair
from leadtrack.texts import NOTHING, tidy

PlaceOf = Callable[[str], Place | None]
CityZips = Callable[[str, str | None], tuple[str, ...]]
# All ZIPs that lie in a county: state, ZIP, county, city.
Towns = Callable[[], Iterable[tuple[str, str, str, str]]]
# A cell as it is kept: the value, and the repair that made it if one did.
Known = tuple[str, Repair | None]

# how many different cells of one column are remembered
BOUND = 20_000
LONGEST_REMEMBERED = 200
COUNTRY_FROM_ZIP = Repair("country", "", "US", "filled from ZIP")


def no_place(zip_code: str) -> Place | None:
    """For a caller without a gazetteer: no ZIP is known."""
    return None


def no_city_zips(city: str, state: str | None) -> tuple[str, ...]:
    """For a caller without a gazetteer: no city is known."""
    return ()


def no_towns() -> tuple[tuple[str, str, str, str], ...]:
    """For a caller without a gazetteer: there are no ZIPs."""
    return ()


@dataclass(slots=True)
class Locality:
    """What a country's cell (or the lack of one) means for the rest of the row.

    `code` is the country's ISO code, "" where it is unknown; `region` is the one in which telephone numbers are read;
    `assumed` says that no cell of the row names the country; `note` is the repair by which one was filled in.
    `states` are the states' cells met in this country.
    """

    code: str
    region: str
    assumed: bool
    states: dict[str, Known] = field(default_factory=dict)
    note: Repair | None = None


class Localities:
    """The localities met in one import, each made once. `dialled`: where telephone numbers are read without a country,
    `home` when it is None.
    """

    def __init__(self, home: str | None, *, dialled: str | None = None) -> None:
        self.home = home or ""
        self._dialled = self.home if dialled is None else dialled
        self._by_code: dict[str, Locality] = {}
        self._by_country: dict[str, Locality] = {}
        self._by_state: dict[str, Locality] = {}
        self._here = self._made(self.home, assumed=True)

    def of(self, raw: Mapping[str, str]) -> Locality:
        """The locality of a row."""
        cell = raw.get("country")
        if cell is not None:
            known = self._by_country.get(cell)
            return known if known is not None else self._learn_country(cell, raw)
        cell = raw.get("state")
        if cell is None:
            return self._here if raw.get("postal_code", "0")[:1].isdecimal() else self._by_postal_code(raw, self._here)
        known = self._by_state.get(cell)
        if known is None:
            known = self._learn_state(cell)
        if known is self._here and not raw.get("postal_code", "0")[:1].isdecimal():
            return self._by_postal_code(raw, known)
        return known

    def _made(self, code: str, *, assumed: bool = False, note: Repair | None = None) -> Locality:
        return Locality(code, code or self._dialled, assumed, note=note)

    def _learn_country(self, cell: str, raw: Mapping[str, str]) -> Locality:
        text = tidy(cell)
        if not text or text in NOTHING:
            return self.of({field: other for field, other in raw.items() if field != "country"})
        code = country_code(text) or ""
        made = self._by_code.get(code)
        if made is None:
            made = self._by_code[code] = self._made(code)
        if len(self._by_country) > BOUND:
            self._by_country.clear()
        if len(cell) < LONGEST_REMEMBERED:
            self._by_country[cell] = made
        return made

    def _learn_state(self, cell: str) -> Locality:
        text = tidy(cell)
        found = None if not text or state_code(text, self.home) else state_anywhere(text)
        made = self._here
        if found and found[0] != self.home:
            made = self._made(found[0], note=Repair("country", "", found[0], "filled from state"))
        if len(self._by_state) > BOUND:
            self._by_state.clear()
        if len(cell) < LONGEST_REMEMBERED:
            self._by_state[cell] = made
        return made

    def _by_postal_code(self, raw: Mapping[str, str], otherwise: Locality) -> Locality:
        text = addresses.undressed(tidy(raw["postal_code"]))
        code = "CA" if addresses.canadian_code(text) else "GB" if addresses.british_code(text) else ""
        if found := addresses.lettered(text):
            code = found[0]
        state = tidy(raw.get("state", ""))
        if not code or code == self.home or (state and state_code(state, self.home) and not state_code(state, code)):
            return otherwise
        key = f"{code} by postal code"
        made = self._by_code.get(key)
        if made is None:
            made = self._by_code[key] = self._made(code, note=Repair("country", "", code, "filled from postal code"))
        return made


class Doubted:
    """The localities of a sheet that was not written in the team's country (elsewhere.py), the United States: a row is
    taken to lie there only when its state or city says so of its ZIP, or it names the country.
    """

    def __init__(self, home: str, *, dialled: str, place: PlaceOf, city_zips: CityZips) -> None:
        self._at_home = Localities(home)
        self._anywhere = Localities("", dialled=dialled)
        self._place, self._city_zips = place, city_zips

    def of(self, raw: Mapping[str, str]) -> Locality:
        """The locality of a row."""
        return (self._at_home if self._borne_out(raw) else self._anywhere).of(raw)

    def _borne_out(self, raw: Mapping[str, str]) -> bool:
        text = addresses.undressed(tidy(raw.get("postal_code", "")))
        code = addresses.zip_parts(text) or addresses.short_zip(text)
        place = self._place(code[0].zfill(5)) if code else None
        if place is None:
            return False
        if state := tidy(raw.get("state", "")):
            return state_code(state, "US") == place.state
        return city_agrees(tidy(raw.get("city", "")), place, self._city_zips)


def city_agrees(city: str, place: Place, city_zips: CityZips) -> bool:
    """Whether a ZIP lies in the city that a row names."""
    return fold(city) == fold(place.city) or place.zip in city_zips(city, place.state)


def country_of(cell: str | None, home: str) -> str:
    """The code of a country's cell, else the team's."""
    return (country_code(tidy(cell)) if cell else None) or home


def remember(memo: dict[str, Known], cell: str, known: Known) -> None:
    """Keep what became of a cell, within bounds."""
    if len(cell) < LONGEST_REMEMBERED:
        if len(memo) >= BOUND:
            memo.clear()
        memo[cell] = known


def country(field: str, text: str, cleaned: Cleaned, locality: Locality) -> None:
    """Put a tidy country's cell into the values as its code, or leave it as typed when it is none."""
    code = locality.code if not locality.assumed else None
    if not code:
        return
    cleaned.values["country"] = code
    if code != text:
        cleaned.repaired("country", text, code, "as code")
    state = state_written_as_country(text, code)
    if state and "state" not in cleaned.values:
        cleaned.values["state"] = state
        cleaned.repaired("state", "", state, "filled from country")


def state(text: str, locality: Locality) -> Known:
    """A tidy state's cell as its code in the locality's country, or as typed when it is none."""
    if not locality.code and not locality.assumed and (found := state_anywhere(text)):
        code: str | None = found[1]
    else:
        code = state_code(text, locality.code)
    if code is None or code == text:
        return text, None
    return code, Repair("state", text, code, "as code")


class Codes:
    """Postal codes, and what an American one says about the rest of the row."""

    def __init__(self, home: str | None, place: PlaceOf, city_zips: CityZips) -> None:
        self._home = home
        self._place = place
        self._city_zips = city_zips
        self._counties: dict[str, Repair] = {}

    def read(self, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        """Put a postal code into the values; call it when country, state and city are there."""
        if len(cell) == 5 and cell.isdecimal() and cell.isascii():
            cleaned.values["postal_code"] = cell
            if locality.code == "US" or (locality.assumed and not locality.code):
                self._compare(cell, cleaned, locality)
            return
        text = tidy(cell)
        if not text or text in NOTHING:
            if text:
                cleaned.unreadable("postal_code", text)
            if locality.assumed:
                self.read_state(cleaned, locality)
            return
        bare = addresses.undressed(text)
        country_is = locality.code
        if (country_is in ("US", "PR", "") and (locality.assumed or country_is)) or (
            not country_is and self._american_state(cleaned)
        ):
            self._american(text, bare, cleaned, locality)
        elif country_is == "CA":
            self._put(text, addresses.canadian_code(bare) or bare, cleaned, "code in its form")
        elif country_is in ("GB", "JE", "GG", "IM"):
            self._put(text, addresses.british_code(bare) or bare, cleaned, "code in its form")
        elif lettered := addresses.lettered(bare):
            self._put(text, lettered[1], cleaned, "code in its form")
        else:
            self._put(text, bare, cleaned, "decimals removed")

    def read_state(self, cleaned: Cleaned, locality: Locality) -> None:
        """A row without postal code and country, but with a state of the team's own country, lies there."""
        if locality.code == "US" and "country" not in cleaned.values and self._american_state(cleaned):
            cleaned.values["country"] = "US"
            cleaned.repaired("country", "", "US", "filled from state")

    def _put(self, before: str, after: str, cleaned: Cleaned, what: str) -> None:
        cleaned.values["postal_code"] = after
        if before != after:
            cleaned.repaired("postal_code", before, after, what)

    def _american_state(self, cleaned: Cleaned) -> str | None:
        typed = cleaned.values.get("state")
        return state_code(str(typed), "US") if typed else None

    def _american(self, text: str, bare: str, cleaned: Cleaned, locality: Locality) -> None:
        if whole := addresses.zip_parts(bare):
            code, plus4 = whole
            what = "ZIP+4 split" if plus4 else "decimals removed"
        elif (short := addresses.short_zip(bare)) and (restored := self._restored(short[0], cleaned, locality)):
            code, plus4, what = restored, short[1], "zero restored"
        else:
            form = addresses.canadian_code(bare) or addresses.british_code(bare) if not locality.code else None
            self._put(text, form or bare, cleaned, "code in its form" if form else "decimals removed")
            return
        self._put(text, code, cleaned, what)
        if plus4:
            cleaned.keep("ZIP+4", plus4)
        self._compare(code, cleaned, locality)

    def _restored(self, digits: str, cleaned: Cleaned, locality: Locality) -> str | None:
        """A ZIP of three or four digits with its zeros, when state or city allow it."""
        code = digits.zfill(5)
        place = self._place(code)
        state = self._american_state(cleaned)
        if state is not None:
            if place is not None:
                return code if place.state == state else None
            return code if state in addresses.ZERO_STATES else None
        if cleaned.values.get("state") or (locality.assumed and locality.code != "US"):
            return None
        city = cleaned.values.get("city")
        if city and place is not None:
            return code if city_agrees(str(city), place, self._city_zips) else None
        if city:
            return code if code in self._city_zips(str(city), None) else None
        # an American row without state and city: nothing contradicts
        return code if place is not None or (locality.code == "US" and not locality.assumed) else None

    def _compare(self, code: str, cleaned: Cleaned, locality: Locality) -> None:
        """Fill state, county and country from the ZIP where they are missing; flag a state that it contradicts."""
        place = self._place(code)
        values = cleaned.values
        if place is None:
            if locality.assumed:
                self.read_state(cleaned, locality)
            return
        state = values.get("state")
        if state != place.state:
            if state is None:
                city = values.get("city")
                if city and not city_agrees(str(city), place, self._city_zips):
                    return
                if locality.assumed and not locality.code:
                    return
                values["state"] = place.state
                cleaned.repaired("state", "", place.state, "filled from ZIP")
            elif self._american_state(cleaned) == place.state:
                # read only now, because no country said that it is an American state
                values["state"] = place.state
                cleaned.repaired("state", str(state), place.state, "as code")
            else:
                if locality.code == "US":
                    cleaned.repaired("state", str(state), place.state, "ZIP contradicts state")
                return
        if "county" not in values and place.county:
            values["county"] = place.county
            repair = self._counties.get(place.county)
            if repair is None:
                repair = self._counties[place.county] = Repair("county", "", place.county, "filled from ZIP")
            cleaned.repairs.append(repair)
        if "country" not in values:
            values["country"] = "US"
            cleaned.repairs.append(COUNTRY_FROM_ZIP)
