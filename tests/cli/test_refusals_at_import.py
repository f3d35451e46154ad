"""What a sheet says of permission, in each language and as it is written there, and who may be reached after it."""

import pytest

REFUSING = ["Werbung unerwünscht", "Refus emailing", "Oposición marketing", "Sem publicidade", "Nega consenso",
            "Reclame ongewenst", "Exclude from mailings"]  # fmt: skip
PERMITTING = ["Werbung erwünscht", "Accord newsletter", "Alta newsletter", "Assinante newsletter", "Vuole newsletter",
              "Nieuwsbrief gewenst", "Marketing consent"]  # fmt: skip
SAYS_YES = ["ja", "Oui", "sí", "sim", "sì", "X", "TRUE", "1", "2024-05-01"]
SAYS_NO = ["nein", "Non", "no", "não", "nee", "FALSE", "0"]


def kept(cli, sheet, header, cells, field):
    rows = [[f"Ann A{n}", f"a{n}@x.example", cell] for n, cell in enumerate(cells)]
    cli.ok("import", sheet([["Name", "E-mail", header], *rows]))
    return [value for (value,) in cli.rows(f"SELECT {field} FROM leads ORDER BY id")]  # noqa: S608 - a field


@pytest.mark.parametrize("header", REFUSING)
def test_a_yes_to_a_refusal_closes_e_mail_and_a_no_does_not(cli, sheet, header):
    assert kept(cli, sheet, header, [*SAYS_YES, *SAYS_NO, ""], "opt_out_email") == [1] * 9 + [0] * 7 + [None]


@pytest.mark.parametrize("header", PERMITTING)
def test_a_no_to_a_permission_is_no_opt_out_and_a_yes_is_a_consent(cli, sheet, header):
    assert kept(cli, sheet, header, [*SAYS_YES, *SAYS_NO, ""], "consent") == [1] * 9 + [0] * 7 + [None]
    assert cli.rows("SELECT DISTINCT opt_out_email, opt_out_phone FROM leads") == [(None, None)]


def test_what_is_unsure_closes_nothing_and_is_kept(cli, sheet):
    rows = [["Name", "E-mail", "TPS checked", "Einwilligung fehlt"], ["Ann", "a@x.example", "yes", "ja"]]
    cli.ok("import", sheet(rows))
    ((consent, email, phone, custom),) = cli.rows("SELECT consent, opt_out_email, opt_out_phone, custom FROM leads")
    assert (consent, email, phone) == (None, None, None)
    assert custom == '{"TPS checked": "yes", "Einwilligung fehlt": "ja"}'


def test_no_contact_closes_e_mail_and_telephone(cli, sheet):
    rows = [["Name", "E-mail", "Telefon", "Kontakt unerwünscht"], ["Ann", "a@x.example", "+49 30 901820", "x"]]
    cli.ok("import", sheet(rows))
    assert cli.json("calling", "check", "1")["channels"] == []
