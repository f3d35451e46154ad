import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack.errors import BadRequest
from leadtrack.fields import FIELDS, LABELS
from leadtrack.mapping import Column, MappingError, gatherer, propose, splits


def fields(headers, rows=(), **options):
    return [column.field for column in propose(headers, rows, **options)]


def uses(headers, rows=(), **options):
    return [column.use for column in propose(headers, rows, **options)]


def test_every_field_has_a_label():
    assert tuple(LABELS) == FIELDS


def test_the_labels_of_our_own_fields_map_to_themselves():
    assert fields(list(LABELS.values())) == list(FIELDS)


def test_the_names_of_our_own_fields_map_to_themselves():
    assert fields(list(FIELDS)) == list(FIELDS)


def test_mapping_needs_no_rows():
    assert fields(["First Name", "E-Mail", "Zip"]) == ["first_name", "email", "postal_code"]


def test_two_addresses_in_one_row_become_a_field_and_a_custom_field():
    columns = propose(["E-mail 1 - Value", "E-mail 2 - Value"], [["a@b.com", "c@d.com"]])
    assert [(column.field, column.use) for column in columns] == [("email", "whole"), (None, "more")]
    assert gatherer(columns)(["a@b.com", "c@d.com"]) == ({"email": "a@b.com"}, {"E-mail 2 - Value": "c@d.com"})


def test_the_work_phone_comes_before_the_home_phone_and_the_other_is_kept():
    assert fields(["Home Phone", "Business Phone", "Mobile Phone"]) == [None, "phone", "mobile"]


def test_a_second_line_of_the_address_is_joined_to_the_first():
    columns = propose(["Address 1", "Address 2", "City"], [["1 Oak St", "Suite 4", "Salem"]])
    assert [column.use for column in columns] == ["whole", "join", "whole"]
    assert gatherer(columns)(["1 Oak St", "Suite 4", "Salem"])[0] == {"street": "1 Oak St, Suite 4", "city": "Salem"}


def test_a_second_address_is_not_a_second_line():
    headers = ["Business Street", "Business City", "Home Street", "Home City"]
    assert fields(headers) == ["street", "city", None, None]


def test_a_title_that_is_a_salutation_stays_custom():
    assert fields(["Title", "Job Title"], [["Mr.", "Buyer"], ["Mrs.", "CFO"]]) == [None, "title"]
    assert fields(["Title"], [["Mr."], ["Ms."], ["Dr."]]) == [None]
    assert fields(["Title"], [["CFO"], ["Buyer"]]) == ["title"]


def test_a_contact_that_is_a_telephone_number_is_the_phone():
    assert fields(["Contact", "Person"], [["312-555-0101", "Holly Marsh"], ["312-555-0102", "Ray Cruz"]]) == [
        "phone",
        "full_name",
    ]


def test_a_name_that_is_a_company_is_the_company():
    assert fields(["Name", "Contact"], [["Lake Print Inc", "Holly Marsh"], ["Windy LLC", "Ray Cruz"]]) == [
        "company",
        "full_name",
    ]


def test_an_address_that_is_an_email_address_is_the_email():
    assert fields(["Address"], [["holly@lake.com"], ["ray@windy.com"]]) == ["email"]


def test_a_phone_column_that_holds_email_addresses_is_the_email():
    assert fields(["Phone"], [["holly@lake.com"], ["ray@windy.com"]]) == ["email"]


def test_a_whole_address_in_one_cell_is_split():
    columns = propose(["Address"], [["1 Oak St, Springfield, IL 62704"], ["9 Elm Rd, Austin, TX 73301"]])
    assert splits(columns) == {"street": "address"}


@pytest.mark.parametrize("header", ["City, State, Zip", "city-state", "City / State"])
def test_a_city_with_its_state_is_split(header):
    assert splits(propose([header], [["Dayton, OH 45402"], ["Xenia, OH 45385"]])) == {"city": "city state"}


def test_an_address_of_cities_and_states_is_split_from_the_city():
    assert splits(propose(["address"], [["Liverpool NSW"], ["Penrith NSW"]])) == {"city": "city state"}


def test_other_peoples_columns_are_never_the_leads_own():
    headers = [
        "Mum email",
        "Spouse Phone",
        "Assistant's Name",
        "Emergency Contact Name",
        "Custom field state",
        "Ad name",
    ]
    rows = [["mum@x.com", "312-555-0101", "Pat Doe", "Jo Doe", "NSW", "Spring"]] * 3
    assert fields(headers, rows) == [None] * 6


def test_ids_stay_custom():
    assert fields(["Lead ID", "Account Id", "OwnerId", "Record ID - Contact", "Badge #"]) == [None] * 5


@pytest.mark.parametrize(
    ("typo", "field"),
    [
        ("Frist Name", "first_name"),
        ("Adress", "street"),
        ("Compnay", "company"),
        ("Emial", "email"),
        ("Phnoe", "phone"),
    ],
)
def test_typos_are_read_and_said_to_be_typos(typo, field):
    (column,) = propose([typo], [])
    assert column.field == field
    assert "typo" in column.why
    assert column.confidence < 0.9


def test_glued_and_suffixed_words_are_read():
    assert fields(["LeadSource", "Email__c", "CUSTNAME", "ZIPCODE"]) == ["source", "email", "full_name", "postal_code"]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (["Vorname", "Name", "Straße geschäftlich", "PLZ"], ["first_name", "last_name", "street", "postal_code"]),
        (["Prénom", "Nom", "Société", "Code postal"], ["first_name", "last_name", "company", "postal_code"]),
        (["Nombre", "Apellidos", "Correo electrónico", "Móvil"], ["first_name", "last_name", "email", "mobile"]),
        (["nome_completo", "número_de_telefone", "cidade", "cep"], ["full_name", "phone", "city", "postal_code"]),
        (["Ragione sociale", "Referente", "Città", "Nazione"], ["company", "full_name", "city", "country"]),
        (["Voornaam", "Achternaam", "Bedrijfsnaam", "Plaats"], ["first_name", "last_name", "company", "city"]),
    ],
)
def test_common_headers_of_six_languages_are_known(headers, expected):
    assert fields(headers) == expected


def test_estado_is_a_state_or_a_status_as_its_values_say():
    assert fields(["Estado"], [["SP"], ["RJ"], ["MG"]]) == ["state"]
    assert fields(["Estado"], [["Nuevo"], ["Contactado"]]) == ["status"]


def test_columns_without_headers_are_found_by_their_values():
    rows = [
        ["Carla", "Nunez", "carla@nunez.com", "(303) 555-0110", "Denver", "CO", "80202"],
        ["Peter", "Grant", "pgrant@hvac.com", "303-555-0121", "Boulder", "CO", "80301"],
    ]
    found = ["first_name", "last_name", "email", "phone", "city", "state", "postal_code"]
    assert fields([None] * 7, rows) == found


def test_names_are_unique_and_keep_the_header():
    columns = propose(["Phone", "phone ", None, "Last\nName"], [])
    assert [column.name for column in columns] == ["Phone", "phone (2)", "Column 3", "Last Name"]


def test_what_the_user_says_wins():
    columns = propose(
        ["Foo", "E-mail", "Bar"], [], overrides={" foo ": "Job title", "#2": "ignore", "Column 3": "email"}
    )
    assert [(column.field, column.use) for column in columns] == [
        ("title", "whole"),
        (None, "ignore"),
        ("email", "whole"),
    ]
    assert gatherer(columns)(["CFO", "x@y.z", "a@b.c"]) == ({"title": "CFO", "email": "a@b.c"}, {})


def test_a_header_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(MappingError, match="no column is called 'Nme'; the columns are: 'Name', 'Mail'"):
        propose(["Name", "Mail"], [], overrides={"Nme": "full_name"})


def test_a_field_that_is_not_there_is_refused_with_the_nearest():
    with pytest.raises(BadRequest, match="did you mean postal_code"):
        propose(["Zip"], [], overrides={"Zip": "postal_cod"})


def test_two_columns_for_one_field_are_refused():
    with pytest.raises(MappingError, match="both mapped to city"):
        propose(["A1", "B1"], [], overrides={"A1": "city", "B1": "city"})


def test_a_remembered_mapping_is_used_and_what_no_longer_fits_is_passed_over():
    columns = propose(["Foo", "Bar"], [], remembered={"Foo": "city", "Gone": "email", "Bar": "nonsense"})
    assert [column.field for column in columns] == ["city", None]
    assert columns[0].why == "as confirmed before"


def test_blank_cells_and_short_rows_are_nothing():
    columns = propose(["First Name", "Zebra", "Email"], [])
    assert gatherer(columns)(["Ann", " "]) == ({"first_name": "Ann"}, {})


headers = st.lists(
    st.one_of(st.none(), st.text(max_size=30), st.sampled_from(["Email", "Phone", "Name", "Do Not Call"]))
)


@given(headers, st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=4))
def test_any_sheet_is_mapped_with_unique_names_and_one_column_a_field(headers, rows):
    columns = propose(headers, rows)
    assert [column.position for column in columns] == list(range(len(headers)))
    assert len({column.name for column in columns}) == len(columns)
    whole = [column.field for column in columns if column.field and column.use != "join"]
    assert len(whole) == len(set(whole))
    assert all(column.field is None or column.field in FIELDS for column in columns)
    assert all(0 <= column.confidence <= 1 and isinstance(column, Column) for column in columns)


@given(headers, st.data())
def test_every_cell_that_is_not_blank_is_found_again(headers, data):
    cells = data.draw(st.lists(st.text(max_size=10), min_size=len(headers), max_size=len(headers)))
    raw, custom = gatherer(propose(headers, []))(cells)
    permissions = {"consent", "opt_out_email", "opt_out_phone"}
    kept = " ".join([*raw.values(), *custom.values()])
    for column, cell in zip(propose(headers, []), cells, strict=True):
        if cell.strip() and column.field not in permissions:
            assert cell.strip() in kept
