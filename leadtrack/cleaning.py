"""A row's cells made fit to keep: one `Cleaner` per import, called once per row.

What is repaired is said (`Repair`), what cannot be read is kept as a custom field under its own name ("E-mail
(unreadable)"), and what a repair takes off (a prefix, a second telephone number, a ZIP's +4) is kept too: every cell
is findable afterwards.

Most rows are tidy already, which one look at all their cells together tells; most cells are plain, and each kind has a
quick way that decides those with the same answer as the thorough one. Cells that repeat (states, days, names in
capitals) are remembered, up to a bound.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, tzinfo

from leadtrack import emails, joined_cells, localities, money, names, persons, phones
from leadtrack.answers import answer
from leadtrack.localities import CityZips, Codes, Doubted, Known, Localities, Locality, PlaceOf, Towns, remember
from leadtrack.moments import Moments
from leadtrack.patterns import Pattern
from leadtrack.repairs import KEPT_AS, LONGEST, Cleaned, Repair
from leadtrack.texts import NOTHING, is_tidy, tidy, tidy_lines, trimmed

__all__ = ["Cleaned", "Cleaner", "Repair"]

_host = Pattern(r"([a-z][a-z0-9+.-]*://)?([^/?#\s]+)", re.IGNORECASE)

# (field, its tidy cell, the row with that cell as its value, the locality): leaves what the cell says as the value
Handler = Callable[[str, str, Cleaned, Locality], None]


class Cleaner:
    """Cleans the rows of one import.

    `country` is the team's (ISO code, None when it has none), `time_zone` the IANA name of the zone in which times
    without a zone are meant; `date_orders` gives each date field's order (moments.date_order) and `split` the fields
    that hold several parts ({"street": "address"}, {"city": "city state"}). `place`, `city_zips` and `towns` are the
    gazetteer's look-ups. `elsewhere`: the sheet was not written in `country`, and its rows must say themselves that
    they lie there; `dialled`: its telephone numbers are from there all the same. `units` says in what sums are
    (gathering.units), `surnames` how many last names stand first in a full name (name_order.surnames).
    """

    def __init__(
        self,
        *,
        country: str | None = "US",
        time_zone: str = "UTC",
        date_orders: Mapping[str, str] | None = None,
        place: PlaceOf = localities.no_place,
        city_zips: CityZips = localities.no_city_zips,
        towns: Towns = localities.no_towns,
        split: Mapping[str, str] | None = None,
        elsewhere: bool = False,
        dialled: bool = False,
        units: Mapping[str, float] | None = None,
        surnames: int = 0,
    ) -> None:
        self.surnames = surnames
        self._home = country or ""
        self._units = dict(units or {})
        self._dialled = self._home if dialled or not elsewhere else ""
        self._decimal_comma = elsewhere  # what one hand wrote is read in one way, wherever the leads are
        self._zone = _zone(time_zone)
        self._split = dict(split or {})
        zone, usual = _zone(time_zone), "mdy" if country == "US" and not elsewhere else "dmy"
        self._created = Moments((date_orders or {}).get("created_at", usual), zone)
        self._days = Moments(usual, zone)
        self._localities: Localities | Doubted = (
            Doubted(self._home, dialled=self._dialled, place=place, city_zips=city_zips)
            if elsewhere
            else Localities(country)
        )
        self.place, self.towns = place, towns
        self._codes = Codes(country, place, city_zips)
        self._mended: dict[str, dict[str, Known]] = {"first_name": {}, "last_name": {}}
        self._handlers: dict[str, Handler] = {
            **dict.fromkeys(("first_name", "last_name"), self._name),
            **dict.fromkeys(("phone", "mobile"), self._phone),
            **dict.fromkeys(("annual_revenue", "value"), self._amount),
            **dict.fromkeys(("consent", "opt_out_email", "opt_out_phone"), self._answer),
            **dict.fromkeys(("website", "linkedin"), self._address_on_the_web),
            "email": self._email,
            "country": localities.country,
            "state": self._state,
            "employees": self._employees,
            "created_at": self._moment,
        }
        # fields that are filled in a row -> those of them that ask for more than to be tidy
        self._plans: dict[tuple[str, ...], list[tuple[str, Handler]]] = {}

    def __call__(self, raw: Mapping[str, str], custom: dict[str, str]) -> Cleaned:
        """The row's cleaned values, custom fields and repairs; `raw` and `custom` stay as they are."""
        cleaned = Cleaned({}, {}, [])
        if self._split:
            cleaned.custom = _tidy_custom(custom)
            raw = joined_cells.taken_apart(raw, self._split, self._home, cleaned)
            custom = cleaned.custom
        locality = self._localities.of(raw)
        if is_tidy(" ".join(["", *raw.values(), *custom.values(), ""])) and NOTHING.isdisjoint(raw.values()):
            cleaned.values.update(raw)
            cleaned.custom.update(custom)
        else:
            cleaned.custom = _tidy_custom(custom)
            _make_tidy(raw, cleaned)
        values = cleaned.values
        fields = tuple(values)
        plan = self._plans.get(fields)
        if plan is None:
            plan = self._plan(fields)
        for field, handle in plan:
            handle(field, values[field], cleaned, locality)  # type: ignore[arg-type]  # until now they are all texts
        if locality.note is not None and "country" not in values:
            values["country"] = locality.code
            cleaned.repairs.append(locality.note)
        if "postal_code" in raw:
            self._codes.read(raw["postal_code"], cleaned, locality)
        elif locality.assumed and "state" in values:
            self._codes.read_state(cleaned, locality)
        if "full_name" in values:
            persons.take_apart(cleaned, self.surnames)
        elif "last_name" in values:
            first = values.get("first_name")
            values["full_name"] = f"{first} {values['last_name']}" if first else values["last_name"]
        elif "first_name" in values:
            values["full_name"] = values["first_name"]
        return cleaned

    def region(self, raw: Mapping[str, str]) -> str:
        """The country in which the telephone numbers of a row are read."""
        return self._localities.of(raw).region

    def moments(self, cells: Iterable[str]) -> list[str | None]:
        """Tidy cells of the column of dates as days or instants, None for one that is empty or cannot be read."""
        return self._created.read_all(cells)

    def _plan(self, fields: tuple[str, ...]) -> list[tuple[str, Handler]]:
        if len(self._plans) >= 1_000:
            self._plans.clear()
        plan = self._plans[fields] = [(field, self._handlers[field]) for field in fields if field in self._handlers]
        return plan

    def _address_on_the_web(self, field: str, text: str, cleaned: Cleaned, locality: Locality) -> None:
        if not text.islower() and (found := _host.match(text)) and "." in found[2]:
            cleaned.values[field] = (found[1] or "").lower() + found[2].lower() + text[found.end() :]

    # --- names

    def _name(self, field: str, text: str, cleaned: Cleaned, locality: Locality) -> None:
        if not (text.isupper() or text.islower()) or len(text) > LONGEST:
            return
        memo = self._mended[field]
        if text not in memo:
            mended = names.mend_case(text, given=field == "first_name")
            known = mended, Repair(field, text, mended, "case mended") if mended != text else None
            remember(memo, text, known)
        else:
            known = memo[text]
        _put(field, known, cleaned)

    # --- e-mail and telephone

    def _email(self, field: str, text: str, cleaned: Cleaned, locality: Locality) -> None:
        address = emails.unsuspected(text)
        if address is not None:
            cleaned.values[field] = address
            return
        found, rest = emails.read(text) if len(text) <= LONGEST else ([], "")
        if not found:
            cleaned.unreadable(field, text)
            return
        address = found[0]
        cleaned.values[field] = address
        if len(found) > 1:
            cleaned.keep("Other e-mail", "; ".join(found[1:]))
            cleaned.repaired(field, text, address, "several e-mails")
        elif address != text.lower():
            cleaned.repaired(field, text, address, "e-mail mended")
        if rest:
            cleaned.keep("E-mail (as typed)", text)
        local, _, domain = address.partition("@")
        if meant := emails.proposal(domain):
            cleaned.repaired(field, address, f"{local}@{meant}", "typo proposed")

    def _phone(self, field: str, text: str, cleaned: Cleaned, locality: Locality) -> None:
        number = phones.quick(text, locality.region)
        if number is not None:
            cleaned.values[field] = number
            return
        found, rest, what = phones.read(text, locality.region, self._dialled) if len(text) <= LONGEST else ([], "", "")
        if not found:
            cleaned.unreadable(field, text)
            return
        cleaned.values[field] = found[0]
        if len(found) > 1:
            cleaned.keep("Other phone", "; ".join(found[1:]))
            what = "several numbers"
        if rest:
            cleaned.keep(f"{KEPT_AS[field]} (as typed)", text)
        if what:
            cleaned.repaired(field, text, found[0], what)

    # --- places

    def _state(self, field: str, text: str, cleaned: Cleaned, locality: Locality) -> None:
        known = locality.states.get(text)
        if known is None:
            known = localities.state(text, locality)
            remember(locality.states, text, known)
        _put(field, known, cleaned)

    # --- numbers, days, answers

    def _employees(self, field: str, text: str, cleaned: Cleaned, locality: Locality) -> None:
        count = money.head_count(text)
        if count is None:
            cleaned.unreadable(field, text)
            return
        cleaned.values[field], exact = count
        if not exact:
            cleaned.keep("Employees (range)", text)
            cleaned.repaired(field, text, str(count[0]), "range")

    def _amount(self, field: str, text: str, cleaned: Cleaned, locality: Locality) -> None:
        decimal_comma = self._decimal_comma or locality.region in money.DECIMAL_COMMA
        unit = self._units.get(field, 1.0)
        amount = money.amount(text, decimal_comma=decimal_comma, unit=unit)
        if amount is not None:
            cleaned.values[field] = amount
        elif (least := money.lower_end(text, decimal_comma=decimal_comma, unit=unit)) is not None:
            cleaned.values[field] = least
            cleaned.keep(f"{KEPT_AS[field]} (range)", text)
            cleaned.repaired(field, text, f"{least:.15g}", "range")
        else:
            cleaned.unreadable(field, text)

    def _moment(self, field: str, text: str, cleaned: Cleaned, locality: Locality) -> None:
        moment = self._created.read(text)
        if moment is None:
            cleaned.unreadable(field, text)
        else:
            cleaned.values[field] = moment

    def _answer(self, field: str, text: str, cleaned: Cleaned, locality: Locality) -> None:
        given = answer(text, opt_out=field != "consent") if len(text) <= LONGEST else None
        if given is None and self._days.read(text) is not None:
            # the day on which it was said
            given = 1
            cleaned.keep(f"{KEPT_AS[field]} (as typed)", text)
        if given is None:
            cleaned.unreadable(field, text)
        else:
            cleaned.values[field] = given


def _put(field: str, known: Known, cleaned: Cleaned) -> None:
    cleaned.values[field], repair = known
    if repair is not None:
        cleaned.repairs.append(repair)


def _tidy_custom(custom: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, cell in custom.items() if (text := trimmed(cell))}


def _make_tidy(raw: Mapping[str, str], cleaned: Cleaned) -> None:
    """Put the cells into the values as tidy text. The postal code waits until its state and city are there."""
    for field, cell in raw.items():
        if field == "notes":
            text = tidy_lines(cell)
        elif field == "postal_code":
            continue
        else:
            text = tidy(cell)
            if text in NOTHING:
                cleaned.unreadable(field, text)
                continue
        if text:
            cleaned.values[field] = text


def _zone(name: str) -> tzinfo:
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)
