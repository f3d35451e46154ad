"""The page as a browser shows it: it opens without the network, has its charts, and prints on paper."""

import os
import re
import shutil
import subprocess
import zlib
from datetime import UTC
from pathlib import Path

import pytest
from running import Program

from leadtrack.render import render
from leadtrack.reports import Chart, Column, Report

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="module")
def browser() -> str:
    found = os.environ.get("BROWSER_FOR_TESTS") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed (Debian: apt-get install chromium)")
    return found


def opened(browser: str, folder: Path, *options: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            f"--user-data-dir={folder / 'profile'}", "--host-resolver-rules=MAP * ~NOTFOUND", *options,
            (folder / "page.html").as_uri(),
        ],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip


@pytest.fixture
def page(tmp_path: Path) -> Path:
    rows: list[dict[str, object]] = [
        {"rep": "Ann <b>Archer</b>", "assigned": 90, "untouched": 4, "share": 0.04, "more": 1},
        {"rep": "Bob & Co", "assigned": 60, "untouched": 42, "share": 0.7, "more": 2},
    ]
    columns = (
        Column("rep", "Rep"), Column("assigned", "Assigned", "count"), Column("untouched", "Untouched", "count"),
        Column("share", "Share", "share"),
    )  # fmt: skip
    charts = (Chart("bars", "rep", ("assigned", "untouched"), "Leads, and the untouched among them"),)
    months = Report("By month", columns, rows, charts=(Chart("lines", "rep", ("assigned",), "Leads"),))
    made = Report("Reps, all time", columns, rows, ("A note.",), charts=charts, parts=(months,))
    written = render(made, "html", listing=False, terminal=False, zone=UTC)
    (tmp_path / "page.html").write_text(str(written), "utf-8")
    return tmp_path


def test_a_browser_shows_the_tables_and_the_charts(browser: str, page: Path):
    dom = opened(browser, page, "--dump-dom").stdout.decode()
    assert dom.count("<svg") == 2
    assert dom.count("<rect") == 4
    assert "Ann &lt;b&gt;Archer" in dom
    assert re.search(r"<h2>By month</h2>", dom)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_painted_in_light_and_dark(browser: str, page: Path, scheme: str):
    dark = (
        ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else ["--blink-settings=preferredColorScheme=1"]
    )
    opened(browser, page, f"--screenshot={page / 'shot.png'}", "--window-size=1000,800", *dark)
    pixels = painted(page / "shot.png")
    assert pixels[0] == ((0x14, 0x18, 0x1F) if scheme == "dark" else (0xFF, 0xFF, 0xFF))
    assert len(set(pixels)) > 20, "an empty page"
    assert ((0x6C, 0x9F, 0xF0) if scheme == "dark" else (0x3B, 0x76, 0xD6)) in set(pixels), "no bars"


def test_it_prints(browser: str, page: Path):
    opened(browser, page, f"--print-to-pdf={page / 'page.pdf'}", "--no-pdf-header-footer")
    printed = (page / "page.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) in (1, 2)


def test_the_page_for_the_meeting_opens_as_it_is_written(browser: str, team: Program, tmp_path: Path):
    team.ok("log", "1", "call", "--outcome", "answered")
    team.ok("report", "monday", "--format", "html", "--output", tmp_path / "page.html")
    dom = opened(browser, tmp_path, "--dump-dom").stdout.decode()
    titles = ["Reps", "Response", "Funnel", "Stale", "Wasted", "Never touched, by name"]
    assert re.findall(r"<h2>(.*?)</h2>", dom) == titles
    assert dom.count("<svg") >= 3
    assert "Bob Baker" in dom.partition("Never touched")[2]
    opened(browser, tmp_path, f"--screenshot={tmp_path / 'shot.png'}", "--window-size=600,900")
    assert len(set(painted(tmp_path / "shot.png"))) > 20, "an empty page"


def painted(png: Path) -> list[tuple[int, int, int]]:
    """The pixels of a PNG of eight bits a channel, row by row."""
    data = png.read_bytes()
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    size = {2: 3, 6: 4}[data[25]]
    place, packed = 8, b""
    while place < len(data):
        long = int.from_bytes(data[place : place + 4])
        if data[place + 4 : place + 8] == b"IDAT":
            packed += data[place + 8 : place + 8 + long]
        place += long + 12
    raw = zlib.decompress(packed)
    stride = width * size
    before = bytearray(stride)
    pixels = []
    for y in range(height):
        kind = raw[y * (stride + 1)]
        line = bytearray(raw[y * (stride + 1) + 1 : (y + 1) * (stride + 1)])
        for x in range(stride):
            left = line[x - size] if x >= size else 0
            up, corner = before[x], before[x - size] if x >= size else 0
            line[x] = (line[x] + (0, left, up, (left + up) // 2, _paeth(left, up, corner))[kind]) & 0xFF
        pixels += [(line[x], line[x + 1], line[x + 2]) for x in range(0, stride, size)]
        before = line
    return pixels


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda near: abs(guess - near))
