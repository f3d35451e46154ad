"""Hot, warm or cold: how much interest a lead shows now, and how far it is the customer one looks for.

Interest is fresh when the lead comes in, is raised by its replies, and halves in a time that depends on its source;
a "not interested" ends it. Heat is interest, tempered by fit. All of it is computed from dated facts and now; a rep may
say otherwise, and that stands until it is given back.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from leadtrack.errors import BadRequest
from leadtrack.instants import from_iso

TEMPERATURES = ("hot", "warm", "cold")

# Interest at the moment a lead comes in, as a sheet rates it; else COMING.
RATED = {"hot": 0.9, "warm": 0.7, "cold": 0.3}
COMING = 0.7
# Interest at the moment of a reply: the first, more for each further one, and never more than the last.
REPLIED, FURTHER, MOST = 0.8, 0.05, 0.95
# Heat is interest times this for a lead that does not fit at all, and interest itself for one that fits in full.
UNFIT = 0.6
# How far a lead fits while the team has not said whom it looks for.
NEUTRAL = 0.5
HOT, WARM = 0.5, 0.2

# In how many days interest is half of what it was. Who asks for something wants it soon; who was met or recommended
# stays open longer; who stands on a bought list never asked.
HALF_LIFE = 7.0
HALF_LIVES = {
    "web form": 3.0, "website": 3.0, "landing page": 3.0, "search": 3.0, "social": 3.0, "blog": 5.0, "e-mail": 5.0,
    "webinar": 7.0,
    "telephone": 3.0, "telemarketing": 3.0, "direct mail": 10.0, "print": 10.0, "radio/tv": 5.0, "trade show": 10.0,
    "referral": 21.0, "partner": 21.0, "purchased": 1.0, "customer service": 14.0, "installer": 14.0,
}  # fmt: skip
SHORTEST, LONGEST = 1 / 24, 3650.0

# Outcomes of our contacts that are an answer with interest, and the one that ends it; what comes in is a reply, too.
REPLIES = ("replied", "interested", "booked", "held")
REFUSAL = "not interested"


class Signs(NamedTuple):
    """What is known of a lead at an instant; instants as datetimes. `told`: what a rep said of it."""

    created_at: datetime
    replies: int = 0
    replied_at: datetime | None = None
    refused_at: datetime | None = None
    rating: str | None = None
    half_life: float = HALF_LIFE
    told: str | None = None


class Interest(NamedTuple):
    """From 0 to 1: by how fresh the lead is, by its replies, and both together."""

    fresh: float
    replied: float
    whole: float
    refused: bool


def named(text: str) -> str | None:
    """The temperature that a person names; None for "auto", which gives it back to what is computed."""
    wanted = text.strip().casefold()
    if wanted in ("auto", "automatic", "computed"):
        return None
    if wanted not in TEMPERATURES:
        raise BadRequest(f"{text!r} is no temperature; choose one of {', '.join(TEMPERATURES)}, or auto")
    return wanted


def half_life(source: str | None, own: float | None = None) -> float:
    """Of a source, in days: what the team set for it, else by what its name is or holds ("purchased list")."""
    if own:
        return own
    name = (source or "").casefold()
    held = max((known for known in HALF_LIVES if known in name), key=len, default=None)
    return HALF_LIVES[held] if held else HALF_LIFE


def read_half_life(text: str) -> float:
    """A half-life in days: "36h", "10 days", "2 weeks", "7". Raises BadRequest."""
    from leadtrack.periods import length  # only who sets one needs it

    plain = " ".join(text.casefold().split())
    number = length(f"{plain} days" if plain.replace(".", "", 1).isdecimal() else plain)
    days = (number.months * 30 + number.days + number.seconds / 86_400) if number and not number.working_days else 0
    if not SHORTEST <= days <= LONGEST:
        raise BadRequest(f"{text!r} is no half-life; write 36h, 10 days or 2 weeks, at most ten years")
    return float(days)


def interest(signs: Signs, now: datetime) -> Interest:
    """How much interest the lead shows at `now`."""
    if signs.refused_at and (signs.replied_at is None or signs.refused_at >= signs.replied_at):
        return Interest(0.0, 0.0, 0.0, True)
    begun = RATED.get((signs.rating or "").casefold(), COMING)
    fresh = begun * _left(signs.created_at, now, signs.half_life)
    replied = 0.0
    if signs.replied_at:
        strength = min(MOST, REPLIED + FURTHER * (signs.replies - 1))
        replied = strength * _left(signs.replied_at, now, signs.half_life)
    return Interest(fresh, replied, 1 - (1 - fresh) * (1 - replied), False)


def _left(since: datetime, now: datetime, half_life: float) -> float:
    days = max(0.0, (now - since).total_seconds() / 86_400)
    return float(0.5 ** (days / half_life))


def heat(interest: float, fit: float | None) -> float:
    """Interest tempered by fit, from 0 to 1."""
    return interest * (UNFIT + (1 - UNFIT) * (NEUTRAL if fit is None else fit))


def band(heat: float) -> str:
    return "hot" if heat >= HOT else "warm" if heat >= WARM else "cold"


def temperature(signs: Signs, fit: float | None, now: datetime) -> str:
    """What a rep said, else what interest and fit give."""
    return signs.told or band(heat(interest(signs, now).whole, fit))


def signs_of(row: Mapping[str, Any]) -> Signs:
    """Signs from a row of the store: created_at, replies, replied_at, refused_at, rating, half_life, told."""
    return Signs(
        created_at=from_iso(row["created_at"]),
        replies=row["replies"],
        replied_at=from_iso(row["replied_at"]) if row["replied_at"] else None,
        refused_at=from_iso(row["refused_at"]) if row["refused_at"] else None,
        rating=row["rating"],
        half_life=row["half_life"],
        told=row["told"],
    )
