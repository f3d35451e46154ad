"""Whether a column of full names has the last name first: its header says so, or its capitals do.

"Cognome e nome" of "Rossi Mario", "Apellidos y nombre" of "García López Ana", and the "DUPONT Jean" of French lists.
"""

from collections.abc import Iterable

from leadtrack.countries import fold
from leadtrack.given_names import GIVEN_NAMES
from leadtrack.names import is_company, shouted
from leadtrack.patterns import Pattern
from leadtrack.plain import normalise

_AND = r"(?: (?:e|et|y|und|en|and|ou|o|oder|or))?"
_LAST_FIRST = Pattern(
    r"\b(?:"
    rf"nom(?: de famille)?{_AND} prenoms?|(?:nach|zu|familien)?name{_AND} (?:vor|ruf)namen?|cognome{_AND} nome|"
    rf"sobrenome{_AND} nome|apelidos?{_AND} nome|achternaam{_AND} voornaam|naam{_AND} voornaam|"
    rf"(?:last|family|sur) ?name{_AND} (?:first|given|fore) ?names?|surname{_AND} (?:first ?)?names?|last first)\b"
)
_SPANISH = Pattern(rf"\bapellidos?{_AND} nombres?\b")
# So many of the cells of several words.
_MOST, _HARDLY_ANY = 0.6, 0.1
_FEW, _SEVERAL = 2, 5
# Companies in capitals have a place behind them ("SAP Walldorf"), people a name that others have, too.
_KNOWN = 0.2
_LONGEST = 200


def surnames(header: str, cells: Iterable[str]) -> int:
    """How many last names stand before the first name in a column of full names: 0, 1, or 2 as in Spain."""
    names = (cell for cell in cells if len(cell) <= _LONGEST and "," not in cell and not is_company(cell))
    people = [words for name in names if len(words := name.split()) > 1]
    ahead, behind = (sum(map(_is_given, (words[place] for words in people))) for place in (0, -1))
    normal = normalise(header)
    spanish = _SPANISH.search(normal)
    if spanish or _LAST_FIRST.search(normal):
        # "Nom et prénom" of "Jean Dupont" names what is there, and not the order
        return 0 if ahead >= _FEW and ahead > 2 * behind else 2 if spanish else 1
    turned = [words[place:] for words in people if (place := shouted(words))]
    known = sum(_is_given(given[0]) for given in turned)
    if len(turned) >= _FEW and len(turned) >= _MOST * len(people) and known >= _KNOWN * len(turned):
        return 1
    return int(len(people) >= _SEVERAL and behind >= _MOST * len(people) and ahead <= _HARDLY_ANY * len(people))


def _is_given(word: str) -> bool:
    return fold(word.partition("-")[0]) in GIVEN_NAMES
