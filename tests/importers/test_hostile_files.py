"""Files made to harm: one line, little time, little memory, and the program lives on."""

import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from leadtrack.errors import BadFile
from leadtrack.importers import read

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
    '<sheet name="S" sheetId="1" r:id="r"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>Email</t></is></c></row>'
CORNER = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
ROW = '<row r="2"><c r="A2" t="inlineStr"><is><t>a@example.com</t></is></c></row>'


def workbook(path: Path, sheet: Iterable[str], doctype: str = "", members: int = 0) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f'<?xml version="1.0"?>{doctype}<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for piece in sheet:
                part.write(piece.encode())
            part.write(b"</sheetData></worksheet>")
        for number in range(members):
            archive.writestr(f"part{number}.xml", "")
    return str(path)


READING = """
import json, re, resource, sys
from pathlib import Path
from leadtrack.errors import BadFile
from leadtrack.importers import read, sandbox
for figure, value in json.loads(sys.argv[2]).items():
    setattr(sandbox, figure, value)
try:
    list(read(sys.argv[1]).rows())
except BadFile as error:
    # what getrusage tells of itself is at least what the process had that started it
    own = re.search("VmHWM:[^0-9]+([0-9]+) kB", Path("/proc/self/status").read_text())
    print(json.dumps([str(error), max(int(own[1]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)]))
"""


def refused(path: str, **limits: float) -> str:
    """The one line with which a file is refused, within 10 seconds and 400 MB; `limits` of the sandbox are changed.

    A process of its own reads it: what children took is only told of all that a process ever had.
    """
    begun = time.monotonic()
    told = subprocess.run(
        [sys.executable, "-c", READING, path, json.dumps(limits)], capture_output=True, text=True, check=True
    )
    assert time.monotonic() - begun < 10
    said, memory = json.loads(told.stdout)
    assert memory < 400_000
    assert said.startswith(path)
    assert "\n" not in said
    return str(said)


def test_a_zip_bomb_is_refused_before_it_is_opened(tmp_path: Path):
    path = workbook(tmp_path / "a.xlsx", [" " * 1_000_000] * 60)
    assert "expands to 60 MB without holding rows" in refused(path)


def test_a_zip_bomb_of_rows_runs_into_its_limit(tmp_path: Path):
    path = workbook(tmp_path / "a.xlsx", [HEADER, *[ROW * 10_000] * 200])
    assert "needs far more memory than its size allows" in refused(path, MEMORY=100_000_000)


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path):
    path = workbook(tmp_path / "a.xlsx", [HEADER, ROW])
    assert "takes far longer to read than its size allows" in refused(
        path, SECONDS=0.02, SECONDS_PER_MEGABYTE=0, PATIENCE=1
    )


def test_thousands_of_members_are_refused(tmp_path: Path):
    assert "holds 2,004 parts" in refused(workbook(tmp_path / "a.xlsx", [HEADER], members=2000))


def test_a_cell_in_the_last_corner_is_refused(tmp_path: Path):
    assert "is there a stray cell" in refused(workbook(tmp_path / "a.xlsx", [HEADER, CORNER]))


def test_a_cell_of_megabytes_is_refused(tmp_path: Path):
    row = ROW.replace("a@example.com", "xy" * 1_500_000)
    assert "row 2 holds a cell of more than 1,000,000 characters" in refused(
        workbook(tmp_path / "a.xlsx", [HEADER, row])
    )


def test_entities_are_not_expanded(tmp_path: Path):
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    row = ROW.replace("a@example.com", "&l9;")
    path = workbook(tmp_path / "a.xlsx", [HEADER, row], f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]>')
    assert "is damaged and cannot be read" in refused(path)
    secret = tmp_path / "secret"
    secret.write_text("secret")
    row = ROW.replace("a@example.com", "&x;")
    path = workbook(tmp_path / "b.xlsx", [HEADER, row], f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>')
    assert "secret" not in refused(path).partition("b.xlsx")[2]


def test_16384_columns_are_refused(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text(",".join(f"h{n}" for n in range(16384)) + "\n" + ",".join("v" * 16384) + "\n")
    assert "has 16,384 columns" in refused(str(path))


def test_deep_nesting_is_refused(tmp_path: Path):
    path = tmp_path / "a.json"
    path.write_text('{"a":' * 50_000 + "1" + "}" * 50_000)
    assert "is nested too deeply" in refused(str(path))


def test_a_million_empty_rows_are_no_rows(tmp_path: Path):
    empty = (f'<row r="{number}"/>' for number in range(3, 1_000_000))
    table = read(workbook(tmp_path / "a.xlsx", [HEADER, ROW, "".join(empty)]))
    assert list(table.rows()) == [(2, ["a@example.com"])]


def test_a_child_that_dies_amid_the_rows_is_told(tmp_path: Path):
    rows = (f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{"x" * 300}</t></is></c></row>' for n in range(2, 8000))
    table = read(workbook(tmp_path / "a.xlsx", [HEADER, *rows]))
    table.rows.__self__._child.kill()
    with pytest.raises(BadFile, match="was given up"):
        list(table.rows())


def test_giving_up_on_the_rows_ends_the_child(tmp_path: Path):
    rows = (f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{"x" * 300}</t></is></c></row>' for n in range(2, 8000))
    table = read(workbook(tmp_path / "a.xlsx", [HEADER, *rows]))
    child = table.rows.__self__._child
    assert next(table.rows())[0] == 2
    del table
    assert child.poll() is not None
