"""The page docs/schema.md, told by a fresh database: `python -m leadtrack.store.schema > docs/schema.md`.

What a table means is the comment above its CREATE TABLE in the migrations; the rest SQLite itself tells.
"""

import re
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from leadtrack.store import migrations

_HEAD = """\
# The tables of the team's file

This page is made from the database by `python -m leadtrack.store.schema`; do not edit it. [store.md](store.md) tells
how to look into the file, and what not to do with it.

Schema {schema}. Every table is STRICT: a column takes values of its type only."""

# What the first migration says of all tables stands in its first comment.
_COMMENT = re.compile(r"((?:^--.*\n)+)CREATE (?:TABLE|VIEW) (\w+)", re.MULTILINE)
_COLUMN = re.compile(r"^\s+(\w+)\s+(?:TEXT|INTEGER|REAL|ANY)\b(.*?),?$", re.MULTILINE)
# A column that a later migration adds, with the comment above it.
_ADDED = re.compile(
    r"((?:^--.*\n)*)^ALTER TABLE (\w+) ADD COLUMN (\w+)\s+(?:TEXT|INTEGER|REAL|ANY)\b([^;]*);", re.MULTILINE
)
_REFERENCES = re.compile(r"\s*REFERENCES \w+ \(\w+\)")


def page() -> str:
    """The whole page as Markdown."""
    from sqlite_utils import Database

    connection = sqlite3.connect(":memory:")
    migrations.migrate(connection, now="2026-01-01T00:00:00Z", settings={})
    database = Database(connection)
    meanings = _meanings()
    parts = [_HEAD.format(schema=migrations.SCHEMA), meanings.get("", ""), *_contents(database)]
    for table in sorted(database.tables, key=lambda table: table.name):
        parts += [f"## {table.name}", meanings.get(table.name, ""), *_columns(table), *_indexes(table)]
    for view in sorted(database.views, key=lambda view: view.name):
        parts += [f"## {view.name} (view)", meanings.get(view.name, ""), f"```sql\n{view.schema}\n```"]
    return "\n\n".join(part for part in parts if part) + "\n"


def _meanings() -> dict[str, str]:
    """The comment above each table and view; under "" the conventions that open the first migration."""
    found: dict[str, str] = {}
    for name in migrations.STEPS:
        script = Path(migrations.__file__).with_name(name).read_text("utf-8")
        found |= {match[2]: _prose(match[1]) for match in _COMMENT.finditer(script)}
        head = re.match(r"(?:--.*\n)+(?=\n)", script)
        if head and "" not in found:
            found[""] = "\n".join(_line(line) for line in head[0].splitlines())
    return found


def _line(comment: str) -> str:
    """One line of a list that stands in a comment, as Markdown: a heading line gets its blank line."""
    text = comment.removeprefix("--").removeprefix(" ")
    return text + "\n" if text.endswith(":") else re.sub(r"^  \*", "-", text).replace("    ", "  ", 1)


def _prose(comment: str) -> str:
    return " ".join(line.removeprefix("--").strip() for line in comment.splitlines())


def _contents(database: Any) -> Iterator[str]:
    names = ", ".join(f"[{name}](#{name})" for name in sorted(database.table_names()))
    views = ", ".join(f"[{name}](#{name}-view)" for name in sorted(database.view_names()))
    yield f"Tables: {names}.\n\nViews: {views}."


def _columns(table: Any) -> Iterator[str]:
    """A table of the columns; a comment that stands above one in the migration is told below."""
    targets = {key.column: key.other_table for key in table.foreign_keys}
    rules = {match[1]: " ".join(_REFERENCES.sub("", match[2]).split()) for match in _COLUMN.finditer(table.schema)}
    added = [match for match in _added() if match[2] == table.name]
    rules |= {match[3]: " ".join(_REFERENCES.sub("", match[4]).split()) for match in added}
    rows = []
    for _, name, kind, _, default, key, _ in table.db.execute(f"PRAGMA table_xinfo([{table.name}])").fetchall():
        rule = rules.get(name, "").replace("|", "\\|")
        target = targets.get(name)
        refers = " ".join(("primary key",) * bool(key) + (f"[{target}](#{target})",) * bool(target))
        assert default is None or "DEFAULT" in rule, name
        rows.append(f"| {name} | {kind} | {refers} | {f'`{rule}`' if rule and not key else ''} |")
    yield "\n".join(("| column | type | refers to | rules |", "| --- | --- | --- | --- |", *rows))
    for comment, column in re.findall(r"^\s+(--.*)\n\s+(\w+)", table.schema, re.MULTILINE):
        yield f"`{column}`: {_prose(comment)}."
    for match in added:
        if match[1]:
            yield _prose(match[1])


def _added() -> Iterator[re.Match[str]]:
    for name in migrations.STEPS:
        yield from _ADDED.finditer(Path(migrations.__file__).with_name(name).read_text("utf-8"))


def _indexes(table: Any) -> Iterator[str]:
    """The indexes that a migration makes, each as its statement."""
    made = table.db.query(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = :table AND sql IS NOT NULL ORDER BY name",
        {"table": table.name},
    )
    statements = [f"{row['sql']};" for row in made]
    if statements:
        yield "```sql\n" + "\n".join(statements) + "\n```"


if __name__ == "__main__":
    sys.stdout.write(page())
