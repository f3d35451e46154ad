"""Who plays in the demo: an invented team that sells heating and cooling, its places, its leads' names, their words.

Every person, company and address is made up; domains are example.com, telephone numbers are 555-01xx.
"""

from typing import NamedTuple

MANAGER = "Mira Hollis"
TIME_ZONE = "America/New_York"


class Habits(NamedTuple):
    """How a rep works.

    `hours`: the usual working hours from assignment to first attempt. `ignores`: the share of leads never turned to, by
    heat. `tries`: how often an unanswered lead is tried. `keeps`, `late`: the share of reminders done when due, and of
    those done days later; the rest is left lying. `wins`: the share of proposals won.
    """

    hours: float
    ignores: dict[str, float]
    tries: int
    keeps: float
    late: float
    wins: float


STEADY = {"Hot": 0.02, "Warm": 0.04, "Cold": 0.10}

# name -> (region, habits)
REPS: dict[str, tuple[str, Habits]] = {
    # quick, and stays with it
    "Ann Reyes": ("East", Habits(0.4, STEADY, 6, 0.85, 0.12, 0.45)),
    "Ben Okafor": ("East", Habits(2.5, STEADY, 4, 0.70, 0.22, 0.35)),
    # the cherry-picker: first at the hot leads, and leaves the rest
    "Grace Lindqvist": ("East", Habits(0.6, {"Hot": 0.0, "Warm": 0.55, "Cold": 0.85}, 3, 0.75, 0.15, 0.40)),
    "Carla Nguyen": ("West", Habits(1.5, STEADY, 5, 0.80, 0.15, 0.40)),
    # lazy: days until the first call, and promises that are left lying
    "Dan Kowalski": ("West", Habits(20.0, {"Hot": 0.20, "Warm": 0.35, "Cold": 0.55}, 2, 0.35, 0.25, 0.20)),
    "Tom Avery": ("West", Habits(5.0, {"Hot": 0.05, "Warm": 0.10, "Cold": 0.20}, 3, 0.60, 0.25, 0.30)),
}

# rep -> unit -> places; who shares a place takes turns there
TERRITORIES: dict[str, dict[str, tuple[str, ...]]] = {
    "Ann Reyes": {"state": ("MA", "ME", "NH", "VT", "NY"), "zip3": ("112",)},
    "Ben Okafor": {"state": ("NY", "CT", "RI", "NJ"), "county": ("Worcester County, MA",)},
    "Grace Lindqvist": {"state": ("NY", "PA", "MD", "VA", "GA", "FL"), "zip": ("02110",)},
    "Carla Nguyen": {"state": ("CA", "OR", "WA"), "county": ("Travis County, TX",)},
    "Dan Kowalski": {"state": ("CA", "TX", "AZ", "NV")},
    "Tom Avery": {"state": ("CA", "TX", "CO", "UT", "IL", "MN")},
}

# city, state, ZIP, area code; one that stands more often has more leads. Nobody covers Alaska.
PLACES = (
    ("Boston", "MA", "02110", "617"), ("Boston", "MA", "02116", "617"), ("Cambridge", "MA", "02139", "617"),
    ("Worcester", "MA", "01608", "508"), ("Worcester", "MA", "01608", "508"),
    ("Springfield", "MA", "01103", "413"), ("Portland", "ME", "04101", "207"),
    ("Manchester", "NH", "03101", "603"), ("Burlington", "VT", "05401", "802"), ("New York", "NY", "10001", "212"),
    ("New York", "NY", "10013", "212"), ("New York", "NY", "10018", "212"), ("Brooklyn", "NY", "11201", "718"),
    ("Brooklyn", "NY", "11215", "718"), ("Albany", "NY", "12207", "518"), ("Buffalo", "NY", "14202", "716"),
    ("Buffalo", "NY", "14202", "716"), ("Rochester", "NY", "14604", "585"), ("Syracuse", "NY", "13202", "315"),
    ("Hartford", "CT", "06103", "860"), ("New Haven", "CT", "06510", "203"), ("Providence", "RI", "02903", "401"),
    ("Newark", "NJ", "07102", "973"), ("Princeton", "NJ", "08540", "609"), ("Philadelphia", "PA", "19103", "215"),
    ("Philadelphia", "PA", "19107", "215"), ("Pittsburgh", "PA", "15222", "412"),
    ("Baltimore", "MD", "21202", "410"), ("Richmond", "VA", "23219", "804"), ("Atlanta", "GA", "30303", "404"),
    ("Miami", "FL", "33131", "305"), ("Oakland", "CA", "94607", "510"), ("San Francisco", "CA", "94103", "415"),
    ("San Diego", "CA", "92101", "619"), ("Los Angeles", "CA", "90012", "213"),
    ("Los Angeles", "CA", "90012", "213"), ("Sacramento", "CA", "95814", "916"), ("Fresno", "CA", "93721", "559"),
    ("Portland", "OR", "97205", "503"), ("Seattle", "WA", "98101", "206"), ("Seattle", "WA", "98104", "206"),
    ("Spokane", "WA", "99201", "509"), ("Austin", "TX", "78701", "512"), ("Houston", "TX", "77002", "713"),
    ("Houston", "TX", "77002", "713"), ("Dallas", "TX", "75201", "214"), ("San Antonio", "TX", "78205", "210"),
    ("Phoenix", "AZ", "85004", "602"), ("Denver", "CO", "80202", "303"), ("Chicago", "IL", "60611", "312"),
    ("Minneapolis", "MN", "55401", "612"), ("Anchorage", "AK", "99501", "907"),
)  # fmt: skip

FIRST_NAMES = (
    "Adele", "Amir", "Andrea", "Angela", "Anton", "Aaron", "Beatriz", "Bianca", "Boris", "Caleb", "Camille",
    "Carmen", "Cedric", "Chloe", "Colin", "Cora", "Damian", "Daria", "Devon", "Dora", "Edith", "Edwin", "Elena",
    "Elias", "Erin", "Esther", "Fatima", "Felix", "Fiona", "Gavin", "Gloria", "Hana", "Harold", "Helen", "Hugo",
    "Ian", "Ida", "Irene", "Isaac", "Ivy", "Jamal", "Janet", "Jasper", "Joan", "Jonas", "Judith", "Julian",
    "Karen", "Karim", "Keith", "Lara", "Leon", "Lila", "Logan", "Lucia", "Lydia", "Malcolm", "Mara", "Marta",
    "Milo", "Mina", "Nadia", "Nathan", "Nell", "Nico", "Noel", "Olga", "Oscar", "Paula", "Perry", "Quinn",
    "Rafael", "Ramona", "Rita", "Roland", "Rosa", "Rupert", "Sanjay", "Sara", "Selma", "Silas", "Simone", "Stella",
    "Tariq", "Theo", "Tessa", "Ursula", "Vera", "Vincent", "Wanda", "Wesley", "Yara", "Yusuf", "Zoe",
)  # fmt: skip
LAST_NAMES = (
    "Abbott", "Acosta", "Adeyemi", "Albrecht", "Archer", "Ashby", "Baird", "Barlow", "Becker", "Bellamy",
    "Benitez", "Bishop", "Boyle", "Bradshaw", "Briggs", "Brody", "Caldwell", "Calloway", "Carver", "Castillo",
    "Chandler", "Cho", "Conway", "Corbett", "Crane", "Dalton", "Dawson", "Delaney", "Dempsey", "Diaz", "Doyle",
    "Duarte", "Eastman", "Egan", "Ellison", "Espinoza", "Farrell", "Fenton", "Finch", "Flores", "Forbes", "Frost",
    "Gallo", "Garner", "Gibbs", "Gentry", "Haines", "Hale", "Hanley", "Harmon", "Hashimoto", "Hayden", "Hendricks",
    "Hobart", "Hooper", "Ibarra", "Ingram", "Jacobs", "Jarvis", "Keane", "Keller", "Kendrick", "Khan", "Kirby",
    "Lambert", "Langley", "Larkin", "Leblanc", "Lowe", "Lynch", "Maddox", "Malone", "Marsh", "Mercer", "Mendez",
    "Monroe", "Navarro", "Newell", "Nolan", "Nwosu", "Oakley", "Okoye", "Ortega", "Osei", "Page", "Parrish",
    "Pereira", "Pruitt", "Quigley", "Ramsey", "Rhodes", "Rojas", "Rowe", "Sandoval", "Sawyer", "Sharma", "Shepard",
    "Sinclair", "Stokes", "Sutter", "Tanaka", "Thorne", "Tobin", "Underhill", "Valdez", "Vance", "Vaughn", "Voss",
    "Wallace", "Weaver", "Whitaker", "Winslow", "Yates", "Zamora",
)  # fmt: skip
TRADES = (
    "Bakery", "Dental", "Storage", "Lofts", "Brewing", "Realty", "Veterinary", "Clinic", "Hotel", "Logistics",
    "Fitness", "Preschool", "Market", "Print", "Law", "Farms", "Senior Living", "Auto Body", "Architects",
    "Catering", "Properties", "Machine", "Nursery", "Studios", "Hardware",
)  # fmt: skip
TITLES = (
    "Owner", "Facilities Manager", "Property Manager", "Office Manager", "Operations Manager", "Director",
    "Partner",
)  # fmt: skip
# what they ask for -> what it is worth in dollars
WORTH = {
    "Heat pump": 9_000,
    "Rooftop unit": 22_000,
    "Water heater": 3_000,
    "Service contract": 1_800,
    "Controls": 5_000,
}

# heat -> its share of the leads, and how likely a conversation ends well
HEATS = {"Hot": 0.25, "Warm": 0.45, "Cold": 0.30}
WELCOME = {"Hot": 0.75, "Warm": 0.45, "Cold": 0.18}

MESSAGES = (
    "Our unit is 20 years old and failing", "Please call in the morning", "What does a replacement cost?",
    "Do you finance?", "We are comparing three offers", "Wants a site visit", "Who services the units afterwards?",
    "Is there a rebate this year?", "No gas line in the building", "",
)  # fmt: skip
SAID = (
    "talked about the size of the unit", "has a budget, needs an offer", "wants a site visit", "asked about rebates",
    "asked who services it", "decides together with a partner",
)  # fmt: skip
REFUSALS = ("has chosen another firm", "no budget this year", "only wanted a price", "rents, the owner decides")
NOTES = (
    "Prefers to be called before noon", "The roof was redone last year", "Decides in the next board meeting",
    "Asks for references nearby", "Has two more buildings", "Send papers by e-mail, not by post",
)  # fmt: skip
