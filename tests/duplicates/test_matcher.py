"""A whole table judged at once: what is found, what is left alone, and what must hold for any table."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadtrack import kinship
from leadtrack.folding import fold, skeleton
from leadtrack.likeness import Judgement, Matcher, compare
from leadtrack.nicknames import full_form, same_name
from leadtrack.traits import mail, phone, street_parts

FIRSTS = [
    "Ada", "Ben", "Cleo", "Dov", "Esra", "Finn", "Gwen", "Hugo", "Iris", "Joel", "Kaya", "Lars", "Mina", "Nils",
    "Opal", "Pia", "Quin", "Rhea", "Saul", "Tara",
]  # fmt: skip
LASTS = [
    "Abbot", "Brandt", "Castell", "Dvorak", "Eklund", "Farouk", "Gruber", "Hasek", "Ivanov", "Jansen", "Kowal",
    "Lindqvist", "Moreau", "Nasser",
]  # fmt: skip
STREETS = [
    "Acorn", "Birch", "Copper", "Dogwood", "Elder", "Falcon", "Garnet", "Harbor", "Indigo", "Juniper", "Kestrel",
    "Laurel", "Mulberry",
]  # fmt: skip


def judged(leads: dict[int, dict[str, Any]], since: int = 0) -> list[Judgement]:
    matcher = Matcher()
    for number, values in leads.items():
        matcher.add(number, values)
    return list(
        matcher.pairs(
            lambda numbers: [
                ([number], {field: [value] for field, value in leads[number].items()}) for number in numbers
            ],
            since=since,
        )
    )


def strangers(count: int, seed: int = 1) -> dict[int, dict[str, Any]]:
    """Leads of which no two are one."""
    chance = random.Random(seed)
    leads = {}
    for number in range(1, count + 1):
        # every name once
        first, which = FIRSTS[number % len(FIRSTS)], number // len(FIRSTS)
        last = LASTS[which % len(LASTS)] + LASTS[which // len(LASTS)].lower()
        leads[number] = {
            "first_name": first,
            "last_name": last,
            "email": f"{first}.{last}{number}@mail{number % 97}.com".lower(),
            "phone": f"+1617{2000000 + number * 37 % 7900000}",
            "street": f"{chance.randrange(1, 999)} {chance.choice(STREETS)}{chance.choice(STREETS).lower()} Street",
            "city": f"{chance.choice(LASTS)}ville",
            "postal_code": f"{chance.randrange(10000, 99999)}",
        }
    return leads


def verdicts(found: list[Judgement]) -> dict[tuple[int, int], str]:
    return {(pair.lead, pair.other): pair.verdict for pair in found}


def test_strangers_are_left_alone() -> None:
    assert judged(strangers(500)) == []


def test_a_twin_among_strangers_is_found_with_its_reasons() -> None:
    leads = strangers(300)
    leads[400] = {**leads[7], "email": "other@web.de", "phone": "+16175559876"}
    [pair] = judged(leads)
    assert (pair.lead, pair.other, pair.verdict) == (7, 400, "same")
    assert "same street" in pair.reasons and "same last name" in pair.reasons


def test_names_that_changed_places_are_found_although_everything_else_is_new() -> None:
    leads = strangers(300)
    leads[400] = {
        "first_name": leads[9]["last_name"],
        "last_name": leads[9]["first_name"],
        "postal_code": leads[9]["postal_code"],
        "street": leads[9]["street"],
    }
    [pair] = judged(leads)
    assert (pair.lead, pair.other, pair.reasons[0]) == (9, 400, "first and last name swapped")


def test_every_pair_of_a_group_is_listed_once_the_lower_number_first() -> None:
    leads = strangers(100)
    for number in (201, 202, 203):
        leads[number] = {**leads[5]}
    found = verdicts(judged(leads))
    assert sorted(found) == [(5, 201), (5, 202), (5, 203), (201, 202), (201, 203), (202, 203)]
    assert set(found.values()) == {"same"}


def test_a_switchboard_that_a_thousand_share_brings_nobody_together() -> None:
    leads = {
        number: {**lead, "phone": "+16175550100", "company": "Big Corp", "email": "info@bigcorp.com"}
        for number, lead in strangers(1000).items()
    }
    assert [pair for pair in judged(leads) if pair.verdict == "same"] == []


def test_a_family_is_several_leads_in_a_table_of_families() -> None:
    leads = {}
    for house, lead in strangers(60).items():
        for at, first in enumerate(("Anna", "Bruno", "Celia")):
            leads[house * 10 + at] = {**lead, "first_name": first, "email": None}
    assert judged(leads) == []


def test_where_slips_hit_first_and_last_names_alike_another_first_name_is_a_slip() -> None:
    agree, first, last = (False, False), (True, False), (False, True)
    assert kinship.estimate([agree] * 300 + [first] * 20 + [last] * 20).first_differs > 2
    assert kinship.estimate([agree] * 300 + [first] * 60 + [last] * 2).first_differs < -2
    assert kinship.estimate([agree] * 300).first_differs == kinship.USUAL.first_differs
    assert kinship.estimate([]) == kinship.USUAL


def test_a_birth_date_that_both_show_is_evidence() -> None:
    leads = strangers(400)
    for number, lead in leads.items():
        lead["custom"] = {"Born": f"19{number % 90 + 10}-{number % 12 + 1:02}-{number % 28 + 1:02}"}
    leads[900] = {
        "first_name": "Bennie", "last_name": leads[3]["last_name"], "custom": dict(leads[3]["custom"]),
        "city": leads[3]["city"],
    }  # fmt: skip
    leads[3]["first_name"] = "Ben"
    assert (3, 900) in verdicts(judged(leads))


def test_a_rows_own_number_says_nothing() -> None:
    leads = strangers(200)
    leads[300] = {**leads[11]}
    without = judged(leads)
    for number, lead in leads.items():
        lead["custom"] = {"Row": f"R{number:06}"}
    assert judged(leads) == without


def test_only_pairs_with_a_new_lead_are_given_since_it() -> None:
    leads = strangers(100)
    leads[201], leads[202] = {**leads[1]}, {**leads[2]}
    assert sorted(verdicts(judged(leads, since=101))) == [(2, 202)]


def test_leads_that_are_gone_when_they_are_fetched_take_no_part() -> None:
    leads = strangers(50)
    leads[60] = {**leads[1]}
    matcher = Matcher()
    for number, values in leads.items():
        matcher.add(number, values)
    assert list(matcher.pairs(lambda numbers: [])) == []


field = st.sampled_from(["", "n/a", "x", "Smith", "12", "a@b.co", "+16175550199", "ß Ø", "\u200b", "O'Neil", "  "])
lead = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("first_name", "last_name", "company", "email", "phone", "mobile", "street", "city"), field),
        **dict.fromkeys(("postal_code", "state", "title", "website", "linkedin", "full_name"), field),
        "custom": st.dictionaries(field, field, max_size=2),
    },
)


@given(lead, lead)
@settings(max_examples=300, deadline=None)
def test_a_pair_is_judged_alike_from_both_sides(one: dict[str, Any], other: dict[str, Any]) -> None:
    score, verdict, _ = compare(one, other)
    assert (score, verdict) == pytest.approx(compare(other, one)[0]) or (score, verdict) == compare(other, one)[:2]
    assert 0 <= score <= 1


@given(st.lists(lead, max_size=12), st.randoms())
@settings(max_examples=100, deadline=None)
def test_the_order_in_which_leads_come_changes_nothing(leads: list[dict[str, Any]], chance: random.Random) -> None:
    table = dict(enumerate(leads, start=1))
    mixed = list(table.items())
    chance.shuffle(mixed)
    assert judged(table) == judged(dict(mixed))


@given(lead)
def test_empty_leads_agree_on_nothing(some: dict[str, Any]) -> None:
    assert compare({}, some)[1] == "new"


@pytest.mark.parametrize(
    ("typed", "folded"), [("O'Néill-Smith", "o neill smith"), ("MÜLLER  GmbH", "muller gmbh"), ("Straße", "strasse")]
)
def test_folding(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_slips_leave_the_skeleton_alone() -> None:
    assert skeleton("anderson") == skeleton("andersen") == skeleton("andersson")
    assert skeleton("1122") == "1122"


def test_nobodys_values_are_no_values() -> None:
    assert mail("noreply@acme.com") == mail("no-reply@acme.com") == mail("n.a@acme.com") == ""
    assert phone("+15555555555") == phone("+16171234567") == phone("12") == ""
    assert (phone("+16175550133"), phone("+16175550133;ext=12")) == ("6175550133", "6175550133")
    assert mail("jane+fair@acme.com") == "jane@acme.com"


def test_a_street_is_read_with_its_number_apart() -> None:
    assert street_parts("12 Oak Street, Apt 3") == ("12", "oak st")
    assert street_parts("Hauptstraße 5a") == ("5a", "hauptstrasse")


def test_nicknames() -> None:
    assert same_name("bob", "robert") and same_name("liz", "betty") and not same_name("bob", "betty")
    assert full_form("bob") == full_form("robert") == "robert"
