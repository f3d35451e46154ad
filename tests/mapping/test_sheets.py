"""Headers that only the rest of their sheet explains."""

import pytest

from leadtrack.mapping import propose


def fields(headers, rows=()):
    return [column.field for column in propose(headers, rows)]


def test_what_columns_share_before_brackets_is_read_with_the_brackets():
    headers = ["Name (First)", "Name (Last)", "Address (City)", "Address (ZIP / Postal Code)", "Name (Suffix)"]
    assert fields(headers) == ["first_name", "last_name", "city", "postal_code", None]


def test_a_note_in_brackets_is_a_note_where_nobody_shares_it():
    assert fields(["Email (required)", "Tel (m)", "Phone (work)"]) == ["email", "mobile", "phone"]


def test_the_user_is_the_seller_where_there_is_an_invitee():
    headers = ["User Name", "User Email", "Invitee Name", "Invitee Email"]
    assert fields(headers) == [None, None, "full_name", "email"]


def test_a_header_without_a_role_comes_before_one_with_a_role_in_any_order():
    assert fields(["Buyer First Name", "Buyer Email", "First Name", "Email"]) == [None, None, "first_name", "email"]


def test_an_email_that_repeats_loses_to_one_that_varies():
    rows = [["dana@us.com", f"{name}@x{name}.com"] for name in "abcdef"]
    assert fields(["Work Email", "Other Email"], rows) == [None, "email"]


def test_a_strange_word_that_columns_begin_with_is_the_lead():
    headers = ["Zorgvrager Voornaam", "Zorgvrager Achternaam", "Zorgvrager Telefoon"]
    assert fields(headers) == ["first_name", "last_name", "phone"]


def test_a_strange_word_is_somebody_else_where_the_lead_has_a_name():
    assert fields(["First Name", "Last Name", "Zorgvrager Voornaam", "Zorgvrager Achternaam"])[2:] == [None, None]


def test_the_first_owner_of_a_property_is_the_lead():
    headers = ["Owner 1 First Name", "Owner 1 Last Name", "Owner 2 First Name", "Phone 1"]
    assert fields(headers) == ["first_name", "last_name", None, "phone"]


def test_the_parts_of_one_address_are_taken_and_not_of_two():
    headers = ["Billing Address", "Billing City", "Site Address", "Site City", "Site Zip"]
    assert fields(headers) == [None, None, "street", "city", "postal_code"]


def test_a_trade_is_the_owner_where_a_few_people_take_turns():
    people = [["Dana Whitfield"], ["Luis Ferrer"], ["Dana Whitfield"], ["Luis Ferrer"]]
    assert fields(["Loan Officer"], people) == ["owner"]
    assert fields(["Loan Officer"], [["Ann Fox"], ["Bo Lee"], ["Cy Poe"], ["Di Roe"]]) == [None]


def test_other_peoples_trades_are_nobody_of_ours():
    rows = [["312-555-0101", "lena@books.com", "Moe Bell"]] * 3
    assert fields(["Realtor Phone", "Bookkeeper Email", "Second Executive"], rows) == [None, None, None]


@pytest.mark.parametrize("tax_id", ["12.345.678/0001-90", "123.456.789-09"])
def test_a_tax_id_is_no_telephone_number(tax_id):
    assert fields(["CNPJ", "Column B"], [[tax_id, tax_id]] * 3) == [None, None]


def test_a_meeting_has_no_city():
    assert fields(["Location"], [["Zoom"], ["Phone call"], ["Zoom"]]) == [None]


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("Hi! What's your *first name*?", "first_name"),
        ("Which company are you with?", "company"),
        ("What's the best number to reach you on?", "phone"),
        ("How many people work at your company?", "employees"),
        ("Who referred you?", "referred_by"),
        ("Wie sind Sie auf uns aufmerksam geworden?", "source"),
        ("Comment nous avez-vous connus ?", "source"),
        ("¿Cómo nos conociste?", "source"),
        ("Como ficou sabendo da gente?", "source"),
        ("Come ci hai conosciuto?", "source"),
        ("Hoe heeft u ons gevonden?", "source"),
        ("What problem are you trying to solve?", None),
        ("What's your budget?", None),
    ],
)
def test_what_a_form_asks_for(question, field):
    assert fields([question]) == [field]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("CustHmPhnNbr", "phone"),
        ("SlsRepNm", "owner"),
        ("LeadStatCd", "status"),
        ("CrtTs", "created_at"),
        ("CNTCT_FRST_NM", "first_name"),
        ("Cmpny", "company"),
        ("Desig.", "title"),
        ("custom.Lead Source", "source"),
        ("status_label", "status"),
        ("Angebotssumme", "value"),
        ("Offertebedrag", "value"),
        ("Parrainé par", "referred_by"),
        ("Booth Notes", "notes"),
        ("Notes Count", None),
        ("Question 1", None),
    ],
)
def test_short_glued_and_foreign_headers(header, field):
    assert fields([header]) == [field]


def test_typos_are_no_typos_where_the_values_say_otherwise():
    assert fields(["Ctiy", "Interet"], [["Salem", "Hot"], ["Dayton", "Cold"], ["Xenia", "Warm"]]) == ["city", None]
