"""Between what a header says and what its values look like: which fields a column may be, and who gets each field."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from leadtrack.evidence import Evidence
from leadtrack.headers import Meaning
from leadtrack.plain import normalise

GENERIC = re.compile(
    r"(?:unnamed|column|col|field|spalte|colonne|columna|coluna|colonna|kolom|header|f|c|[a-z])?(?: ?[\da-z]{1,3})?"
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
    "consent": (("yes/no",), ("email", "phone", "url", "date", "money", "number", "text", "address")),
    "opt_out_email": (("yes/no",), ("email", "phone", "url", "date", "money", "number", "text", "address")),
    "opt_out_phone": (("yes/no",), ("email", "phone", "url", "date", "money", "number", "text", "address")),
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
    generic = not (header or "").strip() or bool(GENERIC.fullmatch(normalise(header or "")) and meaning.field is None)
    if generic:
        return by_values(look, country)
    if meaning.concepts and meaning.concepts <= {"location", "address", "company"} and "location" in meaning.concepts:
        return [] if meaning.unknown else _place(look)
    if not meaning.field:
        if meaning.settled or meaning.parts or "other" in meaning.concepts:
            return []
        if not meaning.concepts and not meaning.unknown:
            return _person_or(look)
        return _reachable(look, 0.62) if not meaning.concepts else []
    if "estado" in meaning.concepts and meaning.field == "status":
        return _state_or_status(look)
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


REACH = frozenset({"email", "phone", "mobile"})


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


def _place(look: Evidence) -> list[Reading]:
    """ "Location": a city, a city with its state, or a whole address."""
    if look.share("city state") >= 0.5:
        return [_found("city", 0.8)]
    if look.share("address", "street") >= 0.5:
        return [_found("street", 0.8)]
    if look.mostly("state", "country"):
        return [_found("state" if look.mostly("state") else "country", 0.6)]
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


def settle(
    headers: Sequence[str | None],
    readings: list[list[Reading]],
    looks: Sequence[Evidence],
    meanings: Sequence[Meaning],
    chosen: dict[int, Reading],
) -> None:
    """Give each field to the surest of its columns, in `chosen`; `readings` learn from their neighbours on the way."""
    if any(look.count for look in looks):
        for position, found in enumerate(readings):
            if not looks[position].count:
                readings[position] = [replace(one, confidence=one.confidence - 0.12) for one in found]
    _names_of_people(readings, looks, meanings, chosen)
    _choose(readings, chosen)
    _beside(headers, readings, looks, chosen)
    _choose(readings, chosen)
    _lines_of_address(readings, looks, meanings, chosen)


def _choose(readings: Sequence[Sequence[Reading]], chosen: dict[int, Reading]) -> None:
    taken = {reading.field: position for position, reading in chosen.items()}
    offers = [(one, position) for position, found in enumerate(readings) for one in found if one.confidence >= ENOUGH]
    for reading, position in sorted(offers, key=lambda offer: (-offer[0].confidence, offer[1])):
        if position in chosen:
            continue
        if reading.field not in taken:
            taken[reading.field] = position
            chosen[position] = reading
        elif reading.field in PERMISSIONS:
            chosen[position] = replace(reading, joins=taken[reading.field])


def _best(found: Sequence[Reading]) -> str | None:
    return max(found, key=lambda one: one.confidence).field if found else None


def _names_of_people(
    readings: list[list[Reading]],
    looks: Sequence[Evidence],
    meanings: Sequence[Meaning],
    chosen: Mapping[int, Reading],
) -> None:
    """A plain "Name" beside first names is the last name, beside last names the first, beside persons the company."""
    fields = {_best(found) for found in readings} | {reading.field for reading in chosen.values()}
    persons = any(
        _best(found) == "full_name"
        and meanings[position].concepts != {"name"}
        and looks[position].share("name-like") >= 0.4
        for position, found in enumerate(readings)
    )
    for position, meaning in enumerate(meanings):
        if meaning.concepts != {"name"} or _best(readings[position]) != "full_name":
            continue
        short = not looks[position].count or looks[position].words < 1.6
        if "first_name" in fields and "last_name" not in fields and short:
            readings[position] = [Reading("last_name", 0.85, "beside a first name")]
        elif "last_name" in fields and "first_name" not in fields and short:
            readings[position] = [Reading("first_name", 0.85, "beside a last name")]
        elif persons and "company" not in fields and looks[position].share("person", "given") < 0.2:
            readings[position] = [Reading("company", 0.6, "beside a person's name")]


def _beside(
    headers: Sequence[str | None],
    readings: list[list[Reading]],
    looks: Sequence[Evidence],
    chosen: Mapping[int, Reading],
) -> None:
    """Without headers: the words after a first name are the last name, those before a state are the city."""
    fields = {position: reading.field for position, reading in chosen.items()}
    for position, header in enumerate(headers):
        if position in chosen or readings[position] or (header or "").strip() or not looks[position].mostly("text"):
            continue
        if fields.get(position - 1) == "first_name":
            readings[position] = [Reading("last_name", 0.6, "beside a first name")]
        elif fields.get(position + 1) in ("state", "postal_code") and looks[position].words <= 3:
            readings[position] = [Reading("city", 0.55, "before a state or ZIP code")]


def _lines_of_address(
    readings: Sequence[Sequence[Reading]],
    looks: Sequence[Evidence],
    meanings: Sequence[Meaning],
    chosen: dict[int, Reading],
) -> None:
    """Address 2 adds to Address 1 of the same address."""
    first = next(
        (position for position, reading in chosen.items() if reading.field == "street" and not reading.joins), None
    )
    if first is None:
        return
    for position, found in enumerate(readings):
        meaning = meanings[position]
        more = (
            meaning.line
            and meaning.ordinal > max(1, meanings[first].ordinal)
            and meaning.which == meanings[first].which
        )
        if (
            position not in chosen
            and more
            and any(one.field == "street" for one in found)
            and not looks[position].mostly("address")
        ):
            chosen[position] = Reading("street", 0.8, "a further line of the address", joins=first)
