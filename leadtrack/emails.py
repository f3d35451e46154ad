"""E-mail addresses: what is in a cell, in the form in which leads are compared.

An address is valid when email-validator says so without asking the DNS; `quick` decides the plain ones in a
microsecond with the same answer, and the library decides the rest. The form is the library's, in lower case.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from leadtrack.patterns import Pattern

# Names that no mail can be sent to (RFC 2606, 6761, 6762, 7686), as email-validator refuses them.
SPECIAL_USE = frozenset(("arpa", "invalid", "local", "localhost", "onion", "test"))

# What people mistype, per domain: each proposal is shown to a person, nothing is rewritten.
TYPOS = {
    "gmail.com": "gmial.com gmai.com gmil.com gmal.com gmaul.com gnail.com gamil.com gmaill.com ggmail.com gmmail.com "
    "gmaiil.com gmail.co gmail.cm gmail.om gmail.con gmail.cmo gmail.ocm gmail.comm gmail.vom gmail.xom gmail.coom "
    "gmailc.om gmail.cim gmail.net gmail.org gimail.com gemail.com gmaio.com gmaol.com gmsil.com gmqil.com "
    "hmail.con gmailcom.com g-mail.com gmail.coml gmaik.com gmail.c gail.com gmeil.com gmaile.com",
    "yahoo.com": "yaho.com yahooo.com yhoo.com yahho.com yaoo.com yhaoo.com yaahoo.com yahoo.co yahoo.cm yahoo.con "
    "yahoo.cmo yahoo.comm yahoo.om yahoo.vom yahoo.xom yahooo.con yahu.com yhaho.com tahoo.com yahoomail.com yaho.con",
    "hotmail.com": "hotmal.com hotmai.com hotmial.com hotmil.com hotnail.com hotmaill.com homail.com htmail.com "
    "hormail.com hoymail.com hotamil.com hotmaul.com hotmail.co hotmail.cm hotmail.con hotmail.cmo hotmail.comm "
    "hotmail.om hotmail.vom hotmsil.com hitmail.com otmail.com hotmaio.com hotmail.net",
    "outlook.com": "outlok.com outloo.com outlool.com otlook.com outllook.com oulook.com outlook.co outlook.cm "
    "outlook.con outlook.comm outlook.cmo outluk.com outook.com outlookk.com",
    "icloud.com": "iclod.com icoud.com iclould.com icloud.co icloud.cm icloud.con icloud.comm icluod.com iclooud.com "
    "icloud.om icloude.com",
    "aol.com": "aol.co aol.con aol.cm aol.comm aoll.com ao.com aool.com aol.om",
    "live.com": "live.con live.cm live.comm livee.com",
    "comcast.net": "comcast.ent comcast.nt comcat.net comcst.net concast.net comcast.met comast.net",
    "msn.com": "msn.con msn.co msn.cm msn.comm",
    "verizon.net": "verizon.ent verizon.nt verizn.net verison.net",
    "gmx.de": "gmx.ed gmc.de gmxx.de",
    "web.de": "wed.de web.ed wbe.de",
    "t-online.de": "t-onlin.de tonline.de t-onine.de",
}
ENDINGS = {
    ".con": ".com",
    ".cmo": ".com",
    ".ocm": ".com",
    ".comm": ".com",
    ".coom": ".com",
    ".vom": ".com",
    ".xom": ".com",
}
_odd_endings = SPECIAL_USE.union(ending[1:] for ending in ENDINGS)

_simple = Pattern(r"[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@((?:[a-z0-9]+\.)+([a-z]{2,24}))\Z")
_plain_local = Pattern(r"[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*\Z")
_plain_domain = Pattern(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}\Z")
_written_at = Pattern(r"\s*(?:\(at\)|\[at\]|\{at\}|<at>|＠|﹫)\s*", re.IGNORECASE)
_written_dot = Pattern(r"\s*(?:\(dot\)|\[dot\]|\{dot\})\s*", re.IGNORECASE)
_spoken_at = Pattern(r"(\S)\s+at\s+(?=\S+(?:\.|\s+dot\s+)\S)", re.IGNORECASE)
_spoken_dot = Pattern(r"(?<=\w)\s+dot\s+(?=\w)", re.IGNORECASE)
_stray_blanks = Pattern(r"\s*@\s*")
_blank_by_dot = Pattern(r"(@\S+?)\s*\.\s*(?=[A-Za-z]{2,}\b)")
_mailto = Pattern(r"(?:mailto|e-?mail|smtp)\s*:\s*", re.IGNORECASE)
_query = Pattern(r"(\w)\?(?:subject|cc|body)=\S*", re.IGNORECASE)
_pieces = Pattern(r"[\s;,|<>()\[\]\"]+")
_wrapping = " \t\r\n.,;:'\"`*<>()[]‘’“”\u200b\ufeff"
_has_word = Pattern(r"[^\W_]")


def plain_domain(domain: str) -> bool | None:
    """Whether a lower-case ASCII domain is valid, None when the library must say."""
    if len(domain) > 63 or "--" in domain or not _plain_domain.match(domain):
        return None
    return domain.rpartition(".")[2] not in SPECIAL_USE


def plain_local(local: str) -> bool:
    """Whether the part before the @ is surely valid; the library may accept more."""
    return len(local) < 64 and _plain_local.match(local) is not None


def unsuspected(text: str) -> str | None:
    """A plain address in lower case whose domain nobody mistyped; None where a second look is due."""
    address = text.lower()
    found = _simple.match(address)
    if found is None or not text.isascii() or len(address) > 63:
        return None
    domain, ending = found.groups()
    return None if ending in _odd_endings or domain in _misspellings() else address


@cache
def plain_parts() -> tuple[Callable[[str], re.Match[str] | None], frozenset[str]]:
    """What `unsuspected` asks of an ASCII address in lower case of at most 63 characters, to be asked of many: a match
    whose groups (the domain and its ending) are not among these."""
    return _simple.match, _odd_endings.union(_misspellings())


def quick(text: str) -> str | None:
    """A plain address in lower case, None when it is none or the library must say."""
    address = text.lower()
    local, _, domain = address.partition("@")
    return address if text.isascii() and plain_local(local) and plain_domain(domain) else None


def valid(text: str) -> str | None:
    """The address in lower case as email-validator normalises it, None when it says that this is no address."""
    if address := quick(text):
        return address
    if "@" not in text or len(text) > 320:
        return None
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(text, check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return None


def read(cell: str) -> tuple[list[str], str]:
    """(addresses, what else stood in the cell) of a stripped cell; no address when none can be read.

    Mends "(at)", " at ", "mailto:", blanks around the @, `Name <a@b>` and punctuation around an address.
    """
    if address := valid(cell):
        return [address], ""
    text = _written_dot.sub(".", _written_at.sub("@", cell))
    if "@" not in text:
        text = _spoken_dot.sub(".", _spoken_at.sub(r"\1@", text))
    text = _query.sub(r"\1", _mailto.sub(" ", text))
    found, rest = _gather(_pieces.split(text))
    if not found and "@" in text:
        found, rest = _gather(_pieces.split(_blank_by_dot.sub(r"\1.", _stray_blanks.sub("@", text))))
    return found, " ".join(piece for piece in rest if _has_word.search(piece))


def _gather(pieces: list[str]) -> tuple[list[str], list[str]]:
    found: list[str] = []
    rest: list[str] = []
    for piece in pieces:
        for part in _addresses_apart(piece.strip(_wrapping)):
            address = valid(part)
            if address is None:
                rest.append(part)
            elif address not in found:
                found.append(address)
    return found, rest


def _addresses_apart(piece: str) -> Iterator[str]:
    """`a@b.com/c@d.com` as two; a slash in front of a single @ may belong to the address."""
    if piece.count("@") > 1 and "/" in piece:
        for part in piece.split("/"):
            yield part.strip(_wrapping)
    elif piece:
        yield piece


@cache
def _misspellings() -> dict[str, str]:
    return {typo: meant for meant, typos in TYPOS.items() for typo in typos.split()}


def proposal(domain: str) -> str | None:
    """The domain that was probably meant ("gmail.com" for "gmial.com"), None when nothing is suspicious."""
    if meant := _misspellings().get(domain):
        return meant
    name, dot, ending = domain.rpartition(".")
    meant_ending = ENDINGS.get(dot + ending)
    return name + meant_ending if meant_ending else None
