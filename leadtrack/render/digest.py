"""A rep's morning page as text for a terminal or a mail, and as one HTML page that stands alone."""

import textwrap
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from html import escape
from importlib.resources import files
from typing import Any

from leadtrack.periods import DAY_NAMES, MONTH_NAMES
from leadtrack.render.escapes import safe

WIDTH = 80
SHOWN = 25  # of each part; what is cut off is counted, and the command that lists it is named
NOTHING = "Nothing is due, nobody is new, nothing is stale. leadtrack next tells whom to turn to."
DONE = "Done? leadtrack remind --done NUMBER takes the number in brackets."
# Even if a text slipped through as markup, the page could load and run nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

Page = Mapping[str, Any]
# heading, key, the command that lists all of it
PARTS = (
    ("Overdue", "overdue", "leadtrack remind --due overdue --rep"),
    ("Due today", "due", "leadtrack remind --due today --rep"),
    ("New", "new", "leadtrack leads --untouched --rep"),
    ("Stale", "stale", "leadtrack stale --rep"),
)


def text(pages: Sequence[Page]) -> str:
    """The pages one below the other, at most 80 characters wide."""
    return "\n\n".join("\n".join(_text_page(page)) for page in pages) + "\n" if pages else "(no reps)\n"


def html(pages: Sequence[Page]) -> str:
    """One document, on paper a sheet or more for each rep."""
    title = f"{pages[0]['rep']}: {_day(pages[0]['day'])}" if len(pages) == 1 else "Morning pages"
    sheets = [files(__package__).joinpath(name).read_text("utf-8").rstrip() for name in ("page.css", "digest.css")]
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{_safe(title)}</title>",
        "<style>",
        *sheets,
        "</style>",
        "</head>",
        "<body>",
        *(line for page in pages for line in _html_page(page)),
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


# -- text --------------------------------------------------------------------------------------------------------------


def _text_page(page: Page) -> list[str]:
    rep, day = safe(page["rep"]), _day(page["day"]) + ("" if page["works"] else " (a day off)")
    lines = [f"{rep}{day:>{max(2, WIDTH - len(rep))}}" if len(rep) + len(day) < WIDTH - 1 else f"{rep}, {day}"]
    lines += [_counts(page), ""] if _counts(page) else [NOTHING]
    for heading, key, command in PARTS:
        rows = page[key]
        if not rows:
            continue
        lines += [_heading(page, heading, key).upper(), ""]
        for row in rows[:SHOWN]:
            lines += _text_entry(page, key, row)
        if len(rows) > SHOWN:
            lines.append(f"  and {len(rows) - SHOWN:,} more: {command} {_quoted(safe(page['rep']))}")
        lines.append("")
    if page["overdue"] or page["due"]:
        return [*lines, DONE]
    return lines[:-1] if lines[-1] == "" else lines


def _text_entry(page: Page, key: str, row: Mapping[str, Any]) -> list[str]:
    number = f"{row['lead']:>6}"
    who, reach = safe(_name(row)), "  ".join(map(safe, _reach(row)))
    first = f"{number}  {who}"
    lines = [f"{first}  {reach}"] if len(first) + len(reach) < WIDTH - 1 else [first, f"{'':8}{reach}"]
    when = "" if key == "stale" else _when(page, key, row) + "  "
    number = f" [{row['reminder']}]" if "reminder" in row else ""
    said = f"{when}{safe(_what(key, row))}{number}"
    return lines + textwrap.wrap(said, WIDTH, initial_indent=" " * 8, subsequent_indent=" " * 8)


# -- html --------------------------------------------------------------------------------------------------------------


def _html_page(page: Page) -> list[str]:
    off = "" if page["works"] else " · a day off"
    parts = [
        '<main class="digest">',
        f'<header><h1>{_safe(page["rep"])}</h1><p class="day">{_day(page["day"])}{off}</p></header>',
    ]
    if not _counts(page):
        return [*parts, f'<p class="empty">{NOTHING}</p>', "</main>"]
    chips = [
        f'<li class="{key}"><b>{len(page[key]):,}</b> {heading.casefold()}</li>'
        for heading, key, _ in PARTS
        if page[key]
    ]
    parts += ['<ul class="counts">', *chips, "</ul>"]
    for heading, key, command in PARTS:
        rows = page[key]
        if not rows:
            continue
        parts += [f'<section class="{key}">', f"<h2>{_safe(_heading(page, heading, key))}</h2>", "<ol>"]
        parts += [_html_entry(page, key, row) for row in rows[:SHOWN]]
        parts.append("</ol>")
        if len(rows) > SHOWN:
            listed = _safe(f"{command} {_quoted(page['rep'])}")
            parts.append(f'<p class="more">and {len(rows) - SHOWN:,} more: <code>{listed}</code></p>')
        parts.append("</section>")
    if page["overdue"] or page["due"]:
        parts.append(f'<p class="more">{escape(DONE)}</p>')
    return [*parts, "</main>"]


def _html_entry(page: Page, key: str, row: Mapping[str, Any]) -> str:
    company = row["company"] if row["company"] != row["name"] else None
    who = f"<b>{_safe(row['name'] or '')}</b>" + (f' <span class="company">{_safe(company)}</span>' if company else "")
    number = f' <span class="number">[{row["reminder"]}]</span>' if "reminder" in row else ""
    high = ' class="high"' if row.get("priority") == "high" else ""
    return (
        f'<li{high}><div class="when">{_safe(_when(page, key, row))}</div><div class="what"><p>{who}'
        f' <span class="number">#{row["lead"]}</span></p><p>{_safe(_what(key, row))}{number}</p></div>'
        f'<div class="reach">{_links(row)}</div></li>'
    )


def _links(row: Mapping[str, Any]) -> str:
    """How to reach the lead, as links; a channel that it closed is named instead."""
    links = []
    for key, scheme, closed, refusal in (
        ("phone", "tel", "opt_out_phone", "no calls"),
        ("email", "mailto", "opt_out_email", "no e-mail"),
    ):
        if not row.get(key):
            continue
        if row.get(closed):
            links.append(f'<span class="refused">{refusal}</span>')
        else:
            target = "".join(character for character in row[key].partition(";")[0] if not character.isspace())
            links.append(f'<a href="{scheme}:{_safe(target)}">{_safe(row[key])}</a>')
    return "<br>".join(links)


# -- both --------------------------------------------------------------------------------------------------------------


def _counts(page: Page) -> str:
    return " · ".join(f"{len(page[key]):,} {heading.casefold()}" for heading, key, _ in PARTS if page[key])


def _heading(page: Page, heading: str, key: str) -> str:
    if key == "new":
        return f"New since {_short_day(page['new_since'], page['day'])}, not tried yet"
    return "Stale or never tried" if key == "stale" else heading


def _when(page: Page, key: str, row: Mapping[str, Any]) -> str:
    if key == "stale":
        return f"{row['days']:,} d"
    at = row["due" if key in ("overdue", "due") else "assigned_at"]
    day = _short_day(at[:10], page["day"]) if key != "due" else ""
    return " ".join(filter(None, [day, at[11:16]])) or "today"


def _what(key: str, row: Mapping[str, Any]) -> str:
    if key == "stale":
        return str(row["why"])
    if key == "new":
        place = ", ".join(filter(None, [row["city"], row["state"]]))
        return " · ".join(filter(None, [row["source"], place])) or "call now"
    notes = [
        *([f"{row['priority']} priority"] if row["priority"] != "normal" else []),
        *([row["repeats"]] if row["repeats"] else []),
    ]
    return str(row["text"]) + (f" ({'; '.join(notes)})" if notes else "")


def _name(row: Mapping[str, Any]) -> str:
    company = row["company"] if row["company"] != row["name"] else None
    return (row["name"] or "") + (f", {company}" if company else "")


def _reach(row: Mapping[str, Any]) -> list[str]:
    phone = "no calls" if row.get("opt_out_phone") else row.get("phone")
    mail = "no e-mail" if row.get("opt_out_email") else row.get("email")
    return [part for part in (phone, mail) if part]


def _day(text: str) -> str:
    day = date.fromisoformat(text)
    return f"{DAY_NAMES[day.weekday()].capitalize()}, {day.day} {MONTH_NAMES[day.month - 1].capitalize()} {day.year}"


def _short_day(text: str, today: str) -> str:
    day = datetime.fromisoformat(text).date()
    year = f" {day.year}" if text[:4] != today[:4] else ""
    weekday, month = DAY_NAMES[day.weekday()][:3].capitalize(), MONTH_NAMES[day.month - 1][:3].capitalize()
    return f"{weekday} {day.day} {month}{year}"


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name


def _safe(text: str) -> str:
    return escape(safe(text))
