"""The rules by which leads find their rep, in order, and what a person writes of them.

A rule is a step of the chain; the first that fits wins. Its conditions, all of which must hold, are those of the ideal
customer (icp.py): text with * for anything, figures as ranges; temperature and score count as fields, too.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from leadtrack import icp
from leadtrack.errors import BadRequest
from leadtrack.fields import FIELDS
from leadtrack.icp import Wish

OWNER, STICKY, GIVE, HOLD, TERRITORY = "owner", "sticky", "give", "hold", "territory"
KINDS = (OWNER, STICKY, GIVE, HOLD, TERRITORY)

# Fields of a condition that are computed and not kept.
JUDGED = ("temperature", "score")

SAYS = {
    OWNER: "the rep whom the sheet names as owner",
    STICKY: "the rep who has the same person, or a colleague at the same company",
    TERRITORY: "who covers the place",
}


class Rule(NamedTuple):
    """One step of the chain. `number` is its place in it; `reps` and `region` say to whom a `give` gives, both empty
    for the whole team; `minutes` is how long a `hold` holds at most; `since` the batch that made it."""

    id: int
    number: int
    kind: str
    wishes: tuple[Wish, ...] = ()
    reps: tuple[int, ...] = ()
    region: int | None = None
    minutes: int | None = None
    since: int = 0

    @property
    def pool(self) -> str:
        """The name under which the turns of those to whom it gives are remembered."""
        if self.reps:
            return f"reps {' '.join(map(str, sorted(self.reps)))}"
        return f"region {self.region}" if self.region is not None else "everybody"


def condition(field: str, text: str, *, custom: bool) -> Wish:
    """A condition as a person writes it, the field by its name. Raises BadRequest."""
    if field == "temperature":
        from leadtrack.temperature import named

        words = tuple(dict.fromkeys(named(part) for part in text.split(",") if part.strip()))
        if not words or None in words:
            raise BadRequest("temperature: say hot, warm or cold, for example temperature=hot,warm")
        return Wish(field, tuple(word for word in words if word))
    if field == "score":
        wish = icp.read("value", text)
        return wish._replace(field=field)
    if not custom and field not in (*icp.TEXTS, *icp.NUMBERS):
        raise BadRequest(f"{field} decides on no rep; use one of {', '.join((*icp.TEXTS, *icp.NUMBERS, *JUDGED))}")
    return icp.read(field, text, custom=custom)


def is_custom(field: str) -> bool:
    return field not in FIELDS and field not in JUDGED


def meets(wishes: Sequence[Wish], lead: Mapping[str, Any]) -> bool:
    return all(part.met for part in icp.parts(wishes, lead))


def misses(wishes: Sequence[Wish], lead: Mapping[str, Any]) -> str:
    """Why a lead does not meet the conditions: "industry is retail, not healthcare"; "" where it does."""
    told = []
    for part in icp.parts(wishes, lead):
        if part.met is None:
            told.append(f"{part.wish.field} is not known")
        elif not part.met:
            wanted = icp.span(part.wish.low, part.wish.high) if part.wish.is_range else " or ".join(part.wish.texts)
            told.append(f"{part.wish.field} is {part.has}, not {wanted}")
    return ", ".join(told)


def said(wishes: Iterable[Wish]) -> str:
    """The conditions in words: "industry = healthcare, employees 50 to 500"."""
    return ", ".join(icp.said(wish) for wish in wishes)


def to_json(wishes: Iterable[Wish]) -> str:
    """Conditions as they are kept."""
    kept = [{"field": w.field, "wanted": json.loads(icp.as_json(w)), "custom": int(w.custom)} for w in wishes]
    return json.dumps(kept, ensure_ascii=False)


def from_json(text: str) -> tuple[Wish, ...]:
    kept = json.loads(text)
    return tuple(icp.from_json({**row, "wanted": json.dumps(row["wanted"]), "weight": 1.0} for row in kept))


def lasting(minutes: int) -> str:
    """A length in its largest whole unit: "30 min", "2 h", "3 days"."""
    if minutes % 1440 == 0:
        return f"{minutes // 1440} day" + ("" if minutes == 1440 else "s")
    return f"{minutes // 60} h" if minutes % 60 == 0 else f"{minutes} min"


def read_minutes(text: str) -> int:
    """A length of time in minutes: "30", "30min", "2h", "1 day". Raises BadRequest."""
    from leadtrack.periods import length

    plain = " ".join(text.casefold().split())
    read = length(f"{plain.removesuffix('m')} min" if plain.removesuffix("m").isdecimal() else plain)
    minutes = (read.days * 1440 + (read.seconds + read.working_seconds) // 60) if read and not read.months else 0
    if not 1 <= minutes <= 366 * 1440:
        raise BadRequest(f"{text!r} is no length of time; write 30min, 2h or 1 day")
    return minutes
