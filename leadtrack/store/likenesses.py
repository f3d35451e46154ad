"""The waiting rows of an import as they are compared by likeness, and what came of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from typing import Any

from leadtrack.store.duplicates import JUDGED
from leadtrack.store.sqlite import Tables

_FRESH = "temp.incoming WHERE first IS NULL AND lead IS NULL"
_CHUNK = 2_000
# How a stored lead, l, may share something with a waiting row, i, that an index finds.
_SHARED = (
    "l.email = i.email", "l.phone = i.phone", "l.phone = i.mobile", "l.mobile = i.phone", "l.mobile = i.mobile",
    "l.postal_code = i.postal_code", "l.name_key = i.name_key",
)  # fmt: skip


class Likenesses(Tables):
    def known(self) -> list[int]:
        """The numbers of the rows of which a stored lead is known, but for those that repeat an earlier row."""
        found = "SELECT n FROM temp.incoming WHERE lead IS NOT NULL AND first IS NULL"
        return [row[0] for row in self.connection.execute(found)]

    def columns(self, numbers: Sequence[int] | None = None) -> Iterator[tuple[list[int], dict[str, Sequence[Any]]]]:
        """Rows that are new so far, or these, in blocks: their numbers n, and what they are judged by as columns."""
        judged = f"SELECT n, {', '.join(JUDGED)} FROM"
        if numbers is None:
            cursor = self.connection.execute(f"{judged} {_FRESH} ORDER BY n")
            yield from self._blocks(iter(lambda: cursor.fetchmany(_CHUNK), []))
        for start in range(0, len(numbers or ()), _CHUNK):
            chunk = (numbers or ())[start : start + _CHUNK]
            asked = f"{judged} temp.incoming WHERE n IN ({', '.join('?' * len(chunk))})"
            yield from self._blocks([self.connection.execute(asked, chunk).fetchall()])

    def _blocks(self, blocks: Iterable[list[tuple[Any, ...]]]) -> Iterator[tuple[list[int], dict[str, Sequence[Any]]]]:
        for rows in filter(None, blocks):
            numbers, *columns = zip(*rows, strict=True)
            yield list(numbers), dict(zip(JUDGED, columns, strict=True))

    def kin(self) -> list[int]:
        """The stored leads that share an address, a number, a ZIP or the whole name with a row that is new so far."""
        found = " UNION ".join(
            f"SELECT l.id FROM temp.incoming i JOIN leads l ON {shared} WHERE i.first IS NULL AND i.lead IS NULL"  # noqa: S608
            for shared in _SHARED
        )
        return [row[0] for row in self.connection.execute(found)]

    def settle(self, leads: Mapping[int, int], firsts: Mapping[int, int]) -> None:
        """Say of rows which stored lead, or which earlier row, they show; rows that repeat them follow."""
        # a commit for each row would cost a thousand times the row
        with nullcontext() if self.connection.in_transaction else self.together():
            self._settle(leads, firsts)

    def _settle(self, leads: Mapping[int, int], firsts: Mapping[int, int]) -> None:
        self.connection.executemany(
            """UPDATE temp.incoming SET lead = :lead
               WHERE n = :n AND first IS NULL AND lead IS NULL
                 AND EXISTS (SELECT 1 FROM facts WHERE lead_id = :lead)""",
            [{"n": n, "lead": lead} for n, lead in leads.items()],
        )
        pairs = [{"n": n, "first": first} for n, first in firsts.items()]
        self.connection.executemany(
            "UPDATE temp.incoming SET first = :first WHERE n = :n AND first IS NULL AND lead IS NULL", pairs
        )
        following = self.connection.execute("SELECT n, first FROM temp.incoming WHERE first IS NOT NULL").fetchall()
        self.connection.executemany(
            "UPDATE temp.incoming SET first = ? WHERE n = ?",
            [(firsts[first], n) for n, first in following if first in firsts],
        )
