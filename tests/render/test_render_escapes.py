"""Whatever a text holds, it steers no terminal, starts no formula, and comes back as it was."""

import csv
import io
import json
import re
from datetime import UTC

from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from leadtrack.render import guard, render, safe
from leadtrack.reports import Column, Report

ANY = st.text(st.characters()) | st.text(
    st.sampled_from("='+-@\t\r\n\x00\x1b\x7f\x9b\u2028\u202e\ud800|\\\"<[,; a_x01F")
)
STORED = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")) | st.text(
    st.sampled_from("='+-@\t\r\n\x00\x1b\x7f\x9b\u202e\",; a_x0041B")
)
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def unguarded(cell: str) -> str:
    return cell[1:] if re.match("'[=+\\-@\t\r']", cell) else cell


def report_of(text: str) -> Report:
    return Report(
        "t" + text, (Column("name", text), Column("notes", "Notes")), [{"name": text, "notes": text}], (text,)
    )


def test_controls_and_overrides_are_shown_as_escapes():
    assert safe("a\x1b[2J\x07\x9b\u202eb\ud800") == "a\\x1b[2J\\x07\\x9b\\u202eb\\ud800"
    assert safe("one\r\ntwo\nthree\u2028four") == "one⏎two⏎three⏎four"
    assert safe("Zoë 👩‍💻 東京") == "Zoë 👩‍💻 東京"


def test_only_what_looks_like_a_formula_is_guarded():
    assert [guard(cell) for cell in ("=1", "+1", "-1", "@a", "\tx", "\rx", "'=1", "''")] == [
        "'=1", "'+1", "'-1", "'@a", "'\tx", "'\rx", "''=1", "'''",
    ]  # fmt: skip
    assert [guard(cell) for cell in ("", "a=1", "'tis", "'", " =1")] == ["", "a=1", "'tis", "'", " =1"]


@given(ANY)
def test_the_guard_is_undone_by_taking_one_apostrophe_away(cell):
    assert unguarded(guard(cell)) == cell
    assert not re.match("[=+\\-@\t\r]", guard(cell))


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_no_text_makes_an_output_that_steers_a_terminal(text):
    for format in ("table", "md", "html", "json"):
        out = render(report_of(text), format, listing=False, terminal=False, zone=UTC)
        assert not STEERING.search(out), format
        out.encode()
    for format in ("table", "csv"):
        out = render(report_of(text), format, listing=False, terminal=True, zone=UTC)
        assert not STEERING.search(re.sub(r"\x1b\[[0-9;]*m", "", out)), format


@settings(max_examples=60)
@given(ANY)
def test_a_piped_table_has_one_line_for_a_row(text):
    out = render(report_of(text), "table", listing=True, terminal=False, zone=UTC)
    assert len(out.split("\n")) == len(["title", "", "head", "rule", "row", "", "note", ""])


@given(STORED)
def test_csv_and_json_give_every_text_back(text):
    out = render(report_of(text), "csv", listing=True, terminal=False, zone=UTC)
    _, row = csv.reader(io.StringIO(out, newline=""))
    assert [unguarded(cell) for cell in row] == [text, text]
    out = render(report_of(text), "json", listing=True, terminal=False, zone=UTC)
    assert json.loads(out) == [{"name": text, "notes": text}]


@settings(max_examples=40, deadline=None)
@given(st.lists(STORED, min_size=1, max_size=20))
def test_a_workbook_gives_every_text_back(texts):
    rows: list[dict[str, object]] = [{"id": number, "name": text} for number, text in enumerate(texts)]
    report = Report("t", (Column("id", "No."), Column("name", "Name")), rows)
    book = render(report, "xlsx", listing=True, terminal=False, zone=UTC)
    sheet = load_workbook(io.BytesIO(book)).get_sheet_by_index(0).to_python()
    assert [unguarded(str(row[1])) for row in sheet[1:]] == texts
