"""What the words for trades, sums, sources, stages and notes mean."""

SALES = {
    "industry": """
industry, industries, sector, branche, vertical, line of business, line off business, business type, type of business,
business category, business sector, nature of business, industrie, wirtschaftszweig, gewerbe, secteur, secteur d
activité, industria, rubro, ramo, segmento, setor, settore, sectoren, bedrijfstak, naics, sic, indstry, indus, inds,
industry type, industry sector, industry vertical, trade, field of business, field of activity, type of company, market
segment, market sector, business line, business activity, primary industry, main activity, core business, sic
description, sic desc, naics description, naics desc, sic industry, specialty, wirtschaftsbereich, branchen,
tätigkeitsbereich, tätigkeitsfeld, geschäftsfeld, geschäftszweig, domaine d activité, domaine, activité, activité
principale, secteur activité, filière, actividad, actividad económica, actividad principal, giro, giro comercial,
sector de actividad, sector empresarial, giro empresarial, ramo de atividade, ramo de atuação, atividade, área de
atuação, segmento de mercado, settore di attività, settore merceologico, attività, ramo d attività, sbi, activiteit,
activiteiten, bedrijfsactiviteit, ind, ind desc, wz, wz branche, branchen text, settore merc, sett merc, cod ateco
descr, ateco descrizione, libellé naf, libellé ape, descr ateco, cnae descrição, descripción cnae, sbi omschrijving,
sbi code omschrijving
""",
    "employees": """
employees, employee, headcount, head count, staff, staff size, company size, employee count, team size, workforce,
mitarbeiter, mitarbeiterzahl, mitarbeiteranzahl, anzahl mitarbeiter, beschäftigte, effectif, effectifs, salariés,
employés, empleados, plantilla, funcionários, dipendenti, addetti, medewerkers, werknemers, personeel, organization
size, organisation size, emp, emps, empl, empls, emplys, emp size, employee size, emp count, empcount, num emp, no emp,
employees total, total employees, number of staff, staff count, staff strength, people employed, ftes, fte, team
members, organisation headcount, size of company, size of team, how many employees, how many people, how many staff, ma
zahl, mitarbeit, mitarbeitende, mitarb, anz ma, anzahl ma, firmengröße, unternehmensgröße, betriebsgröße,
beschäftigtenzahl, belegschaft, nombre de salariés, nb salariés, nbre salariés, tranche effectif, tranche d effectif,
taille de l entreprise, taille entreprise, nº empleados, núm empleados, trabajadores, número de trabajadores, tamaño de
empresa, tamaño de la empresa, tamaño empresa, trabalhadores, colaboradores, nº de funcionários, porte, porte da
empresa, tamanho da empresa, quadro de funcionários, organico, n dipendenti, nr dipendenti, num dipendenti, dimensione
azienda, dimensioni azienda, personale dipendente, aantal medewerkers, aantal werknemers, aantal fte, bedrijfsgrootte,
bedrijfsomvang, grootte bedrijf, werkzame personen, employee range, company headcount, business size, org size, firm
size, n dip, num dip, nr dip, n trab, nº trab, nro trab, num trab, n func, nº func, num func, mdw, aantal mdw, mitarb
zahl, mitarbzahl, anz mitarb, eff, effectif total, nb sal, nbre sal, n sal, employees range, emp range, employer size,
company headcount range, headcount range, size range, business size range, tranche effectifs, tranche d effectifs,
tranche des effectifs, empleados rango, faixa de funcionários, classe dipendenti, mitarbeiterklasse, mitarbeitergröße,
personalbestand, klasse aantal medewerkers
""",
    "revenue": """
revenue, revenues, turnover, umsatz, jahresumsatz, chiffre d affaires, chiffre affaires, ca annuel, facturación,
ingresos, faturamento, receita, fatturato, omzet, jaaromzet, annual sales, yearly sales, annualrevenue, rev, revs, ann
rev, annual rev, sales volume, sales vol, gross sales, gross revenue, net sales, sales revenue, annual turnover, yearly
turnover, yearly revenue, company sales, turn over, revenu, umsätze, gesamtumsatz, umsatz jahr, umsatz pro jahr,
umsatzvolumen, ca, ca ht, c a, chiffre d affaire, ca annuel ht, ventas, ventas anuales, volumen de ventas, volumen de
negocio, cifra de negocio, cifra de negocios, ingresos anuales, facturación anual, faturamento anual, volume de
negócios, receita anual, vendas anuais, fatturato annuo, volume d affari, giro d affari, ricavi, ricavi annui, omzet
per jaar, omzetklasse, jahresumsätze, fatt annuo, fatt, fact anual, fat anual, vol affari, revenue range, annual
revenue range, sales range, umsatzklasse, umsatzgröße, tranche ca, tranche de ca, rango de facturación, faixa de
faturamento, classe fatturato, omzet klasse, omzetcategorie
""",
    "annual": """
annual, yearly, jährlich, annuel, anual, annuo, annuale, jaarlijks, estimated annual, p a, pa, per annum, per year, pro
jahr, par an, al año, anuales, ao ano, all anno, per jaar, annuelle, anuale, jährliche, jährlicher, yr, ttm, ann, annl
""",
    "source": """
source, canal d acquisition, canal de adquisición, canal de captación, akquisekanal, list source, sources, src, quelle,
herkunft, leadquelle, origine, provenance, origen, fuente, procedencia, origem, fonte, provenienza, bron, herkomst,
channel, source channel, kanal, canal, canale, kanaal, where heard, how did you hear about us, how did you hear of us,
how did you find us, heard about us, referral source, lead vendor, leadsource, how heard, original source, acquisition
source, traffic source, srce, sorce, came from, lead from, comes from, lead origin, origins, lead origen, enquiry
source, inquiry source, how found, how found us, found us, found via, found through, where from, heard from, heard via,
heard through, how they heard, source of lead, source of enquiry, source of inquiry, lead provider, lead supplier,
marketing source, marketing channel, media source, acquisition channel, sourced from, entry point, inbound channel,
leadherkunft, kontaktquelle, kundenherkunft, aufmerksam geworden, aufmerksam durch, gefunden über, kontakt über,
kontaktweg, akquiseweg, wie gefunden, eingangskanal, zugang über, werbequelle, canal d origine, canal acquisition,
canal d entrée, provenance du lead, provenance du contact, source du lead, origine du contact, origine du lead, connu
par, trouvé par, vía de contacto, canal de entrada, canal de contacto, canal origen, medio de contacto, cómo nos
conoció, como nos conheceu, origen del lead, origen del contacto, origem do lead, origem do contato, canal de
aquisição, canal de origem, canal de captação, provenienza lead, provenienza contatto, canale di acquisizione, canale
di provenienza, fonte del lead, fonte contatto, come ci ha conosciuto, bron van lead, leadbron, herkomst lead,
wervingskanaal, kanaal van herkomst, gevonden via, binnengekomen via, origin, contact source, acquisition, enquiry via,
inquiry via, came via, lead via, received via, came in via, reached us via, came through, via channel, contacted us
via, anfrage über, anfrage via, eingegangen über, kontakt via, reçu via, demande via, recibido por canal, llegó por,
llegado por, chegou por, chegou via, arrivato da, arrivato tramite, tramite, aanvraag via, contact gelegd via
""",
    "campaign": """
campaign, campaigns, kampagne, campagne, campaña, campanha, campagna, ad campaign, utm campaign, marketing campaign,
cmpgn, campgn, camp, promo, promotion, marketingkampagne, aktion, werbeaktion, marketingaktion, werbekampagne, campagne
marketing, nom de campagne, opération marketing, campaña marketing, campaña de marketing, acción comercial, promoción,
campanha de marketing, ação de marketing, campagna marketing, iniziativa, promozione, campagnenaam, marketingactie
""",
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
door, doorverwijzer, getipt door, tipgever, geïntroduceerd door, via relatie, qui vous a parrainé, who referred you
""",
    "status": """
status, stage, phase, pipeline stage, sales stage, deal stage, statut, étape, estatus, etapa, etapa do funil, etapa del
embudo, fase, stufe, situação, situación, stadium, leadstatus, statut du lead, standing, stts, sts, stus, statu, stage
name, dispo, disposition, dispos, lead disposition, call outcome, call result, call disposition, call status, last
disposition, milestone, won lost, lost won, won or lost, pipeline status, funnel stage, deal progress, status reason,
bearbeitungsstand, bearbeitungsstatus, bearbeitungsstufe, verkaufsphase, vertriebsphase, vertriebsstatus,
vertriebsstufe, leadphase, kontaktstatus, kundenstatus, angebotsstatus, fortschritt, avancement, état d avancement,
état du lead, étape du pipeline, étape commerciale, statut commercial, statut prospect, statut client, phase de vente,
situation client, estado del lead, estado del cliente, estado lead, estado comercial, estado de la oportunidad, fase de
venta, etapa de venta, etapa comercial, situación comercial, situação do lead, estágio, estagio, fase da venda, etapa
da venda, andamento, status do lead, fase do funil, stato lead, stato cliente, stato contatto, stato trattativa, stato
avanzamento, stato di avanzamento, avanzamento, fase di vendita, fase trattativa, esito, stand van zaken, voortgang,
verkoopfase, salesfase, klantstatus, relatiestatus, progress, outcome, stand
""",
    "rating": """
rating, temperature, temp, score, grade, lead score, hotness, interest level, bewertung, puntuación, calificación,
pontuação, valutazione, punteggio, beoordeling, temperatura, température, hot warm cold, rtng, grading, lead grade,
lead rating, lead temp, lead temperature, lead quality, hot cold, hot warm, heat, how hot, warmth, level of interest,
interest score, quality score, lead rank, abc, abc klasse, abc klassifizierung, leadbewertung, lead bewertung,
einstufung, klassifizierung, lead qualität, kundenbewertung, interesse stufe, note du lead, note lead, notation,
scoring, degré d intérêt, niveau d intérêt, chaleur, nivel de interés, grado de interés, puntaje, valoración,
clasificación, nível de interesse, classificação, grau de interesse, pontuação do lead, livello di interesse, grado di
interesse, valutazione lead, classificazione, interesseniveau, mate van interesse, beoordeling lead, leadscore,
classificatie
""",
    "owner": """
owner, vertreter, chargé de compte, chargé d affaires, chargé de clientèle, gestor, gestor de cuenta, handelsvertreter,
funzionario, ejecutivo de cuenta, owned by, rep, sales rep, sales representative, salesrep, salesperson, sales person,
sales agent, agent, assigned to, assigned agent, assigned rep, assigned user, assignee, assigned, handled by, managed
by, account manager, accountmanager, account executive, account owner, record owner, record manager, sales owner, sales
manager, inhaber, zuständig, zuständiger, betreuer, kundenbetreuer, bearbeiter, verantwortlich, verantwortlicher,
vertriebsmitarbeiter, verkäufer, außendienst, responsable, comercial, comercial asignado, commercial, vendeur,
propriétaire, vendedor, asesor, ejecutivo, propietario, responsável, proprietário, corretor, agente, venditore,
responsabile, commerciale, eigenaar, verantwoordelijke, verkoper, asignado a, assigné à, attribué à, zugewiesen an,
assegnato a, toegewezen aan, owner name, proprietario, slsrep, sls rep, salesrp, slsman, salesman, saleswoman,
salesmen, salespeople, slsp, slspn, slsprsn, sales exec, sales executive, sales consultant, sales advisor, sales
adviser, sales associate, sales contact, sales user, responsible user, responsible person, responsible rep, person
responsible, lead owner, lead manager, lead assigned to, assigned user name, assigned owner, assigned salesperson,
assigned sales rep, allocated to, given to, handler, looked after by, worked by, account mgr, acct mgr, acct manager,
acct exec, acct rep, account rep, account manager name, relationship manager, client manager, customer manager,
customer success manager, csm, case manager, case owner, lead handler, sdr, bdr, bdm, ae, isr, business development
manager, business development rep, territory manager, territory rep, area sales manager, our rep, our contact, our
agent, internal owner, crm owner, record owner name, sales agent name, sales team member, vertriebler,
vertriebskontakt, vertriebsbeauftragter, vertriebspartner, aussendienstmitarbeiter, innendienstmitarbeiter, interner
ansprechpartner, unser ansprechpartner, sachbearbeiter, sachbearbeiterin, zuständigkeit, zuständige person, zugeordnet,
zugewiesen, zugeordnet zu, zugeteilt, kontaktinhaber, leadinhaber, kundenbetreuung, kundenberater, kundenberaterin,
account betreuer, betreut von, betreuerin, verkaufsberater, verkaufsleiter, gebietsleiter, gebietsverkaufsleiter,
responsable commercial, responsable du compte, responsable compte, commercial en charge, commercial attribué, attaché
commercial, attribué, affecté à, géré par, conseiller commercial, gestionnaire, propriétaire du lead, propriétaire du
contact, en charge, responsable de cuenta, responsable comercial, agente comercial, agente de ventas, asesor comercial,
asesor de ventas, ejecutivo de ventas, ejecutivo comercial, ejecutiva, gestor comercial, comercial responsable,
asignado, atendido por, gestionado por, propietario del lead, delegado comercial, vendedor asignado, representante de
ventas, atribuído a, atribuído para, atribuído, consultor comercial, consultor de vendas, responsável comercial,
responsável pelo lead, representante comercial, representante de vendas, vendedor responsável, gerente de conta,
executivo de contas, executivo de vendas, atendente, proprietário do lead, responsabile commerciale, responsabile
vendite, agente di vendita, agente commerciale, commerciale di riferimento, consulente commerciale, assegnato,
assegnatario, gestito da, seguito da, incaricato, proprietario del lead, rappresentante, addetto vendite,
accountbeheerder, relatiebeheerder, contactbeheerder, klantbeheerder, vertegenwoordiger, toegewezen, behandelaar,
verantwoordelijk, verantwoordelijke verkoper, commercieel medewerker, buitendienst, suivi par, behandeld door,
responsible, ansprechpartner intern, vertrieb, resp, resp commercial, resp comercial, resp commerciale, vend resp,
verantw, zust, zuständ, ma vertrieb, négociateur, négociatrice, dealt with by, dealt with, taken over by, pris en
charge par, traité par, bearbeitet von, seguito commercialmente da, opgevolgd door, attended by, responsável
atendimento, quem atendeu, lead assignee
""",
    # Trades of people who look after leads: the owner, where few of them take turns down the column.
    "staff": """
producer, loan officer, mlo, lo, loan originator, originator, mortgage consultant, mortgage advisor, counselor,
counsellor, admissions counselor, admissions counsellor, admissions rep, admissions officer, admissions advisor,
enrollment counselor, enrollment advisor, enrolment advisor, recruiter, liaison, physician liaison, advisor, adviser,
financial advisor, financial adviser, insurance advisor, insurance agent, travel advisor, design consultant, designer,
consultant, estimator, canvasser, closer, setter, appointment setter, coordinator, intake coordinator, intake
specialist, care coordinator, patient coordinator, product specialist, planner, event planner, leasing agent, leasing
consultant, listing agent, buyer agent, buyers agent, broker, telemarketer, fundraiser, field rep, field agent,
representative, reps, inside sales, outside sales, service advisor, service writer, bdc rep, bdc agent, berater,
beraterin, versicherungsmakler, makler, adviseur, makelaar, conseiller, conseillère, courtier, consulente, consultor,
corredor, delegado, encargado, representante, asesora, promotor, captador, delegato, promotore, innendienst,
binnendienst, area manager, regional manager, telefonista, operatore, operador, opérateur, teleoperador, télévendeur,
téléconseiller, gift officer, development officer, relationship officer, program officer, enrollment officer, account
officer, sales officer, credit officer, customer advisor, client advisor, customer success, success manager, care
manager, member advisor, sales specialist, mortgage specialist, sales coordinator, csr
""",
    "value": """
value, amount, worth, deal size, wert, auftragswert, betrag, montant, valeur, importe, monto, valor, importo, valore,
waarde, bedrag, opportunity amount, opportunity value, dealwaarde, volumen, estimated value, val, amt, amnt, amount
usd, amount eur, deal amt, opp amt, opp amount, opp value, est value, quote amount, quote value, quote total, quoted
amount, quoted price, offer amount, offer value, offer price, proposal amount, proposal value, estimate amount,
estimate total, bid amount, contract value, contract amount, project value, order value, order amount, sale amount,
sale value, sales amount, deal worth, potential value, pipeline value, ticket size, acv, tcv, forecast amount, job
value, job total, weighted amount, angebotssumme, angebotswert, angebotsbetrag, angebotsvolumen, angebotspreis,
auftragssumme, auftragsvolumen, auftragsbetrag, projektwert, projektvolumen, projektsumme, volumen in euro,
umsatzpotenzial, umsatzpotential, dealwert, abschlusswert, abschlusssumme, vertragswert, verkaufswert, nettowert,
gesamtwert, geschätzter wert, montant devis, montant du devis, montant estimé, montant de l offre, montant offre,
montant du contrat, montant affaire, montant de l affaire, montant potentiel, montant ht, montant ttc, valeur estimée,
valeur du contrat, valeur de l affaire, total devis, importe presupuesto, importe del presupuesto, importe oferta,
importe de la oferta, importe estimado, monto cotizado, monto cotización, monto presupuesto, monto estimado, valor
presupuesto, valor oferta, valor oportunidad, valor de la oportunidad, valor estimado, valor del negocio, valor
potencial, valor contrato, valor do orçamento, valor orçamento, valor da proposta, valor proposta, valor do negócio,
valor negócio, valor do contrato, valor da oportunidade, valor da venda, valor cotação, importo offerta, importo
preventivo, importo del preventivo, importo stimato, importo trattativa, importo ordine, valore offerta, valore
preventivo, valore trattativa, valore opportunità, valore stimato, valore contratto, valore ordine, totale preventivo,
offertebedrag, offerte bedrag, offertewaarde, bedrag offerte, waarde offerte, orderwaarde, orderbedrag, ordervolume,
opdrachtwaarde, contractwaarde, dealbedrag, projectwaarde, geschatte waarde, verwachte waarde, potentiële waarde,
potentiële omzet, vlr, imp oferta, imp presupuesto, imp pto, mt devis, mnt, deal total, total value
""",
    "offer": """
quote, quoted, offer, estimate, bid, devis, presupuesto, cotización, oferta, orçamento, angebot, preventivo, offerte,
prijsopgave, proposta, propuesta, proposal, offre, kostenvoranschlag, cotação, contract, vertrag, contrat, contrato,
contratto, project, projekt, projet, proyecto, projeto, progetto, loan, auftrag, commande, pedido, ordine, opdracht,
sale, policy premium
""",
    "expected": """
expected, estimado, estimada, estimé, estimée, stimato, geschätzt, geschätzter, geschat, approximate, approx,
estimated, est, potential, forecast, erwarteter, erwartet, attendu, esperado, previsto, verwachte, prognose,
prognostiziert, projected, anticipated, presunto, estim, geschätzte, potenziell, potentiel, potencial, potenziale,
potentiële, verwacht, prévu, prévisionnel, stimata, prevista, presumido, likely
""",
    "deal": """
deal, deals, opportunity, opportunité, oportunidad, oportunidade, opportunità, potentials, verkaufschance, opp, opps,
oppty, affaire, affaires, trattativa, negociação, negociación
""",
    "created": """
created, create, creation, added, received, submitted, submit, submission, captured, capture, entered, entry, scan,
scanned, inquiry, enquiry, inquired, click, clicked, registered, registration, signup, sign up, signed up, intake,
acquired, imported, timestamp, time stamp, angelegt, erstellt, erstell, anlage, erfasst, eingang, eingegangen,
zeitstempel, création, créé, créée, ajouté, horodateur, creación, creado, alta, registro, marca temporal, criação,
criado, cadastro, creazione, creato, inserimento, aangemaakt, aanmaak, toegevoegd, created date, lead created,
createdate, createddate, crt, crtd, crted, recvd, rcvd, recd, rcv, rcd, regd, registered on, date in, datein, first
seen, logged, inquiry dt, enq, enqd, enqry, entry dt, added on, add date, date added, date entered, date created, date
received, date of enquiry, date of inquiry, date of entry, date of registration, date logged, inquiry date, enquiry
date, entry date, entry time, created on, created at, creation log, createddatetime, created time, creation time,
submission time, submission date, submitted at, submitted on, form submitted, application date, date joined, import
date, upload date, lead date, leaddate, lead timestamp, anfragedatum, anfrage vom, eingangsdatum, eingang am,
eingegangen am, anlagedatum, angelegt am, erstellt am, erfassungsdatum, erfasst am, aufnahmedatum, aufgenommen, neu
seit, hinzugefügt, hinzugefügt am, registriert, registriert am, anmeldedatum, importiert, date de demande, date
demande, date d entrée, date d ajout, ajouté le, date de saisie, saisi, saisi le, créé le, créée le, date création,
date de création, date de réception, reçu, reçu le, date d inscription, enregistré, enregistré le, soumis le, fecha de
alta, fecha alta, fecha entrada, fecha de entrada, fecha de ingreso, fecha ingreso, fecha de registro, fecha registro,
registrado el, fecha de solicitud, creado el, fecha creación, recibido, recibido el, añadido, data de cadastro, data
cadastro, cadastrado, cadastrado em, data de entrada, data entrada, data de criação, data criação, criado em, recebido,
recebido em, data de registro, registrado em, data de inclusão, inclusão, incluído, inserido, adicionado, data
inserimento, inserito, inserito il, data creazione, creato il, data di creazione, ricevuto, ricevuto il, data
richiesta, data registrazione, registrato, acquisito, caricato, aanmaakdatum, aangemaakt op, ingevoerd, ingevoerd op,
invoerdatum, ontvangen, ontvangen op, ontvangstdatum, datum aanvraag, aanvraagdatum, aanmelddatum, aangemeld op,
toegevoegd op, geregistreerd, registratiedatum, binnengekomen, binnengekomen op, datum binnenkomst, instroomdatum,
erstkontakt, f alta, f entrada, f creación, f registro, dt cadastro, dt entrada, dt criação, dt inclusão, dt creazione,
dt inserimento, carimbo, carimbo de data hora, carimbo data hora, tijdstempel, anlagedat, erf dat, erfdat, eingangsdat,
dat création, dt création, tijdstip aanmaak, informazioni cronologiche
""",
    "asked": """
request, requested, booking, booked, applied, application, demande, anfrage, solicitud, richiesta, aanvraag,
solicitação, inscription, anmeldung, aanmelding, iscrizione, inscrição, inscripción, kontaktaufnahme, erfassung,
eingabe, lead in, lead received, quote request, info request
""",
    "date": """
date, dates, datetime, time, datum, zeit, datumzeit, fecha, fecha y hora, hora, data, heure, dag, ora, dt, dte, ts,
tmstmp, tmstp, dttm, dts, dtm, date utc, date time, date and time, tstamp, datum uhrzeit, datum und uhrzeit, uhrzeit,
fecha hora, data e hora, data hora, data ora, data e ora, date et heure, date heure, datum tijd, datum en tijd, tijd,
tijdstip, zeitpunkt
""",
    "notes": """
notes, note, comments, comment, remarks, remark, description, desc, memo, bemerkung, bemerkungen, notiz, notizen,
kommentar, kommentare, anmerkung, anmerkungen, beschreibung, commentaire, commentaires, remarque, remarques,
observación, observaciones, comentario, comentarios, nota, notas, observação, observações, comentário, comentários,
osservazioni, commenti, commento, descripción, descrição, descrizione, omschrijving, opmerking, opmerkingen, notities,
notitie, message, nachricht, mensaje, mensagem, messaggio, bericht, additional info, additional information, questions,
obs, sonstiges, nts, cmnt, cmnts, cmt, cmts, cmmnt, commt, commnt, commnts, rmk, rmks, rmrk, rmrks, remrk, dscr,
dscrptn, notiz zum kontakt, note comment, free text, freetext, freitext, free notes, internal notes, sales notes, rep
notes, lead notes, general notes, misc info, misc notes, miscellaneous, other info, other information, other notes,
other comments, additional comments, additional notes, extra info, more info, further info, further information, notes
comments, jottings, scribbles, observations, background info, your message, your comments, your inquiry, your enquiry,
anything else, any questions, describe, tell us more, tell us about, what do you need, what are you looking for, how
can we help, how can we help you, how may we help, project description, describe project, project details, enquiry
details, inquiry details, bemerkg, bem, anm, anmerkg, zusatzinfo, zusatzinfos, zusatzinformation, zusatzinformationen,
weitere infos, weitere informationen, gesprächsnotiz, gesprächsnotizen, telefonnotiz, interne notiz, hinweis, hinweise,
mitteilung, ihr anliegen, ihre nachricht, ihre anfrage, vermerk, freitextfeld, allg info, remarques internes,
précisions, précision, infos complémentaires, informations complémentaires, compléments, autres informations, votre
message, votre demande, votre projet, note interne, compte rendu, notas internas, obsv, observ, más información,
información adicional, otros datos, su mensaje, su consulta, mensaje del cliente, anotaciones, apuntes, anotações,
anotação, informações adicionais, mais informações, outras informações, recado, sua mensagem, detalhes adicionais,
annotazioni, annotazione, appunti, appunto, informazioni aggiuntive, altre informazioni, altre note, note aggiuntive,
il tuo messaggio, testo libero, aantekening, aantekeningen, overige info, overige informatie, extra informatie,
bijzonderheden, toelichting, uw bericht, uw vraag, vraag, vragen, memo veld, vrije tekst, overig info, opm, descr,
divers, varie, anliegen
""",
    # Long texts below one of these are notes.
    "detail": """
detail, details, requirement, requirements, background, context, infos, besoin, besoins, necesidad, necesidades,
necessidade, esigenza, esigenze, wünsche, wensen, consulta, detalles, detalhes, dettagli, détails, détail,
einzelheiten, bijzonderheid, inquiry text, story, conversation, wishlist, request details
""",
    "number": """
number, nb, nbre, qtd, no, nos, nr, num, numbers, nummer, número, numéro, numero, n, count, anzahl, aantal, nbr,
cantidad, qty, nbrs, nmbr, numb, nro, nº, n°, núm, qte, anz, cnt, no of, how many
""",
    # How a thing is shown, and not another thing: "status_label".
    "label": "label, lbl, literal",
    # Says nothing beside another word: "Employees total".
    "size": """
total, totals, actual, overall, approx number, circa, rough, roughly, combined, insgesamt, gesamt, totale, totaal,
exact, reported, worldwide, in total, usd, eur, gbp, euro, euros, dollars, cad, aud, chf, inr, rs, in usd, in eur, in
€, mio, millions, thousands, in millions, in thousands
""",
    "location": "location, standort, ubicación, localização, posizione, locatie, lieu, lugar, area, place",
}
