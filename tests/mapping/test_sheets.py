"""Headers that only the rest of their sheet explains."""

import pytest

from leadtrack.mapping import gatherer, propose


def fields(headers, rows=()):
    return [column.field for column in propose(headers, rows)]


def test_what_columns_share_before_brackets_is_read_with_the_brackets():
    headers = ["Name (First)", "Name (Last)", "Address (City)", "Address (ZIP / Postal Code)", "Name (Suffix)"]
    assert fields(headers) == ["first_name", "last_name", "city", "postal_code", None]


def test_a_note_in_brackets_is_a_note_where_nobody_shares_it():
    assert fields(["Email (required)", "Tel (m)", "Phone (work)"]) == ["email", "mobile", "phone"]


def test_the_user_is_the_seller_where_there_is_an_invitee():
    headers = ["User Name", "User Email", "Invitee Name", "Invitee Email"]
    assert fields(headers) == ["owner", None, "full_name", "email"]


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


def test_where_only_a_parent_can_be_reached_the_parent_is_the_lead():
    headers = ["Child's First Name", "Parent/Carer name", "Parent email", "Parent mob", "2nd parent email"]
    assert fields(headers) == [None, "full_name", "email", "mobile", None]
    assert fields(["Student Name", "Email", "Parent Name", "Parent Email"]) == ["full_name", "email", None, None]


def test_an_owner_who_is_another_in_each_row_is_the_lead_and_the_rep_is_the_owner():
    rows = [[f"{name}, Ann", rep] for name, rep in zip(FAMILIES, ["Mary", "Bob"] * 4, strict=True)]
    assert fields(["OwnerName1", "Rep"], rows) == ["full_name", "owner"]
    assert fields(["Owner", "Rep"], [[rep, "x"] for _, rep in rows])[0] == "owner"


FAMILIES = ["Smith", "Jones", "Brown", "White", "Green", "Black", "Young", "King"]


@pytest.mark.parametrize(
    ("headers", "row", "street"),
    [
        (["street_number", "address_1", "address_2"], ["8", "Stanley Street", "Miami"], "8 Stanley Street, Miami"),
        (["Straße", "Hausnr."], ["Hauptstr.", "12a"], "Hauptstr. 12a"),
        (["Endereço", "Número", "Complemento"], ["Rua das Flores", "120", "Apto 51"], "Rua das Flores 120, Apto 51"),
        (["Street#", "Street Nm"], ["12", "Elm St"], "12 Elm St"),
        (["Address", "Address 2"], ["1 Oak St", "12"], "1 Oak St, 12"),
    ],
)
def test_a_house_number_and_its_street_are_one_street(headers, row, street):
    rows = [row, row, row]
    assert gatherer(propose(headers, rows))(row)[0] == {"street": street}


def test_the_headers_of_the_febrl_sets_are_read():
    headers = ["rec_id", "given_name", "surname", "suburb", "postcode", "state", "date_of_birth", "soc_sec_id"]
    assert fields(headers) == [None, "first_name", "last_name", "city", "postal_code", "state", None, None]


@pytest.mark.parametrize(
    ("header", "values", "field"),
    [
        ("Medio", ["Facebook", "Página web", "Recomendado", "Expo"], "source"),
        ("Portal de origen", ["Fotocasa", "Idealista", "Web propia", "Escaparate"], "source"),
        ("how warm?", ["warm", "hot", "cold", "hot"], "rating"),
        ("Priorität (A/B/C)", ["A", "C", "B", "A"], "rating"),
        ("Priority", ["High", "Low", "High", "Low"], None),
        ("Budget estimé", ["4 000 €", "13 000 €", "6 000 €", "900 €"], "value"),
        ("What is your budget?", ["$10k-$25k", "under_$10k", "$50k+", "$25k-$50k"], "value"),
        ("What is your budget?", ["tight", "fine", "none yet", "ask me"], None),
        ("$$ est", ["$500", "$12,000", "2k", "$900"], "value"),
        ("Designation", ["MBA", "PhD", "ACA", "MBA"], None),
        ("Designation", ["CFO", "Buyer", "Owner", "Clerk"], "title"),
        ("Offc #", ["438-982-7507", "+12612046634", "(312) 555-0101", "312.555.0102"], "phone"),
        ("whos rep", ["Denise", "Rob", "Denise", "Rob"], "owner"),
        ("Staff", ["Mary Ann", "James Hill", "Mary Ann", "James Hill"], "owner"),
        ("Staff", ["12", "40", "7", "9"], "employees"),
        ("Clicked", ["1", "3", "2", "7"], None),
        ("Facts", ["Facebook", "blue", "seven", "Friday"], None),
        ("Tel. casa", ["55 1725 5026", "81 9777 6105", "33 3807 6074", "81 1326 1549"], "phone"),
        ("Ciclo escolar", ["2025-2026", "2024-2025", "2023-2024", "2026-2027"], None),
        ("Called 1", ["01/25", "08/16", "07/29", "11/24"], None),
        ("Cand name", ["Zoe Smith", "Isla Barker", "Fiona Jones", "Rhys Hughes"], "full_name"),
        ("Interest", ["hot", "cold", "warm", "hot"], "rating"),
        ("Role", ["Buyer", "Seller", "Tenant", "Landlord"], None),
        ("Role", ["CEO", "Buyer", "Office Manager", "Founder"], "title"),
        ("Price", ["$1,200", "$4,500", "$900", "$12,000"], "value"),
        ("Total", ["1200.50", "4500.00", "900.25", "75.10"], "value"),
        ("Total", ["3", "4", "2", "7"], None),
        ("from", ["Facebook", "Google", "The Knot", "WeddingWire"], "source"),
        ("Direct", ["01313 968912", "01682 637998", "01722 950298", "01673 590099"], "phone"),
        ("XING/LinkedIn", [f"https://www.linkedin.com/in/{name}" for name in "abcd"], "linkedin"),
    ],
)
def test_the_values_settle_what_a_header_leaves_open(header, values, field):
    assert fields([header], [[value] for value in values]) == [field]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("H/W/C", "rating"),
        ("CHAUD/TIEDE/FROID", "rating"),
        ("Interest (1-5)", "rating"),
        ("Intrest Level (H/M/L)", "rating"),
        ("Interés (alto/medio/bajo)", "rating"),
        ("Priority (H/M/L)", None),
        ("Q3 - Company Size", "employees"),
        ("Email #2", "email"),
        ("H/O NAME", "full_name"),
        ("ASP Vorname", "first_name"),
        ("Angebotssumme ca.", "value"),
        ("Montant estimé HT", "value"),
        ("Territory Mgr", "owner"),
        ("wer kümmert sich", "owner"),
        ("Estado civil", None),
        ("Resp Party", None),
        ("Segment Name", None),
        ("Vertragsart", None),
        ("SALESVOL", "annual_revenue"),
        ("CALLNOTES", "notes"),
        ("LAST_DISPO", "status"),
        ("Cognome e Nome", "full_name"),
        ("Deal $", "value"),
        ("Länderkz", "country"),
        ("First campaign", "campaign"),
        ("Interesse", None),
        ("Interested in", None),
        ("Kontoinhaber", None),
    ],
)
def test_glued_listed_and_joined_words(header, field):
    assert fields([header]) == [field]


def test_what_somebody_answered_comes_before_what_a_link_said():
    headers = ["utm_source", "How did you hear about us?"]
    assert fields(headers) == [None, "source"]
    assert fields(["utm_source"]) == ["source"]


def test_a_display_name_that_is_no_persons_is_the_company_beside_a_contact():
    firms = ["Ironwood Builders Inc.", "Evergreen Landscaping", "Prairie Foods Co.", "Quantum Freight"]
    people = ["Mary Patel", "Kevin Brown", "Laura Garcia", "Linda Lopez"]
    rows = [[firm, person] for firm, person in zip(firms, people, strict=True)]
    assert fields(["display_name", "primary_contact_name"], rows) == ["company", "full_name"]


def test_a_street_that_somebody_named_is_left_alone():
    rows = [["1 Oak St", "8", "Elm St"]] * 3
    columns = propose(["Where", "Street No", "Street Name"], rows, overrides={"Where": "street"})
    assert [column.field for column in columns] == ["street", None, None]


def test_of_two_partners_the_first_is_the_lead():
    headers = ["Bride/Partner1", "Groom/Partner2", "Partner1 email", "Partner2 email"]
    assert fields(headers) == ["full_name", None, "email", None]
    assert fields(["Name", "Partner 1 email", "Partner 2 email"]) == ["full_name", None, None]


def test_a_company_that_is_the_same_in_every_row_is_the_sellers_own():
    assert fields(["Dealer Name"], [["Northgate Ford"]] * 6) == [None]
    assert fields(["Company"], [["Northgate Ford"]] * 6) == ["company"]


def test_a_column_with_a_few_cells_filled_gives_way_to_one_that_most_leads_have():
    rows = [[f"{name}@mail{name}.com", f"{name}@firm{name}.com" if name == "a" else ""] for name in "abcdefgh"]
    assert fields(["Personal email", "Work email"], rows) == ["email", None]
    full = [[private, private.replace("mail", "firm")] for private, _ in rows]
    assert fields(["Personal email", "Work email"], full) == [None, "email"]


def test_a_flat_adds_to_its_street_and_is_no_street_alone():
    rows = [["Gran Vía 12", "3º B"], ["Calle Mayor 4", "2º izq."], ["Paseo 7", "1º A"]]
    assert fields(["Dirección", "Piso/Puerta"], rows) == ["street", "street"]
    assert fields(["Piso/Puerta"], [row[1:] for row in rows]) == [None]


def test_the_person_billed_is_another_than_the_lead():
    assert fields(["First Name", "Last Name", "Billing Contact Name"]) == ["first_name", "last_name", None]
    assert fields(["Preferred Name", "First Name", "Last Name"]) == [None, "first_name", "last_name"]


def test_all_the_employees_come_before_those_of_one_place():
    assert fields(["Employees (Single Site)", "Employees (All Sites)"]) == [None, "employees"]


def test_a_lead_name_beside_first_and_last_names_is_what_the_deal_is_called():
    people = [("Ana", "Salgado"), ("Rocío", "Medina"), ("Luis", "Barrios"), ("Eva", "Peña")]
    deals = [[f"Viveros {last}", first, last] for first, last in people]
    names = [[f"{last}, {first}", first, last] for first, last in people]
    headers = ["Nombre del prospecto", "Nombre", "Apellido"]
    assert fields(headers, deals) == [None, "first_name", "last_name"]
    assert fields(headers, names) == ["full_name", "first_name", "last_name"]


def test_a_department_is_no_state_and_a_mark_no_note():
    rows = [["Comercial", "8,5"], ["Compras", "6,0"], ["Financeiro", "9,0"], ["Vendas", "7,5"]]
    assert fields(["Depto.", "nota_teste"], rows) == [None, None]
    assert fields(["Depto."], [["CA"], ["TX"], ["NY"]]) == ["state"]


def test_what_a_lead_costs_is_no_place():
    assert fields(["costeLead", "prezzo_lead"], [["12,50", "9,00"], ["8,00", "11,50"], ["7,25", "9,90"]]) == [
        None,
        None,
    ]


def test_an_order_to_answer_belongs_to_the_question():
    assert fields(["Got a website? Drop the link here."], [["acme.com"], ["www.foo.org"], ["bar.io"]]) == ["website"]


def test_what_was_asked_is_notes_and_when_it_was_asked_is_since_when_we_know_them():
    sentences = [["We need 30 laptops, please call"], ["Quote for the roof of our barn"], ["Wants a demo next week"]]
    for header in ("Enquiry", "Anfrage", "Demande", "Richiesta"):
        assert fields([header], sentences) == ["notes"], header
        assert fields([header], [["2025-03-01"], ["2025-03-04"], ["2025-04-11"]]) == ["created_at"], header
        assert fields([header], [["Quote"], ["Demo"], ["Quote"], ["Support"]]) == [None], header


def test_what_a_job_is_to_be_done_is_no_profession():
    assert fields(["Job"], [["Gutters"], ["Repair - flashing"], ["Metal roof shed"], ["Skylight leak"]]) == [None]
    assert fields(["Job"], [["Office manager"], ["CEO"], ["Director"], ["Buyer"]]) == ["title"]


def test_the_columns_of_a_forms_own_making_are_not_the_leads():
    headers = ["your-name", "your-email", "menu-provincia", "_url", "_post_id", "_date"]
    rows = [["Ann Ray", "a@ray.it", "Milano", "https://acme.it/contatti", "12", "2025-03-01 10:12:00"]] * 3
    assert fields(headers, rows) == ["full_name", "email", "state", None, None, "created_at"]


def test_a_french_ste_with_its_accent_is_the_company():
    assert fields(["Sté", "Adresse"], [["Groupe Altéa", "4 rue Haute"], ["Cabinet Dumas", "1 rue Basse"]]) == [
        "company", "street",
    ]  # fmt: skip


def test_an_academic_title_is_no_job():
    assert fields(["Titel", "Position"], [["Dipl.-Ing.", "Leiter"], ["", "Inhaber"], ["Dr.", "Einkäufer"]]) == [
        None,
        "title",
    ]


def test_a_word_of_another_language_is_no_misspelling():
    headers = ["Prénom", "Nom", "Société", "Ville", "Ventes", "Commandes"]
    rows = [["Eve", "Roux", "Roux SARL", "Lyon", "12", "3"], ["Luc", "Petit", "Petit SA", "Nice", "4", "1"]]
    assert fields(headers, rows) == ["first_name", "last_name", "company", "city", None, None]
    assert fields(["Frist Name", "Compnay", "Ctiy"], [["Ann", "Acme Inc", "Boston"]]) == [
        "first_name",
        "company",
        "city",
    ]


def test_an_owner_who_is_another_in_each_row_is_not_ours():
    names = ["Ada", "Bea", "Cem", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida", "Jon"]
    rows = [[f"{name} Ray", f"{name} Berg", ("Ann Reyes", "Ben Cruz")[n % 2]] for n, name in enumerate(names)]
    assert fields(["Name", "Eigentümer", "Zuständiger Makler"], rows) == ["full_name", None, "owner"]
    assert fields(["Name", "Owner", "Agent"], rows) == ["full_name", None, "owner"]
    assert fields(["Name", "Owner"], [row[:2] for row in rows[:8]]) == ["full_name", "owner"]
    assert fields(["Name", "Lead Owner"], [row[:2] for row in rows]) == ["full_name", "owner"]


def test_a_landlord_is_the_lead_only_where_nobody_else_is():
    rows = [["Ann Ray", "Olaf Berg", "617-555-0111", "617-555-0112"], ["Bob Lee", "Ida Stone", "617-555-0113", ""]]
    assert fields(["Customer", "Landlord Name", "Home ph", "Tenant's ph"], rows) == ["full_name", None, "phone", None]
    assert fields(["Landlord Name", "Landlord Phone"], [[row[1], "617-555-0111"] for row in rows]) == [
        "full_name",
        "phone",
    ]


def test_where_the_house_for_sale_stands_is_not_where_the_lead_lives():
    rows = [["Ann Ray", "4 Oak St", "Salem", "$350,000"], ["Bob Lee", "9 Elm St", "Lynn", "$410,000"]]
    assert fields(["Name", "Property Address", "Property City", "List Price"], rows) == ["full_name", None, None, None]
    assert fields(["Name", "Property Address", "Property City"], [row[:3] for row in rows]) == [
        "full_name",
        "street",
        "city",
    ]


def test_numbers_of_leads_are_no_names():
    rows = [["Lead #2379", "Ana Gil"], ["Lead #2385", "Eva Paz"], ["Lead #2391", "Luis Mar"]]
    assert fields(["Nombre del lead", "Contacto principal"], rows) == [None, "full_name"]
    rows = [["Lead1", "Johnson"], ["Lead2", "Miller"], ["Lead3", "Wu"]]
    assert fields(["First Name", "Last Name"], rows) == ["first_name", "last_name"]


def test_a_line_of_insurance_and_an_electric_phase_are_what_they_are():
    rows = [["Ann Ray", "Auto", "P-1"], ["Bob Lee", "Home", "P-2"], ["Cy Fox", "Auto", "P-3"]]
    assert fields(["Name", "Line of Business", "Policy #"], rows) == ["full_name", None, None]
    assert fields(["Name", "Line of Business"], [row[:2] for row in rows]) == ["full_name", "industry"]
    assert fields(["Phase"], [["Single"], ["Three"], ["Single"]]) == [None]
    assert fields(["Phase"], [["New"], ["Won"], ["Lost"]]) == ["status"]


def test_somebodys_partner_is_no_company_and_odoos_partner_is_one():
    assert fields(["Name", "Partner's name"], [["Ann Ray", "Paul Ray"], ["Eva Lee", "Mark Lee"]]) == ["full_name", None]
    assert fields(["contact_name", "partner_name"], [["Ann Ray", "Acme Inc"], ["Eva Lee", "Foo GmbH"]]) == [
        "full_name", "company",
    ]  # fmt: skip


def test_a_few_words_that_are_no_streets_are_no_address():
    came = [["Ann", "Werkspot"], ["Bob", "buurman"], ["Cy", "Werkspot"], ["Di", "buurman"]]
    assert fields(["Naam", "Via"], came) == ["full_name", "source"]
    assert fields(["Nome", "Via"], [["Ann", "Via Roma 3"], ["Bob", "Via Verdi 1"]]) == ["full_name", "street"]
    sites = [["Anna Riva", "Bergamo Nord"], ["Ugo Riva", "Treviglio"]] * 2
    assert fields(["Nome", "Sede"], sites) == ["full_name", None]


def test_an_expected_date_is_no_creation():
    assert fields(["Name", "Est. date"], [["Ann", "09/18/2025"], ["Bob", "09/19/2025"]])[1] is None
