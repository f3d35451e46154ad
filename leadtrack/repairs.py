"""What became of a row: its cleaned values, and each repair that was made on the way."""

from dataclasses import dataclass
from typing import NamedTuple

# What a field is called when a cell of it is kept as a custom field.
KEPT_AS = {
    "first_name": "First name", "last_name": "Last name", "full_name": "Full name", "company": "Company",
    "title": "Title",
    "email": "E-mail", "phone": "Phone", "mobile": "Mobile", "website": "Website", "street": "Street", "city": "City",
    "county": "County", "state": "State", "postal_code": "Postal code", "country": "Country", "industry": "Industry",
    "employees": "Employees", "annual_revenue": "Annual revenue", "source": "Source", "campaign": "Campaign",
    "referred_by": "Referred by", "status": "Status", "rating": "Rating", "owner": "Owner", "value": "Value",
    "created_at": "Created", "notes": "Notes", "linkedin": "LinkedIn", "consent": "Consent",
    "opt_out_email": "E-mail opt-out", "opt_out_phone": "Phone opt-out",
}  # fmt: skip

# Longer cells are nobody's name, address or number: they are kept, and not taken apart.
LONGEST = 5_000


class Repair(NamedTuple):
    """One cell that was changed, or that needs a look.

    `what` is one of a few stable words (docs/cleaning.md lists them). For "typo proposed" `after` is the proposal and
    the value stays as typed; for "ZIP contradicts state" it is the ZIP's state, and the value stays as well; for
    "unreadable" it is "" and the cell is kept as a custom field.
    """

    field: str
    before: str
    after: str
    what: str


@dataclass(slots=True)
class Cleaned:
    """A row's canonical fields, its custom fields, and the repairs in the order in which they were made."""

    values: dict[str, str | int | float]
    custom: dict[str, str]
    repairs: list[Repair]

    def keep(self, name: str, text: str) -> None:
        """Keep `text` as custom field `name`, under "name (2)" where another text already has that name."""
        key, number = name, 1
        while self.custom.get(key, text) != text:
            number += 1
            key = f"{name} ({number})"
        self.custom[key] = text

    def repaired(self, field: str, before: str, after: str, what: str) -> None:
        """Note one repair."""
        self.repairs.append(Repair(field, before, after, what))

    def unreadable(self, field: str, text: str) -> None:
        """Keep a cell that says nothing about its field under another name, and note that."""
        self.values.pop(field, None)
        self.keep(f"{KEPT_AS[field]} (unreadable)", text)
        self.repaired(field, text, "", "unreadable")
