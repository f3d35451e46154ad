"""Which lead went to whom, when, and why."""

from collections.abc import Iterable, Iterator

from leadtrack.store.batches import Batch
from leadtrack.store.scoring import Scoring
from leadtrack.store.sqlite import Row, Tables


class Assignments(Tables):
    def waiting(self, leads: Iterable[int] | None = None) -> Iterator[tuple[int, str, str, str, str, str]]:
        """Leads without a rep, oldest number first: lead, country, state, county, city, ZIP ("" where empty)."""
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS picked (lead_id INTEGER PRIMARY KEY)")
        self.connection.execute("DELETE FROM temp.picked")
        if leads is not None:
            self.connection.executemany("INSERT OR IGNORE INTO temp.picked VALUES (?)", ((lead,) for lead in leads))
        return iter(
            self.connection.execute(
                """SELECT l.id, coalesce(l.country, ''), coalesce(l.state, ''), coalesce(l.county, ''),
                          coalesce(l.city, ''), coalesce(l.postal_code, '')
                   FROM facts f JOIN leads l ON l.id = f.lead_id JOIN stages s ON s.id = f.stage_id
                   WHERE f.rep_id IS NULL AND s.kind IN ('open', 'nurture')
                     AND (:all OR l.id IN (SELECT lead_id FROM temp.picked))
                   ORDER BY l.id""",
                {"all": leads is None},
            )
        )

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

    def where(self, lead: int) -> tuple[str, str, str, str, str]:
        """The address of one lead: country, state, county, city, ZIP ("" where empty)."""
        found = self.connection.execute(
            """SELECT coalesce(country, ''), coalesce(state, ''), coalesce(county, ''), coalesce(city, ''),
                      coalesce(postal_code, '') FROM leads WHERE id = :lead""",
            {"lead": lead},
        ).fetchone()
        return tuple(found)

    def turns(self, pools: Iterable[tuple[str, int]]) -> dict[str, dict[int, int]]:
        """How many turns each rep took in each pool since its team last changed: pool -> {rep: turns}.

        `pools` pairs a pool with the batch in which the last of its reps joined.
        """
        return {
            pool: dict(
                self.connection.execute(
                    """SELECT rep_id, count(*) FROM assignments
                       WHERE turn = :pool AND batch_id > :joined AND removed_by IS NULL GROUP BY rep_id""",
                    {"pool": pool, "joined": joined},
                ).fetchall()
            )
            for pool, joined in pools
        }

    def give(self, batch: Batch, decisions: Iterable[tuple[int, int, str, str | None]]) -> int:
        """Write (lead, rep, reason, turn) for leads that have no rep yet; returns how many that still held for."""
        before = self.connection.total_changes
        scored, judged = Scoring(self.connection).query(batch.at, "f.lead_id = :lead AND f.rep_id IS NULL")
        self.connection.executemany(
            f"""INSERT INTO assignments (lead_id, rep_id, at, rule, reason, turn, score, temperature, batch_id)
                SELECT lead_id, :rep, :at, 'territory', :reason, :turn, score, temperature, :batch
                FROM ({scored})""",  # noqa: S608 - made of constants and parameters
            (
                {"lead": lead, "rep": rep, "at": batch.at, "reason": reason, "turn": turn, "batch": batch.id, **judged}
                for lead, rep, reason, turn in decisions
            ),
        )
        given = self.connection.total_changes - before
        batch.touched += given
        return given

    def give_owners(self, batch: Batch) -> list[Row]:
        """Give leads that this batch made to the rep that their owner column names.

        Returns the owners that are no reps; owner, leads.
        """
        scored, judged = Scoring(self.connection).query(batch.at, "l.batch_id = :batch AND l.owner IS NOT NULL")
        cursor = self.connection.execute(
            f"""INSERT INTO assignments (lead_id, rep_id, at, rule, reason, score, temperature, batch_id)
                SELECT l.id, min(r.id), :at, 'owner', 'the sheet names ' || l.owner || ' as owner',
                       j.score, j.temperature, :batch
                FROM ({scored}) j JOIN leads l ON l.id = j.lead_id
                JOIN reps r ON (r.name = l.owner OR r.email = l.owner) AND r.removed_by IS NULL
                GROUP BY l.id""",  # noqa: S608 - made of constants and parameters
            {"at": batch.at, "batch": batch.id, **judged},
        )
        batch.touched += cursor.rowcount
        return self.rows(
            """SELECT l.owner, count(*) AS leads FROM leads l JOIN facts f ON f.lead_id = l.id
               WHERE l.batch_id = :batch AND l.owner IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM reps r
                                 WHERE (r.name = l.owner OR r.email = l.owner) AND r.removed_by IS NULL)
               GROUP BY l.owner ORDER BY count(*) DESC, l.owner""",
            {"batch": batch.id},
        )

    def unknown_owners(self) -> list[Row]:
        """The same of the rows that wait to become leads."""
        return self.rows(
            """SELECT i.owner, count(*) AS leads FROM temp.incoming i
               WHERE i.seq IS NOT NULL AND i.lead IS NULL AND i.owner IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM reps r
                                 WHERE (r.name = i.owner OR r.email = i.owner) AND r.removed_by IS NULL)
               GROUP BY i.owner ORDER BY count(*) DESC, i.owner"""
        )

    def hand(self, batch: Batch, lead: int, rep: int | None, reason: str, at: str | None = None) -> None:
        """Give one lead to a rep by hand, whoever has it now; `at` says since when, if not now."""
        batch.insert(
            "assignments",
            {
                "lead_id": lead, "rep_id": rep, "at": at or batch.at, "rule": "hand", "reason": reason, "turn": None,
                **Scoring(self.connection).kept(lead, at or batch.at),
            },
        )  # fmt: skip

    def last(self, lead: int) -> str:
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
