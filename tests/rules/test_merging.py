"""merging.py: of several records of one lead, what the kept one says."""

import pytest

from leadtrack import merging
from leadtrack.fields import FIELDS


def lead(number: int, **values):
    created = {"created_at": "2026-03-31T12:00:00Z"}
    return {"lead": number, **dict.fromkeys(FIELDS), "custom": {}, **created, **values}


def stands(*leads, kept: int | None = None, **more) -> dict[str, object]:
    """The fields that the kept lead (by default the first) ends with."""
    choices = merging.merged(leads, kept or leads[0]["lead"], **more)
    return {choice.field: choice.value for choice in choices if choice.field != "created_at"}


def why(field: str, *leads, **more) -> tuple[int | None, str]:
    (choice,) = [choice for choice in merging.merged(leads, leads[0]["lead"], **more) if choice.field == field]
    return choice.lead, choice.why


def test_the_lead_with_most_history_is_kept_and_of_equals_the_lower_number():
    assert merging.keep({7: 0, 3: 2, 5: 2}) == 3


def test_what_only_one_has_stands():
    assert stands(lead(1, email="a@b.example"), lead(2, phone="+1617")) == {"email": "a@b.example", "phone": "+1617"}


def test_the_longer_text_stands_and_the_kept_lead_has_the_rest():
    one, two = (
        lead(1, company="Acme", email="a@b.example", value=5.0),
        lead(2, company="Acme Corp", email="c@d.example", value=9.0),
    )
    assert stands(one, two) == {"company": "Acme Corp", "email": "a@b.example", "value": 5.0}
    assert why("company", one, two) == (2, "more complete")
    assert why("email", one, two) == (1, "the kept lead's")


def test_capitals_only_say_less():
    assert stands(lead(1, company="ACME TOOLS INC."), lead(2, company="Acme Tools")) == {"company": "Acme Tools"}


def test_a_number_with_its_extension_is_more_precise():
    assert stands(lead(1, phone="+16175550142"), lead(2, phone="+16175550142;ext=7")) == {"phone": "+16175550142;ext=7"}


def test_what_a_person_confirmed_last_beats_what_is_more_complete():
    one, two = lead(1, title="CEO"), lead(2, title="Chief Executive Officer")
    said = {(1, "title"): "2026-01-02T00:00:00Z"}
    assert stands(one, two, confirmed=said) == {"title": "CEO"}
    said[2, "title"] = "2026-01-03T00:00:00Z"
    assert stands(one, two, confirmed=said) == {"title": "Chief Executive Officer"}
    assert why("title", one, two, confirmed=said) == (2, "confirmed by a person")


def test_what_a_person_emptied_stays_empty():
    one, two = lead(1), lead(2, phone="+16175550142")
    (choice,) = [c for c in merging.merged((one, two), 1, confirmed={(1, "phone"): "2026"}) if c.field == "phone"]
    assert (choice.value, choice.others) == (None, ((2, "+16175550142"),))


def test_what_is_chosen_beats_everything():
    one, two = lead(1, title="CEO"), lead(2, title="Boss")
    said = {(1, "title"): "2026-01-02T00:00:00Z"}
    assert stands(one, two, confirmed=said, chosen={"title": 2}) == {"title": "Boss"}


def test_an_address_is_of_one_lead_and_not_put_together():
    here = lead(1, street="1 Elm St", city="Boston", state="MA")
    there = lead(2, street="22 Long Winding Road", city="Albany", state="NY", postal_code="12207")
    assert stands(here, there) == {
        "street": "22 Long Winding Road",
        "city": "Albany",
        "state": "NY",
        "postal_code": "12207",
    }
    assert stands(here, there, chosen={"city": 1}) == {"street": "1 Elm St", "city": "Boston", "state": "MA"} | {
        "postal_code": None
    }


def test_a_gap_in_an_address_is_filled_by_one_that_does_not_contradict():
    here = lead(1, street="1 Elm St", city="Boston", state="MA")
    assert stands(here, lead(2, city="boston", postal_code="02110"))["postal_code"] == "02110"
    assert stands(here, lead(2, city="Albany", postal_code="12207"))["postal_code"] is None


def test_a_name_is_of_one_lead():
    bob = lead(1, first_name="Bob", last_name="Smith-Wolkenstein", full_name="Bob Smith-Wolkenstein")
    robert = lead(2, first_name="Robert", last_name="Smith", full_name="Robert Smith")
    assert stands(bob, robert) == {
        "first_name": "Bob",
        "last_name": "Smith-Wolkenstein",
        "full_name": "Bob Smith-Wolkenstein",
    }


def test_the_kept_lead_came_by_its_own_channel():
    one, two = lead(1, source="Web"), lead(2, source="Trade show", campaign="Expo 26")
    assert stands(one, two, confirmed={(2, "source"): "2026"})["source"] == "Web"
    assert stands(one, two)["campaign"] is None
    assert stands(lead(1), two) == {"source": "Trade show", "campaign": "Expo 26"}


@pytest.mark.parametrize(("field", "no"), [("opt_out_email", 1), ("opt_out_phone", 1), ("consent", 0)])
def test_a_refusal_stands_whoever_recorded_it(field: str, no: int):
    for one, two in ((no, 1 - no), (1 - no, no), (None, no), (no, None)):
        assert stands(lead(1, **{field: one}), lead(2, **{field: two})) == {field: no}
    assert stands(lead(1), lead(2, **{field: 1 - no})) == {field: 1 - no}


def test_the_lead_came_when_the_first_of_them_came():
    def came(*days: str) -> object:
        leads = [lead(number, created_at=day) for number, day in enumerate(days, start=1)]
        return next(c.value for c in merging.merged(leads, 1) if c.field == "created_at")

    assert came("2026-03-31T12:00:00Z", "2026-02-01") == "2026-02-01"
    assert came("2026-03-31", "2026-03-31T12:00:00Z") == "2026-03-31T12:00:00Z", "the time says more than the day"


def test_notes_are_joined_once():
    assert stands(lead(1, notes="likes tea"), lead(2, notes="call late")) == {"notes": "likes tea\ncall late"}
    assert stands(lead(1, notes="likes tea, no milk"), lead(2, notes="likes tea")) == {"notes": "likes tea, no milk"}


def test_custom_fields_are_united_and_what_differs_is_kept_beside():
    one, two = lead(1, custom={"Roof": "flat"}), lead(2, custom={"Roof": "steep", "Age": "9"})
    three = lead(3, custom={"Roof": "steep"})
    assert stands(one, two) == {"custom": {"Roof": "flat", "Age": "9", "Roof (lead 2)": "steep"}}
    assert stands(one, two, chosen={"Roof": 2}) == {"custom": {"Roof": "steep", "Age": "9", "Roof (lead 1)": "flat"}}
    merged = lead(1, custom=stands(one, two)["custom"])
    assert stands(merged, three) == {"custom": merged["custom"]}, "not kept once more"


def test_only_what_changes_is_written():
    one, two = lead(1, company="Acme", custom={"Roof": "flat"}), lead(2, title="CEO", custom={"Roof": "flat"})
    assert merging.changes(merging.merged((one, two), 1), one) == {"title": "CEO"}


def test_the_kept_lead_keeps_its_stage_unless_it_was_never_moved():
    reached = {1: 1, 2: 2, 3: 3}

    def stage(kept: int, *others: int) -> int | None:
        losing = [{"lead": 10 + place, "stage_id": at} for place, at in enumerate(others)]
        return merging.stage({"lead": 1, "stage_id": kept}, losing, entry=1, reached=reached)

    assert stage(1, 2, 3) == 11
    assert stage(2, 3) is None
    assert stage(1, 1) is None
    assert stage(1, 7) is None, "lost, junk and nurture are no progress"


def test_the_kept_lead_keeps_its_rep_unless_it_has_none():
    ann, ben = (
        {"lead": 2, "rep_id": 8, "assigned_at": "2026-01-01"},
        {"lead": 3, "rep_id": 9, "assigned_at": "2026-02-01"},
    )
    assert merging.owner({"rep_id": 7}, [ann, ben]) is None
    assert merging.owner({"rep_id": None}, [ann, ben]) == 3
    assert merging.owner({"rep_id": None}, [{"lead": 4, "rep_id": None, "assigned_at": None}]) is None
