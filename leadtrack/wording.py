"""How several things are told in one line."""

from collections.abc import Sequence


def and_more(texts: Sequence[str], most: int, noun: str = "", *, between: str = ", ") -> str:
    """The first of them, and how many there are beside: "a, b and 3 more", or "a, b and 3 more places"."""
    shown, beside = between.join(texts[:most]), len(texts) - most
    if beside <= 0:
        return shown
    called = f" {noun}{'' if beside == 1 else 's'}" if noun else ""
    return f"{shown} and {beside:,} more{called}"
