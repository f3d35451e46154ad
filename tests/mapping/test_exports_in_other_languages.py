"""The header rows of CRMs and address books in the languages that they speak, as their exports write them."""

import pytest

from leadtrack.mapping import propose

# A row: "header=field", None written as "-".
ROWS = {
    "Salesforce, German": """
Lead-Inhaber=owner|Anrede=-|Vorname=first_name|Nachname=last_name|Titel=title|Firma=company|Lead-Quelle=source
Lead-Status=status|Bewertung=rating|Straße=street|Ort=city|Bundesland/Provinz=state|Postleitzahl=postal_code
Land=country|Telefon=phone|Mobil=mobile|E-Mail=email|Website=website|Branche=industry|Jahresumsatz=annual_revenue
Mitarbeiterzahl=employees|Beschreibung=notes|Erstellungsdatum=created_at|Zuletzt geändert am=-|Letzte Aktivität=-""",
    "Salesforce, French": """
Propriétaire de la piste=owner|Civilité=-|Prénom=first_name|Nom=last_name|Titre=title|Société=company
Origine de la piste=source|Statut de la piste=status|Rue=street|Ville=city|État/Province=state|Code postal=postal_code
Pays=country|Téléphone=phone|Mobile=mobile|E-mail=email|Site Web=website|Secteur d'activité=industry
Chiffre d'affaires annuel=annual_revenue|Nombre d'employés=employees|Description=notes|Date de création=created_at""",
    "Salesforce, Spanish": """
Propietario del candidato=owner|Tratamiento=-|Nombre=first_name|Apellidos=last_name|Cargo=title|Compañía=company
Origen del candidato=source|Estado del candidato=status|Calificación=rating|Calle=street|Ciudad=city
Estado o provincia=state|Código postal=postal_code|País=country|Teléfono=phone|Móvil=mobile|Correo electrónico=email
Sitio web=website|Sector=industry|Ingresos anuales=annual_revenue|Número de empleados=employees|Descripción=notes
Fecha de creación=created_at""",
    "Salesforce, Dutch": """
Lead-eigenaar=owner|Aanhef=-|Voornaam=first_name|Achternaam=last_name|Functie=title|Bedrijf=company|Leadbron=source
Leadstatus=status|Waardering=rating|Straat=street|Plaats=city|Staat/Provincie=state|Postcode=postal_code|Land=country
Telefoon=phone|Mobiel=mobile|E-mail=email|Branche=industry|Jaarlijkse inkomsten=annual_revenue
Aantal werknemers=employees|Beschrijving=notes|Aanmaakdatum=created_at""",
    "HubSpot, Italian": """
ID record=-|Nome=first_name|Cognome=last_name|E-mail=email|Numero di telefono=phone|Proprietario del contatto=owner
Azienda principale=company|Data di creazione=created_at|Qualifica professionale=title|Fase del ciclo di vita=-
Stato del lead=status|Città=city|Stato/Regione=state|Codice postale=postal_code|Indirizzo=street
Paese/Area geografica=country|Numero di telefono cellulare=mobile|URL del sito web=website|Settore=industry
Fatturato annuo=annual_revenue|Numero di dipendenti=employees|Fonte originale=source""",
    "HubSpot, Portuguese": """
ID do registro=-|Nome=first_name|Sobrenome=last_name|E-mail=email|Número de telefone=phone
Proprietário do contato=owner|Nome da empresa=company|Data de criação=created_at|Cargo=title|Fase do ciclo de vida=-
Status do lead=status|Cidade=city|Estado/região=state|Código postal=postal_code|Endereço=street|País/região=country
Número de celular=mobile|URL do site=website|Receita anual=annual_revenue|Número de funcionários=employees""",
    "Dynamics, German": """
Thema=-|Vorname=first_name|Nachname=last_name|Position=title|Geschäftstelefon=phone|Mobiltelefon=mobile|E-Mail=email
Firmenname=company|Website=website|Straße 1=street|Ort=city|Bundesland/Kanton=state|Postleitzahl=postal_code
Land/Region=country|Branche=industry|Jahresumsatz=annual_revenue|Anzahl der Mitarbeiter=employees|Leadquelle=source
Bewertung=rating|Statusgrund=status|Besitzer=owner|Quellkampagne=campaign|Erstellt am=created_at""",
    "Dynamics, French": """
Sujet=-|Prénom=first_name|Nom=last_name|Fonction=title|Téléphone professionnel=phone|Téléphone mobile=mobile
Courrier électronique=email|Nom de la société=company|Rue 1=street|Ville=city|Département/Région=state
Code postal=postal_code|Pays/région=country|Source du prospect=source|Raison du statut=status|Propriétaire=owner
Campagne source=campaign|Créé le=created_at""",
    "Dynamics, Dutch": """
Onderwerp=-|Voornaam=first_name|Achternaam=last_name|Functie=title|Telefoon (werk)=phone|Mobiele telefoon=mobile
E-mail=email|Bedrijfsnaam=company|Straat 1=street|Plaats=city|Provincie=state|Postcode=postal_code|Land/regio=country
Bron van potentiële klant=source|Classificatie=rating|Reden van status=status|Eigenaar=owner|Broncampagne=campaign
Gemaakt op=created_at""",
    "Outlook, Dutch": """
Titel=title|Voornaam=first_name|Middelste naam=-|Achternaam=last_name|Achtervoegsel=-|Bedrijf=company|Afdeling=-
Werkadres, straat=street|Werkadres, plaats=city|Werkadres, provincie=state|Werkadres, postcode=postal_code
Werkadres, land/regio=country|Telefoon op werk=phone|Mobiele telefoon=mobile|E-mailadres=email|Webpagina=website
Notities=notes""",
    "Outlook, French": """
Prénom=first_name|Deuxième prénom=-|Nom=last_name|Suffixe=-|Société=company|Service=-|Rue (bureau)=street
Ville (bureau)=city|Dép/Région (bureau)=state|Code postal (bureau)=postal_code|Pays/Région (bureau)=country
Téléphone (bureau)=phone|Tél. mobile=mobile|Adresse de messagerie=email|Page Web=website""",
}


@pytest.mark.parametrize("system", ROWS)
def test_a_localised_export_is_mapped(system: str):
    pairs = [pair.rpartition("=") for line in ROWS[system].split("\n") for pair in line.split("|") if pair]
    found = propose([header for header, _, _ in pairs], [])
    assert [(column.header, column.field or "-") for column in found] == [(header, field) for header, _, field in pairs]


@pytest.mark.parametrize(
    "headers",
    [
        ["Nom (Prénom)", "Nom (Nom de famille)"],
        ["Nome: Primo", "Nome: Ultimo"],
        ["Naam - Voornaam", "Naam - Achternaam"],
        ["Name, First", "Name, Last"],
    ],
)
def test_parts_of_a_name_are_what_stands_behind_the_mark(headers: list[str]):
    assert [column.field for column in propose(headers, [])] == ["first_name", "last_name"]


def test_one_column_of_that_kind_is_no_part():
    assert [column.field for column in propose(["Nom (Prénom)", "E-mail"], [["Dupont (Jean)", "j@d.fr"]])] == [
        "full_name", "email",
    ]  # fmt: skip


def test_the_parts_of_another_address_do_not_come_before_the_leads_own():
    headers = ["Billing Address, City", "Billing Address, Street", "City", "Street"]
    assert [column.field for column in propose(headers, [])] == [None, None, "city", "street"]
