"""What people write for a country: its codes and its names in English, German, French, Spanish, Portuguese, Italian and
Dutch, its own language where that is common, and the usual abbreviations.

One country an entry: the ISO 3166-1 code of two letters, that of three, then the names, parted by "|"; an entry that is
too long goes on in an indented line. The names are those of the Unicode Common Locale Data Repository (CLDR),
Unicode License v3, and the aliases are our own. `countries.country_code` folds case, accents, dots and "the", "and".
"""

COUNTRY_NAMES = """\
AD|AND|Andorra|Andorre
AE|ARE|United Arab Emirates|Vereinigte Arabische Emirate|Émirats arabes unis|Emiratos Árabes Unidos|Emirados Árabes
  Unidos|Emirati Arabi Uniti|Verenigde Arabische Emiraten|UAE|Emirates|VAE|Emirate|EAU|Emirati Arabi|Dubai|Abu Dhabi
AF|AFG|Afghanistan|Afganistán|Afeganistão
AG|ATG|Antigua & Barbuda|Antigua und Barbuda|Antigua-et-Barbuda|Antigua y Barbuda|Antígua e Barbuda|Antigua en
  Barbuda|Antigua
AI|AIA|Anguilla|Anguila
AL|ALB|Albania|Albanien|Albanie|Shqipëria
AM|ARM|Armenia|Armenien|Arménie|Hayastan|Republic of Armenia
AO|AGO|Angola
AQ|ATA|Antarctica|Antarktis|Antarctique|Antártida|Antartide
AR|ARG|Argentina|Argentinien|Argentine|Argentinië|Argentine Republic
AS|ASM|American Samoa|Amerikanisch-Samoa|Samoa américaines|Samoa Americana|Samoa Americane|Amerikaans-Samoa
AT|AUT|Austria|Österreich|Autriche|Oostenrijk|Republik Österreich|Oesterreich|Republic of Austria
AU|AUS|Australia|Australien|Australie|Commonwealth of Australia|Aussie|Oz
AW|ABW|Aruba
AX|ALA|Åland Islands|Ålandinseln|Îles Åland|Islas Aland|Ilhas Aland|Isole Åland|Åland
AZ|AZE|Azerbaijan|Aserbaidschan|Azerbaïdjan|Azerbaiyán|Azerbaijão|Azerbaigian|Azerbeidzjan
BA|BIH|Bosnia & Herzegovina|Bosnien und Herzegowina|Bosnie-Herzégovine|Bosnia y Herzegovina|Bósnia e
  Herzegovina|Bosnia ed Erzegovina|Bosnië en Herzegovina|Bosnia|Bosnien
BB|BRB|Barbados|Barbade
BD|BGD|Bangladesh|Bangladesch|Bangladés
BE|BEL|Belgium|Belgien|Belgique|Bélgica|Belgio|België|Kingdom of Belgium
BF|BFA|Burkina Faso|Burquina Faso
BG|BGR|Bulgaria|Bulgarien|Bulgarie|Bulgarije|България
BH|BHR|Bahrain|Bahreïn|Baréin
BI|BDI|Burundi
BJ|BEN|Benin
BL|BLM|St. Barthélemy|Saint-Barthélemy|San Bartolomé|São Bartolomeu
BM|BMU|Bermuda|Bermudes|Bermudas
BN|BRN|Brunei|Brunei Darussalam
BO|BOL|Bolivia|Bolivien|Bolivie|Plurinational State of Bolivia|Bolivia, Plurinational State of
BQ|BES|Caribbean Netherlands|Karibische Niederlande|Pays-Bas caribéens|Caribe neerlandés|Países Baixos
  Caribenhos|Caraibi Olandesi|Caribisch Nederland
BR|BRA|Brazil|Brasilien|Brésil|Brasil|Brasile|Brazilië|Federative Republic of Brazil
BS|BHS|Bahamas|Bahamas, The|The Bahamas
BT|BTN|Bhutan|Bhoutan|Bután|Butão
BV|BVT|Bouvet Island|Bouvetinsel|Île Bouvet|Isla Bouvet|Ilha Bouvet|Isola Bouvet|Bouveteiland
BW|BWA|Botswana|Botsuana
BY|BLR|Belarus|Biélorussie|Bielorrusia|Bielorrússia|Bielorussia|Byelorussia|White Russia|Weißrussland
BZ|BLZ|Belize|Belice
CA|CAN|Canada|Kanada|Dominion of Canada
CC|CCK|Cocos Islands|Kokosinseln|Îles Cocos|Islas Cocos|Ilhas Cocos|Isole Cocos|Cocoseilanden
CD|COD|DR Congo|Congo - Kinshasa|Kongo-Kinshasa|República Democrática del Congo|DRC|Democratic Republic of the
  Congo|Democratic Republic of Congo|Congo, Democratic Republic of the|Congo, The Democratic Republic of
  the|Zaire|Demokratische Republik Kongo|République démocratique du Congo
CF|CAF|Central African Republic|Zentralafrikanische Republik|République centrafricaine|República
  Centroafricana|Repubblica Centrafricana|Centraal-Afrikaanse Republiek|CAR|Central African Rep
CG|COG|Congo|Congo - Brazzaville|Kongo-Brazzaville|República do Congo|Republic of the Congo|Congo, Republic of
  the|Republik Kongo|Kongo
CH|CHE|Switzerland|Schweiz|Suisse|Suiza|Suíça|Svizzera|Zwitserland|Swiss|Swiss Confederation|Schweizerische
  Eidgenossenschaft|Confédération suisse|Helvetia|Confoederatio Helvetica
CI|CIV|Côte d'Ivoire|Costa do Marfim|Costa d'Avorio|Ivoorkust|Ivory Coast|Elfenbeinküste|Costa de Marfil
CK|COK|Cook Islands|Cookinseln|Îles Cook|Islas Cook|Ilhas Cook|Isole Cook|Cookeilanden
CL|CHL|Chile|Chili|Cile|Republic of Chile
CM|CMR|Cameroon|Kamerun|Cameroun|Camerún|Camarões|Kameroen
CN|CHN|China|Chine|Cina|PRC|P.R. China|People's Republic of China|China, People's Republic of|Mainland
  China|Volksrepublik China|VR China
CO|COL|Colombia|Kolumbien|Colombie|Republic of Colombia|Columbia
CR|CRI|Costa Rica
CU|CUB|Cuba|Kuba
CV|CPV|Cape Verde|Cabo Verde|Cap-Vert|Capo Verde|Kaapverdië
CW|CUW|Curaçao|Curazao|Netherlands Antilles
CX|CXR|Christmas Island|Weihnachtsinsel|Île Christmas|Isla de Navidad|Ilha Christmas|Isola Christmas|Christmaseiland
CY|CYP|Cyprus|Zypern|Chypre|Chipre|Cipro
CZ|CZE|Czechia|Tschechien|Tchéquie|Chequia|Tchéquia|Cechia|Tsjechië|Czech Republic|Tschechische Republik|République
  tchèque|República Checa|República Tcheca|Repubblica Ceca|Tsjechische Republiek
DE|DEU|Germany|D|Deutschland|Allemagne|Alemania|Alemanha|Germania|Duitsland|BRD|Bundesrepublik Deutschland|Federal
  Republic of Germany|République fédérale d'Allemagne
DJ|DJI|Djibouti|Dschibuti|Yibuti|Djibuti|Gibuti
DK|DNK|Denmark|Dänemark|Dinamarca|Danimarca|Denemarken|Danmark|Kingdom of Denmark
DM|DMA|Dominica|Dominique
DO|DOM|Dominican Republic|Dominikanische Republik|République dominicaine|República Dominicana|Repubblica
  Dominicana|Dominicaanse Republiek|Dom. Rep.|Dominican Rep|RD
DZ|DZA|Algeria|Algerien|Algérie|Argelia|Algerije
EC|ECU|Ecuador|Équateur|Equador
EE|EST|Estonia|Estland|Estonie|Eesti
EG|EGY|Egypt|Ägypten|Égypte|Egipto|Egito|Egitto|Arab Republic of Egypt
EH|ESH|Western Sahara|Westsahara|Sahara occidental|Saara Ocidental|Sahara Occidentale|Westelijke Sahara
ER|ERI|Eritrea|Érythrée|Eritreia
ES|ESP|Spain|Spanien|Espagne|España|Espanha|Spagna|Spanje|Kingdom of Spain
ET|ETH|Ethiopia|Äthiopien|Éthiopie|Etiopía
FI|FIN|Finland|Finnland|Finlande|Finlandia|Suomi|Republic of Finland
FJ|FJI|Fiji|Fidschi|Fidji|Fiyi|Figi
FK|FLK|Falkland Islands|Falklandinseln|Îles Malouines|Islas Malvinas|Ilhas Malvinas|Isole
  Falkland|Falklandeilanden|Malvinas
FM|FSM|Micronesia|Mikronesien|Micronésie|Federated States of Micronesia|Micronesia, Federated States of
FO|FRO|Faroe Islands|Färöer|Îles Féroé|Islas Feroe|Ilhas Faroé|Isole Fær Øer|Faeröer
FR|FRA|France|Frankreich|Francia|França|Frankrijk|République française|French Republic|France métropolitaine
GA|GAB|Gabon|Gabun|Gabão
GB|GBR|United Kingdom|Vereinigtes Königreich|Royaume-Uni|Reino Unido|Regno Unito|Verenigd Koninkrijk|UK|Great
  Britain|Britain|England|Scotland|Wales|Northern Ireland|GB-ENG|GB-SCT|GB-WLS|GB-NIR|United Kingdom of Great Britain
  and Northern Ireland|Großbritannien|England und Wales|Schottland|Nordirland|Grande-Bretagne|Angleterre|Écosse|Pays
  de Galles|Irlande du Nord|Gran Bretaña|Inglaterra|Escocia|Gales|Irlanda del Norte|Grã-Bretanha|País de Gales|Gran
  Bretagna|Inghilterra|Scozia|Galles|Irlanda del Nord|Groot-Brittannië|Engeland|Schotland|Noord-Ierland|UK & NI
GD|GRD|Grenada|Grenade|Granada
GE|GEO|Georgia|Georgien|Géorgie|Sakartvelo|Republic of Georgia
GF|GUF|French Guiana|Französisch-Guayana|Guyane française|Guayana Francesa|Guiana Francesa|Guyana
  Francese|Frans-Guyana
GG|GGY|Guernsey|Guernesey|Guernsey, Channel Islands
GH|GHA|Ghana|Gana
GI|GIB|Gibraltar|Gibilterra
GL|GRL|Greenland|Grönland|Groenland|Groenlandia
GM|GMB|Gambia|Gambie|Gambia, The|The Gambia
GN|GIN|Guinea|Guinée|Guiné
GP|GLP|Guadeloupe|Guadalupe|Guadalupa
GQ|GNQ|Equatorial Guinea|Äquatorialguinea|Guinée équatoriale|Guinea Ecuatorial|Guiné Equatorial|Guinea
  Equatoriale|Equatoriaal-Guinea|Equatorial Guinea, Republic of
GR|GRC|Greece|Griechenland|Grèce|Grecia|Griekenland|Hellas|Hellenic Republic|EL|Ellada|Ελλάδα
GS|SGS|South Georgia & South Sandwich Islands|Südgeorgien und die Südlichen Sandwichinseln|Géorgie du Sud-et-les Îles
  Sandwich du Sud|Islas Georgia del Sur y Sandwich del Sur|Ilhas Geórgia do Sul e Sandwich do Sul|Georgia del Sud e
  Sandwich Australi|Zuid-Georgia en Zuidelijke Sandwicheilanden
GT|GTM|Guatemala
GU|GUM|Guam
GW|GNB|Guinea-Bissau|Guinée-Bissau|Guinea-Bisáu|Guiné-Bissau
GY|GUY|Guyana|Guiana
HK|HKG|Hong Kong|HKSAR|Hong Kong SAR|Hong Kong SAR China|Hong Kong, China
HM|HMD|Heard & McDonald Islands|Heard und McDonaldinseln|Îles Heard-et-MacDonald|Islas Heard y McDonald|Ilhas Heard e
  McDonald|Isole Heard e McDonald|Heard en McDonaldeilanden
HN|HND|Honduras
HR|HRV|Croatia|Kroatien|Croatie|Croacia|Croazia|Kroatië|Hrvatska
HT|HTI|Haiti|Hayti
HU|HUN|Hungary|Ungarn|Hongrie|Hungría|Ungheria|Hongarije|Magyarország
ID|IDN|Indonesia|Indonesien|Indonésie|Republic of Indonesia
IE|IRL|Ireland|Irland|Irlande|Irlanda|Ierland|Republic of Ireland|Eire|Ireland, Republic of
IL|ISR|Israel|Israele|State of Israel
IM|IMN|Isle of Man|Île de Man|Isla de Man|Ilha de Man|Isola di Man
IN|IND|India|Indien|Inde|Bharat|Republic of India|भारत
IO|IOT|British Indian Ocean Territory|Britisches Territorium im Indischen Ozean|Territoire britannique de l'océan
  Indien|Territorio Británico del Océano Índico|Território Britânico do Oceano Índico|Territorio Britannico
  dell'Oceano Indiano|Brits Indische Oceaanterritorium
IQ|IRQ|Iraq|Irak|Iraque
IR|IRN|Iran|Irã|Islamic Republic of Iran|Iran, Islamic Republic of|Persia
IS|ISL|Iceland|Island|Islande|Islandia|Islanda|IJsland
IT|ITA|Italy|Italien|Italie|Italia|Italian Republic|Repubblica Italiana
JE|JEY|Jersey|Jersey, Channel Islands
JM|JAM|Jamaica|Jamaika|Jamaïque|Giamaica
JO|JOR|Jordan|Jordanien|Jordanie|Jordania|Giordania
JP|JPN|Japan|Japon|Japão|Giappone|Nippon|Nihon|日本
KE|KEN|Kenya|Kenia|Quênia
KG|KGZ|Kyrgyzstan|Kirgisistan|Kirghizstan|Kirguistán|Quirguistão|Kirghizistan|Kirgizië|Kirgizstan|Kyrgyz Republic
KH|KHM|Cambodia|Kambodscha|Cambodge|Camboya|Camboja|Cambogia|Cambodja
KI|KIR|Kiribati|Quiribati
KM|COM|Comoros|Komoren|Comores|Comoras|Comore|Comoren
KN|KNA|St. Kitts & Nevis|St. Kitts und Nevis|Saint-Christophe-et-Niévès|San Cristóbal y Nieves|São Cristóvão e
  Névis|Saint Kitts e Nevis|Saint Kitts en Nevis|St Kitts|Saint Kitts
KP|PRK|North Korea|Nordkorea|Corée du Nord|Corea del Norte|Coreia do Norte|Corea del Nord|Noord-Korea|Democratic
  People's Republic of Korea|DPRK|Korea, North|Korea, Democratic People's Republic of
KR|KOR|South Korea|Südkorea|Corée du Sud|Corea del Sur|Coreia do Sul|Corea del Sud|Zuid-Korea|Korea|Republic of
  Korea|Korea, Republic of|ROK|Korea, South|Corea
KW|KWT|Kuwait|Koweït|Koeweit
KY|CYM|Cayman Islands|Kaimaninseln|Îles Caïmans|Islas Caimán|Ilhas Cayman|Isole Cayman|Kaaimaneilanden
KZ|KAZ|Kazakhstan|Kasachstan|Kazajistán|Cazaquistão|Kazakistan|Kazachstan|Republic of Kazakhstan
LA|LAO|Laos|Lao PDR|Lao People's Democratic Republic
LB|LBN|Lebanon|Libanon|Liban|Líbano
LC|LCA|St. Lucia|Sainte-Lucie|Santa Lucía|Saint Lucia
LI|LIE|Liechtenstein
LK|LKA|Sri Lanka|Ceylon
LR|LBR|Liberia
LS|LSO|Lesotho|Lesoto
LT|LTU|Lithuania|Litauen|Lituanie|Lituania|Litouwen|Lietuva
LU|LUX|Luxembourg|Luxemburg|Luxemburgo|Lussemburgo|Grand Duchy of Luxembourg|Lëtzebuerg
LV|LVA|Latvia|Lettland|Lettonie|Letonia|Lettonia|Letland|Latvija
LY|LBY|Libya|Libyen|Libye|Libia|Libië|Libyan Arab Jamahiriya
MA|MAR|Morocco|Marokko|Maroc|Marruecos|Marrocos|Marocco|Kingdom of Morocco
MC|MCO|Monaco
MD|MDA|Moldova|Republik Moldau|Moldavie|Moldavia|Republic of Moldova|Moldova, Republic of
ME|MNE|Montenegro
MF|MAF|St. Martin|Saint-Martin|San Martín|São Martinho
MG|MDG|Madagascar|Madagaskar
MH|MHL|Marshall Islands|Marshallinseln|Îles Marshall|Islas Marshall|Ilhas Marshall|Isole Marshall|Marshalleilanden
MK|MKD|North Macedonia|Nordmazedonien|Macédoine du Nord|Macedonia del Norte|Macedônia do Norte|Macedonia del
  Nord|Noord-Macedonië|Macedonia|FYROM|Former Yugoslav Republic of Macedonia|Mazedonien|Macédoine|Republic of North
  Macedonia
ML|MLI|Mali
MM|MMR|Myanmar|Burma|Birmanie|Birmania|Mianmar|Birma
MN|MNG|Mongolia|Mongolei|Mongolie
MO|MAC|Macao|Macau|Macao SAR|Macau SAR|Macau SAR China|Macao SAR China
MP|MNP|Northern Mariana Islands|Nördliche Marianen|Îles Mariannes du Nord|Islas Marianas del Norte|Ilhas Marianas do
  Norte|Isole Marianne Settentrionali|Noordelijke Marianen
MQ|MTQ|Martinique|Martinica
MR|MRT|Mauritania|Mauretanien|Mauritanie
MS|MSR|Montserrat
MT|MLT|Malta|Malte
MU|MUS|Mauritius|Maurice|Mauricio
MV|MDV|Maldives|Malediven|Maldivas|Maldive|Maldiven
MW|MWI|Malawi|Malaui
MX|MEX|Mexico|Mexiko|Mexique|Messico|United Mexican States|Estados Unidos Mexicanos|EUM
MY|MYS|Malaysia|Malaisie|Malasia|Maleisië
MZ|MOZ|Mozambique|Mosambik|Moçambique|Mozambico
NA|NAM|Namibia|Namibie
NC|NCL|New Caledonia|Neukaledonien|Nouvelle-Calédonie|Nueva Caledonia|Nova Caledônia|Nuova Caledonia|Nieuw-Caledonië
NE|NER|Niger
NF|NFK|Norfolk Island|Norfolkinsel|Île Norfolk|Isla Norfolk|Ilha Norfolk|Isola Norfolk|Norfolk
NG|NGA|Nigeria
NI|NIC|Nicaragua
NL|NLD|Netherlands|Niederlande|Pays-Bas|Países Bajos|Países Baixos|Paesi Bassi|Nederland|Holland|The
  Netherlands|Holanda|Olanda|Hollande|Koninkrijk der Nederlanden
NO|NOR|Norway|Norwegen|Norvège|Noruega|Norvegia|Noorwegen|Norge|Noreg|Kingdom of Norway
NP|NPL|Nepal|Nepal, Federal Democratic Republic of
NR|NRU|Nauru
NU|NIU|Niue
NZ|NZL|New Zealand|Neuseeland|Nouvelle-Zélande|Nueva Zelanda|Nova Zelândia|Nuova Zelanda|Nieuw-Zeeland|Aotearoa
OM|OMN|Oman|Omã
PA|PAN|Panama
PE|PER|Peru|Pérou|Republic of Peru
PF|PYF|French Polynesia|Französisch-Polynesien|Polynésie française|Polinesia Francesa|Polinesia
  Francese|Frans-Polynesië
PG|PNG|Papua New Guinea|Papua-Neuguinea|Papouasie-Nouvelle-Guinée|Papúa Nueva Guinea|Papua-Nova Guiné|Papua Nuova
  Guinea|Papoea-Nieuw-Guinea
PH|PHL|Philippines|Philippinen|Filipinas|Filippine|Filipijnen|Philippines, The|Republic of the Philippines|Pilipinas
PK|PAK|Pakistan|Paquistão|Islamic Republic of Pakistan
PL|POL|Poland|Polen|Pologne|Polonia|Polska|Republic of Poland
PM|SPM|St. Pierre & Miquelon|St. Pierre und Miquelon|Saint-Pierre-et-Miquelon|San Pedro y Miquelón|São Pedro e
  Miquelão|Saint-Pierre e Miquelon|Saint-Pierre en Miquelon|St Pierre
PN|PCN|Pitcairn Islands|Pitcairninseln|Îles Pitcairn|Islas Pitcairn|Ilhas Pitcairn|Isole Pitcairn|Pitcairneilanden
PR|PRI|Puerto Rico|Porto Rico
PS|PSE|Palestine|Palestinian Territories|Palästinensische Autonomiegebiete|Territoires palestiniens|Territorios
  Palestinos|Territori Palestinesi|Palestijnse gebieden|Palestinian Territory|State of Palestine|Palestine, State
  of|Palestinian Territory, Occupied|Gaza|West Bank
PT|PRT|Portugal|Portogallo|Portuguese Republic
PW|PLW|Palau|Palaos
PY|PRY|Paraguay|Paraguai
QA|QAT|Qatar|Katar|Catar
RE|REU|Réunion|La Réunion|Reunião|Riunione
RO|ROU|Romania|Rumänien|Roumanie|Rumanía|Romênia|Roemenië
RS|SRB|Serbia|Serbien|Serbie|Sérvia|Servië|Srbija|Србија
RU|RUS|Russia|Russland|Russie|Rusia|Rusland|Russian Federation|Russische Föderation|Fédération de Russie|Federación
  Rusa|Federação Russa|Federazione Russa
RW|RWA|Rwanda|Ruanda
SA|SAU|Saudi Arabia|Saudi-Arabien|Arabie saoudite|Arabia Saudí|Arábia Saudita|Saoedi-Arabië|KSA|Kingdom of Saudi
  Arabia|Saudi
SB|SLB|Solomon Islands|Salomonen|Îles Salomon|Islas Salomón|Ilhas Salomão|Isole Salomone|Salomonseilanden
SC|SYC|Seychelles|Seychellen|Seicheles
SD|SDN|Sudan|Soudan|Sudão|Soedan
SE|SWE|Sweden|Schweden|Suède|Suecia|Svezia|Zweden|Sverige|Kingdom of Sweden
SG|SGP|Singapore|Singapur|Singapour|Singapura|Republic of Singapore
SH|SHN|St. Helena|Sainte-Hélène|Santa Elena|Santa Helena|Sant'Elena|Sint-Helena
SI|SVN|Slovenia|Slowenien|Slovénie|Eslovenia|Slovenija
SJ|SJM|Svalbard & Jan Mayen|Spitzbergen und Jan Mayen|Svalbard et Jan Mayen|Svalbard y Jan Mayen|Svalbard e Jan
  Mayen|Spitsbergen en Jan Mayen
SK|SVK|Slovakia|Slowakei|Slovaquie|Eslovaquia|Slovacchia|Slowakije|Slovensko|Slovak Republic|Slowakische Republik
SL|SLE|Sierra Leone|Sierra Leona|Serra Leoa
SM|SMR|San Marino|Saint-Marin
SN|SEN|Senegal|Senegal Republic
SO|SOM|Somalia|Somalie
SR|SUR|Suriname|Surinam
SS|SSD|South Sudan|Südsudan|Soudan du Sud|Sudán del Sur|Sudão do Sul|Zuid-Soedan
ST|STP|São Tomé & Príncipe|São Tomé und Príncipe|Sao Tomé-et-Principe|Santo Tomé y Príncipe|São Tomé e Príncipe|Sao
  Tomé en Principe|Sao Tome
SV|SLV|El Salvador|Salvador
SX|SXM|Sint Maarten|Saint-Martin|Saint Maarten|St Maarten
SY|SYR|Syria|Syrien|Syrie|Siria|Syrian Arab Republic
SZ|SWZ|Eswatini|Esuatini|Essuatíni|Swaziland
TC|TCA|Turks & Caicos Islands|Turks- und Caicosinseln|Îles Turques-et-Caïques|Islas Turcas y Caicos|Ilhas Turcas e
  Caicos|Isole Turks e Caicos|Turks- en Caicoseilanden
TD|TCD|Chad|Tschad|Tchad|Chade|Ciad|Tsjaad
TF|ATF|French Southern Territories|Französische Süd- und Antarktisgebiete|Terres australes françaises|Territorios
  Australes Franceses|Territórios Franceses do Sul|Terre Australi Francesi|Franse Gebieden in de zuidelijke Indische
  Oceaan
TG|TGO|Togo
TH|THA|Thailand|Thaïlande|Tailandia|Thailandia|Kingdom of Thailand
TJ|TJK|Tajikistan|Tadschikistan|Tadjikistan|Tayikistán|Tadjiquistão|Tagikistan|Tadzjikistan
TK|TKL|Tokelau
TL|TLS|Timor-Leste|Timor oriental|Timor Est|Oost-Timor|East Timor|Osttimor
TM|TKM|Turkmenistan|Turcomenistão
TN|TUN|Tunisia|Tunesien|Tunisie|Túnez|Tunesië
TO|TON|Tonga
TR|TUR|Türkiye|Türkei|Turquie|Turquía|Turchia|Turkije|Turkey|Republic of Turkey
TT|TTO|Trinidad & Tobago|Trinidad und Tobago|Trinité-et-Tobago|Trinidad y Tobago|Trinidad e Tobago|Trinidad en
  Tobago|Trinidad
TV|TUV|Tuvalu
TW|TWN|Taiwan|Taiwan, Province of China|Taiwan, ROC|Republic of China|Chinese Taipei
TZ|TZA|Tanzania|Tansania|Tanzanie|United Republic of Tanzania|Tanzania, United Republic of
UA|UKR|Ukraine|Ucrania|Ucraina|Oekraïne|Україна|Ukraina
UG|UGA|Uganda|Ouganda|Oeganda
UM|UMI|U.S. Outlying Islands|Amerikanische Überseeinseln|Îles mineures éloignées des États-Unis|Islas menores alejadas
  de EE. UU.|Ilhas Menores Distantes dos EUA|Isole Minori Esterne degli Stati Uniti|Kleine afgelegen eilanden van de
  Verenigde Staten
US|USA|United States|Vereinigte Staaten|États-Unis|Estados Unidos|Stati Uniti|Verenigde Staten|U.S. of A.|United
  States of America|America|The States|Vereinigte Staaten von Amerika|VSA|États-Unis d'Amérique|EUA|EEUU|Estados
  Unidos de América|Estados Unidos da América|Stati Uniti d'America|Verenigde Staten van Amerika|Amerika
UY|URY|Uruguay|Uruguai
UZ|UZB|Uzbekistan|Usbekistan|Ouzbékistan|Uzbequistão|Oezbekistan
VA|VAT|Vatican City|Vatikanstadt|État de la Cité du Vatican|Ciudad del Vaticano|Cidade do Vaticano|Città del
  Vaticano|Vaticaanstad|Holy See|Vatican|Vatikan
VC|VCT|St. Vincent & Grenadines|St. Vincent und die Grenadinen|Saint-Vincent-et-les Grenadines|San Vicente y las
  Granadinas|São Vicente e Granadinas|Saint Vincent e Grenadine|Saint Vincent en de Grenadines|St Vincent
VE|VEN|Venezuela|Bolivarian Republic of Venezuela|Venezuela, Bolivarian Republic of
VG|VGB|British Virgin Islands|Britische Jungferninseln|Îles Vierges britanniques|Islas Vírgenes Británicas|Ilhas
  Virgens Britânicas|Isole Vergini Britanniche|Britse Maagdeneilanden|BVI|Virgin Islands, British|Virgin Islands
VI|VIR|U.S. Virgin Islands|Amerikanische Jungferninseln|Îles Vierges des États-Unis|Islas Vírgenes de EE. UU.|Ilhas
  Virgens Americanas|Isole Vergini Americane|Amerikaanse Maagdeneilanden|Virgin Islands, U.S.|Virgin
  Islands|USVI|American Virgin Islands|United States Virgin Islands
VN|VNM|Vietnam|Vietnã|Socialist Republic of Vietnam
VU|VUT|Vanuatu
WF|WLF|Wallis & Futuna|Wallis und Futuna|Wallis-et-Futuna|Wallis y Futuna|Wallis e Futuna|Wallis en Futuna
WS|WSM|Samoa
XK|XKX|Kosovo|Republic of Kosovo|Kosova
YE|YEM|Yemen|Jemen|Iêmen
YT|MYT|Mayotte
ZA|ZAF|South Africa|Südafrika|Afrique du Sud|Sudáfrica|África do Sul|Zuid-Afrika|RSA|S. Africa|Republic of South
  Africa
ZM|ZMB|Zambia|Sambia|Zambie
ZW|ZWE|Zimbabwe|Simbabwe|Zimbabue
"""
