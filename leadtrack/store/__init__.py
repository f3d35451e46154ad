"""The team's file. All SQL of the program is in this folder, one file per noun; the rest calls `store.leads.get(7)`."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from leadtrack.store.sqlite import connect, speaking_plainly

if TYPE_CHECKING:
    from leadtrack.store.activities import Activities
    from leadtrack.store.assignments import Assignments
    from leadtrack.store.batches import Batch, Batches
    from leadtrack.store.campaigns import Campaigns
    from leadtrack.store.facts import Facts
    from leadtrack.store.intake import Intake
    from leadtrack.store.leads import Leads
    from leadtrack.store.reminders import Reminders
    from leadtrack.store.reporting import Reporting
    from leadtrack.store.reps import Reps
    from leadtrack.store.settings import Settings
    from leadtrack.store.stages import Stages
    from leadtrack.store.territories import Territories
    from leadtrack.store.undo import Undo


class Store:
    """An open file. The noun is imported when it is first asked for, so that a small command stays quick."""

    def __init__(self, path: Path, *, now: str, settings: dict[str, str]) -> None:
        self.path = path
        self.connection: sqlite3.Connection = connect(path, now=now, settings=settings)

    @property
    def schema(self) -> int:
        """How far the file's schema is (see migrations)."""
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])

    def close(self) -> None:
        self.connection.close()

    @contextmanager
    def batch(
        self, command: str, *, actor: str, now: str, undoes: int | None = None, keep_empty: bool = False
    ) -> "Iterator[Batch]":
        """One transaction: all that happens inside is kept together or not at all.

        The facts of the leads that it touched are told anew before the commit. A batch that touched nothing leaves no
        trace unless `keep_empty` (that a file was imported is worth knowing, even when it held nothing new).
        Raises StoreError.
        """
        from leadtrack.store.batches import Batch

        with speaking_plainly(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                number = self.connection.execute(
                    "INSERT INTO batches (at, actor, command, undoes) VALUES (?, ?, ?, ?)",
                    (now, actor, command, undoes),
                ).lastrowid
                batch = Batch(self.connection, number or 0, now, actor)
                yield batch
                if not (batch.touched or keep_empty):
                    self.connection.execute("ROLLBACK")
                    return
                if batch.leads:
                    self.facts.refresh(batch.leads)
                self.connection.execute(
                    "UPDATE batches SET touched = ?, summary = ? WHERE id = ?", (batch.touched, batch.summary, batch.id)
                )
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @cached_property
    def activities(self) -> "Activities":
        from leadtrack.store.activities import Activities

        return Activities(self.connection)

    @cached_property
    def assignments(self) -> "Assignments":
        from leadtrack.store.assignments import Assignments

        return Assignments(self.connection)

    @cached_property
    def batches(self) -> "Batches":
        from leadtrack.store.batches import Batches

        return Batches(self.connection)

    @cached_property
    def campaigns(self) -> "Campaigns":
        from leadtrack.store.campaigns import Campaigns

        return Campaigns(self.connection)

    @cached_property
    def facts(self) -> "Facts":
        from leadtrack.store.facts import Facts

        return Facts(self.connection)

    @cached_property
    def intake(self) -> "Intake":
        from leadtrack.store.intake import Intake

        return Intake(self.connection)

    @cached_property
    def leads(self) -> "Leads":
        from leadtrack.store.leads import Leads

        return Leads(self.connection)

    @cached_property
    def reminders(self) -> "Reminders":
        from leadtrack.store.reminders import Reminders

        return Reminders(self.connection)

    @cached_property
    def reporting(self) -> "Reporting":
        from leadtrack.store.reporting import Reporting

        return Reporting(self.connection)

    @cached_property
    def reps(self) -> "Reps":
        from leadtrack.store.reps import Reps

        return Reps(self.connection)

    @cached_property
    def settings(self) -> "Settings":
        from leadtrack.store.settings import Settings

        return Settings(self.connection)

    @cached_property
    def stages(self) -> "Stages":
        from leadtrack.store.stages import Stages

        return Stages(self.connection)

    @cached_property
    def territories(self) -> "Territories":
        from leadtrack.store.territories import Territories

        return Territories(self.connection)

    @cached_property
    def undo(self) -> "Undo":
        from leadtrack.store.undo import Undo

        return Undo(self.connection)
