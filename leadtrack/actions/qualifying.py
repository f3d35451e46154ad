"""Qualified, or what is missing: judged from what stands there now, for one lead and for all of an import."""

from typing import Any

from leadtrack import qualification
from leadtrack.actions import Office, finding
from leadtrack.fields import called
from leadtrack.instants import iso
from leadtrack.stages import ALIVE
from leadtrack.store.batches import Batch

# What is asked for in any case.
ALWAYS = qualification.OWN
SINGLE = qualification.SINGLE


def qualify(office: Office, text: str) -> dict[str, Any]:
    """Judge a lead: lead, name, stage, open (not won, lost or junk), qualified, missing (names of what does not hold),
    checks: {check, met, why}."""
    return judge(office, finding.lead(office, text))


def judge(office: Office, lead: int) -> dict[str, Any]:
    """The same of a lead by its number."""
    row, _ = office.store.scoring.then(lead, iso(office.now))
    store = office.store.qualifying
    checks = qualification.checks(
        row,
        ideal=office.store.scoring.ideal(),
        names=store.required(),
        twin=store.twin(lead),
        alike=store.alike(lead),
    )
    missing = qualification.missing(checks)
    stage = store.stage(lead)
    return {
        "lead": lead, "name": called(row), "stage": stage["name"],
        "open": stage["kind"] in ALIVE, "qualified": not missing, "missing": missing,
        "checks": [check._asdict() for check in checks],
    }  # fmt: skip


def within(office: Office, batch: Batch, *, repeats: bool) -> dict[str, Any]:
    """Judge all leads that a batch made, in one statement: leads, qualified, missing {name: how many lack it}.

    For an import: to be called inside its batch, when its leads have their facts and the pairs that may be one wait.
    `repeats` says whether it may have made leads that are there already (--on-duplicate keep); else nobody needs to
    look for them.
    """
    return office.store.qualifying.within(batch.id, office.store.scoring.ideal(), repeats=repeats)


def required(office: Office) -> list[str]:
    """What the team must know of a lead, beside what is always asked for."""
    return office.store.qualifying.required()


def require(office: Office, text: str) -> dict[str, Any]:
    """Ask for exactly these fields from now on: batch, required, always (what is asked for in any case)."""
    names = qualification.required(text)
    with office.batch("qualify require") as batch:
        office.store.qualifying.require(batch, names)
        batch.summary = ", ".join(names) or "nothing more"
    return {
        "batch": batch.id if batch.touched else None,
        "required": office.store.qualifying.required(), "always": list(ALWAYS),
    }  # fmt: skip
