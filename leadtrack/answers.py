"""Yes and no as sheets write them, in the languages leads come in."""

from leadtrack.texts import words

YES = words(
    """1 1.0 yes y true t x on ok ✓ ✔ ☑ checked ticked wahr ja j oui o vrai si sí s sim verdadero verdadeiro sì vero
    waar da registered listed coché cochée marcado marcada spuntato aangevinkt angekreuzt"""
)
NO = words("0 0.0 no n false f off unchecked nein falsch non faux não nao falso nee onwaar ☐ ✗ ✘") | words(
    "not registered;unregistered;not listed;not on list;décoché;non coché;non cochée;no marcado;não marcado;"
    "non spuntato;niet aangevinkt;nicht angekreuzt",
    between=";",
)
# said of a person's wish: they mean the same whatever the column is called
OUT = words(
    "optout;opted out;opt out;opt-out;opted-out;out;unsubscribed;unsubscribe;do not contact;do not email;do not e-mail;"
    "do not call;dnc;don't call;abgemeldet;désinscrit;désabonné;baja;disiscritto;uitgeschreven;cancelado;withdrawn;"
    "revoked;declined;denied;refused;do not allow;not allowed;don't allow;disallow;removed;suppressed;soft opt-out;"
    "confirmed opt-out;recusou;recusado;dado de baja;widerrufen;not subscribed;consent withdrawn;no consent;"
    "don't ring;do not ring;don't phone;do not phone;don't email;don't e-mail;don't contact;"
    "never call;no calls;no phone calls;"
    "no email;no emails;no e-mails;no contact;please don't call;do not disturb;nicht anrufen;"
    "bitte nicht anrufen;keine anrufe;"
    "keine e-mails;kein kontakt;ne pas appeler;ne plus appeler;pas d'appel;ne pas contacter;no llamar;"
    "no contactar;não ligar;"
    "não contactar;não contatar;non chiamare;non contattare;niet bellen;niet mailen;geen contact;"
    "blacklisted;suppressed;blocked;"
    "unerwünscht;nicht erwünscht;gesperrt;abgelehnt;abbestellt;ausgetragen;widersprochen;verweigert;entzogen;"
    "keine werbung;kein newsletter;keine einwilligung;nicht erteilt;nicht kontaktieren;"
    "refusé;refusée;refus;désinscrite;désabonnée;opposé;opposition;retiré;pas de consentement;non consenti;"
    "dada de baja;de baja;rechazado;rechaza;no acepta;no autoriza;sin consentimiento;desuscrito;revocado;denegado;"
    "descadastrado;descadastrada;não aceita;não autoriza;sem consentimento;revogado;negado;"
    "disiscritta;rifiutato;negato;revocato;non acconsente;senza consenso;nega;"
    "nicht zulassen;nicht zugelassen;nicht erlauben;nicht erlaubt;ne pas autoriser;non autorisé;no permitir;"
    "no permitido;não permitir;não permitido;non consentire;non consentito;niet toestaan;"
    "afgemeld;geweigerd;ingetrokken;ongewenst;geen toestemming;niet akkoord;niet toegestaan",
    between=";",
)
IN = words(
    "optin;opted in;opt in;opt-in;opted-in;in;subscribed;subscribe;granted;given;agreed;accepted;confirmed;angemeldet;"
    "inscrit;abonné;suscrito;iscritto;ingeschreven;inscrito;implied;express;explicit;allow;allowed;"
    "soft opt-in;confirmed opt-in;double opt-in;single opt-in;aceitou;aceito;eingewilligt;consent given;"
    "erteilt;einverstanden;zugestimmt;erwünscht;erlaubt;abonniert;liegt vor;"
    "accord;accordé;accepté;accepte;d'accord;consenti;inscrite;abonnée;"
    "otorgado;concedido;aceptado;acepta;autorizado;autoriza;suscrita;"
    "aceita;autorizada;inscrita;concesso;accettato;accetta;acconsente;autorizzato;prestato;iscritta;"
    "zulassen;zugelassen;erlauben;autoriser;autorisé;permitir;permitido;consentire;consentito;toestaan;"
    "akkoord;gegeven;verleend;toegestaan;aangemeld;gewenst",
    between=";",
)


def answer(text: str, *, opt_out: bool) -> int | None:
    """1 or 0 of a stripped cell, None when it says neither; "unsubscribed" is 1 for an opt-out and 0 for a consent."""
    word = text.casefold().rstrip(".! ")
    if word in YES:
        return 1
    if word in NO:
        return 0
    if word in OUT:
        return int(opt_out)
    if word in IN:
        return int(not opt_out)
    return None
