"""What the words for where leads come from mean: sources, campaigns, and people who send them."""

SOURCES = {
    "source": """
source, canal d acquisition, canal de adquisición, canal de captación, akquisekanal, list source, sources, src, quelle,
herkunft, leadquelle, origine, provenance, origen, fuente, procedencia, origem, fonte, provenienza, bron, herkomst,
channel, source channel, kanal, canal, canale, kanaal, where heard, how did you hear about us, how did you hear of us,
how did you find us, heard about us, referral source, lead vendor, leadsource, how heard, original source, acquisition
source, traffic source, srce, sorce, came from, lead from, comes from, lead origin, origins, lead origen, enquiry
source, inquiry source, how found, how found us, found us, found us via, heard about us via, heard of us via, found via,
found through, where from, heard from, heard via, heard through, how they heard, source of lead, source of enquiry,
source of inquiry, lead provider, lead supplier, marketing source, marketing channel, media source, acquisition channel,
sourced from, entry point, inbound channel, leadherkunft, kontaktquelle, kundenherkunft, aufmerksam geworden, aufmerksam
durch, gefunden über, kontakt über, kontaktweg, akquiseweg, wie gefunden, eingangskanal, zugang über, werbequelle, canal
d origine, canal acquisition, canal d entrée, provenance du lead, provenance du contact, source du lead, origine du
contact, origine du lead, connu par, trouvé par, vía de contacto, canal de entrada, canal de contacto, canal origen,
medio de contacto, cómo nos conoció, como nos conheceu, origen del lead, origen del contacto, origem do lead, origem do
contato, canal de aquisição, canal de origem, canal de captação, provenienza lead, provenienza contatto, canale di
acquisizione, canale di provenienza, fonte del lead, fonte contatto, come ci ha conosciuto, bron van lead, leadbron,
herkomst lead, wervingskanaal, kanaal van herkomst, gevonden via, binnengekomen via, origin, contact source,
acquisition, enquiry via, inquiry via, came via, lead via, received via, came in via, reached us via, came through, via
channel, contacted us via, anfrage über, anfrage via, eingegangen über, kontakt via, reçu via, demande via, recibido por
canal, llegó por, llegado por, chegou por, chegou via, arrivato da, arrivato tramite, tramite, aanvraag via, contact
gelegd via, heard about from, heard about, heard of us, portal, portail, portale, portaal, portal de origen, medio de
captación, capture method, capture source, lead capture method, vermittlungsportal, plateforme, plataforma, piattaforma,
platform name, enquiry method, how they found us, where they found us, how you heard, how you heard about us, how did u
hear, where did they hear, quelle des leads, como chegou, como llegó, cómo llegó, como conheceu, cómo se enteró,
enterado por, conocido por, conocido a través de, connu via, nous a connu par, hoe gevonden, hoe bij ons gekomen, come
ci ha trovato, tipo de origen, canal de venta, canal de ventas, lead came from, inbound source, lead channel, referral
type, referral channel, source of business, source of referral, business source, lead source name, source type, utm
source name, adressquelle, adressherkunft, kontaktherkunft, quelle der adresse, herkunft adresse, herkunft der adresse,
how did they hear, how did client hear, how did customer find us, how client found us, lead source description, lead
type source, gekommen über, kam über, origine client, origen cliente, origem cliente, herkomst klant, contact via, heard
of us through, found us via, source event, lead source event, comment connu, werbekanal, came in through, werbemittel,
werbeträger, initial source, initial lead source, first lead source, source initiale, origen inicial, fuente inicial,
origem inicial, fonte iniziale, erstquelle, ursprüngliche quelle, ursprungsquelle, originele bron, original lead source,
where we met, where met, where did we meet, how we met, how met, how did we meet, met where, wo kennengelernt, wo
getroffen, kennengelernt, où rencontré, lieu de rencontre, dónde nos conocimos, cómo nos conocimos, onde nos conhecemos,
dove ci siamo conosciuti, dove incontrato, waar ontmoet, job board, jobboard, jobbörse, job site, source of hire, source
of candidate, candidate source, woher, woher kommt, wo her, d où, de dónde, de onde, da dove, waarvandaan, up source,
attribution source, attributed source, first attribution source, latest attribution source, attribution channel,
attributed to channel, medio por el que nos conoció, aufmerksam geworden durch, auf uns aufmerksam durch, come ci hai
conosciuto, how they came, origin source, origin source first, origin source first summary, inquiry origin, lead came in
from, lead came in through, marketing origin, discovery channel, referral source name, source of contact, how contacted,
herkunft kontakt, how'd they find us, how d they find us, how they got here, how d you hear, word of mouth source,
proveniência, proveniência do contacto, canal de proveniência, hoe binnengekomen, hoe kwam u bij ons, via welke weg, wie
gekommen, wie zu uns, wie zu uns gekommen, lead src, traffic src, contact src, src name, src type, src desc, lead src
desc, referral src, mktg src, lead source category, source group, source category, latest source, analytics source,
first source, canal de contacto inicial, medio de captación, medio de entrada, medio por el cual nos conoció, medio por
el que se enteró, medio de procedencia, medio de conocimiento, canal de conhecimento, como nos encontrou, como chegou,
come ci ha trovato, come ci avete conosciuti, provenienza contatti, canal d arrivée, mode de prise de contact, comment
connus, via quel canal, fonte do lead, hoe kent u ons, hoe gevonden, kanaal binnenkomst, hear of us, hear abt us, how
hear, ad src, ad source name, binnen via, binnen door, kam durch, kommt über, venu par, llegó por, veio por, arrivato
da, came by way of, found us through, gefunden durch, ursprüngliche traffic quelle, traffic quelle, source de trafic d
origine, source de trafic, fuente original de tráfico, fuente de tráfico, fuente original, fonte original, fonte
originale, fonte de tráfego, fonte di traffico, fonte originale del traffico, oorspronkelijke bron, oorspronkelijke
verkeersbron, verkeersbron, viene de, vem de, viene da, komt van, vient de, lead gen source, aanmeldbron,
aanmeldingsbron, inschrijfbron, anmeldequelle, source d inscription, fuente de suscripción, origem da inscrição, fonte
iscrizione, signup source, sign up source, subscription source, enquiry from, inquiry from
""",
    "campaign": """
campaign, campaigns, kampagne, campagne, campaña, campanha, campagna, ad campaign, utm campaign, marketing campaign,
cmpgn, campgn, camp, promo, promotion, marketingkampagne, aktion, werbeaktion, marketingaktion, werbekampagne, campagne
marketing, nom de campagne, opération marketing, campaña marketing, campaña de marketing, acción comercial, promoción,
campanha de marketing, ação de marketing, campagna marketing, iniziativa, promozione, campagnenaam, marketingactie,
kampagnenname, nom campagne, nombre de campaña, nombre campaña, nome da campanha, nome campanha, nome campagna, naam
campagne, mailing campaign, primary campaign source, aktionsname, campaign source, attribution campaign, attributed
campaign, first attribution campaign, latest attribution campaign, job campaign, initial campaign, original campaign,
lead campaign, source campaign name, first campaign, mailing name, mailer name, promo name, aktionscode, nom de l
opération, source campaign, campanya, utm cmpgn, campaña origen, campanha de origem, kampagne name, action commerciale,
opération commerciale, quellkampagne, campagne source, campaña de origen, campagna di origine, campagna origine,
broncampagne, campagne d origine
""",
    # By which way, where no column says it better.
    "medium": "medio",
    "utm": "utm",
    "referred": """
referred by, referred from, referrer, referral, referrals, refered by, referred, recommended by, introduced by,
empfohlen von, empfohlen durch, vermittelt durch, recommandé par, parrain, referido por, recomendado por, indicado por,
indicação de, segnalato da, presentato da, doorverwezen door, aanbevolen door, referral name, referral contact,
referredby, ref by, refd by, refer by, refrd by, referral by, referral partner, referral agent, referring, referring
person, referring partner, referring customer, referred by name, intro by, intro from, introduced through, introducer,
introduction from, recommendation by, recommendation from, recommended through, referee, who sent you, geworben von,
empfehlungsgeber, empfehler, empfehlung von, empfehlung durch, empfohlen, tippgeber, vermittler, vermittelt von,
zugeführt von, werber, parrainé par, parrainage, recommandé, recommandation, recommandation de, apporteur, apporteur d
affaires, apporteur d affaire, introduit par, présenté par, adressé par, prescripteur, orienté par, recomendado,
recomendación de, recomendada por, presentado por, derivado por, aportado por, prescriptor, indicado, quem indicou,
indicação, recomendação de, apresentado por, referenciado por, segnalatore, segnalazione di, segnalato, consigliato da,
raccomandato da, procacciatore, referenziato da, aangebracht door, aanbrenger, aangedragen door, aanbevolen, verwezen
door, doorverwijzer, getipt door, tipgever, geïntroduceerd door, via relatie, qui vous a parrainé, who referred you,
recomendó, te recomendó, que te recomendó, nos recomendó, amigo que te recomendó, quien recomendó, recommandée par, amis
qui, friend who referred, friend who referred you, referring friend, referrer name, freund der empfohlen hat, geworben
durch, tip van, sponsor name, amico che ti ha segnalato, ref d by, friend referred, referred by friend, referral person,
referring physician, referring provider, referring doctor, referring dentist, referring vet, referring agent, referring
attorney, zuweiser, überweiser, überweisender arzt, referred by whom, referring dr, sent by, sent by whom, who sent
them, recommended by whom, référé par, référencé par, envoyé par, empf durch, empf von, referido de, referencia de,
indicado por quem, doorgestuurd door, friend s name, refer a friend name, referring friend name, recomendado de, refd by
whom, recruited by, sponsored by, sponsor recruited by, friend name, friends name, name of friend, name of referrer,
name of person who referred you, referred by name, familia que recomienda, persona que recomienda, cliente que
recomienda, cliente que recomendó, que recomienda, quien recomienda, recomienda, recommandeur, client parrain, filleul
de, parrain marraine, recommending client, recommending customer, empfehlender, empfehlender kunde, empfehlungskunde,
cliente che segnala, cliente segnalatore, chi ha segnalato, aanbevolen via, aanbevelende klant, cliente que indicou,
pessoa que indicou, referring atty, referring lawyer, referring law firm, referring firm, referring vet clinic,
referring clinic, referring practice, referring company, referring realtor, referring broker, referring lender,
referring cpa, referring office, referring organization, referring member, referring patient, referred by patient,
referral agency, referring school, referring counselor, mate of, friend of, tipp von, tipp durch, hinweis von, hinweis
durch, freund von, bekannter von, ami de, amie de, recommandé de, amigo de, amiga de, amico di, vriend van, kennis van,
kennt uns durch, sent to us by, passed on by, lead passed by, passed from, word from, intro d by, tip from, tip off
from, reco de, recom por, recom de, segn da, empf, refer d by, referenz von, referente segnalatore, apporté par, contact
donné par, contacto de, nos lo recomendó, quién lo recomendó, recomendado por quién, quién refiere, who sent em, who
referred them, who recommended us, quem recomendou, quem enviou, wie tipte, ref doc, ref dr, ref md, ref phys, ref
physician, ref provider, ref prov, ref agent, ref name, ref person, ref source name, ref clinic, ref dentist, warm intro
by, warm intro from, warm intro, intro d through, de parte de, viene de parte de, vengo de parte de, de la part de,
mandato da, mandata da, via wie, über wen, durch wen, por parte de, por quem veio, quem mandou, who gave us the name,
who gave the name, name came from, reference by, references by, ref given by
""",
}
