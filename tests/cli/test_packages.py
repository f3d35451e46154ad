"""Importers that other packages bring, installed as packages are: by their entry points."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

LEDGER = """
from leadtrack.importers import Sheet

class Ledger:
    name = "ledger"
    isolated = False
    mark = b"LEDGER\\n"

    def identify(self, head, name):
        return 0.8 if head.startswith(self.mark) else 0

    def read(self, source):
        lines = source.path.read_text().splitlines()[1:]
        rows = [line.rstrip(">").split(" <") for line in lines]
        return [Sheet("", lambda: iter(enumerate(rows, 2)), headers=("Name", "Email"))]

class Vault(Ledger):
    name, isolated, mark = "vault", True, b"VAULT\\n"
"""

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def installed(tmp_path: Path, program: Run) -> Callable[..., Run]:
    """leadtrack beside a package that registers importers; gives the program, which sees it."""

    def install(code: str, **importers: str) -> Run:
        site = tmp_path / "site-packages"
        about = site / "ledger_leads-1.0.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: ledger-leads\nVersion: 1.0\n")
        entries = "".join(f"{name} = {place}\n" for name, place in importers.items())
        (about / "entry_points.txt").write_text(f"[leadtrack.importers]\n{entries}")
        (site / "ledger_leads.py").write_text(code)
        path = os.pathsep.join(filter(None, [str(site), os.environ.get("PYTHONPATH")]))
        return lambda *arguments: program(*arguments, env={**os.environ, "PYTHONPATH": path})

    return install


@pytest.mark.parametrize("kind", ["ledger", "vault"])
def test_an_installed_package_reads_its_own_kind_of_file(cli, tmp_path: Path, installed, kind: str):
    run = installed(LEDGER, ledger="ledger_leads:Ledger", vault="ledger_leads:Vault")
    file = tmp_path / "leads.txt"
    file.write_text(f"{kind.upper()}\nAnn Archer <ann@acme.example>\nBob Baker <bob@bolt.example>\n")
    done = run("import", file)
    assert done.returncode == 0, done.stderr
    assert b"2 rows: 2 created" in done.stderr
    assert [lead["email"] for lead in cli.json("leads")] == ["ann@acme.example", "bob@bolt.example"]


def test_other_files_are_read_as_before(cli, people: str, installed):
    run = installed(LEDGER, ledger="ledger_leads:Ledger")
    assert run("import", people).returncode == 0
    assert len(cli.json("leads")) == 3


BROKEN = LEDGER + "\nclass Broken(Ledger):\n    name = 'broken'\n    def {}\n"


@pytest.mark.parametrize(
    ("code", "place", "told"),
    [
        (LEDGER, "no_such_module:Ledger", "the importer 'broken' (no_such_module:Ledger) cannot be loaded"),
        (LEDGER, "ledger_leads:Nothing", "cannot be loaded (AttributeError"),
        (LEDGER, "ledger_leads:Sheet", "cannot be loaded (TypeError"),
        (BROKEN.format("identify(self, head, name): return None"), "ledger_leads:Broken", "whether that is its kind"),
        (BROKEN.format("read(self, source): return 1 / 0"), "ledger_leads:Broken", "cannot read it (ZeroDivision"),
        (BROKEN.format("read(self, source): return [3]"), "ledger_leads:Broken", "cannot read it (TypeError"),
        (
            BROKEN.format("read(self, source): return [Sheet('', lambda: iter([(2, [None])]))]"),
            "ledger_leads:Broken",
            "cannot read all of it (TypeError",
        ),
    ],
)
def test_a_package_that_fails_is_named_in_one_line(tmp_path: Path, installed, code: str, place: str, told: str):
    run = installed(code, broken=place)
    file = tmp_path / "leads.txt"
    file.write_text("LEDGER\nAnn Archer <ann@acme.example>\n")
    done = run("import", file)
    said = done.stderr.decode()
    assert done.returncode == 1
    assert said.count("\n") == 1
    assert told in said
    assert "update or uninstall the package that brings it" in said
