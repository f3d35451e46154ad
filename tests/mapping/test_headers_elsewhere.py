"""Whether the headers of a sheet say that it was not written for the United States."""

import pytest

from leadtrack.elsewhere import american_phones, elsewhere
from leadtrack.mapping import propose

AMERICAN = """First Name,Last Name,Zip|Name,Phone,ZIP Code|First,Last,Postal Code|Company,City,State,Zip/Postal
Contact,Phone,Zip/Postcode|Name,Postal|Full name,ZIP+4|Company,Address,City|Name,E-mail,Telephone
Customer,Street,Zip or postal code|Nombre,Phone,Zip|Name,Status,Notes""".replace("\n", "|").split("|")
ELSEWHERE = """Name,PLZ|First Name,Last Name,Postleitzahl|Name,CP|Nom,Code postal|Name,Code Postal|Name,Postcode
Naam,Post Code|Nombre,C\xf3digo postal|Nome,CEP|Nome,CAP|Name,Cod. postale|Name,PIN Code|Name,Eircode
Name,PLZ / Zip|Name,PLZ Ort|Vorname,Nachname,Stra\xdfe,Zip,Ort|Pr\xe9nom,Nom,Adresse,Ville|Nombre,Apellido,Ciudad
Nome,Cognome,Indirizzo,Citt\xe0|Voornaam,Achternaam,Woonplaats|Nome,Sobrenome,Cidade,Postal Code""".replace(
    "\n", "|"
).split("|")


def columns(headers: str, rows=()):
    return propose(headers.split(","), list(rows))


@pytest.mark.parametrize("headers", AMERICAN)
def test_headers_that_an_american_writes_are_at_home(headers):
    assert elsewhere(columns(headers)) == ""


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_a_foreign_postal_code_or_language_is_elsewhere(headers):
    assert elsewhere(columns(headers))


def test_the_headers_that_tell_are_named():
    assert elsewhere(columns("Name,PLZ")) == "PLZ"
    assert elsewhere(columns("Nombre,Apellido,Ciudad,Zip")) == "Nombre, Apellido, Ciudad"


@pytest.mark.parametrize(
    ("numbers", "american"),
    [
        (["3055550123", "786 555 0199", "2125550188"], True),
        (["(305) 555-0123"], True),
        (["305-555-0123", "+49 30 901820"], True),
        (["3055550123"], False),  # one number of ten digits may be an Italian's
        (["3471234567", "3289876543", "3401112223"], False),
        (["030 901820", "089 1234567", "0171 2345678"], False),
        (["01 42 68 53 00", "06 12 34 56 78", "02 99 00 11 22"], False),
        ([], False),
    ],
)
def test_telephones_are_american_when_nearly_all_are_valid_there(numbers, american):
    rows = [["Ann", number] for number in numbers]
    assert american_phones(columns("Nombre,Tel\xe9fono", rows), rows) is american
