"""What the rules ask of leads: of those that wait for a rep, of one, or of those that a rep has."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from leadtrack import rules, sticky
from leadtrack.assignment import Case
from leadtrack.instants import from_iso
from leadtrack.rules import Rule
from leadtrack.store.assignments import ALIVE
from leadtrack.store.judging import Judging, Parameters
from leadtrack.store.qualifying import Qualifying
from leadtrack.store.scoring import FIELDS, Scoring
from leadtrack.store.sqlite import Tables
from leadtrack.store.territories import PLACE

# Which leads, as f and l, beside those that wait: one; the open ones of a rep; those that `closer` found;
# those in temp.picked.
ONE = "f.lead_id = :lead"
OF_REP = f"f.rep_id = :rep AND {ALIVE}"
SPECIAL = "f.lead_id IN (SELECT lead_id FROM temp.special)"
PICKED = "f.lead_id IN (SELECT lead_id FROM temp.picked)"

_FROM = "facts f CROSS JOIN leads l ON l.id = f.lead_id"
_FIRM = "substr(l.email, instr(l.email, '@') + 1)"
_OWNER = """CASE WHEN l.owner IS NOT NULL THEN (
    SELECT min(r.id) FROM reps r
    WHERE (r.name = l.owner OR r.email = l.owner) AND r.removed_by IS NULL AND r.left_at IS NULL) END"""
_LOST = """(SELECT group_concat(a.taken_from) FROM assignments a
            WHERE a.lead_id = l.id AND a.taken_from IS NOT NULL AND a.removed_by IS NULL)"""
_ENTERED = "(SELECT b.at FROM batches b WHERE b.id = l.batch_id)"
_KIN = ("email", "phone", "mobile", "name_key", "company", "state")
_FIXED = 7 + 4 + len(_KIN)


_NUMBERS = """(SELECT phone AS number, name_key FROM temp.kin WHERE phone IS NOT NULL
    UNION SELECT mobile, name_key FROM temp.kin WHERE mobile IS NOT NULL) k"""
_SAME_NAME = "l.name_key = k.name_key AND l.name_key <> ''"

# How the holders of each kind of key are found, as l, from the leads in temp.kin: what, the parts of the key, the join.
_HELD = (
    ("company", "lower(l.company)", "coalesce(l.state, '')",
     """(SELECT DISTINCT company, coalesce(state, '') AS state FROM temp.kin WHERE company IS NOT NULL) k
        CROSS JOIN leads l ON l.company = k.company COLLATE NOCASE AND coalesce(l.state, '') = k.state"""),
    ("firm", _FIRM, "''",
     f"(SELECT 1) CROSS JOIN leads l ON l.email IS NOT NULL AND {_FIRM} IN (SELECT firm FROM temp.firms)"),  # noqa: S608 - constants
    ("phone", "l.phone", "l.name_key", f"{_NUMBERS} CROSS JOIN leads l ON l.phone = k.number AND {_SAME_NAME}"),
    ("phone", "l.mobile", "l.name_key", f"{_NUMBERS} CROSS JOIN leads l ON l.mobile = k.number AND {_SAME_NAME}"),
    ("e-mail", "l.email", "''",
     "(SELECT DISTINCT email FROM temp.kin WHERE email IS NOT NULL) k CROSS JOIN leads l ON l.email = k.email"),
)  # fmt: skip

_OWN_TABLES = {
    "free": "firm TEXT PRIMARY KEY",
    "firms": "firm TEXT PRIMARY KEY",
    "kin": "lead_id INTEGER PRIMARY KEY, email, phone, mobile, name_key, company, state",
}


class Cases(Tables):
    def of(
        self, condition: str, parameters: Parameters, steps: Sequence[Rule], at: str, *, marked: bool = False
    ) -> Iterator[Case]:
        """The leads of a condition as these rules need them, by number; `at` is now.

        Nothing more is read than the rules ask for. `marked`: only those that `closer` found have anything in common.
        """
        self._make()
        kinds = {rule.kind for rule in steps}
        wanted = {wish.field for rule in steps for wish in rule.wishes}
        knows = rules.STICKY in kinds
        checks, own = self._checks() if rules.HOLD in kinds else ({}, {})
        columns = [
            f"l.id, {PLACE}",
            _OWNER if rules.OWNER in kinds else "NULL",
            _LOST if self.value("SELECT EXISTS (SELECT 1 FROM assignments WHERE taken_from IS NOT NULL)") else "NULL",
            _ENTERED if rules.HOLD in kinds else "NULL",
            SPECIAL if marked else "1",
            ", ".join(f"l.{name}" for name in _KIN) if knows else ", ".join(["NULL"] * len(_KIN)),
            *checks.values(),
        ]
        judged = ""
        more: Parameters = {}
        if wanted:
            columns.append(FIELDS)
            if wanted & set(rules.JUDGED):
                scored, more = Scoring(self.connection).query(at, condition)
                judged = f"JOIN ({scored}) j ON j.lead_id = l.id"
                columns.append("j.temperature, j.score")
        cursor = self.connection.execute(
            f"SELECT {', '.join(columns)} FROM {_FROM} {judged} WHERE {condition} ORDER BY f.lead_id",  # noqa: S608
            {**parameters, **own, **more},
        )
        names = [column[0] for column in cursor.description]
        lacks = list(checks)
        for row in cursor:
            case = Case(row[0], row[1:7], row[7])
            if row[8]:
                case.lost = [int(rep) for rep in row[8].split(",")]
            if row[9]:
                case.entered = from_iso(row[9])
            if knows and row[10]:
                case.keys = sticky.keys(dict(zip(_KIN, row[11:_FIXED], strict=True)))
            if lacks:
                held = row[_FIXED : _FIXED + len(lacks)]
                case.lacking = [name for name, met in zip(lacks, held, strict=True) if not met]
            if wanted:
                case.fields = _fields(names[_FIXED + len(lacks) :], row[_FIXED + len(lacks) :])
            yield case

    def held(self, condition: str, parameters: Parameters) -> dict[sticky.Key, tuple[int, int]]:
        """Who holds the like of these leads: key -> (rep, lead), of several the one who got it last."""
        if not self.value("SELECT EXISTS (SELECT 1 FROM facts WHERE rep_id > 0)"):
            return {}
        self._kin(condition, parameters)
        found: dict[sticky.Key, tuple[int, int]] = {}
        firms = self.value("SELECT EXISTS (SELECT 1 FROM temp.firms)")
        for what, first, second, source in _HELD:
            if what == "firm" and not firms:
                continue  # it would read every address that there is
            cursor = self.connection.execute(
                f"""SELECT {first}, {second}, f.rep_id, f.lead_id FROM {source} CROSS JOIN facts f ON f.lead_id = l.id
                    WHERE f.rep_id IS NOT NULL AND f.lead_id NOT IN (SELECT lead_id FROM temp.kin)
                      AND f.stage_id NOT IN (SELECT id FROM stages WHERE kind = 'junk')
                    ORDER BY f.assigned_at, f.lead_id"""  # noqa: S608 - constants
            )
            found |= {(what, one.casefold(), two): (rep, lead) for one, two, rep, lead in cursor}
        return found

    def closer(self, steps: Sequence[Rule]) -> tuple[str, Parameters] | None:
        """Of which leads, as f and l, a rule before the territory may say something: a condition and its parameters.

        None: of any of them. Puts those that have anything in common with another, or lost a rep, into temp.special.
        """
        if not any(rule.kind == rules.TERRITORY for rule in steps):
            return None
        before: list[Rule] = []
        for rule in steps:
            if any(wish.field in rules.JUDGED for wish in rule.wishes):
                return None
            if rule.kind == rules.TERRITORY:
                if rule.wishes:
                    return None
                break
            if rule.kind not in (rules.OWNER, rules.STICKY) and not rule.wishes:
                return None
            before.append(rule)
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS special (lead_id INTEGER PRIMARY KEY)")
        self.connection.execute("DELETE FROM temp.special")
        conditions, parameters = list[str](), Parameters()
        for rule in before:
            if rule.kind == rules.OWNER:
                conditions.append("l.owner IS NOT NULL")
            elif rule.kind == rules.STICKY:
                self._known_again()
            else:
                met, own = self._meets(rule)
                conditions.append(f"coalesce({met}, 0)")
                parameters |= own
        self.connection.execute(
            """INSERT OR IGNORE INTO temp.special
               SELECT lead_id FROM assignments WHERE taken_from IS NOT NULL AND removed_by IS NULL"""
        )
        if self.value("SELECT EXISTS (SELECT 1 FROM temp.special)"):
            conditions.append(SPECIAL)
        return f"({' OR '.join(conditions) or '0'})", parameters

    def pick(self, leads: Iterable[int]) -> None:
        """Say which leads PICKED means."""
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS picked (lead_id INTEGER PRIMARY KEY)")
        self.connection.execute("DELETE FROM temp.picked")
        self.connection.executemany("INSERT OR IGNORE INTO temp.picked VALUES (?)", ((lead,) for lead in leads))

    def _meets(self, rule: Rule) -> tuple[str, Parameters]:
        judging = Judging(self.connection)
        parameters: Parameters = {}
        tests = []
        for place, wish in enumerate(rule.wishes):
            sql, own = judging.wish(wish, 1000 * rule.number + place)
            tests.append(sql)
            parameters |= own
        return " AND ".join(tests), parameters

    def _checks(self) -> tuple[dict[str, str], Parameters]:
        return Qualifying(self.connection).checks(Scoring(self.connection).ideal())

    def _known_again(self) -> None:
        """Mark every lead that has a key of sticky.py, or what looks like one, that another lead has, too."""
        self._free()
        for column in ("email", "phone", "mobile", "company COLLATE NOCASE"):
            name = column.partition(" ")[0]
            if not self._is_twice(column, name):
                continue
            self.connection.execute(
                f"""INSERT OR IGNORE INTO temp.special
                    SELECT l.id FROM (SELECT {column} AS twice FROM leads WHERE {name} IS NOT NULL
                                      GROUP BY {column} HAVING count(*) > 1) k
                    CROSS JOIN leads l ON l.{column} = k.twice"""  # noqa: S608 - constants
            )
        self.connection.execute(
            """INSERT OR IGNORE INTO temp.special
               SELECT l.id FROM leads l CROSS JOIN leads o ON o.phone = l.mobile AND o.id <> l.id
               UNION ALL SELECT o.id FROM leads l CROSS JOIN leads o ON o.phone = l.mobile AND o.id <> l.id"""
        )
        self._empty("firms")
        self.connection.execute(
            f"""INSERT INTO temp.firms
                SELECT {_FIRM} FROM leads l WHERE l.email IS NOT NULL AND {_FIRM} NOT IN (SELECT firm FROM temp.free)
                GROUP BY 1 HAVING count(*) > 1"""  # noqa: S608 - constants
        )
        if self.value("SELECT EXISTS (SELECT 1 FROM temp.firms)"):
            self.connection.execute(
                f"""INSERT OR IGNORE INTO temp.special SELECT l.id FROM leads l
                    WHERE l.email IS NOT NULL AND {_FIRM} IN (SELECT firm FROM temp.firms)"""  # noqa: S608 - constants
            )

    def _is_twice(self, column: str, name: str) -> bool:
        """Whether any two leads have the same there, which takes half the time of finding out which."""
        told = self.connection.execute(
            f"""SELECT (SELECT count(*) FROM leads WHERE {name} IS NOT NULL),
                       (SELECT count(DISTINCT {column}) FROM leads WHERE {name} IS NOT NULL)"""  # noqa: S608
        ).fetchone()
        return bool(told[0] > told[1])

    def _free(self) -> None:
        self._make()
        self.connection.executemany(
            "INSERT OR IGNORE INTO temp.free VALUES (?)", ((domain,) for domain in sticky.free_mail())
        )

    def _kin(self, condition: str, parameters: Parameters) -> None:
        """Put what these leads are known by into temp.kin, and the firms among it into temp.firms."""
        self._free()
        self._empty("kin")
        self._empty("firms")
        kin = ", ".join(f"l.{name}" for name in _KIN)
        self.connection.execute(
            f"INSERT INTO temp.kin SELECT l.id, {kin} FROM {_FROM} WHERE {condition}",  # noqa: S608 - constants
            parameters,
        )
        self.connection.execute(
            f"""INSERT OR IGNORE INTO temp.firms SELECT {_FIRM} FROM temp.kin l
                WHERE l.email IS NOT NULL AND {_FIRM} NOT IN (SELECT firm FROM temp.free)"""  # noqa: S608 - constants
        )

    def _make(self) -> None:
        """The tables of their own that these questions need.

        They must be there before leads are read one by one: a new table ends every SELECT that is still being read and
        has a subquery to open.
        """
        for table, columns in _OWN_TABLES.items():
            self.connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} ({columns})")

    def _empty(self, table: str) -> None:
        self.connection.execute(f"DELETE FROM temp.{table}")  # noqa: S608 - constants


def _fields(names: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    import json

    fields = dict(zip(names, values, strict=True))
    fields["custom"] = json.loads(fields["custom"]) if fields["custom"] else {}
    return fields
