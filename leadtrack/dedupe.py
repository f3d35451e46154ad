"""Who is the same person: the exact keys, and what a repeat adds to the lead that is already there.

Two rows are the same lead when they show the same e-mail address, or the same telephone number (office or mobile) with
the same name. A company takes the name's place where nobody is named.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from struct import unpack
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


class NameKeys(dict[str, str]):
    """The name keys of many leads: of names that repeat each is folded once."""

    def __missing__(self, part: str) -> str:
        if len(self) >= 50_000:
            self.clear()
        key = self[part] = name_key({"full_name": part})
        return key

    def __call__(self, first: str | None, last: str | None, full: str | None, company: str | None) -> str:
        """`name_key` of a lead whose full name is its first and last name, where it has both."""
        if first and last:
            one, other = self[first], self[last]
            if one and other and " " not in one and " " not in other:
                return f"{one} {other}" if one <= other else f"{other} {one}"
        return name_key({"full_name": full, "company": company})


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


class Repeats:
    """Which rows of a file show a person that an earlier row showed, by the exact keys.

    Of a key only its hash is kept, 64 bits: among a million rows two different ones share one once in some ten million
    files.
    """

    def __init__(self) -> None:
        self._first: dict[int | None, int] = {}  # no key is None

    def of(
        self,
        numbers: Iterable[int],
        emails: Iterable[str | None],
        phones: Iterable[str | None],
        mobiles: Iterable[str | None],
        names: Iterable[str],
    ) -> list[int | None]:
        """For each of these rows the number of the first one that showed the same person, None where it is that one."""
        seen = self._first
        get, put = seen.get, seen.setdefault
        found: list[int | None] = []
        for number, email, phone, mobile, name in zip(numbers, emails, phones, mobiles, names, strict=True):
            mail = hash(email) if email else None
            call = hash((phone, name)) if phone and name else None
            other = hash((mobile, name)) if mobile and name and mobile != phone else None
            first = get(mail)
            if first is None:
                first = get(call)
                if first is None:
                    first = get(other)
            target = number if first is None else first
            for key in (mail, call, other):
                if key is not None:
                    put(key, target)
            found.append(first)
        return found


def fingerprints(layout: bytes, texts: Sequence[str]) -> Sequence[int]:
    """A 64-bit number for each row, by which one with the same headers (`layout`) and the same cells is known again.

    A text is a row's cells with "\\x1f" between them.
    """
    digests = [blake2b(layout + text.encode("utf-8", "surrogatepass"), digest_size=8).digest() for text in texts]
    return unpack(f">{len(texts)}q", b"".join(digests))


def layout(headers: tuple[str | None, ...]) -> bytes:
    """The headers in a form that `fingerprint` takes."""
    return blake2b(
        "\x1f".join(header or "" for header in headers).encode("utf-8", "surrogatepass"), digest_size=16
    ).digest()


def fill(stored: Mapping[str, Any], incoming: Mapping[str, Any], *, overwrite: str = "empty") -> dict[str, Any]:
    """What a repeat adds to the lead that is stored: the changed fields with their new values.

    `overwrite` is "empty": only what the lead lacks; "always": what the sheet says wins; "never": no field is touched.
    Opt-outs are taken over in each case and never taken back; new notes are added to the old ones; the day the lead
    came stays. `custom` is a dict on both sides.
    """
    changes: dict[str, Any] = {}
    for field, value in incoming.items():
        if value is None:
            continue
        if field in ONE_WAY:
            now = stored.get(field)
            if value != now and (value == ONE_WAY[field] or (now is None and overwrite != "never")):
                changes[field] = value
        elif overwrite == "never":
            continue
        elif field == "custom":
            custom = dict(stored.get("custom") or {})
            kept = {name for name, cell in custom.items() if cell} if overwrite == "empty" else set()
            custom |= {name: cell for name, cell in value.items() if cell and name not in kept}
            if custom != (stored.get("custom") or {}):
                changes["custom"] = custom
        elif field == "notes" and stored.get("notes"):
            if value not in stored["notes"]:
                changes["notes"] = f"{stored['notes']}\n{value}"
        elif stored.get(field) is None or (overwrite == "always" and field != "created_at" and value != stored[field]):
            changes[field] = value
    return changes
