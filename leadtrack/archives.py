"""Leads or targets as a sheet that an import takes back as they were: every field, every custom field, and their story.

The first column is their number, the last what happened to them, a line each, oldest first; coming back, the number is
passed over and the story is a custom field.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from leadtrack.fields import FIELDS, LABELS, NUMBER
from leadtrack.formulas import guard

HISTORY = "Leadtrack history"
_ANSWERS = frozenset({"consent", "opt_out_email", "opt_out_phone"})


def headers(custom: Sequence[str]) -> list[str]:
    """The headers of an archive whose leads have these custom fields."""
    taken = {name.casefold() for name in custom}
    fields = [LABELS[field] if LABELS[field].casefold() not in taken else f"Lead's {LABELS[field]}" for field in FIELDS]
    return [NUMBER, *fields, *(name for name in custom if name != HISTORY), HISTORY]


def columns(custom: Sequence[str]) -> dict[str, str]:
    """What each column is, by its place ("#2": "first_name"), as a mapping that is remembered."""
    what = ["ignore", *FIELDS, *("custom" for name in custom if name != HISTORY), "custom"]
    return {f"#{place}": meaning for place, meaning in enumerate(what, start=1)}


def custom_names(leads: Sequence[Mapping[str, Any]]) -> list[str]:
    """The custom fields that any of them has, in the order in which they are met."""
    return list(dict.fromkeys(name for lead in leads for name in lead["custom"]))


def row(lead: Mapping[str, Any], custom: Sequence[str], story: Sequence[str]) -> Iterator[str]:
    """The cells of one lead, `number` being its number; what a spreadsheet could take for a formula is defused."""
    yield str(lead["number"])
    for field in FIELDS:
        yield guard(_text(field, lead.get(field)))
    for name in custom:
        if name != HISTORY:
            yield guard(lead["custom"].get(name, ""))
    yield guard("\n".join([*lead["custom"].get(HISTORY, "").splitlines(), *story]))


def _text(field: str, value: Any) -> str:
    if value is None:
        return ""
    if field in _ANSWERS:
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.2f}".removesuffix(".00") if abs(value) >= 1e15 else repr(value).removesuffix(".0")
    return str(value)
