"""What every report costs on a large database, beside the same questions asked of DuckDB on a file of its own.

    python benchmarks/reports.py [--leads 1000000] [--runs 5] [--db big.db] [--rivals PYTHON]

The database is that of benchmarks/day.py, and `--db` takes the same file. `--rivals` is the Python of an environment
that has duckdb and pandas; this file is run by it, reads the tables into a DuckDB file (that is not counted) and asks
for the same figures. Figures are CPU (user and system), the median of the rounds: of the whole command, and of the
report alone in a process that has started (DuckDB's figures are without a start, too; the ratio is of these two). SQL
alone is measured for report funnel and report reps.
"""

# ruff: noqa: S608 - the statements are put together from constants of this file

import argparse
import json
import sqlite3
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

REPORTS = (
    "funnel", "reps", "fairness", "response", "sources", "campaigns", "wasted", "stale", "activity", "quality",
    "referrals", "reopened", "score",
)  # fmt: skip
TABLES = ("facts", "leads", "activities", "stage_moves", "stages", "reps", "reminders", "campaigns", "assignments")

_NOW = "TIMESTAMP '2026-11-22 12:00:00'"
_WAY = """(SELECT lead_id, "at", to_stage_id, coalesce(lag(to_stage_id) OVER w, 1) AS before, lag("at") OVER w AS since
           FROM stage_moves WHERE removed_by IS NULL WINDOW w AS (PARTITION BY lead_id ORDER BY "at", id))"""
_QUANTILES = "quantile_disc({0}, [0.25, 0.5, 0.75, 0.9]), avg({0}), count(*)"
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
        """SELECT rep_id, count(*), count(*) FILTER (WHERE attempts = 0), sum(attempts),
                  count(*) FILTER (WHERE answered_after <= 300), count(*) FILTER (WHERE answered_after <= 1800),
                  count(*) FILTER (WHERE answered_after <= 86400),
                  count(*) FILTER (WHERE stage_id IN (1, 2, 3, 4) AND next_reminder_at IS NULL),
                  count(*) FILTER (WHERE stage_id IN (1, 2, 3, 4, 6) AND last_touch_at < '2026-11-01'),
                  count(*) FILTER (WHERE furthest_stage_id IN (2, 3, 4, 5)),
                  count(*) FILTER (WHERE furthest_stage_id IN (3, 4, 5)), count(*) FILTER (WHERE stage_id = 5),
                  sum(value) FILTER (WHERE stage_id = 5), median(answered_after), median(worked_after)
           FROM facts WHERE rep_id IS NOT NULL GROUP BY rep_id""",
        f"SELECT rep_id, count(*) FROM reminders WHERE done_at IS NULL AND due_at::TIMESTAMP < {_NOW} GROUP BY rep_id",
    ),
    "fairness": (
        """SELECT rep_id, assigned_temperature, count(*), count(answered_after), sum(attempts), median(answered_after)
           FROM facts WHERE rep_id IS NOT NULL GROUP BY ALL""",
        """SELECT rep_id, assigned_score // 20, count(*), count(answered_after), sum(attempts), median(answered_after)
           FROM facts WHERE rep_id IS NOT NULL GROUP BY ALL""",
    ),
    "response": (
        *(
            f"SELECT {_QUANTILES.format(column)} FROM facts WHERE {column} IS NOT NULL"
            for column in ("taken_after", "given_after", "answered_after", "tried_after")
        ),
        "SELECT tried_after <= 300, tried_after <= 1800, tried_after <= 86400, count(*) FROM facts GROUP BY ALL",
    ),
    "sources": (_MONEY.format("f.source_id"),),
    "campaigns": (_MONEY.format("f.campaign_id AS c"),),
    "wasted": (_MONEY.format("f.campaign_id AS c"),),
    "stale": (
        """SELECT rep_id, count(*), count(*) FILTER (WHERE greatest(coalesce(last_touch_at, stage_since), stage_since)
                      < '2026-11-01' AND (next_reminder_at IS NULL OR next_reminder_at < '2026-11-22')),
                  min(greatest(coalesce(last_touch_at, stage_since), stage_since)), sum(value)
           FROM facts WHERE stage_id IN (1, 2, 3, 4, 6) GROUP BY rep_id""",
    ),
    "activity": (
        """SELECT rep_id, kind, direction, outcome, count(*), sum(seconds) FROM activities WHERE removed_by IS NULL
           GROUP BY ALL""",
        f"SELECT before, count(*) FROM {_WAY} WHERE before <> to_stage_id GROUP BY before",
    ),
    "quality": (
        """SELECT count(*), count(full_name), count(company), count(email), count(phone), count(postal_code),
                  count(industry), count(value), count(source_id) FROM leads""",
        "SELECT sum(n) FROM (SELECT count(*) AS n FROM leads GROUP BY email HAVING count(*) > 1)",
        "SELECT sum(n) FROM (SELECT count(*) AS n FROM leads GROUP BY phone HAVING count(*) > 1)",
        "SELECT count(DISTINCT lead_id) FROM activities WHERE outcome = 'wrong number'",
        "SELECT count(DISTINCT lead_id) FROM activities WHERE outcome = 'bounced'",
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


def sql_alone(db: Path, name: str, runs: int) -> float:
    """Milliseconds of CPU in the statements of a report, its arithmetic and its page left out."""
    from datetime import UTC, datetime

    from leadtrack.actions import Office, reporting
    from leadtrack.store import Store

    store = Store(db, now="2026-01-01T00:00:00Z", settings={})
    sent: list[str] = []
    store.connection.set_trace_callback(sent.append)
    reporting.report(Office(store, datetime.now(UTC), "benchmark"), name)
    store.connection.set_trace_callback(None)
    found = []
    for _ in range(runs):
        begun = time.process_time()
        for statement in sent:
            store.connection.execute(statement).fetchall()
        found.append(time.process_time() - begun)
    store.close()
    return statistics.median(found) * 1000


def alone(db: Path, name: str, runs: int) -> float:
    """Seconds of CPU that a report takes once the program has started and the file is open."""
    from datetime import UTC, datetime

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
