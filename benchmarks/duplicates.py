"""How well and how fast duplicates are found, on sets with known truth, beside splink in the same run.

    python benchmarks/duplicates.py [--rivals rivals/bin/python] [--generated 100000] [--generated 1000000]

Each set goes the way a person's file goes, by the command line: `leadtrack import FILE --on-duplicate keep`, then
`leadtrack duplicates --format json`, of which time and memory are told: start of the program, reading and writing
included. FEBRL 1 and 4 come with their id and birth-date
columns and without; they, and splink, are there only with --rivals, a Python of an environment of its own (febrl.py
says how to make it). The generator's leads have known twins.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from measure import LEADTRACK, run

HERE = Path(__file__).parent
MARK = "Row mark"  # a column of our own that says which row a lead came from; no value of it stands twice
IDS = ("date_of_birth", "soc_sec_id")


def marked(source: Path, target: Path, without: tuple[str, ...] = ()) -> None:
    """Copy a csv file, with a mark in each row and without some columns."""
    with source.open(newline="", encoding="utf-8") as rows, target.open("w", newline="", encoding="utf-8") as copy:
        reader, writer = csv.reader(rows), csv.writer(copy)
        headers = next(reader)
        kept = [at for at, header in enumerate(headers) if header not in without]
        writer.writerow([*(headers[at] for at in kept), MARK])
        for number, row in enumerate(reader, start=2):
            writer.writerow([*(row[at] for at in kept), f"r{number}"])


def judged(name: str, file: Path, person_of: dict[int, str]) -> dict[str, Any]:
    """Import a file, have its duplicates listed, and compare with the truth: `person_of` says who stands in a row."""
    database, answer = file.with_suffix(".db"), file.with_suffix(".json")
    leadtrack = [LEADTRACK, "--db", str(database)]
    run([*leadtrack, "import", str(file), "--on-duplicate", "keep"])
    cost = run([*leadtrack, "duplicates", "--format", "json", "--output", str(answer)])
    found = json.loads(answer.read_text("utf-8"))

    row_of = rows_of_leads(leadtrack, answer)
    pair = {(each["lead"], each["other"]): each["verdict"] for each in found}
    rows = {tuple(sorted((row_of[lead], row_of[other]))): verdict for (lead, other), verdict in pair.items()}
    truth = truth_of(person_of)
    same = {rows_ for rows_, verdict in rows.items() if verdict == "same"}
    right, listed = len(same & truth), len(rows.keys() & truth)
    return {
        "set": name,
        "leads": len(row_of),
        "precision": right / max(len(same), 1),
        "recall": right / max(len(truth), 1),
        "f1": 2 * right / max(len(same) + len(truth), 1),
        "f1 with maybe": 2 * listed / max(len(rows) + len(truth), 1),
        "wall": cost.wall,
        "cpu": cost.cpu,
        "peak": cost.peak,
        "us a lead": cost.cpu / len(row_of) * 1e6,
    }


def rows_of_leads(leadtrack: list[str], answer: Path) -> dict[int, int]:
    """The row that each lead came from, by the mark in it. A rejected row is no lead, and its pairs are missed."""
    file = answer.with_suffix(".leads.csv")
    run([*leadtrack, "leads", "--format", "csv", "--output", str(file)])
    with file.open(newline="", encoding="utf-8") as lines:
        return {int(line["Leadtrack number"]): int(line[MARK][1:]) for line in csv.DictReader(lines)}


def truth_of(person_of: dict[int, str]) -> set[tuple[int, ...]]:
    """The pairs of rows that are one person."""
    people: defaultdict[str, list[int]] = defaultdict(list)
    for row, person in person_of.items():
        people[person].append(row)
    return {pair for group in people.values() for pair in combinations(sorted(group), 2)}


def febrl(folder: Path, number: int, without: tuple[str, ...]) -> dict[str, Any]:
    """One FEBRL set through the import and the judgement."""
    source = folder / f"febrl{number}.csv"
    file = folder / f"febrl{number}-{'without-ids' if without else 'whole'}.csv"
    marked(source, file, without)
    with source.open(newline="", encoding="utf-8") as rows:
        names = [row["rec_id"] for row in csv.DictReader(rows)]
    # rec-17-org, rec-17-dup-0 and rec-17-dup-1 are person 17
    people = {row: "-".join(name.split("-")[:2]) for row, name in enumerate(names, start=2)}
    return judged(f"FEBRL {number}" + (" without ids" if without else ""), file, people)


def generated(folder: Path, rows: int) -> dict[str, Any]:
    """The generator's leads, exact and fuzzy twins among them."""
    source = folder / f"leads{rows}.csv"
    command = [sys.executable, HERE / "generator.py", source, "--rows", str(rows)]
    subprocess.run(command, capture_output=True, check=True)
    file = folder / f"leads{rows}-marked.csv"
    marked(source, file)
    with source.with_suffix(".truth.csv").open(newline="", encoding="utf-8") as lines:
        people = {int(row["row"]): row["person"] for row in csv.DictReader(lines)}
    return judged(f"generated {rows}", file, people)


def show(figures: dict[str, Any]) -> None:
    print(
        f"{figures['set']:32} P {figures['precision']:.4f}  R {figures['recall']:.4f}  F1 {figures['f1']:.4f}"
        f"  cpu {figures['cpu']:.2f} s  wall {figures['wall']:.2f} s"
        + (f"  {figures['us a lead']:.0f} us a lead, {figures['peak']:.0f} MiB" if "peak" in figures else "")
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rivals", type=Path, help="Python of an environment with recordlinkage and splink")
    parser.add_argument("--generated", type=int, action="append", default=[], help="rows of its leads")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        if asked.rivals:
            subprocess.run([asked.rivals, HERE / "febrl.py", "export", folder], check=True)
            for number in (1, 4):
                for without in ((), IDS):
                    ours = febrl(folder, number, without)
                    show(ours)
                    command = [asked.rivals, HERE / "febrl.py", "splink", folder, str(number)]
                    if without:
                        command.append("--without-ids")
                    answer = folder / "splink.json"
                    whole = run([*map(str, command), "--output", str(answer)])
                    theirs = {"set": "  splink, at its best threshold", **json.loads(answer.read_text("utf-8"))}
                    show(theirs)
                    for what, wall, cpu in (
                        ("program to program", whole.wall, whole.cpu),
                        ("to their training and prediction alone", theirs["wall"], theirs["cpu"]),
                    ):
                        print(f"  time, {what}: wall {ours['wall'] / wall:.2f}, cpu {ours['cpu'] / cpu:.2f}")
        for rows in asked.generated:
            show(generated(folder, rows))


if __name__ == "__main__":
    main()
