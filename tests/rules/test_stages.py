"""The pipeline and its funnel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack.errors import NotFound
from leadtrack.stages import funnel, named

STAGES = [
    {"id": number, "name": name, "kind": kind}
    for number, (name, kind) in enumerate(
        [
            ("new", "open"),
            ("contacted", "open"),
            ("qualified", "open"),
            ("won", "won"),
            ("nurture", "nurture"),
            ("lost", "lost"),
        ],
        1,
    )
]


@pytest.mark.parametrize(
    ("text", "found"), [("won", "won"), ("WON", "won"), (" qual", "qualified"), ("nu", "nurture"), ("new", "new")]
)
def test_a_stage_is_named_by_a_unique_beginning(text: str, found: str):
    assert named(STAGES, text)["name"] == found


@pytest.mark.parametrize("text", ["", "n", "warm", "newer"])
def test_what_names_no_one_stage_is_refused_with_the_stages(text: str):
    with pytest.raises(NotFound, match="new, contacted, qualified, won, nurture, lost"):
        named(STAGES, text)


def test_a_stage_on_the_way_counts_all_that_came_further():
    rows = funnel(STAGES, furthest={1: 5, 2: 3, 4: 2}, present={1: 4, 2: 2, 4: 2, 6: 2})
    assert [(row["stage"], row["leads"]) for row in rows] == [
        ("new", 10), ("contacted", 5), ("qualified", 2), ("won", 2), ("nurture", 0), ("lost", 2),
    ]  # fmt: skip
    assert [row["share"] for row in rows] == [1.0, 0.5, 0.2, 0.2, 0.0, 0.2]
    assert [row["conversion"] for row in rows] == [None, 0.5, 0.4, 1.0, None, None]


def test_without_leads_there_are_no_shares():
    assert {(row["leads"], row["share"], row["conversion"]) for row in funnel(STAGES, {}, {})} == {(0, None, None)}


@given(st.dictionaries(st.integers(1, 6), st.integers(0, 50)))
def test_the_funnel_only_narrows(furthest: dict[int, int]):
    rows = [row for row in funnel(STAGES, furthest, {}) if row["kind"] in ("open", "won")]
    assert [row["leads"] for row in rows] == sorted((row["leads"] for row in rows), reverse=True)
    assert rows[0]["leads"] == sum(furthest.values())
