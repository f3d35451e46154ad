"""Instants as they are kept, UTC text: "2026-03-31T14:00:00Z". Every command needs these."""

from datetime import UTC, datetime

from leadtrack.errors import BadRequest


class BadDate(BadRequest):
    """A date, period or working time that cannot be read, or that is outside the years 1 to 9999."""


def iso(at: datetime) -> str:
    """The instant as it is kept: "2026-03-31T14:00:00Z", whole seconds. `at` must be aware (else ValueError)."""
    if at.tzinfo is not UTC:
        if at.tzinfo is None:
            raise ValueError(f"{at} has no time zone")
        try:
            at = at.astimezone(UTC)
        except OverflowError:
            raise BadDate(f"{at} lies outside the years 1 to 9999") from None
    return at.isoformat()[:19] + "Z"


def from_iso(text: str) -> datetime:
    """The aware UTC instant of an ISO 8601 text; without an offset it is taken as UTC. Raises BadDate."""
    try:
        at = datetime.fromisoformat(text)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadDate(f"cannot read {text[:100]!r} as an instant; write 2026-03-31T14:00:00Z") from None
