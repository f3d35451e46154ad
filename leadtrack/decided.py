"""Headers that say little, and values that say little, which together say what a column is."""

import re
from collections.abc import Callable

from leadtrack.answers import OUT
from leadtrack.evidence import Evidence
from leadtrack.headers import Meaning, read
from leadtrack.plain import normalise
from leadtrack.valued import Reading

_FEW = 4


def decided(meaning: Meaning, header: str, look: Evidence) -> list[Reading] | None:
    """What header and values come to together; [] where that is none of our fields, None where they decide nothing."""
    if not look.count:
        return None
    normal = normalise(header)
    for rule in _ALWAYS if meaning.field else (*_ALWAYS, *_UNNAMED):
        found = rule(meaning, normal, look)
        if found is not None:
            return found
    return None


_ID = re.compile(r"^(?P<what>[a-z ]+?) ids?(?: (?:name|display name|value|code))?$")
_NAMED = frozenset({"state", "country", "owner", "status", "source", "campaign", "industry", "city", "county"})


def _names_for_ids(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "country_id" of names and not of numbers is the country: programs name a column after what it refers to."""
    match = _ID.match(normal)
    if not match or meaning.field:
        return None
    words = [value for value in look.values if _is_name(value)]
    written = [value for value in words if any(letter.islower() for letter in value)]
    coded = normal.endswith(" code") and look.mostly("state", "country")
    if len(words) < 0.9 * look.count or (len(written) < 0.6 * look.count and not coded):
        return None
    field = "owner" if match["what"] in _USERS else read(match["what"]).field
    # users who are each another are the customers of some program, and not those who sell
    each_another = look.filled >= _FEW and look.count == look.filled
    if field not in _NAMED or (field == "owner" and (look.words > 4 or each_another)):
        return None
    return [Reading(field, 0.8, "values are names, not numbers")]


def _is_name(value: str) -> bool:
    """Whether a value is made of words: "Friesland (NL)", "Spring fair 2024", and no "00Q5f000002GWkukfV"."""
    digits = sum(letter.isdigit() for letter in value.partition("(")[0])
    return not digits or (" " in value and sum(letter.isalpha() for letter in value) >= digits)


_USERS = frozenset({"user", "assigned user", "owner user", "responsible user", "system user", "employee"})
_ITS_NUMBER = re.compile(r"^0[67](?: ?(?:nr|no|nummer|number|numero))?$")
_TEXTED = re.compile(r"\b(?:sms|texts?|txt|whats ?app|wa|viber|wapp|wp)\b")


def _mobile(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "06", "SMS", "Text Reminder Number": the mobile, if the values are telephone numbers."""
    if look.share("phone") < 0.7 or meaning.field:
        return None
    if _ITS_NUMBER.match(normal):
        return [Reading("mobile", 0.9, "values are telephone numbers")]
    if _TEXTED.search(normal) and len(normal.split()) <= 4:
        return [Reading("mobile", 0.96 if normal == "sms" else 0.8, "a number for text messages")]
    return None


_FOLLOWED = re.compile(
    r"^(?:where (?:we|it|things|they) (?:left|are|is|stand)(?: it| at| off| things)?|what happened|last spoke|"
    r"(?:(?:notes?|notas?|remarques?) )?(?:(?:de |di |du |do |van )?(?:suivi|seguimiento|seguimento|opvolging|"
    r"follow ?ups?|"
    r"nachverfolgung|nachfassen|historie|historique|historial|historico|verlauf|contact history|call log|last contact|"
    r"latest|latest update|update|updates|last update|gesprach\w*|conversation|discussion|what they said|"
    r"last conversation|next steps?|progress|andamento))(?: notes?| note| commercial| comercial| log)?)$"
)


def _sentences(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "Suivi", "Seguimiento", "Latest": notes where they are sentences."""
    if not _FOLLOWED.match(normal) or look.mostly("date", "number", "status", "yes/no", "phone", "email"):
        return None
    if look.words < 2 or not look.mostly("text", "name-like", "date", "street"):
        return None
    return [Reading("notes", 0.52, "values are sentences")]


_DEPARTMENT = re.compile(r"^(?:d[ee]?p(?:ar)?t(?:ement)?s?|dep|num dept?|code dept?|n dept?|no dept?)$")
_DEPARTMENT_CODE = re.compile(r"(?:\d{2}|2[AB]|97\d)(?:\s*[-–(]\s*\D+)?", re.IGNORECASE)


_DEPARTMENTS = """
sales, marketing, it, hr, finance, purchasing, procurement, operations, management, administration, accounting, legal,
support, engineering, production, logistics, quality, r&d, vertrieb, einkauf, geschäftsführung, verwaltung,
buchhaltung, personal, produktion, logistik, technik, ventes, achats, direction, comptabilité, rh, logistique,
technique, informatique, ventas, compras, dirección, administración, contabilidad, rrhh, logística, producción,
comercial, vendas, financeiro, diretoria, administrativo, ti, recursos humanos, produção, financiero, vendite,
acquisti, direzione, amministrazione, contabilità, risorse umane, produzione, tecnico, verkoop, inkoop, directie,
administratie, financiën, productie
"""
_DEPARTMENT_NAMES = frozenset(name.strip() for name in _DEPARTMENTS.split(","))


def _of_a_firm(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "Depto." of Comercial and Compras is somebody's department, and no state."""
    if meaning.field not in ("state", "county"):
        return None
    named = sum(value.strip().casefold() in _DEPARTMENT_NAMES for value in look.values)
    return [] if named >= 0.4 * look.count else None


def _departement(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "Dpt" of 75, 2A and 974: the French département, and not somebody's department."""
    if not _DEPARTMENT.match(normal) or look.filled < 2:
        return None
    coded = sum(bool(_DEPARTMENT_CODE.fullmatch(value.strip())) for value in look.values)
    return [Reading("county", 0.7, "values are numbers of départements")] if coded >= 0.9 * look.count else None


_KINDS_OF_FIRMS = """
branch, headquarters, hq, single location, subsidiary, public, private, public company, private company, franchise,
independent, llc, inc, corporation, corp, s corp, c corp, partnership, sole proprietor, sole proprietorship,
sole trader, limited company, ltd, plc, non profit, nonprofit, non-profit, b2b, b2c, b2b2c, gmbh, ag, ug, kg, ohg, gbr,
einzelunternehmen, sarl, sas, sa, sasu, eurl, autónomo, s.l., s.a., srl, spa, bv, b.v., nv, vof, eenmanszaak, owned,
educational, government agency, self employed, self-employed, privately held, publicly traded, parent
"""
_KIND_OF_FIRM = frozenset(kind.strip() for kind in _KINDS_OF_FIRMS.split(","))


def _kind_of_firm(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "Type of Business" of Branch and Headquarters is not its trade."""
    if meaning.field != "industry":
        return None
    kinds = sum(value.strip().casefold() in _KIND_OF_FIRM for value in look.values)
    return [] if kinds >= 0.6 * look.count else None


_CHANNEL = re.compile(
    r"^(?:ok to |can )?(?:(?P<phone>rings?|calls?|phone|tel|phone calls?|telefon\w*|anruf\w*|appels?|appeler|llamar|"
    r"llamadas?|ligar|bellen|chiamare)|(?P<email>emails?|mails?|mailings?|email ok|newsletters?)|contact|kontakt)$"
)


def _refusals(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "Ring?" of nothing but "don't ring": an opt-out. A column that also permits is no such thing."""
    match = _CHANNEL.match(normal)
    if not match or not all(value.casefold().strip().rstrip(".! ") in OUT for value in look.values):
        return None
    spoken = any(_SPOKEN.search(value) for value in look.values)
    phone = match["phone"] or (not match["email"] and spoken)
    return [Reading("opt_out_phone" if phone else "opt_out_email", 0.7, "values refuse it")]


_SPOKEN = re.compile(
    r"\b(?:call|calls|ring|phone|anrufen|anrufe|appeler|llamar|ligar|bellen|chiamare)\b", re.IGNORECASE
)
_PRIVACY = re.compile(
    r"^(?:consenso )?privacy (?:\w+ ){0,2}?(?:marketing|mktg|mkt|newsletter|commerciale|promozional\w|email)(?: \w)*$|"
    r"^(?:marketing|mktg|newsletter) privacy(?: \w)*$"
)


def _privacy(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "Privacy marketing (S/N)": in Italy that is the permission itself."""
    if meaning.field or not _PRIVACY.match(normal) or not look.mostly("yes/no"):
        return None
    return [Reading("consent", 0.7, "a permission, by its answers")]


_SOME_TIME = re.compile(
    r"^(?:(?:call )?start (?:date )?time|call start(?: time)?|opt ?in (?:time|date|timestamp|at|on)|"
    r"optin(?: time| date| timestamp)?|opted in (?:at|on|date)|(?:date|time) (?:of )?opt(?:ed)? ?in|confirm time|"
    r"subscribed (?:at|on|date)|subscription date|date subscribed|subscribe date|date of subscription|when)$"
)


def _when_first_known(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """When somebody called or signed up: since when we know them, where no column says it better."""
    if meaning.field or not _SOME_TIME.match(normal) or not look.mostly("date"):
        return None
    return [Reading("created_at", 0.5 if "start" in normal else 0.52, "the first time that we heard of them")]


def _spouse(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "Partner's name" of people is no company, as Odoo's partner_name is."""
    if meaning.field != "company" or "partner" not in normal.split() or look.share("company") >= 0.2:
        return None
    return [] if look.share("person", "given") >= 0.4 else None


_WIRES = frozenset(
    {"1", "3", "single", "three", "1 phase", "3 phase", "single phase", "three phase", "1-phase", "3-phase"}
)


def _electric(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "Phase" of single and three is a house's connection, and no stage of a sale."""
    if meaning.field != "status" or not all(value.strip().casefold() in _WIRES for value in look.values):
        return None
    return []


def _work(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "Job" of "Gutters" and "Repair - flashing" is what is to be done, and nobody's profession."""
    if normal not in ("job", "jobs") or look.filled < _FEW or look.share("job") >= 0.2:
        return None
    return []


def _no_address(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "Via" of Werkspot and "buurman" is how somebody came, "Sede" of "Bergamo Nord" a branch: no streets."""
    if normal not in ("via", "sede") or look.filled < _FEW or look.filled < 2 * look.count or look.share("street") > 0:
        return None
    return [Reading("source", 0.7, "values are no streets")] if normal == "via" else []


_COUNTED = re.compile(r"^(?:(?:number|aantal|anz|anzahl|nr|no|n|nb) (?:of )?)?(?:ma|mw|mdw|ees?|hc|emps?|ftes?)$")


def _heads(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "MA", "# EEs", "Aantal mw.": employees, if the values are numbers of them."""
    if meaning.field or not _COUNTED.match(normal) or look.share("number", "range") < 0.8 or look.filled < _FEW:
        return None
    return [Reading("employees", 0.7, "values are numbers")]


_URGENCY = re.compile(r"\b(?:priority|prioritat|priorite|prioridad|prioridade|priorita|prioriteit|urgency|potential)\b")


def _warmth(meaning: Meaning, normal: str, look: Evidence) -> list[Reading] | None:
    """ "Follow up priority" of hot, warm and cold."""
    if meaning.field or not _URGENCY.search(normal) or look.share("warmth") < 0.6:
        return None
    return [Reading("rating", 0.6, "values are hot, warm or cold")]


_Rule = Callable[[Meaning, str, Evidence], list[Reading] | None]
_ALWAYS: tuple[_Rule, ...] = (
    _sentences,
    _work,
    _spouse,
    _electric,
    _no_address,
    _of_a_firm,
    _departement,
    _kind_of_firm,
    _refusals,
)
# For headers that name no field by themselves.
_UNNAMED: tuple[_Rule, ...] = (_names_for_ids, _mobile, _privacy, _when_first_known, _heads, _warmth)
