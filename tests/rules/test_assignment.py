"""Which rep gets a lead, and why."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from leadtrack.assignment import decide, next_turn, pool, pools
from leadtrack.locating import Where
from leadtrack.territory import Claim, Lies, Unit, coverage

MA, NY = Unit("US", "state", "MA"), Unit("US", "state", "NY")
RITA, SAM, TOM = Claim(1, "Rita", 5), Claim(2, "Sam", 6), Claim(3, "Tom", 7)
BOSTON, ALBANY, AUSTIN = (
    Where("US", "MA", "", "Boston", ""),
    Where("US", "NY", "", "Albany", ""),
    Where("US", "TX", "", "Austin", ""),
)


def state(where: Where) -> list[Lies]:
    return [Lies(Unit("US", "state", where.state))]


def test_the_only_rep_of_a_place_gets_its_leads_without_a_turn():
    outcome = decide([(1, BOSTON), (2, BOSTON)], coverage([(MA, RITA)]), {}, state)
    assert [(found.lead, found.rep, found.turn) for found in outcome.decisions] == [(1, 1, None), (2, 1, None)]
    assert outcome.decisions[0].reason == "covers state MA"


def test_the_reason_of_a_turn_names_the_others():
    outcome = decide([(1, BOSTON)], coverage([(MA, RITA), (MA, SAM)]), {}, state)
    assert outcome.decisions[0].reason == "covers state MA with Sam; it was Rita's turn"
    assert outcome.decisions[0].turn == pool(MA)


def test_places_that_nobody_covers_are_counted():
    outcome = decide([(1, AUSTIN), (2, AUSTIN), (3, BOSTON)], coverage([(MA, RITA)]), {}, state)
    assert outcome.places == {"Austin, TX, US": 2}
    assert outcome.by_rep == {1: 1}


def test_whoever_had_the_fewest_turns_is_next_and_among_equals_the_longest_there():
    assert next_turn([SAM, RITA, TOM], {}) == RITA
    assert next_turn([SAM, RITA, TOM], {1: 1}) == SAM
    assert next_turn([SAM, RITA, TOM], {1: 1, 2: 1, 3: 0}) == TOM
    assert next_turn([SAM, RITA, TOM], {1: 1, 2: 1, 3: 1}) == RITA


def test_turns_of_one_place_are_none_of_another():
    table = coverage([(MA, RITA), (MA, SAM), (NY, RITA), (NY, SAM)])
    outcome = decide([(1, BOSTON), (2, ALBANY), (3, BOSTON), (4, ALBANY)], table, {}, state)
    assert [found.rep for found in outcome.decisions] == [1, 1, 2, 2]


def test_a_pool_counts_from_when_its_last_rep_joined():
    assert pools(coverage([(MA, RITA), (MA, TOM), (NY, SAM)])) == [(pool(MA), 7)]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12), st.integers(1, 5))
def test_turns_are_even_however_the_leads_come_in(runs: list[int], reps: int):
    """Leads in runs of any size: after each run no rep is more than one ahead of another."""
    table = coverage((MA, Claim(rep, f"Rep {rep}", rep)) for rep in range(1, reps + 1))
    turns: dict[str, dict[int, int]] = {}
    given_out: Counter[int] = Counter(dict.fromkeys(range(1, reps + 1), 0))
    lead = 0
    for size in runs:
        leads = range(lead, lead + size)
        lead += size
        outcome = decide(((number, BOSTON) for number in leads), table, turns, state)
        given_out.update(found.rep for found in outcome.decisions)
        assert max(given_out.values()) - min(given_out.values()) <= 1
    assert sum(given_out.values()) == lead


@given(st.lists(st.sampled_from([BOSTON, ALBANY, AUSTIN])))
def test_every_lead_is_given_or_counted_once(wheres: list[Where]):
    outcome = decide(enumerate(wheres), coverage([(MA, RITA), (NY, SAM), (NY, TOM)]), {}, state)
    assert len(outcome.decisions) + sum(outcome.places.values()) == len(wheres)
    assert sum(outcome.by_rep.values()) == len(outcome.decisions)
    assert len({found.lead for found in outcome.decisions}) == len(outcome.decisions)
