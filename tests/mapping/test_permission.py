import pytest

from leadtrack.answers import answer
from leadtrack.fields import known
from leadtrack.mapping import gatherer, propose

NO_MAIL = """Email Opt Out|Opt Out|Unsubscribed|Do Not Email|HasOptedOutOfEmail|Newsletter opt-out
emailoptout|is_unsubscribed|Never email|Do Not Contact|Abgemeldet|Newsletter abbestellt
Keine E-Mails|Kein Newsletter|Désinscrit|Ne pas contacter|Baja newsletter|No contactar
Descadastrado|Disiscritto|Non contattare|Uitgeschreven|Niet mailen|Consent withdrawn
Do not allow Bulk Emails|HASOPTEDOUTOFEMAIL|DoNotBulkEMail|Remove from mailing list|Werbesperre
Ne souhaite pas recevoir d'emails|No desea recibir publicidad|Não deseja receber e-mails|Rifiuta marketing
Einwilligung widerrufen|No Email|Don't email|Opt_Out__c|no_emails|took off email list|Please DON'T send me offers
Do not add to mailing list|Don't keep me informed|Dado de baja|No molestar|Cancellato dalla newsletter
Consentement retiré|Consenso negato|Toestemming ingetrokken|Consent denied|GDPR opt out|Werbewiderspruch|Baja comercial
No enviar mensajes|Non desidera essere contattato|Bloqueado para contato|Bezwaar marketing|EMAIL_BLACKLISTED""".replace(
    "\n", "|"
).split("|")
NO_CALLS = """Do Not Call|DNC|Never Call|doNotCall|Call opt-out|No Calls|Phone Opt Out|Nicht anrufen
Ne pas appeler|No llamar|Não ligar|Non chiamare|Niet bellen|DNCFLAG|On Do Not Call list
Please don't call|Do not allow Phone Calls|TPS registered|CTPS|Bloctel|Inscrit Bloctel|Bel-me-niet|Phone 1 DNC
Iscritto al registro opposizioni|Telefonsperre|Ne pas démarcher|DNC Registry: registered|National Do Not Call Registry
Ne veut plus être appelé|Non richiamare|LNNTE
Opposition démarchage téléphonique (Bloctel)|Asked not to be called|disallow_calls|Phone Do Not Call|Anrufsperre
Ne souhaite pas être rappelé|Refuse les appels""".replace("\n", "|").split("|")
MAY = """Subscribed|Opt-in|Email opt in|Marketing consent|Accepts Marketing|OK to call
GDPR consent given|Can contact|optin|Werbeeinwilligung|Consentement|Aceita receber e-mails
Add to mailing list?|Please keep me informed|LGPD|AVG akkoord|Darf angerufen werden|Autorizza contatto
Consenso marketing|Toestemming|Newsletter Signup|Newsletter abonnieren|Keep me posted with news and offers
By submitting I consent to receive marketing communications|Accepte la prospection|Nieuwsbrief ja/nee
J'accepte d'être recontacté(e)|Can we send you our monthly tips?|Newsletter: ja|Mag gebeld worden
Acepta publicidad""".replace("\n", "|").split("|")
UNCLEAR = """Fax Opt Out|HasOptedOutOfFax|Do Not Mail|SMS Opt Out|Unsubscribed Time|Opt-out date
GDPR consent date|Consent source|Not unsubscribed|Email Opt In / Opt Out|I agree to the terms
Accepts SMS Marketing|Do not allow Faxes|Consent (Description)|Newsletter signup date|Opt in/out
Cliente no acepta publicidad o no contesta|Photography permission|Consent to treatment
Consent not withdrawn|Not on DNC list|Scrubbed against DNC|Einwilligung widerrufen am
Souhaite être rappelé|Text Opt Out""".replace("\n", "|").split("|")
NOTHING = """Email|No. of Employees|Phone No|Mobile No.|No of calls|Call Notes|Last Call|Nome|Option
Adopting|Email Status|Best time to call|Number of Calls|House no & Street|Correo no principal
Where can we email you?|Wants callback|Offer accepted|Deal approved|Contact Not Reached|Subscriber Name
Marketing Manager|No answer|Mailing Address|Kontosperre|No contact made|Best time to contact|Autorisation parentale
Marketing contact status|Can you send an offer?|Quote sent|Wünscht Rückruf
Special offers""".replace("\n", "|").split("|")


@pytest.mark.parametrize("header", NO_MAIL)
def test_a_refusal_of_mail_is_an_opt_out_of_mail(header):
    assert known(header) == ("opt_out_email", False)


@pytest.mark.parametrize("header", NO_CALLS)
def test_a_refusal_of_calls_is_an_opt_out_of_calls(header):
    assert known(header) == ("opt_out_phone", False)


@pytest.mark.parametrize("header", MAY)
def test_a_permission_is_a_consent(header):
    assert known(header) == ("consent", False)


@pytest.mark.parametrize("header", UNCLEAR + NOTHING)
def test_what_is_unclear_or_something_else_is_no_permission(header):
    assert (known(header) or ("",))[0] not in ("consent", "opt_out_email", "opt_out_phone")


def test_the_days_on_which_people_refused_are_refusals_unless_another_column_says_who_did():
    days = [["2024-01-02", ""], ["", ""], ["2024-01-03", "x"]]
    for header in ("Email Opt Out", "UNSUB_TIME", "Opt-out date", "Afgemeld mail d.d.", "Date de désinscription"):
        assert propose([header, "Name"], days)[0].field == "opt_out_email", header
        assert propose([header, "Name"], [])[0].field in (None, "opt_out_email"), header
    assert [column.field for column in propose(["Opt-out date", "Opted out"], days)] == [None, "opt_out_email"]
    assert propose(["Consent date", "Name"], days)[0].field is None


def test_who_refused_calls_and_mail_in_one_column_gets_neither():
    for header in ("Do not call or email", "No calls or e-mails"):
        assert gatherer(propose([header], []))(["x"])[0] == {"opt_out_email": "x", "opt_out_phone": "x"}, header


def test_advertising_by_telephone_is_a_matter_of_calls():
    for header in ("Werbesperre Telefon", "No marketing calls", "blocco_chiamate", "Bloqueo de llamadas"):
        assert propose([header], [])[0].field == "opt_out_phone", header


def test_the_answers_of_localised_exports_are_understood():
    for header, no, yes in (
        ("Keine E-Mails zulassen", "Nicht zulassen", "Zulassen"),
        ("Ne pas autoriser les courriers électroniques", "Ne pas autoriser", "Autoriser"),
        ("No permitir correo electrónico", "No permitir", "Permitir"),
    ):
        (column,) = propose([header], [[no], [yes], [yes]])
        assert column.field == "opt_out_email", header
        assert (answer(no, opt_out=True), answer(yes, opt_out=True)) == (1, 0)


def test_of_two_opt_outs_the_one_that_says_yes_counts():
    gather = gatherer(propose(["Unsubscribed", "Do Not Email"], []))
    assert gather(["no", "yes"])[0] == {"opt_out_email": "yes"}
    assert gather(["1", "0"])[0] == {"opt_out_email": "1"}
    assert gather(["", "no"])[0] == {"opt_out_email": "no"}


def test_of_two_consents_the_one_that_says_no_counts():
    gather = gatherer(propose(["Marketing consent", "Subscribed"], []))
    assert gather(["yes", "no"])[0] == {"consent": "no"}
    assert gather(["no", "yes"])[0] == {"consent": "no"}


def test_do_not_contact_closes_both_channels():
    gather = gatherer(propose(["Do Not Contact"], []))
    assert gather(["yes"])[0] == {"opt_out_email": "yes", "opt_out_phone": "yes"}


def test_the_values_say_which_way_a_subscription_status_goes():
    rows = [["Soft Opt-In"], ["Confirmed Opt-Out"], ["Confirmed Opt-In"]]
    assert [column.field for column in propose(["Global Subscription Status"], rows)] == ["consent"]
    assert [column.field for column in propose(["Global Subscription Status"], [["Gold"], ["Silver"]])] == [None]


def test_a_number_that_is_registered_is_not_to_be_called():
    assert answer("Registered", opt_out=True) == 1
    assert answer("Not registered", opt_out=True) == 0
    assert answer("Confirmed Opt-Out", opt_out=False) == 0
