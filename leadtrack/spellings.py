"""What the words of a header mean: the lexicon of six languages and more, and which meanings make a field.

`LEXICON` gives each meaning its words and phrases (comma-separated, written naturally: accents and case are folded
away when it is loaded). `PATTERNS` says which meanings together name a field: a header is read when *every* word in
it has been explained, so that "Email" is the e-mail address and "Email Status" is not. Words that only say whose
(customer's, contact's) or which (work, second) a thing is are in `WHOSE` and `WHICH`. `ALONE` are headers that are
known as a whole. To teach the program a spelling, add the word to its line here.

The words come from the documented exports of Salesforce, HubSpot, Pipedrive, Zoho, Odoo, Keap, Act!, Sage, Siebel,
Meta, LinkedIn, Google and Outlook, and from common dictionary words.
"""

LEXICON = {
    "name": "name, names, nm, nombre, nombres, nome, nom, naam, namen, nominativo, noms",
    "first": "first, given, forename, forenames, fname, firstname, first nm, christian, vorname, rufname, "
    "voornaam, prénom, prénoms, primer, primeiro, nombre de pila, given name, prenume",
    "last": "last, surname, lname, lastname, family, family name, nachname, familienname, zuname, achternaam, "
    "apellido, apellidos, sobrenome, apelido, cognome, nom de famille, nom famille",
    "full": "full, fullname, complete, completo, complet, vollständiger, display, volledige, nombre y apellidos, "
    "apellidos y nombre, nom et prénom, nom prénom, prénom et nom, nome e cognome, nome e sobrenome, vor "
    "und nachname, first and last, ansprechpartner, ansprechperson, kontaktperson, contactpersoon, "
    "referente, interlocuteur, persona de contacto, pessoa de contato, persona di riferimento, contact "
    "person, point of contact, poc, person to contact, name of contact, key contact, decision maker name",
    "account": "account, accounts, konto, cuenta",
    "company": "company, companies, compagnie, firm, organization, organisation, org, employer, affiliation, "
    "institution, comp, firma, unternehmen, betrieb, société, entreprise, raison sociale, établissement, "
    "empresa, compañía, razón social, razão social, nome fantasia, azienda, aziende, ragione sociale, "
    "ditta, società, impresa, bedrijf, bedrijfs, organisatie, onderneming, organización, organização, "
    "organizzazione, partner name, corporation, firmen",
    "business": "business",
    "job": "job, position, role, designation, occupation, profession, function, funktion, beruf, "
    "berufsbezeichnung, stellung, position im unternehmen, fonction, poste, puesto, cargo, função, ruolo, "
    "qualifica, mansione, functie, functietitel, beroep, jobtitle, job description title",
    "title": "title, titre, titel, título, titolo, ttl",
    "email": "email, emails, e mail, e mails, mail, mails, emai, emailadresse, mailadresse, e mailadresse, "
    "emailaddress, e mailadres, emailadres, mailadres, correo, correo electrónico, correos, courriel, "
    "posta elettronica, correio eletrônico, email id, email ids, e mail id, mail id, emailaddr, adresse "
    "mail, email from",
    "phone": "phone, phones, telephone, telephones, tel, tele, ph, fon, telefon, telefonnummer, rufnummer, "
    "telefonnr, téléphone, tél, teléfono, tfno, tlf, telefone, fone, telefono, telefoon, telefoonnummer, "
    "telnr, landline, festnetz, fixe, fijo, fixo, fisso, direct dial, phon, phonenumber, tel nr, contact "
    "number, contact no, contact numbers, calling number",
    "mobile": "mobile, mobiles, mob, cell, cellular, cellphone, cellular phone, cell phone, mobil, handy, "
    "handynummer, mobiltelefon, mobilnummer, mobilfunk, mobilfunknummer, mobiltel, portable, gsm, móvil, "
    "celular, telemóvel, cellulare, mobiel, mobielnummer, mobiele, whatsapp, whats app, mobilephone",
    "web": "website, websites, web, web site, web page, webpage, url, urls, homepage, home page, site, internet, "
    "www, webseite, webpräsenz, internetseite, sito, sito web, sitio, sitio web, página, página web, site "
    "web, site internet, webadresse, webpagina",
    "linkedin": "linkedin, linked in",
    "profile": "profile, profil, perfil, profilo, link, lien, enlace",
    "street": "street, streets, str, strasse, straße, straßenname, rue, calle, rua, logradouro, via, straat, "
    "straatnaam, street name",
    "house": "house, hausnummer, hausnr, huisnummer, building number",
    "address": "address, postal address, post address, street and number, postal addr, postadresse, postanschrift, "
    "addresses, addr, adresse, anschrift, dirección, endereço, morada, indirizzo, adres, domicilio, add",
    "line": "line, zeile, ligne, línea, linha, riga, regel",
    "unit": "suite, apt, apartment, apt suite, suite apt, apartment suite",
    "city": "city, cities, town, locality, municipality, suburb, ort, stadt, wohnort, ville, commune, localité, "
    "ciudad, población, localidad, municipio, cidade, município, città, comune, località, plaats, stad, "
    "woonplaats, town city",
    "county": "county, landkreis, kreis, département, condado, comarca",
    "state": "state, province, prov, provincia, província, provincie, bundesland, uf, canton, kanton, staat, st, "
    "us state, state prov",
    "estado": "estado, stato, état, etat",
    "region": "region, région, región, região, regione, regio",
    "zip": "zip, post code, post cd, zipcode, postcode, postal, postalcode, plz, postleitzahl, cp, c p, cep, "
    "cap, pincode, pin code, eircode, code postal, codice postale, código postal, sorting, zip 5, po "
    "code, zip cd",
    "code": "code, cod, codes, cd, código, codice",
    "country": "country, countries, ctry, nation, land, länder, pays, país, paese, nazione",
    "industry": "industry, industries, sector, branche, vertical, line of business, line off business, business type, "
    "type of business, business category, business sector, nature of business, industrie, "
    "wirtschaftszweig, gewerbe, secteur, secteur d activité, industria, rubro, ramo, segmento, setor, "
    "settore, sectoren, bedrijfstak, naics, sic",
    "employees": "employees, employee, headcount, head count, staff, staff size, company size, employee count, team "
    "size, workforce, mitarbeiter, mitarbeiterzahl, mitarbeiteranzahl, anzahl mitarbeiter, beschäftigte, "
    "effectif, effectifs, salariés, employés, empleados, plantilla, funcionários, dipendenti, addetti, "
    "medewerkers, werknemers, personeel, organization size, organisation size",
    "revenue": "revenue, revenues, turnover, umsatz, jahresumsatz, chiffre d affaires, chiffre affaires, ca annuel, "
    "facturación, ingresos, faturamento, receita, fatturato, omzet, jaaromzet, annual sales, yearly "
    "sales, annualrevenue",
    "annual": "annual, yearly, jährlich, annuel, anual, annuo, annuale, jaarlijks, estimated annual",
    "source": "source, canal d acquisition, canal de adquisición, canal de captación, akquisekanal, list source, "
    "sources, src, quelle, herkunft, leadquelle, origine, provenance, origen, fuente, procedencia, "
    "origem, fonte, provenienza, bron, herkomst, channel, source channel, kanal, canal, canale, kanaal, "
    "where heard, how did you hear about us, how did you hear of us, how did you find us, heard about us, "
    "referral source, lead vendor, leadsource, how heard, original source, acquisition source, traffic "
    "source",
    "campaign": "campaign, campaigns, kampagne, campagne, campaña, campanha, campagna, ad campaign, utm campaign, "
    "marketing campaign",
    "utm": "utm",
    "referred": "referred by, referred from, referrer, referral, referrals, refered by, referred, recommended by, "
    "introduced by, empfohlen von, empfohlen durch, vermittelt durch, recommandé par, parrain, referido "
    "por, recomendado por, indicado por, indicação de, segnalato da, presentato da, doorverwezen door, "
    "aanbevolen door, referral name, referral contact, referredby",
    "status": "status, stage, phase, pipeline stage, sales stage, deal stage, statut, étape, estatus, etapa, etapa "
    "do funil, etapa del embudo, fase, stufe, situação, situación, stadium, leadstatus, statut du lead, "
    "standing",
    "rating": "rating, temperature, temp, score, grade, lead score, hotness, interest level, bewertung, puntuación, "
    "calificación, pontuação, valutazione, punteggio, beoordeling, temperatura, température, hot warm "
    "cold",
    "owner": "owner, vertreter, chargé de compte, chargé d affaires, chargé de clientèle, gestor, gestor de "
    "cuenta, handelsvertreter, funzionario, ejecutivo de cuenta, owned by, rep, sales rep, sales "
    "representative, salesrep, salesperson, sales person, sales agent, agent, assigned to, assigned "
    "agent, assigned rep, assigned user, assignee, assigned, handled by, managed by, account manager, "
    "accountmanager, account executive, account owner, record owner, record manager, sales owner, sales "
    "manager, inhaber, zuständig, zuständiger, betreuer, kundenbetreuer, bearbeiter, verantwortlich, "
    "verantwortlicher, vertriebsmitarbeiter, verkäufer, außendienst, responsable, comercial, comercial "
    "asignado, commercial, vendeur, propriétaire, vendedor, asesor, ejecutivo, propietario, responsável, "
    "proprietário, corretor, agente, venditore, responsabile, commerciale, eigenaar, verantwoordelijke, "
    "verkoper, asignado a, assigné à, attribué à, zugewiesen an, assegnato a, toegewezen aan, owner name, "
    "proprietario",
    "value": "value, amount, worth, deal size, wert, auftragswert, betrag, montant, valeur, importe, monto, valor, "
    "importo, valore, waarde, bedrag, opportunity amount, opportunity value, dealwaarde, volumen, "
    "estimated value",
    "expected": "expected, estimado, estimada, estimé, estimée, stimato, geschätzt, geschätzter, geschat, "
    "approximate, approx, estimated, est, potential, forecast, erwarteter, erwartet, attendu, esperado, "
    "previsto, verwachte",
    "deal": "deal, deals, opportunity, opportunité, oportunidad, oportunidade, opportunità, potentials, verkaufschance",
    "created": "created, create, creation, added, received, submitted, submit, submission, captured, capture, "
    "entered, entry, scan, scanned, inquiry, enquiry, inquired, click, clicked, registered, registration, "
    "signup, sign up, signed up, intake, acquired, imported, timestamp, time stamp, angelegt, erstellt, "
    "erstell, anlage, erfasst, eingang, eingegangen, zeitstempel, création, créé, créée, ajouté, "
    "horodateur, creación, creado, alta, registro, marca temporal, criação, criado, cadastro, creazione, "
    "creato, inserimento, aangemaakt, aanmaak, toegevoegd, created date, lead created, createdate, "
    "createddate",
    "date": "date, dates, datetime, time, datum, zeit, datumzeit, fecha, fecha y hora, hora, data, heure, dag, ora",
    "notes": "notes, note, comments, comment, remarks, remark, description, desc, memo, bemerkung, bemerkungen, "
    "notiz, notizen, kommentar, kommentare, anmerkung, anmerkungen, beschreibung, commentaire, "
    "commentaires, remarque, remarques, observación, observaciones, comentario, comentarios, nota, notas, "
    "observação, observações, comentário, comentários, osservazioni, commenti, commento, descripción, "
    "descrição, descrizione, omschrijving, opmerking, opmerkingen, notities, notitie, message, nachricht, "
    "mensaje, mensagem, messaggio, bericht, additional info, additional information, questions, obs, "
    "sonstiges",
    "number": "number, nb, nbre, qtd, no, nos, nr, num, numbers, nummer, número, numéro, numero, n, count, anzahl, "
    "aantal, nbr, cantidad, qty",
    # Headers with one of these are never the lead's own field, whatever else they say.
    "other": "id, ids, uuid, guid, key, index, fax, faxes, telefax, pager, telex, isdn, middle, middle name, "
    "nickname, nick, suffix, prefix, salutation, anrede, civilité, tratamiento, tratamento, appellativo, "
    "aanhef, mr ms, initials, maiden, yomi, phonetic, additional name, short name, file as, birthday, "
    "birthdate, birth, dob, geburtsdatum, geboortedatum, naissance, nascimento, nascita, nacimiento, "
    "geburtstag, gender, sex, geschlecht, age, anniversary, hobby, spouse, wife, husband, partner, "
    "children, child, kids, kid, mum, mom, mother, father, dad, parent, parents, guardian, son, daughter, "
    "assistant, assistants, asst, secretary, emergency, manager, managers, supervisor, boss, co buyer, co "
    "applicant, co borrower, cobuyer, guarantor, reference, references, ad, ads, adset, ad set, ad group, "
    "adgroup, anzeige, form, formular, event, webinar, session, modified, updated, update, changed, "
    "edited, edit, geändert, änderung, modifié, modification, modificación, actualización, modificado, "
    "atualização, última, modifica, gewijzigd, bearbeitet, custom field, custom, created by, modified by, "
    "updated by, last activity, activity, type, typ, tipo, art, soort, label, labels, tag, tags, "
    "category, categories, kategorie, catégorie, categoría, categoria, categorie, department, "
    "departments, abteilung, service, dipartimento, afdeling, departamento, po box, postfach, ext, "
    "extension, latitude, longitude, lat, lng, lon, ip, mac, language, sprache, langue, idioma, lingua, "
    "taal, currency, währung, devise, moneda, moeda, valuta, time zone, timezone, tax, vat, tax id, ust, "
    "siret, siren, cif, nif, cnpj, cpf, piva, kvk, ssn, password, photo, picture, image, avatar, "
    "facebook, twitter, instagram, skype, youtube, xing, tiktok, domain, domain name, gclid, keyword, "
    "keywords, medium, ticket, order, orders, invoice, product, products, interest, interested, property, "
    "listing, mls, policy, premium, vehicle, next, follow up, followup, follow, due, reminder, last "
    "contacted, last called, closed, close, closing, won, lost, reason, converted, conversion, convert, "
    "probability, percent, bounce, bounced, deleted, delete, master, lifecycle, lifecycle stage, lead "
    "title, login, group, membership, subject, sensitivity, mileage, directory, list, mailing list, "
    "priority, cost, spent, budget, price, range, quantity, confidence, quality, seniority, duration, "
    "minutes, zip 4, zip four, plus 4, plus four, formatted, extended, neighborhood, bairro, borough, "
    "previous, former, old, hear, business owner, listed, verified, reviews, review, sentiment, detail, "
    "details, best time, availability, preferred time, location type, recent, days, average, funding, "
    "technologies, technology, preference, preferences, privacy, terms, shipped, attended, data, ticker, "
    "parent account",
    "location": "location, standort, ubicación, localização, posizione, locatie, lieu, lugar, area, place",
}

# Whose it is: says nothing against the lead's own field.
WHOSE = (
    "lead, leads, contact, contacts, customer, customers, client, clients, prospect, prospects, person, "
    "persons, people, pers, cust, kunde, kunden, kundin, interessent, interessenten, klant, cliente, "
    "clientes, contatto, contacto, contato, kontakt, buyer, attendee, applicant, guest, member, "
    "subscriber, visitor, registrant, delegate, participant, insured, homeowner, residence, candidate, "
    "teilnehmer, participante, partecipante, deelnemer, persona, pessoa, personne, user, respondent, "
    "investor, bidder, associated, related, current, your, my, our, info, field, record, salesforce, "
    "hubspot, crm, decision maker"
)
# Words without meaning of their own.
FILLERS = (
    "a, an, the, of, de, du, des, der, die, das, den, dem, d, l, la, le, les, el, los, las, do, da, dos, "
    "di, del, della, dello, van, von, het, een, al, for, fur, pour, para, per, voor, in, im, em, is, on, "
    "am, at, by, to, with, from, and, und, et, y, e, en, or, oder, o, ou, s, please, enter, what, whats, "
    "text, qual, seu, sua, tu, su, votre, ihr, ihre, uw, our, op, il, lo, gli, un, une, una, um, uma, "
    "requerido, required, optional, legal, official, stated"
)
# Which one of several, with the loss of confidence that it brings: the smallest loss wins the field.
WHICH = {
    "main": ("primary, main, principal, default, preferred, best, haupt, hauptadresse, principale, hoofd", 0.0),
    "work": (
        "work, office, geschäftlich, dienstlich, beruflich, firmen, geschäft, professional, "
        "professionnel, professionnelle, pro, bureau, profesional, trabajo, trabalho, comercial, lavoro, "
        "ufficio, aziendale, zakelijk, werk, direct, work direct, daytime, day, corporativo",
        0.0,
    ),
    "mailing": ("mailing, correspondence, visiting, physical", 0.02),
    "billing": ("billing, bill, invoice address, rechnung, rechnungs, facturation, fatturazione", 0.06),
    "home": (
        "home, private, personal, residential, privat, personnel, domicile, casa, personale, privé, thuis",
        0.1,
    ),
    "company": ("corporate, hq, headquarters, company main, switchboard, zentrale, standard", 0.12),
    "shipping": ("shipping, delivery, ship to, liefer, lieferung, livraison, envío, entrega, spedizione", 0.2),
    "other": (
        "other, secondary, second, alt, alternate, alternative, additional, backup, evening, night, "
        "weitere, andere, zweite, autre, secondaire, otro, otra, alternativo, outro, secundario, altro, "
        "secondario, overig, tweede, third",
        0.2,
    ),
}

# What meanings, in any order, make which field. Confidence is 0.95 unless it is said otherwise.
PATTERNS = {
    "first_name": "first | first name | first full name",
    "last_name": "last | last name",
    "full_name": "full | full name | name:0.9 | first last | first last name | first last full name | full first name",
    "company": "company | company name | business | business name | business company | business company name | "
    "company full name | account:0.88 | account name:0.88 | account company | account company name",
    "title": "title:0.85 | job | job title | company title | company job | job company title | business title | "
    "job name",
    "email": "email | email address | company email:0.83",
    "phone": "phone | phone number | company phone:0.83 | company phone number:0.83 | phone line",
    "mobile": "mobile | mobile number | mobile phone | mobile phone number | company mobile:0.8",
    "website": "web | web address | company web | company web address | web profile:0.45 | profile:0.42",
    "street": "street | address | street address | address line | street line | street address line | street house "
    "| street house number | street number | address house | address house number | street name | company "
    "address:0.85 | company street:0.85 | company street address:0.85 | full address | company address "
    "line:0.85 | address street name",
    "city": "city | city name | address city | company city:0.8 | company address city:0.8",
    "county": "county | county name | address county | company county:0.8",
    "state": "state | state region | state name | state code | region:0.7 | address region | address state | "
    "company state:0.8 | company region:0.7 | state county | address state code | region code:0.7 | "
    "estado region | state country region",
    "postal_code": "zip | zip code | address zip | address zip code | company zip:0.8 | company zip code:0.8 | zip "
    "number",
    "country": "country | country region | country code | country name | address country | address country code | "
    "company country:0.8 | address country region | country region name",
    "industry": "industry | company industry | industry name | business industry",
    "employees": "employees | number employees | company employees | company number employees | name employees | "
    "company employees number",
    "annual_revenue": "revenue | annual revenue | company revenue | company annual revenue",
    "source": "source | source name | utm source | first source | deal source | source campaign:0.4",
    "campaign": "campaign | campaign name | utm campaign | deal campaign",
    "referred_by": "referred | referred name",
    "status": "status | deal status | estado | status name",
    "rating": "rating | rating code | rating number",
    "owner": "owner | owner name | company owner:0.85 | deal owner | owner full name",
    "value": "value | deal value | expected value | expected revenue | deal expected revenue | expected deal value "
    "| expected deal | deal revenue",
    "created_at": "created | created date | deal created | deal created date | date:0.62",
    "notes": "notes | deal notes | company notes:0.85",
    "linkedin": "linkedin | linkedin web | linkedin profile | linkedin web profile | linkedin address | linkedin "
    "profile address",
}

# Headers known as a whole, in their normalised form: what no rule would find, or what a rule would get wrong.
ALONE = {
    "company name for emails": None,
    "default address company": "company",
    "form source": None,
    "name of company": "company",
    "partner name": "company",
    "st": "state",
    "last lead source": None,
    "date of birth": None,
    "first contact": None,
    "first contact date": None,
    "date first contacted": None,
    "first touch": None,
    "last touch": None,
    "last contact": None,
    "last contact date": None,
    "contact date": None,
    "date of contact": None,
    "date du contact": None,
    "last date": None,
    "day": None,
    "time": None,
    "number": None,
    "user id": None,
    "rate": None,
    "account owner": "owner",
    "user": None,
    "user name": None,
    "username": None,
    "family": None,
    "place": None,
    "area": None,
    "people": None,
    "members": None,
    "guest": None,
    "deal status": "status",
    "full address": "street",
    "job description": None,
    "company description": None,
    "phone description": None,
    "account description": None,
    "your message": "notes",
    "data": "created_at",
    "data source": None,
    "service": None,
    "sic": None,
    "sic code": None,
    "naics": None,
    "naics code": None,
    "land": "country",
    "position": "title",
    "function": "title",
    "standing": None,
    "origine": "source",
    "add": None,
    "score": "rating",
    "sales person": "owner",
    "info": "notes",
    "scanned by": None,
    "entered by": None,
    "added by": None,
    "imported by": None,
    "email type": None,
    "time submitted": "created_at",
}
