"""The rules of assignment: listing, adding, moving and removing them."""

from collections.abc import Mapping, Sequence
from typing import Any

from leadtrack import icp, rules
from leadtrack.actions import Office, finding, ideal, manning
from leadtrack.errors import BadRequest, NotFound
from leadtrack.icp import Wish
from leadtrack.rules import Rule

_FEW = 5
EVERYBODY = ("everybody", "everyone", "all", "team")


def listed(office: Office) -> list[dict[str, Any]]:
    """In their order: rule, kind, says, conditions (field, wanted), reps, region, minutes."""
    return [_told(office, rule) for rule in office.store.rules.all()]


def add(
    office: Office,
    kind: str,
    conditions: Mapping[str, str],
    *,
    to: str | None,
    region: str | None,
    limit: str | None,
    at: int | None,
) -> dict[str, Any]:
    """Add a rule: at a place in the order, or where it is of use (a conditional one before the territory, else last).

    `to` are reps with commas between, or everybody; `limit` how long a hold holds. Answers batch and the rule as
    `listed`, and notes: what about it deserves a second look.
    """
    kind = _kind(kind)
    standing = office.store.rules.all()
    rule = Rule(0, 0, kind, _wishes(office, conditions), *_target(office, kind, to, region), _minutes(kind, limit))
    _refuse_twin(rule, standing)
    place = _place(rule, standing, at)
    with office.batch("rules add") as batch:
        made = office.store.rules.add(batch, rule)
        ids = [known.id for known in standing]
        ids.insert(place - 1, made)
        office.store.rules.order(batch, ids)
        batch.summary = says(office, rule)[:100]
    told = listed(office)[place - 1]
    return {"batch": batch.id, **told, "notes": _notes(office, rule, office.store.rules.all())}


def move(office: Office, number: int, to: int) -> dict[str, Any]:
    """Put a rule at another place in the order."""
    standing = office.store.rules.all()
    rule = _numbered(standing, number)
    if not 1 <= to <= len(standing):
        raise BadRequest(f"there is no place {to}; the rules are numbered 1 to {len(standing)}")
    ids = [known.id for known in standing if known is not rule]
    ids.insert(to - 1, rule.id)
    with office.batch("rules move") as batch:
        office.store.rules.order(batch, ids)
        batch.summary = f"rule {number} to {to}"
    return {"batch": batch.id if batch.touched else None, **listed(office)[to - 1]}


def remove(office: Office, number: int) -> dict[str, Any]:
    """Take a rule out; undo brings it back."""
    rule = _numbered(office.store.rules.all(), number)
    told = _told(office, rule)
    with office.batch("rules remove") as batch:
        office.store.rules.remove(batch, rule.id)
        batch.summary = told["says"][:100]
    return {"batch": batch.id, **told}


def says(office: Office, rule: Rule) -> str:
    """The rule in words."""
    when = f"if {rules.said(rule.wishes)}: " if rule.wishes else ""
    if rule.kind == rules.HOLD:
        return f"{when}hold until it is qualified, at most {rules.lasting(rule.minutes or 0)}"
    if rule.kind != rules.GIVE:
        return when + rules.SAYS[rule.kind]
    return f"{when}give to {_whom(office, rule)}"


def _whom(office: Office, rule: Rule) -> str:
    if rule.reps:
        names = manning.names(office)
        several = " in turn" if len(rule.reps) > 1 else ""
        return ", ".join(names.get(rep, f"rep {rep}") for rep in rule.reps) + several
    if rule.region is None:
        return "everybody in turn"
    return f"the region {office.store.reps.region_name(rule.region)} in turn"


def _told(office: Office, rule: Rule) -> dict[str, Any]:
    names = manning.names(office)
    return {
        "rule": rule.number, "kind": rule.kind, "says": says(office, rule),
        "conditions": [
            {"field": wish.field, "wanted": icp.span(wish.low, wish.high) if wish.is_range else ", ".join(wish.texts)}
            for wish in rule.wishes
        ],
        "reps": [names.get(rep, f"rep {rep}") for rep in rule.reps],
        "region": office.store.reps.region_name(rule.region) if rule.region is not None else None,
        "minutes": rule.minutes,
    }  # fmt: skip


def _kind(text: str) -> str:
    word = text.strip().casefold()
    word = {"default": rules.GIVE, "territories": rules.TERRITORY, "pool": rules.GIVE}.get(word, word)
    if word not in rules.KINDS:
        raise BadRequest(f"there is no rule {text!r}; choose one of {', '.join(rules.KINDS)}")
    return word


def _wishes(office: Office, conditions: Mapping[str, str]) -> tuple[Wish, ...]:
    found = []
    for name, text in conditions.items():
        field, custom = ideal.field_named(name)
        if field.casefold() in rules.JUDGED:
            field, custom = field.casefold(), False
        found.append(rules.condition(field, ideal.spelled(office, field, text), custom=custom))
    return tuple(found)


def _target(office: Office, kind: str, to: str | None, region: str | None) -> tuple[tuple[int, ...], int | None]:
    if kind != rules.GIVE:
        if to or region:
            raise BadRequest(f"a rule of the kind {kind} finds the rep itself; leave --to and --region out")
        return (), None
    if to and region:
        raise BadRequest("give to reps or to a region, not to both")
    if region:
        number = office.store.reps.region_named(region.strip())
        if number is None:
            raise NotFound(f"there is no region {region!r}; leadtrack region list shows them")
        return (), number
    if not to:
        raise BadRequest("say to whom: --to Ann, --to 'Ann,Ben', --to everybody or --region West")
    if to.strip().casefold() in EVERYBODY:
        return (), None
    found = [int(finding.rep(office, part.strip())["id"]) for part in to.split(",") if part.strip()]
    return tuple(dict.fromkeys(found)), None


def _minutes(kind: str, limit: str | None) -> int | None:
    if kind != rules.HOLD:
        if limit:
            raise BadRequest("only a hold has a limit; leave --for out")
        return None
    if not limit:
        raise BadRequest("a hold needs a limit, after which the lead is given out anyway: --for 2h")
    return rules.read_minutes(limit)


def _refuse_twin(rule: Rule, standing: Sequence[Rule]) -> None:
    for known in standing:
        if known[2:7] == rule[2:7]:
            raise BadRequest(f"rule {known.number} says that already; leadtrack rules list shows them")


def _place(rule: Rule, standing: Sequence[Rule], at: int | None) -> int:
    """Where a new rule goes, counted from 1."""
    if at is not None:
        if not 1 <= at <= len(standing) + 1:
            raise BadRequest(f"there is no place {at}; a new rule can stand at 1 to {len(standing) + 1}")
        return at
    last = rule.kind == rules.GIVE and not rule.wishes
    territory = next((known.number for known in standing if known.kind == rules.TERRITORY), None)
    return len(standing) + 1 if last or territory is None or rule.kind == rules.TERRITORY else territory


def _notes(office: Office, rule: Rule, standing: Sequence[Rule]) -> list[str]:
    """What a manager would want to know at once."""
    notes = []
    closed = next((r for r in standing if r.kind == rules.GIVE and not r.wishes), None)
    if closed and closed.number < len(standing):
        notes.append(
            f"rule {closed.number} gives every lead away when somebody is there; rules after it are hardly asked"
        )
    left = [row["name"] for row in office.store.reps.team() if row["id"] in rule.reps and row["left_at"]]
    if left:
        notes.append(f"{', '.join(left)} left the team")
    kept = [wish for wish in rule.wishes if wish.field not in rules.JUDGED]
    for wish in kept:
        counted = office.store.scoring.counted(wish)
        if counted["leads"] and not counted["met"]:
            have = ", ".join(f"{value} ({leads})" for value, leads in office.store.scoring.frequent(wish, _FEW))
            notes.append(f"no lead has {icp.said(wish)}" + (f"; leads have {have}" if have else ""))
    return notes


def _numbered(standing: Sequence[Rule], number: int) -> Rule:
    if not 1 <= number <= len(standing):
        raise NotFound(f"there is no rule {number}; leadtrack rules list shows {len(standing)}")
    return standing[number - 1]
