"""The lines for cron and the units for systemd, whatever the paths."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadtrack import schedule
from leadtrack.errors import BadRequest

paths = st.text(st.characters(exclude_characters="\n\r\0", exclude_categories=["Cs"]), min_size=1).map(
    lambda t: "/" + t
)


def as_cron_reads(line: str) -> list[str]:
    """The words that the shell gets of a line: what follows a bare % would be fed to it."""
    command, previous = "", ""
    for character in line.split(" ", 5)[5]:
        assert character != "%" or previous == "\\"
        command = command[:-1] + "%" if character == "%" else command + character
        previous = character
    return shlex.split(command)


@given(paths, paths, paths)
def test_cron_runs_what_was_meant_whatever_the_paths(python: str, db: str, mail: str):
    about, line = schedule.crontab([python, "--db", db], {"LEADTRACK_MAIL_FILE": mail}).split("\n")[:2]
    assert about.startswith("# ")
    assert line.startswith("* * * * * LEADTRACK_MAIL_FILE=")
    assert as_cron_reads(line) == [f"LEADTRACK_MAIL_FILE={mail}", python, "--db", db, "tick", "--quiet"]


def test_systemd_gets_a_service_and_a_timer_that_starts_it_every_minute():
    units = schedule.units(["/usr/bin/python3", "--db", '/srv/a b/100%/$x/"q".db'], {"A": "b c"})
    assert set(units) == {"leadtrack-tick.service", "leadtrack-tick.timer"}
    service = units["leadtrack-tick.service"]
    assert 'Environment="A=b c"' in service
    assert r'ExecStart="/usr/bin/python3" "--db" "/srv/a b/100%%/$$x/\"q\".db" "tick" "--quiet"' in service
    assert "OnCalendar=minutely" in units["leadtrack-tick.timer"]


def test_a_path_with_a_line_break_is_refused():
    with pytest.raises(BadRequest, match="line break"):
        schedule.crontab(["/x\n* * * * * rm"], {})
