"""Which rep gets a lead, and why: the rules in their order, the first that fits wins.

A rule fits that names somebody who can take the lead now (availability.py); of several on the same place or in the same
pool it is the one whose turn it is (turns.py).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from leadtrack import rules, sticky
from leadtrack.availability import Team
from leadtrack.locating import Where
from leadtrack.rules import Rule
from leadtrack.territory import Cover, Unit, key
from leadtrack.turns import Member, in_order, missed

Place = tuple[str, ...]
_SHOWN = 3  # who could not take a lead, in a reason


class Decision(NamedTuple):
    """Who gets a lead. `rule` is the kind that decided; `turn` the pool in which it was somebody's turn, and `whose`
    that somebody, both None where only one rep could have it."""

    lead: int
    rep: int
    rule: str
    reason: str
    turn: str | None = None
    whose: int | None = None


class Left(NamedTuple):
    """A lead that nobody gets now. Held until an instant, or (`until` None) without anybody: `place` where nobody
    covers it, else None, and `why` tells who could not take it."""

    lead: int
    why: str
    place: str | None = None
    until: datetime | None = None


@dataclass(slots=True)
class Case:
    """What is known of a lead: `place` the parts of a Where, `owner` the rep whom the sheet names, `keys` what it is
    known by, `entered` when the file got it, `fields` what conditions ask for, `lacking` what keeps it from being
    qualified, `lost` the reps from whom it was taken."""

    lead: int
    place: Place
    owner: int | None = None
    keys: Sequence[sticky.Key] = ()
    entered: datetime | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    lacking: Sequence[str] = ()
    lost: Iterable[int] = ()


@dataclass(slots=True)
class Outcome:
    """What a run decided: by_rep counts leads by rep number, places those that nobody covers by where they are, busy
    those that nobody can take now by why, held those that wait to be qualified."""

    decisions: list[Decision] = field(default_factory=list)
    by_rep: dict[int, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    busy: dict[str, int] = field(default_factory=dict)
    held: int = 0
    left: list[Left] = field(default_factory=list)


class Step(NamedTuple):
    """How one rule went, for who asks why: `verdict` is "fits", "no" or "waits"."""

    rule: Rule
    verdict: str
    why: str


class _Pool(NamedTuple):
    """Who takes turns: the name under which they are remembered, since which batch, why each of them gets a lead."""

    name: str
    members: list[Member]
    since: int
    whys: dict[int, str]


class _Spot(NamedTuple):
    """What the territories say of a place: the smallest cover, who takes it alone, who takes turns on it."""

    cover: Cover | None
    alone: int | None
    why: str
    pool: _Pool | None


_NOBODY: Mapping[int, str] = {}


class Chain:
    """The rules at work on one lead after another.

    `covers` gives the units of a place that are covered, smallest first; `turns` the turns that each rep had in a pool
    since a batch; `held` who holds which key of sticky.py. Turns, loads and keys are kept up to date on the way.
    """

    def __init__(
        self,
        steps: Sequence[Rule],
        team: Team,
        *,
        covers: Callable[[Place], Sequence[Cover]],
        turns: Callable[[str, int], dict[int, int]],
        held: dict[sticky.Key, tuple[int, int]],
        now: datetime,
    ) -> None:
        self.steps, self.team, self.now, self.held = steps, team, now, held
        self._covers, self._turns = covers, turns
        self._taken: dict[str, dict[int, int]] = {}
        self._spots: dict[Place, _Spot] = {}
        self._named: dict[Place, str] = {}
        self._given: dict[int, _Pool] = {}

    def run(self, cases: Iterable[Case]) -> Outcome:
        """Go through the leads in their order, and once more through those left of whom a colleague came later."""
        outcome = Outcome()
        known: list[tuple[Case, Left]] = []
        for case in cases:
            found = self.decide(case)
            if isinstance(found, Decision):
                _given(outcome, found)
            elif case.keys:
                known.append((case, found))
            else:
                _left(outcome, found)
        given = -1
        while known and given != len(outcome.decisions):  # a second run must not find what the first could have found
            given, left = len(outcome.decisions), []
            for case, found in known:
                again = self.decide(case) if sticky.tied(case.keys, self.held) else found
                if isinstance(again, Decision):
                    _given(outcome, again)
                else:
                    left.append((case, again))
            known = left
        for _, found in known:
            _left(outcome, found)
        return outcome

    def decide(self, case: Case, trace: list[Step] | None = None) -> Decision | Left:
        """What becomes of one lead; `trace` is told how each rule went."""
        passed: list[str] = []
        barred = dict.fromkeys(case.lost, "had it, and lost it")
        for rule in self.steps:
            if rule.wishes and (unmet := rules.misses(rule.wishes, case.fields)):
                _tell(trace, rule, "no", unmet)
                continue
            before = len(passed)
            found = _HOW[rule.kind](self, rule, case, barred, passed)
            if found is None:
                _tell(trace, rule, "no", ", ".join(passed[before:]) or _NOT[rule.kind])
                continue
            if isinstance(found, Left):
                _tell(trace, rule, "waits", found.why)
                return found
            _tell(trace, rule, "fits", found.reason)
            self.team.given(found.rep)
            if found.turn and found.whose is not None:
                taken = self._taken[found.turn]
                taken[found.whose] = taken.get(found.whose, 0) + 1
            for known in case.keys:
                self.held[known] = found.rep, case.lead
            return found
        if passed:
            return Left(case.lead, ", ".join(dict.fromkeys(passed)))
        place = self._named.get(case.place)
        if place is None:
            place = self._named[case.place] = str(Where._make(case.place))
        return Left(case.lead, f"no rule has anybody for {place}", place)

    # -- the kinds of rules ------------------------------------------------------------------------------------------

    def _owner(self, rule: Rule, case: Case, barred: Mapping[int, str], passed: list[str]) -> Decision | None:
        if case.owner is None:
            return None
        return self._one(rule, case, case.owner, "the sheet names the rep as owner", barred, passed)

    def _sticky(self, rule: Rule, case: Case, barred: Mapping[int, str], passed: list[str]) -> Decision | None:
        for tie in sticky.tied(case.keys, self.held) if case.keys else ():
            if found := self._one(rule, case, tie.rep, tie.why, barred, passed):
                return found
        return None

    def _give(self, rule: Rule, case: Case, barred: Mapping[int, str], passed: list[str]) -> Decision | None:
        shared = self._given.get(rule.number)
        if shared is None:
            shared = self._given[rule.number] = self._pool_of(rule)
        if len(shared.members) == 1:
            return self._one(rule, case, shared.members[0].rep, shared.whys[shared.members[0].rep], barred, passed)
        return self._in_turn(rule, case, shared, barred, passed)

    def _pool_of(self, rule: Rule) -> _Pool:
        """Those to whom a rule gives; who left the team takes no turns."""
        team = self.team.reps.values()
        chosen = [rep.id for rep in team if not rule.reps and rule.region in (None, rep.region)]
        meant = [rep for rep in (rule.reps or chosen) if rep in self.team.reps and not self.team.reps[rep].left]
        members = [self.member(rep) for rep in meant or rule.reps]
        since = max([rule.since if rule.reps else 0, *(member.joined for member in members)], default=0)
        why = f"rule {rule.number}: {rules.said(rule.wishes) or 'for any lead'}"
        turn = "; it was {}'s turn" if len(members) > 1 else ""
        whys = {member.rep: why + turn.format(self.team.name(member.rep)) for member in members}
        return _Pool(rule.pool, members, since, whys)

    def _hold(self, rule: Rule, case: Case, barred: Mapping[int, str], passed: list[str]) -> Left | None:
        if not case.lacking or case.entered is None or rule.minutes is None:
            return None
        until = case.entered + timedelta(minutes=rule.minutes)
        if until <= self.now:
            return None
        return Left(case.lead, f"held until it is qualified, which lacks: {', '.join(case.lacking)}", None, until)

    def _territory(self, rule: Rule, case: Case, barred: Mapping[int, str], passed: list[str]) -> Decision | None:
        spot = self._spots.get(case.place)
        if spot is None:
            spot = self._spots[case.place] = self._spot(case.place)
        if spot.alone is not None and not barred:
            return Decision(case.lead, spot.alone, rule.kind, spot.why)
        if spot.cover is None:
            return None
        if found := self._by_cover(rule, case, spot.cover, spot.pool, barred, passed):
            return found
        for cover in self._covers(case.place)[1:]:
            if found := self._by_cover(rule, case, cover, self._pool(cover), barred, passed):
                return found
        return None

    def _by_cover(
        self, rule: Rule, case: Case, cover: Cover, shared: _Pool | None, barred: Mapping[int, str], passed: list[str]
    ) -> Decision | None:
        if shared is None:
            return self._one(rule, case, cover.claims[0].rep, reason(cover), barred, passed)
        return self._in_turn(rule, case, shared, barred, passed)

    def _spot(self, place: Place) -> _Spot:
        cover = next(iter(self._covers(place)), None)
        if cover is None:
            return _Spot(None, None, "", None)
        only = cover.claims[0].rep if len(cover.claims) == 1 else None
        alone = only if only is not None and self.team.is_free(only) else None
        return _Spot(cover, alone, reason(cover), self._pool(cover))

    def _pool(self, cover: Cover) -> _Pool | None:
        """Who takes turns on a unit; None where one rep covers it alone."""
        if len(cover.claims) == 1:
            return None
        members = [self.member(claim.rep, claim.joined) for claim in cover.claims]
        whys = {}
        for claim in cover.claims:
            others = ", ".join(other.name for other in cover.claims if other.rep != claim.rep)
            whys[claim.rep] = f"{reason(cover)} with {others}; it was {claim.name}'s turn"
        return _Pool(pool(cover.unit), members, max(member.joined for member in members), whys)

    # -- who of those whom a rule names ------------------------------------------------------------------------------

    def _one(
        self, rule: Rule, case: Case, rep: int, why: str, barred: Mapping[int, str], passed: list[str]
    ) -> Decision | None:
        taker = self.team.taker(rep, barred)
        if taker.rep is None:
            passed += taker.why
            return None
        return Decision(case.lead, taker.rep, rule.kind, self._told(why, rep, taker.rep, taker.why, passed))

    def _in_turn(
        self, rule: Rule, case: Case, shared: _Pool, barred: Mapping[int, str], passed: list[str]
    ) -> Decision | None:
        for member in in_order(shared.members, self.taken(shared.name, shared.since)):
            taker = self.team.taker(member.rep, barred)
            if taker.rep is None:
                passed += taker.why
                continue
            told = self._told(shared.whys[member.rep], member.rep, taker.rep, taker.why, passed)
            return Decision(case.lead, taker.rep, rule.kind, told, shared.name, member.rep)
        return None

    def _told(self, why: str, meant: int, rep: int, instead: Sequence[str], passed: Sequence[str]) -> str:
        if rep == meant and not passed:
            return why
        if rep != meant:
            why += f"; stands in for {self.team.name(meant)} ({', '.join(instead)})"
        if passed:
            some = list(dict.fromkeys(passed))
            why += f"; passed over: {', '.join(some[:_SHOWN])}" + (" and others" if len(some) > _SHOWN else "")
        return why

    def taken(self, name: str, since: int) -> dict[int, int]:
        """The turns that each had in a pool."""
        if name not in self._taken:
            self._taken[name] = self._turns(name, since)
        return self._taken[name]

    def member(self, rep: int, joined: int = 0) -> Member:
        known = self.team.reps.get(rep)
        return Member(rep, max(joined, known.since), known.weight) if known else Member(rep, joined)

    def members(self, rule: Rule) -> list[Member]:
        """To whom a rule gives."""
        return self._pool_of(rule).members

    def standing(self, members: Sequence[Member], name: str, since: int) -> list[dict[str, Any]]:
        """Who takes turns in a pool, whose turn it is first: rep, turns, weight, missed, unable (why, or None)."""
        taken = self.taken(name, since)
        behind = missed(members, taken, {member.rep for member in members})
        return [
            {
                "rep": self.team.name(member.rep), "turns": taken.get(member.rep, 0), "weight": member.weight,
                "missed": int(behind.get(member.rep, 0)), "unable": self.team.why_not(member.rep),
            }
            for member in in_order(members, taken)
        ]  # fmt: skip


def _given(outcome: Outcome, found: Decision) -> None:
    outcome.decisions.append(found)
    outcome.by_rep[found.rep] = outcome.by_rep.get(found.rep, 0) + 1


def _left(outcome: Outcome, found: Left) -> None:
    outcome.left.append(found)
    if found.until is not None:
        outcome.held += 1
    elif found.place is not None:
        outcome.places[found.place] = outcome.places.get(found.place, 0) + 1
    else:
        outcome.busy[found.why] = outcome.busy.get(found.why, 0) + 1


_HOW: dict[str, Callable[..., Decision | Left | None]] = {
    rules.OWNER: Chain._owner, rules.STICKY: Chain._sticky, rules.GIVE: Chain._give, rules.HOLD: Chain._hold,
    rules.TERRITORY: Chain._territory,
}  # fmt: skip
# Why a rule does not fit that found nobody at all.
_NOT = {
    rules.OWNER: "the sheet names no owner, or one who is no rep",
    rules.STICKY: "nobody has the same person or a colleague",
    rules.GIVE: "nobody is there to give it to",
    rules.HOLD: "it is qualified, or was held long enough",
    rules.TERRITORY: "nobody covers the place",
}


def _tell(trace: list[Step] | None, rule: Rule, verdict: str, why: str) -> None:
    if trace is not None:
        trace.append(Step(rule, verdict, why))


def pool(unit: Unit) -> str:
    """The name under which a unit's turns are remembered."""
    return " ".join(key(unit))


def reason(cover: Cover) -> str:
    """Why a lead goes to whoever covers its place, as it is kept with the assignment."""
    return f"covers {cover.unit}" + (f" ({cover.because})" if cover.because else "")
