"""Which importer claims a file: exactly one, by content before name."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from leadtrack.errors import BadFile
from leadtrack.importers.source import Importer, Source

MAGIC = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\0", "a database"),
    (b"{\\rtf", "a text document (RTF)"),
)
GROUP = "leadtrack.importers"


def importers() -> list[Importer]:
    """leadtrack's own importers and those of installed packages."""
    from leadtrack.importers import csv, html, json, vcard, workbook

    own: list[Importer] = [csv.Csv(), workbook.Workbook(), html.Html(), vcard.VCard(), json.Json()]
    return own + plugins()


def plugins() -> list[Importer]:
    """The importers of installed packages."""
    if not any(map(_may_declare, sys.path)):
        return []
    from importlib.metadata import entry_points

    return [_made(entry.load()) for entry in entry_points(group=GROUP)]


def _may_declare(place: str) -> bool:
    """Whether a package in a folder of `sys.path` may bring importers; importlib.metadata takes 15 ms to say that."""
    group = GROUP.encode()
    try:
        with os.scandir(place or ".") as found:
            kept = [entry.path for entry in found if entry.name.endswith((".dist-info", ".egg-info", ".egg"))]
    except FileNotFoundError:
        return False
    except OSError:
        return True  # an archive, into which only importlib looks
    for folder in kept:
        if folder.endswith(".egg"):
            return True
        with suppress(OSError):
            if group in Path(folder, "entry_points.txt").read_bytes():
                return True
    return False


def _made(loaded: object) -> Importer:
    made: Importer = loaded() if isinstance(loaded, type) else loaded  # type: ignore[assignment]  # a plug-in's word
    return made


def claimant(source: Source) -> Importer:
    """The importer with the highest claim on the source. Raises BadFile when nobody or more than one claims it."""
    if not source.head.strip():
        raise BadFile(f"{source.name}: is empty; there is no table in it")
    for magic, what in MAGIC:
        if source.head.startswith(magic):
            raise BadFile(f"{source.name}: is {what}, not a table; export the list as CSV or Excel and import that")
    claims = [(importer.identify(source.head, source.name), importer) for importer in importers()]
    top = max(claim for claim, _ in claims)
    first, *rest = [importer for claim, importer in claims if claim == top]
    if top <= 0:
        raise BadFile(
            f"{source.name}: is no table that leadtrack knows (csv, xlsx, xls, ods, html, vcf, json); "
            "export the list as CSV or Excel and import that"
        )
    if rest:
        names = " and ".join(importer.name for importer in [first, *rest])
        raise BadFile(f"{source.name}: is claimed by two importers, {names}; uninstall one of them")
    return first
