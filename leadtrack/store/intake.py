"""The way of an import into the file: rows wait in a temporary table, are matched there, and are published at once.

The temporary table is the connection's own: filling it locks nobody out. `publish` is the short part that does.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from itertools import chain, islice
from typing import Any

from leadtrack.dedupe import ONE_WAY
from leadtrack.fields import FIELDS
from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Row, Tables

# The lead's own columns in `incoming`, as they are cleaned; a source and a campaign wait under their names.
WAITING = (*FIELDS, "custom", "name_key")
# A column of `leads` -> where its value comes from when a waiting row is published.
_PUBLISHED = {column: (column, f"i.{column}") for column in WAITING} | {
    "source": ("source_id", "s.id"),
    "campaign": ("campaign_id", "c.id"),
}

# Above this many new leads, on a file that holds fewer, the indexes are built after the rows: twice as fast.
_BULK = 20_000
# But for these, to which new rows add at the end, or nothing.
_IN_ORDER = ("leads_batch", "leads_merged", "origins_batch", "origins_lead")

# first: the number of the earlier row of the same file that this one repeats; lead: the stored lead it is. `made` has
# the rows that will make a lead, in the order of the file; seq: their place among these.
_MAKE = (
    "DROP TABLE IF EXISTS temp.incoming",
    f"""CREATE TEMP TABLE incoming (
        n INTEGER PRIMARY KEY, row INTEGER, fingerprint INTEGER, cells TEXT, first INTEGER, lead INTEGER,
        {", ".join(WAITING)}
    )""",
    # most rows are new: those that are not are found without reading all
    "CREATE INDEX temp.incoming_first ON incoming (first) WHERE first IS NOT NULL",
    "CREATE INDEX temp.incoming_lead ON incoming (lead) WHERE lead IS NOT NULL",
    # KiB, negative by SQLite's custom: what is written stays in memory until it is whole
    "PRAGMA temp.cache_size = -64000",
    "PRAGMA main.cache_size = -64000",
)
# So many rows are put there by one statement, which is quicker. Older SQLite takes 999 parameters: columns times rows.
_AT_ONCE = 10
# Those of WAITING that name something of which there are few, with a table of its own.
_NAMES = ("source", "campaign")
_OWN = ("n", "row", "fingerprint", "cells", "first")
_NUMBER = (
    "DROP TABLE IF EXISTS temp.made",
    "CREATE TEMP TABLE made (seq INTEGER PRIMARY KEY, n INTEGER)",
    "INSERT INTO made (n) SELECT n FROM incoming WHERE lead IS NULL AND first IS NULL ORDER BY n",
    "CREATE UNIQUE INDEX temp.made_n ON made (n)",
)
# Where the lead is told that a waiting row, i, became: a repeat of an earlier row became what that one did.
_BECAME = "incoming i LEFT JOIN made m ON m.n = ifnull(i.first, i.n)"
_LEAD = "coalesce(i.lead, :base + m.seq, (SELECT f.lead FROM incoming f WHERE f.n = i.first))"

_MATCH = (
    "UPDATE incoming SET lead = NULL WHERE lead IS NOT NULL",
    """UPDATE incoming SET lead = m.lead FROM
       (SELECT i.n, min(o.lead_id) AS lead FROM incoming i JOIN origins o ON o.fingerprint = i.fingerprint
        WHERE o.removed_by IS NULL GROUP BY i.n) m WHERE m.n = incoming.n""",
    """UPDATE incoming SET lead = m.lead FROM
       (SELECT i.n, min(coalesce(l.merged_into, l.id)) AS lead FROM incoming i JOIN leads l ON l.email = i.email
        WHERE i.email IS NOT NULL AND i.lead IS NULL AND l.removed_by IS NULL GROUP BY i.n) m
       WHERE m.n = incoming.n""",
    *(
        f"""UPDATE incoming SET lead = m.lead FROM
            (SELECT i.n, min(coalesce(l.merged_into, l.id)) AS lead FROM incoming i
             JOIN leads l ON l.{theirs} = i.{ours} AND l.name_key = i.name_key
             WHERE i.{ours} IS NOT NULL AND i.name_key <> '' AND i.lead IS NULL AND l.removed_by IS NULL GROUP BY i.n) m
            WHERE m.n = incoming.n"""  # noqa: S608 - constants
        for ours in ("phone", "mobile")
        for theirs in ("phone", "mobile")
    ),
)

# Whether a repeat, i, may tell its first row, f, something there (see dedupe.fill): mostly where that says nothing.
_LACKING = "f.{0} IS NULL"
_LACKS = dict.fromkeys((*ONE_WAY, "custom", "notes"), "f.{0} IS NOT i.{0}")

# A block of rows as columns: _OWN, and by the names of WAITING what the rows say; `custom` is JSON.
Waiting = Mapping[str, Sequence[Any]]


class Intake(Tables):
    _version = 0
    _rows = 0
    _base = 0  # the last number that was given to a lead before these rows
    in_bulk = False  # whether most leads of the file are those that were published last
    _held: frozenset[str] = frozenset()  # the columns of WAITING in which any row has a value
    _named: Mapping[str, dict[str, int]] = {}  # of _NAMES: what rows say there -> the first row that says it

    def begin(self) -> None:
        """An empty waiting room."""
        for statement in _MAKE:
            self.connection.execute(statement)
        self._held = frozenset()
        self._named = {column: {} for column in _NAMES}
        self._rows = 0

    def wait(self, blocks: Iterable[Waiting]) -> None:
        """Put rows into it; a column that a block of them does not have is neither bound nor written."""
        with self.together():
            for block in blocks:
                self._wait(block)

    def _wait(self, block: Waiting) -> None:
        assert set(block) - set(_OWN) <= set(WAITING), set(block) - set(WAITING)
        columns = [column for column in (*_OWN, *WAITING) if column in block]
        self._held |= set(block).intersection(WAITING)
        self._rows += len(block["n"])
        for column, names in self._named.items():
            said = block.get(column, ())
            for name in set(said) - names.keys() - {None}:
                names[name] = block["n"][said.index(name)]
        cells = chain.from_iterable(zip(*(block[column] for column in columns), strict=True))
        groups, rest = divmod(len(block["n"]), _AT_ONCE)
        for rows, times in ((_AT_ONCE, groups), (1, rest)):
            places = ", ".join([f"({', '.join('?' * len(columns))})"] * rows)
            width = rows * len(columns)
            self.connection.executemany(
                f"INSERT INTO temp.incoming ({', '.join(columns)}) VALUES {places}",  # noqa: S608 - constants
                zip(*[islice(cells, times * width)] * width, strict=True),
            )

    def known(self, headers: str, columns: str) -> dict[int, tuple[int, bool]]:
        """Rows of earlier imports under these headers: fingerprint -> (lead, whether they were read as now)."""
        return {
            fingerprint: (lead, bool(same))
            for fingerprint, lead, same in self.connection.execute(
                """SELECT o.fingerprint, o.lead_id, i.columns = :columns
                   FROM origins o JOIN imports i ON i.batch_id = o.batch_id
                   WHERE i.headers = :headers AND o.removed_by IS NULL""",
                {"headers": headers, "columns": columns},
            )
        }

    def match(self, *, by_content_only: bool) -> None:
        """Find the stored lead of every waiting row: the same row taken in earlier, else the exact keys."""
        self._version = self.value("PRAGMA data_version")
        if self.value("SELECT EXISTS (SELECT 1 FROM leads)"):
            for statement in _MATCH[:2] if by_content_only else _MATCH:
                self.connection.execute(statement)

    def outdated(self) -> bool:
        """Whether somebody else wrote since `match`, so that it must be asked again."""
        return bool(self._version != self.value("PRAGMA data_version"))

    def counts(self) -> tuple[int, int, int]:
        """(rows that will make a lead, rows that belong to a stored lead, rows that repeat an earlier row)."""
        stored = self.value("SELECT count(*) FROM incoming WHERE lead IS NOT NULL AND first IS NULL")
        repeats = self.value("SELECT count(*) FROM incoming WHERE first IS NOT NULL")
        return self._rows - stored - repeats, stored, repeats

    def says(self, column: str) -> bool:
        """Whether any row says something there."""
        return column in self._held

    def matched(self) -> Iterator[tuple[int, Row]]:
        """Rows with a stored lead, in the order of the file: (lead, values)."""
        columns = self._told()
        for lead, *cells in self.connection.execute(
            f"""SELECT {", ".join(("lead", *columns))} FROM incoming
                WHERE lead IS NOT NULL AND first IS NULL ORDER BY n"""  # noqa: S608 - constants
        ):
            yield lead, _values(columns, cells)

    def repeats(self) -> Iterator[tuple[int, int | None, Row, Row]]:
        """Rows that repeat an earlier one, in the order of the file: (number of that first row, its stored lead, what
        it says, what they say). Those from which a first row without a stored lead can learn nothing are left out.
        """
        columns = self._told()
        more = [f"(i.{column} IS NOT NULL AND {_LACKS.get(column, _LACKING).format(column)})" for column in columns]
        told = ", ".join(f"{row}.{column}" for row in "fi" for column in columns)
        for first, lead, *cells in self.connection.execute(
            f"""SELECT i.first, f.lead, {told} FROM incoming i JOIN incoming f ON f.n = i.first
                WHERE i.first IS NOT NULL AND (f.lead IS NOT NULL OR {" OR ".join(more)}) ORDER BY i.n"""  # noqa: S608
        ):
            half = len(columns)
            yield first, lead, _values(columns, cells[:half]), _values(columns, cells[half:])

    def _told(self) -> list[str]:
        """The columns in which rows say something that may be told to somebody."""
        return [column for column in WAITING if column in self._held and column != "name_key"]

    def fates(self, batch: int | None) -> list[tuple[int, int, int | None, int | None, int | None]]:
        """Every waiting row: (n, row, the earlier row that it repeats, the stored lead it is, the lead it became)."""
        return self.connection.execute(
            """SELECT i.n, i.row, f.row, i.lead,
                      (SELECT o.lead_id FROM origins o WHERE o.batch_id = :batch AND o.row = i.row)
               FROM incoming i LEFT JOIN incoming f ON f.n = i.first ORDER BY i.n""",
            {"batch": batch},
        ).fetchall()

    def complete(self, rows: Mapping[int, Mapping[str, Any]]) -> None:
        """Add to waiting rows what repeats of them brought."""
        added: defaultdict[str, list[tuple[Any, int]]] = defaultdict(list)
        for n, values in rows.items():
            for column, value in values.items():
                assert column in WAITING
                if column in self._named:
                    self._named[column].setdefault(value, n)
                added[column].append((json.dumps(value, ensure_ascii=False) if column == "custom" else value, n))
        self._held |= added.keys()
        for column, pairs in added.items():
            self.connection.executemany(f"UPDATE incoming SET {column} = ? WHERE n = ?", pairs)  # noqa: S608

    def named(self) -> dict[str, list[str]]:
        """The sources and campaigns that rows which will make a lead name, in the order of the file: {"source": names,
        "campaign": names}. An alias that a row has for a source is exchanged for the source's own name.
        """
        for alias, name in self._aliases():
            self.connection.execute(
                "UPDATE temp.incoming SET source = :name WHERE source = :alias", {"alias": alias, "name": name}
            )
            first = self._named["source"].pop(alias)
            self._named["source"][name] = min(first, self._named["source"].get(name, first))
        return {column: self._said(column) for column in _NAMES}

    def _aliases(self) -> list[tuple[str, str]]:
        """Of the sources that rows name, those that are aliases of another, with its name."""
        return self.connection.execute(
            """SELECT n.value, s.name FROM json_each(:names) n
               JOIN source_aliases a ON a.name = n.value AND a.removed_by IS NULL JOIN sources s ON s.id = a.source_id
               WHERE NOT EXISTS (SELECT 1 FROM sources o WHERE o.name = a.name AND o.removed_by IS NULL)""",
            {"names": json.dumps(list(self._named["source"]))},
        ).fetchall()

    def _said(self, column: str) -> list[str]:
        firsts = {n: name for name, n in self._named[column].items()}
        fresh = f"{column} IS NOT NULL AND lead IS NULL AND first IS NULL"
        known = self.connection.execute(
            f"SELECT n, {column} FROM temp.incoming WHERE n IN (SELECT value FROM json_each(:firsts)) AND {fresh}",  # noqa: S608
            {"firsts": json.dumps(list(firsts))},
        )
        if dict(known.fetchall()) != firsts:  # a name stands first in a row that makes no lead: all are asked
            known = self.connection.execute(
                f"SELECT min(n), {column} FROM temp.incoming WHERE {fresh} GROUP BY {column}"  # noqa: S608 - constants
            )
            firsts = dict(known.fetchall())
        return [firsts[n] for n in sorted(firsts)]

    def publish(self, batch: Batch, stage: int) -> int:
        """Make leads of the waiting rows that are new, and keep the origin of all; returns how many leads."""
        new, *_ = self.counts()
        self.in_bulk = new > _BULK and new > self.value("SELECT count(*) FROM leads")
        self.number()
        # each with its indexes, as long as its pages are in memory; a million rows have 256 MiB
        if self.in_bulk:
            self.connection.execute("PRAGMA main.cache_size = -262144")  # KiB
        with self.aside("leads", but=_IN_ORDER) if self.in_bulk else nullcontext():
            self._make_leads(batch, stage)
        with self.aside("origins", but=_IN_ORDER) if self.in_bulk else nullcontext():
            self._keep_origins(batch, bulk=self.in_bulk)
        batch.touched += new
        return new

    def _make_leads(self, batch: Batch, stage: int) -> None:
        # SQLite numbers rows on from the last one, as `made` does
        published = {
            **dict(_PUBLISHED[column] for column in WAITING if column in self._held),
            "entered_stage_id": ":stage",
            "batch_id": ":batch",
        }
        self.connection.execute(
            f"""INSERT INTO leads ({", ".join(published)})
                SELECT {", ".join(published.values())}
                FROM incoming i
                LEFT JOIN sources s ON s.name = i.source AND s.removed_by IS NULL
                LEFT JOIN campaigns c ON c.name = i.campaign AND c.removed_by IS NULL
                WHERE i.lead IS NULL AND i.first IS NULL ORDER BY i.n""",  # noqa: S608 - constants
            {"stage": stage, "batch": batch.id},
        )

    def _keep_origins(self, batch: Batch, *, bulk: bool) -> None:
        # in bulk the index that would tell which rows are known is not there: they are kept once more; and SQLite sets
        # all rows aside first where it is asked for what it writes to
        unknown = """WHERE i.lead IS NULL
                        OR NOT EXISTS (SELECT 1 FROM origins o WHERE o.fingerprint = i.fingerprint
                                       AND o.lead_id = i.lead AND o.removed_by IS NULL)"""
        self.connection.execute(
            f"""INSERT INTO origins (lead_id, batch_id, row, fingerprint, cells)
                SELECT {_LEAD}, :batch, i.row, i.fingerprint, i.cells
                FROM {_BECAME} {"" if bulk else unknown} ORDER BY i.n""",  # noqa: S608 - constants
            {"base": self._base, "batch": batch.id},
        )

    def lead_of(self, rows: Collection[int]) -> dict[int, int]:
        """Which lead each of these rows (n) became, or would become."""
        found: dict[int, int] = {}
        numbers = list(rows)
        for start in range(0, len(numbers), 900):
            chunk = numbers[start : start + 900]
            asked = {f"n{place}": number for place, number in enumerate(chunk)}
            names = ", ".join(f":{name}" for name in asked)
            found.update(
                self.connection.execute(
                    f"SELECT i.n, {_LEAD} FROM {_BECAME} WHERE i.n IN ({names})",  # noqa: S608 - constants
                    {"base": self._base, **asked},
                ).fetchall()
            )
        return found

    def number(self) -> None:
        """Count the rows that will become leads, on from the last lead that there is."""
        self._base = self.value("SELECT coalesce(max(id), 0) FROM leads")
        for statement in _NUMBER:
            self.connection.execute(statement)

    def leads(self) -> list[int]:
        """The leads that `publish` made, and the stored ones that rows of the file were found to be."""
        return [
            row[0]
            for row in self.connection.execute(
                "SELECT lead FROM incoming WHERE lead IS NOT NULL UNION ALL SELECT :base + seq FROM made",
                {"base": self._base},
            )
        ]

    def read_before(self, headers: str) -> list[list[Any]]:
        """How the latest import under these headers read its columns: [field, use, inverted] each; [] without one."""
        found = self.value(
            """SELECT i.columns FROM imports i JOIN batches b ON b.id = i.batch_id
               WHERE i.headers = :headers ORDER BY b.undone_by IS NOT NULL, i.batch_id DESC LIMIT 1""",
            {"headers": headers},
        )
        return list(json.loads(found)["columns"]) if found else []

    def record(self, batch: int, file: str, sheet: str, headers: str, columns: str, counts: Mapping[str, int]) -> None:
        """Keep the file's own line beside its batch."""
        self.connection.execute(
            """INSERT INTO imports (batch_id, file, sheet, headers, columns,
                                    rows, created, updated, unchanged, duplicates, rejected)
               VALUES (:batch, :file, :sheet, :headers, :columns,
                       :rows, :created, :updated, :unchanged, :duplicates, :rejected)""",
            {"batch": batch, "file": file, "sheet": sheet, "headers": headers, "columns": columns, **counts},
        )


def _values(columns: Sequence[str], cells: Sequence[Any]) -> Row:
    """What a row says, without what it does not."""
    values = {column: cell for column, cell in zip(columns, cells, strict=True) if cell is not None}
    if "custom" in values:
        values["custom"] = json.loads(values["custom"])
    return values
