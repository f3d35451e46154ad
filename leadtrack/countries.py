"""Countries and their states: what people write, as ISO codes.

`country_code("Deutschland")` is "DE", `state_code("Calif.", "US")` is "CA": the code of ISO 3166-1 with two letters,
and that of ISO 3166-2 without the country's prefix. Text that cannot be read gives None; nothing is guessed from
likeness. Both are look-ups in tables (country_names, state_names) that are unfolded at the first call.
"""

import unicodedata
from functools import cache, lru_cache

from leadtrack.country_names import COUNTRY_NAMES
from leadtrack.patterns import Pattern
from leadtrack.state_names import STATE_NAMES

# The territories of the United States that have a country code of their own, and the constituents of the United
# Kingdom:
# as a "country" they stand for the country's state.
STATES_WRITTEN_AS_COUNTRIES = {
    ("GB", "england"): "ENG",
    ("GB", "scotland"): "SCT",
    ("GB", "wales"): "WLS",
    ("GB", "northernireland"): "NIR",
}
SILENT_WORDS = frozenset(("and", "the"))
# a longer text is no place's name
LONGEST = 120
_words = Pattern(r"[^\W_]+")
_code_beside_name = Pattern(r"(?P<name>[^()]+?)\s*(?:\((?P<code>[A-Za-z]{2,3})\)|-\s(?P<code2>[A-Za-z]{2,3}))\Z")
_prefixed_code = Pattern(r"(?P<country>[A-Za-z]{2})-(?P<code>[A-Za-z0-9]{1,3})\Z")


@lru_cache(maxsize=1 << 12)
def fold(name: str) -> str:
    """The letters and digits of a place's name, without case, accents, "and" and "the"; "St." becomes "saint"."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    said = _words.findall(name.casefold().replace("'", ""))
    # "AND" alone is Andorra
    words = [word for word in said if word not in SILENT_WORDS] or said
    return "".join("saint" if word == "st" and len(words) > 1 else word for word in words)


@cache
def _countries() -> dict[str, str]:
    codes: dict[str, str] = {}
    aliases: list[tuple[str, str]] = []
    for entry in COUNTRY_NAMES.replace("\n  ", " ").strip().split("\n"):
        code, *names = entry.split("|")
        codes[code.casefold()] = code
        aliases.extend((name, code) for name in names)
    for name, code in aliases:
        codes.setdefault(fold(name), code)
    codes.pop("", None)
    return codes


@cache
def _states(country: str) -> dict[str, str]:
    codes: dict[str, str] = {}
    aliases: list[tuple[str, str]] = []
    code = ""
    for name in STATE_NAMES.get(country, "").replace("\n", "|").strip("|").split("|"):
        if "=" in name:
            code, name = name.split("=")
            codes[code.casefold()] = code
        if name:
            aliases.append((name, code))
    for name, code in aliases:
        codes.setdefault(fold(name), code)
    return codes


@cache
def _states_anywhere() -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for country in STATE_NAMES:
        for name, code in _states(country).items():
            found.setdefault(name, set()).add((country, code))
    return found


def country_code(text: str) -> str | None:
    """The ISO 3166-1 code of two letters of a country written as a code or name, None when it is none that we know."""
    if len(text) > LONGEST:
        return None
    codes = _countries()
    code = codes.get(fold(text))
    if code is None and (both := _code_beside_name.match(text.strip())):
        code = codes.get(fold(both["name"])) or codes.get((both["code"] or both["code2"]).casefold())
    return code


def state_code(text: str, country: str) -> str | None:
    """The ISO 3166-2 code (without prefix) of a state of `country`, an ISO code; None when it is none that we know."""
    codes = _states(country)
    if not codes or len(text) > LONGEST:
        return None
    code = codes.get(fold(text))
    if code is None:
        if both := _code_beside_name.match(text.strip()):
            return codes.get(fold(both["name"])) or codes.get((both["code"] or both["code2"]).casefold())
        if (prefixed := _prefixed_code.match(text.strip())) and prefixed["country"].upper() == country:
            return codes.get(prefixed["code"].casefold())
    return code


def state_anywhere(text: str) -> tuple[str, str] | None:
    """(country, state) of a state's name that only one country has: "New South Wales", "NSW", "Ontario", "BC".

    Codes of two letters count for Canada alone, because only there do people write them without the country.
    """
    name = fold(text[:LONGEST])
    found = _states_anywhere().get(name, set())
    if len(found) != 1:
        return None
    country, code = next(iter(found))
    if len(name) < 3 and country != "CA":
        return None
    return country, code


def state_written_as_country(text: str, country: str) -> str | None:
    """The state that a country's cell names along with the country: "Scotland" is SCT in GB."""
    return STATES_WRITTEN_AS_COUNTRIES.get((country, fold(text)))
