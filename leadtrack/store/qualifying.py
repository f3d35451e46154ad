"""What makes a lead qualified, asked of many leads at once."""

from collections.abc import Iterable, Sequence

from leadtrack.fields import FIELDS
from leadtrack.icp import Wish
from leadtrack.qualification import CONTACTABLE, FITS, FITTING, KEPT_IN, SINGLE
from leadtrack.store.batches import Batch
from leadtrack.store.judging import CAN_BE_REACHED, Judging, Parameters, custom
from leadtrack.store.scoring import COLUMNS
from leadtrack.store.sqlite import Row, Tables

# Another lead, made earlier, with the same exact key (dedupe.exact_keys), as `o`; a merged one stands for the lead `p`
# that it was merged into. Of whom a person said that they are two, neither is the other's twin.
_OTHER = """leads o JOIN facts p ON p.lead_id = coalesce(o.merged_into, o.id)
            WHERE o.{theirs} = l.{ours} AND o.id <> l.id AND p.lead_id < l.id{name}
              AND NOT EXISTS (SELECT 1 FROM pairs d WHERE d.lead_id = p.lead_id AND d.other_id = l.id
                              AND d.verdict = 'distinct' AND d.removed_by IS NULL)"""
_KEYS = (("email", "email"), ("phone", "phone"), ("mobile", "phone"), ("phone", "mobile"), ("mobile", "mobile"))
_NAME = " AND o.name_key = l.name_key AND l.name_key <> ''"

# Pairs that may be one and wait for a person to look, as `w`.
_WAITING = """FROM pairs w JOIN facts p ON p.lead_id = w.lead_id WHERE w.verdict = 'maybe' AND w.removed_by IS NULL"""

# Above so many leads one look through an index finds what stands there twice quicker than asking for each lead.
_MANY = 20_000
_TWICE = (
    "l.{ours} IN (SELECT {theirs} FROM leads WHERE {theirs} IS NOT NULL GROUP BY {theirs} HAVING count(*) > {least})"
)


class Qualifying(Tables):
    def required(self) -> list[str]:
        """What the team must know of a lead: fields, and headers of custom fields."""
        return [row["name"] for row in self.rows("SELECT name FROM requirements WHERE removed_by IS NULL ORDER BY id")]

    def require(self, batch: Batch, names: Sequence[str]) -> None:
        """Ask for exactly these."""
        wanted = {name.casefold() for name in names}
        known = self.rows("SELECT id, name FROM requirements WHERE removed_by IS NULL")
        for row in known:
            if row["name"].casefold() not in wanted:
                batch.update("requirements", row["id"], {"removed_by": batch.id})
        for name in names:
            if name.casefold() not in {row["name"].casefold() for row in known}:
                batch.insert("requirements", {"name": name})

    def stage(self, lead: int) -> Row:
        """The stage that a lead is in: name, kind."""
        found = self.row(
            "SELECT s.name, s.kind FROM facts f JOIN stages s ON s.id = f.stage_id WHERE f.lead_id = :lead",
            {"lead": lead},
        )
        assert found is not None, f"lead {lead} has no facts"
        return found

    def twin(self, lead: int) -> int | None:
        """The earliest lead, made before this one, that has an exact key of it (dedupe.exact_keys)."""
        ways = (
            f"SELECT p.lead_id AS twin FROM leads l, {_other(ours, theirs)} AND l.id = :lead"  # noqa: S608 - constants
            for ours, theirs in _KEYS
        )
        found: int | None = self.value(f"SELECT min(twin) FROM ({' UNION ALL '.join(ways)})", {"lead": lead})  # noqa: S608
        return found

    def alike(self, lead: int) -> int | None:
        """The earliest lead, made before this one, that may be the same and waits with it for a person to look."""
        found: int | None = self.value(f"SELECT min(w.lead_id) {_WAITING} AND w.other_id = :lead", {"lead": lead})
        return found

    def checks(
        self, ideal: Iterable[Wish], *, many: bool = False, repeats: bool = True
    ) -> tuple[dict[str, str], Parameters]:
        """Each check as an expression of `facts f JOIN leads l` that is 1 where it holds, by its name.

        `many`: it will be asked of many leads. Without `repeats` it is known that no two have the same
        exact key.
        """
        judging = Judging(self.connection)
        fit, parameters = judging.fit(ideal)
        twins = [_twin(ours, theirs, many=many) for ours, theirs in _KEYS] if repeats else []
        twins.append(f"l.id IN (SELECT w.other_id {_WAITING})")
        found = {
            CONTACTABLE: CAN_BE_REACHED,
            SINGLE: f"NOT ({' OR '.join(twins)})",
            FITTING: f"{fit} >= {FITS}",
        }
        for name in self.required():
            has = COLUMNS.get(name, f"l.{name}") if name in FIELDS else custom(name)
            if field := KEPT_IN.get(name.casefold()):
                has = f"coalesce({has}, l.{field})"
            found[name] = f"coalesce(trim({has}), '') <> ''"
        return found, parameters

    def within(self, batch: int, ideal: Iterable[Wish], *, repeats: bool) -> Row:
        """Of the leads that a batch made: leads, qualified, missing {check: leads that it does not hold of}."""
        some = self.value(
            "SELECT count(*) FROM (SELECT 1 FROM leads WHERE batch_id = :batch LIMIT :many)",
            {"batch": batch, "many": _MANY},
        )
        checks, parameters = self.checks(ideal, many=some == _MANY, repeats=repeats)
        columns = ", ".join(f"{sql} AS c{place}" for place, sql in enumerate(checks.values()))
        sums = ", ".join(f"coalesce(sum(NOT c{place}), 0)" for place in range(len(checks)))
        every = " AND ".join(f"c{place}" for place in range(len(checks)))
        row = self.connection.execute(
            f"""SELECT count(*), coalesce(sum({every}), 0), {sums}
                FROM (SELECT {columns} FROM leads l JOIN facts f ON f.lead_id = l.id WHERE l.batch_id = :batch
                      LIMIT -1) LIMIT -1""",  # noqa: S608 - made of constants; the limits as in store/judging.py
            {**parameters, "batch": batch},
        ).fetchone()
        lacking = zip(checks, row[2:], strict=True)
        return {"leads": row[0], "qualified": row[1], "missing": {name: leads for name, leads in lacking if leads}}


def _other(ours: str, theirs: str) -> str:
    return _OTHER.format(ours=ours, theirs=theirs, name="" if ours == "email" else _NAME)


def _twin(ours: str, theirs: str, *, many: bool) -> str:
    same = f"EXISTS (SELECT 1 FROM {_other(ours, theirs)})"  # noqa: S608 - constants
    if not many:
        return f"l.{ours} IS NOT NULL AND {same}"
    least = 1 if ours == theirs else 0
    return f"{_TWICE.format(ours=ours, theirs=theirs, least=least)} AND {same}"
