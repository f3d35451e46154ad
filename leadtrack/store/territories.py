"""Who covers which place."""

from collections.abc import Iterable, Iterator, Sequence

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import AREA, COUNTRY, Row, Tables

# What assignment needs of a claim; a rep who left the team covers nothing.
_CLAIMS = """
SELECT t.country, t.unit, t.value, t.rep_id, r.name, t.batch_id, t.excluded
FROM territories t JOIN reps r ON r.id = t.rep_id
WHERE t.removed_by IS NULL AND r.removed_by IS NULL AND r.left_at IS NULL
"""

_OF_A_ZIP = "t.country = 'US' AND t.unit = 'zip'"

Claimed = tuple[str, str, str, int, str, int, int]


class Territories(Tables):
    def all(self) -> list[Row]:
        """By rep and place; territory, rep, region, country, unit, value, excluded."""
        return self.rows(
            """SELECT t.id AS territory, r.name AS rep, g.name AS region, t.country, t.unit, t.value, t.excluded
               FROM territories t JOIN reps r ON r.id = t.rep_id LEFT JOIN regions g ON g.id = r.region_id
               WHERE t.removed_by IS NULL AND r.removed_by IS NULL ORDER BY r.name, t.unit, t.value"""
        )

    def claims(self, *, zips: bool = True) -> Iterator[Claimed]:
        """Country, unit, value, rep, the rep's name, the batch since which the rep covers it, excluded.

        Without `zips` those on the ZIPs of the United States are left out.
        """
        some = "" if zips else f"AND NOT ({_OF_A_ZIP})"
        return iter(self.connection.execute(f"{_CLAIMS} {some} ORDER BY r.name, t.id"))

    def by_zip(self) -> dict[str, int | None] | None:
        """ZIP of the United States -> the rep who covers it, None where several do; None where anything is excluded."""
        if self.value("SELECT EXISTS (SELECT 1 FROM territories WHERE excluded AND removed_by IS NULL)"):
            return None
        found = self.connection.execute(
            f"""SELECT value, iif(count(*) = 1, min(rep_id), NULL) FROM ({_CLAIMS} AND {_OF_A_ZIP})
                GROUP BY value"""  # noqa: S608 - constants
        )
        return dict(found.fetchall())

    def claims_on(self, places: Sequence[tuple[str, str, str]]) -> Iterator[Claimed]:
        """The same of these (country, unit, value) only; of counties and cities, which are spelled in many ways, all
        that lie in the same countries.
        """
        by_name = sorted({country for country, unit, _ in places if unit in ("county", "city")})
        plain = [place for place in places if place[1] not in ("county", "city")]
        sql = f"""{_CLAIMS} AND (
            (t.country, t.unit, t.value) IN (VALUES {", ".join(["(?, ?, ?)"] * len(plain)) or "(0, 0, 0)"})
            OR t.unit IN ('county', 'city') AND t.country IN ({", ".join("?" * len(by_name))})
        ) ORDER BY r.name, t.id"""
        return iter(self.connection.execute(sql, [*(part for place in plain for part in place), *by_name]))

    def orphans(self) -> list[Row]:
        """What reps cover who are not on the team any more; country, unit, value, rep."""
        return self.rows(
            """SELECT t.country, t.unit, t.value, r.name AS rep FROM territories t JOIN reps r ON r.id = t.rep_id
               WHERE t.removed_by IS NULL AND (r.removed_by IS NOT NULL OR r.left_at IS NOT NULL)
                 AND NOT t.excluded ORDER BY r.name, t.id"""
        )

    def held(self, rep: int) -> list[Row]:
        """What one rep covers, the exceptions, too; territory (its number), country, unit, value, excluded."""
        return self.rows(
            """SELECT id AS territory, country, unit, value, excluded FROM territories
               WHERE rep_id = :rep AND removed_by IS NULL ORDER BY id""",
            {"rep": rep},
        )

    def add_all(self, batch: Batch, claims: Iterable[tuple[int, str, str, str, int]]) -> int:
        """Write (rep, country, unit, value, excluded) where they do not stand yet; returns how many were new."""
        before = self.connection.total_changes
        self.connection.executemany(
            """INSERT INTO territories (rep_id, country, unit, value, excluded, batch_id) VALUES (?, ?, ?, ?, ?, ?)
               ON CONFLICT (country, unit, value, rep_id) WHERE removed_by IS NULL DO NOTHING""",
            ((*claim, batch.id) for claim in claims),
        )
        new = self.connection.total_changes - before
        batch.touched += new
        return new

    def remove(self, batch: Batch, territories: Iterable[int]) -> None:
        """End claims; undo brings them back."""
        for territory in territories:
            batch.update("territories", territory, {"removed_by": batch.id})

    def recent(self, since: str) -> list[tuple[str, str, str, str, str, str, int]]:
        """Where the leads came from that were created since a UTC instant: a place as in assignments.waiting, leads."""
        return self.connection.execute(
            f"""SELECT {PLACE}, count(*) FROM facts f JOIN leads l ON l.id = f.lead_id
                WHERE f.created_at >= :since GROUP BY 1, 2, 3, 4, 5, 6""",  # noqa: S608 - constants
            {"since": since},
        ).fetchall()


# The address of a lead, as l: country (see COUNTRY), state, county, city, postal code, and where there is none the area
# code of an American telephone; "" where empty.
PLACE = f"""
coalesce({COUNTRY}, ''), coalesce(l.state, ''), coalesce(l.county, ''), coalesce(l.city, ''),
coalesce(l.postal_code, ''), coalesce({AREA}, '')
"""
