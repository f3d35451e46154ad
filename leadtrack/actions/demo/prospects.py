"""Invented people who may buy, as the rows of the lists on which they come."""

import csv
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from leadtrack.actions.demo import cast


@dataclass(frozen=True, slots=True)
class Prospect:
    """One who may buy. `heat` is how much they want it (cast.HEATS); only some lists tell."""

    first: str
    last: str
    company: str
    title: str
    email: str
    phone: str
    city: str
    state: str
    postal_code: str
    heat: str
    interest: str
    message: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


def prospects(rng: random.Random) -> Iterator[Prospect]:
    """As many as are asked for, no two with the same name or address."""
    names: set[tuple[str, str]] = set()
    for n in range(len(cast.FIRST_NAMES) * len(cast.LAST_NAMES)):
        while (name := (rng.choice(cast.FIRST_NAMES), rng.choice(cast.LAST_NAMES))) in names:
            pass
        names.add(name)
        first, last = name
        city, state, postal_code, area = rng.choice(cast.PLACES)
        trade = rng.choice(cast.TRADES)
        company = rng.choice((f"{last} {trade}", f"{city} {trade}", f"{rng.choice(cast.LAST_NAMES)} & {last} {trade}"))
        domain = "".join(letter for letter in company.lower() if letter.isalnum())
        yield Prospect(
            first, last, company, rng.choice(cast.TITLES), f"{first}.{last}@{domain}.example.com".lower(),
            f"({area}) 555-{100 + n % 100:04d}", city, state, postal_code,
            rng.choices(tuple(cast.HEATS), tuple(cast.HEATS.values()))[0],
            rng.choice(tuple(cast.WORTH)), rng.choice(cast.MESSAGES),
        )  # fmt: skip


def web_form(path: Path, rows: Iterable[tuple[datetime, Prospect]]) -> None:
    """What the form on the web site saves, with the time of each click."""
    header = ("Submitted At", "Name", "Company", "Email", "Phone", "City", "State", "ZIP", "Interest", "Message")
    _write(
        path,
        header,
        (
            (f"{at:%Y-%m-%d %H:%M}", p.name, p.company, p.email, p.phone, p.city, p.state, p.postal_code, p.interest,
             p.message)
            for at, p in rows
        ),
    )  # fmt: skip


def badges(path: Path, rows: Iterable[tuple[datetime, Prospect]]) -> None:
    """What a lead-retrieval device of a trade show gives: the rating is the booth's, and the ZIPs lost their zeros."""
    header = (
        "Badge ID", "First Name", "Last Name", "Company", "Job Title", "Email", "Phone", "City", "State", "Zip",
        "Rating", "Product Interest", "Booth Notes", "Scanned At",
    )  # fmt: skip
    _write(
        path,
        header,
        (
            (f"B{number}", p.first, p.last, p.company, p.title, p.email, p.phone, p.city, p.state,
             p.postal_code.lstrip("0"), p.heat, p.interest, p.message, f"{at:%m/%d/%Y %H:%M}")
            for number, (at, p) in enumerate(rows, start=4001)
        ),
    )  # fmt: skip


def bought(path: Path, people: Iterable[Prospect], *, shifted: bool = False) -> None:
    """A purchased list, in capitals; `shifted`: names and companies slipped by a row, as a wrong sort leaves them."""
    people = list(people)
    named = people[1:] + people[:1] if shifted else people
    header = ("CONTACT", "COMPANY", "JOB TITLE", "E-MAIL", "TELEPHONE", "CITY", "ST", "ZIP CODE", "EMPLOYEES")
    _write(
        path,
        header,
        (
            (n.name.upper(), n.company.upper(), p.title, p.email, p.phone, p.city.upper(), p.state, p.postal_code,
             str(5 + len(p.company) * len(p.last)))
            for p, n in zip(people, named, strict=True)
        ),
    )  # fmt: skip


def _write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
