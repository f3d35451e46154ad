"""A row's cells made fit to keep: one `Cleaner` per import, called once per row.

What is repaired is said (`Repair`), what cannot be read is kept as a custom field under its own name ("E-mail
(unreadable)"), and what a repair takes off (a prefix, a second telephone number, a ZIP's +4) is kept too: every cell
is findable afterwards.

Most cells of a sheet are plain, so each kind has a quick way that decides those with the same answer as the thorough
one; cells that repeat (states, cities, first names) are remembered by the Cleaner, up to a bound.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, tzinfo

from leadtrack import emails, joined_cells, localities, moments, money, names, persons, phones
from leadtrack.answers import answer
from leadtrack.localities import BOUND, LONGEST_REMEMBERED, CityZips, Codes, Known, Localities, Locality, PlaceOf
from leadtrack.patterns import Pattern
from leadtrack.repairs import KEPT_AS, LONGEST, Cleaned, Repair
from leadtrack.texts import NOTHING, tidy, tidy_lines, trimmed

__all__ = ["Cleaned", "Cleaner", "Repair"]

# Fields whose cells repeat down a sheet.
REMEMBERED = (
    "first_name",
    "last_name",
    "title",
    "city",
    "county",
    "industry",
    "source",
    "campaign",
    "status",
    "rating",
    "owner",
)

_host = Pattern(r"([a-z][a-z0-9+.-]*://)?([^/?#\s]+)", re.IGNORECASE)

Handler = Callable[[str, str, Cleaned, Locality], None]


class Cleaner:
    """Cleans the rows of one import.

    `country` is the team's (ISO code, None when it has none), `time_zone` the IANA name of the zone in which times
    without a zone are meant; `date_orders` gives each date field's order (moments.date_order) and `split` the fields
    that hold several parts ({"street": "address"}, {"city": "city state"}). `place` and `city_zips` are the
    gazetteer's look-ups.
    """

    def __init__(
        self,
        *,
        country: str | None = "US",
        time_zone: str = "UTC",
        date_orders: Mapping[str, str] | None = None,
        place: PlaceOf = localities.no_place,
        city_zips: CityZips = localities.no_city_zips,
        split: Mapping[str, str] | None = None,
    ) -> None:
        self._home = country or ""
        self._zone = _zone(time_zone)
        self._date_orders = dict(date_orders or {})
        self._default_order = "mdy" if country == "US" else "dmy"
        self._split = dict(split or {})
        self._domains: dict[str, bool] = {}
        self._memos: dict[str, dict[str, Known]] = {field: {} for field in REMEMBERED}
        self._localities = Localities(country, self._memos)
        self._codes = Codes(country, place, city_zips)
        self._handlers: dict[str, Handler] = {
            **dict.fromkeys(KEPT_AS, self._text),
            **dict.fromkeys(("first_name", "last_name"), self._name),
            **dict.fromkeys(("phone", "mobile"), self._phone),
            **dict.fromkeys(("annual_revenue", "value"), self._amount),
            **dict.fromkeys(("consent", "opt_out_email", "opt_out_phone"), self._answer),
            **dict.fromkeys(("website", "linkedin"), self._address_on_the_web),
            "email": self._email,
            "notes": self._notes,
            "country": self._country,
            "state": self._state,
            "postal_code": _later,
            "employees": self._employees,
            "created_at": self._moment,
        }

    def __call__(self, raw: Mapping[str, str], custom: dict[str, str]) -> Cleaned:
        """The row's cleaned values, custom fields and repairs; `raw` and `custom` stay as they are."""
        values: dict[str, str | int | float] = {}
        cleaned = Cleaned(
            values, {name: text for name, cell in custom.items() if (text := trimmed(cell))} if custom else {}, []
        )
        if self._split:
            raw = joined_cells.taken_apart(raw, self._split, self._home, cleaned)
        locality = self._localities.of(raw)
        memos, handlers = locality.memos, self._handlers
        for field, cell in raw.items():
            memo = memos.get(field)
            if memo is not None and (known := memo.get(cell)) is not None:
                if isinstance(known, str):
                    values[field] = known
                else:
                    values[field] = known[0]
                    cleaned.repairs.append(known[1])
            else:
                handlers[field](field, cell, cleaned, locality)
        if locality.note is not None and "country" not in values:
            values["country"] = locality.code
            cleaned.repairs.append(locality.note)
        if "postal_code" in raw:
            self._codes.read(raw["postal_code"], cleaned, locality)
        elif locality.assumed and "state" in values:
            self._codes.read_state(cleaned, locality)
        if "full_name" in values:
            persons.take_apart(cleaned)
        elif "last_name" in values:
            first = values.get("first_name")
            values["full_name"] = f"{first} {values['last_name']}" if first else values["last_name"]
        elif "first_name" in values:
            values["full_name"] = values["first_name"]
        return cleaned

    # --- plain text

    def _remember(self, field: str, cell: str, known: Known, locality: Locality) -> None:
        memo = locality.memos.get(field)
        if memo is not None and len(cell) < LONGEST_REMEMBERED:
            if len(memo) >= BOUND:
                memo.clear()
            memo[cell] = known

    def _text(self, field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        text = tidy(cell)
        if not text:
            return
        if text in NOTHING:
            cleaned.unreadable(field, text)
            return
        cleaned.values[field] = text
        self._remember(field, cell, text, locality)

    def _notes(self, field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        if text := tidy_lines(cell):
            cleaned.values[field] = text

    def _address_on_the_web(self, field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        text = tidy(cell)
        if text in NOTHING:
            cleaned.unreadable(field, text)
        elif text:
            if not text.islower() and (found := _host.match(text)) and "." in found[2]:
                text = (found[1] or "").lower() + found[2].lower() + text[found.end() :]
            cleaned.values[field] = text

    # --- names

    def _name(self, field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        text = tidy(cell)
        if not text:
            return
        if text in NOTHING:
            cleaned.unreadable(field, text)
            return
        mended = text if len(text) > LONGEST else names.mend_case(text, given=field == "first_name")
        cleaned.values[field] = mended
        if mended == text:
            self._remember(field, cell, text, locality)
        else:
            repair = Repair(field, text, mended, "case mended")
            cleaned.repairs.append(repair)
            self._remember(field, cell, (mended, repair), locality)

    # --- e-mail and telephone

    def _email(self, field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        address = cell.lower()
        local, _, domain = address.partition("@")
        known = self._domains.get(domain)
        if known is None:
            known = self._learn_domain(domain)
        if known and cell.isascii() and emails.plain_local(local):
            cleaned.values[field] = address
            return
        text = tidy(cell)
        if not text:
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

    def _learn_domain(self, domain: str) -> bool:
        """Whether addresses of this domain need no further look."""
        plain = bool(emails.plain_domain(domain)) and emails.proposal(domain) is None
        if len(self._domains) >= BOUND:
            self._domains.clear()
        if len(domain) < 64:
            self._domains[domain] = plain
        return plain

    def _phone(self, field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        number = phones.quick(cell, locality.region)
        if number is not None:
            cleaned.values[field] = number
            return
        text = tidy(cell)
        if not text:
            return
        found, rest, what = phones.read(text, locality.region, self._home) if len(text) <= LONGEST else ([], "", "")
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

    def _country(self, field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        text = tidy(cell)
        if text in NOTHING:
            cleaned.unreadable(field, text)
        elif text:
            localities.country(text, cleaned, locality)

    def _state(self, field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        text = tidy(cell)
        if text in NOTHING:
            cleaned.unreadable(field, text)
        elif text:
            known = localities.state(text, locality)
            self._remember(field, cell, known, locality)
            if isinstance(known, str):
                cleaned.values[field] = known
            else:
                cleaned.values[field], repair = known
                cleaned.repairs.append(repair)

    # --- numbers, days, answers

    def _employees(self, field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        text = tidy(cell)
        if text:
            count = money.head_count(text)
            if count is None:
                cleaned.unreadable(field, text)
                return
            cleaned.values[field], exact = count
            if not exact:
                cleaned.keep("Employees (range)", text)
                cleaned.repaired(field, text, str(count[0]), "range")

    def _amount(self, field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        text = tidy(cell)
        if text:
            amount = money.amount(text, decimal_comma=locality.region in money.DECIMAL_COMMA)
            if amount is None:
                cleaned.unreadable(field, text)
            else:
                cleaned.values[field] = amount

    def _moment(self, field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        text = tidy(cell)
        if text:
            moment = moments.moment(text, self._date_orders.get(field, self._default_order), self._zone)
            if moment is None:
                cleaned.unreadable(field, text)
            else:
                cleaned.values[field] = moment

    def _answer(self, field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
        text = tidy(cell)
        if text:
            given = answer(text, opt_out=field != "consent") if len(text) <= LONGEST else None
            if given is None and moments.moment(text, self._default_order, self._zone) is not None:
                # the day on which it was said
                given = 1
                cleaned.keep(f"{KEPT_AS[field]} (as typed)", text)
            if given is None:
                cleaned.unreadable(field, text)
            else:
                cleaned.values[field] = given


def _later(field: str, cell: str, cleaned: Cleaned, locality: Locality) -> None:
    """A postal code waits until its state and city are there."""


def _zone(name: str) -> tzinfo:
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)
