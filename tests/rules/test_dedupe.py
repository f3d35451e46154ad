"""Who is the same person."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack.dedupe import NameKeys, Repeats, exact_keys, fill, fingerprints, layout, name_key


@pytest.mark.parametrize(
    "name",
    ["Änne Müller", "MÜLLER, ÄNNE", "anne  muller", "Müller Änne", "A\u0308nne Mu\u0308ller"],
)
def test_names_are_compared_without_case_accents_punctuation_and_order(name: str):
    assert name_key({"full_name": name}) == "anne muller"


def test_a_company_stands_for_a_name_that_is_missing():
    assert name_key({"company": "Acme, Inc."}) == name_key({"full_name": "", "company": "ACME INC"}) == "acme inc"
    assert name_key({}) == ""


def test_a_mail_address_is_a_key_alone_and_a_number_only_with_the_name():
    values = {"email": "ann@acme.example", "phone": "+16175550101", "mobile": "+16175550102"}
    assert exact_keys(values, "ann archer") == [
        ("email", "ann@acme.example"), ("+16175550101", "ann archer"), ("+16175550102", "ann archer"),
    ]  # fmt: skip
    assert exact_keys(values, "") == [("email", "ann@acme.example")]


def test_phone_and_mobile_are_one_kind_of_number():
    ann = {"phone": "+16175550101"}
    again = {"mobile": "+16175550101"}
    assert exact_keys(ann, "ann") == exact_keys(again, "ann")


def test_a_row_is_known_by_its_headers_and_cells():
    ann, again, bob = fingerprints(
        layout(("Name", "E-mail")), ["Ann\x1fann@acme.example", "Ann\x1fann@acme.example", "Ann\x1fbob@acme.example"]
    )
    assert ann == again != bob
    assert (ann,) != fingerprints(layout(("Name", "Phone")), ["Ann\x1fann@acme.example"])
    one, other = fingerprints(layout(("A", "B")), ["x\x1fy z", "x y\x1fz"])
    assert one != other
    # as earlier versions told it: a sheet that comes again must be known
    assert fingerprints(layout(("Name", "E-mail")), ["Änne\x1f"]) == (-6858788743018322895,)
    assert -(2**63) <= ann < 2**63


PARTS = st.one_of(st.none(), st.sampled_from(["Änne", "van der Berg", "O'Neil", ".", "Müller", "Ann"]))


@given(PARTS, PARTS, st.one_of(st.none(), st.just("Acme, Inc.")))
def test_name_keys_of_many_are_those_of_each(first, last, company):
    full = " ".join(part for part in (first, last) if part) or None
    assert NameKeys()(first, last, full, company) == name_key({"full_name": full, "company": company})


LEADS = st.fixed_dictionaries(
    {
        "email": st.sampled_from([None, "a@x.example", "b@x.example"]),
        "phone": st.sampled_from([None, "+1", "+2"]),
        "mobile": st.sampled_from([None, "+1", "+3"]),
        "name_key": st.sampled_from(["", "ann", "bob"]),
    }
)


@given(st.lists(LEADS, max_size=8), st.integers(1, 8))
def test_repeats_are_found_by_the_exact_keys(leads, size):
    seen: dict[tuple[str, str], int] = {}
    expected = []
    for number, lead in enumerate(leads):
        keys = exact_keys(lead, lead["name_key"])
        first = next((seen[key] for key in keys if key in seen), None)
        for key in keys:
            seen.setdefault(key, number if first is None else first)
        expected.append(first)
    repeats = Repeats()
    found = []
    for start in range(0, len(leads), size):
        block = leads[start : start + size]
        columns = ([lead[name] for lead in block] for name in ("email", "phone", "mobile", "name_key"))
        found += repeats.of(range(start, start + len(block)), *columns)
    assert found == expected


def test_a_repeat_fills_what_is_empty_and_changes_nothing_else():
    stored = {"city": None, "title": "Buyer", "custom": {"Badge": "7"}}
    incoming = {"city": "Boston", "title": "CEO", "phone": None, "custom": {"Badge": "8", "Booth": "3"}}
    assert fill(stored, incoming) == {"city": "Boston", "custom": {"Badge": "7", "Booth": "3"}}


@pytest.mark.parametrize(
    ("field", "stored", "incoming", "becomes"),
    [
        ("opt_out_email", 0, 1, {"opt_out_email": 1}),
        ("opt_out_email", 1, 0, {}),
        ("opt_out_phone", None, 1, {"opt_out_phone": 1}),
        ("opt_out_phone", 0, 1, {"opt_out_phone": 1}),
        ("consent", 1, 0, {"consent": 0}),
        ("consent", 0, 1, {}),
        ("consent", None, 1, {"consent": 1}),
    ],
)
def test_a_no_is_never_turned_into_a_yes(field: str, stored: int | None, incoming: int, becomes: dict[str, int]):
    assert fill({field: stored}, {field: incoming}) == becomes


leads = st.fixed_dictionaries(
    {},
    optional={
        "city": st.sampled_from([None, "Boston", "Salem"]),
        "title": st.sampled_from([None, "Buyer", "CEO"]),
        "opt_out_email": st.sampled_from([None, 0, 1]),
        "consent": st.sampled_from([None, 0, 1]),
        "custom": st.dictionaries(st.sampled_from(["Badge", "Booth"]), st.sampled_from(["7", "8"])),
    },
)


@given(leads, leads)
def test_filling_twice_adds_nothing_more(stored: dict[str, Any], incoming: dict[str, Any]):
    once = stored | fill(stored, incoming)
    assert fill(once, incoming) == {}


@given(leads, leads)
def test_filling_loses_nothing(stored: dict[str, Any], incoming: dict[str, Any]):
    once = stored | fill(stored, incoming)
    for field in ("city", "title"):
        if stored.get(field):
            assert once[field] == stored[field]
    for header, cell in (stored.get("custom") or {}).items():
        assert once["custom"][header] == cell


@given(st.text())
def test_a_key_of_a_key_is_the_key(name: str):
    once = name_key({"full_name": name})
    assert name_key({"full_name": once}) == once
