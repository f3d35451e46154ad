"""Which importer claims a file: exactly one, by content before name."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from leadtrack.errors import BadFile, BadRequest, LeadtrackError
from leadtrack.importers.source import Importer, Row, Sheet, Source

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
    """The importers of installed packages. Raises BadRequest for one that cannot be loaded."""
    if not any(map(_may_declare, sys.path)):
        return []
    from importlib.metadata import entry_points

    return [_made(entry) for entry in entry_points(group=GROUP)]


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


@dataclass(slots=True)
class Foreign:
    """An importer of an installed package: what goes wrong in it is told of it, and not of leadtrack."""

    name: str
    isolated: bool
    importer: Importer

    def identify(self, head: bytes, name: str) -> float:
        with _blamed(f"{name}: the importer {self.name!r} fails when asked whether that is its kind", BadRequest):
            return float(self.importer.identify(head, name))

    def read(self, source: Source) -> list[Sheet]:
        with _blamed(f"{source.name}: the importer {self.name!r} cannot read it", BadFile):
            return [replace(sheet, rows=partial(self._rows, source, sheet)) for sheet in self.importer.read(source)]

    def _rows(self, source: Source, sheet: Sheet) -> Iterator[Row]:
        with _blamed(f"{source.name}: the importer {self.name!r} cannot read all of it", BadFile):
            for number, cells in sheet.rows():
                "".join(cells)  # which only texts can be
                yield number, list(cells)


@contextmanager
def _blamed(what: str, kind: type[LeadtrackError]) -> Iterator[None]:
    try:
        yield
    except (LeadtrackError, MemoryError):
        raise
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:160]
        raise kind(f"{what} ({said}); update or uninstall the package that brings it") from None


def _made(entry: Any) -> Importer:
    """The importer that an entry point (importlib.metadata.EntryPoint) names: an instance, or a class to make one."""
    with _blamed(f"the importer {entry.name!r} ({entry.value}) cannot be loaded", BadRequest):
        loaded = entry.load()
        importer = loaded() if isinstance(loaded, type) else loaded
        return Foreign(importer.name, bool(importer.isolated), importer)


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
