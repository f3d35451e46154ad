"""From the headers of a sheet to the fields of a lead: which column is what, how sure that is, and why.

Five steps, the surer ones first: what the user said or confirmed before; known spellings and words (`headers`);
likeness, for typos; what the values look like (`evidence`), which decides between two readings, can veto a header and
can find a column that has none; and the neighbours, since a field is filled from one column only. What stays unsure is
a custom field.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from leadtrack import roles, surnames
from leadtrack.abbreviations import spelled_out
from leadtrack.dialling import prefixes
from leadtrack.elsewhere import foreign
from leadtrack.errors import BadRequest
from leadtrack.evidence import Evidence
from leadtrack.fields import FIELDS, LABELS
from leadtrack.gathering import SUMS, gatherer, splits, units
from leadtrack.headers import Meaning, read, words_unknown
from leadtrack.misspellings import doubtful, meant
from leadtrack.money import UNIT_NAMES, unit_of
from leadtrack.neighbors import settle
from leadtrack.plain import normalise
from leadtrack.readings import GENERIC, PERMISSIONS, fits, told_by_values, unmistakable, weigh
from leadtrack.valued import Reading
from leadtrack.wording import and_more

__all__ = ["Column", "MappingError", "gatherer", "propose", "splits", "units"]

# Below this a reading is not written as a fact: the column stays custom.
SURE_ENOUGH = 0.5
REACHES = frozenset({"email", "phone", "mobile"})
# A sheet of more columns than this is no list that somebody typed, and is not searched for typos.
WIDEST = 300
# Several columns the user maps to one of these are put together.
JOINED = frozenset({"street", "notes"}) | PERMISSIONS


class MappingError(BadRequest):
    """A mapping that was asked for and cannot be: names the header or field, and what there is."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet, and what becomes of it.

    `position` counts from 0. `field` is one of `fields.FIELDS`, or None: kept as a custom field under `name`.
    `inverted` is kept for readers of the JSON: opt-outs are fields of their own, so it is always False.
    `confidence` is 0 to 1. `use` is "whole"; "join": adds to an earlier column of the same field (Address 2); "more": a
    second telephone or e-mail, kept as custom; "country:phone" and "area:phone": kept as custom, too, and its digits
    stand before those of the telephone, as "before:last_name" and "behind:last_name" do with last names;
    "split:address" and "split:city state": the cells hold several parts; "custom"; "ignore": left out on request.
    """

    position: int
    header: str | None
    field: str | None
    inverted: bool
    confidence: float
    why: str
    name: str
    use: str


def propose(
    headers: Sequence[str | None],
    rows: Sequence[Sequence[str]],
    *,
    overrides: Mapping[str, str] | None = None,
    remembered: Mapping[str, str] | None = None,
    country: str | None = "US",
) -> list[Column]:
    """One Column for each header, in order. `rows` is a sample of the data, and may be empty.

    `overrides` says {header: field, or "custom", or "ignore"}; the header is compared trimmed and without case, or
    given by its place as "#7" or "Column 7". `remembered` is the same from an earlier import; what no longer fits in
    it is passed over.
    `country` (ISO code) is where the team works. Raises MappingError for an override that names nothing.
    """
    names = _names(headers)
    width = len(headers)
    cells = [[row[position] for row in rows if position < len(row)] for position in range(width)]
    looks = [Evidence(column) for column in cells]
    said = _said(overrides or {}, headers, names, strict=True)
    before = _said(remembered or {}, headers, names, strict=False)
    meanings = roles.meanings(headers)
    roles.answered(headers, [look.values[0] if look.count == 1 else None for look in looks], meanings)
    if width <= WIDEST:
        abroad = bool(foreign([normalise(header or "") for header in headers]))
        meanings = [_mended(*one, abroad=abroad) for one in zip(headers, meanings, looks, strict=True)]
    readings = [
        []
        if position in said or position in before
        else weigh(meanings[position], headers[position], looks[position], country)
        for position in range(width)
    ]
    chosen: dict[int, Reading] = {}
    for position, field in before.items():
        chosen[position] = Reading(field, 1.0, "as confirmed before")
    for position, field in said.items():
        chosen[position] = Reading(field, 1.0, "as you said")
    settle(headers, readings, looks, meanings, chosen)
    columns = _columns(headers, names, meanings, looks, chosen, readings, len(rows))
    for position, what_for in prefixes(headers, looks, chosen).items():
        columns[position] = replace(columns[position], use=what_for, why="stands before the telephone numbers")
    for position, what_for in surnames.parts(headers, looks, chosen).items():
        side = what_for.partition(":")[0]
        columns[position] = replace(columns[position], use=what_for, why=f"stands {side} the last names")
    return columns


def _mended(header: str | None, meaning: Meaning, look: Evidence, *, abroad: bool) -> Meaning:
    """The meaning of a header whose strange words are typos of known ones; `meaning` where they are not.

    `abroad`: the sheet is not in English, and a strange word more likely one of its language that nobody taught us.
    """
    if header is None or not header.strip():
        return meaning
    full = spelled_out(header, meaning, look)
    if full is not None:
        return full
    unknown = words_unknown(header) if meaning.unknown or not meaning.settled else ()
    long = len(normalise(header).split()) > 4 or "?" in header.rstrip("? ")
    if not unknown or len(unknown) > 2 or long:
        return meaning
    if GENERIC.fullmatch(normalise(header)):
        return meaning
    likely = _likeliest(header, look)
    if likely is None and _SHIFTED.search(header):
        likely = _likeliest(header.lower(), look)
    if likely is None or likely.field is None or (look.count and not fits(likely.field, look)):
        return meaning
    if any(doubtful(word) for word in unknown) and not told_by_values(likely.field, look):
        return meaning
    if abroad and " " not in normalise(header) and not unmistakable(likely.field, look):
        return meaning
    short = max(len(word) for word in unknown) < 5 and len(normalise(header).split()) < 2
    confidence = min(likely.confidence, 0.45 if short and not fits(likely.field, look) else 0.7)
    return replace(likely, confidence=confidence, why=f"sounds like '{LABELS[likely.field]}' (typo)", settled=False)


# A shift key held too long: "LAst Name".
_SHIFTED = re.compile(r"\b[A-Z]{2}[a-z]{2}")


def _likeliest(header: str, look: Evidence) -> Meaning | None:
    """The meaning of a header with its typos mended; of several ways to mend a word, one that its values fit."""
    words = words_unknown(header)
    options = {word: meant(word) for word in words}
    if not all(options.values()):
        return read(header) if not words else None
    first = {word: known[0] for word, known in options.items()}
    ways = [first, *(first | {word: other} for word, known in options.items() for other in known[1:4])]
    found = [one for way in ways if (one := read(header, correct=way)).field and one.settled]
    return next((one for one in found if fits(one.field, look)), found[0] if found else None)


def _names(headers: Sequence[str | None]) -> list[str]:
    """A unique name for each column: its header, "Column 7" without one, "Phone (2)" when it comes again."""
    names: list[str] = []
    taken: set[str] = set()
    times: dict[str, int] = {}
    for position, header in enumerate(headers):
        name = plain = " ".join((header or "").replace("\ufeff", "").split()) or f"Column {position + 1}"
        while name.casefold() in taken:
            times[plain.casefold()] = repeated = times.get(plain.casefold(), 1) + 1
            name = f"{plain} ({repeated})"
        taken.add(name.casefold())
        names.append(name)
    return names


def _said(
    wishes: Mapping[str, str], headers: Sequence[str | None], names: Sequence[str], *, strict: bool
) -> dict[int, str]:
    """Position -> field, "custom" or "ignore" as somebody said; checked when `strict`, else misfits are left out."""
    places: dict[str, int] = {}
    for position in range(len(names)):
        for way in (f"#{position + 1}", f"column {position + 1}"):
            places[way] = position
    for position, name in reversed(list(enumerate(names))):
        places[name.casefold()] = position
        if headers[position]:
            places[" ".join((headers[position] or "").split()).casefold()] = position
    fields = {label.casefold(): field for field, label in LABELS.items()} | {field: field for field in FIELDS}
    fields |= {"custom": "custom", "ignore": "ignore"}
    said: dict[int, str] = {}
    for header, wish in wishes.items():
        place = places.get(" ".join(header.replace("\ufeff", "").split()).casefold())
        field = fields.get(wish.strip().casefold()) or fields.get(wish.strip().casefold().replace(" ", "_"))
        if place is None and strict:
            there = and_more([f"'{name}'" for name in names], 40)
            raise MappingError(f"no column is called '{header}'; the columns are: {there}")
        if field is None and strict:
            there = ", ".join(FIELDS)
            raise MappingError(
                f"'{header}' cannot be mapped to '{wish}'{_near(wish)}; use custom, ignore or one of {there}"
            )
        if place is None or field is None:
            continue
        twin = next((other for other, taken in said.items() if taken == field and other != place), None)
        if twin is not None and field not in JOINED | REACHES | {"custom", "ignore"}:
            if strict:
                both = f"'{names[twin]}' and '{names[place]}'"
                raise MappingError(f"{both} are both mapped to {field}; map one of them to custom or ignore")
            continue
        said[place] = field
    return said


def _near(wish: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(wish.strip().casefold().replace(" ", "_"), FIELDS, n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def _columns(
    headers: Sequence[str | None],
    names: Sequence[str],
    meanings: Sequence[Meaning],
    looks: Sequence[Evidence],
    chosen: Mapping[int, Reading],
    readings: Sequence[Sequence[Reading]],
    rows: int,
) -> list[Column]:
    """The columns as chosen: what adds to an earlier one, what holds several parts, what is kept as it is."""
    columns: list[Column] = []
    first: dict[str, int] = {}
    for position in sorted(chosen, key=lambda place: (-chosen[place].confidence, place)):
        if chosen[position].joins is None:
            first.setdefault(chosen[position].field, position)
    for position, header in enumerate(headers):
        reading = chosen.get(position)
        best = max(readings[position], key=lambda one: one.confidence, default=None)
        if reading is None or reading.field in ("custom", "ignore"):
            use, field, why, confidence = "custom", None, "", 0.0
            if reading is not None:
                use, why, confidence = reading.field, reading.why, 1.0
            elif best is not None and best.field in REACHES and best.confidence >= SURE_ENOUGH - 0.2:
                use, why, confidence = "more", f"another {LABELS[best.field].lower()}", best.confidence
            elif best is not None and best.confidence >= SURE_ENOUGH:
                why = f"{LABELS[best.field]} is filled from another column"
            else:
                why = "not sure enough" if best is not None else _own_words(meanings[position], header)
        else:
            field, why, confidence = reading.field, reading.why, reading.confidence
            if field in SUMS and (unit := unit_of(header or "")) != 1:
                why = f"{why}, in {UNIT_NAMES[unit]}"
            use = "whole" if first.get(field) == position else "join"
            if use == "join" and field in REACHES:
                use, field = "more", None
            elif use == "whole":
                use = _split(field, meanings[position], looks[position], rows) or use
        columns.append(Column(position, header, field, False, round(confidence, 2), why, names[position], use))
    return columns


def _own_words(meaning: Meaning, header: str | None) -> str:
    return "no header" if not (header or "").strip() else "kept as it is"


def _split(field: str, meaning: Meaning, look: Evidence, rows: int) -> str | None:
    """Whether the cells of a place hold several of its parts."""
    if field == "street":
        whole = look.share("address") >= 0.5 or (
            not look.count and ("full" in meaning.concepts or "city" in meaning.parts)
        )
        if whole or ("city" in meaning.parts and not look.mostly("street")):
            return "split:address"
    if field == "city" and (look.share("city state") >= 0.5 or (meaning.parts and not look.mostly("text"))):
        return "split:city state"
    return "split:city state" if field == "city" and meaning.parts else None
