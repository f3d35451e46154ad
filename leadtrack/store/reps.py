"""The team: reps and their regions."""

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Row, Tables


class Reps(Tables):
    def all(self) -> list[Row]:
        """By name; id, name, email, region."""
        return self.rows(
            """SELECT r.id, r.name, r.email, g.name AS region FROM reps r LEFT JOIN regions g ON g.id = r.region_id
               WHERE r.removed_by IS NULL ORDER BY r.name, r.id"""
        )

    def holding(self) -> list[Row]:
        """The same with leads: how many each has now, for which every lead is looked at."""
        return self.rows(
            """SELECT r.id, r.name, r.email, g.name AS region,
                      (SELECT count(*) FROM facts f WHERE f.rep_id = r.id AND f.rep_id > 0) AS leads
               FROM reps r LEFT JOIN regions g ON g.id = r.region_id
               WHERE r.removed_by IS NULL ORDER BY r.name, r.id"""
        )

    def names(self) -> dict[int, str]:
        """The name of everybody on the team, by number."""
        return dict(self.connection.execute("SELECT id, name FROM reps WHERE removed_by IS NULL").fetchall())

    def named(self, text: str) -> list[Row]:
        """Who answers to a name or an e-mail address exactly (case aside); failing that, to a part of the name."""
        if not text:
            return []
        exact = self._answering("(r.name = :text OR r.email = :text)", text)
        return exact or self._answering("instr(lower(r.name), lower(:text)) > 0", text)

    def _answering(self, condition: str, text: str) -> list[Row]:
        return self.rows(
            f"""SELECT r.id, r.name, r.email, r.region_id, g.name AS region, r.left_at
                FROM reps r LEFT JOIN regions g ON g.id = r.region_id
                WHERE r.removed_by IS NULL AND {condition} ORDER BY r.name""",  # noqa: S608 - two constants above
            {"text": text},
        )

    def add(self, batch: Batch, name: str, email: str | None, region: int | None) -> int:
        return batch.insert("reps", {"name": name, "email": email, "region_id": region})

    def regions(self) -> list[Row]:
        """By name; id, name, manager, reps (how many)."""
        return self.rows(
            """SELECT g.id, g.name, m.name AS manager,
                      (SELECT count(*) FROM reps r WHERE r.region_id = g.id AND r.removed_by IS NULL) AS reps
               FROM regions g LEFT JOIN reps m ON m.id = g.manager_id
               WHERE g.removed_by IS NULL ORDER BY g.name"""
        )

    def team(self) -> list[Row]:
        """Everybody as assignment sees them: id, name, region_id, weight, per_day, open_most, days, hours, holidays,
        zone, left_at, and since: the batch in which the rep joined or last changed weight or region."""
        return self.rows(
            """SELECT r.id, r.name, r.region_id, r.weight, r.per_day, r.open_most, r.days, r.hours, r.holidays, r.zone,
                      r.left_at,
                      max(r.batch_id, coalesce((SELECT max(c.batch_id) FROM changes c
                                                WHERE c.table_name = 'reps' AND c.row_id = r.id
                                                  AND c.field IN ('weight', 'region_id', 'left_at')), 0)) AS since
               FROM reps r WHERE r.removed_by IS NULL ORDER BY r.name, r.id"""
        )

    def absences(self, rep: int | None = None) -> list[Row]:
        """Of a rep, or of all, the earliest first: absence, rep_id, rep, from_at, until_at, cover_id, cover, reason."""
        return self.rows(
            """SELECT a.id AS absence, a.rep_id, r.name AS rep, a.from_at, a.until_at, a.cover_id, c.name AS cover,
                      a.reason
               FROM absences a JOIN reps r ON r.id = a.rep_id LEFT JOIN reps c ON c.id = a.cover_id
               WHERE a.removed_by IS NULL AND (:rep IS NULL OR a.rep_id = :rep) ORDER BY a.from_at, a.id""",
            {"rep": rep},
        )

    def got_since(self, at: str) -> dict[int, int]:
        """How many leads each rep got since an instant, by whatever way: rep -> leads."""
        found = self.connection.execute(
            """SELECT rep_id, count(*) FROM assignments
               WHERE batch_id >= coalesce((SELECT min(id) FROM batches WHERE at >= :at), 9e18) AND at >= :at
                 AND rep_id IS NOT NULL AND removed_by IS NULL GROUP BY rep_id""",
            {"at": at},
        )
        return dict(found.fetchall())

    def open_leads(self, rep: int) -> int:
        """How many open leads a rep has; those that are nurtured are none."""
        return int(
            self.value(
                """SELECT count(*) FROM facts WHERE rep_id = :rep AND rep_id > 0
                   AND stage_id IN (SELECT id FROM stages WHERE kind = 'open')""",
                {"rep": rep},
            )
        )

    def alive(self, rep: int) -> list[int]:
        """The leads of a rep that are neither won, lost nor junk, by number."""
        found = self.connection.execute(
            """SELECT lead_id FROM facts WHERE rep_id = :rep AND rep_id > 0
               AND stage_id IN (SELECT id FROM stages WHERE kind IN ('open', 'nurture')) ORDER BY lead_id""",
            {"rep": rep},
        )
        return [lead for (lead,) in found]

    def having(self, condition: str) -> dict[int, int]:
        """How many of the leads of a condition of store/cases.py each rep has: rep -> leads."""
        found = self.connection.execute(
            f"SELECT f.rep_id, count(*) FROM facts f WHERE {condition} AND f.rep_id IS NOT NULL GROUP BY 1"  # noqa: S608
        )
        return dict(found.fetchall())

    def promised(self, rep: int) -> list[Row]:
        """A rep's open reminders: reminder, lead."""
        return self.rows(
            """SELECT d.id AS reminder, d.lead_id AS lead FROM reminders d
               WHERE d.rep_id = :rep AND d.done_at IS NULL AND d.removed_by IS NULL ORDER BY d.id""",
            {"rep": rep},
        )

    def region_named(self, name: str) -> int | None:
        found: int | None = self.value(
            "SELECT id FROM regions WHERE name = :name AND removed_by IS NULL", {"name": name}
        )
        return found

    def region_name(self, number: int) -> str:
        return str(self.value("SELECT name FROM regions WHERE id = :id", {"id": number}))

    def manager(self, rep: int) -> Row | None:
        """Who is told what a rep leaves undone: id, name."""
        return self.row(
            """SELECT m.id, m.name FROM reps r JOIN regions g ON g.id = r.region_id JOIN reps m ON m.id = g.manager_id
               WHERE r.id = :rep AND m.removed_by IS NULL AND m.left_at IS NULL""",
            {"rep": rep},
        )

    def region(self, batch: Batch, name: str) -> int:
        """The number of the region of that name, made where it is missing."""
        found = self.value("SELECT id FROM regions WHERE name = :name AND removed_by IS NULL", {"name": name})
        return int(found) if found else batch.insert("regions", {"name": name})

    def wanted(self, rep: int | None, region: int | None) -> list[str]:
        """The names of those on the team, of one of them or of a region."""
        return [
            row["name"]
            for row in self.rows(
                """SELECT name FROM reps WHERE removed_by IS NULL AND (:rep IS NULL OR id = :rep)
                   AND (:region IS NULL OR region_id = :region) ORDER BY name""",
                {"rep": rep, "region": region},
            )
        ]
