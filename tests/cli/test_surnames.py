"""Last names of which a part stands in a column of its own."""

import pytest

from leadtrack.surnames import BEFORE, BEHIND, joined


def test_what_stands_between_the_names_belongs_to_the_last_one(cli, sheet):
    rows = [["Voornaam", "Tussenvoegsel", "Achternaam", "E-mail"], ["Lotte", "de", "Wit", "a@wit.nl"],
            ["Piet", "van der", "Berg", "b@berg.nl"], ["Jan", "", "Smit", "c@smit.nl"]]  # fmt: skip
    told = cli.ok("import", sheet(rows))
    assert "stands before the last names" in told.out
    assert cli.rows("SELECT full_name, last_name FROM leads ORDER BY id") == [
        ("Lotte de Wit", "de Wit"), ("Piet van der Berg", "van der Berg"), ("Jan Smit", "Smit")]  # fmt: skip
    assert cli.rows("SELECT custom FROM leads WHERE id = 1") == [('{"Tussenvoegsel": "de"}',)]


def test_both_last_names_of_a_spaniard(cli, sheet):
    rows = [["Nombre", "Primer apellido", "Segundo apellido"], ["Ana", "García", "López"], ["Luis", "Gil", ""]]
    cli.ok("import", sheet(rows))
    assert cli.rows("SELECT full_name, last_name FROM leads ORDER BY id") == [
        ("Ana García López", "García López"), ("Luis Gil", "Gil")]  # fmt: skip


def test_a_title_is_no_part_of_the_last_name(cli, sheet):
    rows = [["Vorname", "Namenszusatz", "Nachname"], ["Eva", "Dr.", "Koch"], ["Max", "MBA", "Braun"]]
    cli.ok("import", sheet(rows))
    assert cli.rows("SELECT full_name FROM leads ORDER BY id") == [("Eva Koch",), ("Max Braun",)]


@pytest.mark.parametrize(
    ("kind", "part", "name", "whole"),
    [
        (BEFORE, "de", "Wit", "de Wit"), (BEFORE, "de", "De Wit", "De Wit"), (BEFORE, "d'", "Arc", "d'Arc"),
        (BEFORE, "de", "Deen", "de Deen"), (BEFORE, "van", "den Berg", "den Berg"),
        (BEHIND, "López", "García", "García López"),
        (BEHIND, "López", "García López", "García López"), (BEHIND, "Gil", "Virgil", "Virgil Gil"),
    ],
)  # fmt: skip
def test_a_part_is_not_said_twice(kind, part, name, whole):
    assert joined(kind, part, name) == whole
