"""Targets: the addresses on campaigns' lists that have not answered yet.

A list waits in a temporary table until it is judged: what is a lead already, was dropped before, stands on the list, or
is new.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from leadtrack.store.batches import Batch
from leadtrack.store.sqlite import Row, Tables

# The fields that stand in columns of their own; the others are in `details`.
COLUMNS = ("full_name", "company", "email", "phone", "mobile", "name_key")
NAME = "coalesce(t.full_name, t.company, t.email, t.phone, t.mobile)"
_CHUNK = 2_000

# A target is answered while its lead stands, too; one whose lead was purged has answered, and has none.
_STANDINGS = {
    "waiting": "t.answered_at IS NULL AND t.dropped_at IS NULL",
    "answered": "t.answered_at IS NOT NULL",
    "dropped": "t.answered_at IS NULL AND t.dropped_at IS NOT NULL",
    "all": "1",
}
_STANDING = """CASE WHEN t.answered_at IS NOT NULL THEN 'answered' WHEN t.dropped_at IS NOT NULL THEN 'dropped'
                 ELSE 'waiting' END"""
_READ = f"""
SELECT t.id AS target, {NAME} AS name, t.full_name, t.company, t.email, t.phone, t.mobile, t.details,
       c.name AS campaign, t.campaign_id, {_STANDING} AS standing, t.listed_at AS listed, t.answered_at AS answered,
       t.lead_id AS lead, t.dropped_at AS dropped, t.drop_reason AS reason
FROM targets t JOIN campaigns c ON c.id = t.campaign_id
"""  # noqa: S608 - constants of this file

# The exact keys (dedupe.exact_keys) by which a waiting row, as i, is somebody who stands in a table, as x. Beside them
# a campaign stands as +x.campaign_id: its index would be the wrong one, a list being long.
_KEYS = (
    "x.email = i.email",
    *(
        f"x.{theirs} = i.{ours} AND x.name_key = i.name_key AND i.name_key <> ''"
        for ours in ("phone", "mobile")
        for theirs in ("phone", "mobile")
    ),
)
_MAKE = (
    "DROP TABLE IF EXISTS temp.listing",
    f"""CREATE TEMP TABLE listing (n INTEGER PRIMARY KEY, campaign TEXT, campaign_id INTEGER, details TEXT,
                                   fate TEXT, known INTEGER, {", ".join(COLUMNS)})""",
)
# fate -> what it is compared with, and what must hold there; the first fate that fits is the row's
_FATES = {
    "lead": ("leads x", "x.removed_by IS NULL"),
    "dropped": ("targets x", "x.removed_by IS NULL AND x.dropped_at IS NOT NULL AND x.answered_at IS NULL"),
    "known": ("targets x", "x.removed_by IS NULL AND +x.campaign_id = i.campaign_id"),
}


class Targets(Tables):
    # -- a list comes in -------------------------------------------------------------------------------------------

    def wait(self, rows: Iterable[tuple[int, str, Mapping[str, Any]]]) -> None:
        """Let the rows of a list wait to be judged: (number, campaign, cleaned values with name_key)."""
        for statement in _MAKE:
            self.connection.execute(statement)
        names = ("n", "campaign", "details", *COLUMNS)
        waiting = iter(rows)
        with self.together():
            while chunk := list(islice(waiting, _CHUNK)):
                self.connection.executemany(
                    f"INSERT INTO temp.listing ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608
                    [(n, campaign, _details(values), *map(values.get, COLUMNS)) for n, campaign, values in chunk],
                )

    def campaigns(self) -> list[str]:
        """The campaigns that waiting rows name, in the order of the list."""
        return [
            row[0]
            for row in self.connection.execute(
                "SELECT min(campaign) FROM temp.listing GROUP BY campaign COLLATE NOCASE ORDER BY min(n)"
            )
        ]

    def judge(self) -> dict[str, int]:
        """Decide what each waiting row is: new, known (on this list), lead, or dropped before; returns the counts."""
        self.connection.execute(
            """UPDATE temp.listing SET fate = NULL, known = NULL, campaign_id =
               (SELECT c.id FROM campaigns c WHERE c.name = listing.campaign AND c.removed_by IS NULL)"""
        )
        for fate, (table, condition) in _FATES.items():
            for key in _KEYS:
                self.connection.execute(
                    f"""UPDATE temp.listing SET fate = :fate, known = m.known FROM
                        (SELECT i.n, min(x.id) AS known FROM temp.listing i JOIN {table}
                         WHERE i.fate IS NULL AND {key} AND {condition} GROUP BY i.n) m
                        WHERE m.n = listing.n""",  # noqa: S608 - constants of this file
                    {"fate": fate},
                )
        self.connection.execute("UPDATE temp.listing SET fate = 'new' WHERE fate IS NULL")
        return dict(self.connection.execute("SELECT fate, count(*) FROM temp.listing GROUP BY fate").fetchall())

    def known(self) -> Iterator[tuple[int, Row]]:
        """Waiting rows that stand on the list already: (target, values)."""
        for target, details, *cells in self.connection.execute(
            f"SELECT known, details, {', '.join(COLUMNS)} FROM temp.listing WHERE fate = 'known' ORDER BY n"  # noqa: S608
        ):
            yield target, _whole(json.loads(details), dict(zip(COLUMNS, cells, strict=True)))

    def publish(self, batch: Batch) -> int:
        """Make targets of the waiting rows that are new; returns how many."""
        columns = ", ".join(COLUMNS)
        made = self.connection.execute(
            f"""INSERT INTO targets (campaign_id, {columns}, details, listed_at, batch_id)
                SELECT campaign_id, {columns}, details, :at, :batch FROM temp.listing WHERE fate = 'new'
                ORDER BY n""",  # noqa: S608 - constants of this file
            {"at": batch.at, "batch": batch.id},
        ).rowcount
        batch.touched += made
        return made

    # -- looking ---------------------------------------------------------------------------------------------------

    def values(self, target: int) -> Row:
        """The fields of a target as an import cleans them, custom as a dict; without name_key."""
        row = self.row(f"{_READ} WHERE t.id = :id", {"id": target})
        assert row is not None, f"target {target} is gone"
        whole = _whole(json.loads(row["details"]), {column: row[column] for column in COLUMNS if column in row})
        return {name: value for name, value in whole.items() if value is not None}

    def all(self, *, campaign: int | None, standing: str, search: str | None, limit: int | None) -> list[Row]:
        """By number; target, name, campaign, standing, listed, answered, lead, dropped, reason, and the fields of its
        row with custom (dict)."""
        where = f"t.removed_by IS NULL AND {_STANDINGS[standing]}"
        where += " AND t.campaign_id = :campaign" if campaign is not None else ""
        if search:
            where += """ AND instr(lower(concat_text(t.full_name, t.company, t.email, t.phone, t.mobile, t.details)),
                                   lower(:search)) > 0"""
        found = self.rows(
            f"{_READ} WHERE {where} ORDER BY t.id LIMIT :limit",
            {"campaign": campaign, "search": search, "limit": -1 if limit is None else limit},
        )
        for row in found:
            details = json.loads(row.pop("details"))
            row.pop("campaign_id")
            row |= {"custom": {}, **details}
        return found

    def answering(self, text: str, campaign: int | None, limit: int) -> list[Row]:
        """Who answers to a number, an e-mail address, or else a part of a name or company."""
        narrowed = "t.removed_by IS NULL AND (:campaign IS NULL OR t.campaign_id = :campaign)"
        number = text.removeprefix("#")
        conditions = (
            ["t.id = :number"]
            if number.isascii() and number.isdigit()
            else [
                "t.email = lower(:text)",
                "(lower(t.full_name) = lower(:text) OR lower(t.company) = lower(:text))",
                "(instr(lower(t.full_name), lower(:text)) > 0 OR instr(lower(t.company), lower(:text)) > 0)",
            ]
        )
        for condition in conditions:
            found = self.rows(
                f"{_READ} WHERE {narrowed} AND {condition} ORDER BY t.id LIMIT :limit",
                {"text": text, "number": int(number[:18]) if number.isdigit() else None, "campaign": campaign,
                 "limit": limit},
            )  # fmt: skip
            if found:
                return found
        return []

    # -- what becomes of them --------------------------------------------------------------------------------------

    def fill(self, batch: Batch, target: int, values: Mapping[str, Any]) -> bool:
        """Change the fields of a target; `values` are whole, as `known` gives them. Returns whether any did change."""
        row = {column: values.get(column) for column in COLUMNS}
        return bool(batch.update("targets", target, {**row, "details": _details(values)}))

    def answered(self, batch: Batch, target: int, lead: int, at: str) -> None:
        batch.update("targets", target, {"answered_at": at, "lead_id": lead})

    def drop(self, batch: Batch, target: int, reason: str) -> None:
        batch.update("targets", target, {"dropped_at": batch.at, "drop_reason": reason})

    def answered_in(self, batch: Batch) -> int:
        """Mark the waiting targets whom leads made by this batch show to have answered; returns how many leads.

        Such a lead keeps the campaign of its target, where nothing else named one. Nothing happens, at no cost, while
        there are no targets.
        """
        if not self.value("SELECT EXISTS (SELECT 1 FROM targets WHERE answered_at IS NULL AND removed_by IS NULL)"):
            return 0
        self.connection.execute("DROP TABLE IF EXISTS temp.answers")
        self.connection.execute("CREATE TEMP TABLE answers (target INTEGER PRIMARY KEY, lead INTEGER NOT NULL)")
        self.connection.execute("CREATE INDEX temp.answers_lead ON answers (lead)")
        for key in _KEYS:
            self.connection.execute(
                f"""INSERT OR IGNORE INTO temp.answers
                    SELECT x.id, min(i.id) FROM leads i JOIN targets x
                    WHERE i.batch_id = :batch AND i.removed_by IS NULL AND x.removed_by IS NULL AND {key}
                      AND x.answered_at IS NULL GROUP BY x.id""",  # noqa: S608 - constants of this file
                {"batch": batch.id},
            )
        for column, value in (("answered_at", ":at"), ("lead_id", "a.lead")):
            self.connection.execute(
                f"""INSERT INTO changes (batch_id, table_name, row_id, field, old, new)
                    SELECT :batch, 'targets', a.target, '{column}', NULL, {value} FROM temp.answers a""",  # noqa: S608
                {"batch": batch.id, "at": batch.at},
            )
        batch.touched += self.connection.execute(
            """UPDATE targets SET answered_at = :at,
                      lead_id = (SELECT a.lead FROM temp.answers a WHERE a.target = targets.id)
               WHERE id IN (SELECT target FROM temp.answers)""",
            {"at": batch.at},
        ).rowcount
        self.connection.execute(
            """UPDATE leads SET campaign_id =
                      (SELECT t.campaign_id FROM temp.answers a JOIN targets t ON t.id = a.target
                       WHERE a.lead = leads.id ORDER BY t.listed_at DESC, t.id DESC LIMIT 1)
               WHERE id IN (SELECT lead FROM temp.answers) AND campaign_id IS NULL"""
        )
        return int(self.value("SELECT count(DISTINCT lead) FROM temp.answers"))

    def old(self, campaign: int, before: str) -> list[Row]:
        """The targets of a campaign that were listed before an instant and did not become a lead that still stands.

        target, name, listed, refused (whether the list says that they want no mail or calls). Dropped ones are left
        out: they keep a later list from bringing them again.
        """
        return self.rows(
            f"""SELECT t.id AS target, {NAME} AS name, t.listed_at AS listed,
                       coalesce(json_extract(t.details, '$.opt_out_email') = 1
                                OR json_extract(t.details, '$.opt_out_phone') = 1, 0) AS refused
                FROM targets t
                WHERE t.campaign_id = :campaign AND t.removed_by IS NULL AND t.listed_at < :before
                  AND (t.answered_at IS NULL AND t.dropped_at IS NULL
                       OR t.answered_at IS NOT NULL AND t.lead_id IS NULL)
                ORDER BY t.id""",  # noqa: S608 - constants of this file
            {"campaign": campaign, "before": before},
        )

    def move(self, batch: Batch, targets: Iterable[int], campaign: int) -> tuple[int, int]:
        """Put targets on another campaign's list as of now; who stands there already leaves the old one instead.

        Returns (moved, left). Old values are kept as changes.
        """
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS moving (target INTEGER PRIMARY KEY, twin INTEGER)")
        self.connection.execute("DELETE FROM temp.moving")
        self.connection.executemany("INSERT INTO temp.moving (target) VALUES (?)", ((target,) for target in targets))
        given = {"batch": batch.id, "campaign": campaign, "at": batch.at}
        for key in _KEYS:
            self.connection.execute(
                f"""UPDATE temp.moving SET twin = m.twin FROM
                    (SELECT i.id, min(x.id) AS twin FROM temp.moving k JOIN targets i ON i.id = k.target JOIN targets x
                     WHERE k.twin IS NULL AND +x.campaign_id = :campaign AND x.removed_by IS NULL AND {key}
                     GROUP BY i.id) m
                    WHERE m.id = moving.target""",  # noqa: S608 - constants of this file
                given,
            )
        for column, value in (("campaign_id", ":campaign"), ("listed_at", ":at")):
            self.connection.execute(
                f"""INSERT INTO changes (batch_id, table_name, row_id, field, old, new)
                    SELECT :batch, 'targets', t.id, '{column}', t.{column}, {value}
                    FROM temp.moving k JOIN targets t ON t.id = k.target
                    WHERE k.twin IS NULL AND t.{column} <> {value}""",  # noqa: S608 - constants of this function
                given,
            )
        moved = self.connection.execute(
            """UPDATE targets SET campaign_id = :campaign, listed_at = :at
               WHERE id IN (SELECT target FROM temp.moving WHERE twin IS NULL)""",
            given,
        ).rowcount
        self.connection.execute(
            """INSERT INTO changes (batch_id, table_name, row_id, field, old, new)
               SELECT :batch, 'targets', target, 'removed_by', NULL, :batch FROM temp.moving
               WHERE twin IS NOT NULL""",
            given,
        )
        left = self.connection.execute(
            """UPDATE targets SET removed_by = :batch
               WHERE id IN (SELECT target FROM temp.moving WHERE twin IS NOT NULL)""",
            given,
        ).rowcount
        batch.touched += moved + left
        return moved, left


def _details(values: Mapping[str, Any]) -> str:
    """The fields beside the columns, as JSON."""
    rest = {name: value for name, value in values.items() if name not in COLUMNS and value not in (None, {})}
    return json.dumps(rest, ensure_ascii=False)


def _whole(details: dict[str, Any], columns: Mapping[str, Any]) -> Row:
    return {**details, "custom": details.get("custom") or {}, **columns}
