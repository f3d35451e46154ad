"""HTML tables called .xls, vCards, JSON, standard input."""

import io
import sys
from pathlib import Path

import pytest

from leadtrack.errors import BadFile
from leadtrack.importers import Table, read


@pytest.fixture
def table(tmp_path: Path):
    def make(name: str, content: str | bytes) -> Table:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(str(path))

    return make


def as_dict(found: Table, row: int = 0) -> dict[str | None, str]:
    return {header: cell for header, cell in zip(found.headers, found.sample[row], strict=True) if cell}


def test_an_xls_that_is_a_web_page_is_read_by_its_content(table):
    found = table(
        "report.xls",
        "<html><head><style>td {}</style></head><body><table><tr><td colspan=3>My leads</td></tr>"
        "<tr><th>Name<th>Email<th>ZIP</tr><tr><td>Ann &amp; Bo</td><td>a@example.com</td><td>02110</td></tr>"
        "<tr><td rowspan=2>Cy</td><td>c@example.com<td>1</tr><tr><td>d@example.com<td>2</tr></table></html>",
    )
    assert (found.kind, found.header_row, found.headers) == ("html", 2, ("Name", "Email", "ZIP"))
    assert found.sample == (
        ("Ann & Bo", "a@example.com", "02110"),
        ("Cy", "c@example.com", "1"),
        ("", "d@example.com", "2"),
    )


def test_of_several_tables_in_a_page_the_one_with_leads_is_taken(table):
    found = table(
        "page.html",
        "<table><tr><td>Home<td>Help</table><table><tr><th>First Name<th>Email<tr><td>Ann<td>a@example.com</table>",
    )
    assert (found.sheet, found.sample) == ("table 2", (("Ann", "a@example.com"),))


def test_an_xml_spreadsheet_of_excel_2003_is_read(table):
    found = table(
        "old.xls",
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Leads"><Table>'
        "<Row><Cell><Data>Name</Data></Cell><Cell><Data>Email</Data></Cell><Cell><Data>ZIP</Data></Cell></Row>"
        '<Row ss:Index="4"><Cell><Data>Ann</Data></Cell><Cell ss:Index="3"><Data>02110</Data></Cell></Row>'
        "</Table></Worksheet></Workbook>",
    )
    assert (found.sheet, list(found.rows())) == ("Leads", [(4, ["Ann", "", "02110"])])


def test_a_csv_called_xlsx_and_an_xls_with_tabs_are_read_as_what_they_are(table):
    assert table("leads.xlsx", "Name,Email\nAnn,a@example.com\n").sample == (("Ann", "a@example.com"),)
    assert table("leads.xls", "Name\tEmail\nAnn\ta@example.com\n").kind == "csv"


def test_vcards_of_all_versions_in_one_file(table):
    found = table(
        "people.vcf",
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;;\r\n"
        "FN;ENCODING=QUOTED-PRINTABLE:J=FCrgen M=FCller\r\nTEL;CELL:+49 170 5550101\r\n"
        "TEL;WORK;VOICE:+49 221 5550100\r\n"
        "NOTE;ENCODING=QUOTED-PRINTABLE:line one=0D=0A=\r\nline two, and more\r\n"
        "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n AAAA\r\n\r\n"
        "END:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Lee, Ann\r\nN:Lee;Ann;;;\r\nORG:Acme\\, Inc.;Sales\r\nTITLE:VP\r\n"
        "item1.EMAIL;TYPE=HOME:ann@home.example\r\nitem2.EMAIL;TYPE=WORK:ann@acme.example\r\n"
        "ADR;TYPE=WORK:;;1 Main St;Boston;MA;02110;USA\r\nURL:http\\://acme.example\r\nEND:VCARD\r\n"
        'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Bo\r\nTEL;VALUE=uri;TYPE="cell,voice":tel:+1-418-656-9254\r\nBDAY:19800322\r\n'
        "END:VCARD\r\n",
    )
    assert found.kind == "vcard"
    assert as_dict(found, 0) == {
        "Full name": "Jürgen Müller",
        "First name": "Jürgen",
        "Last name": "Müller",
        "Phone": "+49 221 5550100",
        "Mobile": "+49 170 5550101",
        "Notes": "line one\nline two, and more",
    }
    assert as_dict(found, 1) == {
        "Full name": "Lee, Ann",
        "First name": "Ann",
        "Last name": "Lee",
        "E-mail": "ann@acme.example",
        "E-mail 2": "ann@home.example",
        "Company": "Acme, Inc.",
        "X-Department": "Sales",
        "Title": "VP",
        "Street": "1 Main St",
        "City": "Boston",
        "State": "MA",
        "Postal code": "02110",
        "Country": "USA",
        "Website": "http://acme.example",
    }
    assert as_dict(found, 2) == {"Full name": "Bo", "Mobile": "+1-418-656-9254", "X-BDAY": "19800322"}
    assert [number for number, _ in found.rows()] == [1, 2, 3]


def test_a_vcard_that_is_cut_short_is_told(table):
    with pytest.raises(BadFile, match=r"people.vcf: a card has no END:VCARD after card 0"):
        table("people.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\n")


def test_json_objects_are_flattened_and_numbers_stay_text(table):
    found = table(
        "leads.json",
        '{"page": 1, "leads": [{"name": {"first": "Ann"}, "zip": "02110", "value": 1.50, "tags": ["a", "b"]},'
        ' {"email": "b@example.com", "active": true, "phones": [{"no": 5551234567}]}]}',
    )
    assert as_dict(found, 0) == {"name.first": "Ann", "zip": "02110", "value": "1.50", "tags": "a; b"}
    assert as_dict(found, 1) == {"email": "b@example.com", "active": "true", "phones.1.no": "5551234567"}


def test_json_lines_carry_their_line_numbers(table):
    found = table("leads.jsonl", '{"email": "a@example.com"}\n\n{"email": "b@example.com", "zip": "02110"}\n')
    assert list(found.rows()) == [(1, ["a@example.com", ""]), (3, ["b@example.com", "02110"])]


def test_json_arrays_of_arrays_have_their_header_first(table):
    assert table("a.json", '[["Name", "Email"], ["Ann", "a@example.com"]]').sample == (("Ann", "a@example.com"),)


def test_json_that_is_broken_or_no_list_is_told(table):
    with pytest.raises(BadFile, match=r"is no valid JSON \(Expecting value, line 2\)"):
        table("leads.json", '[{"a": 1},\n{"b": }]')
    with pytest.raises(BadFile, match="line 2"):
        table("leads.jsonl", '{"a": "1"}\n{"b": \n')
    with pytest.raises(BadFile, match="holds no list of objects"):
        table("leads.json", '["a", "b"]')


class Input:
    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


@pytest.mark.parametrize(
    "content", [b"Name,Email\nAnn,a@example.com\n", b'[{"Name": "Ann", "Email": "a@example.com"}]']
)
def test_standard_input_is_read_whatever_it_is(monkeypatch: pytest.MonkeyPatch, content: bytes):
    monkeypatch.setattr(sys, "stdin", Input(content))
    found = read("-")
    assert (found.source, found.headers, found.sample) == ("-", ("Name", "Email"), (("Ann", "a@example.com"),))
    assert [row for _, row in found.rows()] == [["Ann", "a@example.com"]]
