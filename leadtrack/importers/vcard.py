"""vCards 2.1, 3.0 and 4.0, any number in a file: one row a card, columns in a salesperson's words.

The first address of a kind fills its column (work before home), further ones stand in "Phone 2", "E-mail 2", ...; what
has no column of its own is kept as "X-BDAY" and the like. Row numbers count the cards.
"""

import quopri
import re
from collections.abc import Iterator
from typing import Any

from leadtrack.errors import BadFile
from leadtrack.importers import text
from leadtrack.importers.source import Row, Sheet, Source

CARD = re.compile(r"^[ \t]*BEGIN:VCARD[ \t]*$.*?^[ \t]*END:VCARD[ \t]*$", re.MULTILINE | re.DOTALL | re.IGNORECASE)
BEGIN = re.compile(r"^[ \t]*BEGIN:VCARD[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
HEADERS = (
    *("Full name", "First name", "Last name", "E-mail", "Phone", "Mobile", "Company", "Title"),
    *("Street", "City", "State", "Postal code", "Country", "Website", "Notes"),
)
WHOLE = {"FN": "Full name", "TITLE": "Title", "URL": "Website", "NOTE": "Notes", "EMAIL": "E-mail"}
MACHINERY = {"VERSION", "PRODID", "REV", "UID", "PHOTO", "LOGO", "SOUND", "KEY", "X-ABLABEL", "SORT-STRING"}
QUOTED = re.compile(r";(?:ENCODING=)?QUOTED-PRINTABLE", re.IGNORECASE)
CHARSET = re.compile(r";CHARSET=([\w-]+)", re.IGNORECASE)
STRUCTURED = {"N", "ADR", "ORG", "BEGIN", "END"}
COMMA = re.compile(r"(?<!\\),")
VERSION = re.compile(r"^VERSION:.*", re.IGNORECASE)
KINDS = {"FAX": "Fax", "PAGER": "Pager"}


class VCard:
    name = "vcard"
    isolated = True

    def identify(self, head: bytes, name: str) -> float:
        return 1 if BEGIN.match(text.glimpse(head)) else 0

    def read(self, source: Source) -> list[Sheet]:
        encoding = text.encoding_of(source.path, source.head)
        content = "".join(text.chunks(source.path, encoding)).replace("\r\n", "\n").replace("\r", "\n")
        cards = CARD.findall(content)
        if len(cards) < len(BEGIN.findall(content)):
            raise BadFile(f"{source.name}: a card has no END:VCARD after card {len(cards)}; save the file again, whole")
        read = [(number, _card(source, number, card)) for number, card in enumerate(cards, 1)]
        headers = dict.fromkeys([*HEADERS, *(header for _, card in read for header in card)])

        def rows() -> Iterator[Row]:
            for number, card in read:
                yield number, [card.get(header, "") for header in headers]

        return [Sheet("", rows, headers=tuple(headers))]


def _card(source: Source, number: int, card: str) -> dict[str, str]:
    import vobject

    try:
        parsed = vobject.readOne(_mended(card))
    except (vobject.base.ParseError, ValueError, AttributeError, IndexError, TypeError, KeyError) as error:
        what = " ".join(str(error).split())[:100]
        raise BadFile(f"{source.name}: card {number} cannot be read ({what}); take it out or mend it") from None
    lines = sorted(parsed.getChildren(), key=_rank)
    cells: dict[str, str] = {}
    for line in lines:
        for header, value in _values(line):
            if value:
                _put(cells, header, value)
    return cells


def _mended(card: str) -> str:
    """The card as 3.0, for which vobject was made: unfolded, quoted-printable decoded."""
    lines: list[str] = []
    for line in card.lstrip().split("\n"):
        soft = bool(lines) and lines[-1].endswith("=") and QUOTED.search(lines[-1].partition(":")[0])
        if soft:
            lines[-1] = lines[-1][:-1] + line.lstrip(" \t")
        elif line[:1] in (" ", "\t"):
            lines[-1] += line[1:]
        elif ":" in line:
            lines.append(line)
        elif line and lines:
            lines[-1] += line
    return "\n".join(VERSION.sub("VERSION:3.0", _single(_decoded(line))) for line in lines) + "\n"


def _single(line: str) -> str:
    """A line of one value with its commas escaped, as few programs do; vobject keeps only what stands before one."""
    label, colon, value = line.partition(":")
    if label.partition(";")[0].rpartition(".")[2].upper() in STRUCTURED:
        return line
    return label + colon + COMMA.sub(r"\\,", value)


def _decoded(line: str) -> str:
    """A quoted-printable line as plain text; without a charset it is UTF-8 where it can be, else Windows-1252."""
    label, _, value = line.partition(":")
    if not QUOTED.search(label):
        return line
    content = quopri.decodestring(value.encode("utf-8", "replace"))
    charset = CHARSET.search(label)
    try:
        said = content.decode(charset[1] if charset else "utf-8")
    except (UnicodeDecodeError, LookupError):
        said = content.decode("cp1252", text.RESCUE)
    said = said.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return f"{CHARSET.sub('', QUOTED.sub('', label))}:{said}"


def _types(line: Any) -> set[str]:
    told = [*line.params.get("TYPE", ()), *line.singletonparams]
    return {each.strip().upper() for value in told for each in value.split(",")}


def _rank(line: Any) -> tuple[int, int]:
    """The preferred one of several first, then work before home before others; the order of the card otherwise."""
    types = _types(line)
    preferred = "PREF" in types or line.params.get("PREF") == ["1"]
    return (0 if preferred else 1, 0 if "WORK" in types else 1 if "HOME" not in types else 2)


def _values(line: Any) -> Iterator[tuple[str, str]]:
    name, value = line.name.upper(), line.value
    if name in MACHINERY:
        return
    if name == "N" and not isinstance(value, str):
        yield "First name", _said(value.given)
        yield "Last name", _said(value.family)
        yield "X-Middle name", _said(value.additional)
        yield "X-Prefix", _said(value.prefix)
        yield "X-Suffix", _said(value.suffix)
    elif name == "ADR" and not isinstance(value, str):
        lines = (value.street, value.extended, value.box)
        each = [_said(one) for line in lines for one in (line if isinstance(line, list) else [line])]
        yield "Street", ", ".join(filter(None, each))
        yield "City", _said(value.city)
        yield "State", _said(value.region)
        yield "Postal code", _said(value.code)
        yield "Country", _said(value.country)
    elif name == "ORG":
        parts = [value] if isinstance(value, str) else [_said(part) for part in value]
        yield "Company", parts[0] if parts else ""
        yield "X-Department", ", ".join(filter(None, parts[1:]))
    elif name == "TEL":
        types = _types(line)
        kind = next((kind for told, kind in KINDS.items() if told in types), None)
        header = kind or ("Mobile" if types & {"CELL", "MOBILE", "IPHONE"} else "Phone")
        yield header, _said(value).removeprefix("tel:")
    elif name in WHOLE:
        yield WHOLE[name], _said(value).removeprefix("mailto:")
    else:
        yield name if name.startswith("X-") else f"X-{name}", _said(value)


def _put(cells: dict[str, str], header: str, value: str) -> None:
    """The first value in its own column, another one in "Phone 2", ...; an equal one nowhere."""
    count = 1
    column = header
    while column in cells:
        if cells[column] == value:
            return
        count += 1
        column = f"{header} {count}"
    cells[column] = value


def _said(value: Any) -> str:
    if isinstance(value, bytes):
        return ""
    if isinstance(value, list | tuple):
        return " ".join(filter(None, map(_said, value)))
    return str(value).replace("\r\n", "\n").replace("\\:", ":").strip()
