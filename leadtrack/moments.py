"""The moments in a sheet's columns: one order of day and month per column, in ISO 8601 and UTC afterwards.

A time of day gives an instant ("2024-03-15T09:22:10Z"), read in the zone that the text names, else in the team's. Where
only the day is known, only the day is said ("2024-03-15"); a bare midnight is what spreadsheets print behind a day, and
counts as one.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import TypeVar

from leadtrack.patterns import Pattern
from leadtrack.texts import words

T = TypeVar("T")

ORDERS = ("mdy", "dmy", "ymd", "serial1900", "serial1904")

# English, German, French, Spanish, Portuguese, Italian, Dutch; three letters are enough where they say which
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari",
            "february feb februar février févr fév febrero fevereiro fev febbraio februari",
            "march mar märz mär mrz mars marzo março maart mrt",
            "april apr avril avr abril abr aprile",
            "may mai mayo maio mag maggio mei",
            "june jun juni juin junio junho giugno giu",
            "july jul juli juillet juil julio julho luglio lug",
            "august aug août aou aout agosto ago augustus",
            "september sep sept septembre septiembre setembro set settembre",
            "october oct oktober okt octobre octubre outubro out ottobre ott",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre déc diciembre dic dezembro dicembre",
        ),
        1,
    )
    for name in names.split()
}
SILENT_WORDS = words(
    """of de del the th st nd rd den der le um at à a las às alle om uhr er º
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"""
)
# Abbreviations that mean one thing only; others ("IST", "AST") leave the cell unread.
OFFSETS = {
    "z": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip

LONGEST = 60  # no moment takes more characters
BOUND = 20_000  # so many days, times and other cells of a column are remembered
_HOUR = timedelta(hours=1)
_MARKS = tuple(f"T{hour:02}:" for hour in range(24))
# "9", "09", "9PM" -> the hour of the day; "9Z" -> 24 hours on
_HOURS = {
    form.format(hour) + mark: at
    for hour in range(24)
    for form in ("{}", "{:02}")
    for mark, at in (("", hour), ("Z", hour + 24), ("AM", hour % 12), ("PM", hour % 12 + 12))
    if mark in ("", "Z") or 1 <= hour <= 12
}

_numeric = Pattern(r"(\d{1,4})\s?([/.\-])\s?(\d{1,2})\s?[/.\-]\s?(\d{1,4})(?!\d)", re.ASCII)
_plain_number = Pattern(r"\d{1,13}(?:[.,]\d+)?\Z", re.ASCII)
_compact = Pattern(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?\s*(Z)?)?\Z", re.ASCII | re.IGNORECASE)
_time = Pattern(
    r"(?:\bT|(?<=\d)T|\s|,|\A|\()\s*(\d{1,2})(?:[:h.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?)?\s*([ap]\.?\s?m\.?(?![a-z]))?"
    r"\s*(?:Uhr)?\s*\(?((?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d{2})?|[A-Z]{1,4}\b)?\)?\s*\Z",
    re.IGNORECASE | re.ASCII,
)
_usual_time = Pattern(r"(\d{1,2}):([0-5]\d)(?::([0-5]\d))? ?([AP]M|Z)?\Z", re.ASCII | re.IGNORECASE)
_words = Pattern(r"[^\W\d_]+|\d+")
_offset = Pattern(r"(?:utc|gmt)?\s*([+-])(\d{1,2}):?(\d{2})?\Z", re.IGNORECASE)


def date_order(sample: Iterable[str], country: str | None = "US", *, system: int = 1900) -> str:
    """The one order of a whole column: "mdy", "dmy", "ymd", "serial1900" or "serial1904".

    Any day above 12 decides; contradictions go to the majority. Else the column is ISO, or serial numbers of the
    workbook's `system`, or written with dots (day first everywhere), or as the country has it.
    """
    day_first = month_first = year_first = serial = undecided = dotted = 0
    for text in sample:
        text = text[:60].strip()
        if found := _numeric.match(text):
            first, separator, second, _ = found.groups()
            if len(first) > 2:
                year_first += 1
            elif int(first) > 12:
                day_first += 1
            elif int(second) > 12:
                month_first += 1
            else:
                undecided += 1
                dotted += separator == "."
        elif _plain_number.match(text) and 1 <= float(text.replace(",", ".")) < 100_000:
            serial += 1
    if day_first or month_first:
        return "dmy" if day_first > month_first or (day_first == month_first and country != "US") else "mdy"
    if serial > year_first + undecided:
        return f"serial{system}"
    if year_first and not undecided:
        return "ymd"
    return "mdy" if country == "US" and dotted * 2 <= undecided else "dmy"


class Moments:
    """Reads one column as `moment` does, and remembers: days with their hours, times of day, and cells of other forms.

    Only what `moment` would put together of the same parts is put together here: the rest is asked of it.
    """

    def __init__(self, order: str, zone: tzinfo) -> None:
        self._order = order
        self._zone = zone
        self._days: dict[str, Sequence[str]] = {}
        self._times: dict[str, tuple[int, str] | tuple[()]] = {}
        self._others: dict[str, str | None] = {}

    def read(self, text: str) -> str | None:
        """A stripped cell as an ISO day or a UTC instant, None when it cannot be read."""
        day, _, clock = text.partition(" " if " " in text else "T")
        hours = self._days.get(day)
        if hours is None:
            hours = _kept(self._days, day, self._hours(day))
        time = self._times.get(clock)
        if time is None:
            time = _kept(self._times, clock, _time_of_day(clock))
        if hours and time:
            hour, rest = time
            return hours[hour] + rest
        if text in self._others:
            return self._others[text]
        return _kept(self._others, text, moment(text, self._order, self._zone))

    def read_all(self, cells: Iterable[str]) -> list[str | None]:
        """The same of many cells."""
        hours_of, time_of, read = self._days.get, self._times.get, self.read
        found: list[str | None] = []
        for text in cells:
            day, _, clock = text.partition(" ")
            if (hours := hours_of(day)) and (time := time_of(clock)):
                hour, rest = time
                found.append(hours[hour] + rest)
            else:
                found.append(read(text) if text else None)
        return found

    def _hours(self, text: str) -> Sequence[str]:
        """The hours of a day in UTC ("2024-03-15T13:"), first those of the zone's, then those of UTC's own day.

        None where the clock is changed on that day, or differs from UTC by more than whole hours.
        """
        found = _numeric.match(text)
        day = moment(text, self._order, self._zone) if found and found.end() == len(text) else None
        if day is None:
            return ()
        start = datetime.fromisoformat(day).replace(tzinfo=self._zone)
        offset = start.utcoffset()
        if offset is None or offset % _HOUR or offset != (start + timedelta(days=1)).utcoffset():
            return ()
        first = start.astimezone(UTC)
        before, after = first.date().isoformat(), (first + timedelta(days=1)).date().isoformat()
        here = [before + mark for mark in _MARKS[first.hour :]] + [after + mark for mark in _MARKS[: first.hour]]
        return (*here, *(day + mark for mark in _MARKS))


def _time_of_day(text: str) -> tuple[int, str] | tuple[()]:
    """(the place of its hour in `Moments._hours`, "22:10Z") of "9:22:10", "9:22 AM" and "09:22Z"; () of all others.

    The first minute is another one, since midnight may stand for the day.
    """
    parts = _usual_time.match(text)
    hour = _HOURS.get((parts[1] + (parts[4] or "")).upper()) if parts and parts[2] != "00" else None
    return () if parts is None or hour is None else (hour, f"{parts[2]}:{parts[3] or '00'}Z")


def _kept(memo: dict[str, T], key: str, value: T) -> T:
    if len(memo) >= BOUND:
        memo.clear()
    if len(key) <= LONGEST:
        memo[key] = value
    return value


def moment(text: str, order: str, zone: tzinfo) -> str | None:
    """A cell as an ISO day or a UTC instant, None when it cannot be read; `order` is one of ORDERS."""
    text = text.strip()
    if len(text) > LONGEST or (len(text) < 5 and not order.startswith("serial")):
        return None
    try:
        if _plain_number.match(text):
            return _number_as_moment(text, order, zone)
        if found := _numeric.match(text):
            day = _numeric_day(found, order)
            rest = text[found.end() :]
        else:
            return _written(text, zone)
        if day is None or not rest.strip():
            return day.isoformat() if day else None
        clock = _time.search(rest)
        return _instant(day, clock.groups(), zone) if clock and not rest[: clock.start()].strip(" ,") else None
    except (ValueError, OverflowError):
        return None


def _numeric_day(found: re.Match[str], order: str) -> date | None:
    first, _, second, third = found.groups()
    if len(first) > 2:
        return _day(int(first), int(second), int(third)) if len(first) == 4 else None
    if len(third) not in (2, 4):
        return None
    if order == "ymd" and len(third) == 2 and len(first) == 2:
        return _day(_full_year(first), int(second), int(third))
    one, two = int(first), int(second)
    month_first = (order == "mdy" and one <= 12) or two > 12
    return _day(_full_year(third), one if month_first else two, two if month_first else one)


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 69 else 1900)


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1900 <= year <= 2199 else None


def _number_as_moment(text: str, order: str, zone: tzinfo) -> str | None:
    if found := _compact.match(text):
        day = _day(int(found[1]), int(found[2]), int(found[3]))
        return day.isoformat() if day else None
    number = float(text.replace(",", "."))
    if 1e9 <= number < 4e9 or 1e12 <= number < 4e12:
        # seconds or milliseconds since 1970
        at = datetime.fromtimestamp(number if number < 4e9 else number / 1000, UTC)
        return at.strftime("%Y-%m-%dT%H:%M:%SZ")
    if not (order.startswith("serial") and 1 <= number < 110_000) and not 30_000 <= number < 60_000:
        return None
    return from_serial(number, 1904 if order == "serial1904" else 1900, zone)


def from_serial(number: float, system: int, zone: tzinfo) -> str:
    """An Excel serial of the 1900 or 1904 system as an ISO day, or as an instant when it has a fraction."""
    if system == 1904:
        start = datetime(1904, 1, 1)
    else:
        # Excel believes in a 29 February 1900, serial 60
        start = datetime(1899, 12, 30) if number >= 60 else datetime(1899, 12, 31)
    at = start + timedelta(seconds=round(number * 86400))
    return _as_utc(at, zone) if number % 1 else at.date().isoformat()


def _written(text: str, zone: tzinfo) -> str | None:
    """A day whose month is a word ("15 Apr, 2021 00:03:00"), or one in compact digits with its time."""
    if found := _compact.match(text):
        day = _day(int(found[1]), int(found[2]), int(found[3]))
        return _instant(day, (found[4], found[5], found[6], None, found[7]), zone) if day else None
    clock = _time.search(text)
    if clock and not (clock[2] or clock[4]):
        clock = None
    said = _words.findall((text[: clock.start()] if clock else text).casefold())
    months = [MONTHS[word] for word in said if word in MONTHS]
    numbers = [word for word in said if word.isdecimal()]
    known = sum(word in MONTHS or word in SILENT_WORDS or word.isdecimal() for word in said)
    if len(months) != 1 or len(numbers) != 2 or known != len(said):
        return None
    first, second = numbers
    year, number = (first, second) if len(first) == 4 else (second, first)
    if len(year) not in (2, 4) or len(number) > 2:
        return None
    day = _day(_full_year(year), months[0], int(number))
    if day is None or clock is None:
        return day.isoformat() if day else None
    return _instant(day, clock.groups(), zone)


def _instant(day: date | None, clock: Sequence[str | None], zone: tzinfo) -> str | None:
    if day is None:
        return None
    hour_text, minute, second, half, zone_text = clock
    hour = int(hour_text or 0)
    if minute is None and half is None:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    at = datetime(day.year, day.month, day.day, hour, int(minute or 0), int(second or 0))
    if zone_text is None:
        return day.isoformat() if not (at.hour or at.minute or at.second) else _as_utc(at, zone)
    named = _named_zone(zone_text.strip())
    return _as_utc(at, named) if named else None


def _named_zone(text: str) -> tzinfo | None:
    if (hours := OFFSETS.get(text.casefold())) is not None:
        return timezone(timedelta(hours=hours))
    if found := _offset.match(text):
        offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        return timezone(-offset if found[1] == "-" else offset) if offset < timedelta(hours=15) else None
    return None


def _as_utc(at: datetime, zone: tzinfo) -> str:
    return at.replace(tzinfo=zone).astimezone(UTC).isoformat()[:19] + "Z"
