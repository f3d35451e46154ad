"""Each rep's morning page: what is overdue and due today, who is new, and who lies untouched."""

from typing import Any

from leadtrack.actions import Office, finding, lying, promises
from leadtrack.hours import USUAL, add_working_days
from leadtrack.instants import iso
from leadtrack.periods import begins, day_of

KEYS = ("rep", "email", "day", "works", "overdue", "due", "new_since", "new", "stale")
_PROMISE = (
    "reminder", "lead", "name", "company", "phone", "email", "due", "text", "priority", "repeats", "opt_out_phone",
    "opt_out_email",
)  # fmt: skip
_LYING = ("lead", "name", "company", "phone", "email", "stage", "days", "why", "opt_out_phone", "opt_out_email")


def digest(office: Office, rep: str | None) -> list[dict[str, Any]]:
    """The pages of all reps, or of one, by name.

    rep, email, day, works (flag: the team works on that day), overdue, due, new_since (a day), new, stale. New is who
    came to the rep since the last working day and was not tried yet; stale is who lies (actions/lying.py), but
    for those whose turn is on the page already.
    """
    week = office.week or USUAL
    today = day_of(office.now, office.zone)
    since = add_working_days(today, -1, week)
    reps = [finding.rep(office, rep)] if rep else office.store.reps.all()
    name = reps[0]["name"] if rep else None
    promised = _by_rep(promises.due(office, "today", name))
    new = _by_rep(office.store.digests.new(iso(begins(since, office.zone)), reps[0]["id"] if rep else None))
    quiet = _by_rep(_with_contact(office, lying.stale(office, name)))
    pages = []
    for one in reps:
        due = [_due(office, row) for row in promised.get(one["name"], [])]
        came = [_local(office, row) for row in new.get(one["name"], [])]
        named = {row["lead"] for row in [*due, *came]}
        pages.append(
            {
                "rep": one["name"], "email": one["email"], "day": today.isoformat(), "works": week.works(today),
                "overdue": [_told(row) for row in due if row["overdue"]],
                "due": [_told(row) for row in due if not row["overdue"]],
                "new_since": since.isoformat(), "new": came,
                "stale": [
                    {key: row[key] for key in _LYING}
                    for row in quiet.get(one["name"], [])
                    if row["lead"] not in named
                ],
            }
        )  # fmt: skip
    return pages


def _by_rep(rows: list[dict[str, Any]]) -> dict[str | None, list[dict[str, Any]]]:
    found: dict[str | None, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["rep"], []).append(row)
    return found


def _with_contact(office: Office, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same rows with how the leads may be reached: email, opt_out_phone, opt_out_email."""
    contact = office.store.digests.contact([row["lead"] for row in rows])
    return [row | contact[row["lead"]] for row in rows]


def _due(office: Office, row: dict[str, Any]) -> dict[str, Any]:
    return row | {"due": row["due"] if row["whole_day"] else office.local(row["due"])}


def _told(row: dict[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in _PROMISE}


def _local(office: Office, row: dict[str, Any]) -> dict[str, Any]:
    told = {key: value for key, value in row.items() if key != "rep"}
    return told | {"assigned_at": office.local(row["assigned_at"])}
