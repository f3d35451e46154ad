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
                      (SELECT count(*) FROM facts f WHERE f.rep_id = r.id) AS leads
               FROM reps r LEFT JOIN regions g ON g.id = r.region_id
               WHERE r.removed_by IS NULL ORDER BY r.name, r.id"""
        )

    def named(self, text: str) -> list[Row]:
        """Who answers to a name or an e-mail address exactly (case aside); failing that, to a part of the name."""
        if not text:
            return []
        exact = self._answering("(r.name = :text OR r.email = :text)", text)
        return exact or self._answering("instr(lower(r.name), lower(:text)) > 0", text)

    def _answering(self, condition: str, text: str) -> list[Row]:
        return self.rows(
            f"""SELECT r.id, r.name, r.email, r.region_id, g.name AS region
                FROM reps r LEFT JOIN regions g ON g.id = r.region_id
                WHERE r.removed_by IS NULL AND {condition} ORDER BY r.name""",  # noqa: S608 - two constants above
            {"text": text},
        )

    def add(self, batch: Batch, name: str, email: str | None, region: int | None) -> int:
        return batch.insert("reps", {"name": name, "email": email, "region_id": region})

    def regions(self) -> list[Row]:
        """By name; id, name, reps (how many)."""
        return self.rows(
            """SELECT g.id, g.name,
                      (SELECT count(*) FROM reps r WHERE r.region_id = g.id AND r.removed_by IS NULL) AS reps
               FROM regions g WHERE g.removed_by IS NULL ORDER BY g.name"""
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
