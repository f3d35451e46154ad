"""Realistic messy leads, the same for the same seed, with known repeats.

    python benchmarks/generator.py leads.csv --rows 100000 [--seed 1] [--format csv|xlsx] [--twins 0.1]

Beside leads.csv, leads.truth.csv says who each row really is: row (its number in the sheet; the header is row 1),
person, twin ("" the first time, then same, exact or fuzzy; see twins.py). Rows are streamed: a million need no more
memory than a thousand.
"""

import argparse
import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from people import Chance, Person, Population, words
from twins import twin

HEADERS = (
    "First Name", "Last Name", "Company", "Job Title", "Email", "Phone", "Cell Phone", "Street Address", "City",
    "State", "ZIP", "Lead Source", "Date Created", "Budget", "Email Opt Out", "Notes", "Product Interest", "Booth",
)  # fmt: skip
STATES = dict(entry.split("=") for entry in words("states", ","))
REMEMBERED = 20_000  # a repeat is of one of so many earlier people

Cell = str | int | datetime
Sink = Callable[[Iterator[list[Cell]]], None]


def leads(rows: int, seed: int, twins: float) -> Iterator[tuple[Person, int, str]]:
    """(person as this row has it, number of the person, how the row repeats an earlier one)."""
    chance = Chance(seed)
    population = Population(chance)
    earlier: list[tuple[Person, int]] = []
    people = 0
    for _ in range(rows):
        if earlier and chance.random() < twins:
            person, number = chance.of(earlier)
            again, how = twin(person, population, chance)
            yield again, number, how
            continue
        people += 1
        person = population.person()
        if len(earlier) < REMEMBERED:
            earlier.append((person, people))
        elif chance.random() < 0.2:
            earlier[chance.below(REMEMBERED)] = person, people
        yield person, people, ""


class Typist:
    """Writes people down as salespeople do."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance

    def cells(self, person: Person) -> list[Cell]:
        chance = self._chance
        case = chance.random()
        spelled = str.upper if case < 0.05 else str.lower if case < 0.07 else str
        email = person.email
        if chance.random() < 0.08:
            email = email.upper() if chance.random() < 0.4 else f" {email}" if chance.random() < 0.5 else email.title()
        return [
            spelled(person.first),
            spelled(person.last),
            spelled(person.company),
            person.title,
            email,
            self._telephone(person.phone),
            self._telephone(person.mobile),
            spelled(person.street),
            spelled(person.city),
            self._state(person.state),
            self._zip(person.zip),
            person.source,
            person.created if chance.random() < 0.97 else "",
            self._budget(person.budget),
            "" if person.agreed else "Yes",
            person.notes,
            person.interest,
            f"B{person.created.day}" if person.source == "Trade show" else "",
        ]

    def _telephone(self, digits: str) -> str:
        if not digits:
            return ""
        area, exchange, line = digits[:3], digits[3:6], digits[6:]
        kind = self._chance.random()
        if kind < 0.38:
            return f"({area}) {exchange}-{line}"
        if kind < 0.66:
            return f"{area}-{exchange}-{line}"
        if kind < 0.78:
            return digits
        if kind < 0.86:
            return f"{area}.{exchange}.{line}"
        if kind < 0.91:
            return f"+1 {area} {exchange} {line}"
        if kind < 0.95:
            return f"1-{area}-{exchange}-{line}"
        if kind < 0.98:
            return f"{area}-{exchange}-{line} x{1 + self._chance.below(400)}"
        return f"{area}/{exchange}-{line}" if kind < 0.99 else f"{digits}.0"

    def _state(self, code: str) -> str:
        kind = self._chance.random()
        return code if kind < 0.87 else STATES.get(code, code) if kind < 0.97 else code.lower() if kind < 0.98 else ""

    def _zip(self, code: str) -> str:
        kind = self._chance.random()
        if code.startswith("0") and kind < 0.5:
            return code.lstrip("0")
        if kind > 0.97:
            return f"{code}-{self._chance.below(10_000):04}"
        return "" if kind > 0.93 else code

    def _budget(self, dollars: int) -> Cell:
        if not dollars:
            return ""
        kind = self._chance.random()
        if kind < 0.5:
            return dollars
        return f"${dollars:,}" if kind < 0.85 else f"{dollars / 1000:g}k"


def _as_csv(path: Path, rows: Iterator[list[Cell]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        for row in rows:
            writer.writerow([f"{cell:%m/%d/%Y %H:%M}" if isinstance(cell, datetime) else cell for cell in row])


def _as_xlsx(path: Path, rows: Iterator[list[Cell]]) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Leads")
    sheet.append(HEADERS)
    for row in rows:
        sheet.append(row)
    book.save(path)


def generate(path: Path, *, rows: int, seed: int = 1, format: str = "csv", twins: float = 0.1) -> Path:
    """Write the sheet and its truth; returns the path of the truth."""
    truth = path.with_name(f"{path.stem}.truth.csv")
    typist = Typist(Chance(seed + 1))
    with truth.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("row", "person", "twin"))

        def written() -> Iterator[list[Cell]]:
            for row, (person, number, how) in enumerate(leads(rows, seed, twins), start=2):
                writer.writerow((row, number, how))
                yield typist.cells(person)

        (_as_xlsx if format == "xlsx" else _as_csv)(path, written())
    return truth


def main() -> None:
    parser = argparse.ArgumentParser(description="Write realistic messy leads with known repeats.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=("csv", "xlsx"), help="by default what the file's name says")
    parser.add_argument("--twins", type=float, default=0.1, help="the share of rows that repeat an earlier person")
    given = parser.parse_args()
    format = given.format or ("xlsx" if given.path.suffix == ".xlsx" else "csv")
    truth = generate(given.path, rows=given.rows, seed=given.seed, format=format, twins=given.twins)
    print(f"wrote {given.path} and {truth}")


if __name__ == "__main__":
    main()
