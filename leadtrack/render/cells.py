"""One value of a report as people read it, as a sheet keeps it and as JSON says it, by the column's kind."""

import math
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal, InvalidOperation

from leadtrack.render.escapes import safe
from leadtrack.reports import Column, Report

NUMERIC = ("count", "share", "money", "seconds")

MINUTE, HOUR, DAY = 60, 3_600, 86_400


def number(value: object) -> int | float | None:
    """The value as a finite number, also from a Decimal or from text such as "1,200.50"; None if it is none."""
    if isinstance(value, int):
        return int(value)
    if not isinstance(value, str | float | Decimal):
        return None
    try:
        exact = Decimal(value.replace(",", "")) if isinstance(value, str) else value
        if not math.isfinite(exact):
            return None
    except (InvalidOperation, ValueError):  # no number; a signaling NaN
        return None
    return int(exact) if exact == int(exact) else float(exact)


def moment(value: object, zone: tzinfo) -> datetime | str | None:
    """An instant in the zone; text if it is known only as a day, or is no instant at all."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        read = value
    elif isinstance(value, date):
        return value.isoformat()
    else:
        text = str(value)
        try:
            if len(text) <= len("2026-03-31"):
                return text
            read = datetime.fromisoformat(text)
        except ValueError:
            return text
    if read.tzinfo is None:
        read = read.replace(tzinfo=UTC)
    try:
        return read.astimezone(zone)
    except OverflowError:  # the first and the last day of the calendar
        return read


def duration(seconds: float) -> str:
    """A length of time in at most two units: "45 s", "4 min", "3 h 20 min", "2 d 5 h", "12 d"."""
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    minutes, hours, days = (int(seconds / unit + 0.5) for unit in (MINUTE, HOUR, DAY))
    if seconds < 59.5:
        words = f"{int(seconds + 0.5)} s"
    elif minutes < 60:
        words = f"{minutes} min"
    elif minutes < 24 * 60:
        words = f"{minutes // 60} h" + (f" {minutes % 60} min" if minutes % 60 else "")
    elif days < 7:
        words = f"{hours // 24} d" + (f" {hours % 24} h" if hours % 24 else "")
    else:
        words = f"{days:,} d"
    return words if words == "0 s" else sign + words


def percent(share: float) -> str:
    """A share in whole percent; what is not quite nothing or not quite all is not shown as 0 or 100."""
    if 0 < share < 0.005:
        return "<1 %"
    if 0.995 <= share < 1:
        return ">99 %"
    whole = round(share * 100)
    return f"{whole:,} %"


def amount(money: float) -> str:
    """Whole units; cents only where they matter, below 100."""
    if isinstance(money, float) and abs(money) < 100:
        return f"{money:,.2f}"
    whole = round(money)
    return f"{whole:,}"


def quantity(count: float) -> str:
    """A whole number with commas, an average to one decimal."""
    return f"{count:,}" if isinstance(count, int) else f"{count:,.1f}"


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return _yes(value)
    if isinstance(value, list | tuple):
        return ", ".join(map(_words, value))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_words(item)}" for key, item in value.items())
    if isinstance(value, float | Decimal):
        return _digits(value)
    return str(value)


def _digits(value: object) -> str:
    if value is None:
        return ""
    read = number(value)
    if read is None:
        return value if isinstance(value, str) else ""
    return str(read)


def _yes(value: object) -> str:
    return "yes" if value else ""


def _numeric(words: Callable[[float], str]) -> Callable[[object, tzinfo], str]:
    def shown(value: object, zone: tzinfo) -> str:
        read = number(value)
        return words(read) if read is not None else _digits(value)

    return shown


def _instant(pattern: str) -> Callable[[object, tzinfo], str]:
    def shown(value: object, zone: tzinfo) -> str:
        read = moment(value, zone)
        return f"{read:{pattern}}" if isinstance(read, datetime) else read or ""

    return shown


_SHOWN: dict[str, Callable[[object, tzinfo], str]] = {
    "text": lambda value, zone: _words(value),
    "code": lambda value, zone: _words(value),
    "count": _numeric(quantity),
    "share": _numeric(percent),
    "money": _numeric(amount),
    "seconds": _numeric(duration),
    "instant": _instant("%Y-%m-%d %H:%M"),
    "day": lambda value, zone: _words(value),
    "flag": lambda value, zone: _yes(value),
}

_SHEET = (
    _SHOWN | dict.fromkeys(NUMERIC, lambda value, zone: _digits(value)) | {"instant": _instant("%Y-%m-%d %H:%M:%S")}
)


def _json(value: object) -> object:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, list | tuple):
        return [item if type(item) is str else _json(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _json(item) for key, item in value.items()}
    if isinstance(value, float | Decimal):
        return number(value)
    return str(value)


def _json_number(value: object, zone: tzinfo) -> object:
    read = number(value)
    return _json(value) if read is None else read


def _json_instant(value: object, zone: tzinfo) -> object:
    read = moment(value, zone)
    return read.isoformat(timespec="seconds") if isinstance(read, datetime) else read


_JSON: dict[str, Callable[[object, tzinfo], object]] = {
    "text": lambda value, zone: _json(value),
    "code": lambda value, zone: _json(value),
    **dict.fromkeys(NUMERIC, _json_number),
    "instant": _json_instant,
    "day": lambda value, zone: _json(value),
    "flag": lambda value, zone: None if value is None else bool(value),
}


def shown(row: dict[str, object], columns: tuple[Column, ...], zone: tzinfo, line_break: str = "⏎") -> list[str]:
    """The row's cells as people read them, harmless wherever they are printed."""
    return [safe(_SHOWN[column.kind](row.get(column.key), zone) or column.empty, line_break) for column in columns]


def kept(row: dict[str, object], columns: tuple[Column, ...], zone: tzinfo) -> list[str]:
    """The row's cells as a sheet keeps them: exact figures, times of day to the second; neither safe nor guarded."""
    return [_SHEET[column.kind](row.get(column.key), zone) for column in columns]


def said(rows: Sequence[dict[str, object]], columns: tuple[Column, ...], zone: tzinfo) -> list[dict[str, object]]:
    """The rows as JSON objects: every column's key, in order."""
    if not columns:
        return [{} for _ in rows]
    keys = [column.key for column in columns]
    cells = []
    for column in columns:
        key, read = column.key, _JSON[column.kind]
        cells.append([read(row.get(key), zone) for row in rows])
    return [dict(zip(keys, values, strict=True)) for values in zip(*cells, strict=True)]


def to_the_right(report: Report) -> list[bool]:
    """Which columns are set flush right: figures, and texts that are all numbers of something."""

    def numbers(key: str) -> bool:
        values = [row.get(key) for row in report.rows if row.get(key) is not None]
        return bool(values) and all(type(value) is int for value in values)

    return [column.kind in NUMERIC or (column.kind == "text" and numbers(column.key)) for column in report.columns]
