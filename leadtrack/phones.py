"""Telephone numbers: what is in a cell, as E.164 with the extension behind ("+15046218927;ext=3", as RFC 3966 has it).

phonenumbers is the judge. `quick` decides the ten digits of the North American plan without it, with the same answer,
in under a microsecond. A number is kept when it is possible (its length fits its country's plan), because a number
that a salesperson really has may be too new for the tables, or made up for a test. A number without its area code is
none: the library calls it possible, but nobody else could dial it.
"""

import re

from leadtrack.patterns import Pattern
from leadtrack.texts import words

# Countries and territories of the North American Numbering Plan whose ten-digit numbers are read the same way (country
# code 1, no rule of their own that rewrites digits).
NANP = frozenset(("US", "CA", "PR"))
# what a number may be dressed in, and nothing is lost by taking off; a "+" is not among it
UNDRESSED = dict.fromkeys(map(ord, " ()-.\u00a0\u2010\u2011\u2013"))
_nanp_extension = Pattern(
    r"(?:\+?1[ .-]?)?\(?([2-9]\d\d)\)?[ .-]{0,3}(\d{3})[ .-]{0,2}(\d{4})[ ,;]{0,2}"
    r"(?:x|ext|extension)[.:]? ?(\d{1,6})\Z",
    re.IGNORECASE | re.ASCII,
)
# of these, and of the numbers below, nothing but the number can be meant
_nanp_x = Pattern(
    r"(?:\+?1[ .-]?)?\(?([2-9]\d\d)\)?[ .-]{0,3}(\d{3})[ .-]{0,2}(\d{4})[ ,;]{0,2}x ?(\d{1,6})\Z", re.ASCII
)
_nanp_slashed = Pattern(r"\(?([2-9]\d\d)\)? ?/ ?(\d{3})[ .-]?(\d{4})\Z", re.ASCII)
_scientific = Pattern(r"([+-]?\d(?:[.,]\d+)?)[eE]\+?(\d{1,2})\Z", re.ASCII)
_decimal = Pattern(r"(\+?\d{7,15})[.,]0{1,2}\Z", re.ASCII)
_label = Pattern(
    r"\A(?:(?:p|tel|t|ph|phone|telefon|telephone|téléphone|mobile?|mob|cell|handy|m|c|h|w|o|home|work|office|fax|f|whatsapp|wa)"
    r"\b\s*(?:no\b|nr\b|number\b|#)?[.:]{0,2}\s*)+(?=[+(\d])",
    re.IGNORECASE,
)
_separated = Pattern(r"\s*(?:[;|\n\r,/&]|\bor\b|\band\b|\boder\b|\bund\b|\bou\b|\bo\b)\s*", re.IGNORECASE)
_runs = Pattern(r"(?<![\d+])(?:\+?1[ .-]?)?\(?[2-9]\d\d\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)", re.ASCII)
_bracketed_word = Pattern(r"\([^()\d]*\)|\[[^\[\]\d]*\]")
_word = Pattern(r"[^\W\d_]{2,}")
_extension_word = Pattern(r"\b(?:ext|extension|extn|x|durchwahl|poste|anexo)\b|x\d", re.IGNORECASE)
_stray_words = Pattern(r"[^\W\d_]+[.:]?")
_zero_in_brackets = Pattern(r"(?<=\d)\s*\(0\)\s*")
_digit = Pattern(r"\d")
_letters = Pattern(r"[^\W\d_]+")
_vanity = Pattern(r"[+\d(][\d ().-]{3,}[A-Za-z][A-Za-z-]{2,}\Z")
# words in a telephone's cell that say nothing but that it is a telephone
SILENT_WORDS = words("p t tel ph phone telefon telephone téléphone teléfono x ext extn extension no nr e")


def quick(text: str, region: str) -> str | None:
    """A plain number of the North American plan as E.164; None when it is none or the library must say."""
    if text[-1:] == "0" and _decimal.match(text):
        return None
    digits = text.replace("-", "").replace(" ", "").replace("(", "").replace(")", "").replace(".", "")
    if not digits.isascii():
        digits = digits.translate(UNDRESSED)
    size = len(digits)
    if size == 10:
        if region in NANP and digits.isdecimal() and digits.isascii() and digits[0] > "1":
            return "+1" + digits
    elif size == 11:
        if region in NANP and digits.isdecimal() and digits.isascii() and digits[0] == "1" and digits[1] > "1":
            return "+" + digits
        if region in NANP and digits[3] == "/" and (parts := _nanp_slashed.match(text)):
            return "+1" + parts[1] + parts[2] + parts[3]
    elif size == 12 and digits[:2] == "+1" and digits[1:].isdecimal() and digits.isascii() and digits[2] > "1":
        return digits
    if region in NANP and "x" in digits and (parts := _nanp_x.match(text)):
        return f"+1{parts[1]}{parts[2]}{parts[3]};ext={parts[4]}"
    return None


def judged(text: str, region: str | None) -> str | None:
    """E.164 by phonenumbers of a text that is one number; None unless its length is possible for its country."""
    import phonenumbers as library

    try:
        number = library.parse(text, region)
    except library.NumberParseException:
        return None
    if library.is_possible_number_with_reason(number) != library.ValidationResult.IS_POSSIBLE:
        return None
    if number.country_code == 1 and number.italian_leading_zero:  # "030 1234567" has ten digits, and is from elsewhere
        return None
    plain = library.format_number(number, library.PhoneNumberFormat.E164)
    return f"{plain};ext={number.extension}" if number.extension else plain


def one(text: str, region: str, default: str) -> str | None:
    """One number, read in the lead's region, then in the team's; None when it is none."""
    if number := quick(text, region):
        return number
    if region in NANP and (parts := _nanp_extension.match(text)):
        return f"+1{parts[1]}{parts[2]}{parts[3]};ext={parts[4]}"
    size = len(_digit.findall(text))
    if not 5 <= size <= 25:
        return None
    text = _zero_in_brackets.sub(" ", text)
    if number := judged(text, region):
        return number
    plain = text.translate(UNDRESSED)
    if plain.startswith("00") and (number := judged("+" + plain[2:], None)):
        return number
    if (old := _old_mexican.match(plain)) and (number := judged(f"+52{old[1]}", None)):
        return number
    if default != region and (number := quick(text, default) or judged(text, default)):
        return number
    if 11 <= size <= 15 and plain.isdecimal() and _is_valid(number := "+" + plain):
        return number
    return None


# Until 2019 mobiles in Mexico were dialled with a 1, and many are still written so.
_old_mexican = Pattern(r"(?:\+|00)?521(\d{10})\Z")


def _is_valid(number: str) -> bool:
    import phonenumbers as library

    try:
        return library.is_valid_number(library.parse(number, None))
    except library.NumberParseException:
        return False


def is_american(cell: str) -> bool:
    """Whether a cell without a country's prefix is a number of the United States, and not only as long as one."""
    number = judged(cell, "US")
    return number is not None and number.startswith("+1") and _is_valid(number)


def undone(text: str) -> str | None:
    """What a spreadsheet did to the digits, undone: "4.155550123E9" and "5046218927.0"; "" when digits were lost by it.

    None when the text is not of that kind. Fewer than seven digits before the exponent ("4.16E+09") mean that the sheet
    was saved as it was displayed, and nobody can tell the number any more.
    """
    if whole := _decimal.match(text):
        return whole[1]
    if parts := _scientific.match(text):
        mantissa, exponent = parts[1].lstrip("+").replace(",", "."), int(parts[2])
        head, _, fraction = mantissa.partition(".")
        if not 7 <= len(head + fraction) <= exponent + 1 <= 16:
            return ""
        return (head + fraction).ljust(exponent + 1, "0")
    return None


def read(cell: str, region: str, default: str) -> tuple[list[str], str, str]:
    """(numbers, what else the cell says, what was mended) of a stripped cell; no number when none can be read."""
    restored = undone(cell)
    if restored is not None:
        number = one_dressed(restored, region, default)
        return ([number], "", "number format undone") if number else ([], cell, "")
    if number := one_dressed(cell, region, default):
        return [number], _remark(cell), ""
    found, rest = _gather(_separated.split(cell), region, default)
    if not found and (runs := _runs.findall(cell)):
        found, rest = _gather(runs, region, default)
        rest.append(_remark(_runs.sub(" ", cell)).strip())
    return found, " ".join(piece for piece in rest if piece), ""


def one_dressed(text: str, region: str, default: str) -> str | None:
    """One number that may have a label before it ("p:", "tel.") or a remark in brackets after it."""
    bare = _label.sub("", text).strip("' \t*~`\"\u200e\u200f\u202a\u202c\u200b")
    bare = _bracketed_word.sub("", bare).strip()
    if _word.search(bare) and not _extension_word.search(bare):
        # letters that stand for digits are the library's affair; other words are not part of a number
        return judged(bare, region) if _vanity.match(bare) else None
    return one(bare, region, default)


def _remark(cell: str) -> str:
    """The whole cell when it says more than a number: "504-621-8927 (cell)"; else nothing."""
    words = (word.casefold() for word in _letters.findall(cell))
    return cell if any(word not in SILENT_WORDS for word in words) else ""


def _gather(pieces: list[str], region: str, default: str) -> tuple[list[str], list[str]]:
    found: list[str] = []
    rest: list[str] = []
    for piece in pieces:
        number = one_dressed(piece, region, default)
        if number is None and _word.search(piece) and not _extension_word.search(piece):
            number = one(_stray_words.sub(" ", piece).strip(" :.,-"), region, default)
        if number is None:
            rest.append(piece)
            continue
        rest.append(_remark(piece))
        if number not in found:
            found.append(number)
            # "+91 90000 40001 / 90000-40002": the second number is dialled from where the first one is
            region = _region(number) or region
    return found, rest


def _region(number: str) -> str | None:
    if number.startswith("+1"):
        return None
    import phonenumbers as library

    return library.region_code_for_number(library.parse(number, None))
