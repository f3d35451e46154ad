"""Cells that hold several fields: a whole address, or a city with its state."""

from collections.abc import Mapping

from leadtrack import addresses
from leadtrack.localities import country_of
from leadtrack.repairs import KEPT_AS, LONGEST, Cleaned
from leadtrack.texts import tidy, trimmed


def taken_apart(raw: Mapping[str, str], split: Mapping[str, str], home: str, cleaned: Cleaned) -> dict[str, str]:
    """The row with the parts of its joined cells in fields of their own, where those are empty.

    `split` gives the joined fields and what they hold ("address" or "city state"), `home` the team's country.
    """
    row = dict(raw)
    country = country_of(raw.get("country"), home)
    for field, kind in split.items():
        text = trimmed(row.get(field, ""))
        if not text or len(text) > LONGEST:
            continue
        take = addresses.split_address if kind == "address" else addresses.split_city_state
        parts = take(text, country)
        if len(parts) < 2:
            continue
        del row[field]
        for name, part in parts.items():
            if not row.get(name, "").strip():
                row[name] = part
            elif tidy(row[name]).casefold() != part.casefold():
                cleaned.keep(f"{KEPT_AS[field]} (as typed)", text)
        cleaned.repaired(field, text, ", ".join(parts.values()), "parts split")
    return row
