"""Rows of an import that show a person already known, told by likeness where no exact key says so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress
from typing import Any

from leadtrack.actions import Office
from leadtrack.likeness import Block, Judgement, Matcher
from leadtrack.store.duplicates import JUDGED

# In a store of more leads, and so many times the rows in hand, only leads that share something with a row are asked.
_MANY = 20_000
_TIMES = 5
# So many rows are taken in at a time; an import of fewer, none of which is new, loads nothing for it.
_TOGETHER = 2_000

# A block of rows as columns, as they pass on to the store (see Judge.waiting).
Waiting = Mapping[str, Sequence[Any]]


@dataclass(slots=True)
class Alike:
    """What was found, by the rows' numbers `n`.

    `leads` and `firsts` say which stored lead, or which earlier row, a row shows; `why` for what reasons. `maybe` are
    pairs that a person has to look at: a row, and another row or a stored lead.
    """

    leads: dict[int, int] = field(default_factory=dict)
    firsts: dict[int, int] = field(default_factory=dict)
    why: dict[int, tuple[str, ...]] = field(default_factory=dict)
    maybe: list["Maybe"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Maybe:
    """`row` may show the stored `lead`, or what the row `other` shows; the one that it is not is None."""

    row: int
    lead: int | None
    other: int | None
    score: float
    reasons: tuple[str, ...]


class Newcomers:
    """The rows of a file that repeat no earlier one, taken in as they pass on to the store.

    What was in hand need not be read back from there.
    """

    def __init__(self) -> None:
        self._matcher = Matcher()
        self._blocks: list[Waiting] = []  # those that are to be taken in together
        self._together = 0
        self.rows = 0

    def watched(self, blocks: Iterable[Waiting]) -> Iterator[Waiting]:
        """The same blocks of rows (see Judge.waiting), each looked at before it is given on."""
        for block in blocks:
            fresh = [first is None for first in block["first"]]
            self.rows += (new := sum(fresh))
            if new:
                told = {name: block[name] for name in ("n", *JUDGED) if name in block}
                if new < len(fresh):
                    told = {name: list(compress(column, fresh)) for name, column in told.items()}
                self._blocks.append(told)
                self._together += new
            if self._together >= _TOGETHER:
                self._take()
            yield block

    def _take(self) -> None:
        blocks, self._blocks, self._together = self._blocks, [], 0
        columns = {
            name: list(chain.from_iterable(block.get(name) or (None,) * len(block["n"]) for block in blocks))
            for name in dict.fromkeys(chain.from_iterable(blocks))
        }
        self._matcher.add_columns([-n for n in columns.pop("n")], columns)

    def matcher(self) -> Matcher:
        """All of them, taken in under their negative numbers."""
        if self._blocks:
            self._take()
        return self._matcher


def judge(office: Office, newcomers: Newcomers) -> Alike:
    """Compare the waiting rows that are new by their exact keys with each other and with the stored leads."""
    rows, known = office.store.likenesses, office.store.duplicates
    gone = [-n for n in rows.known()]
    stored, fresh = known.count(), newcomers.rows - len(gone)
    if not fresh:
        return Alike()

    def fetch(numbers: list[int]) -> Iterator[Block]:
        for waiting, columns in rows.columns([-number for number in numbers if number < 0]):
            yield [-n for n in waiting], columns
        yield from known.columns([number for number in numbers if number > 0])

    some = stored > _MANY and stored > _TIMES * fresh
    matcher = Matcher(rows_in_all=stored + fresh) if some else Matcher()
    for leads, columns in known.columns(rows.kin() if some else None):
        matcher.add_columns(leads, columns)
    since, arrived = len(matcher), newcomers.matcher()
    if since and arrived.has_too_many_customs():
        # of more custom columns than are looked at those count that the stored leads have
        for numbers, columns in rows.columns():
            matcher.add_columns([-n for n in numbers], columns)
    else:
        matcher.follow(arrived, fetch, gone=frozenset(gone))
    return settled(matcher.pairs(fetch, since=since))


def settled(pairs: Iterable[Judgement]) -> Alike:
    """What each row shows: of several leads, or earlier rows, the likeliest. Rows have negative numbers in `pairs`."""
    alike = Alike()
    # a row -> what it may be: (score, a lead or an earlier row, reasons)
    same: defaultdict[int, list[tuple[float, int, tuple[str, ...]]]] = defaultdict(list)
    unsure = []
    for pair in pairs:
        # of two rows the later one is asked whether it shows the earlier one
        row, other = -min(pair.lead, pair.other), max(pair.lead, pair.other)
        if pair.verdict == "same":
            same[row].append((pair.score, other, pair.reasons))
        else:
            unsure.append(
                Maybe(row, other if other > 0 else None, -other if other < 0 else None, pair.score, pair.reasons)
            )
    for row in sorted(same):
        # a stored lead before a row of the file, then the likeliest, then the first
        _, other, why = max(same[row], key=lambda found: (found[1] > 0, found[0], -abs(found[1])))
        alike.why[row] = why
        if other > 0:
            alike.leads[row] = other
        elif -other in alike.leads:
            alike.leads[row] = alike.leads[-other]
        else:
            alike.firsts[row] = alike.firsts.get(-other, -other)
    alike.maybe = unsure
    return alike


def to_review(office: Office, alike: Alike) -> list[tuple[int, int, float, tuple[str, ...]]]:
    """The pairs of leads (lead, other, score, reasons) that a person has to look at, once the rows are counted."""
    ends = {row for pair in alike.maybe for row in (pair.row, pair.other) if row is not None}
    lead_of = office.store.intake.lead_of(ends)
    found: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {}
    for pair in alike.maybe:
        lead, other = lead_of.get(pair.row), pair.lead or (lead_of.get(pair.other) if pair.other else None)
        if lead and other and lead != other:
            key = (min(lead, other), max(lead, other))
            found[key] = max(found.get(key, (0.0, ())), (pair.score, pair.reasons))
    return [(*key, *why) for key, why in sorted(found.items())]
