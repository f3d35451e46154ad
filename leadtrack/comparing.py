"""Two leads side by side: what agrees, what does not, and how much each says (in bits).

Each field is weighed twice: against chance (`chance`: could two strangers agree so?) and against kinship (`kin`: could
two people of one household or firm?). What a household or firm shares weighs nothing against kinship.
"""

import re
from math import log2
from operator import itemgetter
from typing import NamedTuple

from leadtrack.folding import skeleton
from leadtrack.kinship import USUAL, Kinship
from leadtrack.namesakes import Namesakes
from leadtrack.resemblance import Resemblance
from leadtrack.traits import Traits
from leadtrack.weights import Evidence, Rarity

# What different names say where no home is shared, in bits. Who married keeps door and number; others of one first
# name are many.
FIRST_DIFFERS = -7.5
LAST_DIFFERS = -5.0
NAMESAKES_LAST_DIFFERS = -9.0
BOTH_DIFFER = -14.0
GENERATION_DIFFERS = -10.0
# The best odds of two leads of which nothing but the name agrees.
NAME_ALONE = 0.5
NAME_AGAINST_THE_REST = -3.0


class Finding(NamedTuple):
    """What the comparison of two leads gave: bits for and against, and what they come from."""

    chance: float  # odds against chance, threshold taken off
    kin: float  # bits against kinship, without what different names say
    first: str  # "equal", "alike", "similar", "doubtful", "initial", "unknown", "different"
    last: str
    at_home: bool  # they share a home, and nothing but names could tell two people apart
    one_door: bool  # street, telephone or mailbox agree
    firm: bool  # one of both is a company's
    beyond_names: float  # bits against chance that do not come from the names
    evidence: tuple[Evidence, ...]

    def odds(self, kinship: Kinship = USUAL) -> float:
        """Odds in bits that both are one."""
        other_first, other_last = self.first == "different", self.last == "different"
        kin = self.kin + kinship.names_agree if self.at_home else self.kin + USUAL.names_agree
        if self.at_home and (other_first or other_last):
            kin = self.kin + kinship[other_first + 2 * other_last]
        elif other_first and other_last:
            kin += BOTH_DIFFER
        elif other_first:
            kin += FIRST_DIFFERS
        elif other_last:
            kin += LAST_DIFFERS if self.one_door and not self.firm else NAMESAKES_LAST_DIFFERS
        # the probability of being strangers and of being kin add up
        low, high = min(self.chance, kin), max(self.chance, kin)
        odds = low - log2(1 + 2 ** max(low - high, -40.0))
        if self.beyond_names > 2:
            return odds
        # a name alone is a reason to look, not to merge; less so where other things speak against it
        return min(odds, NAME_ALONE if self.beyond_names > -2 else NAME_AGAINST_THE_REST)

    def without_evidence(self) -> "Finding":
        """The same in less memory, when its reasons have been told."""
        return Finding(*self[:-1], ())

    def names_differ(self) -> tuple[bool, bool] | None:
        """Whether first and last name differ, for `kinship.estimate`; None where the pair says nothing about homes."""
        if not self.at_home or self.first not in _CLEAR or self.last not in _CLEAR:
            return None
        return self.first == "different", self.last == "different"

    def worth_keeping(self) -> bool:
        """Whether the pair can become one at all, whatever the table says about kinship."""
        return self.chance > -1 and (self.at_home or self.odds() > -3)

    def contradicted(self, kinship: Kinship) -> bool:
        """Whether both cannot be one even where a third is the same as each."""
        return self.odds(kinship) < -3


def _numbers(text: str) -> str:
    """The digits of a text, in groups."""
    return "" if text.isalpha() else " ".join(re.findall(r"\d+", text))


def _words(text: str) -> str:
    """A text without its digits."""
    return re.sub(r"\d+", "", text)


STRANGERS = Finding(-40.0, -40.0, "different", "different", False, False, True, 0.0, ())


class Comparer:
    """Compares the leads of one table."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._alike = Resemblance()
        self._names = Namesakes(rarity, self._alike)

    def __call__(self, a: Traits, b: Traits) -> Finding:
        if not (a.first + a.last + b.first + b.last).isalpha() and (
            _numbers(f"{a.first} {a.last}") != _numbers(f"{b.first} {b.last}")
        ):
            return STRANGERS  # "Booth 12" and "Booth 13": of a series each is another
        evidence: list[Evidence] = []
        first, last, chance, kin = self._names(a, b, evidence)
        companies = bool(a.company or b.company)
        if first == last == "different" and companies:
            # colleagues: nothing that they share makes them one
            return STRANGERS
        names = chance
        people = bool((a.first or a.last) and (b.first or b.last))
        contact, contact_kin, conflict = self._contact(a, b, evidence)
        firm = self._firm(a, b, evidence, people)
        place, home, place_kin = self._place(a, b, evidence)
        custom, custom_kin = self._custom(a, b, evidence)
        if firm < -1 and not people and contact <= 0:
            return STRANGERS  # two firms at one door
        if firm < -1 and people:
            kin -= 6.5
        if a.title and b.title:
            kin += 1.5 if a.title == b.title else -1.0
        chance += contact + firm + place + custom - self._rarity.threshold
        kin += contact_kin + place_kin + custom_kin
        if not people:
            kin += self._unnamed(a, b, home or contact > 4)
        elif a.generation != b.generation:
            kin += GENERATION_DIFFERS if a.generation and b.generation else GENERATION_DIFFERS / 2
        beyond = chance - names + self._rarity.threshold
        if "unknown" in (first, last):
            # half a name is borne by many
            chance -= 1.5
        one_home = home or custom > 4 or (a.number != "" and a.number == b.number)
        at_home = one_home and beyond > self._rarity.threshold - 2 and people and not conflict and not companies
        return Finding(chance, kin, first, last, at_home, home or contact > 4, companies, beyond, tuple(evidence))

    # --- e-mail, telephone, pages

    def _contact(self, a: Traits, b: Traits, evidence: list[Evidence]) -> tuple[float, float, bool]:
        """Bits against chance and against kinship, and whether anything but names could tell two people apart."""
        chance = kin = 0.0
        conflict = False
        if a.email and b.email:
            chance, kin, level = self._mail(a, b)
            conflict = level == "different"
            evidence.append(("email", level, chance))
        if a.phones and b.phones:
            shared = [number for number in a.phones if number in b.phones]
            if shared:
                bits = self._rarity.bits("phone", shared[0])
                evidence.append(("phone", "equal", bits))
                chance += bits
                if a.mobile and a.mobile == b.mobile:
                    kin += 3.0
            elif any(self._alike.one_slip(one, other) for one in a.phones for other in b.phones):
                evidence.append(("phone", "alike", 5.0))
                chance += 5.0
            else:
                chance -= 1.5
                kin -= 1.0
        if a.linkedin and b.linkedin:
            if a.linkedin == b.linkedin:
                evidence.append(("linkedin", "equal", 18.0))
                chance += 18.0
                kin += 8.0
            else:
                chance -= 4.0
                kin -= 4.0
                conflict = True
        return chance, kin, conflict

    def _mail(self, a: Traits, b: Traits) -> tuple[float, float, str]:
        rarity = self._rarity
        if a.email == b.email:
            bits = rarity.bits("email", a.email)
            if a.role:
                return min(bits, 10.0), 0.0, "equal"
            # an address that many bear is a firm's
            return bits, 5.5 if rarity.count("email", a.email) < 5 else 1.0, "equal"
        if a.role or b.role:
            return -0.5, 0.0, "different"
        if a.local == b.local and len(a.local) > 4:
            # jane.doe@ says nothing that the name has not said
            from_name = any(name and name in a.local for name in (a.first, a.last, b.first, b.last))
            return (0.0, -1.0, "local part") if from_name else (6.0, 2.0, "local part")
        same_domain = a.domain == b.domain
        if _numbers(a.local) != _numbers(b.local):
            # lead12@ and lead13@ are a series, and no slip
            return (-3.0, -4.0, "different") if _words(a.local) == _words(b.local) else (-1.0, -1.5, "different")
        if len(a.local) > 4 and (same_domain or a.local == b.local) and self._alike.one_slip(a.email, b.email):
            return 9.0, 1.0, "alike"
        if same_domain and rarity.count("domain", a.domain) < 1000:
            return -1.0, -2.0, "different"
        return -1.0, -1.5, "different"

    # --- company and place

    def _firm(self, a: Traits, b: Traits, evidence: list[Evidence], people: bool) -> float:
        rarity = self._rarity
        if a.company and b.company:
            if a.company == b.company:
                bits = rarity.bits("company", a.company)
                level = "equal"
            else:
                likeness = self._alike.words(a.company, b.company)
                if len(numbers := _numbers(a.company)) and numbers != (_numbers(b.company) or numbers):
                    likeness = 0.0  # "Store 12" and "Store 13"
                if likeness > 0.85:
                    level = "alike"
                    bits = 0.7 * max(rarity.bits("company", a.company), rarity.bits("company", b.company))
                elif likeness > 0.7:
                    level, bits = "similar", 1.0
                else:
                    level, bits = "different", -1.5 if people else -9.0
            if bits > 0 and any(lead.last and lead.last in lead.company for lead in (a, b)):
                # named after its owner: the name has said it already
                bits /= 2
            evidence.append(("company", level, bits))
            return bits
        pages = {page for page in (a.website, a.domain if not a.role or a.website else "") if page}
        for page in (b.website, b.domain):
            if page and page in pages and rarity.count("domain", page) < 100 and a.email != b.email:
                evidence.append(("website", "equal", 5.0))
                return 5.0
        return 0.0

    def _place(self, a: Traits, b: Traits, evidence: list[Evidence]) -> tuple[float, bool, float]:
        """Bits against chance, whether the street agrees, bits against kinship."""
        rarity = self._rarity
        street = number = code = city = 0.0
        kin = 0.0
        home = False
        if a.street and b.street:
            if a.street == b.street:
                street, level = rarity.bits("street", a.street), "equal"
            else:
                likeness = self._written(a.street, b.street)
                if likeness > 0.8:
                    level = "alike"
                    street = 0.75 * max(rarity.bits("street", a.street), rarity.bits("street", b.street))
                elif likeness > 0.65:
                    level, street = "similar", 1.5
                elif skeleton(a.street) in b.lines() or skeleton(b.street) in a.lines():
                    # two lines of an address changed places
                    level, street = "alike", 0.6 * max(rarity.bits("street", a.street), rarity.bits("street", b.street))
                else:
                    level, street = "different", -3.0
            if a.line and b.line:
                street += self._further_lines(a.line, b.line)
            home = street > 1
            evidence.append(("street", level, street))
        if a.number and b.number:
            if a.number == b.number:
                number = rarity.bits("number", a.number) if street >= 0 else 2.0
            elif self._alike.one_slip(a.number, b.number) and max(len(a.number), len(b.number)) > 1:
                number = 0.5
            else:
                number = -2.0 if home else -1.0
                kin -= 1.0
            evidence.append(("number", "equal" if number > 1 else "alike" if number > 0 else "different", number))
        if a.postal_code and b.postal_code:
            if a.postal_code == b.postal_code:
                code, level = rarity.bits("postal_code", a.postal_code), "equal"
            elif sorted(a.postal_code) == sorted(b.postal_code) or self._alike.one_slip(a.postal_code, b.postal_code):
                code, level = 2.5, "alike"
            else:
                code, level = -2.5, "different"
            evidence.append(("postal_code", level, code))
        if a.city and b.city:
            if a.city == b.city:
                city, level = rarity.bits("city", a.city), "equal"
            elif self._alike.name(a.city, b.city) > 0.85:
                city, level = 0.75 * max(rarity.bits("city", a.city), rarity.bits("city", b.city)), "alike"
            else:
                city, level = -2.5, "different"
            evidence.append(("city", level, city))
        if street < 0 and city < 0 and code > 0:
            code /= 2
        area = max(code, city) + 0.4 * min(code, city) if code > 0 and city > 0 else code + city
        if a.state and b.state and not (a.city and b.city) and not (a.postal_code and b.postal_code):
            area += 2.0 if a.state == b.state else -1.0
        if street < 0 and area < 0:
            kin -= 1.5
            return max(street + number + area, -6.0), False, kin
        return street + number + area, home, kin

    # --- custom columns

    def _further_lines(self, one: str, other: str) -> float:
        """Bits of the second line of an address: the name of a house or a place says more than "apt 3"."""
        named = any(len(word) > 3 and word.isalpha() for word in one.split())
        if one == other:
            return 8.0 if named else 1.0
        return 6.0 if named and self._written(one, other) > 0.8 else 0.0

    def _written(self, one: str, other: str) -> float:
        """Likeness of two lines of an address, blanks that were lost or put in aside."""
        together = self._alike.name(one.replace(" ", ""), other.replace(" ", ""))
        return max(self._alike.words(one, other), together if together > 0.85 else 0.0)

    def _custom(self, a: Traits, b: Traits, evidence: list[Evidence]) -> tuple[float, float]:
        chance = kin = 0.0
        rarity = self._rarity
        for name, text in a.custom.items():
            other = b.custom.get(name)
            if not other or not rarity.tells(name):
                continue
            bits = rarity.bits(f"custom:{name}", text)
            own = name in rarity.identifying
            if text == other:
                level = "equal"
                if own:
                    kin += min(bits, 8.0) * 0.75
            elif own:
                slip = self._alike.one_slip(text, other) or (len(text) > 5 and sorted(text) == sorted(other))
                level, bits = ("alike", 4.0) if slip else ("different", -3.0)
                kin += 1.5 if slip else -2.5
            else:
                likeness = self._alike.words(text, other)
                bits = max(bits, rarity.bits(f"custom:{name}", other))
                level = "alike" if likeness > 0.8 else "different"
                bits = 0.75 * bits if likeness > 0.8 else -2.0 if bits > 5 else 0.0
            evidence.append((name, level, bits))
            chance += bits
        return chance, kin

    def _unnamed(self, a: Traits, b: Traits, one_door: bool) -> float:
        """Bits against kinship where one of both names no person: a firm is where it is, and has its number."""
        if a.first or a.last or b.first or b.last:
            return -1.0
        if one_door or (a.email and a.email == b.email):
            return 3.0
        return -4.0 if (a.street and b.street) or (a.phones and b.phones) else 0.5


_CLEAR = frozenset(("equal", "alike", "similar", "different"))
_WORDS = {
    "email": "e-mail", "phone": "phone", "linkedin": "LinkedIn page", "company": "company", "street": "street",
    "number": "house number", "postal_code": "postal code", "city": "city", "first_name": "first name",
    "last_name": "last name", "website": "website",
}  # fmt: skip


_bits = itemgetter(2)


def reasons(finding: Finding, a: Traits, b: Traits) -> tuple[str, ...]:
    """What speaks for both being one, the strongest first, then what speaks against it."""
    told = []
    for field, level, bits in sorted(finding.evidence, key=_bits, reverse=True):
        word = _WORDS.get(field, field)
        if level == "equal":
            told.append(f"same {word}")
        elif level == "different":
            if bits < -1:
                told.append(f"{word} differs")
        elif level == "swapped":
            told.append("first and last name swapped")
        elif level == "initial":
            told.append("initial agrees")
        elif level == "local part":
            told.append("e-mail alike but for its domain")
        elif level in ("alike", "similar", "nickname"):
            one, other = (getattr(lead, field.removesuffix("_name"), "") for lead in (a, b))
            if level == "nickname":
                told.append(f"{one.capitalize()} = {other.capitalize()}")
            else:
                both = f" ({one} / {other})" if one and other and field != "phone" else ""
                told.append(f"{word} alike{both}")
    return tuple(told)
