"""What the words of a header mean: the lexicon of six languages and more.

`LEXICON` gives each meaning its words and phrases (comma-separated, written naturally: accents and case are folded
away when it is loaded); `combinations.PATTERNS` says which meanings together name a field. Words that only say whose
(customer's, contact's) or which (work, second) a thing is are in `WHOSE` and `WHICH`. To teach the program a spelling,
add the word to its lines here.

The words come from the documented exports of Salesforce, HubSpot, Pipedrive, Zoho, Odoo, Keap, Act!, Sage, Siebel,
Meta, LinkedIn, Google and Outlook, and from common dictionary words.
"""

from leadtrack.words_of_others import FILLERS, OTHER, RIVALS, WHOSE
from leadtrack.words_of_people import PEOPLE
from leadtrack.words_of_sales import SALES

__all__ = ["FILLERS", "LEXICON", "RIVALS", "WHICH", "WHOSE"]

LEXICON = {**PEOPLE, **SALES, "other": OTHER}

# Which one of several, with the loss of confidence that it brings: the smallest loss wins the field.
WHICH = {
    "main": (
        """
primary, main, principal, default, preferred, best, recommended, haupt, hauptadresse, principale, hoofd, prim, pri,
prmry, prmary, hauptkontakt, hauptansprechpartner, contact principal, principales, voorkeur, preferita, preferido,
preferida, bevorzugt, bevorzugte, bevorzugter, légal, hoofdadres, current, legal, valid now, primair, primaire,
primario, primaria, primär, primäre, primärer, primäres, atual, attuale, actuel, actuelle, aktuell, aktuelle, aktueller,
huidige, huidig
""",
        0.0,
    ),
    "work": (
        """
work, office, geschäftlich, dienstlich, beruflich, firmen, geschäft, professional, professionnel, professionnelle, pro,
bureau, profesional, trabajo, trabalho, comercial, lavoro, ufficio, aziendale, zakelijk, werk, direct, work direct,
daytime, day, corporativo, gesch, geschäftl, geschaeftl, dienstl, berufl, bus, biz, wrk, wk, ofc, offc, commercial
address, professionnels, laboral, empresarial, profissional, professionale, lavorativo, werkplek, kantoor, im büro,
büro, oficina, escritório, oficial
""",
        0.0,
    ),
    "mailing": (
        """
mailing, correspondence, mail to, mlg, postal mailing, present, permanent, physical, street location, situs,
install, service location, ship from, primary physical, objekt, objektadresse, hauptsitz, business
location, chantier, obra, cantiere
""",
        0.02,
    ),
    "visiting": ("visiting, bezoek", 0.01),
    "billing": (
        """
billing, bill, invoice address, rechnung, rechnungs, facturation, fatturazione, bil, blng, invoicing, rechnungsadresse,
rechnungsanschrift, adresse de facturation, dirección de facturación, facturación dirección, indirizzo di fatturazione,
factuur, factuuradres, cobrança, faturamento endereço, payer address, de faturação, de facturação, de facturación, di
fatturazione, de facturation
""",
        0.06,
    ),
    "home": (
        """
home, personal, privat, personnel, domicile, casa, personale, privé, thuis, hm, hme, home owner address, privater,
privates, private, priv, pers, perso, particular, residencial, abitazione, partic, privado, privada, privato, privata,
prive, casa propia, residence, residential, residenz, resid, res
""",
        0.1,
    ),
    "company": (
        """
corporate, hq, headquarters, company main, switchboard, zentrale, standard, main line company, comp main, hauptnummer,
standard téléphonique, centralita, centralino, geral, algemeen
""",
        0.12,
    ),
    "shipping": (
        """
shipping, delivery, ship to, liefer, lieferung, livraison, envío, entrega, spedizione, shpg, shp, lieferadresse,
lieferanschrift, adresse de livraison, dirección de envío, indirizzo di spedizione, bezorg, bezorgadres, afleveradres,
aflever, leveradres
""",
        0.2,
    ),
    "other": (
        """
other, secondary, second, alt, alternate contact, alterno, alterna, suplente, eve, evenings, alternate, alternative,
additional, backup, evening, night, weitere, andere, zweite, autre, secondaire, otro, otra, alternativo, outro,
secundario, altro, secondario, overig, tweede, third, secd, 2nd, secondaires, altr, zusätzlich, zusätzliche, sonstige,
back, back line, spare, 3rd, toll free, tollfree, after hours, abends, soir
""",
        0.2,
    ),
    "site": ("jobsite", 0.05),
}
