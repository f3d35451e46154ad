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


_sums = r"(?:[€$£¥₹]|R\$|(?:eur|euros?|usd|us|gbp|chf|brl|cad|aud|reais|dollars?|pounds?|dolares|pesos)\b)"
_in_hundred_thousands = Pattern(r"\b(?:lakhs?|lacs?)\b", re.IGNORECASE)
_in_ten_millions = Pattern(r"\b(?:crores?|crs)\b|\(\s*(?:₹|inr|rs\.?)?\s*cr\.?\s*\)", re.IGNORECASE)
_in_billions = Pattern(
    rf"\b(?:mrd|milliarden|milliards|miliardi|miljard(?:en)?|billions?)\b|\bbn\b|{_sums}\s?bn\b", re.IGNORECASE
)
_in_millions = Pattern(
    r"\b(?:mio|mln|millions?|millionen|millones|milhões|milhoes|milioni|miljoen(?:en)?|meur|musd)\b|"
    rf"\b(?:mm?|mi|mn)\s?{_sums}|{_sums}\s?(?:mm?|mi|mn)\b|(?<!R)\$\s?mil\b|\busd\s?mil\b|[(\[]\s*mm?\s*[)\]]|\bin\s(?:mm?|mn)\b",
    re.IGNORECASE,
)
_in_thousands = Pattern(
    r"\b(?:tsd|tausend|thousands?|teur|keur|kusd|kchf|milliers|migliaia|miles|milhares|duizend(?:en)?)\b|"
    rf"\b(?:k|t)\s?{_sums}|{_sums}\s?k\b|\bmil\s?(?:€|R\$|euros|reais|pesos|dólares)|(?:€|R\$)\s?mil\b|[(\[]\s*k\s*[)\]]|"
    r"\b(?:in|en|ca|annuel|annual)\sk\b|"
    r"(?<![\d.,])['’]?000['’]?s?(?![\d.,])|[x×]\s?1[.,]?000\b|\bin\s1[.,]?000\b",
    re.IGNORECASE,
)
_UNITS = (
    (_in_thousands, 1e3), (_in_hundred_thousands, 1e5), (_in_ten_millions, 1e7), (_in_millions, 1e6),
    (_in_billions, 1e9),
)  # fmt: skip
UNIT_NAMES = {1e3: "thousands", 1e5: "lakhs", 1e6: "millions", 1e7: "crores", 1e9: "billions"}
# What comes to more than this by the unit of its header was written out in full.
_MOST = 1e12


def unit_of(header: str) -> float:
    """In what the header of a column says that its sums are: 1000 of "CA (k€)", 1e6 of "Revenue ($M)"; 1 if nothing."""
    return next((unit for pattern, unit in _UNITS if pattern.search(header)), 1.0)


def amount(text: str, *, decimal_comma: bool = False, unit: float = 1.0) -> float | None:
    """The amount in whole units of its currency; None when the text is not one amount.

    `decimal_comma` decides "1.200" alone: 1200 where commas stand before the cents, else 1.2. `unit` is what the header
    says (unit_of); a text that says so itself ("2 Mio."), or was written out in full, is not multiplied by it.
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
    elif unit != 1 and number * unit < _MOST:
        number = round(number * unit, 4)
    if number > LARGEST:
        return None
    return -number if parts["minus"] or parts["minus2"] else number


_from = (
    r"over|more than|above|at least|from|ab|über|ueber|mehr als|mindestens|plus de|à partir de|dès|más de|mas de|desde|"
    r"a partir de|mais de|oltre|più di|piu di|da|meer dan|vanaf|boven"
)
_span = Pattern(
    rf"(?:(?P<over>>=?|≥|(?:{_from})\b)\s*)?(?:between |entre |zwischen |tra |tussen )?(?P<low>[^-–—+]*?\d[^-–—+]*?)\s*"
    r"(?:(?P<plus>\+|and (?:more|over|up)|or more|und mehr|et plus|y más|e oltre|en meer)|"
    r"(?:-|–|—|\bto\b|\bbis\b|\bà\b|\ba\b|\be\b|\bet\b|\band\b|\bund\b|\btot\b|\ben\b|\by\b)\s*(?P<high>[^-–—+]*\d[^-–—+]*?))?\s*\Z",
    re.IGNORECASE,
)
_unit_behind = Pattern(rf"(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})\b", re.IGNORECASE)


def lower_end(text: str, *, decimal_comma: bool = False, unit: float = 1.0) -> float | None:
    """The least of a range of amounts: 5000 of "$5k - $15k", "5-10k", "over $5k", "$5k+"; None of anything else, and of
    "under $5k"."""
    if len(text) > 60 or not (parts := _span.match(text.strip())):
        return None
    low, high = parts["low"].strip(), parts["high"]
    if not (parts["over"] or parts["plus"] or high):
        return None
    decimal_comma = decimal_comma or bool(_continental.search(text))
    if high is not None:
        top = amount(high.strip(), decimal_comma=decimal_comma, unit=unit)
        scaled = _unit_behind.search(re.sub(r"(?<=\d)(?=[a-z])", " ", high, flags=re.IGNORECASE))
        if scaled and not re.search("[a-z]", low, re.IGNORECASE):
            low = f"{low} {scaled['scale']}"  # the 5 of "5-10k" is in thousands, too
        found = amount(low, decimal_comma=decimal_comma, unit=unit)
        return found if found is not None and top is not None and 0 <= found < top else None
    return amount(low, decimal_comma=decimal_comma, unit=unit)


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
