"""Leads: finding, listing, making and changing them."""

import json
from collections.abc import Mapping
from typing import Any

from leadtrack.fields import FIELDS
from leadtrack.store.batches import Batch
from leadtrack.store.campaigns import Campaigns
from leadtrack.store.sqlite import NAME, Row, Tables

_NAMED = {"source": "s.name AS source", "campaign": "c.name AS campaign"}
_WHOLE = ", ".join(_NAMED.get(field, f"l.{field}") for field in FIELDS)
_FROM = """
FROM facts f
JOIN leads l ON l.id = f.lead_id
JOIN stages g ON g.id = f.stage_id
LEFT JOIN reps r ON r.id = f.rep_id
LEFT JOIN sources s ON s.id = l.source_id
LEFT JOIN campaigns c ON c.id = l.campaign_id
"""

# What a list can be narrowed by: the name of the filter -> what must hold of a lead.
FILTERS = {
    "lead": "l.id = :lead",
    "rep": "f.rep_id = :rep",
    "region": "r.region_id = :region",
    "unassigned": "f.rep_id IS NULL",
    "untouched": "f.rep_id IS NOT NULL AND f.attempts = 0",
    "stage": "f.stage_id = :stage",
    "open": "g.kind IN ('open', 'nurture')",
    "source": "s.name = :source COLLATE NOCASE",
    "campaign": "c.name = :campaign COLLATE NOCASE",
    "country": "l.country = :country COLLATE NOCASE",
    "state": "l.state COLLATE NOCASE IN (SELECT value FROM json_each(:state))",
    "city": "l.city = :city COLLATE NOCASE",
    "postal_code": "l.postal_code LIKE :postal_code || '%'",
    "company": "instr(lower(l.company), lower(:company)) > 0",
    "batch": "l.batch_id = :batch",
    "since": "f.created_at >= :since",
    "until": "f.created_at < :until",
    "search": """(instr(lower(concat_text(l.full_name, l.company, l.email, l.phone, l.mobile, l.city, l.notes,
                                         l.custom)), lower(:search)) > 0
                 OR l.id IN (SELECT m.merged_into FROM leads m WHERE m.merged_into IS NOT NULL
                             AND instr(lower(concat_text(m.full_name, m.company, m.email, m.phone, m.mobile, m.city,
                                                         m.notes, m.custom)), lower(:search)) > 0))""",
}


class Leads(Tables):
    def all(self, filters: Mapping[str, Any], limit: int | None = None) -> list[Row]:
        """Whole leads by number: lead, the canonical fields, rep, stage, custom (dict), and what stands of them.

        `filters` names conditions of FILTERS and their values; a condition without a value (unassigned, open) takes
        anything.
        """
        where = " AND ".join(FILTERS[name] for name in filters) or "1"
        found = self.rows(
            f"""SELECT l.id AS lead, {_WHOLE}, r.name AS rep, g.name AS stage, l.custom
                {_FROM} WHERE {where} ORDER BY l.id LIMIT :limit""",
            {**filters, "limit": -1 if limit is None else limit},
        )
        for lead in found:
            lead["custom"] = json.loads(lead["custom"]) if lead["custom"] else {}
        return found

    def numbers(self, filters: Mapping[str, Any], limit: int | None = None) -> list[int]:
        """The numbers of the leads that `all` gives."""
        where = " AND ".join(FILTERS[name] for name in filters) or "1"
        found = self.connection.execute(
            f"SELECT l.id {_FROM} WHERE {where} ORDER BY l.id LIMIT :limit",
            {**filters, "limit": -1 if limit is None else limit},
        )
        return [lead for (lead,) in found]

    def get(self, lead: int) -> Row | None:
        found = self.all({"lead": lead})
        return found[0] if found else None

    def standing(self, lead: int) -> Row | None:
        """The facts of a lead, with the numbers of its rep and stage."""
        return self.row("SELECT * FROM facts WHERE lead_id = :lead", {"lead": lead})

    def entered(self, lead: int) -> int:
        """The number of the stage at which a lead came in."""
        return int(self.value("SELECT entered_stage_id FROM leads WHERE id = :lead", {"lead": lead}))

    def answering(self, text: str, limit: int) -> list[Row]:
        """Who answers to an e-mail address, or else to a part of a name or company: lead, name, company, city, merged.

        A lead that was merged answers for the one it was merged into where no other does; `merged` is then its number.
        """
        for condition in (
            "l.email = lower(:text)",
            "(lower(l.full_name) = lower(:text) OR lower(l.company) = lower(:text))",
            "(instr(lower(l.full_name), lower(:text)) > 0 OR instr(lower(l.company), lower(:text)) > 0)",
        ):
            for answering, merged in (
                ("leads l JOIN facts f ON f.lead_id = l.id", "NULL"),
                ("leads m JOIN leads l ON l.merged_into = m.id", "min(l.id)"),
            ):
                own = "m" if merged != "NULL" else "l"
                found = self.rows(
                    f"""SELECT {own}.id AS lead, {NAME.replace("l.", f"{own}.")} AS name, {own}.company, {own}.city,
                               {merged} AS merged
                        FROM {answering} WHERE {condition} GROUP BY {own}.id ORDER BY {own}.id LIMIT :limit""",  # noqa: S608 - constants of this function
                    {"text": text, "limit": limit},
                )
                if found:
                    return found
        return []

    def same(self, keys: list[tuple[str, str]]) -> int | None:
        """The lowest numbered lead that has one of these exact keys (dedupe.exact_keys); a merged one stands for the
        lead it was merged into."""
        found = [
            self.value(
                """SELECT min(coalesce(l.merged_into, l.id)) FROM leads l
                   JOIN facts f ON f.lead_id = coalesce(l.merged_into, l.id)
                   WHERE l.email = :key AND :first = 'email' OR l.phone = :first AND l.name_key = :key
                      OR l.mobile = :first AND l.name_key = :key""",
                {"first": first, "key": key},
            )
            for first, key in keys
        ]
        return min((lead for lead in found if lead is not None), default=None)

    def add(self, batch: Batch, values: Mapping[str, Any], stage: int) -> int:
        """Make one lead; `values` in stored form (see `stored`)."""
        lead = batch.insert("leads", {**values, "entered_stage_id": stage})
        batch.leads.add(lead)
        return lead

    def change(self, batch: Batch, lead: int, values: Mapping[str, Any]) -> list[str]:
        """Change fields of a lead; `values` in stored form. Returns the columns that did change."""
        changed = batch.update("leads", lead, values)
        batch.leads.add(lead)
        return changed

    def stored(self, batch: Batch, values: Mapping[str, Any]) -> Row:
        """Values as fields -> values as columns: custom becomes JSON, and the names of source and campaign become
        numbers; where there is none of that name, it is made."""
        row = {key: value for key, value in values.items() if key not in ("source", "campaign", "custom")}
        campaigns = Campaigns(self.connection)
        if "source" in values:
            row["source_id"] = campaigns.source(batch, values["source"]) if values["source"] else None
        if "campaign" in values:
            row["campaign_id"] = campaigns.campaign(batch, values["campaign"]) if values["campaign"] else None
        if "custom" in values:
            row["custom"] = json.dumps(values["custom"], ensure_ascii=False) if values["custom"] else None
        return row

    def changes(self, lead: int) -> list[Row]:
        """What was changed in place, oldest first: at, actor, command, batch, field, old, new."""
        return self.rows(
            """SELECT b.at, b.actor, b.command, c.batch_id AS batch, c.field, c.old, c.new
               FROM changes c JOIN batches b ON b.id = c.batch_id
               WHERE c.table_name = 'leads' AND c.row_id = :lead ORDER BY c.id""",
            {"lead": lead},
        )

    def origin(self, lead: int) -> list[Row]:
        """The rows of files that the lead came from: at, actor, batch, file, row, headers, columns, cells (JSON)."""
        return self.rows(
            """SELECT b.at, b.actor, o.batch_id AS batch, i.file, o.row, i.headers, i.columns, o.cells
               FROM origins o JOIN batches b ON b.id = o.batch_id JOIN imports i ON i.batch_id = o.batch_id
               WHERE o.lead_id = :lead AND o.removed_by IS NULL ORDER BY o.id""",
            {"lead": lead},
        )

    def made_by(self, lead: int) -> Row | None:
        """The batch that made a lead: batch, at, actor, command, summary, and the one that took it back."""
        return self.row(
            """SELECT b.id AS batch, b.at, b.actor, b.command, b.summary, l.removed_by
               FROM leads l JOIN batches b ON b.id = l.batch_id WHERE l.id = :lead""",
            {"lead": lead},
        )
