"""Whether a sheet was written outside the United States, so that a team there may not take its rows for its own.

A German PLZ has five digits as a ZIP has, and lies in New York only by chance. A sheet that calls its postal codes by a
word of another country, or whose headers are plainly not English, does not say where its rows are: each must say it
itself, by its country, or by a state or city in which its ZIP lies.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from leadtrack.patterns import Pattern

if TYPE_CHECKING:
    from leadtrack.gathering import Mapped

#: Stands for the country of such a lead where it is asked for: not known, and not to be taken for the team's.
UNKNOWN = "country unknown"

_ADDRESS = frozenset({"postal_code", "city", "street"})
_PHONES = frozenset({"phone", "mobile"})
# What no American calls a ZIP; "Zip/Postcode" is one, "PLZ/Zip" may be either.
_POSTCODE = Pattern(r"\b(?:post ?codes?|post cd|pin ?code(?: no)?|pin(?: no)?|eircode)\b")
_FOREIGN_CODE = Pattern(
    r"\b(?:plz|\w*postleitzahl\w*|npa|cp|c p|cep|cap|c a p|code ?postal|(?:codice|cod) postale?|codigo postal|"
    r"c postal|cod post|c post|post ?nr|postnummer|post ?kode)\b"
)
_ZIP = Pattern(r"\bzip")
# Words that are plainly of another language, and of English; those that both have (name, note, status) are neither.
_FOREIGN = Pattern(
    r"\b(?:vornamen?|nachnamen?|zuname|familienname|firma|firmen\w*|unternehmen\w*|strasse\w*|hausnr|hausnummer|ort|stadt|"
    r"wohnort|bundesland|telefon\w*|rufnummer|handy\w*|mobilnummer|mobiltelefon|ansprechpartner\w*|anrede|anschrift|adresse|"
    r"bemerkung\w*|notizen|kunde|kunden\w*|quelle|herkunft|umsatz|mitarbeiter\w*|branche|datum|erstellt|plz|postleitzahl|"
    r"prenoms?|noms?|societe|entreprise|ville|rue|pays|courriel|fonction|commentaires?|remarques?|secteur|effectif|"
    r"civilite|nombres?|apellidos?|empresa|movil|ciudad|provincia|pais|direccion|correo|fecha|notas|"
    r"observaciones|calle|poblacion|puesto|origen|nome|sobrenome|apelido|celular|cidade|endereco|morada|telemovel|bairro|"
    r"observacoes|origem|cognome|azienda|ragione sociale|citta|indirizzo|cellulare|paese|comune|regione|voornaam|"
    r"achternaam|bedrijf\w*|straat\w*|huisnummer|huisnr|plaats|woonplaats|telefoon\w*|mobiel|opmerking\w*|gemeente)\b"
)
_ENGLISH = Pattern(
    r"\b(?:first|last|full|company|business|organization|phone|cell|home|work|address|street|city|town|state|zip|county|"
    r"country|job|owner|created|customer|comments|revenue|employees|industry|updated|your?|the|of|is|how|what)\b"
)
# A name in one language only is too little to tell by, and so is a language in which a third of the headers is not.
_ENOUGH = 2
_NAMED = 3
_AMERICAN_FORM = Pattern(r"(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}\Z")
_MANY_PHONES = 3
_NEARLY_ALL = 0.9


def elsewhere(columns: Sequence["Mapped"]) -> str:
    """The headers that say that a sheet was not written for American addresses; "" where none do. Of a team there."""
    from leadtrack.plain import normalise  # the store knows UNKNOWN, and reads no headers

    headers = [normalise(column.header or "") for column in columns]
    for column, header in zip(columns, headers, strict=True):
        if column.field in _ADDRESS and (
            _FOREIGN_CODE.search(header) or (_POSTCODE.search(header) and not _ZIP.search(header))
        ):
            return column.name
    return ", ".join(columns[place].name for place in foreign(headers)[:_NAMED])


def foreign(headers: Sequence[str]) -> list[int]:
    """Which of these headers (normalised) are plainly not English, if the sheet as a whole is not."""
    english = sum(bool(_ENGLISH.search(header)) for header in headers)
    found = [place for place, header in enumerate(headers) if _FOREIGN.search(header) and not _ENGLISH.search(header)]
    return found if len(found) >= _ENOUGH and len(found) > 2 * english else []


def dialled_in_america(columns: Sequence["Mapped"], rows: Iterable[Sequence[str]]) -> bool:
    """Whether the telephones of a sample are Americans' beyond doubt: nearly all are valid there, and at least half
    have +1 before them or are written as Americans write them. Then its "Post Code" is a ZIP.
    """
    from leadtrack.phones import is_american

    cells = _phones(columns, rows)
    written = sum(cell.startswith("+1") or bool(_AMERICAN_FORM.match(cell)) for cell in cells)
    return bool(cells) and 2 * written >= len(cells) and sum(map(is_american, cells)) >= _NEARLY_ALL * len(cells)


def _phones(columns: Sequence["Mapped"], rows: Iterable[Sequence[str]]) -> list[str]:
    places = [column.position for column in columns if column.field in _PHONES]
    return [cell for row in rows for place in places if place < len(row) and (cell := row[place].strip())]


def american_phones(columns: Sequence["Mapped"], rows: Iterable[Sequence[str]]) -> bool:
    """Whether nearly all telephone numbers of a sample without a country's prefix are valid American ones.

    Of another country's numbers of ten digits half or more are not, since their area codes begin otherwise; so a few
    tell nothing, unless they are written as Americans write them.
    """
    from leadtrack.phones import is_american

    # a prefix tells by itself
    local = [cell for cell in _phones(columns, rows) if not cell.startswith(("+", "00"))]
    valid = [cell for cell in local if is_american(cell)]
    enough = len(local) >= _MANY_PHONES or (valid and all(map(_AMERICAN_FORM.match, valid)))
    return bool(enough) and len(valid) >= _NEARLY_ALL * len(local)
