"""What the pages say is so: every command is documented, and what is generated is fresh."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from leadtrack import __version__
from leadtrack.cli import COMMANDS

ROOT = Path(__file__).parent.parent
NAMES = [name for group in COMMANDS.values() for name in group]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]

LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)(?:#[^)]*)?\)")


def first_bash_block() -> list[str]:
    block = re.search(r"^```bash\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert block, "README.md has no fenced bash block"
    return block[1].splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_every_command_says_what_it_is_for(cli, name: str):
    shown = cli(name, "--help")
    assert shown.code == 0
    assert len(re.sub(r"\s+", " ", shown.out)) > 80


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_documented_with_an_example(name: str):
    pages = "\n".join(page.read_text("utf-8") for page in (ROOT / "docs").glob("*.md"))
    pages += (ROOT / "README.md").read_text("utf-8")
    assert re.search(rf"\bleadtrack {name}\b", pages), f"no page in docs/ tells of `leadtrack {name}`"


def test_the_help_lists_every_command_with_a_line(cli):
    shown = cli("--help").out
    for group in COMMANDS.values():
        for name, (_, line) in group.items():
            assert re.search(rf"^\s+{name}\s+{re.escape(line[:20])}", shown, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_pages_lead_somewhere(page: Path):
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_page_about_the_tables_is_what_the_database_says():
    made = subprocess.run([sys.executable, "-m", "leadtrack.store.schema"], capture_output=True, text=True, check=True)
    assert made.stdout == (ROOT / "docs" / "schema.md").read_text("utf-8"), "make docs"


def test_the_main_job_in_the_readme_is_commands_and_nothing_else():
    lines = first_bash_block()
    assert lines
    for line in lines:
        assert line.strip(), "a blank line"
        assert not line.startswith(("$", ">", "#", "git clone")), line
        assert "…" not in line and "..." not in line, line
    assert any("leadtrack import examples/" in line for line in lines)


def test_the_files_that_the_readme_uses_are_there():
    named = re.findall(r"examples/[\w.-]+", (ROOT / "README.md").read_text("utf-8"))
    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_the_readme_tells_how_to_run_the_tests():
    assert re.search(
        r'python3 -m pip install -e "\.\[dev\]" && python3 -m pytest\n', (ROOT / "README.md").read_text("utf-8")
    )


def test_the_changelog_knows_this_version():
    assert re.search(
        rf"^## \[?({re.escape(__version__)}|Unreleased)\b", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert __version__ in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_license_is_apache():
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")[:400]
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["license"] == "Apache-2.0"


def test_every_word_for_a_repair_is_explained():
    page = (ROOT / "docs" / "cleaning.md").read_text("utf-8")
    table = page[page.index("## What is reported") : page.index("## Where the rest goes")]
    explained = set(re.findall(r"`([^`]+)`", "".join(line.split("|")[1] for line in table.splitlines() if "|" in line)))
    code = "".join(path.read_text("utf-8") for path in (ROOT / "leadtrack").glob("*.py"))
    said = set(re.findall(r'(?:\.repaired|\bRepair)\((?:[^()]|\([^()]*\))*, "([^"]+)"\)', code))
    assert len(said) > 10
    assert said <= explained, "docs/cleaning.md does not say what these mean"
    assert {word for word in explained if f'"{word}"' not in code} == set(), "nothing says these any more"


def test_every_option_of_import_is_explained(cli):
    shown = set(re.findall(r"--[a-z-]+", cli("import", "--help").out)) - {"--help"}
    assert {"--map", "--rows", "--output"} <= shown
    page = (ROOT / "docs" / "importing.md").read_text("utf-8")
    assert {option for option in shown if f"`{option}" not in page} == set()
