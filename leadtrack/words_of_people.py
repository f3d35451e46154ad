"""What the words for people and firms, and for how and where to reach them, mean."""

PEOPLE = {
    "name": "name, names, nm, nombre, nombres, nome, nom, naam, namen, nominativo, noms, nme, nam, nms, namn",
    "first": """
first, given, forename, forenames, fname, firstname, first nm, christian, vorname, rufname, voornaam, prénom, prénoms,
primer, primeiro, nombre de pila, given name, prenume, first names, frst, fst, firstnm, fnm, f name, vname, vorn,
vornamen, prenom usuel, primer nombre, primeiro nome, nome proprio, nome di battesimo, roepnaam, preferred first, legal
first, given names, forename s, first name s, 1st name, 1er nombre, roepn, nombre s, prén, first n, given nm
""",
    "last": """
last, surname, lname, lastname, family, family name, nachname, familienname, zuname, achternaam, apellido, apellidos,
sobrenome, apelido, cognome, nom de famille, nom famille, last names, surnames, lst, lastnm, lnm, l name, nachn, nn,
zunamen, nom de naissance, primer apellido, último nome, apellido paterno, último sobrenome, legal last, geslachtsnaam,
surname s, last name s, family names, secondname, second name, 1er apellido, 1 apellido, ap paterno, apellido pat, ap
pat, ape paterno, apell, apell paterno, apellidos s, achternm, familienn, sobren
""",
    "full": """
full, fullname, complete, completo, complet, vollständiger, display, volledige, nombre y apellidos, apellidos y nombre,
nom et prénom, nom prénom, prénom et nom, nome e cognome, nome e sobrenome, vor und nachname, first and last,
ansprechpartner, ansprechperson, kontaktperson, contactpersoon, referente, interlocuteur, persona de contacto, pessoa de
contato, persona di riferimento, contact person, point of contact, poc, person to contact, name of contact, key contact,
decision maker name, full names, nombre completo, nome completo, nom complet, vollständiger name, volledige naam, nombre
y apellido, name surname, name and surname, name vorname, vorname name, vor nachname, first last, last first, voor en
achternaam, naam contactpersoon, contact persoon, contactperson, contactname, attn, attention, z hd, zu händen, zhd, à l
attention de, interlocuteur principal, asp, aspr, key person, spoc, lead contact person, pessoa de contacto, persona
contacto, ansprechpartnerin, ansprechpartner in, person in charge, pic, display name, displayname, vor und zuname, vor
und familienname, nachname vorname, nachname und vorname, zuname vorname, name und vorname, nombre apellidos, apellido y
nombre, cognome nome, cognome e nome, nome cognome, sobrenome e nome, prénom nom, achternaam voornaam, naam voornaam,
gesprächspartner, gesprächspartnerin, gesprächspartner in, interlocutor principal, gesprekspartner, named insured, first
named insured, named insured name, rif contatto, contactpers, who to ask for, ask for, falar com, hablar con, preguntar
por, perguntar por, chiedere di, vragen naar, à qui s adresser, parler à, fragen nach
""",
    # What somebody is called by, who may have a first name beside it.
    "called": """
preferred name, name preferred, prefered name, preferred names, known as, goes by, go by name, likes to be called,
chosen name, informal name, rufname falls abweichend, nombre preferido, nom d usage préféré, name they go by
""",
    "account": "account, accounts, konto, cuenta, acct, accnt, acc, accts",
    "company": """
company, companies, compagnie, firm, organization, organisation, org, employer, affiliation, institution, comp, firma,
unternehmen, betrieb, société, entreprise, raison sociale, établissement, empresa, compañía, razón social, razão social,
nome fantasia, azienda, aziende, ragione sociale, ditta, società, impresa, bedrijf, bedrijfs, organisatie, onderneming,
organización, organização, organizzazione, partner name, corporation, firmen, companyname, cmpny, cmpy, cpny, cmp, coy,
co, orgn, organ, organiz, business entity, legal entity, entity, entity name, trade name, trading name, trading as, dba,
doing business as, fa, fma, firmenname, firmenbezeichnung, arbeitgeber, employeur, empleador, empregador, datore di
lavoro, werkgever, sociedad, sociedade, nom commercial, nombre comercial, nombre fiscal, denominación, denominación
social, denominazione, denominazione sociale, nome da empresa, nome dell azienda, nome azienda, handelsnaam,
bedrijfsnaam, organisatienaam, enseigne, negocio, negócio, verein, einrichtung, instelling, instituição, institución,
ente, unternehmensname, firmierung, business legal name, workplace, place of work, where do you work, company you work
for, party name, registered company, registered name, company legal name, dénomination, rag sociale, rag soc, ragione
soc, rz social, r social, razão soc, razón soc, raison soc, nom de la société, nom de l entreprise, nom entreprise, name
der firma, name des unternehmens, nombre de la empresa, nombre empresa, nom société, nome da firma, naam bedrijf, naam
van het bedrijf, naam organisatie, dénomination sociale, den sociale, biz, biz name, place of business, exhibiting
company, structure, organisme, raison social, business account, negocio nombre, exhibitor name, vennootschap, dealer
name, distributor name, reseller, reseller name, exhibitor company, organisation represented, client corporation, client
company, member company, organization represented, exhibitor company name, company you represent, designação social,
designação comercial, designação, nome comercial, nome da empresa cliente, denominação, denominação comercial, nome
sociedade, rag soc cliente, ragsoc, ragionesociale, raisonsociale, razonsocial, razaosocial, firma name, naam firma,
naam onderneming, denomin, handelsname, nom de la structure, nom de la raison sociale, nom commercial de l entreprise,
nom du commerce, name of firm, firm name, name of organisation, name of organization, name of business, cía, cia, nombre
de la cía, works for, works at, boîte, negócio nome, denomination unite legale, dénomination unité légale
""",
    # What a company of some trade is called: "Practice Name", "Dealership Phone".
    "firm": """
practice, clinic, facility, hospital, dealership, brokerage, agency, restaurant, church, school, university, college,
salon, studio, gym, venue, establishment, store, shop, branch, lab, pharmacy, nonprofit, charity, plant, praxis,
kanzlei, klinik, geschäftsname, cabinet, clinique, agence, magasin, clínica, tienda, despacho, loja, studio legale,
negozio, praktijk, winkel, school name, outlet, farm, hotel, club, distributor, winery, vineyard, bakery, cafe,
brewery, foundation, garage, workshop, ferme, ferme nom, domaine viticole, boutique, commerce, atelier, escuela,
colegio, escola, scuola, ristorante, restaurante, gasthof, schule
""",
    "business": "business",
    "job": """
position, role, designation, occupation, profession, function, funktion, beruf, berufsbezeichnung, stellung, position
im unternehmen, fonction, poste, puesto, cargo, função, ruolo, qualifica, mansione, functie, functietitel, beroep,
jobtitle, jobs, position held, rank, job role, job function, professional title, work title, capacity, desgn, desig,
dsgn, desgnation, posn, occup, occ, prof title, fkt, funkt, tätigkeit, berufsbez, rolle, rol, rôle, métier, emploi,
intitulé de poste, intitulé du poste, fonction occupée, ocupación, ocupação, oficio, profesión, profissão, professione,
incarico, posizione lavorativa, puesto de trabajo, cargo actual, dienstverband, what do you do, your role, job
description title, job, mansione azienda, ruolo in azienda, fonction dans l entreprise, poste occupé, puesto en la
empresa, cargo en la empresa, cargo na empresa, funktion im unternehmen, functie binnen bedrijf, role in company, role
at company, role in business, headline, posizione, functieomschrijving, posición, posição, werkfunctie, stelle,
dienststellung, emploi occupé, puesto actual, jobbezeichnung, cargo que ocupa, cargo que desempeña, job desc,
stellenbezeichnung, posizione in azienda
""",
    "title": "title, titre, titel, título, titolo, ttl, titl, tittle",
    "email": """
email, emails, e mail, e mails, mail, mails, emai, emailadresse, mailadresse, e mailadresse, emailaddress, e mailadres,
emailadres, mailadres, correo, correo electrónico, correos, courriel, posta elettronica, correio eletrônico, email id,
email ids, e mail id, mail id, emailaddr, adresse mail, email from, eml, emai l, em, e addr, email addr, mailaddress,
mail address, email adresse, emailadr, e mail adr, mailadr, email kontakt, adresse électronique, adresse e mail, adresse
email, adresse de courriel, mél, mel, correo e, e correo, dirección de correo, dirección de correo electrónico, cuenta
de correo, endereço de email, endereço de e mail, correio eletrónico, correio, indirizzo email, indirizzo e mail,
indirizzo di posta elettronica, posta, mailbox, e post, e-mailadres, elektronische post, emailid, mailid, email i d,
where can we email you, eml id, eml addr, em addr, electronic mail, electronic mail address, electronic address, email
for follow up, follow up email, courrier électronique, messagerie, adresse de messagerie, adresse de courrier
électronique, dirección de correo electrónico principal
""",
    "phone": """
phone, phones, telephone, telephones, tel, tele, ph, fon, telefon, telefonnummer, rufnummer, telefonnr, téléphone, tél,
teléfono, tfno, tlf, telefone, fone, telefono, telefoon, telefoonnummer, telnr, landline, festnetz, fixe, fijo, fixo,
fisso, direct dial, phon, phonenumber, tel nr, contact number, contact no, contact numbers, calling number, phn, phne,
fone number, tlph, telef, telno, telephone number, tel no, tel number, phoneno, phone no, ph no, phno, contactno,
contact tel, contactnumber, call back number, callback number, callback, direct line, direct number, direct dial number,
ddi, did, dial, dial in, desk, desk phone, desk line, office line, office number, work number, home number, main line,
main number, land line, landlines, phone line, hotline, switchboard number, best number, best contact number, day phone,
reach number, number to call, number to reach, tel nummer, telnummer, rufnr, ruf nr, telefon nr, telefonanschluss,
durchwahl, festnetznummer, festnetznr, ligne directe, ligne fixe, téléphone fixe, tél fixe, n de téléphone, n tél, num
tél, numéro de téléphone, línea directa, teléfono fijo, tel fijo, nº de teléfono, núm teléfono, telefone fixo, tel fixo,
contato telefônico, numero di telefono, recapito, recapito telefonico, tel fisso, telefono fisso, vaste lijn, vast
nummer, vaste telefoon, doorkiesnummer, direct nummer, telefoonnr, contactnummer, tfn, tfno fijo, tlfno, office numbers,
work numbers, home numbers, direct numbers, office nbr, work nbr, tel contact, contact phone number, tel zentrale,
rufnummer zentrale, tel vast, telefoon vast, telefon festnetz, tel festnetz, festnetz nr, ph nbr, phone contact,
telephone contact, phone number 1, tel tagsüber, telefone para contato, telefone p contato, tagsüber erreichbar, tel
jour, tel dia, nº de contacto, número de contacto, número de contato, numero contatto, tel contatto, tel contacto, tel
contato, nr contact, n de contact, reception phone, reception, good phone number, good number, tél rés, tél résidence,
tel g, tel p, phone for follow up, follow up phone, follow up number, geschäftstelefon, téléphone professionnel,
teléfono profesional, teléfono del trabajo, telefono ufficio, telefoon werk, telefoon op werk
""",
    "mobile": """
mobile, mobiles, mob, cell, cellular, cellphone, cellular phone, cell phone, mobil, handy, handynummer, mobiltelefon,
mobilnummer, mobilfunk, mobilfunknummer, mobiltel, portable, gsm, móvil, celular, telemóvel, cellulare, mobiel,
mobielnummer, mobiele, whatsapp, whats app, mobilephone, mobl, mbl, mble, mbile, cel, cll, celphone, cellnumber, cell
number, cell no, cellno, mobileno, mobile no, mob no, mobno, mobnr, mobil nr, mobilnr, mobile nr, handynr, handy nr,
funk, natel, portable pro, tél portable, téléphone portable, téléphone mobile, tel portable, num portable, n portable,
n de portable, numéro de portable, numéro de mobile, tel móvil, teléfono móvil, nº móvil, móvil personal, tlf móvil,
teléfono celular, tel celular, nº celular, telefone celular, tel móvel, móvel, telefono cellulare, tel cellulare,
numero di cellulare, num cellulare, cell num, mobiele nummer, mobiel nummer, mobiele telefoon, mobiel nr, gsm nummer,
gsm nr, 06 nummer, zap, zapzap, wa number, whatsapp number, sms number, text number, smartphone, iphone, wireless,
wireless phone, wireless number, wireless no, mobile text ok, wa, cell text, whats app number, sms phone, telem, tlm,
tlmv, telemovel, número de telemóvel, nº telemóvel, nº de telemóvel, n telemóvel, contacto telemóvel, gsm nr klant,
mobielnr, mob nummer, telefono movil, tel mov, tel mob, tel cel, tel cell, handy no, handytel, mobilphone, n
cellulare, nr cellulare, nr cell, n cell, num cell, num mobile, n mobile, n° portable, n gsm
""",
    "web": """
website, websites, web, web site, web page, webpage, url, urls, homepage, home page, internet, www, webseite,
webpräsenz, internetseite, sito, sito web, sitio, sitio web, página, página web, site web, site internet, webadresse,
webpagina, webiste, web url, company url, web link, weburl, website url, company site, siteweb, www adresse,
internetadresse, internet adresse, web adresse, homepage url, sítio, pagina, pagina web, site da empresa, adresse web,
adresse du site, dirección web, endereço web, indirizzo web, webadres, internetadres, website link, web add, site, page
web, page internet
""",
    "linkedin": """
linkedin, linked in, linkedin url, linkedin profile url, li, li url, li profile, lnkd, linkdin, lkdn, linkedinurl,
linkedin handle, linkedin username, linkedin id, linkedin page, linkedin profil, perfil linkedin, perfil de linkedin,
profil linkedin, profilo linkedin, linkedin bio, linkedin public profile url, person linkedin url, contact linkedin url,
link naar linkedin profiel, lien linkedin, lien vers linkedin, link zum linkedin profil, enlace linkedin, link al
profilo linkedin, linkedin profiel, linked in profiel, link naar linked in profiel, link naar linked in, lien vers
linked in, lien linked in, link zum linked in profil, enlace linked in, link al profilo linked in, perfil de linked in,
profilo linked in, profil linked in
""",
    "profile": "profile, profil, perfil, profilo, link, lien, enlace",
    "street": """
street, streets, str, strasse, straße, straßenname, rue, calle, rua, logradouro, via, straat, straatnaam, street name,
strt, str nr, strasse hausnummer, straße nr, straße und hausnummer, straße hausnummer, strasse nr, strassenname, via e
numero, via numero, n et rue, numéro et rue, calle y número, calle número, rua e número, rua número, avenida, avenue,
road, rd, straat huisnummer, straat en huisnummer, straat nr, st addr, st address, street add, n et voie, numéro et
voie, n voie, voie, adresse ligne, str und nr, str hausnr, straße u hausnummer, strasse u hausnr, via piazza, via o
piazza, straat huisnr, calle y nº, dirección y número, indirizzo e numero civico, rue et numéro, rua e nº, address
including house number, str u nr, street po box, street number and name, number and street, no et rue, rua av, av rua,
house and street, rua comercial, rua da empresa, calle del trabajo, libelle voie, type voie, libellé voie, type de voie,
nom de la voie
""",
    "house": """
house, hausnummer, hausnr, huisnummer, building number, house name, house name number, huisnr, hsnr, hnr, nr casa,
numero civico, civico, n civico, n de rue, número de casa, número exterior, num ext, house number or name, house name
or number, toevoeging, hausnr zusatz
""",
    "address": """
address, postal address, post address, street and number, postal addr, postadresse, addresses, addr,
adresse, anschrift, dirección, endereço, morada, indirizzo, adres, domicilio, add, addrss, adrs, adr, adrr, addrs,
addrr, adresa, wohnadresse, wohnanschrift, firmenanschrift, straßenadresse, dirección postal, dirección completa,
direccion fiscal, adresse postale, adresse complète, adresse du siège, siège social, siège, domicilio social, domicilio
fiscal, endereço completo, indirizzo completo, sede, sede legale, vestigingsadres, straatadres, street
adress, where do you live, residence address, location address, loc addr, registered address, registered office,
registered office address, objektadresse, addy, adresse du chantier, dirección de la obra, objektanschrift,
baustellenadresse, garaging address, install address
""",
    "line": "line, zeile, ligne, línea, linha, riga, regel, ln, lne, lin",
    "unit": """
suite, apt, apartment, apt suite, suite apt, apartment suite, ste, apt number, apt no, apt unit, suite unit, unit
number, suite number, complément d adresse, complément adresse, complemento, adresszusatz, adress zusatz, address extra,
building, piso puerta, piso y puerta, puerta, planta puerta, escalera piso puerta, piso letra, interno, scala interno,
piano interno, n interno, étage, bâtiment, appartement, bât, appt, hinterhaus, apto, bloco, número interior, num
interior, no interior, num int, no int, n int, civico int, int interno, piano int, bldg, addl address, additional
address, address suffix, room suite, flat, flat number, verdieping, busnummer, unit no, unit apt, adressergänzung, app
nr, app no, appart, fração, porta, piso e porta
""",
    "city": """
city, cities, town, locality, municipality, suburb, ort, stadt, wohnort, ville, commune, localité, ciudad, población,
localidad, municipio, cidade, município, città, comune, località, plaats, stad, woonplaats, town city, cty, citi, city
town, town or city, village, post town, municipality name, postort, ortschaft, gemeinde, wohnsitz, localite, ciudad
población, munic, woonpl, plaatsnaam, vestigingsplaats, where are you based, stadt ort, ort stadt, ville commune,
gemeente, cidade onde mora, ciudad donde vive, comune di residenza, ville de résidence, localidade, poblac, woonpl
klant, vestigingspl, plts, ciudad donde vives, ciudad de residencia, cidade onde você mora, ville où vous habitez,
wohnort des interessenten, cidade comercial, whereabouts, ciudad del trabajo, libelle commune, libellé commune, nom de
la commune
""",
    "county": """
county, landkreis, kreis, département, condado, comarca, cnty, counties, cntynm, district, dist, bezirk kreis, shire,
comté, contea, parish, distrito, concelho, freguesia
""",
    "state": """
state, province, prov, provincia, província, provincie, bundesland, uf, canton, kanton, staat, st, us state, state prov,
stt, st prov, st province, statecode, stateprov, state abbr, state abbreviation, province state, bdl, bundesl, unidade
federativa, governorate, edo, entidad federativa, entidad, estado provincia, staat provincie, deelstaat, kt, state
territory, state or territory, depto, comunidad autónoma, comunidad, state abbrev, state 2 letter, provinz, provincia o
estado, estado o provincia, estado ou província, état ou province, département région, dép région, bundesland kanton,
bundesland provinz, stato o provincia, provincie staat, région administrative
""",
    "estado": "estado, stato, état, etat, stat",
    "region": "region, région, región, região, regione, regio",
    "zip": """
zip, post code, post cd, zipcode, postcode, postal, postalcode, plz, postleitzahl, cp, c p, cep, cap, pincode, pin
code, eircode, code postal, codice postale, código postal, sorting, zip 5, po code, zip cd, zp, zipc, zip postal,
zippostal, pstl, pstlcd, zip plus 4, zip plus four, zip plus, pcode, p code, pc, postl, post kode, postnr, postnummer,
postal cd, c postal, cod postal, cód postal, cod postale, cd postal, pst cd, codepostal, cod post, zip postcode,
postcodes, pin, pin no, pincode no, zipp, c a p, cód post, c post, cd post, npa, code postal npa, post zip code, zip or
postal code, zip or postcode
""",
    "code": "code, cod, codes, cd, código, codice, cde, kode, abbr, abbreviation, kürzel, kz, kennz, kennzeichen, iso",
    "country": """
country, countries, ctry, nation, land, länder, pays, país, paese, nazione, cntry, countryname, pais, country of
residence, pays de résidence, país de residencia, wohnland, herkunftsland, landcode, länderkürzel, iso country, country
iso, country iso code, landkode, länderkennzeichen, länderkz, ländercode, staatsangehörigkeit land, lkz, land kz, pays
iso, código país, código de país, codice paese, paese area geografica, paese regione, país o región, país ou região
""",
}
