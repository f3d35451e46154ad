"""Who gets each field: a column is seen beside the others of its sheet, and a field is filled from one of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from leadtrack.evidence import SAMPLE, Evidence
from leadtrack.headers import Meaning
from leadtrack.named_people import best, names_of_people, one_person, owners_who_vary, strangers
from leadtrack.plain import normalise
from leadtrack.readings import ENOUGH, PERMISSIONS
from leadtrack.valued import Reading


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
    strangers(readings, looks, meanings)
    names_of_people(readings, looks, meanings, chosen)
    _places_in_portugal(headers, readings)
    one_person(readings, meanings)
    owners_who_vary(headers, readings, looks, meanings, chosen)
    _repeated_emails(readings, looks)
    _mostly_empty(readings, looks)
    _units_alone(headers, readings, looks, meanings, chosen)
    _one_address(readings, meanings)
    _texts_or_calls(readings, meanings)
    _days_of_refusals(readings, meanings, chosen)
    _choose(readings, chosen, looks)
    _beside(headers, readings, looks, chosen)
    _choose(readings, chosen, looks)
    _lines_of_address(readings, looks, meanings, chosen)


def _choose(readings: Sequence[Sequence[Reading]], chosen: dict[int, Reading], looks: Sequence[Evidence]) -> None:
    rows = any(look.count for look in looks)
    taken = {reading.field: position for position, reading in chosen.items()}
    offers = [(one, position) for position, found in enumerate(readings) for one in found if one.confidence >= ENOUGH]
    for reading, position in sorted(offers, key=lambda offer: (-offer[0].confidence, offer[1])):
        if position in chosen:
            continue
        if reading.field not in taken:
            taken[reading.field] = position
            chosen[position] = reading
        elif reading.field in PERMISSIONS and (looks[position].count or not rows):
            chosen[position] = replace(reading, joins=taken[reading.field])


def _repeated_emails(readings: list[list[Reading]], looks: Sequence[Evidence]) -> None:
    """The seller's address comes again and again, or from one domain; a column that varies beside it is the lead's."""
    columns = [
        position
        for position, found in enumerate(readings)
        if any(one.field == "email" for one in found) and looks[position].filled >= _FEW
    ]
    varied = [position for position in columns if not _same_again(looks[position])]
    if not varied:
        return
    for position in columns:
        if position not in varied:
            readings[position] = [replace(one, confidence=one.confidence - 0.3) for one in readings[position]]


def _mostly_empty(readings: list[list[Reading]], looks: Sequence[Evidence]) -> None:
    """A column with a few cells filled gives way to one that most leads have: the mail at work to the private one."""
    rows = max((look.filled for look in looks if look.count < SAMPLE), default=0)
    if rows < _MANY:
        return
    for field in _SEVERAL:
        full = {
            position: 1.0 if looks[position].count == SAMPLE else looks[position].filled / rows
            for position, found in enumerate(readings)
            if looks[position].count and any(one.field == field and one.confidence >= ENOUGH for one in found)
        }
        if max(full.values(), default=0.0) < 0.6:
            continue
        for position, share in full.items():
            if share <= 0.35:
                readings[position] = [replace(one, confidence=one.confidence - 0.11) for one in readings[position]]


# Also what kind of a thing a house or flat is.
_DOOR = re.compile(
    r"\b(?:piso|puerta|building|bldg|flat|etage|batiment|bat|stockwerk|bloco|interno|appartement|apartment)\b"
)
_SEVERAL = ("email", "phone", "company")


def _units_alone(
    headers: Sequence[str | None],
    readings: list[list[Reading]],
    looks: Sequence[Evidence],
    meanings: Sequence[Meaning],
    chosen: Mapping[int, Reading],
) -> None:
    """A floor or flat adds to a street, and is none by itself."""
    units = [
        place for place, meaning in enumerate(meanings) if "unit" in meaning.concepts and meaning.field == "street"
    ]
    streets = any(
        one.field == "street" for place, found in enumerate(readings) if place not in units for one in found
    ) or any(reading.field == "street" for reading in chosen.values())
    for place in units:
        numbered = sum(any(letter.isdigit() for letter in value) or len(value) < 3 for value in looks[place].values)
        door = meanings[place].concepts == {"unit"} and _DOOR.search(normalise(headers[place] or ""))
        if not streets or (door and numbered < 0.4 * looks[place].count):
            readings[place] = []


_FEW = 3
_MANY = 6


def _same_again(look: Evidence) -> bool:
    domains = {value.rpartition("@")[2].casefold() for value in look.values}
    return look.count * 3 <= look.filled * 2 or (len(domains) == 1 and look.count > 1 and not domains & _MAILBOXES)


_MAILBOXES = frozenset(
    {"gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "aol.com", "icloud.com", "gmx.de", "web.de"}
)
_PARTS = frozenset({"street", "city", "state", "postal_code"})


def _one_address(readings: list[list[Reading]], meanings: Sequence[Meaning]) -> None:
    """Of several addresses the parts of the best one are taken, and not the street of one with the city of another."""
    sets: dict[str, dict[str, float]] = {}
    for position, found in enumerate(readings):
        for one in found:
            if one.field in _PARTS and meanings[position].ordinal == 1:
                parts = sets.setdefault(meanings[position].which, {})
                parts[one.field] = max(parts.get(one.field, 0.0), one.confidence)
    whole = {which: parts for which, parts in sets.items() if "street" in parts and len(parts) > 1}
    if not whole or "" in whole or "main" in whole:
        return
    best = max(whole, key=lambda which: (whole[which]["street"] + 0.03 * len(whole[which]), len(whole[which])))
    for position, found in enumerate(readings):
        which = meanings[position].which
        if which not in (best, "") and any(one.field in _PARTS for one in found):
            readings[position] = [replace(one, confidence=one.confidence - 0.2) for one in found]


def _places_in_portugal(headers: Sequence[str | None], readings: list[list[Reading]]) -> None:
    """In Portugal a distrito has concelhos, and these are what a county is; without a city they are the city."""
    if not any(one.field == "county" for found in readings for one in found):
        return
    words = [set(normalise(header or "").split()) for header in headers]
    if not any(found & _PORTUGUESE for found in words):
        return
    fields = {best(found) for found in readings}
    for position, found in enumerate(readings):
        if best(found) != "county":
            continue
        if "distrito" in words[position] and "state" not in fields:
            readings[position] = [Reading("state", 0.9, "a Portuguese district")]
        elif "concelho" in words[position] and "city" not in fields:
            readings[position] = [Reading("city", 0.8, "a Portuguese municipality")]
        elif "freguesia" in words[position]:
            readings[position] = [replace(one, confidence=one.confidence - 0.2) for one in found]


_PORTUGUESE = frozenset({"concelho", "freguesia", "localidade", "morada", "telemovel", "nipc", "contribuinte"})


def _texts_or_calls(readings: list[list[Reading]], meanings: Sequence[Meaning]) -> None:
    """Who refused text messages is not called either, unless the sheet says for itself who refused calls."""
    refused = [position for position, found in enumerate(readings) if best(found) == "opt_out_phone"]
    texts = [position for position in refused if "texts" in meanings[position].concepts]
    if len(refused) > len(texts):
        for position in texts:
            readings[position] = []


def _days_of_refusals(
    readings: list[list[Reading]], meanings: Sequence[Meaning], chosen: Mapping[int, Reading]
) -> None:
    """The day of a refusal is one, unless the sheet says for itself who refused."""
    said = {best(found) for found, meaning in zip(readings, meanings, strict=True) if "day" not in meaning.concepts}
    said |= {reading.field for reading in chosen.values()}
    for position, meaning in enumerate(meanings):
        if "day" in meaning.concepts and meaning.field in said:
            readings[position] = []


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
    first = _number_and_name(first, readings, looks, meanings, chosen)
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


def _number_and_name(
    first: int,
    readings: Sequence[Sequence[Reading]],
    looks: Sequence[Evidence],
    meanings: Sequence[Meaning],
    chosen: dict[int, Reading],
) -> int:
    """A column of house numbers and one of the street's name are one street, in the order in which they stand.

    Returns the position of the column that the street begins with.
    """
    if not readings[first]:
        # somebody said so
        return first
    rows = any(look.count for look in looks)
    streets = [
        position
        for position, found in enumerate(readings)
        if (any(one.field == "street" for one in found) and meanings[position].which == meanings[first].which)
        or (
            rows and abs(position - first) == 1 and position not in chosen and meanings[position].concepts == {"number"}
        )
    ]
    numbers = [
        position
        for position in streets
        if (_house_numbers(looks[position]) if rows else meanings[position].concepts & {"house", "number"})
        and meanings[position].concepts <= _NUMBER
    ]
    names = [position for position in streets if position not in numbers and not meanings[position].concepts & {"unit"}]
    if not numbers or not names or looks[names[0]].mostly("address"):
        return first
    number = numbers[0]
    name = first if first in names else min(names, key=lambda position: (meanings[position].ordinal, position))
    if meanings[number].ordinal != 1 or any(value[:1].isdigit() for value in looks[name].values[:3]):
        return first
    before, after = sorted((number, name))
    chosen[before] = Reading("street", 0.9, "a house number and its street")
    chosen[after] = Reading("street", 0.85, "a house number and its street", joins=before)
    return name


_NUMBER = frozenset({"street", "house", "number"})
_HOUSE_NUMBER = re.compile(r"\d{1,6}(?:\.0|[-/ ]?[a-z0-9]{1,4})?", re.IGNORECASE)


def _house_numbers(look: Evidence) -> bool:
    return (
        bool(look.count)
        and sum(bool(_HOUSE_NUMBER.fullmatch(value.strip())) for value in look.values) >= look.count * 0.7
    )
