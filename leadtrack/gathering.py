"""Taking the cells of a row to the fields they were mapped to: done for every row of an import, so it is kept short."""

from collections.abc import Callable, Sequence
from typing import Protocol

from leadtrack import dialling, surnames
from leadtrack.answers import answer
from leadtrack.money import unit_of
from leadtrack.permission import closes_all

# Fields of money.
SUMS = ("annual_revenue", "value")
_LONGEST_NUMBER = 7
_OPT_OUTS = frozenset({"opt_out_email", "opt_out_phone"})


class Mapped(Protocol):
    """What is needed of a column here (`mapping.Column` has it)."""

    @property
    def position(self) -> int: ...
    @property
    def header(self) -> str | None: ...
    @property
    def field(self) -> str | None: ...
    @property
    def name(self) -> str: ...
    @property
    def use(self) -> str: ...


_PARTS = {
    **dict.fromkeys((dialling.COUNTRY, dialling.AREA), dialling.joined),
    **dict.fromkeys((surnames.BEFORE, surnames.BEHIND), surnames.joined),
}


def is_part(column: Mapped) -> bool:
    """Whether a column is kept, and its cells are also a part of the field that its use names: "area:phone"."""
    return column.use.partition(":")[0] in _PARTS


def gatherer(columns: Sequence[Mapped]) -> Callable[[Sequence[str]], tuple[dict[str, str], dict[str, str]]]:
    """A function from the cells of a row to (fields, custom fields), both without blanks.

    Joined columns are put together with ", "; of two columns about permission the stricter one counts, and
    "Do Not Contact" closes the telephone too.
    """
    whole = [(column.position, column.field) for column in columns if column.field and column.use != "join"]
    joins = [(column.position, column.field) for column in columns if column.field and column.use == "join"]
    joins += [
        (column.position, "opt_out_phone")
        for column in columns
        if column.field == "opt_out_email" and closes_all(column.header or "")
    ]
    kept = [(column.position, column.name) for column in columns if not column.field and column.use != "ignore"]
    parts = [(column.position, *column.use.partition(":")[::2]) for column in columns if is_part(column)]
    width = max((column.position for column in columns), default=-1) + 1

    def gather(cells: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
        if len(cells) < width:
            cells = [*cells, *[""] * (width - len(cells))]
        raw = {field: cell for place, field in whole if (cell := cells[place]) and not cell.isspace()}
        custom = {name: cell for place, name in kept if (cell := cells[place]) and not cell.isspace()}
        for place, field in joins:
            if (cell := cells[place]) and not cell.isspace():
                raw[field] = _joined(field, raw.get(field), cell)
        for place, kind, field in parts:
            if field in raw and (part := cells[place]) and not part.isspace():
                raw[field] = _PARTS[kind](kind, part, raw[field])
        return raw, custom

    return gather


def _joined(field: str, before: str | None, cell: str) -> str:
    if before is None:
        return cell
    if field in _OPT_OUTS:  # what cannot be read may still be a refusal, but a plain one goes before it
        said = answer(before.strip(), opt_out=True), answer(cell.strip(), opt_out=True)
        return cell if said[0] == 0 or (said[0] is None and said[1] == 1) else before
    if field == "consent":
        return before if answer(before.strip(), opt_out=False) == 0 else cell
    if before.strip() == cell.strip():
        return before
    plain = not any(letter.isdigit() for letter in before)
    numbered = field == "street" and (_house_number(before) or (plain and _house_number(cell)))
    return f"{before.strip()}{' ' if numbered else ', '}{cell.strip()}"


def _house_number(cell: str) -> bool:
    """Whether a cell is "12", "12a" or "12-14": written beside its street without a comma."""
    return cell.strip()[:1].isdigit() and len(cell.strip()) <= _LONGEST_NUMBER and " " not in cell.strip()


def splits(columns: Sequence[Mapped]) -> dict[str, str]:
    """The fields whose cells hold several parts: {"street": "address"}, {"city": "city state"}."""
    return {
        column.field: column.use.removeprefix("split:")
        for column in columns
        if column.field and column.use.startswith("split:")
    }


def units(columns: Sequence[Mapped]) -> dict[str, float]:
    """The sums that their headers say are in thousands or more: {"annual_revenue": 1e6} for "Umsatz (Mio. €)"."""
    said = {
        column.field: unit_of(column.header or "")
        for column in columns
        if column.field in SUMS and column.use != "join"
    }
    return {field: unit for field, unit in said.items() if unit != 1}
