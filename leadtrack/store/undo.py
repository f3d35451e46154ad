"""Taking a batch back: what it made goes, what it changed gets its old value again, what somebody touched since stays.

Nothing is deleted: rows that go are marked with the batch that took them back. So an undoing can be undone, too, and
the world of an earlier day can still be told.
"""

import sqlite3
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from leadtrack.changes import reverse
from leadtrack.store.batches import Batch, assignments_of
from leadtrack.store.facts import Facts
from leadtrack.store.sqlite import NAME, Row, Tables

# Somebody touched a lead since it was made: it was worked on, changed, given away by hand, or came again in a file.
# An assignment by rule is nobody's touch, and neither is a move with the whole pipeline or
# a source that became another.
_TOUCHED = """
SELECT id AS lead_id, 'was merged into lead ' || merged_into || ' since' AS why FROM leads
    WHERE batch_id = :target AND merged_into IS NOT NULL
UNION ALL SELECT merged_into, 'lead ' || id || ' was merged into it' FROM leads
    WHERE merged_into IS NOT NULL AND merged_into IN (SELECT id FROM leads WHERE batch_id = :target)
UNION ALL SELECT lead_id, 'has activities since' FROM activities WHERE batch_id <> :target AND removed_by IS NULL
    AND lead_id IN (SELECT id FROM leads WHERE batch_id = :target)
UNION ALL SELECT lead_id, 'has reminders since' FROM reminders WHERE batch_id <> :target AND removed_by IS NULL
    AND id NOT IN (SELECT reminder_id FROM escalations WHERE reminder_id IS NOT NULL)
    AND lead_id IN (SELECT id FROM leads WHERE batch_id = :target)
UNION ALL SELECT lead_id, 'was called hot, warm or cold since' FROM temperatures
    WHERE batch_id <> :target AND removed_by IS NULL AND lead_id IN (SELECT id FROM leads WHERE batch_id = :target)
UNION ALL SELECT lead_id, 'was moved to another stage since' FROM stage_moves
    WHERE batch_id <> :target AND removed_by IS NULL AND lead_id IN (SELECT id FROM leads WHERE batch_id = :target)
    AND batch_id NOT IN (SELECT id FROM batches WHERE command IN ('stages use', 'stages remove'))
UNION ALL SELECT lead_id, 'was given to a rep by hand since' FROM assignments
    WHERE batch_id <> :target AND removed_by IS NULL AND rule = 'hand'
    AND lead_id IN (SELECT id FROM leads WHERE batch_id = :target)
UNION ALL SELECT lead_id, 'came again in a later file' FROM origins WHERE batch_id <> :target AND removed_by IS NULL
    AND lead_id IN (SELECT id FROM leads WHERE batch_id = :target)
UNION ALL SELECT c.row_id, 'was changed since' FROM changes c JOIN batches b ON b.id = c.batch_id
    WHERE c.table_name = 'leads' AND c.batch_id <> :target AND b.undone_by IS NULL AND b.undoes IS NULL
    AND b.command <> 'source merge'
    AND c.row_id IN (SELECT id FROM leads WHERE batch_id = :target)
"""

# Which of a batch's own rows must stay: table -> (what it is called, when, why).
_KEPT = {
    "stage_moves": (
        "the move of lead",
        """EXISTS (SELECT 1 FROM stage_moves n WHERE n.lead_id = x.lead_id AND n.id > x.id AND n.batch_id <> :target
                   AND n.removed_by IS NULL)
           OR EXISTS (SELECT 1 FROM leads m WHERE m.id = x.lead_id AND m.merged_into IS NOT NULL)""",
        "was moved again or merged since",
    ),
    "reminders": (
        "the reminder of lead",
        """EXISTS (SELECT 1 FROM changes c JOIN batches b ON b.id = c.batch_id
                   WHERE c.table_name = 'reminders' AND c.row_id = x.id AND c.batch_id <> :target
                     AND c.field <> 'lead_id' AND b.undone_by IS NULL AND b.undoes IS NULL)""",
        "was done or changed since",
    ),
    "assignments": (
        "the assignment of lead",
        """EXISTS (SELECT 1 FROM assignments n WHERE n.lead_id = x.lead_id AND n.id > x.id AND n.batch_id <> :target
                   AND n.removed_by IS NULL)
           OR EXISTS (SELECT 1 FROM activities n WHERE n.lead_id = x.lead_id AND n.batch_id > :target
                      AND n.removed_by IS NULL)
           OR EXISTS (SELECT 1 FROM leads m WHERE m.id = x.lead_id AND m.merged_into IS NOT NULL)""",
        "was given on, worked or merged since",
    ),
    "activities": ("the activity of lead", "0", ""),
    "temperatures": ("the temperature of lead", "0", ""),
    "origins": ("the origin of lead", "0", ""),
    "escalations": ("the step of the ladder for lead", "0", ""),
}

# Rows of the team's own lists that a batch made: table -> (what it is called, its name, when it must stay, why).
_LISTS = {
    "ideals": ("condition of the ideal customer", "x.field", "0", ""),
    "requirements": ("requirement", "x.name", "0", ""),
    "calling_hours": ("calling hours", "x.name", "0", ""),
    "territories": ("territory", "x.value", "0", ""),
    "rules": ("rule", "x.kind", "0", ""),
    "steps": ("step of the ladder", "x.action", "0", ""),
    "absences": ("absence", "x.from_at", "0", ""),
    "mappings": ("mapping", "x.file", "0", ""),
    "outcomes": ("outcome", "x.name", "0", ""),
    "source_aliases": ("alias of a source", "x.name", "0", ""),
    "referral_rules": ("referral rule", "x.person", "0", ""),
    "stage_actions": ("stage action", "x.text", "0", ""),
    "stages": (
        "stage",
        "x.name",
        """EXISTS (SELECT 1 FROM stage_moves m JOIN leads l ON l.id = m.lead_id AND l.removed_by IS NULL
                   WHERE m.to_stage_id = x.id AND m.removed_by IS NULL)
           OR EXISTS (SELECT 1 FROM leads l WHERE l.removed_by IS NULL AND l.entered_stage_id = x.id)""",
        "has or had leads",
    ),
    "outbox": ("mail", "'to ' || x.recipient", "x.state <> 'queued'", "went out, or is on its way"),
    "reps": (
        "rep",
        "x.name",
        """EXISTS (SELECT 1 FROM facts f WHERE f.rep_id = x.id)
           OR EXISTS (SELECT 1 FROM territories t WHERE t.rep_id = x.id AND t.removed_by IS NULL)
           OR EXISTS (SELECT 1 FROM activities a WHERE a.rep_id = x.id AND a.removed_by IS NULL)
           OR EXISTS (SELECT 1 FROM leads m JOIN assignments a ON a.lead_id = m.id
                      WHERE m.merged_into IS NOT NULL AND a.rep_id = x.id AND a.removed_by IS NULL)""",
        "has leads, territories or activities",
    ),
    "regions": (
        "region",
        "x.name",
        "EXISTS (SELECT 1 FROM reps r WHERE r.region_id = x.id AND r.removed_by IS NULL)",
        "has reps",
    ),
    "targets": (
        "target",
        "coalesce(x.full_name, x.company, x.email, x.phone, x.mobile)",
        "EXISTS (SELECT 1 FROM facts f WHERE f.lead_id = x.lead_id)",
        "answered and is a lead",
    ),
    "campaigns": (
        "campaign",
        "x.name",
        """EXISTS (SELECT 1 FROM leads l WHERE l.removed_by IS NULL AND l.campaign_id = x.id)
           OR EXISTS (SELECT 1 FROM targets t WHERE t.campaign_id = x.id AND t.removed_by IS NULL)""",
        "has leads or targets",
    ),
    "sources": (
        "source",
        "x.name",
        """EXISTS (SELECT 1 FROM leads l WHERE l.removed_by IS NULL AND l.source_id = x.id)
           OR EXISTS (SELECT 1 FROM campaigns c WHERE c.source_id = x.id AND c.removed_by IS NULL)""",
        "has leads or campaigns",
    ),
}


def _made(table: str) -> str:
    """A condition: a row x of that table is one of the target's."""
    return assignments_of(":target", "x") if table == "assignments" else "x.batch_id = :target"


class Undo(Tables):
    def take_back(self, batch: Batch, target: Row) -> list[Row]:
        """Take the batch `target` back within `batch`; returns what was spared: what, name, why."""
        number = {"target": target["id"]}
        self._stir(number)
        spared = self._leads(batch, number)
        for table in _KEPT:
            spared += self._events(batch, number, table)
        if target["undoes"]:
            self._bring_back(batch, number)
        self._pairs(batch, number)
        spared += self._restore(batch, number)
        self.connection.execute("UPDATE batches SET undone_by = ? WHERE id = ?", (batch.id, target["id"]))
        if target["undoes"]:
            self.connection.execute("UPDATE batches SET undone_by = NULL WHERE id = ?", (target["undoes"],))
        batch.leads.update(row[0] for row in self.connection.execute("SELECT lead_id FROM temp.undone_leads"))
        # the lists go last, when no lead of this batch is in their way any more
        Facts(self.connection).forget("f.lead_id IN (SELECT id FROM leads WHERE removed_by = :by)", {"by": batch.id})
        named_leads = any(row["what"] == "lead" for row in spared)
        for table in _LISTS:
            kept = self._list(batch, number, table)
            # a source that came with leads that are spared stays with them; they are named already
            spared += [] if named_leads and table in ("sources", "campaigns") else kept
        return spared

    def events(self, lead: int) -> list[Row]:
        """What happened, taken back or not: at, actor, batch, what, details, due_at, whole_day, removed_by."""
        return self.rows(
            """SELECT b.at, b.actor, e.batch_id AS batch, e.what, e.details, e.due_at, e.whole_day, e.removed_by FROM (
                   SELECT batch_id, kind AS what, removed_by, NULL AS due_at, NULL AS whole_day,
                          concat_text(CASE direction WHEN 'in' THEN '(from the lead)' END, outcome, text) AS details
                   FROM activities WHERE lead_id = :lead
                   UNION ALL SELECT batch_id, 'reminder', removed_by, due_at, whole_day, text
                   FROM reminders WHERE lead_id = :lead
                   UNION ALL SELECT c.batch_id,
                                    CASE WHEN c.new IS NULL THEN 'reminder open again'
                                         WHEN EXISTS (SELECT 1 FROM changes g WHERE g.table_name = 'reminders'
                                                      AND g.row_id = d.id AND g.batch_id = c.batch_id
                                                      AND g.field = 'dropped' AND g.new) THEN 'reminder given up'
                                         ELSE 'reminder done' END,
                                    NULL, NULL, NULL, d.text
                   FROM changes c JOIN reminders d ON d.id = c.row_id
                   WHERE c.table_name = 'reminders' AND c.field = 'done_at' AND d.lead_id = :lead
                   UNION ALL SELECT c.batch_id, 'reminder put off', NULL, c.new, d.whole_day, d.text
                   FROM changes c JOIN reminders d ON d.id = c.row_id
                   WHERE c.table_name = 'reminders' AND c.field = 'due_at' AND d.lead_id = :lead
                   UNION ALL SELECT c.batch_id, 'reminder handed over', NULL, NULL, NULL, r.name || ': ' || d.text
                   FROM changes c JOIN reminders d ON d.id = c.row_id JOIN reps r ON r.id = c.new
                   WHERE c.table_name = 'reminders' AND c.field = 'rep_id' AND d.lead_id = :lead
                   UNION ALL SELECT t.batch_id, 'temperature', t.removed_by, NULL, NULL,
                                    concat_text(coalesce(t.temperature, 'as computed'), '(' || t.reason || ')')
                   FROM temperatures t WHERE t.lead_id = :lead
                   UNION ALL SELECT a.batch_id, 'assigned', a.removed_by, NULL, NULL,
                                    coalesce(r.name, 'nobody') || ': ' || a.reason
                   FROM assignments a LEFT JOIN reps r ON r.id = a.rep_id WHERE a.lead_id = :lead
                   UNION ALL SELECT m.batch_id, 'moved', m.removed_by, NULL, NULL,
                                    concat_text(f.name, 'to', t.name, '(' || m.reason || ')')
                   FROM stage_moves m JOIN stages f ON f.id = m.from_stage_id JOIN stages t ON t.id = m.to_stage_id
                   WHERE m.lead_id = :lead
               ) e JOIN batches b ON b.id = e.batch_id ORDER BY b.id""",
            {"lead": lead},
        )

    def _stir(self, number: dict[str, int]) -> None:
        """Remember whose facts must be told anew."""
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS undone_leads (lead_id INTEGER PRIMARY KEY)")
        self.connection.execute("DELETE FROM temp.undone_leads")
        for source in (
            "SELECT id FROM leads WHERE batch_id = :target",
            "SELECT row_id FROM changes WHERE table_name = 'leads' AND batch_id = :target",
            *(f"SELECT x.lead_id FROM {table} x WHERE {_made(table)}" for table in _KEPT),  # noqa: S608 - constants
        ):
            self.connection.execute(f"INSERT OR IGNORE INTO temp.undone_leads {source}", number)

    def _leads(self, batch: Batch, number: dict[str, int]) -> list[Row]:
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS spared_leads (lead_id INTEGER PRIMARY KEY, why TEXT)")
        self.connection.execute("DELETE FROM temp.spared_leads")
        self.connection.execute(f"INSERT OR IGNORE INTO temp.spared_leads {_TOUCHED}", number)
        by = number | {"by": batch.id}
        batch.touched += self.connection.execute(
            """UPDATE leads SET removed_by = :by WHERE batch_id = :target AND removed_by IS NULL
               AND id NOT IN (SELECT lead_id FROM temp.spared_leads)""",
            by,
        ).rowcount
        for table in _KEPT:
            self.connection.execute(
                f"""UPDATE {table} SET removed_by = :by WHERE removed_by IS NULL
                    AND lead_id IN (SELECT id FROM leads WHERE batch_id = :target AND removed_by = :by)""",  # noqa: S608
                by,
            )
        return self.rows(
            f"""SELECT 'lead' AS what, p.lead_id AS number, coalesce({NAME}, '') AS name, p.why
                FROM temp.spared_leads p JOIN leads l ON l.id = p.lead_id ORDER BY l.id"""  # noqa: S608 - constants
        )

    def _events(self, batch: Batch, number: dict[str, int], table: str) -> list[Row]:
        """Rows of a lead's history that the batch made; what belongs to a spared lead of the same batch stays, too."""
        what, when, why = _KEPT[table]
        # what came to its lead from one that was merged into it, and is spared, stays as well
        mine = f"""{_made(table)} AND x.removed_by IS NULL AND NOT (
            x.lead_id IN (SELECT merged_into FROM leads WHERE merged_into IS NOT NULL)
            AND EXISTS (SELECT 1 FROM changes c WHERE c.table_name = '{table}' AND c.row_id = x.id
                        AND c.field = 'lead_id' AND c.old IN (SELECT lead_id FROM temp.spared_leads)))"""  # noqa: S608
        kept = self.rows(
            f"""SELECT :what AS what, x.lead_id AS number, coalesce({NAME}, '') AS name, :why AS why
                FROM {table} x JOIN leads l ON l.id = x.lead_id
                WHERE {mine} AND ({when}) AND x.lead_id NOT IN (SELECT lead_id FROM temp.spared_leads)
                ORDER BY x.id""",  # noqa: S608 - constants of this file
            number | {"what": what, "why": why},
        )
        batch.touched += self.connection.execute(
            f"""UPDATE {table} AS x SET removed_by = :by
                WHERE {mine} AND NOT ({when}) AND x.lead_id NOT IN (SELECT lead_id FROM temp.spared_leads)""",  # noqa: S608
            number | {"by": batch.id},
        ).rowcount
        return kept

    def _pairs(self, batch: Batch, number: dict[str, int]) -> None:
        """Pairs that the batch queued or judged; those of a lead that is spared stay, and what was judged since."""
        batch.touched += self.connection.execute(
            """UPDATE pairs SET removed_by = :by WHERE batch_id = :target AND removed_by IS NULL
               AND lead_id NOT IN (SELECT lead_id FROM temp.spared_leads)
               AND other_id NOT IN (SELECT lead_id FROM temp.spared_leads)
               AND NOT EXISTS (SELECT 1 FROM changes c JOIN batches b ON b.id = c.batch_id
                               WHERE c.table_name = 'pairs' AND c.row_id = pairs.id AND c.batch_id <> :target
                                 AND b.undone_by IS NULL AND b.undoes IS NULL)""",
            number | {"by": batch.id},
        ).rowcount

    def _list(self, batch: Batch, number: dict[str, int], table: str) -> list[Row]:
        what, name, when, why = _LISTS[table]
        mine = "x.batch_id = :target AND x.removed_by IS NULL"
        kept = self.rows(
            f"""SELECT :what AS what, x.id AS number, {name} AS name, :why AS why
                FROM {table} x WHERE {mine} AND ({when})""",  # noqa: S608 - constants of this file
            number | {"what": what, "why": why},
        )
        gone = self.connection.execute(
            f"UPDATE {table} AS x SET removed_by = :by WHERE {mine} AND NOT ({when})",  # noqa: S608 - constants
            number | {"by": batch.id},
        ).rowcount
        batch.touched += gone
        batch.pipeline |= table == "stages" and gone > 0
        return kept

    def _restore(self, batch: Batch, number: dict[str, int]) -> list[Row]:
        """Old values again; what was changed again since is spared (see changes.reverse)."""
        spared = []
        made = self.rows(
            "SELECT * FROM changes WHERE batch_id = :target ORDER BY table_name DESC, row_id DESC, id DESC", number
        )
        for (table, id), group in groupby(made, key=lambda change: (change["table_name"], change["row_id"])):
            row = self.row(f"SELECT * FROM {table} WHERE id = :id", {"id": id})  # noqa: S608 - written by a batch
            if row is None:
                continue
            merged = table == "leads" and row["merged_into"] is not None and self._merged_since(id, number["target"])
            if row.get("removed_by") is not None:
                # a row that was taken back keeps its values, but goes to its lead again
                group = (change for change in group if change["field"] in ("removed_by", "lead_id"))
            changes = [(change["field"], change["old"], change["new"]) for change in group]
            if merged and all(field != "merged_into" for field, _, _ in changes):
                why = {"it": f"was merged into lead {row['merged_into']} since"}
            elif table == "targets" and self._answered(row, changes):
                why = {"it": f"answered and is lead {row['lead_id']}" if row["lead_id"] else "answered"}
            else:
                values, why = reverse(row, changes, lead=table == "leads")
                if values and (stays := self._set(batch, table, id, values)):
                    why = stays
                elif values:
                    batch.leads.update(value for field, value in values.items() if field == "lead_id")
                    row |= values
            label = row.get("full_name") or row.get("name") or row.get("key") or ""
            spared += [_spared(table, id, label, f"{field} {words}") for field, words in why.items()]
        return spared

    def _answered(self, target: Row, changes: Sequence[tuple[str, Any, Any]]) -> bool:
        """Whether a target goes on standing for its lead: that is spared, or was merged into another or purged."""
        became = [new for field, _, new in changes if field == "lead_id" and new is not None]
        return any(
            target["lead_id"] != lead
            or self.value("SELECT EXISTS (SELECT 1 FROM temp.spared_leads WHERE lead_id = :lead)", {"lead": lead})
            for lead in became
        )

    def _set(self, batch: Batch, table: str, id: int, values: dict[str, Any]) -> dict[str, str]:
        """Give a row its old values; returns why that cannot be, as changes.reverse does; {} where it could."""
        try:
            batch.update(table, id, values)
        except sqlite3.IntegrityError as error:
            if "FOREIGN KEY" in str(error):
                return {"it": "belonged to what was deleted for good since"}
            return {"its name": "was given to another since"}
        return {}

    def _merged_since(self, lead: int, batch: int) -> bool:
        return bool(
            self.value(
                """SELECT EXISTS (SELECT 1 FROM changes WHERE table_name = 'leads' AND row_id = :lead
                                  AND field = 'merged_into' AND batch_id > :batch)""",
                {"lead": lead, "batch": batch},
            )
        )

    def _bring_back(self, batch: Batch, number: dict[str, int]) -> None:
        """The undoing itself is undone: rows that it took back stand again, which is kept as a change of each."""
        for table in (*_LISTS, "leads", *_KEPT, "pairs"):
            gone = self.rows(f"SELECT * FROM {table} WHERE removed_by = :target", number)  # noqa: S608 - constants
            for row in gone:
                try:
                    batch.update(table, row["id"], {"removed_by": None})
                except sqlite3.IntegrityError:  # its name was given to another since: that one has it now
                    continue


def _spared(table: str, number: Any, name: str, why: str) -> Row:
    what = "lead" if table == "leads" else table.rstrip("s")
    return {"what": what, "number": number, "name": name, "why": why}
