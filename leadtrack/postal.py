"""What the beginning of a postal code says, and ranges of codes as the beginnings they are made of."""

from leadtrack.addresses import british_code
from leadtrack.errors import BadRequest

# Canada's provinces by the first letter; X is shared by two territories and tells neither.
_PROVINCES = {
    **dict(zip("ABCERSTVY", ("NL", "NS", "PE", "NB", "MB", "SK", "AB", "BC", "YT"), strict=True)),
    **dict.fromkeys("GHJ", "QC"), **dict.fromkeys("KLMNP", "ON"),
}  # fmt: skip

# More codes than a person can mean by one range.
MOST = 100_000


def squeezed(code: str) -> str:
    """A code without blanks and hyphens, in capitals: in this form codes and their beginnings are compared."""
    return code.upper().replace(" ", "").replace("-", "")


def prefixes(country: str, code: str) -> list[str]:
    """The beginnings of a code that stand for an area of their own, longest first.

    Of an American ZIP its first three digits; of a British one the outward code, the district and the letters of its
    area (of SW1A 1AA: SW1A, SW1, SW), since M1 is no part of M11; of others every beginning.
    """
    code = squeezed(code)
    if country == "US":
        return [code[:3]] if len(code) > 3 else []
    if country == "GB":
        found = [code[:-3]] if british_code(code) else []
        outward = found[0] if found else code
        if outward[-1:].isalpha() and any(letter.isdigit() for letter in outward):
            found.append(outward[:-1])
        letters = outward[: next((at for at, letter in enumerate(outward) if letter.isdigit()), len(outward))]
        return [*found, letters] if letters and letters != code else found
    if country == "CA":
        code = code[:4] if len(code) > 3 else code
    return [code[:length] for length in range(len(code) - 1, 0, -1)]


def province(code: str) -> str:
    """The Canadian province of a postal code; "" where its letter does not tell."""
    return _PROVINCES.get(code[:1].upper(), "")


def span(country: str, low: str, high: str) -> list[str]:
    """The range [low, high] of numeric codes as the fewest beginnings and codes: 94100-94299 is 941, 942.

    An American ZIP3 stays whole or falls into its ZIPs; elsewhere any beginning may stand. Raises BadRequest.
    """
    low, high = squeezed(low), squeezed(high)
    if not (low.isdecimal() and high.isdecimal() and low.isascii() and high.isascii()):
        raise BadRequest(f"a range goes from one number to another; {low}-{high} does not")
    if country == "US":  # a spreadsheet eats zeros
        length = 5 if len(high) > 3 else 3
        low, high = low.zfill(length), high.zfill(length)
    if len(low) != len(high) or low > high:
        raise BadRequest(f"the range {low}-{high} does not go up; write the lower code first, both of the same length")
    if int(high) - int(low) >= MOST:
        raise BadRequest(f"the range {low}-{high} is too wide; name states or countries instead")
    lengths = (3, len(low)) if country == "US" else range(1, len(low) + 1)
    found: list[str] = []
    at, end, width = int(low), int(high), len(low)
    while at <= end:
        for length in lengths:
            size = 10 ** (width - length)
            if at % size == 0 and at + size - 1 <= end:
                found.append(f"{at // size:0{length}}")
                at += size
                break
    return found
