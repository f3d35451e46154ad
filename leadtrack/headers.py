"""What a header says, word by word: "E-mail 1 - Value" is the first e-mail address, "Mum email" is somebody else's.

A header is normalised to plain words, the words are looked up in the lexicon (`glossary`), and the meanings
together name a field, or none. Headers that speak of permission to write or to call are read first, by `permission`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from leadtrack import combinations, questions, spellings
from leadtrack.concepts import known_as, simplified
from leadtrack.glossary import completed, lexicon, tokens
from leadtrack.permission import permission, refused_on_a_day, refuses_texts
from leadtrack.plain import normalise
from leadtrack.typical_values import typical

_NOTE = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_EITHER = re.compile(r"\s*[/|,;&+]\s*|\s+(?:and|or|und|oder|et|ou|e|y|en)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A header read: the field that it names (None: none of ours), and how sure its words are.

    `settled` says that the words are understood and the answer stands, also when it is "none of our fields";
    `which` is "home", "work", ... or "", `ordinal` the number in "Phone 2" (1 where there is none), `line` whether that
    number counts lines of one address ("Address 2") and not addresses; `parts` the fields in "City / State". `whose`
    is "lead" where the header names the lead ("Invitee Email"), "rival" where it names somebody who may be another.
    """

    field: str | None
    confidence: float = 0.0
    why: str = ""
    settled: bool = False
    which: str = ""
    ordinal: int = 1
    line: bool = False
    parts: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()
    whose: str = ""


# What systems put before the names of their own fields: "custom.Lead Source", "cf_budget", "properties.email".
_BEFORE = re.compile(
    r"^\s*(?:(?:hs_analytics|hs|x_studio|mkto|msdyn|sfdc|zcrm|udf|_?wc(?:_order_attribution)?|wpcf7?|acf|gf)_|"
    r"custom(?:[_ ]?fields?)?[.:]|cf[._:]|(?:properties|attributes|fields|answers)\.|"
    r"(?:custom )?(?:q|question|frage|pregunta|pergunta|domanda|vraag)\s?\d{1,2}\s?(?:[:.)]|[-–]\s)|\d{1,2}[.)]\s)\s*",
    re.IGNORECASE,
)
# "Address (line 2)"
# "menu-provincia", "checkbox-112": what a form calls its own parts.
_TAGGED = re.compile(r"^(?:menu|select|radio|checkbox|acceptance|dropdown)[-_](?=[^\W\d])", re.IGNORECASE)
_STE = re.compile(r"\bSté\b\.?", re.IGNORECASE)  # without its accent it is a suite
_LINE = re.compile(r"[(\[]\s*((?:line|zeile|ligne|l[ií]nea|linha|riga|regel)\s*\d)\s*[)\]]", re.IGNORECASE)
# "2nd line of address"
_NTH_LINE = re.compile(r"\b([123])(?:st|nd|rd)\s+line\b", re.IGNORECASE)
_SLASHED = re.compile(r"\b(?:c/s/z|c/st/z|h/o|a/p|c/o|d/o/b)(?!\w)", re.IGNORECASE)
_SLASHED_WORDS = {
    "c/s/z": "city state zip",
    "c/st/z": "city state zip",
    "h/o": "homeowner",
    "a/p": "accounts payable",
    "c/o": "care of",
    "d/o/b": "dob",
}
_ZIP_AND_FOUR = re.compile(r"\bzip\s*(?:code)?\s*\+\s*4\b", re.IGNORECASE)
_DOTTED = re.compile(r"([^\W\d_]{3,})\.(?![^\W\d_])")
# "tel (m)", "Phone (w)"
_ONE_LETTER = {
    "m": "mobile",
    "c": "mobile",
    "w": "work",
    "b": "work",
    "o": "work",
    "d": "work",
    "g": "work",
    "h": "home",
    "p": "home",
}
# "Size (employees)", "Date (created)"
_SAID_IN_NOTES = frozenset(
    {"employees", "annual_revenue", "created_at", "company", "full_name", "first_name", "last_name"}
)
# The employees of one place, and not those of the company.
_HERE = re.compile(r"\b(?:single|this|local|here|part[- ]?time|pt)\b|\((?:site|location|branch)\)", re.IGNORECASE)
_REACHES = frozenset({"phone", "mobile", "email"})


# Whether a tax is in a sum: "Valor s/ IVA", "Est $ (ex GST)", "Budget excl. btw".
_TAXED = re.compile(
    r"[(\[]?(?:(?<![^\W\d_])(?:s|c|sin|con|sem|com|senza|sans|avec|excl?|incl?|inkl|exkl|zzgl|ex|inc|plus|ohne|without|with|"
    r"excluding|including|exclusief|inclusief)(?:\.|\s?/)?\s?|\+\s?)"
    r"(?:i\.?v\.?a|vat|mwst|ust|btw|gst|hst|tva|tax|taxes|impuestos?|impostos?)\b\.?(?:\s(?:incl?|excl?)\b\.?)?[)\]]?|"
    r"\b(?:iva|vat|mwst|btw|gst|tva)\s?(?:incl\w*|excl\w*|esclusa|inclusa|incluido|incluído|compris\w*)\.?",
    re.IGNORECASE,
)
# How a form leads up to what it asks: "First up, what's your *first name*?"
_LEADING_UP = re.compile(
    r"^\s*(?:(?:first(?:ly| up| off| things first| of all)|to start|to begin(?: with)?|"
    r"(?:last|finally|lastly|one last thing|"
    r"almost there|nearly done|okay|ok|great|thanks|perfect|nice|awesome|cool|zuerst|zunächst|pour commencer|"
    r"pour finir|para empezar|por último|para começar|per iniziare|infine|allereerst|tot slot)"
    r"(?=\s*[,.!:-]))\s*[,.!:-]?)\s+",
    re.IGNORECASE,
)
_IN_CASE = re.compile(
    r"\s+(?:in case|just in case|so (?:that )?we can|so we|falls|au cas où|por si|caso|nel caso)\s.+$", re.IGNORECASE
)
# "Got a website? Drop the link here."
_ANSWER_HERE = re.compile(
    r"\?\s+(?:please|drop|paste|enter|share|put|type|leave|tell|give|add|pop|insert|bitte|merci|indique|escribe|inserisci|vul)\b"
    r".*$",
    re.IGNORECASE,
)
_TAXES = ("va", "vat", "tva", "v.a", "mwst", "ust", "btw", "gst", "hst", "tax", "imp")


@lru_cache(maxsize=4096)
def _plainly(header: str) -> str:
    """A header without what systems, forms and accountants put around it."""
    header = _TAGGED.sub("", _BEFORE.sub("", header)) or header
    header = _STE.sub("société", header)
    lower = header.lower()
    if any(tax in lower for tax in _TAXES) and normalise(short := _TAXED.sub(" ", header)):
        header = short
    if header.count(" ") >= _CHATTY:
        header = _LEADING_UP.sub("", header)
        if "?" in header:
            header = _ANSWER_HERE.sub("?", _IN_CASE.sub("?", header))
    return header


_CHATTY = 4


def read(header: str, *, correct: Mapping[str, str] | None = None) -> Meaning:
    """The meaning of one header. `correct` maps words that nobody knows to the known word that they are typos of."""
    header = _plainly(header)
    header = _SLASHED.sub(
        lambda found: _SLASHED_WORDS[found.group().lower()], _LINE.sub(r" \1", _NTH_LINE.sub(r"line \1", header))
    )
    if _ZIP_AND_FOUR.search(header):
        return Meaning("postal_code", 0.6, "known spelling", settled=True, concepts=frozenset({"zip"}))
    bare = _NOTE.sub(" ", header)
    normal = normalise(bare if normalise(bare) else header)
    mended = {word: full for word in _dotted(header) if (full := completed(word))} | dict(correct or {})
    if mended and not (correct is None and (plain := _read_words(normal)).settled and plain.field):
        normal = " ".join(mended.get(word, word) for word in normal.split())
    allowed = permission(header)
    noted = allowed == "" and normal != normalise(header) and _read_words(normal).field in _REACHES
    # "Cell (text ok)" is a number
    if allowed == "" and refuses_texts(header):
        return Meaning(
            "opt_out_phone", 0.55, "no text messages to that number", settled=True, concepts=frozenset({"texts"})
        )
    if allowed == "" and (refused := refused_on_a_day(header)):
        return Meaning(refused, 0.52, "the day of a refusal", settled=True, concepts=frozenset({"day"}))
    if allowed is not None and not noted:
        return Meaning(allowed or None, 0.95 if allowed else 0.0, "known spelling" if allowed else "", settled=True)
    note = _NOTE.search(header)
    if (note and _graded(note.group()[1:-1], normal)) or _SCALE.search(header):
        return Meaning("rating", 0.8, "a scale of interest", settled=True)
    sides = [side for side in _EITHER.split(bare) if normalise(side)]
    if len(sides) > 1 and normal not in lexicon() and normal not in combinations.ALONE:
        combined = _either(sides)
        if combined is not None:
            return combined
    if field := questions.asked(bare):
        return Meaning(field, 0.8, "what the form asks for", settled=True)
    meaning = _read_words(normal)
    if meaning.field == "employees" and meaning.settled and _HERE.search(header):
        meaning = replace(meaning, confidence=meaning.confidence - 0.05)
    if meaning.field in _REACHES and meaning.settled and (note := _NOTE.search(header)):
        meaning = _with_note(meaning, normal, normalise(note.group()))
    if (not meaning.field or meaning.concepts == {"size"}) and "other" not in meaning.concepts and note:
        fuller = _read_words(f"{normal} {normalise(note.group())}")
        if fuller.settled and fuller.field in _SAID_IN_NOTES:
            return replace(fuller, confidence=min(fuller.confidence, 0.8))
    if not (meaning.settled and meaning.field) and questions.is_question(header):
        rest = _read_words(questions.core(bare))
        if rest.settled and rest.field:
            return replace(rest, confidence=min(rest.confidence, 0.75), why="what the form asks for")
    return meaning


def _dotted(header: str) -> list[str]:
    return [normalise(word) for word in _DOTTED.findall(header)] if "." in header else []


def _with_note(meaning: Meaning, normal: str, note: str) -> Meaning:
    """ "Phone (mobile)" is the mobile, "tel (w)" the one at work; other notes say nothing."""
    fuller = _read_words(f"{normal} {_ONE_LETTER.get(note, note)}")
    return fuller if fuller.settled and fuller.field in _REACHES else meaning


def _either(sides: list[str]) -> Meaning | None:
    """ "City, State ZIP" and "Name / Company": several things in one column; None where all sides say one thing."""
    if _graded("/".join(sides)):
        return Meaning("rating", 0.8, "hot, warm or cold", settled=True)
    read_sides = [_read_words(normalise(side)) for side in sides]
    fields = {side.field for side in read_sides if side.field}
    if len(fields) == 1 and read_sides[0].field == "notes" and read_sides[0].settled:
        return replace(read_sides[0], confidence=0.7)
    if len(fields) < 2 or fields == {"state", "county"} or fields <= {"country", "state"}:
        return None
    if fields == {"state", "status"} and any("estado" in side.concepts for side in read_sides):
        return Meaning("state", 0.9, "known spelling", settled=True)
    parts = frozenset(fields)
    if fields == {"last_name", "full_name"} and len(sides) == 2:
        # "Cognome e Nome"
        return Meaning("full_name", 0.9, "first and last name", settled=True, parts=parts)
    if fields == {"phone", "mobile"}:
        return Meaning("phone", 0.85, "known words", settled=True, parts=parts)
    if fields == {"first_name", "last_name"}:
        return Meaning("full_name", 0.9, "first and last name", settled=True, parts=parts)
    if fields <= {"city", "state", "postal_code", "country"} and "city" in fields:
        return Meaning("city", 0.85, "city and state in one", settled=True, parts=parts)
    if "street" in fields and fields <= {"street", "city", "state", "postal_code", "country"}:
        return Meaning("street", 0.85, "a whole address", settled=True, parts=parts)
    return Meaning(None, settled=True, parts=parts)


def _graded(text: str, of: str = "") -> bool:
    """Whether a text lists grades to choose from: "H/W/C", "caldo, tiepido, freddo"; high and low, of an interest."""
    sides = [side.strip().casefold() for side in _LISTED.split(text)]
    if _INTEREST.search(of) and len(sides) > 1 and any(set(sides) <= levels for levels in _LEVELS):
        return True
    return len(sides) > 1 and (set(sides) in _GRADES or all("warmth" in typical(side) for side in sides))


# "Interest (1-5)", "Intérêt 1 à 10"
_SCALE = re.compile(
    r"^\W*(?:\w+ ){0,2}int[eé]r[eéêè]s+[eé]?t?\w*\W+(?:\w+ )?(?:0|1)\s?(?:-|–|to|à|a|bis|tot)\s?(?:3|4|5|10)\b",
    re.IGNORECASE,
)
_INTEREST = re.compile(
    r"\bint\w{0,2}r\w{0,2}s\w*|\b(?:intent|heat|temp\w*|lead|potential|kaufbereitschaft|motivation)\b"
)
_LEVELS = tuple(
    frozenset(levels.split())
    for levels in (
        "h m l n",
        "high medium med mid low none",
        "alto medio médio bajo baixo basso",
        "hoch mittel niedrig gering",
        "élevé moyen faible fort",
        "hoog middel gemiddeld laag",
    )
)
_LISTED = re.compile(r"[/,;|]")
_GRADES = ({"h", "w", "c"}, {"a", "b", "c"}, {"a", "b", "c", "d"})
# Who did it, and not when.
_BY = frozenset({"by", "von", "par", "por", "da", "door"})
# A second one of these is something else ("Name 2" of a German company is its branch, "Questions 2" a form's question).
_ONE_ONLY = frozenset(
    {"full_name", "first_name", "last_name", "company", "title", "industry", "notes", "status", "source"}
)
# Official lists of trades, whose words say less than those of the sheet's own.
_CODES = re.compile(r"\b(?:sic|naics|naf|ape|ateco|cnae|sbi|wz)\b")
_NOTES_WORDS = "notes note comments comment remarks bemerkungen bemerkung observaciones"
_NOTES_ITSELF = frozenset(_NOTES_WORDS.split())
_CITY_AND = frozenset({"city", "state", "zip", "country", "region", "county"})


@lru_cache(maxsize=4096)
def _read_words(normal: str) -> Meaning:
    if normal in combinations.ALONE:
        field = combinations.ALONE[normal]
        return Meaning(field, 0.95 if field else 0.0, "known spelling" if field else "", settled=True)
    concepts, unknown, which, ordinal, last_number, whose = set[str](), list[str](), "", 1, -1, ""
    found_words = tokens(normal)
    for place, (word, meaning) in enumerate(found_words):
        if meaning.isdigit():
            ordinal, last_number = int(meaning), place
        elif meaning.startswith("which:"):
            which = which or meaning.removeprefix("which:")
        elif meaning in ("whose", "rival"):
            whose = "rival" if meaning == "rival" else whose or ("person" if word in _LEADS else "lead")
        elif not meaning:
            unknown.append(word)
        elif meaning != "filler":
            concepts.add(meaning)
    concepts, at = simplified(concepts, {word for word, _ in found_words})
    which = which or at
    meanings = frozenset(concepts)
    loss = spellings.WHICH[which][1] if which else 0.0
    if "industry" in meanings and _CODES.search(normal):
        loss += 0.03
    loss += 0.15 if ordinal == 2 else 0.2 if ordinal > 2 else 0.0
    loss += 0.05 if whose == "rival" else 0.0
    last = last_number == len(found_words) - 1 or ("line" in meanings and last_number >= 0)
    line = last and bool(meanings & {"street", "address", "line"})
    if "created" in meanings and found_words[-1][0] in _BY:
        return Meaning(None, settled=True, concepts=meanings)
    found = known_as(meanings, not unknown)
    if found and found[0] != "notes" and not unknown and _noted_last(meanings, found_words):
        # "Stand Notes" are notes, "Status description" shows the status
        found = ("notes", 0.55)
    if found is None and found_words and len(unknown) < 2 and _noted(meanings, found_words):
        found = ("notes", 0.55)
    if found and found[0] == "notes" and ordinal > 1 and {word for word, _ in found_words} & _NOTES_ITSELF:
        # "Notes2" of old programs; beside other notes it is kept as it is
        return Meaning("notes", 0.55, "known spelling", True, concepts=meanings)
    if found and ordinal > 1 and found[0] in _ONE_ONLY:
        return Meaning(None, settled=True, concepts=meanings)
    if found is None and not unknown and {"city"} < meanings <= _CITY_AND:
        return Meaning(
            "city", 0.85, "city and state in one", True, which, parts=frozenset({"city", "state"}), concepts=meanings
        )
    if "unit" in meanings and meanings <= {"unit", "number", "address"} and not unknown:
        return Meaning("street", 0.6, "part of the address", True, which, 2, True, concepts=meanings)
    base = Meaning(
        None,
        which=which,
        ordinal=ordinal,
        line=line,
        concepts=meanings,
        unknown=tuple(unknown),
        whose="" if whose == "lead" else whose,
    )
    if found is None:
        return replace(base, settled=not unknown and bool(meanings))
    field, confidence = found
    if field == "value" and which == "billing":
        return Meaning(None, settled=True, concepts=meanings)
    if unknown:
        soft = 0.55 if field == "notes" else 0.4
        return replace(base, field=field, confidence=min(confidence - loss, soft), why="one word of it is known")
    if meanings == {"name"} and whose:
        confidence = 0.93
    return replace(base, field=field, confidence=confidence - loss, why="known spelling", settled=True)


def _noted_last(meanings: frozenset[str], words: list[tuple[str, str]]) -> bool:
    """Whether the last of several words is "notes" or "comments", and no description."""
    return len(meanings) > 1 and words[-1][1] == "notes" and words[-1][0] in _NOTES_ITSELF


def _noted(meanings: frozenset[str], words: list[tuple[str, str]]) -> bool:
    """Whether a header speaks of the notes of somebody or on something: "Rep Comments", "Comentarios del asesor"."""
    noted = next((word for word, meaning in (words[-1], words[0]) if meaning == "notes"), "desc")
    return not noted.startswith(("desc", "besch", "omsch")) and meanings - {"notes"} <= _NOTED


_NOTED = frozenset(
    {
        "other",
        "job",
        "owner",
        "staff",
        "asked",
        "created",
        "deal",
        "firm",
        "company",
        "offer",
        "business",
        "last",
        "location",
        "web",
        "status",
        "process",
        "source",
        "unit",
        "rating",
    }
)


# Words that the lead is called by, in sheets that other people have a part in.
_LEADS_WORDS = """
invitee attendee registrant applicant borrower insured guest participant delegate patient student member homeowner
teilnehmer participante partecipante deelnemer gast visitor subscriber respondent
"""
_LEADS = frozenset(_LEADS_WORDS.split())


def words_unknown(header: str) -> tuple[str, ...]:
    """The words of a header that are in no lexicon: what may be a typo."""
    plain = normalise(_NOTE.sub(" ", _plainly(header)))
    return tuple(word for word, meaning in tokens(plain, heads=False) if not meaning)
