"""How well headers are mapped on sheets that the lexicon was not written from: python benchmarks/mapping.py [--bare]

`benchmarks/unseen/*.json` are sheets with the answers, of several kinds: those written blind, before the lexicon, after
the documented exports of CRMs, advertisers and badge scanners and hand-made sheets in seven languages; wild-*.json,
whose header rows were found in public repositories after the first kind had been used; hard-*.json, written to find
weak spots; and second-*.json, third-*.json (with held-*.json, held back at first), fourth-*.json to twelfth-*.json,
by eleven more writers who had not seen the program. All but some of the sixth's have been mended by now:
docs/mapping.md keeps the figures of each kind's first run.
--bare leaves the values out.
"""

import json
import sys
from pathlib import Path

from leadtrack.mapping import Column, propose

OPT_OUTS = {"opt_out_email", "opt_out_phone", "!consent"}


def answer(column: Column) -> str:
    """What the column became, in the words of the answers."""
    if column.field is None:
        return "custom"
    return "!consent" if column.inverted else column.field


def accepted(expected: dict[str, object]) -> set[str]:
    """The answers that count as right; an opt-out of no named channel may be any of them."""
    if expected.get("inverted"):
        return OPT_OUTS
    also = expected.get("also_ok", [])
    return {str(expected["field"]), *(also if isinstance(also, list) else [])}


def measure(paths: list[Path], bare: bool) -> str:
    """One line of figures and one line for each miss."""
    real = real_right = custom = filled = inverted = 0
    misses = []
    for path in paths:
        sheet = json.loads(path.read_text(encoding="utf-8"))
        headers = [column["header"] for column in sheet["columns"]]
        for expected, column in zip(sheet["columns"], propose(headers, [] if bare else sheet["rows"]), strict=True):
            got, right = answer(column), answer(column) in accepted(expected)
            refused = bool(expected.get("inverted")) or str(expected["field"]).startswith("opt_out")
            inverted += (got == "consent" and refused) or (
                got in OPT_OUTS and expected["field"] == "consent" and not refused
            )
            if expected["field"] == "custom":
                custom += 1
                filled += not right
            else:
                real += 1
                real_right += right
            if not right:
                misses.append(f"  {path.stem}: {expected['header']!r} is {expected['field']}, got {got} ({column.why})")
    figures = (
        f"{len(paths)} sheets: real fields {real_right}/{real} = {real_right / max(real, 1):.1%}; "
        f"custom columns wrongly filled {filled}/{custom}; opt-outs read the wrong way round {inverted}"
    )
    return "\n".join([figures, *misses])


if __name__ == "__main__":
    sheets = sorted((Path(__file__).parent / "unseen").glob("*.json"))
    bare = "--bare" in sys.argv
    kinds = {
        "found in the wild": "wild-",
        "hard": "hard-",
        "second blind writer": "second-",
        "third blind writer": "third-",
        "third blind writer, held back": "held-",
        "fourth blind writer": "fourth-",
        "fifth blind writer": "fifth-",
        "sixth blind writer": "sixth-",
        "seventh blind writer": "seventh-",
        "eighth blind writer": "eighth-",
        "ninth blind writer, half of all columns custom": "ninth-",
        "tenth blind writer, likewise": "tenth-",
        "eleventh blind writer": "eleventh-",
        "twelfth blind writer": "twelfth-",
    }
    blind = [path for path in sheets if not path.stem.startswith(tuple(kinds.values()))]
    print("written blind:", measure(blind, bare))
    for kind, prefix in kinds.items():
        print(f"{kind}:", measure([path for path in sheets if path.stem.startswith(prefix)], bare))
