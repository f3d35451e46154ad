"""The quick way of an import (blocks.py) says of every row what the cleaner of single rows says."""

import json
from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadtrack import geography
from leadtrack.blocks import Blocks
from leadtrack.cleaning import Cleaner
from leadtrack.gathering import gatherer
from leadtrack.texts import BETWEEN, tidy, untidy


@dataclass(frozen=True)
class Column:
    position: int
    header: str
    field: str | None
    use: str = "whole"

    @property
    def name(self) -> str:
        return self.header


ANYTHING = ["", "", "-", "n/a", " x ", "a  b", "x\ny", 'say "hi"', "back\\slash", "Größe", "\x1f", "\u200b", "=1+1"]
CELLS = {
    "first_name": ["Willie", "ANNA", "mary jo", "J.", "JJ", "José"],
    "last_name": ["Hall", "MCDONALD", "van der berg", "O'NEIL", "Smith Jr.", "Hall"],
    "full_name": ["Willie Hall", "HALL, WILLIE", "Dr. Anna Hall", "Acme Inc", "Hall", "Berg Inc", "Mr Hall", "Oy Berg"],
    "company": ["Acme Inc", "ACME", "Bäckerei Groß GmbH"],
    "email": ["A@b.com", "a@gmial.com", "a(at)b.de", "none", "x@y.test", "info@acme.con", "é@b.com",
              "a@b.com; c@d.com"],
    "phone": ["(217) 693-3812", "913-850-5890", "5046218927.0", "504621892.0", "+44 20 7946 0958", "1-800-GO-FEDEX",
              "217.693.3810", "1 217 693 3812", "217-693-3812 x12", "4.155550123E9", "217/693-3812"],
    "mobile": ["(217) 693-3812", "0171 1234567", "call me"],
    "city": ["Albers", "Boston", "Udall", "Wichita"],
    "state": ["IL", "Illinois", "ks", "MA", "MA", "Ontario", "Bayern", "PR", "ZZ"],
    "postal_code": ["62215", "67146", "1960", "1960.0", "02110-1234", "K1A 0B1", "SW1A 1AA", "99999", "0211", "80331",
                    "2110", "01960", "01960-5678", "021101234", "2110-1234", "60601"],
    "county": ["Clinton County", "Clinton"],
    "country": ["US", "USA", "Canada", "Germany", "Deutschland", "nowhere"],
    "created_at": ["01/18/2025 18:33", "2024-03-10 02:30", "13/01/2025", "45366", "yesterday", "2025-01-18T18:33:00Z"],
    "value": ["$1,000", "1.200,50 €", "1.200", "lots", "1.5M", "(500)"],
    "employees": ["250", "50-200", "10,000+", "many"],
    "opt_out_email": ["Yes", "no", "x", "2024-01-01", "perhaps"],
    "website": ["acme.com", "HTTP://Acme.com/Path", "www.acme.com"],
    "notes": ["call back", "two\nlines", "  padded ", "-"],
    None: ["Starter", "two\nlines", " padded "],
}  # fmt: skip


@pytest.fixture(scope="module")
def places():
    return geography.load()


@st.composite
def sheets(draw):
    fields = draw(st.lists(st.sampled_from([*CELLS, None]), min_size=1, max_size=9))
    columns, seen = [], set()
    for field in fields:
        use = "whole"
        if field is not None and field in seen:
            if field not in ("notes", "opt_out_email", "city"):
                continue
            use = "join"
        seen.add(field)
        columns.append(Column(len(columns), f'Column "{len(columns)}"', field, use))
    row = st.tuples(*(st.sampled_from([*CELLS[column.field] * 3, *ANYTHING]) for column in columns))
    return columns, draw(st.lists(row, min_size=1, max_size=8))


@settings(max_examples=400, deadline=None)
@given(
    sheets(),
    st.sampled_from(["US", "DE", "CA", "elsewhere", "dialled"]),
    st.sampled_from([{}, {"value": 1e3, "annual_revenue": 1e6}]),
    st.integers(0, 2),
)
def test_a_block_says_what_the_single_rows_say(places, sheet, country, units, surnames):
    columns, rows = sheet
    made = {
        "country": country if len(country) == 2 else "US",
        "elsewhere": len(country) > 2,
        "dialled": country == "dialled",
        "units": units,
        "surnames": surnames,
        "time_zone": "America/New_York",
        "place": places.zip,
        "city_zips": places.city_zips,
        "towns": places.towns,
    }
    single, gather = Cleaner(**made), gatherer(columns)
    rough = untidy([BETWEEN.join(row) for row in rows], len(columns))
    blocks = Blocks(columns, Cleaner(**made), json.JSONEncoder(ensure_ascii=False).encode)
    for _ in range(2):  # what was remembered of the first time must give the same again
        block = blocks(rows, rough)
        repairs: Counter[str] = Counter()
        for place, row in enumerate(rows):
            if place in block.undecided:
                continue
            cleaned = single(*gather(row))
            said = {name: column[place] for name, column in block.values.items() if column[place] is not None}
            custom = json.loads(said.pop("custom", "{}"))
            assert said == cleaned.values
            assert custom == cleaned.custom
            repairs.update(repair.what for repair in cleaned.repairs)
        assert +block.repairs() == repairs


def test_very_many_zips_say_what_the_single_rows_say(places):
    columns = [Column(place, field, field) for place, field in enumerate(("company", "city", "state", "postal_code"))]
    codes = [place for place in places.zips() if place.state in ("MA", "IL", "AE")]
    rows = []
    for number, place in enumerate(codes):
        forms = (place.zip, place.zip.lstrip("0"), f"{place.zip}-0042", f"{place.zip}0042")
        rows.append(("Acme", place.city, ("", place.state, "IL", place.state)[number // 4 % 4], forms[number % 4]))
    made = {"place": places.zip, "city_zips": places.city_zips, "towns": places.towns}
    block = Blocks(columns, Cleaner(**made), json.dumps)(rows, [])
    single, gather = Cleaner(**made), gatherer(columns)
    for place, row in enumerate(rows):
        if place not in block.undecided:
            cleaned = single(*gather(row))
            said = {name: column[place] for name, column in block.values.items() if column[place] is not None}
            assert json.loads(said.pop("custom", "{}")) == cleaned.custom
            assert said == cleaned.values


def test_the_digits_behind_a_zip_are_kept_beside_a_column_of_their_name(places):
    columns = [Column(0, "State", "state"), Column(1, "ZIP", "postal_code"), Column(2, "ZIP+4", None)]
    rows = [("MA", "02110-1234", "5678"), ("MA", "02110-1234", "")]
    made = {"place": places.zip, "city_zips": places.city_zips}
    assert Blocks(columns, Cleaner(**made), json.dumps)(rows, []).undecided == {0, 1}
    alone = Blocks(columns[:2], Cleaner(**made), json.dumps)([row[:2] for row in rows], [])
    assert alone.undecided == set()
    assert alone.values["postal_code"] == ["02110", "02110"]
    assert [json.loads(custom) for custom in alone.values["custom"]] == [{"ZIP+4": "1234"}] * 2


def test_plain_rows_are_all_decided(places):
    columns = [
        Column(place, field, field)
        for place, field in enumerate(("full_name", "email", "phone", "state", "postal_code"))
    ]
    rows = [("Willie Hall", "w@acme.com", "(217) 693-3812", "IL", "62215"), ("Anna Berg", "", "", "KS", "67146")]
    blocks = Blocks(columns, Cleaner(place=places.zip, city_zips=places.city_zips), json.dumps)
    block = blocks(rows, [])
    assert block.undecided == set()
    assert block.values["first_name"] == ["Willie", "Anna"]
    assert block.values["county"] == ["Clinton County", "Cowley County"]


@given(st.lists(st.lists(st.text(st.sampled_from('ab  \n\r\té\x1f\u2003\xa0"'), max_size=5), min_size=3, max_size=3)))
def test_untidy_rows_are_found(rows):
    expected = [
        place
        for place, row in enumerate(rows)
        if any(tidy(cell) != cell or BETWEEN in cell or not cell.isprintable() for cell in row)
    ]
    assert untidy([BETWEEN.join(row) for row in rows], 3) == expected
