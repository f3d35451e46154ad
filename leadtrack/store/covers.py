"""Leads that are given all at once, because their ZIP alone says who gets them or that nobody does."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from leadtrack.store.assignments import WAITING
from leadtrack.store.batches import Batch
from leadtrack.store.scoring import Scoring
from leadtrack.store.sqlite import COUNTRY, Tables, seconds_between
from leadtrack.store.territories import PLACE

# Of which leads the ZIP decides, with whom it names as c; the rest of the address does not say otherwise.
_BY_ZIP = "CROSS JOIN temp.covers c ON c.number = CAST(l.postal_code AS INTEGER) AND c.zip = l.postal_code"
_LIES_THERE = f"""ifnull({COUNTRY}, :home) = 'US'
    AND (l.state IS NULL OR l.state = c.state) AND (l.county IS NULL OR l.county = c.county)"""

# Leads, as f, on which no ZIP has decided.
UNDECIDED = "f.lead_id NOT IN (SELECT lead_id FROM temp.given)"

_OWN_TABLES = {
    "covers": "number INTEGER PRIMARY KEY, zip TEXT, state TEXT, county TEXT, rep_id INTEGER, reason TEXT",
    "waits": "batch_id INTEGER PRIMARY KEY, seconds INTEGER",
    "given": """lead_id INTEGER PRIMARY KEY, rep_id INTEGER, reason TEXT, waited INTEGER, score INTEGER,
                temperature TEXT, place TEXT""",
}

Closer = tuple[str, Mapping[str, object]]


class Covers(Tables):
    """`picked` is what Assignments.pick gave, `home` the country of an address that names none, `closer` the condition
    of Cases.closer: which leads are left to a closer look, beside those whose address says another state or county than
    their ZIP does.
    """

    def lay_out(self, covers: Iterable[tuple[str, str, str | None, int | None, str | None]]) -> None:
        """Say which ZIPs alone decide: (ZIP, state, county, rep, reason), the last two None where nobody gets it."""
        for table, columns in _OWN_TABLES.items():
            self.connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} ({columns})")
            self.connection.execute(f"DELETE FROM temp.{table}")  # noqa: S608 - constants
        self.connection.executemany(
            "INSERT INTO temp.covers VALUES (?1, ?1, ?2, ?3, ?4, ?5)",  # 01201 is found by the number 1201
            covers,
        )

    def zips(self, picked: dict[str, bool]) -> set[str]:
        """The postal codes of the leads that wait."""
        found = self.connection.execute(
            f"SELECT DISTINCT l.postal_code FROM facts f CROSS JOIN leads l ON l.id = f.lead_id WHERE {WAITING}",  # noqa: S608
            picked,
        )
        return {code for (code,) in found if code}

    def decide(self, picked: dict[str, bool], home: str, many: int) -> bool:
        """Whether the ZIP decides on that many waiting leads."""
        counted = self.value(
            f"""SELECT count(*) FROM (SELECT 1 FROM facts f CROSS JOIN leads l ON l.id = f.lead_id {_BY_ZIP}
                                      WHERE {WAITING} AND {_LIES_THERE} LIMIT :many)""",  # noqa: S608 - constants
            {**picked, "home": home, "many": many},
        )
        return bool(counted >= many)

    def give(self, batch: Batch, picked: dict[str, bool], home: str, closer: Closer) -> int:
        """Give all waiting leads whose ZIP alone decides to its rep, in one statement; returns how many.

        What was decided is written into temp.given first, for the facts are told from it, too; a lead that nobody gets
        stands there without a rep.
        """
        self.make_room()
        self.connection.execute(
            f"INSERT INTO temp.waits SELECT id, max(0, {seconds_between('at', ':at')}) FROM batches",  # noqa: S608
            {"at": batch.at},
        )
        condition, parameters = closer
        scored, judged = Scoring(self.connection).query(
            batch.at,
            # who was tried in this very second has been answered already: such leads are left to a closer look, too
            f"{WAITING} AND {_LIES_THERE} AND NOT {condition} AND ifnull(f.last_attempt_at, '') < :judged_at",
            joins=f"{_BY_ZIP} CROSS JOIN temp.waits w ON w.batch_id = l.batch_id",
            also={
                "rep_id": "c.rep_id", "reason": "c.reason", "waited": "w.seconds",
                "place": f"iif(c.rep_id IS NULL, json_array({PLACE}), NULL)",
            },
        )  # fmt: skip
        self.connection.execute(
            f"""INSERT INTO temp.given (lead_id, rep_id, reason, waited, score, temperature, place)
                SELECT lead_id, rep_id, reason, waited, score, temperature, place FROM ({scored})""",  # noqa: S608
            {**picked, "home": home, **parameters, **judged},
        )
        given = self.connection.execute(
            """INSERT INTO assignments (lead_id, rep_id, at, rule, reason, score, temperature, batch_id)
               SELECT lead_id, rep_id, :at, 'territory', reason, score, temperature, :batch FROM temp.given
               WHERE rep_id IS NOT NULL""",
            {"at": batch.at, "batch": batch.id},
        ).rowcount
        batch.touched += given
        return given

    def put_away(self) -> None:
        """Forget what was decided: the commit would write that, too."""
        self.connection.execute("DROP TABLE temp.given")

    def left(self) -> Counter[tuple[str, ...]]:
        """Where the leads are that `give` found nobody for: place -> leads."""
        found = Counter(
            place for (place,) in self.connection.execute("SELECT place FROM temp.given WHERE place IS NOT NULL")
        )
        return Counter({tuple(json.loads(place)): leads for place, leads in found.items()})
