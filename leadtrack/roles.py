"""Whose columns they are, as the sheet as a whole shows: what its headers have in common is not what tells them apart.

"Name (First)" beside "Name (Last)", "Borrower: E-mail", and "Zorgvrager Voornaam, Zorgvrager Achternaam" are the lead's
own first name, e-mail and so on, where the sheet has no other columns for these.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from leadtrack.glossary import lexicon, tokens
from leadtrack.headers import Meaning, read
from leadtrack.plain import normalise
from leadtrack.spellings import WHICH

_BRACKETED = re.compile(r"^\s*(?P<base>[^()\[\]]+?)\s*[(\[](?P<part>[^()\[\]]+)[)\]]\s*$")
_PARTED = re.compile(r"^\s*(?P<base>.+?)\s*(?::|>|→|\||/|\s[-–—]|\.(?=[^\W\d_]{3}))\s*(?P<part>\S.*)$")
_PERSON = frozenset({"first_name", "last_name", "full_name"})
_PLACE = frozenset({"street", "city", "state", "postal_code"})
_OWN = _PERSON | _PLACE | {"email", "phone", "mobile", "company", "title", "country", "county", "website"}
# Others whom a sheet of leads may name, but never as the lead.
_NEVER = frozenset({"other", "referred", "created", "staff", "notes", "source", "linkedin", "web"})


def meanings(headers: Sequence[str | None]) -> list[Meaning]:
    """The meaning of each header, read within its sheet."""
    found = [read(header) if header and header.strip() else Meaning(None) for header in headers]
    _own_of_the_system(headers, found)
    _listings(headers, found)
    _lines_of_insurance(headers, found)
    _shared_brackets(headers, found)
    _parts_of_one(headers, found)
    _shared_beginnings(headers, found)
    _owners(headers, found)
    _guardians(headers, found)
    _the_first_of_two(headers, found)
    _rivals(headers, found)
    return found


def _own_of_the_system(headers: Sequence[str | None], found: list[Meaning]) -> None:
    """ "_url" and "_post_id" beside "your-email" are a form's own; where all begin so it says nothing."""
    own = [position for position, header in enumerate(headers) if header and header.strip().startswith("_")]
    if 2 * len(own) <= len(headers):
        for position in own:
            if found[position].field != "created_at":
                found[position] = Meaning(None, settled=True)


_INSURED = re.compile(r"\b(?:policy|premium|carrier|insur(?:er|ance)|polic[ey]|x ?date|renewal)\b")
_LINE_OF_INSURANCE = frozenset({"line of business", "lob", "lines of business", "business line", "type of business"})


def _lines_of_insurance(headers: Sequence[str | None], found: list[Meaning]) -> None:
    """Where policies are sold, a "Line of Business" of Auto and Home is what was asked for, and nobody's trade."""
    normals = [normalise(header or "") for header in headers]
    if not any(map(_INSURED.search, normals)):
        return
    for position, normal in enumerate(normals):
        if normal in _LINE_OF_INSURANCE:
            found[position] = Meaning(None, settled=True)


_LISTED = re.compile(
    r"\b(?:mls|listing|list price|asking price|beds|bedrooms|baths|bathrooms|objektnr|objekt nr|objekt id|kaufpreis|"
    r"kaltmiete|exposes?|ref bien|ref inmueble|zimmer|tipologia|quartos|preco pedido|habitaciones|precio de venta|"
    r"vani)\b"
)
_PROPERTY = re.compile(
    r"^(?:property|listing|objekt\w*|bien|inmueble|imovel|immobile|object) |"
    r" (?:of (?:the )?property|des objekts|du bien|del inmueble|do imovel|dell immobile|van (?:het )?(?:pand|object))$"
)


def _listings(headers: Sequence[str | None], found: list[Meaning]) -> None:
    """Where a sheet tells of what is for sale, "Property Address" is where that is, and not where the lead is."""
    normals = [normalise(header or "") for header in headers]
    if not any(map(_LISTED.search, normals)):
        return
    for position, normal in enumerate(normals):
        if _PROPERTY.search(normal) and found[position].field in _PLACE:
            found[position] = Meaning(None, settled=True, concepts=found[position].concepts)


def _shared_brackets(headers: Sequence[str | None], found: list[Meaning]) -> None:
    """ "Name (First)", "Name (Last)": brackets are no mere notes where columns share what is before them."""
    groups: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for position, header in enumerate(headers):
        if header and (match := _BRACKETED.match(header)):
            groups[normalise(match["base"])].append((position, match["base"], match["part"]))
    for group in groups.values():
        if len(group) < 2 or len({normalise(part) for _, _, part in group}) < 2:
            continue
        readings = [(position, read(f"{base} {part}"), read(part), read(base)) for position, base, part in group]
        if not any(one.settled and one.field for _, whole, alone, _ in readings for one in (whole, alone)):
            continue
        outside = _fields(found, (position for position, *_ in group))
        apart = {alone.field for *_, alone, _ in readings if alone.settled} & _OWN
        # "Project Address (City)" is the lead's where no other column has a city
        only = len(apart) > 2 and not apart & outside
        for position, whole, alone, base_meaning in readings:
            known = whole.settled and (whole.field or not only)
            if known or not (alone.settled and alone.field in _OWN) or base_meaning.concepts & _NEVER:
                found[position] = whole if whole.settled or not found[position].settled else found[position]
            else:
                found[position] = alone


_QUALIFIED = re.compile(
    r"^\s*(?P<base>[^()\[\]:,>→|]+?)\s*(?:[:,>→|(\[]|\s[-–—]\s)\s*(?P<part>[^()\[\]]+?)\s*[)\]]?\s*$"
)
# What forms call the first and the last name where "name" is said already.
_ORDER = {
    **dict.fromkeys(("first", "primo", "primero", "primer", "primeiro", "premier", "erster", "eerste"), "first_name"),
    **dict.fromkeys(("last", "ultimo", "dernier", "letzter", "laatste"), "last_name"),
}


def _parts_of_one(headers: Sequence[str | None], found: list[Meaning]) -> None:
    """ "Naam - Voornaam" beside "Naam - Achternaam", "Werkadres, plaats" beside "Werkadres, postcode": each holds the
    part that it names, and not the whole."""
    groups: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for position, header in enumerate(headers):
        if header and (match := _QUALIFIED.match(header)):
            groups[normalise(match["base"])].append((position, match["base"], match["part"]))
    for group in groups.values():
        whole = read(group[0][1])
        own = _PERSON if whole.concepts == {"name"} else _PARTS_OF_ADDRESS if "address" in whole.concepts else None
        if own is None or not whole.settled:
            continue
        parts = {position: _part(part, own) for position, _, part in group}
        named = {position: part for position, part in parts.items() if part}
        if len({part.field for part in named.values()}) > 1:
            loss = WHICH[whole.which][1] if whole.which else 0.0
            for position, part in named.items():
                if found[position].field != part.field:
                    found[position] = replace(
                        part, confidence=part.confidence - loss, which=whole.which, whose=whole.whose
                    )


_PARTS_OF_ADDRESS = _PLACE | {"county", "country"}


def _part(text: str, own: Collection[str]) -> Meaning | None:
    field = _ORDER.get(normalise(text)) if own is _PERSON else None
    meaning = Meaning(field, 0.95, "known spelling", settled=True) if field else read(text)
    return meaning if meaning.settled and meaning.field in own else None


def _shared_beginnings(headers: Sequence[str | None], found: list[Meaning]) -> None:
    """Headers that begin with the same strange words, and go on with known ones: the strange words are the lead."""
    groups: dict[str, list[tuple[int, Meaning]]] = defaultdict(list)
    for position, header in enumerate(headers):
        if not header or (found[position].settled and found[position].field):
            continue
        for beginning, rest in _beginnings(header):
            meaning = read(rest)
            if meaning.settled and meaning.field in _OWN:
                groups[beginning].append((position, meaning))
                break
    for group in groups.values():
        inside = {position for position, _ in group}
        fields = {meaning.field for _, meaning in group}
        outside = _fields(found, inside)
        if len(fields) < 2:
            continue
        person, place = bool(fields & _PERSON) or {"email", "phone"} <= fields, len(fields & _PLACE) > 1
        if (person and not outside & _PERSON) or (place and "street" in fields and "street" not in outside):
            for position, meaning in group:
                found[position] = meaning


def _beginnings(header: str) -> Iterable[tuple[str, str]]:
    """(beginning, rest): what stands before a mark that parts, and the first one or two words if nobody knows them."""
    if (match := _PARTED.match(header)) and not _named(match["base"]):
        yield normalise(match["base"]), match["part"]
    words = normalise(header).split()
    for length in (1, 2):
        start = " ".join(words[:length])
        if length < len(words) and lexicon().get(words[length - 1]) is None and not words[length - 1].isdigit():
            yield start, " ".join(words[length:])


def _named(base: str) -> bool:
    """Whether a beginning names somebody or something that is not the lead."""
    return any(meaning in _NEVER or meaning in ("owner", "rival") for _, meaning in tokens(normalise(base)))


def _fields(found: Sequence[Meaning], but: Iterable[int] = ()) -> set[str]:
    left_out = set(but)
    return {meaning.field for position, meaning in enumerate(found) if meaning.field and position not in left_out}


_OWNER = re.compile(r"^(?:property |business |home |account )?owners? (?:(?P<number>\d) )?(?P<rest>.+)$")


def _owners(headers: Sequence[str | None], found: list[Meaning]) -> None:
    """In lists of properties and businesses the owner is the lead: "Owner First Name" where nobody else has names."""
    group = [
        (position, match)
        for position, header in enumerate(headers)
        if header and (match := _OWNER.match(normalise(header)))
    ]
    readings = [(position, read(match["rest"] + " " + (match["number"] or "")), match) for position, match in group]
    own = [(position, meaning) for position, meaning, _ in readings if meaning.field in _OWN and meaning.settled]
    names = {meaning.field for _, meaning in own} & _PERSON
    outside = _fields(found, (position for position, _ in group))
    alone = {"first_name", "last_name"} <= names or (names and {meaning.field for _, meaning in own} - _PERSON)
    if not alone or outside & _PERSON or ("first_name" not in names and "email" in outside):
        return
    for position, meaning, match in readings:
        if int(match["number"] or 1) > 1:
            found[position] = Meaning(None, settled=True, concepts=meaning.concepts)
        elif meaning.field in _OWN and meaning.settled:
            found[position] = meaning


_GUARDIAN = re.compile(
    r"^(?:(?P<number>\d) ?(?:st|nd)? )?(?:primary |main |contact )?"
    r"(?:parents?|guardians?|carers?|mothers?|fathers?|mum|mom|dad|eltern|erziehungsberechtigte\w?|padres?|madre|tutor|"
    r"responsable legal|responsavel|genitor[ei]|ouders?|verzorger)"
    r"(?: (?:or |and |und |oder |o |ou |of |e |et )?(?:guardians?|carers?|tutor|verzorger))?"
    r"(?: (?P<after>\d))? (?P<rest>.+)$"
)


def _guardians(headers: Sequence[str | None], found: list[Meaning]) -> None:
    """Where only a parent can be reached, the parent is the lead and not the child: "Parent name, Parent email"."""
    group = []
    for position, header in enumerate(headers):
        match = _GUARDIAN.match(normalise(header)) if header else None
        if match and int(match["number"] or match["after"] or 1) == 1:
            group.append((position, read(match["rest"])))
    own = [(position, meaning) for position, meaning in group if meaning.settled and meaning.field in _OWN]
    fields = {meaning.field for _, meaning in own}
    outside = _fields(found, (position for position, _ in group))
    if not fields & _PERSON or not fields & _REACHED or outside & _REACHED:
        return
    for position, meaning in enumerate(found):
        if meaning.field in _PERSON:
            found[position] = Meaning(None, settled=True, concepts=meaning.concepts)
    for position, meaning in own:
        found[position] = meaning


_NUMBERED = re.compile(
    r"^(?:.* )?(?:partner|person|spouse|client|customer|applicant|insured|borrower|guest|travell?er|passenger|adult|"
    r"member|buyer|seller|tenant|resident|kunde|kaufer|mieter|cliente|titular|intestatario|klant|koper|huurder|client[ei])"
    r" (?P<number>[12])(?: (?P<rest>.+))?$"
)


def _the_first_of_two(headers: Sequence[str | None], found: list[Meaning]) -> None:
    """Of "Partner 1 email" and "Partner 2 email" the first is the lead, where nobody else has a name."""
    groups: dict[str, dict[int, str]] = {"1": {}, "2": {}}
    for position, header in enumerate(headers):
        if header and (match := _NUMBERED.match(normalise(header))):
            groups[match["number"]][position] = match["rest"] or "full name"
    both = {*groups["1"], *groups["2"]}
    if not groups["1"] or not groups["2"] or _fields(found, both) & _PERSON:
        return
    for position, rest in groups["1"].items():
        meaning = read(rest)
        if meaning.settled and meaning.field in _OWN:
            found[position] = meaning
    for position in groups["2"]:
        found[position] = Meaning(None, settled=True, concepts=found[position].concepts)


_REACHED = frozenset({"email", "phone", "mobile"})


def _rivals(headers: Sequence[str | None], found: list[Meaning]) -> None:
    """Where a sheet has columns of an invitee, the columns of a user are those of the seller."""
    reached = _PERSON | {"email", "phone"}
    if sum(meaning.whose == "person" and meaning.field in reached for meaning in found) < 2:
        return
    for position, meaning in enumerate(found):
        if normalise(headers[position] or "") in _SELLERS_USER:
            found[position] = Meaning("owner", 0.7, "the user whom they met", settled=True)
        elif meaning.whose == "rival":
            found[position] = Meaning(None, settled=True, concepts=meaning.concepts)


_SELLERS_USER = frozenset(
    {"user name", "user", "host name", "host", "organizer name", "organiser name", "assigned host"}
)
_QUESTION = re.compile(r"^(?:custom )?(?:question|frage|pregunta|pergunta|domanda|vraag|q)(?: ?(?P<number>\d{1,2}))?$")
_ANSWER = re.compile(
    r"^(?:custom )?(?:response|answer|antwort|reponse|respuesta|resposta|risposta|antwoord|a)"
    r"(?: ?(?P<number>\d{1,2}))?$"
)


def answered(headers: Sequence[str | None], asked: Sequence[str | None], found: list[Meaning]) -> None:
    """ "Question 1" beside "Response 1": where one question is asked in all rows, it heads the column of the answers.

    `asked` is the one value of each column, None where it has several or none.
    """
    questions: dict[str, str] = {}
    for header, value in zip(headers, asked, strict=True):
        if value and (match := _QUESTION.match(normalise(header or ""))):
            questions[match["number"] or ""] = value
    if not questions:
        return
    for position, header in enumerate(headers):
        match = _ANSWER.match(normalise(header or ""))
        if not match or (match["number"] or "") not in questions:
            continue
        meaning = read(questions[match["number"] or ""])
        if meaning.settled and meaning.field and meaning.confidence >= _AS_ASKED:
            found[position] = replace(meaning, confidence=min(meaning.confidence, 0.8), why="what was asked")


_AS_ASKED = 0.5
