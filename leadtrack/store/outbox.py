"""Mail that waits, and what became of it.

Queueing belongs to a batch. What becomes of a mail afterwards is written statement by statement: a mail that went out
cannot be taken back, and the next look at the file must know of it whatever happens to this process.
"""

import json
from collections.abc import Iterable
from typing import Any

from leadtrack.store.batches import Batch, assignments_of
from leadtrack.store.sqlite import NAME, Row, Tables

# An assignment, a, of a batch that gave a lead to somebody.
_GIVEN = f"{assignments_of(':batch')} AND a.rep_id IS NOT NULL AND a.removed_by IS NULL"

# What may be handed to the server now. While the server is known to be down, nothing is.
_DUE = """
state = 'queued' AND removed_by IS NULL AND (:everything OR (
    (next_at IS NULL OR next_at <= :now)
    AND coalesce((SELECT min(h.next_at) FROM outbox h
                  WHERE h.state = 'queued' AND h.removed_by IS NULL AND h.held > 0), '') <= :now))
"""


class Outbox(Tables):
    # -- what there is to tell ------------------------------------------------------------------------------------

    def anybody_gained(self, batch: int, but: int | None) -> bool:
        """Whether a batch gave leads to anybody but this rep."""
        return bool(
            self.value(
                f"""SELECT EXISTS (SELECT 1 FROM assignments a
                                   WHERE {_GIVEN} AND (:but IS NULL OR a.rep_id <> :but))""",  # noqa: S608 - constants
                {"batch": batch, "but": but},
            )
        )

    def gainers(self, batch: int) -> list[Row]:
        """Who got leads in a batch: rep_id, rep, email, leads (how many), first (its first assignment)."""
        return self.rows(
            f"""SELECT g.rep_id, r.name AS rep, r.email, g.leads, g.first
                FROM (SELECT a.rep_id, count(*) AS leads, min(a.id) AS first FROM assignments a
                      WHERE {_GIVEN} GROUP BY a.rep_id) g
                JOIN reps r ON r.id = g.rep_id ORDER BY r.name""",  # noqa: S608 - constants
            {"batch": batch},
        )

    def gained(self, batch: int, rep: int, first: int, limit: int) -> list[Row]:
        """The first leads that a rep got in a batch, each with what a mail tells of it and the reason."""
        return self.rows(
            f"""SELECT l.id AS lead, l.full_name, l.first_name, l.last_name, l.company, l.title, l.email, l.phone,
                       l.mobile, l.city, l.state, l.postal_code, l.industry, l.value, l.notes, l.created_at,
                       l.opt_out_phone, l.opt_out_email, s.name AS source, c.name AS campaign, a.reason
                FROM assignments a JOIN leads l ON l.id = a.lead_id
                LEFT JOIN sources s ON s.id = l.source_id LEFT JOIN campaigns c ON c.id = l.campaign_id
                WHERE {_GIVEN} AND a.rep_id = :rep AND a.id >= :first
                ORDER BY a.id LIMIT :limit""",  # noqa: S608 - constants
            {"batch": batch, "rep": rep, "first": first, "limit": limit},
        )

    def file_of(self, batch: int) -> str | None:
        """The file that a batch took in."""
        found: str | None = self.value("SELECT file FROM imports WHERE batch_id = :batch", {"batch": batch})
        return found

    def due_reminders(self, since: str, now: str) -> list[Row]:
        """Open reminders for a time of day that fell due in (since, now] and whose rep was not told yet, by rep."""
        return self.rows(
            f"""SELECT d.id AS reminder, d.lead_id AS lead, {NAME} AS name, l.company,
                       coalesce(l.phone, l.mobile) AS phone, d.due_at, d.text, r.id AS rep_id, r.name AS rep, r.email
                FROM reminders d JOIN facts f ON f.lead_id = d.lead_id JOIN leads l ON l.id = d.lead_id
                JOIN reps r ON r.id = coalesce(d.rep_id, f.rep_id) AND r.removed_by IS NULL
                WHERE d.done_at IS NULL AND d.removed_by IS NULL AND d.whole_day = 0
                  AND d.due_at > :since AND d.due_at <= :now
                  AND NOT EXISTS (SELECT 1 FROM told_reminders t WHERE t.reminder_id = d.id AND t.due_at = d.due_at)
                ORDER BY r.name, d.due_at, d.id""",  # noqa: S608 - a constant
            {"since": since, "now": now},
        )

    # -- queueing, within a batch ---------------------------------------------------------------------------------

    def queue(self, batch: Batch, mail: dict[str, Any]) -> int:
        """Let a mail (kind, rep_id, recipient, subject, text, html, message) wait; it goes with its batch."""
        return batch.insert("outbox", {**mail, "queued_at": batch.at})

    def reminders_told(self, batch: Batch, mail: int, reminders: Iterable[Row]) -> None:
        for row in reminders:
            batch.insert("told_reminders", {"reminder_id": row["reminder"], "due_at": row["due_at"], "mail_id": mail})

    def again(self, batch: Batch, mail: int, recipient: str) -> None:
        """A person wants a mail sent again that failed or of which nothing is known."""
        values = {"state": "queued", "recipient": recipient, "attempts": 0, "held": 0, "next_at": None}
        batch.update("outbox", mail, values)

    # -- sending, outside of any batch; only by who holds the lock of the outbox -----------------------------------

    def pending(self, now: str, *, everything: bool) -> bool:
        """Whether there is anything to do: mail that may go now, or that somebody left in the middle of sending."""
        return bool(
            self.value(
                f"""SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'sending')
                        OR EXISTS (SELECT 1 FROM outbox WHERE {_DUE})""",  # noqa: S608 - a constant
                {"now": now, "everything": everything},
            )
        )

    def abandoned(self, answer: str) -> list[Row]:
        """Mails that a process left in the middle of sending are unknown from now on; returns them."""
        return self.rows(
            "UPDATE outbox SET state = 'unknown', answer = :answer WHERE state = 'sending' RETURNING *",
            {"answer": answer},
        )

    def due(self, now: str, *, everything: bool) -> list[int]:
        """The numbers of the mails that may go now, oldest first."""
        found = self.connection.execute(
            f"SELECT id FROM outbox WHERE {_DUE} ORDER BY id",  # noqa: S608 - a constant
            {"now": now, "everything": everything},
        )
        return [number for (number,) in found.fetchall()]

    def server_answers(self) -> None:
        """The server was reached: what waited for it waits no longer."""
        if self.value("SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'queued' AND held > 0)"):
            self.connection.execute("UPDATE outbox SET held = 0, next_at = NULL WHERE state = 'queued' AND held > 0")

    def claim(self, mail: int, now: str) -> Row | None:
        """Take a mail to send it: whole, in the state sending; None where it was taken back meanwhile."""
        found = self.rows(
            """UPDATE outbox SET state = 'sending', tried_at = :now, attempts = attempts + 1
               WHERE id = :mail AND state = 'queued' AND removed_by IS NULL RETURNING *""",
            {"mail": mail, "now": now},
        )
        return found[0] if found else None

    def settle(self, mail: int, state: str, answer: str, next_at: str | None = None) -> None:
        """What became of a claimed mail."""
        self.connection.execute(
            "UPDATE outbox SET state = :state, answer = :answer, next_at = :next_at WHERE id = :mail",
            {"mail": mail, "state": state, "answer": answer, "next_at": next_at},
        )

    def waiting(self) -> list[tuple[int, int]]:
        """Mails that were not sent yet, as (number, tries in a row in which the server could not be reached)."""
        found = self.connection.execute(
            "SELECT id, held FROM outbox WHERE state IN ('queued', 'sending') AND removed_by IS NULL ORDER BY id"
        )
        return found.fetchall()

    def hold(self, holds: Iterable[tuple[int, str]], now: str, answer: str) -> None:
        """The server could not be reached: these mails (number, when to try again) wait for it."""
        with self.together("BEGIN IMMEDIATE"):
            self.connection.executemany(
                """UPDATE outbox SET state = 'queued', attempts = attempts - (state = 'sending'), held = held + 1,
                                     next_at = :next_at, tried_at = :now, answer = :answer
                   WHERE id = :mail AND state IN ('queued', 'sending')""",
                [{"mail": mail, "next_at": next_at, "now": now, "answer": answer} for mail, next_at in holds],
            )

    # -- looking --------------------------------------------------------------------------------------------------

    def all(self, states: Iterable[str], rep: int | None, limit: int | None) -> list[Row]:
        """Newest first; mail, state, kind, rep, to, subject, queued_at, attempts, next_at, tried_at, answer, ..."""
        wanted = list(states)
        return self.rows(
            """SELECT o.id AS mail, o.state, o.kind, r.name AS rep, o.recipient AS "to", o.subject, o.queued_at,
                      o.attempts, o.next_at, o.tried_at, o.answer, o.message AS message_id, o.batch_id AS batch
               FROM outbox o LEFT JOIN reps r ON r.id = o.rep_id
               WHERE o.removed_by IS NULL AND (:every OR o.state IN (SELECT value FROM json_each(:states)))
                 AND (:rep IS NULL OR o.rep_id = :rep)
               ORDER BY o.id DESC LIMIT :limit""",
            {
                "every": not wanted,
                "states": json.dumps(wanted),
                "rep": rep,
                "limit": -1 if limit is None else limit,
            },
        )

    def get(self, mail: int) -> Row | None:
        """One mail whole, with `present`, the address that its rep has now."""
        return self.row(
            """SELECT o.*, r.email AS present, r.name AS rep FROM outbox o LEFT JOIN reps r ON r.id = o.rep_id
               WHERE o.id = :mail AND o.removed_by IS NULL""",
            {"mail": mail},
        )

    def next_at(self) -> str | None:
        """When the next mail that waits for its time may go."""
        found: str | None = self.value(
            "SELECT min(next_at) FROM outbox WHERE state = 'queued' AND removed_by IS NULL AND next_at IS NOT NULL"
        )
        return found
