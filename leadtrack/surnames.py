"""Last names of which a part stands in a column of its own: the Dutch "Tussenvoegsel", the Spanish "Segundo apellido".

Without it "Lotte de Wit" would be called Lotte Wit, and be sought under a name that she does not have.
"""

from collections.abc import Mapping, Sequence

from leadtrack.evidence import Evidence
from leadtrack.names import PARTICLES, SMALL_PARTICLES
from leadtrack.patterns import Pattern
from leadtrack.plain import normalise
from leadtrack.valued import Reading

# What such columns are used for, beside being kept, before the name of the field: "before:last_name".
BEFORE, BEHIND = "before", "behind"
_PARTICLE_HEADER = Pattern(
    r"(?:tussenv(?:oegsels?)?|tussen ?voegsels?|voorvoegsels?(?: achternaam)?|tsv|tv|infix|particules?|"
    r"particulas?|(?:name[ns]?|nachname[ns]?)?(?:vorsatz|zusatz|vorsatzwort|vorsatze)|nobiliary particle|"
    r"(?:last ?name|surname|family ?name) (?:prefix|infix|particle))\Z"
)
_SECOND_HEADER = Pattern(
    r"(?:(?:segundo|2o|2do|2 do|2) (?:apellido|sobrenome|apelido)|(?:apellido|ap|apelido) (?:2|segundo|materno|mat)|"
    r"materno|second (?:last ?name|surname))\Z"
)
_FIRST_HEADER = Pattern(
    r"(?:(?:primer|1er|1o|1|primeiro) (?:apellido|sobrenome|apelido)|(?:apellido|ap|apelido)(?: (?:1|paterno|pat))?|"
    r"paterno|(?:first )?(?:last ?name|surname)|sobrenome)\Z"
)
_MOST = 0.9


def parts(headers: Sequence[str | None], looks: Sequence[Evidence], chosen: Mapping[int, Reading]) -> dict[int, str]:
    """The columns with a part of the last name: position -> what for, as "before:last_name"."""
    of = next((place for place, one in chosen.items() if one.field == "last_name" and one.joins is None), None)
    if of is None:
        return {}
    two = _FIRST_HEADER.match(normalise(headers[of] or "")) is not None
    found: dict[int, str] = {}
    for position, header in enumerate(headers):
        values = looks[position].values
        if position in chosen or not values:
            continue
        normal = normalise(header or "")
        if _PARTICLE_HEADER.match(normal) and sum(map(_is_particle, values)) >= _MOST * len(values):
            found[position] = f"{BEFORE}:last_name"
        elif two and _SECOND_HEADER.match(normal) and sum(map(_is_name, values)) >= _MOST * len(values):
            found[position] = f"{BEHIND}:last_name"
    return found


def _is_particle(value: str) -> bool:
    """Whether a cell is "van der" or "d'", and not "Dr."."""
    words = value.casefold().replace("’", "'").split()
    return 0 < len(words) <= 3 and all(word in PARTICLES or word in _DUTCH for word in words)


_DUTCH = frozenset({"'t", "'s", "in", "d'", "v.d.", "v.", "d.", "vd", "onder", "uit", "over", "aan", "bij", "l'", "lo"})


def _is_name(value: str) -> bool:
    return len(value) <= 40 and not any(letter.isdigit() or letter in "@/:" for letter in value)


def joined(kind: str, part: str, name: str) -> str:
    """The last name with the part that belongs to it, unless it has that."""
    part, name = " ".join(part.split()), name.strip()
    if kind == BEFORE:
        gap = "" if part.endswith("'") else " "
        has = name.casefold().startswith(f"{part}{gap}".casefold()) or name.partition(" ")[0] in SMALL_PARTICLES
        return name if has else f"{part}{gap}{name}"
    return name if name.casefold().split()[-len(part.split()) :] == part.casefold().split() else f"{name} {part}"
