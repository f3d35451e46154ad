"""The words in which permission to write or to call is given and refused, in seven languages."""

import re
from collections.abc import Callable
from functools import cached_property


class Words:
    """One of several words or phrases; compiled when first asked, since most commands never read a header."""

    def __init__(self, *alternatives: str) -> None:
        self.alternatives = alternatives

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(r"\b(?:" + "|".join(self.alternatives) + r")\b")

    @property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        return self._pattern.search

    def without(self, text: str) -> str:
        """The text with a blank where these words stood."""
        return self._pattern.sub(" ", text)


REFUSED = Words(
    r"opt(?:ed|s|ing)? ?outs?", r"optouts?", r"opted ?out", r"unsubscri\w*", r"unsub", r"dncl?", r"dne", r"dnd",
    r"do ?not ?call", r"withdr\w+", r"revoked?", r"suppress(?:ed|ions?)?", r"abbestell\w*", r"abgemeldet", r"abmeld\w*",
    r"\w*widerspr\w*", r"\w*widerruf\w*", r"desinscri\w*", r"desabonn\w*", r"desuscri\w*", r"descadastr\w*",
    r"cancelou", r"disiscri\w*", r"uitgeschreven", r"afgemeld\w*", r"robinson\w*", r"\w*robinsonlist\w*", r"c?tps",
    r"bloctel", r"bel me niet", r"belmeniet", r"dncr", r"tel ?maatjes",
    r"registro (?:delle |pubblico delle )?opposizioni", r"rpo", r"nao perturbe", r"stop ?publicidad", r"lnnte",
    r"repep", r"infofilter", r"belregister", r"revoca\w*", r"black ?list\w*", r"block ?list\w*", r"stop ?list\w*",
    r"list[ea] (?:noire|nera)", r"zwarte lijst", r"nao me perturbe", r"marked as spam", r"spam complain\w*",
    r"reported (?:as )?spam", r"not to be (?:contacted|e?mailed)", r"optou por nao",
    r"pas de pub", r"d?io de baja", r"baja de la lista", r"remov(?:id[oa]|eu) da lista",
    r"rimoss[oa] d\w+ (?:\w+ )?list[ae]?", r"cancellazione newsletter",
    r"opposi(?:tion|zione) (?:au |al )?tra(?:it|tt)amento", r"opposition au traitement", r"oposicion al tratamiento",
    r"exclu\w+ (?:from|de|des|da|dai|dalle) (?:\w+ )?(?:campaigns|campanas|campagnes?|campanhas|e?mailings?|envios)",
    r"remov\w+ (?:me )?(?:from|off)(?: \w+){0,3} lists?", r"(?:remove|take) (?:me|us|off)(?: \w+){0,3} lists?",
    r"removed from (?:mailing|email|call\w*)", r"remove me", r"leave me alone",
    r"(?:aus|von der) (?:\w+ )?liste (?:nehmen|entfernen|streichen)", r"retirer de la liste", r"quitar de la lista",
    r"tirar da lista", r"rimuovere dalla lista", r"van de lijst", r"lista negra",
    r"(?:kontakt|werbe|e?mail|mailing|newsletter|telefon|anruf|versand|marketing|ansprache) ?"
    r"(?:sperre|verbot|stopp?|blokkade)", r"exclusion publicitaria",
    r"(?:took|taken|take|taking|wants?|asked to be|get|come|came) off(?: \w+){0,3} lists?",
    r"off (?:the )?(?:email|mail|mailing|call\w*|phone) list", r"do not (?:add|put)(?: \w+){0,4} lists?",
    r"unlist(?:ed)?", r"ne veut (?:pas|plus)", r"dad[oa]s? de baja", r"^baja(?: comercial| publicidad)?$",
    r"cancellat\w+ newsletter", r"stop ?pub", r"cancellat\w+ dalla",
    r"(?:requests?|requested|wants?|prefers?) no (?:e?mails?|calls?|contact|phone|newsletters?|marketing)",
    r"me retirer", r"darme de baja", r"liste rouge", r"afmeld\w* (?:voor|van) (?:\w+ )?(?:e? ?mails?|nieuwsbrie\w*)",
    r"cancelo (?:la )?suscripcion", r"annullat\w+ (?:l )?iscrizion\w+",
    r"rinunci\w* (?:\w+ )?(?:e? ?mails?|newsletters?|marketing|comunicazioni|contatt\w+|chiamat\w+|telefon\w+)",
)  # fmt: skip
# Words that refuse and are no negation of another refusal: "Opposition Bloctel" is one refusal, "Not on DNC" is two.
REFUSING = Words(
    r"oppos\w*", r"oposic(?:ion|ao)", r"refus\w*", r"rifiut\w*", r"rechaz\w*", r"recus\w*", r"ablehn\w*", r"weiger\w*",
    r"stop",
)  # fmt: skip
NOT = Words(
    r"do ?not", r"does ?not", r"does ?nt", r"doesnt", r"cannot", r"can ?t", r"must ?not", r"wont", r"no more", r"nie",
    r"jamais", r"nunca", r"mai", r"nooit", r"avoid", r"exempt", r"pas", r"rifiut\w*", r"rechaz\w*", r"recus\w*",
    r"weiger\w*", r"ablehn\w*", r"abgelehnt", r"object(?:s|ed|ion)? to", r"dont", r"never", r"not", r"(?<![a-z] )no",
    r"no longer", r"stop", r"block(?:ed)?", r"exclude[sd]?", r"without", r"nicht", r"kein\w*", r"sperr\w*", r"gesperrt",
    r"ne pas", r"ne plus", r"pas de", r"refus\w*", r"oppos\w*", r"baja", r"nao", r"non", r"niet", r"niente", r"geen",
    r"declin\w*", r"verboten", r"untersagt", r"interdit\w*", r"prohibid[oa]s?", r"verboden", r"vietat[oa]",
    r"proibid[oa]", r"denied", r"deny", r"sin", r"sem", r"senza", r"disallow\w*", r"bloquead[oa]", r"bloccat[oa]",
    r"bloque[es]?", r"geblokkeerd", r"bezwaar", r"verzet", r"\w*unerwunscht\w*", r"ongewenst\w*", r"indesirables?",
    r"oposic(?:ion|ao)", r"bloqueios?", r"(?:ne|n) (?:\w+ ){1,3}plus", r"blocc(?:o|hi|at[oaie])", r"blocages?",
    r"bloqueos?", r"bloquear", r"blokke\w+", r"blockier\w*",
)  # fmt: skip
GIVEN = Words(
    r"opt(?:ed|s|ing)? ?ins?", r"optins?", r"double opt ?in", r"subscribed?", r"consent\w*", r"permission\w*",
    r"permitted", r"consens\w*", r"gdpr", r"dsgvo", r"rgpd", r"avg toestemming", r"tcpa", r"einwillig\w*",
    r"einverstand\w*", r"zustimm\w*", r"\w+einwilligung", r"toestemming\w*", r"abonnee?", r"suscrito", r"inscrito",
    r"add to newsletter", r"casl", r"lcap",
    r"accord (?:(?:de|du|d|pour|a|la|etre) ){0,3}(?:contact\w*|e?mail\w*|newsletter|prospection|marketing|rgpd)",
    r"newsletterempfanger\w*",
    r"autorisation (?:de |d )?(?:contact\w*|e?mail\w*|rgpd|communication|prospection|marketing)",
    r"autorizacion(?: de)? datos", r"aceite de comunica\w*", r"iscritto", r"ingeschreven", r"abonniert",
    r"subscribe to \w+", r"lopd", r"lgpd", r"avg (?:akkoord|ok)", r"(?<!not )add (?:\w+ )?to (?:\w+ ){0,2}lists?",
    r"(?<!not )keep (?:me|us) (?:posted|informed|updated|up to date)",
    r"(?:newsletter|infos?|werbung|nieuwsbrief|mailings?) "
    r"(?:gewunscht|erwunscht|gewenst|souhaitee?|deseada|desejada|richiesta|desiderata)",
    r"(?:werbe|mail|kontakt|anruf|telefon)erlaubnis",
)  # fmt: skip
ALLOWED = Words(
    r"keep (?:me|us) (?:posted|updated|informed|up to date|in the loop)", r"sign (?:me|us) up", r"send (?:me|us)",
    r"notify me", r"stay in touch", r"stay updated", r"i would like", r"i d like", r"interested in receiving",
    r"willing", r"mochte", r"gerne", r"einwillig\w*", r"souhait\w*", r"je veux", r"d accord", r"desea", r"deseo",
    r"quiero", r"quiere", r"desejo", r"quero", r"deseja", r"desidero", r"desidera", r"voglio", r"wil", r"wenst",
    r"akkoord", r"einverstanden", r"zugestimmt", r"permit\w*", r"permis\w*", r"permett\w*", r"accept\w*", r"erlaubt\w*",
    r"gestattet", r"permitid[oa]s?", r"consentit[oa]", r"toegestaan", r"agrees?", r"agreed", r"allow\w*", r"ok",
    r"okay", r"can", r"may", r"receives?", r"wants?", r"autori[sz]\w*", r"acept\w*", r"aceit\w*", r"accett\w*",
    r"acconsent\w*",
    r"darf", r"durfen", r"pouvons", r"podemos", r"possiamo", r"mogen", r"shall", r"peut", r"mag",
    r"puede", r"pode", r"happy", r"yes", r"vuole", r"quer", r"graag", r"zulass\w*", r"zugelassen", r"toestaan",
)  # fmt: skip
BY_PHONE = Words(
    r"phones?", r"call(?! ?back)\w*", r"telephone\w*", r"tel", r"dial", r"dnc", r"anruf\w*", r"telefon\w*", r"appel\w*",
    r"llam\w*", r"ligar", r"ligacoes", r"chiam\w*", r"bellen", r"gebeld", r"telefoon\w*", r"donotcall",
    r"telemarket\w*", r"voice", r"solicit(?:ation|ing|ed)?s?", r"c?tps", r"bloctel", r"bel me niet", r"belmeniet",
    r"dnc[rl]", r"demarch\w*", r"opposizioni", r"rpo", r"nao (?:me )?perturbe", r"ligue", r"lnnte", r"repep",
    r"belletjes?", r"infofilter", r"belregister", r"telemarketing", r"telefonate?", r"telefonisch\w*", r"phoned",
    r"ring", r"angerufen", r"richiam\w*", r"rappele[rsz]?", r"gebelde?", r"ligacao", r"llamadas?", r"oproep\w*",
    r"anrufen", r"bel", r"phoning", r"cold ?call\w*", r"(?:a|you|me|us) (?:buzz|bell)", r"liste rouge",
)  # fmt: skip
# What goes by e-mail unless another way is named.
ADVERTISING = (
    r"werbe\w*", r"reclame\w*", r"publicit\w*", r"werbung", r"publicidade?", r"promo\w*", r"pubblicita", r"comunica\w*",
    r"communications?", r"advertis(?:ing|ements?)", r"marketing", r"mails?",
)  # fmt: skip
ADVERTISED = Words(*ADVERTISING)
# The same but for the names of a way: "Werbesperre Telefon" and "No marketing calls" speak of calls alone.
WAYLESS = Words(*(word for word in ADVERTISING if word not in (r"mails?", r"comunica\w*", r"communications?")))
BY_EMAIL = Words(
    r"emails?", r"emailed", r"newsletters?", r"nieuwsbrief\w*", r"e?mailen", r"marketing", r"e?mailings?", r"bulk",
    r"correos?", r"courriels?", r"mail", r"mails", r"mailing ?list\w*", r"e ?news\w*", r"bulletin", r"boletin\w*",
    r"infolettre", r"infobrief", r"rundbrief", r"prospection", r"prospeccion", r"prospeccao", r"info ?mails?",
    r"e mails?", r"gemaild?", r"gemailt", r"\w*mailings?", r"marketing ?e?mails?", r"courriers? electroniques?",
    *ADVERTISING,
)  # fmt: skip
BY_ANY = Words(
    r"contact\w*", r"contat[oi]s?", r"contatad[oa]s?", r"(?:ri)?contatt\w+", r"molest\w*", r"disturb\w*", r"contatar",
    r"kontakt\w*", r"recontact\w*", r"disturb", r"sollicit\w*", r"approach\w*", r"benader\w*", r"anschreib\w*",
    r"market(?:ed)?",
)  # fmt: skip
ELSEWHERE = Words(
    r"fax\w*", r"sms", r"text\w*", r"whats ?app", r"post", r"postal", r"letters?", r"direct mail", r"brief\w*",
    r"courriers?(?! electronique)", r"print", r"mms", r"push",
)  # fmt: skip
POSTAL_MAIL = Words(r"(?:do ?not|dont|no|never|not|not allow|stop) (?:send )?mails?")
ABOUT = Words(
    r"dates?", r"datum", r"fecha", r"data de", r"data", r"time", r"(?:at|on|am|vom|le|el|il|em|op)$", r"scrub\w*",
    r"when", r"since", r"reason", r"mode", r"ip", r"source", r"id", r"version", r"wording", r"method", r"url", r"link",
    r"count", r"number of", r"photo\w*", r"film\w*", r"pictures?", r"images?", r"videos?", r"fotos?", r"bildrechte",
    r"recording", r"treatment", r"medical", r"surgery", r"parental", r"research", r"publish\w*", r"guardian", r"grund",
    r"motif", r"motivo", r"bounced?", r"quarantined?", r"terms?", r"privacy", r"conditions?", r"cookies?",
    r"datenschutz", r"history", r"by$", r"by (?:user|staff|agent|whom|who|name|admin|rep)", r"page", r"description",
    r"policy", r"status id", r"statement", r"last", r"expir\w*", r"legal", r"basis", r"form", r"campaign", r"type",
    r"level", r"why", r"notes?", r"comments?", r"until", r"before", r"after", r"bis", r"jusqu\w*", r"hasta", r"fino a",
    r"rate", r"unsubscribes", r"credit", r"patient", r"auto ?renewal", r"trial", r"building", r"planning", r"ouders",
    r"eltern", r"parents?", r"^permissions$",
)  # fmt: skip
# Any of these makes a permission doubtful, wherever it stands: "Cliente no desea publicidad" is none.
DOUBT = Words(
    r"no", r"non", r"ne", r"nao", r"n", r"un", r"not", r"none", r"nicht", r"nie", r"kein\w*", r"niet", r"geen", r"sin",
    r"sem", r"senza", r"ohne", r"sans", r"zonder", r"out", r"off", r"revo\w+", r"remov\w+", r"ended", r"expired",
    r"lost", r"nunca", r"jamais", r"mai", r"tampoco", r"rejected", r"neither", r"missing", r"required", r"needed",
    r"pending", r"requested", r"false", r"doubt", r"hold", r"to be confirmed", r"object\w*", r"oppos\w*", r"opos\w+",
    r"nega\w*", r"nieg\w+", r"lack\w*", r"absent\w*", r"awaiting", r"lapsed", r"invalid\w*", r"void", r"inactive",
    r"disabled", r"suspend\w*", r"unknown", r"block\w*", r"sperr\w*", r"gesperrt", r"fehl\w*", r"ausstehend\w*",
    r"erforderlich\w*", r"notig\w*", r"offen\w*", r"abgelaufen", r"ungultig\w*", r"entzogen", r"angefragt",
    r"angefordert", r"inaktiv", r"deaktiviert", r"manqu\w*", r"expire\w*", r"requis\w*", r"attente", r"demande\w*",
    r"suspendu\w*", r"desactive\w*", r"invalide", r"falta\w*", r"pendiente\w*", r"pendente\w*", r"caducad[oa]",
    r"vencid[oa]", r"requerid[oa]", r"solicitad[oa]", r"necessari[oa]", r"obrigatori[oa]", r"desativad[oa]",
    r"desactivad[oa]", r"expirad[oa]", r"ausente", r"mancant\w*", r"scadut[oa]", r"richiest[oa]", r"attesa", r"assente",
    r"sospes[oa]", r"disattivat[oa]", r"ontbre\w+", r"verlopen", r"vereist", r"nodig", r"openstaand\w*", r"aangevraagd",
    r"gevraagd", r"geweigerd",
)  # fmt: skip
# What may stand beside the words of a permission and changes nothing about it. Any other word makes a short header
# doubtful: what all refuses, is missing, has run out or waits nobody can list.
_BESIDE = """
1 2 a about aceite aceito aceitou adviseur agreement al all alla an and any as at avg be been by checkbox com
comercial comerciales commercial commerciale compliant confirmed contact contacts custom d da de del des di do double
dt e een electronic en essere et etre explicit expres express fields flag for freely from future gave general get give
given has have i ihnen in is j ja je la le lead leads les leur list me met metadata mon my na nl nos notre o of offers
on online onze opnemen or ou oui our outreach par partenaires partner partners party per please por pour products
profilazione purposes ser si sie signup sim single soft status the third to txt u um una up us uw value via voor vos
votre we werden wir with worden y yes you your zu zum zur
"""
BESIDE = frozenset(_BESIDE.split())
# Laws on permission, which are named beside a permission and beside a refusal.
LAW = Words(r"gdpr", r"dsgvo", r"rgpd", r"tcpa", r"casl", r"lcap", r"lgpd", r"lopd")
# What becomes of a permission that ends, or was never given.
WITHDRAWN = Words(
    r"withdr\w+", r"revo\w+", r"widerruf\w*", r"widerspr\w*", r"retire[er]?s?", r"retirad[oa]", r"retrait",
    r"ritirat[oa]", r"ingetrokken", r"intrekking", r"zuruckgezogen", r"zuruckgenommen", r"entzogen", r"verweigert",
    r"geweigerd", r"negat[oa]", r"negad[oa]", r"denegad[oa]", r"cancelad[oa]", r"cancell?ed", r"annull?\w+", r"nega",
    r"nieg[ao]", r"objections?", r"object(?:s|ed)", r"aufgehoben", r"denied", r"declined", r"refused", r"removed",
    r"beendet", r"erloschen",
)  # fmt: skip
# Beside a refusal: that it was looked for, or ended. "TPS checked" and "Werbesperre aufgehoben" say the opposite of it.
LIFTED = Words(
    r"ok", r"okay", r"clear(?:ed|ance)?", r"clean(?:ed|sed)?", r"check(?:ed|s|ing)?", r"screen(?:ed|ing)?", r"passed",
    r"wash(?:ed)?", r"scrubbed", r"lifted", r"revers(?:ed|al)", r"undone", r"expired", r"ended", r"reinstated",
    r"re ?subscribed", r"released", r"safe", r"free", r"compliant", r"exempt\w*", r"valid(?:ated)?", r"invalid",
    r"void", r"verified", r"inactive", r"error", r"deleted", r"cancell?ed", r"withdrawn", r"revoked", r"removed",
    r"pending", r"unknown", r"aufgehoben", r"\w*geprueft", r"\w*gepruft", r"prufung", r"zuruckgenommen",
    r"zuruckgezogen", r"frei", r"entfernt", r"geloscht", r"abgelaufen", r"beendet", r"ungultig", r"fehlt", r"geklart",
    r"gelost", r"abgeglichen", r"abgleich", r"bereinigt", r"inaktiv", r"unbekannt", r"verifie\w*", r"verification",
    r"levee?", r"annulee?", r"expiree?", r"controlee?", r"controle", r"supprimee?", r"retiree?", r"inactif",
    r"nettoyee?", r"absent", r"inconnu", r"verificad[oa]", r"levantad[oa]", r"anulad[oa]", r"revocad[oa]",
    r"revisad[oa]", r"comprobad[oa]", r"eliminad[oa]", r"cancelad[oa]", r"limpi[oa]", r"caducad[oa]", r"inactiv[oa]",
    r"consultad[oa]", r"desconocid[oa]", r"revogad[oa]", r"revertid[oa]", r"liberad[oa]", r"livre", r"removid[oa]",
    r"inativ[oa]", r"checad[oa]", r"limp[oa]", r"expirad[oa]", r"verificat[oa]", r"verifica", r"annullat[oa]",
    r"revocat[oa]", r"rimoss[oa]", r"controllat[oa]", r"scadut[oa]", r"cancellat[oa]", r"liber[oa]", r"consultat[oa]",
    r"gecontroleerd", r"gecheckt", r"opgeheven", r"geannuleerd", r"uberpruft", r"nicht vorhanden", r"kein eintrag",
    r"not listed", r"verwijderd", r"vrij", r"verlopen", r"ingetrokken", r"geschoond", r"onbekend",
)  # fmt: skip
# Lists of people who are not to be called, whatever it is called to be on one.
REGISTER = Words(
    r"c?tps", r"bloctel", r"\w*robinson\w*", r"bel me niet", r"\w*opposizioni", r"dncr?", r"do ?not ?call",
    r"black ?list\w*", r"stop ?list\w*", r"rpo", r"nao (?:me )?perturbe", r"dncl",
)  # fmt: skip
# Signing up is a permission where it is for a newsletter, news and offers where somebody wants to have them.
NEWSLETTER = Words(
    r"\w*newsletters?", r"mailing ?list", r"e ?news", r"boletin\w*", r"infolettre", r"infobrief", r"nieuwsbrief\w*",
    r"rundbrief", r"bulletin", r"\w*verteiler\w*",
)  # fmt: skip
# Ending what was signed for: an opt-out where it is a newsletter, else a customer who left, or a visit called off.
UNSIGNING = Words(
    r"afmeld\w*", r"uitschrijv\w*", r"opgezegd", r"stopgezet", r"gekundigt", r"kundigung", r"storniert", r"beendet",
    r"ausgetragen", r"austragung", r"geloscht", r"entfernt", r"cancel\w*", r"annul\w*", r"anul\w*", r"removed",
)  # fmt: skip
SIGNING = Words(
    r"sign ?ups?", r"signed up", r"subscri\w*", r"anmeld\w*", r"angemeldet", r"abonn\w*", r"inscri\w*", r"suscri\w*",
    r"iscri\w*", r"aanmeld\w*", r"aangemeld", r"inschrijv\w*", r"ingeschreven", r"erhalten", r"bestell\w*", r"join\w*",
    r"empfanger", r"altas?", r"assinantes?", r"assinatura", r"receb\w*", r"recib\w*", r"recev\w*", r"ricev\w*",
    r"ontvang\w*",
)  # fmt: skip
OFFERS = Words(
    r"news", r"updates?", r"deals?", r"offers?", r"novedades", r"novidades", r"novita", r"nieuws", r"aanbiedingen",
    r"actualites", r"angebote", r"ofertas", r"offerte", r"offres", r"neuigkeiten", r"informa\w+", r"tips?", r"tipps?",
    r"conseils", r"consejos", r"dicas", r"consigli", r"specials?", r"promotions", r"mensajes", r"mensagens",
    r"messaggi", r"messages", r"msgs?", r"nachrichten", r"berichten", r"discounts?", r"invitations?", r"einladungen",
)  # fmt: skip
HAVING = Words(
    r"receiv\w*", r"keep (?:me|us)", r"send (?:me|us|you)", r"sign me", r"notify", r"recevoir", r"recibir", r"receber",
    r"ricevere", r"ontvangen", r"erhalten", r"send(?:ing)?", r"envoy\w*", r"envi(?:ar\w*|e|en|o)", r"invi\w+",
    r"(?:ver|zu)?send\w+", r"(?:ver)?sturen", r"schick\w*", r"mand\w+",
)  # fmt: skip
NO_REFUSAL = Words(
    r"reached", r"interested", r"found", r"answer\w*", r"available",
    r"valid\w*", r"gultig\w*", r"geldig\w*", r"verified", r"returned", r"connected",
    r"yet", r"assigned", r"called", r"contacted", r"made", r"sem contato", r"sin contacto", r"needed", r"left",
)  # fmt: skip
# To be called back is what somebody asks for now, and no permission to call later.
CALLED_BACK = Words(
    r"rappele[rsz]?", r"richiam\w*", r"zuruckgerufen", r"zuruckrufen", r"ruckruf\w*", r"call ?backs?", r"called back",
    r"teruggebeld", r"terugbellen", r"llamada de vuelta", r"devolver (?:la )?llamada", r"retornar",
)  # fmt: skip
WISHED = Words(
    r"wants?", r"wish\w*", r"would like", r"souhait\w*", r"wunsch\w*", r"mochte", r"desea", r"desidera", r"vuole",
    r"wil", r"wenst", r"deseja", r"quer", r"quiere", r"request\w*",
)  # fmt: skip
