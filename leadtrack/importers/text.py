"""Bytes to text: which encoding a file is in, told from all of its bytes and never from its name.

Byte order marks first, then UTF-16 and UTF-32 without one by where the zero bytes stand, then UTF-8 if the whole file
is valid, then Windows-1252 if what comes out reads like a Western language, then charset-normalizer's best guess.
"""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

CHUNK = 1 << 20
BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
RESCUE = "leadtrack-rescue"
WESTERN = re.compile(r"[À-ÖØ-öø-ÿ€‚„…†‰Š‹ŒŽ‘’“”•–—™š›œžŸ\xa0¡¢£¥§©ª«¬\xad®°±²³´µ·¹º»¼½¾¿]")
MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")


def _rescue(error: UnicodeError) -> tuple[str, int]:
    """A byte that does not belong to its encoding is read as Windows-1252, or else as Latin-1: nothing is dropped."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    try:
        return (bad.decode("latin-1") if error.encoding in ("cp1252", "charmap") else bad.decode("cp1252")), error.end
    except UnicodeDecodeError:
        return bad.decode("latin-1"), error.end


codecs.register_error(RESCUE, _rescue)


def marked(head: bytes) -> str | None:
    """The encoding that a byte order mark or the zero bytes of the head tell, or None."""
    for bom, encoding in BOMS:
        if head.startswith(bom):
            return encoding
    start = head[:4096]
    if len(start) < 4 or b"\0" not in start:
        return None
    zeros = [start[place::4].count(0) * 4 / len(start) for place in range(4)]
    if zeros[0] > 0.8 and zeros[1] > 0.8 and zeros[2] > 0.5 and zeros[3] < 0.2:
        return "utf-32-be"
    if zeros[3] > 0.8 and zeros[2] > 0.8 and zeros[1] > 0.5 and zeros[0] < 0.2:
        return "utf-32-le"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    if even > 0.4 and odd < 0.1:
        return "utf-16-be"
    return None


def glimpse(head: bytes) -> str:
    """The head as text, good enough to recognise a format by its first words."""
    return head.decode(marked(head) or "utf-8", "replace").lstrip("\ufeff \t\r\n")


def binary(head: bytes) -> bool:
    """Whether the head is no text in any encoding: too many control characters."""
    if marked(head):
        text = glimpse(head)
        odd = sum(1 for char in text if (char < " " and char not in "\t\r\n\f\v") or char == "\ufffd")
        return odd > 0.05 * max(len(text), 1)
    odd = sum(head.count(code) for code in range(1, 32) if code not in b"\t\n\v\f\r\x1a\x1b")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
        bearable = 0.3  # no picture or archive is valid UTF-8: this is text with odd characters in it
    except UnicodeDecodeError:
        bearable = 0.02
    return odd > bearable * max(len(head), 1) or head.count(0) > 0.2 * max(len(head), 1)


def chunks(path: Path, encoding: str, errors: str = RESCUE) -> Iterator[str]:
    """The file's text in pieces of about a megabyte."""
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    with path.open("rb") as file:
        while block := file.read(CHUNK):
            yield decoder.decode(block)
        yield decoder.decode(b"", final=True)


def encoding_of(path: Path, head: bytes) -> str:
    """The encoding to open `path` with, together with errors=RESCUE."""
    if told := marked(head):
        return told
    try:
        for _ in chunks(path, "utf-8", "strict"):
            pass
    except UnicodeDecodeError:
        return _single_byte(_foreign_lines(path))
    return "utf-8"


def _foreign_lines(path: Path, limit: int = 1 << 17) -> bytes:
    """The lines that hold bytes beyond ASCII: all that tells one 8-bit encoding from another."""
    found: list[bytes] = []
    size = 0
    with path.open("rb") as file:
        for line in iter(lambda: file.readline(1 << 16), b""):
            if not line.isascii():
                found.append(line)
                size += len(line)
                if size > limit:
                    break
    return b"".join(found)


def _single_byte(sample: bytes) -> str:
    beyond = sum(1 for byte in sample if byte > 127)
    if sum(map(len, MULTIBYTE.findall(sample))) > 0.9 * beyond:
        return "utf-8"  # a few stray bytes in what is UTF-8 otherwise; RESCUE reads those
    text = sample.decode("cp1252", RESCUE)
    if len(WESTERN.findall(text)) >= 0.9 * beyond and _reads_well(text):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, threshold=0.4).best()
    return best.encoding if best and best.encoding != "ascii" else "cp1252"


def _reads_well(text: str) -> bool:
    """Whether accented capitals stand where capitals stand: "Müller" is Western, "Ìîñêâà" is another script misread."""
    foreign = re.findall(r"[À-ÖØ-öø-ÿ]", text)
    runs = re.findall(r"[À-ÖØ-öø-ÿ]{3,}", text)
    inside = re.findall(r"[a-z][À-ÖØ-Þ][a-z]", text)
    return sum(map(len, runs)) <= 0.3 * len(foreign) and len(inside) <= 0.3 * len(foreign)
