"""What a lead leaves behind to be found by: one token (a 64-bit number) per column.

Leads that may be one have tokens in common; a million leads fit into some hundred megabytes.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from leadtrack.traits import (
    FREE_MAIL,
    custom_value,
    firm,
    fold,
    mail,
    name_token,
    phone,
    said_name,
    skeleton,
    street_parts,
    street_token,
    web,
)

_MEMO = 50_000
MISSING = 0
# A custom column with fewer different values, or a smaller share of them, is a category and tells nobody from another.
_FEWEST_VALUES = 20
_SMALLEST_SHARE = 0.02
_MOST_CUSTOM_COLUMNS = 12
# So many leads tell what a custom column holds.
_SAMPLE = 5_000

_STANDING = (
    "first", "last", "first exact", "last exact", "email", "domain", "phone", "mobile", "linkedin", "company",
    "website", "number", "street", "city", "postal_code",
)  # fmt: skip

# Tokens that are no kind of their own: the exact names, and the second telephone number.
_BESIDE = ("first exact", "last exact", "mobile")

Memo = dict[str, Any]


class Tokens:
    """The tokens of leads, column by column; 0 where a lead says nothing."""

    def __init__(self) -> None:
        self.leads = array("q")
        self.columns: dict[str, array[int]] = {name: array("q") for name in _STANDING}
        self.customs: dict[str, array[int]] = {}
        self._repeated: dict[str, dict[int, int]] = {}
        self._numeric: Counter[str] = Counter()  # custom column -> cells with four digits or more
        self._sampled: Counter[str] = Counter()
        self._firsts: Memo = {}
        self._lasts: Memo = {}
        self._companies: Memo = {}
        self._cities: Memo = {}
        self._streets: Memo = {}
        self._domains: Memo = {}
        self._append = tuple(column.append for column in self.columns.values())

    def __len__(self) -> int:
        return len(self.leads)

    def add(self, lead: int, values: Mapping[str, Any]) -> None:
        """Take one lead in: its number and its cleaned values (with "custom", a dict)."""
        get = values.get
        first, first_exact = _remembered(self._firsts, get("first_name"), _first)
        last, last_exact = _remembered(self._lasts, get("last_name"), _last)
        if not first and not last and (full := get("full_name")):
            given, _, family = fold(full).rpartition(" ")
            given, family = said_name(given, family)
            first, first_exact = _first(given) if given else (0, 0)
            last, last_exact = _last(family) if family else (0, 0)
        email = domain = 0
        if address := get("email"):
            address = mail(address)
            if address:
                email = hash(address)
                domain = _remembered(self._domains, address.partition("@")[2], _domain)[0]
        number = street = 0
        if text := get("street"):
            head, _, rest = text.partition(" ")
            if head.isdigit() and rest:
                number = hash(head)
                street = _remembered(self._streets, rest, _street)[0]
            else:
                house, rest = street_parts(text)
                number, street = hash(house) if house else 0, _street(rest)[0]
        code = get("postal_code")
        row = (
            first,
            last,
            first_exact,
            last_exact,
            email,
            domain,
            hash(digits) if (text := get("phone")) and (digits := phone(text)) else 0,
            hash(digits) if (text := get("mobile")) and (digits := phone(text)) else 0,
            hash(page) if (text := get("linkedin")) and (page := web(text, path=True)) else 0,
            _remembered(self._companies, get("company"), _company)[0],
            hash(page) if (text := get("website")) and (page := web(text, path=False)) else 0,
            number,
            street,
            _remembered(self._cities, get("city"), _city)[0],
            hash(code.replace(" ", "").replace("-", "").casefold()) if code else 0,
        )
        for append, token in zip(self._append, row, strict=True):
            append(token)
        if custom := get("custom"):
            self._add_custom(custom)
        self.leads.append(lead)

    def _add_custom(self, custom: Mapping[str, Any]) -> None:
        size = len(self.leads)
        for name, text in custom.items():
            column = self.customs.get(name)
            if column is None:
                if len(self.customs) >= _MOST_CUSTOM_COLUMNS * 4:
                    continue
                column = self.customs[name] = array("q")
            folded = custom_value(name, text)
            if folded:
                if gap := size - len(column):
                    column.extend([MISSING] * gap)
                column.append(hash(skeleton(folded)))
                if size < _SAMPLE:
                    self._sampled[name] += 1
                    self._numeric[name] += sum(map(folded.count, "0123456789")) >= 4

    def finish(self) -> None:
        """Bring the custom columns to one length and keep those that can tell one lead from another."""
        kept: list[tuple[int, str]] = []
        size = len(self.leads)
        for name, column in self.customs.items():
            column.extend([0] * (size - len(column)))
            filled = size - column.count(0)
            distinct = len(set(column)) - (filled < size)
            if filled > distinct >= max(_FEWEST_VALUES if size > 200 else 2, _SMALLEST_SHARE * filled):
                kept.append((distinct, name))
        kept.sort(reverse=True)
        self.customs = {name: self.customs[name] for _, name in kept[:_MOST_CUSTOM_COLUMNS]}

    def identifying(self, name: str) -> bool:
        """Whether a custom column holds numbers of persons (birth dates, customer numbers) and not words."""
        many = len(set(self.customs[name])) > 0.1 * self.filled(f"custom:{name}")
        return many and self._numeric[name] > 0.8 * self._sampled[name]

    def column(self, kind: str) -> "array[int]":
        """A column by its kind: a canonical one, or "custom:" and the name of a custom one."""
        return self.customs[kind.removeprefix("custom:")] if kind.startswith("custom:") else self.columns[kind]

    def kinds(self) -> list[str]:
        """The kinds of columns by which leads are compared."""
        return [*(kind for kind in self.columns if kind not in _BESIDE), *(f"custom:{name}" for name in self.customs)]

    def filled(self, kind: str) -> int:
        """How many leads say something in a column."""
        column = self.column(kind)
        return len(column) - column.count(MISSING)

    def repeated(self, kind: str) -> dict[int, int]:
        """How often each token of a column stands there, of those that stand more than once."""
        if kind not in self._repeated:
            self._repeated[kind] = repeated(self.column(kind))
        return self._repeated[kind]


def _remembered(memo: Memo, text: str | None, read: Callable[[str], Any]) -> Any:
    if not text:
        return _NOTHING
    known = memo.get(text)
    if known is None:
        known = read(text)
        if len(memo) < _MEMO:
            memo[text] = known
    return known


_NOTHING = (0, 0)


def _first(text: str) -> tuple[int, int]:
    first, _ = said_name(fold(text), "")
    first = first.partition(" ")[0]
    return (hash(name_token(first)), hash(first)) if first else _NOTHING


def _last(text: str) -> tuple[int, int]:
    _, last = said_name("?", fold(text))
    return (hash(skeleton(last)), hash(last)) if last else _NOTHING


def _hashed(text: str) -> tuple[int, int]:
    return (hash(skeleton(text)), 0) if text else _NOTHING


def _company(text: str) -> tuple[int, int]:
    return _hashed(firm(text))


def _city(text: str) -> tuple[int, int]:
    return _hashed(fold(text))


def _street(text: str) -> tuple[int, int]:
    return _hashed(street_token(street_parts(text)[1]))


def _domain(text: str) -> tuple[int, int]:
    return (0, 0) if text in FREE_MAIL else (hash(text), 0)


def repeated(column: "array[int] | list[int]") -> dict[int, int]:
    """Token -> how often it stands there, of those that repeat."""
    counts = Counter(column)
    counts.pop(MISSING, None)
    return {token: count for token, count in counts.items() if count > 1}
