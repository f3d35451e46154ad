"""Which rep gets a lead, and why."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from leadtrack import rules
from leadtrack.assignment import Case, Chain, Decision, Left, Step, pool
from leadtrack.availability import Absence, Rep, Team
from leadtrack.icp import Wish
from leadtrack.rules import Rule
from leadtrack.territory import Claim, Cover, Unit

NOW = datetime(2026, 3, 31, 14, tzinfo=UTC)
MA, NY = Unit("US", "state", "MA"), Unit("US", "state", "NY")
BOSTON, ALBANY, AUSTIN = (
    ("US", "MA", "", "Boston", "", ""), ("US", "NY", "", "Albany", "", ""), ("US", "TX", "", "Austin", "", ""),
)  # fmt: skip
RITA, SAM, TOM = Rep(1, "Rita", 5), Rep(2, "Sam", 6), Rep(3, "Tom", 7)
BY_PLACE = (Rule(1, 1, rules.TERRITORY),)


def chain(
    covers: dict[Unit, list[Rep]],
    steps: tuple[Rule, ...] = BY_PLACE,
    *,
    team: tuple[Rep, ...] = (RITA, SAM, TOM),
    away: tuple[Absence, ...] = (),
    turns: dict[str, dict[int, int]] | None = None,
    **options: dict[int, int],
) -> Chain:
    def of(place: tuple[str, ...]) -> list[Cover]:
        units = [unit for unit in covers if unit.value in place or unit.kind == "country"]
        return [Cover(unit, [Claim(rep.id, rep.name, rep.since) for rep in covers[unit]], "") for unit in units]

    return Chain(
        steps, Team(team, away, now=NOW, zone=UTC, **options), covers=of,
        turns=lambda name, since: dict((turns or {}).get(name, {})), held={}, now=NOW,
    )  # fmt: skip


def got(found: Decision | Left) -> tuple[int, str]:
    assert isinstance(found, Decision), found
    return found.rep, found.reason


def test_the_only_rep_of_a_place_gets_its_leads_without_a_turn():
    outcome = chain({MA: [RITA]}).run([Case(1, BOSTON), Case(2, BOSTON)])
    assert [(found.lead, found.rep, found.turn) for found in outcome.decisions] == [(1, 1, None), (2, 1, None)]
    assert outcome.decisions[0].reason == "covers state MA"


def test_the_reason_of_a_turn_names_the_others():
    found = chain({MA: [RITA, SAM]}).decide(Case(1, BOSTON))
    assert got(found) == (1, "covers state MA with Sam; it was Rita's turn")
    assert isinstance(found, Decision)
    assert (found.turn, found.whose) == (pool(MA), 1)


def test_places_that_nobody_covers_are_counted():
    outcome = chain({MA: [RITA]}).run([Case(1, AUSTIN), Case(2, AUSTIN), Case(3, BOSTON)])
    assert (outcome.places, outcome.by_rep) == ({"Austin, TX, US": 2}, {1: 1})


def test_turns_of_one_place_are_none_of_another():
    outcome = chain({MA: [RITA, SAM], NY: [RITA, SAM]}).run(
        [Case(1, BOSTON), Case(2, ALBANY), Case(3, BOSTON), Case(4, ALBANY)]
    )
    assert [found.rep for found in outcome.decisions] == [1, 1, 2, 2]


def test_the_first_rule_that_fits_wins_and_each_says_how_it_went():
    wish = Wish("industry", ("health*",))
    steps = (Rule(1, 1, rules.OWNER), Rule(2, 2, rules.GIVE, (wish,), (3,)), Rule(3, 3, rules.TERRITORY))
    trace: list[Step] = []
    found = chain({MA: [RITA]}, steps).decide(Case(1, BOSTON, fields={"industry": "Healthcare"}), trace)
    assert got(found) == (3, "rule 2: industry = health*")
    assert [(step.rule.number, step.verdict) for step in trace] == [(1, "no"), (2, "fits")]
    trace.clear()
    assert got(chain({MA: [RITA]}, steps).decide(Case(1, BOSTON, fields={"industry": "Retail"}), trace))[0] == 1
    assert trace[1].why == "industry is Retail, not health*"


def test_who_is_away_is_passed_over_and_the_next_larger_place_asked():
    away = (Absence(1, NOW - timedelta(days=1), NOW + timedelta(days=2), None),)
    country = Unit("US", "country", "US")
    found = chain({MA: [RITA], country: [SAM]}, away=away).decide(Case(1, BOSTON))
    assert got(found) == (2, "covers country US; passed over: Rita is away until 2026-04-02 14:00")
    left = chain({MA: [RITA]}, away=away).decide(Case(1, BOSTON))
    assert left == Left(1, "Rita is away until 2026-04-02 14:00")


def test_a_cover_stands_in_and_the_turn_is_that_of_the_one_who_is_away():
    away = (Absence(1, NOW - timedelta(days=1), None, 3),)
    found = chain({MA: [RITA, SAM]}, away=away).decide(Case(1, BOSTON))
    assert isinstance(found, Decision)
    assert (found.rep, found.whose) == (3, 1)
    assert found.reason.endswith("stands in for Rita (Rita is away)")


def test_covers_in_a_circle_end_with_nobody():
    away = tuple(Absence(a, NOW - timedelta(days=1), None, b) for a, b in ((1, 2), (2, 3), (3, 1)))
    left = chain({MA: [RITA]}, away=away).decide(Case(1, BOSTON))
    assert left == Left(1, "Rita is away, Sam is away, Tom is away, Rita should cover")


def test_who_is_full_gets_nothing_more():
    team = (RITA._replace(per_day=2), SAM._replace(open_most=3), TOM)
    table = chain({MA: [RITA, SAM]}, team=team, today={1: 1}, open={2: 3})
    outcome = table.run([Case(1, BOSTON), Case(2, BOSTON)])
    assert outcome.by_rep == {1: 1}
    assert outcome.busy == {"Sam has 3 leads open, of at most 3, Rita has had 2 leads today, of at most 2": 1}


def test_a_lead_does_not_come_back_to_who_lost_it():
    assert got(chain({MA: [RITA, SAM]}).decide(Case(1, BOSTON, lost=[1])))[0] == 2
    assert isinstance(chain({MA: [RITA]}).decide(Case(1, BOSTON, lost=[1])), Left)


def test_a_hold_holds_until_qualified_or_its_time_is_over():
    steps = (Rule(1, 1, rules.HOLD, minutes=60), *BY_PLACE)
    fresh, old = NOW - timedelta(minutes=59), NOW - timedelta(minutes=60)
    held = chain({MA: [RITA]}, steps).decide(Case(1, BOSTON, lacking=["budget"], entered=fresh))
    assert isinstance(held, Left)
    assert held.until == fresh + timedelta(hours=1)
    for case in (Case(1, BOSTON, lacking=["budget"], entered=old), Case(1, BOSTON, entered=fresh)):
        assert got(chain({MA: [RITA]}, steps).decide(case))[0] == 1


def test_colleagues_in_one_list_go_to_one_rep():
    steps = (Rule(1, 1, rules.STICKY), *BY_PLACE)
    keys = [("firm", "acme.com", "")]
    outcome = chain({MA: [RITA], NY: [SAM]}, steps).run([Case(1, BOSTON, keys=keys), Case(2, ALBANY, keys=keys)])
    assert [(found.rep, found.rule) for found in outcome.decisions] == [(1, "territory"), (1, "sticky")]
    assert outcome.decisions[1].reason == "is a colleague of lead 1 at acme.com"


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12), st.lists(st.integers(1, 5), min_size=1, max_size=5))
def test_nobody_is_a_whole_turn_from_his_share_however_the_leads_come_in(runs: list[int], weights: list[int]):
    """Leads in runs of any size, each run beginning with what is kept of the turns."""
    team = tuple(Rep(n, f"Rep {n}", n, float(weight)) for n, weight in enumerate(weights, start=1))
    taken: Counter[int] = Counter()
    for size in runs:
        table = chain({MA: list(team)}, team=team, turns={pool(MA): dict(taken)})
        for found in table.run(Case(n, BOSTON) for n in range(size)).decisions:
            taken[found.rep] += 1
            for rep in team:
                assert abs(taken[rep.id] - taken.total() * rep.weight / sum(weights)) < 1
    assert taken.total() == sum(runs)


@given(st.lists(st.sampled_from([BOSTON, ALBANY, AUSTIN])))
def test_every_lead_is_given_or_counted_once(places: list[tuple[str, ...]]):
    outcome = chain({MA: [RITA], NY: [SAM, TOM]}).run(Case(n, place) for n, place in enumerate(places))
    assert len(outcome.decisions) + sum(outcome.places.values()) == len(places)
    assert sum(outcome.by_rep.values()) == len(outcome.decisions)
    assert len({found.lead for found in outcome.decisions}) == len(outcome.decisions)
