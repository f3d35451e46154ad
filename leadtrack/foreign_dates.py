"""Dates in German, French, Spanish, Portuguese, Italian and Dutch: dateparser, with its guesses checked.

dateparser likes to find something: "five" is May, "15" a day of this month, 3/4 what the first language makes of it.
So each text is asked several times, from another day and with day and month exchanged; what then changes is no date.
"""

import re
from datetime import UTC, datetime, timedelta, tzinfo

from leadtrack.periods import begins

LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl"]
# "next" where dateparser does not know it: before or after a weekday
OTHER_NEXT = (
    r"^(?:am |le |el |la )?(?:nächste[nrsm]?|kommende[nrsm]?|próxim[oa]|proxim[oa]|prossim[oa]|volgende|komende) "
    r"| (?:prochaine?|próxim[oa]|prossim[oa]|que viene)$"
)
# English words that are months elsewhere
NO_DATES = ("ago", "out", "set")
# how much the base moves to see whether an answer moves with it; no weekday comes again on the same day of the month
# 35 or 42 days later
SHIFT = timedelta(minutes=7, seconds=11)
FAR = timedelta(days=40)
# years beyond which a date without a full year is a misreading
LIFETIME = 50


def guess(words: str, *, now: datetime, zone: tzinfo, past: bool) -> tuple[datetime, bool] | None:
    """(instant in UTC, whether only its day is known), or None when it is no date or has two readings.

    A whole day is that day's first instant. Raises BadDate and OverflowError outside the years 1 to 9999.
    """
    if words in NO_DATES or not re.search(r"[^\W\d_]{3}", words):
        return None
    base = now.astimezone(zone).replace(tzinfo=None)
    # "14h" and "14h30" as the French write times; alone they would be years
    words = re.sub(r"\b([0-9]{1,2})h([0-9]{2})?\b", lambda at: f"{at[1]}:{at[2] or '00'}", words)
    for asked in (words, re.sub(OTHER_NEXT, "", words)):
        for parser in ("relative-time", "absolute-time"):
            found = _ask(asked, parser, base, past)
            if not found:
                continue
            at, whole_day = found
            if abs(at.year - base.year) > LIFETIME and not re.search("[0-9]{4}", words):
                continue
            far = _ask(asked, parser, base + FAR, past)
            if far and parser == "absolute-time" and far[0].day == at.day and far[0].month != at.month:
                # a mere number that was taken for the day of whatever month it is
                continue
            if at.tzinfo:
                return at.astimezone(UTC), False
            if whole_day:
                return begins(at.date(), zone), True
            later = _ask(asked, parser, base + SHIFT, past)
            if later and later[0] - at == SHIFT:
                # it follows the base to the second: "in 2 Stunden", which a change of the clock does not touch
                return now.astimezone(UTC) + (at - base), False
            return begins(at.date(), zone, at.time()), False
    return None


def _ask(words: str, parser: str, base: datetime, past: bool) -> tuple[datetime, bool] | None:
    """dateparser's local time (or an aware one), and whether it is known by its day only."""
    # imported here: it takes longer than most commands do
    from dateparser.date import DateDataParser

    answers = []
    for order in ("MDY", "DMY"):
        settings = {
            "PARSERS": [parser],
            "RELATIVE_BASE": base,
            "PREFER_DATES_FROM": "past" if past else "future",
            "DATE_ORDER": order,
            "RETURN_TIME_AS_PERIOD": True,
        }
        try:
            answers.append(DateDataParser(languages=LANGUAGES, settings=settings).get_date_data(words))
        except Exception:
            # a third party's reader of free text: whatever it stumbles over is simply no date
            return None
    at, period_read = answers[0].date_obj, answers[0].period
    if not at or at != answers[1].date_obj:
        # "lunes 3/4/2026" and "five" mean different days as soon as day and month change places
        return None
    if parser == "absolute-time" and period_read == "month":
        at = at.replace(day=1)
    return at, period_read != "time"
