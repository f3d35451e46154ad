"""What every report costs on a large database, beside the same questions asked of DuckDB on a file of its own.

    python benchmarks/reports.py [--leads 1000000] [--runs 5] [--db big.db] [--rivals PYTHON]

The database is that of benchmarks/day.py, and `--db` takes the same file. `--rivals` is the Python of an environment
that has duckdb and pandas; this file is run by it, reads the tables into a DuckDB file (that is not counted) and asks
for the same figures. Figures are CPU (user and system), the median of the rounds: of the whole command, and of the
report alone in a process that has started (DuckDB's figures are without a start, too; the ratio is of these two). SQL
alone is measured for report funnel and report reps.

What is compared: DuckDB's figures are its statements and the fetching of their rows. Ours are those and the report made
of them (Kaplan-Meier curves, intervals, the page). DuckDB is given `facts` with the lengths of time that SQL cannot
tell (working hours), but neither what is counted already (tallies, stays) nor indexes.
"""

# ruff: noqa: S608 - the statements are put together from constants of this file

import argparse
import json
import sqlite3
import statistics
import subprocess
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

REPORTS = (
    "funnel", "reps", "fairness", "response", "sources", "campaigns", "wasted", "stale", "activity", "quality",
    "referrals", "reopened", "score",
)  # fmt: skip
TABLES = (
    "facts", "leads", "activities", "stage_moves", "stages", "reps", "reminders", "campaigns", "assignments", "batches",
)  # fmt: skip

_NOW = f"TIMESTAMP '{datetime.now(UTC):%Y-%m-%d %H:%M:%S}'"


def _ago(days: float) -> str:
    """The instant so many days ago, as the file has it."""
    return f"'{datetime.now(UTC) - timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}'"


_QUIET = "greatest(coalesce(last_touch_at, stage_since), stage_since)"
# Nothing happened for longer than the stage allows, and no promise is to come.
_STALE = f"""{_QUIET} < CASE stage_id WHEN 1 THEN {_ago(1)} WHEN 2 THEN {_ago(5)} WHEN 3 THEN {_ago(7)}
             WHEN 4 THEN {_ago(7)} WHEN 6 THEN {_ago(120)} END
             AND (next_reminder_at IS NULL OR next_reminder_at < {_ago(0)})"""
_WAY = """(SELECT lead_id, "at", to_stage_id, coalesce(lag(to_stage_id) OVER w, 1) AS before, lag("at") OVER w AS since
           FROM stage_moves WHERE removed_by IS NULL WINDOW w AS (PARTITION BY lead_id ORDER BY "at", id))"""
# A length below an hour in seconds, below a day in minutes, else in hours (begun ones whole), and how long leads wait
_ROUNDED = """CASE WHEN {0} < 3600 THEN {0} WHEN {0} < 86400 THEN ({0} + 59) // 60 * 60
              ELSE ({0} + 3599) // 3600 * 3600 END"""
_WAITED = f"""date_diff('second', {{0}}::TIMESTAMP,
              CASE WHEN f.stage_id IN (1, 2, 3, 4, 6) THEN {_NOW} ELSE f.stage_since::TIMESTAMP END)"""
_WAITS = f"CASE WHEN {_WAITED} < 86400 THEN {_WAITED} ELSE {_WAITED} // 3600 * 3600 END"
_MONEY = """SELECT {0}, f.campaign_id, count(*), sum(f.reachable),
                   count(*) FILTER (WHERE furthest_stage_id IN (3, 4, 5)),
                   count(*) FILTER (WHERE furthest_stage_id IN (2, 3, 4, 5)), count(*) FILTER (WHERE stage_id = 5),
                   sum(value) FILTER (WHERE stage_id = 5), count(*) FILTER (WHERE attempts = 0)
            FROM facts f GROUP BY ALL"""
# The same figures as the report of that name shows, in DuckDB's own words.
IN_DUCKDB: dict[str, tuple[str, ...]] = {
    "funnel": (
        "SELECT furthest_stage_id, stage_id, count(*), sum(value) FROM facts GROUP BY ALL",
        f"""SELECT before, date_diff('minute', coalesce(m.since, f.created_at)::TIMESTAMP, m."at"::TIMESTAMP) AS n,
                   count(*)
            FROM {_WAY} m JOIN facts f USING (lead_id) WHERE before <> to_stage_id GROUP BY ALL""",
        f"SELECT stage_id, date_diff('minute', stage_since::TIMESTAMP, {_NOW}) AS n, count(*) FROM facts GROUP BY ALL",
    ),
    "reps": (
        f"""SELECT rep_id, count(*), count(*) FILTER (WHERE attempts = 0), sum(attempts),
                  count(*) FILTER (WHERE answered_after <= 300), count(*) FILTER (WHERE answered_after <= 1800),
                  count(*) FILTER (WHERE answered_after <= 86400),
                  count(*) FILTER (WHERE assigned_at > {_ago(1 / 288)} AND coalesce(answered_after, 301) > 300),
                  count(*) FILTER (WHERE assigned_at > {_ago(1 / 48)} AND coalesce(answered_after, 1801) > 1800),
                  count(*) FILTER (WHERE assigned_at > {_ago(1)} AND coalesce(answered_after, 86401) > 86400),
                  count(*) FILTER (WHERE stage_id IN (1, 2, 3, 4) AND next_reminder_at IS NULL),
                  count(*) FILTER (WHERE {_STALE}),
                  count(*) FILTER (WHERE furthest_stage_id IN (2, 3, 4, 5)),
                  count(*) FILTER (WHERE furthest_stage_id IN (3, 4, 5)), count(*) FILTER (WHERE stage_id = 5),
                  sum(value) FILTER (WHERE stage_id = 5), median(answered_after), median(worked_after)
           FROM facts WHERE rep_id IS NOT NULL GROUP BY rep_id""",
        """SELECT rep_id, assigned_temperature, count(*), count(answered_after) FROM facts
           WHERE assigned_temperature IN ('hot', 'cold') GROUP BY ALL""",
        "SELECT count(*) FROM facts WHERE rep_id IS NULL AND stage_id IN (1, 2, 3, 4, 6)",
        f"""SELECT rep_id, count(*) FROM reminders WHERE done_at IS NULL AND removed_by IS NULL
            AND due_at::TIMESTAMP < {_NOW} GROUP BY rep_id""",
        """SELECT f.rep_id, f.lead_id, l.full_name, l.company, f.assigned_at, f.value FROM facts f
           JOIN leads l ON l.id = f.lead_id WHERE f.rep_id IS NOT NULL AND f.last_touch_at IS NULL
           AND f.stage_id IN (1, 2, 3, 4, 6)
           QUALIFY row_number() OVER (PARTITION BY f.rep_id ORDER BY f.lead_id) <= 5""",
        """SELECT a.lead_id, a.rep_id, a."at", a.until, (SELECT min(v."at") FROM activities v
                  WHERE v.lead_id = a.lead_id AND v.attempt = 1 AND v."at" >= a."at" AND v."at" < a.until)
           FROM (SELECT x.lead_id, x.rep_id, x."at",
                        lead(x."at") OVER (PARTITION BY x.lead_id ORDER BY x."at", x.id) AS until
                 FROM assignments x WHERE x.removed_by IS NULL AND x.lead_id IN (
                     SELECT lead_id FROM facts WHERE first_assigned_at IS DISTINCT FROM assigned_at)) a
           WHERE a.until > a."at" AND a.rep_id IS NOT NULL""",
    ),
    "fairness": (
        """SELECT rep_id, assigned_temperature, count(*), count(answered_after), sum(attempts), median(answered_after)
           FROM facts WHERE rep_id IS NOT NULL GROUP BY ALL""",
        """SELECT rep_id, assigned_score // 20, count(*), count(answered_after), sum(attempts), median(answered_after)
           FROM facts WHERE rep_id IS NOT NULL GROUP BY ALL""",
    ),
    "response": (
        *(
            f"SELECT {_ROUNDED.format(column)} AS n, count(*), sum({column}) FROM facts"
            f" WHERE {column} IS NOT NULL GROUP BY n"
            for column in ("taken_after", "given_after")
        ),
        "SELECT answered_after, count(*) FROM facts WHERE answered_after IS NOT NULL GROUP BY ALL",
        "SELECT furthest_stage_id, tried_after, count(*) FROM facts WHERE tried_after IS NOT NULL GROUP BY ALL",
        f"""SELECT {_WAITS.format('b."at"')} AS n, count(*) FROM facts f JOIN leads l ON l.id = f.lead_id
            JOIN batches b ON b.id = l.batch_id WHERE f.first_assigned_at IS NULL GROUP BY n""",
        f"""SELECT {_WAITS.format("f.assigned_at")} AS n, count(*) FROM facts f
            WHERE f.rep_id IS NOT NULL AND f.responded_at IS NULL GROUP BY n""",
        f"""SELECT f.furthest_stage_id, {_WAITS.format("f.created_at")} AS n, count(*) FROM facts f
            WHERE length(f.created_at) > 10 AND f.first_attempt_at IS NULL GROUP BY ALL""",
    ),
    "sources": (_MONEY.format("f.source_id"),),
    "campaigns": (_MONEY.format("f.campaign_id AS c"),),
    "wasted": (_MONEY.format("f.campaign_id AS c"),),
    "stale": (
        f"""SELECT rep_id, count(*), count(*) FILTER (WHERE {_STALE}), min({_QUIET}) FILTER (WHERE {_STALE}),
                  count(*) FILTER (WHERE rep_id IS NOT NULL AND attempts = 0),
                  count(*) FILTER (WHERE rep_id IS NOT NULL AND stage_id <> 6 AND next_reminder_at IS NULL),
                  count(*) FILTER (WHERE next_reminder_at < {_ago(0)}), sum(value)
           FROM facts WHERE stage_id IN (1, 2, 3, 4, 6) GROUP BY rep_id""",
    ),
    "activity": (
        """SELECT rep_id, kind, direction, outcome, count(*), sum(seconds) FROM activities WHERE removed_by IS NULL
           GROUP BY ALL""",
        f"SELECT before, count(*) FROM {_WAY} WHERE before <> to_stage_id GROUP BY before",
    ),
    "quality": (
        """SELECT count(*), sum(f.reachable), count(full_name), count(company), count(email),
                  count(coalesce(phone, mobile)), count(postal_code), count(industry), count(f.value),
                  count(f.source_id), count(*) FILTER (WHERE opt_out_email = 1 OR opt_out_phone = 1),
                  count(*) FILTER (WHERE f.stage_id = 8)
           FROM facts f JOIN leads l ON l.id = f.lead_id""",
        *(
            f"""SELECT sum(n) FROM (SELECT count(*) AS n FROM facts f JOIN leads l ON l.id = f.lead_id
                WHERE {column} IS NOT NULL GROUP BY {column} HAVING count(*) > 1)"""
            for column in ("email", "phone")
        ),
        "SELECT count(DISTINCT lead_id) FROM activities WHERE outcome = 'wrong number' AND removed_by IS NULL",
        "SELECT count(DISTINCT lead_id) FROM activities WHERE outcome = 'bounced' AND removed_by IS NULL",
    ),
    "referrals": ("SELECT referred_by, count(*) FROM leads WHERE referred_by <> '' GROUP BY ALL",),
    "reopened": (f"SELECT count(*) FROM {_WAY} WHERE before IN (5, 7, 8) AND to_stage_id IN (1, 2, 3, 4, 6)",),
    "score": ("SELECT assigned_score // 20, stage_id = 5, count(*) FROM facts WHERE stage_id IN (5, 7) GROUP BY ALL",),
}  # fmt: skip


def in_duckdb(db: Path, runs: int) -> dict[str, float]:
    """CPU seconds of each report in DuckDB, the median of the runs; run by the rivals' Python."""
    import duckdb
    import pandas as pd

    with tempfile.TemporaryDirectory() as folder:
        ours = duckdb.connect(str(Path(folder, "rival.duckdb")))
        connection = sqlite3.connect(db)
        for table in TABLES:
            for n, chunk in enumerate(pd.read_sql_query(f"SELECT * FROM {table}", connection, chunksize=500_000)):
                ours.register("chunk", chunk.convert_dtypes())
                made = f"CREATE TABLE {table} AS" if n == 0 else f"INSERT INTO {table}"
                ours.execute(f"{made} SELECT * FROM chunk")
                ours.unregister("chunk")
        costs: dict[str, list[float]] = {name: [] for name in IN_DUCKDB}
        for _ in range(runs + 1):
            for name, statements in IN_DUCKDB.items():
                begun = time.process_time()
                for statement in statements:
                    ours.execute(statement).fetchall()
                costs[name].append(time.process_time() - begun)
        return {name: statistics.median(found[1:]) for name, found in costs.items()}


class Recorder:
    """A connection that keeps what it was asked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection, self.asked = connection, []

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        self.asked.append((sql, parameters))
        return self.connection.execute(sql, parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)


def sql_alone(db: Path, name: str, runs: int) -> float:
    """Milliseconds of CPU in the statements of a report, its arithmetic and its page left out."""
    from leadtrack.actions import Office, reporting
    from leadtrack.store import Store

    store = Store(db, now="2026-01-01T00:00:00Z", settings={})
    connection = store.connection
    store.connection = recorder = Recorder(connection)
    reporting.report(Office(store, datetime.now(UTC), "benchmark"), name)
    store.connection = connection
    found = []
    for _ in range(runs):
        begun = time.process_time()
        for sql, parameters in recorder.asked:
            connection.execute(sql, parameters).fetchall()
        found.append(time.process_time() - begun)
    store.close()
    return statistics.median(found) * 1000


def alone(db: Path, name: str, runs: int) -> float:
    """Seconds of CPU that a report takes once the program has started and the file is open."""
    from leadtrack.actions import Office, reporting
    from leadtrack.store import Store

    store = Store(db, now="2026-01-01T00:00:00Z", settings={})
    found = []
    for _ in range(runs + 1):
        begun = time.process_time()
        reporting.report(Office(store, datetime.now(UTC), "benchmark"), name)
        found.append(time.process_time() - begun)
    store.close()
    return statistics.median(found[1:])


def main() -> None:
    parser = argparse.ArgumentParser(description="CPU of every report on a large database, beside DuckDB's.")
    parser.add_argument("--leads", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--db", type=Path, help="where the large database is kept")
    parser.add_argument("--rivals", help="the Python of an environment with duckdb and pandas")
    parser.add_argument("--duckdb", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.duckdb:
        print(json.dumps(in_duckdb(given.duckdb, given.runs)))
        return
    from day import generate
    from measure import LEADTRACK, median, run, table

    with tempfile.TemporaryDirectory() as name:
        db = given.db or Path(name, "large.db")
        if not db.exists():
            generate(db, given.leads)
        rival: dict[str, float] = {}
        if given.rivals:
            answer = subprocess.run(
                [given.rivals, __file__, "--duckdb", str(db), "--runs", str(given.runs)],
                check=True, stdout=subprocess.PIPE,
            )  # fmt: skip
            rival = json.loads(answer.stdout)
        rows, whole, whole_alone = [], 0.0, 0.0
        for report in REPORTS:
            cost = median(
                [run([LEADTRACK, "--db", str(db), "report", report, "-f", "json"]) for _ in range(given.runs)]
            )
            inside = alone(db, report, given.runs)
            whole, whole_alone = whole + cost.cpu, whole_alone + inside
            rows.append(
                [f"leadtrack report {report}", f"{cost.cpu * 1000:.0f}", *_told(inside, rival.get(report)),
                 f"{cost.peak:.0f}"]
            )  # fmt: skip
        rows.append(["all", f"{whole * 1000:.0f}", *_told(whole_alone, sum(rival.values()) or None), ""])
        print(table(["report", "command, CPU ms", "alone, CPU ms", "DuckDB, CPU ms", "ratio", "peak MiB"], rows))
        for report in ("funnel", "reps"):
            print(f"{report}: {sql_alone(db, report, given.runs):.0f} ms of it are SQL")


def _told(cpu: float, rival: float | None) -> list[str]:
    return [f"{cpu * 1000:.0f}", f"{rival * 1000:.0f}" if rival else "", f"{cpu / rival:.1f}" if rival else ""]


if __name__ == "__main__":
    main()
