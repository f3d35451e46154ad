"""How much is known of leads: how complete each field is, and who can be reached."""

from collections.abc import Collection
from typing import Any

from leadtrack.fields import FIELDS
from leadtrack.store.sqlite import Tables, can_be_reached

# A lead can be reached over a channel that it did not opt out of; i is its row in the file, l what is stored of it.
_CONTACTABLE = """
    (coalesce(i.email, l.email) IS NOT NULL AND max(coalesce(i.opt_out_email, 0), coalesce(l.opt_out_email, 0)) = 0)
    OR (coalesce(i.phone, i.mobile, l.phone, l.mobile) IS NOT NULL
        AND max(coalesce(i.opt_out_phone, 0), coalesce(l.opt_out_phone, 0)) = 0)
"""
_STORED = {"source": "source_id", "campaign": "campaign_id"}


class Quality(Tables):
    def waiting(self, seen: Collection[int]) -> dict[str, Any]:
        """Of the rows in hand that will be or became leads: leads, contactable, fields {field: how many have it}.

        A row that is a stored lead counts with what that lead has already, its refusals above all. `seen` are leads
        whose rows stand in the file as they did before, and so do not wait.
        """
        counted = self._counted(
            "temp.incoming i WHERE i.first IS NULL AND i.lead IS NULL", "i.{field}", can_be_reached("i")
        )
        self._add(
            counted, "temp.incoming i LEFT JOIN leads l ON l.id = i.lead WHERE i.first IS NULL AND i.lead IS NOT NULL"
        )
        if seen:
            self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS shown (lead INTEGER PRIMARY KEY)")
            self.connection.execute("DELETE FROM temp.shown")
            self.connection.executemany("INSERT INTO temp.shown VALUES (?)", [(lead,) for lead in seen])
            self._add(
                counted,
                """temp.shown s JOIN leads l ON l.id = s.lead LEFT JOIN temp.incoming i ON i.lead = s.lead
                   WHERE i.lead IS NULL""",
            )
        return {
            "leads": counted.pop("leads"),
            "contactable": counted.pop("contactable"),
            "fields": {field: filled for field, filled in counted.items() if filled},
        }

    def _add(self, counted: dict[str, int], rows: str) -> None:
        more = self._counted(rows, "coalesce(i.{field}, l.{stored})", _CONTACTABLE)
        for name, number in more.items():
            counted[name] += number

    def _counted(self, rows: str, value: str, contactable: str) -> dict[str, int]:
        values = ((field, value.format(field=field, stored=_STORED.get(field, field))) for field in FIELDS)
        counts = ", ".join(f"count({value}) AS {field}" for field, value in values)
        row = self.row(
            f"SELECT count(*) AS leads, coalesce(sum({contactable}), 0) AS contactable, {counts} FROM {rows}"  # noqa: S608
        )
        return row or {}
