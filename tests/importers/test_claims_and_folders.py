"""Which importer claims a file, and which files a folder stands for."""

from pathlib import Path

import pytest

from leadtrack.errors import BadFile
from leadtrack.importers import Sheet, Source, expand, read, registry


def test_folders_stand_for_their_files_in_name_order(tmp_path: Path):
    for name in ("b.csv", "a.xlsx", "a.rejected.csv", ".hidden.csv", "~$a.xlsx"):
        (tmp_path / name).write_text("Name\n")
    (tmp_path / "older").mkdir()
    folder = str(tmp_path)
    assert expand([folder, "-"]) == [str(tmp_path / "a.xlsx"), str(tmp_path / "b.csv"), "-"]
    assert expand([str(tmp_path / "a.rejected.csv")]) == [str(tmp_path / "a.rejected.csv")]


def test_what_is_not_there_and_a_folder_without_files_are_told(tmp_path: Path):
    with pytest.raises(BadFile, match=r"nowhere.csv: there is no such file; check the path"):
        expand(["nowhere.csv"])
    with pytest.raises(BadFile, match="holds no file to import"):
        expand([str(tmp_path)])
    with pytest.raises(BadFile, match="there is no such file"):
        read("nowhere.csv")
    with pytest.raises(BadFile, match="is a folder, not a file"):
        read(str(tmp_path))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n....", "is a picture"),
        (b"%PDF-1.7 ....", "is a PDF"),
        (bytes(range(256)) * 20, "is no table that leadtrack knows"),
        (b"PK\x03\x04" + bytes(range(256)) * 20, "is damaged or cut short"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "is password-protected"),
        (b"<html><p>Sign in</html>", "is a web page without a table"),
    ],
)
def test_what_is_no_table_gets_a_line_of_its_own(tmp_path: Path, content: bytes, said: str):
    path = tmp_path / "leads.xlsx"
    path.write_bytes(content)
    with pytest.raises(BadFile) as error:
        read(str(path))
    assert str(error.value).startswith(f"{path}: {said}")
    assert "\n" not in str(error.value)


class Ledger:
    """A third party's importer: lines like "Ann <ann@example.com>" under a first line that says LEDGER."""

    name = "ledger"
    isolated = False

    def identify(self, head: bytes, name: str) -> float:
        return 0.8 if head.startswith(b"LEDGER\n") else 0

    def read(self, source: Source) -> list[Sheet]:
        lines = source.path.read_text().splitlines()[1:]
        leads = [line.rstrip(">").split(" <") for line in lines]
        return [Sheet("", lambda: iter(enumerate(leads, 2)), headers=("Name", "Email"))]


def test_a_third_party_importer_claims_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(registry, "plugins", lambda: [Ledger()])
    path = tmp_path / "leads.txt"
    path.write_text("LEDGER\nAnn <ann@example.com>\n")
    table = read(str(path))
    assert (table.kind, list(table.rows())) == ("ledger", [(2, ["Ann", "ann@example.com"])])


def test_two_importers_with_the_same_claim_are_both_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    class Twin(Ledger):
        name = "twin"

    monkeypatch.setattr(registry, "plugins", lambda: [Ledger(), Twin()])
    path = tmp_path / "leads.txt"
    path.write_text("LEDGER\n")
    with pytest.raises(BadFile, match="is claimed by two importers, ledger and twin"):
        read(str(path))


def test_an_installed_package_that_registers_an_importer_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    packages = tmp_path / "site-packages"
    about = packages / "ledger-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Name: ledger\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[leadtrack.importers]\nledger = ledger:Ledger\n")
    (packages / "ledger.py").write_text(
        "class Ledger:\n"
        "    name, isolated = 'ledger', False\n"
        "    def identify(self, head, name): return 0.8\n"
        "    def read(self, source): return []\n"
    )
    assert registry.plugins() == []
    monkeypatch.syspath_prepend(packages)
    assert [importer.name for importer in registry.plugins()] == ["ledger"]
