"""A sheet that was not written for the United States, taken in by a team there: no chance ZIP becomes a fact."""

import pytest


@pytest.fixture
def office(cli):
    cli.ok("rep", "add", "Ann Reyes")
    cli.ok("territory", "add", "Ann Reyes", "--zip", "10115")
    cli.ok("territory", "add", "Ann Reyes", "--state", "NY,AR,MA,FL")
    return cli


def places(cli):
    return cli.rows("SELECT full_name, county, state, postal_code, country FROM leads ORDER BY id")


def test_a_german_postal_code_is_no_zip(office, sheet):
    rows = [["Vorname", "Nachname", "PLZ", "Ort"], ["Eva", "Koch", "10115", ""], ["Jan", "Roth", "70173", "Stuttgart"]]
    shown = office.ok("import", sheet(rows), "--assign")
    assert "PLZ: not written for the United States" in shown.out
    assert places(office) == [("Eva Koch", None, None, "10115", None), ("Jan Roth", None, None, "70173", None)]
    assert "2 leads left without a rep, nobody covers: 10115, country unknown (1), Stuttgart, 70173" in shown.err
    assert "Ann Reyes" not in office.ok("territory", "who", "#1").out
    assert "country unknown" in office.ok("territory", "check").out
    assert "US" not in office.ok("report", "funnel", "--by", "territory").out


def test_the_zip_of_an_american_sheet_fills_the_rest(office, sheet):
    shown = office.ok("import", sheet([["First Name", "Last Name", "Zip"], ["Eva", "Koch", "10115"]]), "--assign")
    assert "not written for" not in shown.out
    assert places(office) == [("Eva Koch", "New York County", "NY", "10115", "US")]
    assert "Ann Reyes 1" in shown.err


def test_a_state_or_city_in_which_the_zip_lies_says_that_it_is_one(office, sheet):
    rows = [
        ["Nombre", "Apellido", "Ciudad", "Estado", "Código postal"],
        ["Ana", "Ruiz", "", "FL", "33101"],
        ["Luis", "Paz", "Miami", "", "33101"],
        ["Eva", "Mar", "", "MA", "1960"],
        ["Sol", "Gil", "Madrid", "", "28013"],
        ["Iru", "Paz", "", "", "33101"],
    ]
    office.ok("import", sheet(rows), "--assign")
    assert places(office) == [
        ("Ana Ruiz", "Miami-Dade County", "FL", "33101", "US"),
        ("Luis Paz", "Miami-Dade County", "FL", "33101", "US"),
        ("Eva Mar", "Essex County", "MA", "01960", "US"),
        ("Sol Gil", None, None, "28013", None),
        ("Iru Paz", None, None, "33101", None),
    ]
    assert office.rows("SELECT count(*) FROM assignments") == [(3,)]


def test_a_country_in_the_sheet_goes_before_its_headers(office, sheet):
    rows = [["Name", "PLZ", "Land"], ["Eva Koch", "10115", "USA"], ["Jan Roth", "10115", "Deutschland"]]
    office.ok("import", sheet(rows), "--assign")
    assert places(office) == [
        ("Eva Koch", "New York County", "NY", "10115", "US"),
        ("Jan Roth", None, None, "10115", "DE"),
    ]
    assert office.rows("SELECT lead_id FROM assignments") == [(1,)]


def test_very_many_leads_are_handed_out_the_same_way(office, sheet):
    office.ok("import", sheet([["Name", "PLZ"], *[[f"Eva K{n}", "10115"] for n in range(60)]], "plz.csv"))
    office.ok("import", sheet([["Name", "Zip"], *[[f"Ann Z{n}", "10115"] for n in range(60)]], "zip.csv"))
    assert "60 leads assigned" in office.ok("assign").err
    assert office.rows("SELECT min(lead_id), max(lead_id) FROM assignments") == [(61, 120)]


def test_who_names_the_country_later_gets_a_rep(office, sheet):
    office.ok("import", sheet([["Name", "PLZ"], ["Eva Koch", "10115"]]), "--assign")
    office.ok("edit", "1", "country=US")
    assert "Ann Reyes" in office.ok("assign").err


def test_no_clock_of_new_york_is_kept_for_it(office, sheet):
    office.ok("import", sheet([["Name", "PLZ", "Telefon"], ["Eva Koch", "10115", "+49 30 901820"]]))
    assert office.json("calling", "check", "1")["taken_from"] == "its telephone number"


def test_telephones_dates_and_sums_are_not_read_as_american(office, sheet):
    rows = [["Nom", "Code postal", "Téléphone", "Date de création", "Montant"],
            ["Eve Roux", "75001", "01 42 68 53 00", "03/04/2025", "12.500"]]  # fmt: skip
    office.ok("import", sheet(rows))
    assert office.rows("SELECT phone, created_at, value FROM leads") == [(None, "2025-04-03", 12500.0)]
    assert "01 42 68 53 00" in office.rows("SELECT custom FROM leads")[0][0]


def test_a_team_elsewhere_reads_its_own_dates(cli, sheet):
    cli.ok("settings", "country", "GB")
    cli.ok("import", sheet([["Name", "Created"], ["Eve Ray", "03/04/2025"]]))
    assert cli.rows("SELECT created_at FROM leads") == [("2025-04-03",)]


def test_the_note_is_told_in_json(office, sheet):
    (told,) = office.json("import", sheet([["Name", "Postcode"], ["Eva Koch", "2110"]]))
    assert told["notes"][0].startswith("Postcode: not written for the United States")
    assert places(office) == [("Eva Koch", None, None, "2110", None)]


def test_targets_of_such_a_list_are_read_likewise(office, sheet):
    office.ok(
        "target", "import", sheet([["Name", "PLZ", "Email"], ["Eva Koch", "10115", "e@k.example"]]), "--campaign", "M"
    )
    assert "state" not in office.rows("SELECT details FROM targets")[0][0]


def test_who_says_the_country_has_all_of_it_read(office, sheet):
    rows = [
        ["Ansprechpartner", "Telefon", "PLZ", "Land", "Datum", "Wert"],
        ["Eva Koch", "030 1234567", "10115", "", "03/04/2025", "12.500"],
        ["Ann Ray", "(617) 555-0111", "02110", "USA", "", ""],
    ]
    shown = office.ok("import", sheet(rows), "--country", "Germany", "--assign")
    assert "not written for" not in shown.out
    assert office.rows("SELECT phone, country, state, created_at, value FROM leads WHERE id = 1") == [
        ("+49301234567", "DE", None, "2025-04-03", 12500.0)
    ]
    assert office.rows("SELECT phone, country, state FROM leads WHERE id = 2") == [("+16175550111", "US", "MA")]
    assert office.rows("SELECT lead_id FROM assignments") == [(2,)]


def test_a_sheet_taken_in_again_with_its_country_fills_what_was_left_open(office, sheet):
    file = sheet([["Name", "E-Mail", "Telefon", "PLZ"], ["Eva Koch", "e@k.example", "030 1234567", "10115"]])
    office.ok("import", file)
    assert office.rows("SELECT phone, country FROM leads") == [(None, None)]
    assert "1 updated" in office.ok("import", file, "--country", "DE").err
    assert office.rows("SELECT phone, country FROM leads") == [("+49301234567", "DE")]
    assert "1 unchanged" in office.ok("import", file, "--country", "DE").err


def test_a_country_that_there_is_not_is_refused(office, sheet):
    told = office.refused("import", sheet([["Name"], ["Eva Koch"]]), "--country", "Narnia")
    assert "there is no country 'Narnia'" in told
    assert office.rows("SELECT count(*) FROM leads") == [(0,)]


AMERICAN = [
    ["First Name", "Last Name", "Phone", "City", "State", "Zip", "Created"],
    ["Ann", "Ray", "(617) 555-0111", "Boston", "MA", "02110", "03/04/2025"],
    ["Bob", "Lee", "212-555-0199", "New York", "NY", "10001", "03/24/2025"],
    ["Cy", "Fox", "4155550123", "", "", "94105", ""],
]


@pytest.mark.parametrize("home", ["DE", "GB", "FR"])
def test_a_team_elsewhere_reads_an_american_sheet_as_one(cli, sheet, home):
    cli.ok("settings", "country", home)
    assert "most rows lie in the United States" in cli.ok("import", sheet(AMERICAN)).out
    assert cli.rows("SELECT phone, state, country, created_at FROM leads ORDER BY id LIMIT 2") == [
        ("+16175550111", "MA", "US", "2025-03-04"), ("+12125550199", "NY", "US", "2025-03-24"),
    ]  # fmt: skip
    assert cli.rows("SELECT phone, state, country FROM leads WHERE id = 3") == [("+14155550123", "CA", "US")]


def test_it_is_read_otherwise_where_somebody_says_so(cli, sheet):
    cli.ok("settings", "country", "DE")
    assert "United States" not in cli.ok("import", sheet(AMERICAN), "--country", "DE").out
    assert cli.rows("SELECT country FROM leads WHERE id = 3") == [("DE",)]


def test_an_italian_sheet_of_trento_is_not_american(cli, sheet):
    """38122 is a ZIP of Memphis, and TN both Tennessee and the province of Trento."""
    cli.ok("settings", "country", "IT")
    rows = [["Nome", "Telefono", "Città", "Prov.", "CAP"], ["Ada Zeni", "0461 123456", "Trento", "TN", "38122"]]
    assert "United States" not in cli.ok("import", sheet(rows)).out
    assert cli.rows("SELECT phone, country FROM leads") == [("+390461123456", None)]
    without_city = [["Name", "Phone", "Province", "Zip"], ["Ada Zeni", "0461 123456", "TN", "38122"]]
    cli.ok("import", sheet(without_city, "zip.csv"), "--dry-run")


def test_a_german_sheet_of_a_german_team_stays_german(cli, sheet):
    cli.ok("settings", "country", "DE")
    rows = [["Name", "Phone", "City", "Zip"], ["Eva Koch", "030 1234567", "Berlin", "10115"],
            ["Jan Roth", "0711 22334455", "Stuttgart", "70173"]]  # fmt: skip
    assert "United States" not in cli.ok("import", sheet(rows)).out
    assert cli.rows("SELECT phone FROM leads ORDER BY id") == [("+49301234567",), ("+4971122334455",)]


def test_the_letters_before_a_postal_code_name_the_country(cli, sheet):
    rows = [["Name", "Phone", "Postcode"], ["Eva Koch", "030 1234567", "D-10115"], ["Uli Egli", "", "CH-8001"],
            ["Di Vis", "", "NL-1234 AB"], ["Fay Day", "", "D-1011"], ["Del Roe", "", "DE-19801"]]  # fmt: skip
    cli.ok("import", sheet(rows))
    assert cli.rows("SELECT postal_code, country FROM leads ORDER BY id") == [
        ("10115", "DE"), ("8001", "CH"), ("1234 AB", "NL"), ("D-1011", None), ("DE-19801", None),
    ]  # fmt: skip
    assert cli.rows("SELECT phone FROM leads WHERE id = 1") == [("+49301234567",)]


def test_targets_may_be_said_to_lie_somewhere(office, sheet):
    rows = [["Name", "PLZ", "Email", "Telefon"], ["Eva Koch", "10115", "e@k.example", "030 1234567"]]
    office.ok("target", "import", sheet(rows), "--campaign", "M", "--country", "DE")
    office.ok("target", "answered", "Eva Koch")
    assert office.rows("SELECT country, state, phone FROM leads") == [("DE", None, "+49301234567")]


def test_a_post_code_beside_american_telephones_is_a_zip(cli, sheet):
    rows = [["Name", "Mobile No.", "Post Code"], ["Nora Quist", "+1 (503) 555-0114", "97201"],
            ["Ivo Marek", "503.555.0190", "97209"]]  # fmt: skip
    assert "not written for" not in cli.ok("import", sheet(rows)).out
    assert places(cli)[0] == ("Nora Quist", "Multnomah County", "OR", "97201", "US")


def test_italian_mobiles_are_no_american_telephones_by_chance(cli, sheet):
    rows = [["Nome", "Cellulare", "CAP"], ["Ada Neri", "347 234 5678", "20121"], ["Ugo Rossi", "339 876 5432", "20122"]]
    assert "CAP: not written for the United States" in cli.ok("import", sheet(rows)).out
    assert places(cli)[0] == ("Ada Neri", None, None, "20121", None)
