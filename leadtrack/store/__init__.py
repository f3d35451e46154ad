"""The team's file. All SQL of the program is in this folder, one file per noun; the rest calls `store.leads.get(7)`."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from leadtrack.store.sqlite import connect, speaking_plainly, written_once

if TYPE_CHECKING:
    from leadtrack.store.activities import Activities
    from leadtrack.store.assignments import Assignments
    from leadtrack.store.batches import Batch, Batches
    from leadtrack.store.calling import Calling
    from leadtrack.store.campaigns import Campaigns
    from leadtrack.store.cases import Cases
    from leadtrack.store.covers import Covers
    from leadtrack.store.digests import Digests
    from leadtrack.store.duplicates import Duplicates
    from leadtrack.store.escalations import Escalations
    from leadtrack.store.facts import Facts
    from leadtrack.store.figures import Figures
    from leadtrack.store.histories import Histories
    from leadtrack.store.intake import Intake
    from leadtrack.store.judging import Judging
    from leadtrack.store.leads import Leads
    from leadtrack.store.likenesses import Likenesses
    from leadtrack.store.mappings import Mappings
    from leadtrack.store.merges import Merges
    from leadtrack.store.outbox import Outbox
    from leadtrack.store.outcomes import Outcomes
    from leadtrack.store.past import Past
    from leadtrack.store.purging import Purging
    from leadtrack.store.qualifying import Qualifying
    from leadtrack.store.quality import Quality
    from leadtrack.store.queue import Queue
    from leadtrack.store.referrals import Referrals
    from leadtrack.store.reminders import Reminders
    from leadtrack.store.reporting import Reporting
    from leadtrack.store.reps import Reps
    from leadtrack.store.rules import Rules
    from leadtrack.store.scoring import Scoring
    from leadtrack.store.settings import Settings
    from leadtrack.store.stages import Stages
    from leadtrack.store.stories import Stories
    from leadtrack.store.targets import Targets
    from leadtrack.store.territories import Territories
    from leadtrack.store.undo import Undo


class Store:
    """An open file. The noun is imported when it is first asked for, so that a small command stays quick."""

    activities: "Activities"
    assignments: "Assignments"
    batches: "Batches"
    calling: "Calling"
    campaigns: "Campaigns"
    cases: "Cases"
    covers: "Covers"
    digests: "Digests"
    duplicates: "Duplicates"
    escalations: "Escalations"
    facts: "Facts"
    figures: "Figures"
    histories: "Histories"
    intake: "Intake"
    judging: "Judging"
    leads: "Leads"
    likenesses: "Likenesses"
    mappings: "Mappings"
    merges: "Merges"
    outcomes: "Outcomes"
    past: "Past"
    purging: "Purging"
    qualifying: "Qualifying"
    quality: "Quality"
    outbox: "Outbox"
    queue: "Queue"
    referrals: "Referrals"
    reminders: "Reminders"
    reporting: "Reporting"
    reps: "Reps"
    rules: "Rules"
    scoring: "Scoring"
    settings: "Settings"
    stages: "Stages"
    stories: "Stories"
    targets: "Targets"
    territories: "Territories"
    undo: "Undo"

    def __init__(self, path: Path, *, now: str, settings: dict[str, str], durable: bool = True) -> None:
        """Open or make the file; `settings` are what a new one begins with.

        Without `durable` the system is not asked to have each batch on the disk: for a file that is thrown away if the
        program is stopped. Raises StoreError.
        """
        self.path = path
        self.connection: sqlite3.Connection = connect(path, now=now, settings=settings)
        if not durable:
            self.connection.execute("PRAGMA synchronous = OFF")

    def __getattr__(self, noun: str) -> object:
        """`store.leads` is the class Leads of store/leads.py, on this file's connection."""
        if noun not in Store.__annotations__:
            raise AttributeError(noun)
        tables = getattr(import_module(f"leadtrack.store.{noun}"), noun.capitalize())(self.connection)
        setattr(self, noun, tables)
        return tables

    @property
    def schema(self) -> int:
        """How far the file's schema is (see migrations)."""
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])

    def close(self) -> None:
        self.connection.close()

    def alone(self, work: str) -> AbstractContextManager[bool]:
        """Do a work ("outbox", "tick") that only one process does at a time; gives False where another is at it.

        Ends with the process, however that ends.
        """
        from leadtrack.store import locks

        return locks.alone(self._lock(work))

    def is_at_work(self, work: str) -> bool:
        """Whether some process does that work just now."""
        from leadtrack.store import locks

        return locks.is_held(self._lock(work))

    def _lock(self, work: str) -> Path:
        return self.path.with_name(f"{self.path.name}-{work}.lock")

    @contextmanager
    def batch(
        self,
        command: str,
        *,
        actor: str,
        now: str,
        undoes: int | None = None,
        keep_empty: bool = False,
        checked: bool = True,
        logged: bool = True,
    ) -> "Iterator[Batch]":
        """One transaction: all that happens inside is kept together or not at all.

        The facts of the leads that it touched are told anew before the commit. A batch that touched nothing leaves no
        trace unless `keep_empty` (that a file was imported is worth knowing, even when it held nothing new).
        Without `checked` SQLite does not look up every number that refers to another row, which takes a quarter of the
        time of a large batch: for one that only writes numbers that it has from a join with the rows they refer to.
        Without `logged` what changed is written once, if nobody else is there (see written_once). Raises StoreError.
        """
        from leadtrack.store.batches import Batch

        with speaking_plainly(self.path), nullcontext() if logged else written_once(self.connection):
            self.connection.execute(f"PRAGMA foreign_keys = {'ON' if checked else 'OFF'}")
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                number = self.connection.execute(
                    """INSERT INTO batches (at, actor, command, undoes, assignments_before)
                       VALUES (?, ?, ?, ?, (SELECT ifnull(max(id), 0) FROM assignments))""",
                    (now, actor, command, undoes),
                ).lastrowid
                batch = Batch(self.connection, number or 0, now, actor)
                yield batch
                if not (batch.touched or keep_empty):
                    self.connection.execute("ROLLBACK")
                    return
                if batch.leads:
                    self.facts.refresh(batch.leads)
                if batch.pipeline:
                    self.facts.refresh_furthest()
                if batch.workweek:
                    self.facts.measure_all()
                self.connection.execute(
                    "UPDATE batches SET touched = ?, summary = ? WHERE id = ?", (batch.touched, batch.summary, batch.id)
                )
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            finally:
                self.connection.execute("PRAGMA foreign_keys = ON")
