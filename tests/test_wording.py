import pytest

from leadtrack.wording import and_more


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a, b"),
        (["a", "b", "c"], "a, b and 1 more place"),
        (["a", "b", *"c" * 2000], "a, b and 2,000 more places"),
    ],
)
def test_the_first_are_named_and_the_others_counted(texts: list[str], told: str):
    assert and_more(texts, 2, "place") == told


def test_without_a_noun_they_are_only_counted():
    assert and_more(["Ann, MA", "Ben, NY", "Cy, PA"], 2, between="; ") == "Ann, MA; Ben, NY and 1 more"
