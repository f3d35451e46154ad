"""What the source of the place table gets wrong or leaves open, and what people call a county. Data, looked at once."""

#: The time zone of Napakiak, Alaska (99634) holds the city's name.
TIME_ZONES = {"Napakiak": "America/Anchorage"}

#: ZIP codes of these "cities" are military post offices; the source puts six in Europe (099xx) into New Jersey.
MILITARY_CITIES = frozenset({"Apo", "Dpo", "Fpo"})

#: States with cities that belong to no county; the Census Bureau writes them "Baltimore city".
INDEPENDENT_CITY_STATES = frozenset({"MD", "MO", "VA"})

#: (state, name in the source) -> the Census Bureau's name.
COUNTIES = {
    ("AK", "City and Borough of Juneau"): "Juneau City and Borough",
    ("AK", "Municipality of Anchorage"): "Anchorage Municipality",
    # dissolved in 2008
    ("AK", "Prince of Wales-Outer Ketchikan Borough"): "Prince of Wales-Hyder Census Area",
    # the District has no counties and counts as one
    ("DC", ""): "District of Columbia",
    ("VA", "James City"): "James City County",
}

#: ZIP codes at a state's border for which the source names a county of the neighbor.
COUNTIES_OF_ZIPS = {
    "15439": "Fayette County",
    "24619": "Tazewell County",
    "25410": "Jefferson County",
    "30138": "Polk County",
    "58439": "Dickey County",
    "69212": "Cherry County",
    "97635": "Lake County",
}

#: Independent cities whose ZIP codes the source counts to the county around them.
CITIES_WITHOUT_ZIP = (
    ("VA", "Covington city"),
    ("VA", "Emporia city"),
    ("VA", "Lexington city"),
    ("VA", "Manassas Park city"),
)

#: Majuro lies east of Greenwich: (latitude, longitude) in degrees.
POSITIONS = {"96960": (7.0801, 171.1569)}

#: (state, what people say) -> county: boroughs, abbreviations, former names.
COUNTY_NICKNAMES = {
    ("AK", "Wade Hampton"): "Kusilvak Census Area",
    ("CA", "LA"): "Los Angeles County",
    ("CA", "SF"): "San Francisco County",
    ("DC", "DC"): "District of Columbia",
    ("DC", "Washington"): "District of Columbia",
    ("DC", "Washington DC"): "District of Columbia",
    ("FL", "Dade"): "Miami-Dade County",
    ("NY", "Brooklyn"): "Kings County",
    ("NY", "Manhattan"): "New York County",
    ("NY", "Staten Island"): "Richmond County",
    ("SD", "Shannon"): "Oglala Lakota County",
}

#: Canadian area codes that the source names for ZIP codes at the border.
# fmt: off
AREA_CODES_OF_CANADA = frozenset({
    "204", "226", "236", "249", "250", "289", "306", "343", "354", "365", "367", "368",
    "403", "418", "431", "450", "468", "474", "506", "519", "548", "579", "581", "584",
    "587", "604", "613", "639", "672", "683", "705", "742", "753", "778", "807", "819",
    "825", "867", "873", "905",
})
# fmt: on
