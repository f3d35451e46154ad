"""The same person once more, as lists really hold it: respelled, moved, with a new number or under a nickname.

"exact" twins keep their e-mail address, or their telephone and name; "fuzzy" ones have lost the address and changed
more, but always keep enough that a person who looks at both rows would call them one.
"""

from dataclasses import replace

from people import Chance, Person, Population, words

NICKNAMES = {name: short.split(",") for name, _, short in (entry.partition("=") for entry in words("nicknames"))}
FORMAL = {short: name for name, nicknames in NICKNAMES.items() for short in nicknames}
NEIGHBOURS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuioqsdfghjkazxcvbnsxn", strict=False))


def twin(person: Person, population: Population, chance: Chance) -> tuple[Person, str]:
    """(the same person as another row has it, "same", "exact" or "fuzzy")."""
    kind = chance.random()
    if kind < 0.25:
        return person, "same"
    anew = replace(
        person,
        notes=population.notes() if chance.random() < 0.3 else "",
        title=person.title if chance.random() < 0.6 else "",
        mobile=person.mobile if chance.random() < 0.6 else "",
    )
    if kind < 0.5 and person.email:
        return _other_company(_other_name(anew, chance), chance), "exact"
    if kind < 0.6 and person.phone:
        return replace(anew, email=_other_email(anew, population, chance)), "exact"
    anew = replace(anew, email=_other_email(anew, population, chance))
    where = person.street or person.company
    if person.phone and (chance.random() < 0.5 or not where):
        return _other_company(_other_name(anew, chance), chance), "fuzzy"
    if where:
        named = _other_name(anew, chance) if chance.random() < 0.4 and person.street and person.company else anew
        return replace(named, phone=population.telephone(person.state) if chance.random() < 0.7 else ""), "fuzzy"
    return person, "same"


def _other_email(person: Person, population: Population, chance: Chance) -> str:
    if chance.random() < 0.5 or not person.email:
        return ""
    return population.email(person.first, person.last, chance.of(words("domains")))


def _other_name(person: Person, chance: Chance) -> Person:
    first, last = person.first, person.last
    kind = chance.random()
    short = NICKNAMES.get(first)
    if short:
        first = chance.of(short)
    elif first in FORMAL:
        first = FORMAL[first]
    elif kind < 0.25:
        first = f"{first[:1]}."
    elif kind < 0.5:
        first = _mistyped(first, chance)
    elif kind < 0.75:
        last = _mistyped(last, chance)
    else:
        first, last = last, first
    return replace(person, first=first, last=last)


def _other_company(person: Person, chance: Chance) -> Person:
    head, _, ending = person.company.rpartition(" ")
    if head and ending in ("Inc", "Inc.", "LLC", "Corp", "Corp.", "Co", "Co.", "Ltd", "Group", "Company"):
        return replace(person, company=head if chance.random() < 0.5 else f"{head}, {ending}")
    return person


def _mistyped(name: str, chance: Chance) -> str:
    """One slip of the fingers: two letters swapped, one dropped, doubled or hit beside."""
    if len(name) < 4:
        return name + name[-1]
    at = 1 + chance.below(len(name) - 2)
    letter = name[at]
    return name[:at] + chance.of(
        (
            name[at + 1] + letter + name[at + 2 :],
            name[at + 1 :],
            letter + letter + name[at + 1 :],
            NEIGHBOURS.get(letter.lower(), "e") + name[at + 1 :],
        )
    )
