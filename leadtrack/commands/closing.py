"""What is said when a lead is closed."""

from typing import Any


def closed(result: dict[str, Any]) -> str:
    """Where the lead went, the promises that are left over, and the way back."""
    lead = result["lead"]
    if not result["batch"]:
        return f"lead {lead} is already in {result['stage']}"
    words = f"lead {lead} moved from {result['from']} to {result['stage']}"
    if result["open_reminders"]:
        left = ", ".join(map(str, result["open_reminders"]))
        words += f"; still promised: reminder {left} (leadtrack remind --done {result['open_reminders'][0]})"
    return words + f"; to open it again: leadtrack reopen {lead} --reason TEXT"
