"""Leads that are given all at once, because their ZIP alone says who gets them or that nobody does."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from leadtrack.store.assignments import WAITING, WAITING_MOSTLY
from leadtrack.store.batches import Batch
from leadtrack.store.scoring import Scoring
from leadtrack.store.sqlite import COUNTRY, Tables
from leadtrack.store.territories import PLACE

# Of which leads the ZIP decides, with whom it names as c; the rest of the address does not say otherwise.
_BY_ZIP = "CROSS JOIN temp.covers c ON c.number = CAST(l.postal_code AS INTEGER) AND c.zip = l.postal_code"
_LIES_THERE = f"""ifnull({COUNTRY}, :home) = 'US'
    AND (l.state IS NULL OR l.state = c.state) AND (l.county IS NULL OR l.county = c.county)"""

# Leads, as f, of which no ZIP says that nobody gets them.
UNDECIDED = "f.lead_id NOT IN (SELECT lead_id FROM temp.unclaimed)"

_OWN_TABLES = {
    # few bytes a row, so that the processor has all of them at hand
    "covers": "number INTEGER PRIMARY KEY, rep_id INTEGER, state TEXT, zip TEXT, county TEXT, reason TEXT",
    "unclaimed": "lead_id INTEGER PRIMARY KEY, place TEXT",
}

Closer = tuple[str, Mapping[str, object]]


class Covers(Tables):
    """`picked` is what Assignments.pick gave, `home` the country of an address that names none, `closer` the condition
    of Cases.closer: which leads are left to a closer look, beside those whose address says another state or county than
    their ZIP does.
    """

    def lay_out(self, covers: Iterable[tuple[str, str, str | None, int | None, str | None]]) -> None:
        """Say which ZIPs alone decide: (ZIP, state, county, rep, reason), the last two None where nobody gets it; the
        reason None, too, where the rep covers that very ZIP.
        """
        for table, columns in _OWN_TABLES.items():
            self.connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} ({columns})")
            self.connection.execute(f"DELETE FROM temp.{table}")  # noqa: S608 - constants
        self.connection.executemany(
            "INSERT INTO temp.covers VALUES (?1, ?4, ?2, ?1, ?3, ?5)",  # 01201 is found by the number 1201
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

    def give(self, batch: Batch, picked: dict[str, bool], home: str, closer: Closer, *, mostly: bool) -> int:
        """Give all waiting leads whose ZIP alone decides to its rep, by their numbers; returns how many.

        `mostly` as Assignments.wait_mostly says.
        """
        self.make_room()
        own = "ifnull(c.reason, 'covers ZIP ' || c.zip)"  # as assignment.reason says it
        scored, judged = Scoring(self.connection).query(
            batch.at,
            # who was tried in this very second has been answered already: such leads are left to a closer look, too
            f"""{WAITING_MOSTLY if mostly else WAITING} AND c.rep_id IS NOT NULL AND {_LIES_THERE} AND NOT {closer[0]}
                AND ifnull(f.last_attempt_at, '') < :judged_at ORDER BY f.lead_id""",
            joins=_BY_ZIP,
            also={"rep_id": "c.rep_id", "reason": own},
        )
        given = self.connection.execute(
            f"""INSERT INTO assignments (lead_id, rep_id, at, rule, reason, score, temperature, batch_id)
                SELECT lead_id, rep_id, :at, 'territory', reason, score, temperature, :batch FROM ({scored})""",  # noqa: S608
            {"at": batch.at, "batch": batch.id, **picked, "home": home, **closer[1], **judged},
        ).rowcount
        batch.touched += given
        return given

    def leave(self, picked: dict[str, bool], home: str, closer: Closer) -> Counter[tuple[str, ...]]:
        """Find the leads that still wait, and whose ZIP says that nobody gets them; returns place -> leads."""
        self.connection.execute(
            f"""INSERT INTO temp.unclaimed
                SELECT f.lead_id, json_array({PLACE}) FROM facts f CROSS JOIN leads l ON l.id = f.lead_id {_BY_ZIP}
                WHERE {WAITING} AND c.rep_id IS NULL AND {_LIES_THERE} AND NOT {closer[0]}""",  # noqa: S608 - constants
            {**picked, "home": home, **closer[1]},
        )
        found = Counter(place for (place,) in self.connection.execute("SELECT place FROM temp.unclaimed"))
        return Counter({tuple(json.loads(place)): leads for place, leads in found.items()})

    def put_away(self) -> None:
        """Forget what was decided: the commit would write that, too."""
        self.connection.execute("DROP TABLE temp.unclaimed")
