"""Whole columns are read as cells are one by one, and a part of a table is judged like all of it."""

import json
import random
from collections import Counter
from typing import Any

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leadtrack.cells import phones, token
from leadtrack.folding import fold, folds, skeleton, skeletons
from leadtrack.frequencies import frequency
from leadtrack.likeness import Judgement, Matcher
from leadtrack.tokens import FIELDS, Tokens
from leadtrack.traits import firms, phone, traits

# what is likely to be read in two ways: accents, line breaks, placeholders, odd digits
pieces = st.sampled_from(
    ["", " ", "\n", "é", "ß", "ſ", "²", "٣", "n/a", "x", "o'Neill", "phillip", "ck", "12", "0", "+1617", "5550133", "@",
     "gmail.com", ".", "+", ",", "info", "St", "Inc", "LLC", "http://", "a b", "anna", "McKay"]
)  # fmt: skip
text = st.lists(pieces, max_size=5).map("".join)
lead = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys((field for field in FIELDS if field != "custom"), st.none() | text),
        "custom": st.dictionaries(
            st.sampled_from(["Born", "Suffix", "notes"]), text | st.integers() | st.none(), max_size=3
        ),
    },
)


@given(st.lists(text, max_size=8))
@settings(max_examples=300, deadline=None)
def test_many_texts_are_folded_as_each_of_them(texts: list[str]) -> None:
    assert folds(texts) == [fold(each) for each in texts]
    folded = [fold(each) for each in texts]
    assert skeletons(folded) == [skeleton(each) for each in folded]


@given(st.lists(lead, min_size=1, max_size=8), st.integers(1, 8))
@settings(max_examples=200, deadline=None)
def test_columns_leave_the_tokens_that_leads_leave_one_by_one(leads: list[dict[str, Any]], block: int) -> None:
    single, columns = Tokens(), Tokens()
    for number, values in enumerate(leads):
        single.add(number, values)
    for start in range(0, len(leads), block):
        rows = leads[start : start + block]
        cells: dict[str, list[Any]] = {field: [row.get(field) for row in rows] for field in FIELDS}
        cells["custom"] = [json.dumps(custom) if custom else None for custom in cells["custom"]]
        told = {field: column for field, column in cells.items() if any(column)}
        columns.add_columns(range(start, start + len(rows)), told)
    single.finish()
    columns.finish()
    assert (columns.leads, columns.columns, columns.customs) == (single.leads, single.columns, single.customs)
    assert columns.identifying == single.identifying


@given(st.lists(lead, max_size=6), st.lists(lead, min_size=1, max_size=8), st.sets(st.integers(0, 7)))
@settings(max_examples=200, deadline=None)
def test_leads_that_follow_leave_the_tokens_that_they_leave_when_they_are_added(
    stored: list[dict[str, Any]], rows: list[dict[str, Any]], gone: set[int]
) -> None:
    new = {-number: values for number, values in enumerate(rows, start=1) if number not in gone}
    added, followed, others = Tokens(), Tokens(), Tokens()
    for number, values in enumerate(stored, start=1):
        added.add(number, values)
        followed.add(number, values)
    for number, values in new.items():
        added.add(number, values)
    for number, values in enumerate(rows, start=1):
        others.add(-number, values)
    customs = [values.get("custom") for values in new.values()]
    followed.follow(others, [-number for number in gone], customs)
    added.finish()
    followed.finish()
    assert (followed.leads, followed.columns, followed.customs) == (added.leads, added.columns, added.customs)
    assert followed.identifying == added.identifying
    assert followed.names.items() >= added.names.items()


@given(
    st.lists(st.integers(-4, 4) | st.integers(-(2**63), 2**63 - 1) | st.sampled_from([2**40, 2**40 + 1]), max_size=60)
)
@settings(max_examples=200, deadline=None)
def test_what_stands_more_than_once_in_a_column_is_counted_with_its_places(keys: list[int]) -> None:
    found = frequency(np.array(keys, np.int64))
    counted = Counter(key for key in keys if key)
    often = sorted(key for key, count in counted.items() if count > 1)
    assert found.filled == counted.total()
    assert (found.values.tolist(), found.counts.tolist()) == (often, [counted[key] for key in often])
    ends = np.cumsum(found.counts).tolist()
    for key, start, end in zip(often, [0, *ends], ends, strict=False):
        assert sorted(found.places[start:end].tolist()) == [place for place, each in enumerate(keys) if each == key]


def test_a_company_is_called_without_its_legal_form_unless_it_is_called_nothing_else() -> None:
    names = ["The Acme Co., Inc.", "", "LLC", "Müller GmbH", "Holding AG", "N/A", "Acme\nLtd"]
    assert firms(names) == ["acme", "", "llc", "muller", "holding ag", "", "acme"]
    assert [firms([name]) for name in names] == [[name] for name in firms(names)]


@given(lead)
@example({"last_name": "n/a", "full_name": "é é"})
@settings(max_examples=200, deadline=None)
def test_a_token_is_that_of_what_is_compared(values: dict[str, Any]) -> None:
    tokens = Tokens()
    tokens.add(1, values)
    tokens.finish()
    trait = traits(values)
    for kind in ("first", "email", "company", "city", "street"):
        said = getattr(trait, kind)
        # "x" is a first name beside a last one only, and columns are read one by one
        if said not in ("", "x") and not trait.generation:
            assert tokens.column(kind)[0] == token(kind, said), kind


@given(st.lists(text, max_size=5))
def test_telephone_numbers_are_read_as_they_are_compared(texts: list[str]) -> None:
    for number, each in zip(phones(texts), texts, strict=True):
        assert bool(number) <= bool(phone(each)), each
        assert not number or number == token("phone", phone(each))


def test_a_house_number_is_the_houses_and_not_the_mobile_phones() -> None:
    assert traits({"street": "12 Oak Street", "mobile": "+16175550133"}).number == "12"


def table(size: int, seed: int) -> dict[int, dict[str, Any]]:
    """Leads in a few towns, one in ten of them twice with a slip."""
    chance = random.Random(seed)
    parts = [
        "ab",
        "bel",
        "cor",
        "dan",
        "fen",
        "gar",
        "hol",
        "jen",
        "kor",
        "lim",
        "mar",
        "nov",
        "ost",
        "per",
        "rin",
        "sal",
    ]

    def word(count: int) -> str:
        return "".join(chance.choice(parts) for _ in range(count)).capitalize()

    firsts, lasts = [word(2) for _ in range(80)], [word(3) for _ in range(400)]
    towns = [(word(2) + "ville", f"{chance.randrange(10000, 99999)}") for _ in range(400)]
    leads: dict[int, dict[str, Any]] = {}
    for number in range(1, size + 1):
        if number > 20 and chance.random() < 0.1:
            again = dict(leads[chance.randrange(1, number)])
            last = again["last_name"]
            again["last_name"] = last[:2] + last[3] + last[2] + last[4:]
            again["phone"] = f"+1617{chance.randrange(2000000, 9999999)}"
            leads[number] = again
            continue
        city, code = chance.choice(towns)
        first, last = chance.choice(firsts), chance.choice(lasts)
        leads[number] = {
            "first_name": first, "last_name": last, "city": city, "postal_code": code,
            "street": f"{chance.randrange(1, 900)} {word(2)} Street",
            "phone": f"+1617{chance.randrange(2000000, 9999999)}",
            "email": f"{first}.{last}@{word(2)}.com".lower(),
        }  # fmt: skip
    return leads


def judged(leads: dict[int, dict[str, Any]], new: set[int], **known: int) -> dict[tuple[int, int], Judgement]:
    matcher = Matcher(**known)
    order = [number for number in leads if number not in new] + sorted(new)
    for number in order:
        matcher.add(number, leads[number])
    found = matcher.pairs(
        lambda asked: [([each], {field: [value] for field, value in leads[each].items()}) for each in asked],
        since=len(order) - len(new),
    )
    return {(pair.lead, pair.other): pair for pair in found}


def test_new_leads_are_judged_alike_beside_all_the_table_and_beside_the_part_of_it_that_they_touch() -> None:
    leads = table(3000, seed=4)
    new = set(range(2701, 3001))
    asked = {(field, leads[number][field]) for number in new for field in ("postal_code", "phone", "email")}
    near = {
        number: values
        for number, values in leads.items()
        if number in new or any((field, values[field]) in asked for field in ("postal_code", "phone", "email"))
    }
    assert len(near) < len(leads)
    whole, part = judged(leads, new), judged(near, new, rows_in_all=len(leads))
    assert len(whole) >= 10
    same = {pair for pair in whole.keys() | part.keys() if pair in whole and pair in part}
    assert len(same) >= 0.95 * len(whole.keys() | part.keys())
    assert all(whole[pair].verdict == part[pair].verdict for pair in same)


def test_what_was_asked_for_does_not_look_frequent_nor_rarer_than_usual() -> None:
    from leadtrack.weights import USUAL, Rarity

    new = {"first_name": "Ada", "last_name": "Brandt", "city": "Salem", "postal_code": "01970"}
    tokens = Tokens()
    for number in range(200):
        # all of one town, since the new lead lives there
        tokens.add(
            number, {"first_name": f"Q{number}", "last_name": f"Z{number}", "city": "Salem", "postal_code": "01970"}
        )
    tokens.add(999, new)
    tokens.finish()
    part, alone = Rarity(tokens, 100_000, since=200), Rarity(tokens, since=200)
    # 201 of 100,000 and not of 201
    assert alone.bits("postal_code", "01970") < 1 < 8 < part.bits("postal_code", "01970")
    assert alone.bits("city", "salem") < 1 < 7 < part.bits("city", "salem")
    # nobody else is called so here, but that is no proof for the table
    assert part.bits("last", "brandt") < 1 + tokens.filled("last").bit_length() + USUAL["last"].bit_length()


def test_two_stored_leads_that_a_new_one_brings_together_are_no_news() -> None:
    leads = table(60, seed=1)
    leads[101], leads[102], leads[103] = ({**leads[1]} for _ in range(3))
    found = judged(leads, {103})
    assert {pair for pair in found if 103 not in pair} == set()
    assert (101, 103) in found and (102, 103) in found
