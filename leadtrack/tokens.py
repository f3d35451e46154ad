"""What a lead leaves behind to be found by: one token (a 64-bit number) per column.

Leads that may be one have tokens in common; a million leads fit into some hundred megabytes. Tokens are made column by
column (cells.py).
"""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from leadtrack.cells import READ, Cells, Memo, doors, family_names, given_names, mails, phones
from leadtrack.frequencies import different, joined
from leadtrack.patterns import Pattern
from leadtrack.traits import customs as read_customs
from leadtrack.traits import full_name, lines, said_name, tells

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.int64]

# So many leads that come one by one are read at once.
_WAITING = 2_000
# A custom column with fewer different values, or a smaller share of them, is a category and tells nobody from another.
_FEWEST_VALUES = 20
_SMALLEST_SHARE = 0.02
_MOST_CUSTOM_COLUMNS = 12
# So many custom columns are looked at.
_MOST_LOOKED_AT = 4 * _MOST_CUSTOM_COLUMNS
# So many leads tell what a custom column holds.
SAMPLE = 2_000

_STANDING = (
    "first", "last", "first exact", "last exact", "email", "domain", "phone", "mobile", "linkedin", "company",
    "website", "number", "street", "line", "city", "postal_code",
)  # fmt: skip

# Tokens that are no kind of their own: the exact names, and the second telephone number.
_BESIDE = ("first exact", "last exact", "mobile")
# The fields that tokens are made of.
FIELDS = (
    "first_name", "last_name", "full_name", "email", "phone", "mobile", "linkedin", "company", "website", "street",
    "city", "postal_code", "custom",
)  # fmt: skip
_NAMES = ("first", "first exact", "last", "last exact")
_four_digits = Pattern(r"(?:\D*\d){4}")


class Tokens:
    """The tokens of leads, column by column; 0 where a lead says nothing.

    `names` are the folded names behind the tokens "first exact" (all given names) and "last exact".
    """

    def __init__(self) -> None:
        self.leads = array("q")
        self.columns: dict[str, array[int]] = {name: array("q") for name in _STANDING}
        self.customs: dict[str, array[int]] = {}
        self.identifying: frozenset[str] = frozenset()  # custom columns that hold numbers of persons; once finished
        self.names: dict[int, str] = {}
        self._waiting: list[tuple[Any, ...]] = []
        self._numeric: Counter[str] = Counter()  # custom column -> cells with four digits or more
        self._sampled: Counter[str] = Counter()
        self._firsts = Memo(lambda texts: self._named(*given_names(texts)))
        self._lasts = Memo(lambda texts: self._named(*family_names(texts)))

        self._jsons = Memo(lambda texts: self._told(read_customs(texts)))

    def __len__(self) -> int:
        return len(self.leads) + len(self._waiting)

    def add(self, lead: int, values: Mapping[str, Any]) -> None:
        """Take one lead in: its number and its cleaned values (with "custom", a dict or JSON text)."""
        self._waiting.append((lead, *map(values.get, FIELDS)))
        if len(self._waiting) >= _WAITING:
            self._take_waiting()

    def add_columns(self, leads: Sequence[int], columns: Mapping[str, Sequence[Any]]) -> None:
        """Take leads in: their numbers, and their cleaned values field by field, None (or "") where one has none.

        "custom" is JSON text or a dict of each. A field may be missing; those that are no matter here are left out.
        """
        if self._waiting:
            self._take_waiting()
        if leads:
            self._take(leads, columns)

    def _take_waiting(self) -> None:
        leads, *columns = zip(*self._waiting, strict=True)
        self._waiting.clear()
        self._take(leads, dict(zip(FIELDS, columns, strict=True)))

    def _take(self, leads: Sequence[int], columns: Mapping[str, Sequence[Any]]) -> None:
        get = columns.get
        told = self._names(get, len(leads))
        if (column := get("email")) and any(column):
            told["email"], told["domain"] = mails(column)
        for field in ("phone", "mobile"):
            if (column := get(field)) and any(column):
                told[field] = phones(column)
        if (column := get("street")) and any(column):
            first, further = zip(*[lines(text) if text and "," in text else (text, "") for text in column], strict=True)
            told["number"], told["street"] = doors(first)
            if any(further):
                told["line"] = READ["line"](further)
        for field in ("company", "city", "postal_code", "linkedin", "website"):
            if (column := get(field)) and any(column):
                told[field] = READ[field]([text or "" for text in column])
        before = len(self.leads)
        self.leads.extend(leads)
        for name, tokens in told.items():
            _append(self.columns[name], tokens, before)
        if (column := get("custom")) and any(column):
            self._take_customs(column)

    def _names(self, get: Callable[[str], Cells | None], leads: int) -> "dict[str, Column]":
        """The tokens of first and last names, each as a key and exactly."""
        nothing = [None] * leads
        firsts, lasts = self._firsts.of(get("first_name") or nothing), self._lasts.of(get("last_name") or nothing)
        for row in ((firsts[0] == 0) & (lasts[1] != 0)).nonzero()[0].tolist():
            # "n/a" is a last name beside a first one only
            if not said_name("", self.names[int(lasts[1][row])])[1]:
                lasts[0][row] = lasts[1][row] = 0
        if fulls := get("full_name"):
            unnamed = ((firsts[0] == 0) & (lasts[0] == 0)).nonzero()[0].tolist()
            whole = [(row, *full_name(full)) for row in unnamed if (full := fulls[row])]
            if whole:
                rows, first, last = zip(*whole, strict=True)
                said = (*self._firsts.of(first), *self._lasts.of(last))
                for tokens, found in zip((*firsts, *lasts), said, strict=True):
                    tokens[list(rows)] = found
        return dict(zip(_NAMES, (*firsts, *lasts), strict=True))

    def _named(self, keys: "Column", exact: "Column", names: list[str]) -> "tuple[Column, Column]":
        self.names.update(zip(exact.tolist(), names, strict=True))
        return keys, exact

    def _take_customs(self, cells: Sequence[Any]) -> None:
        """`cells`: JSON text, dict or nothing, for each of the leads whose numbers came last."""
        before = len(self.leads) - len(cells)
        plain = set(map(type, cells)) <= {str, type(None)}
        told = self._jsons.of(cells) if plain else self._told(read_customs(cells))
        # columns that these cells do not have may be known already
        for column, tokens in zip(self.customs.values(), told, strict=False):
            _append(column, tokens, before)
        if before < SAMPLE:
            self._sample(cells[:SAMPLE])

    def _told(self, rows: Sequence[Mapping[str, Any]]) -> "list[Column]":
        """The tokens of the custom columns that are looked at, those that are new last."""
        import numpy as np

        names: set[str] = set().union(*rows)
        for name in sorted(names):
            if name not in self.customs and len(self.customs) < _MOST_LOOKED_AT and tells(name):
                self.customs[name] = array("q")
        return [
            READ["custom"](_texts(rows, name)) if name in names else np.zeros(len(rows), np.int64)
            for name in self.customs
        ]

    def _sample(self, cells: Sequence[Any]) -> None:
        """Count what some leads say in custom columns, and where they say a number."""
        rows = read_customs(cells)
        for name, tokens in zip(self.customs, self._told(rows), strict=True):
            said = [value for value, token in zip(_texts(rows, name), tokens, strict=True) if token]
            self._sampled[name] += len(said)
            self._numeric[name] += sum(_four_digits.match(value) is not None for value in said)

    def has_too_many_customs(self) -> bool:
        """Whether there may be custom columns that were not looked at."""
        return len(self.customs) >= _MOST_LOOKED_AT

    def follow(self, other: "Tokens", gone: Collection[int], sample: Sequence[Any]) -> None:
        """Take in the leads of `other`, which is empty afterwards, without those that are `gone`.

        `sample`: "custom" of the first SAMPLE of them, where fewer leads than that are there already.
        """
        import numpy as np

        for each in (self, other):
            each._settle()
        before = len(self)
        kept: Any = ~np.isin(other.leads, list(gone)) if gone else slice(None)
        self.leads.frombytes(np.frombuffer(other.leads, np.int64)[kept].tobytes())
        for mine, theirs in ((self.customs, other.customs), (self.columns, other.columns)):
            for name in list(theirs):
                if name in mine or len(mine) < _MOST_LOOKED_AT:
                    # one at a time, so that no more than one of them is there twice
                    column = theirs.pop(name)
                    if column:
                        _append(column, np.zeros(0, np.int64), len(other.leads))
                        _append(mine.setdefault(name, array("q")), np.frombuffer(column, np.int64)[kept], before)
        self.names |= other.names
        self._sample(sample)

    def _settle(self) -> None:
        """Take in who waits, and keep nothing for further leads."""
        if self._waiting:
            self._take_waiting()
        for memo in (self._firsts, self._lasts, self._jsons):
            memo.forget()

    def finish(self) -> None:
        """Bring the custom columns to one length and keep those that can tell one lead from another."""
        self._settle()
        kept: list[tuple[int, str]] = []
        size = len(self.leads)
        for column in (*self.columns.values(), *self.customs.values()):
            column.frombytes(bytes(8 * (size - len(column))))
        identifying = set()
        for name in self.customs:
            filled = self.filled(f"custom:{name}")
            distinct = len(different(self.column(f"custom:{name}"))) - (filled < size)
            if filled > distinct >= max(_FEWEST_VALUES if size > 200 else 2, _SMALLEST_SHARE * filled):
                kept.append((distinct, name))
            if distinct > 0.1 * filled and self._numeric[name] > 0.8 * self._sampled[name]:
                identifying.add(name)
        kept.sort(reverse=True)
        self.customs = {name: self.customs[name] for _, name in kept[:_MOST_CUSTOM_COLUMNS]}
        self.identifying = frozenset(identifying.intersection(self.customs))

    def column(self, kind: str) -> "Column":
        """A column by its kind: a canonical one, or "custom:" and the name of a custom one."""
        import numpy as np

        column = self.customs[kind.removeprefix("custom:")] if kind.startswith("custom:") else self.columns[kind]
        return np.frombuffer(column, np.int64) if column else np.zeros(0, np.int64)

    def names_joined(self) -> "Column":
        """First and last name as one key, in either order; 0 where one of them is missing."""
        return joined(self.column("first"), self.column("last"))

    def kinds(self) -> list[str]:
        """The kinds of columns by which leads are compared."""
        return [*(kind for kind in self.columns if kind not in _BESIDE), *(f"custom:{name}" for name in self.customs)]

    def filled(self, kind: str) -> int:
        """How many leads say something in a column."""
        import numpy as np

        return int(np.count_nonzero(self.column(kind)))


def _append(column: "array[int]", tokens: "Column", before: int) -> None:
    """Add the tokens of leads to a column; the leads `before` them that are not in it say nothing."""
    column.frombytes(bytes(8 * (before - len(column))))
    column.frombytes(tokens.tobytes())


def _texts(rows: Sequence[Mapping[str, Any]], name: str) -> list[str]:
    """What the leads say in a custom column, as text."""
    values = [row.get(name) for row in rows]
    if set(map(type, values)) <= {str, type(None)}:
        return [value or "" for value in values]
    return ["" if value is None else str(value) for value in values]
