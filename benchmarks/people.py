"""Invented people, as common and as rare as real ones: what the generator's rows are about.

A name's share falls with its place in the lists of words.toml, and a good part of the people have rarer last names, put
together from parts, so that a large list is not all Smiths. Some are colleagues (same company, switchboard and domain)
or share a household: the pairs that a search for duplicates must leave apart.
"""

import tomllib
import unicodedata
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TypeVar

from leadtrack import geography
from leadtrack.nicknames import full_form

T = TypeVar("T")
WORDS: dict[str, str] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
LATEST = datetime(2025, 10, 1)
BUDGETS = (500, 1_000, 2_500, 5_000, 12_000, 25_000, 80_000, 1_200_000)
REMEMBERED = 2_000  # colleagues and spouses are found among this many earlier people


def words(name: str, between: str | None = None) -> list[str]:
    """A list of words.toml; blanks stand where a list has them on purpose."""
    return [word.strip() for word in WORDS[name].strip().split(between)]


@dataclass(frozen=True, slots=True)
class Person:
    """A lead as it really is; "" is what nobody knows. Telephones are ten digits, `budget` dollars (0 = not told)."""

    first: str
    last: str
    company: str
    title: str
    email: str
    phone: str
    mobile: str
    street: str
    city: str
    state: str
    zip: str
    source: str
    created: datetime
    budget: int
    notes: str
    interest: str
    agreed: bool


class Chance:
    """Random picks that come out the same on every version of Python: all of them rest on `Random.random`."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed).random

    def below(self, bound: int) -> int:
        return int(self.random() * bound)

    def of(self, choices: Sequence[T]) -> T:
        return choices[int(self.random() * len(choices))]


class Population:
    """Makes one person after another."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._names = {name: words(name) for name in ("women", "men", "last", "last_beginnings", "last_endings")}
        # a share falls with the place, but not as steeply as 1/place: the tenth name is half as common as the first
        self._shares = {
            name: list(accumulate(1 / (place + 10) for place in range(len(names))))
            for name, names in self._names.items()
        }
        self._streets, self._street_kinds, self._domains = words("streets"), words("street_kinds"), words("domains")
        self._tables = {
            name: words(name, ",")
            for name in ("company_nouns", "company_endings", "titles", "street_ends", "sources", "interests")
        }
        self._company_firsts = [word.replace("-", " ") for word in words("company_firsts")]
        self._beginnings, self._endings = words("note_beginnings", "|"), words("note_endings", "|")
        gazetteer = geography.load()
        self._places = [place for place in gazetteer.zips() if place.kind == "standard" and place.county]
        self._area_codes: dict[str, list[str]] = {}
        for code in range(200, 1000):
            for state in gazetteer.area_code_states(str(code)):
                self._area_codes.setdefault(state, []).append(str(code))
        self._earlier: list[Person] = []
        self._companies = 0
        self._households: dict[tuple[str, str, str], set[str]] = {}  # last name, street, ZIP -> first names

    def person(self) -> Person:
        """A new one, perhaps a colleague or the spouse of an earlier one."""
        chance, earlier = self._chance, self._earlier
        kind = chance.random()
        if earlier and kind < 0.15 and (found := chance.of(earlier)).company:
            made = self._colleague(found)
        elif earlier and kind < 0.18 and (found := chance.of(earlier)).street:
            made = self._spouse(found)
        else:
            made = self._stranger()
        if len(earlier) < REMEMBERED:
            earlier.append(made)
        else:
            earlier[chance.below(REMEMBERED)] = made
        return made

    def name(self) -> tuple[str, str]:
        chance = self._chance
        first = self._common("women" if chance.random() < 0.5 else "men")
        kind = chance.random()
        if kind < 0.62:
            last = self._common("last")
        elif kind < 0.97:
            last = chance.of(self._names["last_beginnings"]) + chance.of(self._names["last_endings"])
        else:
            last = f"{self._common('last')}-{self._common('last')}"
        if chance.random() < 0.04:
            first += f" {chance.of('ABCDEGHJKLMPRSTW')}."
        return first, last

    def _common(self, name: str) -> str:
        shares = self._shares[name]
        return self._names[name][bisect(shares, self._chance.random() * shares[-1])]

    def telephone(self, state: str) -> str:
        chance = self._chance
        area = chance.of(self._area_codes.get(state) or self._area_codes["NY"])
        return f"{area}{2 + chance.below(8)}{chance.below(100):02}{chance.below(10_000):04}"

    def street(self) -> str:
        chance = self._chance
        line = f"{1 + int(chance.random() ** 3 * 19_999)} {chance.of(self._streets)} {chance.of(self._street_kinds)}"
        return f"{line} {chance.of(self._tables['street_ends'])}" if chance.random() < 0.12 else line

    def email(self, first: str, last: str, domain: str) -> str:
        """One in the ways that addresses are made from names, with a number where many share the domain."""
        chance = self._chance
        given, family = _plain(first), _plain(last)
        dotted, initial = f"{given}.{family}", f"{given[:1]}{family}"
        local = chance.of((dotted, given + family, initial, f"{given}_{family}", given + family[:1], given))
        if domain in self._domains:
            return f"{local}{chance.below(99_999)}@{domain}"
        return f"{local}@{domain}"

    def company(self, last: str) -> str:
        chance = self._chance
        first = last if chance.random() < 0.4 else chance.of(self._company_firsts)
        if chance.random() < 0.35:
            first += f" {chance.of(self._company_firsts)}" if first != last else f" & {self._common('last')}"
        noun, ending = chance.of(self._tables["company_nouns"]), chance.of(self._tables["company_endings"])
        return f"{first} {noun} {ending}".strip()

    def _stranger(self) -> Person:
        chance = self._chance
        first, last = self.name()
        place = chance.of(self._places)
        company = self.company(last) if chance.random() < 0.8 else ""
        domain = self._domain(company) if company and chance.random() < 0.65 else chance.of(self._domains)
        return Person(
            first=first,
            last=last,
            company=company,
            title=chance.of(self._tables["titles"]) if company and chance.random() < 0.7 else "",
            email=self.email(first, last, domain) if chance.random() < 0.9 else "",
            phone=self.telephone(place.state) if chance.random() < 0.88 else "",
            mobile=self.telephone(place.state) if chance.random() < 0.25 else "",
            street=self.street() if chance.random() < 0.75 else "",
            city=place.city,
            state=place.state,
            zip=place.zip,
            source=chance.of(self._tables["sources"]),
            created=LATEST - timedelta(minutes=chance.below(3 * 365 * 24 * 60)),
            budget=chance.of(BUDGETS) if chance.random() < 0.4 else 0,
            notes=self.notes() if chance.random() < 0.35 else "",
            interest=chance.of(self._tables["interests"]) if chance.random() < 0.6 else "",
            agreed=chance.random() < 0.9,
        )

    def _domain(self, company: str) -> str:
        """A domain of its own: two companies that share a name do not share addresses."""
        self._companies += 1
        number, tail = self._companies, ""
        while number:
            number, letter = divmod(number, 26)
            tail += chr(ord("a") + letter)
        return "".join(_plain(word) for word in company.split()[:2]) + tail + ".com"

    def notes(self) -> str:
        chance = self._chance
        between = "\n" if chance.random() < 0.06 else "; "
        return f"{chance.of(self._beginnings)}{between}{chance.of(self._endings)}"

    def _colleague(self, other: Person) -> Person:
        """Another person of the same house: its address, mostly its switchboard, and its domain."""
        chance = self._chance
        own = self._stranger()
        while (called(own.first), own.last) == (called(other.first), other.last):
            own = self._stranger()
        domain = other.email.partition("@")[2]
        shared = domain and domain not in self._domains and own.email
        return replace(
            own,
            company=other.company,
            email=self.email(own.first, own.last, domain) if shared else own.email,
            phone=other.phone if chance.random() < 0.6 else self.telephone(other.state),
            street=other.street,
            city=other.city,
            state=other.state,
            zip=other.zip,
        )

    def _spouse(self, other: Person) -> Person:
        """A relative, whom only the first name tells from the others of the house: nobody calls two children alike."""
        at_home = self._households.setdefault((other.last, other.street, other.zip), {called(other.first)})
        own = self._stranger()
        while called(own.first) in at_home:
            own = self._stranger()
        at_home.add(called(own.first))
        same_phone = self._chance.random() < 0.5
        return replace(
            own,
            last=other.last,
            phone=other.phone if same_phone else own.phone,
            street=other.street,
            city=other.city,
            state=other.state,
            zip=other.zip,
        )


def called(first: str) -> str:
    """The first name alone, nicknames in full: Bob T. and Robert are called alike."""
    return full_form(_plain(first.partition(" ")[0]))


def _plain(name: str) -> str:
    """A name as it stands in an address: small ASCII letters."""
    folded = unicodedata.normalize("NFKD", name.lower().replace("ø", "o").replace("ł", "l"))
    return "".join(letter for letter in folded if letter.isascii() and letter.isalpha()) or "info"
