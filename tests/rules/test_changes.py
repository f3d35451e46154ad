"""changes.py: a change is taken back from a row, and what came since stays."""

import json

from hypothesis import given
from hypothesis import strategies as st

from leadtrack.changes import AGAIN, reverse

LEAD = dict.fromkeys(
    (
        "first_name",
        "last_name",
        "full_name",
        "company",
        "street",
        "city",
        "state",
        "title",
        "notes",
        "custom",
        "name_key",
    )
)


def test_the_old_value_comes_back():
    assert reverse({"title": "CEO"}, [("title", "Boss", "CEO")]) == ({"title": "Boss"}, {})


def test_a_field_that_was_changed_again_stays():
    assert reverse({"title": "CFO"}, [("title", "Boss", "CEO")]) == ({}, {"title": AGAIN})


def test_of_several_changes_of_a_field_the_newest_goes_first():
    assert reverse({"title": "c"}, [("title", "b", "c"), ("title", "a", "b")]) == ({"title": "a"}, {})


def test_an_address_comes_back_as_a_whole_or_not_at_all():
    row = LEAD | {"street": "1 Elm St", "city": "Salem"}
    values, spared = reverse(row, [("street", "9 Oak St", "1 Elm St"), ("city", "Troy", "Boston")], lead=True)
    assert values == {}
    assert spared == {"city": AGAIN, "street": f"belongs to city, which {AGAIN}"}


def test_the_name_that_is_compared_follows_the_name_that_stands():
    row = LEAD | {"full_name": "Ann Archer", "company": "Acme", "name_key": "ann archer"}
    changes = [("name_key", "ann", "ann baker"), ("full_name", "Ann", "Ann Baker")]
    values, spared = reverse(row, changes, lead=True)
    assert (values, spared) == ({"name_key": "ann archer"}, {"full_name": AGAIN})


def test_notes_that_were_added_since_stay():
    row = LEAD | {"notes": "tea\nlate\nnew"}
    assert reverse(row, [("notes", "tea", "tea\nlate")], lead=True) == ({"notes": "tea\nnew"}, {})
    assert reverse(row, [("notes", None, "tea\nlate")], lead=True) == ({"notes": "new"}, {})


def test_custom_fields_are_taken_back_one_by_one():
    def text(**fields):
        return json.dumps(fields) if fields else None

    row = LEAD | {"custom": text(Roof="steep", Age="9", Pet="cat")}
    changes = [("custom", text(Roof="flat"), text(Roof="steep", Age="8"))]
    values, spared = reverse(row, changes, lead=True)
    assert json.loads(values["custom"]) == {"Roof": "flat", "Age": "9", "Pet": "cat"}
    assert spared == {"custom field Age": AGAIN}


fields = st.dictionaries(
    st.sampled_from([name for name in LEAD if name not in ("custom", "name_key")]), st.sampled_from([None, "a", "b"])
)


@given(before=fields, change=fields)
def test_a_change_that_nobody_touched_since_is_wholly_taken_back(before, change):
    row = {**LEAD, **before}
    made = [(field, row[field], value) for field, value in change.items() if row[field] != value]
    after = {**row, **{field: new for field, _, new in made}}
    values, spared = reverse(after, made[::-1], lead=True)
    assert spared == {}
    assert {**after, **values} == row
