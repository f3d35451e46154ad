"""Each format of one report against its golden file, and what readers of the formats rely on."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from leadtrack.render import FORMATS, render
from leadtrack.reports import Column, Report

CHICAGO = ZoneInfo("America/Chicago")
GOLDEN = Path(__file__).with_name("golden")

BY_SOURCE = Report(
    "Response by source",
    (
        Column("source", "Source"),
        Column("leads", "Leads", "count"),
        Column("reached", "Reached", "share"),
        Column("median", "Median first response", "seconds"),
        Column("cost", "Cost", "money"),
        Column("last", "Last lead", "instant"),
        Column("due", "Due", "day"),
        Column("hot", "Hot", "flag"),
        Column("why", "Why"),
    ),
    [
        {
            "source": "Web form",
            "leads": 1200,
            "reached": 0.253,
            "median": 240,
            "cost": 1200.5,
            "last": "2026-03-31T14:00:00Z",
            "due": "2026-04-01",
            "hot": True,
            "why": "answered within the hour in all three regions, ever since the new routing",
        },
        {
            "source": "[red]Trade\x1b[31m show|=1+1",
            "leads": 7,
            "reached": 0.001,
            "median": 12000,
            "cost": None,
            "last": "2026-03-31",
            "due": None,
            "hot": False,
            "why": "=HYPERLINK(1)\nsecond line <b>",
        },
        {"source": "東京 展示会", "leads": 0, "median": 172800, "cost": -30},
    ],
    ("Leads known only by their day of creation take no part in minutes.",),
    {"source": "All", "leads": 1207, "reached": 0.24, "cost": 1170.5},
)
NOTHING = Report("Due reminders", (Column("lead", "Lead"), Column("due", "Due", "instant")), [])


def shown(report: Report, format: str, *, listing: bool = False, terminal: bool = False, width: int = 80) -> str:
    text = render(report, format, listing=listing, terminal=terminal, width=width, zone=CHICAGO)
    assert isinstance(text, str)
    return text


@pytest.fixture(autouse=True)
def a_plain_color_terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("terminal-80.txt", lambda: shown(BY_SOURCE, "table", terminal=True, width=80)),
        ("terminal-200.txt", lambda: shown(BY_SOURCE, "table", terminal=True, width=200)),
        ("piped.txt", lambda: shown(BY_SOURCE, "table")),
        ("report.csv", lambda: shown(BY_SOURCE, "csv")),
        ("report.json", lambda: shown(BY_SOURCE, "json")),
        ("listing.json", lambda: shown(BY_SOURCE, "json", listing=True)),
        ("report.md", lambda: shown(BY_SOURCE, "md")),
        ("report.html", lambda: shown(BY_SOURCE, "html")),
    ],
)
def test_the_format_is_the_golden_file(name, text):
    # To renew one after a wanted change: write text() there, and read the difference.
    expected = (GOLDEN / name).read_bytes().decode()
    assert text() == expected


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("table", "Due reminders\n(none)\n"),
        ("csv", "Lead,Due\n"),
        ("md", "## Due reminders\n\n(none)\n"),
    ],
)
def test_an_empty_report_says_so(format, expected):
    assert shown(NOTHING, format) == expected


def test_an_empty_listing_is_an_empty_array():
    assert shown(NOTHING, "json", listing=True) == "[]\n"


def test_an_empty_report_renders_everywhere():
    for format in FORMATS:
        for terminal in (True, False):
            assert render(NOTHING, format, listing=False, terminal=terminal, zone=CHICAGO)


def test_an_unknown_format_is_refused():
    with pytest.raises(ValueError, match="no such format: 'pdf'"):
        shown(NOTHING, "pdf")


def test_json_has_every_key_in_every_row_and_no_total():
    whole = json.loads(shown(BY_SOURCE, "json"))
    assert list(whole) == ["title", "columns", "rows", "notes"]
    assert [list(row) for row in whole["rows"]] == [[column.key for column in BY_SOURCE.columns]] * 3
    assert whole["rows"] == json.loads(shown(BY_SOURCE, "json", listing=True))
    assert whole["rows"][0]["last"] == "2026-03-31T09:00:00-05:00"
    assert whole["rows"][2]["hot"] is None


def test_json_shows_a_terminal_no_control_character_and_means_the_same():
    report = Report("", (Column("name", "Name"),), [{"name": "a\x9b31m\x7f\u202eb\ud800"}])
    text = shown(report, "json", listing=True)
    assert text.replace("\n", " ").isprintable()
    assert json.loads(text) == [{"name": "a\x9b31m\x7f\u202eb\ud800"}]


def test_csv_into_a_file_keeps_the_text_and_on_a_terminal_shows_escapes():
    report = Report("", (Column("name", "Name"),), [{"name": "a\x1b[31m\rb"}])
    assert list(csv.reader(io.StringIO(shown(report, "csv"), newline="")))[1] == ["a\x1b[31m\rb"]
    assert shown(report, "csv", terminal=True) == 'Name\n"a\\x1b[31m\nb"\n'


def test_csv_guards_texts_and_leaves_negative_figures_alone():
    columns = (Column("phone", "Phone"), Column("cost", "-Cost", "money"), Column("value", "Value", "money"))
    report = Report("", columns, [{"phone": "+1 312 555 0100", "cost": -30, "value": "=1+1"}])
    assert shown(report, "csv") == "Phone,'-Cost,Value\n'+1 312 555 0100,-30,'=1+1\n"


def test_a_lone_empty_csv_field_is_still_a_row():
    assert shown(Report("", (Column("name", "Name"),), [{"name": None}]), "csv") == 'Name\n""\n'


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
def test_no_terminal_line_is_wider_than_the_terminal(width):
    import re

    from rich.cells import cell_len

    for line in shown(BY_SOURCE, "table", terminal=True, width=width).splitlines():
        assert cell_len(re.sub(r"\x1b\[[0-9;]*m", "", line)) <= width


def test_on_a_narrow_terminal_the_long_text_gives_way_and_the_name_stays():
    columns = (Column("id", "No."), Column("name", "Name"), Column("notes", "Notes"))
    report = Report("", columns, [{"id": 4711, "name": "Maximiliane Wiesengrund", "notes": "long " * 40}])
    text = shown(report, "table", terminal=True, width=50)
    assert "4711  Maximiliane Wiesengrund  long long long" in text
    assert "…" in text


def test_columns_that_find_no_room_are_named():
    columns = tuple(Column(f"c{n}", f"Figure{n}", "count") for n in range(12))
    report = Report("", columns, [{f"c{n}": n for n in range(12)}])
    text = shown(report, "table", terminal=True, width=80)
    assert "Too narrow for: Figure9, Figure10, Figure11." in text


def test_without_a_terminal_neither_the_table_nor_csv_nor_progress_loads_rich():
    script = """
import sys, datetime
from leadtrack.render import render
from leadtrack.render.progress import progress
from leadtrack.reports import Column, Report
report = Report("t", (Column("a", "A"),), [{"a": "b"}])
for format in ("table", "csv", "json", "md", "html"):
    render(report, format, listing=True, terminal=False, zone=datetime.timezone.utc)
with progress(10, "Reading", enabled=False) as advance:
    advance(10)
print([name for name in ("rich", "openpyxl", "pandas") if name in sys.modules])
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("[]\n", "")


def test_markup_in_a_lead_is_no_markup_in_html_or_markdown():
    evil = "<script>x</script>![i](http://e/x.png)|`c`"
    report = Report(evil, (Column("name", evil),), [{"name": evil}], (evil,))
    assert "<script" not in shown(report, "html")
    assert shown(report, "md").splitlines()[2] == (
        "| &lt;script&gt;x&lt;/script&gt;\\!\\[i\\](http://e/x.png)\\|\\`c\\` |"
    )


def test_words_of_which_each_counts_take_several_lines_on_a_terminal():
    columns = (Column("rule", "Rule"), Column("why", "Why", wraps=True), Column("said", "Said", wraps=True))
    why, said = "the sheet names no owner, or one who is no rep", "nobody has the same person or a colleague " * 3
    report = Report("", columns, [{"rule": "1", "why": why, "said": said}])
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown(report, "table", terminal=True, width=60)).splitlines()
    assert max(map(len, lines)) <= 60
    assert "…" not in "".join(lines)
    assert sorted(" ".join(lines[2:]).split()) == sorted(f"1 {why} {said}".split())
    assert why in shown(report, "table")
