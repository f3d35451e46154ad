"""From a file to its table: which importer claims it, where the table stands in it, and its rows as text.

    read("leads.xlsx")  ->  Table(headers, sample, rows)     expand(["lists/"])  ->  ["lists/a.csv", "lists/b.xlsx"]

Cells are text as the sheet shows them: "02110", "NA" and "1E5" stay what they are. Wholly blank rows are no rows. What
is passed over (titles, repeated headers, totals) is listed in `notes` with its row number.
"""

from collections.abc import Sequence
from pathlib import Path

from leadtrack.errors import BadFile
from leadtrack.importers.sheets import Table, Unforeseen, choose
from leadtrack.importers.source import Importer, Row, Sheet, Source, opened

__all__ = ["Importer", "Row", "Sheet", "Source", "Table", "Unforeseen", "expand", "read"]


def read(path: str, *, sheet: str | None = None, trusting: bool = False) -> Table:
    """The table in the file `path` ("-" is standard input); of several sheets the one named, or the most like leads.

    `trusting` saves a look at all rows of a long text file; its `rows()` may then raise Unforeseen, and it must be read
    again without. Standard input can be read once.
    Raises BadFile, in one line, for what cannot be read.
    """
    from leadtrack.importers.registry import claimant

    source = opened(path)
    importer = claimant(source)
    if importer.isolated:
        from leadtrack.importers.sandbox import isolated

        return isolated(importer, source, sheet)
    return choose(importer.name, source, list(importer.read(source)), sheet, trusting=trusting)


def expand(paths: Sequence[str]) -> list[str]:
    """Folders replaced by their files in name order; hidden files, folders inside and *.rejected.csv are passed over.

    Raises BadFile for what is not there and for a folder without files.
    """
    files: list[str] = []
    for path in paths:
        place = Path(path)
        if path == "-" or place.is_file():
            files.append(path)
        elif place.is_dir():
            files += _inside(path, place)
        elif not place.exists():
            raise BadFile(f"{path}: there is no such file; check the path")
        else:
            files.append(path)
    return files


def _inside(path: str, folder: Path) -> list[str]:
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    except OSError as error:
        raise BadFile(f"{path}: cannot be read ({error.strerror or error})") from None
    files = [
        str(folder / name) for name in names if not name.startswith((".", "~$")) and not name.endswith(".rejected.csv")
    ]
    if not files:
        raise BadFile(f"{path}: holds no file to import; name a file, or a folder with files in it")
    return files
