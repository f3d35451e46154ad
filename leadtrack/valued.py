"""What a column may be by its values: alone where it has no header, and where its header leaves several ways."""

import re
from dataclasses import dataclass

from leadtrack.evidence import Evidence
from leadtrack.headers import Meaning


@dataclass(frozen=True, slots=True)
class Reading:
    """A field that a column may be; `joins` is the position of the column that it adds to."""

    field: str
    confidence: float
    why: str
    joins: int | None = None


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


def looks_like(field: str, confidence: float) -> Reading:
    return Reading(field, confidence, f"values are {_SHOWN[field]}")


def reachable(look: Evidence, confidence: float) -> list[Reading]:
    """E-mail addresses and written telephone numbers are what they are, whatever the header says."""
    if look.share("email") >= 0.7:
        return [looks_like("email", confidence)]
    if look.share("written phone") >= 0.7:
        return [looks_like("phone", confidence - 0.05)]
    return [looks_like("linkedin", confidence - 0.05)] if look.share("linkedin") >= 0.7 else []


def person_or(look: Evidence) -> list[Reading]:
    """ "Contact", "Customer", "Lead": a person, unless the values are something else."""
    if not look.count:
        return [Reading("full_name", 0.55, "a person, by its header")]
    if look.mostly("email", "phone"):
        return [looks_like("email" if look.mostly("email") else "phone", 0.75)]
    if look.share("company") >= 0.3:
        return [looks_like("company", 0.7)]
    if look.share("street", "address") >= 0.6:
        return [looks_like("street", 0.7)]
    if look.mostly("yes/no", "number", "date", "url", "code", "money") or look.share("name-like") < 0.4:
        return []
    return [looks_like("full_name", 0.75 if look.share("person") >= 0.3 else 0.65)]


def long_text(look: Evidence) -> list[Reading]:
    """ "Details", "Background": notes where they are sentences."""
    if not look.mostly("text", "name-like") or look.words < 2.5:
        return []
    return [Reading("notes", 0.6, "values are sentences")]


def staff(meaning: Meaning, look: Evidence) -> list[Reading]:
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


def place(look: Evidence) -> list[Reading]:
    """ "Location": a city, a city with its state, or a whole address."""
    if look.share("city state") >= 0.5:
        return [looks_like("city", 0.8)]
    if look.share("address", "street") >= 0.5:
        return [looks_like("street", 0.8)]
    if look.mostly("state", "country"):
        return [looks_like("state" if look.mostly("state") else "country", 0.6)]
    if any(_NOWHERE.search(value) for value in look.values):
        return []
    plain = look.mostly("text") and look.words <= 3 and not look.mostly("person", "company", "email")
    return [Reading("city", 0.52, "a place, by its header")] if plain else []


def state_or_status(look: Evidence) -> list[Reading]:
    """Spanish, Portuguese and Italian have one word for both."""
    if look.share("state") >= 0.4:
        return [looks_like("state", 0.85)]
    if look.mostly("country"):
        return [looks_like("country", 0.7)]
    if look.mostly("yes/no", "date", "number", "email", "phone"):
        return []
    return [Reading("status", 0.8 if look.count else 0.6, "known spelling")]


def told(look: Evidence) -> list[Reading]:
    """What a column under strange words is by answers that are typical of a field: "Trade show", "Closed won"."""
    if look.filled < _FEW or look.count < 2:
        return []
    for kind, field, shown in _TYPICAL:
        if look.share(kind) >= 0.6:
            return [Reading(field, 0.55, f"values are {shown}")]
    return []


_FEW = 4
_TAKING_TURNS = 8
_TYPICAL = (
    ("source", "source", "sources"),
    ("warmth", "rating", "hot, warm or cold"),
    ("status", "status", "stages"),
    ("job", "title", "jobs"),
)


def by_values(look: Evidence, country: str | None) -> list[Reading]:
    """What a column without a telling header is, by its values alone."""
    if not look.count:
        return []
    if found := reachable(look, 0.8):
        return found
    if look.filled < 2:
        return []
    if look.share("phone") >= 0.8 and not look.mostly("date", "zip"):
        return [looks_like("phone", 0.6)]
    if look.share("url") >= 0.7:
        return [looks_like("website", 0.7)]
    if look.share("zip") >= 0.8 and not look.mostly("money") and (country in (None, "US") or not look.mostly("number")):
        return [looks_like("postal_code", 0.6)]
    for kind, field, enough, confidence in _TELL_TALE:
        # the same few first names again and again are those of our own people
        if kind == "given" and look.filled > _TAKING_TURNS and look.count * 3 <= look.filled:
            continue
        if look.share(kind) >= enough:
            return [looks_like(field, confidence)]
    return told(look)


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
