"""Which lead went to whom, when, and why."""

from collections.abc import Iterable
from contextlib import nullcontext
from typing import TYPE_CHECKING

from leadtrack.store.batches import Batch, assignments_of
from leadtrack.store.scoring import Scoring
from leadtrack.store.sqlite import Row, Tables
from leadtrack.store.territories import PLACE

if TYPE_CHECKING:
    from leadtrack.assignment import Decision

# Open leads, as f; those that wait for a rep, all of them or those in temp.picked.
ALIVE = "f.stage_id IN (SELECT id FROM stages WHERE kind IN ('open', 'nurture'))"
WAITING = f"f.rep_id IS NULL AND {ALIVE} AND (:all OR f.lead_id IN (SELECT lead_id FROM temp.picked))"  # noqa: S608

# The same where many of all leads wait (`wait_mostly`): the + has SQLite read the leads as they stand, and not by the
# index of those that wait.
WAITING_MOSTLY = f"+{WAITING}"

# From so many turns on, their index is made anew instead of being added to.
MANY = 100_000

# Nothing comes before the owner that a sheet names.
_OWNER_FIRST = """'owner' = (SELECT iif(conditions = '[]', kind, '') FROM rules WHERE removed_by IS NULL
                             ORDER BY position, id LIMIT 1)"""


class Assignments(Tables):
    def pick(self, leads: Iterable[int] | None) -> dict[str, bool]:
        """Say which leads are meant, None being all; returns the parameters of the questions that follow."""
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS picked (lead_id INTEGER PRIMARY KEY)")
        self.connection.execute("DELETE FROM temp.picked")
        if leads is not None:
            self.connection.executemany("INSERT OR IGNORE INTO temp.picked VALUES (?)", ((lead,) for lead in leads))
        return {"all": leads is None}

    def last(self) -> int:
        """The number of the newest assignment."""
        return int(self.value("SELECT coalesce(max(id), 0) FROM assignments"))

    def wait_many(self, picked: dict[str, bool], many: int) -> bool:
        """Whether at least so many leads wait."""
        counted = self.value(
            f"SELECT count(*) FROM (SELECT 1 FROM facts f WHERE {WAITING} LIMIT :many)",  # noqa: S608 - constants
            {**picked, "many": many},
        )
        return bool(counted >= many)

    def wait_mostly(self, picked: dict[str, bool]) -> bool:
        """Whether more than a quarter of all leads wait, closed ones that have no rep among them."""
        counted, all_leads = self.connection.execute(
            """SELECT (SELECT count(*) FROM facts
                       WHERE rep_id IS NULL AND (:all OR lead_id IN (SELECT lead_id FROM temp.picked))),
                      (SELECT count(*) FROM facts)""",
            picked,
        ).fetchone()
        return bool(4 * counted > all_leads)

    def any_waiting(self) -> bool:
        return bool(
            self.value(
                """SELECT EXISTS (SELECT 1 FROM facts f JOIN stages s ON s.id = f.stage_id
                                  WHERE f.rep_id IS NULL AND s.kind IN ('open', 'nurture'))"""
            )
        )

    def waiting_count(self) -> int:
        """How many open leads have no rep."""
        return int(
            self.value(
                """SELECT count(*) FROM facts f JOIN stages s ON s.id = f.stage_id
                   WHERE f.rep_id IS NULL AND s.kind IN ('open', 'nurture')"""
            )
        )

    def where(self, lead: int) -> tuple[str, str, str, str, str, str]:
        """The address of one lead as in `waiting`."""
        found: tuple[str, str, str, str, str, str] = self.connection.execute(
            f"SELECT {PLACE} FROM leads l WHERE l.id = :lead",  # noqa: S608 - constants
            {"lead": lead},
        ).fetchone()
        return found

    def turns(self, pool: str, since: int) -> dict[int, int]:
        """How many turns each rep had in a pool since a batch: rep -> turns."""
        found = self.connection.execute(
            """SELECT turn_rep_id, count(*) FROM assignments
               WHERE turn = :pool AND batch_id > :since AND removed_by IS NULL GROUP BY turn_rep_id""",
            {"pool": pool, "since": since},
        )
        return dict(found.fetchall())

    def every_turn(self) -> dict[str, list[tuple[int, int, int]]]:
        """All turns there ever were, for who asks of many pools: pool -> [(rep, batch, turns)]."""
        every: dict[str, list[tuple[int, int, int]]] = {}
        for pool, *had in self.connection.execute(
            """SELECT turn, turn_rep_id, batch_id, count(*) FROM assignments
               WHERE turn IS NOT NULL AND removed_by IS NULL GROUP BY turn, turn_rep_id, batch_id"""
        ):
            every.setdefault(pool, []).append((had[0], had[1], had[2]))
        return every

    def give(self, batch: Batch, decisions: "Iterable[Decision]", *, of: int | None = None) -> int:
        """Write decisions for leads that still belong to the rep `of` (None: to nobody); returns for how many."""
        self.make_room()
        self.connection.execute(
            """CREATE TEMP TABLE IF NOT EXISTS decisions (lead_id INTEGER PRIMARY KEY, rep_id INTEGER, rule TEXT,
               reason TEXT, turn TEXT, turn_rep_id INTEGER)"""
        )
        self.connection.execute("DELETE FROM temp.decisions")
        self.connection.executemany("INSERT INTO temp.decisions VALUES (?, ?, ?, ?, ?, ?)", decisions)
        scored, judged = Scoring(self.connection).query(
            batch.at, "f.lead_id IN (SELECT lead_id FROM temp.decisions) AND f.rep_id IS :of"
        )
        # turns are written all over their index: many are put into it faster all at once
        turns = self.value("SELECT count(turn) FROM temp.decisions")
        with self.aside("assignments_turn") if turns >= MANY else nullcontext():
            given = self.connection.execute(
                f"""INSERT INTO assignments (lead_id, rep_id, at, rule, reason, turn, turn_rep_id, score, temperature,
                                             batch_id)
                    SELECT d.lead_id, d.rep_id, :at, d.rule, d.reason, d.turn, d.turn_rep_id, j.score, j.temperature,
                           :batch
                    FROM ({scored}) j CROSS JOIN temp.decisions d ON d.lead_id = j.lead_id
                    ORDER BY d.lead_id""",  # noqa: S608 - made of constants and parameters
                {"at": batch.at, "batch": batch.id, "of": of, **judged},
            ).rowcount
        batch.touched += given
        return given

    def give_owners(self, batch: Batch) -> list[Row]:
        """Give leads that this batch made to the rep that their owner column names, where that is the first rule.

        Returns the owners that are no reps; owner, leads.
        """
        scored, judged = Scoring(self.connection).query(
            batch.at, f"l.batch_id = :batch AND l.owner IS NOT NULL AND {_OWNER_FIRST}"
        )
        cursor = self.connection.execute(
            f"""INSERT INTO assignments (lead_id, rep_id, at, rule, reason, score, temperature, batch_id)
                SELECT l.id, min(r.id), :at, 'owner', 'the sheet names ' || l.owner || ' as owner',
                       j.score, j.temperature, :batch
                FROM ({scored}) j JOIN leads l ON l.id = j.lead_id
                JOIN reps r ON (r.name = l.owner OR r.email = l.owner)
                           AND r.removed_by IS NULL AND r.left_at IS NULL
                GROUP BY l.id""",  # noqa: S608 - made of constants and parameters
            {"at": batch.at, "batch": batch.id, **judged},
        )
        batch.touched += cursor.rowcount
        return self.rows(
            """SELECT l.owner, count(*) AS leads FROM leads l JOIN facts f ON f.lead_id = l.id
               WHERE l.batch_id = :batch AND l.owner IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM reps r
                                 WHERE (r.name = l.owner OR r.email = l.owner)
                                   AND r.removed_by IS NULL AND r.left_at IS NULL)
               GROUP BY l.owner ORDER BY count(*) DESC, l.owner""",
            {"batch": batch.id},
        )

    def given_in(self, batch: int) -> dict[str, int]:
        """How many leads each rep was given in a batch so far: name -> leads."""
        found = self.connection.execute(
            f"""SELECT r.name, count(*) FROM assignments a JOIN reps r ON r.id = a.rep_id
                WHERE {assignments_of(":batch")} GROUP BY r.id ORDER BY r.name""",  # noqa: S608 - constants
            {"batch": batch},
        )
        return dict(found.fetchall())

    def unknown_owners(self) -> list[Row]:
        """The same of the rows that wait to become leads."""
        return self.rows(
            """SELECT i.owner, count(*) AS leads FROM temp.incoming i
               WHERE i.first IS NULL AND i.lead IS NULL AND i.owner IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM reps r
                                 WHERE (r.name = i.owner OR r.email = i.owner)
                                   AND r.removed_by IS NULL AND r.left_at IS NULL)
               GROUP BY i.owner ORDER BY count(*) DESC, i.owner"""
        )

    def hand(
        self,
        batch: Batch,
        lead: int,
        rep: int | None,
        reason: str,
        *,
        rule: str = "hand",
        taken_from: int | None = None,
        at: str | None = None,
    ) -> None:
        """Give one lead to a rep, whoever has it now; None for nobody. `taken_from` does not get it by a rule again.

        `at` says since when, if not now.
        """
        batch.insert(
            "assignments",
            {
                "lead_id": lead, "rep_id": rep, "at": at or batch.at, "rule": rule, "reason": reason, "turn": None,
                "taken_from": taken_from, **Scoring(self.connection).kept(lead, at or batch.at),
            },
        )  # fmt: skip

    def last_given(self, lead: int) -> str:
        """When a lead was last given to a rep, or taken from one; "" if never."""
        found = self.value(
            "SELECT max(at) FROM assignments WHERE lead_id = :lead AND removed_by IS NULL", {"lead": lead}
        )
        return str(found or "")

    def of(self, lead: int) -> list[Row]:
        """Oldest first; at, rep, reason, actor, and the score and temperature that the lead had then."""
        return self.rows(
            """SELECT a.at, r.name AS rep, a.reason, b.actor, a.score, a.temperature
               FROM assignments a LEFT JOIN reps r ON r.id = a.rep_id JOIN batches b ON b.id = a.batch_id
               WHERE a.lead_id = :lead AND a.removed_by IS NULL ORDER BY a.at, a.id""",
            {"lead": lead},
        )
