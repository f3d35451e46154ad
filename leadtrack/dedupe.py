"""Who is the same person: the exact keys, and what a repeat adds to the lead that is already there.

Two rows are the same lead when they show the same e-mail address, or the same telephone number (office or mobile) with
the same name. A company takes the name's place where nobody is named.
"""

import unicodedata
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

# Once somebody has said no, no sheet turns it into a yes: these only ever move to the value given here.
ONE_WAY = {"opt_out_email": 1, "opt_out_phone": 1, "consent": 0}


def name_key(values: Mapping[str, Any]) -> str:
    """The name as it is compared: without case, accents, punctuation and order ("Müller, Änne" = "anne muller")."""
    text = values.get("full_name") or values.get("company") or ""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = text.casefold()
    if text.replace(" ", "").isalpha():
        return " ".join(sorted(text.split()))
    return " ".join(sorted("".join(c if c.isalnum() else " " for c in text).split()))


def exact_keys(values: Mapping[str, Any], name: str) -> list[tuple[str, str]]:
    """The exact keys of a lead whose `name_key` is `name`: e-mail, and each telephone number with the name.

    Two leads that share one of them are one.
    """
    keys = []
    if email := values.get("email"):
        keys.append(("email", email))
    if name:
        if phone := values.get("phone"):
            keys.append((phone, name))
        if (mobile := values.get("mobile")) and mobile != phone:
            keys.append((mobile, name))
    return keys


def fingerprint(layout: bytes, cells: list[str]) -> int:
    """A 64-bit number by which a row with the same headers (`layout`) and the same cells is known again."""
    digest = blake2b("\x1f".join(cells).encode("utf-8", "surrogatepass"), digest_size=8, key=layout).digest()
    return int.from_bytes(digest, "big", signed=True)


def layout(headers: tuple[str | None, ...]) -> bytes:
    """The headers in a form that `fingerprint` takes."""
    return blake2b(
        "\x1f".join(header or "" for header in headers).encode("utf-8", "surrogatepass"), digest_size=16
    ).digest()


def fill(stored: Mapping[str, Any], incoming: Mapping[str, Any]) -> dict[str, Any]:
    """What a repeat adds to the lead that is stored: its empty fields, new notes, and every opt-out.

    `custom` is a dict on both sides and grows by the keys it lacks. Returns the changed fields with their new values.
    """
    changes: dict[str, Any] = {}
    for field, value in incoming.items():
        if field == "custom":
            added = {key: cell for key, cell in value.items() if not (stored.get("custom") or {}).get(key)}
            if added:
                changes["custom"] = {**(stored.get("custom") or {}), **added}
        elif value is None:
            continue
        elif field == "notes" and stored.get("notes"):
            if value not in stored["notes"]:
                changes["notes"] = f"{stored['notes']}\n{value}"
        elif stored.get(field) is None or (value != stored[field] and ONE_WAY.get(field) == value):
            changes[field] = value
    return changes
