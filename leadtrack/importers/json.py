"""JSON and JSON Lines: an array of objects, an object that holds one ({"leads": [...]}), or one object a line.

Objects inside objects become columns of their own ("address.city"); lists of plain values become one cell, joined
by "; ". Numbers stay as they are written in the file: 1.50 stays 1.50.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from leadtrack.errors import BadFile
from leadtrack.importers import text
from leadtrack.importers.source import Row, Sheet, Source

NAMES = (".json", ".jsonl", ".ndjson")
START = re.compile(r'\[\s*(\{|\[\s*"|\]|\Z)|\{\s*("|\}|\Z)')
WORDS = {True: "true", False: "false", None: ""}


class Json:
    name = "json"
    isolated = True

    def identify(self, head: bytes, name: str) -> float:
        named = name.lower().endswith(NAMES)
        if START.match(text.glimpse(head)):
            return 0.9
        return 0.5 if named and not text.binary(head) else 0

    def read(self, source: Source) -> list[Sheet]:
        encoding = text.encoding_of(source.path, source.head)
        content = "".join(text.chunks(source.path, encoding)).lstrip("\ufeff")
        records = _records(source, content)
        headers: dict[str, int] = {}
        flat = [(number, flattened(record)) for number, record in records]
        for _, record in flat:
            for key in record:
                headers.setdefault(key, len(headers))

        def rows() -> Iterator[Row]:
            for number, record in flat:
                cells = [""] * len(headers)
                for key, value in record.items():
                    cells[headers[key]] = value
                yield number, cells

        return [Sheet("", rows, headers=tuple(headers))]


def _loads(content: str) -> Any:
    return json.loads(content, parse_int=str, parse_float=str, parse_constant=str, strict=False)


def _records(source: Source, content: str) -> list[tuple[int, dict[str, Any]]]:
    """(number, object): numbered by place in the array, or by line in JSON Lines."""
    try:
        whole = _loads(content)
    except json.JSONDecodeError as error:
        return _lines(source, content, error)
    found = _array(whole)
    if found is None:
        raise BadFile(f'{source.name}: holds no list of objects; leads are read from [{{"email": ...}}, ...]')
    return list(enumerate(found, 1))


def _array(whole: Any) -> list[dict[str, Any]] | None:
    """The objects of a document: the array itself, or the longest array of objects one or two levels inside."""
    if isinstance(whole, list):
        if whole and all(isinstance(each, list) for each in whole):
            names = [str(name) for name in whole[0]]
            return [dict(zip(names, each, strict=False)) for each in whole[1:]]
        objects = [each for each in whole if isinstance(each, dict)]
        return objects if len(objects) == len(whole) else None
    if not isinstance(whole, dict):
        return None
    inside = [found for value in whole.values() if isinstance(value, list | dict) and (found := _inner(value))]
    if inside and not any(isinstance(value, str) and "@" in value for value in whole.values()):
        return max(inside, key=len)
    return [whole] if whole else []


def _inner(value: Any) -> list[dict[str, Any]] | None:
    if isinstance(value, list):
        return _array(value)
    arrays = [found for each in value.values() if isinstance(each, list) and (found := _array(each))]
    return max(arrays, key=len, default=None)


def _lines(source: Source, content: str, whole: json.JSONDecodeError) -> list[tuple[int, dict[str, Any]]]:
    records: list[tuple[int, dict[str, Any]]] = []
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = _loads(line)
        except json.JSONDecodeError as error:
            wrong = error if records else whole
            place = number if records else whole.lineno
            raise BadFile(f"{source.name}: is no valid JSON ({wrong.msg}, line {place}); mend that line") from None
        if not isinstance(record, dict):
            raise BadFile(f"{source.name}: line {number} is no object; JSON Lines hold one object a line")
        records.append((number, record))
    return records


def flattened(record: dict[str, Any], before: str = "") -> dict[str, str]:
    """{"name": {"first": "Ann"}, "tags": ["a", "b"]}  ->  {"name.first": "Ann", "tags": "a; b"}"""
    cells: dict[str, str] = {}
    for key, value in record.items():
        name = f"{before}{key}"
        if isinstance(value, dict):
            cells |= flattened(value, f"{name}.") or {name: ""}
        elif isinstance(value, list):
            if any(isinstance(each, dict | list) for each in value):
                cells |= flattened({str(place): each for place, each in enumerate(value, 1)}, f"{name}.")
            else:
                cells[name] = "; ".join(filter(None, map(_word, value)))
        else:
            cells[name] = _word(value)
    return cells


def _word(value: Any) -> str:
    return value if isinstance(value, str) else WORDS[value]
