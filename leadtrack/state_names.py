"""What people write for a state, province, Land, canton or constituent country: ISO 3166-2 codes without the country's
prefix, with names and common abbreviations, for the ten countries whose states leads are mostly written in.

One state an entry: the code, "=", then its names and abbreviations parted by "|". The codes and names are facts of
ISO 3166-2; the abbreviations are those of older postal usage (the Associated Press's for the United States).
`countries.state_code` folds case, accents and dots.
"""

STATE_NAMES: dict[str, str] = {
    "US": """
AL=Alabama|Ala|AK=Alaska|Alas|AZ=Arizona|Ariz|AR=Arkansas|Ark|CA=California|Calif|Cal|Kalifornien|Californie
CO=Colorado|Colo|CT=Connecticut|Conn|DE=Delaware|Del|DC=District of Columbia|Washington DC|Washington D.C.|Wash DC
FL=Florida|Fla|Flor|GA=Georgia|HI=Hawaii|Hawai'i|ID=Idaho|Ida|IL=Illinois|Ill|Ills|IN=Indiana|Ind|IA=Iowa
KS=Kansas|Kans|Kan|KY=Kentucky|Kent|Ken|LA=Louisiana|Louisiane|ME=Maine|MD=Maryland|Mary
MA=Massachusetts|Mass|Massachusets|Massachussetts|MI=Michigan|Mich|MN=Minnesota|Minn|MS=Mississippi|Miss|Missisippi
MO=Missouri|MT=Montana|Mont|NE=Nebraska|Nebr|Neb|NV=Nevada|Nev|NH=New Hampshire|N Hampshire|NJ=New Jersey|N Jersey
NM=New Mexico|N Mex|N Mexico|NY=New York|N York|New York State|NY State|NC=North Carolina|N Carolina|N Car
ND=North Dakota|N Dakota|N Dak|NoDak|OH=Ohio|OK=Oklahoma|Okla|OR=Oregon|Oreg|Ore|PA=Pennsylvania|Penn|Penna|Pa
RI=Rhode Island|R Island|Rhode Island and Providence Plantations|SC=South Carolina|S Carolina|S Car
SD=South Dakota|S Dakota|S Dak|SoDak|TN=Tennessee|Tenn|TX=Texas|Tex|UT=Utah|VT=Vermont|Verm|VA=Virginia|Virg
WA=Washington|Wash|Washington State|WA State|WV=West Virginia|W Virginia|W Va|W Virg|WI=Wisconsin|Wisc|Wis
WY=Wyoming|Wyo|PR=Puerto Rico|VI=Virgin Islands|US Virgin Islands|USVI|GU=Guam|AS=American Samoa
MP=Northern Mariana Islands|CNMI|UM=US Minor Outlying Islands|FM=Federated States of Micronesia|MH=Marshall Islands
PW=Palau|AA=Armed Forces Americas|AE=Armed Forces Europe|AP=Armed Forces Pacific""",
    "CA": """
AB=Alberta|Alta|BC=British Columbia|Colombie-Britannique|MB=Manitoba|Man|NB=New Brunswick|Nouveau-Brunswick
NL=Newfoundland and Labrador|Newfoundland|NF|NFLD|Labrador|Terre-Neuve-et-Labrador|Terre-Neuve
NS=Nova Scotia|Nouvelle-Écosse|NT=Northwest Territories|NWT|Territoires du Nord-Ouest|NU=Nunavut|ON=Ontario|Ont
PE=Prince Edward Island|PEI|Île-du-Prince-Édouard|QC=Quebec|Québec|Que|PQ|SK=Saskatchewan|Sask|YT=Yukon|YK
YT=Yukon Territory""",
    "AU": """
NSW=New South Wales|N South Wales|QLD=Queensland|Qld|SA=South Australia|S Australia|TAS=Tasmania|Tas
VIC=Victoria|Vic|WA=Western Australia|West Australia|W Australia|ACT=Australian Capital Territory
NT=Northern Territory|N Territory""",
    "GB": """
ENG=England|Angleterre|Inglaterra|Inghilterra|Engeland|SCT=Scotland|Schottland|Écosse|Escocia|Scozia|Schotland
WLS=Wales|Cymru|Pays de Galles|Gales|Galles|CYM|NIR=Northern Ireland|N Ireland|NI|Nordirland|Noord-Ierland""",
    "DE": """
BW=Baden-Württemberg|Baden-Wuerttemberg|BaWü|BY=Bayern|Bavaria|Bavière|Baviera|Beieren|BE=Berlin
BB=Brandenburg|Brandebourg|HB=Bremen|Brême|HH=Hamburg|Hambourg|Hamburgo|Amburgo|HE=Hessen|Hesse|Assia
MV=Mecklenburg-Vorpommern|Mecklenburg-Western Pomerania|NI=Niedersachsen|Lower Saxony|Basse-Saxe|Nds|Baja Sajonia
NW=Nordrhein-Westfalen|North Rhine-Westphalia|NRW|Rhénanie-du-Nord-Westphalie|Noordrijn-Westfalen
RP=Rheinland-Pfalz|Rhineland-Palatinate|RLP|Rhénanie-Palatinat|SL=Saarland|Sarre|SN=Sachsen|Saxony|Saxe|Sajonia
ST=Sachsen-Anhalt|Saxony-Anhalt|SH=Schleswig-Holstein|TH=Thüringen|Thueringen|Thuringia|Thuringe""",
    "AT": """
1=Burgenland|Bgld|2=Kärnten|Kaernten|Carinthia|Ktn|3=Niederösterreich|Niederoesterreich|Lower Austria|NÖ|NOe
4=Oberösterreich|Oberoesterreich|Upper Austria|OÖ|OOe|5=Salzburg|Sbg|6=Steiermark|Styria|Stmk|7=Tirol|Tyrol
8=Vorarlberg|Vbg|9=Wien|Vienna|Vienne""",
    "CH": """
AG=Aargau|Argovie|AR=Appenzell Ausserrhoden|AI=Appenzell Innerrhoden|BL=Basel-Landschaft|Basel-Land|Baselland
BS=Basel-Stadt|Bâle-Ville|BE=Bern|Berne|Berna|FR=Freiburg|Fribourg|GE=Genf|Genève|Geneva|Ginevra|GL=Glarus
GR=Graubünden|Grisons|Grigioni|JU=Jura|LU=Luzern|Lucerne|NE=Neuenburg|Neuchâtel|NW=Nidwalden|OW=Obwalden
SG=St. Gallen|Sankt Gallen|Saint-Gall|SH=Schaffhausen|SZ=Schwyz|SO=Solothurn|Soleure|TG=Thurgau|Thurgovie
TI=Tessin|Ticino|UR=Uri|VS=Wallis|Valais|VD=Waadt|Vaud|ZG=Zug|ZH=Zürich|Zuerich|Zurich|Zurigo""",
    "IN": """
AN=Andaman and Nicobar Islands|Andaman and Nicobar|AP=Andhra Pradesh|AR=Arunachal Pradesh|AS=Assam|BR=Bihar
CH=Chandigarh|CG=Chhattisgarh|CT|Chattisgarh|DH=Dadra and Nagar Haveli and Daman and Diu|Daman and Diu
DL=Delhi|New Delhi|NCT of Delhi|Delhi NCR|GA=Goa|GJ=Gujarat|HR=Haryana|HP=Himachal Pradesh|JK=Jammu and Kashmir|J&K
JH=Jharkhand|KA=Karnataka|KL=Kerala|LA=Ladakh|LD=Lakshadweep|MP=Madhya Pradesh|MH=Maharashtra|MN=Manipur
ML=Meghalaya|MZ=Mizoram|NL=Nagaland|OD=Odisha|OR|Orissa|PY=Puducherry|Pondicherry|PB=Punjab|RJ=Rajasthan|SK=Sikkim
TN=Tamil Nadu|Tamilnadu|TS=Telangana|TG|TR=Tripura|UP=Uttar Pradesh|UK=Uttarakhand|UT|Uttaranchal|WB=West Bengal""",
    "BR": """
AC=Acre|AL=Alagoas|AP=Amapá|AM=Amazonas|BA=Bahia|CE=Ceará|DF=Distrito Federal|Federal District|ES=Espírito Santo
GO=Goiás|MA=Maranhão|MT=Mato Grosso|MS=Mato Grosso do Sul|MG=Minas Gerais|PA=Pará|PB=Paraíba|PR=Paraná
PE=Pernambuco|PI=Piauí|RJ=Rio de Janeiro|RN=Rio Grande do Norte|RS=Rio Grande do Sul|RO=Rondônia|RR=Roraima
SC=Santa Catarina|SP=São Paulo|SE=Sergipe|TO=Tocantins""",
    "MX": """
AGU=Aguascalientes|Ags|BCN=Baja California|Baja California Norte|BCS=Baja California Sur|CAM=Campeche|Camp
CHP=Chiapas|Chis|CHH=Chihuahua|Chih|CMX=Ciudad de México|Mexico City|CDMX|DF|Distrito Federal|COA=Coahuila|Coah
COA=Coahuila de Zaragoza|COL=Colima|DUR=Durango|Dgo|GUA=Guanajuato|Gto|GRO=Guerrero|HID=Hidalgo|Hgo|JAL=Jalisco
MEX=Estado de México|Edomex|México|State of Mexico|MIC=Michoacán|Mich|Michoacán de Ocampo|MOR=Morelos|NAY=Nayarit
NLE=Nuevo León|NL|OAX=Oaxaca|PUE=Puebla|QUE=Querétaro|Qro|ROO=Quintana Roo|Q Roo|SLP=San Luis Potosí
SIN=Sinaloa|SON=Sonora|TAB=Tabasco|TAM=Tamaulipas|Tamps|TLA=Tlaxcala|Tlax|VER=Veracruz
VER=Veracruz de Ignacio de la Llave|YUC=Yucatán|ZAC=Zacatecas""",
}
