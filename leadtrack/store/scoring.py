"""What score and temperature are computed from, and what was said and kept of them."""

from collections.abc import Mapping

from leadtrack import icp, scoring, temperature
from leadtrack.icp import Wish
from leadtrack.instants import from_iso
from leadtrack.store.batches import Batch
from leadtrack.store.facts import REFUSED, REPLIED
from leadtrack.store.sqlite import Row, Tables
from leadtrack.temperature import Signs

# How an ideal and a requirement see a lead, as l: source and campaign by name.
COLUMNS = {
    "source": "(SELECT x.name FROM sources x WHERE x.id = l.source_id)",
    "campaign": "(SELECT x.name FROM campaigns x WHERE x.id = l.campaign_id)",
}
FIELDS = ", ".join(
    f"{COLUMNS.get(field, f'l.{field}')} AS {field}"
    for field in (*icp.TEXTS, *icp.NUMBERS, "opt_out_email", "opt_out_phone", "custom")
)

# What was known of a lead at an instant, told from what had happened until then.
_THEN = f"""
SELECT l.id AS lead, {FIELDS}, l.name_key, l.source_id, l.created_at,
       (SELECT count(*) FROM activities v
        WHERE v.lead_id = l.id AND v.removed_by IS NULL AND v.at <= :at AND {REPLIED}) AS replies,
       (SELECT max(v.at) FROM activities v
        WHERE v.lead_id = l.id AND v.removed_by IS NULL AND v.at <= :at AND {REPLIED}) AS replied_at,
       (SELECT max(v.at) FROM activities v
        WHERE v.lead_id = l.id AND v.removed_by IS NULL AND v.at <= :at AND {REFUSED}) AS refused_at,
       (SELECT t.temperature FROM temperatures t
        WHERE t.lead_id = l.id AND t.removed_by IS NULL AND t.at <= :at ORDER BY t.at DESC, t.id DESC LIMIT 1) AS told
FROM leads l WHERE l.id = :lead
"""  # noqa: S608 - constants


class Scoring(Tables):
    def ideal(self) -> list[Wish]:
        """The ideal customer, in the order in which it was set."""
        return icp.from_json(self.wishes())

    def wishes(self) -> list[Row]:
        """The same as rows: id, field, custom, wanted (JSON), weight."""
        return self.rows("SELECT id, field, custom, wanted, weight FROM ideals WHERE removed_by IS NULL ORDER BY id")

    def wish(self, batch: Batch, wish: Wish) -> None:
        """Set one condition, over the one that there is of the same field."""
        values = {"custom": int(wish.custom), "wanted": icp.as_json(wish), "weight": wish.weight}
        known = self.wish_of(wish.field)
        if known:
            batch.update("ideals", known, values)
        else:
            batch.insert("ideals", {"field": wish.field, **values})

    def unwish(self, batch: Batch, field: str) -> None:
        batch.update("ideals", self.wish_of(field) or 0, {"removed_by": batch.id})

    def wish_of(self, field: str) -> int | None:
        found: int | None = self.value(
            "SELECT id FROM ideals WHERE field = :field AND removed_by IS NULL", {"field": field}
        )
        return found

    def half_lives(self) -> dict[int, float]:
        """Of every source, in days: number -> half-life."""
        return {
            row["id"]: temperature.half_life(row["name"], row["half_life"])
            for row in self.rows("SELECT id, name, half_life FROM sources")
        }

    def half_life(self, source: int | None) -> float:
        row = self.row("SELECT name, half_life FROM sources WHERE id = :id", {"id": source}) or {}
        return temperature.half_life(row.get("name"), row.get("half_life"))

    def then(self, lead: int, at: str) -> tuple[Row, Signs]:
        """A lead's fields (custom a dict), and the signs of its interest at `at`, a UTC instant."""
        import json

        row = self.row(_THEN, {"lead": lead, "at": at})
        assert row is not None, f"lead {lead} is gone"
        row["custom"] = json.loads(row["custom"]) if row["custom"] else {}
        row["half_life"] = self.half_life(row["source_id"])
        return row, temperature.signs_of(row)

    def at(self, lead: int, at: str) -> scoring.Score:
        """Score and temperature of a lead at an instant."""
        row, signs = self.then(lead, at)
        return scoring.score(self.ideal(), row, signs, from_iso(at))

    def kept(self, lead: int, at: str) -> Row:
        """The same as the columns of a row that keeps them: score, temperature."""
        told = self.at(lead, at)
        return {"score": told.score, "temperature": told.temperature}

    def query(
        self, at: str, condition: str, *, joins: str = "", also: Mapping[str, str] | None = None
    ) -> tuple[str, Row]:
        """The same in SQL for any number of leads at once: a query for lead_id, score, temperature, and its parameters.

        `at` is now; `condition` says of which leads, in terms of `facts f JOIN leads l` and of `joins`; `also` names
        expressions to be told beside.
        """
        from leadtrack.store.judging import Judging

        return Judging(self.connection).scored(
            self.ideal(), self.half_lives(), at, condition, joins=joins, also=also or {}
        )

    def tell(
        self, batch: Batch, lead: int, *, rep: int | None, at: str, temperature: str | None, why: str | None
    ) -> None:
        """What a rep says of a lead; None gives it back to what is computed."""
        batch.insert(
            "temperatures", {"lead_id": lead, "rep_id": rep, "at": at, "temperature": temperature, "reason": why}
        )

    def told(self, lead: int, at: str) -> Row | None:
        """What was said last until an instant: temperature (or None), at, rep, actor, reason."""
        said = [row for row in self.tellings(lead) if row["at"] <= at]
        return said[-1] if said else None

    def tellings(self, lead: int) -> list[Row]:
        """Everything that was said, oldest first; the same columns."""
        return self.rows(
            """SELECT t.temperature, t.at, r.name AS rep, b.actor, t.reason
               FROM temperatures t JOIN batches b ON b.id = t.batch_id LEFT JOIN reps r ON r.id = t.rep_id
               WHERE t.lead_id = :lead AND t.removed_by IS NULL ORDER BY t.at, t.id""",
            {"lead": lead},
        )

    def counted(self, wish: Wish) -> Row:
        """How many leads meet a condition: leads, met, known."""
        from leadtrack.store.judging import Judging

        judging = Judging(self.connection)
        sql, parameters = judging.wish(wish, 0)
        row = self.row(
            f"""SELECT count(*) AS leads, coalesce(sum({sql}), 0) AS met, count({judging.has(wish)}) AS known
                FROM facts f JOIN leads l ON l.id = f.lead_id""",  # noqa: S608 - made of constants and parameters
            parameters,
        )
        assert row is not None
        return row

    # -- what won leads have in common ---------------------------------------------------------------------------------

    def fates(self) -> tuple[int, int, int]:
        """How many leads are won now, how many lost, and how many there are."""
        found = self.connection.execute(
            """SELECT coalesce(sum(s.kind = 'won'), 0), coalesce(sum(s.kind = 'lost'), 0), count(*)
               FROM facts f JOIN stages s ON s.id = f.stage_id"""
        ).fetchone()
        return int(found[0]), int(found[1]), int(found[2])

    def values_that_won(self, field: str, *, closed: bool) -> list[tuple[str, int, int]]:
        """Of a text field, each value in one of its spellings, of all leads or the `closed`: (value, won, leads)."""
        assert field in icp.TEXTS
        has = COLUMNS.get(field, f"l.{field}")
        return self.connection.execute(
            f"""SELECT {has} AS has, sum(s.kind = 'won'), count(*) {_FATES} AND {has} <> ''
                GROUP BY lower({has})""",
            {"closed": closed},
        ).fetchall()

    def figures_that_won(self, field: str, *, closed: bool) -> list[tuple[float, bool]]:
        """Of a figure, what each of these leads has: (figure, won)."""
        assert field in icp.NUMBERS
        found = self.connection.execute(
            f"SELECT l.{field}, s.kind = 'won' {_FATES} AND l.{field} IS NOT NULL",
            {"closed": closed},
        )
        return [(figure, bool(won)) for figure, won in found]

    def customs_that_won(self, *, closed: bool) -> list[tuple[str, str, int, int]]:
        """Of every custom field, each value of these leads: (header, value, won, leads)."""
        return self.connection.execute(
            f"""SELECT j.key, j.value, sum(s.kind = 'won'), count(*)
                {_FATES.replace("WHERE", ", json_each(l.custom) j WHERE l.custom IS NOT NULL AND j.value <> '' AND")}
                GROUP BY j.key, lower(j.value)""",
            {"closed": closed},
        ).fetchall()

    def frequent(self, wish: Wish, most: int) -> list[tuple[str, int]]:
        """What leads have instead of what is wished, the most frequent first: (value, leads)."""
        from leadtrack.store.judging import Judging

        has = Judging(self.connection).has(wish)
        return self.connection.execute(
            f"""SELECT {has} AS has, count(*) FROM facts f JOIN leads l ON l.id = f.lead_id
                WHERE {has} <> '' GROUP BY lower({has}) ORDER BY count(*) DESC, has LIMIT :most""",  # noqa: S608
            {"most": most},
        ).fetchall()


_FATES = """
FROM facts f JOIN stages s ON s.id = f.stage_id JOIN leads l ON l.id = f.lead_id
WHERE (s.kind IN ('won', 'lost') OR NOT :closed)
"""
