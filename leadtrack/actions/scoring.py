"""How warm a lead is and how well it fits: asking, and saying otherwise."""

from typing import Any

from leadtrack import scoring, temperature
from leadtrack.actions import Office, finding, timing
from leadtrack.errors import NotFound
from leadtrack.fields import called
from leadtrack.instants import iso


def score(office: Office, text: str) -> dict[str, Any]:
    """A lead's score and temperature now, with the reasons: `judge`, and reasons, an array of {points, of, why}."""
    lead = finding.lead(office, text)
    told, judged = judge(office, lead)
    return {**told, "reasons": [{"points": points, "of": of, "why": why} for points, of, why in judged.reasons]}


def judge(office: Office, lead: int) -> tuple[dict[str, Any], scoring.Score]:
    """Score and temperature of a lead now, as it is answered and as a value.

    lead, name, score, fit, engagement, temperature, computed (what it is without a rep's word), told_by, told_at, why
    (a rep's word; null where the temperature is computed).
    """
    store, now = office.store.scoring, iso(office.now)
    row, signs = store.then(lead, now)
    judged = scoring.score(store.ideal(), row, signs, office.now)
    said = store.told(lead, now) if judged.told else None
    return {
        "lead": lead,
        "name": called(row),
        "score": judged.score,
        "fit": judged.fit,
        "engagement": judged.engagement,
        "temperature": judged.temperature,
        "computed": temperature.band(judged.heat),
        "told_by": (said["rep"] or said["actor"]) if said else None,
        "told_at": office.local(said["at"]) if said else None,
        "why": said["reason"] if said else None,
    }, judged


def tell(office: Office, text: str, words: str, *, why: str | None, at: str | None) -> dict[str, Any]:
    """Call a lead hot, warm or cold, whatever is computed; "auto" gives it back. Saying it twice changes nothing."""
    lead = finding.lead(office, text)
    wanted = temperature.named(words)
    happened = timing.past(office, at)
    said = office.store.scoring.told(lead, iso(office.now))
    batch = None
    if (said["temperature"] if said else None) != wanted:
        with office.batch("temperature") as batch:
            office.store.scoring.tell(
                batch, lead, rep=finding.whose(office, lead), at=happened, temperature=wanted,
                why=(why or "").strip() or None,
            )  # fmt: skip
            batch.summary = f"lead {lead}: {wanted or 'as computed'}"
    told, _ = judge(office, lead)
    return {"batch": batch.id if batch else None, **told}


def set_half_life(office: Office, source: str, words: str) -> dict[str, Any]:
    """Say in which time the interest of a source's leads halves; "auto" leaves it to the source's name."""
    number = office.store.campaigns.source_named(source.strip())
    if number is None:
        raise NotFound(f"there is no source {source!r}; leadtrack source list shows them")
    days = None if words.strip().casefold() == "auto" else temperature.read_half_life(words)
    with office.batch("source half-life") as batch:
        batch.update("sources", number, {"half_life": days})
        batch.summary = f"{source.strip()}: {scoring.days(days) if days else 'auto'}"
    return {
        "batch": batch.id if batch.touched else None, "source": source.strip(),
        "half_life": office.store.scoring.half_life(number),
    }  # fmt: skip
