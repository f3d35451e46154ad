"""How long a command takes to start: CPU of `leadtrack ...` beside `python -c pass` and a five-line Typer program.

    python benchmarks/cold_start.py [--runs 15] [--leads 10000]

Output is piped, as in cron; the package is compiled first, as an installation does it. The rounds are interleaved, so
that a busy machine disturbs all of them alike.
"""

import argparse
import compileall
import subprocess
import tempfile
from pathlib import Path

from generator import generate
from measure import LEADTRACK, PYTHON, median, run, table

import leadtrack

# the least that a program does which takes an argument and looks into the file
SMALL_PROGRAM = """
import sqlite3, typer
app = typer.Typer()
@app.command()
def leads(db: str): print(sqlite3.connect(db).execute("SELECT count(*) FROM leads").fetchone()[0])
app()
"""
COMMANDS = (
    ["--version"],
    ["--help"],
    ["leads", "--limit", "5"],
    ["leads", "--limit", "5", "--format", "json"],
    ["show", "1"],
    ["note", "1", "left a message"],
    ["remind", "--due", "today"],
    ["info"],
    ["report", "reps"],
    ["report", "funnel"],
)
HEAVY = (
    "pandas", "numpy", "openpyxl", "sqlite_utils", "pydantic", "phonenumbers", "email_validator", "rich", "rapidfuzz",
    "dateparser", "charset_normalizer", "asyncio", "importlib.metadata",
)  # fmt: skip


def heavy_modules(arguments: list[str], db: Path) -> list[str]:
    """Which of HEAVY a command leaves in sys.modules."""
    script = (
        "import sys\nfrom leadtrack.cli import run\n"
        f"run({['--db', str(db), *arguments]!r})\n"
        f"print('loaded:', *(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)"
    )
    ended = subprocess.run([PYTHON, "-c", script], capture_output=True, text=True, check=False)
    told = [line for line in ended.stderr.splitlines() if line.startswith("loaded:")]
    return told[-1].split()[1:] if told else ["?"]


def furnish(folder: Path, leads: int) -> Path:
    """A team's file: leads, reps with territories, assignments, reminders."""
    db, sheet = folder / "team.db", folder / "leads.csv"
    generate(sheet, rows=leads)
    territories = {"Ann Boyle": ("CA", "TX", "NY"), "Bob Cruz": ("PA", "IL", "FL", "OH"), "Cem Demir": ("US",)}
    run([LEADTRACK, "--db", str(db), "import", str(sheet)])
    for rep, units in territories.items():
        run([LEADTRACK, "--db", str(db), "rep", "add", rep])
        for unit in units:
            run([LEADTRACK, "--db", str(db), "territory", "add", rep, "--country" if unit == "US" else "--state", unit])
    run([LEADTRACK, "--db", str(db), "assign"])
    run([LEADTRACK, "--db", str(db), "remind", "1", "today", "call back"])
    return db


def main() -> None:
    parser = argparse.ArgumentParser(description="CPU of starting a command, as ratios.")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--leads", type=int, default=10_000, help="how many leads the file holds")
    given = parser.parse_args()
    compileall.compile_dir(Path(leadtrack.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = furnish(folder, given.leads)
        small = folder / "small.py"
        small.write_text(SMALL_PROGRAM, encoding="utf-8")
        programs = {"python -c pass": [PYTHON, "-c", "pass"], "five-line Typer program": [PYTHON, str(small), str(db)]}
        for arguments in COMMANDS:
            programs[" ".join(["leadtrack", *arguments])] = [LEADTRACK, "--db", str(db), *arguments]
        costs = {
            label: [run(command)] for label, command in programs.items()
        }  # warms the caches, and counts for nothing
        for _ in range(given.runs):
            for label, command in programs.items():
                costs[label].append(run(command))
        medians = {label: median(several[1:]) for label, several in costs.items()}
        floor, typer = medians["python -c pass"].cpu, medians["five-line Typer program"].cpu
        loaded = {" ".join(["leadtrack", *arguments]): heavy_modules(arguments, db) for arguments in COMMANDS}
    rows = [
        [
            label,
            f"{cost.cpu * 1000:.0f}",
            f"{cost.cpu / floor:.1f}",
            f"{cost.cpu / typer:.2f}",
            ", ".join(loaded.get(label, ())) or "none",
        ]
        for label, cost in medians.items()
    ]
    print(table(["command", "CPU ms", "x of python -c pass", "x of Typer program", "heavy modules"], rows))


if __name__ == "__main__":
    main()
