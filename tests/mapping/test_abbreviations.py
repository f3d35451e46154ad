"""Headers that say little by themselves: short forms, ids, and what only the values tell."""

import pytest

from leadtrack.mapping import propose


def field(header, values, beside=()):
    headers = [header, *(name for name, _ in beside)]
    columns = [values, *(cells for _, cells in beside)]
    rows = [[cells[place % len(cells)] for cells in columns] for place in range(max(6, len(values)))]
    return propose(headers, rows)[0].field


TOWNS, NUMBERS, DEPARTMENTS = ["Bergamo", "Bari", "Lecce"], ["4", "12", "60"], ["Acquisti", "Vendite", "HR"]
STREETS = ["Via Roma 1", "Corso Italia 2", "Piazza Duomo 4"]


@pytest.mark.parametrize(
    ("header", "values", "expected"),
    [
        ("Loc.", TOWNS, "city"),
        ("Ind.", STREETS, "street"),
        ("Ind.", ["Meccanica", "Edilizia", "Trasporti"], "industry"),
        ("Dip.", NUMBERS, "employees"),
        ("Dip.", DEPARTMENTS, None),
        ("Sett. merceol.", ["Meccanica", "Edilizia"], "industry"),
        ("Telem.", ["919 010 213", "914 762 336"], "mobile"),
        ("N.º trab.", NUMBERS, "employees"),
        ("Ap. paterno", ["Hernández", "Castillo"], "last_name"),
        ("Cd.", ["Monterrey", "Puebla"], "city"),
        ("Prod.", ["Widget A", "Gadget B", "Widget A"], None),
        ("Ref.", ["A-123", "A-124"], None),
        ("Cod. cliente", ["C1", "C2"], None),
    ],
)
def test_the_values_tell_what_an_abbreviation_stands_for(header, values, expected):
    assert field(header, values) == expected


@pytest.mark.parametrize(
    ("header", "values", "expected"),
    [
        ("country_id", ["Nederland", "België"], "country"),
        ("country_id", ["17", "18"], None),
        ("user_id", ["Mark", "Joyce"], "owner"),
        ("user_id", ["0055f000004QkZrAAK", "0055f000007BvTdAAK"], None),
        ("user_id", ["anna", "bob_k", "carla", "dan_w", "eva", "finn"], None),
        ("stage_id", ["New", "Qualified"], "status"),
        ("campaign_id", ["Spring fair 2024", "Mailing"], "campaign"),
        ("Form ID", ["Contact form", "Quote form"], None),
    ],
)
def test_an_id_that_holds_names_is_what_it_refers_to(header, values, expected):
    assert field(header, values) == expected


@pytest.mark.parametrize(
    ("header", "values", "expected"),
    [
        ("06", ["06-77460699", "06-25593774"], "mobile"),
        ("SMS", ["33642464568", "33667207035"], "mobile"),
        ("Text Reminder Number", ["+18135551079", "+14805556448"], "mobile"),
        ("SMS count", ["3", "5"], None),
        ("Suivi", ["Pas intéressé pour le moment", "Veut un devis pour deux sites"], "notes"),
        ("Suivi", ["01/05/2024", "02/05/2024"], None),
        ("Dpt", ["64", "2A", "75"], "county"),
        ("Dpt", ["Achats", "RH"], None),
        ("Type of Business", ["LLC", "Corporation", "LLC"], None),
        ("Type of Business", ["Bakery", "Plumbing"], "industry"),
        ("MA", NUMBERS, "employees"),
        ("Stand Notes", ["Wants a demo next week", "Send the brochure please"], "notes"),
        ("hs_lead_status", ["NEW", "OPEN"], "status"),
        ("NUMBEROFEMPLOYEES", NUMBERS, "employees"),
        ("Valor proposta s/ IVA", ["41.500", "67.000"], "value"),
        ("trustedform_url", ["https://cert.trustedform.com/a", "https://cert.trustedform.com/b"], None),
    ],
)
def test_header_and_values_decide_together(header, values, expected):
    assert field(header, values) == expected


def test_a_column_of_refusals_is_an_opt_out_and_one_that_also_permits_is_none():
    assert field("Ring?", ["don't ring", "do not call"]) == "opt_out_phone"
    assert field("Ring?", ["yes", "don't ring"]) is None


def test_who_refused_text_messages_is_not_called_unless_calls_have_a_column():
    answers = ["yes", "no"]
    assert field("SMS opt-out", answers) == "opt_out_phone"
    assert field("SMS opt-out", answers, [("Do not call", answers)]) is None
    assert field("SMS opt-in", answers) is None


def test_an_answer_is_read_under_its_question():
    questions = [("Question 1", ["Company name"])]
    assert field("Response 1", ["Acme Inc", "Foo LLC"], questions) == "company"
    assert field("Response 1", ["9", "10"], [("Question 1", ["What is your shoe size?"])]) is None


def test_an_address_under_a_prefix_is_the_leads_where_there_is_no_other():
    parts = ["Street Address", "City", "State / Province", "ZIP / Postal Code"]
    headers = [f"Project Address ({part})" for part in parts]
    rows = [["1 Oak St", "Tulsa", "Oklahoma", "74113"]] * 3
    assert [column.field for column in propose(headers, rows)] == ["street", "city", "state", "postal_code"]


def test_portuguese_districts_are_states_and_municipalities_counties():
    headers = ["Localidade", "Concelho", "Distrito"]
    assert [column.field for column in propose(headers, [["Azeitão", "Setúbal", "Setúbal"]] * 3)] == [
        "city",
        "county",
        "state",
    ]
