"""The ideal customer: what a lead should be like, and how far it fits.

An ideal is a list of conditions with weights. Text is compared without regard to case, and * stands for anything
("industry=*health*"); a figure lies in a range ("employees=50-500"). How far a lead fits is the weight of the
conditions that it meets, as a share of all weight: what is not known of it does not count for it.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from leadtrack.errors import BadRequest
from leadtrack.fields import FIELDS

NUMBERS = ("employees", "annual_revenue", "value")
# what says nothing about who a customer is
_UNFIT = frozenset({"created_at", "consent", "opt_out_email", "opt_out_phone", "notes"})
TEXTS = tuple(field for field in FIELDS if field not in _UNFIT and field not in NUMBERS)
HEAVIEST = 100
_TO = re.compile(r"\s*(?:-|–|—|\.\.+|\bto\b)\s*")


class Wish(NamedTuple):
    """One condition: texts (as they were typed, * for anything) or a range of which either end may be open."""

    field: str
    texts: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    weight: float = 1.0
    custom: bool = False

    @property
    def is_range(self) -> bool:
        return not self.texts


class Part(NamedTuple):
    """How one condition went: `met` is None where the lead does not tell; `has` is what it tells."""

    wish: Wish
    met: bool | None
    has: Any


Ideal = Sequence[Wish]


def read(field: str, text: str, weight: float = 1.0, *, custom: bool = False) -> Wish:
    """A condition as it is typed: "CA, NV", "*health*", "50-500", "50+", "<=500", "1m-5m". Raises BadRequest."""
    if not custom and field in _UNFIT:
        raise BadRequest(f"{field} says nothing about an ideal customer; use one of {', '.join((*TEXTS, *NUMBERS))}")
    if not 0 < weight <= HEAVIEST:
        raise BadRequest(f"a weight of {weight:g} is not possible; give more than 0, and at most {HEAVIEST}")
    if not custom and field in NUMBERS:
        low, high = _range(field, text)
        return Wish(field, (), low, high, weight)
    texts = tuple({folded(part): " ".join(part.split()) for part in text.split(",") if part.strip()}.values())
    if not texts:
        raise BadRequest(f"{field}: say what it should be, for example {field}=retail,wholesale")
    return Wish(field, texts, weight=weight, custom=custom)


def _range(field: str, text: str) -> tuple[float | None, float | None]:
    words = text.strip().casefold().replace(" ", "")
    bound = {">": "low", "≥": "low", "<": "high", "≤": "high"}.get(words[:1])
    low: float | None
    high: float | None
    if bound:
        number = _number(field, words.lstrip("<>=≤≥"), text)
        low, high = (number, None) if bound == "low" else (None, number)
    elif words.endswith("+"):
        low, high = _number(field, words[:-1], text), None
    else:
        ends = _TO.split(text.strip().casefold())
        if len(ends) > 2:
            raise _unreadable(field, text)
        low = _number(field, ends[0], text) if ends[0] else None
        high = (_number(field, ends[1], text) if ends[1] else None) if len(ends) == 2 else low
    if low is None and high is None:
        raise _unreadable(field, text)
    if low is not None and high is not None and high < low:
        raise BadRequest(f"{field}: {text.strip()} ends before it begins; exchange the two")
    return low, high


def _number(field: str, words: str, text: str) -> float:
    from leadtrack.money import amount  # only who sets the ideal needs it

    found = amount(words)
    if found is None or found < 0:
        raise _unreadable(field, text)
    return found


def _unreadable(field: str, text: str) -> BadRequest:
    return BadRequest(f"{field}: {text!r} is no range of figures; write 50-500, 50+, <=500 or 1m-5m")


def folded(text: str) -> str:
    """The form in which texts are compared."""
    return " ".join(text.split()).casefold()


def parts(ideal: Ideal, lead: Mapping[str, Any]) -> list[Part]:
    """How each condition went for a lead (a mapping of fields, and of headers under `custom`)."""
    return [_part(wish, lead) for wish in ideal]


def fit(ideal: Ideal, lead: Mapping[str, Any]) -> float | None:
    """How far the lead fits, from 0 to 1; None where there is no ideal."""
    if not ideal:
        return None
    met = sum(wish.weight for wish in ideal if _part(wish, lead).met)
    return float(met / sum(wish.weight for wish in ideal))


def _part(wish: Wish, lead: Mapping[str, Any]) -> Part:
    has = custom(lead.get("custom") or {}, wish.field) if wish.custom else lead.get(wish.field)
    if has is None or has == "":
        return Part(wish, None, None)
    if wish.is_range:
        return Part(wish, (wish.low is None or has >= wish.low) and (wish.high is None or has <= wish.high), has)
    text = str(has).casefold()
    return Part(wish, any(_like(folded(wanted), text) for wanted in wish.texts), has)


def custom(fields: Mapping[str, Any], name: str) -> Any:
    """A custom field by its header, case aside."""
    wanted = name.casefold()
    return next((value for header, value in fields.items() if header.casefold() == wanted), None)


def _like(wanted: str, text: str) -> bool:
    return bool(_pattern(wanted).fullmatch(text)) if "*" in wanted else wanted == text


@lru_cache(maxsize=1024)
def _pattern(wanted: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, wanted.split("*"))), re.DOTALL)


def said(wish: Wish) -> str:
    """The condition in words: "industry = healthcare or dental", "employees 50 to 500"."""
    if not wish.is_range:
        return f"{wish.field} = {' or '.join(wish.texts)}"
    return f"{wish.field} {span(wish.low, wish.high)}"


def span(low: float | None, high: float | None) -> str:
    if low is None:
        return f"up to {high:,.15g}"
    if high is None:
        return f"{low:,.15g} and more"
    return f"{low:,.15g}" if low == high else f"{low:,.15g} to {high:,.15g}"


def as_json(wish: Wish) -> str:
    """What the condition wants, as it is stored."""
    wanted = {"low": wish.low, "high": wish.high} if wish.is_range else list(wish.texts)
    return json.dumps(wanted, ensure_ascii=False)


def from_json(rows: Iterable[Mapping[str, Any]]) -> list[Wish]:
    """The ideal from stored rows: field, custom, wanted, weight."""
    ideal = []
    for row in rows:
        wanted = json.loads(row["wanted"])
        kind = bool(row["custom"])
        if isinstance(wanted, list):
            ideal.append(Wish(row["field"], tuple(wanted), weight=row["weight"], custom=kind))
        else:
            ideal.append(Wish(row["field"], (), wanted["low"], wanted["high"], row["weight"], kind))
    return ideal
