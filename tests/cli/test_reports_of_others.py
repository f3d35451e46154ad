"""Reports that other packages add, really installed; and reports by mail."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from mailservers import MailServer
from running import Program, command

CODE = """
from leadtrack.reports import Column, Report

COLUMNS = (Column("rep", "Rep", "text", "(no rep)"), Column("leads", "Leads", "count"))


def owners(asked):
    counted = asked.office.store.figures.count(asked.selection, "rep", ("leads",))
    rows = [{"rep": asked.grouped("rep").grouping.name(key), **figures} for key, figures in counted]
    return Report("Owners", COLUMNS, rows, ("From elsewhere.",))


def broken(asked):
    raise KeyError("no such thing")


"""
POINTS = "[leadtrack.reports]\nowners = our_reports:owners\nbroken = our_reports:broken\nlost = our_reports:nowhere\n"
METADATA = "Metadata-Version: 2.1\nName: our-reports\nVersion: 1.0\n"
WHEEL = "Wheel-Version: 1.0\nGenerator: a test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip installed a package with reports."""
    folder = tmp_path_factory.mktemp("package")
    wheel = folder / "our_reports-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("our_reports.py", CODE)
        for name, text in {"METADATA": METADATA, "WHEEL": WHEEL, "entry_points.txt": POINTS, "RECORD": ""}.items():
            archive.writestr(f"our_reports-1.0.dist-info/{name}", text)
    site = folder / "site"
    done = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", site, wheel],
        capture_output=True, check=False,
    )  # fmt: skip
    if b"No module named pip" in done.stderr:
        pytest.skip("this environment has no pip to install a package with")
    assert done.returncode == 0, done.stderr.decode()
    return site


def asked(team: Program, site: Path, *arguments: object) -> "subprocess.CompletedProcess[str]":
    paths = os.pathsep.join([str(site), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.run(
        command(team.db, "report", *arguments), capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip


def test_an_installed_package_adds_its_reports(team: Program, installed: Path):
    listed = asked(team, installed)
    assert "owners" in listed.stdout
    assert "added by our-reports" in listed.stdout
    told = asked(team, installed, "owners", "--state", "MA", "--format", "csv")
    assert (told.returncode, told.stdout) == (0, "Rep,Leads\nRita Ruiz,1\n"), told.stderr
    assert "Owners, all time" in asked(team, installed, "owners", "--format", "html").stdout
    assert "Rita Ruiz" in asked(team, installed, "owners", "--leads").stdout


@pytest.mark.parametrize("name", ["broken", "lost"])
def test_one_that_fails_says_whose_it_is_in_a_line(team: Program, installed: Path, name: str):
    told = asked(team, installed, name)
    assert told.returncode == 1
    assert told.stderr.startswith(f"leadtrack: report {name} of our-reports failed: ")
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize("then", [(), ("--as-of", "2026-01-01")])
def test_a_report_goes_out_by_mail_as_a_page(team: Program, monkeypatch: pytest.MonkeyPatch, then: tuple[str, ...]):
    with MailServer() as server:
        for key, value in {
            "HOST": "127.0.0.1",
            "PORT": server.port,
            "SECURITY": "none",
            "FROM": "us@team.example",
        }.items():
            monkeypatch.setenv(f"LEADTRACK_MAIL_{key}", str(value))
        told = team.json("report", "monday", "--mail", "Rita Ruiz", *then)
        assert told["to"] == "rita@team.example"
        ((_, mail),) = server.mails
        assert (mail["Subject"], mail["To"]) == ("Monday, all time", "rita@team.example")
        assert mail.get_body(("html",)).get_content().startswith("<!DOCTYPE html>")
        assert "What is to be talked about" in mail.get_body(("plain",)).get_content()
        assert team.json("history", "--limit", 1)[0]["summary"] == "Monday, all time to rita@team.example"
        answer = team.ok("report", "reps", "--mail", "boss@team.example")
        assert "1 mail sent" in answer.err
        assert server.to == ["rita@team.example", "boss@team.example"]


def test_without_a_mail_server_a_report_says_what_to_do(team: Program):
    assert "leadtrack settings mail --file" in team.refused("report", "monday", "--mail", "Rita Ruiz")
    assert team.rows("SELECT count(*) FROM outbox") == [(0,)]
