"""Rules for what is owed to those who bring leads."""

from typing import Any

from leadtrack.actions import Office
from leadtrack.errors import BadRequest, NotFound
from leadtrack.referrals import Rule

_DEAREST = 1e9


def rules(office: Office) -> list[dict[str, Any]]:
    """person ("" for everybody without a rule of their own), per_lead, per_won."""
    return office.store.referrals.all()


def rule(office: Office, person: str | None, *, per_lead: float | None, per_won: float | None) -> dict[str, Any]:
    """Say what is owed; a sum that is not named stays as it was, or nothing. Saying it twice changes nothing."""
    name = " ".join((person or "").split())
    for amount in (per_lead, per_won):
        if amount is not None and not 0 <= amount < _DEAREST:
            raise BadRequest(f"{amount:g} cannot be owed; give an amount, 0 or more")
    known = {rule.person.casefold(): rule for rule in office.store.referrals.rules()}
    before = known.get(name.casefold(), Rule(name, 0.0, 0.0))
    wanted = Rule(
        before.person,
        before.per_lead if per_lead is None else per_lead,
        before.per_won if per_won is None else per_won,
    )
    with office.batch("referral rule") as batch:
        office.store.referrals.set(batch, wanted)
        batch.summary = f"{name or 'everybody'}: {wanted.per_lead:g} per lead, {wanted.per_won:g} more when won"
    return {"batch": batch.id if batch.touched else None, **wanted._asdict()}


def drop(office: Office, person: str | None) -> dict[str, Any]:
    """Take a rule back."""
    name = " ".join((person or "").split())
    with office.batch("referral rule") as batch:
        found = office.store.referrals.drop(batch, name)
        batch.summary = f"{name or 'everybody'}: dropped"
    if not found:
        raise NotFound(f"there is no rule for {name or 'everybody'}; leadtrack referral rule lists them")
    return {"batch": batch.id, "person": name, "per_lead": 0.0, "per_won": 0.0}
