"""An import of very many leads puts aside what follows each row; what it leaves behind is the same."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime

import pytest
from running import Program

from leadtrack.store import intake
from leadtrack.store.tallies import TABLES, Tallies

HEAD = ("Name", "E-mail", "Phone", "ZIP", "Source", "Created", "Value")
ROWS = (
    ("Ann Archer", "ann@acme.example", "617-555-0101", "02110", "Web form", "2026-03-01 09:12", "1200"),
    ("Bob Baker", "bob@bolt.example", "", "10001", "Trade show", "2026-03-02", ""),
    ("Ann Archer", "ann@acme.example", "617-555-0199", "02110", "Web form", "2026-03-01 09:12", ""),
    ("Cyd Cole", "", "312-555-0103", "60601-1234", "", "2026-03-03 10:00", "99.95"),
    ("", "", "", "", "Nobody", "", ""),
    ("Dan Dole", "dan@dole.example", "", "2110", "Referral", "", "5"),
)
NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)


@pytest.fixture
def taken_in(fresh: Callable[[], Program], sheet: Callable[..., str], monkeypatch: pytest.MonkeyPatch):
    """The file after an import of these rows, in bulk or not."""

    def make(*, bulk: bool) -> Program:
        monkeypatch.setattr(intake, "_BULK", 0 if bulk else 1_000)
        cli = fresh()
        cli.now = NOW
        cli("import", sheet([HEAD, *ROWS], "leads.csv"))
        return cli

    return make


def test_in_bulk_the_same_is_taken_in_as_row_by_row(taken_in):
    one, other = taken_in(bulk=True), taken_in(bulk=False)
    assert one.rows("SELECT count(*) FROM leads") == [(4,)]
    assert sorted(one.dump().splitlines()) == sorted(other.dump().splitlines())


@pytest.mark.parametrize("bulk", [True, False])
def test_what_came_in_is_counted_as_counting_all_anew_would(taken_in, bulk: bool):
    cli = taken_in(bulk=bulk)

    def counted() -> list[list[tuple[object, ...]]]:
        return [sorted(cli.rows(f"SELECT * FROM {table}"), key=repr) for table in TABLES]  # noqa: S608 - constants

    before = counted()
    with closing(sqlite3.connect(cli.db, isolation_level=None)) as connection:
        Tallies(connection).count_anew()
    assert before == counted()
    assert any(before)
