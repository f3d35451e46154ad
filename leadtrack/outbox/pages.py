"""The pages of mail: Jinja2 templates, the team's own where it has them, else those that ship.

A page is `KIND.txt`, whose first line is the subject, and `KIND.html` beside it. A team's text without a page in HTML
goes out as text alone: the two must not say different things.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leadtrack.alerts import one_line
from leadtrack.outbox import MailTrouble

if TYPE_CHECKING:
    from jinja2 import Environment

SHIPPED = Path(__file__).with_name("templates")
_SUBJECT = "Subject:"


@dataclass(frozen=True, slots=True)
class Page:
    """What a mail says. `fault`: why the team's own page could not be used; None where all is well."""

    subject: str
    text: str
    html: str | None
    fault: str | None = None


def page(kind: str, values: Mapping[str, Any], folder: Path) -> Page:
    """The page of that kind, by the templates of `folder` where they are in order, else by those that ship."""
    if not any((folder / f"{kind}.{ending}").is_file() for ending in ("txt", "html")):
        return _filled(SHIPPED, SHIPPED, kind, values)
    text = folder if (folder / f"{kind}.txt").is_file() else SHIPPED
    try:
        return _filled(text, folder, kind, values)
    except Exception as error:  # a template of the team may fail in any way, and the mail goes out all the same
        ours = _filled(SHIPPED, SHIPPED, kind, values)
        where = getattr(error, "lineno", None)
        fault = f"{folder / kind}: {one_line(error)}" + (f" (line {where})" if where else "")
        return Page(ours.subject, ours.text, ours.html, f"{fault}; the shipped page was used")


def names() -> list[str]:
    """The files of templates that ship."""
    return sorted(path.name for path in SHIPPED.iterdir() if path.suffix in (".txt", ".html"))


def write(folder: Path) -> tuple[list[str], list[str]]:
    """Copy the shipped templates for the team to edit; (written, kept): what is there stays. Raises MailTrouble."""
    written, kept = [], []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in names():
            try:
                opened = os.open(folder / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
            except FileExistsError:
                kept.append(name)
                continue
            with os.fdopen(opened, "wb") as file:
                file.write((SHIPPED / name).read_bytes())
            written.append(name)
    except OSError as error:
        raise MailTrouble(f"{folder} cannot be written: {(error.strerror or str(error)).lower()}") from error
    return written, kept


def _filled(text_folder: Path, html_folder: Path, kind: str, values: Mapping[str, Any]) -> Page:
    told = _environment(text_folder).get_template(f"{kind}.txt").render(values)
    first, _, text = told.partition("\n")
    if not first.startswith(_SUBJECT):
        raise ValueError(f"the first line of {kind}.txt must be {_SUBJECT} and the subject")
    html = None
    if (html_folder / f"{kind}.html").is_file():
        html = _environment(html_folder).get_template(f"{kind}.html").render(values)
    return Page(one_line(first.removeprefix(_SUBJECT)), text.strip("\n") + "\n", html)


def _environment(folder: Path) -> "Environment":
    from jinja2 import FileSystemLoader, StrictUndefined, select_autoescape
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=select_autoescape(["html"], default=False),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
