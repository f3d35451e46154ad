"""Names, addresses, countries, money and moments, each for itself."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack.addresses import british_code, canadian_code, split_address, split_city_state
from leadtrack.answers import answer
from leadtrack.countries import country_code, state_anywhere, state_code
from leadtrack.country_names import COUNTRY_NAMES
from leadtrack.moments import ORDERS, Moments, date_order, moment
from leadtrack.money import amount, head_count, lower_end, unit_of
from leadtrack.name_order import surnames
from leadtrack.names import Name, is_company, mend_case, split
from leadtrack.texts import is_tidy, tidy

NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("full", "name"),
    [
        ("Ann Lee", ("", "Ann", "Lee", "")),
        ("Dr. Ludwig van der Berg Jr.", ("Dr.", "Ludwig", "van der Berg", "Jr.")),
        ("Berg, Ludwig", ("", "Ludwig", "Berg", "")),
        ("Smith, Jr., John", ("", "John", "Smith", "Jr.")),
        ("John Smith, MD, PhD", ("", "John", "Smith", "MD, PhD")),
        ("Mr. Smith", ("Mr.", "", "Smith", "")),
        ("Herr Dr. Jürgen Müller", ("Herr Dr.", "Jürgen", "Müller", "")),
        ("Sr. Juan García", ("Sr.", "Juan", "García", "")),
        ("John F. Kennedy", ("", "John F.", "Kennedy", "")),
        ("Van Morrison", ("", "Van", "Morrison", "")),
        ("Anna Ma", ("", "Anna", "Ma", "")),
        ("Madonna", ("", "Madonna", "", "")),
    ],
)
def test_a_full_name_has_its_parts(full: str, name: tuple[str, str, str, str]) -> None:
    assert split(full) == Name(*name)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("JOHN", "John"), ("o'brien", "O'Brien"), ("MCDONALD", "McDonald"), ("VAN DER BERG", "van der Berg"),
        ("jean-luc", "Jean-Luc"), ("DE LA CRUZ", "de la Cruz"), ("MACDONALD", "MacDonald"),
        ("J.R. SMITH", "J.R. Smith"),
        ("john smith iii", "John Smith III"), ("VAN", "Van"), ("pEtEr", "pEtEr"), ("DeShawn", "DeShawn"),
        ("王小明", "王小明"),
        ("ÖZGÜR", "Özgür"),
    ],
)  # fmt: skip
def test_shouting_and_lower_case_are_mended_and_mixed_case_is_not(typed: str, mended: str) -> None:
    assert mend_case(typed) == mended


def test_two_capitals_of_a_first_name_are_initials() -> None:
    assert (mend_case("JJ", given=True), mend_case("NG")) == ("JJ", "Ng")


@given(st.text(max_size=30))
def test_mending_a_name_again_changes_nothing(text: str) -> None:
    assert mend_case(mend_case(text)) == mend_case(text)


def test_a_company_is_known_by_its_legal_form() -> None:
    for company in ("Acme Inc", "acme llc", "Bäckerei Groß GmbH", "Öko AG", "Smith & Sons", "Jan SA"):
        assert is_company(company), company
    for person in ("Lee Ag", "Incy Wincy", "Ann Lee", "Null", "Colin Corpus"):
        assert not is_company(person), person


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Boston, MA", {"city": "Boston", "state": "MA"}),
        ("Boston, MA 02110-1234", {"city": "Boston", "state": "MA", "postal_code": "02110-1234"}),
        ("Mumbai/Maharashtra", {"city": "Mumbai", "state": "Maharashtra"}),
        ("Liverpool NSW", {"city": "Liverpool", "state": "NSW"}),
        ("Toronto ON M5V 2T6", {"city": "Toronto", "state": "ON", "postal_code": "M5V 2T6"}),
        ("10115 Berlin", {"city": "Berlin", "postal_code": "10115"}),
        ("Paris, France", {"city": "Paris", "country": "France"}),
        ("Washington, D.C.", {"city": "Washington", "state": "D.C."}),
        ("Bengaluru", {"city": "Bengaluru"}),
        ("New York", {"city": "New York"}),
    ],
)
def test_city_and_state_are_told_apart(text: str, parts: dict[str, str]) -> None:
    assert split_city_state(text, "US") == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1 Main St, Suite 4, Boston, MA, 02110, USA",
         {"street": "1 Main St, Suite 4", "city": "Boston", "state": "MA", "postal_code": "02110", "country": "USA"}),
        ("1 Main St\nBoston, MA 02110",
         {"street": "1 Main St", "city": "Boston", "state": "MA", "postal_code": "02110"}),
        ("PO Box 12, Austin TX 78701",
         {"street": "PO Box 12", "city": "Austin", "state": "TX", "postal_code": "78701"}),
        ("Hauptstr. 7a, 02826 Görlitz, Deutschland",
         {"street": "Hauptstr. 7a", "city": "Görlitz", "postal_code": "02826", "country": "Deutschland"}),
        ("10 Downing St, London SW1A 2AA, UK",
         {"street": "10 Downing St", "city": "London", "postal_code": "SW1A 2AA", "country": "UK"}),
        ("Just a street 5", {"street": "Just a street 5"}),
    ],
)  # fmt: skip
def test_a_whole_address_is_told_apart(text: str, parts: dict[str, str]) -> None:
    assert split_address(text, "US") == parts


def test_canadian_and_british_codes_have_their_form() -> None:
    assert [canadian_code(code) for code in ("n8n3n2", "N8N-3N2", "12345")] == ["N8N 3N2", "N8N 3N2", None]
    assert [british_code(code) for code in ("gl151xd", "m11ae", "sw1a2aa", "12345")] == [
        "GL15 1XD",
        "M1 1AE",
        "SW1A 2AA",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("US", "US"), ("u.s.a.", "US"), ("Vereinigte Staaten", "US"), ("EE.UU.", "US"), ("England", "GB"),
        ("UK", "GB"),
        ("Deutschland", "DE"), ("Allemagne", "DE"), ("Duitsland", "DE"), ("The Netherlands", "NL"), ("Turkey", "TR"),
        ("Côte d'Ivoire", "CI"), ("Trinidad and Tobago", "TT"), ("St. Lucia", "LC"), ("Korea, South", "KR"),
        ("DEU", "DE"), ("D", "DE"), ("Germany (DE)", "DE"), ("Earth", None), ("", None),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_names(text: str, code: str | None) -> None:
    assert country_code(text) == code


def test_every_country_answers_to_its_codes_and_its_first_name() -> None:
    for entry in COUNTRY_NAMES.replace("\n  ", " ").strip().split("\n"):
        code, code3, name, *_ = entry.split("|")
        assert [country_code(text) for text in (code, code.lower(), code3, name)] == [code] * 4


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("Calif.", "US", "CA"), ("n.y.", "US", "NY"), ("W. Virginia", "US", "WV"), ("D.C.", "US", "DC"),
        ("US-CA", "US", "CA"),
        ("California (CA)", "US", "CA"), ("New South Wales", "AU", "NSW"), ("Québec", "CA", "QC"),
        ("Bayern", "DE", "BY"),
        ("Zurich", "CH", "ZH"), ("Tamil Nadu", "IN", "TN"), ("São Paulo", "BR", "SP"), ("Jalisco", "MX", "JAL"),
        ("Wien", "AT", "9"), ("Scotland", "GB", "SCT"), ("Narnia", "US", None), ("MA", "FR", None),
    ],
)  # fmt: skip
def test_a_state_is_known_by_its_names(text: str, country: str, code: str | None) -> None:
    assert state_code(text, country) == code


def test_a_state_that_only_one_country_has_names_the_country() -> None:
    assert [state_anywhere(text) for text in ("NSW", "BC", "Maharashtra", "WA", "Narnia")] == [
        ("AU", "NSW"), ("CA", "BC"), ("IN", "MH"), None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$1,200.50", 1200.5), ("1.200,50 €", 1200.5), ("1'200.50", 1200.5), ("1 200,50", 1200.5),
        ("1,20,000", 120000.0),
        ("₹450", 450.0), ("80L", 8e6), ("1.5Cr", 1.5e7), ("1.1M", 1.1e6), ("2 Mio.", 2e6), ("USD 5k", 5000.0),
        ("(500)", -500.0),
        ("1.2E6", 1.2e6), ("1.200", 1.2), ("EUR 1.200", 1200.0), ("0.125", 0.125), ("50-75 Lakhs", None),
        ("nan", None),
        ("1,2,3", None), ("", None), ("1e999", None),
    ],
)  # fmt: skip
def test_money_is_read_in_both_styles(text: str, value: float | None) -> None:
    assert amount(text) == value


def test_a_country_with_decimal_commas_reads_a_dot_as_thousands() -> None:
    assert (amount("1.200", decimal_comma=True), amount("1.25", decimal_comma=True)) == (1200.0, 1.25)


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("CA (k€)", 1e3), ("CA annuel K", 1e3), ("Budget $k", 1e3), ("Umsatz TEUR", 1e3), ("Umsatz in Tsd. €", 1e3),
        ("Revenue ($000s)", 1e3), ("Turnover ('000)", 1e3), ("Omzet x 1.000", 1e3), ("Facturación (miles de €)", 1e3),
        ("Fat. anual (mil R$)", 1e3), ("Fatturato (migliaia di euro)", 1e3), ("Annual Revenue (in thousands)", 1e3),
        ("Umsatz (Mio. €)", 1e6), ("Revenue ($M)", 1e6), ("Sales ($mil)", 1e6), ("Revenue (USD M)", 1e6),
        ("Faturamento (R$ mi)", 1e6), ("Fatturato (mln €)", 1e6), ("Sales in millions", 1e6), ("CA (M€)", 1e6),
        ("Turnover (in lakhs)", 1e5), ("Turnover (Rs. Crores)", 1e7), ("Umsatz (Mrd. €)", 1e9),
        ("Amount", 1), ("Annual Revenue", 1), ("Montant HT", 1), ("Valor (R$)", 1), ("Budget (max)", 1),
        ("Budget 10,000+", 1), ("Deal Size ($1,000+)", 1), ("Monthly amount", 1), ("Umsatz €", 1), ("MRR", 1),
    ],
)  # fmt: skip
def test_a_header_says_in_what_its_sums_are(header: str, unit: float) -> None:
    assert unit_of(header) == unit


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("$5k - $15k", 5_000), ("$10k-25k", 10_000), ("5-10k", 5_000), ("5 000 - 10 000 €", 5_000), ("$15k+", 15_000),
        ("> 10 000 €", 10_000), ("over $25k", 25_000), ("1 to 5 million", 1e6), ("entre 5000 y 10000 €", 5_000),
        ("5.000 bis 10.000 €", 5_000), ("between $5,000 and $10,000", 5_000), ("ab 5.000 €", 5_000),
        ("Under $5k", None), ("< 5 000 €", None), ("Not sure", None), ("5000", None), ("500-200", None),
        ("12-05-2024", None), ("3-5 Wochen", None), ("", None), ("-", None), ("+", None),
    ],
)  # fmt: skip
def test_of_a_range_the_lower_end_counts(text: str, least: float | None) -> None:
    assert lower_end(text) == least


@given(st.text(max_size=70))
def test_no_text_upsets_it(text: str) -> None:
    low = lower_end(text)
    assert low is None or amount(text) is None or low >= 0


def test_the_unit_of_the_header_counts_for_bare_numbers_only() -> None:
    assert [amount(text, unit=1e6) for text in ("12.5", "12,5", "1.1", "-3")] == [
        12_500_000,
        12_500_000,
        1_100_000,
        -3e6,
    ]
    assert [amount(text, unit=1e3) for text in ("30k", "2 Mio.", "$1.5M")] == [30_000, 2_000_000, 1_500_000]
    assert amount("1.200", decimal_comma=True, unit=1e3) == 1_200_000
    assert amount("12.500.000 €", unit=1e6) == 12_500_000  # written out in full


@given(st.floats(min_value=-1e12, max_value=1e12).map(lambda value: round(value, 2)))
def test_a_printed_amount_is_read_back(value: float) -> None:
    assert amount(f"${value:,.2f}") == pytest.approx(value)
    assert amount(f"{value:,.2f}".translate(str.maketrans(",.", ".,")) + " €") == pytest.approx(value)


def test_head_counts_take_the_lower_end() -> None:
    cells = ("250", "9395.0", "50-200", "1,001-5,000", "10,000+", "11-50 employees", "Oct-50")
    assert [head_count(cell) for cell in cells] == [
        (250, True), (9395, True), (50, False), (1001, False), (10000, False), (11, False), None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sample", "country", "order"),
    [
        (["1/2/2024", "13/2/2024"], "US", "dmy"), (["1/2/2024", "1/13/2024"], "GB", "mdy"),
        (["2024-01-02"], "US", "ymd"),
        (["45366", "45367"], "US", "serial1900"), (["1.2.2024"], "US", "dmy"), (["1/2/2024"], "US", "mdy"),
        (["1/2/2024"], "GB", "dmy"), ([], "US", "mdy"), (["2024-01-02", "1/2/2024"], "US", "mdy"),
    ],
)  # fmt: skip
def test_a_column_has_one_order(sample: list[str], country: str, order: str) -> None:
    assert date_order(sample, country) == order


def test_the_workbook_says_which_serials_it_has() -> None:
    assert date_order(["43904"], system=1904) == "serial1904"


@pytest.mark.parametrize(
    ("text", "order", "iso"),
    [
        ("2024-03-15", "mdy", "2024-03-15"), ("3/4/2024", "mdy", "2024-03-04"), ("3/4/2024", "dmy", "2024-04-03"),
        ("13/4/2024", "mdy", "2024-04-13"), ("45366", "serial1900", "2024-03-15"),
        ("43904", "serial1904", "2024-03-15"),
        ("45366.5", "serial1900", "2024-03-15T16:00:00Z"), ("2024-03-15T09:22:10Z", "mdy", "2024-03-15T09:22:10Z"),
        ("2024-03-15T09:22:10.123+02:00", "mdy", "2024-03-15T07:22:10Z"),
        ("2024/03/15 09:22:10", "mdy", "2024-03-15T13:22:10Z"),
        ("3/4/2024 2:15 PM", "mdy", "2024-03-04T19:15:00Z"), ("15 Apr, 2021 00:03:00", "mdy", "2021-04-15T04:03:00Z"),
        ("2024-03-15 00:00:00", "mdy", "2024-03-15"),
        ("March 15th, 2024 at 9:22 am EST", "mdy", "2024-03-15T14:22:00Z"),
        ("3. März 2024, 14:05 Uhr", "dmy", "2024-03-03T19:05:00Z"), ("5 de marzo de 2024", "dmy", "2024-03-05"),
        ("Jul 4 2026", "mdy", "2026-07-04"), ("1710494530", "mdy", "2024-03-15T09:22:10Z"),
        ("2024-03-10 02:30", "mdy", "2024-03-10T07:30:00Z"),
        ("20240315", "mdy", "2024-03-15"), ("2024-02-30", "mdy", None), ("someday", "mdy", None),
        ("99/99/9999", "dmy", None),
    ],
)  # fmt: skip
def test_a_cell_is_a_day_or_an_instant_in_utc(text: str, order: str, iso: str | None) -> None:
    assert moment(text, order, NEW_YORK) == iso


@given(st.text(max_size=40), st.sampled_from(ORDERS))
def test_any_text_is_a_moment_or_none(text: str, order: str) -> None:
    moment(text, order, NEW_YORK)
    date_order([text])


@given(st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2100, 1, 1)))
def test_a_day_is_read_in_every_order_that_it_is_written_in(at: datetime) -> None:
    day = at.date()
    assert moment(f"{day:%m/%d/%Y}", "mdy", NEW_YORK) == day.isoformat()
    assert moment(f"{day:%d.%m.%Y}", "dmy", NEW_YORK) == day.isoformat()
    assert moment(f"{day:%B} {day.day}, {day.year}", "mdy", NEW_YORK) == day.isoformat()


def test_an_answer_means_what_its_column_asks() -> None:
    assert [answer(text, opt_out=True) for text in ("Yes", "x", "0", "oui", "unsubscribed", "Subscribed", "maybe")] == [
        1,
        1,
        0,
        1,
        1,
        0,
        None,
    ]
    assert [answer(text, opt_out=False) for text in ("Ja", "nein", "unsubscribed", "opted in")] == [1, 0, 0, 1]


DAYS = st.datetimes(datetime(1890, 1, 1), datetime(2210, 1, 1)) | st.sampled_from(
    # clocks are changed, one of them at midnight and one by half an hour
    [datetime(2024, 3, 10, hour, 5) for hour in range(5)]
    + [datetime(2024, 11, 3, hour, 59) for hour in range(4)]
    + [datetime(2010, 3, 14, 0, 1), datetime(2024, 4, 7, 1, 40), datetime(2024, 10, 6, 2, 10)]
    + [datetime(2018, 11, 4, 0, 9)]
)
FORMS = st.sampled_from(
    """%m/%d/%Y %H:%M|%d.%m.%Y %H:%M:%S|%Y-%m-%dT%H:%M:%SZ|%Y-%m-%d %H:%M|%m/%d/%y %I:%M %p|%m/%d/%Y|%Y%m%d %H:%M
    |%m-%d-%Y %H:00|%Y-%m-%dT%H:%M:%S+02:00|%d %b %Y %H:%M|%m/%d/%Y 25:%M|%m/%d/%Y %H:%MZ|%m/%d/%Y %H:%M PM|%m/%d %H:%M
    |%m/%d/%Y  %H:%M|T%H:%M|%m/%d/%YT%H:%M|%Y-%m-%d %H:%M z""".replace("\n    ", "").split("|")
)
ZONES = ["America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo", "UTC"]
REMEMBERING = {(order, zone): Moments(order, ZoneInfo(zone)) for order in ORDERS for zone in ZONES}


@given(DAYS, FORMS, st.sampled_from(sorted(REMEMBERING)))
def test_what_is_remembered_of_a_column_is_what_each_of_its_cells_says(day: datetime, form: str, of: tuple[str, str]):
    text = day.strftime(form)
    assert REMEMBERING[of].read(text) == moment(text, of[0], ZoneInfo(of[1]))
    assert REMEMBERING[of].read(text) == moment(text, of[0], ZoneInfo(of[1]))


@given(st.lists(st.text(alphabet="ab .\t\n\x00\x85\xa0é\u2028", max_size=4)))
def test_texts_are_tidy_together_when_each_of_them_is(texts: list[str]):
    together = is_tidy(" ".join(["", *texts, ""]))
    assert together <= all(text and tidy(text) == text for text in texts)
    assert together or not texts or not all(text.isalnum() for text in texts)


@pytest.mark.parametrize(
    ("header", "cells", "number"),
    [
        ("Cognome e Nome", ["Rossi Mario"], 1), ("Nom Prénom", ["Dupont Jean"], 1), ("Nachname, Vorname", [], 1),
        ("Apellidos y nombre", ["García López Ana"], 2), ("Surname and first name", [], 1), ("Name Vorname", [], 1),
        ("Nome e cognome", ["Mario Rossi"], 0), ("Nombre y apellidos", [], 0), ("Full name", [], 0), ("Contact", [], 0),
        ("Nom et prénom", ["Jean Dupont", "Marie Leroy", "Paul Roux"], 0),
        ("Contact", ["DUPONT Jean", "LE GOFF Marie", "ROUX Solène"], 1),
        ("Contact", ["Jean DUPONT", "Marie LE GOFF", "Solène ROUX"], 0),
        ("Name", ["SAP Walldorf", "IBM Ehningen", "BMW Dingolfing"], 0), ("Name", ["JOHN SMITH", "ANN RAY"], 0),
        ("Contatto", ["Rossi Mario", "Bianchi Anna", "Verdi Luca", "Neri Paolo", "Russo Giulia"], 1),
        ("Contact", ["AJ Smith", "JP Morgan", "TJ Miller"], 0),
    ],
)  # fmt: skip
def test_the_header_or_the_capitals_say_which_name_stands_first(header: str, cells: list[str], number: int) -> None:
    assert surnames(header, cells) == number


@pytest.mark.parametrize(
    ("full", "number", "first", "last"),
    [
        ("Rossi Mario", 1, "Mario", "Rossi"), ("Rossi Maria Grazia", 1, "Maria Grazia", "Rossi"),
        ("De Luca Anna", 1, "Anna", "De Luca"), ("van den Berg Jan", 1, "Jan", "van den Berg"),
        ("García López Ana María", 2, "Ana María", "García López"), ("García Ana", 2, "Ana", "García"),
        ("LE GOFF Yann", 1, "Yann", "LE GOFF"), ("Jean DUPONT", 1, "Jean", "DUPONT"),
        ("Berg, Ludwig", 1, "Ludwig", "Berg"),
        ("Madonna", 1, "Madonna", ""), ("Dr. Koch Eva", 1, "Eva", "Koch"), ("Mario Rossi", 0, "Mario", "Rossi"),
    ],
)  # fmt: skip
def test_last_names_that_stand_first_are_last_names(full: str, number: int, first: str, last: str) -> None:
    name = split(full, surnames=number)
    assert (name.first, name.last) == (first, last)


@given(st.lists(st.text(max_size=8), max_size=6).map(" ".join), st.integers(0, 2))
def test_whichever_comes_first_no_word_of_a_name_is_lost(full: str, number: int) -> None:
    name = split(full, surnames=number)
    assert sorted(" ".join(name).replace(",", " ").split()) == sorted(full.replace(",", " ").split())
