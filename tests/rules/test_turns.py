"""Whose turn it is."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from leadtrack.turns import Member, in_order, missed

RITA, SAM, TOM = Member(1, 5), Member(2, 6), Member(3, 7)


def first(members: list[Member], taken: dict[int, int]) -> int:
    return in_order(members, taken)[0].rep


def test_whoever_had_the_fewest_turns_is_next_and_among_equals_the_longest_there():
    assert first([SAM, RITA, TOM], {}) == 1
    assert first([SAM, RITA, TOM], {1: 1}) == 2
    assert first([SAM, RITA, TOM], {1: 1, 2: 1, 3: 0}) == 3
    assert first([SAM, RITA, TOM], {1: 1, 2: 1, 3: 1}) == 1


def test_who_weighs_two_has_two_turns_for_each_of_one():
    taken: Counter[int] = Counter()
    heavy = RITA._replace(weight=2.0)
    order = []
    for _ in range(6):
        order.append(first([heavy, SAM], taken))
        taken[order[-1]] += 1
    assert order == [1, 2, 1, 1, 2, 1]


def test_who_was_away_catches_up():
    taken = Counter({1: 10, 2: 10, 3: 4})
    assert missed([RITA, SAM, TOM], taken, {3}) == {3: 4.0}
    order = []
    for _ in range(8):
        order.append(first([RITA, SAM, TOM], taken))
        taken[order[-1]] += 1
    assert order[:6] == [3] * 6
    assert set(order[6:]) <= {1, 2, 3}


@given(
    st.lists(st.floats(0.1, 10), min_size=1, max_size=6),
    st.lists(st.sets(st.integers(0, 5)), min_size=1, max_size=60),
)
def test_while_all_are_free_everybody_keeps_his_share_and_afterwards_gets_it_again(
    weights: list[float], absences: list[set[int]]
):
    members = [Member(n, n, weight) for n, weight in enumerate(weights)]
    whole = sum(weights)
    taken: Counter[int] = Counter()
    for away in absences:
        free = [member for member in in_order(members, taken) if member.rep not in away]
        if free:
            taken[free[0].rep] += 1
    for _ in range(int(taken.total() * whole / min(weights)) + len(members)):
        taken[in_order(members, taken)[0].rep] += 1
    for member in members:
        assert abs(taken[member.rep] - taken.total() * member.weight / whole) < 1 + 1e-6
