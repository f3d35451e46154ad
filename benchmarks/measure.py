"""What a program costs: CPU (user and system) before wall time, since machines are shared."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PYTHON = sys.executable
LEADTRACK = str(Path(PYTHON).with_name("leadtrack"))


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU and wall time in seconds, the most memory that was in use in MiB, and the exit code."""

    cpu: float
    wall: float
    peak: float
    code: int


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Cost:
    """Run a program with its output piped away; raises RuntimeError when it fails (3 is done, with rejects)."""
    start = time.perf_counter()
    with Path(os.devnull).open("w") as nowhere:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=nowhere,
            stderr=subprocess.PIPE,
            env={**os.environ, **(environment or {})},
        )
        assert child.stderr is not None
        said = child.stderr.read()
        child.stderr.close()
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = code = os.waitstatus_to_exitcode(status)
    if code not in (0, 3):
        raise RuntimeError(f"{' '.join(command)} ended with {code}: {said.decode(errors='replace')[-500:]}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024, code)


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each figure on its own."""
    cpu, wall, peak = (statistics.median(getattr(cost, name) for cost in costs) for name in ("cpu", "wall", "peak"))
    return Cost(cpu, wall, peak, costs[-1].code)


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The first column flush left, figures flush right; it can stand in a Markdown page as it is."""
    widths = [max(len(row[place]) for row in (headings, *rows)) for place in range(len(headings))]
    rule = ["-" * widths[0]] + ["-" * (width - 1) + ":" for width in widths[1:]]

    def line(cells: Sequence[str]) -> str:
        aligned = [cell.rjust(width) for cell, width in zip(cells, widths, strict=True)]
        return f"| {' | '.join([cells[0].ljust(widths[0]), *aligned[1:]])} |"

    return "\n".join(map(line, (headings, rule, *rows)))
