"""The names of one lead brought together: full, first and last name say the same, and what they do not say is kept."""

from leadtrack import names
from leadtrack.patterns import Pattern
from leadtrack.repairs import LONGEST, Cleaned

_words = Pattern(r"[^\W_]+")


def take_apart(cleaned: Cleaned, surnames: int = 0) -> None:
    """Fill first and last name from the full name where they are empty, and write it as "First Last".

    `surnames` as in names.split.

    A full name that is a company's goes to the company when that is empty; prefix and suffix become custom fields.
    """
    values = cleaned.values
    typed = str(values["full_name"])
    if len(typed) > LONGEST:
        return
    first, last = values.get("first_name"), values.get("last_name")
    if not first and not last and names.is_company(typed):
        if "company" not in values:
            values["company"] = values.pop("full_name")
            cleaned.repaired("full_name", typed, typed, "company found in name")
        return
    name = names.split(typed, surnames=surnames)
    given, family = name.first, name.last
    if first or last:
        # the full name fills the other one only where it agrees with the one that is known
        known = str(last).casefold() == family.casefold() if last else str(first).casefold() == given.casefold()
        given, family = str(first or (given if known else "")), str(last or (family if known else ""))
    mended = names.mend_case(given, given=True), names.mend_case(family)
    if mended != (given, family):
        given, family = mended
        cleaned.repaired("full_name", typed, f"{given} {family}".strip(), "case mended")
    full = f"{given} {family}".strip()
    if not full:
        return
    if given:
        values["first_name"] = given
    if family:
        values["last_name"] = family
    values["full_name"] = full
    for label, part in (("Prefix", name.prefix), ("Suffix", name.suffix)):
        if part:
            cleaned.keep(label, part)
    said = set(_words.findall(f"{full} {name.prefix} {name.suffix}".casefold()))
    if not said.issuperset(_words.findall(typed.casefold())):
        cleaned.keep("Full name (as typed)", typed)
