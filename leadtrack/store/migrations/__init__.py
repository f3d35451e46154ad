"""The schema as small steps in order; a file is at step `PRAGMA user_version`.

A step is a file of SQL beside this one. A file that is up to date is recognised by two pragmas, without reading this
folder. `application_id` tells a leadtrack file from any other SQLite file.
"""

import sqlite3
from pathlib import Path

APPLICATION_ID = 0x4C454144  # "LEAD"

STEPS = ("0001_the_house.sql", "0002_mappings.sql", "0009_outbox.sql")

SCHEMA = len(STEPS)

# name, kind, probability of winning from here
DEFAULT_STAGES = (
    ("new", "open", 0.05),
    ("contacted", "open", 0.15),
    ("qualified", "open", 0.35),
    ("proposal", "open", 0.60),
    ("won", "won", 1.0),
    ("nurture", "nurture", 0.05),
    ("lost", "lost", 0.0),
    ("junk", "junk", 0.0),
)


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
        "INSERT INTO stages (name, kind, probability, position, batch_id) VALUES (?, ?, ?, ?, 1)",
        [(*stage, position) for position, stage in enumerate(DEFAULT_STAGES, start=1)],
    )
    connection.executemany("INSERT INTO settings (key, value) VALUES (?, ?)", sorted(settings.items()))
