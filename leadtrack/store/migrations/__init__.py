"""The schema as small steps in order; a file is at step `PRAGMA user_version`.

A step is a file of SQL beside this one. A file that is up to date is recognised by two pragmas, without reading this
folder. `application_id` tells a leadtrack file from any other SQLite file.
"""

import sqlite3
from pathlib import Path
from typing import Any

APPLICATION_ID = 0x4C454144  # "LEAD"

STEPS = (
    "0001_the_house.sql",
    "0002_mappings.sql",
    "0003_merging.sql",
    "0004_pipeline.sql",
    "0005_reminders.sql",
    "0006_scoring.sql",
    "0007_targets.sql",
    "0008_places.sql",
    "0009_outbox.sql",
    "0010_rules.sql",
    "0011_escalation.sql",
    "0020_reports.sql",
    "0021_tallies.sql",
    "0022_stays.sql",
    "0023_known.sql",
    "0026_counted.sql",
    "0027_queue.sql",
    "0028_in_their_order.sql",
)

SCHEMA = len(STEPS)
_RULES = STEPS.index("0010_rules.sql")
_PIPELINE = STEPS.index("0004_pipeline.sql")  # files before that have the stages, and nothing to do in them

_REPORTS = STEPS.index("0020_reports.sql")  # files before that have facts without lengths of time

_STAYS = STEPS.index("0022_stays.sql")  # files before that have facts without stays
_COUNTED = STEPS.index("0026_counted.sql")  # files before that have facts that nobody has counted in this way

# The stages of a new file; `stages use` has others beside it.
STANDARD = Path(__file__).parents[2] / "pipelines" / "standard.toml"


def migrate(connection: sqlite3.Connection, *, now: str, settings: dict[str, str]) -> None:
    """Bring the file to the present schema in one transaction; a new one gets the default stages and `settings`.

    `now` is the UTC instant that the file's first batch carries.
    """
    at = connection.execute("PRAGMA user_version").fetchone()[0]
    for name in STEPS[at:]:
        for statement in _statements(Path(__file__).with_name(name).read_text("utf-8")):
            connection.execute(statement)
    if at == 0:
        _furnish(connection, now, settings)
    elif at <= _COUNTED < SCHEMA:
        from leadtrack.store.facts import Facts
        from leadtrack.store.tallies import Tallies

        Tallies(connection).pause()
        if at <= _REPORTS:
            Facts(connection).measure_all()
        if at <= _STAYS:
            Facts(connection).settle_all()
        Tallies(connection).resume()
        Tallies(connection).count_done()
    if at <= _PIPELINE < SCHEMA:
        _equip(connection)
    if at <= _RULES < SCHEMA:
        _order(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _statements(script: str) -> list[str]:
    """The statements of a script; `executescript` would commit, and a step is part of one transaction."""
    statements, buffer = [], ""
    for line in script.splitlines(keepends=True):
        buffer += line
        if sqlite3.complete_statement(buffer):
            statements.append(buffer)
            buffer = ""
    return statements


def _furnish(connection: sqlite3.Connection, now: str, settings: dict[str, str]) -> None:
    connection.execute(
        "INSERT INTO batches (id, at, actor, command, summary) VALUES (1, :now, 'leadtrack', 'init', 'made this file')",
        {"now": now},
    )
    connection.executemany(
        """INSERT INTO stages (name, kind, probability, position, batch_id)
           VALUES (:name, :kind, :probability, :position, 1)""",
        [
            {key: stage[key] for key in ("name", "kind", "probability")} | {"position": position}
            for position, stage in enumerate(_standard(), start=1)
        ],
    )
    connection.executemany("INSERT INTO settings (key, value) VALUES (?, ?)", sorted(settings.items()))


def _equip(connection: sqlite3.Connection) -> None:
    """Give the stages that a new file gets their rest and what is to be done in them."""
    for stage in _standard():
        connection.execute(
            "UPDATE stages SET rest_days = :rest_days WHERE name = :name AND batch_id = 1", _plain(stage)
        )
        for position, action in enumerate(stage["actions"], start=1):
            connection.execute(
                """INSERT INTO stage_actions (stage_id, position, kind, text, wait_days, batch_id)
                   SELECT id, :position, :kind, :text, :wait_days, 1 FROM stages WHERE name = :name AND batch_id = 1""",
                {**action, "position": position, "name": stage["name"]},
            )


def _order(connection: sqlite3.Connection) -> None:
    """The rules of a team that has not made its own: whom the sheet names, who has the same firm, who covers it."""
    connection.executemany(
        "INSERT INTO rules (position, kind, batch_id) VALUES (?, ?, 1)",
        list(enumerate(("owner", "sticky", "territory"), start=1)),
    )


def _plain(stage: dict[str, Any]) -> dict[str, Any]:
    return {key: stage[key] for key in ("name", "rest_days")}


def _standard() -> list[dict[str, Any]]:
    from leadtrack.stages import read_pipeline

    stages: list[dict[str, Any]] = read_pipeline(STANDARD.read_text("utf-8"))["stages"]
    return stages
