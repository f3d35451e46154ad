"""Of the rows of a file those that may be new: cleaned, with the earlier row of the file that shows the same person."""

import operator
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, count, islice
from json import JSONEncoder
from typing import Any

from leadtrack import dedupe, importers, mapping
from leadtrack.blocks import Block, Blocks
from leadtrack.cleaning import Cleaner, Repair
from leadtrack.fields import NAMING
from leadtrack.importers.rejects import Reject
from leadtrack.texts import BETWEEN, untidy

# So many rows are cleaned at a time: few enough to stay in the processor's cache.
_BLOCK = 500
# Told of a row that was not taken in for its own sake.
_dumps = JSONEncoder(ensure_ascii=False).encode


@dataclass(slots=True)
class Judged:
    """What the rows of a file came to, beside those that wait in the store."""

    rows: int = 0
    unchanged: int = 0
    duplicates: int = 0
    rejects: list[Reject] = field(default_factory=list)
    repairs: dict[str, int] = field(default_factory=dict)  # what was mended -> how often
    seen: set[int] = field(default_factory=set)  # leads of earlier imports whose rows stand here unchanged
    # with `row_by_row`:
    mending: dict[int, list[Repair]] = field(default_factory=dict)  # number of the row -> what was mended in it
    fates: list[dict[str, Any]] = field(default_factory=list)  # row, fate, lead


class Judge:
    """Goes through a file once.

    `known` are rows of earlier imports (store.intake.known), `defaults` what a row without them gets, `keep` says that
    no row is taken for the same as another, `row_by_row` that what became of each row is kept to be listed.
    """

    def __init__(
        self,
        table: importers.Table,
        columns: Sequence[mapping.Column],
        cleaner: Cleaner,
        *,
        known: Mapping[int, tuple[int, bool]],
        defaults: Mapping[str, str],
        keep: bool,
        row_by_row: bool,
    ) -> None:
        self.judged = Judged()
        self._table, self._columns = table, columns
        self._known, self._defaults, self._keep, self._row_by_row = known, defaults, keep, row_by_row
        self._layout = dedupe.layout(table.headers)
        self._gather = mapping.gatherer(columns)
        self._clean = cleaner
        # a cell that holds several parts is taken apart in the light of the others
        self._blocks = None if mapping.splits(columns) or row_by_row else Blocks(columns, self._clean, _dumps)
        self._marks: set[int] = set()
        self._repeats = dedupe.Repeats()
        self._names = dedupe.NameKeys()

    def waiting(self, limit: int | None, advance: Callable[[int], None]) -> Iterator[dict[str, Sequence[Any]]]:
        """The rows that may be new, as blocks of columns: n, row, fingerprint, cells (JSON), first, the fields.

        `n` counts the rows of the file, `first` is the earlier row that shows the same person.
        """
        rows = islice(self._table.rows(), limit)
        while block := list(islice(rows, _BLOCK)):
            start = self.judged.rows + 1
            self.judged.rows += len(block)
            advance(len(block))
            if columns := self._block(start, block):
                yield columns

    def _block(self, start: int, block: Sequence[tuple[int, list[str]]]) -> dict[str, Sequence[Any]] | None:
        numbers: Sequence[int]
        cells: Sequence[list[str]]
        numbers, cells = zip(*block, strict=True)
        texts: Sequence[str] = list(map(BETWEEN.join, cells))
        marks: Sequence[int] = dedupe.fingerprints(self._layout, texts)
        ns: Sequence[int] = range(start, start + len(block))
        if fresh := self._fresh(numbers, marks):
            numbers, cells, texts, marks, ns = (
                list(compress(each, fresh)) for each in (numbers, cells, texts, marks, ns)
            )
        if not marks:
            return None
        rough = untidy(texts, len(self._table.headers))
        arrays = _arrays(texts, cells, rough)
        values = self._cleaned(numbers, cells, rough)
        named = _named(values, len(marks))
        if not all(named):
            for row, own, good in zip(numbers, cells, named, strict=True):
                if not good:
                    self.judged.rejects.append(_reject(self._columns, row, own, self._gather(own)[0]))
            numbers, arrays, marks, ns = (list(compress(each, named)) for each in (numbers, arrays, marks, ns))
            if not marks:
                return None
            values = {field: list(compress(each, named)) for field, each in values.items()}
        size = len(marks)
        for name, value in self._defaults.items():
            own = values.get(name)
            values[name] = [value] * size if own is None else [value if one is None else one for one in own]
        nothing = [None] * size
        named_by = (values.get(name, nothing) for name in ("first_name", "last_name", "full_name", "company"))
        values["name_key"] = list(map(self._names, *named_by))
        keys = (values.get(name, nothing) for name in ("email", "phone", "mobile", "name_key"))
        first = nothing if self._keep else self._repeats.of(ns, *keys)
        own = {"n": ns, "row": numbers, "fingerprint": marks, "cells": arrays, "first": first}
        return own | values

    def _fresh(self, numbers: Sequence[int], marks: Sequence[int]) -> list[bool] | None:
        """Which rows are to be cleaned; None for all. Rows taken in before, and read the same way, are not."""
        known, shown, keep = self._known, self._marks, self._keep
        if known.keys().isdisjoint(marks):
            if keep:
                return None
            before = len(shown)
            fresh = set(marks)
            if len(fresh) == len(marks) and shown.isdisjoint(fresh):
                shown |= fresh
                return None
            assert len(shown) == before
        judged = self.judged
        chosen = []
        for row, mark in zip(numbers, marks, strict=True):
            fate, lead = None, None
            if mark in known and (keep or known[mark][1]):
                lead = known[mark][0]
                again = not keep and lead in judged.seen
                judged.seen.add(lead)
                fate = "duplicate" if again else "unchanged"
            elif not keep and mark in shown:
                fate = "duplicate"
            else:
                shown.add(mark)
            if fate:
                judged.duplicates += fate == "duplicate"
                judged.unchanged += fate == "unchanged"
                if self._row_by_row:
                    judged.fates.append({"row": row, "fate": fate, "lead": lead})
            chosen.append(fate is None)
        return chosen

    def _cleaned(
        self, numbers: Sequence[int], cells: Sequence[list[str]], rough: Collection[int]
    ) -> dict[str, list[Any]]:
        """The fields of the rows as columns; custom fields as JSON."""
        size = len(cells)
        if self._blocks is None or len(rough) == size:
            done = Block({}, set(range(size)), [])
        else:
            done = self._blocks(cells, rough)
            done.undecided.update(compress(count(), map(operator.not_, _named(done.values, size))))
        repairs = self.judged.repairs
        for what, times in done.repairs().items():
            repairs[what] = repairs.get(what, 0) + times
        values = done.values
        for place in sorted(done.undecided):
            for column in values.values():
                column[place] = None
            cleaned = self._clean(*self._gather(cells[place]))
            if not NAMING.isdisjoint(cleaned.values):
                for repair in cleaned.repairs:
                    repairs[repair.what] = repairs.get(repair.what, 0) + 1
                if self._row_by_row and cleaned.repairs:
                    self.judged.mending[numbers[place]] = cleaned.repairs
            for name, value in cleaned.values.items():
                if name not in values:
                    values[name] = [None] * size
                values[name][place] = value
            if cleaned.custom:
                if "custom" not in values:
                    values["custom"] = [None] * size
                values["custom"][place] = _dumps(cleaned.custom)
        return values


def _named(values: Mapping[str, Sequence[Any]], size: int) -> list[bool]:
    """Whether each row names anybody."""
    naming = [values[field] for field in NAMING if field in values]
    if any(map(all, naming)):
        return [True] * size
    return list(map(any, zip(*naming, strict=True))) if naming else [False] * size


def _arrays(texts: Sequence[str], cells: Sequence[Sequence[str]], rough: Collection[int]) -> list[str]:
    """The cells of each row as a JSON array; where nothing needs escaping, as in nearly all rows, that is one replace.

    `rough` rows may hold anything.
    """
    arrays = [
        _dumps(row) if '"' in text or "\\" in text else '["' + text.replace(BETWEEN, '", "') + '"]'
        for text, row in zip(texts, cells, strict=True)
    ]
    for place in rough:
        arrays[place] = _dumps(cells[place])
    return arrays


def _reject(columns: Sequence[mapping.Column], row: int, cells: list[str], raw: Mapping[str, str]) -> Reject:
    """A row that names nobody, with the reason a person can act on."""
    for column in columns:
        if column.field in ("email", "phone", "mobile") and column.field in raw:
            reason = f"names nobody: {raw[column.field]!r} cannot be read, and there is no name or company"
            return Reject(row, column.header or "", reason, cells)
    return Reject(row, "", "names nobody: no name, company, e-mail or phone", cells)
