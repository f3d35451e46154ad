"""Pairs of leads that a person made by hand: whether both are one, as a person would say who looks at them."""

from pathlib import Path

import pytest

from leadtrack.likeness import compare

FIELDS = {
    "c": "company", "e": "email", "p": "phone", "m": "mobile", "s": "street", "y": "city", "z": "postal_code",
    "st": "state", "t": "title", "l": "linkedin", "w": "website",
}  # fmt: skip


def lead(text: str) -> dict[str, object]:
    """A lead as the table writes it: "n=Bob/Smith p=6175550133"."""
    values: dict[str, object] = {}
    key = ""
    parts: dict[str, str] = {}
    for word in text.split():
        head, equals, rest = word.partition("=")
        if equals and (head in FIELDS or head in ("n", "x")):
            key, word = head, rest
        parts[key] = f"{parts[key]} {word}" if key in parts else word
    for key, value in parts.items():
        if key == "n":
            if value.count("/") == 3:
                first, last = "n/a", "n/a"
            else:
                first, last, *suffix = value.split("/")
                if suffix:
                    values["custom"] = {"Suffix": suffix[0]}
            values["first_name"], values["last_name"] = first, last
        elif key == "x":
            values["custom"] = {"Birthday": value}
        else:
            values[FIELDS[key]] = value
    return {field: value for field, value in values.items() if value}


PAIRS = [
    tuple(part.strip() for part in line.split("|"))
    for line in Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("expected", "one", "other"), PAIRS, ids=[f"{one} ~ {other}" for _, one, other in PAIRS])
def test_a_pair_is_judged_as_a_person_would(expected: str, one: str, other: str) -> None:
    score, verdict, reasons = compare(lead(one), lead(other))
    assert verdict in expected.split(" or "), (score, reasons)


def test_two_hundred_pairs_are_there() -> None:
    assert len(PAIRS) >= 200
