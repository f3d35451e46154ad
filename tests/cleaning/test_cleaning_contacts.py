"""E-mail addresses and telephone numbers: the quick way beside the libraries, and what people type."""

import random

import phonenumbers
import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from leadtrack import emails, phones


def by_email_validator(text: str) -> str | None:
    try:
        return validate_email(text, check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return None


def by_phonenumbers(text: str, region: str) -> str | None:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{plain};ext={number.extension}" if number.extension else plain


LOCALS = st.text(alphabet="abXY019._-+'!é ", min_size=1, max_size=12)
DOMAINS = st.lists(st.text(alphabet="abX01-é_", min_size=1, max_size=6), min_size=1, max_size=3).map(".".join)
ENDINGS = st.sampled_from(
    [".com", ".COM", ".de", ".c", ".1", "", ".test", ".local", ".onion", ".xn--p1ai", ".museum", "."]
)


@given(st.builds("{}@{}{}".format, LOCALS, DOMAINS, ENDINGS))
def test_an_address_is_what_email_validator_says(text: str) -> None:
    assert emails.valid(text) == by_email_validator(text)
    assert emails.quick(text) in (None, by_email_validator(text))


@pytest.mark.parametrize(
    ("cell", "addresses"),
    [
        ("Ann@X.com", ["ann@x.com"]),
        ("ann(at)x.com", ["ann@x.com"]),
        ("ann [at] x [dot] com", ["ann@x.com"]),
        ("ann at example dot com", ["ann@example.com"]),
        ("Ann Lee <Ann@X.com>", ["ann@x.com"]),
        ("mailto:ann@x.com?subject=hi", ["ann@x.com"]),
        ("ann@x.com.", ["ann@x.com"]),
        ("ann @ x . com", ["ann@x.com"]),
        ("ann@x.com; bob@x.com", ["ann@x.com", "bob@x.com"]),
        ("ann@x.com/bob@x.com", ["ann@x.com", "bob@x.com"]),
        ("müller@exämple.de", ["müller@exämple.de"]),
        ("ann@doe.invalid", []),
        ("meet me at noon", []),
        ("n/a", []),
    ],
)
def test_an_address_is_found_in_what_people_type(cell: str, addresses: list[str]) -> None:
    assert emails.read(cell)[0] == addresses


def test_what_stands_beside_an_address_is_told() -> None:
    assert emails.read("Ann Lee <ann@x.com>") == (["ann@x.com"], "Ann Lee")


def test_a_known_misspelling_has_a_proposal_and_a_real_domain_has_none() -> None:
    assert emails.proposal("gmial.com") == "gmail.com"
    assert emails.proposal("acme.con") == "acme.com"
    for domain in ("gmail.com", "mail.com", "ymail.com", "acme.co", "gmx.com"):
        assert emails.proposal(domain) is None


def american_numbers(count: int) -> list[str]:
    chance = random.Random(11)
    return [
        chance.choice(["", "", "+1", "1", "1-", "+1 ", "+1 (", "(", "+", "0"])
        + f"{chance.randint(100, 999)}"
        + chance.choice(["", "-", " ", ".", ") ", " - "])
        + f"{chance.randint(0, 999):03d}"
        + chance.choice(["", "-", " ", "."])
        + f"{chance.randint(0, 9999):04d}"
        + chance.choice(["", "", "", " x12", "x345", " ext. 6", " extension 78"])
        for _ in range(count)
    ]


def test_the_quick_way_answers_as_phonenumbers_does() -> None:
    numbers = american_numbers(1500)
    quick = [(text, phones.quick(text, region)) for text in numbers for region in ("US", "CA", "PR")]
    decided = [(text, number) for text, number in quick if number is not None]
    assert len(decided) > 900
    assert [(text, number) for text, number in decided if number != by_phonenumbers(text, "US")] == []


def test_a_number_in_a_cell_is_the_one_that_phonenumbers_reads() -> None:
    differing = [
        text
        for text in american_numbers(1000)
        if (phones.read(text, "US", "US")[0] or [None])[0] != by_phonenumbers(text, "US")
    ]
    assert differing == []


@pytest.mark.parametrize(
    ("cell", "region", "numbers"),
    [
        ("504.621.8927", "US", ["+15046218927"]),
        ("(504) 621-8927 x3", "US", ["+15046218927;ext=3"]),
        ("5046218927.0", "US", ["+15046218927"]),
        ("4.155550123E9", "US", ["+14155550123"]),
        ("4.16E+09", "US", []),
        ("p:+16175551234", "US", ["+16175551234"]),
        ("001-504-621-8927", "US", ["+15046218927"]),
        ("0044 20 7946 0958", "US", ["+442079460958"]),
        ("+52 1 999 555 1501", "US", ["+529995551501"]),
        ("+44 (0)20 7946 0958", "US", ["+442079460958"]),
        ("03581/555010", "DE", ["+493581555010"]),
        ("504-621-8927 or 504-845-1427", "US", ["+15046218927", "+15048451427"]),
        ("504-621-8927 504-845-1427", "US", ["+15046218927", "+15048451427"]),
        ("+91 90000 40001 / 90000-40002", "US", ["+919000040001", "+919000040002"]),
        ("1-800-FLOWERS", "US", ["+18003569377"]),
        ("555-123-4567", "US", ["+15551234567"]),
        ("621-8927", "US", []),
        ("030 1234567", "US", []),
        ("01 42 68 53 00", "CA", []),
        ("+15736562741345", "US", []),
        ("n/a", "US", []),
    ],
)
def test_numbers_are_found_in_what_people_type(cell: str, region: str, numbers: list[str]) -> None:
    assert phones.read(cell, region, "US")[0] == numbers


def test_a_remark_beside_a_number_is_told() -> None:
    assert phones.read("504-621-8927 (cell)", "US", "US") == (["+15046218927"], "504-621-8927 (cell)", "")
    assert phones.read("tel. 504-621-8927", "US", "US") == (["+15046218927"], "", "")


@given(st.text(max_size=50))
def test_no_cell_breaks_the_readers(text: str) -> None:
    emails.read(text)
    phones.read(text, "US", "US")


def test_ten_digits_that_a_spreadsheet_made_a_decimal_number_are_no_foreign_number() -> None:
    # read with its decimal, 313577503-0.0 would be one of the Netherlands
    assert phones.read("3135775030.0", "US", "US") == (["+13135775030"], "", "number format undone")
    assert phones.quick("504621892.0", "US") is None


@given(
    st.from_regex(r"\A[2-9][0-9]{2}\Z"),
    st.from_regex(r"\A[0-9]{3}\Z"),
    st.from_regex(r"\A[0-9]{4}\Z"),
    st.sampled_from(
        ["({}) {}-{} x12", "{}-{}-{} x123", "+1 {} {} {}, x9", "{}.{}.{}x1234", "{}/{}-{}", "({}) / {} {}"]
    ),
)
def test_a_quick_extension_or_slash_is_read_as_the_thorough_way_does(
    area: str, middle: str, end: str, form: str
) -> None:
    text = form.format(area, middle, end)
    assert phones.quick(text, "US") == by_phonenumbers(text, "US")


@given(st.builds("{}@{}{}".format, LOCALS, DOMAINS, ENDINGS))
def test_an_address_beyond_suspicion_is_plain_and_nobody_mistyped_it(text: str) -> None:
    address = emails.unsuspected(text)
    assert address is None or (address == emails.quick(text) and emails.proposal(address.partition("@")[2]) is None)


def test_mistyped_domains_and_names_without_mail_are_suspected() -> None:
    for text in ("ann@gmial.com", "ann@acme.con", "ann@acme.local", "ann@localhost", "ann@acme"):
        assert emails.unsuspected(text) is None
    assert emails.unsuspected("Ann.Lee@Acme.com") == "ann.lee@acme.com"
