"""Which leads are one person or firm: pairs worth a look, weighed field by field, with reasons.

Two questions are asked of each pair, and the weaker answer counts. Could two strangers agree so far by chance? (The
more leads there are, the more easily: the threshold rises with the logarithm of the table.) And could they be two
people of one household or firm, who share address, telephone and last name? Then only what a person alone has tells
them apart: the first name, a mailbox, a birth date.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from math import exp2
from typing import Any, NamedTuple

from leadtrack import kinship
from leadtrack.blocking import candidates
from leadtrack.comparing import Comparer, Finding, reasons
from leadtrack.tokens import Tokens
from leadtrack.traits import Traits, traits
from leadtrack.weights import Rarity

SAME = 0.85
MAYBE = 0.5
# A group above this size is given as the pairs that were found, not as every pair of it.
LARGEST_GROUP = 150
# So many pairs are compared at a time, so that their leads fit into memory.
_CHUNK = 20_000

Values = Mapping[str, Any]
# lead numbers -> (number, values) of each, in any order
Fetch = Callable[[list[int]], Iterable[tuple[int, Values]]]


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
    return "same" if score >= SAME else "maybe" if score >= MAYBE else "new"


class Matcher:
    """Finds the pairs among leads that are added one by one.

    A lead leaves some 150 bytes here; its values are asked for again (`fetch`) only when it is part of a pair worth a
    look. Numbers of leads need no order, but `since` counts them as they were added.
    """

    def __init__(self) -> None:
        self._tokens = Tokens()

    def __len__(self) -> int:
        return len(self._tokens)

    def add(self, lead: int, values: Values) -> None:
        """Take a lead in: cleaned canonical fields, and "custom", a dict."""
        self._tokens.add(lead, values)

    def pairs(self, fetch: Fetch, *, since: int = 0) -> Iterator[Judgement]:
        """The pairs that are the same or may be; of a group of the same, every pair.

        `since`: only pairs of which one was the since-th to be added, or came later: so an import's rows are judged
        against each other and against the leads that were added before them.
        """
        tokens = self._tokens
        tokens.finish()
        comparer = Comparer(Rarity.of(tokens))
        leads = tokens.leads
        found = candidates(tokens, since)
        judged: dict[tuple[int, int], _Judged] = {}
        for start in range(0, len(found), _CHUNK):
            pairs = [(leads[pair >> 32], leads[pair & 0xFFFFFFFF]) for pair in found[start : start + _CHUNK]]
            for pair, finding, why in _compared(comparer, pairs, fetch):
                if finding.worth_keeping():
                    judged[pair] = finding, why
        found.clear()

        kin = kinship.estimate(names for finding, _ in judged.values() if (names := finding.names_differ()))
        scores = {pair: probability(finding.odds(kin)) for pair, (finding, _) in judged.items()}
        following = _rest_of_groups(scores)
        for pair, finding, why in _compared(comparer, list(following), fetch):
            score, between = following[pair]
            if score > scores.get(pair, 0.0) and not finding.contradicted(kin):
                judged[pair] = finding, (*why, f"both are lead {between}")
                scores[pair] = score
        for pair in sorted(scores):
            if (score := scores[pair]) >= MAYBE:
                yield Judgement(*pair, round(score, 4), verdict(score), judged[pair][1])


def _compared(
    comparer: Comparer, pairs: list[tuple[int, int]], fetch: Fetch
) -> Iterator[tuple[tuple[int, int], Finding, tuple[str, ...]]]:
    """The pairs (lower number first) with what their comparison gave; of leads that `fetch` does not give, none."""
    people: dict[int, Traits] = {}
    wanted = sorted({lead for pair in pairs for lead in pair})
    for lead, values in fetch(wanted):
        people[lead] = traits(values)
    for one, other in pairs:
        if one in people and other in people:
            a, b = min(one, other), max(one, other)
            finding = comparer(people[a], people[b])
            why = reasons(finding, people[a], people[b]) if finding.worth_keeping() else ()
            # what the reasons were made of is not kept: of a million leads there are a few hundred thousand pairs
            yield (a, b), finding._replace(evidence=()), why


def _rest_of_groups(scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], tuple[float, int]]:
    """The pairs that follow from others (A is B, B is C: A is C), each with its score and the lead between them.

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
    """The likeliest way from one lead to each of its group: its score, and the lead before the last step."""
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
