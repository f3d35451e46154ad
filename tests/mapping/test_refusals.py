"""Permission as newsletter tools, CRMs and forms write it: refused, given, or not to be told; never the wrong way."""

import pytest

from leadtrack.answers import answer
from leadtrack.fields import known
from leadtrack.mapping import gatherer, propose
from leadtrack.permission import closes_all

PERMISSION = {"consent", "opt_out_email", "opt_out_phone"}

NO_MAIL = {
    "de": """Werbung unerwünscht|Keine Werbung erwünscht|Werbeverbot|Werbestopp|Mailing-Stopp|Newsletter unerwünscht
E-Mails unerwünscht|Newsletter gekündigt|aus Verteiler gelöscht|Widerspruch gegen Werbung|Kontakt unerwünscht
Newsletter abgemeldet|Widerspruch nach Art. 21 DSGVO|Kontaktverbot|Werbung nicht erlaubt|Newsletter storniert""",
    "en": """Not to be contacted|Exclude from campaigns|Marked as spam|Suppressed|Objection to marketing|GDPR objection
Exclude from mailing list|No advertising|Blocklisted|Global unsubscribe|Newsletter cancelled""",
    "fr": """Refus emailing|Opposition emailing|Pas d'emailing|Pas de pub|Liste noire|Ne souhaite plus être contacté
Désabonnée|Opposition au traitement|Stop emailing|Non abonné newsletter|Publicité indésirable""",
    "es": """Oposición a publicidad|Oposición marketing|Excluir de campañas|Exclusión publicitaria|Se dio de baja
Baja de la lista|Lista negra|Oposición al tratamiento|Niega el consentimiento""",
    "pt": """Não deseja receber publicidade|Sem publicidade|Removido da lista|Optou por não receber|Recusa publicidade
Descadastrada|Nega consentimento""",
    "it": """Nega consenso|Nega consenso marketing|Niente pubblicità|Lista nera|Rimosso dalla lista|Disiscritta
Opposizione al trattamento|Cancellazione newsletter""",
    "nl": """Reclame ongewenst|Contact ongewenst|Nieuwsbrief opgezegd|Afmelding nieuwsbrief|Uitschrijving nieuwsbrief
Verzet direct marketing|Zwarte lijst|Mailblokkade|Niet e-mailen""",
}
NO_CALLS = """Anrufe unerwünscht|Telefonwerbung unerwünscht|Telefonischer Kontakt unerwünscht|Anrufverbot|DNCL
Não me ligue|Cadastrado no Não Me Perturbe|Bloqueio telemarketing|Bellen ongewenst|Geen belletjes|Opposition appels"""
MAY = """Werbung erwünscht|Newsletter-Empfänger|Accord newsletter|Accord de contact|Accepte emailing|Abonnée
Alta newsletter|Assinante da newsletter|Vuole ricevere offerte|Nieuwsbrief gewenst|Aangemeld nieuwsbrief
Consent given|Accetta di essere contattato|Mag contact opnemen|Marketing consent|Opt-in Status"""
UNSURE = """Werbung: nein|Werbung|SMS-Werbung unerwünscht|Werbung per Post unerwünscht|Briefwerbung unerwünscht
Alta/Baja newsletter|An-/Abmeldung Newsletter|Inscrit / désinscrit newsletter|Iscritto/Disiscritto|In-/uitgeschreven
Subscribed/Unsubscribed|Werbung nicht unerwünscht|Keine Werbesperre|Kein Widerspruch|Not blacklisted
TPS checked|DNC clear|Werbesperre aufgehoben|Opt-out expired|Désinscription annulée|Baja anulada|Niet bellen opgeheven
Einwilligung fehlt|Einwilligung ausstehend|Consentement manquant|Consentimiento pendiente|Consenso mancante
Toestemming ontbreekt|Consent (paused)|Opt-in to be confirmed|Permissions|Planning permission|Consent to credit check
Toestemming ouders|Do not call before|Call blocked until|Opted out of trial|Suppressor|Unsubscribe rate
Consent Timestamp|Motivo de baja|Date de désinscription|Reden uitschrijving|Oposiciones|Refus de devis""".replace(
    "\n", "|"
)


def listed(text):
    return text.replace("\n", "|").split("|")


@pytest.mark.parametrize("header", [header for text in NO_MAIL.values() for header in listed(text)])
def test_a_refusal_of_mail_in_each_language(header):
    assert known(header) == ("opt_out_email", False)


@pytest.mark.parametrize("header", listed(NO_CALLS))
def test_a_refusal_of_calls_in_each_language(header):
    assert known(header) == ("opt_out_phone", False)


@pytest.mark.parametrize("header", listed(MAY))
def test_a_permission_in_each_language(header):
    assert known(header) == ("consent", False)


@pytest.mark.parametrize("header", listed(UNSURE))
def test_what_can_be_read_both_ways_stays_as_it_is(header):
    assert (known(header) or ("",))[0] not in PERMISSION


GIVEN = """Einwilligung|Newsletter-Einwilligung|Opt-in|Marketing consent|Consent|Email opt-in|GDPR consent|Subscribed
Consentement|Consentement RGPD|Inscrit newsletter|Consentimiento|Suscripción newsletter|Consentimento|LGPD|Consenso
Iscrizione newsletter|Toestemming|Toestemming marketing"""
TAKEN_BACK = """fehlt|verweigert|abgelehnt|entzogen|abgelaufen|ausstehend|gekündigt|pausiert|unklar|ausgeschlossen
missing|refused|denied|expired|pending|stopped|banned|unwanted|failed|not given|to be confirmed|blocked
refusé|manquant|annulé|en attente|interdit
résilié|périmé|denegado|pendiente|caducado|anulado|excluido|negado|recusado|pendente|indesejado
negato|mancante|scaduto|escluso|sgradito|geweigerd|ontbreekt|verlopen|opgezegd|ongewenst|uitgesloten"""


@pytest.mark.parametrize("given", listed(GIVEN))
def test_a_permission_beside_what_takes_it_back_is_none(given):
    for taken in listed(TAKEN_BACK):
        for header in (f"{given} {taken}", f"{taken} {given}", f"{given}: {taken}", f"{given} ({taken})"):
            assert (known(header) or ("",))[0] != "consent", header


REFUSED = """Werbesperre|Anrufsperre|Unsubscribed|Do not call|DNC|TPS|Do not contact|Bloctel|Désinscrit|Lista Robinson
No llamar|Descadastrado|Disiscritto|Registro opposizioni|Uitgeschreven|Bel-me-niet"""
LIFTED = """aufgehoben|geprüft|überprüft|abgelaufen|cleared|checked|screened|expired|lifted|levé|vérifié|annulé|anulado
verificado|liberado|verificato|scaduto|opgeheven|gecontroleerd|verlopen|ok"""


@pytest.mark.parametrize("refused", listed(REFUSED))
def test_a_refusal_beside_what_ends_it_is_none(refused):
    for lifted in listed(LIFTED):
        for header in (f"{refused} {lifted}", f"{refused} ({lifted})"):
            assert (known(header) or ("",))[0] not in PERMISSION, header


@pytest.mark.parametrize(
    "header", ["Kontakt unerwünscht", "Geen contact gewenst", "Not to be contacted", "Ne souhaite plus être contacté"]
)
def test_who_wants_no_contact_is_not_called_either(header):
    assert closes_all(header)


@pytest.mark.parametrize("header", ["Werbung unerwünscht", "Newsletter gekündigt", "Marked as spam"])
def test_who_wants_no_mail_may_be_called(header):
    assert not closes_all(header)


NO = ("nein", "no", "non", "não", "nee", "0", "FALSE", "falsch", "faux", "falso", "onwaar", "N", "☐")
YES = ("ja", "yes", "oui", "sí", "sim", "sì", "1", "TRUE", "wahr", "vrai", "vero", "waar", "x", "X", "✓")
REFUSES = (
    "abgemeldet",
    "unerwünscht",
    "désabonnée",
    "de baja",
    "descadastrada",
    "disiscritta",
    "afgemeld",
    "Opted out",
)
PERMITS = ("erteilt", "accepté", "acepta", "aceita", "accettato", "akkoord", "Opted in", "subscribed")


@pytest.mark.parametrize(("cells", "refused", "permitted"), [(NO, 0, 0), (YES, 1, 1), (REFUSES, 1, 0), (PERMITS, 0, 1)])
def test_what_a_cell_says_of_a_refusal_and_of_a_permission(cells, refused, permitted):
    for cell in cells:
        assert (answer(cell, opt_out=True), answer(cell, opt_out=False)) == (refused, permitted), cell
    for cell in ("", "maybe", "vielleicht", "Sommer 2024", "werbung"):
        assert answer(cell, opt_out=True) is None


def test_of_two_columns_the_plain_refusal_counts_in_each_language():
    gather = gatherer(propose(["Werbung unerwünscht", "Newsletter abgemeldet"], []))
    assert gather(["falsch", "ja"])[0] == {"opt_out_email": "ja"}
    assert gather(["weiß nicht", "ja"])[0] == {"opt_out_email": "ja"}
    assert gather(["ja", "falsch"])[0] == {"opt_out_email": "ja"}
    gather = gatherer(propose(["Consentement", "Accord newsletter"], []))
    assert gather(["faux", "oui"])[0] == {"consent": "faux"}
    assert gather(["oui", "refusé"])[0] == {"consent": "refusé"}
