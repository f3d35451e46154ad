"""The fields of a lead that every sheet is mapped to, and the headers that are known to name them.

Anything else in a sheet is a custom field, kept under its own header.
"""

from collections.abc import Mapping
from typing import Any

from leadtrack.plain import normalise

__all__ = ["CALLED", "FIELDS", "LABELS", "NAMING", "NUMBER", "called", "known", "normalise"]

LABELS: dict[str, str] = {
    "first_name": "First name",
    "last_name": "Last name",
    "full_name": "Full name",
    "company": "Company",
    "title": "Job title",
    "email": "E-mail",
    "phone": "Phone",
    "mobile": "Mobile",
    "website": "Website",
    "street": "Street",
    "city": "City",
    "county": "County",
    "state": "State",
    "postal_code": "Postal code",
    "country": "Country",
    "industry": "Industry",
    "employees": "Employees",
    "annual_revenue": "Annual revenue",
    "source": "Source",
    "campaign": "Campaign",
    "referred_by": "Referred by",
    "status": "Status",
    "rating": "Rating",
    "owner": "Owner",
    "value": "Value",
    "created_at": "Created",
    "notes": "Notes",
    "linkedin": "LinkedIn",
    "consent": "Consent",
    "opt_out_email": "No e-mail",
    "opt_out_phone": "No calls",
}
FIELDS: tuple[str, ...] = tuple(LABELS)

# What names somebody: a lead without any of these is nobody.
NAMING = frozenset({"full_name", "first_name", "last_name", "company", "email", "phone", "mobile"})
# What a lead is called in a line: the first of these that it has (store.sqlite.NAME says the same in SQL).
CALLED = ("full_name", "company", "email", "phone", "mobile")
SURE = 0.6

# How a lead's own number is headed in sheets that leadtrack writes; in a sheet that comes back it is no field.
NUMBER = "Leadtrack number"


def known(header: str) -> tuple[str, bool] | None:
    """The field that a header names by a known spelling, and whether it says the opposite; None: no known spelling.

    Opt-outs are fields of their own, so that nothing known is inverted: ("opt_out_email", False) for "Unsubscribed".
    """
    # The lexicon is needed for sheets only, the names of the fields by every command.
    from leadtrack.headers import read

    meaning = read(header)
    if meaning.field is None or not meaning.settled or meaning.confidence < SURE:
        return None
    return meaning.field, False


def called(lead: Mapping[str, Any]) -> str:
    """What a lead is called in a line; "" where nothing names it."""
    return next((str(lead[name]) for name in CALLED if lead.get(name)), "")
