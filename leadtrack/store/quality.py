"""How much is known of leads: how complete each field is, and who can be reached."""

from typing import Any

from leadtrack.fields import FIELDS
from leadtrack.store.sqlite import Tables

# A lead can be reached over a channel that it did not opt out of; i is its row in the file, l what is stored of it.
_CONTACTABLE = """
    (coalesce(i.email, l.email) IS NOT NULL AND max(coalesce(i.opt_out_email, 0), coalesce(l.opt_out_email, 0)) = 0)
    OR (coalesce(i.phone, i.mobile, l.phone, l.mobile) IS NOT NULL
        AND max(coalesce(i.opt_out_phone, 0), coalesce(l.opt_out_phone, 0)) = 0)
"""
_STORED = {"source": "source_id", "campaign": "campaign_id"}


class Quality(Tables):
    def waiting(self) -> dict[str, Any]:
        """Of the rows in hand that will be or became leads: leads, contactable, fields {field: how many have it}.

        A row that is a stored lead counts with what that lead has already, its refusals above all.
        """
        counts = ", ".join(f"count(coalesce(i.{field}, l.{_STORED.get(field, field)})) AS {field}" for field in FIELDS)
        row = self.row(
            f"""SELECT count(*) AS leads, coalesce(sum({_CONTACTABLE}), 0) AS contactable, {counts}
                FROM temp.incoming i LEFT JOIN leads l ON l.id = i.lead WHERE i.first IS NULL"""  # noqa: S608 - constants
        )
        assert row is not None
        return {
            "leads": row.pop("leads"),
            "contactable": row.pop("contactable"),
            "fields": {field: filled for field, filled in row.items() if filled},
        }
