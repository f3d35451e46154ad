"""Many rows cleaned at once, column by column: the quick way of an import.

Of a column of plain cells all are decided together, and of a column whose cells repeat each different one is asked of
the `Cleaner` once. A row with any cell that this does not decide is given back to be cleaned by itself, so the answer
is always the `Cleaner`'s own.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from leadtrack import emails, money, phones
from leadtrack.cleaning import Cleaner
from leadtrack.gathering import Mapped, is_part
from leadtrack.localities import LONGEST_REMEMBERED
from leadtrack.names import mend_case, plain_pair
from leadtrack.repairs import LONGEST
from leadtrack.texts import NOTHING, tidy, tidy_lines, trimmed
from leadtrack.whereabouts import ADDRESS, PLUS4, Whereabouts

_BOUND = 50_000  # so many different cells of a column, or addresses, are remembered
# A cell that only the cleaner of whole rows can decide.
_UNDECIDED: Any = object()
_CASE_MENDED = ("case mended",)
_NAMES = ("first_name", "last_name", "full_name")
# What is kept as it stands, once it is tidy.
_VERBATIM = ("company", "title", "street", "industry", "source", "campaign", "referred_by", "status", "rating",
             "owner", "notes")  # fmt: skip

Cells = Sequence[str]
Values = list[Any]


@dataclass(slots=True)
class Block:
    """Rows as columns: `values` of each field, None where a row has none; `custom` as JSON objects.

    `undecided` are the places of the rows that the `Cleaner` must see; what the columns say of them is void. `noted`
    are columns, too: what was mended in each row.
    """

    values: dict[str, Values]
    undecided: set[int]
    noted: list[Sequence[tuple[str, ...]]]

    def repairs(self) -> Counter[str]:
        """What was mended in the decided rows, and how often."""
        counted: Counter[str] = Counter()
        for column in self.noted:
            kept = column
            if self.undecided:
                kept = [whats for place, whats in enumerate(column) if place not in self.undecided]
            for whats, times in Counter(kept).items():
                for what in whats:
                    counted[what] += times
        return counted


class Blocks:
    """Cleans the blocks of one import, whose columns are mapped as `columns` say."""

    def __init__(self, columns: Sequence[Mapped], cleaner: Cleaner, dumps: Callable[[Any], str]) -> None:
        self._cleaner = cleaner
        self._dumps = dumps
        self._home = cleaner.region({})
        self._whole = {column.field: column.position for column in columns if column.field and column.use != "join"}
        self._mapped = [(column.field, column.position) for column in columns if column.field]
        self._joined = [
            column.position for column in columns if (column.field and column.use == "join") or is_part(column)
        ]
        self._kept = [
            (column.position, column.name) for column in columns if not column.field and column.use != "ignore"
        ]
        self._whereabouts = Whereabouts(cleaner, apart=all(name != PLUS4 for _, name in self._kept))
        self._memos: dict[str, _Memo] = {}
        self._first = _Mended(given=True)
        self._last = _Mended(given=False)

    def __call__(self, rows: Sequence[Cells], untidy: Iterable[int]) -> Block:
        """Clean rows of equal length, of which those at `untidy` hold cells that are not tidy."""
        block = Block({}, set(), [])
        rows = list(rows)
        for place in untidy:
            if (row := self._tidied(rows[place])) is None:
                block.undecided.add(place)
                row = [""] * len(rows[place])
            rows[place] = row
        columns = list(zip(*rows, strict=True))
        for position in self._joined:
            block.undecided.update(place for place, cell in enumerate(columns[position]) if cell)
        regions, behind = self._addresses(columns, block, len(rows))
        self._names(columns, block)
        for field, position in self._whole.items():
            if field in ADDRESS or field in _NAMES or field == "city":
                continue
            block.values[field] = self._field(field, columns[position], regions, block)
        if self._kept or any(behind):
            block.values["custom"] = self._custom(columns, behind)
        return block

    def _tidied(self, row: Cells) -> Cells | None:
        """The row with its cells made tidy; None where a custom field keeps what cannot be printed."""
        cells = list(row)
        for position, _ in self._kept:
            cells[position] = trimmed(cells[position])
            if not cells[position].isprintable():
                return None
        for field, position in self._mapped:
            cells[position] = tidy_lines(cells[position]) if field == "notes" else tidy(cells[position])
        return cells

    # --- addresses

    def _addresses(self, columns: Sequence[Cells], block: Block, size: int) -> tuple[Sequence[str], Sequence[str]]:
        """The fields of the address; returns the region in which each row's telephone numbers are read, and the digits
        behind its ZIP.
        """
        blank = ("",) * size
        if self._whole.keys().isdisjoint((*ADDRESS, "city")):
            return [self._home] * size, blank
        cells = [columns[self._whole[field]] if field in self._whole else blank for field in (*ADDRESS, "city")]
        *fields, regions, repairs, behind, decided = zip(*self._whereabouts(*cells), strict=True)
        for field, values in zip(ADDRESS, fields, strict=True):
            if field in self._whole or values.count(None) < size:
                block.values[field] = list(values)
        if "city" in self._whole:
            block.values["city"] = _verbatim(cells[-1], block)
        if not all(decided):
            block.undecided.update(place for place, good in enumerate(decided) if not good)
        block.noted.append(repairs)
        return regions, behind

    # --- names

    def _names(self, columns: Sequence[Cells], block: Block) -> None:
        whole = self._whole
        if "full_name" in whole:
            self._full_names(columns, block)
            return
        if "first_name" not in whole and "last_name" not in whole:
            return
        parts = {}
        for field, memo in (("first_name", self._first), ("last_name", self._last)):
            if field not in whole:
                continue
            cells = columns[whole[field]]
            parts[field] = values = list(map(memo.__getitem__, cells))
            if _UNDECIDED in values:
                block.undecided.update(place for place, value in enumerate(values) if value is _UNDECIDED)
            if memo.mended:
                block.noted.append(
                    [
                        _CASE_MENDED if value is not None and value != cell else ()
                        for value, cell in zip(values, cells, strict=True)
                    ]
                )
        block.values |= parts
        if len(parts) == 1:
            (values,) = parts.values()
            block.values["full_name"] = list(values)
        else:
            block.values["full_name"] = [
                (f"{first} {last}" if first else last) if last else first
                for first, last in zip(parts["first_name"], parts["last_name"], strict=True)
            ]

    def _full_names(self, columns: Sequence[Cells], block: Block) -> None:
        """Two plain words are a first and a last name, where no column of their own says otherwise."""
        cells = columns[self._whole["full_name"]]
        pairs = [plain_pair(cell) if cell else (None, None) for cell in cells]
        if None in pairs:
            block.undecided.update(place for place, pair in enumerate(pairs) if pair is None)
            pairs = [pair or (None, None) for pair in pairs]
        firsts, lasts = zip(*pairs, strict=True)
        if self._cleaner.surnames:
            firsts, lasts = lasts, firsts
        for field, said in (("first_name", firsts), ("last_name", lasts)):
            if field in self._whole:
                own = columns[self._whole[field]]
                block.undecided.update(
                    place for place, (cell, value) in enumerate(zip(own, said, strict=True)) if (cell or None) != value
                )
        block.values |= {"first_name": list(firsts), "last_name": list(lasts)}
        turned = self._cleaner.surnames > 0
        block.values["full_name"] = [
            (f"{first} {last}" if turned else cell) if first and last else None
            for cell, first, last in zip(cells, firsts, lasts, strict=True)
        ]

    # --- the other fields

    def _field(self, field: str, cells: Cells, regions: Sequence[str], block: Block) -> Values:
        if field in _VERBATIM:
            return [cell or None for cell in cells] if field == "notes" else _verbatim(cells, block)
        if field == "email":
            values = _emails(cells)
        elif field in ("phone", "mobile"):
            values = _phones(cells, regions)
        elif field == "created_at":
            values = self._cleaner.moments(cells)
            if values.count(None) > cells.count(""):
                values = [value or (_UNDECIDED if cell else None) for cell, value in zip(cells, values, strict=True)]
        elif field in ("website", "linkedin"):
            values = [
                (cell if cell.islower() and cell not in NOTHING else _UNDECIDED) if cell else None for cell in cells
            ]
        else:
            values = self._asked_once(field, cells)
            if field in ("annual_revenue", "value"):
                here = self._home in money.DECIMAL_COMMA
                if any((region in money.DECIMAL_COMMA) is not here for region in set(regions)):
                    values = [_UNDECIDED if cell else None for cell in cells]
        if _UNDECIDED in values:
            block.undecided.update(place for place, value in enumerate(values) if value is _UNDECIDED)
        return values

    def _asked_once(self, field: str, cells: Cells) -> Values:
        memo = self._memos.get(field)
        if memo is None:
            memo = self._memos[field] = _Memo(field, self._cleaner)
        return list(map(memo.__getitem__, cells))

    def _custom(self, columns: Sequence[Cells], behind: Sequence[str]) -> Values:
        """The custom fields as JSON objects; of tidy cells only quotes and backslashes need care. Last stand the digits
        `behind` a ZIP.
        """
        parts = []
        for position, name in self._kept:
            cells = columns[position]
            before = self._dumps(name) + ": "
            text = "".join(cells)
            if '"' in text or "\\" in text:
                parts.append([before + self._dumps(cell) if cell else "" for cell in cells])
            else:
                parts.append([f'{before}"{cell}"' if cell else "" for cell in cells])
        if any(behind):
            parts.append([f'"{PLUS4}": "{digits}"' if digits else "" for digits in behind])
        if len(parts) == 1:
            return [f"{{{part}}}" if part else None for part in parts[0]]
        joined = [", ".join(filter(None, row)) for row in zip(*parts, strict=True)]
        return [f"{{{inside}}}" if inside else None for inside in joined]


def _verbatim(cells: Cells, block: Block) -> Values:
    """Tidy cells as they stand; those that say that there is nothing are left undecided."""
    if not NOTHING.isdisjoint(cells):
        block.undecided.update(place for place, cell in enumerate(cells) if cell in NOTHING)
    return [cell or None for cell in cells]


class _Memo(dict[str, Any]):
    """What the cleaner makes of a cell of one field, alone in its row; what it mends is left undecided, to be told."""

    def __init__(self, field: str, cleaner: Cleaner) -> None:
        super().__init__({"": None})
        self._field, self._cleaner = field, cleaner

    def __missing__(self, cell: str) -> Any:
        cleaned = self._cleaner({self._field: cell}, {})
        alone = not cleaned.custom and not cleaned.repairs and list(cleaned.values) == [self._field]
        return _remembered(self, cell, cleaned.values[self._field] if alone else _UNDECIDED)


class _Mended(dict[str, Any]):
    """A first or last name in its usual capitals; `mended` tells whether any needed that."""

    def __init__(self, *, given: bool) -> None:
        super().__init__({"": None})
        self._given = given
        self.mended = False

    def __missing__(self, cell: str) -> Any:
        if cell in NOTHING or len(cell) > LONGEST:
            return _remembered(self, cell, _UNDECIDED)
        value = mend_case(cell, given=self._given)
        self.mended = self.mended or value != cell
        return _remembered(self, cell, value)


def _remembered(memo: dict[str, Any], cell: str, value: Any) -> Any:
    if len(memo) >= _BOUND:
        memo.clear()
        memo[""] = None
    if len(cell) < LONGEST_REMEMBERED:
        memo[cell] = value
    return value


def _emails(cells: Cells) -> Values:
    text = "\n".join(cells)
    if not text.isascii() or max(map(len, cells)) > 63:
        return [(emails.unsuspected(cell) or _UNDECIDED) if cell else None for cell in cells]
    match, odd = emails.plain_parts()
    return [
        (cell if (found := match(cell)) and odd.isdisjoint(found.groups()) else _UNDECIDED) if cell else None
        for cell in text.lower().split("\n")
    ]


def _phones(cells: Cells, regions: Sequence[str]) -> Values:
    text = "\n".join(cells)
    if not text.isascii() or not phones.NANP.issuperset(regions):
        quick = phones.quick
        return [
            (quick(cell, region) or _UNDECIDED) if cell else None for cell, region in zip(cells, regions, strict=True)
        ]
    bare = text.translate(phones.UNDRESSED).split("\n")
    return [
        (
            "+1" + digits
            if len(digits) == 10 and digits.isdecimal() and digits[0] > "1" and (cell[-1] != "0" or "." not in cell)
            else phones.quick(cell, region) or _UNDECIDED
        )
        if cell
        else None
        for cell, digits, region in zip(cells, bare, regions, strict=True)
    ]
