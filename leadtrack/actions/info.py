"""Where the team's file is, and what it holds."""

from typing import Any

from leadtrack.actions import Office


def info(office: Office) -> dict[str, Any]:
    """file, size (bytes), schema; how many leads, reps, regions, territories, activities, open reminders, batches."""
    path = office.store.path
    return {
        "file": str(path.resolve()),
        "size": path.stat().st_size,
        "schema": office.store.schema,
        **office.store.reporting.counts(),
    }
