"""Which columns of a sheet name the lead, and which somebody else: each seen beside the others."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from leadtrack.evidence import SAMPLE, Evidence
from leadtrack.headers import Meaning
from leadtrack.plain import normalise
from leadtrack.readings import ENOUGH
from leadtrack.valued import Reading

_FEW = 3
_MANY, _VERY_MANY = 6, 10
_LONGEST = 200  # characters of a cell that are looked at


def best(found: Sequence[Reading]) -> str | None:
    """The field of the surest reading."""
    return max(found, key=lambda one: one.confidence).field if found else None


def names_of_people(
    readings: list[list[Reading]],
    looks: Sequence[Evidence],
    meanings: Sequence[Meaning],
    chosen: Mapping[int, Reading],
) -> None:
    """A plain "Name" beside first names is the last name, beside last names the first, beside persons the company."""
    fields = {best(found) for found in readings} | {reading.field for reading in chosen.values()}
    persons = any(
        best(found) == "full_name"
        and meanings[position].concepts != {"name"}
        and looks[position].share("name-like") >= 0.4
        for position, found in enumerate(readings)
    )
    for position, meaning in enumerate(meanings):
        if meaning.parts == {"last_name", "full_name"} and "first_name" in fields:
            # "Nom / Surname" in two languages
            readings[position] = [Reading("last_name", 0.85, "beside a first name")]
        if meaning.concepts != {"name"} or best(readings[position]) != "full_name":
            continue
        short = not looks[position].count or looks[position].words < 1.6
        if "first_name" in fields and "last_name" not in fields and short:
            readings[position] = [Reading("last_name", 0.85, "beside a first name")]
        elif "last_name" in fields and "first_name" not in fields and short:
            readings[position] = [Reading("first_name", 0.85, "beside a last name")]
        elif persons and "company" not in fields and looks[position].share("person", "given") < 0.2:
            readings[position] = [Reading("company", 0.6, "beside a person's name")]
    fields = {best(found) for found in readings} | {reading.field for reading in chosen.values()}
    if {"first_name", "last_name"} <= fields:
        _names_of_others(readings, looks)
        # "Billing Contact Name" is another person's
        for position, meaning in enumerate(meanings):
            if meaning.which in ("billing", "shipping", "other") and best(readings[position]) == "full_name":
                readings[position] = []
    named = [
        position
        for position, found in enumerate(readings)
        if best(found) == "full_name" and max(one.confidence for one in found) >= ENOUGH
    ]
    if len(named) > 1 and "company" not in fields:
        person = max(named, key=lambda position: looks[position].share("person", "given"))
        for position in named:
            look = looks[position]
            stranger = looks[person].share("person", "given") - look.share("person", "given")
            if look.share("person", "given") < 0.2 and stranger >= (0.2 if look.share("company") else 0.4):
                readings[position] = [Reading("company", 0.75, "beside a person's name")]


def _names_of_others(readings: list[list[Reading]], looks: Sequence[Evidence]) -> None:
    """Beside first and last names a full name has both: a "Lead name" of "Roof, 20 kW" is what a deal is called."""
    firsts, lasts = (
        {
            word
            for position, found in enumerate(readings)
            if best(found) == field
            for value in looks[position].values
            for word in value[:_LONGEST].casefold().split()
        }
        for field in ("first_name", "last_name")
    )
    for position, found in enumerate(readings):
        look = looks[position]
        if best(found) != "full_name" or not 0 < look.count < SAMPLE or not (firsts and lasts):
            continue
        words = [set(value[:_LONGEST].casefold().replace(",", " ").split()) for value in look.values]
        if sum(bool(firsts & one and lasts & one) for one in words) < 0.3 * look.count:
            readings[position] = []


# A person's own columns are one group: the names of the one who pays go with the address where that one is written to.
_GROUPED = frozenset({"billing", "shipping", "home", "work", "mailing"})


def one_person(readings: list[list[Reading]], meanings: Sequence[Meaning]) -> None:
    """Where the only first and last names are of one group ("billing_first_name"), its e-mail comes before others."""
    groups: dict[str, set[str]] = {"first_name": set(), "last_name": set()}
    for position, found in enumerate(readings):
        field = best(found)
        if field in groups:
            groups[field].add(meanings[position].which)
    first, last = groups["first_name"], groups["last_name"]
    if first != last or len(first) != 1 or not first <= _GROUPED:
        return
    for position, found in enumerate(readings):
        if best(found) in ("email", "phone") and meanings[position].which in first:
            readings[position] = [replace(one, confidence=one.confidence + 0.1) for one in found]


# The owner of a house or a firm as well as that of a lead.
_ANYBODYS = re.compile(
    r"^(?:owners?(?: name)?|eigentumer|besitzer|inhaber|proprietaires?|propietari[oa]s?|proprietari[oa]s?|eigenaar|"
    r"titular|titolare|(?:nome do )?responsavel|(?:nombre del )?responsable)$"
)


def owners_who_vary(
    headers: Sequence[str | None],
    readings: list[list[Reading]],
    looks: Sequence[Evidence],
    meanings: Sequence[Meaning],
    chosen: Mapping[int, Reading],
) -> None:
    """An owner who is another in each row owns the house or the firm: the lead, where nobody else has a name."""
    fields = {best(found) for found in readings} | {reading.field for reading in chosen.values()}
    others = bool(fields & {"full_name", "first_name", "last_name"})
    for position, found in enumerate(readings):
        look = looks[position]
        varies = look.filled >= _MANY and look.count >= look.filled * 0.8
        if best(found) == "owner" and varies and look.share("name-like") >= 0.5:
            loss = 0.05 * (meanings[position].ordinal - 1)
            lead = Reading("full_name", 0.7 - loss, "values are people, each another")
            if not others:
                readings[position] = [lead]
            elif look.filled >= _VERY_MANY and _ANYBODYS.match(normalise(headers[position] or "")):
                readings[position] = []


_NAMES = frozenset({"first_name", "last_name", "full_name"})
_OF_A_PERSON = _NAMES | {"email", "phone", "mobile"}


def strangers(readings: list[list[Reading]], looks: Sequence[Evidence], meanings: Sequence[Meaning]) -> None:
    """A landlord, a tenant or a buyer is the lead only where nobody else is, and so is "Lead #2379"."""
    named = [position for position, found in enumerate(readings) if best(found) == "full_name"]
    numbered = {position for position in named if _numbered(looks[position])}
    if numbered < set(named):
        for position in numbered:
            readings[position] = []
    own = {
        one.field
        for found, meaning in zip(readings, meanings, strict=True)
        if meaning.whose != "rival"
        for one in found
        if one.confidence >= ENOUGH
    }
    for position, meaning in enumerate(meanings):
        if meaning.whose == "rival":
            readings[position] = [one for one in readings[position] if one.field not in own & _OF_A_PERSON]


# What a program calls a lead that nobody gave a name.
_NUMBER = re.compile(
    r"\W*(?:lead|deal|opportunity|prospect\w*|contact|trato|neg[oó]cio|affaire)\W*\d+\W*", re.IGNORECASE
)


def _numbered(look: Evidence) -> bool:
    return sum(bool(_NUMBER.fullmatch(value[:_LONGEST])) for value in look.values) > 0.6 * look.count
