"""What the words of headers mean that name nobody's field, or somebody else's: roles, ids, fillers."""

# Headers with one of these are never the lead's own field, whatever else they say.
OTHER = """
id, ids, uuid, guid, key, index, fax, faxes, telefax, pager, telex, isdn, middle, middle name, nickname, nick, suffix,
prefix, salutation, anrede, civilité, tratamiento, tratamento, appellativo, aanhef, mr ms, initials, maiden, yomi,
phonetic, additional name, short name, file as, birthday, birthdate, birth, dob, geburtsdatum, geboortedatum,
naissance, nascimento, nascita, nacimiento, geburtstag, gender, sex, geschlecht, age, anniversary, hobby, spouse,
wife, husband, partner, children, child, kids, kid, mum, mom, mother, father, dad, parent, parents, guardian, son,
daughter, assistant, assistants, asst, secretary, emergency, manager, managers, supervisor, boss, co buyer, co
applicant, co borrower, cobuyer, guarantor, reference, references, ad, ads, adset, ad set, ad group, adgroup, anzeige,
form, formular, event, webinar, session, modified, updated, update, changed, edited, edit, geändert, änderung,
modifié, modification, modificación, actualización, modificado, atualização, última, modifica, gewijzigd, bearbeitet,
custom field, custom, created by, modified by, updated by, last activity, activity, type, typ, tipo, art, soort, tag,
tags, category, categories, kategorie, catégorie, categoría, categoria, categorie, department, departments, abteilung,
service, dipartimento, afdeling, departamento, po box, postfach, ext, extension, latitude, longitude, lat, lng, lon,
ip, mac, language, sprache, langue, idioma, lingua, taal, currency, währung, devise, moneda, moeda, valuta, time zone,
timezone, vat, tax id, ust, siret, siren, cif, nif, cnpj, cpf, piva, kvk, ssn, password, photo, picture, image,
avatar, facebook, twitter, instagram, skype, youtube, xing, tiktok, domain, domain name, gclid, keyword, keywords,
medium, ticket, order, orders, invoice, product, products, interest, interested, listing, mls, policy, premium,
vehicle, next, follow up, followup, follow, due, reminder, last contacted, last called, closed, close, closing,
reason, converted, conversion, convert, probability, percent, bounce, bounced, deleted, delete, master, lifecycle,
lifecycle stage, lead title, login, group, membership, subject, sensitivity, mileage, directory, list, mailing list,
cost, spent, price, range, quantity, confidence, quality, seniority, duration, minutes, formatted, extended,
neighborhood, bairro, borough, previous, former, old, hear, business owner, listed, verified, reviews, review,
sentiment, best time, availability, preferred time, location type, recent, days, average, funding, technologies,
technology, preference, preferences, privacy, terms, shipped, attended, data, ticker, user agent, browser, realtor,
bookkeeper, accountant, cpa, lender, attorney, lawyer, solicitor, notary, architect, contractor, subcontractor,
dealer, installer, mortgage broker, title company, title officer, escrow, escrow officer, processor, underwriter, loan
processor, transaction coordinator, tc, second executive, second contact person, co owner, coowner, coapplicant, co
insured, coborrower, co signer, cosigner, beneficiary, dependent, dependents, nanny, caregiver, carer, next of kin,
sibling, brother, sister, grandparent, roommate, organizer, organiser, host, hosts, moderator, interviewer, presenter,
trainer, teacher, instructor, professor, coach, pcp, physician, doctor, pediatrician, steuerberater, anwalt, avocat,
abogado, advogado, avvocato, advocaat, notaire, notar, notario, notaris, comptable, contable, contador,
commercialista, boekhouder, buchhalter, architekt, architecte, arquitecto, arquiteto, architetto, conjoint, conjointe,
cónyuge, cônjuge, coniuge, partnerin, ehepartner, ehefrau, ehemann, echtgenoot, echtgenote, époux, épouse, esposa,
esposo, mari, padre, madre, pai, mãe, vater, mutter, eltern, père, mère, ouder, ouders, genitore, genitori, tutor,
tuteur, kinder, enfants, hijos, filhos, figli, kinderen, notfall, notfallkontakt, urgence, emergencia, emergência,
emergenza, noodcontact, nood, secretaria, segretaria, sekretärin, sekretariat, secrétaire, secretaresse, assistentin,
assistante, asistente personal, vorgesetzter, second owner, previous owner, installer name, employee id, agency
contact, confirm, verify, repeat, retype, verification, valid, validity, validation, deliverability, bounce reason,
hashed, hash, md5, sha256, encrypted, tax number, tax no, taxid, vat id, vat number, vat no, ein, fein, tin, itin,
abn, acn, gst, gstin, gst no, pan, pan no, pan number, cin, tan, aadhaar, aadhar, nie, dni, nit, rut, ruc, rfc, curp,
cuit, cuil, dni nie, inscrição estadual, inscrição municipal, rg, cep id, codice fiscale, cod fiscale, partita iva, p
iva, codice sdi, sdi, pec, ust id, ust idnr, ustid, ust id nr, umsatzsteuer, steuernummer, steuer nr, handelsregister,
hrb, tva, numéro tva, n tva, rcs, naf, code naf, ape, code ape, btw, btw nummer, btwnummer, kvk nummer, kvknummer,
bsn, crn, company registration, registration number, duns, d u n s, naics description id, npi, license, licence, lic,
license number, personalausweis, passport, passport number, driver license, drivers license, iban, bic, swift, bank
account, kontonummer, account number, account no, acct no, acct number, loan number, policy number, policy no, claim,
claim number, case, case number, invoice number, order number, po number, reference number, ref no, ref nr, ref
number, batch, serial, sku, barcode, seat, booth, kundennummer, kunden nr, kundennr, kd nr, kdnr, klantnummer,
klantnr, numéro client, n client, código cliente, cod cliente, codice cliente, código do cliente, debitor,
debitorennummer, debiteurennummer, mitgliedsnummer, question, answer, response, responses, survey, quiz, poll,
variant, page, page url, page name, landing page, landing, referring page, referring url, referrer url, url referrer,
referer, http referer, user ip, device, os, platform, screen, session id, cookie, utm term, utm content, utm medium,
utm id, fbclid, msclkid, fbc, fbp, click id, gbraid, wbraid, placement, creative, term, matchtype, network,
appointment, appt, meeting, meetings, call date, call time, calls, demo, starts, ends, starting, ending, start date,
end date, arrival, departure, check in, check out, checkin, checkout, canceled, cancelled, cancel, cancellation, no
show, noshow, rescheduled, reschedule, attendance, watched, joined, entry term, term start, semester, gpa, grad year,
graduation, high school, degree, credit, fico, ltv, dti, apr, rate lock, lock, equity, mortgage, mortgage balance,
loan purpose, loan type, down payment, downpayment, deposit, taxes, tip, discount, balance, paid, payment, payments,
payment method, billing cycle, subscription, plans, license count, seats, bedrooms, beds, bed, bathrooms, baths, bath,
sqft, square feet, square footage, lot size, year built, built, vacant, roof, roof type, roof age, shade, utility,
utility bill, electric bill, kwh, system size, panels, inverter, vehicle make, vin, trim, color, colour, size, weight,
height, width, warranty, coverage, carrier, current carrier, premium amount, x date, xdate, renewal, renewal date,
expiration, expiry, expires, exp date, effective, effective date, tobacco, smoker, marital, marital status, ethnicity,
race, nationality, religion, income, household income, net worth, credentials, specialty code, provider count, viewed,
starred, unread, opened, opens, clicks, sends, sent, replied, replies, visits, last visit, last seen, last login, last
active, seen, sessions, pageviews, interactions, interaction, engagement, attempts, attempt, tries, disposition date,
outcome date, dial count, queue, recording, transcript, summary link, geburtsname, geschlecht code, familienstand,
beruf der eltern, geb, geb dat, geb datum, gebdat, verlängerung, vertrag, vertragsnummer, wiedervorlage, termin,
rückruf, zähler, liste, verteiler, sprachen, échéance, relance, rappel, rendez vous, rdv, dernier contact, dernière
visite, prochaine action, próxima acción, próximo contato, próximo contacto, último contacto, último contato, ultimo
contatto, prossimo contatto, laatste contact, volgende actie, volgende stap, letzter kontakt, nächster kontakt,
nächster schritt, prochain contact, seguimiento, seguimento, opvolging, opvolgdatum, herinnering, nachfassen, site id,
sr, sr no, s no, sl, sl no, sno, serial no, row, line no, lfd, lfd nr, pos nr, nr lfd, upd, updt, updated at, modif,
mdfd, lst cntct, lstupd, birthdt, brth, bday, bdate, ssn 4, gndr, anniv, dept, dpt, abt, mi, mid, mname, m name, sfx,
pfx, salut, fx, zip four, plus four, start, end, tax, year, make, model, won date, lost date, lost reason, reason
lost, plan, total spent, bank, contact id, contact type, zip 4, plus 4, zip4, number of sales, years, year started,
founded, established, gründung, gegründet, visit, room, won, lost, property, installation, purchase, purchased,
purchases, feedback rating, tier, conversion event, conversão, conversión, conversione, conversie, call back
requested, callback requested, call requested, marketing contact status, marketing status, best time to call, best
time to contact, preferred contact method, contact method, method of contact, trade in, trade ins, tradein, trade
type, promo code, discount code, coupon, coupon code, gutscheincode, gutschein, code promo, código promocional, codice
promozionale, kortingscode, pat num, patnum, patient number, patient no, prop, groom, groom name, bill amount, bill
amt, interesse, interessen, intérêt, intérêts, interés, intereses, interessi, interesses, interessegebied, current
provider, current vendor, current supplier, current solution, current system, current software, current tool, current
crm, current insurer, current agency, current agent, current bank, preferred contact, estado civil, stato civile, état
civil, burgerlijke staat, estado marital, civil status, employment status, member type, total spend, lifetime spend,
total spent, ytd spend, ad spend, amount spent, responsible party, resp party, responsible party name, guarantor name,
household name, envelope name, colonia, escuela de procedencia, colegio de procedencia, school of origin, grado
escolar, grado académico, ciclo escolar, school year, grade level, class year, grad yr, year group, unit price, list
price, min price, price min, sold price, asking price, price list, lista de precios, tarifa, pricing, price level,
price per, called 1, called 2, called 3, called, organic, is organic, person account, do not modify, scrubbed, annual
dues, dues, membership fee, membership level, late fee, ap contact, a p contact, a p, accounts payable, accounts
payable contact, ap email, ap name, adjuster, adjuster name, inspector, notified, bridesmaid, groomsman, care of, c o,
home value, house value, market value, assessed value, estimated home value, property values, preferred store,
preferred branch, preferred clinic, preferred dealer, preferred school, preferred club, preferred day, preferred days,
preferred office, preferred practice, preferred time, preferred date, preferred dates, gewünschter termin,
wunschtermin, fecha preferida, date souhaitée, data preferita, apellido materno, ap materno, ap mat, materno, segundo
apellido, 2o apellido, 2 apellido, date of birth, trustedform, trusted form, trustedform cert, jornaya, leadid, lead
id token, universal lead id, hubspot id, hs object id, cert url, certificate url, nipc, neq, nif nipc, contribuinte,
nr contribuinte, n contribuinte, time on site, data de validade, loss, role id, ins co, ins company, ins carrier,
insurance company, insurance co, insurance carrier, value add, value added, value prop, added value, weitere vornamen,
weiterer vorname, deuxième prénom, segundo nombre, secondo nome, segundo nome, middelste naam, lead titel, titre du
lead, título del lead, título do lead, titolo lead, titolo del lead, interessato a, interesado en, interessado em,
intéressé par, interessiert an, geïnteresseerd in, interested in, autore creazione, autore modifica, autore ultima
modifica, coste, coste lead, costo lead, custo lead, coût lead, coût du lead, prezzo lead, prix lead, prix du lead,
precio lead, precio del lead, preço lead, preço do lead, leadpreis, leadprijs, leadkosten, kosten pro lead, kosten per
lead, planta, planta mín, planta mínima, piso mínimo, achtervoegsel, suffisso, sufijo, suffixe, argomento, onderwerp,
thema, tópico, reparto, última actividad, letzte aktivität, boîte postale, apartado de correos, apartado postal, caixa
postal, casella postale, postbus, lead price, price of lead, lead cost, cost of lead, cost per lead, price per lead,
cpl, date creation etablissement, date creation unite legale, date création établissement, date de création de l
entreprise, date de création de la société, date de création entreprise, fecha de constitución, data di costituzione,
data costituzione, gründungsdatum, oprichtingsdatum, data de fundação, data de abertura, date of incorporation,
incorporation date, résultat, résultat net, jahresergebnis, utile netto, d b rating, dnb rating, credit rating, rating
crédito, rating de crédito, rating credito, cotation, bonität, bonitätsindex, creditsafe score, credit score, failure
score, delinquency score, paydex, kaltmiete, warmmiete, prix de vente, prix du bien, precio de venta, precio del
inmueble, precio inmueble, preço do imóvel, prezzo immobile, prezzo di vendita, vraagprijs, huurprijs, listenpreis,
stückpreis, preço do bilhete, prix du billet, ticketpreis, ticket price, preço unitário, prix unitaire, precio
unitario, prezzo unitario, preço, prezzo, precio, prix, preis, ventes, ordini, commandes, pedidos, bestellungen,
bestellingen, verkäufe, vendite, eigentümer, proprietário do imóvel, propriétaire du bien, propietario del inmueble,
vendor, kaufpreis, mietpreis, koopprijs, premio, prämie, prime, prima, premie, jahresprämie, compagnia attuale,
compagnia assicurativa, compagnia di assicurazione, compagnia, assicuratore, versicherer, versicherungsgesellschaft,
assureur, aseguradora, seguradora, verzekeraar, precio de lista, preço pedido, preço de tabela, prix catalogue, prix
de liste, prezzo di listino, prezzo listino, catalogusprijs, totale speso, total gasto, total dépensé, gesamtausgaben,
totaal besteed, lead título, lead titulo, lead titre, nome utente, nom d utilisateur, nombre de usuario, nome de
usuário, nome de utilizador, benutzername, gebruikersnaam
"""
# Whose it is: says nothing against the lead's own field.
WHOSE = """
lead, leads, contact, contacts, customer, customers, client, clients, prospect, prospects, person, persons, people,
cust, kunde, kunden, kundin, interessent, interessenten, klant, cliente, clientes, contatto, contacto, contato,
kontakt, attendee, applicant, guest, member, subscriber, visitor, registrant, delegate, participant, insured,
homeowner, candidate, teilnehmer, participante, partecipante, deelnemer, persona, pessoa, personne, respondent,
investor, bidder, associated, related, your, my, our, info, field, record, salesforce, hubspot, hub spot, crm,
decision maker, invitee, invitees, attendees, registrants, applicants, borrower, borrowers, policyholder, policy
holder, policy owner, patient, patients, student, students, exec, executive, executives, provider, providers, guests,
members, renter, resident, taxpayer, proposer, enquirer, inquirer, caller, sender, submitter, seller contact, business
contact, main contact, primary contact, hiring manager, visitante, visiteur, besucher, ansprechpartner der firma,
bezoeker, visitatore, candidato, candidat, bewerber, kandidat, kandidaat, paciente, patienten, patiënt, paziente,
alumno, estudiante, aluno, studente, étudiant, schüler, leerling, inscrit, invité, invitado, convidado, ospite, gast,
asistente, asegurado, versicherter, versicherungsnehmer, assuré, contraente, verzekerde, segurado, tomador,
interesado, interessado, interessato, geïnteresseerde, relatie, relaties, donor, donors, pax, passenger, traveler,
traveller, rider, driver, speaker, panelist, exhibitor, player, participants, entrant, shopper, consumer, end user,
enduser, household, head of household, hoh, homeowners, property owner, learner, trainee, candidates, claimant,
petitioner, plaintiff, nominee, volunteer, subscribers, cliente final, endkunde, destinatario, destinataire,
empfänger, ontvanger, recipient, recipients, addressee, decisionmaker, entscheider, décideur, decisor, beslisser,
interlocutor, prospecto, prospecté, prospecção, gegevens, details of contact, contact details, contact info, contact
information, personal info, personal information, personal details, kontaktdaten, coordonnées, datos de contacto,
dados de contato, dati di contatto, contactgegevens, crd, rec, ld, ctc, cntct, cont, acct contact, kundendaten,
klanten, clienti, kontakte, contatti, contactos, contatos, leadkontakt, prsn, party, debtor, creditor, badge, vn,
acquéreur, acheteur potentiel, vendeur potentiel, locataire, dossier, käufer in, interessentin, mieter, inquilino,
inquilina, huurder, koper kandidaat, opdrachtgever, auftraggeber, bauherr, bauherrin, haushalt, titular, titulaire,
aanvrager, demandeur, solicitante, requerente, richiedente, antragsteller, meta, bride, couple, personne intéressée,
cand, pt, pts, homeowner s, h o, aspirante, candidata, zoominfo, dnb, d b, hoovers, d b hoovers, clearbit, cognism,
lusha, seamless, leadiq, uplead, rocketreach, crunchbase, pitchbook, familia, family contact, famille, familie,
attributed, attribution, cn, cn bio, cn adr prf, cn ph, prf, stu, stud, prosp, insd, clt, mbr, cstmr, custr, piste,
pistes, posible cliente, clientes posibles, cliente potencial, client potentiel, cliente em potencial, cliente
potenziale, potentieller kunde, potenzieller kunde, potentiële klant, mogelijke klant, kontaktpersonen, dirigeant,
gérant, représentant légal, geschäftsführer, legale rappresentante, representante legal
"""
# Who may be somebody else, where the sheet has columns without them or with one of the lead's names: "Buyer Email".
RIVALS = """
vendor contact, landlord, tenant, buyer, buyers, purchaser, payer, payor, user, users, account holder, accountholder,
subscriber user, käufer, acheteur, comprador, acquirente, koper, orderer, besteller, signer, signatory, booker, booked
by
"""
# Words without meaning of their own.
FILLERS = """

a, an, the, of, de, du, des, der, die, das, den, dem, d, l, la, le, les, el, los, las, do, da, dos, di, del, della,
dello, van, von, het, een, al, for, fur, pour, para, per, voor, in, im, em, is, on, am, at, by, to, with, from, and,
und, et, y, e, en, or, oder, o, ou, s, please, enter, what, whats, text, qual, seu, sua, tu, su, votre, ihr, ihre, uw,
our, op, il, lo, gli, un, une, una, um, uma, requerido, required, optional, official, stated, me, us, we, you, be, can,
could, should, would, may, this, that, which, who, so, as, it, if, her, his, their, kindly, provide, type in, fill in,
give, tell, share, select, choose, insert, hi, hello, hey, and your, also, any, ihrer, ihren, ihrem, dein, deine,
deinen, mein, meine, welche, welcher, welches, lautet, bitte, angeben, ta, ton, tes, vos, notre, quel, quelle, quels,
quelles, sont, êtes, vous, s il, plaît, merci, indiquez, veuillez, entrer, saisir, cuál, es, por favor, tus, sus,
nuestro, indique, escribe, escriba, ingrese, ingresa, cual, quais, é, você, digite, informe, insira, nosso, qual è, tuo,
tua, suo, sue, tuoi, inserisci, indica, nostro, wat, welk, welke, jouw, je, vul, graag, zijn, onze, utc, gmt, txt, que,
qu, quien, dans, chez, bei, bij, ddd, com, sur, sul, nel, nella, unter, uber, original, whos, whose, wessen, u, got, we
got
"""
