"""Repetitions as people say them: "every monday 9:00", "every 2 weeks until june", "the 15th of every month, 6 times".

docs/dates.md lists the forms.
"""

import re
from datetime import UTC, date, datetime, time, tzinfo

from leadtrack.dates import parse
from leadtrack.hours import USUAL, Workweek, add_working_days
from leadtrack.instants import BadDate
from leadtrack.periods import (
    DAY_NAMES,
    MONTH,
    MONTHS,
    NUMBERS,
    WEEKDAY,
    WEEKDAYS,
    add_days,
    add_months,
    begins,
    day_of,
    last_day,
)
from leadtrack.repeats import NTH, YEAR, Repeat, placed
from leadtrack.workweek import read_days

ADVERBS = {
    "daily": "every day", "weekly": "every week", "biweekly": "every 2 weeks", "fortnightly": "every 2 weeks",
    "every fortnight": "every 2 weeks", "monthly": "every month", "quarterly": "every 3 months",
    "half-yearly": "every 6 months", "yearly": "every year", "annually": "every year",
}  # fmt: skip
UNITS = {
    "day": ("day", 1),
    "week": ("week", 1),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("month", YEAR),
}
UNITS |= dict.fromkeys(("working day", "business day", "workday", "weekday"), ("working day", 1))
ORDINALS = {word: n for n, word in NTH.items()} | {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
OTHER = {"other": 2, "second": 2, "2nd": 2}

EVERY = "(?:every|each)"
NUMBER = rf"[0-9]{{1,4}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
ORDINAL = "|".join(ORDINALS)
WORKING = "(?:working |business |work)day"
OF_MONTH = r"(?: (?:of |in )?(?:the|every|each|a) month)"
WEEKDAY_LIST = rf"{WEEKDAY}s?(?:(?: ?(?:/|&|-|and|to) ?| ){WEEKDAY}s?)*"
PLURALS = rf"(?:{'|'.join(DAY_NAMES)})s(?:(?: ?(?:/|&|and) ?| )(?:{'|'.join(DAY_NAMES)})s)*"
# where in a month: "the 15th", "the last day", "the first monday", "the last working day"
PLACE = (
    rf"(?:the )?(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?|(?P<end>last day|end)"
    rf"|(?P<nth>{ORDINAL}) (?:(?P<weekday>{WEEKDAY})|(?P<working>{WORKING})))"
)


def read(text: str, *, now: datetime, zone: tzinfo, week: Workweek = USUAL) -> Repeat:
    """Read a repetition. Without "from", the first is the next one to come: of whole days the first after today.

    Raises BadDate for what cannot be read, and for one that never comes.
    """
    words, ends = _clauses(_plain(text))
    clock = _clock(ends["at"]) if "at" in ends else None
    today = day_of(now, zone)
    begin = _day(ends["from"], now, zone, week) if "from" in ends else None
    open_today = clock is not None and begins(today, zone, clock) > now
    earliest = begin or (today if open_today else add_days(today, 1))
    try:
        rule = _rule(words, earliest)
    except (ValueError, OverflowError):
        rule = None
    if rule is None:
        raise _unreadable(text)
    base = begin or today
    every_day = rule.unit == "working day" or (rule.unit, rule.every) == ("day", 1)
    if rule.weekdays or rule.place or every_day:
        first = _first(rule, earliest, week)
    else:
        # "every 2 weeks", said today, begins in 2 weeks
        first = begin or _later(today, rule)
        weekdays = (base.weekday(),) if rule.unit == "week" else ()
        rule = rule._replace(weekdays=weekdays, place=("day", base.day, 0) if rule.unit == "month" else None)
    if rule.unit == "month" and not rule.every % YEAR and rule.place and rule.place[0] == "day":
        # the same month every year: no more days than it has
        rule = rule._replace(place=("day", min(rule.place[1], last_day(2000, first.month)), 0))
    rule = rule._replace(first=first, clock=clock, times=_number(ends["times"]) if "times" in ends else None)
    if "for" in ends:
        rule = rule._replace(until=add_days(_day(f"{ends['for']} after {first}", now, zone, week), -1))
    elif "until" in ends:
        rule = rule._replace(until=_day(ends["until"], now, zone, week))
    if rule.times == 0 or (rule.until and rule.until < first):
        raise BadDate(f"{text[:100]!r} never comes: it would end before {first}, its first day")
    return rule


def _rule(words: str, day: date) -> Repeat | None:
    """The rule alone, from that day on; None when it is none."""
    for adverb, meaning in ADVERBS.items():
        words = re.sub(rf"^{adverb}\b", meaning, words)
    if found := re.fullmatch(rf"{EVERY} (?:(other|{NUMBER}|second|2nd) )?({UNIT})s?(?: on (.+))?", words):
        unit, size = UNITS[found[2]]
        every = _number(found[1]) * size
        if every < 1 or not found[3]:
            return Repeat(unit, every, day) if every else None
        if found[2] == "year":
            return _yearly(found[3], every, day)
        return {"week": _weekly, "month": _monthly}.get(found[2], _nothing)(found[3], every, day)
    if found := re.fullmatch(rf"(?:{EVERY} )?(.+?){OF_MONTH}", words):
        return _monthly(found[1], 1, day)
    if found := re.fullmatch(rf"{EVERY} ({'|'.join(OTHER)}) ({WEEKDAY_LIST})", words):
        return _weekly(found[2], 2, day)
    if found := re.fullmatch(rf"{EVERY} ({WEEKDAY_LIST})|(?:on )?({PLURALS})", words):
        return _weekly(found[1] or found[2], 1, day)
    if (found := re.fullmatch(rf"{EVERY} (.+)", words)) and not found[1].isdigit():
        return _yearly(found[1], YEAR, day) or _monthly(found[1], 1, day)
    return None


def _nothing(words: str, every: int, day: date) -> Repeat | None:
    return None


def _number(text: str | None) -> int:
    if text is None:
        return 1
    return OTHER.get(text) or NUMBERS.get(text) or int(text)


def _weekly(words: str, every: int, day: date) -> Repeat | None:
    if not re.fullmatch(WEEKDAY_LIST, words):
        return None
    return Repeat("week", every, day, tuple(sorted(read_days(words))))


def _monthly(words: str, every: int, day: date) -> Repeat | None:
    found = re.fullmatch(PLACE, words)
    if not found:
        return None
    if found["day"] and not 1 <= int(found["day"]) <= 31:
        return None
    if found["day"] or found["end"]:
        return Repeat("month", every, day, place=("day", int(found["day"] or 31), 0))
    if found["working"]:
        nth = ORDINALS[found["nth"]]
        return Repeat("month", every, day, place=("working", nth, 0))
    return Repeat("month", every, day, place=("weekday", ORDINALS[found["nth"]], WEEKDAYS[found["weekday"][:3]]))


def _yearly(words: str, every: int, day: date) -> Repeat | None:
    """ "march 31", "31 march", "29 february" """
    found = re.fullmatch(
        rf"(?:the )?(?:({MONTH}) ([0-9]{{1,2}})(?:st|nd|rd|th)?|([0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?({MONTH}))",
        words,
    )
    if not found:
        return None
    month, number = MONTHS[(found[1] or found[4])[:3]], int(found[2] or found[3])
    if not 1 <= number <= last_day(2000, month):
        return None
    return Repeat("month", every, date(day.year, month, 1), place=("day", number, 0))


def _first(rule: Repeat, earliest: date, week: Workweek) -> date:
    """The first day of the rule that is not before another."""
    if rule.unit == "day":
        return earliest
    if rule.unit == "working day":
        return add_working_days(earliest, 0, week)
    if rule.unit == "week":
        return next(day for day in (add_days(earliest, step) for step in range(7)) if day.weekday() in rule.weekdays)
    month, step = earliest.replace(day=1), 1
    if not rule.every % YEAR:  # its month stands in `first`
        month, step = month.replace(month=rule.first.month), YEAR
    while placed(month, rule.place, week) < earliest:
        month = add_months(month, step)
    return placed(month, rule.place, week)


def _later(day: date, rule: Repeat) -> date:
    if rule.unit == "month":
        return add_months(day, rule.every)
    return add_days(day, rule.every * (7 if rule.unit == "week" else 1))


CLAUSES = {
    "at": r"(?:at |@ ?)(?P<at>[^ ]+(?: ?(?:am|pm|o'?clock))?)",
    "clock": r"(?P<clock>[0-9]{1,2}(?:[:h][0-9]{2}(?::[0-9]{2})? ?(?:am|pm)?| ?(?:am|pm))|noon|"
    r"(?:in the )?(?:morning|afternoon|evening))",
    "times": rf"(?:for )?(?P<times>{NUMBER}) ?(?:times|x)",
    "for": r"for (?:the next )?(?P<for>[^ ]+ (?:day|week|month|quarter|year)s?)",
    "until": r"(?:until|till|through|up to) (?P<until>.+?)",
    "from": r"(?:from|starting|beginning)(?: from| on)? (?P<from>.+?)",
}
BEGIN_OF_CLAUSE = " (?:until|till|through|up to|from|starting|beginning) "


def _clauses(words: str) -> tuple[str, dict[str, str]]:
    """Take "at 9:00", "from may 1", "until june", "5 times", "for 3 months" off the end, in any order."""
    ends: dict[str, str] = {}
    while True:
        for name, pattern in CLAUSES.items():
            found = re.fullmatch(rf"(.+?) {pattern}", words)
            key = "at" if name == "clock" else name
            if found and key not in ends and not re.search(BEGIN_OF_CLAUSE, found[2]):
                words, ends[key] = found[1], found[2]
                break
        else:
            return words, ends


def _clock(text: str) -> time:
    # read on a day on which no clock changes
    at = f"2026-01-15 {'at ' if text.isdigit() else ''}{text}"
    return parse(at, now=datetime(2026, 1, 1, tzinfo=UTC), zone=UTC).at.time()


def _day(text: str, now: datetime, zone: tzinfo, week: Workweek) -> date:
    return day_of(parse(text, now=now, zone=zone, week=week).at, zone)


def _plain(text: str) -> str:
    words = " ".join(re.sub(r"[,;]", " ", text.casefold()).split())
    return re.sub(r"\b([ap])\.m\.?(?=\s|$)", r"\1m", words)


def _unreadable(text: str) -> BadDate:
    return BadDate(
        f"cannot read {text[:100]!r} as something that repeats; write every monday 9:00, every 2 weeks or "
        "every month on the last working day until 2026-12-31"
    )
