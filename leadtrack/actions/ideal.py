"""The ideal customer: setting it, showing how many leads meet it, and proposing one."""

from collections.abc import Mapping
from typing import Any

from leadtrack import icp, winners
from leadtrack.actions import Office
from leadtrack.errors import BadRequest, NotFound
from leadtrack.fields import FIELDS
from leadtrack.icp import Wish

# Where an ideal customer may lie hidden: names and streets tell nothing of the next one, and what a lead is worth is
# often known only once it is won.
_TELLING = ("industry", "title", "state", "country", "source", "campaign")
_FIGURES = ("employees", "annual_revenue")
_FEW = 5


def show(office: Office) -> list[dict[str, Any]]:
    """The conditions: field, wanted, weight, met (leads that meet it), known (leads that tell), leads (all)."""
    return [_told(office, wish) for wish in office.store.scoring.ideal()]


def set_(office: Office, given: Mapping[str, str], weights: Mapping[str, float]) -> dict[str, Any]:
    """Set conditions and weights; an empty condition takes the field out. What is not named stays as it is.

    Answers batch, ideal (as `show`) and unmet: conditions that no lead meets, with what the leads have instead.
    """
    store = office.store.scoring
    known = {wish.field.casefold(): wish for wish in store.ideal()}
    gone, wishes = [], {}
    for name, text in given.items():
        field, custom = field_named(name)
        if not text.strip():
            if field.casefold() not in known:
                raise NotFound(f"the ideal customer has no condition on {field}; leadtrack icp show lists them")
            gone.append(known[field.casefold()])
            continue
        weight = known[field.casefold()].weight if field.casefold() in known else 1.0
        wishes[field.casefold()] = icp.read(field, spelled(office, field, text), weight, custom=custom)
    for name, weight in weights.items():
        field, _ = field_named(name)
        wish = wishes.get(field.casefold()) or known.get(field.casefold())
        if wish is None:
            raise NotFound(
                f"the ideal customer has no condition on {field}; set it first: leadtrack icp set {field}=..."
            )
        if not 0 < weight <= icp.HEAVIEST:
            raise BadRequest(f"a weight of {weight:g} is not possible; give more than 0, and at most {icp.HEAVIEST}")
        wishes[field.casefold()] = wish._replace(weight=weight)
    with office.batch("icp set") as batch:
        for wish in wishes.values():
            store.wish(batch, wish)
        for wish in gone:
            store.unwish(batch, wish.field)
        batch.summary = ", ".join([icp.said(wish) for wish in wishes.values()] + [f"no {wish.field}" for wish in gone])
    ideal = show(office)
    named = {wish.field for wish in wishes.values()}
    unmet = [row["field"] for row in ideal if row["field"] in named and row["leads"] and not row["met"]]
    return {
        "batch": batch.id if batch.touched else None,
        "ideal": ideal,
        "unmet": [{"field": field, "leads_have": _instead(office, field)} for field in unmet],
    }


def clear(office: Office) -> dict[str, Any]:
    """Take every condition away."""
    with office.batch("icp clear") as batch:
        for wish in office.store.scoring.ideal():
            office.store.scoring.unwish(batch, wish.field)
        batch.summary = "no ideal customer"
    return {"batch": batch.id if batch.touched else None, "ideal": [], "unmet": []}


def suggest(office: Office) -> dict[str, Any]:
    """What won leads have in common: won, leads (that they are compared with), compared (closed or all), enough, and
    findings, most telling first: field, wanted, won, leads, share, lift, low, high, weight, custom."""
    store = office.store.scoring
    won, lost, all_leads = store.fates()
    closed = lost >= winners.ENOUGH
    base = won + lost if closed else all_leads
    answer: dict[str, Any] = {
        "won": won, "leads": base, "compared": "closed" if closed else "all",
        "enough": won >= winners.ENOUGH, "findings": [],
    }  # fmt: skip
    if won < winners.ENOUGH:
        return answer
    found = [winners.texts(field, store.values_that_won(field, closed=closed), won, base) for field in _TELLING]
    found += [winners.figures(field, store.figures_that_won(field, closed=closed), won, base) for field in _FIGURES]
    customs: dict[str, list[tuple[str, int, int]]] = {}
    for header, value, wins, leads in store.customs_that_won(closed=closed):
        customs.setdefault(header, []).append((str(value), wins, leads))
    found += [winners.texts(header, counts, won, base, custom=True) for header, counts in customs.items()]
    findings = sorted((one for one in found if one), key=lambda one: (-one.weight, -one.won, one.field))
    return answer | {"findings": [one._asdict() for one in findings]}


def _told(office: Office, wish: Wish) -> dict[str, Any]:
    counted = office.store.scoring.counted(wish)
    wanted = icp.span(wish.low, wish.high) if wish.is_range else ", ".join(wish.texts)
    return {
        "field": wish.field, "wanted": wanted, "weight": wish.weight,
        "met": counted["met"], "known": counted["known"], "leads": counted["leads"],
    }  # fmt: skip


def _instead(office: Office, field: str) -> list[dict[str, Any]]:
    wish = next(wish for wish in office.store.scoring.ideal() if wish.field == field)
    return [{"value": value, "leads": leads} for value, leads in office.store.scoring.frequent(wish, _FEW)]


def field_named(name: str) -> tuple[str, bool]:
    """(the field, whether it is a custom one) that a person names: "Annual revenue" is annual_revenue."""
    words = " ".join(name.split())
    field = words.casefold().replace(" ", "_").replace("-", "_")
    if not words:
        raise BadRequest("name a field, for example industry=healthcare")
    return (field, False) if field in FIELDS else (words, True)


def spelled(office: Office, field: str, text: str) -> str:
    """States and countries as leads have them: "California, Nevada" is "CA,NV"."""
    if field not in ("state", "country"):
        return text
    from leadtrack.countries import country_code, state_anywhere, state_code

    codes = []
    for part in (part.strip() for part in text.split(",")):
        if field == "country":
            codes.append(country_code(part) or part)
        else:
            elsewhere = state_anywhere(part)
            codes.append(state_code(part, office.country) or (elsewhere[1] if elsewhere else part))
    return ",".join(codes)
