"""What a command of the day costs on a large database, beside the same command on a small one.

    python benchmarks/day.py [--leads 1000000] [--runs 9] [--db big.db]

The large database has five activities a lead, and assignments, stage moves and reminders as a team of 200 leaves
them; `--db` keeps it, and takes it again where it is there. The small one is made in the same way, of 20 leads. The
rounds are interleaved, so that a busy machine disturbs both alike; figures are CPU (user and system), the median of the
rounds.
"""

# ruff: noqa: S608 - the statements are put together from constants of this file

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from measure import LEADTRACK, Cost, median, run, table

from leadtrack.instants import iso
from leadtrack.store import Store

REPS = 200
SMALL = 20
DAY = 86_400

# What is asked, with a lead to do it to; the must of the first six is 1.5.
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("note", "{lead}", "left a message"),
    ("log", "{lead}", "call", "--outcome", "voicemail"),
    ("remind", "{lead}", "in 3 days", "call again"),
    ("show", "{lead}"),
    ("next", "--rep", "Rep 7"),
    ("remind", "--due", "today", "--rep", "Rep 7"),
    ("stage", "{lead}", "contacted"),
    ("history", "{lead}"),
    ("target", "list", "--limit", "5"),
)

# n is the lead's number; h a number that looks random; :now the present in seconds.
_NUMBERED = """
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :leads),
     scattered AS (SELECT n, (n * 2654435761) % 4294967296 / 16 AS h FROM number)
"""


def _at(seconds: str) -> str:
    """SQL for an instant so many seconds from now."""
    return f"strftime('%Y-%m-%dT%H:%M:%SZ', :now + ({seconds}), 'unixepoch')"


_CREATED = f"-({DAY} * 2 + h % ({DAY} * 700))"
_HISTORY = (
    f"""INSERT INTO leads (id, first_name, last_name, full_name, company, email, phone, city, state, postal_code,
                           country, source_id, value, created_at, name_key, entered_stage_id, batch_id)
        {_NUMBERED} SELECT n, 'Lead', 'Number' || n, 'Lead Number' || n, 'Company ' || (h % 50000),
            iif(h % 97, 'lead' || n, 'sales') || '@company' || (h % 50000) || '.example',
            printf('+1617%07d', n % 10000000), 'Boston', 'MA', '02110', 'US', 1 + h % 5, h % 90000,
            {_at(_CREATED)}, 'lead number' || n, :first, 1 FROM scattered""",
    f"""INSERT INTO assignments (lead_id, rep_id, at, rule, reason, score, temperature, batch_id)
        {_NUMBERED} SELECT n, 1 + n % {REPS}, {_at(_CREATED + " + 600")}, 'territory', 'covers state MA',
            h / 11 % 101, CASE WHEN h / 11 % 101 > 69 THEN 'hot' WHEN h / 11 % 101 > 39 THEN 'warm' ELSE 'cold' END, 1
        FROM scattered WHERE h % 20 > 0""",
    f"""INSERT INTO activities (lead_id, rep_id, at, kind, direction, outcome, text, batch_id)
        {_NUMBERED}, time(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM time WHERE k < 5)
        SELECT n, 1 + n % {REPS}, {_at(f"{_CREATED} + 3600 + k * {DAY} / 4 + h % 3600")},
            CASE (h + k) % 6 WHEN 0 THEN 'email' WHEN 1 THEN 'note' WHEN 2 THEN 'text' ELSE 'call' END,
            CASE WHEN (h + k) % 11 = 0 THEN 'in' ELSE 'out' END,
            CASE WHEN (h + k) % 6 = 1 THEN NULL WHEN (h + k) % 3 = 0 THEN 'answered' ELSE 'voicemail' END,
            CASE WHEN (h + k) % 6 < 2 THEN 'said that they would think about it' END, 1
        FROM scattered JOIN time WHERE k < CASE WHEN h % 13 = 0 THEN 0 WHEN h % 13 < 6 THEN 6 ELSE 5 END""",
    f"""INSERT INTO stage_moves (lead_id, from_stage_id, to_stage_id, at, batch_id)
        {_NUMBERED} SELECT n, :first, (SELECT id FROM stages WHERE position = 2 + h % 7 LIMIT 1),
            {_at(_CREATED + f" + {DAY}")}, 1 FROM scattered WHERE h % 3 > 0""",
    f"""INSERT INTO reminders (lead_id, rep_id, due_at, text, batch_id)
        {_NUMBERED} SELECT n, 1 + n % {REPS}, {_at(f"h % ({DAY} * 365) - {DAY} * 3")}, 'call again', 1
        FROM scattered WHERE h % 7 = 0""",
)
_TABLES = ("leads", "assignments", "activities", "stage_moves", "reminders", "facts")


def generate(path: Path, leads: int) -> None:
    """A team's file with so many leads and five times as many activities, as its commands would have left it."""
    now = datetime.now(UTC)
    # all of it is one batch; no assignment is later than its own, and nobody was assigned within the last day
    taken_in = iso(now - timedelta(hours=47))
    store = Store(path, now=taken_in, settings={"time_zone": "America/New_York", "country": "US"}, durable=False)
    connection = store.connection
    connection.execute("PRAGMA cache_size = -400000")
    connection.execute("PRAGMA journal_mode = OFF")  # nobody else is there, and a failure begins again
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO reps (name, batch_id) VALUES (?, 1)", [(f"Rep {n}",) for n in range(1, REPS + 1)]
    )
    connection.executemany("INSERT INTO sources (name, batch_id) VALUES (?, 1)", [(f"Source {n}",) for n in range(5)])
    marks = ", ".join(f"'{name}'" for name in _TABLES)
    indexes = connection.execute(
        f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({marks})"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    first = connection.execute("SELECT id FROM stages ORDER BY position LIMIT 1").fetchone()[0]
    for statement in _HISTORY:
        connection.execute(statement, {"leads": leads, "now": int(now.timestamp()), "first": first})
    for _, statement in indexes:
        connection.execute(statement)
    store.facts.refresh(range(1, leads + 1))
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")
    store.close()


def rounds(runs: int, leads: int) -> Iterator[tuple[int, Sequence[str]]]:
    """(which command, its words with a lead of the database), so many times each, after one that only warms up."""
    for turn in range(runs + 1):
        for place, words in enumerate(COMMANDS):
            lead = 1 + (turn * 7919 + place * 104_729) % leads
            yield place, [word.format(lead=lead) for word in words]


def main() -> None:
    parser = argparse.ArgumentParser(description="CPU of the day's commands on a large and a small database.")
    parser.add_argument("--leads", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--db", type=Path, help="where the large database is kept")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        large, small = given.db or Path(name, "large.db"), Path(name, "small.db")
        if not large.exists():
            begun = time.perf_counter()
            generate(large, given.leads)
            print(f"made {large} in {time.perf_counter() - begun:.0f} s, {large.stat().st_size / 2**20:.0f} MiB")
        generate(small, SMALL)
        costs: dict[tuple[int, Path], list[Cost]] = {}
        for on_large, on_small in zip(rounds(given.runs, given.leads), rounds(given.runs, SMALL), strict=True):
            for db, (place, words) in ((small, on_small), (large, on_large)):
                costs.setdefault((place, db), []).append(run([LEADTRACK, "--db", str(db), *words]))
    rows = []
    for place, words in enumerate(COMMANDS):
        a, b = median(costs[place, small][1:]), median(costs[place, large][1:])
        label = " ".join(["leadtrack", *words]).replace("{lead}", "N")
        rows.append(
            [label, f"{a.cpu * 1000:.0f}", f"{b.cpu * 1000:.0f}", f"{b.cpu / a.cpu:.2f}", f"{b.wall * 1000:.0f}"]
        )
    heads = ["command", f"CPU ms, {SMALL} leads", f"CPU ms, {given.leads:,} leads", "ratio", "wall ms, large"]
    print(table(heads, rows))


if __name__ == "__main__":
    main()
