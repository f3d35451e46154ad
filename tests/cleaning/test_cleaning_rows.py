"""The Cleaner as a whole: one row in, values, custom fields and repairs out."""

import re
import string
from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadtrack.answers import answer
from leadtrack.cleaning import Cleaned, Cleaner, Repair
from leadtrack.countries import country_code, state_anywhere, state_code
from leadtrack.moments import moment
from leadtrack.money import amount
from leadtrack.places import Place
from leadtrack.repairs import KEPT_AS
from leadtrack.texts import tidy, tidy_lines

PLACES = {
    place.zip: place
    for place in (
        Place("01960", "Peabody", "MA", "Essex County", 42.5, -70.9, "America/New_York", "standard"),
        Place("02110", "Boston", "MA", "Suffolk County", 42.4, -71.1, "America/New_York", "standard"),
        Place("08014", "Bridgeport", "NJ", "Gloucester County", 39.8, -75.3, "America/New_York", "standard"),
        Place("10115", "New York", "NY", "New York County", 40.7, -74.0, "America/New_York", "unique"),
        Place("70116", "New Orleans", "LA", "Orleans Parish", 30.0, -90.1, "America/Chicago", "standard"),
        Place("09012", "APO", "AE", None, None, None, None, "military"),
    )
}


def city_zips(city: str, state: str | None) -> tuple[str, ...]:
    return tuple(
        place.zip
        for place in PLACES.values()
        if place.city.casefold() == city.casefold() and state in (None, place.state)
    )


def clean(raw: dict[str, str], custom: dict[str, str] | None = None, **options: object) -> Cleaned:
    return Cleaner(place=PLACES.get, city_zips=city_zips, **options)(raw, custom or {})  # type: ignore[arg-type]


def whats(cleaned: Cleaned) -> list[tuple[str, str]]:
    return [(repair.field, repair.what) for repair in cleaned.repairs]


def test_a_plain_american_row_keeps_what_it_says_and_gets_its_country() -> None:
    cleaned = clean(
        {
            "first_name": "Ann",
            "last_name": "Lee",
            "company": "Acme Inc",
            "email": "Ann.Lee@Acme.com",
            "phone": "(504) 621-8927",
            "street": "6649 N Blue Gum St",
            "city": "New Orleans",
            "state": "LA",
            "postal_code": "70116",
        },
        {"Shoe size": " 38 "},
    )
    assert cleaned.values == {
        "first_name": "Ann",
        "last_name": "Lee",
        "full_name": "Ann Lee",
        "company": "Acme Inc",
        "email": "ann.lee@acme.com",
        "phone": "+15046218927",
        "street": "6649 N Blue Gum St",
        "city": "New Orleans",
        "county": "Orleans Parish",
        "state": "LA",
        "postal_code": "70116",
        "country": "US",
    }
    assert cleaned.custom == {"Shoe size": "38"}
    assert cleaned.repairs == [
        Repair("county", "", "Orleans Parish", "filled from ZIP"),
        Repair("country", "", "US", "filled from ZIP"),
    ]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ({"postal_code": "1960", "state": "MA"}, "01960"),
        ({"postal_code": "1960.0", "state": "Mass."}, "01960"),
        ({"postal_code": "8014", "country": "United States"}, "08014"),
        ({"postal_code": "8014", "country": "US", "state": "NJ"}, "08014"),
        ({"postal_code": "8014-1234", "state": "NJ"}, "08014"),
        ({"postal_code": "08014-1234"}, "08014"),
        ({"postal_code": "2110", "city": "Boston"}, "02110"),
        ({"postal_code": "9012", "state": "AE"}, "09012"),
        ({"postal_code": "z:01960"}, "01960"),
        ({"postal_code": "2110", "city": "Sydney"}, "2110"),
        ({"postal_code": "2110", "state": "TX"}, "2110"),
        ({"postal_code": "2110", "country": "Australia"}, "2110"),
        ({"postal_code": "347", "country": "South Africa", "state": "North West"}, "347"),
        ({"postal_code": "n8n3n2", "country": "Canada"}, "N8N 3N2"),
        ({"postal_code": "n8n3n2"}, "N8N 3N2"),
        ({"postal_code": "gl151xd", "country": "England"}, "GL15 1XD"),
        ({"postal_code": "50667", "country": "Deutschland"}, "50667"),
        ({"postal_code": "1012 AB", "country": "NL"}, "1012 AB"),
    ],
)
def test_a_postal_code_gets_the_form_of_its_country(raw: dict[str, str], code: str) -> None:
    assert clean(raw).values["postal_code"] == code


def test_a_zero_is_restored_where_only_the_state_says_that_it_is_american() -> None:
    cleaned = clean({"postal_code": "8014", "state": "NJ"}, country=None)
    assert (cleaned.values["postal_code"], cleaned.values["country"]) == ("08014", "US")


def test_nothing_is_zero_filled_where_neither_country_nor_state_is_american() -> None:
    for country in ("DE", None):
        assert clean({"postal_code": "8014"}, country=country).values == {"postal_code": "8014"}


def test_the_four_digits_behind_a_zip_are_kept() -> None:
    cleaned = clean({"postal_code": "02110-1234"})
    assert (cleaned.values["postal_code"], cleaned.custom) == ("02110", {"ZIP+4": "1234"})


def test_a_zip_that_contradicts_its_state_is_flagged_and_left() -> None:
    cleaned = clean({"postal_code": "02110", "state": "TX", "country": "US"})
    assert cleaned.values == {"postal_code": "02110", "state": "TX", "country": "US"}
    assert cleaned.repairs == [Repair("state", "TX", "MA", "ZIP contradicts state")]


def test_a_foreign_city_with_five_digits_does_not_move_to_america() -> None:
    assert clean({"postal_code": "10115", "city": "Berlin"}).values == {"postal_code": "10115", "city": "Berlin"}


def test_the_sheets_own_county_wins_over_the_zips() -> None:
    assert clean({"postal_code": "02110", "county": "Norfolk"}).values["county"] == "Norfolk"


@pytest.mark.parametrize(
    ("raw", "country", "state"),
    [
        ({"state": "New South Wales"}, "AU", "NSW"),
        ({"state": "NSW"}, "AU", "NSW"),
        ({"state": "ontario"}, "CA", "ON"),
        ({"state": "Calif."}, "US", "CA"),
        ({"state": "WA", "country": "Australia"}, "AU", "WA"),
        ({"state": "Bayern", "country": "Deutschland"}, "DE", "BY"),
        ({"country": "Scotland"}, "GB", "SCT"),
        ({"state": "North West", "country": "South Africa"}, "ZA", "North West"),
        ({"state": "Narnia", "country": "Oz Land"}, "Oz Land", "Narnia"),
    ],
)
def test_country_and_state_become_codes(raw: dict[str, str], country: str, state: str) -> None:
    values = clean(raw).values
    assert (values["country"], values["state"]) == (country, state)


def test_a_phone_is_read_in_the_leads_country_then_in_the_teams() -> None:
    assert clean({"phone": "020 7946 0958", "country": "UK"}).values["phone"] == "+442079460958"
    assert clean({"phone": "831.605.2433x72946", "country": "Comoros"}).values["phone"] == "+18316052433;ext=72946"


def test_of_a_range_of_money_the_lower_end_counts_and_the_range_is_kept() -> None:
    cleaned = clean({"value": "50-75 Lakhs", "annual_revenue": "$1M - $5M"})
    assert cleaned.values == {"value": 5_000_000, "annual_revenue": 1_000_000}
    assert cleaned.custom == {"Value (range)": "50-75 Lakhs", "Annual revenue (range)": "$1M - $5M"}
    assert {(repair.field, repair.after, repair.what) for repair in cleaned.repairs} == {
        ("value", "5000000", "range"), ("annual_revenue", "1000000", "range"),
    }  # fmt: skip


def test_what_cannot_be_read_is_kept_under_its_own_name() -> None:
    cleaned = clean(
        {
            "email": "n/a", "phone": "-", "mobile": "123", "annual_revenue": "lots", "value": "under 5 Lakhs",
            "employees": "Oct-50", "created_at": "someday", "opt_out_phone": "maybe", "company": "N/A",
        }
    )  # fmt: skip
    assert cleaned.values == {}
    assert cleaned.custom == {
        "E-mail (unreadable)": "n/a",
        "Phone (unreadable)": "-",
        "Mobile (unreadable)": "123",
        "Annual revenue (unreadable)": "lots",
        "Value (unreadable)": "under 5 Lakhs",
        "Employees (unreadable)": "Oct-50",
        "Created (unreadable)": "someday",
        "Phone opt-out (unreadable)": "maybe",
        "Company (unreadable)": "N/A",
    }


def test_a_sheets_own_column_is_not_overwritten_by_what_is_kept() -> None:
    cleaned = clean({"full_name": "Dr. Ann Lee"}, {"Prefix": "Ms."})
    assert cleaned.custom == {"Prefix": "Ms.", "Prefix (2)": "Dr."}


def test_several_addresses_in_a_cell_are_all_kept() -> None:
    cleaned = clean({"email": "a@x.com; b@x.com, c@x.com", "phone": "+91 90000 40001 / 90000-40002"})
    assert cleaned.values == {"email": "a@x.com", "phone": "+919000040001"}
    assert cleaned.custom == {"Other e-mail": "b@x.com; c@x.com", "Other phone": "+919000040002"}


def test_a_likely_typo_is_proposed_and_not_written() -> None:
    cleaned = clean({"email": "ann@gmial.com"})
    assert cleaned.values["email"] == "ann@gmial.com"
    assert cleaned.repairs == [Repair("email", "ann@gmial.com", "ann@gmail.com", "typo proposed")]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"full_name": "SMITH, JOHN"}, {"first_name": "John", "last_name": "Smith", "full_name": "John Smith"}),
        ({"first_name": "JOHN", "last_name": "o'brien"}, {"first_name": "John", "last_name": "O'Brien",
        "full_name": "John O'Brien"}),
        ({"full_name": "Wrong Name", "first_name": "Ann", "last_name": "Lee"}, {"first_name": "Ann",
        "last_name": "Lee", "full_name": "Ann Lee"}),
        ({"full_name": "Ann Lee", "last_name": "Lee"}, {"first_name": "Ann", "last_name": "Lee",
        "full_name": "Ann Lee"}),
        ({"last_name": "Null"}, {"last_name": "Null", "full_name": "Null"}),
        ({"full_name": "Bäckerei Groß GmbH"}, {"company": "Bäckerei Groß GmbH"}),
        ({"company": "IBM", "full_name": "Madonna"}, {"company": "IBM", "first_name": "Madonna",
        "full_name": "Madonna"}),
    ],
)  # fmt: skip
def test_names_are_brought_together(raw: dict[str, str], expected: dict[str, str]) -> None:
    assert clean(raw).values == expected


def test_a_full_name_that_says_more_than_first_and_last_is_kept_as_typed() -> None:
    assert clean({"full_name": "Bob Lee", "first_name": "Ann"}).custom == {"Full name (as typed)": "Bob Lee"}


def test_one_cell_with_several_parts_fills_the_empty_fields() -> None:
    cleaned = clean({"street": "1 Main St, Boston, MA 2110"}, split={"street": "address"})
    assert cleaned.values["street"] == "1 Main St"
    assert (cleaned.values["city"], cleaned.values["state"], cleaned.values["postal_code"]) == ("Boston", "MA", "02110")
    cleaned = clean({"city": "Liverpool NSW", "state": "Victoria"}, split={"city": "city state"})
    assert (cleaned.values["city"], cleaned.values["state"]) == ("Liverpool", "VIC")
    assert cleaned.custom == {"City (as typed)": "Liverpool NSW"}


def test_figures_days_and_answers_become_values() -> None:
    cleaned = clean(
        {
            "employees": "50-200", "annual_revenue": "$1.5M", "value": "1,200.50", "created_at": "3/15/2024 9:22 AM",
            "opt_out_email": "Unsubscribed", "consent": "Ja", "opt_out_phone": "2024-01-05",
        },
        time_zone="America/New_York",
    )  # fmt: skip
    assert cleaned.values == {
        "employees": 50, "annual_revenue": 1_500_000.0, "value": 1200.5, "created_at": "2024-03-15T13:22:00Z",
        "opt_out_email": 1, "consent": 1, "opt_out_phone": 1,
    }  # fmt: skip
    assert cleaned.custom == {"Employees (range)": "50-200", "Phone opt-out (as typed)": "2024-01-05"}


def test_control_characters_go_and_the_rest_of_the_text_survives() -> None:
    values = clean({"company": "A\x00c\x1bme\x9b  Ltd", "notes": "a\r\nb\tc  \x07d", "title": "Ṱ̺̺̕o <b>'; DROP--"}).values
    assert values == {"company": "Acme Ltd", "notes": "a\nb c d", "title": "Ṱ̺̺̕o <b>'; DROP--"}


def test_the_row_that_is_handed_in_stays_as_it_is() -> None:
    raw, custom = {"full_name": "Dr. ANN LEE", "city": "Boston, MA"}, {"x": " y "}
    clean(raw, custom, split={"city": "city state"})
    assert (raw, custom) == ({"full_name": "Dr. ANN LEE", "city": "Boston, MA"}, {"x": " y "})


def test_a_remembered_cell_is_read_like_a_new_one() -> None:
    cleaner = Cleaner(place=PLACES.get, city_zips=city_zips)
    rows = [
        {"first_name": "ANN", "state": state, "country": country} for state in ("wa", "VIC") for country in ("US", "AU")
    ]
    assert [cleaner(row, {}) for row in rows] == [clean(row) for row in rows]
    assert [cleaner(row, {}) for row in rows] == [clean(row) for row in rows]


CELLS = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=string.ascii_letters + string.digits + " @.,;:/()-+'\n\t\x00\xa0", max_size=40),
    st.sampled_from(
        ["ann@x.com", "a@b.com; c@d.com", "(504) 621-8927 x3", "504-621-8927 (cell)", "4.155550123E9", "1960.0",
         "n8n 3n2",
         "Dr. Ann van der Berg Jr.", "LEE, ANN", "Boston, MA 02110", "1 Main St, Boston, MA 02110",
         "Deutschland", "Mass.",
         "$1,200.50", "50-200", "3/15/2024 9:22", "45366.5", "yes", "unsubscribed", "01960-1234", "<b>x</b>",
         "Acme Inc"]
    ),
)  # fmt: skip
ROWS = st.dictionaries(st.sampled_from(sorted(KEPT_AS)), CELLS, max_size=12)
SPLITS = st.sampled_from([{}, {"street": "address"}, {"city": "city state"}])


def pieces(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def findable(field: str, cell: str, cleaned: Cleaned) -> bool:
    """Whether a cell stands somewhere, word by word, or as what it means."""
    text = tidy_lines(cell) if field == "notes" else tidy(cell)
    kept = [str(value) for value in (*cleaned.values.values(), *cleaned.custom.values())]
    everything = "".join("".join(pieces(value)) for value in kept)
    if all(piece in everything for piece in pieces(text)):
        return True
    value = cleaned.values.get(field)
    digits = re.sub(r"\D", "", text)
    country = str(cleaned.values.get("country", "US"))
    if field == "country":
        return country_code(text) == value
    if field == "state":
        return value in (state_code(text, country), state_code(text, "US"), (state_anywhere(text) or ("", ""))[1])
    if field == "created_at":
        return value in (moment(text, "mdy", UTC), moment(text, "dmy", UTC))
    if field in ("phone", "mobile"):
        return bool(value) and (digits.lstrip("0")[:6] in re.sub(r"\D", "", str(value)) or "e" in text.lower())
    if field in ("street", "city"):
        return all(piece in everything or country_code(piece) or state_anywhere(piece) for piece in pieces(text))
    if field == "email":
        return "@" in str(value)
    if field == "postal_code":
        return "0" + digits in everything
    return value in (amount(text), amount(text, decimal_comma=True), answer(text, opt_out=field != "consent"))


@given(ROWS, st.dictionaries(st.text(max_size=8), CELLS, max_size=2), SPLITS, st.sampled_from(["US", "DE", None]))
@settings(max_examples=150, deadline=None)
def test_every_cell_is_findable_afterwards(
    raw: dict[str, str], custom: dict[str, str], split: dict[str, str], country: str | None
) -> None:
    cleaned = clean(raw, custom, split=split, country=country)
    assert [(field, cell) for field, cell in raw.items() if not findable(field, cell, cleaned)] == []
    assert all(str(value) for value in cleaned.values.values())
    assert all(cleaned.custom.values())


@given(ROWS)
@settings(max_examples=150, deadline=None)
def test_cleaning_what_is_clean_changes_nothing(raw: dict[str, str]) -> None:
    once = clean(raw).values
    again = clean({field: str(value) for field, value in once.items()}).values
    assert again == once


@given(st.text(max_size=60))
def test_text_keeps_its_characters_but_for_controls_and_blanks(text: str) -> None:
    kept = clean({"company": text}, {"note": text})
    said = "".join(str(kept.values.get("company", "")).split())
    unsaid = "".join(c for c in text if not ("\x00" <= c < " " or "\x7f" <= c <= "\x9f"))
    assert "company" not in kept.values or said == "".join(unsaid.split())


@pytest.mark.parametrize(
    "cell", ["a," * 500_000, " \t" * 500_000 + "x", "@" * 1_000_000, "1" * 1_000_000, "(504) 621-8927 " * 50_000]
)
def test_a_huge_cell_takes_no_time_and_is_not_lost(cell: str) -> None:
    for field in KEPT_AS:
        cleaned = clean({field: cell}, split={"street": "address", "city": "city state"})
        assert any(len(str(text)) > 0 for text in (*cleaned.values.values(), *cleaned.custom.values()))
