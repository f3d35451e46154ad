"""What is owed to those who bring leads: a sum for each lead, and more when it is won."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class Rule(NamedTuple):
    """`person` is whom it is for, "" everybody without a rule of their own; sums in the team's currency."""

    person: str
    per_lead: float
    per_won: float


def of(rules: Iterable[Rule], person: str) -> Rule:
    """The rule that holds for a person; nothing is owed where there is none."""
    found = {rule.person.casefold(): rule for rule in rules}
    return found.get(person.casefold()) or found.get("") or Rule("", 0.0, 0.0)


def owed(rule: Rule, leads: int, won: int) -> float:
    """What is owed for so many leads, so many of them won. Junk is to be left out by who counts."""
    return rule.per_lead * leads + rule.per_won * won


def item(rule: Rule, kind: str) -> dict[str, float]:
    """What is owed for one lead in a stage of that kind: per_lead, per_won, owed."""
    per_lead = 0.0 if kind == "junk" else rule.per_lead
    per_won = rule.per_won if kind == "won" else 0.0
    return {"per_lead": per_lead, "per_won": per_won, "owed": per_lead + per_won}


def key(name: str) -> str:
    """What two ways of writing a person's name have in common."""
    return " ".join(name.split()).casefold()


def statement(rows: Iterable[Mapping[str, Any]], rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """What is owed to each person, most first: person, leads, junk, won, value, per_lead, per_won, owed.

    `rows` have person, leads (without junk), junk, won and value; the spelling that is most frequent names the person.
    """
    known = list(rules)
    found: dict[str, dict[str, Any]] = {}
    for row in sorted(rows, key=lambda row: (-row["leads"], row["person"])):
        name = " ".join(row["person"].split())
        mine = found.setdefault(key(name), {"person": name, "leads": 0, "junk": 0, "won": 0, "value": 0.0})
        for figure in ("leads", "junk", "won", "value"):
            mine[figure] += row[figure] or 0
    for mine in found.values():
        rule = of(known, mine["person"])
        mine |= {"per_lead": rule.per_lead, "per_won": rule.per_won, "owed": owed(rule, mine["leads"], mine["won"])}
    return sorted(found.values(), key=lambda row: (-row["owed"], -row["leads"], row["person"]))
