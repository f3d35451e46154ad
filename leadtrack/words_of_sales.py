"""What the words for trades, sums, stages and notes mean."""

from leadtrack.words_of_reps import REPS
from leadtrack.words_of_sources import SOURCES

SALES = {
    **SOURCES,
    **REPS,
    "industry": """
industry, industries, sector, branche, vertical, line of business, line off business, business type, type of business,
business category, business sector, nature of business, industrie, wirtschaftszweig, gewerbe, secteur, secteur d
activité, industria, rubro, ramo, segmento, setor, settore, sectoren, bedrijfstak, naics, sic, indstry, indus, inds,
industry type, industry sector, industry vertical, trade, field of business, field of activity, type of company, market
segment, market sector, business line, business activity, primary industry, main activity, core business, sic
description, sic desc, naics description, naics desc, sic industry, specialty, wirtschaftsbereich, branchen,
tätigkeitsbereich, tätigkeitsfeld, geschäftsfeld, geschäftszweig, domaine d activité, domaine, activité, activité
principale, secteur activité, filière, actividad, actividad económica, actividad principal, giro, giro comercial, sector
de actividad, sector empresarial, giro empresarial, ramo de atividade, ramo de atuação, atividade, área de atuação,
segmento de mercado, settore di attività, settore merceologico, attività, ramo d attività, sbi, activiteit,
activiteiten, bedrijfsactiviteit, ind, ind desc, wz, wz branche, branchen text, settore merc, sett merc, cod ateco
descr, ateco descrizione, libellé naf, libellé ape, descr ateco, cnae descrição, descripción cnae, sbi omschrijving, sbi
code omschrijving, sic code description, sic code desc, naics code description, naics code desc, primary sic
description, vert, tipo de negocio, tipo de empresa, type d activité, tipo di attività, art des unternehmens, segmento
de atuação, type bedrijf, soort bedrijf, type d entreprise, type of organization, type of organisation, type of biz, biz
type, biz category, kind of business, kind of biz, bus type, business kind, branche gewerk, gewerk, corps de métier,
corps d état, line of biz, biz line, nature of biz, ramo de actividade, setor de atividade, sector de atividade, área de
negócio, área de negocio, setor merceologico, classe merceologica, merceologia, categoria merceologica, comparto, sparte
branche, wirtschaftssektor, corps d activité, activité de l entreprise, bedrijfssector, vertical market, vertical
marketing, target industry, attività svolta, activité exercée, actividad que realiza, sic 07 description, sic 2007
description, sic07 description, sic 2003 description
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
personalbestand, klasse aantal medewerkers, employee size range, employee size actual, employees actual, employee band,
staff range, staff count range, co size, size employees, company size employees, employees approx, ft employees, full
time employees, fulltime employees, no full time employees, f t employees, fte employees, vollzeitmitarbeiter,
mitarbeiter vollzeit, employés à temps plein, empleados a tiempo completo, dipendenti a tempo pieno, medewerkers
fulltime, ma anzahl, num employees, staff numbers, crew size, number of techs, number of employees, no of employees,
nr of employees, number of staff members, no of staff, total headcount, anz besch, anz mitarbeiter, número de
empregados, número de colaboradores, nº de colaboradores, nº colaboradores, n colaboradores, pessoal ao serviço, nº
pessoas ao serviço, numero dipendenti, numero addetti, n addetti, nombre d employés, nb employés, nbre employés,
aantal personeelsleden, personeelsbestand, mdws
""",
    "revenue": """
revenue, revenues, turnover, umsatz, jahresumsatz, chiffre d affaires, chiffre affaires, ca annuel, facturación,
ingresos, faturamento, receita, fatturato, omzet, jaaromzet, annual sales, yearly sales, annualrevenue, rev, revs, ann
rev, annual rev, sales volume, sales vol, gross sales, gross revenue, net sales, sales revenue, annual turnover, yearly
turnover, yearly revenue, company sales, turn over, revenu, umsätze, gesamtumsatz, umsatz jahr, umsatz pro jahr,
umsatzvolumen, ca, ca ht, c a, chiffre d affaire, ca annuel ht, ventas, ventas anuales, volumen de ventas, volumen de
negocio, cifra de negocio, cifra de negocios, ingresos anuales, facturación anual, faturamento anual, volume de
negócios, receita anual, vendas anuais, fatturato annuo, volume d affari, giro d affari, ricavi, ricavi annui, omzet per
jaar, omzetklasse, jahresumsätze, fatt annuo, fatt, fact anual, fat anual, vol affari, revenue range, annual revenue
range, sales range, umsatzklasse, umsatzgröße, tranche ca, tranche de ca, rango de facturación, faixa de faturamento,
classe fatturato, omzet klasse, omzetcategorie, sales volume range, sales volume actual, revenue band, turnover band,
turnover range, ca annuel k, ca k, ann sales, sales annual, yrly sales, sales per year, sales yr, yr sales, sales
annually, sales p a, est sales, estimated sales, estimated revenue, est revenue, revenue estimate, estimated revenue
range, estimated annual sales, est annual sales, gross annual sales, annual gross, ca n, ca n 1, umsatz vorjahr, omzet
vorig jaar, volume de negócios anual, vol negócios, vol negocios, vn anual, faturação, faturação anual, cifra negocios,
chiffre d aff, jahresums, umsatz p a, v negócios, sales usd m, sales usd mm, sales m, sales mm, revenue usd m, revenue
m, rev usd mm, sales in millions, revenue in millions, jaarlijkse inkomsten, inkomsten per jaar, ingresos por año
""",
    "annual": """
annual, yearly, jährlich, annuel, anual, annuo, annuale, jaarlijks, estimated annual, p a, pa, per annum, per year, pro
jahr, par an, al año, anuales, ao ano, all anno, per jaar, annuelle, anuale, jährliche, jährlicher, yr, ttm, ann, annl
""",
    "status": """
status, stage, phase, pipeline stage, sales stage, deal stage, statut, étape, estatus, etapa, etapa do funil, etapa del
embudo, fase, stufe, situação, situación, stadium, leadstatus, statut du lead, standing, stts, sts, stus, statu, stage
name, dispo, disposition, dispos, lead disposition, last disposition, milestone, won lost, lost won, won or lost,
pipeline status, funnel stage, deal progress, status reason, bearbeitungsstand, bearbeitungsstatus, bearbeitungsstufe,
verkaufsphase, vertriebsphase, vertriebsstatus, vertriebsstufe, leadphase, kontaktstatus, kundenstatus, angebotsstatus,
fortschritt, avancement, état d avancement, état du lead, étape du pipeline, étape commerciale, statut commercial,
statut prospect, statut client, phase de vente, situation client, estado del lead, estado del cliente, estado lead,
estado comercial, estado de la oportunidad, fase de venta, etapa de venta, etapa comercial, situación comercial,
situação do lead, estágio, estagio, fase da venda, etapa da venda, andamento, status do lead, fase do funil, stato lead,
stato cliente, stato contatto, stato trattativa, stato avanzamento, stato di avanzamento, avanzamento, fase di vendita,
fase trattativa, esito, stand van zaken, voortgang, verkoopfase, salesfase, klantstatus, relatiestatus, progress,
outcome, stand, last dispo, last outcome, estágio no funil, etapa no funil, fase no funil, stage in funnel, avanzamento
trattativa, stg, fase verkoop, fase van verkoop, where at, where we are, where they are at, pipeline status stage, sales
pipeline stage, current stage, current phase, state of lead, suite donnée, vertriebsstand, fase in traject, where in
pipeline, suivi statut, where things stand, lead status type, sales status, stato vendita, ponto de situação, ponto
situação, situación actual, situação atual, stato attuale, huidige status, aktueller stand, aktueller status, état
actuel, point d avancement, statusgrund, statusreden, reden van status, raison du statut, raison de l état, razón para
el estado, razón del estado, razão do status, motivo stato, motivo dello stato, where they re at, where its at, où on en
est, où en est on, où ça en est, stand der dinge, wie weit, cómo va, en qué punto está, como anda, a che punto, a che
punto siamo, hoe ver, waar staan we, estágio do funil, fase del embudo, fase en el embudo, fase di funnel, stap in de
funnel, akquisestatus, akquisestand
""",
    # How something of the lead's stands: the status, if there is no better one.
    "process": """
sale status, quote status, estimate status, project status, inquiry status, enquiry status, enrollment status, enrolment
status, application status, follow up status, booking status, proposal status, estado de seguimiento, estado de la
solicitud, stato richiesta, stato preventivo, status anfrage, status angebot, statut de la demande, statut devis, status
aanvraag, status offerte, status do pedido, tx status, treatment status, treatment plan status, case status, case stage,
case phase, matter status, matter stage, file status, app status, admission status, admissions status, candidate status,
loan status, claim status, project stage, project phase, quote stage, estimate stage, application stage, enrollment
stage, enrolment stage, deal progress status, estado del trámite, estado de la demanda, estado del pedido, estado
presupuesto, estado del presupuesto, estado de la propuesta, situação da proposta, situação do pedido, status da
proposta, stato offerta, stato pratica, statut du dossier, état du dossier, état de la demande, statut de l offre,
avancement du dossier, verfahrensstand, projektstatus, projektphase, antragsstatus, anfragestatus, auftragsstatus,
vorgangsstatus, offertestatus, projectstatus, aanvraagstatus, dossierstatus, status van de aanvraag, fase del proyecto,
fase do projeto, call outcome, call result, call disposition, call status, last call result, last call outcome, last
call disposition, last call status, visit result, visit outcome, knock result, call dispo, gesprächsergebnis,
kontaktergebnis, anrufergebnis, résultat appel, résultat de l appel, resultado llamada, resultado da ligação, esito
chiamata, belresultaat, gespreksresultaat, stage of tx, tx stage, stage of treatment, stage of case, estatus de
seguimiento, status van opvolging, statut de suivi, stato di seguito, etapa do processo, etapa processo, etapa del
proceso, étape du processus, fase del processo, prozessphase, prozessschritt, processtap, stap in het proces, resultaat,
resultado de la llamada
""",
    "rating": """
rating, temperature, temp, score, grade, lead score, hotness, interest level, bewertung, puntuación, calificación,
pontuação, valutazione, punteggio, beoordeling, temperatura, température, hot warm cold, rtng, grading, lead grade, lead
rating, lead temp, lead temperature, lead quality, hot cold, hot warm, heat, how hot, warmth, level of interest,
interest score, quality score, lead rank, abc, abc klasse, abc klassifizierung, leadbewertung, lead bewertung,
einstufung, klassifizierung, lead qualität, kundenbewertung, interesse stufe, note du lead, note lead, notation,
scoring, degré d intérêt, niveau d intérêt, chaleur, nivel de interés, grado de interés, puntaje, valoración,
clasificación, nível de interesse, classificação, grau de interesse, pontuação do lead, livello di interesse, grado di
interesse, valutazione lead, classificazione, interesseniveau, mate van interesse, beoordeling lead, leadscore,
classificatie, interest rating, level of intent, buying intent, intent score, likelihood, likelihood to buy,
kaufwahrscheinlichkeit, nivel interés, livello interesse, interesse niveau, kaufinteresse, how interested, intérêt
client, grado interés, grau interesse, lead stars, intrest level, intrest, interst level, level of intrest, h m l,
kaufbereitschaft, kaufinteresse stufe, degré de maturité, maturité, grado de madurez, bereidheid, koopbereidheid, lead
heat, warm cold, likelihood to close, chance to close, buyer temperature, seller temperature, motivation level, urgency
score, propensity, propensity score, fit score, engagement rating, waardering, how keen, keenness, how warm, wie heiß,
wie warm, hoe warm, qué tan caliente, quanto quente, quanto caldo, à quel point chaud, temperatuur
""",
    "value": """
value, amount, worth, deal size, wert, auftragswert, betrag, montant, valeur, importe, monto, valor, importo, valore,
waarde, bedrag, opportunity amount, opportunity value, dealwaarde, volumen, estimated value, val, amt, amnt, amount usd,
amount eur, deal amt, opp amt, opp amount, opp value, est value, quote amount, quote value, quote total, quoted amount,
quoted price, offer amount, offer value, offer price, proposal amount, proposal value, estimate amount, estimate total,
bid amount, contract value, contract amount, project value, order value, order amount, sale amount, sale value, sales
amount, deal worth, potential value, pipeline value, ticket size, acv, tcv, forecast amount, job value, job total,
weighted amount, angebotssumme, angebotswert, angebotsbetrag, angebotsvolumen, angebotspreis, auftragssumme,
auftragsvolumen, auftragsbetrag, projektwert, projektvolumen, projektsumme, volumen in euro, umsatzpotenzial,
umsatzpotential, dealwert, abschlusswert, abschlusssumme, vertragswert, verkaufswert, nettowert, gesamtwert, geschätzter
wert, montant devis, montant du devis, montant estimé, montant de l offre, montant offre, montant du contrat, montant
affaire, montant de l affaire, montant potentiel, montant ht, montant ttc, valeur estimée, valeur du contrat, valeur de
l affaire, total devis, importe presupuesto, importe del presupuesto, importe oferta, importe de la oferta, importe
estimado, monto cotizado, monto cotización, monto presupuesto, monto estimado, valor presupuesto, valor oferta, valor
oportunidad, valor de la oportunidad, valor estimado, valor del negocio, valor potencial, valor contrato, valor do
orçamento, valor orçamento, valor da proposta, valor proposta, valor do negócio, valor negócio, valor do contrato, valor
da oportunidade, valor da venda, valor cotação, importo offerta, importo preventivo, importo del preventivo, importo
stimato, importo trattativa, importo ordine, valore offerta, valore preventivo, valore trattativa, valore opportunità,
valore stimato, valore contratto, valore ordine, totale preventivo, offertebedrag, offerte bedrag, offertewaarde, bedrag
offerte, waarde offerte, orderwaarde, orderbedrag, ordervolume, opdrachtwaarde, contractwaarde, dealbedrag,
projectwaarde, geschatte waarde, verwachte waarde, potentiële waarde, potentiële omzet, vlr, imp oferta, imp
presupuesto, imp pto, mt devis, mnt, deal total, total value, quoted premium, estimate subtotal, est total, subtotal,
estimated premium, opportunity size, deal amount, opportunity total, quoted value, quoted total, quotation value, job
estimate, est job value, project size, est project value, expected premium, treatment value, treatment amount, treatment
plan amount, tx amount, tx amt, case value, case fee, estimated case value, case value estimate, matter value, estimated
fees, event value, booking value, group value, rooms revenue, f b spend, estimated f b spend, gift amount, ask amount,
donation amount, pledged amount, commission amount, montant estimé ht, montant estimé ttc, montant total ht, montant
total ttc, valor total, importe total, importo totale, gesamtbetrag, gesamtsumme, totaalbedrag, montant total, total
amount, volume d affaires estimé, auftragswert geschätzt, wert in euro, wert in eur, valor da adjudicação, valor
adjudicação, valor da oferta, valor previsto, val offerta, val proposta, montant prévisionnel, wert des auftrags,
angebotshöhe, auftragshöhe, orderhoogte, ballpark, ball park, ballpark figure, rough budget, summe, somme, est arr, arr
est, expected arr, potential arr, deal arr, arr value, est mrr, mrr est, expected mrr, trato valor, valor del trato,
negócio valor, affaire valeur, wert des deals, revenu espéré, revenus espérés, revenu attendu, verwachte opbrengst,
verwachte opbrengsten, opbrengst verwacht, arr potential, mrr potential, acv potential
""",
    "offer": """
quote, quoted, offer, estimate, bid, devis, presupuesto, cotización, oferta, orçamento, angebot, preventivo, offerte,
prijsopgave, proposta, propuesta, proposal, offre, kostenvoranschlag, cotação, contract, vertrag, contrat, contrato,
contratto, project, projekt, projet, proyecto, projeto, progetto, loan, auftrag, commande, pedido, ordine, opdracht,
sale, policy premium, treatment plan, tx plan, treatment, plan de tratamiento, behandlungsplan, heilplan, plan de
traitement, piano di cura, ppto, presup, cotiz, offte
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
createdate, createddate, crt, crtd, crted, recvd, rcvd, recd, rcv, rcd, regd, registered on, date in, datein, logged,
inquiry dt, enq, enqd, enqry, entry dt, added on, add date, date added, date entered, date created, date received, date
of enquiry, date of inquiry, date of entry, date of registration, date logged, inquiry date, enquiry date, entry date,
entry time, created on, created at, creation log, createddatetime, created time, creation time, submission time,
submission date, submitted at, submitted on, form submitted, application date, date joined, import date, upload date,
lead date, leaddate, lead timestamp, anfragedatum, anfrage vom, eingangsdatum, eingang am, eingegangen am, anlagedatum,
angelegt am, erstellt am, erfassungsdatum, erfasst am, aufnahmedatum, aufgenommen, neu seit, hinzugefügt, hinzugefügt
am, registriert, registriert am, anmeldedatum, importiert, date de demande, date demande, date d entrée, date d ajout,
ajouté le, date de saisie, saisi, saisi le, créé le, créée le, date création, date de création, date de réception, reçu,
reçu le, date d inscription, enregistré, enregistré le, soumis le, fecha de alta, fecha alta, fecha entrada, fecha de
entrada, fecha de ingreso, fecha ingreso, fecha de registro, fecha registro, registrado el, fecha de solicitud, creado
el, fecha creación, recibido, recibido el, añadido, data de cadastro, data cadastro, cadastrado, cadastrado em, data de
entrada, data entrada, data de criação, data criação, criado em, recebido, recebido em, data de registro, registrado em,
data de inclusão, inclusão, incluído, inserido, adicionado, data inserimento, inserito, inserito il, data creazione,
creato il, data di creazione, ricevuto, ricevuto il, data richiesta, data registrazione, registrato, acquisito,
caricato, aanmaakdatum, aangemaakt op, ingevoerd, ingevoerd op, invoerdatum, ontvangen, ontvangen op, ontvangstdatum,
datum aanvraag, aanvraagdatum, aanmelddatum, aangemeld op, toegevoegd op, geregistreerd, registratiedatum,
binnengekomen, binnengekomen op, datum binnenkomst, instroomdatum, erstkontakt, f alta, f entrada, f creación, f
registro, dt cadastro, dt entrada, dt criação, dt inclusão, dt creazione, dt inserimento, carimbo, carimbo de data hora,
carimbo data hora, tijdstempel, anlagedat, erf dat, erfdat, eingangsdat, dat création, dt création, tijdstip aanmaak,
informazioni cronologiche, knocked, canvassed, met on, date met, first met, erstmals erfasst, scan date, scan time,
completion time, completed at, completed on, conversion date, member since, subscriber since, lead since, contact since,
kunde seit, seit, interessent seit, cliente desde, client depuis, klant sinds, relatie sinds, cliente dal, date opened,
opened date, opened on, connection date, connected on, account created, profile created, account created date, profile
created on, date entered pipeline, entered pipeline, lead received, lead received date, lead created date, lead creation
date, lead create date, ricevuta il, data iscrizione, data de inscrição, fecha de inscripción, date inscription,
inschrijfdatum, datum inschrijving, datum invoer, invoer, inquiry received, enquiry received, received on, date rcvd,
date recd, date of first contact, erstkontakt am, rec d, rec d date, date rec d, reg date, booth visit time, fecha de
captación, fecha captación, fecha de contacto, fecha contacto, fecha de la solicitud, data do contato, data contato,
data do primeiro contato, datum contact, kontaktdatum, date de contact, first inquiry date, initial contact date,
initial inquiry, date of initial contact, call in date, walk in date, sign in time, sign in date, response date,
recorded date, messetag, lead generated, generated on, apply date, applied on, date premier contact, date du premier
contact, date du 1er contact, prise de contact, date de prise de contact, kontakt am, aufgenommen am, fecha primer
contacto, fecha del primer contacto, fecha 1er contacto, fecha de consulta, fecha consulta, data da consulta, data primo
contatto, data del primo contatto, datum eerste contact, datum 1e contact, datum gesprek, gesprächsdatum, datum des
gesprächs, date de l échange, inq date, inq dt, enq date, enq dt, date of inq, datum inzending, inzending, inzenddatum,
ingezonden, ingezonden op, verzonden op, lead gen date, lead generation date, generated date, date generated, date of
lead, cv recd, cv received, date submitted, date de création de la fiche, création de la fiche, fiche créée le, erfasst
durch am, first contact made, lead in date, came in on, date came in, walk in, walked in, date called in, called in,
date contacted us, first contacted us, contacted us on, messedatum, datum messe, beursdatum, date salon, date du salon,
fecha feria, fecha de feria, data feira, data fiera, fecha de visita a la feria, visited booth on, post date, posted,
posted on, post dt, post time, posted date, date posted, post datetime, lead post date, data de contacto, data de
receção, data receção, dt receção, dt contacto, data de pedido, date in, datum contact gelegd, log date, log dt, date
binnen, datum binnen, binnen op, date 1er contact, date 1er rdv, date appel entrant, data 1o contato, data 1º contacto,
wann angefragt, when enquired, date rang, when did they enquire, erstellungsdatum, gemaakt op, angefragt, angefragt am,
anfrage am, enquired, enquired on, rang us, rang us on, arrivé le, arrivée le, arrivato il, arrivata il, chegou em,
llegó el, cuándo llegó, binnenkomst, date de l entrée, fecha de la entrada, data dell inserimento, data della richiesta,
datum der anfrage, eintrag, eintrags, eintragung, eintragsdatum, datum des eintrags, data da encomenda, data encomenda,
data do pedido, data pedido, date de commande, date commande, fecha de pedido, fecha pedido, bestelldatum, data ordine,
data dell ordine, besteldatum, data de subscrição, subscrição, date d abonnement, fecha de suscripción, erzeugt, erzeugt
am, generado el, generato il, gegenereerd op, généré le, first enquiry, first inquiry, first enquired, first inquired,
sollicitatiedatum, datum sollicitatie, gesolliciteerd op, bewerbungsdatum, bewerbung vom, beworben am,
bewerbungseingang, date de candidature, date candidature, fecha de postulación, fecha de candidatura, fecha de
aplicación, data de candidatura, data da candidatura, data candidatura, buchungsdatum, gebucht am, data di prenotazione,
data prenotazione, prenotato il, boekingsdatum, geboekt op, date de réservation, date réservation, réservé le, fecha de
reserva, data da reserva
""",
    # The first time that somebody filled in a form: when and whence, not what.
    "converted": """
primeira conversão, primera conversión, first conversion, première conversion, prima conversione, eerste conversie,
erste konversion, erste conversion, original conversion
""",
    "asked": """
request, requested, booking, booked, applied, application, demande, anfrage, solicitud, richiesta, aanvraag,
solicitação, inscription, anmeldung, aanmelding, iscrizione, inscrição, inscripción, kontaktaufnahme, erfassung,
eingabe, lead in, lead received, quote request, info request, first seen
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
anything else, any questions, describe, tell us more, tell us about, what do you need, what are you looking for, how can
we help, how can we help you, how may we help, project description, describe project, project details, enquiry details,
inquiry details, bemerkg, bem, anm, anmerkg, zusatzinfo, zusatzinfos, zusatzinformation, zusatzinformationen, weitere
infos, weitere informationen, gesprächsnotiz, gesprächsnotizen, telefonnotiz, interne notiz, hinweis, hinweise,
mitteilung, ihr anliegen, ihre nachricht, ihre anfrage, vermerk, freitextfeld, allg info, remarques internes,
précisions, précision, infos complémentaires, informations complémentaires, compléments, autres informations, votre
message, votre demande, votre projet, note interne, compte rendu, notas internas, obsv, observ, más información,
información adicional, otros datos, su mensaje, su consulta, mensaje del cliente, anotaciones, apuntes, anotações,
anotação, informações adicionais, mais informações, outras informações, recado, sua mensagem, detalhes adicionais,
annotazioni, annotazione, appunti, appunto, informazioni aggiuntive, altre informazioni, altre note, note aggiuntive, il
tuo messaggio, testo libero, aantekening, aantekeningen, overige info, overige informatie, extra informatie,
bijzonderheden, toelichting, uw bericht, uw vraag, vraag, vragen, memo veld, vrije tekst, overig info, opm, descr,
divers, varie, callnotes, call notes, visit notes, meeting notes, tour notes, action notes, activity notes,
phone notes, follow up notes, last note, recent note, latest note, latest comment, last comment, nota interna, bemerkung
intern, interne bemerkung, kommentar intern, gesprächsinhalt, besuchsbericht, notes d appel, notas de llamada, anotações
da ligação, note chiamata, belnotities, agent notes, agent comments, customer comments, discussion, what was discussed,
discussion notes, gesprächsthema, besprochen, discussed, key notes, info notes, addl info, add l info, addtl info, addl
notes, addl comments, addl information, addtl notes, stuff to know, things to know, good to know, need to know, special
notes, other remarks, wissenswertes, à savoir, da sapere, a saber, goed om te weten, comentario libre, comentários
gerais, commentaire libre, commento libero, vrij veld, freie notizen, gesprächsprotokoll, gesprächsnotizen vertrieb, rep
comment, call comments, field notes, note libere, call log notes, int notes, beschrijving, kurznotiz, kurznotizen
""",
    # Long texts below one of these are notes.
    # What somebody means to spend: the value, where the values are sums.
    "budget": """
budget, budgets, budget range, budgetrahmen, kostenrahmen, montant du budget, enveloppe, presupuesto máx, presupuesto
máximo, presupuesto mín, presupuesto aproximado, presupuesto estimado, orçamento estimado, orçamento disponível,
begroting, verba, budget disponibile, beschikbaar budget, valor orçado, potencial, potenzial, ticket médio, price
quoted, ask amount, quoted cost, kosten voranschlag, spend, annual spend, expected spend, est spend, est annual spend,
estimated spend, estimated annual spend, monthly budget, annual budget, spend potential, potential spend, project
budget, price range max, anticipated spend, planned spend, investment, investment amount, investition,
investitionssumme, inversión, investimento, investering, price, preis, prix, precio, preço, prezzo, prijs, cuota, fee,
fees, fee estimate, est fee, estimated fee, honorar, honoraires, pledge, pledge amount, ask, prix de vente, precio de
venta, preço de venda, prezzo di vendita, verkoopprijs, price point, home price, est price, estimated price, price
estimate, est cost, estimated cost, cost estimate, kaufpreis bis, kaufpreis max, kaufpreis von, mietpreis bis, preis
bis, prix max, prix maximum, precio máximo, precio max, prezzo massimo, prezzo max, preço máximo, koopprijs tot
""",
    # A rating where the values are grades: A to D, hot to cold.
    "grading": """
priority, prio, priorität, prioridad, prioridade, priorité, priorità, prioriteit, prior, lead class, klasse,
kundenklasse, abc class, clase, classe, categoría abc, kategorie abc, heat level, évaluation
""",
    "detail": """
detail, details, requirement, requirements, background, context, infos, besoin, besoins, necesidad, necesidades,
necessidade, esigenza, esigenze, wünsche, wensen, consulta, detalles, detalhes, dettagli, détails, détail, einzelheiten,
bijzonderheid, inquiry text, story, conversation, wishlist, request details, summary, besonderheiten, histórico,
historique, verslag, gespreksnotitie, call summary, meeting summary, discussion summary, call details, storico,
narrative, narratives, misc, miscellaneous, case description, brief description, description of matter, matter
description, incident description, circumstances, facts of case, pain points, pain point, needs, needs analysis,
situation, current situation, what they need, what they want, what they said, wants needs, wish list,
projektbeschreibung, ausgangslage, handlungsbedarf, bedarf, description du projet, description du besoin, descripción de
la necesidad, descripción del proyecto, descrição do projeto, descrizione progetto, richieste particolari,
sonderwünsche, besondere wünsche, omschrijving project, projectomschrijving, wat wil klant, resumen, resumo, riassunto,
samenvatting, zusammenfassung, résumé, what it s about, whats it about, was will er, was will sie, was wollen sie, worum
geht es, worum geht s, worum gehts, wat wil hij, wat willen ze, qué quiere, qué quieren, o que quer, o que precisa, cosa
vuole, cosa vogliono, ce qu il veut, ce qu ils veulent, objet de la demande, anliegen des kunden, hintergrund, contexte,
contexto, contesto, achtergrond, anliegen
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
exact, reported, worldwide, in total, mio, millions, thousands, in millions, in thousands, max, maximum, máximo, máx,
mín, minimum, mínimo, ht, ttc, hors taxe, hors taxes, taxes comprises, brutto, netto, zzgl mwst, inkl mwst, exkl mwst,
ohne mwst, excl btw, incl btw, inclusief btw, exclusief btw, iva incl, iva inc, iva incluida, sin iva, con iva, sem iva,
com iva, iva esclusa, iva inclusa, excl vat, ex vat, inc vat, incl vat, plus vat, lordo, bruto, neto, líquido, ex gst,
inc gst, plus gst, before tax, pre tax, excl tax
""",
    # Of what a sum is: says nothing beside another word, and "value" alone.
    "money": """
usd, eur, gbp, euro, euros, dollars, cad, aud, chf, inr, rs, in usd, in eur, in €, teur, keur, k eur, tsd eur, tsd, brl,
mxn, r usd, us usd, usd usd
""",
    "location": "location, standort, ubicación, localização, posizione, locatie, lieu, lugar, area, place",
}
