"""Between what a header says and what its values look like: which fields a column may be."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from leadtrack.evidence import Evidence
from leadtrack.headers import Meaning
from leadtrack.plain import normalise
from leadtrack.questions import is_question

GENERIC = re.compile(
    r"(?:unnamed|column|col|field|spalte|colonne|columna|coluna|colonna|kolom|header|var)?"
    r"(?: ?(?:\d{1,3}|[a-z]{1,2}))?|[a-z] \d{1,3}"
)
PERMISSIONS = frozenset({"opt_out_email", "opt_out_phone", "consent"})
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """A field that a column may be; `joins` is the position of the column that it adds to."""

    field: str
    confidence: float
    why: str
    joins: int | None = None


_PLAIN = ("email", "phone", "url", "date", "money", "yes/no")
# Field -> what its values should look like ("" for plain words) and what speaks against it where that is not so.
_GOOD_AND_BAD: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "first_name": (("given",), (*_PLAIN, "number", "address", "salutation", "company")),
    "last_name": ((), (*_PLAIN, "number", "address", "salutation")),
    "full_name": (("person", "given", "company"), (*_PLAIN, "number", "address", "salutation")),
    "company": (("company",), ("email", "phone", "date", "money", "yes/no", "number", "address")),
    "title": ((), (*_PLAIN, "number", "address", "salutation")),
    "email": (("email",), (*_PLAIN, "number", "address", "text")),
    "phone": (("phone",), (*_PLAIN, "text", "address")),
    "mobile": (("phone",), (*_PLAIN, "text", "address")),
    "website": (("url",), ("email", "phone", "date", "money", "yes/no", "number", "person")),
    "street": (("street", "address", "city state"), ("email", "phone", "url", "date", "money", "yes/no")),
    "city": (("city state",), (*_PLAIN, "number", "address")),
    "county": ((), (*_PLAIN, "address")),
    "state": (("state",), (*_PLAIN, "address", "number", "city state")),
    "postal_code": (("zip", "code", "number"), (*_PLAIN, "text", "address")),
    "country": (("country",), (*_PLAIN, "address", "number")),
    "industry": ((), (*_PLAIN, "address", "number")),
    "employees": (("number", "range"), (*_PLAIN, "person", "company", "text")),
    "annual_revenue": (("money", "number", "range"), (*_PLAIN, "person", "company")),
    "source": ((), ("email", "phone", "date", "money", "yes/no", "number", "address")),
    "campaign": ((), ("email", "phone", "date", "money", "yes/no", "number", "address")),
    "referred_by": ((), ("phone", "url", "date", "money", "yes/no", "number", "address")),
    "status": ((), ("email", "phone", "url", "date", "money", "yes/no", "address")),
    "rating": ((), ("email", "phone", "url", "date", "address")),
    "owner": ((), ("phone", "url", "date", "money", "yes/no", "number", "address")),
    "value": (("money", "number", "range"), (*_PLAIN, "person", "company", "text")),
    "created_at": (("date", "number"), (*_PLAIN, "text", "person", "company")),
    "notes": ((), ("email", "phone")),
    "linkedin": (("linkedin", "url"), (*_PLAIN, "number")),
    "consent": (("yes/no", "wish"), ("email", "phone", "url", "date", "money", "number", "text", "address")),
    "opt_out_email": (("yes/no", "wish"), ("email", "phone", "url", "date", "money", "number", "text", "address")),
    "opt_out_phone": (("yes/no", "wish"), ("email", "phone", "url", "date", "money", "number", "text", "address")),
}
# Fields whose values can be told from any others, so that they may lift a header that is only half understood. Of the
# further ones a sheet often has somebody else's: they lift a header with one strange word, or one that is misspelled.
_TELLING = {"email": "email", "phone": "written phone", "mobile": "written phone", "linkedin": "linkedin"}
_TELLING_BUT_FOR_A_WORD = _TELLING | {"state": "state", "country": "country"}
_TELLING_IF_MISSPELLED = _TELLING_BUT_FOR_A_WORD | {"website": "url"}
_SHOWN = {
    "email": "e-mail addresses",
    "phone": "telephone numbers",
    "website": "web addresses",
    "linkedin": "LinkedIn addresses",
    "state": "states",
    "country": "countries",
    "postal_code": "ZIP codes",
    "company": "companies",
    "full_name": "people's names",
    "first_name": "first names",
    "street": "addresses",
    "city": "cities with their states",
}


def _found(field: str, confidence: float) -> Reading:
    return Reading(field, confidence, f"values are {_SHOWN[field]}")


def weigh(meaning: Meaning, header: str | None, look: Evidence, country: str | None) -> list[Reading]:
    """The readings of one column, by its header and by its values; [] where it is surely none of our fields."""
    generic = not (header or "").strip() or bool(
        GENERIC.fullmatch(normalise(header or "")) and not meaning.field and not meaning.concepts
    )
    if generic:
        return by_values(look, country)
    if meaning.concepts and meaning.concepts <= {"location", "address", "company"} and "location" in meaning.concepts:
        return [] if meaning.unknown else _place(look)
    if not meaning.field:
        if meaning.settled or meaning.parts or "other" in meaning.concepts:
            return []
        if not meaning.concepts and not meaning.unknown:
            return _person_or(look)
        return (
            _reachable(look, 0.62)
            if not meaning.concepts
            else _reachable(look, 0.55)
            if is_question(header or "")
            else []
        )
    if "estado" in meaning.concepts and meaning.field == "status":
        return _state_or_status(look)
    if "detail" in meaning.concepts and meaning.field == "notes" and "notes" not in meaning.concepts:
        return _long_text(look)
    if meaning.concepts == {"firm"} and look.count and look.share("company") < 0.2:
        return []
    if "staff" in meaning.concepts and meaning.field == "owner":
        return _staff(meaning, look)
    readings = [*_turned(meaning, look)]
    if not readings and not _vetoed(meaning.field, look):
        readings.append(_supported(meaning, look))
    elif not readings and meaning.field not in PERMISSIONS | {"created_at", "source", "owner", "referred_by"}:
        readings = [replace(one, confidence=one.confidence - meaning.ordinal * 0.01) for one in _reachable(look, 0.75)]
    return [one if look.count else replace(one, confidence=one.confidence - 0.001) for one in readings]


def _vetoed(field: str, look: Evidence) -> bool:
    good, bad = _GOOD_AND_BAD[field]
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
    }
)


def fits(field: str | None, look: Evidence) -> bool:
    """Whether there are values, and they look like those of a field."""
    if not field or not look.count or _vetoed(field, look):
        return False
    return field not in _TOLD_BY_VALUES or look.share(*_GOOD_AND_BAD[field][0]) >= 0.4


def _supported(meaning: Meaning, look: Evidence) -> Reading:
    """The reading of the header, lifted where it is weak and the values can be told from any others."""
    field, confidence, why = meaning.field or "", meaning.confidence, meaning.why
    tables = (_TELLING_IF_MISSPELLED, _TELLING_BUT_FOR_A_WORD, _TELLING)
    telling = tables[min(len(meaning.unknown), 2)].get(field)
    if confidence < 0.7 and telling and look.mostly(telling):
        return Reading(field, max(confidence, 0.5) + 0.15, f"{why}, and the values fit")
    return Reading(field, confidence, why)


def _turned(meaning: Meaning, look: Evidence) -> Iterable[Reading]:
    """Where the values turn a header to another field: a Name that is a company, a URL that is LinkedIn's."""
    if meaning.field == "full_name" and look.share("company") >= 0.4:
        yield _found("company", 0.85)
    elif meaning.field == "website" and look.share("street", "address") >= 0.5 and not look.mostly("url"):
        yield _found("street", 0.8)
    elif meaning.field in ("website", "linkedin") and look.mostly("linkedin"):
        yield Reading(
            "linkedin", 0.9 if meaning.field == "website" else meaning.confidence, "values are LinkedIn addresses"
        )
    elif meaning.field == "street" and look.share("city state") >= 0.5:
        yield _found("city", 0.8)
    elif meaning.field in ("phone", "street", "company", "website", "full_name", "mobile") and look.mostly("email"):
        yield _found("email", 0.75)
    elif (
        meaning.field in ("state", "country")
        and look.share("city state") >= 0.6
        and not look.mostly("state", "country")
    ):
        yield _found("city", 0.7)


def _reachable(look: Evidence, confidence: float) -> list[Reading]:
    """E-mail addresses and written telephone numbers are what they are, whatever the header says."""
    if look.share("email") >= 0.7:
        return [_found("email", confidence)]
    if look.share("written phone") >= 0.7:
        return [_found("phone", confidence - 0.05)]
    return [_found("linkedin", confidence - 0.05)] if look.share("linkedin") >= 0.7 else []


def _person_or(look: Evidence) -> list[Reading]:
    """ "Contact", "Customer", "Lead": a person, unless the values are something else."""
    if not look.count:
        return [Reading("full_name", 0.55, "a person, by its header")]
    if look.mostly("email", "phone"):
        return [_found("email" if look.mostly("email") else "phone", 0.75)]
    if look.share("company") >= 0.3:
        return [_found("company", 0.7)]
    if look.mostly("yes/no", "number", "date", "url", "code", "money") or look.share("name-like") < 0.4:
        return []
    return [_found("full_name", 0.75 if look.share("person") >= 0.3 else 0.65)]


def _long_text(look: Evidence) -> list[Reading]:
    """ "Details", "Background": notes where they are sentences."""
    if not look.mostly("text", "name-like") or look.words < 2.5:
        return []
    return [Reading("notes", 0.6, "values are sentences")]


def _staff(meaning: Meaning, look: Evidence) -> list[Reading]:
    """ "Loan Officer", "Liaison": the lead's owner, where a few people take turns down the column."""
    if not look.count:
        return [Reading("owner", meaning.confidence - 0.11, meaning.why)]
    if look.mostly("email", "phone", "date", "number", "money", "url", "yes/no", "company") or look.words > 3:
        return []
    return [Reading("owner", 0.7, meaning.why)] if look.count < look.filled or look.filled < 3 else []


# What an appointment has as its place.
_NOWHERE = re.compile(
    r"\b(?:zoom|teams|meet|skype|webex|online|virtual|phone|call|remote|video|tel|web|office|in[- ]person|webinar)\b",
    re.IGNORECASE,
)


def _place(look: Evidence) -> list[Reading]:
    """ "Location": a city, a city with its state, or a whole address."""
    if look.share("city state") >= 0.5:
        return [_found("city", 0.8)]
    if look.share("address", "street") >= 0.5:
        return [_found("street", 0.8)]
    if look.mostly("state", "country"):
        return [_found("state" if look.mostly("state") else "country", 0.6)]
    if any(_NOWHERE.search(value) for value in look.values):
        return []
    plain = look.mostly("text") and look.words <= 3 and not look.mostly("person", "company", "email")
    return [Reading("city", 0.52, "a place, by its header")] if plain else []


def _state_or_status(look: Evidence) -> list[Reading]:
    """Spanish, Portuguese and Italian have one word for both."""
    if look.share("state") >= 0.4:
        return [_found("state", 0.85)]
    if look.mostly("country"):
        return [_found("country", 0.7)]
    if look.mostly("yes/no", "date", "number", "email", "phone"):
        return []
    return [Reading("status", 0.8 if look.count else 0.6, "known spelling")]


def by_values(look: Evidence, country: str | None) -> list[Reading]:
    """What a column without a telling header is, by its values alone."""
    if not look.count:
        return []
    if found := _reachable(look, 0.8):
        return found
    if look.filled < 2:
        return []
    if look.share("phone") >= 0.8 and not look.mostly("date", "zip"):
        return [_found("phone", 0.6)]
    if look.share("url") >= 0.7:
        return [_found("website", 0.7)]
    if look.share("zip") >= 0.8 and not look.mostly("money") and (country in (None, "US") or not look.mostly("number")):
        return [_found("postal_code", 0.6)]
    for kind, field, enough, confidence in _TELL_TALE:
        if look.share(kind) >= enough:
            return [_found(field, confidence)]
    return []


_TELL_TALE = (
    ("state", "state", 0.8, 0.65),
    ("country", "country", 0.8, 0.6),
    ("address", "street", 0.6, 0.65),
    ("city state", "city", 0.7, 0.6),
    ("street", "street", 0.8, 0.55),
    ("company", "company", 0.4, 0.6),
    ("person", "full_name", 0.4, 0.6),
    ("given", "first_name", 0.5, 0.6),
)
