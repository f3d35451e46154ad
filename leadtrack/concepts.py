"""What the meanings of a header's words come to beside one another: which are dropped, and which field is left."""

from leadtrack.glossary import patterns

# Of these "number" says nothing new; a number of notes or of sources is something else.
_NUMBERED = frozenset(
    {"phone", "mobile", "employees", "street", "postal_code", "annual_revenue", "company", "owner", "referred_by"}
)
# What may stand beside a field without changing it: "Est. annual revenue".
_SOFT = ("expected", "number", "annual", "size")
# Fields that are shown by a label, a code or a name: "status_label", "LeadSrcCd", "COUNTY DESCRIPTION".
_CODED = {
    "label": frozenset(
        {"status", "source", "owner", "industry", "county", "state", "country", "rating", "campaign", "city"}
    ),
    "code": frozenset({"status", "source", "campaign"}),
    "name": frozenset({"source", "campaign", "industry"}),
    "notes": frozenset({"county", "state", "country", "industry", "status"}),
}
_PLACES = frozenset({"street", "address", "city", "state", "zip", "county", "country", "line", "region"})
_REACHED = frozenset({"phone", "mobile", "email"})
_OF_A_COMPANY = frozenset({"industry", "employees", "revenue", "web", *_PLACES})
_SUMMED = frozenset({"job", "deal", "offer", "expected"})
_SITED = frozenset({"other", "job", "offer"})
# Where the work is done, which is the lead's address if the sheet has no better one: "Service City".
_SITES = frozenset(
    {"service", "job", "property", "prop", "installation", "install", "project", "loss", "risk", "subject"}
)


def simplified(concepts: set[str], words: set[str]) -> tuple[set[str], str]:
    """The meanings without those that say nothing beside the others, and "work" where one of them says that."""
    which = ""
    if "value" in concepts and {"email", "phone", "web", "address", "mobile"} & concepts and words & {"value", "wert"}:
        concepts.discard("value")
    if "firm" in concepts:
        concepts.discard("firm")
        concepts.add("company" if concepts else "firm")
    if "account" in concepts and concepts & _OF_A_COMPANY:
        concepts.discard("account")
        concepts.add("company")
    if "revenue" in concepts and "ca" in words and concepts & {"value", "offer", "budget", "employees"}:
        # German "ca." is about
        concepts.discard("revenue")
    if "business" in concepts and not concepts <= {"business", "name", "company", "industry"}:
        concepts.discard("business")
        which = "work"
    if "money" in concepts and len(concepts) > 1:
        # "Est. $" and "Deal ($)" are sums; the sign beside "Revenue" says nothing new
        concepts.discard("money")
        if concepts <= _SUMMED:
            concepts.add("value")
    if "deal" in concepts and not concepts <= {"deal", "title", "name", "number", "date"}:
        concepts.discard("deal")
    if "owner" in concepts and concepts & _REACHED and words & {"comercial", "commercial"}:
        concepts.discard("owner")
        which = "work"
    if concepts == {"source", "web"} and words & {"site", "website"}:
        # the site that the lead came from
        concepts.discard("web")
    if "web" in concepts and words & {"site"} and concepts - {"web"} and concepts - {"web"} <= _PLACES:
        concepts.discard("web")
        which = "mailing"
    if "zip" in concepts:
        concepts.discard("code")
    if words & _SITES and concepts & _PLACES and concepts - _PLACES <= _SITED:
        concepts -= _SITED
        which = "site"
    if "location" in concepts and concepts & {"employees", "revenue", *_PLACES - {"address"}}:
        concepts.discard("location")
    if "email" in concepts and words & {"mail"} and concepts & (_PLACES - {"address"}):
        concepts.discard("email")
        which = "mailing"
    if "address" in concepts and concepts & {"city", "state", "zip", "country", "county"}:
        concepts.discard("address")
    if "first" in concepts and concepts & {"source", "campaign"}:
        concepts.discard("first")
    if "last" in concepts and "status" in concepts:
        concepts.discard("last")
    if len(concepts) > 1:
        concepts.discard("size")
    return concepts, which


def known_as(meanings: frozenset[str], understood: bool) -> tuple[str, float] | None:
    """The field of a set of meanings, also of one with a meaning that may be left out."""
    found = patterns().get(meanings)
    if found or not understood:
        return found
    for soft in _SOFT:
        found = patterns().get(meanings - {soft}) if soft in meanings and "offer" not in meanings else None
        if found and (found[0] in _NUMBERED if soft == "number" else found[0] != "created_at"):
            # "Est. date" is a day to come
            return found
    for extra, fields in _CODED.items():
        if extra in meanings and (found := patterns().get(meanings - {extra})) and found[0] in fields:
            return found
    return None
