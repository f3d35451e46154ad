"""Is a lead worth a rep's time? It can be contacted, is no duplicate, fits, and what the team must know is known."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from leadtrack import consent, icp
from leadtrack.errors import BadRequest
from leadtrack.fields import FIELDS
from leadtrack.icp import Ideal

# A lead fits that meets at least so much of the ideal, by weight.
FITS = 0.5
CONTACTABLE, SINGLE, FITTING = "contactable", "no duplicate", "fits"
OWN = (CONTACTABLE, SINGLE, FITTING)
LONGEST = 100
# What an import keeps in a field, if a sheet has a column of that name; a lead may also have it as a custom field.
KEPT_IN = {"budget": "value", "amount": "value", "deal size": "value", "deal value": "value", "zip": "postal_code"}


class Check(NamedTuple):
    """One thing that must hold: its name, whether it does, and why or why not."""

    check: str
    met: bool
    why: str


def required(text: str) -> list[str]:
    """The names in "budget, timeline": fields under their own names, others as headers of custom fields.

    [] for "none". Raises BadRequest.
    """
    names: list[str] = []
    for part in text.split(","):
        name = " ".join(part.split())
        if not name:
            continue
        if len(name) > LONGEST:
            raise BadRequest(f"the name of a field may have {LONGEST} characters; this one has {len(name)}")
        field = name.casefold().replace(" ", "_").replace("-", "_")
        name = field if field in FIELDS else name
        if name.casefold() in OWN:
            raise BadRequest(f"{name!r} is always asked for; name a field, for example budget")
        if name.casefold() not in {known.casefold() for known in names}:
            names.append(name)
    if not names:
        raise BadRequest("name what must be known of a lead, for example budget,timeline (or none)")
    return [] if [name.casefold() for name in names] == ["none"] else names


def checks(
    lead: Mapping[str, Any], *, ideal: Ideal, names: Iterable[str], twin: int | None, alike: int | None = None
) -> list[Check]:
    """Every check of a lead; `twin` is an older lead that has the same e-mail address, or telephone number and name,
    `alike` one that may be the same, which nobody has looked at yet."""
    found = [_contactable(lead), _single(twin, alike), _fits(ideal, lead)]
    for name in names:
        has = lead.get(name) if name in FIELDS else icp.custom(lead.get("custom") or {}, name)
        if has is None and (field := KEPT_IN.get(name.casefold())):
            has = lead.get(field)
        known = has is not None and str(has).strip() != ""
        found.append(Check(name, known, str(has) if known else "is not known"))
    return found


def _contactable(lead: Mapping[str, Any]) -> Check:
    channels = consent.allowed(lead)
    return Check(CONTACTABLE, bool(channels), f"by {', '.join(channels)}" if channels else consent.why_not(lead))


def _single(twin: int | None, alike: int | None) -> Check:
    if twin is not None:
        return Check(SINGLE, False, f"is lead {twin} already")
    if alike is not None:
        return Check(SINGLE, False, f"may be lead {alike}, nobody has looked yet")
    return Check(SINGLE, True, "nobody else is the same")


def _fits(ideal: Ideal, lead: Mapping[str, Any]) -> Check:
    fit = icp.fit(ideal, lead)
    if fit is None:
        return Check(FITTING, True, "no ideal customer is set")
    wrong = [_lacking(part) for part in icp.parts(ideal, lead) if not part.met]
    return Check(FITTING, fit >= FITS, f"{fit:.0%} of the ideal" + (f": {', '.join(wrong)}" if wrong else ""))


def _lacking(part: icp.Part) -> str:
    return f"{part.wish.field} is not known" if part.met is None else f"{part.wish.field} is {part.has}"


def missing(found: Iterable[Check]) -> list[str]:
    """The names of what does not hold; a lead without any is qualified."""
    return [check.check for check in found if not check.met]
