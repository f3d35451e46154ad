"""Headers as plain words, so that spellings can be compared."""

import re
import unicodedata
from functools import lru_cache

_ZERO_WIDTH = re.compile("[\ufeff\u200b-\u200f\u202a-\u202e\u2060\xad]")
_API_SUFFIX = re.compile(r"__(?:c|pc|r)$", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[^\W_\d])(?=\d)|(?<=\d)(?=[^\W_\d])")
_POSSESSIVE = re.compile(r"['’`´]s\b|(?<=n)['’`´](?=t\b)", re.IGNORECASE)
# "Email #2" is the second e-mail, "Phone #" its number.
_HASH = re.compile(r"#\s*(?=\d)")
_APART = re.compile(r"[^a-z0-9]+")
_MAIL_WORD = re.compile(r"\be[-_ ]?mail", re.IGNORECASE)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def normalise(header: str) -> str:
    """Plain lower-case words: "E-Mail Adresse:" -> "e mail adresse", "LeadSource__c" -> "lead source".

    CamelCase and digits are taken apart, accents folded, a byte order mark, stars and question marks dropped,
    signs that are words ("#", "%", "$") written out.
    """
    text = _API_SUFFIX.sub("", _ZERO_WIDTH.sub("", header).strip())
    text = _MAIL_WORD.sub(" email", text)
    text = _POSSESSIVE.sub("", text)
    text = _HASH.sub(" ", text).replace("#", " number ").replace("№", " number ").replace("%", " percent ")
    text = text.replace("$", " usd ").replace("€", " eur ").replace("£", " gbp ")
    return _APART.sub(" ", _fold(_CAMEL.sub(" ", unicodedata.normalize("NFC", text)))).strip()
