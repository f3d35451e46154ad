"""What columns of a few answers typically hold: "Trade show" is a source, "Closed won" a status, "hot" a rating.

Words that several kinds of columns have ("Email", "Other", "Open") are in none of these lists.
"""

from functools import cache

_WORDS = {
    "source": """
website, web site, web, web form, webform, contact form, web lead, our website, internet, online, google, google ads,
adwords, google adwords, google search, bing, bing ads, ppc, seo, sem, paid search, organic search, organic, paid
social, social media, social, facebook, facebook ads, facebook ad, fb, fb ads, instagram, ig, tiktok, youtube,
twitter, linkedin, linkedin ads, pinterest, meta, direct traffic, referral, referrals, client referral, customer
referral, employee referral, partner referral, word of mouth, friend, friend/family, friends, neighbor, walk-in, walk
in, walkin, walk ins, drive by, drive-by, yard sign, sign, signage, billboard, radio, tv, tv ad, print ad, newspaper,
magazine, flyer, flier, mailer, direct mail, postcard, door hanger, door knock, door knocking, canvassing, trade show,
tradeshow, trade fair, expo, booth, conference, event, webinar, seminar, open house, cold call, cold calling, cold
email, inbound call, call-in, call in, phone-in, list purchase, purchased list, live chat, chat, chatbot, existing
customer, past client, past customer, repeat customer, sphere, soi, zillow, realtor.com, trulia, redfin, homes.com,
angi, angie's list, yelp, thumbtack, homeadvisor, lendingtree, bankrate, autotrader, cars.com, cargurus, craigslist,
capterra, g2, indiamart, justdial, advertisement, affiliate, blog, landing page, public relations, self generated,
messe, messestand, empfehlung, weiterempfehlung, webseite, kaltakquise, bestandskunde, anzeige, suchmaschine,
kontaktformular, mundpropaganda, zeitung, plakat, hausmesse, telefonakquise, salon, salon pro, bouche à oreille, site
web, site internet, recommandation, parrainage, prospection, réseaux sociaux, publicité, foire, appel entrant, ancien
client, página web, web propia, recomendado, recomendación, feria, redes sociales, referido, boca a boca, publicidad,
llamada en frío, google maps, idealista, fotocasa, escaparate, indicação, site, busca orgânica, busca paga, redes
sociais, feira, anúncio, prospecção, tráfego direto, indicação de cliente, fiera, passaparola, sito web, sito,
volantino, segnalazione, pubblicità, fiere, beurs, mond-tot-mond, mond-tot-mondreclame, aanbeveling, via via,
advertentie, koude acquisitie, bestaande klant, leboncoin, seloger, marktplaats, funda, immoscout24,
immobilienscout24, immowelt, weddingwire, wedding wire, the knot, theknot, bridal show, bridal expo, indeed, reed,
cv-library, monster, stepstone, glassdoor, ziprecruiter, infojobs, computrabajo, jobboard, job board, myhammer, check24,
aroundhome, houzz, porch, networx, modernize, checkatrade, rated people, bark, rightmove, zoopla, onthemarket, werkspot,
habitissimo, prontopro, instapro, habitatpresto, pages jaunes, gelbe seiten, gouden gids, nachbar, nachbarn, bekannte,
freunde, amigo, amigos, amici, vrienden, amis, voisin, vecino, vizinho, vicino, buren, golf outing, networking event,
networking, chamber, bni, rotary, church, school, pop-up, popup, pop-up form, chatbot lead, google lsa, lsa, nextdoor
""",
    "status": """
new lead, not contacted, attempted to contact, attempted contact, attempting, contacted, left voicemail, left vm, lvm,
no answer, not interested, bad number, wrong number, working, qualified, unqualified, disqualified, pre-qualified, not
qualified, nurture, nurturing, converted, closed won, closed lost, closed-won, closed-lost, won, lost, quoted, quote
sent, proposal, proposal sent, negotiation, negotiating, demo scheduled, demo done, appointment set, appt set, meeting
booked, meeting scheduled, under contract, junk, dead, in progress, in process, follow up, following up, callback,
call back, open - not contacted, working - contacted, closed - converted, closed - not converted, recycled, discovery,
mql, sql, sold, presentation, neu, kontaktiert, in bearbeitung, angebot versendet, angebot, gewonnen, verloren,
abgeschlossen, qualifiziert, nicht erreicht, kein interesse, nachfassen, nouveau, à relancer, en cours, contacté,
gagné, perdu, devis envoyé, signé, à rappeler, en négociation, qualifié, nuevo, contactado, en proceso, ganado,
ganada, perdido, perdida, en negociación, cotizado, seguimiento, calificado, cerrado, propuesta enviada, sin
contactar, novo, em andamento, em negociação, ganho, contatado, qualificado, proposta enviada, fechado, sem contato,
nuovo, contattato, in corso, vinto, perso, in trattativa, chiuso, preventivo inviato, da contattare, nieuw, benaderd,
gecontacteerd, gewonnen deal, in behandeling, offerte verstuurd, offerte uit, geen interesse, afgevallen
""",
    "lifecycle": """
lead, leads, prospect, prospects, customer, customers, suspect, suspects, subscriber, client, evangelist, opportunity,
marketing qualified lead, sales qualified lead, kunde, interessent, cliente, prospecto, klant
""",
    "warmth": """
hot, warm, cold, lukewarm, very hot, heiß, heiss, lau, lauwarm, kalt, chaud, tiède, tiede, froid, caliente, tibio,
templado, frío, frio, quente, morno, caldo, tiepido, freddo, heet, lauw, koud, scorching, ice cold
""",
    # On which side of a sale somebody stands, which is no job.
    "party": """
buyer, seller, tenant, renter, landlord, homeowner, home owner, lessee, lessor, buyer/seller, both, decision maker,
influencer, gatekeeper, champion, economic buyer, technical buyer, end user, user, käufer, verkäufer, mieter, vermieter,
eigentümer, kaufinteressent, acheteur, locataire, bailleur, acquéreur, comprador, inquilino, arrendador, arrendatario,
subscriber, customer, administrator, editor, author, contributor, wholesale customer, wholesale_customer, shop_manager,
shop manager, b2b_customer, member, guest, admin, viewer, acquirente, venditore, conduttore, koper,
verkoper, huurder, verhuurder
""",
    "permission": """
opted in, opted out, opt in, opt out, opt-in, opt-out, opted-in, opted-out, soft opt-in, soft opt-out, confirmed
opt-in, confirmed opt-out, double opt-in, single opt-in, subscribed, unsubscribed, not subscribed, never subscribed,
consent given, consent withdrawn, no consent, aceitou, recusou, aceito, recusado, angemeldet, abgemeldet,
eingewilligt, widerrufen, abonné, désabonné, inscrit, désinscrit, suscrito, dado de baja, iscritto, disiscritto,
ingeschreven, uitgeschreven, granted, withdrawn, do not contact, do not email
""",
    "post-nominal": """
mba, phd, ph.d., ph.d, md, m.d., do, jd, j.d., cpa, cfa, cfp, pe, p.e., rn, np, pa-c, dds, dmd, dvm, llm, msc, ma, ba,
bsc, bs, ms, aca, acca, cima, fca, ca, pmp, esq, esq., jr, jr., sr, sr., ii, iii, iv, shrm-cp, shrm-scp, phr, sphr,
dr., dr, prof., prof, prof. dr., dr. med., dr.-ing., dipl.-ing., dipl. ing., dipl.-kfm., dipl.-kffr., mag., m.sc.,
b.sc., m.a., b.a., cissp, aia, leed ap, ccim, clu, chfc, mph, edd, cfe, csp, cmp, cae
""",
}
# Words of which one in a value says that it is what somebody does for a living.
_JOBS = """
ceo cfo cto coo cmo cio vp svp evp president director manager owner founder cofounder head coordinator engineer
analyst administrator supervisor buyer officer specialist consultant superintendent foreman principal secretary
accountant attorney nurse teacher technician developer designer architect representative planner estimator
receptionist geschäftsführer geschäftsführerin inhaber inhaberin leiter leiterin einkäufer einkäuferin einkaufsleiter
vertriebsleiter vertriebsleiterin prokurist sachbearbeiter sachbearbeiterin meister directeur directrice gérant
gérante responsable acheteur acheteuse dirigeant pdg chargé chargée gerente jefe jefa dueño dueña propietario
propietaria encargado encargada comprador diretor diretora coordenador coordenadora analista sócio proprietário
direttore direttrice titolare responsabile amministratore impiegato impiegata eigenaar inkoper hoofd
directeur-eigenaar projectleider bedrijfsleider manager/in
"""


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, listed in _WORDS.items():
        for word in dict.fromkeys(" ".join(one.split()) for one in listed.split(",")):
            found[word] = (*found.get(word, ()), kind)
    return found


@cache
def _job_words() -> frozenset[str]:
    return frozenset(_JOBS.split())


def typical(value: str) -> tuple[str, ...]:
    """The kinds of answers that a case-folded value is: "source", "status", "lifecycle", "warmth", "party",
    "permission", "post-nominal", "job" and "grade" (A, B+, C).
    """
    if not value or len(value) > 60:
        return ()
    found = _kinds().get(value.strip(" .!?"), ()) or _kinds().get(value, ())
    if value[0] in "abcd" and value[1:] in ("", "+", "-"):
        found = (*found, "grade")
    if found in ((), ("party",)) and not _job_words().isdisjoint(value.replace(",", " ").split()):
        return (*found, "job")
    return found
