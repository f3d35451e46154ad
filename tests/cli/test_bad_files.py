"""Bad files: one line that names the file and the mend, exit code 1, nothing changed."""

import contextlib
import sqlite3
import zipfile
from pathlib import Path

import pytest
from running import Program, is_root

from leadtrack.errors import StoreError
from leadtrack.store.sqlite import said_plainly

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def workbook(path: Path) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["Name", "E-mail"], *[[f"Lead {n}", f"lead{n}@example.com"] for n in range(200)]):
        book.active.append(row)
    book.save(path)
    return path.read_bytes()


def locked_zip(path: Path) -> bytes:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letters/one.txt", "no workbook")
    return path.read_bytes()


@pytest.fixture
def bad_files(tmp_path: Path) -> dict[str, Path]:
    book = workbook(tmp_path / "whole.xlsx")
    contents = {
        "empty.csv": b"",
        "empty.xlsx": b"",
        "blank.csv": b"\n\n  \n,,,\n",
        "truncated.xlsx": book[: len(book) // 2],
        "beginning.xlsx": book[:10],
        "password.xlsx": OLE + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 4096,
        "word.doc": OLE + b"\0" * 504 + "WordDocument".encode("utf-16-le") + b"\0" * 4096,
        "letters.zip": locked_zip(tmp_path / "some.zip"),
        "picture.csv": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40,
        "picture.xlsx": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40,
        "page.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
        "numbers.csv": b"1,2,3\n4,5,6\n7,8,9\n",
        "unknown.csv": b"Foo,Bar\n17,x\n18,y\n",
        "header.csv": b"Foo,Bar\n",
        "zeros.csv": b"\0" * 2000,
    }
    files = {}
    for name, content in contents.items():
        files[name] = tmp_path / name
        files[name].write_bytes(content)
    files["missing.csv"] = tmp_path / "missing.csv"
    files["missing.xlsx"] = tmp_path / "there is no folder" / "missing.xlsx"
    return files


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("missing.csv", "no such file"),
        ("missing.xlsx", "no such file"),
        ("empty.csv", "empty"),
        ("empty.xlsx", "empty"),
        ("blank.csv", ""),
        ("truncated.xlsx", "cut short"),
        ("beginning.xlsx", "cut short"),
        ("password.xlsx", "password"),
        ("word.doc", ""),
        ("letters.zip", "archive"),
        ("picture.csv", ""),
        ("picture.xlsx", ""),
        ("page.pdf", ""),
        ("numbers.csv", "--map"),
        ("unknown.csv", "--map"),
        ("zeros.csv", ""),
    ],
)
def test_a_file_that_holds_no_leads_is_refused_by_name(cli, bad_files: dict[str, Path], name: str, named: str):
    cli.ok("rep", "add", "Rita")
    said = cli.refused("import", bad_files[name])
    assert name in said
    assert named in said
    assert not list(bad_files["empty.csv"].parent.glob("*.rejected.csv"))


def test_a_refused_file_answers_with_an_empty_list_as_json(cli, bad_files: dict[str, Path]):
    for path in bad_files.values():
        answer = cli("import", path, "--format", "json")
        if path.name == "header.csv":  # a header and no rows: see below
            continue
        assert answer.code == 1, path.name
        assert answer.json() == [], path.name


def test_a_sheet_with_a_header_and_no_rows_has_nothing_to_take_in(cli, sheet):
    answer = cli("import", sheet([["Name", "E-mail"]]), "--format", "json")
    assert answer.code in (0, 1)
    assert "Traceback" not in answer.err
    assert cli.json("leads") == []


def test_a_folder_without_files_is_refused(cli, tmp_path: Path):
    (tmp_path / "lists").mkdir()
    assert "lists" in cli.refused("import", tmp_path / "lists")


def test_a_workbook_with_nothing_in_it_is_refused(cli, tmp_path: Path):
    import openpyxl

    openpyxl.Workbook().save(tmp_path / "nothing.xlsx")
    assert "nothing.xlsx" in cli.refused("import", tmp_path / "nothing.xlsx")


def test_a_real_encrypted_header_is_told_from_an_old_workbook(cli, bad_files: dict[str, Path]):
    said = cli.refused("import", bad_files["password.xlsx"])
    assert "save it without a password" in said


@pytest.mark.parametrize(
    "arguments", [("leads",), ("note", "1", "hello"), ("info",), ("rep", "add", "Rita")], ids=" ".join
)
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, arguments: tuple[str, ...]):
    path = tmp_path / "leads.db"
    path.write_text("these are not the leads you are looking for\n" * 100)
    before = path.read_bytes()
    said = Program(path)(*arguments)
    assert (said.code, said.out) == (1, "")
    assert "leads.db is no leadtrack file" in said.err
    assert said.err.count("\n") == 1
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_left_alone(tmp_path: Path):
    path = tmp_path / "other.db"
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    before = path.read_bytes()
    assert "another program" in Program(path).refused("rep", "add", "Rita")
    assert path.read_bytes() == before


def test_a_file_from_a_newer_leadtrack_is_left_alone(team):
    team.write("PRAGMA user_version = 999")
    before = team.db.read_bytes()
    said = team.refused("note", "1", "hello")
    assert "newer leadtrack" in said
    assert "upgrade" in said
    assert team.db.read_bytes() == before


def test_a_damaged_file_is_told(team):
    team.ok("leads")
    with contextlib.closing(sqlite3.connect(team.db)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(team.db.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    team.db.write_bytes(content)
    for command in (("leads",), ("note", "1", "hello")):
        answer = team(*command)
        assert answer.code == 1
        assert "damaged" in answer.err
        assert answer.err.count("\n") == 1


def test_a_truncated_file_is_told(team):
    with contextlib.closing(sqlite3.connect(team.db)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    team.db.write_bytes(team.db.read_bytes()[: 4096 * 4 + 100])
    for command in (("leads",), ("show", "1"), ("note", "1", "hello")):
        answer = team(*command)
        assert answer.code == 1
        assert answer.err.count("\n") == 1
        assert "fault in leadtrack" not in answer.err


def test_a_folder_that_is_missing_or_taken_for_a_file(tmp_path: Path):
    assert "make it first" in Program(tmp_path / "nowhere" / "leads.db").refused("leads")
    assert "is a folder" in Program(tmp_path).refused("leads")


def test_a_locked_file_is_told_after_the_wait(team, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("leadtrack.store.sqlite.BUSY_SECONDS", 0.2)
    with contextlib.closing(sqlite3.connect(team.db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = team("note", "1", "hello")
        assert answer.code == 1
        assert "is locked by another program" in answer.err
        assert answer.err.count("\n") == 1
        assert team("leads").code == 0, "who only looks need not wait"
        assert team("import", "--dry-run", str(team.db.parent / "people.csv")).code == 0
        other.execute("ROLLBACK")
    assert team("note", "1", "hello").code == 0


def test_a_read_only_file_can_be_read_and_says_why_it_is_not_written(team):
    """Whoever may write anywhere (root) meets a read-only file only as the disk itself; the words are tried instead."""
    if is_root():
        said = said_plainly(team.db, sqlite3.OperationalError("attempt to write a readonly database"))
        assert isinstance(said, StoreError)
        assert "read-only" in str(said)
        return
    team.ok("leads")
    team.db.chmod(0o400)
    assert "read-only" in team.refused("note", "1", "hello")
    assert len(team.json("leads")) == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("database is locked", "is locked"),
        ("attempt to write a readonly database", "read-only"),
        ("file is not a database", "no leadtrack file"),
        ("database disk image is malformed", "damaged"),
        ("database or disk is full", "disk is full"),
        ("disk I/O error", "disk failed"),
        ("unable to open database file", "cannot be opened"),
    ],
)
def test_what_sqlite_says_of_a_file_is_told_plainly(words: str, told: str):
    said = said_plainly(Path("leads.db"), sqlite3.OperationalError(words))
    assert said is not None
    assert told in str(said)
    assert str(said).startswith("leads.db ")


def test_what_sqlite_says_of_the_program_is_not_blamed_on_the_file():
    assert said_plainly(Path("leads.db"), sqlite3.OperationalError("no such column: x")) is None


def test_a_new_file_is_readable_by_its_owner_only(cli):
    cli.ok("rep", "add", "Rita")
    for path in cli.db.parent.glob("leads.db*"):
        assert path.stat().st_mode & 0o077 == 0, path.name


def test_the_file_is_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program):
    monkeypatch.setenv("LEADTRACK_DB", str(tmp_path / "elsewhere.db"))
    program("rep", "add", "Rita")
    assert not (tmp_path / "elsewhere.db").exists(), "--db goes before the environment"
