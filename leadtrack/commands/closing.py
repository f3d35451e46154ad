"""What is said when a lead is closed."""

from typing import Any


def closed(result: dict[str, Any]) -> str:
    """Where the lead went, the promises that are left over, and the way back."""
    lead = result["lead"]
    if not result["batch"]:
        return f"lead {lead} is already in {result['stage']}"
    moved = f"lead {lead} moved from {result['from']} to {result['stage']}{still_promised(result)}"
    return f"{moved}; to open it again: leadtrack reopen {lead} --reason TEXT"


def still_promised(result: dict[str, Any]) -> str:
    """The promises that are left over, behind what was said."""
    left = result["open_reminders"]
    if not left:
        return ""
    return f"; still promised: reminder {', '.join(map(str, left))} (leadtrack remind --done {left[0]})"
