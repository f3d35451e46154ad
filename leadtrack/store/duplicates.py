"""Pairs of leads that may be one: those that wait for a person to look, those that were judged, and leads to judge."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Row, Tables

# What leads are judged by.
JUDGED = (
    "first_name", "last_name", "full_name", "company", "title", "email", "phone", "mobile", "website", "street", "city",
    "state", "postal_code", "linkedin", "custom",
)  # fmt: skip
_VALUES = ", ".join(f"l.{column}" for column in JUDGED)
_CHUNK = 900
_BLOCK = 2_000

# lead, other, score (0 to 1), reasons
Pair = tuple[int, int, float, Sequence[str]]


class Duplicates(Tables):
    def count(self) -> int:
        """How many leads there are to judge."""
        return int(self.value("SELECT count(*) FROM facts"))

    def columns(self, leads: Sequence[int] | None = None) -> Iterator[tuple[list[int], dict[str, Sequence[Any]]]]:
        """Every lead, or these, in blocks: their numbers, and what they are judged by as columns; `custom` is JSON."""
        if leads is None:
            cursor = self.connection.execute(
                f"SELECT l.id, {_VALUES} FROM leads l JOIN facts f ON f.lead_id = l.id ORDER BY l.id"  # noqa: S608 - constants
            )
            blocks = iter(lambda: cursor.fetchmany(_BLOCK), [])
        else:
            chunks = (leads[start : start + _CHUNK] for start in range(0, len(leads), _CHUNK))
            blocks = (
                self.connection.execute(
                    f"""SELECT l.id, {_VALUES} FROM leads l JOIN facts f ON f.lead_id = l.id
                        WHERE l.id IN ({", ".join("?" * len(chunk))})""",  # noqa: S608 - constants and question marks
                    chunk,
                ).fetchall()
                for chunk in chunks
            )
        for rows in filter(None, blocks):
            numbers, *columns = zip(*rows, strict=True)
            yield list(numbers), dict(zip(JUDGED, columns, strict=True))

    def people(self, leads: Sequence[int]) -> dict[int, Row]:
        """Who these leads are: number -> name, company, email, rep_id."""
        found: dict[int, Row] = {}
        for start in range(0, len(leads), _CHUNK):
            chunk = leads[start : start + _CHUNK]
            for row in self.rows(
                f"""SELECT l.id AS lead, l.full_name AS name, l.company, l.email, f.rep_id
                    FROM leads l JOIN facts f ON f.lead_id = l.id WHERE l.id IN ({", ".join("?" * len(chunk))})""",  # noqa: S608
                chunk,
            ):
                found[row.pop("lead")] = row
        return found

    def queue(self, batch: Batch, pairs: Iterable[Pair]) -> int:
        """Put pairs in front of a person: those that may be one. Pairs that wait already, or were judged, are passed
        over. Returns how many are new; they do not count as touched, since no lead is another for it."""
        before = self.connection.total_changes
        self.connection.executemany(
            """INSERT OR IGNORE INTO pairs (lead_id, other_id, verdict, score, reasons, batch_id)
               VALUES (?, ?, 'maybe', ?, ?, ?)""",
            (
                (min(lead, other), max(lead, other), score, json.dumps(list(reasons), ensure_ascii=False), batch.id)
                for lead, other, score, reasons in pairs
            ),
        )
        return self.connection.total_changes - before

    def waiting(self) -> list[Row]:
        """Pairs that wait for a person, the likeliest first: lead, other, score, verdict, reasons."""
        rows = self.rows(
            """SELECT p.lead_id AS lead, p.other_id AS other, p.score, p.verdict, p.reasons
               FROM pairs p JOIN facts a ON a.lead_id = p.lead_id JOIN facts b ON b.lead_id = p.other_id
               WHERE p.verdict = 'maybe' AND p.removed_by IS NULL ORDER BY p.score DESC, p.lead_id, p.other_id"""
        )
        return [{**row, "reasons": json.loads(row["reasons"])} for row in rows]

    def distinct(self) -> set[tuple[int, int]]:
        """Pairs (lead < other) that a person said are two. Of a merged lead it holds for the one it was merged into."""
        found = self.connection.execute(
            """SELECT coalesce(a.merged_into, a.id), coalesce(b.merged_into, b.id)
               FROM pairs p JOIN leads a ON a.id = p.lead_id JOIN leads b ON b.id = p.other_id
               WHERE p.verdict = 'distinct' AND p.removed_by IS NULL"""
        )
        return {(min(pair), max(pair)) for pair in found}

    def separate(self, batch: Batch, lead: int, other: int) -> bool:
        """Remember that two leads are two; False if that was known."""
        lead, other = min(lead, other), max(lead, other)
        known = self.row(
            "SELECT id, verdict FROM pairs WHERE lead_id = :lead AND other_id = :other AND removed_by IS NULL",
            {"lead": lead, "other": other},
        )
        if known is None:
            batch.insert("pairs", {"lead_id": lead, "other_id": other, "verdict": "distinct"})
            return True
        return bool(batch.update("pairs", known["id"], {"verdict": "distinct"}))
