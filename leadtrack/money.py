"""Amounts of money and head counts, as people write them in sheets.

Both styles of separators are read ("$1,200.50", "1.200,50 €", "1'200.50", "1,20,000"), with the usual short words for
large numbers ("1.5M", "80L" lakh, "1.5Cr" crore, "2 Mio."). What is not one number is None, never a guess.
"""

import re

from leadtrack.patterns import Pattern
from leadtrack.texts import words

# above this a float no longer holds every cent
LARGEST = 1e13

# countries that write 1.200,50
DECIMAL_COMMA = words("DE AT FR BE NL LU ES PT IT GR BR AR CL CO DK NO SE FI PL CZ SK SI HR HU RO BG RS TR UA RU ID VN")

SCALES = {
    "k": 1e3, "tsd": 1e3, "thousand": 1e3,
    "m": 1e6, "mm": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6, "millionen": 1e6, "mln": 1e6,
    "b": 1e9, "bn": 1e9, "billion": 1e9, "billions": 1e9, "mrd": 1e9, "milliarden": 1e9,
    "l": 1e5, "lac": 1e5, "lacs": 1e5, "lakh": 1e5, "lakhs": 1e5,
    "cr": 1e7, "crs": 1e7, "crore": 1e7, "crores": 1e7,
}  # fmt: skip
CURRENCIES = (
    "usd|us|eur|euros?|gbp|chf|inr|rs|cad|aud|nzd|sgd|hkd|jpy|cny|rmb|mxn|brl|zar|sek|nok|dkk|pln|aed|sar|dollars?|"
    "pounds?|rupees?|fr|a|c|r|kr"
)
_sign = "[$€£¥₹₽₩₪₺₫₱฿]"
_amount = Pattern(
    rf"(?P<minus>[-−–(]\s*)?(?:(?:{CURRENCIES})\b\.?|[a-z]{{0,3}}{_sign})?\s*(?P<minus2>[-−–])?\s*"
    r"(?P<digits>\d(?:[\d.,'’\u00a0\u202f ]*\d)?)(?:e\+?(?P<power>\d{1,2}))?(?:[.,][-–]+)?\s*"
    rf"(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})?\.?\s*"
    rf"(?:{_sign}|(?:{CURRENCIES})\b\.?)?\s*\)?\Z",
    re.IGNORECASE | re.ASCII,
)
_grouped_by_comma = Pattern(r"\d{1,3}(?:,\d{2,3})*,\d{3}\Z")
_grouped_by_dot = Pattern(r"\d{1,3}(?:\.\d{3})+\Z")
_grouped_by_blank = Pattern(r"\d{1,3}(?:[ '’]\d{2,3})*[ '’]\d{3}(?:[.,]\d{1,2})?\Z")
_continental = Pattern(r"€|\b(?:eur|euros?|chf|brl|sek|nok|dkk|pln|kr)\b|R\$", re.IGNORECASE)
_head_count = Pattern(
    r"(?:[<>~≈±]|ca\.?|about|approx\.?|over|up to|more than|less than)?\s*(?P<low>\d[\d.,' ]*[km]?)\s*"
    r"(?P<range>(?:-|–|—|to|bis|à|a)\s*\d[\d.,' ]*[km]?|\+)?\s*"
    r"(?:employees?|people|staff|persons?|fte|mitarbeiter|employés|salariés|empleados|dipendenti|medewerkers)?\.?\Z",
    re.IGNORECASE,
)
_only_number = Pattern(r"\d[\d.,' ]*(?:employees?|people|staff|mitarbeiter|fte)?\Z", re.IGNORECASE)


def amount(text: str, *, decimal_comma: bool = False) -> float | None:
    """The amount in whole units of its currency; None when the text is not one amount.

    `decimal_comma` decides "1.200" alone: 1200 where commas stand before the cents, else 1.2.
    """
    if len(text) > 60 or not (parts := _amount.match(text.strip())):
        return None
    digits = parts["digits"].replace("\u00a0", " ").replace("\u202f", " ")
    number = _number(digits, decimal_comma or bool(_continental.search(text)), bool(parts["scale"] or parts["power"]))
    if number is None:
        return None
    if parts["scale"] or parts["power"]:
        number *= SCALES[parts["scale"].lower()] if parts["scale"] else 1
        # 1.1 million is 1100000, not 1100000.0000000001
        number = round(number * 10 ** int(parts["power"] or 0), 4)
    if number > LARGEST:
        return None
    return -number if parts["minus"] or parts["minus2"] else number


def _number(digits: str, decimal_comma: bool, scaled: bool) -> float | None:
    if " " in digits or "'" in digits or "’" in digits:
        if not _grouped_by_blank.match(digits):
            return None
        digits = re.sub("[ '’]", "", digits).replace(",", ".")
    comma, dot = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and dot >= 0:
        thousands, decimal = (",", ".") if dot > comma else (".", ",")
        whole, _, cents = digits.rpartition(decimal)
        if decimal in whole or not all(2 <= len(group) <= 3 for group in whole.split(thousands)[1:]):
            return None
        digits = f"{whole.replace(thousands, '')}.{cents}"
    elif comma >= 0:
        if _grouped_by_comma.match(digits) and not scaled and not digits.startswith("0"):
            digits = digits.replace(",", "")
        elif digits.count(",") == 1:
            digits = digits.replace(",", ".")
        else:
            return None
    elif dot >= 0 and _grouped_by_dot.match(digits) and not scaled and not digits.startswith("0"):
        if decimal_comma or digits.count(".") > 1:
            digits = digits.replace(".", "")
    elif digits.count(".") > 1:
        return None
    return float(digits)


def head_count(text: str) -> tuple[int, bool] | None:
    """(people, whether the cell said just that) of "250", "50-200", "10,000+"; a range counts with its lower end."""
    if len(text) > 60 or not (parts := _head_count.match(text.strip())):
        return None
    low = amount(parts["low"].strip())
    if low is None or not 0 <= low <= 1e8:
        return None
    return int(low), bool(_only_number.match(text.strip())) and low == int(low)
