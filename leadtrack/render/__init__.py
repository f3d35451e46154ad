"""Report -> terminal, CSV, JSON, Markdown, HTML, xlsx. docs/formats.md says what a reader may rely on."""

from datetime import tzinfo

from leadtrack.formulas import guard
from leadtrack.render.escapes import safe
from leadtrack.reports import Report

FORMATS = ("table", "csv", "json", "md", "html", "xlsx")

__all__ = ["FORMATS", "guard", "render", "safe"]


def render(report: Report, format: str, *, listing: bool, terminal: bool, width: int = 80, zone: tzinfo) -> bytes | str:
    """The report in one of FORMATS: bytes for xlsx, else text that ends with a line break.

    `listing` makes JSON a plain array of rows. `terminal` says that a person reads it there: the table then keeps to
    `width` characters and may be styled. Instants are shown in `zone`. Raises ValueError for an unknown format.
    """
    # Each format's libraries are loaded only when it is asked for.
    if format == "table":
        from leadtrack.render import tables

        return tables.for_terminal(report, zone, width) if terminal else tables.plain(report, zone)
    if format in ("csv", "json"):
        from leadtrack.render import data

        return data.as_csv(report, zone, terminal) if format == "csv" else data.as_json(report, zone, listing)
    if format == "md":
        from leadtrack.render.markdown import markdown

        return markdown(report, zone)
    if format == "html":
        from leadtrack.render.page import page

        return page(report, zone)
    if format == "xlsx":
        from leadtrack.render.workbook import workbook

        return workbook(report, zone)
    raise ValueError(f"no such format: {format!r}")
