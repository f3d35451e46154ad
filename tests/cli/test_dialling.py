"""Telephone numbers whose first digits stand in a column of their own."""

import pytest

from leadtrack.dialling import AREA, COUNTRY, joined


def phones(cli):
    return [phone for (phone,) in cli.rows("SELECT phone FROM leads ORDER BY id")]


def test_the_country_code_stands_before_the_number(cli, sheet):
    rows = [["Name", "Country Code", "Phone"], ["Ann", "+44", "7911 123456"], ["Bob", "1", "617 555 0111"],
            ["Cy", "0044", "07911 123457"], ["Di", "", "617-555-0112"], ["Ed", "+49", "+49 30 901820"]]  # fmt: skip
    told = cli.ok("import", sheet(rows))
    assert "stands before the telephone numbers" in told.out
    assert phones(cli) == ["+447911123456", "+16175550111", "+447911123457", "+16175550112", "+4930901820"]
    assert cli.rows("SELECT custom FROM leads WHERE id = 1") == [('{"Country Code": "+44"}',)]


def test_the_area_code_stands_before_the_number(cli, sheet):
    rows = [["Name", "Area Code", "Phone"], ["Ann", "617", "555-0111"], ["Bob", "(212)", "555-0112"],
            ["Cy", "617", "617-555-0113"]]  # fmt: skip
    cli.ok("import", sheet(rows))
    assert phones(cli) == ["+16175550111", "+12125550112", "+16175550113"]


def test_each_goes_to_the_telephone_beside_it(cli, sheet):
    cli.ok("settings", "country", "BR")
    rows = [["Nome", "DDD", "Telefone", "DDD Cel", "Celular"], ["Ana Sá", "11", "3555-0130", "21", "99888-1936"]]
    cli.ok("import", sheet(rows))
    assert cli.rows("SELECT phone, mobile FROM leads") == [("+551135550130", "+5521998881936")]


def test_a_country_is_no_such_code(cli, sheet):
    cli.ok("import", sheet([["Name", "Country Code", "Phone"], ["Bob", "GB", "020 7946 0958"]]))
    assert cli.rows("SELECT country, phone FROM leads") == [("GB", "+442079460958")]


@pytest.mark.parametrize(
    ("kind", "code", "number", "told"),
    [
        (COUNTRY, "+44", "07911 123456", "+44 07911 123456"), (COUNTRY, "UK (+44)", "7911", "+44 7911"),
        (COUNTRY, "?", "7911", "7911"), (COUNTRY, "44.0", "7911123456.0", "+44 7911123456"),
        (AREA, "617", "6175550111", "6175550111"), (AREA, "617.0", "555-0111", "617 555-0111"),
        (AREA, "617", "617-5551", "617 617-5551"),
    ],
)  # fmt: skip
def test_the_digits_are_put_before_unless_they_are_there(kind, code, number, told):
    assert joined(kind, code, number) == told
