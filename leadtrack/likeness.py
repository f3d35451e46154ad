"""Which leads are one person or firm: pairs worth a look, weighed field by field, with reasons.

Two questions are asked of each pair, and the weaker answer counts. Could two strangers agree so far by chance? (The
more leads there are, the more easily: the threshold rises with the logarithm of the table.) And could they be two
people of one household or firm, who share address, telephone and last name? Then only what a person alone has tells
them apart: the first name, a mailbox, a birth date.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import heappop, heappush
from itertools import chain, islice
from math import exp2
from typing import Any, NamedTuple

from leadtrack import kinship
from leadtrack.blocking import candidates
from leadtrack.comparing import Comparer, Finding, reasons
from leadtrack.sifting import promising
from leadtrack.tokens import SAMPLE, Tokens
from leadtrack.traits import all_traits, traits
from leadtrack.uncollected import uncollected
from leadtrack.weights import Rarity

SAME = 0.85
MAYBE = 0.5
# A group above this size is given as the pairs that were found, not as every pair of it.
LARGEST_GROUP = 150
# So many pairs are compared at a time, so that their leads fit into memory.
_CHUNK = 20_000
# The values of so many leads are kept and not asked for again.
_KEPT = 20_000
_PLACE = 0xFFFFFFFF

Values = Mapping[str, Any]
# numbers of leads, and their values field by field
Block = tuple[Sequence[int], Mapping[str, Sequence[Any]]]
# lead numbers -> those leads in blocks, in any order
Fetch = Callable[[list[int]], Iterable[Block]]


_Judged = tuple[Finding, tuple[str, ...]]


class Judgement(NamedTuple):
    """Two leads (lead < other) that are the same, or may be: `score` is a probability, `reasons` are for people."""

    lead: int
    other: int
    score: float
    verdict: str  # "same" or "maybe"
    reasons: tuple[str, ...]


def compare(one: Values, other: Values, rarity: Rarity | None = None) -> tuple[float, str, tuple[str, ...]]:
    """How likely two leads are the same (0 to 1), "same", "maybe" or "new", and why."""
    finding = Comparer(rarity or Rarity())(a := traits(one), b := traits(other))
    score = probability(finding.odds())
    return score, verdict(score), reasons(finding, a, b)


def probability(odds: float) -> float:
    """Of odds in bits."""
    return 1 / (1 + exp2(-max(min(odds, 60.0), -60.0)))


def verdict(score: float) -> str:
    """ "same", "maybe" or "new"."""
    score = round(score, 4)  # as it is told: who sees 0.5 is not told that it is less
    return "same" if score >= SAME else "maybe" if score >= MAYBE else "new"


class Matcher:
    """Finds the pairs among leads that are added, one by one or column by column.

    A lead of many leaves some 150 bytes here; its values are asked for again (`fetch`) only when it is part of a pair
    worth a look. Numbers of leads need no order, but `since` counts them as they were added.

    `rows_in_all`: the leads of the whole table, where only those of it are added that share an e-mail address, a
    telephone number, a postal code, a company or the whole folded name with one of the new ones. First these are added,
    then the new ones, from `since` on.
    """

    def __init__(self, *, rows_in_all: int | None = None) -> None:
        self._tokens = Tokens()
        self._rows_in_all = rows_in_all
        self._kept: list[Block] | None = []

    def __len__(self) -> int:
        return len(self._tokens)

    def add(self, lead: int, values: Values) -> None:
        """Take a lead in: cleaned canonical fields, and "custom", a dict (or JSON text)."""
        self._tokens.add(lead, values)
        self._kept = None

    def add_columns(self, leads: Sequence[int], columns: Mapping[str, Sequence[Any]]) -> None:
        """Take leads in, column by column: their numbers, and their cleaned fields as lists, None where one has none.

        "custom" is JSON text (or a dict) of each. A field that none of them has need not be there.
        """
        self._tokens.add_columns(leads, columns)
        if self._kept is not None:
            self._kept.append((leads, columns))
            if len(self) > _KEPT:
                self._kept = None

    def has_too_many_customs(self) -> bool:
        """Whether there are more custom columns than are looked at: which of them are depends on who comes first."""
        return self._tokens.has_too_many_customs()

    def follow(self, other: "Matcher", fetch: Fetch, *, gone: Collection[int] = ()) -> None:
        """Take in what `other` took in, without the leads that are `gone`; `other` is of no use afterwards."""
        asked = _values(other._kept, fetch)
        customs: list[Any] = []
        if len(self) < SAMPLE:
            first = list(islice((lead for lead in other._tokens.leads if lead not in gone), SAMPLE))
            for _, columns in asked(first):
                customs += columns.get("custom", ())
        self._tokens.follow(other._tokens, gone, customs)
        kept = self._kept is not None and other._kept is not None and len(self) <= _KEPT
        self._kept = [*(self._kept or ()), *(other._kept or ())] if kept else None

    def pairs(self, fetch: Fetch, *, since: int = 0) -> Iterator[Judgement]:
        """The pairs that are the same or may be; of a group of the same, every pair.

        `since`: only pairs of which one was the since-th to be added, or came later: so an import's rows are judged
        against each other and against the leads that were added before them.
        """
        with uncollected():
            found = self._judge(fetch, since)
        yield from found

    def _judge(self, fetch: Fetch, since: int) -> list[Judgement]:
        tokens = self._tokens
        tokens.finish()
        rarity = Rarity(tokens, self._rows_in_all, since)
        compared = partial(_compared, tokens, rarity, Comparer(rarity), _values(self._kept, fetch))
        found = promising(tokens, rarity, candidates(tokens, rarity, since))
        judged: dict[tuple[int, int], _Judged] = {}
        for pair, finding, why in compared([(pair >> 32, pair & _PLACE) for pair in found.tolist()]):
            if why is not None:
                judged[pair] = finding, why

        kin = kinship.estimate(names for finding, _ in judged.values() if (names := finding.names_differ()))
        scores = {pair: probability(finding.odds(kin)) for pair, (finding, _) in judged.items()}
        following = _rest_of_groups(scores)
        for pair, finding, why in compared([pair for pair in following if max(pair) >= since]):
            score, between = following[pair]
            if score > scores.get(pair, 0.0) and not finding.contradicted(kin):
                judged[pair] = finding, (*(why or ()), f"both are lead {tokens.leads[between]}")
                scores[pair] = score
        numbered = []
        for pair, score in scores.items():
            if verdict(score) != "new":
                lead, other = sorted(tokens.leads[place] for place in pair)
                numbered.append(Judgement(lead, other, round(score, 4), verdict(score), judged[pair][1]))
        return sorted(numbered)


def _compared(
    tokens: Tokens, rarity: Rarity, comparer: Comparer, fetch: Fetch, pairs: list[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], Finding, tuple[str, ...] | None]]:
    """The pairs (of places) with what their comparison gave, and why, if they are worth keeping.

    Of leads that `fetch` does not give there are none.
    """
    leads = tokens.leads
    for start in range(0, len(pairs), _CHUNK):
        chunk = pairs[start : start + _CHUNK]
        place_of = {leads[place]: place for place in chain.from_iterable(chunk)}
        people = {
            place_of[lead]: row
            for fetched, columns in fetch(sorted(place_of))
            for lead, row in zip(fetched, all_traits(len(fetched), columns, tokens.customs), strict=True)
        }
        rarity.remember(people)
        for pair in chunk:
            one, other = pair if leads[pair[0]] < leads[pair[1]] else pair[::-1]
            if one in people and other in people:
                finding = comparer(people[one], people[other])
                why = reasons(finding, people[one], people[other]) if finding.worth_keeping() else None
                # what the reasons were made of is not kept: of a million leads there are a few hundred thousand pairs
                yield pair, finding.without_evidence(), why


def _values(kept: Sequence[Block] | None, fetch: Fetch) -> Fetch:
    """How values are asked for: of leads that were kept nobody is asked."""
    return partial(_at_hand, kept) if kept else fetch


def _at_hand(kept: Sequence[Block], leads: list[int]) -> Iterator[Block]:
    """The values of leads that were kept."""
    wanted = set(leads)
    for numbers, columns in kept:
        rows = [row for row, number in enumerate(numbers) if number in wanted]
        if rows:
            values = {field: [cells[row] for row in rows] for field, cells in columns.items()}
            yield [numbers[row] for row in rows], values


def _rest_of_groups(scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], tuple[float, int]]:
    """The pairs that follow from others (A is B, B is C: A is C), each with its score and what is between them.

    What follows is as likely as both that it follows from: their product.
    """
    beside: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in scores.items():
        if score >= SAME:
            beside[a][b] = beside[b][a] = score
    seen: set[int] = set()
    missing: dict[tuple[int, int], tuple[float, int]] = {}
    for start in beside:
        if start in seen:
            continue
        group, waiting = {start}, [start]
        while waiting:
            for near in beside[waiting.pop()].keys() - group:
                group.add(near)
                waiting.append(near)
        seen |= group
        if 2 < len(group) <= LARGEST_GROUP:
            for a in group:
                for b, (score, between) in _ways(a, beside).items():
                    if a < b and b not in beside[a]:
                        missing[a, b] = score, between
    return missing


def _ways(start: int, beside: Mapping[int, Mapping[int, float]]) -> dict[int, tuple[float, int]]:
    """The likeliest way from one to each of its group: its score, and the one before the last step."""
    best: dict[int, tuple[float, int]] = {}
    waiting = [(-1.0, start, start)]
    while waiting:
        score, lead, between = heappop(waiting)
        if lead not in best:
            best[lead] = -score, between
            for near, step in beside[lead].items():
                if near not in best:
                    heappush(waiting, (score * step, near, lead))
    return best
