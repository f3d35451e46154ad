import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack.places import fold_city, fold_county, split_zip


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("02139", ("02139", None)),
        (" 02139-4307 ", ("02139", "4307")),
        ("02139 4307", ("02139", "4307")),
        ("021394307", ("02139", "4307")),
        ("02139–4307", ("02139", "4307")),
        ("2139", None),
        ("02139-", None),
        ("02139-43", None),
        ("N8N 3N2", None),
        ("٠٢١٣٩", None),
        ("", None),
    ],
)
def test_a_zip_code_is_taken_apart(text: str, parts: tuple[str, str | None] | None) -> None:
    assert split_zip(text) == parts


@given(st.from_regex(r"[0-9]{5}", fullmatch=True), st.from_regex(r"[0-9]{4}", fullmatch=True))
def test_a_zip_code_and_its_extension_come_back(code: str, extension: str) -> None:
    assert split_zip(f"{code}-{extension}") == (code, extension)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Suffolk County", "suffolk"),
        ("SUFFOLK", "suffolk"),
        ("Suffolk Co.", "suffolk"),
        ("County of Suffolk", "suffolk"),
        ("Orleans Parish", "orleans"),
        ("Denali Borough", "denali"),
        ("Bethel Census Area", "bethel"),
        ("Municipality of Anchorage", "anchorage"),
        ("Anchorage Municipality", "anchorage"),
        ("Adjuntas Municipio", "adjuntas"),
        ("City and County of Denver", "denver"),
        ("Juneau City & Borough", "juneau"),
        ("St. Mary's County", "saint marys"),
        ("SAINT MARYS COUNTY", "saint marys"),
        ("Ste. Genevieve County", "sainte genevieve"),
        ("Doña Ana County", "dona ana"),
        ("Miami-Dade", "miami dade"),
        ("O’Brien County", "obrien"),
        ("De Kalb", "dekalb"),
        ("DeKalb County", "dekalb"),
        ("E. Baton Rouge", "east baton rouge"),
        ("James City County", "james city"),
        ("County", "county"),
        ("", ""),
    ],
)
def test_a_county_has_one_key_however_it_is_written(name: str, key: str) -> None:
    assert fold_county(name) == key


@pytest.mark.parametrize("name", ["Baltimore", "St. Louis", "Richmond", "Fairfax", "Franklin", "Roanoke"])
def test_an_independent_city_is_not_the_county_of_the_same_name(name: str) -> None:
    city = fold_county(f"{name} city")
    assert city == fold_county(f"{name.upper()} CITY") == fold_county(f"City of {name}")
    assert city != fold_county(f"{name} County") == fold_county(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Paul", "SAINT PAUL"),
        ("La Jolla", "LaJolla"),
        ("Ft. Worth", "fort worth"),
        ("Mt Vernon", "Mount Vernon"),
        ("Coeur d'Alene", "Coeur D Alene".replace(" D A", " d’A")),
        ("N. Hollywood", "North Hollywood"),
        ("Cañon City", "Canon City"),
        ("Winston-Salem", "winston salem"),
    ],
)
def test_a_city_has_one_key_however_it_is_written(one: str, other: str) -> None:
    assert fold_city(one) == fold_city(other)


def test_names_in_other_scripts_stay_apart() -> None:
    assert fold_city("東京") != fold_city("大阪")


NAMES = st.one_of(
    st.text(max_size=30),
    st.lists(
        st.sampled_from(
            ["county", "city", "of", "and", "borough", "co", "St.", "de", "la", "d'", "o", "E.", "Louis", "&"]
        ),
        max_size=8,
    ).map(" ".join),
)


@given(NAMES)
def test_folding_a_folded_name_changes_nothing(name: str) -> None:
    assert fold_county(fold_county(name)) == fold_county(name)
    assert fold_city(fold_city(name)) == fold_city(name)


@given(st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ '.-", max_size=30))
def test_case_and_blanks_around_do_not_matter(name: str) -> None:
    assert fold_county(f"  {name.upper()} ") == fold_county(name.lower())
    assert fold_city(f"  {name.upper()} ") == fold_city(name.lower())
