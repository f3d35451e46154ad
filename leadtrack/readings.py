"""Between what a header says and what its values look like: which fields a column may be."""

import re
from collections.abc import Iterable
from dataclasses import replace

from leadtrack.decided import decided
from leadtrack.evidence import Evidence
from leadtrack.headers import Meaning
from leadtrack.plain import normalise
from leadtrack.questions import is_question
from leadtrack.valued import (
    Reading,
    by_values,
    long_text,
    looks_like,
    person_or,
    place,
    reachable,
    staff,
    state_or_status,
    told,
)

GENERIC = re.compile(
    r"(?:unnamed|column|col|field|spalte|colonne|columna|coluna|colonna|kolom|header|var)?"
    r"(?: ?(?:\d{1,3}|[a-z]{1,2}))?|[a-z] \d{1,3}"
)
PERMISSIONS = frozenset({"opt_out_email", "opt_out_phone", "consent"})
ENOUGH = 0.5
# Headers that values such as "opted out" make a column of permission, where they speak of no other channel.
_ON_PERMISSION = re.compile(
    r"^(?!.*\b(?:sms|text|fax|whats|post|phone|call|tel))"
    r".*(?:subscri|comunica|communicat|marketing|newsletter|\bopt|consen|permis|mailing|email|gdpr|dsgvo|abonn|suscri)"
)
_PLAIN = ("email", "phone", "url", "date", "money", "yes/no")
# Field -> what its values should look like ("" for plain words) and what speaks against it where that is not so.
_GOOD_AND_BAD: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "first_name": (("given",), (*_PLAIN, "number", "address", "salutation", "company")),
    "last_name": ((), (*_PLAIN, "number", "address", "salutation")),
    "full_name": (("person", "given", "company"), (*_PLAIN, "number", "address", "salutation")),
    "company": (("company",), ("email", "phone", "date", "money", "yes/no", "number", "address")),
    "title": ((), (*_PLAIN, "number", "address", "salutation", "post-nominal")),
    "email": (("email",), (*_PLAIN, "number", "address", "text")),
    "phone": (("phone",), (*_PLAIN, "text", "address")),
    "mobile": (("phone",), (*_PLAIN, "text", "address")),
    "website": (("url",), ("email", "phone", "date", "money", "yes/no", "number", "person", "text")),
    "street": (("street", "address", "city state"), ("email", "phone", "url", "date", "money", "yes/no")),
    "city": (("city state",), (*_PLAIN, "number", "address")),
    "county": ((), (*_PLAIN, "address", "number")),
    "state": (("state",), (*_PLAIN, "address", "number", "city state")),
    "postal_code": (("zip", "code", "number"), (*_PLAIN, "text", "address")),
    "country": (("country",), (*_PLAIN, "address", "number")),
    "industry": ((), (*_PLAIN, "address", "number")),
    "employees": (("number", "range"), (*_PLAIN, "person", "company", "text")),
    "annual_revenue": (("money", "number", "range"), (*_PLAIN, "person", "company")),
    "source": ((), ("email", "phone", "date", "money", "yes/no", "number", "address", "street")),
    "campaign": ((), ("email", "phone", "date", "money", "yes/no", "number", "address")),
    "referred_by": ((), ("phone", "url", "date", "money", "yes/no", "number", "address")),
    "status": ((), ("email", "phone", "url", "date", "money", "yes/no", "address")),
    "rating": ((), ("email", "phone", "url", "date", "address")),
    "owner": ((), ("phone", "url", "date", "money", "yes/no", "number", "address")),
    "value": (("money", "number", "range"), (*_PLAIN, "person", "company", "text")),
    "created_at": (("date", "serial"), (*_PLAIN, "number", "text", "person", "company")),
    "notes": ((), ("email", "phone", "number")),
    "linkedin": (("linkedin", "url"), (*_PLAIN, "number")),
    "consent": (
        ("yes/no", "wish", "permission", "date"),
        ("email", "phone", "url", "money", "number", "text", "address"),
    ),
    "opt_out_email": (
        ("yes/no", "wish", "permission", "date"),
        ("email", "phone", "url", "money", "number", "text", "address"),
    ),
    "opt_out_phone": (
        ("yes/no", "wish", "permission", "date"),
        ("email", "phone", "url", "money", "number", "text", "address"),
    ),
}
# Fields whose values can be told from any others, so that they may lift a header that is only half understood. Of the
# further ones a sheet often has somebody else's: they lift a header with one strange word, or one that is misspelled.
_TELLING = {"email": "email", "phone": "written phone", "mobile": "written phone", "linkedin": "linkedin"}
_TELLING_BUT_FOR_A_WORD = _TELLING | {"state": "state", "country": "country"}
_TELLING_IF_MISSPELLED = _TELLING_BUT_FOR_A_WORD | {"website": "url"}


def weigh(meaning: Meaning, header: str | None, look: Evidence, country: str | None) -> list[Reading]:
    """The readings of one column, by its header and by its values; [] where it is surely none of our fields."""
    if normalise(header or "") in _BY:
        return []
    if (found := decided(meaning, header or "", look)) is not None:
        return found
    generic = not (header or "").strip() or bool(
        GENERIC.fullmatch(normalise(header or "")) and not meaning.field and not meaning.concepts
    )
    if generic:
        return by_values(look, country)
    if meaning.concepts and meaning.concepts <= {"location", "address", "company"} and "location" in meaning.concepts:
        return [] if meaning.unknown else place(look)
    if meaning.field == "title" and _ROLE.search(normalise(header or "")) and look.filled >= 4 and look.mostly("party"):
        return []
    if _sellers_own(meaning, header or "", look):
        return []
    if meaning.field in _REFUSALS and "day" in meaning.concepts and not look.mostly("date"):
        return []
    if "linkedin" in meaning.concepts and meaning.field is None and look.share("linkedin") >= 0.7:
        return [Reading("linkedin", 0.8, "values are LinkedIn addresses")]
    if not meaning.field and _INTEREST.match(normalise(header or "")) and look.share("warmth") >= 0.6:
        return [Reading("rating", 0.75, "values are hot, warm or cold")]
    unsure = not meaning.field or meaning.confidence < ENOUGH
    if unsure and look.share("permission") >= 0.6 and _ON_PERMISSION.search(normalise(header or "")):
        return [Reading("consent", 0.6, "values give and refuse permission")]
    if not meaning.field and meaning.concepts == {"number"} and meaning.which and look.share("phone") >= 0.6:
        return [looks_like("phone", 0.75 if meaning.which == "work" else 0.65)]
    if not meaning.field and not meaning.concepts and _DIRECT.match(normalise(header or "")) and look.mostly("phone"):
        return [looks_like("phone", 0.97)]
    if not meaning.field:
        if meaning.settled or meaning.parts or "other" in meaning.concepts:
            return []
        if not meaning.concepts and not meaning.unknown:
            return [] if _FLAG.match(normalise(header or "")) else person_or(look) or told(look)
        if meaning.concepts:
            return reachable(look, 0.55) if is_question(header or "") else []
        return reachable(look, 0.62) or told(look)
    if "estado" in meaning.concepts and meaning.field == "status":
        return state_or_status(look)
    if "detail" in meaning.concepts and meaning.field == "notes" and "notes" not in meaning.concepts:
        return long_text(look)
    if meaning.concepts == {"firm"} and look.count and look.share("company") < 0.2:
        return []
    if meaning.concepts == {"size"}:
        return [Reading("value", 0.55, "values are sums")] if look.mostly("cents", "money") else []
    if meaning.concepts & {"budget", "money"} and meaning.field == "value" and meaning.confidence < ENOUGH:
        enough = look.share("money", "number") >= 0.6 and look.share("money", "range", "number") >= 0.6
        return [Reading("value", 0.55, "values are sums")] if enough or look.share("money") >= 0.5 else []
    if "grading" in meaning.concepts and meaning.field == "rating" and meaning.confidence < ENOUGH:
        graded = look.share("warmth") >= 0.6 or (look.share("grade") >= 0.8 and look.count > 1)
        return [Reading("rating", 0.6, "values are grades")] if graded else []
    if meaning.field == "employees" and look.share("person", "given") >= 0.5:
        # "Staff" and "Mitarbeiter" are our own people, if they have names
        return staff(meaning, look)
    if "staff" in meaning.concepts and meaning.field == "owner":
        return staff(meaning, look)
    asked = meaning.field == "created_at" and meaning.concepts <= {"asked", "created"} and bool(meaning.concepts)
    if asked and look.words >= 3 and (said := long_text(look)):
        # "Enquiry", "Anfrage": what was asked, and not when
        return said
    readings = [*_turned(meaning, look)]
    if not readings and not _vetoed(meaning.field, look):
        readings.append(_supported(meaning, look))
    elif not readings and meaning.field not in PERMISSIONS | {"created_at", "source", "owner", "referred_by"}:
        readings = [replace(one, confidence=one.confidence - meaning.ordinal * 0.01) for one in reachable(look, 0.75)]
    return [one if look.count else replace(one, confidence=one.confidence - 0.001) for one in readings]


# "Direct": the line to somebody's desk, better than the one of the office.
_DIRECT = re.compile(
    r"^(?:work |business |contact )?(?:direct|direkt|directo|directe|diretto|direto)(?: (?:1|work|no))?$"
)
_INTEREST = re.compile(r"^(?:the |customer |client |lead |current )?int[eé]?r[eé]?s\w*$")
_ROLE = re.compile(r"\b(?:role?|rolle|ruolo|papel|funcao)\b")
# Who did it.
_BY = frozenset({"by", "von", "par", "por", "da", "door"})
# "DDD Cel" of 11 and 21 is no telephone.
_SHORT_NUMBER = re.compile(r"\W*\d{1,4}\W*").fullmatch
_REFUSALS = frozenset({"opt_out_email", "opt_out_phone"})
_FLAG = re.compile(r"^(?:is|has|was|do|does|did|are) ")
_SELLERS = re.compile(
    r"\b(?:dealer\w*|distributor|reseller|exhibit\w+|branch|store|shop|location|clinic|practice|studio|salon|gym|agency|"
    r"school|office|filiale|niederlassung|standort|agence|magasin|sucursal|tienda|loja|filial|negozio|vestiging|winkel)\b"
)


def _sellers_own(meaning: Meaning, header: str, look: Evidence) -> bool:
    """Whether a company is the seller's own: "Dealer Name", "Store" with one value in all rows, or a few."""
    if meaning.field != "company" or look.filled < _MANY or not _SELLERS.search(normalise(header)):
        return False
    return look.count == 1 or (look.count <= 4 and look.count * 4 <= look.filled)


_MANY = 6


def _vetoed(field: str, look: Evidence) -> bool:
    good, bad = _GOOD_AND_BAD[field]
    if field in ("phone", "mobile") and look.count and all(map(_SHORT_NUMBER, look.values)):
        return True
    if not look.count or (good and look.share(*good) >= 0.25):
        return False
    against = [kind for kind in bad if kind not in good]
    if look.filled < 3:
        against = [kind for kind in against if kind != "text"]
    return look.mostly(*against)


_TOLD_BY_VALUES = frozenset(
    {
        "email",
        "phone",
        "mobile",
        "website",
        "postal_code",
        "created_at",
        "value",
        "employees",
        "annual_revenue",
        "linkedin",
        "country",
        "state",
    }
)


def fits(field: str | None, look: Evidence) -> bool:
    """Whether there are values, and they look like those of a field."""
    if not field or not look.count or _vetoed(field, look):
        return False
    return field not in _TOLD_BY_VALUES or look.share(*_GOOD_AND_BAD[field][0]) >= 0.4


def told_by_values(field: str, look: Evidence) -> bool:
    """Whether the values are those of a field that can be told by its values, or are typical of it."""
    return fits(field, look) and (field in _TOLD_BY_VALUES or _typical(field, look))


def unmistakable(field: str, look: Evidence) -> bool:
    """Whether the values can be told from any others: e-mail addresses, telephone numbers, states."""
    kind = _TELLING_IF_MISSPELLED.get(field)
    return kind is not None and look.mostly(kind)


def _supported(meaning: Meaning, look: Evidence) -> Reading:
    """The reading of the header, lifted where it is weak and the values can be told from any others."""
    field, confidence, why = meaning.field or "", meaning.confidence, meaning.why
    tables = (_TELLING_IF_MISSPELLED, _TELLING_BUT_FOR_A_WORD, _TELLING)
    telling = tables[min(len(meaning.unknown), 2)].get(field)
    if confidence < 0.7 and telling and look.mostly(telling):
        return Reading(field, max(confidence, 0.5) + 0.15, f"{why}, and the values fit")
    if confidence < ENOUGH and len(meaning.unknown) == 1 and _typical(field, look):
        return Reading(field, 0.56, f"{why}, and the values fit")
    if field == "status" and look.share("lifecycle") >= 0.6:
        return Reading(field, confidence - 0.1, why)
    if field in _SURER and confidence > 0.9 and _typical(field, look):
        return Reading(field, confidence + 0.02, why)
    return Reading(field, confidence, why)


# Fields that several columns of a sheet speak of, of which the one with typical values is meant.
_SURER = frozenset({"rating"})


def _typical(field: str, look: Evidence) -> bool:
    """Whether the values are what a field usually holds, which makes up for one strange word in the header."""
    if look.filled < 4:
        return False
    if field == "owner":
        return look.count <= look.filled * 0.6 and look.share("person", "given") >= 0.4
    if field == "rating":
        return look.share("warmth") >= 0.6 or look.share("grade") >= 0.8
    if field == "full_name" and look.count < look.filled * 0.8:
        return False
    kind, share = _TYPICALLY.get(field, ("", 2.0))
    return look.share(kind) >= share


# Field -> the kind of most of its values, and how many of them are so at least.
_TYPICALLY = {
    "source": ("source", 0.5),
    "status": ("status", 0.5),
    "title": ("job", 0.5),
    "value": ("money", 0.8),
    "annual_revenue": ("money", 0.8),
    "company": ("company", 0.4),
    "street": ("street", 0.8),
    "postal_code": ("zip", 0.8),
    "full_name": ("person", 0.5),
}


def _turned(meaning: Meaning, look: Evidence) -> Iterable[Reading]:
    """Where the values turn a header to another field: a Name that is a company, a URL that is LinkedIn's."""
    if meaning.field == "full_name" and look.share("company") >= 0.4:
        yield looks_like("company", 0.85)
    elif meaning.field == "website" and look.share("street", "address") >= 0.5 and not look.mostly("url"):
        yield looks_like("street", 0.8)
    elif meaning.field in ("website", "linkedin") and look.mostly("linkedin"):
        yield Reading(
            "linkedin", 0.9 if meaning.field == "website" else meaning.confidence, "values are LinkedIn addresses"
        )
    elif meaning.field == "street" and look.share("company") >= 0.4 and look.share("street", "address") < 0.4:
        yield looks_like("company", 0.8)
    elif meaning.field == "street" and look.share("city state") >= 0.5:
        yield looks_like("city", 0.8)
    elif meaning.field == "email" and look.share("street", "address") >= 0.6:
        yield looks_like("street", 0.6)
    elif meaning.field in ("phone", "street", "company", "website", "full_name", "mobile") and look.mostly("email"):
        yield looks_like("email", 0.75)
    elif (
        meaning.field in ("state", "country")
        and look.share("city state") >= 0.6
        and not look.mostly("state", "country")
    ):
        yield looks_like("city", 0.7)
