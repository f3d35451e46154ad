"""How well and how fast duplicates are found, on sets with known truth, beside splink in the same run.

    python benchmarks/duplicates.py [--rivals rivals/bin/python] [--generated 100000]

Each set goes the way a person's file goes: `leadtrack import FILE --on-duplicate keep`, then every lead is judged.
FEBRL 1 and 4 come with their id and birth-date columns and without; they, and splink, are there only with --rivals, a
Python of an environment of its own (febrl.py says how to make it). The generator's leads have known twins.
"""

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from measure import LEADTRACK

from leadtrack.likeness import Matcher

HERE = Path(__file__).parent
MARK = "Row mark"  # a column of our own that says which row a lead came from; no value of it stands twice
IDS = ("date_of_birth", "soc_sec_id")
Pairs = set[tuple[int, int]]


def marked(source: Path, target: Path, without: tuple[str, ...] = ()) -> None:
    """Copy a csv file, with a mark in each row and without some columns."""
    with source.open(newline="", encoding="utf-8") as rows, target.open("w", newline="", encoding="utf-8") as copy:
        reader, writer = csv.reader(rows), csv.writer(copy)
        headers = next(reader)
        kept = [at for at, header in enumerate(headers) if header not in without]
        writer.writerow([*(headers[at] for at in kept), MARK])
        for number, row in enumerate(reader, start=2):
            writer.writerow([*(row[at] for at in kept), f"r{number}"])


def imported(file: Path, database: Path) -> list[dict[str, Any]]:
    """The leads that leadtrack makes of a file."""
    leadtrack = [LEADTRACK, "--db", str(database)]
    done = subprocess.run([*leadtrack, "import", str(file), "--on-duplicate", "keep"], capture_output=True, check=False)
    if done.returncode not in (0, 3):
        raise RuntimeError(done.stderr.decode())
    listed = subprocess.run([*leadtrack, "leads", "--format", "json"], capture_output=True, check=True)
    return [{name: value for name, value in lead.items() if value is not None} for lead in json.loads(listed.stdout)]


def truth_of(leads: list[dict[str, Any]], person_of: dict[int, str]) -> Pairs:
    """The pairs of leads that are one person; `person_of` says who stands in a row."""
    people: defaultdict[str, list[int]] = defaultdict(list)
    for lead in leads:
        people[person_of[int(lead["custom"][MARK][1:])]].append(lead["lead"])
    return {pair for group in people.values() for pair in combinations(sorted(group), 2)}


def judge(name: str, leads: list[dict[str, Any]], truth: Pairs) -> dict[str, Any]:
    """Judge all leads and compare with the truth: what is "same", and what is listed at all."""
    by_number = {lead["lead"]: lead for lead in leads}
    wall, cpu = time.perf_counter(), time.process_time()
    matcher = Matcher()
    for lead in leads:
        matcher.add(lead["lead"], lead)
    found = list(matcher.pairs(lambda numbers: [(number, by_number[number]) for number in numbers]))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    same = {(pair.lead, pair.other) for pair in found if pair.verdict == "same"}
    right = len(same & truth)
    listed = len({(pair.lead, pair.other) for pair in found} & truth)
    return {
        "set": name,
        "leads": len(leads),
        "precision": right / max(len(same), 1),
        "recall": right / max(len(truth), 1),
        "f1": 2 * right / max(len(same) + len(truth), 1),
        "f1 with maybe": 2 * listed / max(len(found) + len(truth), 1),
        "wall": wall,
        "cpu": cpu,
        "us a lead": cpu / len(leads) * 1e6,
    }


def febrl(folder: Path, number: int, without: tuple[str, ...]) -> dict[str, Any]:
    """One FEBRL set through the import and the judgement."""
    source = folder / f"febrl{number}.csv"
    file = folder / f"febrl{number}-{'without-ids' if without else 'whole'}.csv"
    marked(source, file, without)
    leads = imported(file, file.with_suffix(".db"))
    with source.open(newline="", encoding="utf-8") as rows:
        names = [row["rec_id"] for row in csv.DictReader(rows)]
    # rec-17-org, rec-17-dup-0 and rec-17-dup-1 are person 17
    person = {name: "-".join(name.split("-")[:2]) for name in names}
    truth = truth_of(leads, {row: person[name] for row, name in enumerate(names, start=2)})
    return judge(f"FEBRL {number}" + (" without ids" if without else ""), leads, truth)


def generated(folder: Path, rows: int) -> dict[str, Any]:
    """The generator's leads, exact and fuzzy twins among them."""
    source = folder / f"leads{rows}.csv"
    command = [sys.executable, HERE / "generator.py", source, "--rows", str(rows)]
    subprocess.run(command, capture_output=True, check=True)
    file = folder / f"leads{rows}-marked.csv"
    marked(source, file)
    with source.with_suffix(".truth.csv").open(newline="", encoding="utf-8") as lines:
        people = {int(row["row"]): row["person"] for row in csv.DictReader(lines)}
    leads = imported(file, file.with_suffix(".db"))
    return judge(f"generated {rows}", leads, truth_of(leads, people))


def show(figures: dict[str, Any]) -> None:
    print(
        f"{figures['set']:32} P {figures['precision']:.4f}  R {figures['recall']:.4f}  F1 {figures['f1']:.4f}"
        f"  cpu {figures['cpu']:.2f} s  wall {figures['wall']:.2f} s"
        + (f"  {figures['us a lead']:.0f} us a lead" if "us a lead" in figures else "")
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
                    said = subprocess.run(command, capture_output=True, check=True).stdout.splitlines()[-1]
                    theirs = {"set": "  splink, at its best threshold", **json.loads(said)}
                    show(theirs)
                    wall, cpu = ours["wall"] / theirs["wall"], ours["cpu"] / theirs["cpu"]
                    print(f"  time, ours to theirs: wall {wall:.2f}, cpu {cpu:.2f}")
        for rows in asked.generated:
            show(generated(folder, rows))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MiB, the leads themselves included")


if __name__ == "__main__":
    main()
