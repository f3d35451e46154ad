"""How long handing out takes, beside the blankest update of the same leads: `update leads set rep = 1`.

    python benchmarks/assign.py [--leads 1000000] [--territories 40000] [--reps 50] [--units zip mixed shared]

`zip` are ZIPs alone; `mixed` a tenth each of ZIP3s, counties and states, too, so that leads fall through to the larger
units; `shared` puts two reps on every ZIP, so that every lead is somebody's turn. Told: CPU of the floor, of `assign`
with its history, and of `assign` again with nothing to change; the latter two also as ratios to the floor, and so what
`assign` writes, with nothing read, looked up or decided for it.
"""

import argparse
import random
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

from measure import LEADTRACK, PYTHON, Cost, median, run, table

sys.path.insert(0, str(Path(__file__).parent.parent))

from leadtrack.geography import load
from leadtrack.store import Store

NOW = "2026-03-31T14:00:00Z"
FLOOR = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as connection:
    connection.execute("UPDATE leads SET rep = 1")
"""
# The same rows as `assign` writes, of one rep after the other.
WRITES = """
import sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA cache_spill = 131072")
c.execute("PRAGMA cache_size = -65536")
names = ("facts_queue", "facts_unassigned")
made = [c.execute("SELECT sql FROM sqlite_master WHERE name = ?", [name]).fetchone()[0] for name in names]
at, rep = "'2026-03-31T14:00:00Z'", "1 + lead_id % 50"
c.execute("BEGIN IMMEDIATE")
c.execute(f"INSERT INTO assignments (lead_id, rep_id, at, rule, reason, score, temperature, batch_id)"
          f" SELECT lead_id, {rep}, {at}, 'territory', 'covers ZIP 02110', 60, 'hot', 1 FROM facts")
for name in names:
    c.execute(f"DROP INDEX {name}")
c.execute(f"UPDATE OR FAIL facts SET rep_id = {rep}, assigned_at = {at}, first_assigned_at = {at}, given_after = 7,"
          f" first_score = 60, assigned_score = 60, assigned_temperature = 'hot'")
c.execute("PRAGMA cache_size = -2000")
for sql in made:
    c.execute(sql)
c.execute("COMMIT")
"""
AGAIN = "again"


def make(path: Path, leads: int, territories: int, reps: int, units: str, seed: int) -> None:
    """A team's file: reps, territories, and leads at ZIPs drawn evenly."""
    chance = random.Random(seed)
    store = Store(path, now=NOW, settings={"time_zone": "America/New_York", "country": "US"}, durable=False)
    places = list(load().zips())
    connection = store.connection
    with store.batch("bench", actor="bench", now=NOW) as batch:
        batch.touched = 1
        connection.executemany(
            "INSERT INTO reps (id, name, batch_id) VALUES (?, ?, ?)",
            ((n, f"Rep {n:03}", batch.id) for n in range(1, reps + 1)),
        )
        connection.executemany(
            "INSERT INTO territories (rep_id, country, unit, value, batch_id) VALUES (?, 'US', ?, ?, ?)",
            ((rep, unit, value, batch.id) for rep, unit, value in claims(places, territories, reps, units, chance)),
        )
        connection.executemany(
            """INSERT INTO leads (full_name, email, phone, city, state, county, postal_code, country, created_at,
                                  entered_stage_id, batch_id)
               VALUES (?, ?, ?, ?, ?, ?, ?, 'US', ?, 1, ?)""",
            (
                (
                    f"Lead Number {n}", f"lead{n}@example.com", f"+1617{n % 10_000_000:07}", place.city.title(),
                    place.state, place.county if n % 2 else None, place.zip, NOW, batch.id,
                )
                for n, place in enumerate(chance.choices(places, k=leads))
            ),
        )  # fmt: skip
        store.facts.refresh_batch(batch.id)
    store.close()


def claims(places: list, territories: int, reps: int, units: str, chance: random.Random) -> list[tuple[int, str, str]]:
    """(rep, unit, value)"""
    zips = chance.sample([place.zip for place in places], min(territories, len(places)))
    if units == "shared":
        return [(1 + (n + more) % reps, "zip", code) for n, code in enumerate(zips) for more in (0, 1)]
    drawn = [(1 + n % reps, "zip", code) for n, code in enumerate(zips)]
    if units == "zip":
        return drawn
    larger = [("zip3", value) for value in {place.zip[:3] for place in places}]
    larger += [("county", value) for value in {f"{place.county}, {place.state}" for place in places if place.county}]
    larger += [("state", value) for value in {place.state for place in places}]
    rest = [(1 + n % reps, unit, value) for n, (unit, value) in enumerate(sorted(larger))]
    return rest + drawn[: max(0, territories - len(rest)) // 2]


def measured(folder: Path, given: argparse.Namespace) -> dict[str, Cost]:
    made, db, floor, written = (folder / f"{name}.db" for name in ("made", "team", "floor", "written"))
    make(made, given.leads, given.territories, given.reps, given.units, given.seed)
    costs: dict[str, list[Cost]] = {"floor": [], "writes": [], "assign": [], AGAIN: []}
    for _ in range(given.runs):
        for path in (db, floor, written):
            for ending in ("", "-wal", "-shm"):
                path.with_name(path.name + ending).unlink(missing_ok=True)
            shutil.copy(made, path)
        with sqlite3.connect(floor) as connection:
            connection.execute("ALTER TABLE leads ADD COLUMN rep INTEGER")
        costs["floor"].append(run([PYTHON, "-c", FLOOR, str(floor)]))
        costs["writes"].append(run([PYTHON, "-c", WRITES, str(written)]))
        costs["assign"].append(run([LEADTRACK, "--db", str(db), "assign"]))
        costs[AGAIN].append(run([LEADTRACK, "--db", str(db), "assign"]))
    return {name: median(several) for name, several in costs.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description="CPU and memory of handing out leads, as ratios to a blank update.")
    parser.add_argument("--leads", type=int, default=1_000_000)
    parser.add_argument("--territories", type=int, default=40_000)
    parser.add_argument("--reps", type=int, default=50)
    parser.add_argument("--units", choices=("zip", "mixed", "shared"), nargs="+", default=["zip", "mixed", "shared"])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    lines = []
    for units in given.units:
        with tempfile.TemporaryDirectory() as name:
            told = measured(Path(name), argparse.Namespace(**{**vars(given), "units": units}))
        floor, first, again = told["floor"], told["assign"], told[AGAIN]
        times = [first.cpu / floor.cpu, told["writes"].cpu / floor.cpu, again.cpu / floor.cpu]
        lines.append(
            [
                f"{given.leads:,} leads, {units}", f"{floor.cpu:.2f}", f"{first.cpu:.2f}",
                *(f"{ratio:.2f}" for ratio in times), f"{first.wall:.1f}", f"{first.peak:.0f}",
            ]
        )  # fmt: skip
    print(table(["what", "update s", "assign s", "assign x", "writes x", "again x", "wall s", "MiB"], lines))


if __name__ == "__main__":
    main()
