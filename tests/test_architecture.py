"""The house stands as it was drawn: who may import whom, where SQL and the clock are, what a small command loads."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import leadtrack
from leadtrack.cli import COMMANDS

HOUSE = Path(leadtrack.__file__).parent

# The files of the trade, in four groups; each may import its own group and those before it.
WORDS = """
    answers combinations concepts countries country_names dates days errors fields foreign_dates formulas
    given_names glossary headers hours instants intervals misspellings patterns permission permission_words periods
    places plain questions repeat_words repeats roles spellings state_names texts typical_values uncollected
    wording words_of_others words_of_people words_of_reps words_of_sales words_of_sources workweek
"""
HYGIENE = """
    abbreviations american blocks cells decided folding frequencies namesakes resemblance sifting tokens
    addresses blocking changes cleaning comparing dedupe dialling elsewhere emails evidence gathering joined_cells
    kinship likeness localities mapping moments money name_order named_people names neighbors nicknames persons phones
    readings repairs surnames traits valued weights whereabouts
"""
RULES = """
    activity alerts archives assignment availability call_words calllogs campaigns channels consent fairness icp ladder
    locating merging place_texts postal purging qualification queue referrals reminders response rules schedule scoring
    stages sticky team temperature territory territory_check territory_map territory_sheets turns us_tiles winners
"""
REPORTS = "reports pages ledgers"
GROUPS = [group.split() for group in (WORDS, HYGIENE, RULES, REPORTS)]
TRADE = {name: rank for rank, group in enumerate(GROUPS) for name in group}

EDGES = {"importers", "geography", "store", "render", "outbox", "capture"}
FOLDERS = EDGES | {"actions", "commands"}
# what nothing at the top level may touch: the terminal, the disk's formats, the network
WORLD = {
    "typer", "click", "rich", "sqlite3", "sqlite_utils", "pandas", "numpy", "openpyxl", "python_calamine",
    "smtplib", "socket", "http", "urllib", "subprocess", "tempfile", "shutil", "pathlib", "os", "platformdirs",
}  # fmt: skip
# what compares leads computes with arrays; it is no disk and no terminal, and loaded when leads are compared
ARRAYS = {"blocking", "cells", "folding", "frequencies", "resemblance", "sifting", "tokens", "weights"}
CLOCK = re.compile(r"\b(datetime\.(now|utcnow|today)|date\.today|time\.(time|time_ns|monotonic)|localtime|gmtime)\(")


def files(pattern: str = "**/*.py") -> list[Path]:
    return sorted(path for path in HOUSE.glob(pattern) if "__pycache__" not in path.parts)


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(HOUSE).with_suffix("").parts)


def imports(path: Path) -> set[str]:
    """What a file imports, wherever in it: "sqlite3", "leadtrack.store.batches", "leadtrack.actions.finding"."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def rooms(path: Path) -> set[str]:
    """The files at the top and the folders of the house that a file imports."""
    return {parts[1] for module in imports(path) if (parts := module.split("."))[0] == "leadtrack" and len(parts) > 1}


def ids(path: Path) -> str:
    return name_of(path)


TOP = [path for path in files("*.py") if path.stem not in ("__init__", "__main__", "cli")]


def test_every_file_of_the_trade_has_its_place_in_a_group():
    assert {path.stem for path in TOP} <= set(TRADE), (
        "a new file needs its place in WORDS, HYGIENE, RULES or REPORTS above"
    )


def test_every_folder_of_the_house_is_known():
    found = {path.parent.name for path in files("*/__init__.py")}
    assert found <= FOLDERS


@pytest.mark.parametrize("path", TOP, ids=ids)
def test_the_trade_touches_neither_folders_nor_the_world(path: Path):
    assert not rooms(path) & FOLDERS
    forbidden = WORLD - {"numpy"} if path.stem in ARRAYS else WORLD
    assert not {module.split(".")[0] for module in imports(path)} & forbidden


@pytest.mark.parametrize("path", TOP, ids=ids)
def test_the_trade_has_no_clock_of_its_own(path: Path):
    assert not CLOCK.search(path.read_text("utf-8")), "now is an argument"


@pytest.mark.parametrize("path", TOP, ids=ids)
def test_groups_import_one_way(path: Path):
    later = {room for room in rooms(path) if TRADE.get(room, 0) > TRADE.get(path.stem, 0)}
    assert not later, f"{path.stem} is of an earlier group than {', '.join(sorted(later))}"


@pytest.mark.parametrize("path", [p for p in files("*/**/*.py") if name_of(p).split(".")[0] in EDGES], ids=ids)
def test_an_edge_knows_the_trade_and_no_other_edge(path: Path):
    mine = name_of(path).split(".")[0]
    allowed = {mine, "actions"} if mine == "capture" else {mine}
    assert not rooms(path) & FOLDERS - allowed


@pytest.mark.parametrize("path", files("actions/**/*.py"), ids=ids)
def test_actions_know_neither_the_terminal_nor_the_page(path: Path):
    assert not rooms(path) & {"render", "commands", "cli"}
    assert not {module.split(".")[0] for module in imports(path)} & {"typer", "click", "rich", "sqlite3"}


@pytest.mark.parametrize("path", files("commands/*.py"), ids=ids)
def test_commands_hold_no_rules_and_only_the_desk_opens_the_store(path: Path):
    allowed = {"actions", "commands", "render", "reports", "importers", *WORDS.split()}
    allowed |= {"store"} if path.stem == "desk" else set()
    assert not rooms(path) - allowed


def test_the_program_itself_knows_only_commands_and_errors():
    assert rooms(HOUSE / "cli.py") <= {"commands", "errors", "__version__"}


SQL = re.compile(
    r"\b(SELECT\s+[\w*(,.' ]+\s+FROM\b|INSERT\s+(OR\s+\w+\s+)?INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|PRAGMA\s+\w+|"
    r"CREATE\s+(TEMP\s+)?(TABLE|VIEW|INDEX)\b|BEGIN IMMEDIATE)"
)


def test_sql_stands_only_in_the_store_and_in_geography():
    speakers = {path for path in files() if SQL.search(path.read_text("utf-8"))}
    assert {name_of(path) for path in speakers if name_of(path).split(".")[0] not in ("store", "geography")} == set()


def test_only_the_desk_asks_the_clock():
    asking = {name_of(path) for path in files() if CLOCK.search(path.read_text("utf-8"))}
    assert {name for name in asking if name.split(".")[0] in ("actions", "commands", "store")} <= {"commands.desk"}


def test_only_the_edges_to_files_open_sqlite():
    opening = {name_of(path).split(".")[0] for path in files() if "sqlite3" in imports(path)}
    assert opening <= {"store", "geography", "commands"}


@pytest.mark.parametrize("path", files(), ids=ids)
def test_no_file_has_grown_past_comfortable_reading(path: Path):
    assert len(path.read_text("utf-8").splitlines()) <= 400, "find the noun it hides (about 300 lines are comfortable)"


def test_every_command_has_a_file_of_its_own():
    named = {module for group in COMMANDS.values() for module, _ in group.values()}
    assert named | {"__init__", "desk", "closing", "confirming", "filters", "outcome", "reviewing"} == {
        path.stem for path in files("commands/*.py")
    }


# -- the import budget -------------------------------------------------------------------------------------------------

HEAVY = {
    "pandas",
    "numpy",
    "openpyxl",
    "sqlite_utils",
    "pydantic",
    "email_validator",
    "rich",
    "dateparser",
    "rapidfuzz",
    "icalendar",
    "holidays",
}
SPY = """
import json, sys
from leadtrack.cli import run
code = run(json.loads(sys.argv[1]))
print(json.dumps({"code": code, "modules": sorted({name.partition(".")[0] for name in sys.modules})}), file=sys.stderr)
"""


def loaded(db: Path, *arguments: str) -> set[str]:
    """The top-level modules that a command has loaded when it is done, its output being piped."""
    given = json.dumps(["--db", str(db), *arguments])
    done = subprocess.run([sys.executable, "-c", SPY, given], capture_output=True, text=True, check=True)
    told = json.loads(done.stderr.splitlines()[-1])
    assert told["code"] == 0, done.stderr
    return set(told["modules"])


@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("leads", "--limit", "5"),
        ("leads", "--format", "json"),
        ("show", "1"),
        ("note", "1", "called back"),
        ("log", "1", "call"),
        ("log", "1", "call", "--outcome", "later", "--remind", "in 6 months"),
        ("stage", "1", "contacted"),
        ("disqualify", "1", "--reason", "no budget"),
        ("nurture", "1", "--until", "in 6 months"),
        ("stale",),
        ("stages", "list"),
        ("activities", "list"),
        ("remind", "1", "in 6 months", "call again"),
        ("remind", "1", "next tuesday 9:00", "call again"),
        ("remind", "1", "every 2 weeks", "call again"),
        ("remind", "--due", "week", "--rep", "Rita Ruiz"),
        ("digest",),
        ("digest", "--format", "html"),
        ("remind", "--due", "today"),
        ("info",),
        ("history",),
        ("history", "1"),
        ("report", "reps"),
        ("report", "funnel", "--format", "csv"),
        ("assign", "--dry-run"),
        ("next",),
        ("score", "1", "--explain"),
        ("temperature", "1", "hot"),
        ("qualify", "1"),
        ("icp", "set", "state=MA"),
        ("rep", "list"),
        ("undo",),
    ],
    ids=" ".join,
)
def test_a_small_command_loads_nothing_heavy(team, arguments: tuple[str, ...]):
    team.ok("note", "1", "something to take back")
    assert not loaded(team.db, *arguments) & (HEAVY | {"phonenumbers"})


@pytest.mark.parametrize(
    "arguments",
    [("add", "--full-name", "Dee Dorn", "--phone", "617-555-0199"), ("edit", "1", "city=Salem")],
    ids=" ".join,
)
def test_a_command_that_cleans_loads_only_what_reads_telephone_numbers(team, arguments: tuple[str, ...]):
    assert not loaded(team.db, *arguments) & HEAVY
