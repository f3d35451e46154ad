"""A look at a workbook's container before any parser sees it: the zip's directory, the OLE file's streams.

Refused here, in one line each: encrypted files, archives that are no workbook, damaged ones, and what expands out of
all proportion without holding rows (a ratio above 200 in a part above 10 MB, or more than 1,000 members).
"""

import zipfile
from dataclasses import dataclass

from leadtrack.errors import BadFile
from leadtrack.importers.source import Source

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_MEMBERS = 1_000
MAX_RATIO = 200
HONEST_RATIO = 30  # leads come to 10 or 15; only sheets whose rows differ in nothing but their numbers come to more
BIG = 10_000_000
LOOK = 1 << 20
LOCKED = "is password-protected; open it in Excel, save it without a password, and import again"


@dataclass(frozen=True, slots=True)
class Package:
    """What a container is: "xlsx", "xlsb", "ods" or "xls"."""

    kind: str


def inspect(source: Source) -> Package:
    """The kind of workbook, or BadFile with what is wrong with it."""
    if source.head.startswith(OLE):
        return _ole(source)
    return _zip(source)


def content_size(source: Source) -> int:
    """How many bytes there are to read: of a zip what its parts expand to, where that is in proportion."""
    size = source.path.stat().st_size
    if not source.head.startswith(ZIP):
        return size
    try:
        with zipfile.ZipFile(source.path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return size
    return sum(min(member.file_size, HONEST_RATIO * member.compress_size) for member in members)


def _ole(source: Source) -> Package:
    content = source.path.read_bytes() if source.path.stat().st_size < 64 << 20 else source.head
    if "EncryptedPackage".encode("utf-16-le") in content or "EncryptionInfo".encode("utf-16-le") in content:
        raise BadFile(f"{source.name}: {LOCKED}")
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book", "WORKBOOK", "BOOK")):
        raise BadFile(f"{source.name}: is an Office document, but no workbook; save the list as xlsx or CSV")
    return Package("xls")


def _zip(source: Source) -> Package:
    try:
        with zipfile.ZipFile(source.path) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS:
                raise BadFile(f"{source.name}: holds {len(members):,} parts, which no workbook does; it is not read")
            for member in members:
                _proportion(source, archive, member)
            return Package(_kind(source, archive))
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        if "encrypted" in str(error):
            raise BadFile(f"{source.name}: {LOCKED}") from None
        raise BadFile(
            f"{source.name}: is damaged or cut short and cannot be opened; save or download it again"
        ) from None


def _kind(source: Source, archive: zipfile.ZipFile) -> str:
    names = {member.filename.lower() for member in archive.infolist()}
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "content.xml" in names and "mimetype" in names:
        kind = archive.read("mimetype")[:200]
        if b"spreadsheet" in kind:
            if b"encryption-data" in archive.read("META-INF/manifest.xml")[:LOOK]:
                raise BadFile(f"{source.name}: {LOCKED}")
            return "ods"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    raise BadFile(f"{source.name}: is an archive, not a workbook; unpack it and import the files in it")


def _proportion(source: Source, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    if member.file_size <= BIG or member.file_size <= MAX_RATIO * max(member.compress_size, 1):
        return
    with archive.open(member) as part:
        look = part.read(LOOK)
    if look.count(b"<row") + look.count(b"<si>") + look.count(b"table-row") < 20:
        raise BadFile(
            f"{source.name}: expands to {member.file_size / 1e6:,.0f} MB without holding rows (a zip bomb?); "
            "it is not read"
        )
