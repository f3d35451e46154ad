"""How much is known of leads: how complete each field is, and who can be reached."""

from typing import Any

from leadtrack.fields import FIELDS
from leadtrack.store.sqlite import Tables

# A lead can be reached over a channel that it did not opt out of.
_CONTACTABLE = """
    (email IS NOT NULL AND coalesce(opt_out_email, 0) = 0)
    OR (coalesce(phone, mobile) IS NOT NULL AND coalesce(opt_out_phone, 0) = 0)
"""


class Quality(Tables):
    def waiting(self) -> dict[str, Any]:
        """Of the rows in hand that will be or became leads: leads, contactable, fields {field: how many have it}."""
        counts = ", ".join(f"count({field}) AS {field}" for field in FIELDS)
        row = self.row(
            f"""SELECT count(*) AS leads, coalesce(sum({_CONTACTABLE}), 0) AS contactable, {counts}
                FROM temp.incoming WHERE first IS NULL"""  # noqa: S608 - constants
        )
        assert row is not None
        return {
            "leads": row.pop("leads"),
            "contactable": row.pop("contactable"),
            "fields": {field: filled for field, filled in row.items() if filled},
        }
